/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-occupancy-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-date-private.h>

int
kkr_occupancy_year_of (gint32 date)
{
  int year, month, day;

  kkr_date_split (date, &year, &month, &day);
  return year;
}

int
kkr_occupancy_days_of_year (int year)
{
  return kkr_date_from_parts (year + 1, 1, 1) - kkr_date_from_parts (year, 1, 1);
}

void
kkr_occupancy_terms_get_day (const KkrOccupancyTerms *self, int year, gint64 *months,
                             gint64 *divisor)
{
  *months = self->unit == KKR_TARIFF_UNIT_MONTH ? 12 : 1;
  *divisor = self->unit == KKR_TARIFF_UNIT_DAY ? 1
             : self->fixed_year || year == 0   ? 365
                                               : kkr_occupancy_days_of_year (year);
}

/* FALSE with a fault where the day is none. */
static gboolean
read_day (KkrOccupancyPlan *self, const char *input, gint32 *day)
{
  const char *text = kkr_calculator_get_text (self->calculator, input);
  g_autoptr (GError) error = NULL;

  if (kkr_date_read (text != NULL ? text : "", day, &error))
    return TRUE;
  kkr_occupancy_plan_fault (self, input, (KkrCalcError) error->code, "%s", error->message);
  return FALSE;
}

static void
check_days (KkrOccupancyPlan *self, gint32 first, gint32 last)
{
  g_autofree char *one = kkr_date_to_string (first);
  g_autofree char *two = kkr_date_to_string (last);

  if (last < first)
    kkr_occupancy_plan_fault (self, "last-day", KKR_CALC_ERROR_INCONSISTENT,
                              _("the days end before they begin: %s to %s found, a last day on or "
                                "after the first expected"), one, two);
  else if (kkr_occupancy_year_of (last) - kkr_occupancy_year_of (first) >= KKR_OCC_MAX_YEARS)
    kkr_occupancy_plan_fault (self, "last-day", KKR_CALC_ERROR_INCONSISTENT,
                              _("too many days: %s to %s found, %d years at most expected"), one,
                              two, KKR_OCC_MAX_YEARS);
  else
    {
      self->terms.first = first;
      self->terms.last = last;
    }
}

static void
read_days (KkrOccupancyPlan *self)
{
  const gboolean has_first = kkr_calculator_is_assigned (self->calculator, "first-day");
  const gboolean has_last = kkr_calculator_is_assigned (self->calculator, "last-day");
  gint32 first = 0, last = 0;
  const gboolean good = (!has_first || read_day (self, "first-day", &first))
                        & (!has_last || read_day (self, "last-day", &last));

  self->terms.last = -1;
  if (has_first != has_last)
    kkr_occupancy_plan_fault (self, has_first ? "last-day" : "first-day",
                              KKR_CALC_ERROR_MISSING_INPUT,
                              _("missing: one end of the days found, both expected"));
  else if (has_first && good)
    check_days (self, first, last);
}

gboolean
kkr_occupancy_terms_read (KkrOccupancyPlan *self, GError **error)
{
  KkrCalculator *calculator = self->calculator;

  self->terms = (KkrOccupancyTerms) {
    .count = (KkrOccupancyCount) kkr_calculator_get_enum (calculator, "count-by"),
    .last_day = kkr_calculator_get_boolean (calculator, "count-last-day"),
    .tariff = kkr_calculator_is_assigned (calculator, "tariff")
                ? kkr_calculator_get_amount (calculator, "tariff") : G_MININT64,
    .unit = (KkrTariffUnit) kkr_calculator_get_enum (calculator, "tariff-unit"),
    .fixed_year = kkr_calculator_get_boolean (calculator, "fixed-year"),
    .rounding = (KkrRoundingMode) kkr_calculator_get_enum (calculator, "rounding"),
    .rounding_unit = kkr_calculator_get_amount (calculator, "rounding-unit"),
  };
  read_days (self);
  return kkr_calculator_get_rational (calculator, "vacancy-percent", &self->terms.percent, error);
}
