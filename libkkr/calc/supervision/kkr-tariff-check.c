/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/supervision/kkr-supervision-tariff.h>
#include <libkkr/calc/supervision/kkr-tariff-private.h>

#include <glib/gi18n-lib.h>

static const char *const offers_names[] = { "offers-1", "offers-2", "offers-3", "offers-4", NULL };
static const char *const printed_names[] = { "printed-1", "printed-2", "printed-3", "printed-4",
                                             NULL };
static const char *const budget_names[] = { "budget", "other-income", "offers-1", "offers-2",
                                            "offers-3", "offers-4", NULL };

/* The first of the inputs that was assigned, or NULL. */
static const char *
first_assigned (KkrCalculator *self, const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (kkr_calculator_is_assigned (self, names[i]))
      return names[i];
  return NULL;
}

static void G_GNUC_PRINTF (3, 4)
refuse (KkrCalculator *self, const char *name, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  kkr_calculator_report (self, name, KKR_CALC_ERROR_OUT_OF_RANGE, text);
}

static void
check_amounts (KkrCalculator *self)
{
  static const char *const names[] = { "budget", "other-income", NULL };

  for (guint i = 0; names[i] != NULL; i++)
    {
      gint64 amount = kkr_calculator_get_amount (self, names[i]);
      g_autofree char *found = amount < 0 ? kkr_message_amount (amount) : NULL;

      if (found != NULL)
        refuse (self, names[i], _("a negative amount: %s found, 0 or more expected"), found);
    }
  for (guint i = 0; printed_names[i] != NULL; i++)
    {
      gint64 printed = kkr_calculator_get_amount (self, printed_names[i]);
      gboolean is_wrong = kkr_calculator_is_assigned (self, printed_names[i]) &&
                          (printed <= 0 || printed % 100 != 0);
      g_autofree char *found = is_wrong ? kkr_message_amount (printed) : NULL;

      if (found != NULL)
        refuse (self, printed_names[i],
                _("no printed tariff: %s found, a whole number of kroner, 1 or more expected"),
                found);
    }
}

static void
check_rates (KkrCalculator *self)
{
  static const char *const names[] = { "base-tariff", "hourly-price", NULL };
  static const char *const hours[] = { "hours-supervision", "hours-approval", NULL };

  for (guint i = 0; names[i] != NULL; i++)
    if (kkr_calculator_get_number (self, names[i]) < 0.0)
      kkr_calculator_report (self, names[i], KKR_CALC_ERROR_OUT_OF_RANGE,
                             _("a negative rate found, 0 or more expected"));
  for (guint i = 0; hours[i] != NULL; i++)
    if (kkr_calculator_is_assigned (self, hours[i]) &&
        kkr_calculator_get_number (self, hours[i]) <= 0.0)
      kkr_calculator_report (self, hours[i], KKR_CALC_ERROR_OUT_OF_RANGE,
                             _("no hours or less than none found, more than 0 expected"));
}

static void
check_numbers (KkrCalculator *self)
{
  int year = kkr_calculator_get_int (self, "year");
  int places = kkr_calculator_get_int (self, "places");
  gboolean lowest = kkr_calculator_get_enum (self, "zero-places") == KKR_ZERO_PLACES_LOWEST_GROUP;

  if (kkr_calculator_is_assigned (self, "year") && (year < 1900 || year > 2999))
    refuse (self, "year", _("no such year: %d found, a year such as 2024 expected"), year);
  if (kkr_calculator_is_assigned (self, "places") && places < (lowest ? 0 : 1))
    refuse (self, "places",
            lowest ? _("no offer has so few places: %d found, 0 or more expected")
                   : _("no offer has so few places: %d found, 1 or more (0 where zero-places is "
                       "lowest-group) expected"), places);
  for (guint i = 0; offers_names[i] != NULL; i++)
    if (kkr_calculator_get_int (self, offers_names[i]) < 0)
      refuse (self, offers_names[i], _("a negative number of offers: %d found, 0 or more expected"),
              kkr_calculator_get_int (self, offers_names[i]));
}

