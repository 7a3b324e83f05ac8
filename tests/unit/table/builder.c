/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "fixture.h"

#include <math.h>
#include <string.h>

/* A builder with one column of each sort to complain about: n (2 rows) and t (2 rows). */
static KkrTableBuilder *
start (void)
{
  KkrTableBuilder *builder = kkr_table_builder_new ("table", "Tabel", "Table");

  kkr_table_builder_add_int64 (builder, "n", "Antal", "Number", KKR_UNIT_COUNT, INT64S (1, 2), 2);
  kkr_table_builder_add_text (builder, "t", "Tekst", "Text", NAMES ("a", "b"));
  return builder;
}

static void
assert_refused (KkrTableBuilder *builder, KkrCalcError code, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) again = NULL;

  g_assert_null (kkr_table_builder_end (builder, &error));
  g_assert_error (error, KKR_CALC_ERROR, (int) code);
  g_assert_cmpstr (error->message, ==, message);
  g_assert_null (kkr_table_builder_end (builder, &again));
  g_assert_cmpstr (again->message, ==, message);
  g_object_unref (builder);
}

static void
test_qualifiers (void)
{
  KkrTableBuilder *builder = start ();

  kkr_table_builder_set_qualifier (builder, "t", 0, KKR_QUALIFIER_UP_TO);
  assert_refused (builder, KKR_CALC_ERROR_INCONSISTENT,
                  "column \"t\" has no qualifiers: kind text found, numbers expected");
  builder = start ();
  kkr_table_builder_set_qualifier (builder, "n", 0, (KkrQualifier) 6);
  assert_refused (builder, KKR_CALC_ERROR_OUT_OF_RANGE,
                  "qualifier of column \"n\": 6 found, one such as more-than expected");
  builder = start ();
  kkr_table_builder_set_total_qualifier (builder, "n", (KkrQualifier) -1);
  assert_refused (builder, KKR_CALC_ERROR_OUT_OF_RANGE,
                  "qualifier of column \"n\": -1 found, one such as more-than expected");
  builder = start ();
  kkr_table_builder_set_qualifier (builder, "n", 2, KKR_QUALIFIER_UP_TO);
  assert_refused (builder, KKR_CALC_ERROR_OUT_OF_RANGE,
                  "no such row in column \"n\": 2 found, less than 2 expected");
}

/* A cell without a value has none, in whatever order the two are said. */
static void
test_qualifiers_and_statuses (void)
{
  KkrTableBuilder *builder = start ();
  g_autoptr (KkrTable) table = NULL;
  KkrColumn *column;

  kkr_table_builder_set_qualifier (builder, "n", 0, KKR_QUALIFIER_AT_LEAST);
  kkr_table_builder_set_status (builder, "n", 0, KKR_CELL_STATUS_SUPPRESSED);
  kkr_table_builder_set_status (builder, "n", 1, KKR_CELL_STATUS_MISSING);
  kkr_table_builder_set_qualifier (builder, "n", 1, KKR_QUALIFIER_AT_LEAST);
  kkr_table_builder_set_total_qualifier (builder, "n", KKR_QUALIFIER_UP_TO);
  table = end_builder (builder);
  column = kkr_table_get_column (table, "n");
  g_assert_cmpint (kkr_column_get_cell_qualifier (column, 0), ==, KKR_QUALIFIER_UNSET);
  g_assert_cmpint (kkr_column_get_cell_qualifier (column, 1), ==, KKR_QUALIFIER_UNSET);
  g_assert_null (kkr_column_get_qualifiers (column));
  g_assert_cmpint (kkr_column_get_total_qualifier (column), ==, KKR_QUALIFIER_UNSET);
}

/* Every export says it. */
static void
test_qualifiers_written (void)
{
  KkrTableBuilder *builder = start ();
  g_autoptr (KkrTable) table = NULL;
  g_autofree char *csv = NULL, *danish = NULL, *json = NULL, *text = NULL;

  kkr_table_builder_add_text (builder, "n-qualifier", "X", "X", NAMES ("c", "d"));
  kkr_table_builder_set_qualifier (builder, "n", 1, KKR_QUALIFIER_LESS_THAN);
  kkr_table_builder_set_total (builder, "n", "3");
  kkr_table_builder_set_total_qualifier (builder, "n", KKR_QUALIFIER_UP_TO);
  table = end_builder (builder);
  csv = kkr_table_to_csv (table);
  danish = kkr_table_to_csv_danish (table);
  json = kkr_table_to_json (table);
  text = kkr_table_to_string_in (table, "en");
  g_assert_cmpstr (csv, ==,
                   "n,n-qualifier-qualifier,t,n-qualifier\r\n1,,a,c\r\n2,less-than,b,d\r\n");
  g_assert_cmpstr (danish, ==,
                   "Antal;Antal, forbehold;Tekst;X\r\n1;;a;c\r\n2;mindre end;b;d\r\n");
  g_assert_nonnull (strstr (json, "\"values\":[1,2],\"qualifier\":[\"unset\",\"less-than\"],"
                                  "\"total\":3,\"total_qualifier\":\"up-to\"}"));
  g_assert_nonnull (strstr (text, "less than 2  b"));
  g_assert_nonnull (strstr (text, " up to 3  Total"));
}

