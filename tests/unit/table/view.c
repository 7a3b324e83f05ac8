/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <string.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/table/kkr-column-joiner-private.h>
#include <libkkr/table/kkr-column-view-private.h>
#include <libkkr/table/kkr-table-builder.h>

/* Tables of scenarios: columns that are computed when they are read. */

static KkrTable *
make_keys (const char *const *names, const gint64 *codes, guint n, gboolean lacks_one)
{
  static const char *const key[] = { "code", "name", NULL };
  const gint32 days[] = { 0, 1, 2, 3 };
  const double numbers[] = { 0.5, 1.5, 2.5, 3.5 };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("t", "T", "T");
  g_autoptr (GError) error = NULL;
  KkrTable *table;

  kkr_table_builder_add_int64 (builder, "code", "Kode", "Code", KKR_UNIT_NONE, codes, n);
  kkr_table_builder_add_text (builder, "name", "Navn", "Name", names);
  kkr_table_builder_add_date (builder, "day", "Dag", "Day", days, n);
  kkr_table_builder_add_double (builder, "number", "Tal", "Number", KKR_UNIT_RATE, numbers, n);
  if (lacks_one)
    kkr_table_builder_set_status (builder, "day", 1, KKR_CELL_STATUS_SUPPRESSED);
  kkr_table_builder_set_key (builder, key);
  table = kkr_table_builder_end (builder, &error);
  g_assert_no_error (error);
  return table;
}

static KkrColumn *
make_amounts (guint n)
{
  g_autofree gint64 *amounts = g_new (gint64, n);
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("t", "T", "T");
  g_autoptr (KkrTable) table = NULL;

  for (guint i = 0; i < n; i++)
    amounts[i] = 100 * (gint64) i;
  kkr_table_builder_add_int64 (builder, "amount", "Beløb", "Amount", KKR_UNIT_AMOUNT, amounts, n);
  table = kkr_table_builder_end (builder, NULL);
  return g_object_ref (kkr_table_get_column (table, "amount"));
}

/* Three scenarios of two rows. */
static KkrTable *
make_even (void)
{
  static const char *const names[] = { "Rebild", "Ærø", NULL };
  g_autoptr (KkrTable) keys = make_keys (names, (gint64[]) { 840, 492 }, 2, TRUE);
  g_autoptr (KkrScenarioRows) rows = kkr_scenario_rows_new_even (3, 2);
  g_autoptr (KkrColumn) amounts = make_amounts (6);
  g_autoptr (GError) error = NULL;
  KkrTable *table = kkr_table_new_scenarios ("all", "Alle", "All", rows, &keys, 1, &amounts, 1,
                                             &error);

  g_assert_no_error (error);
  return table;
}

/* Four scenarios of the lists a, b, none, a, with rows 2, 3, 0, 2. */
static KkrTable *
make_uneven (void)
{
  static const char *const a_names[] = { "Rebild", "Ærø", NULL };
  static const char *const b_names[] = { "Ærø", "Læsø", "Fanø", NULL };
  static const char *const no_names[] = { NULL };
  g_autoptr (KkrTable) a = make_keys (a_names, (gint64[]) { 840, 492 }, 2, FALSE);
  g_autoptr (KkrTable) b = make_keys (b_names, (gint64[]) { 492, 825, 563 }, 3, TRUE);
  g_autoptr (KkrTable) none = make_keys (no_names, NULL, 0, FALSE);
  KkrTable *const keys[] = { a, b, none };
  const guint first[] = { 0, 2, 5, 5, 7 }, lists[] = { 0, 1, 2, 0 }, list_first[] = { 0, 2, 5 };
  g_autoptr (KkrScenarioRows) rows = kkr_scenario_rows_new_take (
    4, g_memdup2 (first, sizeof first), g_memdup2 (lists, sizeof lists),
    g_memdup2 (list_first, sizeof list_first));
  g_autoptr (KkrColumn) amounts = make_amounts (7);
  g_autoptr (GError) error = NULL;
  KkrTable *table = kkr_table_new_scenarios ("all", "Alle", "All", rows, keys, 3, &amounts, 1,
                                             &error);

  g_assert_no_error (error);
  return table;
}

