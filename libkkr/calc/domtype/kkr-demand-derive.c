/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-demand-steps-private.h>

#define TYPES KKR_DEMAND_N_TYPES

static gboolean
is_share (const KkrDemandSteps *self)
{
  return g_str_equal (self->column, "share") || g_str_equal (self->column, "printed");
}

static int
year_of (const KkrDemandSteps *self, guint row)
{
  return (int) kkr_demand_steps_cell (self, "judgements", "year", row);
}

static void
add_source (KkrDemandSteps *self, guint type, int year)
{
  g_autofree char *key = g_strdup_printf ("dom-judgements/type-%u/%d", type + 1, year);

  kkr_demand_steps_source (self, "judgements", key);
}

static void
add_number (KkrDemandSteps *self, const char *table, const char *danish, const char *english)
{
  kkr_demand_steps_value (self, "number", danish, english,
                          kkr_demand_steps_cell (self, table, self->column, (guint) self->row),
                          KKR_UNIT_NONE);
}

/* The persons of a type in all years. */
static void
add_type (KkrDemandSteps *self, const char *id, guint type)
{
  const guint n_years = kkr_demand_steps_rows (self, "judgements") / TYPES;
  g_autofree char *danish = g_strdup_printf ("Borgere, domstype %u", type + 1);
  g_autofree char *english = g_strdup_printf ("Persons, dom-type %u", type + 1);

  kkr_demand_steps_sum (self, id, danish, english, KKR_UNIT_PERSONS, "judgements", "persons", type,
                        TYPES, n_years);
  if (n_years > 0)
    add_source (self, type, year_of (self, 0));
}

static void
add_all (KkrDemandSteps *self, const char *id, const char *table)
{
  kkr_demand_steps_sum (self, id, "Borgere i alt", "Persons, total", KKR_UNIT_PERSONS, table,
                        "persons", 0, 1, kkr_demand_steps_rows (self, table));
}

static gboolean
derive_types (KkrDemandSteps *self)
{
  if (g_str_equal (self->column, "dom-type"))
    add_number (self, "types", "Domstype", "Dom-type");
  else if (self->row < 0)
    add_all (self, "total", "types");
  else
    add_type (self, "persons", (guint) self->row);
  if (!is_share (self))
    return TRUE;
  if (self->row >= 0)
    add_all (self, "total", "types");
  kkr_demand_steps_share (self, self->row >= 0 ? "persons" : "total", "total");
  return TRUE;
}

/* The persons of a year, of all types. */
static void
add_year (KkrDemandSteps *self, const char *id, guint year)
{
  g_autofree char *danish = g_strdup_printf ("Borgere, %d", year_of (self, year * TYPES));
  g_autofree char *english = g_strdup_printf ("Persons, %d", year_of (self, year * TYPES));

  kkr_demand_steps_sum (self, id, danish, english, KKR_UNIT_PERSONS, "judgements", "persons",
                        year * TYPES, 1, TYPES);
  add_source (self, 0, year_of (self, year * TYPES));
}

static gboolean
derive_cells (KkrDemandSteps *self)
{
  const guint row = (guint) MAX (self->row, 0);
  g_autofree char *danish = NULL, *english = NULL;

  if (self->row < 0)
    {
      add_all (self, "total", "judgements");
      return TRUE;
    }
  if (g_str_equal (self->column, "year") || g_str_equal (self->column, "dom-type"))
    {
      add_number (self, "judgements", "År eller domstype", "Year or dom-type");
      return TRUE;
    }
  danish = g_strdup_printf ("Borgere, domstype %u, %d", row % TYPES + 1, year_of (self, row));
  english = g_strdup_printf ("Persons, dom-type %u, %d", row % TYPES + 1, year_of (self, row));
  kkr_demand_steps_value (self, "persons", danish, english,
                          kkr_demand_steps_cell (self, "judgements", "persons", row),
                          KKR_UNIT_PERSONS);
  add_source (self, row % TYPES, year_of (self, row));
  if (is_share (self))
    {
      add_year (self, "total", row / TYPES);
      kkr_demand_steps_share (self, "persons", "total");
    }
  return TRUE;
}

static gboolean
derive_municipalities (KkrDemandSteps *self)
{
  const gboolean placed = g_str_equal (self->column, "to-placement");
  const char *column = placed ? "to-placement" : "persons";
  const char *danish = placed ? "Dømt til anbringelse" : "Borgere med dom";
  const char *english = placed ? "Judged to placement" : "Persons with a judgement";

  if (self->row < 0)
    kkr_demand_steps_sum (self, "total", danish, english, KKR_UNIT_PERSONS, "municipalities",
                          column, 0, 1, kkr_demand_steps_rows (self, "municipalities"));
  else
    kkr_demand_steps_value (self, "persons", danish, english,
                            kkr_demand_steps_cell (self, "municipalities", column,
                                                   (guint) self->row), KKR_UNIT_PERSONS);
  if (!is_share (self))
    return TRUE;
  if (self->row >= 0)
    add_all (self, "total", "municipalities");
  kkr_demand_steps_share (self, self->row >= 0 ? "persons" : "total", "total");
  return TRUE;
}

gboolean
kkr_demand_derive_judgements (KkrDemandSteps *self, const char *table)
{
  if (g_str_equal (table, "types"))
    return derive_types (self);
  if (g_str_equal (table, "judgements"))
    return derive_cells (self);
  return derive_municipalities (self);
}

static void
add_change (KkrDemandSteps *self, guint row, gboolean first, gboolean percent)
{
  add_year (self, "persons", row);
  add_year (self, "before", first ? 0 : row - 1);
  kkr_derivation_builder_add_formula (self->builder, "change", "Ændring", "Change",
                                      percent ? "100 * (persons - before) / before"
                                              : "persons - before",
                                      percent ? KKR_UNIT_PERCENT : KKR_UNIT_PERSONS);
}

static gboolean
is_placed (const KkrDemandSteps *self, KkrTable *table, guint row, gconstpointer demand)
{
  return (self->row < 0 || row / TYPES == (guint) self->row) &&
         kkr_demand_has_type (demand, row % TYPES);
}

/* Which types are judged to placement is read again; nothing else is. */
static void
add_placed (KkrDemandSteps *self)
{
  KkrDemand demand = { .types = kkr_demand_parse_types (kkr_calculator_get_text (
                         self->calculator, "placement-types"), NULL) };

  kkr_demand_steps_sum_if (self, "placed", "Dømt til anbringelse", "Judged to placement",
                           KKR_UNIT_PERSONS, "judgements", "persons", is_placed, &demand);
}

gboolean
kkr_demand_derive_years (KkrDemandSteps *self)
{
  const gboolean first = g_str_has_suffix (self->column, "since-first");
  const guint row = (guint) MAX (self->row, 0);

  if (g_str_equal (self->column, "year"))
    add_number (self, "years", "År", "Year");
  else if (g_str_equal (self->column, "to-placement"))
    add_placed (self);
  else if (g_str_equal (self->column, "persons") && self->row < 0)
    add_all (self, "total", "judgements");
  else if (g_str_equal (self->column, "persons"))
    add_year (self, "persons", row);
  else
    add_change (self, row, first, g_str_has_prefix (self->column, "percent") ||
                                    g_str_equal (self->column, "change-percent"));
  return TRUE;
}
