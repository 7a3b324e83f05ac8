/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-demand-steps-private.h>

static gboolean
is_share (const KkrDemandSteps *self)
{
  return g_str_equal (self->column, "share") || g_str_equal (self->column, "printed");
}

/* The row of those whom nothing is said of is the last one, and what is left. */
static gboolean
is_rest (const KkrDemandSteps *self, guint row)
{
  KkrTable *table = kkr_result_get_table_named (self->result, "placements");
  g_autofree char *key = kkr_table_dup_row_key (table, row);

  return row + 1 == kkr_table_get_n_rows (table) && g_str_equal (key, "Ukendt");
}

static void
add_judged (KkrDemandSteps *self)
{
  gint64 sum = 0;

  for (guint i = 0; i < kkr_demand_steps_rows (self, "placements"); i++)
    sum += kkr_demand_steps_cell (self, "placements", "persons", i);
  kkr_demand_steps_value (self, "total", "Borgere med dom, alle år",
                          "Persons with a judgement, all years", sum, KKR_UNIT_PERSONS);
  kkr_demand_steps_source (self, "judgements", "dom-judgements/total/total");
}

gboolean
kkr_demand_derive_placements (KkrDemandSteps *self)
{
  const guint row = (guint) MAX (self->row, 0);
  g_autofree char *key = NULL, *fact = NULL;

  if (self->row < 0)
    add_judged (self);
  else if (is_rest (self, row))
    {
      add_judged (self);
      kkr_demand_steps_sum (self, "placed", "Anbragte borgere", "Persons placed", KKR_UNIT_PERSONS,
                            "placements", "persons", 0, 1, row);
      kkr_derivation_builder_add_formula (self->builder, "persons", "Udfaldet ikke oplyst",
                                          "Outcome not stated", "total - placed",
                                          KKR_UNIT_PERSONS);
    }
  else
    {
      key = kkr_table_dup_row_key (kkr_result_get_table_named (self->result, "placements"), row);
      kkr_demand_steps_value (self, "persons", key, key,
                              kkr_demand_steps_cell (self, "placements", "persons", row),
                              KKR_UNIT_PERSONS);
      if (g_str_has_prefix (key, "§ "))
        {
          fact = g_strdup_printf ("dom-placements/persons/sel-%s", key + sizeof "§ " - 1);
          kkr_demand_steps_source (self, "placements", fact);
        }
    }
  if (!is_share (self))
    return TRUE;
  if (self->row >= 0 && !is_rest (self, row))
    add_judged (self);
  kkr_demand_steps_share (self, self->row >= 0 ? "persons" : "total", "total");
  return TRUE;
}

static void
add_supply_source (KkrDemandSteps *self)
{
  kkr_demand_steps_source (self, "supply", "dom-places-2023/municipal-places/total");
}

static gboolean
is_of_sector (const KkrDemandSteps *self, KkrTable *table, guint row, gconstpointer sector)
{
  return kkr_demand_steps_code (self, "supply", "sector", row) == *(const gint32 *) sector;
}

/* Offers or places of a row; a sector's are those of its municipalities. */
static void
add_count (KkrDemandSteps *self, const char *table, const char *column)
{
  const gboolean offers = g_str_equal (column, "offers");
  const char *danish = offers ? "Tilbud" : "Pladser", *english = offers ? "Offers" : "Places";
  const KkrUnit unit = offers ? KKR_UNIT_OFFERS : KKR_UNIT_PLACES;
  const guint row = (guint) MAX (self->row, 0);

  if (self->row < 0)
    kkr_demand_steps_sum (self, column, danish, english, unit, "supply", column, 0, 1,
                          kkr_demand_steps_rows (self, "supply"));
  else if (g_str_equal (table, "supply"))
    kkr_demand_steps_value (self, column, danish, english,
                            kkr_demand_steps_cell (self, "supply", column, row), unit);
  else
    {
      const gint32 sector = kkr_demand_steps_code (self, "sectors", "sector", row);

      kkr_demand_steps_sum_if (self, column, danish, english, unit, "supply", column, is_of_sector,
                               &sector);
    }
  add_supply_source (self);
}

gboolean
kkr_demand_derive_supply (KkrDemandSteps *self, const char *table)
{
  if (g_str_equal (self->column, "offers"))
    add_count (self, table, "offers");
  else
    add_count (self, table, "places");
  if (g_str_equal (self->column, "size"))
    {
      add_count (self, table, "offers");
      kkr_derivation_builder_add_formula (self->builder, "size", "Pladser pr. tilbud",
                                          "Places per offer", "places / offers", KKR_UNIT_PLACES);
    }
  else if (is_share (self))
    {
      kkr_demand_steps_sum (self, "total", "Pladser i alt", "Places, total", KKR_UNIT_PLACES,
                            "supply", "places", 0, 1, kkr_demand_steps_rows (self, "supply"));
      kkr_demand_steps_share (self, self->row >= 0 ? "places" : "total", "total");
    }
  return TRUE;
}

static gboolean
is_usable (const KkrDemandSteps *self, KkrTable *table, guint row, gconstpointer sectors)
{
  return (*(const guint *) sectors
          >> kkr_demand_steps_code (self, "supply", "sector", row) & 1) != 0;
}

static gboolean
is_of_years (const KkrDemandSteps *self, KkrTable *table, guint row, gconstpointer first)
{
  return row >= *(const guint *) first;
}

static void
add_persons (KkrDemandSteps *self, KkrDemandReading reading)
{
  const guint n = kkr_demand_steps_rows (self, "years");
  const guint first = reading == KKR_DEMAND_LATEST ? n - 1 : 0;
  const gboolean average = reading == KKR_DEMAND_AVERAGE;

  kkr_demand_steps_sum_if (self, average ? "judged" : "persons", "Dømt til anbringelse",
                           "Judged to placement", KKR_UNIT_PERSONS, "years", "to-placement",
                           is_of_years, &first);
  kkr_demand_steps_source (self, "judgements", "dom-judgements/total/total");
  if (!average)
    return;
  kkr_demand_steps_value (self, "years", "Antal år", "Number of years", n, KKR_UNIT_NONE);
  kkr_derivation_builder_add_formula (self->builder, "persons", "Gennemsnit pr. år",
                                      "Mean of the years", "judged / years", KKR_UNIT_PERSONS);
}

gboolean
kkr_demand_derive_coverage (KkrDemandSteps *self)
{
  const guint row = (guint) MAX (self->row, 0);
  const gint32 reading = kkr_demand_steps_code (self, "coverage", "reading", row);
  const gint32 scope = kkr_demand_steps_code (self, "coverage", "scope", row);
  const guint sectors = scope == KKR_DEMAND_USABLE
                          ? kkr_demand_find_usable_sectors (self->calculator, NULL)
                          : G_MAXUINT;

  if (!g_str_equal (self->column, "places"))
    add_persons (self, (KkrDemandReading) reading);
  if (!g_str_equal (self->column, "persons"))
    {
      kkr_demand_steps_sum_if (self, "places", kkr_demand_scope_title ((guint) scope, "da"),
                               kkr_demand_scope_title ((guint) scope, "en"), KKR_UNIT_PLACES,
                               "supply", "places", is_usable, &sectors);
      add_supply_source (self);
    }
  if (g_str_equal (self->column, "places-per-person"))
    kkr_derivation_builder_add_formula (self->builder, "ratio", "Pladser pr. borger",
                                        "Places per person", "places / persons", KKR_UNIT_PLACES);
  return TRUE;
}
