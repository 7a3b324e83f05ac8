/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Totals and weights up to the last that fit, and many rows. */

#include "share-helpers.h"

#define N_CASES 20000
#define N_MANY 1000000

static void
assert_all (gint64 total, const gint64 *weights, gsize n, const gint64 *expected)
{
  for (int method = 1; method <= N_METHODS; method++)
    assert_shares ((KkrApportionMethod) method, total, weights, n, expected);
}

static void
test_one_row (void)
{
  assert_all (G_MAXINT64, ROWS (1), 1, ROWS (G_MAXINT64));
  assert_all (-G_MAXINT64, ROWS (1), 1, ROWS (-G_MAXINT64));
  assert_all (G_MAXINT64, ROWS (0, G_MAXINT64, 0), 3, ROWS (0, G_MAXINT64, 0));
  assert_all (0, ROWS (3, 0, G_MAXINT64 - 3), 3, ROWS (0, 0, 0));
}

/* 2^63 - 1 is divisible by 7: every share is whole, and every rounding has nothing to do. */
static void
test_whole_shares (void)
{
  const gint64 seventh = G_MAXINT64 / 7;

  assert_all (G_MAXINT64, ROWS (1, 2, 4), 3, ROWS (seventh, 2 * seventh, 4 * seventh));
  assert_all (-G_MAXINT64, ROWS (seventh, 2 * seventh, 4 * seventh), 3,
              ROWS (-seventh, -2 * seventh, -4 * seventh));
  assert_all (7, ROWS (seventh, 2 * seventh, 4 * seventh), 3, ROWS (1, 2, 4));
}

/* An odd total on two equal weights: one unit more for the first, or one more than there is. */
static void
test_halves (void)
{
  const gint64 half = G_MAXINT64 / 2;
  const gint64 weights[] = { half, half };
  const KkrApportionMethod to_the_first[] = { LR, DH, SL, HH, CU };

  for (gsize i = 0; i < G_N_ELEMENTS (to_the_first); i++)
    assert_shares (to_the_first[i], G_MAXINT64, weights, 2, ROWS (half + 1, half));
  assert_shares (RL, G_MAXINT64, weights, 2, ROWS (half, half + 1));
  assert_shares (IN, G_MAXINT64, weights, 2, ROWS (half + 1, half + 1));
}

/* Two shares of 2^62, of a total of 2^62 in units of 2^62: their sum does not fit, the gap does. */
static void
test_gap (void)
{
  const gint64 unit = G_GINT64_CONSTANT (1) << 62;
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrApportionment) full =
    kkr_apportion_full (unit, ROWS (1, 1), 2, IN, unit, KKR_TIE_RULE_FIRST, &error);
  gsize n = 0;

  g_assert_no_error (error);
  assert_rows (kkr_apportionment_get_shares (full, &n), 2, ROWS (unit, unit), 2);
  g_assert_cmpint (kkr_apportionment_get_gap (full), ==, -unit);
}

/* A unit more for each unit of weight moves every exact share, quota and divisor by the weight
 * itself, so a huge total is told by a small one. This holds for all methods but Huntington-Hill.
 * */
static void
test_huge_total (gconstpointer data)
{
  const KkrApportionMethod method = (KkrApportionMethod) GPOINTER_TO_INT (data);
  GRand *rand = g_rand_new_with_seed (63);

  for (int i = 0; i < N_CASES; i++)
    {
      gint64 weights[MAX_ROWS], shares[MAX_ROWS], huge[MAX_ROWS];
      guint8 tied[MAX_ROWS], huge_tied[MAX_ROWS];
      const gsize n = (gsize) g_rand_int_range (rand, 1, MAX_ROWS);
      const gint64 total = g_rand_int_range (rand, 1, 100);
      gint64 rounds;

      for (gsize row = 0; row < n; row++)
        weights[row] = (gint64) random_bits (rand, g_rand_int_range (rand, 0, 12));
      weights[0]++;
      rounds = (G_MAXINT64 - total) / add_up (weights, n);
      if (!share_out (method, KKR_TIE_RULE_FIRST, total, weights, n, shares, tied))
        continue;
      g_assert_true (share_out (method, KKR_TIE_RULE_FIRST, total + rounds * add_up (weights, n),
                                weights, n, huge, huge_tied));
      for (gsize row = 0; row < n; row++)
        g_assert_cmpint (huge[row], ==, shares[row] + rounds * weights[row]);
      g_assert_cmpmem (tied, (int) n, huge_tied, (int) n);
    }
  g_rand_free (rand);
}

/* Weights as large as fit share as the small ones they are multiples of. */
static void
test_huge_weights (gconstpointer data)
{
  const KkrApportionMethod method = (KkrApportionMethod) GPOINTER_TO_INT (data);
  GRand *rand = g_rand_new_with_seed (62);

  for (int i = 0; i < N_CASES; i++)
    {
      gint64 weights[MAX_ROWS], huge_weights[MAX_ROWS], shares[MAX_ROWS], huge[MAX_ROWS];
      guint8 tied[MAX_ROWS], huge_tied[MAX_ROWS];
      const gsize n = (gsize) g_rand_int_range (rand, 1, MAX_ROWS);
      const gint64 total = (gint64) random_bits (rand, g_rand_int_range (rand, 0, 64));

      for (gsize row = 0; row < n; row++)
        weights[row] = (gint64) random_bits (rand, g_rand_int_range (rand, 0, 12));
      weights[0]++;
      for (gsize row = 0; row < n; row++)
        huge_weights[row] = weights[row] * (G_MAXINT64 / add_up (weights, n));
      if (!share_out (method, KKR_TIE_RULE_LAST, total, weights, n, shares, tied))
        continue;
      g_assert_true (share_out (method, KKR_TIE_RULE_LAST, total, huge_weights, n, huge,
                                huge_tied));
      assert_rows (huge, n, shares, n);
      g_assert_cmpmem (tied, (int) n, huge_tied, (int) n);
    }
  g_rand_free (rand);
}

