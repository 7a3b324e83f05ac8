/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-rational-private.h>

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include <libkkr/base/kkr-error.h>

KkrUint128
kkr_uint128_gcd (KkrUint128 a, KkrUint128 b)
{
  while (b != 0)
    {
      KkrUint128 rest = a % b;

      a = b;
      b = rest;
    }
  return a;
}

char *
kkr_int128_to_string (KkrInt128 value)
{
  char digits[48];
  gsize at = sizeof digits - 1;
  KkrUint128 rest = kkr_int128_magnitude (value);

  digits[at] = '\0';
  do
    {
      digits[--at] = (char) ('0' + (int) (rest % 10));
      rest /= 10;
    }
  while (rest > 0);
  if (value < 0)
    digits[--at] = '-';
  return g_strdup (digits + at);
}

static gboolean
append_digit (KkrInt128 *value, char digit)
{
  return !__builtin_mul_overflow (*value, (KkrInt128) 10, value) &&
         !__builtin_add_overflow (*value, (KkrInt128) (digit - '0'), value);
}

gboolean
kkr_int128_parse (const char *text, KkrInt128 *value)
{
  gboolean negative = *text == '-';
  KkrInt128 result = 0;

  text += negative;
  if (*text == '\0')
    return FALSE;
  for (; *text != '\0'; text++)
    if (!g_ascii_isdigit (*text) || !append_digit (&result, *text))
      return FALSE;
  *value = negative ? -result : result;
  return TRUE;
}

gboolean
kkr_rational_init (KkrRational *result, KkrInt128 num, KkrInt128 den)
{
  KkrUint128 top = kkr_int128_magnitude (num), bottom = kkr_int128_magnitude (den), common;

  if (den == 0)
    return FALSE;
  common = kkr_uint128_gcd (top, bottom);
  top /= common;
  bottom /= common;
  if (top > (KkrUint128) KKR_INT128_MAX || bottom > (KkrUint128) KKR_INT128_MAX)
    return FALSE;
  result->num = (num < 0) != (den < 0) ? -(KkrInt128) top : (KkrInt128) top;
  result->den = (KkrInt128) bottom;
  return TRUE;
}

gboolean
kkr_rational_multiply (const KkrRational *a, const KkrRational *b, KkrRational *result)
{
  KkrInt128 cross1 = (KkrInt128) kkr_uint128_gcd (kkr_int128_magnitude (a->num),
                                                  (KkrUint128) b->den);
  KkrInt128 cross2 = (KkrInt128) kkr_uint128_gcd (kkr_int128_magnitude (b->num),
                                                  (KkrUint128) a->den);
  KkrInt128 num, den;

  if (__builtin_mul_overflow (a->num / cross1, b->num / cross2, &num) ||
      __builtin_mul_overflow (a->den / cross2, b->den / cross1, &den))
    return FALSE;
  return kkr_rational_init (result, num, den);
}

gboolean
kkr_rational_divide (const KkrRational *a, const KkrRational *b, KkrRational *result)
{
  KkrRational inverse;

  return kkr_rational_init (&inverse, b->den, b->num) &&
         kkr_rational_multiply (a, &inverse, result);
}

/* The sum is reduced before the denominators are multiplied, so that only a result that is too
 * large in lowest terms has a denominator that does not fit. */
gboolean
kkr_rational_add (const KkrRational *a, const KkrRational *b, KkrRational *result)
{
  KkrInt128 common = (KkrInt128) kkr_uint128_gcd ((KkrUint128) a->den, (KkrUint128) b->den);
  KkrInt128 left, right, num, den;
  KkrUint128 factor;

  if (__builtin_mul_overflow (a->num, b->den / common, &left) ||
      __builtin_mul_overflow (b->num, a->den / common, &right) ||
      __builtin_add_overflow (left, right, &num))
    return FALSE;
  factor = kkr_uint128_gcd (kkr_int128_magnitude (num), (KkrUint128) common);
  if (__builtin_mul_overflow (a->den / common, b->den / (KkrInt128) factor, &den))
    return FALSE;
  return kkr_rational_init (result, num / (KkrInt128) factor, den);
}