static void
test_even (void)
{
  g_autoptr (KkrTable) table = make_even ();
  g_autofree char *csv = kkr_table_to_csv (table), *danish = kkr_table_to_csv_danish (table);
  g_autofree char *json = kkr_table_to_json (table), *text = kkr_table_to_string (table);

  g_assert_cmpstr (csv, ==,
                   "scenario,code,name,amount\r\n"
                   "0,840,Rebild,0.00\r\n0,492,Ærø,1.00\r\n1,840,Rebild,2.00\r\n"
                   "1,492,Ærø,3.00\r\n2,840,Rebild,4.00\r\n2,492,Ærø,5.00\r\n");
  g_assert_true (g_str_has_prefix (danish, "Scenarie;Kode;Navn;Beløb (kr.)\r\n0;840;Rebild;0\r\n"));
  g_assert_nonnull (strstr (json, "\"values\":[0,0,1,1,2,2]"));
  g_assert_nonnull (strstr (json, "[\"Rebild\",\"Ærø\",\"Rebild\",\"Ærø\",\"Rebild\",\"Ærø\"]"));
  g_assert_nonnull (strstr (text, "       2   492  Ærø               5"));
}

static void
test_uneven (void)
{
  g_autoptr (KkrTable) table = make_uneven ();
  g_autofree char *csv = kkr_table_to_csv (table);

  g_assert_cmpstr (csv, ==,
                   "scenario,code,name,amount\r\n"
                   "0,840,Rebild,0.00\r\n0,492,Ærø,1.00\r\n1,492,Ærø,2.00\r\n1,825,Læsø,3.00\r\n"
                   "1,563,Fanø,4.00\r\n3,840,Rebild,5.00\r\n3,492,Ærø,6.00\r\n");
}

/* The bytes hold what is told row by row. */
static void
test_bytes (gconstpointer data)
{
  g_autoptr (KkrTable) table = data != NULL ? make_even () : make_uneven ();
  gsize n_columns;
  g_autofree KkrColumn **columns = kkr_table_dup_columns (table, &n_columns);

  for (gsize c = 0; c < n_columns; c++)
    {
      gsize size, n_statuses;
      const void *bytes = g_bytes_get_data (kkr_column_get_bytes (columns[c]), &size);
      const guint8 *statuses = g_bytes_get_data (kkr_column_get_status (columns[c]), &n_statuses);
      gboolean is_text = kkr_column_get_kind (columns[c]) == KKR_COLUMN_KIND_TEXT;
      guint n = kkr_table_get_n_rows (table);

      g_assert_cmpuint (size, ==, n * (is_text ? 4 : 8));
      g_assert_cmpuint (n_statuses, ==, n);
      g_assert_cmpuint ((gsize) bytes % 64, ==, 0);
      for (guint row = 0; row < n; row++)
        {
          g_assert_cmpint (is_text ? ((const gint32 *) bytes)[row] : ((const gint64 *) bytes)[row],
                           ==, kkr_column_get_int64 (columns[c], row));
          g_assert_cmpint (statuses[row], ==, kkr_column_get_cell_status (columns[c], row));
        }
      g_assert_true (kkr_column_get_bytes (columns[c]) == kkr_column_get_bytes (columns[c]));
      g_object_unref (columns[c]);
    }
}

/* Columns of every kind, with cells that lack. */
static void
test_kinds (void)
{
  static const char *const names[] = { "Rebild", "Ærø", NULL };
  static const char *const expected[] = { "1970-01-01", "..", "1970-01-01", "..", "1970-01-01", "..",
                                          NULL };
  g_autoptr (KkrTable) keys = make_keys (names, (gint64[]) { 840, 492 }, 2, TRUE);
  g_autoptr (KkrScenarioRows) rows = kkr_scenario_rows_new_even (3, 2);
  g_autoptr (KkrColumn) days = kkr_column_new_repeated (kkr_table_get_column (keys, "day"), rows);
  g_autoptr (KkrColumn) numbers = kkr_column_new_repeated (kkr_table_get_column (keys, "number"),
                                                           rows);
  g_auto (GStrv) texts = kkr_column_get_strings (days);
  const gint32 *day_bytes;
  const gdouble *number_bytes;
  const guint8 *statuses;
  g_autofree char *exact = kkr_column_dup_exact (numbers, 5);

  g_clear_object (&keys);
  g_assert_cmpstrv (texts, expected);
  day_bytes = g_bytes_get_data (kkr_column_get_bytes (days), NULL);
  g_assert_cmpint (day_bytes[4], ==, 0);
  g_assert_cmpint (day_bytes[5], ==, G_MININT32);
  statuses = g_bytes_get_data (kkr_column_get_status (days), NULL);
  g_assert_cmpint (statuses[5], ==, KKR_CELL_STATUS_SUPPRESSED);
  g_assert_cmpint (statuses[4], ==, KKR_CELL_STATUS_VALUE);
  number_bytes = g_bytes_get_data (kkr_column_get_bytes (numbers), NULL);
  g_assert_true (number_bytes[5] >= 1.5 && number_bytes[5] <= 1.5);
  g_assert_cmpstr (exact, ==, "3/2");
  g_assert_cmpint (kkr_column_get_cell_status (days, 6), ==, KKR_CELL_STATUS_NOT_APPLICABLE);
}

