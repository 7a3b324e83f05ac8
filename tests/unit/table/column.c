/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "fixture.h"

#include <math.h>
#include <string.h>

static void
test_kinds (void)
{
  static const struct {
    const char *name, *dtype, *typed_array;
    KkrColumnKind kind;
    KkrUnit unit;
    gsize item_size;
  } expected[] = {
    { "offer", "<i4", "Int32Array", KKR_COLUMN_KIND_TEXT, KKR_UNIT_NONE, 4 },
    { "day", "<i4", "Int32Array", KKR_COLUMN_KIND_DATE, KKR_UNIT_NONE, 4 },
    { "cost", "<i8", "BigInt64Array", KKR_COLUMN_KIND_INT64, KKR_UNIT_AMOUNT, 8 },
    { "rate", "<f8", "Float64Array", KKR_COLUMN_KIND_RATIO, KKR_UNIT_RATE, 8 },
    { "occupancy", "<f8", "Float64Array", KKR_COLUMN_KIND_DOUBLE, KKR_UNIT_PERCENT, 8 },
  };
  g_autoptr (KkrTable) table = make_mixed ();

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      KkrColumn *column = kkr_table_get_column (table, expected[i].name);
      gconstpointer data = g_bytes_get_data (kkr_column_get_bytes (column), NULL);

      g_assert_cmpstr (kkr_column_get_name (column), ==, expected[i].name);
      g_assert_cmpstr (kkr_column_get_dtype (column), ==, expected[i].dtype);
      g_assert_cmpstr (kkr_column_get_typed_array (column), ==, expected[i].typed_array);
      g_assert_cmpint (kkr_column_get_kind (column), ==, expected[i].kind);
      g_assert_cmpint (kkr_column_get_unit (column), ==, expected[i].unit);
      g_assert_cmpuint (kkr_column_get_length (column), ==, 4);
      g_assert_cmpuint (kkr_column___len__ (column), ==, 4);
      g_assert_cmpuint (g_bytes_get_size (kkr_column_get_bytes (column)), ==,
                        4 * expected[i].item_size);
      g_assert_cmpuint (g_bytes_get_size (kkr_column_get_status (column)), ==, 4);
      g_assert_cmpuint ((guintptr) data % 64, ==, 0);
    }
}

static void
test_bytes (void)
{
  g_autoptr (KkrTable) table = make_mixed ();
  const gint32 codes[] = { 0, 1, 0, G_MININT32 };
  const gint32 days[] = { 19590, 0, G_MININT32, -1 };
  const gint64 costs[] = { 123456789, -50, G_MININT64, 0 };
  const gdouble *rates;
  gconstpointer data;
  gsize size;

  data = g_bytes_get_data (kkr_column_get_bytes (kkr_table_get_column (table, "offer")), &size);
  g_assert_cmpmem (data, (int) size, codes, sizeof codes);
  data = g_bytes_get_data (kkr_column_get_bytes (kkr_table_get_column (table, "day")), &size);
  g_assert_cmpmem (data, (int) size, days, sizeof days);
  data = g_bytes_get_data (kkr_column_get_bytes (kkr_table_get_column (table, "cost")), &size);
  g_assert_cmpmem (data, (int) size, costs, sizeof costs);
  rates = g_bytes_get_data (kkr_column_get_bytes (kkr_table_get_column (table, "rate")), NULL);
  g_assert_true (rates[0] <= 672.5 && rates[0] >= 672.5);
  g_assert_true (isnan (rates[1]) && isnan (rates[2]));
  g_assert_true (rates[3] <= -2.7 && rates[3] >= -2.7);
}

static void
assert_status (KkrTable *table, const char *name, const guint8 expected[4])
{
  KkrColumn *column = kkr_table_get_column (table, name);
  gsize size;
  gconstpointer data = g_bytes_get_data (kkr_column_get_status (column), &size);

  g_assert_cmpmem (data, (int) size, expected, 4);
  for (guint row = 0; row < 4; row++)
    g_assert_cmpint (kkr_column_get_cell_status (column, row), ==, expected[row]);
  g_assert_cmpint (kkr_column_get_cell_status (column, 4), ==, KKR_CELL_STATUS_NOT_APPLICABLE);
}