/* Columns of qualifiers are not called alike, nor as another column. */
static void
test_qualifier_names (void)
{
  static const gint64 values[] = { 3, 4 };
  KkrTableBuilder *builder = start ();
  g_autoptr (KkrTable) table = NULL;
  g_autofree char *csv = NULL;

  kkr_table_builder_add_int64 (builder, "n-qualifier", "X", "X", KKR_UNIT_COUNT, values, 2);
  kkr_table_builder_set_qualifier (builder, "n", 1, KKR_QUALIFIER_LESS_THAN);
  kkr_table_builder_set_qualifier (builder, "n-qualifier", 0, KKR_QUALIFIER_UP_TO);
  table = end_builder (builder);
  csv = kkr_table_to_csv (table);
  g_assert_true (g_str_has_prefix (csv, "n,n-qualifier-qualifier,t,n-qualifier,"
                                        "n-qualifier-qualifier-qualifier\r\n1,,a,3,up-to\r\n"));
}

static void
test_columns (void)
{
  KkrTableBuilder *builder = start ();

  kkr_table_builder_add_int64 (builder, "x", "X", "X", KKR_UNIT_NONE, INT64S (1, 2, 3), 3);
  assert_refused (builder, KKR_CALC_ERROR_INCONSISTENT,
                  "column \"x\" is not as long as column \"n\": 3 rows found, 2 expected");
  builder = start ();
  kkr_table_builder_add_text (builder, "n", "X", "X", NAMES ("a", "b"));
  assert_refused (builder, KKR_CALC_ERROR_INCONSISTENT,
                  "two columns have one name: \"n\" found twice, names that differ expected");
  builder = start ();
  kkr_table_builder_add_text (builder, "", "X", "X", NAMES ("a", "b"));
  assert_refused (builder, KKR_CALC_ERROR_OUT_OF_RANGE,
                  "column 2 has no name: \"\" found, a text in UTF-8 expected");
  builder = start ();
  kkr_table_builder_add_int64 (builder, "x", "X", "X", KKR_UNIT_UNSET, INT64S (1, 2), 2);
  assert_refused (builder, KKR_CALC_ERROR_OUT_OF_RANGE,
                  "column \"x\" has no unit: 0 found, one of the units expected");
  builder = start ();
  kkr_table_builder_add_int64 (builder, "x", "X", "X", (KkrUnit) 99, INT64S (1, 2), 2);
  assert_refused (builder, KKR_CALC_ERROR_OUT_OF_RANGE,
                  "column \"x\" has no unit: 99 found, one of the units expected");
  assert_refused (kkr_table_builder_new ("", "X", "X"), KKR_CALC_ERROR_OUT_OF_RANGE,
                  "the table has no name: an empty text found, a name expected");
}

static void
test_values (void)
{
  KkrTableBuilder *builder = start ();

  kkr_table_builder_add_double (builder, "x", "X", "X", KKR_UNIT_AMOUNT, DOUBLES (1, 2), 2);
  assert_refused (builder, KKR_CALC_ERROR_OUT_OF_RANGE,
                  "column \"x\" holds money as floating-point numbers: doubles found, whole øre or "
                  "exact fractions expected");
  builder = start ();
  kkr_table_builder_add_double (builder, "x", "X", "X", KKR_UNIT_NONE,
                                DOUBLES (1, (gdouble) -INFINITY), 2);
  assert_refused (builder, KKR_CALC_ERROR_OUT_OF_RANGE,
                  "row 1 of column \"x\": an infinite number found, a finite one expected");
  builder = start ();
  kkr_table_builder_add_ratio (builder, "x", "X", "X", KKR_UNIT_NONE, NAMES ("1/3", "1,5"));
  assert_refused (builder, KKR_CALC_ERROR_OUT_OF_RANGE,
                  "row 1 of column \"x\": \"1,5\" found, a number such as 27/10 expected");
  builder = start ();
  kkr_table_builder_add_ratio (builder, "x", "X", "X", KKR_UNIT_NONE, NAMES ("1/0", "1"));
  assert_refused (builder, KKR_CALC_ERROR_OUT_OF_RANGE,
                  "row 0 of column \"x\": \"1/0\" found, a number such as 27/10 expected");
  builder = start ();
  kkr_table_builder_add_codes (builder, "x", "X", "X", INT32S (0, 2), 2, NAMES ("a", "b"));
  assert_refused (builder, KKR_CALC_ERROR_OUT_OF_RANGE,
                  "row 1 of column \"x\" has no label: 2 found, less than 2 expected");
  builder = start ();
  kkr_table_builder_add_date (builder, "x", "X", "X", INT32S (0, G_MAXINT32), 2);
  assert_refused (builder, KKR_CALC_ERROR_OUT_OF_RANGE,
                  "row 1 of column \"x\": day 2147483647 found, a day of the years 1 to 9999 "
                  "expected");
}

