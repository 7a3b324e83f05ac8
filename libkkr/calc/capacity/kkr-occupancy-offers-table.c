/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-occupancy-private.h>

#include <libkkr/table/kkr-table-builder-private.h>

/* Which number of a row a column has. */
typedef KkrRational (*Get) (const KkrOccupancyOffer *offer);

static const KkrRational missing = { 0, 0 };

static KkrRational
get_places (const KkrOccupancyOffer *offer)
{
  return offer->has_places ? offer->days : missing;
}

static KkrRational
get_used (const KkrOccupancyOffer *offer)
{
  return offer->has_used ? offer->used : missing;
}

static KkrRational
get_vacant (const KkrOccupancyOffer *offer)
{
  return offer->has_places && offer->has_used ? offer->vacant : missing;
}

static KkrRational
get_extra (const KkrOccupancyOffer *offer)
{
  return offer->has_places && offer->has_used ? offer->extra : missing;
}

static const struct {
  const char *average, *average_da, *average_en; /* places over the period */
  const char *days, *days_da, *days_en;          /* NULL: not told */
  Get get;
} columns[] = {
  { "places", "Pladser", "Places", "place-days", "Pladsdøgn", "Days of places", get_places },
  { "used", "I brug", "In use", "used-days", "Døgn i brug", "Days in use", get_used },
  { "vacant", "Ledige", "Vacant", "vacant-days", "Ledige døgn", "Vacant days", get_vacant },
  { "extra", "Ekstra", "Extra", NULL, NULL, NULL, get_extra },
};

static const KkrOccupancyOffer *
get_offer (const KkrOccupancyPlan *self, guint i)
{
  return &g_array_index (self->offers, KkrOccupancyOffer, i);
}

/* The sum where every row has it, and places of several periods are not added up. */
static void
add_total (KkrTableBuilder *builder, const char *name, const KkrRational *values, guint n)
{
  KkrRational sum = KKR_RATIONAL_ZERO;
  g_autofree char *exact = NULL;

  for (guint i = 0; i < n; i++)
    if (values[i].den == 0 || !kkr_rational_add (&sum, &values[i], &sum))
      return;
  exact = kkr_rational_to_string (&sum);
  if (n > 0)
    kkr_table_builder_set_total (builder, name, exact);
}

/* Two decimals, and none where all are whole numbers. */
static void
set_decimals (KkrTableBuilder *builder, const char *name, const KkrRational *values, guint n)
{
  gboolean whole = TRUE;

  for (guint i = 0; i < n; i++)
    whole = whole && values[i].den <= 1;
  kkr_table_builder_set_decimals (builder, name, whole ? 0 : 2);
}

static gboolean
has_one_period (const KkrOccupancyPlan *self)
{
  for (guint i = 1; i < self->offers->len; i++)
    if (get_offer (self, i)->period != get_offer (self, 0)->period
        || get_offer (self, i)->year != get_offer (self, 0)->year)
      return FALSE;
  return TRUE;
}

static void
add_averages (const KkrOccupancyPlan *self, KkrTableBuilder *builder, guint column)
{
  const guint n = self->offers->len;
  g_autofree KkrRational *values = g_new0 (KkrRational, (gsize) n + 1);

  for (guint i = 0; i < n; i++)
    {
      const KkrRational period = KKR_RATIONAL_INT (MAX (get_offer (self, i)->period, 1));

      values[i] = columns[column].get (get_offer (self, i));
      if (values[i].den != 0 && !kkr_rational_divide (&values[i], &period, &values[i]))
        values[i] = missing;
    }
  kkr_table_builder_add_rationals (builder, columns[column].average, columns[column].average_da,
                                   columns[column].average_en, KKR_UNIT_PLACES, values, n);
  set_decimals (builder, columns[column].average, values, n);
  if (has_one_period (self))
    add_total (builder, columns[column].average, values, n);
}

static void
add_days (const KkrOccupancyPlan *self, KkrTableBuilder *builder, guint column)
{
  const guint n = self->offers->len;
  g_autofree KkrRational *values = g_new0 (KkrRational, (gsize) n + 1);

  for (guint i = 0; i < n; i++)
    values[i] = columns[column].get (get_offer (self, i));
  kkr_table_builder_add_rationals (builder, columns[column].days, columns[column].days_da,
                                   columns[column].days_en, KKR_UNIT_DAYS, values, n);
  set_decimals (builder, columns[column].days, values, n);
  add_total (builder, columns[column].days, values, n);
}

