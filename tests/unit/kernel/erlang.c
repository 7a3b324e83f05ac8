/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-erlang-private.h>

static KkrRational
power (int exponent)
{
  const KkrRational ten = KKR_RATIONAL_INT (10), one = KKR_RATIONAL_INT (1);
  KkrRational result = one;

  for (int i = 0; i < ABS (exponent); i++)
    g_assert_true (kkr_rational_multiply (&result, &ten, &result));
  if (exponent < 0)
    g_assert_true (kkr_rational_divide (&one, &result, &result));
  return result;
}

static KkrRational
scaled (const KkrErlangNumber *number)
{
  const KkrRational digits = KKR_RATIONAL_INT ((KkrInt128) number->digits);
  KkrRational result = power (number->exponent);

  g_assert_true (kkr_rational_multiply (&digits, &result, &result));
  return result;
}

static char *
chance_text (gint64 places, gint64 num, gint64 den)
{
  KkrRational load, chance;
  KkrErlang erlang;
  KkrErlangNumber number;

  g_assert_true (kkr_rational_init (&load, num, den));
  g_assert_true (kkr_erlang_init (&erlang, &load));
  while (erlang.n < places)
    kkr_erlang_add_place (&erlang);
  number = kkr_erlang_get_chance (&erlang);
  g_assert_true (kkr_erlang_number_to_rational (&number, &chance));
  return kkr_rational_to_string (&chance);
}

static void
assert_chance (gint64 places, gint64 num, gint64 den, const char *expected)
{
  g_autofree char *found = chance_text (places, num, den);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_by_hand (void)
{
  assert_chance (0, 7, 1, "1");
  /* a / (1 + a). */
  assert_chance (1, 1, 1, "1/2");
  assert_chance (1, 1, 4, "1/5");
  /* (4 / 2) / (1 + 2 + 2). */
  assert_chance (2, 2, 1, "2/5");
  /* (27 / 6) / (1 + 3 + 9 / 2 + 27 / 6) = 9/26, to 15 digits. */
  assert_chance (3, 3, 1, "173076923076923/500000000000000");
  /* (1 / 24) / (1 + 1 + 1 / 2 + 1 / 6 + 1 / 24) = 1/65. */
  assert_chance (4, 1, 1, "76923076923077/5000000000000000");
}

static void
test_nobody_asks (void)
{
  assert_chance (0, 0, 1, "1");
  assert_chance (5, 0, 1, "0");
}

/* What x(n) is from x(n - 1) in fractions, rounded as it says. */
static void
test_steps_are_exact (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 300; i++)
    {
      const int digits = g_rand_int_range (rand, 0, 14);
      const KkrRational one = KKR_RATIONAL_INT (1);
      KkrRational load, x = one;
      KkrErlang erlang;

      g_assert_true (kkr_rational_init (&load, g_rand_int_range (rand, 1, 1 << 30),
                                        power (digits).num));
      g_assert_true (kkr_erlang_init (&erlang, &load));
      while (erlang.n < 400 && erlang.x.exponent < KKR_ERLANG_MAX_EXPONENT)
        {
          const KkrRational n = KKR_RATIONAL_INT (erlang.n + 1);
          KkrRational exact, units, unit, found;
          KkrInt128 rounded;

          kkr_erlang_add_place (&erlang);
          if (erlang.x.exponent > KKR_ERLANG_MAX_EXPONENT)
            break;
          g_assert_true (kkr_rational_multiply (&n, &x, &exact));
          g_assert_true (kkr_rational_divide (&exact, &load, &exact));
          g_assert_true (kkr_rational_add (&exact, &one, &exact));
          unit = power (erlang.x.exponent);
          g_assert_true (kkr_rational_divide (&exact, &unit, &units));
          g_assert_true (kkr_int128_divide_rounded (units.num, units.den,
                                                    KKR_ROUNDING_MODE_HALF_AWAY, &rounded));
          g_assert_true (rounded == (KkrInt128) erlang.x.digits);
          found = scaled (&erlang.x);
          x = found;
        }
    }
}

/* Whatever the load, there are 18 digits, and more places never mean a greater chance. */
static void
test_extremes (void)
{
  static const gint64 loads[][2] = { { 1, KKR_ERLANG_MAX_DENOMINATOR }, { G_MAXINT64, 1 },
                                     { G_MAXINT64, KKR_ERLANG_MAX_DENOMINATOR }, { 99999, 1 },
                                     { 5000000000000000000, 1 }, { 100000, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (loads); i++)
    {
      KkrRational load;
      KkrErlang erlang;
      KkrErlangNumber before = { 0, 0 };

      g_assert_true (kkr_rational_init (&load, loads[i][0], loads[i][1]));
      g_assert_true (kkr_erlang_init (&erlang, &load));
      while (erlang.n < KKR_ERLANG_MAX_PLACES)
        {
          before = erlang.x;
          kkr_erlang_add_place (&erlang);
          g_assert_cmpuint (erlang.x.digits, >=, G_GUINT64_CONSTANT (100000000000000000));
          g_assert_cmpuint (erlang.x.digits, <, G_GUINT64_CONSTANT (1000000000000000000));
          g_assert_true (erlang.x.exponent > before.exponent
                         || (erlang.x.exponent == before.exponent
                             && erlang.x.digits >= before.digits));
        }
    }
}

static void
test_refusals (void)
{
  const KkrRational negative = { -1, 3 };
  const KkrRational fine = { 1, KKR_ERLANG_MAX_DENOMINATOR + 1 };
  const KkrRational great = { (KkrInt128) G_MAXINT64 + 1, 1 };
  KkrErlang erlang;

  g_assert_false (kkr_erlang_init (&erlang, &negative));
  g_assert_false (kkr_erlang_init (&erlang, &fine));
  g_assert_false (kkr_erlang_init (&erlang, &great));
}

static void
test_places_for_a_chance (void)
{
  const KkrRational load = KKR_RATIONAL_INT (3), nobody = KKR_RATIONAL_ZERO;
  const KkrRational three_quarters = { 3, 4 }, half = { 1, 2 }, tiny = { 1, 1000000000000 };

  /* 1, 3/4, 9/17, 9/26: the first that is not above. */
  g_assert_cmpint (kkr_erlang_find_places (&load, &three_quarters, 100, NULL), ==, 1);
  g_assert_cmpint (kkr_erlang_find_places (&load, &half, 100, NULL), ==, 3);
  g_assert_cmpint (kkr_erlang_find_places (&load, &half, 3, NULL), ==, 3);
  g_assert_cmpint (kkr_erlang_find_places (&load, &half, 2, NULL), ==, -1);
  g_assert_cmpint (kkr_erlang_find_places (&nobody, &tiny, 100, NULL), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/erlang/by-hand", test_by_hand);
  g_test_add_func ("/erlang/nobody-asks", test_nobody_asks);
  g_test_add_func ("/erlang/steps-are-exact", test_steps_are_exact);
  g_test_add_func ("/erlang/extremes", test_extremes);
  g_test_add_func ("/erlang/refusals", test_refusals);
  g_test_add_func ("/erlang/places-for-a-chance", test_places_for_a_chance);
  return g_test_run ();
}