gboolean
kkr_rational_subtract (const KkrRational *a, const KkrRational *b, KkrRational *result)
{
  KkrRational negative = { -b->num, b->den };

  return kkr_rational_add (a, &negative, result);
}

int
kkr_rational_compare (const KkrRational *a, const KkrRational *b)
{
  int order;

  if ((a->num < 0) != (b->num < 0))
    return a->num < 0 ? -1 : 1;
  order = kkr_uint256_compare (
    kkr_uint128_multiply (kkr_int128_magnitude (a->num), (KkrUint128) b->den),
    kkr_uint128_multiply (kkr_int128_magnitude (b->num), (KkrUint128) a->den));
  return a->num < 0 ? -order : order;
}

/* Whether a magnitude, cut off to `quotient`, has to be raised by one. `half` says how what was cut
 * off (more than nothing) compares with a half. */
static gboolean
rounds_away (KkrUint128 quotient, int half, gboolean negative, KkrRoundingMode mode)
{
  switch (mode)
    {
    case KKR_ROUNDING_MODE_HALF_AWAY:
      return half >= 0;
    case KKR_ROUNDING_MODE_HALF_EVEN:
      return half > 0 || (half == 0 && quotient % 2 == 1);
    case KKR_ROUNDING_MODE_FLOOR:
      return negative;
    case KKR_ROUNDING_MODE_CEILING:
      return !negative;
    case KKR_ROUNDING_MODE_AWAY_FROM_ZERO:
      return TRUE;
    case KKR_ROUNDING_MODE_TOWARD_ZERO:
    case KKR_ROUNDING_MODE_UNSET:
    default:
      return FALSE;
    }
}

gboolean
kkr_int128_divide_rounded (KkrInt128 num, KkrInt128 den, KkrRoundingMode mode, KkrInt128 *result)
{
  KkrUint128 top = kkr_int128_magnitude (num), bottom = kkr_int128_magnitude (den), quotient, rest;
  gboolean negative = (num < 0) != (den < 0);

  if (den == 0)
    return FALSE;
  quotient = top / bottom;
  rest = top % bottom;
  if (rest > 0)
    {
      int half = rest == bottom - rest ? 0 : rest > bottom - rest ? 1 : -1;

      quotient += rounds_away (quotient, half, negative, mode);
    }
  if (quotient > (KkrUint128) KKR_INT128_MAX)
    return FALSE;
  *result = negative ? -(KkrInt128) quotient : (KkrInt128) quotient;
  return TRUE;
}

/* Twice what is cut off, against the unit: value = (unit * k + whole) + rest / den. */
static int
compare_with_half (KkrUint128 whole, KkrUint128 rest, KkrUint128 den, KkrUint128 unit)
{
  if (whole >= unit - whole)
    return whole > unit - whole || rest > 0 ? 1 : 0;
  if (whole + 1 < unit - whole)
    return -1;
  return rest == den - rest ? 0 : rest > den - rest ? 1 : -1;
}

/* Divides twice instead of multiplying the denominator by the unit, which might not fit. */
gboolean
kkr_rational_round (const KkrRational *value, KkrRoundingMode mode, gint64 unit, gint64 *result)
{
  KkrUint128 magnitude = kkr_int128_magnitude (value->num), den = (KkrUint128) value->den;
  KkrUint128 size = (KkrUint128) unit, count, whole, rest;
  gboolean negative = value->num < 0;
  KkrInt128 rounded;

  if (unit <= 0)
    return FALSE;
  rest = magnitude % den;
  whole = magnitude / den % size;
  count = magnitude / den / size;
  if (whole > 0 || rest > 0)
    count += rounds_away (count, compare_with_half (whole, rest, den, size), negative, mode);
  if (count > (KkrUint128) 1 << 63)
    return FALSE;
  rounded = (KkrInt128) count * (negative ? -unit : unit);
  if (rounded < G_MININT64 || rounded > G_MAXINT64)
    return FALSE;
  *result = (gint64) rounded;
  return TRUE;
}

char *
kkr_rational_to_string (const KkrRational *value)
{
  g_autofree char *num = kkr_int128_to_string (value->num);
  g_autofree char *den = NULL;

  if (value->den == 1)
    return g_steal_pointer (&num);
  den = kkr_int128_to_string (value->den);
  return g_strconcat (num, "/", den, NULL);
}

