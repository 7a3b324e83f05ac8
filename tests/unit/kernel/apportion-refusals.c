/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "share-helpers.h"

#include <math.h>

#define BOTH_WEIGHTS ROWS (1, 1), 2

static void
assert_refused (gint64 total, const gint64 *weights, gsize n, int method, gint64 unit,
                int tie_rule, KkrCalcError code, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrApportionment) full =
    kkr_apportion_full (total, weights, n, (KkrApportionMethod) method, unit,
                        (KkrTieRule) tie_rule, &error);

  g_assert_error (error, KKR_CALC_ERROR, (int) code);
  g_assert_cmpstr (error->message, ==, message);
  g_assert_null (full);
}

/* Both functions, which share their checks; this one leaves no count behind. */
static void
assert_both_refused (gint64 total, const gint64 *weights, gsize n, int method, gint64 unit,
                     KkrCalcError code, const char *message)
{
  g_autoptr (GError) error = NULL;
  gsize n_shares = 7;

  g_assert_null (kkr_apportion (total, weights, n, (KkrApportionMethod) method, unit, &n_shares,
                                &error));
  g_assert_error (error, KKR_CALC_ERROR, (int) code);
  g_assert_cmpstr (error->message, ==, message);
  g_assert_cmpuint (n_shares, ==, 0);
  assert_refused (total, weights, n, method, unit, KKR_TIE_RULE_FIRST, code, message);
}

static void
test_method (void)
{
  const int bad[] = { 0, 8, -1, 1000 };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *message = g_strdup_printf (
        "no such apportionment method: %d found, one of the methods 1 (largest-remainder) to 7 "
        "(independent) expected", bad[i]);

      assert_both_refused (1, BOTH_WEIGHTS, bad[i], 1, KKR_CALC_ERROR_OUT_OF_RANGE, message);
    }
}

static void
test_tie_rule (void)
{
  const int bad[] = { 0, 6, -1 };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *message = g_strdup_printf (
        "no such tie rule: %d found, one of the rules 1 (first) to 5 (refuse) expected", bad[i]);

      assert_refused (1, BOTH_WEIGHTS, (int) LR, 1, bad[i], KKR_CALC_ERROR_OUT_OF_RANGE, message);
    }
}

static void
test_unit (void)
{
  assert_both_refused (1, BOTH_WEIGHTS, (int) LR, 0, KKR_CALC_ERROR_OUT_OF_RANGE,
                       "unit is not positive: 0 found, 1 or more expected");
  assert_both_refused (1, BOTH_WEIGHTS, (int) LR, G_MININT64, KKR_CALC_ERROR_OUT_OF_RANGE,
                       "unit is not positive: -9223372036854775808 found, 1 or more expected");
}

static void
test_total (void)
{
  assert_both_refused (1050, BOTH_WEIGHTS, (int) LR, 100, KKR_CALC_ERROR_OUT_OF_RANGE,
                       "total is not a multiple of the unit: 1050 with the rest 50 found, a "
                       "multiple of 100 expected");
  assert_both_refused (-1050, BOTH_WEIGHTS, (int) LR, 100, KKR_CALC_ERROR_OUT_OF_RANGE,
                       "total is not a multiple of the unit: -1050 with the rest -50 found, a "
                       "multiple of 100 expected");
  for (int method = 1; method <= N_METHODS; method++)
    assert_both_refused (G_MININT64, BOTH_WEIGHTS, method, 1, KKR_CALC_ERROR_OVERFLOW,
                         "total has no positive counterpart: -9223372036854775808 found, "
                         "-9223372036854775807 or more expected");
}

static void
test_weights (void)
{
  for (int method = 1; method <= N_METHODS; method++)
    {
      assert_both_refused (5, NULL, 0, method, 1, KKR_CALC_ERROR_OUT_OF_RANGE,
                           "no weights: 0 found, 1 or more expected");
      assert_both_refused (0, ROWS (0, 0, 0), 3, method, 1, KKR_CALC_ERROR_OUT_OF_RANGE,
                           "all weights are zero: 0 found, a sum of 1 or more expected");
      assert_both_refused (5, ROWS (1, 2, -3), 3, method, 1, KKR_CALC_ERROR_OUT_OF_RANGE,
                           "weight of row 2, counted from 0, is negative: -3 found, 0 or more "
                           "expected");
      assert_both_refused (5, ROWS (G_MAXINT64, 1), 2, method, 1, KKR_CALC_ERROR_OVERFLOW,
                           "sum of the weights does not fit: 9223372036854775808 found, at most "
                           "9223372036854775807 expected");
    }
}