static void
test_status (void)
{
  g_autoptr (KkrTable) table = make_mixed ();

  assert_status (table, "offer", (const guint8[]) { 0, 0, 0, 1 });
  assert_status (table, "day", (const guint8[]) { 0, 0, 1, 0 });
  assert_status (table, "cost", (const guint8[]) { 0, 0, 1, 0 });
  assert_status (table, "rate", (const guint8[]) { 0, 2, 1, 0 });
  assert_status (table, "occupancy", (const guint8[]) { 0, 0, 0, 3 });
}

/* The bytes own what they view: everything else is gone when they are read. */
static void
test_bytes_outlive_table (void)
{
  KkrTable *table = make_financing ();
  KkrColumn *column = g_object_ref (kkr_table_get_column (table, "amount"));
  g_autoptr (GBytes) bytes = g_bytes_ref (kkr_column_get_bytes (column));
  g_autoptr (GBytes) status = g_bytes_ref (kkr_column_get_status (column));

  g_object_unref (table);
  g_assert_cmpint (kkr_column_get_int64 (column, 10), ==, 629434900);
  g_object_unref (column);
  g_assert_cmpint (((const gint64 *) g_bytes_get_data (bytes, NULL))[10], ==, 629434900);
  g_assert_cmpint (((const guint8 *) g_bytes_get_data (status, NULL))[10], ==, 0);
}

static void
assert_strings (KkrTable *table, const char *name, const char *const *expected)
{
  g_auto (GStrv) strings = kkr_column_get_strings (kkr_table_get_column (table, name));

  g_assert_cmpstrv (strings, expected);
}

static void
test_strings (void)
{
  g_autoptr (KkrTable) table = make_mixed ();

  assert_strings (table, "offer", NAMES ("Solgården", "Skovhuset", "Solgården", ""));
  assert_strings (table, "day", NAMES ("2023-08-21", "1970-01-01", "", "1969-12-31"));
  assert_strings (table, "cost", NAMES ("1234567.89", "-0.50", "", "0.00"));
  assert_strings (table, "rate", NAMES ("672.5", "..", "", "-2.7"));
  assert_strings (table, "occupancy", NAMES ("0.1", "99.95", "1e-9", "."));
}

static void
assert_cells (KkrTable *table, const char *name, const char *language,
              const char *const *expected)
{
  KkrColumn *column = kkr_table_get_column (table, name);

  for (guint row = 0; expected[row] != NULL; row++)
    {
      g_autofree char *text = kkr_column_dup_text_in (column, row, language);

      g_assert_cmpstr (text, ==, expected[row]);
    }
}

static void
test_text (void)
{
  g_autoptr (KkrTable) table = make_mixed ();
  g_autofree char *danish = kkr_column_dup_text (kkr_table_get_column (table, "cost"), 0);

  g_assert_cmpstr (danish, ==, "1.234.567,89");
  assert_cells (table, "offer", "da", NAMES ("Solgården", "Skovhuset", "Solgården", "", "."));
  assert_cells (table, "offer", "en", NAMES ("Sun Farm", "Forest House", "Sun Farm", ""));
  assert_cells (table, "day", NULL, NAMES ("21. august 2023", "1. januar 1970", "",
                                           "31. december 1969"));
  assert_cells (table, "day", "en", NAMES ("21 August 2023", "1 January 1970", ""));
  assert_cells (table, "cost", "da", NAMES ("1.234.567,89", "-0,50", "", "0,00"));
  assert_cells (table, "cost", "en", NAMES ("1,234,567.89", "-0.50", "", "0.00"));
  assert_cells (table, "rate", "da", NAMES ("672,50", "..", "", "-2,70"));
  /* 99.95 is read as the decimal 99,95, a half, and not as the double just below it. */
  assert_cells (table, "occupancy", "da", NAMES ("0,1", "100,0", "0,0", "."));
}

static void
assert_exact (KkrTable *table, const char *name, guint row, const char *expected)
{
  g_autofree char *exact = kkr_column_dup_exact (kkr_table_get_column (table, name), row);

  g_assert_cmpstr (exact, ==, expected);
}

