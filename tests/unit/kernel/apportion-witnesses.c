/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* A case for each "no" in the table of doc/apportionment.md, worked by hand in the comment above
 * it. The exact shares stand after "exact". */

#include "share-helpers.h"

/* Exact 1/2, 1/2: both round to 1. And three thirds all round to 0. */
static void
test_sum (void)
{
  assert_shares (IN, 1, ROWS (1, 1), 2, ROWS (1, 1));
  assert_shares (IN, 1, ROWS (1, 1, 1), 3, ROWS (0, 0, 0));
}

/* Exact 3 1/3, so 3 or 4. The claims 6, 3, 2, 3/2, 6/5 of the first row all go before the 1 of the
 * others. */
static void
test_quota_dhondt (void)
{
  assert_shares (DH, 5, ROWS (6, 1, 1, 1), 4, ROWS (5, 0, 0, 0));
}

/* Exact 4 1/5, so 4 or 5. The claims in order: 6, 2, 6/5, then the four 1, and only then 6/7. */
static void
test_quota_sainte_lague (void)
{
  assert_shares (SL, 7, ROWS (6, 1, 1, 1, 1), 5, ROWS (3, 1, 1, 1, 1));
}

/* Exact 3, so 3. Each row has a first unit before any has a second. */
static void
test_quota_huntington_hill (void)
{
  assert_shares (HH, 5, ROWS (6, 1, 1, 1, 1), 5, ROWS (1, 1, 1, 1, 1));
}

/* Exact 2/5 each, so 0 or 1. All round to 0, and both units go to one row. */
static void
test_quota_residual (void)
{
  assert_shares (RL, 2, ROWS (1, 1, 1, 1, 1), 5, ROWS (2, 0, 0, 0, 0));
}

/* The running sums 1/4, 1/2, 1 round to 0, 1, 1: a 1 has the unit. With the last two rows exchanged
 * they are 1/4, 3/4, 1: the 2 has it. Nothing is tied. */
static void
test_anonymity_cumulative (void)
{
  assert_shares (CU, 1, ROWS (1, 1, 2), 3, ROWS (0, 1, 0));
  assert_shares (CU, 1, ROWS (1, 2, 1), 3, ROWS (0, 1, 0));
}

/* Exact 4 2/7, 4 2/7, 1 3/7: the last row has the largest remainder. With one unit more 4 5/7, 4
 * 5/7, 1 4/7: the others have, and it falls from 2 to 1 (the Alabama paradox). */
static void
test_house_largest_remainder (void)
{
  assert_shares (LR, 10, ROWS (6, 6, 2), 3, ROWS (4, 4, 2));
  assert_shares (LR, 11, ROWS (6, 6, 2), 3, ROWS (5, 5, 1));
}

/* The running sums 1/3, 2/3, 1 round to 0, 1, 1; doubled, 2/3, 4/3, 2 round to 1, 1, 2: the second
 * row falls from 1 to 0. */
static void
test_house_cumulative (void)
{
  assert_shares (CU, 1, ROWS (1, 1, 1), 3, ROWS (0, 1, 0));
  assert_shares (CU, 2, ROWS (1, 1, 1), 3, ROWS (1, 0, 1));
}

/* Thirds round to 0 and the first row has the unit; two thirds round to 1 and it gives one back. */
static void
test_house_residual (void)
{
  assert_shares (RL, 1, ROWS (1, 1, 1), 3, ROWS (1, 0, 0));
  assert_shares (RL, 2, ROWS (1, 1, 1), 3, ROWS (0, 1, 1));
}

/* The first row shrinks from 20 to 18 and the last grows from 60 to 63. Exact 6/11, 9/11, 1 7/11:
 * two units are left, for the second and the last. Then 3/8, 1 5/16, 1 5/16: one is left, for the
 * first. So the last loses a unit and the first gains one. */
static void
test_population_largest_remainder (void)
{
  assert_shares (LR, 3, ROWS (20, 30, 60), 3, ROWS (0, 1, 2));
  assert_shares (LR, 3, ROWS (18, 63, 63), 3, ROWS (1, 1, 1));
}

/* The first row grows from 10 to 12 and the second shrinks from 5 to 4. The running sums 1/2, 3/4,
 * 1 round to 1, 1, 1; then 3/7, 4/7, 1 to 0, 1, 1: the unit goes from the first to the second. */
static void
test_population_cumulative (void)
{
  assert_shares (CU, 1, ROWS (10, 5, 5), 3, ROWS (1, 0, 0));
  assert_shares (CU, 1, ROWS (12, 4, 12), 3, ROWS (0, 1, 0));
}

/* The first row grows from 1 to 2 and the last shrinks from 2 to 1. Exact 1/2, 1/2, 1, rounded 1,
 * 1, 1, and the last, as the largest, gives one back. Then the first is the largest and gives it
 * back. */
static void
test_population_residual (void)
{
  assert_shares (RL, 2, ROWS (1, 1, 2), 3, ROWS (1, 1, 0));
  assert_shares (RL, 2, ROWS (2, 1, 1), 3, ROWS (0, 1, 1));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/apportion/witness/sum/independent", test_sum);
  g_test_add_func ("/apportion/witness/quota/dhondt", test_quota_dhondt);
  g_test_add_func ("/apportion/witness/quota/sainte-lague", test_quota_sainte_lague);
  g_test_add_func ("/apportion/witness/quota/huntington-hill", test_quota_huntington_hill);
  g_test_add_func ("/apportion/witness/quota/residual-to-largest", test_quota_residual);
  g_test_add_func ("/apportion/witness/anonymity/cumulative", test_anonymity_cumulative);
  g_test_add_func ("/apportion/witness/house/largest-remainder", test_house_largest_remainder);
  g_test_add_func ("/apportion/witness/house/cumulative", test_house_cumulative);
  g_test_add_func ("/apportion/witness/house/residual-to-largest", test_house_residual);
  g_test_add_func ("/apportion/witness/population/largest-remainder",
                   test_population_largest_remainder);
  g_test_add_func ("/apportion/witness/population/cumulative", test_population_cumulative);
  g_test_add_func ("/apportion/witness/population/residual-to-largest",
                   test_population_residual);
  return g_test_run ();
}
