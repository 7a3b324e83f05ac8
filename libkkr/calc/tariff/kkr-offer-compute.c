/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-offer-tariff-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-format-private.h>

#define CANCEL_STEP 256

void
kkr_offer_plan_fill (const KkrOfferPlan *self, guint row, KkrRational *values)
{
  const KkrOfferRow *of = kkr_offer_plan_get_row (self, row);

  for (guint i = 0; i <= KKR_TARIFF_CARRY_OVER; i++)
    kkr_rational_init (&values[i], of->amounts[i], 100);
  values[KKR_TARIFF_OVERHEAD_PERCENT] = of->overhead_percent;
  values[KKR_TARIFF_COST_CHANGE] = self->cost_change;
  values[KKR_TARIFF_PLACES] = KKR_RATIONAL_INT (of->places);
  values[KKR_TARIFF_DAYS] = KKR_RATIONAL_INT (of->days);
  values[KKR_TARIFF_OCCUPANCY] = of->occupancy;
  for (guint i = 0; i < self->n_own; i++)
    values[KKR_TARIFF_N_STANDARD + i] = self->own[(gsize) row * self->n_own + i];
}

/* Days of the paid unit: a month is a twelfth of the year. */
static gboolean
find_paid (const KkrOfferPlan *self, gint64 days, const KkrRational *place_days, KkrRational *unit,
           KkrRational *paid)
{
  gint64 n = self->tariff_unit == KKR_TARIFF_UNIT_MONTH ? 12 : 1;

  if (self->tariff_unit == KKR_TARIFF_UNIT_DAY)
    {
      *unit = KKR_RATIONAL_INT (1);
      *paid = *place_days;
      return TRUE;
    }
  return kkr_rational_init (unit, days, n) && kkr_rational_divide (place_days, unit, paid);
}

/* Only a model of one's own comes to such days. */
static gboolean
refuse_place_days (const KkrOfferPlan *self, const KkrOfferRow *row, const KkrRational *days,
                   GError **error)
{
  g_autofree char *name = kkr_offer_plan_name (self, row);
  g_autofree char *found = kkr_format_exact (days, 6, C_("language of amounts", "en"));

  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
               _("a tariff for no paid days of %s: place_days of %s found, more than 0 expected"),
               name, found);
  return FALSE;
}

gboolean
kkr_offer_plan_finish (const KkrOfferPlan *self, const KkrOfferRow *row, const KkrRational *values,
                       KkrOfferFigures *figures, GError **error)
{
  const KkrRational hundred = KKR_RATIONAL_INT (100);
  const KkrRational *steps = values + self->formula->quantities->len;
  const KkrRational *day_tariff = &steps[self->formula->needed[KKR_TARIFF_STEP_DAY_TARIFF]];
  KkrRational unit, amount;

  figures->cost = steps[self->formula->needed[KKR_TARIFF_STEP_COST]];
  figures->place_days = steps[self->formula->needed[KKR_TARIFF_STEP_PLACE_DAYS]];
  if (figures->place_days.num <= 0)
    return refuse_place_days (self, row, &figures->place_days, error);
  if (day_tariff->num < 0)
    {
      g_autofree char *name = kkr_offer_plan_name (self, row);

      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
                   _("a tariff below 0 for %s: more surplus than costs found, a tariff of 0 or "
                     "more expected"), name);
      return FALSE;
    }
  if (!find_paid (self, row->days, &figures->place_days, &unit, &figures->paid) ||
      !kkr_rational_multiply (day_tariff, &unit, &figures->exact) ||
      !kkr_rational_multiply (&figures->exact, &hundred, &amount) ||
      !kkr_rational_round (&amount, self->rounding, self->unit, &figures->tariff))
    return kkr_rational_overflow (error, _("a tariff"));
  return TRUE;
}

gboolean
kkr_offer_plan_compute (const KkrOfferPlan *self, guint row, KkrRational *values,
                        KkrOfferFigures *figures, GError **error)
{
  const KkrOfferRow *of = kkr_offer_plan_get_row (self, row);

  kkr_offer_plan_fill (self, row, values);
  if (!kkr_tariff_formula_evaluate (self->formula, values, error))
    {
      g_autofree char *name = kkr_offer_plan_name (self, of);

      g_prefix_error (error, "%s: ", name);
      return FALSE;
    }
  return kkr_offer_plan_finish (self, of, values, figures, error);
}

