/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/guarantee/kkr-guarantee-plan-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-number-private.h>
#include <libkkr/register/kkr-fact-private.h>

#define MAX_YEARS 100

/* Open ends stay as they were: KKR_DATE_MIN and KKR_DATE_MAX. */
static void
read_day (KkrGuaranteePlan *self, const char *input, gint32 *day)
{
  const char *text = kkr_calculator_get_text (self->calculator, input);

  if (text != NULL && *text != '\0' && !kkr_date_parse (text, day))
    kkr_guarantee_plan_fault (self, input, KKR_CALC_ERROR_OUT_OF_RANGE,
                              _("no such day: \"%s\" found, a day such as 2023-08-21 expected"),
                              text);
}

static void
read_years (KkrGuaranteePlan *self)
{
  self->years = kkr_calculator_get_int (self->calculator, "years");
  if (self->years < 1 || self->years > MAX_YEARS)
    kkr_guarantee_plan_fault (self, "years", KKR_CALC_ERROR_OUT_OF_RANGE,
                              _("no such duration: %d found, 1 to %d years expected"), self->years,
                              MAX_YEARS);
  self->max_places = kkr_calculator_get_int (self->calculator, "max-places");
  if (self->max_places < 0)
    kkr_guarantee_plan_fault (self, "max-places", KKR_CALC_ERROR_OUT_OF_RANGE,
                              _("a negative number of places: %d found, 0 or more expected"),
                              self->max_places);
}

static gboolean
is_share (const KkrRational *share)
{
  const KkrRational all = KKR_RATIONAL_INT (100);

  return share->num >= 0 && kkr_rational_compare (share, &all) <= 0;
}

static void
fault_share (KkrGuaranteePlan *self, const char *input, const char *found)
{
  kkr_guarantee_plan_fault (self, input, KKR_CALC_ERROR_OUT_OF_RANGE,
                            _("no share of a tariff: \"%s\" found, 0 to 100 per cent expected"),
                            found);
}

static void
read_yearly_shares (KkrGuaranteePlan *self, const char *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text, ";\n", -1);

  if (kkr_calculator_is_assigned (self->calculator, "share"))
    kkr_guarantee_plan_fault (self, "yearly-shares", KKR_CALC_ERROR_INCONSISTENT,
                              _("two ways to the share that is covered: share and yearly-shares "
                                "found, one of them expected"));
  self->yearly = TRUE;
  self->n_shares = g_strv_length (parts);
  self->shares = g_new0 (KkrRational, MAX (self->n_shares, 1));
  for (guint i = 0; i < self->n_shares; i++)
    {
      KkrNumber number = { .value = { 0, 1 } };
      gboolean good = kkr_number_parse (g_strstrip (parts[i]), N_("a share"), &number, NULL) &&
                      (number.unit == KKR_UNIT_UNSET || number.unit == KKR_UNIT_PERCENT);

      self->shares[i] = number.value;
      if (!good || !is_share (&number.value))
        fault_share (self, "yearly-shares", parts[i]);
    }
}

static void
read_shares (KkrGuaranteePlan *self)
{
  const char *yearly = kkr_calculator_get_text (self->calculator, "yearly-shares");
  g_autoptr (GError) error = NULL;

  if (yearly != NULL && *yearly != '\0')
    {
      read_yearly_shares (self, yearly);
      return;
    }
  self->n_shares = 1;
  self->shares = g_new0 (KkrRational, 1);
  if (!kkr_calculator_get_rational (self->calculator, "share", &self->shares[0], &error))
    kkr_guarantee_plan_fault (self, "share", (KkrCalcError) error->code, "%s", error->message);
  else if (!is_share (&self->shares[0]))
    {
      g_autofree char *found = kkr_calculator_dup_input_text (self->calculator, "share");

      fault_share (self, "share", found);
    }
}