/* Six halves round to 6 for a total of 3: the first row would have 1 - 3. The smallest such case
 * with a row that ends at zero is four halves: 1 - 2 is refused too, and two halves give 1 - 1. */
static void
test_sign_of_largest (void)
{
  assert_both_refused (3, ROWS (1, 1, 1, 1, 1, 1), 6, (int) RL, 1, KKR_CALC_ERROR_INCONSISTENT,
                       "row 0, counted from 0, with the largest weight would change its sign: 1 "
                       "units and a residual of -3 units found, a residual not below -1 units "
                       "expected");
  assert_both_refused (-2, ROWS (1, 1, 1, 1), 4, (int) RL, 1, KKR_CALC_ERROR_INCONSISTENT,
                       "row 0, counted from 0, with the largest weight would change its sign: 1 "
                       "units and a residual of -2 units found, a residual not below -1 units "
                       "expected");
  assert_shares (RL, 1, BOTH_WEIGHTS, ROWS (0, 1));
}

static void
test_lots (void)
{
  assert_refused (1, ROWS (2, 0, 2), 3, (int) LR, 1, (int) KKR_TIE_RULE_REFUSE,
                  KKR_CALC_ERROR_UNSUPPORTED,
                  "tie that the tie rule refuses to break: 2 rows with equal claims found (0, 2, "
                  "counted from 0), none or another tie rule expected");
  assert_refused (1, ROWS (1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1), 12, (int) SL, 1,
                  (int) KKR_TIE_RULE_REFUSE, KKR_CALC_ERROR_UNSUPPORTED,
                  "tie that the tie rule refuses to break: 12 rows with equal claims found (0, 1, "
                  "2, 3, 4, 5, 6, 7, 8, 9, ..., counted from 0), none or another tie rule "
                  "expected");
}

static void
assert_decimals_refused (const gdouble *weights, gsize n, KkrCalcError code, const char *start)
{
  g_autoptr (GError) error = NULL;
  gsize n_shares = 7;

  g_assert_null (kkr_apportion_decimals (10, weights, n, LR, 1, &n_shares, &error));
  g_assert_error (error, KKR_CALC_ERROR, (int) code);
  g_assert_true (g_str_has_prefix (error->message, start));
  g_assert_cmpuint (n_shares, ==, 0);
}

static void
test_decimals (void)
{
  const gdouble bad[] = { NAN, INFINITY, -INFINITY, -0.5 };
  const gdouble wide[] = { 1e300, 1e-300, 1e19, 9223372036854775808.0 };
  const gdouble far_apart[] = { 1e10, 1e-10 };
  const gdouble large_sum[] = { 9e18, 9e18 };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    assert_decimals_refused ((const gdouble[]) { 1, bad[i] }, 2, KKR_CALC_ERROR_OUT_OF_RANGE,
                             "weight of row 1, counted from 0, is no weight: ");
  for (gsize i = 0; i < G_N_ELEMENTS (wide); i++)
    assert_decimals_refused ((const gdouble[]) { 1, wide[i] }, 2, KKR_CALC_ERROR_OVERFLOW,
                             "weight of row 1, counted from 0, does not fit: ");
  assert_decimals_refused (far_apart, 2, KKR_CALC_ERROR_OVERFLOW,
                           "weight of row 0, counted from 0, does not fit: ");
  assert_decimals_refused (large_sum, 2, KKR_CALC_ERROR_OVERFLOW,
                           "sum of the weights does not fit: 18000000000000000000 found");
  assert_decimals_refused (NULL, 0, KKR_CALC_ERROR_OUT_OF_RANGE, "no weights: ");
  assert_decimals_refused ((const gdouble[]) { 0.0, -0.0 }, 2, KKR_CALC_ERROR_OUT_OF_RANGE,
                           "all weights are zero: ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/apportion/refusals/method", test_method);
  g_test_add_func ("/apportion/refusals/tie-rule", test_tie_rule);
  g_test_add_func ("/apportion/refusals/unit", test_unit);
  g_test_add_func ("/apportion/refusals/total", test_total);
  g_test_add_func ("/apportion/refusals/weights", test_weights);
  g_test_add_func ("/apportion/refusals/sign-of-largest", test_sign_of_largest);
  g_test_add_func ("/apportion/refusals/lots", test_lots);
  g_test_add_func ("/apportion/refusals/decimals", test_decimals);
  return g_test_run ();
}
