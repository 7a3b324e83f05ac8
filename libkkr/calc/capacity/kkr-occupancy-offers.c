/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-occupancy-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/base/kkr-number-private.h>

static KkrOccupancyOffer *
get_offer (const KkrOccupancyPlan *self, guint i)
{
  return &g_array_index (self->offers, KkrOccupancyOffer, i);
}

static int
compare_offers (gconstpointer a, gconstpointer b)
{
  const KkrOccupancyOffer *one = a, *two = b;

  if (one->offer != two->offer)
    return one->offer < two->offer ? -1 : 1;
  return one->year < two->year ? -1 : one->year > two->year;
}

static KkrOccupancyOffer *
find_offer (KkrOccupancyPlan *self, GHashTable *rows, const KkrOccupancySpell *spell)
{
  const gint64 key = (gint64) spell->offer * 10000 + spell->year;
  const gint32 first = MAX (self->terms.first, kkr_date_from_parts (spell->year, 1, 1));
  const gint32 last = MIN (self->terms.last, kkr_date_from_parts (spell->year + 1, 1, 1) - 1);
  KkrOccupancyOffer offer = {
    .offer = spell->offer, .year = spell->year, .tariff_year = spell->year, .row = KKR_OCC_NONE,
    .period = (gint64) last - first + 1, .has_places = TRUE, .has_used = TRUE, .has_cost = TRUE,
    .days = KKR_RATIONAL_ZERO, .used = KKR_RATIONAL_ZERO, .vacant = KKR_RATIONAL_ZERO,
    .extra = KKR_RATIONAL_ZERO, .cost = KKR_RATIONAL_ZERO, .tariff = G_MININT64,
  };
  gpointer number;

  if (!g_hash_table_lookup_extended (rows, &key, NULL, &number))
    {
      number = GUINT_TO_POINTER (self->offers->len);
      g_hash_table_insert (rows, g_memdup2 (&key, sizeof key), number);
      g_array_append_val (self->offers, offer);
    }
  return get_offer (self, GPOINTER_TO_UINT (number));
}

/* Vacant days by their tariff; what a day is of a month or a year is put to their sum, which is at
 * most 2 million spells of 366 days at 64 bits. */
static void
add_cost (KkrOccupancyOffer *offer, const KkrOccupancySpell *spell)
{
  const gint64 vacant = spell->days - spell->taken;

  if (vacant == 0)
    return;
  offer->has_cost = offer->has_cost && spell->tariff != G_MININT64;
  if (offer->has_cost)
    offer->cost.num += (KkrInt128) vacant * spell->tariff;
}

void
kkr_occupancy_plan_sum_offers (KkrOccupancyPlan *self)
{
  g_autoptr (GHashTable) rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  const gboolean by_place = self->terms.count == KKR_OCCUPANCY_COUNT_PLACES;

  for (guint i = 0; i < self->spells->len; i++)
    {
      const KkrOccupancySpell *spell = &g_array_index (self->spells, KkrOccupancySpell, i);
      KkrOccupancyOffer *offer = find_offer (self, rows, spell);

      offer->days.num += spell->days;
      offer->used.num += by_place ? spell->taken : spell->used;
      offer->vacant.num += spell->days - spell->taken;
      offer->extra.num += by_place ? 0 : spell->used - spell->taken;
      add_cost (offer, spell);
    }
  g_array_sort (self->offers, compare_offers);
  for (guint i = 0; i < self->offers->len; i++)
    {
      KkrOccupancyOffer *offer = get_offer (self, i);

      offer->has_occupancy = offer->days.num > 0
                             && kkr_rational_divide (&offer->used, &offer->days,
                                                     &offer->occupancy);
    }
}

/* Whether anybody says what a place costs. */
static gboolean
has_tariffs (const KkrOccupancyPlan *self)
{
  for (guint row = 0; row < kkr_sheet_get_n_rows (self->places); row++)
    if (kkr_sheet_has (self->places, row, KKR_OCC_PLACE_TARIFF))
      return TRUE;
  for (guint row = 0; row < kkr_sheet_get_n_rows (self->counts); row++)
    if (kkr_sheet_has (self->counts, row, KKR_OCC_COUNT_TARIFF))
      return TRUE;
  return self->terms.tariff != G_MININT64;
}

/* The first row whose vacant days have no tariff, where others have. */
static void
check_tariffs (KkrOccupancyPlan *self)
{
  for (guint i = 0; i < self->spells->len; i++)
    {
      const KkrOccupancySpell *spell = &g_array_index (self->spells, KkrOccupancySpell, i);
      g_autofree char *quoted = NULL;

      if (spell->days == spell->taken || spell->tariff != G_MININT64)
        continue;
      quoted = kkr_text_quote (kkr_occupancy_names_get (&self->place_names, spell->place));
      kkr_occupancy_plan_fault_at (self, self->places, spell->row, KKR_OCC_PLACE_TARIFF,
                                   KKR_CALC_ERROR_MISSING_INPUT,
                                   _("place %s has %lld vacant days in %d and no tariff: one in "
                                     "its row or as the input tariff expected"), quoted,
                                   (long long) (spell->days - spell->taken), spell->year);
      return;
    }
  for (guint i = 0; i < self->offers->len; i++)
    {
      const KkrOccupancyOffer *offer = get_offer (self, i);
      g_autofree char *quoted = NULL;

      if (offer->row == KKR_OCC_NONE || !offer->has_used || offer->tariff != G_MININT64
          || offer->vacant.num == 0)
        continue;
      quoted = kkr_text_quote (kkr_occupancy_names_get (&self->offer_names, offer->offer));
      kkr_occupancy_plan_fault_at (self, self->counts, offer->row, KKR_OCC_COUNT_TARIFF,
                                   KKR_CALC_ERROR_MISSING_INPUT,
                                   _("%s has vacant places and no tariff: one in its row or as "
                                     "the input tariff expected"), quoted);
      return;
    }
}

/* The exact cost of vacant days from the sum of days times tariffs. */
static gboolean
finish_cost (const KkrOccupancyPlan *self, KkrOccupancyOffer *offer)
{
  gint64 months, divisor;
  KkrRational factor;

  kkr_occupancy_terms_get_day (&self->terms, offer->tariff_year, &months, &divisor);
  return kkr_rational_init (&factor, months, (KkrInt128) divisor * 100)
         && kkr_rational_multiply (&factor, &self->terms.percent, &factor)
         && kkr_rational_multiply (&offer->cost, &factor, &offer->cost)
         && kkr_rational_round (&offer->cost, self->terms.rounding, self->terms.rounding_unit,
                                &offer->amount);
}

void
kkr_occupancy_plan_sum_costs (KkrOccupancyPlan *self)
{
  self->has_cost = has_tariffs (self);
  if (!self->has_cost)
    return;
  check_tariffs (self);
  for (guint i = 0; i < self->offers->len && self->fault == NULL; i++)
    {
      KkrOccupancyOffer *offer = get_offer (self, i);

      if (offer->has_cost && (!finish_cost (self, offer)
                              || __builtin_add_overflow (self->cost, offer->amount, &self->cost)))
        kkr_occupancy_plan_fault (self, "tariff", KKR_CALC_ERROR_OVERFLOW,
                                  _("what the vacant days of %s cost does not fit into 64 bits"),
                                  kkr_occupancy_names_get (&self->offer_names, offer->offer));
    }
}