static gboolean
parse_decimal (const char *text, const char *dot, KkrRational *result)
{
  g_autofree char *digits = g_strdup_printf ("%.*s%s", (int) (dot - text), text, dot + 1);
  KkrInt128 num, den = 1;

  if (dot == text || !g_ascii_isdigit (dot[-1]) || dot[1] == '\0' ||
      !kkr_int128_parse (digits, &num))
    return FALSE;
  for (const char *at = dot + 1; *at != '\0'; at++)
    if (__builtin_mul_overflow (den, (KkrInt128) 10, &den))
      return FALSE;
  return kkr_rational_init (result, num, den);
}

gboolean
kkr_rational_parse (const char *text, KkrRational *result)
{
  const char *slash = strchr (text, '/'), *dot = strchr (text, '.');
  g_autofree char *top = NULL;
  KkrInt128 num, den = 1;

  if (slash == NULL && dot != NULL)
    return parse_decimal (text, dot, result);
  if (slash != NULL && (slash[1] == '-' || !kkr_int128_parse (slash + 1, &den)))
    return FALSE;
  top = slash != NULL ? g_strndup (text, (gsize) (slash - text)) : g_strdup (text);
  return kkr_int128_parse (top, &num) && kkr_rational_init (result, num, den);
}

/* g_ascii_formatd() knows no shortest form, so the digits are raised until the text reads back. A
 * double that a decimal of up to 15 digits stands for gives these digits back, and zeros. */
gboolean
kkr_rational_from_double (gdouble value, KkrRational *result)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE], *exponent_at, *dot;
  const KkrRational ten = KKR_RATIONAL_INT (10);
  gint64 exponent;
  KkrRational number;

  if (!isfinite (value))
    return FALSE;
  for (int digits = 14; digits < 17; digits++)
    {
      char format[] = { '%', '.', (char) ('0' + digits / 10), (char) ('0' + digits % 10), 'e', 0 };
      gdouble back;

      g_ascii_formatd (text, sizeof text, format, value);
      back = g_ascii_strtod (text, NULL);
      if (memcmp (&back, &value, sizeof back) == 0)
        break;
    }
  exponent_at = strchr (text, 'e');
  exponent = g_ascii_strtoll (exponent_at + 1, NULL, 10);
  *exponent_at = '\0';
  dot = strchr (text, '.');
  if (dot != NULL)
    {
      for (char *last = exponent_at - 1; last > dot && *last == '0'; last--)
        *last = '\0';
      exponent -= (gint64) strlen (dot + 1);
      memmove (dot, dot + 1, strlen (dot));
    }
  if (exponent > 40 || exponent < -40 || !kkr_rational_parse (text, &number))
    return FALSE;
  for (; exponent > 0; exponent--)
    if (!kkr_rational_multiply (&number, &ten, &number))
      return FALSE;
  for (; exponent < 0; exponent++)
    if (!kkr_rational_divide (&number, &ten, &number))
      return FALSE;
  *result = number;
  return TRUE;
}

/* Correctly rounded: 66 bits of the quotient and a sticky bit, before the one rounding to 53. The
 * halvings are exact: no fraction of 128 bits comes near the smallest normal number. */
gdouble
kkr_rational_to_double (const KkrRational *value)
{
  KkrUint128 top = kkr_int128_magnitude (value->num), bottom = (KkrUint128) value->den;
  KkrUint128 quotient = top / bottom, rest = top % bottom;
  int shift = 0;
  gdouble result;

  if (top == 0)
    return 0.0;
  while (quotient < (KkrUint128) 1 << 66 && rest != 0)
    {
      gboolean carry = rest >= bottom - rest;

      rest = carry ? rest - (bottom - rest) : rest * 2;
      quotient = quotient << 1 | carry;
      shift++;
    }
  quotient |= rest != 0;
  result = (gdouble) quotient;
  for (; shift > 0; shift--)
    result *= 0.5;
  return value->num < 0 ? -result : result;
}

gboolean
kkr_rational_overflow (GError **error, const char *what)
{
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OVERFLOW,
               _("%s does not fit into the numbers that the library computes with"), what);
  return FALSE;
}
