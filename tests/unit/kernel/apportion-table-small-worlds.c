/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Tables of up to three rows and three columns, totals of up to six: every table that has the sums
 * is looked at, and the one that is nearest to the exact shares, and the largest when read row by
 * row among those as near, is what kkr_apportion_table() gives. Where there is none, it says so.
 * All sums are tried; all weights from 0 to 2 for two by two cells, and every second or 499th of
 * them for more cells. */

#include "columns-helpers.h"

#include <libkkr/kernel/kkr-apportion-table.h>

#define MAX_CELLS 9
#define MAX_TOTAL 6

typedef struct {
  gsize n_rows, n_columns;
  gint64 rows[3], columns[3];
  const gint64 *weights; /* or NULL */
  gint64 sum, total;     /* of the weights, of the table */
  gint64 table[MAX_CELLS];
  gint64 left[3]; /* of the columns */
  gint64 best[MAX_CELLS];
  gint64 least; /* squared distance, times the square of the sum, or -1 for no table yet */
} World;

static gint64
get_distance (const World *world)
{
  gint64 distance = 0;

  for (gsize i = 0; i < world->n_rows * world->n_columns; i++)
    {
      gint64 exact = world->weights != NULL
                       ? world->total * world->weights[i]
                       : world->rows[i / world->n_columns] * world->columns[i % world->n_columns];
      gint64 off = world->table[i] * world->sum - exact;

      distance += off * off;
    }
  return distance;
}

/* Tables come in the order in which the first is the largest, so only what is nearer is kept. */
static void
try_cells (World *world, gsize cell, gint64 left_in_row)
{
  gsize column = cell % world->n_columns, row = cell / world->n_columns;
  gint64 most, distance;

  if (cell == world->n_rows * world->n_columns)
    {
      for (gsize i = 0; i < world->n_columns; i++)
        if (world->left[i] != 0)
          return;
      distance = get_distance (world);
      if (world->least >= 0 && distance >= world->least)
        return;
      world->least = distance;
      memcpy (world->best, world->table, sizeof world->best);
      return;
    }
  if (column == 0)
    left_in_row = world->rows[row];
  most = world->weights != NULL && world->weights[cell] == 0 ? 0 : MIN (left_in_row,
                                                                        world->left[column]);
  for (gint64 share = most; share >= 0; share--)
    {
      if (column + 1 == world->n_columns && share != left_in_row)
        continue;
      world->table[cell] = share;
      world->left[column] -= share;
      try_cells (world, cell + 1, left_in_row - share);
      world->left[column] += share;
    }
}

static void
check_world (World *world)
{
  g_autoptr (GError) error = NULL;
  gsize n_cells = world->n_rows * world->n_columns, n_shares = 0;
  g_autofree gint64 *shares = NULL;

  world->least = -1;
  world->sum = world->weights != NULL ? add_up (world->weights, n_cells) : MAX (world->total, 1);
  memcpy (world->left, world->columns, sizeof world->left);
  try_cells (world, 0, 0);
  shares = kkr_apportion_table (world->rows, world->n_rows, world->columns, world->n_columns,
                                world->weights, world->weights != NULL ? n_cells : 0, 1, NULL,
                                &n_shares, &error);
  if (world->least < 0)
    {
      g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT);
      g_assert_null (shares);
      g_assert_cmpuint (n_shares, ==, 0);
      return;
    }
  g_assert_no_error (error);
  assert_rows (shares, n_shares, world->best, n_cells);
}

/* All ways to divide a total between up to three; one after another. FALSE after the last. */
static gboolean
next_division (gint64 *parts, gsize n)
{
  for (gsize i = n - 1; i-- > 0;)
    if (parts[i] > 0)
      {
        gint64 last = parts[n - 1];

        parts[n - 1] = 0;
        parts[i]--;
        parts[i + 1] = last + 1;
        return TRUE;
      }
  return FALSE;
}

static void
check_sums (gsize n_rows, gsize n_columns, gint64 total, const gint64 *weights)
{
  World world = { .n_rows = n_rows, .n_columns = n_columns, .weights = weights, .total = total };

  world.rows[0] = total;
  do
    {
      memset (world.columns, 0, sizeof world.columns);
      world.columns[0] = total;
      do
        check_world (&world);
      while (next_division (world.columns, n_columns));
    }
  while (next_division (world.rows, n_rows));
}

static void
check_shape (gsize n_rows, gsize n_columns, gsize stride)
{
  gsize n_cells = n_rows * n_columns, n_worlds = 1;
  /* Under valgrind there are few cases. */
  gsize thinner = MAX (200000 / count_cases (1000000), 1);
  gint64 weights[MAX_CELLS];

  for (gsize i = 0; i < n_cells; i++)
    n_worlds *= 3;
  for (gint64 total = 0; total <= MAX_TOTAL; total++)
    {
      check_sums (n_rows, n_columns, total, NULL);
      for (gsize number = 1 + (gsize) total; number < n_worlds; number += stride * thinner)
        {
          for (gsize i = 0, rest = number; i < n_cells; i++, rest /= 3)
            weights[i] = (gint64) (rest % 3);
          if (add_up (weights, n_cells) > 0)
            check_sums (n_rows, n_columns, total, weights);
        }
    }
}

static void
test_one (void)
{
  check_shape (1, 1, 1);
  check_shape (1, 3, 1);
  check_shape (3, 1, 1);
}

static void
test_two (void)
{
  check_shape (2, 2, 1);
}

static void
test_two_by_three (void)
{
  check_shape (2, 3, 2);
  check_shape (3, 2, 2);
}

static void
test_three (void)
{
  check_shape (3, 3, 499);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/apportion-table-small-worlds/one", test_one);
  g_test_add_func ("/apportion-table-small-worlds/two", test_two);
  g_test_add_func ("/apportion-table-small-worlds/two-by-three", test_two_by_three);
  g_test_add_func ("/apportion-table-small-worlds/three", test_three);
  return g_test_run ();
}
