/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <glib/gi18n-lib.h>

#include <math.h>
#include <string.h>

#include <libkkr/base/kkr-enums-private.h>
#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-figure-private.h>
#include <libkkr/base/kkr-format-private.h>
#include <libkkr/base/kkr-number-private.h>
#include <libkkr/register/kkr-fact-private.h>

gboolean
kkr_fact_check_number (KkrFact *self, KkrUnit unit, GError **error)
{
  if (kkr_fact_is_text (self))
    {
      g_autofree char *quoted = kkr_text_quote (kkr_fact_get_text (self));

      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA,
                   _("%s has no number: the text %s found, a number expected"),
                   kkr_fact_get_key (self), quoted);
      return FALSE;
    }
  if (!kkr_fact_has_number (self))
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA,
                   _("%s has no number: %s found, a number expected"), kkr_fact_get_key (self),
                   kkr_cell_status_word (kkr_fact_get_status (self)));
      return FALSE;
    }
  if (unit == KKR_UNIT_UNSET || unit == kkr_fact_get_unit (self))
    return TRUE;
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
               _("%s has another unit: %s found, %s expected"), kkr_fact_get_key (self),
               kkr_unit_to_string (kkr_fact_get_unit (self)), kkr_unit_to_string (unit));
  return FALSE;
}

/**
 * kkr_fact_dup_value:
 * @self: a fact
 *
 * Gets the exact value: a whole number or a fraction in lowest terms. Amounts are in øre, rates in
 * kroner.
 *
 * Returns: (transfer full) (nullable): the value, `-?[0-9]+(/[0-9]+)?`, or %NULL if the fact is
 *   no number
 *
 * Since: 0.1
 */
char *
kkr_fact_dup_value (KkrFact *self)
{
  g_return_val_if_fail (KKR_IS_FACT (self), NULL);
  return !kkr_fact_has_number (self) ? NULL : kkr_rational_to_string (&self->value);
}

/**
 * kkr_fact_get_amount: (get-property amount)
 * @self: a fact
 *
 * Gets the amount of a fact whose unit is %KKR_UNIT_AMOUNT.
 *
 * Returns: øre, or 0 if the fact is no amount: [method@Fact.dup_value] tells the two apart
 *
 * Since: 0.1
 */
gint64
kkr_fact_get_amount (KkrFact *self)
{
  g_return_val_if_fail (KKR_IS_FACT (self), 0);
  return self->record->unit == KKR_UNIT_AMOUNT && kkr_fact_has_number (self) ? self->record->num
                                                                             : 0;
}

/**
 * kkr_fact_get_number: (get-property number)
 * @self: a fact
 *
 * Gets the double that is nearest to the value, for charts and the like. Money, amounts too, is in
 * kroner.
 *
 * Returns: the number, or NaN if the fact is no number
 *
 * Since: 0.1
 */
gdouble
kkr_fact_get_number (KkrFact *self)
{
  KkrRational kroner, hundred = KKR_RATIONAL_INT (100);

  g_return_val_if_fail (KKR_IS_FACT (self), NAN);
  if (!kkr_fact_has_number (self))
    return NAN;
  if (self->record->unit == KKR_UNIT_AMOUNT
      && kkr_rational_divide (&self->value, &hundred, &kroner))
    return kkr_rational_to_double (&kroner);
  return kkr_rational_to_double (&self->value);
}

/**
 * kkr_fact_get_text: (get-property text)
 * @self: a fact
 *
 * Gets the value of a fact that is a text and no number.
 *
 * Returns: (nullable): the text, or %NULL if the fact is a number
 *
 * Since: 0.1
 */
const char *
kkr_fact_get_text (KkrFact *self)
{
  g_return_val_if_fail (KKR_IS_FACT (self), NULL);
  return kkr_fact_is_text (self) ? kkr_fact_peek_text (self, self->record->printed) : NULL;
}

/**
 * kkr_fact_get_printed: (get-property printed)
 * @self: a fact
 *
 * Gets the value with the decimals that the source prints, a dot as decimal sign and no thousands
 * separators. Money is in kroner.
 *
 * Returns: (nullable): the number or text
 *
 * Since: 0.1
 */
const char *
kkr_fact_get_printed (KkrFact *self)
{
  g_return_val_if_fail (KKR_IS_FACT (self), NULL);
  return kkr_fact_peek_text (self, self->record->printed);
}

static const char *
scale_word (gint64 scale)
{
  return scale == 1000 ? " tusind" : scale == 1000000 ? " mio."
         : scale == 1000000000 ? " mia." : "";
}

/* What one of the last printed digit is worth, in the scale of the print. */
static KkrRational
last_digit (guint decimals)
{
  KkrRational digit = KKR_RATIONAL_INT (1);

  for (guint i = 0; i < decimals; i++)
    digit.den *= 10;
  return digit;
}

/**
 * kkr_fact_dup_figure:
 * @self: a fact
 *
 * Gets the value as a printed figure, which knows between what bounds the unrounded number lies.
 *
 * Returns: (transfer full) (nullable): the figure, money in kroner, or %NULL if the fact is no
 *   number
 *
 * Since: 0.1
 */
KkrFigure *
kkr_fact_dup_figure (KkrFact *self)
{
  g_autofree char *number = NULL, *text = NULL;
  const char *printed, *dot;
  KkrRational value, precision, in_scale;
  KkrRational unit = KKR_RATIONAL_INT (1), scale = KKR_RATIONAL_INT (1);
  guint decimals;

  g_return_val_if_fail (KKR_IS_FACT (self), NULL);
  printed = kkr_fact_get_printed (self);
  if (!kkr_fact_has_number (self) || printed == NULL)
    return NULL;
  if (self->record->unit == KKR_UNIT_AMOUNT)
    unit.num = 100;
  scale.num = MAX (MAX (self->record->scale, self->record->precision), 1);
  dot = strchr (printed, '.');
  decimals = dot != NULL && self->record->precision == 0 ? (guint) strlen (dot + 1) : 0;
  precision = last_digit (decimals);
  if (!kkr_rational_divide (&self->value, &unit, &value)
      || !kkr_rational_divide (&value, &scale, &in_scale)
      || !kkr_rational_multiply (&precision, &scale, &precision))
    return NULL;
  number = kkr_format_decimals (&in_scale, decimals, "da");
  text = g_strconcat (number, scale_word ((gint64) scale.num), NULL);
  return kkr_figure_new_printed (text, &value, &precision);
}
