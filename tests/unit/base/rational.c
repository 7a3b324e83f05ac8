/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <math.h>
#include <string.h>

#include <libkkr/base/kkr-rational-private.h>

/* 2^127 - 1 */
#define LARGEST "170141183460469231731687303715884105727"

static KkrRational
parse (const char *text)
{
  KkrRational value;

  g_assert_true (kkr_rational_parse (text, &value));
  return value;
}

static void
assert_exact (const KkrRational *value, const char *expected)
{
  g_autofree char *text = kkr_rational_to_string (value);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_parse (void)
{
  static const struct {
    const char *text, *expected;
  } good[] = {
    { "0", "0" },          { "-0", "0" },           { "12", "12" },         { "-12", "-12" },
    { "6/4", "3/2" },      { "-6/4", "-3/2" },      { "0/7", "0" },         { "007", "7" },
    { "-0.50", "-1/2" },   { "43851.6", "219258/5" },
    { LARGEST, LARGEST },  { "-" LARGEST, "-" LARGEST },
    { "1/" LARGEST, "1/" LARGEST },
  };
  static const char *const bad[] = {
    "", "-", "+1", " 1", "1 ", "1/0", "1/-2", "1/", "/2", "1.", ".5", "-.5", "1.5/2", "1,5",
    "1.2.3", "1e3", "--1", "1.-5", "NaN", "170141183460469231731687303715884105728",
    "1/170141183460469231731687303715884105728",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      KkrRational value = parse (good[i].text);

      assert_exact (&value, good[i].expected);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      KkrRational value;

      if (kkr_rational_parse (bad[i], &value))
        g_error ("\"%s\" was read", bad[i]);
    }
}

static void
test_arithmetic (void)
{
  KkrRational a = parse ("5/6"), b = parse ("-3/4"), result;

  g_assert_true (kkr_rational_add (&a, &b, &result));
  assert_exact (&result, "1/12");
  g_assert_true (kkr_rational_subtract (&a, &b, &result));
  assert_exact (&result, "19/12");
  g_assert_true (kkr_rational_multiply (&a, &b, &result));
  assert_exact (&result, "-5/8");
  g_assert_true (kkr_rational_divide (&a, &b, &result));
  assert_exact (&result, "-10/9");
  b = KKR_RATIONAL_ZERO;
  g_assert_false (kkr_rational_divide (&a, &b, &result));
  g_assert_true (kkr_rational_add (&a, &a, &a));
  assert_exact (&a, "5/3");
}

static void
test_overflow (void)
{
  KkrRational largest = parse (LARGEST), one = KKR_RATIONAL_INT (1), two = KKR_RATIONAL_INT (2);
  KkrRational tiny = parse ("1/" LARGEST), result = parse ("7"), third, wide, narrow;

  g_assert_false (kkr_rational_add (&largest, &one, &result));
  g_assert_false (kkr_rational_multiply (&largest, &two, &result));
  g_assert_false (kkr_rational_divide (&tiny, &two, &result));
  assert_exact (&result, "7");
  g_assert_true (kkr_rational_multiply (&largest, &tiny, &result));
  assert_exact (&result, "1");
  g_assert_true (kkr_rational_subtract (&one, &largest, &result));
  assert_exact (&result, "-170141183460469231731687303715884105726");

  /* 1/(2·3^79) + 1/(2·3^79) is 1/3^79: only the unreduced denominator would be too large. */
  third = KKR_RATIONAL_INT (1);
  for (int i = 0; i < 79; i++)
    {
      KkrRational three = KKR_RATIONAL_INT (3);

      g_assert_true (kkr_rational_divide (&third, &three, &third));
    }
  g_assert_true (kkr_rational_divide (&third, &two, &wide));
  g_assert_true (kkr_rational_add (&wide, &wide, &narrow));
  g_assert_cmpint (kkr_rational_compare (&narrow, &third), ==, 0);
}

static void
test_compare (void)
{
  static const char *const ascending[] = {
    "-" LARGEST, "-1", "-170141183460469231731687303715884105726/" LARGEST, "-1/" LARGEST, "0",
    "1/" LARGEST, "1/3",
    "170141183460469231731687303715884105725/170141183460469231731687303715884105726",
    "170141183460469231731687303715884105726/" LARGEST, "1", LARGEST,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ascending); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (ascending); j++)
      {
        KkrRational a = parse (ascending[i]), b = parse (ascending[j]);

        g_assert_cmpint (kkr_rational_compare (&a, &b), ==, i < j ? -1 : i > j);
      }
}