static void
test_setters (void)
{
  KkrTableBuilder *builder = start ();

  kkr_table_builder_set_status (builder, "x", 0, KKR_CELL_STATUS_MISSING);
  assert_refused (builder, KKR_CALC_ERROR_INCONSISTENT,
                  "no such column: \"x\" found, one of n, t expected");
  builder = start ();
  kkr_table_builder_set_status (builder, "n", 2, KKR_CELL_STATUS_MISSING);
  assert_refused (builder, KKR_CALC_ERROR_OUT_OF_RANGE,
                  "no such row in column \"n\": 2 found, less than 2 expected");
  builder = start ();
  kkr_table_builder_set_status (builder, "n", 0, KKR_CELL_STATUS_VALUE);
  assert_refused (builder, KKR_CALC_ERROR_OUT_OF_RANGE,
                  "status of row 0 of column \"n\": 0 found, missing, suppressed or not-applicable "
                  "expected");
  builder = start ();
  kkr_table_builder_set_status (builder, "n", 0, (KkrCellStatus) 4);
  assert_refused (builder, KKR_CALC_ERROR_OUT_OF_RANGE,
                  "status of row 0 of column \"n\": 4 found, missing, suppressed or not-applicable "
                  "expected");
  builder = start ();
  kkr_table_builder_set_decimals (builder, "n", -1);
  assert_refused (builder, KKR_CALC_ERROR_OUT_OF_RANGE,
                  "decimals of column \"n\": -1 found, 0 to 18 expected");
  builder = start ();
  kkr_table_builder_set_decimals (builder, "t", 1);
  assert_refused (builder, KKR_CALC_ERROR_INCONSISTENT,
                  "column \"t\" has no decimals: kind text found, numbers expected");
  builder = start ();
  kkr_table_builder_set_total (builder, "t", "1");
  assert_refused (builder, KKR_CALC_ERROR_INCONSISTENT,
                  "column \"t\" has no total: kind text found, numbers expected");
  builder = start ();
  kkr_table_builder_set_total (builder, "n", "5/2");
  assert_refused (builder, KKR_CALC_ERROR_OUT_OF_RANGE,
                  "total of column \"n\": \"5/2\" found, a whole number such as 27 expected");
  builder = start ();
  kkr_table_builder_set_labels_in_english (builder, "t", NAMES ("a"));
  assert_refused (builder, KKR_CALC_ERROR_INCONSISTENT,
                  "labels of column \"t\" in English: 1 found, 2 expected");
  builder = start ();
  kkr_table_builder_set_labels_in_english (builder, "n", NAMES ("a"));
  assert_refused (builder, KKR_CALC_ERROR_INCONSISTENT,
                  "column \"n\" has no labels: kind int64 found, text expected");
}

static void
test_key (void)
{
  KkrTableBuilder *builder = start ();
  g_autoptr (KkrTable) table = NULL;

  kkr_table_builder_set_key (builder, NAMES ("t", "x"));
  assert_refused (builder, KKR_CALC_ERROR_INCONSISTENT,
                  "no such column: \"x\" found, one of n, t expected");
  builder = start ();
  kkr_table_builder_set_key (builder, NAMES ("t", "n", "t"));
  assert_refused (builder, KKR_CALC_ERROR_INCONSISTENT,
                  "a key column is named twice: \"t\" found twice, columns that differ expected");
  builder = start ();
  kkr_table_builder_set_key (builder, NAMES ("t", "later"));
  kkr_table_builder_add_text (builder, "later", "X", "X", NAMES ("c", "d"));
  table = end_builder (builder);
  g_assert_cmpstrv ((char **) kkr_table_get_key_columns (table), NAMES ("t", "later"));
}

/* The first fault is the one that is told. */
static void
test_first_fault (void)
{
  KkrTableBuilder *builder = start ();

  kkr_table_builder_set_decimals (builder, "n", 19);
  kkr_table_builder_add_text (builder, "", "X", "X", NAMES ("a"));
  kkr_table_builder_set_status (builder, "x", 0, KKR_CELL_STATUS_MISSING);
  kkr_table_builder_set_key (builder, NAMES ("y"));
  assert_refused (builder, KKR_CALC_ERROR_OUT_OF_RANGE,
                  "decimals of column \"n\": 19 found, 0 to 18 expected");
}

