/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Who gets a unit on equal terms, and which rows are told to have been in the tie. Each case is
 * worked by hand in the comment above it. */

#include "share-helpers.h"

#include <string.h>

static void
assert_tie (KkrApportionMethod method, KkrTieRule tie_rule, gint64 total, const gint64 *weights,
            gsize n, const gint64 *expected, const char *tied_rows)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrApportionment) full =
    kkr_apportion_full (total, weights, n, method, 1, tie_rule, &error);
  g_autoptr (GString) found = g_string_new (NULL);
  const gint64 *shares;
  const guint *rows;
  gsize n_shares = 0, n_rows = 0;

  g_assert_no_error (error);
  shares = kkr_apportionment_get_shares (full, &n_shares);
  assert_rows (shares, n_shares, expected, n);
  rows = kkr_apportionment_get_tied_rows (full, &n_rows);
  for (gsize i = 0; i < n_rows; i++)
    g_string_append_printf (found, "%s%u", i > 0 ? " " : "", rows[i]);
  g_assert_cmpstr (found->str, ==, tied_rows);
  g_assert_cmpint (kkr_apportionment_has_ties (full), ==, *tied_rows != '\0');
}

/* Four units on 3, 1, 3, 1, 0: 1 1/2, 1/2, 1 1/2, 1/2. Two units are left and four rows have the
 * remainder 1/2. */
static void
test_largest_remainder (void)
{
  const gint64 weights[] = { 3, 1, 3, 1, 0 };

  assert_tie (LR, KKR_TIE_RULE_FIRST, 4, weights, 5, ROWS (2, 1, 1, 0, 0), "0 1 2 3");
  assert_tie (LR, KKR_TIE_RULE_LAST, 4, weights, 5, ROWS (1, 0, 2, 1, 0), "0 1 2 3");
  assert_tie (LR, KKR_TIE_RULE_LARGEST_WEIGHT, 4, weights, 5, ROWS (2, 0, 2, 0, 0), "0 1 2 3");
  assert_tie (LR, KKR_TIE_RULE_SMALLEST_WEIGHT, 4, weights, 5, ROWS (1, 1, 1, 1, 0), "0 1 2 3");
  assert_tie (LR, KKR_TIE_RULE_LARGEST_WEIGHT, -4, weights, 5, ROWS (-2, 0, -2, 0, 0), "0 1 2 3");
}

/* Five units on 4, 4, 3, 1: 1 2/3, 1 2/3, 1 1/4, 5/12. The two left go to the two rows with 2/3:
 * equal claims, and nobody goes without. */
static void
test_equal_claims_all_met (void)
{
  assert_tie (LR, KKR_TIE_RULE_REFUSE, 5, ROWS (4, 4, 3, 1), 4, ROWS (2, 2, 1, 0), "");
  assert_tie (DH, KKR_TIE_RULE_REFUSE, 4, ROWS (2, 2), 2, ROWS (2, 2), "");
}

/* Two units on 2, 1, 1: claims 2, then 1 of each row (2/2, 1/1, 1/1) for the one unit that is left.
 * */
static void
test_dhondt (void)
{
  const gint64 weights[] = { 2, 1, 1 };

  assert_tie (DH, KKR_TIE_RULE_FIRST, 2, weights, 3, ROWS (2, 0, 0), "0 1 2");
  assert_tie (DH, KKR_TIE_RULE_LAST, 2, weights, 3, ROWS (1, 0, 1), "0 1 2");
  assert_tie (DH, KKR_TIE_RULE_LARGEST_WEIGHT, 2, weights, 3, ROWS (2, 0, 0), "0 1 2");
  assert_tie (DH, KKR_TIE_RULE_SMALLEST_WEIGHT, 2, weights, 3, ROWS (1, 1, 0), "0 1 2");
  /* With three units two of the three claims are met. */
  assert_tie (DH, KKR_TIE_RULE_LAST, 3, weights, 3, ROWS (1, 1, 1), "0 1 2");
}

/* Two units on 3, 1, 1: claims 3, then 3/3, 1/1 and 1/1. */
static void
test_sainte_lague (void)
{
  const gint64 weights[] = { 3, 1, 1 };

  assert_tie (SL, KKR_TIE_RULE_FIRST, 2, weights, 3, ROWS (2, 0, 0), "0 1 2");
  assert_tie (SL, KKR_TIE_RULE_LAST, 2, weights, 3, ROWS (1, 0, 1), "0 1 2");
  assert_tie (SL, KKR_TIE_RULE_LARGEST_WEIGHT, 2, weights, 3, ROWS (2, 0, 0), "0 1 2");
  assert_tie (SL, KKR_TIE_RULE_SMALLEST_WEIGHT, 2, weights, 3, ROWS (1, 1, 0), "0 1 2");
}

