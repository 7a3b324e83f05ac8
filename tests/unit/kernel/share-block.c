/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Blocks of totals against the naive code, total by total, at every level that the processor has:
 * small worlds whole, random ones at the bounds of what the kernels take, ties, rows of every
 * length around that of the registers, and remainders where one bit too few would show. */

#include "share-block-helpers.h"

#define N_CASES 4000
#define MOST_ROWS 1100

static const KkrApportionMethod methods[] = { LR, IN, RL, CU };

static void
test_small_worlds (gconstpointer user_data)
{
  const KkrApportionMethod method = (KkrApportionMethod) GPOINTER_TO_INT (user_data);
  gint64 totals[101], weights[5];
  guint world = 0, step = 40000 / count_cases (40000);

  for (int i = 0; i <= 100; i++)
    totals[i] = i - 50;
  for (gsize n = 1; n <= 5; n++)
    {
      guint n_worlds = 1;

      for (gsize i = 0; i < n; i++)
        n_worlds *= 7;
      for (guint w = 1; w < n_worlds; w++, world++)
        {
          guint rest = w;
          BlockCase c = { method, KKR_TIE_RULE_FIRST, 1, totals, 101, weights, n, NULL };

          for (gsize i = 0; i < n; i++, rest /= 7)
            weights[i] = rest % 7;
          c.tie_rule = (KkrTieRule) (KKR_TIE_RULE_FIRST + world % 5);
          if (world % step == 0)
            assert_same_as_naive (&c);
          c.tie_rule = KKR_TIE_RULE_FIRST;
          if (world % step == 0)
            assert_same_as_naive (&c);
        }
    }
}

/* A length: often short, or one more or less than a number of registers. */
static gsize
make_length (GRand *rand)
{
  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:
      return (gsize) g_rand_int_range (rand, 1, 20);
    case 1:
      return (gsize) g_rand_int_range (rand, 1, 5) * 64 + (gsize) g_rand_int_range (rand, 0, 3) - 1;
    case 2:
      return g_rand_int_range (rand, 0, 20) == 0 ? (gsize) g_rand_int_range (rand, 500, MOST_ROWS)
                                                 : 98;
    default:
      return (gsize) g_rand_int_range (rand, 1, 131);
    }
}

/* Their sum has about `bits` bits and at most 63: one row with most of it, all alike, few bits or
 * many. */
static void
make_weights (GRand *rand, gint64 *weights, gsize n, int bits)
{
  int rows_bits = 64 - __builtin_clzll (n), each = MAX (1, bits - rows_bits);
  int kind = g_rand_int_range (rand, 0, 5);
  guint64 same = random_bits (rand, each);

  for (gsize i = 0; i < n; i++)
    weights[i] = (gint64) (kind == 0 ? same
                           : kind == 1 ? random_bits (rand, MIN (each, 2))
                           : kind == 2 ? random_bits (rand, g_rand_int_range (rand, 0, each + 1))
                                       : random_bits (rand, each));
  if (kind == 3)
    {
      gint64 *weight = &weights[g_rand_int_range (rand, 0, (int) n)];
      guint64 others = add_weights (weights, n) - (guint64) *weight;
      guint64 sum = ((guint64) 1 << bits) - 1 + (guint64) g_rand_int_range (rand, 0, 3);

      *weight = (gint64) (sum > others ? MIN (sum, G_MAXINT64) - others : 1);
    }
  if (add_weights (weights, n) == 0)
    weights[g_rand_int_range (rand, 0, (int) n)] = 1;
}

static gint64
make_total (GRand *rand, gint64 unit, guint64 sum)
{
  const gint64 most = G_MAXINT64 / unit;
  guint64 units = random_bits (rand, g_rand_int_range (rand, 0, 64));
  gint64 magnitude;

  if (g_rand_int_range (rand, 0, 4) == 0)
    units = sum * (units & 0xffff) + random_bits (rand, 2) - 1;
  if (g_rand_int_range (rand, 0, 20) == 0)
    units = (guint64) most - random_bits (rand, 1);
  magnitude = (gint64) (units % ((guint64) most + 1)) * unit;
  return g_rand_boolean (rand) ? magnitude : -magnitude;
}

