/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <math.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-rounding.h>

#define HALF_AWAY KKR_ROUNDING_MODE_HALF_AWAY
#define KRONE 100

/* Objective financing of Socialtilsyn Nord, DAS Social 21 August 2023, L179-213: budget times
 * children over all children, each row to whole kroner. */
static void
test_printed_shares (void)
{
  static const struct {
    gint64 children_2022, kroner_2023, children_2023, kroner_2024;
  } rows[] = {
    { 21502, 3274133, 21872, 3443644 }, { 7769, 1182994, 7775, 1224137 },
    { 10101, 1538090, 10035, 1579964 }, { 7652, 1165178, 7556, 1189657 },
    { 225, 34261, 218, 34323 },         { 7853, 1195785, 7870, 1239095 },
    { 3656, 556703, 3643, 573573 },     { 7265, 1106250, 7317, 1152027 },
    { 8379, 1275880, 8398, 1322226 },   { 7066, 1075948, 7006, 1103062 },
    { 39632, 6034808, 39978, 6294349 },
  };
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint64 ore = kkr_round_ratio (1844003000, rows[i].children_2022, 121100, HALF_AWAY, KRONE,
                                    &error);

      g_assert_no_error (error);
      g_assert_cmpint (ore, ==, rows[i].kroner_2023 * KRONE);
      ore = kkr_round_ratio (1915605800, rows[i].children_2023, 121668, HALF_AWAY, KRONE, &error);
      g_assert_no_error (error);
      g_assert_cmpint (ore, ==, rows[i].kroner_2024 * KRONE);
    }
}

/* The same document: tariffs are an unrounded base times 1, 1.2, 2 and 3 (L225-228), BPA fees are
 * hours times an hourly price (L235-242). */
static void
test_printed_tariffs (void)
{
  static const struct {
    gdouble rate, quantity;
    gint64 kroner;
  } cases[] = {
    { 43851.6, 1, 43852 }, { 43851.6, 1.2, 52622 }, { 43851.6, 2, 87703 }, { 43851.6, 3, 131555 },
    { 42884.2, 1, 42884 }, { 42884.2, 1.2, 51461 }, { 42884.2, 2, 85768 }, { 42884.2, 3, 128653 },
    { 672, 13, 8736 },     { 672, 36, 24192 },      { 635, 36, 22860 },
  };
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (kkr_round_rate (cases[i].rate, cases[i].quantity, HALF_AWAY, KRONE, &error),
                       ==, cases[i].kroner * KRONE);
      g_assert_no_error (error);
    }
}

/* In binary, 1.005 and 0.285 are a little less than they look and 1.115 a little more. */
static void
test_decimals_are_meant (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (kkr_round_rate (1.005, 1, HALF_AWAY, 1, &error), ==, 101);
  g_assert_cmpint (kkr_round_rate (0.285, 1, HALF_AWAY, 1, &error), ==, 29);
  g_assert_cmpint (kkr_round_rate (-1.005, 1, HALF_AWAY, 1, &error), ==, -101);
  g_assert_cmpint (kkr_round_rate (1.115, 1, KKR_ROUNDING_MODE_HALF_EVEN, 1, &error), ==, 112);
  g_assert_cmpint (kkr_round_rate (1.1, 3, KKR_ROUNDING_MODE_CEILING, 1, &error), ==, 330);
  g_assert_no_error (error);
}

static void
test_wide_products (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (kkr_round_ratio (G_MAXINT64, G_MAXINT64, G_MAXINT64, HALF_AWAY, 1, &error), ==,
                   G_MAXINT64);
  g_assert_cmpint (kkr_round_ratio (G_MAXINT64, -1, 1, HALF_AWAY, 1, &error), ==, -G_MAXINT64);
  g_assert_cmpint (kkr_round_ratio (G_MININT64, 1, -2, HALF_AWAY, 1, &error), ==,
                   G_GINT64_CONSTANT (4611686018427387904));
  g_assert_cmpint (kkr_round_ratio (50198000, 1, 2, HALF_AWAY, 1, &error), ==, 25099000);
  g_assert_cmpint (kkr_round_ratio (7, 1, -2, HALF_AWAY, 1, &error), ==, -4);
  g_assert_no_error (error);
}

