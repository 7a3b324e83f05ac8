/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-rounding.h>

#include <glib/gi18n-lib.h>
#include <math.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-rational-private.h>

static gboolean
check_rule (KkrRoundingMode mode, gint64 unit, GError **error)
{
  if (mode < KKR_ROUNDING_MODE_HALF_AWAY || mode > KKR_ROUNDING_MODE_AWAY_FROM_ZERO)
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                   _("no such rounding mode: %d found, one of the values of KkrRoundingMode but "
                     "UNSET expected"), (int) mode);
      return FALSE;
    }
  if (unit <= 0)
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                   _("the rounding unit is not positive: %lld found, 1 or more expected"),
                   (long long) unit);
      return FALSE;
    }
  return TRUE;
}

/* G_MININT64 stands for a value that is not there and is never a result. */
static gint64
round_once (const KkrRational *value, KkrRoundingMode mode, gint64 unit, GError **error)
{
  gint64 result;

  if (!kkr_rational_round (value, mode, unit, &result) || result == G_MININT64)
    return kkr_rational_overflow (error, _("the rounded amount"));
  return result;
}

static gboolean
read_decimal (gdouble value, const char *what, KkrRational *result, GError **error)
{
  if (!isfinite (value))
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                   _("%s is not a number: %s found, a finite number expected"), _(what),
                   isnan (value) ? "NaN" : value > 0 ? _("infinity") : _("-infinity"));
      return FALSE;
    }
  return kkr_rational_from_double (value, result) || kkr_rational_overflow (error, _(what));
}

/**
 * kkr_round_ratio:
 * @amount: an amount in øre
 * @numerator: what the amount is multiplied with
 * @denominator: what it is divided by; not 0
 * @mode: how to round
 * @unit: what to round to, in øre; 100 is whole kroner
 * @error: return location for a [error@CalcError]
 *
 * Multiplies an amount with a fraction and rounds once, to a multiple of @unit. What lies between
 * has 128 bits and loses nothing.
 *
 * Returns: the rounded amount in øre, or 0 with `OUT_OF_RANGE` (a denominator of 0, a unit that is
 *   not positive, a mode that is none) or `OVERFLOW`
 *
 * Since: 0.1
 */
gint64
kkr_round_ratio (gint64 amount, gint64 numerator, gint64 denominator, KkrRoundingMode mode,
                 gint64 unit, GError **error)
{
  KkrRational value;

  if (!check_rule (mode, unit, error))
    return 0;
  if (!kkr_rational_init (&value, (KkrInt128) amount * numerator, denominator))
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                   _("the denominator is zero: 0 found, another number expected"));
      return 0;
    }
  return round_once (&value, mode, unit, error);
}

/**
 * kkr_round_rate:
 * @rate: a rate in kroner, such as a price per hour
 * @quantity: how many, such as a number of hours
 * @mode: how to round
 * @unit: what to round to, in øre; 100 is whole kroner
 * @error: return location for a [error@CalcError]
 *
 * Multiplies a rate with a quantity and rounds once, to a multiple of @unit.
 *
 * Both numbers are read as the shortest decimals that print them, 3.2 as 32/10, and their product
 * is exact.
 *
 * Returns: the rounded amount in øre, or 0 with `OUT_OF_RANGE` (a number that is not finite, a unit
 *   that is not positive, a mode that is none) or `OVERFLOW`
 *
 * Since: 0.1
 */
gint64
kkr_round_rate (gdouble rate, gdouble quantity, KkrRoundingMode mode, gint64 unit, GError **error)
{
  const KkrRational hundred = KKR_RATIONAL_INT (100);
  KkrRational kroner, count, product;

  if (!check_rule (mode, unit, error) || !read_decimal (rate, N_("the rate"), &kroner, error) ||
      !read_decimal (quantity, N_("the quantity"), &count, error))
    return 0;
  if (!kkr_rational_multiply (&kroner, &count, &product) ||
      !kkr_rational_multiply (&product, &hundred, &product))
    return kkr_rational_overflow (error, _("the rate times the quantity"));
  return round_once (&product, mode, unit, error);
}

/**
 * kkr_decimal_to_exact:
 * @value: a number
 * @error: return location for a [error@CalcError]
 *
 * Gives the exact fraction that the library takes a floating-point number for: the shortest decimal
 * that prints it. 3.2 becomes `16/5`.
 *
 * Returns: (transfer full): the fraction in lowest terms, or %NULL with `OUT_OF_RANGE` for a number
 *   that is not finite and with `OVERFLOW` for one beyond 128 bits over 128 bits
 *
 * Since: 0.1
 */
char *
kkr_decimal_to_exact (gdouble value, GError **error)
{
  KkrRational exact;

  if (!read_decimal (value, N_("the value"), &exact, error))
    return NULL;
  return kkr_rational_to_string (&exact);
}