static void
test_once (void)
{
  KkrTableBuilder *builder = start ();
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrTable) table = kkr_table_builder_end (builder, &error);

  g_assert_no_error (error);
  kkr_table_builder_set_status (builder, "n", 0, KKR_CELL_STATUS_MISSING);
  kkr_table_builder_add_text (builder, "u", "X", "X", NAMES ("a", "b"));
  g_assert_cmpint (kkr_column_get_int64 (kkr_table_get_column (table, "n"), 0), ==, 1);
  assert_refused (builder, KKR_CALC_ERROR_INCONSISTENT,
                  "the builder was used up: a second call of end() found, one expected");
  g_assert_null (kkr_table_get_column (table, "u"));
}

static void
test_empty (void)
{
  KkrTableBuilder *builder = kkr_table_builder_new ("empty", "Tom", "Empty");
  g_autoptr (KkrTable) no_columns = end_builder (builder);
  g_autoptr (KkrTable) no_rows = NULL;
  g_autoptr (KkrTableBuilder) no_arguments = g_object_new (KKR_TYPE_TABLE_BUILDER, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (kkr_table_get_n_rows (no_columns), ==, 0);
  builder = kkr_table_builder_new ("empty", "Tom", "Empty");
  kkr_table_builder_add_int64 (builder, "n", "N", "N", KKR_UNIT_AMOUNT, NULL, 0);
  kkr_table_builder_add_ratio (builder, "r", "R", "R", KKR_UNIT_SHARE, NAMES (NULL));
  kkr_table_builder_add_text (builder, "t", "T", "T", NAMES (NULL));
  kkr_table_builder_set_labels_in_english (builder, "t", NAMES (NULL));
  no_rows = end_builder (builder);
  g_assert_cmpuint (kkr_table_get_n_rows (no_rows), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (kkr_table_get_columns (no_rows)), ==, 3);
  g_assert_null (kkr_table_builder_end (no_arguments, &error));
  g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE);
}

static void
test_codes (void)
{
  KkrTableBuilder *builder = kkr_table_builder_new ("codes", "Koder", "Codes");
  g_autoptr (KkrTable) table = NULL;
  g_auto (GStrv) strings = NULL;
  KkrColumn *column;

  kkr_table_builder_add_codes (builder, "t", "T", "T", INT32S (1, G_MININT32, 0), 3,
                               NAMES ("ja", "nej"));
  table = end_builder (builder);
  column = kkr_table_get_column (table, "t");
  strings = kkr_column_get_strings (column);
  g_assert_cmpstrv (strings, NAMES ("nej", "", "ja"));
  g_assert_cmpint (kkr_column_get_cell_status (column, 1), ==, KKR_CELL_STATUS_MISSING);
  g_assert_cmpint (kkr_column_get_int64 (column, 0), ==, 1);
}

/* A status replaces a value, and a later one the earlier; a total can be taken back. */
static void
test_change (void)
{
  KkrTableBuilder *builder = start ();
  g_autoptr (KkrTable) table = NULL;

  kkr_table_builder_set_status (builder, "n", 1, KKR_CELL_STATUS_MISSING);
  kkr_table_builder_set_status (builder, "n", 1, KKR_CELL_STATUS_SUPPRESSED);
  kkr_table_builder_set_total (builder, "n", "3");
  kkr_table_builder_set_total (builder, "n", "");
  table = end_builder (builder);
  g_assert_cmpint (kkr_column_get_cell_status (kkr_table_get_column (table, "n"), 1), ==,
                   KKR_CELL_STATUS_SUPPRESSED);
  g_assert_cmpint (kkr_column_get_int64 (kkr_table_get_column (table, "n"), 1), ==, G_MININT64);
  g_assert_false (kkr_column_has_total (kkr_table_get_column (table, "n")));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table/builder/qualifiers", test_qualifiers);
  g_test_add_func ("/table/builder/qualifiers-and-statuses", test_qualifiers_and_statuses);
  g_test_add_func ("/table/builder/qualifiers-written", test_qualifiers_written);
  g_test_add_func ("/table/builder/qualifier-names", test_qualifier_names);
  g_test_add_func ("/builder/columns", test_columns);
  g_test_add_func ("/builder/values", test_values);
  g_test_add_func ("/builder/setters", test_setters);
  g_test_add_func ("/builder/key", test_key);
  g_test_add_func ("/builder/first-fault", test_first_fault);
  g_test_add_func ("/builder/once", test_once);
  g_test_add_func ("/builder/empty", test_empty);
  g_test_add_func ("/builder/codes", test_codes);
  g_test_add_func ("/builder/change", test_change);
  return g_test_run ();
}