static void
test_random (gconstpointer user_data)
{
  const KkrApportionMethod method = (KkrApportionMethod) GPOINTER_TO_INT (user_data);
  const gint64 units[] = { 1, 1, 1, 100, 12, G_MAXUINT32, (gint64) 1 << 32, 1000000000000000 };
  GRand *rand = g_rand_new_with_seed (98);
  g_autofree gint64 *weights = g_new (gint64, 7 * MOST_ROWS);

  for (guint i = 0; i < count_cases (N_CASES); i++)
    {
      gint64 totals[7];
      guint64 sums[7];
      BlockCase c = { method, KKR_TIE_RULE_FIRST, units[g_rand_int_range (rand, 0, 8)], totals,
                      (gsize) g_rand_int_range (rand, 1, 8), weights, make_length (rand), NULL };
      const int bits = g_rand_boolean (rand) ? g_rand_int_range (rand, 1, 64)
                                             : g_rand_int_range (rand, 27, 35);

      if (g_rand_boolean (rand))
        c.tie_rule = (KkrTieRule) g_rand_int_range (rand, KKR_TIE_RULE_FIRST,
                                                    KKR_TIE_RULE_REFUSE + 1);
      if (g_rand_boolean (rand))
        c.row_sums = sums;
      for (gsize t = 0; t < c.n_totals; t++)
        {
          if (t == 0 || c.row_sums != NULL)
            make_weights (rand, weights + t * c.n, c.n,
                          g_rand_boolean (rand) ? bits : g_rand_int_range (rand, 1, 64));
          sums[t] = add_weights (weights + (c.row_sums == NULL ? 0 : t * c.n), c.n);
          totals[t] = make_total (rand, c.unit, sums[t]);
        }
      if (g_rand_int_range (rand, 0, 8) == 0)
        sums[g_rand_int_range (rand, 0, (int) c.n_totals)] = 0;
      assert_same_as_naive (&c);
    }
  g_rand_free (rand);
}

static guint64
invert (guint64 value, guint64 modulus)
{
  KkrInt128 before = 0, now = 1;

  for (guint64 a = modulus, b = value; b > 1;)
    {
      guint64 quotient = a / b, rest = a % b;
      KkrInt128 next = before - (KkrInt128) quotient * now;

      g_assert_cmpuint (rest, >, 0);
      before = now;
      now = next;
      a = b;
      b = rest;
    }
  return (guint64) (now < 0 ? now + modulus : now % modulus);
}

/* Half a unit less the smallest step there is, of a weight that is nearly all. */
static void
test_just_below_a_half (void)
{
  const KkrApportionMethod rounding[] = { IN, RL, CU };
  const guint64 sum = G_GUINT64_CONSTANT (4294967291); /* a prime */

  for (gint64 rest = 1; rest <= 300; rest++)
    for (gsize i = 0; i < G_N_ELEMENTS (rounding); i++)
      {
        gint64 weights[] = { (gint64) sum - rest, rest };
        gint64 total = (gint64) ((KkrUint128) (sum - 1) / 2 *
                                 invert ((guint64) weights[0], sum) % sum);
        BlockCase c = { rounding[i], KKR_TIE_RULE_FIRST, 1, &total, 1, weights, 2, NULL };

        g_assert_true ((KkrUint128) total * weights[0] % sum == (sum - 1) / 2);
        assert_same_as_naive (&c);
      }
}

/* A small weight and, after it, a large one have the same remainder, just below one with another
 * key: the first of them gets the unit. */
static void
test_just_below_a_key (void)
{
  const guint64 third = G_GUINT64_CONSTANT (1431655751), sum = 3 * third; /* that one a prime */
  guint n_cases = 0;

  for (guint64 key = 85; key < 128; key++)
    for (guint64 first = 100; first < 400; first++)
      {
        guint64 remainder = (key * sum - 1) / 256 / 3 * 3;
        gint64 weights[] = { (gint64) first, (gint64) (first + 2 * third),
                             (gint64) (third - 2 * first) };
        gint64 total;
        BlockCase c = { LR, KKR_TIE_RULE_FIRST, 1, &total, 1, weights, 3, NULL };

        if (first % 3 == 0 || key * sum - 256 * remainder > 60)
          continue;
        n_cases++;
        total = (gint64) ((KkrUint128) remainder * invert (first, sum) % sum);
        g_assert_true ((KkrUint128) total * weights[0] % sum == remainder);
        g_assert_true ((KkrUint128) total * weights[1] % sum == remainder);
        assert_same_as_naive (&c);
      }
  g_assert_cmpuint (n_cases, >, 500);
}

/* Few of many rows compete for the last unit, with keys of 0 as places beyond the end have. What
 * stands there must not be seen. */
static void
test_end_of_long_rows (void)
{
  const gint64 total = 9701;
  g_autofree gint64 *weights = g_new (gint64, 10200);

  for (KkrTieRule rule = KKR_TIE_RULE_FIRST; rule <= KKR_TIE_RULE_REFUSE; rule++)
    {
      BlockCase c = { LR, rule, 1, &total, 1, weights, 10100, NULL };

      for (gsize i = 0; i < 10200; i++)
        weights[i] = i < 9700 ? 1000 : i < 9901 ? 3 : i < 10100 ? 2 : 900;
      assert_same_as_naive (&c);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (methods); i++)
    {
      const char *nick = kkr_apportion_method_to_string (methods[i]);
      g_autofree char *worlds = g_strconcat ("/share-block/small-worlds/", nick, NULL);
      g_autofree char *random = g_strconcat ("/share-block/random/", nick, NULL);

      g_test_add_data_func (worlds, GINT_TO_POINTER (methods[i]), test_small_worlds);
      g_test_add_data_func (random, GINT_TO_POINTER (methods[i]), test_random);
    }
  g_test_add_func ("/share-block/just-below-a-half", test_just_below_a_half);
  g_test_add_func ("/share-block/just-below-a-key", test_just_below_a_key);
  g_test_add_func ("/share-block/end-of-long-rows", test_end_of_long_rows);
  return g_test_run ();
}
