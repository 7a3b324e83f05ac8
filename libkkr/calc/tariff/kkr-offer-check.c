/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-offer-tariff-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-format-private.h>

/* What is wrong with an offer, by itself. */

static void
check_amounts (KkrOfferPlan *self, const KkrOfferRow *row)
{
  g_autofree char *name = NULL;

  for (guint i = 0; i < KKR_TARIFF_CARRY_OVER; i++)
    if (kkr_offer_amounts[i].input != NULL && row->amounts[i] < 0)
      {
        g_autofree char *found = kkr_message_amount (row->amounts[i]);

        if (name == NULL)
          name = kkr_offer_plan_name (self, row);
        kkr_offer_plan_complain_at (self, self->offers, row->sheet_row, kkr_offer_amounts[i].column,
                                    kkr_offer_amounts[i].input, KKR_CALC_ERROR_OUT_OF_RANGE,
                                    _("a negative cost of %s: %s found, 0 or more expected"), name,
                                    found);
      }
}

static void
check_days (KkrOfferPlan *self, const KkrOfferRow *row, const char *name)
{
  if (row->days >= 1 && row->days <= 366)
    return;
  kkr_offer_plan_complain_at (self, self->offers, row->sheet_row, KKR_OFFER_COLUMN_DAYS, "days",
                              KKR_CALC_ERROR_OUT_OF_RANGE,
                              row->days < 1
                                ? _("a tariff for no days of %s: %lld found, 1 to 366 expected")
                                : _("more days than a year has for %s: %lld found, 1 to 366 "
                                    "expected"), name, (long long) row->days);
}

static void
check_occupancy (KkrOfferPlan *self, const KkrOfferRow *row, const char *name)
{
  g_autofree char *found = NULL;

  if (row->occupancy.num > 0 && row->occupancy.num <= 100 * row->occupancy.den)
    return;
  found = kkr_format_exact (&row->occupancy, 6, C_("language of amounts", "en"));
  kkr_offer_plan_complain_at (self, self->offers, row->sheet_row, KKR_OFFER_COLUMN_OCCUPANCY,
                              "occupancy", KKR_CALC_ERROR_OUT_OF_RANGE,
                              _("no occupancy of %s: %s per cent found, more than 0 and at "
                                "most 100 expected"), name, found);
}

static void
check_percent (KkrOfferPlan *self, const KkrOfferRow *row, const char *name)
{
  if (row->overhead_percent.num < 0)
    kkr_offer_plan_complain_at (self, self->offers, row->sheet_row,
                                KKR_OFFER_COLUMN_OVERHEAD_PERCENT, "overhead-percent",
                                KKR_CALC_ERROR_OUT_OF_RANGE,
                                _("a negative overhead of %s found, 0 per cent or more expected"),
                                name);
}

/* An input that is wrong is told once, and not of each row that has no cell of its own. */
static void
check_numbers (KkrOfferPlan *self, const KkrOfferRow *row)
{
  gboolean single = row->sheet_row == G_MAXUINT;
  g_autofree char *name = kkr_offer_plan_name (self, row);

  if (row->places < 1)
    kkr_offer_plan_complain_at (self, self->offers, row->sheet_row, KKR_OFFER_COLUMN_PLACES,
                                "places", KKR_CALC_ERROR_OUT_OF_RANGE,
                                _("a tariff for no places of %s: %lld found, 1 or more expected"),
                                name, (long long) row->places);
  if (single || row->own & KKR_OFFER_OWN_DAYS)
    check_days (self, row, name);
  if (single || row->own & KKR_OFFER_OWN_OCCUPANCY)
    check_occupancy (self, row, name);
  if (single || row->own & KKR_OFFER_OWN_PERCENT)
    check_percent (self, row, name);
  if (row->weight.num < 0)
    kkr_offer_plan_complain_at (self, self->offers, row->sheet_row, KKR_OFFER_COLUMN_WEIGHT,
                                "offers", KKR_CALC_ERROR_OUT_OF_RANGE,
                                _("a negative weight of %s found, 0 or more expected"), name);
  if (row->assigned_tariff != G_MININT64 && row->assigned_tariff < 0)
    kkr_offer_plan_complain_at (self, self->offers, row->sheet_row,
                                KKR_OFFER_COLUMN_ASSIGNED_TARIFF, "assigned-tariff",
                                KKR_CALC_ERROR_OUT_OF_RANGE,
                                _("a negative tariff of the offer that %s is held against found, "
                                  "0 or more expected"), name);
}

void
kkr_offer_plan_check_common (KkrOfferPlan *self, const KkrOfferRow *common)
{
  const char *name = _("all offers");

  if (kkr_calculator_is_assigned (self->calculator, "days"))
    check_days (self, common, name);
  if (kkr_calculator_is_assigned (self->calculator, "occupancy"))
    check_occupancy (self, common, name);
  check_percent (self, common, name);
}

/* FALSE for what is missing, and so has no value to be wrong. */
static gboolean
demand_common (KkrOfferPlan *self, const KkrOfferRow *row)
{
  g_autofree char *name = kkr_offer_plan_name (self, row);
  gboolean of_sheet = row->sheet_row != G_MAXUINT;
  gboolean has_occupancy = kkr_calculator_is_assigned (self->calculator, "occupancy") ||
                           (row->own & KKR_OFFER_OWN_OCCUPANCY) != 0;
  gboolean has_days = self->year > 0 || kkr_calculator_is_assigned (self->calculator, "days") ||
                      (row->own & KKR_OFFER_OWN_DAYS) != 0;
  gboolean has_places = of_sheet || kkr_calculator_is_assigned (self->calculator, "places");

  if (!has_occupancy)
    kkr_offer_plan_complain_at (self, self->offers, row->sheet_row, KKR_OFFER_COLUMN_OCCUPANCY,
                                "occupancy", KKR_CALC_ERROR_MISSING_INPUT,
                                _("missing: no occupancy of %s found, the usual one in per cent "
                                  "expected"), name);
  if (!has_days)
    kkr_offer_plan_complain_at (self, self->offers, row->sheet_row, KKR_OFFER_COLUMN_DAYS,
                                "days", KKR_CALC_ERROR_MISSING_INPUT,
                                _("missing: neither days nor a year for %s found, one of them "
                                  "expected"), name);
  return has_occupancy && has_days && has_places;
}

void
kkr_offer_plan_check_row (KkrOfferPlan *self, const KkrOfferRow *row)
{
  check_amounts (self, row);
  if (demand_common (self, row))
    check_numbers (self, row);
}