static void
test_round (void)
{
  /* By mode: half away, half even, floor, ceiling, towards zero, away from zero. */
  static const struct {
    const char *value;
    gint64 unit, expected[6];
  } cases[] = {
    { "5/2", 1, { 3, 2, 2, 3, 2, 3 } },
    { "-5/2", 1, { -3, -2, -3, -2, -2, -3 } },
    { "7/2", 1, { 4, 4, 3, 4, 3, 4 } },
    { "-7/2", 1, { -4, -4, -4, -3, -3, -4 } },
    { "9/4", 1, { 2, 2, 2, 3, 2, 3 } },
    { "-9/4", 1, { -2, -2, -3, -2, -2, -3 } },
    { "11/4", 1, { 3, 3, 2, 3, 2, 3 } },
    { "0", 12, { 0, 0, 0, 0, 0, 0 } },
    { "24", 12, { 24, 24, 24, 24, 24, 24 } },
    { "18", 12, { 24, 24, 12, 24, 12, 24 } },
    { "30", 12, { 36, 24, 24, 36, 24, 36 } },
    { "-30", 12, { -36, -24, -36, -24, -24, -36 } },
    { "7/2", 7, { 7, 0, 0, 7, 0, 7 } },
    { "349/100", 7, { 0, 0, 0, 7, 0, 7 } },
    { "351/100", 7, { 7, 7, 0, 7, 0, 7 } },
    { "1/" LARGEST, 100, { 0, 0, 0, 100, 0, 100 } },
    { "-1/" LARGEST, 100, { 0, 0, -100, 0, 0, -100 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int mode = KKR_ROUNDING_MODE_HALF_AWAY; mode <= KKR_ROUNDING_MODE_AWAY_FROM_ZERO; mode++)
      {
        KkrRational value = parse (cases[i].value);
        gint64 result;

        g_assert_true (kkr_rational_round (&value, (KkrRoundingMode) mode, cases[i].unit, &result));
        g_assert_cmpint (result, ==, cases[i].expected[mode - 1]);
      }
}

static void
test_round_at_the_edge (void)
{
  KkrRational value = parse ("18446744073709551615/2");
  gint64 result;

  g_assert_false (kkr_rational_round (&value, KKR_ROUNDING_MODE_HALF_AWAY, 1, &result));
  g_assert_true (kkr_rational_round (&value, KKR_ROUNDING_MODE_FLOOR, 1, &result));
  g_assert_cmpint (result, ==, G_MAXINT64);
  value = parse ("-9223372036854775808");
  g_assert_true (kkr_rational_round (&value, KKR_ROUNDING_MODE_FLOOR, 1, &result));
  g_assert_cmpint (result, ==, G_MININT64);
  value = parse ("-" LARGEST);
  g_assert_false (kkr_rational_round (&value, KKR_ROUNDING_MODE_FLOOR, 1, &result));
  g_assert_false (kkr_rational_round (&value, KKR_ROUNDING_MODE_FLOOR, 0, &result));
  value = parse ("4611686018427387904");
  g_assert_true (kkr_rational_round (&value, KKR_ROUNDING_MODE_HALF_AWAY, G_MAXINT64, &result));
  g_assert_cmpint (result, ==, G_MAXINT64);
}

static void
test_doubles (void)
{
  static const struct {
    gdouble value;
    const char *expected;
  } cases[] = {
    { 3.2, "16/5" },       { 0.1, "1/10" },       { -43851.6, "-219258/5" }, { 0.0, "0" },
    { -0.0, "0" },         { 1e22, "10000000000000000000000" },              { 672, "672" },
    { 0.30000000000000004, "7500000000000001/25000000000000000" },
    { 9007199254740993.0, "9007199254740992" },
    { 1e-38, "1/100000000000000000000000000000000000000" },
  };
  KkrRational result;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gdouble back;

      g_assert_true (kkr_rational_from_double (cases[i].value, &result));
      assert_exact (&result, cases[i].expected);
      back = kkr_rational_to_double (&result);
      g_assert_true (back >= cases[i].value && back <= cases[i].value);
    }
  g_assert_false (kkr_rational_from_double (NAN, &result));
  g_assert_false (kkr_rational_from_double (INFINITY, &result));
  g_assert_false (kkr_rational_from_double (-INFINITY, &result));
  g_assert_false (kkr_rational_from_double (1e300, &result));
  g_assert_false (kkr_rational_from_double (5e-324, &result));
}

static void
assert_double (const char *exact, const char *bits)
{
  KkrRational value = parse (exact);
  gdouble number = kkr_rational_to_double (&value);
  guint64 raw;
  g_autofree char *found = NULL;

  memcpy (&raw, &number, sizeof raw);
  found = g_strdup_printf ("%016" G_GINT64_MODIFIER "x", raw);
  g_assert_cmpstr (found, ==, bits);
}

static void
test_nearest_double (void)
{
  assert_double ("1/3", "3fd5555555555555");
  assert_double ("-2/3", "bfe5555555555555");
  assert_double ("1/10", "3fb999999999999a");
  /* Halfway between two doubles goes to the even one, a trace more goes up. */
  assert_double ("9007199254740993", "4340000000000000");
  assert_double ("9007199254740995", "4340000000000002");
  assert_double ("90071992547409930000000000000000001/10000000000000000000", "4340000000000001");
  assert_double (LARGEST, "47e0000000000000");
  assert_double ("1/" LARGEST, "3800000000000000");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rational/parse", test_parse);
  g_test_add_func ("/rational/arithmetic", test_arithmetic);
  g_test_add_func ("/rational/overflow", test_overflow);
  g_test_add_func ("/rational/compare", test_compare);
  g_test_add_func ("/rational/round", test_round);
  g_test_add_func ("/rational/round-at-the-edge", test_round_at_the_edge);
  g_test_add_func ("/rational/doubles", test_doubles);
  g_test_add_func ("/rational/nearest-double", test_nearest_double);
  return g_test_run ();
}