KkrOfferFigures *
kkr_offer_plan_compute_all (const KkrOfferPlan *self, GCancellable *cancellable, GError **error)
{
  g_autofree KkrRational *values = g_new (KkrRational, kkr_tariff_formula_count (self->formula));
  g_autofree KkrOfferFigures *figures = g_new0 (KkrOfferFigures, (gsize) self->rows->len + 1);

  for (guint row = 0; row < self->rows->len; row++)
    {
      if (row % CANCEL_STEP == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (!kkr_offer_plan_compute (self, row, values, &figures[row], error))
        return NULL;
    }
  return g_steal_pointer (&figures);
}

static gboolean
to_amount (const KkrRational *kroner, gint64 *amount)
{
  const KkrRational hundred = KKR_RATIONAL_INT (100);
  KkrRational exact;

  return kkr_rational_multiply (kroner, &hundred, &exact) &&
         kkr_rational_round (&exact, KKR_ROUNDING_MODE_HALF_AWAY, 1, amount);
}

gboolean
kkr_offer_figures_income (const KkrOfferFigures *figures, gint64 *income, gint64 *cost,
                          GError **error)
{
  KkrRational tariff, exact;

  if (!kkr_rational_init (&tariff, figures->tariff, 100) ||
      !kkr_rational_multiply (&tariff, &figures->paid, &exact) || !to_amount (&exact, income) ||
      !to_amount (&figures->cost, cost))
    return kkr_rational_overflow (error, _("an income"));
  return TRUE;
}

/* A ceiling holds for the offers of its paragraph: "§§ 109 og 110" are two. */
static gboolean
is_of_paragraph (const KkrOfferRow *row, const char *number)
{
  gsize length = strlen (number);

  for (const char *found = row->paragraph; (found = strstr (found, number)) != NULL; found++)
    if ((found == row->paragraph || !g_ascii_isdigit (found[-1])) &&
        !g_ascii_isdigit (found[length]))
      return TRUE;
  return FALSE;
}

static gboolean
add_proposal (GArray *proposals, guint row, KkrOfferRule rule, gint64 tariff, gint64 compared,
              const KkrRational *factor, GError **error)
{
  KkrOfferProposal proposal = { .row = row, .rule = rule, .tariff = tariff,
                                .compared = compared };
  KkrRational kroner;

  if (!kkr_rational_init (&kroner, compared, 100) ||
      !kkr_rational_multiply (&kroner, factor, &proposal.limit))
    return kkr_rational_overflow (error, _("a limit"));
  g_array_append_val (proposals, proposal);
  return TRUE;
}

/* 1 + the limit as a fraction. */
static gboolean
find_factor (const KkrOfferPlan *self, KkrRational *factor, GError **error)
{
  const KkrRational hundred = KKR_RATIONAL_INT (100), one = KKR_RATIONAL_INT (1);

  if (!kkr_calculator_get_rational (self->calculator, "limit-percent", factor, error))
    return FALSE;
  if (!kkr_rational_divide (factor, &hundred, factor) || !kkr_rational_add (factor, &one, factor))
    return kkr_rational_overflow (error, _("a limit"));
  return TRUE;
}

GArray *
kkr_offer_plan_find_proposals (const KkrOfferPlan *self, const KkrOfferFigures *figures,
                               GError **error)
{
  static const char *const ceilings[] = { "ceiling-109", "ceiling-110" };
  static const char *const paragraphs[] = { "109", "110" };
  g_autoptr (GArray) proposals = g_array_new (FALSE, FALSE, sizeof (KkrOfferProposal));
  const KkrRational one = KKR_RATIONAL_INT (1);
  KkrRational factor;

  if (!find_factor (self, &factor, error))
    return NULL;
  for (guint row = 0; row < self->rows->len; row++)
    {
      const KkrOfferRow *of = kkr_offer_plan_get_row (self, row);

      for (guint i = 0; i < G_N_ELEMENTS (ceilings); i++)
        if (is_of_paragraph (of, paragraphs[i]) &&
            kkr_calculator_is_assigned (self->calculator, ceilings[i]) &&
            !add_proposal (proposals, row, (KkrOfferRule) i, figures[row].tariff,
                           kkr_calculator_get_amount (self->calculator, ceilings[i]), &one,
                           error))
          return NULL;
      if (of->assigned_tariff != G_MININT64 &&
          !add_proposal (proposals, row, KKR_OFFER_RULE_ALTERNATIVE, figures[row].tariff,
                         of->assigned_tariff, &factor, error))
        return NULL;
    }
  return g_steal_pointer (&proposals);
}
