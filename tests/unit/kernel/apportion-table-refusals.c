/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "share-helpers.h"

#include <libkkr/kernel/kkr-apportion-table-private.h>

#define LARGEST G_MAXINT64

/* The message is told without its code. */
static char *
refuse (KkrCalcError code, const gint64 *rows, gsize n_rows, const gint64 *columns,
        gsize n_columns, const gint64 *weights, gsize n_weights, gint64 unit)
{
  g_autoptr (GError) error = NULL;
  gsize n_shares = 7;
  gint64 *shares = kkr_apportion_table (rows, n_rows, columns, n_columns, weights, n_weights, unit,
                                        NULL, &n_shares, &error);

  g_assert_error (error, KKR_CALC_ERROR, (int) code);
  g_assert_null (shares);
  g_assert_cmpuint (n_shares, ==, 0);
  return g_strdup (error->message);
}

#define assert_refused(expected, ...)                                                             \
  G_STMT_START {                                                                                  \
    g_autofree char *message_ = refuse (__VA_ARGS__);                                             \
    g_assert_cmpstr (message_, ==, expected);                                                     \
  } G_STMT_END

static void
test_sizes (void)
{
  assert_refused ("no row totals: 0 found, 1 or more expected",
                  KKR_CALC_ERROR_OUT_OF_RANGE, NULL, 0, ROWS (1), 1, NULL, 0, 1);
  assert_refused ("no column totals: 0 found, 1 or more expected",
                  KKR_CALC_ERROR_OUT_OF_RANGE, ROWS (1), 1, NULL, 0, NULL, 0, 1);
  assert_refused ("weights do not fill the table: 3 found, 4 (2 rows of 2) expected",
                  KKR_CALC_ERROR_OUT_OF_RANGE, ROWS (1, 1), 2, ROWS (1, 1), 2, ROWS (1, 1, 1), 3,
                  1);
  assert_refused ("unit is not positive: 0 found, 1 or more expected",
                  KKR_CALC_ERROR_OUT_OF_RANGE, ROWS (1), 1, ROWS (1), 1, NULL, 0, 0);
}

static void
test_too_many_cells (void)
{
  g_autofree gint64 *totals = g_new0 (gint64, 10000);

  assert_refused ("too many cells: 10000 rows of 1001 found, at most 10000000 cells expected",
                  KKR_CALC_ERROR_OUT_OF_RANGE, totals, 10000, totals, 1001, NULL, 0, 1);
}

static void
test_totals (void)
{
  assert_refused ("total of row 1, counted from 0, is not a multiple of the unit: 250 with the "
                  "rest 50 found, a multiple of 100 expected",
                  KKR_CALC_ERROR_OUT_OF_RANGE, ROWS (100, 250), 2, ROWS (350), 1, NULL, 0, 100);
  assert_refused ("total of column 0, counted from 0, is not a multiple of the unit: -350 with "
                  "the rest -50 found, a multiple of 100 expected",
                  KKR_CALC_ERROR_OUT_OF_RANGE, ROWS (-300), 1, ROWS (-350), 1, NULL, 0, 100);
  assert_refused ("totals have different signs: -2 and 3 found, one sign expected",
                  KKR_CALC_ERROR_OUT_OF_RANGE, ROWS (3, -2), 2, ROWS (1), 1, NULL, 0, 1);
  assert_refused ("totals have different signs: -3 and 3 found, one sign expected",
                  KKR_CALC_ERROR_OUT_OF_RANGE, ROWS (3), 1, ROWS (-3), 1, NULL, 0, 1);
  assert_refused ("row totals and column totals do not agree: the sums 75 and 74 found, one sum "
                  "expected",
                  KKR_CALC_ERROR_INCONSISTENT, ROWS (40, 35), 2, ROWS (37, 37), 2, NULL, 0, 1);
  assert_refused ("row totals and column totals do not agree: the sums 18446744073709551614 and "
                  "9223372036854775807 found, one sum expected",
                  KKR_CALC_ERROR_INCONSISTENT, ROWS (LARGEST, LARGEST), 2, ROWS (LARGEST), 1, NULL,
                  0, 1);
  assert_refused ("total has no positive counterpart: -9223372036854775808 found, "
                  "-9223372036854775807 or more expected",
                  KKR_CALC_ERROR_OVERFLOW, ROWS (G_MININT64), 1, ROWS (G_MININT64), 1, NULL, 0, 1);
}

