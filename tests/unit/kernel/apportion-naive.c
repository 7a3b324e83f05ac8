/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The fast kernels against the textbook: one unit at a time to the highest claim, and whole units
 * first with the rest to a sorted list. Small weights here, so that 64 bits hold every product. */

#include "share-helpers.h"

#define N_CASES 100000

typedef struct {
  gint64 weights[MAX_ROWS];
  gsize n;
  gint64 units;
  KkrTieRule tie_rule;
} Case;

/* The claim of a row that holds `given` units, as a fraction (of squares for Huntington-Hill). Its
 * first claim is above all others there; more weight goes before less. */
static void
claim (KkrApportionMethod method, guint64 weight, guint64 given, guint64 *top, guint64 *bottom)
{
  *top = method == HH && given > 0 ? weight * weight : weight;
  if (method == DH)
    *bottom = given + 1;
  else if (method == SL)
    *bottom = 2 * given + 1;
  else
    *bottom = given * (given + 1);
}

static int
compare_claims (KkrApportionMethod method, guint64 weight1, guint64 given1, guint64 weight2,
                guint64 given2)
{
  guint64 top1, bottom1, top2, bottom2, left, right;

  claim (method, weight1, given1, &top1, &bottom1);
  claim (method, weight2, given2, &top2, &bottom2);
  left = bottom1 == 0 && bottom2 == 0 ? top1 : top1 * bottom2;
  right = bottom1 == 0 && bottom2 == 0 ? top2 : top2 * bottom1;
  return left > right ? 1 : left < right ? -1 : 0;
}

static gboolean
wins_tie (const Case *c, gsize row, gsize other)
{
  gint64 difference = c->weights[row] - c->weights[other];

  switch (c->tie_rule)
    {
    case KKR_TIE_RULE_LAST:
      return row > other;
    case KKR_TIE_RULE_LARGEST_WEIGHT:
      return difference > 0 || (difference == 0 && row < other);
    case KKR_TIE_RULE_SMALLEST_WEIGHT:
      return difference < 0 || (difference == 0 && row < other);
    case KKR_TIE_RULE_FIRST:
    case KKR_TIE_RULE_REFUSE:
    case KKR_TIE_RULE_UNSET:
    default:
      return row < other;
    }
}

static void
give_one_by_one (const Case *c, KkrApportionMethod method, gint64 *shares, guint8 *tied)
{
  guint64 last_weight = 0, last_given = 0;
  gboolean unmet = FALSE;

  for (gint64 unit = 0; unit < c->units; unit++)
    {
      gsize best = MAX_ROWS;

      for (gsize i = 0; i < c->n; i++)
        {
          int order;

          if (c->weights[i] == 0)
            continue;
          order = best == MAX_ROWS ? 1 : compare_claims (method, c->weights[i], shares[i],
                                                         c->weights[best], shares[best]);
          if (order > 0 || (order == 0 && wins_tie (c, i, best)))
            best = i;
        }
      last_weight = c->weights[best];
      last_given = shares[best]++;
    }
  if (c->units == 0)
    return;
  for (gsize i = 0; i < c->n; i++)
    unmet |= c->weights[i] > 0 &&
             compare_claims (method, c->weights[i], shares[i], last_weight, last_given) == 0;
  /* Every claim that any row ever had, met or not. */
  for (gsize i = 0; unmet && i < c->n; i++)
    for (gint64 given = 0; c->weights[i] > 0 && given <= shares[i]; given++)
      if (compare_claims (method, c->weights[i], given, last_weight, last_given) == 0)
        tied[i] = 1;
}

static void
give_by_remainder (const Case *c, gint64 *shares, guint8 *tied)
{
  gint64 sum = add_up (c->weights, c->n), left = c->units;
  gint64 remainders[MAX_ROWS], last = -1;
  gboolean given[MAX_ROWS] = { FALSE, };

  for (gsize i = 0; i < c->n; i++)
    {
      shares[i] = c->units * c->weights[i] / sum;
      remainders[i] = c->units * c->weights[i] % sum;
      left -= shares[i];
    }
  for (; left > 0; left--)
    {
      gsize best = MAX_ROWS;

      for (gsize i = 0; i < c->n; i++)
        if (!given[i] && (best == MAX_ROWS || remainders[i] > remainders[best] ||
                          (remainders[i] == remainders[best] && wins_tie (c, i, best))))
          best = i;
      given[best] = TRUE;
      shares[best]++;
      last = remainders[best];
    }
  for (gsize i = 0; i < c->n; i++)
    if (!given[i] && remainders[i] == last)
      for (gsize j = 0; j < c->n; j++)
        tied[j] |= remainders[j] == last;
}

static void
make_case (GRand *rand, Case *c)
{
  const int bits = g_rand_int_range (rand, 1, 11);

  *c = (Case) { .n = (gsize) g_rand_int_range (rand, 1, MAX_ROWS) };
  c->units = g_rand_int_range (rand, 0, 60);
  c->tie_rule = (KkrTieRule) g_rand_int_range (rand, KKR_TIE_RULE_FIRST, KKR_TIE_RULE_REFUSE);
  for (gsize i = 0; i < c->n; i++)
    c->weights[i] = (gint64) random_bits (rand, bits);
  c->weights[g_rand_int_range (rand, 0, (int) c->n)]++;
}

static void
test_naive (gconstpointer data)
{
  const KkrApportionMethod method = (KkrApportionMethod) GPOINTER_TO_INT (data);
  GRand *rand = g_rand_new_with_seed (20230821);

  for (int i = 0; i < N_CASES; i++)
    {
      Case c;
      gint64 expected[MAX_ROWS] = { 0, }, shares[MAX_ROWS];
      guint8 expected_tied[MAX_ROWS] = { 0, }, tied[MAX_ROWS];

      make_case (rand, &c);
      if (method == LR)
        give_by_remainder (&c, expected, expected_tied);
      else
        give_one_by_one (&c, method, expected, expected_tied);
      g_assert_true (share_out (method, c.tie_rule, c.units, c.weights, c.n, shares, tied));
      assert_rows (shares, c.n, expected, c.n);
      for (gsize row = 0; row < c.n; row++)
        g_assert_cmpint (tied[row], ==, expected_tied[row]);
    }
  g_rand_free (rand);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/apportion/naive/largest-remainder", GINT_TO_POINTER (LR), test_naive);
  g_test_add_data_func ("/apportion/naive/dhondt", GINT_TO_POINTER (DH), test_naive);
  g_test_add_data_func ("/apportion/naive/sainte-lague", GINT_TO_POINTER (SL), test_naive);
  g_test_add_data_func ("/apportion/naive/huntington-hill", GINT_TO_POINTER (HH), test_naive);
  return g_test_run ();
}
