/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "share-helpers.h"

static void
assert_decimals (gint64 total, const gdouble *weights, gsize n, KkrApportionMethod method,
                 const gint64 *expected)
{
  g_autoptr (GError) error = NULL;
  gsize n_shares = 0;
  g_autofree gint64 *shares = kkr_apportion_decimals (total, weights, n, method, 1, &n_shares,
                                                      &error);

  g_assert_no_error (error);
  assert_rows (shares, n_shares, expected, n);
}

/* 0.1, 0.2 and 0.7 are 1, 2 and 7 tenths: five units are 1/2, 1, 3 1/2, a tie that goes to the
 * first row. As binary fractions 0.7 is a little below seven tenths and 0.1 a little above one. */
static void
test_shortest (void)
{
  assert_decimals (5, (const gdouble[]) { 0.1, 0.2, 0.7 }, 3, LR, ROWS (1, 1, 3));
  assert_decimals (5, (const gdouble[]) { 0.7, 0.2, 0.1 }, 3, LR, ROWS (4, 1, 0));
  assert_decimals (1, (const gdouble[]) { 0.3, 0.3 }, 2, IN, ROWS (1, 1));
}

/* 0.1, 0.25 and 2 are 2, 5 and 40 twentieths, which add to 47. */
static void
test_common_denominator (void)
{
  assert_decimals (47, (const gdouble[]) { 0.1, 0.25, 2 }, 3, IN, ROWS (2, 5, 40));
  assert_decimals (-47, (const gdouble[]) { 0.1, 0.25, 2 }, 3, HH, ROWS (-2, -5, -40));
}

static void
test_whole (void)
{
  gint64 whole[4];
  g_autoptr (GError) error = NULL;

  g_assert_true (kkr_whole_weights ((const gdouble[]) { 9007199254740993.0, 0, 1e18, 3 }, 4, whole,
                                    &error));
  g_assert_no_error (error);
  g_assert_cmpint (whole[0], ==, G_GINT64_CONSTANT (9007199254740992));
  g_assert_cmpint (whole[1], ==, 0);
  g_assert_cmpint (whole[2], ==, G_GINT64_CONSTANT (1000000000000000000));
  g_assert_cmpint (whole[3], ==, 3);
}

/* In halves of 1e-17. */
static void
test_fine (void)
{
  gint64 whole[3];
  g_autoptr (GError) error = NULL;

  g_assert_true (kkr_whole_weights ((const gdouble[]) { 1e-17, 12.5e-17, 1 }, 3, whole, &error));
  g_assert_no_error (error);
  g_assert_cmpint (whole[0], ==, 2);
  g_assert_cmpint (whole[1], ==, 25);
  g_assert_cmpint (whole[2], ==, G_GINT64_CONSTANT (200000000000000000));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/apportion/decimals/shortest", test_shortest);
  g_test_add_func ("/apportion/decimals/common-denominator", test_common_denominator);
  g_test_add_func ("/apportion/decimals/whole", test_whole);
  g_test_add_func ("/apportion/decimals/fine", test_fine);
  return g_test_run ();
}
