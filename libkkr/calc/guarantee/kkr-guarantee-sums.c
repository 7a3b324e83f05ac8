/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/guarantee/kkr-guarantee-plan-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error.h>

static gboolean
fits (KkrInt128 value)
{
  return value >= G_MININT64 && value <= G_MAXINT64;
}

gboolean
kkr_guarantee_plan_sum_place (const KkrGuaranteePlan *self, guint place, KkrRational *sum)
{
  const KkrGuaranteePlace *one = kkr_guarantee_plan_get_place (self, place);

  *sum = KKR_RATIONAL_ZERO;
  for (guint i = 0; i < one->n_spans; i++)
    {
      const KkrGuaranteeSpan *span = kkr_guarantee_plan_get_span (self, one->first_span + i);

      if (!kkr_rational_add (sum, &span->joint, sum))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_up_place (KkrGuaranteePlan *self, guint index)
{
  KkrGuaranteePlace *place = kkr_guarantee_plan_get_place (self, index);
  KkrInt128 user = 0, empty = 0;
  KkrRational sum;

  for (guint i = 0; i < place->n_spans; i++)
    {
      const KkrGuaranteeSpan *span = kkr_guarantee_plan_get_span (self, place->first_span + i);
      gint64 days = (gint64) span->to - span->from + 1;

      place->days[span->status - KKR_PLACE_STATUS_OCCUPIED] += days;
      place->covered_days += span->paid ? days : 0;
      if (!fits ((KkrInt128) span->price * days) || !fits ((KkrInt128) span->tariff * days))
        return FALSE;
      if (span->status == KKR_PLACE_STATUS_EMPTY)
        empty += (KkrInt128) span->tariff * days;
      else
        user += (KkrInt128) span->price * days;
    }
  if (!kkr_guarantee_plan_sum_place (self, index, &sum) ||
      !kkr_rational_round (&sum, self->rounding, self->unit, &place->guarantee) ||
      !fits (user) || !fits (empty - place->guarantee))
    return FALSE;
  place->user = (gint64) user;
  place->operator = (gint64) (empty - place->guarantee);
  return TRUE;
}

void
kkr_guarantee_plan_add_up (KkrGuaranteePlan *self)
{
  KkrInt128 joint = 0, user = 0, operator = 0;

  for (guint i = 0; i < self->places->len; i++)
    {
      const KkrGuaranteePlace *place = kkr_guarantee_plan_get_place (self, i);

      if (!add_up_place (self, i))
        {
          kkr_guarantee_plan_fault_at (self, self->places_sheet, place->row,
                                       KKR_GUARANTEE_PLACES_PLACE, KKR_CALC_ERROR_OVERFLOW,
                                       _("place %s: what is paid does not fit into 64 bits"),
                                       place->name);
          return;
        }
      joint += place->guarantee;
      user += place->user;
      operator += place->operator;
    }
  if (!fits (joint) || !fits (user) || !fits (operator))
    kkr_guarantee_plan_fault (self, "places", KKR_CALC_ERROR_OVERFLOW,
                              _("what all places cost does not fit into 64 bits"));
  else
    self->joint = (gint64) joint;
}
