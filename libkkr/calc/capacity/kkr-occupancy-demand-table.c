/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-occupancy-private.h>

#include <libkkr/table/kkr-table-builder-private.h>

static const KkrOccupancyDemand *
get_demand (const KkrOccupancyPlan *self, guint i)
{
  return &g_array_index (self->demands, KkrOccupancyDemand, i);
}

static void
add_offers (const KkrOccupancyPlan *self, KkrTableBuilder *builder)
{
  static const char *const keys[] = { "offer", NULL };
  const guint n = self->demands->len;
  g_auto (GStrv) danish = g_new0 (char *, (gsize) n + 1);
  g_auto (GStrv) english = g_new0 (char *, (gsize) n + 1);

  for (guint i = 0; i < n; i++)
    {
      const char *name = get_demand (self, i)->offer;

      danish[i] = g_strstrip (g_strdup (name != NULL ? name : "Alle tilbud"));
      english[i] = g_strstrip (g_strdup (name != NULL ? name : "All offers"));
    }
  kkr_table_builder_add_words (builder, "offer", "Tilbud", "Offer", danish, english, n);
  kkr_table_builder_set_key (builder, keys);
}

static void
add_chances (const KkrOccupancyPlan *self, KkrTableBuilder *builder)
{
  const guint n = self->demands->len;
  g_autofree gint64 *places = g_new0 (gint64, (gsize) n + 1);
  g_autofree KkrRational *chances = g_new0 (KkrRational, (gsize) n + 1);
  g_autofree KkrRational *refused = g_new0 (KkrRational, (gsize) n + 1);
  g_autofree KkrRational *filled = g_new0 (KkrRational, (gsize) n + 1);

  for (guint i = 0; i < n; i++)
    {
      const KkrOccupancyDemand *demand = get_demand (self, i);

      places[i] = demand->has_places ? demand->places : 0;
      if (!demand->has_places)
        continue;
      chances[i] = demand->chance;
      refused[i] = demand->refused;
      if (demand->places > 0)
        filled[i] = demand->filled;
    }
  kkr_table_builder_add_int64 (builder, "places", "Pladser", "Places", KKR_UNIT_PLACES, places, n);
  kkr_table_builder_add_rationals (builder, "chance", "Risiko for afvisning", "Chance of refusal",
                                   KKR_UNIT_SHARE, chances, n);
  kkr_table_builder_set_decimals (builder, "chance", 2);
  kkr_table_builder_add_rationals (builder, "refused", "Afvisninger pr. år", "Refusals a year",
                                   KKR_UNIT_COUNT, refused, n);
  kkr_table_builder_set_decimals (builder, "refused", 2);
  kkr_table_builder_add_rationals (builder, "filled", "Forventet belægning", "Expected occupancy",
                                   KKR_UNIT_SHARE, filled, n);
  kkr_table_builder_set_decimals (builder, "filled", 1);
  for (guint i = 0; i < n; i++)
    {
      const KkrOccupancyDemand *demand = get_demand (self, i);

      if (!demand->has_places)
        kkr_table_builder_set_status (builder, "places", i, KKR_CELL_STATUS_MISSING);
      else if (demand->is_small)
        {
          kkr_table_builder_set_qualifier (builder, "chance", i, KKR_QUALIFIER_LESS_THAN);
          kkr_table_builder_set_qualifier (builder, "refused", i, KKR_QUALIFIER_LESS_THAN);
        }
    }
}

static void
add_needs (const KkrOccupancyPlan *self, KkrTableBuilder *builder)
{
  const guint n = self->demands->len;
  g_autofree KkrRational *targets = g_new0 (KkrRational, (gsize) n + 1);
  g_autofree KkrRational *chances = g_new0 (KkrRational, (gsize) n + 1);
  g_autofree gint64 *needed = g_new0 (gint64, (gsize) n + 1);
  g_autofree gint64 *more = g_new0 (gint64, (gsize) n + 1);

  for (guint i = 0; i < n; i++)
    {
      const KkrOccupancyDemand *demand = get_demand (self, i);

      if (!demand->has_target)
        continue;
      needed[i] = demand->needed;
      if (demand->has_places)
        more[i] = demand->needed - demand->places;
      targets[i] = demand->target;
      chances[i] = demand->chance_then;
    }
  kkr_table_builder_add_rationals (builder, "target", "Højeste risiko", "Highest chance",
                                   KKR_UNIT_SHARE, targets, n);
  kkr_table_builder_add_int64 (builder, "needed", "Nødvendige pladser", "Places needed",
                               KKR_UNIT_PLACES, needed, n);
  kkr_table_builder_add_int64 (builder, "more", "Flere pladser", "More places", KKR_UNIT_PLACES,
                               more, n);
  kkr_table_builder_add_rationals (builder, "chance-then", "Risiko derefter", "Chance then",
                                   KKR_UNIT_SHARE, chances, n);
  kkr_table_builder_set_decimals (builder, "chance-then", 2);
  for (guint i = 0; i < n; i++)
    {
      const KkrOccupancyDemand *demand = get_demand (self, i);

      if (!demand->has_target)
        kkr_table_builder_set_status (builder, "needed", i, KKR_CELL_STATUS_MISSING);
      if (!demand->has_target || !demand->has_places)
        kkr_table_builder_set_status (builder, "more", i, KKR_CELL_STATUS_MISSING);
    }
}

KkrTable *
kkr_occupancy_build_demand (const KkrOccupancyPlan *self, GError **error)
{
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new (
    "demand", "Risiko for afvisning", "Chance of refusal");
  const guint n = self->demands->len;
  g_autofree KkrRational *requests = g_new0 (KkrRational, (gsize) n + 1);
  g_autofree KkrRational *stays = g_new0 (KkrRational, (gsize) n + 1);
  g_autofree KkrRational *loads = g_new0 (KkrRational, (gsize) n + 1);
  gboolean any_target = FALSE;

  for (guint i = 0; i < n; i++)
    {
      requests[i] = get_demand (self, i)->requests;
      stays[i] = get_demand (self, i)->stay;
      loads[i] = get_demand (self, i)->load;
      any_target = any_target || get_demand (self, i)->has_target;
    }
  add_offers (self, builder);
  kkr_table_builder_add_rationals (builder, "requests", "Henvendelser pr. år", "Requests a year",
                                   KKR_UNIT_COUNT, requests, n);
  kkr_table_builder_add_rationals (builder, "stay", "Ophold", "Stay", KKR_UNIT_DAYS, stays, n);
  kkr_table_builder_add_rationals (builder, "load", "Behov uden afvisninger",
                                   "Need without refusals", KKR_UNIT_PLACES, loads, n);
  kkr_table_builder_set_decimals (builder, "load", 2);
  add_chances (self, builder);
  if (any_target)
    add_needs (self, builder);
  return kkr_table_builder_end (builder, error);
}
