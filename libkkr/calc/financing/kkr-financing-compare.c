/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/financing/kkr-financing-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/calc/kkr-calculator-private.h>
#include <libkkr/register/kkr-fact-private.h>

KkrFinancingYear *
kkr_financing_load_main (KkrCalculator *calculator, GError **error)
{
  g_autoptr (KkrFinancingYear) self = kkr_financing_year_load (
    calculator, kkr_calculator_get_int (calculator, "year"),
    kkr_calculator_is_assigned (calculator, "budget"),
    kkr_calculator_get_text (calculator, "price-level"), error);

  if (self != NULL && self->budget < 0 && !kkr_calculator_get_boolean (calculator, "settlement"))
    {
      g_autofree char *found = kkr_message_amount (self->budget);

      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                   _("budget: negative: %s found in the register, 0 or more expected unless "
                     "settlement says that money is paid back"), found);
      return NULL;
    }
  return g_steal_pointer (&self);
}

KkrFinancingYear *
kkr_financing_load_other (KkrCalculator *calculator, gboolean *unfit, GError **error)
{
  gboolean asked = kkr_calculator_is_assigned (calculator, "compare-year");
  int year = kkr_calculator_get_int (calculator, "year");
  int other = asked ? kkr_calculator_get_int (calculator, "compare-year") : year - 1;
  const char *level = kkr_calculator_get_text (calculator, "price-level");
  g_autofree char *own_level = g_strdup_printf ("%d", year);
  GError *local_error = NULL;
  KkrFinancingYear *self;

  /* Both years at one level: nominal figures of a year are in that year's prices. */
  if (level == NULL || g_str_equal (level, "nominal"))
    level = own_level;
  self = kkr_financing_year_load (calculator, other, FALSE, level, &local_error);
  *unfit = self == NULL && !asked &&
           !g_error_matches (local_error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA);
  if (self == NULL && !asked)
    g_clear_error (&local_error);
  if (local_error != NULL)
    g_propagate_prefixed_error (error, local_error, _("compare-year %d: "), other);
  return self;
}

gboolean
kkr_financing_same_payers (KkrFinancingYear *before, KkrFinancingYear *after)
{
  if (before->payers->len != after->payers->len)
    return FALSE;
  for (guint i = 0; i < after->payers->len; i++)
    if (kkr_financing_year_find (before, kkr_financing_year_get_payer (after, i)->municipality) < 0)
      return FALSE;
  return TRUE;
}

gboolean
kkr_financing_growth (const KkrRational *before, const KkrRational *after, KkrRational *percent)
{
  const KkrRational hundred = KKR_RATIONAL_INT (100);

  return kkr_rational_subtract (after, before, percent) &&
         kkr_rational_multiply (percent, &hundred, percent) &&
         kkr_rational_divide (percent, before, percent);
}

gboolean
kkr_financing_year_get_rate (KkrFinancingYear *self, KkrRational *rate)
{
  const KkrRational hundred = KKR_RATIONAL_INT (100), budget = KKR_RATIONAL_INT (self->budget);

  return kkr_rational_divide (&budget, &hundred, rate) &&
         kkr_rational_divide (rate, &self->weight_sum, rate);
}

gboolean
kkr_financing_year_get_volume (KkrFinancingYear *self, KkrRational *volume)
{
  *volume = KKR_RATIONAL_ZERO;
  for (guint i = 0; i < self->volumes->len; i++)
    if (!kkr_rational_add (volume, kkr_fact_get_rational (self->volumes->pdata[i]), volume))
      return FALSE;
  return volume->num > 0;
}

gboolean
kkr_financing_year_get_average (KkrFinancingYear *self, KkrRational *average)
{
  const KkrRational budget = KKR_RATIONAL_INT (self->budget);
  KkrRational volume;

  return kkr_financing_year_get_volume (self, &volume) &&
         kkr_rational_divide (&budget, &volume, average);
}

/* (rate after - rate before) * weight before, in whole kroner; the rest of the change is the
 * volume's, so that the two add to it. */
static gboolean
split_change (KkrFinancingYear *before, KkrFinancingYear *after, KkrFinancingChange *change)
{
  const KkrRational hundred = KKR_RATIONAL_INT (100);
  KkrRational rate_before, rate_after, effect;
  KkrFinancingPayer *payer = kkr_financing_year_get_payer (before, (guint) change->row_before);

  return kkr_financing_year_get_rate (before, &rate_before) &&
         kkr_financing_year_get_rate (after, &rate_after) &&
         kkr_rational_subtract (&rate_after, &rate_before, &effect) &&
         kkr_rational_multiply (&effect, kkr_fact_get_rational (payer->weight), &effect) &&
         kkr_rational_multiply (&effect, &hundred, &effect) &&
         kkr_rational_round (&effect, KKR_ROUNDING_MODE_HALF_AWAY, 100, &change->rate_effect) &&
         !__builtin_sub_overflow (change->change, change->rate_effect, &change->volume_effect);
}

gboolean
kkr_financing_change (KkrFinancingYear *before, KkrFinancingYear *after, guint row,
                      KkrFinancingChange *change, GError **error)
{
  KkrRational was, is;

  *change = (KkrFinancingChange) { 0 };
  change->row_before = kkr_financing_year_find (
    before, kkr_financing_year_get_payer (after, row)->municipality);
  change->amount = kkr_financing_year_get_amount (after, row);
  if (change->row_before < 0)
    return TRUE;
  change->before = kkr_financing_year_get_amount (before, (guint) change->row_before);
  was = KKR_RATIONAL_INT (change->before);
  is = KKR_RATIONAL_INT (change->amount);
  change->has_percent = change->before != 0;
  change->has_effects = kkr_financing_year_is_plain (before) && kkr_financing_year_is_plain (after);
  if (__builtin_sub_overflow (change->amount, change->before, &change->change) ||
      (change->has_percent && !kkr_financing_growth (&was, &is, &change->percent)) ||
      (change->has_effects && !split_change (before, after, change)))
    return kkr_rational_overflow (error, _("a change"));
  return TRUE;
}
