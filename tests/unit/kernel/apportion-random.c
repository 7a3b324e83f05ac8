/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Every "yes" in the table of doc/apportionment.md in 100.000 random cases per method, with weights
 * and totals of up to 50 bits. */

#include "share-helpers.h"

#define N_CASES 100000

typedef struct {
  KkrApportionMethod method;
  gint64 weights[MAX_ROWS];
  gsize n;
  gint64 total;
  gint64 shares[MAX_ROWS];
  guint8 tied[MAX_ROWS];
} Case;

/* Weights of few bits make ties, totals of few bits leave most of a share to the rounding. */
static void
make_case (GRand *rand, Case *c)
{
  const int weight_bits = g_rand_int_range (rand, 1, 51);
  const int total_bits = g_rand_int_range (rand, 1, 51);

  c->n = (gsize) g_rand_int_range (rand, 1, MAX_ROWS);
  c->total = (gint64) random_bits (rand, total_bits);
  if (g_rand_boolean (rand))
    c->total = -c->total;
  for (gsize i = 0; i < c->n; i++)
    c->weights[i] = (gint64) random_bits (rand, g_rand_int_range (rand, 0, weight_bits + 1));
  c->weights[g_rand_int_range (rand, 0, (int) c->n)]++;
}

static gboolean
solve (const Case *c, gint64 total, const gint64 *weights, gint64 *shares, guint8 *tied)
{
  return share_out (c->method, KKR_TIE_RULE_FIRST, total, weights, c->n, shares, tied);
}

static void
check_one (const Case *c)
{
  const gint64 sum = add_up (c->weights, c->n);
  gint64 mirror[MAX_ROWS];
  guint8 tied[MAX_ROWS];

  if (c->method != IN)
    g_assert_cmpint (add_up (c->shares, c->n), ==, c->total);
  for (gsize i = 0; i < c->n && is_one_of (c->method, LR, CU, IN); i++)
    {
      KkrInt128 miss = (KkrInt128) c->shares[i] * sum - (KkrInt128) c->total * c->weights[i];

      g_assert_true (miss < sum && -miss < sum);
    }
  g_assert_true (solve (c, -c->total, c->weights, mirror, tied));
  for (gsize i = 0; i < c->n; i++)
    {
      g_assert_cmpint (mirror[i], ==, -c->shares[i]);
      if (c->weights[i] == 0)
        g_assert_cmpint (mirror[i], ==, 0);
    }
}

static void
check_house (GRand *rand, const Case *c)
{
  gint64 shares[MAX_ROWS];
  guint8 tied[MAX_ROWS];
  const int bits = g_rand_boolean (rand) ? 0 : g_rand_int_range (rand, 1, 41);
  const gint64 more = 1 + (gint64) random_bits (rand, bits);

  g_assert_true (solve (c, c->total + more, c->weights, shares, tied));
  for (gsize i = 0; i < c->n; i++)
    g_assert_cmpint (shares[i], >=, c->shares[i]);
}

static void
check_order (GRand *rand, const Case *c)
{
  gsize from[MAX_ROWS];
  gint64 weights[MAX_ROWS], shares[MAX_ROWS];
  guint8 tied[MAX_ROWS];

  for (gsize i = 0; i < c->n; i++)
    from[i] = i;
  for (gsize i = c->n; i-- > 1;)
    {
      gsize other = (gsize) g_rand_int_range (rand, 0, (int) i + 1), row = from[i];

      from[i] = from[other];
      from[other] = row;
    }
  for (gsize i = 0; i < c->n; i++)
    weights[i] = c->weights[from[i]];
  g_assert_true (solve (c, c->total, weights, shares, tied));
  for (gsize i = 0; i < c->n; i++)
    {
      g_assert_cmpint (tied[i], ==, c->tied[from[i]]);
      if (!tied[i])
        g_assert_cmpint (shares[i], ==, c->shares[from[i]]);
      else if (c->method != RL)
        g_assert_cmpint (ABS (shares[i] - c->shares[from[i]]), <=, 1);
    }
}

static void
check_scale (GRand *rand, const Case *c)
{
  const gint64 factor = g_rand_int_range (rand, 2, 512);
  gint64 weights[MAX_ROWS], shares[MAX_ROWS];
  guint8 tied[MAX_ROWS];

  for (gsize i = 0; i < c->n; i++)
    weights[i] = factor * c->weights[i];
  g_assert_true (solve (c, c->total, weights, shares, tied));
  assert_rows (shares, c->n, c->shares, c->n);
  g_assert_cmpmem (tied, (int) c->n, c->tied, (int) c->n);
}

/* Every weight changes by up to about an eighth, so that the shares move by little. */
static void
check_population (GRand *rand, const Case *c)
{
  gint64 weights[MAX_ROWS], shares[MAX_ROWS];
  guint8 tied[MAX_ROWS];

  for (gsize i = 0; i < c->n; i++)
    weights[i] = c->weights[i] - c->weights[i] / 16 +
                 (gint64) (random_bits (rand, 60) % (guint64) (c->weights[i] / 8 + 2));
  g_assert_true (solve (c, c->total, weights, shares, tied));
  for (gsize i = 0; i < c->n; i++)
    for (gsize j = 0; j < c->n; j++)
      if (ABS (shares[i]) < ABS (c->shares[i]) && ABS (shares[j]) > ABS (c->shares[j]))
        g_assert_true ((KkrInt128) weights[i] * c->weights[j] <
                       (KkrInt128) c->weights[i] * weights[j]);
}

static void
test_random (gconstpointer data)
{
  Case c = { .method = (KkrApportionMethod) GPOINTER_TO_INT (data) };
  GRand *rand = g_rand_new_with_seed (840);
  guint refused = 0;

  for (int i = 0; i < N_CASES; i++)
    {
      make_case (rand, &c);
      if (!solve (&c, c.total, c.weights, c.shares, c.tied))
        {
          refused++;
          continue;
        }
      check_one (&c);
      check_scale (rand, &c);
      if (c.method != CU)
        check_order (rand, &c);
      if (is_one_of (c.method, DH, SL, HH, IN))
        {
          check_house (rand, &c);
          check_population (rand, &c);
        }
    }
  g_assert_cmpuint (refused, <, N_CASES / 10);
  g_rand_free (rand);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (int method = 1; method <= N_METHODS; method++)
    {
      const char *nick = kkr_apportion_method_to_string ((KkrApportionMethod) method);
      g_autofree char *path = g_strconcat ("/apportion/random/", nick, NULL);

      g_test_add_data_func (path, GINT_TO_POINTER (method), test_random);
    }
  return g_test_run ();
}
