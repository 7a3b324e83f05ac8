/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "columns-helpers.h"

#include <libkkr/kernel/kkr-apportion-table-private.h>

#define MAX_SIDE 12

typedef struct {
  gint64 rows[MAX_SIDE * MAX_SIDE], columns[MAX_SIDE * MAX_SIDE]; /* totals */
  gint64 weights[MAX_SIDE * MAX_SIDE];
  gsize n_rows, n_columns;
} Case;

static gint64 *
share_table (const Case *given, gint64 unit)
{
  g_autoptr (GError) error = NULL;
  gsize n_shares = 0, n_cells = given->n_rows * given->n_columns;
  gint64 *shares = kkr_apportion_table (given->rows, given->n_rows, given->columns,
                                        given->n_columns, given->weights, n_cells, unit, NULL,
                                        &n_shares, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (n_shares, ==, n_cells);
  return shares;
}

/* Totals are those of some table that is near the weights, or far from them. */
static void
make_case (Case *given, guint64 *state, int bits)
{
  gint64 largest = (gint64) 1 << bits;

  memset (given, 0, sizeof *given);
  given->n_rows = 2 + next_random (state) % (MAX_SIDE - 1);
  given->n_columns = 2 + next_random (state) % (MAX_SIDE - 1);
  for (gsize i = 0; i < given->n_rows; i++)
    for (gsize j = 0; j < given->n_columns; j++)
      {
        gboolean zero = next_random (state) % 4 == 0 && i != j;
        gint64 weight = 1 + (gint64) (next_random (state) % (guint64) largest);
        gint64 share = next_random (state) % 2 == 0 ? weight
                                                    : (gint64) (next_random (state) % 9);

        given->weights[i * given->n_columns + j] = zero ? 0 : weight;
        given->rows[i] += zero ? 0 : share;
        given->columns[j] += zero ? 0 : share;
      }
}

static void
check_sums (const Case *given, const gint64 *shares)
{
  gint64 rows[MAX_SIDE] = { 0, }, columns[MAX_SIDE] = { 0, };

  for (gsize i = 0; i < given->n_rows * given->n_columns; i++)
    {
      rows[i / given->n_columns] += shares[i];
      columns[i % given->n_columns] += shares[i];
      g_assert_cmpint (shares[i], >=, 0);
      g_assert_true (shares[i] == 0 || given->weights[i] > 0);
    }
  assert_rows (rows, given->n_rows, given->rows, given->n_rows);
  assert_rows (columns, given->n_columns, given->columns, given->n_columns);
}

/* What it costs to move a unit from one row to another in some column, the squared distance being
 * counted times the sum of the weights and halved. */
static KkrInt128
get_cost_of_move (const Case *given, const gint64 *shares, gsize from, gsize to)
{
  KkrInt128 sum = add_up (given->weights, given->n_rows * given->n_columns);
  KkrInt128 total = add_up (given->rows, given->n_rows), least = KKR_FLOW_NEVER;

  for (gsize j = 0; j < given->n_columns; j++)
    {
      gsize out = from * given->n_columns + j, in = to * given->n_columns + j;

      if (shares[out] > 0 && given->weights[in] > 0)
        least = MIN (least, (shares[in] - shares[out] + 1) * sum
                              - total * (given->weights[in] - given->weights[out]));
    }
  return least;
}

/* A table is nearest if and only if no round trip of units between rows makes it nearer: the
 * shortest ways between all rows (Floyd and Warshall), and from each to itself. */
static void
check_nearest (const Case *given, const gint64 *shares)
{
  KkrInt128 ways[MAX_SIDE][MAX_SIDE];

  for (gsize i = 0; i < given->n_rows; i++)
    for (gsize k = 0; k < given->n_rows; k++)
      ways[i][k] = i == k ? 0 : get_cost_of_move (given, shares, i, k);
  for (gsize via = 0; via < given->n_rows; via++)
    for (gsize i = 0; i < given->n_rows; i++)
      for (gsize k = 0; k < given->n_rows; k++)
        if (ways[i][via] < KKR_FLOW_MAX_PRICE && ways[via][k] < KKR_FLOW_MAX_PRICE)
          ways[i][k] = MIN (ways[i][k], ways[i][via] + ways[via][k]);
  for (gsize i = 0; i < given->n_rows; i++)
    g_assert_true (ways[i][i] >= 0);
}

/* Times a factor, and with the other sign. */
static void
check_scale (const Case *given, const gint64 *shares)
{
  g_autofree Case *scaled = g_memdup2 (given, sizeof *given);
  g_autofree gint64 *other = NULL;

  for (gsize i = 0; i < given->n_rows * given->n_columns; i++)
    {
      scaled->rows[i] *= -700;
      scaled->columns[i] *= -700;
      scaled->weights[i] *= 3;
    }
  other = share_table (scaled, 700);
  for (gsize i = 0; i < given->n_rows * given->n_columns; i++)
    g_assert_cmpint (other[i], ==, shares[i] * -700);
}

static KkrInt128
get_distance (const Case *given, const gint64 *shares)
{
  KkrInt128 sum = add_up (given->weights, given->n_rows * given->n_columns), distance = 0;
  KkrInt128 total = add_up (given->rows, given->n_rows);

  for (gsize i = 0; i < given->n_rows * given->n_columns; i++)
    distance += (shares[i] * sum - total * given->weights[i])
                * (shares[i] * sum - total * given->weights[i]);
  return distance;
}

/* The other way round, ties may be broken in another order, but the distance is the same. */
static void
check_transposed (const Case *given, const gint64 *shares)
{
  g_autofree Case *turned = g_memdup2 (given, sizeof *given);
  g_autofree gint64 *other = NULL;

  turned->n_rows = given->n_columns;
  turned->n_columns = given->n_rows;
  memcpy (turned->rows, given->columns, sizeof turned->rows);
  memcpy (turned->columns, given->rows, sizeof turned->columns);
  for (gsize i = 0; i < given->n_rows; i++)
    for (gsize j = 0; j < given->n_columns; j++)
      turned->weights[j * given->n_rows + i] = given->weights[i * given->n_columns + j];
  other = share_table (turned, 1);
  g_assert_true (get_distance (given, shares) == get_distance (turned, other));
}

static void
test_random (void)
{
  guint64 n_cases = count_cases (1000000) / 200, state = 1;
  Case given;

  for (guint64 i = 0; i < n_cases; i++)
    {
      int bits = (int) (next_random (&state) % 40);
      g_autofree gint64 *shares = NULL;

      make_case (&given, &state, bits);
      if (add_up (given.rows, given.n_rows) == 0)
        continue;
      shares = share_table (&given, 1);
      check_sums (&given, shares);
      check_nearest (&given, shares);
      check_scale (&given, shares);
      if (bits < 18)
        check_transposed (&given, shares);
    }
}

/* Two rows, of which the second has what the first leaves of each column: as far as the one is from
 * its exact shares is the other. So the first row is what the largest remainders make of it. */
static void
check_largest_remainders (gint64 total, const gint64 *weights, gsize n)
{
  gint64 sum = add_up (weights, n), shares[MAX_SIDE];
  guint8 tied[MAX_SIDE];
  Case given = { .n_rows = 2, .n_columns = n, .rows = { total, total * (gint64) (n - 1) } };
  Case turned = { .n_rows = n, .n_columns = 2, .columns = { total, total * (gint64) (n - 1) } };
  g_autofree gint64 *table = NULL, *turned_table = NULL;

  for (gsize i = 0; i < n; i++)
    {
      given.columns[i] = turned.rows[i] = total;
      given.weights[i] = turned.weights[2 * i] = weights[i];
      given.weights[n + i] = turned.weights[2 * i + 1] = sum - weights[i];
    }
  g_assert_true (kkr_apportion_into (total, weights, n, LR, 1, KKR_TIE_RULE_FIRST, shares, tied,
                                     NULL));
  table = share_table (&given, 1);
  turned_table = share_table (&turned, 1);
  assert_rows (table, n, shares, n);
  for (gsize i = 0; i < n; i++)
    g_assert_cmpint (turned_table[2 * i], ==, shares[i]);
}

static void
test_largest_remainders (void)
{
  guint64 n_cases = count_cases (1000000) / 200, state = 2;

  for (guint64 i = 0; i < n_cases; i++)
    {
      gsize n = 2 + next_random (&state) % (MAX_SIDE - 1);
      guint64 limit = (guint64) 1 << (1 + next_random (&state) % 30);
      gint64 weights[MAX_SIDE];

      for (gsize j = 0; j < n; j++)
        weights[j] = (gint64) (next_random (&state) % limit);
      weights[next_random (&state) % n]++;
      check_largest_remainders ((gint64) (next_random (&state) % limit), weights, n);
    }
}

/* 75 further places for student nurses, to be given by 29 municipalities jointly and as evenly over
 * four intakes as can be: 17 municipalities have 3 and 12 have 2, the intakes 19, 19, 19 and 18. All
 * cells are 0 or 1, and nearest is where the exact shares under the ones add to the most. A place in
 * the fourth intake rather than in another takes from that sum the number of its row, through 75. So
 * all 12 rows with 2 have one, and 6 with 3. The largest when read row by row begins with the 11
 * that have none; then come the 6, with the first two intakes; then the 12, whose other place is in
 * the first intake as long as that has room (19 - 11 - 6 = 2), in the second, and in the third. */
static void
test_places (void)
{
  static const struct {
    guint n;
    gint64 row[4];
  } expected[] = {
    { 11, { 1, 1, 1, 0 } }, { 6, { 1, 1, 0, 1 } }, { 2, { 1, 0, 0, 1 } }, { 2, { 0, 1, 0, 1 } },
    { 8, { 0, 0, 1, 1 } },
  };
  g_autoptr (GError) error = NULL;
  gint64 rows[29];
  gsize n_shares = 0, row = 0;
  g_autofree gint64 *shares = NULL;

  for (gsize i = 0; i < 29; i++)
    rows[i] = i < 17 ? 3 : 2;
  shares = kkr_apportion_table (rows, 29, ROWS (19, 19, 19, 18), 4, NULL, 0, 1, NULL, &n_shares,
                                &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_shares, ==, 29 * 4);
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    for (guint k = 0; k < expected[i].n; k++, row++)
      assert_rows (shares + 4 * row, 4, expected[i].row, 4);
}

/* A cell may be a whole unit from its exact share, though there are tables in which none is: the
 * nearest has 2 for an exact 1, and all others a quarter off; without it, three are three quarters
 * off. The squares are 1 3/4 and 2 1/4. */
static void
test_outside_quota (void)
{
  Case given = {
    .rows = { 2, 1, 1, 1, 1 }, .columns = { 2, 1, 1, 1, 1 }, .n_rows = 5, .n_columns = 5,
    .weights = {
      4, 1, 1, 1, 1,
      1, 3, 0, 0, 0,
      1, 0, 3, 0, 0,
      1, 0, 0, 3, 0,
      1, 0, 0, 0, 3,
    },
  };
  g_autofree gint64 *shares = share_table (&given, 1);

  assert_rows (shares, 25, ROWS (2, 0, 0, 0, 0,
                                 0, 1, 0, 0, 0,
                                 0, 0, 1, 0, 0,
                                 0, 0, 0, 1, 0,
                                 0, 0, 0, 0, 1), 25);
}

/* With totals that are those of the exact shares, and these whole, they are the shares. */
static void
test_large (void)
{
  const gint64 large = (gint64) 1 << 57, part = large / 16;
  Case given = { .rows = { 6 * large, 26 * large }, .n_rows = 2, .n_columns = 3,
                 .columns = { 10 * large, 10 * large, 12 * large },
                 .weights = { 1, 2, 3, 9, 8, 9 } };
  g_autofree gint64 *shares = share_table (&given, 1);
  g_autofree gint64 *products = NULL;
  g_autofree gint64 *off = NULL;
  g_autoptr (GError) error = NULL;

  assert_rows (shares, 6, ROWS (large, 2 * large, 3 * large, 9 * large, 8 * large, 9 * large), 6);
  /* A unit from the second row to the first is as near in any column, so it is in the first. */
  given.rows[0] += 1;
  given.rows[1] -= 1;
  off = share_table (&given, 1);
  assert_rows (off, 6, ROWS (large + 1, 2 * large, 3 * large, 9 * large - 1, 8 * large,
                             9 * large), 6);
  products = kkr_apportion_table (ROWS (4 * part, 12 * part), 2, ROWS (8 * part, 8 * part), 2,
                                  NULL, 0, 1, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_rows (products, 4, ROWS (2 * part, 2 * part, 6 * part, 6 * part), 4);
}

/* Sums that have nothing to do with the weights. */
static void
test_far (void)
{
  const gint64 most = (gint64) 1 << 62;
  Case given = { .rows = { most - 3, 1, 2 }, .columns = { 2, most - 3, 1 }, .n_rows = 3,
                 .n_columns = 3, .weights = { 1, 1, 1, 1, 1, 1, ((gint64) 1 << 58) - 9, 1, 1 } };
  g_autofree gint64 *shares = share_table (&given, 1);

  check_sums (&given, shares);
  check_nearest (&given, shares);
}

static void
cancel (gpointer cancellable, gdouble done)
{
  g_assert_cmpfloat (done, >, 0.0);
  g_assert_cmpfloat (done, <, 1.0);
  g_cancellable_cancel (cancellable);
}

static void
test_cancel_between (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  gint64 rows[60], columns[60];
  KkrTableTask task = { .totals = { rows, columns }, .n = { 60, 60 }, .unit = 1,
                        .cancellable = cancellable, .progress = cancel,
                        .progress_data = cancellable };

  for (gsize i = 0; i < 60; i++)
    {
      rows[i] = 1000 + (gint64) (i * i);
      columns[i] = 1000 + (gint64) ((59 - i) * (59 - i));
    }
  g_assert_null (kkr_table_task_run (&task, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  kkr_table_task_clear (&task);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/apportion-table/random", test_random);
  g_test_add_func ("/apportion-table/largest-remainders", test_largest_remainders);
  g_test_add_func ("/apportion-table/places", test_places);
  g_test_add_func ("/apportion-table/outside-quota", test_outside_quota);
  g_test_add_func ("/apportion-table/large", test_large);
  g_test_add_func ("/apportion-table/far", test_far);
  g_test_add_func ("/apportion-table/cancel-between", test_cancel_between);
  return g_test_run ();
}
