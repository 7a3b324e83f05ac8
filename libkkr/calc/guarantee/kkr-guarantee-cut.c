/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/guarantee/kkr-guarantee-plan-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/base/kkr-error.h>

/* Where the cutting of a place has come to. */
typedef struct {
  KkrGuaranteePlan *plan;
  guint index;
  KkrGuaranteePlace *place;
  guint status, tariff; /* of the place's own */
  KkrStatusGap gap;
} Knife;

static const KkrGuaranteePeriod *
get_status (const Knife *self)
{
  return &g_array_index (self->plan->statuses, KkrGuaranteePeriod,
                         self->place->first_status + self->status);
}

static const KkrGuaranteePeriod *
get_tariff (const Knife *self)
{
  return &g_array_index (self->plan->tariffs, KkrGuaranteePeriod,
                         self->place->first_tariff + self->tariff);
}

/* Days of a place of which something is not given. */
static void
fault_days (const Knife *self, const KkrGuaranteeSpan *span, const char *wrong)
{
  g_autofree char *from = kkr_date_to_string (span->from), *to = kkr_date_to_string (span->to);

  kkr_guarantee_plan_fault_at (self->plan, self->plan->places_sheet, self->place->row,
                               KKR_GUARANTEE_PLACES_PLACE, KKR_CALC_ERROR_INCONSISTENT,
                               _("place %s, %s to %s: %s"), self->place->name, from, to, wrong);
}

/* The status from span->from on, and the last day it can be the same. FALSE for days on which the
 * place does not count. */
static gboolean
find_status (Knife *self, KkrGuaranteeSpan *span)
{
  const KkrGuaranteePeriod *period = NULL;
  KkrSheet *sheet = self->plan->statuses_sheet;

  for (; self->status < self->place->n_statuses; self->status++)
    {
      period = get_status (self);
      if (period->to >= span->from && period->from <= period->to)
        break;
    }
  span->user = -1;
  if (self->status == self->place->n_statuses || period->from > span->from)
    {
      if (self->status < self->place->n_statuses)
        span->to = MIN (span->to, period->from - 1);
      span->status = KKR_PLACE_STATUS_EMPTY;
      if (self->gap == KKR_STATUS_GAP_REFUSE)
        fault_days (self, span, _("no status found, one for each day or another rule in gaps "
                                  "expected"));
      return self->gap != KKR_STATUS_GAP_OUTSIDE;
    }
  span->to = MIN (span->to, period->to);
  span->status = (KkrPlaceStatus) kkr_sheet_get_choice (sheet, period->row,
                                                        KKR_GUARANTEE_STATUSES_STATUS);
  if (span->status != KKR_PLACE_STATUS_EMPTY)
    {
      span->user = kkr_guarantee_plan_find_municipality (self->plan, sheet, period->row,
                                                         KKR_GUARANTEE_STATUSES_MUNICIPALITY);
      if (kkr_sheet_has (sheet, period->row, KKR_GUARANTEE_STATUSES_SPECIAL_TARIFF))
        span->price = kkr_sheet_get_amount (sheet, period->row,
                                            KKR_GUARANTEE_STATUSES_SPECIAL_TARIFF);
    }
  return TRUE;
}

static void
find_phase (const Knife *self, KkrGuaranteeSpan *span)
{
  const KkrGuaranteePlace *place = self->place;
  KkrLeapDayRule rule = self->plan->leap_day;

  span->year = 0;
  if (place->window == KKR_DATE_MAX || span->from < place->window)
    {
      span->phase = KKR_GUARANTEE_PHASE_NOT_STARTED;
      if (place->window != KKR_DATE_MAX)
        span->to = MIN (span->to, place->window - 1);
      return;
    }
  span->phase = KKR_GUARANTEE_PHASE_EXPIRED;
  if (span->from >= place->expiry)
    return;
  span->phase = KKR_GUARANTEE_PHASE_ACTIVE;
  span->to = MIN (span->to, place->expiry - 1);
  if (!self->plan->yearly)
    return;
  for (span->year = 1; kkr_guarantee_expiry (place->window, span->year, rule) <= span->from;
       span->year++)
    ;
  span->to = MIN (span->to, kkr_guarantee_expiry (place->window, span->year, rule) - 1);
}

