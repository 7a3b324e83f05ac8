/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-occupancy-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-number-private.h>

#define LEAST_YEAR 1900
#define LAST_YEAR 2200

static gboolean
check_number (KkrOccupancyPlan *self, guint row, guint column, const char *offer)
{
  const KkrRational value = kkr_sheet_get_number (self->counts, row, column);
  g_autofree char *found = NULL;

  if (!kkr_sheet_has (self->counts, row, column) || value.num >= 0)
    return TRUE;
  found = kkr_message_number (&value);
  kkr_occupancy_plan_fault_at (self, self->counts, row, column, KKR_CALC_ERROR_OUT_OF_RANGE,
                               _("%s: %s found, 0 or more expected"), offer, found);
  return FALSE;
}

static gboolean
check_whole (KkrOccupancyPlan *self, guint row, guint column, const char *offer, gint64 least,
             gint64 most)
{
  const gint64 value = kkr_sheet_get_whole (self->counts, row, column);

  if (!kkr_sheet_has (self->counts, row, column) || (value >= least && value <= most))
    return TRUE;
  kkr_occupancy_plan_fault_at (self, self->counts, row, column, KKR_CALC_ERROR_OUT_OF_RANGE,
                               _("%s: %lld found, %lld to %lld expected"), offer,
                               (long long) value, (long long) least, (long long) most);
  return FALSE;
}

static gboolean
check_row (KkrOccupancyPlan *self, guint row, const char *offer)
{
  const gint64 tariff = kkr_sheet_get_amount (self->counts, row, KKR_OCC_COUNT_TARIFF);
  gboolean good = check_number (self, row, KKR_OCC_COUNT_PLACES, offer)
                  & check_number (self, row, KKR_OCC_COUNT_USED, offer)
                  & check_number (self, row, KKR_OCC_COUNT_OCCUPANCY, offer)
                  & check_whole (self, row, KKR_OCC_COUNT_YEAR, offer, LEAST_YEAR, LAST_YEAR)
                  & check_whole (self, row, KKR_OCC_COUNT_DAYS, offer, 1, 36600);

  if (kkr_sheet_has (self->counts, row, KKR_OCC_COUNT_TARIFF) && tariff < 0)
    {
      g_autofree char *found = kkr_message_amount (tariff);

      good = FALSE;
      kkr_occupancy_plan_fault_at (self, self->counts, row, KKR_OCC_COUNT_TARIFF,
                                   KKR_CALC_ERROR_OUT_OF_RANGE,
                                   _("%s: a negative tariff: %s found, 0 or more expected"),
                                   offer, found);
    }
  if (kkr_sheet_has (self->counts, row, KKR_OCC_COUNT_USED)
      && kkr_sheet_has (self->counts, row, KKR_OCC_COUNT_OCCUPANCY))
    {
      good = FALSE;
      kkr_occupancy_plan_fault_at (self, self->counts, row, KKR_OCC_COUNT_OCCUPANCY,
                                   KKR_CALC_ERROR_INCONSISTENT,
                                   _("%s: both places in use and an occupancy found, one of them "
                                     "expected"), offer);
    }
  return good;
}

gint64
kkr_occupancy_counted_period (const KkrOccupancyTerms *terms, const KkrSheet *counts, guint row,
                              int *year, int *tariff_year)
{
  const gboolean has_days = terms->last >= terms->first;
  const int first_year = has_days ? kkr_occupancy_year_of (terms->first) : 0;

  *year = kkr_sheet_has (counts, row, KKR_OCC_COUNT_YEAR)
            ? (int) kkr_sheet_get_whole (counts, row, KKR_OCC_COUNT_YEAR) : 0;
  *tariff_year = *year;
  if (*year == 0 && has_days && first_year == kkr_occupancy_year_of (terms->last))
    *tariff_year = first_year;
  if (kkr_sheet_has (counts, row, KKR_OCC_COUNT_DAYS))
    return kkr_sheet_get_whole (counts, row, KKR_OCC_COUNT_DAYS);
  if (*year != 0)
    return kkr_occupancy_days_of_year (*year);
  return has_days ? (gint64) terms->last - terms->first + 1 : 365;
}

