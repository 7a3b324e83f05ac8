/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "fixture.h"

#include <math.h>
#include <string.h>

/* Columns that are added as bytes. */

static KkrTable *
end_table (KkrTableBuilder *builder)
{
  g_autoptr (GError) error = NULL;
  KkrTable *table = kkr_table_builder_end (builder, &error);

  g_assert_no_error (error);
  g_object_unref (builder);
  return table;
}

static void
assert_refused (KkrColumnKind kind, KkrUnit unit, const void *values, gsize size,
                KkrCalcError code, const char *message)
{
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("table", "Tabel", "Table");
  g_autoptr (GBytes) bytes = g_bytes_new (values, size);
  g_autoptr (GError) error = NULL;

  kkr_table_builder_add_bytes (builder, "x", "x", "x", kind, unit, bytes);
  g_assert_null (kkr_table_builder_end (builder, &error));
  g_assert_error (error, KKR_CALC_ERROR, (int) code);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_kinds (void)
{
  const gint64 numbers[] = { 100, G_MININT64, G_MAXINT64 };
  const gdouble doubles[] = { 0.5, NAN, -1e300 };
  const gint32 days[] = { 19723, G_MININT32, -1 };
  g_autoptr (GBytes) a = g_bytes_new (numbers, sizeof numbers);
  g_autoptr (GBytes) b = g_bytes_new (doubles, sizeof doubles);
  g_autoptr (GBytes) c = g_bytes_new (days, sizeof days);
  KkrTableBuilder *builder = kkr_table_builder_new ("table", "Tabel", "Table");
  g_autoptr (KkrTable) table = NULL;
  g_autofree char *csv = NULL;

  kkr_table_builder_add_bytes (builder, "n", "n", "n", KKR_COLUMN_KIND_INT64, KKR_UNIT_AMOUNT, a);
  kkr_table_builder_add_bytes (builder, "d", "d", "d", KKR_COLUMN_KIND_DOUBLE, KKR_UNIT_RATE, b);
  kkr_table_builder_add_bytes (builder, "day", "d", "d", KKR_COLUMN_KIND_DATE, KKR_UNIT_NONE, c);
  table = end_table (builder);
  csv = kkr_table_to_csv (table);
  g_assert_cmpstr (csv, ==,
                   "n,d,day\r\n1.00,0.5,2024-01-01\r\n,,\r\n"
                   "92233720368547758.07,-1e+300,1969-12-31\r\n");
  g_assert_cmpint (kkr_column_get_cell_status (kkr_table_get_column (table, "d"), 1), ==,
                   KKR_CELL_STATUS_MISSING);
  /* Not copied. */
  g_assert_true (kkr_column_get_bytes (kkr_table_get_column (table, "n")) == a);
}

static void
test_refused (void)
{
  const gint64 numbers[] = { 1, 2 };
  const gdouble infinite[] = { 1.0, INFINITY };
  const gint32 days[] = { 0, 2932897 };

  assert_refused (KKR_COLUMN_KIND_INT64, KKR_UNIT_AMOUNT, numbers, 12, KKR_CALC_ERROR_INCONSISTENT,
                  "column \"x\": 12 bytes found, a multiple of 8 expected");
  assert_refused (KKR_COLUMN_KIND_DATE, KKR_UNIT_NONE, numbers, 6, KKR_CALC_ERROR_INCONSISTENT,
                  "column \"x\": 6 bytes found, a multiple of 4 expected");
  assert_refused (KKR_COLUMN_KIND_TEXT, KKR_UNIT_NONE, numbers, 8, KKR_CALC_ERROR_OUT_OF_RANGE,
                  "column \"x\" cannot be made of bytes: kind text found, int64, double or date "
                  "expected");
  assert_refused (KKR_COLUMN_KIND_DOUBLE, KKR_UNIT_RATE, infinite, 16, KKR_CALC_ERROR_OUT_OF_RANGE,
                  "row 1 of column \"x\": an infinite number found, a finite one expected");
  assert_refused (KKR_COLUMN_KIND_DATE, KKR_UNIT_NONE, days, 8, KKR_CALC_ERROR_OUT_OF_RANGE,
                  "row 1 of column \"x\": day 2932897 found, a day of the years 1 to 9999 expected");
  assert_refused (KKR_COLUMN_KIND_DOUBLE, KKR_UNIT_AMOUNT, numbers, 16, KKR_CALC_ERROR_OUT_OF_RANGE,
                  "column \"x\" holds money as floating-point numbers: doubles found, whole øre or "
                  "exact fractions expected");
}

/* Where the numbers do not lie as they have to, they are copied. */
static void
test_misaligned (void)
{
  char memory[4 + 2 * sizeof (gint64)];
  const gint64 numbers[] = { 7, G_MININT64 };
  g_autoptr (GBytes) whole = NULL, part = NULL;
  KkrTableBuilder *builder = kkr_table_builder_new ("table", "Tabel", "Table");
  g_autoptr (KkrTable) table = NULL;
  g_autofree char *csv = NULL;

  memcpy (memory + 4, numbers, sizeof numbers);
  whole = g_bytes_new (memory, sizeof memory);
  part = g_bytes_new_from_bytes (whole, 4, sizeof numbers);
  kkr_table_builder_add_bytes (builder, "n", "n", "n", KKR_COLUMN_KIND_INT64, KKR_UNIT_COUNT, part);
  table = end_table (builder);
  csv = kkr_table_to_csv (table);
  g_assert_cmpstr (csv, ==, "n\r\n7\r\n\r\n");
  g_assert_true (kkr_column_get_bytes (kkr_table_get_column (table, "n")) != part);
}

/* What was given stays as it was, whatever the builder is told afterwards. */
static void
test_not_written_to (void)
{
  const gint64 numbers[] = { 1, 2 };
  g_autoptr (GBytes) bytes = g_bytes_new (numbers, sizeof numbers);
  KkrTableBuilder *builder = kkr_table_builder_new ("table", "Tabel", "Table");
  g_autoptr (KkrTable) table = NULL;

  kkr_table_builder_add_bytes (builder, "n", "n", "n", KKR_COLUMN_KIND_INT64, KKR_UNIT_COUNT,
                               bytes);
  kkr_table_builder_set_status (builder, "n", 1, KKR_CELL_STATUS_SUPPRESSED);
  table = end_table (builder);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), sizeof numbers, numbers, sizeof numbers);
  g_assert_cmpint (kkr_column_get_int64 (kkr_table_get_column (table, "n"), 1), ==, G_MININT64);
  g_assert_cmpint (kkr_column_get_int64 (kkr_table_get_column (table, "n"), 0), ==, 1);
}

static void
test_empty (void)
{
  g_autoptr (GBytes) none = g_bytes_new (NULL, 0);
  KkrTableBuilder *builder = kkr_table_builder_new ("table", "Tabel", "Table");
  g_autoptr (KkrTable) table = NULL;

  kkr_table_builder_add_bytes (builder, "n", "n", "n", KKR_COLUMN_KIND_INT64, KKR_UNIT_COUNT, none);
  table = end_table (builder);
  g_assert_cmpuint (kkr_table_get_n_rows (table), ==, 0);
  /* Memory all the same: Python would get None. */
  g_assert_nonnull (g_bytes_get_data (kkr_column_get_bytes (kkr_table_get_column (table, "n")),
                                      NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bytes/kinds", test_kinds);
  g_test_add_func ("/bytes/refused", test_refused);
  g_test_add_func ("/bytes/misaligned", test_misaligned);
  g_test_add_func ("/bytes/not-written-to", test_not_written_to);
  g_test_add_func ("/bytes/empty", test_empty);
  return g_test_run ();
}
