/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <string.h>

#include <libkkr/kernel/kkr-assignment-edges-private.h>

/* Levels that do not fit into 64 bits together: solved some at a time, and all at once. */

/* Prices and profits of all stages together, held against the gains of all levels: the proof that
 * nothing gains more. */
static void
check_prices (const KkrAssignment *self)
{
  const KkrInt128 *prices = self->core.prices, *profits = self->core.profits;
  g_autofree gint32 *taken = g_new0 (gint32, self->n_columns);

  for (gsize row = 0; row < self->n_rows; row++)
    {
      const gint32 match = kkr_assignment_get_column (self, row);

      g_assert_true (profits[row] >= 0 && (match >= 0 || profits[row] == 0));
      if (match >= 0)
        taken[match]++;
      for (gsize i = self->starts[row]; i < self->starts[row + 1]; i++)
        {
          const gint32 column = self->edge_columns[i];
          KkrInt128 gain = 0;

          for (guint level = 0; level < self->n_levels; level++)
            gain += 2 * self->units[level]
                    * (kkr_assignment_get_costs (self, row, -1)[level]
                       - kkr_assignment_get_costs (self, row, column)[level]);
          g_assert_true (self->rooms[column] == 0 || profits[row] + prices[column] >= gain);
          g_assert_true (column != match || profits[row] + prices[column] == gain);
        }
    }
  for (gsize i = 0; i < self->n_columns; i++)
    g_assert_true (taken[i] <= self->rooms[i] && prices[i] >= 0
                   && (taken[i] == self->rooms[i] || prices[i] == 0));
}

static KkrAssignment *
draw_large (guint32 seed, gboolean at_once)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  const gint32 n_rows = g_rand_int_range (random, 1, 90), n = g_rand_int_range (random, 1, 90);
  const gint32 likely = g_rand_int_range (random, 1, 11);
  const gint32 room = g_rand_int_range (random, 2, 5);
  g_autofree gint32 *rooms = g_new (gint32, n);
  KkrAssignment *self;

  for (gint32 i = 0; i < n; i++)
    rooms[i] = g_rand_int_range (random, 0, room);
  self = kkr_assignment_new ((gsize) n_rows, (gsize) n, rooms);
  kkr_assignment_set_levels (self, 4);
  self->at_once = at_once;
  for (gint32 row = 0; row < n_rows; row++)
    {
      const gint64 left[] = { g_rand_int_range (random, 0, 50), 1, 0, 0 };

      kkr_assignment_set_unassigned (self, (gsize) row, left);
      for (gint32 i = 0; i < n; i++)
        {
          const gint64 costs[] = { 0, g_rand_int_range (random, 0, 2),
                                   (gint64) g_rand_int_range (random, 0, 4) << 34,
                                   (gint64) g_rand_int_range (random, 0, 1 << 20) << 15 };

          if (g_rand_int_range (random, 0, 10) < likely)
            g_assert_true (kkr_assignment_add (self, (gsize) row, (gsize) i, costs));
        }
    }
  return self;
}

static void
test_stages (void)
{
  guint n_staged = 0;

  for (guint32 seed = 0; seed < 300; seed++)
    {
      g_autoptr (KkrAssignment) staged = draw_large (seed, FALSE);
      g_autoptr (KkrAssignment) whole = draw_large (seed, TRUE);
      gint64 totals[4], others[4];
      g_autoptr (GError) error = NULL;

      g_assert_true (kkr_assignment_solve (staged, NULL, NULL, NULL, &error));
      g_assert_true (kkr_assignment_solve (whole, NULL, NULL, NULL, &error));
      n_staged += staged->n_stages > 1;
      g_assert_cmpuint (whole->n_stages, ==, 0);
      for (guint level = 0; level < 4; level++)
        g_assert_cmpint (kkr_assignment_get_total (staged, level), ==,
                         kkr_assignment_get_total (whole, level));
      if (staged->n_stages > 0)
        check_prices (staged);
      for (gsize i = 0; i < staged->n_columns; i++)
        {
          g_assert_true (kkr_assignment_what_if_more (staged, i, totals, NULL, &error));
          g_assert_true (kkr_assignment_what_if_more (whole, i, others, NULL, &error));
          g_assert_true (memcmp (totals, others, sizeof totals) == 0);
        }
    }
  g_assert_cmpuint (n_staged, >, 200);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/assignment/stages", test_stages);
  return g_test_run ();
}