static void
test_exact (void)
{
  g_autoptr (KkrTable) table = make_mixed ();
  g_autofree char *total = kkr_column_dup_total (kkr_table_get_column (table, "rate"));
  g_autofree char *none = kkr_column_dup_total (kkr_table_get_column (table, "cost"));

  assert_exact (table, "offer", 1, "Skovhuset");
  assert_exact (table, "day", 0, "2023-08-21");
  assert_exact (table, "cost", 0, "123456789");
  assert_exact (table, "rate", 0, "1345/2");
  assert_exact (table, "rate", 1, NULL);
  assert_exact (table, "rate", 9, NULL);
  assert_exact (table, "occupancy", 1, "1999/20");
  assert_exact (table, "occupancy", 2, "1/1000000000");
  g_assert_cmpstr (total, ==, "26171/20");
  g_assert_null (none);
  g_assert_true (kkr_column_has_total (kkr_table_get_column (table, "rate")));
  g_assert_false (kkr_column_has_total (kkr_table_get_column (table, "cost")));
}

static void
test_numbers (void)
{
  g_autoptr (KkrTable) table = make_mixed ();
  KkrColumn *offer = kkr_table_get_column (table, "offer");
  KkrColumn *cost = kkr_table_get_column (table, "cost");
  KkrColumn *rate = kkr_table_get_column (table, "rate");

  g_assert_cmpint (kkr_column_get_int64 (cost, 1), ==, -50);
  g_assert_cmpint (kkr_column_get_int64 (cost, 2), ==, G_MININT64);
  g_assert_cmpint (kkr_column_get_int64 (cost, 4), ==, G_MININT64);
  g_assert_cmpint (kkr_column_get_int64 (offer, 1), ==, 1);
  g_assert_cmpint (kkr_column_get_int64 (rate, 0), ==, G_MININT64);
  g_assert_cmpint (kkr_column_get_int64 (kkr_table_get_column (table, "day"), 3), ==, -1);
  g_assert_true (kkr_column_get_double (rate, 0) <= 672.5 &&
                 kkr_column_get_double (rate, 0) >= 672.5);
  g_assert_true (kkr_column_get_double (cost, 1) <= -50 && kkr_column_get_double (cost, 1) >= -50);
  g_assert_true (isnan (kkr_column_get_double (rate, 2)));
  g_assert_true (isnan (kkr_column_get_double (offer, 0)));
  g_assert_true (isnan (kkr_column_get_double (rate, 4)));
}

static void
test_labels_and_titles (void)
{
  g_autoptr (KkrTable) table = make_mixed ();
  KkrColumn *offer = kkr_table_get_column (table, "offer");

  g_assert_cmpstrv ((char **) kkr_column_get_labels (offer),
                    NAMES ("Solgården", "Skovhuset", "Vækstedet"));
  g_assert_null (kkr_column_get_labels (kkr_table_get_column (table, "cost"))[0]);
  g_assert_cmpstr (kkr_column_get_title (offer), ==, "Tilbud");
  g_assert_cmpstr (kkr_column_get_title_in (offer, "en"), ==, "Offer");
  g_assert_cmpstr (kkr_column_get_title_in (offer, "da"), ==, "Tilbud");
}

static void
test_to_string (void)
{
  g_autoptr (KkrTable) table = make_mixed ();
  g_autofree char *text = kkr_column_to_string (kkr_table_get_column (table, "rate"));
  g_autofree char *alias = kkr_column___str__ (kkr_table_get_column (table, "rate"));
  g_autofree char *repr = kkr_column___repr__ (kkr_table_get_column (table, "rate"));

  /* 26171/20 = 1308,55 */
  g_assert_cmpstr (text, ==,
                   "Timepris (kr.)\n"
                   "--------------\n"
                   "        672,50\n"
                   "            ..\n"
                   "\n"
                   "         -2,70\n"
                   "--------------\n"
                   "I alt 1.308,55");
  g_assert_cmpstr (alias, ==, text);
  g_assert_cmpstr (repr, ==, "<Kkr.Column rate: ratio, rate, 4 rows>");
}

