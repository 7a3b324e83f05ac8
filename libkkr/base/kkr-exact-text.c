/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-exact-text-private.h>

#include <string.h>

/* 128 bits, and a factor of 100, in decimal. */
#define MAX_DIGITS 48

static gboolean
ends (KkrUint128 den)
{
  while (den % 10 == 0)
    den /= 10;
  while (den % 2 == 0)
    den /= 2;
  while (den % 5 == 0)
    den /= 5;
  return den == 1;
}

/* What follows the decimal point, without a bound: a denominator of 2^126 has 126 decimals. Ten
 * times the rest might not fit, so it is added up. */
static void
append_decimals (GString *out, KkrUint128 rest, KkrUint128 den)
{
  while (rest > 0)
    {
      KkrUint128 sum = 0;
      char digit = '0';

      for (int i = 0; i < 10; i++)
        {
          sum += rest;
          if (sum >= den)
            {
              sum -= den;
              digit++;
            }
        }
      g_string_append_c (out, digit);
      rest = sum;
    }
}

static char *
print_decimal (const KkrRational *value, guint shift)
{
  KkrUint128 num = kkr_int128_magnitude (value->num), den = (KkrUint128) value->den;
  g_autofree char *whole = kkr_int128_to_string ((KkrInt128) (num / den));
  GString *out = g_string_new (value->num < 0 ? "-" : "");
  g_autoptr (GString) digits = g_string_new (NULL);
  gsize n;

  for (gsize length = strlen (whole); length <= shift; length++)
    g_string_append_c (digits, '0');
  g_string_append (digits, whole);
  n = digits->len - shift;
  append_decimals (digits, num % den, den);
  for (gsize i = 0; i < n; i++)
    {
      if (i > 0 && (n - i) % 3 == 0)
        g_string_append_c (out, '.');
      g_string_append_c (out, digits->str[i]);
    }
  if (digits->len > n)
    g_string_append_printf (out, ",%s", digits->str + n);
  return g_string_free (out, FALSE);
}

/* `value` times `factor`, at most 100, in decimal: it need not fit into 128 bits. */
static char *
print_multiple (KkrInt128 value, guint factor)
{
  g_autofree char *text = kkr_int128_to_string (value);
  char digits[MAX_DIGITS];
  gsize at = sizeof digits - 1;
  guint carry = 0;

  digits[at] = '\0';
  for (gsize i = strlen (text); i > 0; i--)
    {
      carry += (guint) (text[i - 1] - '0') * factor;
      digits[--at] = (char) ('0' + (int) (carry % 10));
      carry /= 10;
    }
  for (; carry > 0; carry /= 10)
    digits[--at] = (char) ('0' + (int) (carry % 10));
  return g_strdup (digits + at);
}

char *
kkr_exact_number_to_string (const KkrRational *value, gboolean hundredths)
{
  KkrUint128 common;
  g_autofree char *num = NULL, *den = NULL;

  if (ends ((KkrUint128) value->den))
    return print_decimal (value, hundredths ? 2 : 0);
  if (!hundredths)
    return kkr_rational_to_string (value);
  common = kkr_uint128_gcd (kkr_int128_magnitude (value->num), 100);
  num = kkr_int128_to_string (value->num / (KkrInt128) common);
  den = print_multiple (value->den, 100 / (guint) common);
  return g_strconcat (num, "/", den, NULL);
}

static const char *
get_word (KkrUnit unit)
{
  switch (unit)
    {
    case KKR_UNIT_AMOUNT:
      return " kr.";
    case KKR_UNIT_RATE:
      return " kr. (sats)";
    case KKR_UNIT_SHARE:
      return " (andel)";
    case KKR_UNIT_PERCENT:
      return " pct.";
    case KKR_UNIT_PERCENTAGE_POINTS:
      return " procentpoint";
    case KKR_UNIT_PERSONS:
      return " personer";
    case KKR_UNIT_PLACES:
      return " pladser";
    case KKR_UNIT_OFFERS:
      return " tilbud";
    case KKR_UNIT_MINUTES:
      return " minutter";
    case KKR_UNIT_HOURS:
      return " timer";
    case KKR_UNIT_DAYS:
      return " dage";
    case KKR_UNIT_WEEKS:
      return " uger";
    case KKR_UNIT_MONTHS:
      return " måneder";
    case KKR_UNIT_YEARS:
      return " år";
    case KKR_UNIT_COUNT:
      return " stk.";
    case KKR_UNIT_NONE:
    case KKR_UNIT_UNSET:
    default:
      return "";
    }
}

char *
kkr_exact_value_to_string (const KkrRational *value, KkrUnit unit)
{
  g_autofree char *number = kkr_exact_number_to_string (value, unit == KKR_UNIT_AMOUNT);

  return g_strconcat (number, get_word (unit), NULL);
}