/* What defines the outcome of Huntington-Hill: no met claim is below an unmet one. */
static void
test_huntington_hill (void)
{
  GRand *rand = g_rand_new_with_seed (1941);

  for (int i = 0; i < N_CASES; i++)
    {
      gint64 weights[MAX_ROWS], shares[MAX_ROWS];
      guint8 tied[MAX_ROWS];
      const gsize n = (gsize) g_rand_int_range (rand, 2, MAX_ROWS);
      const gint64 total = (gint64) random_bits (rand, g_rand_int_range (rand, 5, 64));

      for (gsize row = 0; row < n; row++)
        weights[row] = 1 + (gint64) random_bits (rand, g_rand_int_range (rand, 0, 60));
      if (total < (gint64) n)
        continue;
      g_assert_true (share_out (HH, KKR_TIE_RULE_FIRST, total, weights, n, shares, tied));
      g_assert_cmpint (add_up (shares, n), ==, total);
      for (gsize a = 0; a < n; a++)
        for (gsize b = 0; b < n; b++)
          {
            const KkrUint128 met = shares[a], unmet = shares[b];
            const KkrUint128 weight = weights[a], other = weights[b];

            g_assert_cmpint (kkr_uint256_compare (
              kkr_uint128_multiply (weight * weight, unmet * (unmet + 1)),
              kkr_uint128_multiply (other * other, met * (met - 1))), >=, 0);
          }
    }
  g_rand_free (rand);
}

/* What the last rule for ties makes of a million units on the weights below: N + 1 of the first row
 * and 1 of each of N - 1 others, which are exactly N / 2 + 1/2 and 1/2. */
static gint64
share_of_million (KkrApportionMethod method, gsize row)
{
  switch (method)
    {
    case KKR_APPORTION_METHOD_LARGEST_REMAINDER:
    case KKR_APPORTION_METHOD_SAINTE_LAGUE:
      /* N halves, or N claims of 1, for N / 2 units: the last rows have them. */
      return row == 0 ? N_MANY / 2 : row >= N_MANY / 2;
    case KKR_APPORTION_METHOD_DHONDT:
      /* The claims of the first, (N + 1) / 1 to (N + 1) / N, are all above 1. */
      return row == 0 ? N_MANY : 0;
    case KKR_APPORTION_METHOD_CUMULATIVE:
      /* The running sums N / 2 + 1/2, + 1, + 1 1/2, ... are rounded up at every second row. */
      return row == 0 ? N_MANY / 2 + 1 : row % 2 == 0;
    case KKR_APPORTION_METHOD_INDEPENDENT:
      return row == 0 ? N_MANY / 2 + 1 : 1;
    case KKR_APPORTION_METHOD_HUNTINGTON_HILL:
    case KKR_APPORTION_METHOD_RESIDUAL_TO_LARGEST:
    case KKR_APPORTION_METHOD_UNSET:
    default:
      /* One first unit each; or N / 2 + 1 and ones, of which N / 2 too many. */
      return 1;
    }
}

static void
test_many_rows (gconstpointer data)
{
  const KkrApportionMethod method = (KkrApportionMethod) GPOINTER_TO_INT (data);
  g_autofree gint64 *weights = g_new (gint64, N_MANY);
  g_autofree gint64 *shares = g_new (gint64, N_MANY);
  g_autofree guint8 *tied = g_new (guint8, N_MANY);
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < N_MANY; i++)
    weights[i] = 1;
  weights[0] = N_MANY + 1;
  g_assert_true (kkr_apportion_into (2 * N_MANY, weights, N_MANY, method, 1, KKR_TIE_RULE_LAST,
                                     shares, tied, &error));
  g_assert_no_error (error);
  for (gsize i = 0; i < N_MANY; i++)
    g_assert_cmpint (shares[i], ==, weights[i]);
  g_assert_true (kkr_apportion_into (N_MANY, weights, N_MANY, method, 1, KKR_TIE_RULE_LAST, shares,
                                     tied, &error));
  g_assert_no_error (error);
  for (gsize i = 0; i < N_MANY; i++)
    g_assert_cmpint (shares[i], ==, share_of_million (method, i));
}

static void
add_each (const char *name, GTestDataFunc test, KkrApportionMethod without)
{
  for (int method = 1; method <= N_METHODS; method++)
    {
      g_autofree char *path = g_strconcat (
        "/apportion/limits/", name, "/",
        kkr_apportion_method_to_string ((KkrApportionMethod) method), NULL);

      if (method != (int) without)
        g_test_add_data_func (path, GINT_TO_POINTER (method), test);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/apportion/limits/one-row", test_one_row);
  g_test_add_func ("/apportion/limits/whole-shares", test_whole_shares);
  g_test_add_func ("/apportion/limits/halves", test_halves);
  g_test_add_func ("/apportion/limits/gap", test_gap);
  g_test_add_func ("/apportion/limits/huntington-hill", test_huntington_hill);
  add_each ("huge-total", test_huge_total, HH);
  add_each ("huge-weights", test_huge_weights, KKR_APPORTION_METHOD_UNSET);
  add_each ("many-rows", test_many_rows, KKR_APPORTION_METHOD_UNSET);
  return g_test_run ();
}