static void
assert_refused (gint64 result, GError **error, KkrCalcError code, const char *text)
{
  g_assert_error (*error, KKR_CALC_ERROR, (int) code);
  g_assert_nonnull (g_strstr_len ((*error)->message, -1, text));
  g_assert_cmpint (result, ==, 0);
  g_clear_error (error);
}

static void
test_refusals (void)
{
  const KkrCalcError range = KKR_CALC_ERROR_OUT_OF_RANGE, overflow = KKR_CALC_ERROR_OVERFLOW;
  g_autoptr (GError) error = NULL;

  assert_refused (kkr_round_ratio (1, 1, 0, HALF_AWAY, 1, &error), &error, range, "denominator");
  assert_refused (kkr_round_ratio (1, 1, 1, HALF_AWAY, 0, &error), &error, range, "0 found");
  assert_refused (kkr_round_ratio (1, 1, 1, HALF_AWAY, -100, &error), &error, range, "-100 found");
  assert_refused (kkr_round_ratio (1, 1, 1, KKR_ROUNDING_MODE_UNSET, 1, &error), &error, range,
                  "mode");
  assert_refused (kkr_round_ratio (1, 1, 1, (KkrRoundingMode) 7, 1, &error), &error, range,
                  "7 found");
  assert_refused (kkr_round_ratio (G_MAXINT64, 2, 1, HALF_AWAY, 1, &error), &error, overflow,
                  "does not fit");
  assert_refused (kkr_round_ratio (G_MININT64, 1, 1, HALF_AWAY, 1, &error), &error, overflow,
                  "does not fit");
  /* 2^63 - 1 ends in 807: up it does not fit, down it does. */
  assert_refused (kkr_round_ratio (G_MAXINT64, 1, 1, KKR_ROUNDING_MODE_CEILING, 100, &error),
                  &error, overflow, "does not fit");
  g_assert_cmpint (kkr_round_ratio (G_MAXINT64, 1, 1, HALF_AWAY, 100, &error), ==,
                   G_GINT64_CONSTANT (9223372036854775800));
}

static void
test_refused_numbers (void)
{
  const KkrCalcError range = KKR_CALC_ERROR_OUT_OF_RANGE, overflow = KKR_CALC_ERROR_OVERFLOW;
  g_autoptr (GError) error = NULL;

  assert_refused (kkr_round_rate (NAN, 1, HALF_AWAY, 1, &error), &error, range, "rate");
  assert_refused (kkr_round_rate (1, INFINITY, HALF_AWAY, 1, &error), &error, range, "quantity");
  assert_refused (kkr_round_rate (1, -INFINITY, HALF_AWAY, 1, &error), &error, range, "-infinity");
  assert_refused (kkr_round_rate (1, 1, HALF_AWAY, 0, &error), &error, range, "unit");
  assert_refused (kkr_round_rate (1e300, 1, HALF_AWAY, 1, &error), &error, overflow, "rate");
  assert_refused (kkr_round_rate (1e30, 1e30, HALF_AWAY, 1, &error), &error, overflow, "rate");
  assert_refused (kkr_round_rate (1e17, 1, HALF_AWAY, 1, &error), &error, overflow, "amount");
  g_assert_null (kkr_decimal_to_exact (NAN, &error));
  g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE);
}

static void
test_decimal_to_exact (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *rate = kkr_decimal_to_exact (3.2, &error);
  g_autofree char *negative = kkr_decimal_to_exact (-0.25, &error);
  g_autofree char *whole = kkr_decimal_to_exact (121100, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (rate, ==, "16/5");
  g_assert_cmpstr (negative, ==, "-1/4");
  g_assert_cmpstr (whole, ==, "121100");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rounding/printed-shares", test_printed_shares);
  g_test_add_func ("/rounding/printed-tariffs", test_printed_tariffs);
  g_test_add_func ("/rounding/decimals-are-meant", test_decimals_are_meant);
  g_test_add_func ("/rounding/wide-products", test_wide_products);
  g_test_add_func ("/rounding/refusals", test_refusals);
  g_test_add_func ("/rounding/refused-numbers", test_refused_numbers);
  g_test_add_func ("/rounding/decimal-to-exact", test_decimal_to_exact);
  return g_test_run ();
}