static void
read_rounding (KkrGuaranteePlan *self)
{
  KkrCalculator *calculator = self->calculator;

  self->rounding = (KkrRoundingMode) kkr_calculator_get_enum (calculator, "rounding");
  self->rounding_of = (KkrGuaranteeRounding) kkr_calculator_get_enum (calculator, "rounding-of");
  self->leap_day = (KkrLeapDayRule) kkr_calculator_get_enum (calculator, "leap-day");
  self->tariff_basis = (KkrGuaranteeTariff) kkr_calculator_get_enum (calculator, "tariff-basis");
  self->unit = kkr_calculator_get_amount (calculator, "unit");
  if (self->unit <= 0)
    {
      g_autofree char *found = kkr_message_amount (self->unit);

      kkr_guarantee_plan_fault (self, "unit", KKR_CALC_ERROR_OUT_OF_RANGE,
                                _("no unit to round to: %s found, more than 0 expected"), found);
    }
}

void
kkr_guarantee_plan_read_rules (KkrGuaranteePlan *self)
{
  self->from = KKR_DATE_MIN;
  self->to = KKR_DATE_MAX;
  read_day (self, "first-day", &self->from);
  read_day (self, "last-day", &self->to);
  if (self->from > self->to)
    kkr_guarantee_plan_fault (self, "last-day", KKR_CALC_ERROR_INCONSISTENT,
                              _("an end before the start: %s found, %s or later expected"),
                              kkr_calculator_get_text (self->calculator, "last-day"),
                              kkr_calculator_get_text (self->calculator, "first-day"));
  read_years (self);
  read_shares (self);
  read_rounding (self);
}

/* The register's fact of an input that nobody gave. */
static KkrFact *
look_up (KkrGuaranteePlan *self, const char *input, const char *key, const char *day)
{
  g_autoptr (GError) error = NULL;
  KkrFact *fact;

  if (self->reg == NULL || kkr_calculator_is_assigned (self->calculator, input))
    return NULL;
  fact = kkr_register_lookup (self->reg, key, day,
                              kkr_calculator_get_text (self->calculator, "known-on"), &error);
  if (fact == NULL)
    kkr_guarantee_plan_fault (self, input, KKR_CALC_ERROR_MISSING_INPUT,
                              _("missing: %s; a value expected"), error->message);
  return fact;
}

static int
whole_of (KkrGuaranteePlan *self, const char *input, KkrFact *fact, int least)
{
  const KkrRational *value = kkr_fact_get_rational (fact);

  if (value->den == 1 && value->num >= least && value->num <= MAX_YEARS * MAX_YEARS)
    return (int) value->num;
  kkr_guarantee_plan_fault (self, input, KKR_CALC_ERROR_OUT_OF_RANGE,
                            _("%s: %s found, a whole number expected"), kkr_fact_get_key (fact),
                            kkr_fact_get_printed (fact));
  return least;
}

/* The day on which the first place that can have a guarantee was taken into use. */
static gint32
find_first_day (const KkrGuaranteePlan *self)
{
  gint32 first = KKR_DATE_MAX;

  for (guint i = 0; i < self->places->len; i++)
    {
      const KkrGuaranteePlace *place = kkr_guarantee_plan_get_place (self, i);

      if (place->declared && place->refusals == 0)
        first = MIN (first, place->start);
    }
  return first == KKR_DATE_MAX ? self->from : first;
}

/* The terms are those of that day. */
void
kkr_guarantee_plan_find_terms (KkrGuaranteePlan *self)
{
  g_autofree char *day = kkr_date_to_string (find_first_day (self));

  if (!self->yearly)
    self->share_fact = look_up (self, "share", "deficit-guarantee/share", day);
  self->years_fact = look_up (self, "years", "deficit-guarantee/duration", day);
  self->places_fact = look_up (self, "max-places", "deficit-guarantee/max-places", day);
  if (self->share_fact != NULL)
    self->shares[0] = *kkr_fact_get_rational (self->share_fact);
  if (self->years_fact != NULL)
    self->years = whole_of (self, "years", self->years_fact, 1);
  if (self->places_fact != NULL)
    self->max_places = whole_of (self, "max-places", self->places_fact, 0);
  if (self->share_fact != NULL && !is_share (&self->shares[0]))
    fault_share (self, "share", kkr_fact_get_printed (self->share_fact));
  if (self->yearly && self->n_shares != (guint) self->years)
    kkr_guarantee_plan_fault (self, "yearly-shares", KKR_CALC_ERROR_INCONSISTENT,
                              _("a share for each year: %u found, %d expected"), self->n_shares,
                              self->years);
}