/* All days in use over all days of places, of the rows that have both. */
static void
add_total_occupancy (const KkrOccupancyPlan *self, KkrTableBuilder *builder)
{
  KkrRational used = KKR_RATIONAL_ZERO, days = KKR_RATIONAL_ZERO, total;
  g_autofree char *exact = NULL;

  for (guint i = 0; i < self->offers->len; i++)
    {
      const KkrOccupancyOffer *offer = get_offer (self, i);

      if (offer->has_places && offer->has_used
          && (!kkr_rational_add (&used, &offer->used, &used)
              || !kkr_rational_add (&days, &offer->days, &days)))
        return;
    }
  if (days.num == 0 || !kkr_rational_divide (&used, &days, &total))
    return;
  exact = kkr_rational_to_string (&total);
  kkr_table_builder_set_total (builder, "occupancy", exact);
}

static void
add_occupancy (const KkrOccupancyPlan *self, KkrTableBuilder *builder)
{
  const KkrRational full = KKR_RATIONAL_INT (1);
  const guint n = self->offers->len;
  g_autofree KkrRational *values = g_new0 (KkrRational, (gsize) n + 1);
  g_autofree gint32 *above = g_new0 (gint32, (gsize) n + 1);

  for (guint i = 0; i < n; i++)
    {
      values[i] = get_offer (self, i)->has_occupancy ? get_offer (self, i)->occupancy : missing;
      above[i] = values[i].den != 0 && kkr_rational_compare (&values[i], &full) > 0;
    }
  kkr_table_builder_add_rationals (builder, "occupancy", "Belægning", "Occupancy", KKR_UNIT_SHARE,
                                   values, n);
  kkr_table_builder_set_decimals (builder, "occupancy", 1);
  add_total_occupancy (self, builder);
  kkr_table_builder_add_yes_no (builder, "above", "Over 100 pct.", "Above 100 per cent", above, n);
  for (guint i = 0; i < n; i++)
    if (values[i].den == 0)
      {
        const gboolean closed = get_offer (self, i)->has_places && get_offer (self, i)->has_used;

        kkr_table_builder_set_status (builder, "above", i, KKR_CELL_STATUS_MISSING);
        if (closed)
          kkr_table_builder_set_status (builder, "occupancy", i, KKR_CELL_STATUS_NOT_APPLICABLE);
      }
}

static void
add_cost (const KkrOccupancyPlan *self, KkrTableBuilder *builder)
{
  const guint n = self->offers->len;
  g_autofree gint64 *amounts = g_new0 (gint64, (gsize) n + 1);

  for (guint i = 0; i < n; i++)
    amounts[i] = get_offer (self, i)->amount;
  kkr_table_builder_add_int64 (builder, "cost", "Udgift til ledige døgn", "Cost of vacant days",
                               KKR_UNIT_AMOUNT, amounts, n);
  kkr_table_builder_set_sum (builder, "cost", amounts, n);
  for (guint i = 0; i < n; i++)
    if (!get_offer (self, i)->has_cost)
      kkr_table_builder_set_status (builder, "cost", i, KKR_CELL_STATUS_MISSING);
}

/* Whether a column says the year: some row has one. */
static gboolean
has_years (const KkrOccupancyPlan *self)
{
  for (guint i = 0; i < self->offers->len; i++)
    if (get_offer (self, i)->year != 0)
      return TRUE;
  return FALSE;
}

static void
add_keys (const KkrOccupancyPlan *self, KkrTableBuilder *builder)
{
  static const char *const keys[] = { "offer", NULL };
  static const char *const keys_with_year[] = { "offer", "year", NULL };
  const guint n = self->offers->len;
  g_autofree const char **names = g_new0 (const char *, (gsize) n + 1);
  g_autofree gint64 *years = g_new0 (gint64, (gsize) n + 1);

  for (guint i = 0; i < n; i++)
    {
      names[i] = kkr_occupancy_names_get (&self->offer_names, get_offer (self, i)->offer);
      years[i] = get_offer (self, i)->year;
    }
  kkr_table_builder_add_text (builder, "offer", "Tilbud", "Offer", names);
  if (has_years (self))
    {
      kkr_table_builder_add_int64 (builder, "year", "År", "Year", KKR_UNIT_NONE, years, n);
      for (guint i = 0; i < n; i++)
        if (years[i] == 0)
          kkr_table_builder_set_status (builder, "year", i, KKR_CELL_STATUS_MISSING);
    }
  kkr_table_builder_set_key (builder, has_years (self) ? keys_with_year : keys);
}

KkrTable *
kkr_occupancy_build_offers (const KkrOccupancyPlan *self, GError **error)
{
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("offers", "Belægning",
                                                               "Occupancy");

  add_keys (self, builder);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    add_averages (self, builder, i);
  add_occupancy (self, builder);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (columns[i].days != NULL)
      add_days (self, builder, i);
  if (self->has_cost)
    add_cost (self, builder);
  return kkr_table_builder_end (builder, error);
}
