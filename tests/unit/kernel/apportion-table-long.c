/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-int128-private.h>
#include <libkkr/kernel/kkr-apportion-table.h>

/* Tables with two columns and many rows, or the other way round. What the first of the two has of a
 * row says what the other has, so that the nearest table and its ties are seen from one number for
 * each row: no unit may gain by being moved, nor go to an earlier place for nothing. */

#define MAX_LENGTH 20000

typedef struct {
  gsize n;
  gboolean is_tall;
  gint64 *long_totals; /* n */
  gint64 totals[2];
  gint64 *weights[2]; /* n each */
  gint64 sum;         /* of all weights */
} Long;

static void
fill (Long *self, gsize n, gint32 max_weight, gint32 max_unit)
{
  *self = (Long) { .n = n };
  self->long_totals = g_new0 (gint64, n);
  for (guint side = 0; side < 2; side++)
    {
      self->weights[side] = g_new (gint64, n);
      for (gsize i = 0; i < n; i++)
        {
          const gint64 units = g_test_rand_int_range (0, max_unit);

          self->weights[side][i] = g_test_rand_int_range (1, max_weight);
          self->sum += self->weights[side][i];
          self->long_totals[i] += units;
          self->totals[side] += units;
        }
    }
}

static void
clear (Long *self)
{
  g_free (self->long_totals);
  g_free (self->weights[0]);
  g_free (self->weights[1]);
}

static gint64 *
share (const Long *self)
{
  g_autofree gint64 *weights = g_new (gint64, 2 * self->n);
  g_autoptr (GError) error = NULL;
  gint64 *shares;
  gsize n_shares;

  for (gsize i = 0; i < self->n; i++)
    for (guint side = 0; side < 2; side++)
      weights[self->is_tall ? 2 * i + side : side * self->n + i] = self->weights[side][i];
  if (self->is_tall)
    shares = kkr_apportion_table (self->long_totals, self->n, self->totals, 2, weights,
                                  2 * self->n, 1, NULL, &n_shares, &error);
  else
    shares = kkr_apportion_table (self->totals, 2, self->long_totals, self->n, weights,
                                  2 * self->n, 1, NULL, &n_shares, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_shares, ==, 2 * self->n);
  return shares;
}

/* What a unit more in the first of the two costs, half of it and times the sum of the weights. */
static KkrInt128
cost_of_more (const Long *self, gsize i, gint64 first)
{
  return (KkrInt128) self->sum * (2 * first - self->long_totals[i] + 1)
         - (KkrInt128) (self->totals[0] + self->totals[1])
             * (self->weights[0][i] - self->weights[1][i]);
}

static void
check (const Long *self, const gint64 *shares)
{
  const KkrInt128 far = (KkrInt128) 1 << 120;
  KkrInt128 least_more = far, most_fewer = -far, least_more_before = far;
  gint64 sum = 0;

  for (gsize i = 0; i < self->n; i++)
    {
      const gint64 first = shares[self->is_tall ? 2 * i : i];
      const gint64 second = shares[self->is_tall ? 2 * i + 1 : self->n + i];

      g_assert_cmpint (first, >=, 0);
      g_assert_cmpint (second, >=, 0);
      g_assert_cmpint (first + second, ==, self->long_totals[i]);
      sum += first;
      if (first > 0)
        {
          most_fewer = MAX (most_fewer, cost_of_more (self, i, first - 1));
          g_assert_true (least_more_before > cost_of_more (self, i, first - 1));
        }
      if (second > 0)
        {
          least_more = MIN (least_more, cost_of_more (self, i, first));
          least_more_before = least_more;
        }
    }
  g_assert_cmpint (sum, ==, self->totals[0]);
  g_assert_true (least_more >= most_fewer);
}

static void
try (gsize n, gint32 max_weight, gint32 max_unit)
{
  Long table;

  fill (&table, n, max_weight, max_unit);
  for (int is_tall = 0; is_tall < 2; is_tall++)
    {
      g_autofree gint64 *shares = NULL;

      table.is_tall = is_tall;
      shares = share (&table);
      check (&table, shares);
    }
  clear (&table);
}

/* Equal weights: almost everything is a tie. */
static void
test_ties (void)
{
  for (gsize n = 2; n < 300; n++)
    try (n, 2, 4);
  try (MAX_LENGTH / 3, 2, 4);
}

static void
test_random (void)
{
  for (gsize n = 2; n < 300; n++)
    {
      try (n, 5, 4);
      try (n, 1000, 1000);
    }
}

/* Where each unit or each row took a look at all others, this would take very long. */
static void
test_many (void)
{
  try (MAX_LENGTH, 3, 4);
  try (MAX_LENGTH, 100, 4);
  try (MAX_LENGTH, 1000000, 1000000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/apportion-table-long/ties", test_ties);
  g_test_add_func ("/apportion-table-long/random", test_random);
  g_test_add_func ("/apportion-table-long/many", test_many);
  return g_test_run ();
}