/* Two units on 2, 5, 2, 0, 2: fewer than rows, so the 5 has one and a 2 has the other. Squares of
 * claims with one unit each on 5 and 5: 25/2 both, for one unit. */
static void
test_huntington_hill (void)
{
  const gint64 weights[] = { 2, 5, 2, 0, 2 };

  assert_tie (HH, KKR_TIE_RULE_FIRST, 2, weights, 5, ROWS (1, 1, 0, 0, 0), "0 2 4");
  assert_tie (HH, KKR_TIE_RULE_LAST, 2, weights, 5, ROWS (0, 1, 0, 0, 1), "0 2 4");
  assert_tie (HH, KKR_TIE_RULE_SMALLEST_WEIGHT, 2, weights, 5, ROWS (1, 1, 0, 0, 0), "0 2 4");
  assert_tie (HH, KKR_TIE_RULE_REFUSE, 1, weights, 5, ROWS (0, 1, 0, 0, 0), "");
  assert_tie (HH, KKR_TIE_RULE_REFUSE, 4, weights, 5, ROWS (1, 1, 1, 0, 1), "");
  assert_tie (HH, KKR_TIE_RULE_FIRST, 3, ROWS (5, 5), 2, ROWS (2, 1), "0 1");
  assert_tie (HH, KKR_TIE_RULE_LAST, 3, ROWS (5, 5), 2, ROWS (1, 2), "0 1");
}

/* Different weights can tie too: the ninth unit of a 6 and the second of a 1 have the squared
 * claims 6 * 6 / (8 * 9) = 1 / (1 * 2). Before them come the first unit of each and seven more of
 * the 6, down to 6 * 6 / (7 * 8); so nine units go by eight and one, and the tenth is a tie. */
static void
test_huntington_hill_weights (void)
{
  assert_tie (HH, KKR_TIE_RULE_REFUSE, 9, ROWS (6, 1), 2, ROWS (8, 1), "");
  assert_tie (HH, KKR_TIE_RULE_FIRST, 10, ROWS (6, 1), 2, ROWS (9, 1), "0 1");
  assert_tie (HH, KKR_TIE_RULE_LAST, 10, ROWS (6, 1), 2, ROWS (8, 2), "0 1");
  assert_tie (HH, KKR_TIE_RULE_LARGEST_WEIGHT, 10, ROWS (1, 6), 2, ROWS (1, 9), "0 1");
  assert_tie (HH, KKR_TIE_RULE_SMALLEST_WEIGHT, 10, ROWS (6, 1), 2, ROWS (8, 2), "0 1");
  assert_tie (HH, KKR_TIE_RULE_REFUSE, 11, ROWS (6, 1), 2, ROWS (9, 2), "");
}

/* One unit on 1, 1, 1: thirds round to 0, the unit left goes to one of three equals. */
static void
test_residual_to_largest (void)
{
  assert_tie (RL, KKR_TIE_RULE_FIRST, 1, ROWS (1, 1, 1), 3, ROWS (1, 0, 0), "0 1 2");
  assert_tie (RL, KKR_TIE_RULE_LAST, 1, ROWS (1, 1, 1), 3, ROWS (0, 0, 1), "0 1 2");
  assert_tie (RL, KKR_TIE_RULE_LARGEST_WEIGHT, 1, ROWS (1, 1, 1), 3, ROWS (1, 0, 0), "0 1 2");
  /* Two equals above a third, and nothing left: 4 units on 3, 3, 2 are 1 1/2, 1 1/2, 1. */
  assert_tie (RL, KKR_TIE_RULE_LAST, 4, ROWS (3, 3, 2), 3, ROWS (2, 1, 1), "0 1");
  assert_tie (RL, KKR_TIE_RULE_REFUSE, 8, ROWS (3, 3, 2), 3, ROWS (3, 3, 2), "");
}

/* No row competes with another. */
static void
test_no_competition (void)
{
  assert_tie (CU, KKR_TIE_RULE_REFUSE, 1, ROWS (1, 1, 1), 3, ROWS (0, 1, 0), "");
  assert_tie (IN, KKR_TIE_RULE_REFUSE, 1, ROWS (1, 1), 2, ROWS (1, 1), "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/apportion/ties/largest-remainder", test_largest_remainder);
  g_test_add_func ("/apportion/ties/all-met", test_equal_claims_all_met);
  g_test_add_func ("/apportion/ties/dhondt", test_dhondt);
  g_test_add_func ("/apportion/ties/sainte-lague", test_sainte_lague);
  g_test_add_func ("/apportion/ties/huntington-hill", test_huntington_hill);
  g_test_add_func ("/apportion/ties/huntington-hill-weights", test_huntington_hill_weights);
  g_test_add_func ("/apportion/ties/residual-to-largest", test_residual_to_largest);
  g_test_add_func ("/apportion/ties/no-competition", test_no_competition);
  return g_test_run ();
}