static void
check_budget (KkrCalculator *self)
{
  gboolean has_budget = kkr_calculator_is_assigned (self, "budget");
  gint64 offers = 0;

  for (guint i = 0; offers_names[i] != NULL; i++)
    offers += kkr_calculator_get_int (self, offers_names[i]);
  if (!has_budget && kkr_calculator_get_register (self) == NULL)
    kkr_calculator_report (self, "budget", KKR_CALC_ERROR_MISSING_INPUT,
                           _("missing: no value found, the budget that the offers pay expected"));
  if (first_assigned (self, offers_names) == NULL)
    kkr_calculator_report (self, "offers-1", KKR_CALC_ERROR_MISSING_INPUT,
                           _("missing: a budget and no offers found, the number of offers in at "
                             "least one of offers-1, offers-2, offers-3, offers-4 expected"));
  else if (offers == 0)
    kkr_calculator_report (self, "offers-1", KKR_CALC_ERROR_OUT_OF_RANGE,
                           _("nobody to pay the budget: 0 offers in all groups found, at least 1 "
                             "expected"));
  if (has_budget && kkr_calculator_get_amount (self, "budget") <
                    kkr_calculator_get_amount (self, "other-income"))
    kkr_calculator_report (self, "other-income", KKR_CALC_ERROR_INCONSISTENT,
                           _("nothing left to pay: more than the budget found, at most the budget "
                             "expected"));
}

/* One way to the base of supervision at most, and something to compute. */
static void
check_ways (KkrCalculator *self)
{
  static const char *const price_names[] = { "hourly-price", NULL };
  static const char *const hours_names[] = { "hours-supervision", "hours-approval", NULL };
  static const char *const base_names[] = { "base-tariff", NULL };
  const char *ways[] = { first_assigned (self, base_names), first_assigned (self, budget_names),
                         first_assigned (self, printed_names) };
  const char *price = first_assigned (self, price_names);
  const char *hours = first_assigned (self, hours_names);
  const char *way = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      if (ways[i] != NULL && way != NULL)
        {
          g_autofree char *text = g_strdup_printf (_("two ways to the base tariff: %s and %s "
                                                     "found, one of them expected"), way, ways[i]);

          kkr_calculator_report (self, ways[i], KKR_CALC_ERROR_INCONSISTENT, text);
        }
      if (way == NULL)
        way = ways[i];
    }
  if (ways[1] != NULL)
    check_budget (self);
  if (kkr_calculator_get_register (self) != NULL)
    return;
  if (hours != NULL && price == NULL)
    kkr_calculator_report (self, "hourly-price", KKR_CALC_ERROR_MISSING_INPUT,
                           _("missing: hours without a price found, the hourly price or a register "
                             "expected"));
  if (price != NULL && hours == NULL)
    kkr_calculator_report (self, "hours-supervision", KKR_CALC_ERROR_MISSING_INPUT,
                           _("missing: a price without hours found, hours-supervision, "
                             "hours-approval or a register expected"));
  if (way == NULL && price == NULL && hours == NULL)
    kkr_calculator_report (self, "base-tariff", KKR_CALC_ERROR_MISSING_INPUT,
                           _("missing: nothing found that gives the base tariff, one of "
                             "base-tariff; budget and offers-1 to offers-4; printed-1 to "
                             "printed-4; register, arrangement and year expected"));
}

static void
check_register (KkrCalculator *self)
{
  static const char *const names[] = { "arrangement", "year" };

  if (kkr_calculator_get_register (self) == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (!kkr_calculator_is_assigned (self, names[i]))
      kkr_calculator_report (self, names[i], KKR_CALC_ERROR_MISSING_INPUT,
                             _("missing: a register and no value found, one expected"));
}

static void
check_compare_year (KkrCalculator *self)
{
  int year = kkr_calculator_get_int (self, "compare-year");

  if (!kkr_calculator_is_assigned (self, "compare-year"))
    return;
  if (year < 1900 || year > 2999)
    refuse (self, "compare-year", _("no such year: %d found, a year such as 2024 expected"), year);
  else if (year == kkr_calculator_get_int (self, "year"))
    refuse (self, "compare-year", _("the same year: %d found, another one expected"), year);
  if (kkr_calculator_get_register (self) == NULL)
    kkr_calculator_report (self, "register", KKR_CALC_ERROR_MISSING_INPUT,
                           _("missing: a year to compare with and no register found, one "
                             "expected"));
}

void
kkr_tariff_check (KkrCalculator *self)
{
  check_compare_year (self);
  check_register (self);
  check_ways (self);
  check_numbers (self);
  check_amounts (self);
  check_rates (self);
}