static void
test_properties (void)
{
  g_autoptr (KkrTable) table = make_mixed ();
  g_autofree char *name = NULL, *title = NULL, *dtype = NULL, *typed_array = NULL;
  g_auto (GStrv) labels = NULL;
  KkrColumnKind kind;
  KkrUnit unit;
  guint length;

  g_object_get (kkr_table_get_column (table, "offer"), "name", &name, "title", &title, "kind",
                &kind, "unit", &unit, "dtype", &dtype, "typed-array", &typed_array, "length",
                &length, "labels", &labels, NULL);
  g_assert_cmpstr (name, ==, "offer");
  g_assert_cmpstr (title, ==, "Tilbud");
  g_assert_cmpint (kind, ==, KKR_COLUMN_KIND_TEXT);
  g_assert_cmpint (unit, ==, KKR_UNIT_NONE);
  g_assert_cmpstr (dtype, ==, "<i4");
  g_assert_cmpstr (typed_array, ==, "Int32Array");
  g_assert_cmpuint (length, ==, 4);
  g_assert_cmpuint (g_strv_length (labels), ==, 3);
}

static void
test_without_arguments (void)
{
  g_autoptr (KkrColumn) column = g_object_new (KKR_TYPE_COLUMN, NULL);
  g_autofree char *text = kkr_column_to_string (column);
  g_autofree char *cell = kkr_column_dup_text (column, 0);
  g_auto (GStrv) strings = kkr_column_get_strings (column);

  g_assert_cmpstr (kkr_column_get_name (column), ==, "");
  g_assert_cmpstr (kkr_column_get_title (column), ==, "");
  g_assert_cmpstr (kkr_column_get_dtype (column), ==, "");
  g_assert_cmpstr (kkr_column_get_typed_array (column), ==, "");
  g_assert_cmpuint (g_bytes_get_size (kkr_column_get_bytes (column)), ==, 0);
  g_assert_cmpuint (g_bytes_get_size (kkr_column_get_status (column)), ==, 0);
  g_assert_cmpuint (g_strv_length (strings), ==, 0);
  g_assert_cmpstr (cell, ==, ".");
}

/* The shortest decimal that reads back, laid out plainly where that is short. */
static void
test_shortest (void)
{
  static const struct {
    gdouble value;
    const char *text;
  } cases[] = {
    { 0.0, "0" },          { 1.0, "1" },         { -2.5, "-2.5" },     { 100.0, "100" },
    { 0.1 + 0.2, "0.30000000000000004" },        { 1.0 / 3.0, "0.3333333333333333" },
    { 1e20, "100000000000000000000" },           { 1e21, "1e+21" },    { 1.5e300, "1.5e+300" },
    { 1e-7, "0.0000001" }, { 1e-8, "1e-8" },     { 9007199254740993.0, "9007199254740992" },
    { 4.9406564584124654e-324, "5e-324" },       { 123456789012345.0, "123456789012345" },
    { G_MINDOUBLE, "2.2250738585072014e-308" },  { -G_MAXDOUBLE, "-1.7976931348623157e+308" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KkrTableBuilder *builder = kkr_table_builder_new ("t", "T", "T");
      g_autoptr (KkrTable) table = NULL;
      g_auto (GStrv) strings = NULL;

      kkr_table_builder_add_double (builder, "x", "X", "X", KKR_UNIT_NONE, &cases[i].value, 1);
      table = end_builder (builder);
      strings = kkr_column_get_strings (kkr_table_get_column (table, "x"));
      g_assert_cmpstr (strings[0], ==, cases[i].text);
      g_assert_true (memcmp (&cases[i].value, &(gdouble) { g_ascii_strtod (strings[0], NULL) },
                             sizeof (gdouble)) == 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/column/kinds", test_kinds);
  g_test_add_func ("/column/bytes", test_bytes);
  g_test_add_func ("/column/status", test_status);
  g_test_add_func ("/column/bytes-outlive-table", test_bytes_outlive_table);
  g_test_add_func ("/column/strings", test_strings);
  g_test_add_func ("/column/text", test_text);
  g_test_add_func ("/column/exact", test_exact);
  g_test_add_func ("/column/numbers", test_numbers);
  g_test_add_func ("/column/labels-and-titles", test_labels_and_titles);
  g_test_add_func ("/column/to-string", test_to_string);
  g_test_add_func ("/column/properties", test_properties);
  g_test_add_func ("/column/without-arguments", test_without_arguments);
  g_test_add_func ("/column/shortest", test_shortest);
  return g_test_run ();
}