/* Days in use; FALSE where they do not fit. */
static gboolean
find_use (KkrOccupancyPlan *self, guint row, KkrOccupancyOffer *offer)
{
  const gboolean by_percent = kkr_sheet_has (self->counts, row, KKR_OCC_COUNT_OCCUPANCY);
  const KkrRational hundred = KKR_RATIONAL_INT (100), none = KKR_RATIONAL_ZERO;
  const KkrRational period = KKR_RATIONAL_INT (offer->period);
  KkrRational percent = kkr_sheet_get_number (self->counts, row, KKR_OCC_COUNT_OCCUPANCY);
  KkrRational left;

  offer->has_used = kkr_sheet_has (self->counts, row, KKR_OCC_COUNT_USED)
                    || (by_percent && offer->has_places);
  offer->has_occupancy = by_percent;
  if (by_percent && !kkr_rational_divide (&percent, &hundred, &offer->occupancy))
    return FALSE;
  if (!offer->has_used)
    return TRUE;
  if (by_percent)
    {
      if (!kkr_rational_multiply (&offer->days, &offer->occupancy, &offer->used))
        return FALSE;
    }
  else
    {
      offer->used = kkr_sheet_get_number (self->counts, row, KKR_OCC_COUNT_USED);
      if (!kkr_rational_multiply (&offer->used, &period, &offer->used))
        return FALSE;
      offer->has_occupancy = offer->has_places && offer->days.num > 0;
      if (offer->has_occupancy
          && !kkr_rational_divide (&offer->used, &offer->days, &offer->occupancy))
        return FALSE;
    }
  if (!offer->has_places)
    return TRUE;
  if (!kkr_rational_subtract (&offer->days, &offer->used, &left))
    return FALSE;
  offer->vacant = left.num > 0 ? left : none;
  return kkr_rational_subtract (&offer->vacant, &left, &offer->extra);
}

static gboolean
read_numbers (KkrOccupancyPlan *self, guint row, KkrOccupancyOffer *offer)
{
  const KkrRational period = KKR_RATIONAL_INT (offer->period);
  KkrRational tariff;

  offer->has_places = kkr_sheet_has (self->counts, row, KKR_OCC_COUNT_PLACES);
  if (offer->has_places)
    {
      offer->days = kkr_sheet_get_number (self->counts, row, KKR_OCC_COUNT_PLACES);
      if (!kkr_rational_multiply (&offer->days, &period, &offer->days))
        return FALSE;
    }
  if (!find_use (self, row, offer))
    return FALSE;
  offer->tariff = kkr_sheet_has (self->counts, row, KKR_OCC_COUNT_TARIFF)
                    ? kkr_sheet_get_amount (self->counts, row, KKR_OCC_COUNT_TARIFF)
                    : self->terms.tariff;
  offer->has_cost = offer->has_places && offer->has_used
                    && (offer->tariff != G_MININT64 || offer->vacant.num == 0);
  if (!offer->has_cost || offer->tariff == G_MININT64)
    return TRUE;
  tariff = (KkrRational) KKR_RATIONAL_INT (offer->tariff);
  return kkr_rational_multiply (&offer->vacant, &tariff, &offer->cost);
}

void
kkr_occupancy_plan_read_counts (KkrOccupancyPlan *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint row = 0; row < kkr_sheet_get_n_rows (self->counts); row++)
    {
      const char *text = kkr_sheet_get_text (self->counts, row, KKR_OCC_COUNT_OFFER);
      g_autofree char *quoted = kkr_text_quote (text);
      KkrOccupancyOffer offer = {
        .offer = kkr_occupancy_names_find (&self->offer_names, text), .row = row,
        .days = KKR_RATIONAL_ZERO, .used = KKR_RATIONAL_ZERO, .vacant = KKR_RATIONAL_ZERO,
        .extra = KKR_RATIONAL_ZERO, .cost = KKR_RATIONAL_ZERO, .occupancy = KKR_RATIONAL_ZERO,
      };
      gint64 key;
      gpointer before;

      if (!check_row (self, row, quoted))
        continue;
      offer.period = kkr_occupancy_counted_period (&self->terms, self->counts, row, &offer.year,
                                                   &offer.tariff_year);
      offer.assumed_period = offer.year == 0 && self->terms.last < self->terms.first
                             && !kkr_sheet_has (self->counts, row, KKR_OCC_COUNT_DAYS);
      key = (gint64) offer.offer * 10000 + offer.year;
      if (g_hash_table_lookup_extended (seen, &key, NULL, &before))
        {
          kkr_occupancy_plan_fault_at (self, self->counts, row, KKR_OCC_COUNT_OFFER,
                                       KKR_CALC_ERROR_INCONSISTENT,
                                       _("%s is there already: a second row found, one row for "
                                         "each offer and year expected beside row %u"), quoted,
                                       GPOINTER_TO_UINT (before) + 1);
          continue;
        }
      g_hash_table_insert (seen, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (row));
      if (!read_numbers (self, row, &offer))
        kkr_occupancy_plan_fault_at (self, self->counts, row, KKR_OCC_COUNT_PLACES,
                                     KKR_CALC_ERROR_OVERFLOW,
                                     _("%s: its days do not fit into the numbers that the library "
                                       "computes with"), quoted);
      g_array_append_val (self->offers, offer);
    }
}