static void
test_weights (void)
{
  assert_refused ("weight in row 1 and column 0, counted from 0, is negative: -5 found, 0 or more "
                  "expected",
                  KKR_CALC_ERROR_OUT_OF_RANGE, ROWS (1, 1), 2, ROWS (1, 1), 2,
                  ROWS (1, 1, -5, 1), 4, 1);
  assert_refused ("all weights are zero: 0 found, a sum of 1 or more expected",
                  KKR_CALC_ERROR_OUT_OF_RANGE, ROWS (0), 1, ROWS (0), 1, ROWS (0), 1, 1);
  assert_refused ("sum of the weights does not fit: 9223372036854775808 found, at most "
                  "9223372036854775807 expected",
                  KKR_CALC_ERROR_OVERFLOW, ROWS (1), 1, ROWS (1, 0), 2, ROWS (LARGEST, 1), 2, 1);
}

/* What fits and what does not, by one. */
static void
test_products (void)
{
  const gint64 most = (gint64) 1 << 62, half = (gint64) 1 << 61;

  assert_refused ("sum of the totals does not fit: 4611686018427387905 units found, at most "
                  "4611686018427387904 expected",
                  KKR_CALC_ERROR_OVERFLOW, ROWS (half, half + 1), 2, ROWS (most, 1), 2, NULL, 0,
                  1);
  assert_refused ("units times sum of the weights does not fit: 4611686018427387904 times "
                  "576460752303423489 found, at most 2 to the power of 121 expected",
                  KKR_CALC_ERROR_OVERFLOW, ROWS (half, half), 2, ROWS (half, half), 2,
                  ROWS (((gint64) 1 << 59) - 2, 1, 1, 1), 4, 1);
}

static void
test_no_room (void)
{
  assert_refused ("rows without weights, counted from 0: 1 with totals of 300 found, totals of 0 "
                  "expected",
                  KKR_CALC_ERROR_INCONSISTENT, ROWS (200, 300), 2, ROWS (300, 200), 2,
                  ROWS (1, 1, 0, 0), 4, 100);
  assert_refused ("columns without weights, counted from 0: 2 with totals of -1 found, totals of "
                  "0 expected",
                  KKR_CALC_ERROR_INCONSISTENT, ROWS (-2, -3), 2, ROWS (-2, -2, -1), 3,
                  ROWS (1, 1, 0, 1, 1, 0), 6, 1);
  assert_refused ("rows 0, 2 have weights only in columns 1, counted from 0: totals of 7 in these "
                  "rows and 6 in these columns found, no more in the rows expected",
                  KKR_CALC_ERROR_INCONSISTENT, ROWS (3, 2, 4, 1), 4, ROWS (2, 6, 2), 3,
                  ROWS (0, 5, 0, 1, 1, 1, 0, 9, 0, 1, 1, 1), 12, 1);
  assert_refused ("columns 2 have weights only in rows 3, counted from 0: totals of 2 in these "
                  "columns and 1 in these rows found, no more in the columns expected",
                  KKR_CALC_ERROR_INCONSISTENT, ROWS (3, 2, 4, 1), 4, ROWS (4, 4, 2), 3,
                  ROWS (1, 5, 0, 1, 1, 0, 4, 9, 0, 1, 1, 1), 12, 1);
}

/* Only the first ten are named. */
static void
test_no_room_for_many (void)
{
  gint64 rows[24], columns[24], weights[24 * 24];

  for (gsize i = 0; i < 24; i++)
    {
      rows[i] = 1;
      columns[i] = i == 0 ? 11 : i == 23 ? 13 : 0;
      for (gsize j = 0; j < 24; j++)
        weights[i * 24 + j] = i >= 12 || j == 0;
    }
  assert_refused ("rows 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, ... have weights only in columns 0, counted "
                  "from 0: totals of 12 in these rows and 11 in these columns found, no more in the "
                  "rows expected",
                  KKR_CALC_ERROR_INCONSISTENT, rows, 24, columns, 24, weights, 24 * 24, 1);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  gsize n_shares = 7;

  g_cancellable_cancel (cancellable);
  g_assert_null (kkr_apportion_table (ROWS (1, 2), 2, ROWS (2, 1), 2, NULL, 0, 1, cancellable,
                                      &n_shares, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (n_shares, ==, 0);
  g_clear_error (&error);
  g_assert_null (kkr_apportion_table (ROWS (1, 2), 2, ROWS (2, 1), 2, ROWS (1, 0, 1, 1), 4, 1,
                                      cancellable, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/apportion-table-refusals/sizes", test_sizes);
  g_test_add_func ("/apportion-table-refusals/too-many-cells", test_too_many_cells);
  g_test_add_func ("/apportion-table-refusals/totals", test_totals);
  g_test_add_func ("/apportion-table-refusals/weights", test_weights);
  g_test_add_func ("/apportion-table-refusals/products", test_products);
  g_test_add_func ("/apportion-table-refusals/no-room", test_no_room);
  g_test_add_func ("/apportion-table-refusals/no-room-for-many", test_no_room_for_many);
  g_test_add_func ("/apportion-table-refusals/cancelled", test_cancelled);
  return g_test_run ();
}
