/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "fuzz.h"

#include <math.h>

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/base/kkr-rational-private.h>

static gboolean
round_to (const KkrRational *value, KkrRoundingMode mode, gint64 unit, gint64 *result)
{
  if (!kkr_rational_round (value, mode, unit, result))
    return FALSE;
  g_assert_cmpint (*result % unit, ==, 0);
  return TRUE;
}

/* Rounding down and up are next to each other, every other rounding is one of them, and the number
 * lies between. */
static void
check_rounding (const KkrRational *value, gint64 unit)
{
  gint64 low, high, result;
  KkrRational below, above;

  if (!round_to (value, KKR_ROUNDING_MODE_FLOOR, unit, &low) ||
      !round_to (value, KKR_ROUNDING_MODE_CEILING, unit, &high))
    return;
  below = KKR_RATIONAL_INT (low);
  above = KKR_RATIONAL_INT (high);
  g_assert_cmpint (kkr_rational_compare (&below, value), <=, 0);
  g_assert_cmpint (kkr_rational_compare (value, &above), <=, 0);
  g_assert_true (low == high || (KkrInt128) high - low == unit);
  for (int mode = KKR_ROUNDING_MODE_HALF_AWAY; mode <= KKR_ROUNDING_MODE_AWAY_FROM_ZERO; mode++)
    {
      KkrInt128 twice_below, twice_above;

      g_assert_true (round_to (value, (KkrRoundingMode) mode, unit, &result));
      g_assert_true (result == low || result == high);
      if (mode > KKR_ROUNDING_MODE_HALF_EVEN || low == high)
        continue;
      /* To the nearer one, where both distances fit. */
      if (__builtin_mul_overflow (value->den, (KkrInt128) low, &twice_below) ||
          __builtin_mul_overflow (value->den, (KkrInt128) high, &twice_above) ||
          __builtin_sub_overflow (value->num, twice_below, &twice_below) ||
          __builtin_sub_overflow (twice_above, value->num, &twice_above))
        continue;
      if (twice_below != twice_above)
        g_assert_cmpint (result, ==, twice_below < twice_above ? low : high);
      else if (mode == KKR_ROUNDING_MODE_HALF_AWAY)
        g_assert_cmpint (result, ==, value->num < 0 ? low : high);
      else
        g_assert_cmpint (result / unit % 2, ==, 0);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static const gint64 units[] = { 1, 2, 100, 1200, 100000, G_MAXINT64 };
  g_autofree char *text = fuzz_text (data, size);
  g_autofree char *printed = NULL, *danish = NULL, *english = NULL;
  KkrRational value, again;

  if (!kkr_rational_parse (text, &value))
    return 0;
  g_assert_true (value.den > 0);
  g_assert_true (kkr_uint128_gcd (kkr_int128_magnitude (value.num), (KkrUint128) value.den) == 1);
  printed = kkr_rational_to_string (&value);
  g_assert_true (kkr_rational_parse (printed, &again));
  g_assert_true (again.num == value.num && again.den == value.den);
  g_assert_cmpint (kkr_rational_compare (&value, &again), ==, 0);
  g_assert_true (isfinite (kkr_rational_to_double (&value)));
  if (kkr_rational_subtract (&value, &again, &again))
    g_assert_true (again.num == 0);
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    check_rounding (&value, units[i]);
  danish = kkr_format_exact (&value, 6, "da");
  english = kkr_format_value (&value, KKR_UNIT_AMOUNT, "en");
  fuzz_check_text (danish);
  fuzz_check_text (english);
  return 0;
}
