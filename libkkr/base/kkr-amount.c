/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-amount.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-format-private.h>
#include <libkkr/base/kkr-number-private.h>

/* A number it is: what of it stands for no amount? */
static gboolean
check_printed (const KkrNumber *number, const char *text, GError **error)
{
  gboolean is_money = number->unit == KKR_UNIT_UNSET || number->unit == KKR_UNIT_AMOUNT;
  g_autofree char *quoted = NULL;

  if (is_money && (number->scaled || number->decimals <= 2))
    return TRUE;
  quoted = kkr_text_quote (text);
  if (!is_money)
    g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                 _("an amount with a unit that is not money: %s found, kroner expected"), quoted);
  else
    g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                 _("an amount with more than two decimals: %s found, whole øre (the comma is the "
                   "decimal sign, a dot separates thousands) expected"), quoted);
  return FALSE;
}

static gint64
refuse_parts (const char *text, GError **error)
{
  g_autofree char *quoted = kkr_text_quote (text);

  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
               _("an amount with parts of an øre: %s found, whole øre expected"), quoted);
  return 0;
}

/**
 * kkr_amount_from_string:
 * @text: an amount in kroner as Danish documents print it
 * @error: return location for a [error@CalcError]
 *
 * Reads an amount of money.
 *
 * Dots or spaces (no-break ones too) separate thousands and stand between groups of exactly three
 * digits; the comma is the decimal sign. A minus is `-`, `−` or `–`. `kr.`, `kr`, `kroner` or
 * `DKK` may stand before or after the number, `mio.`, `mia.`, `t.kr.`, `tkr.`, `tusind` or `øre`
 * after it: `19.156.058,50 kr.`, `kr. 1.299,99`, `-1.234`,
 * `19 156 058,50`, `12,-`, `1,5 mio. kr.`, `500 tkr.`
 *
 * `1.299` is 1,299 kroner. `1.29` is refused, since nobody can say whether 1,29 or 129 was meant,
 * and so are more than two decimals in an amount in kroner, which are nearly always thousands
 * written the English way (`12,500`).
 *
 * Returns: the amount in øre, or 0 with `OUT_OF_RANGE` for anything that is not an amount in whole
 *   øre, and with `OVERFLOW` for one that does not fit
 *
 * Since: 0.1
 */
gint64
kkr_amount_from_string (const char *text, GError **error)
{
  KkrNumber number;
  KkrRational hundred = KKR_RATIONAL_INT (100), ore;

  if (!kkr_number_parse (text, N_("an amount"), &number, error) ||
      !check_printed (&number, text, error))
    return 0;
  if (!kkr_rational_multiply (&number.value, &hundred, &ore))
    return kkr_rational_overflow (error, _("the amount"));
  if (ore.den != 1)
    return refuse_parts (text, error);
  if (ore.num <= G_MININT64 || ore.num > G_MAXINT64)
    return kkr_rational_overflow (error, _("the amount"));
  return (gint64) ore.num;
}

/**
 * kkr_amount_to_string:
 * @amount: an amount in øre
 *
 * Prints an amount in Danish, such as `19.156.058,50 kr.`
 *
 * Returns: (transfer full): the amount in kroner with two decimals
 *
 * Since: 0.1
 */
char *
kkr_amount_to_string (gint64 amount)
{
  return kkr_amount_to_string_in (amount, "da");
}

/**
 * kkr_amount_to_string_in:
 * @amount: an amount in øre
 * @language: `da` or `en`
 *
 * Prints an amount: `19.156.058,50 kr.` in Danish, `DKK 19,156,058.50` in English.
 *
 * Returns: (transfer full): the amount in kroner with two decimals
 *
 * Since: 0.1
 */
char *
kkr_amount_to_string_in (gint64 amount, const char *language)
{
  KkrRational value = KKR_RATIONAL_INT (amount);

  g_return_val_if_fail (language != NULL, NULL);

  return kkr_format_value (&value, KKR_UNIT_AMOUNT, language);
}