static void
find_price (Knife *self, KkrGuaranteeSpan *span)
{
  const KkrGuaranteePeriod *period = NULL;

  span->tariff = self->place->tariff;
  if (self->place->n_tariffs > 0)
    {
      span->tariff = -1;
      for (; self->tariff < self->place->n_tariffs; self->tariff++)
        {
          period = get_tariff (self);
          if (period->to >= span->from)
            break;
        }
      if (self->tariff < self->place->n_tariffs && period->from > span->from)
        span->to = MIN (span->to, period->from - 1);
      else if (self->tariff < self->place->n_tariffs)
        {
          span->to = MIN (span->to, period->to);
          span->tariff = kkr_sheet_get_amount (self->plan->tariffs_sheet, period->row,
                                               KKR_GUARANTEE_TARIFFS_TARIFF);
        }
    }
  if (span->tariff < 0)
    fault_days (self, span, _("no tariff found, one for each day expected"));
}

/* What the municipalities pay together for an empty day is a part of one of two tariffs. */
static void
find_joint (Knife *self, KkrGuaranteeSpan *span)
{
  KkrGuaranteePlan *plan = self->plan;
  const KkrRational hundred = KKR_RATIONAL_INT (100);
  KkrRational days = KKR_RATIONAL_INT (span->to - span->from + 1), day, base;
  gint64 rounded;

  span->joint = KKR_RATIONAL_ZERO;
  span->base = plan->tariff_basis == KKR_GUARANTEE_TARIFF_FROZEN ? self->place->frozen
                                                                 : span->tariff;
  span->paid = span->status == KKR_PLACE_STATUS_EMPTY && self->place->covered &&
               span->phase == KKR_GUARANTEE_PHASE_ACTIVE;
  if (!span->paid)
    return;
  if (span->base < 0)
    {
      fault_days (self, span, _("no tariff on the day the place was taken into use found, one for "
                                "empty days expected"));
      return;
    }
  base = KKR_RATIONAL_INT (span->base);
  if (kkr_rational_multiply (&base, kkr_guarantee_plan_get_share (plan, span->year), &day) &&
      kkr_rational_divide (&day, &hundred, &day) &&
      (plan->rounding_of != KKR_GUARANTEE_ROUNDING_DAY ||
       (kkr_rational_round (&day, plan->rounding, plan->unit, &rounded) &&
        kkr_rational_init (&day, rounded, 1))) &&
      kkr_rational_multiply (&day, &days, &span->joint))
    return;
  kkr_guarantee_plan_fault (plan, "places", KKR_CALC_ERROR_OVERFLOW,
                            _("place %s: the guarantee does not fit into 64 bits"),
                            self->place->name);
}

static void
cut_place (Knife *self)
{
  KkrGuaranteePlan *plan = self->plan;
  KkrGuaranteePlace *place = self->place;
  gint32 day = place->start;

  if (place->n_statuses > 0)
    day = MIN (day, g_array_index (plan->statuses, KkrGuaranteePeriod, place->first_status).from);
  place->first_span = plan->spans->len;
  for (day = MAX (day, plan->from); day <= plan->to && !kkr_guarantee_plan_is_bad (plan);)
    {
      KkrGuaranteeSpan span = { .place = self->index, .from = day, .to = plan->to, .price = -1 };
      gboolean counts = find_status (self, &span);

      if (counts)
        {
          find_phase (self, &span);
          find_price (self, &span);
          if (span.price < 0)
            span.price = span.tariff;
          find_joint (self, &span);
          g_array_append_val (plan->spans, span);
        }
      day = span.to + 1;
    }
  place->n_spans = plan->spans->len - place->first_span;
}

void
kkr_guarantee_plan_cut (KkrGuaranteePlan *self)
{
  KkrStatusGap gap = (KkrStatusGap) kkr_calculator_get_enum (self->calculator, "gaps");

  for (guint i = 0; i < self->places->len; i++)
    {
      Knife knife = { .plan = self, .index = i, .gap = gap };

      knife.place = kkr_guarantee_plan_get_place (self, i);
      cut_place (&knife);
    }
}