static void
assert_row (KkrTable *table, const char *key, gint64 row)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (kkr_table_find_row (table, key, &error), ==, row);
  if (row < 0)
    g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA);
  else
    g_assert_no_error (error);
}

static void
test_keys (void)
{
  static const char *const names[] = { "Rebild", "Ærø", NULL };
  g_autoptr (KkrTable) keys = make_keys (names, (gint64[]) { 840, 492 }, 2, FALSE);
  g_autoptr (KkrScenarioRows) rows = kkr_scenario_rows_new_even (1, 2);
  g_autoptr (KkrTable) single = kkr_table_new_scenarios ("one", "En", "One", rows, &keys, 1, NULL,
                                                         0, NULL);
  g_autoptr (KkrTable) table = make_uneven ();
  g_autofree char *key = kkr_table_dup_row_key (table, 4);

  g_assert_cmpstr (key, ==, "1/Fanø");
  assert_row (table, "1/Fanø", 4);
  assert_row (table, " 1/563", 4);
  assert_row (table, "1/563/fanø", 4);
  assert_row (table, "3/Ærø", 6);
  assert_row (table, "2/Ærø", -1);
  assert_row (table, "4/Ærø", -1);
  assert_row (table, "-1/Ærø", -1);
  assert_row (table, "Fanø", -1);
  assert_row (table, "1", -1);
  assert_row (table, "", -1);
  assert_row (single, "0/Rebild", 0);
  assert_row (single, "Ærø", 1);
  assert_row (single, "840", 0);
  g_assert_null (kkr_table_dup_row_key (table, 7));
}

static gpointer
ask_for_bytes (gpointer column)
{
  kkr_column_get_status (column);
  return kkr_column_get_bytes (column);
}

static void
test_threads (void)
{
  for (guint round = 0; round < 20; round++)
    {
      g_autoptr (KkrTable) table = make_uneven ();
      KkrColumn *column = kkr_table_get_column (table, "name");
      GThread *threads[4];

      for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        threads[i] = g_thread_new ("bytes", ask_for_bytes, column);
      for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        g_assert_true (g_thread_join (threads[i]) == kkr_column_get_bytes (column));
    }
}

static void
test_joiner (void)
{
  g_autoptr (KkrColumnJoiner) joiner = kkr_column_joiner_new ();
  g_autoptr (KkrColumn) amounts = make_amounts (2), more = make_amounts (3);
  g_autoptr (KkrTable) table = make_even ();
  g_autoptr (KkrColumn) joined = NULL;
  g_autoptr (GError) error = NULL;
  const gint64 expected[] = { 0, 100, 0, 100, 200 };

  g_assert_true (kkr_column_joiner_add (joiner, amounts, &error));
  g_assert_true (kkr_column_joiner_add (joiner, more, &error));
  g_assert_false (kkr_column_joiner_add (joiner, kkr_table_get_column (table, "code"), &error));
  g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT);
  g_assert_cmpstr (error->message, ==,
                   "column \"code\" changes between scenarios: int64, none found, int64, amount "
                   "expected");
  joined = kkr_column_joiner_end (joiner);
  g_assert_cmpuint (kkr_column_get_length (joined), ==, 5);
  g_assert_cmpmem (g_bytes_get_data (kkr_column_get_bytes (joined), NULL), sizeof expected,
                   expected, sizeof expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/view/even", test_even);
  g_test_add_func ("/view/uneven", test_uneven);
  g_test_add_data_func ("/view/bytes/even", "even", test_bytes);
  g_test_add_data_func ("/view/bytes/uneven", NULL, test_bytes);
  g_test_add_func ("/view/kinds", test_kinds);
  g_test_add_func ("/view/keys", test_keys);
  g_test_add_func ("/view/threads", test_threads);
  g_test_add_func ("/view/joiner", test_joiner);
  return g_test_run ();
}
