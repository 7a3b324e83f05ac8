/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-demand-columns-private.h>

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/model/kkr-dom-type.h>
#include <libkkr/register/kkr-text-cells-private.h>

/* Counts of years and types with their sums, and how they are marked. */
typedef struct {
  gint64 *values;
  guint8 *marks;
  guint n_years;
} Grid;

static void
grid_clear (Grid *self)
{
  g_free (self->values);
  g_free (self->marks);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Grid, grid_clear)

#define WIDTH (KKR_DEMAND_N_TYPES + 1)

static void
grid_fill (Grid *self, const KkrDemand *demand)
{
  const gsize n = ((gsize) demand->years->len + 1) * WIDTH;
  const gsize last = (gsize) demand->years->len * WIDTH;

  self->n_years = demand->years->len;
  self->values = g_new0 (gint64, n);
  self->marks = g_new0 (guint8, n);
  for (guint year = 0; year < self->n_years; year++)
    for (guint type = 0; type < KKR_DEMAND_N_TYPES; type++)
      {
        const gint64 count = kkr_demand_count (demand, year, type);

        self->values[year * WIDTH + type] = count;
        self->values[year * WIDTH + KKR_DEMAND_N_TYPES] += count;
        self->values[last + type] += count;
        self->values[last + KKR_DEMAND_N_TYPES] += count;
      }
  kkr_demand_mark (self->values, self->n_years, KKR_DEMAND_N_TYPES, demand->threshold,
                   self->marks);
}

static gint64
grid_get (const Grid *self, guint year, guint type)
{
  return self->values[(gsize) year * WIDTH + type];
}

static KkrDemandMark
grid_mark (const Grid *self, guint year, guint type)
{
  return (KkrDemandMark) self->marks[(gsize) year * WIDTH + type];
}

/* What the register calls the types, where it does. */
static void
add_judgement_words (const KkrDemand *self, KkrTableBuilder *builder)
{
  g_auto (KkrTextCells) cells = { NULL };
  gboolean any = FALSE;

  kkr_text_cells_init (&cells);
  for (guint type = 0; type < KKR_DEMAND_N_TYPES; type++)
    {
      const char id[] = { (char) ('1' + type), '\0' };
      g_autoptr (KkrDomType) found = self->reg != NULL
                                       ? kkr_register_find_dom_type (self->reg, id, NULL) : NULL;
      KkrEntity *entity = found != NULL ? KKR_ENTITY (found) : NULL;

      any |= entity != NULL;
      kkr_text_cells_add (&cells, entity != NULL ? kkr_entity_get_title_in (entity, "da") : NULL,
                          entity != NULL ? kkr_entity_get_title_in (entity, "en") : NULL);
    }
  if (any)
    kkr_text_cells_to_column (&cells, builder, "judgement", "Dom", "Judgement");
}

KkrTable *
kkr_demand_build_types (const KkrDemand *self, GError **error)
{
  static const char *const keys[] = { "dom-type", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("types", "Domme efter domstype",
                                                               "Judgements by dom-type");
  g_auto (Grid) grid = { NULL };
  gint64 types[KKR_DEMAND_N_TYPES], persons[KKR_DEMAND_N_TYPES], wholes[KKR_DEMAND_N_TYPES];
  gint32 marks[KKR_DEMAND_N_TYPES];

  grid_fill (&grid, self);
  for (guint type = 0; type < KKR_DEMAND_N_TYPES; type++)
    {
      types[type] = type + 1;
      persons[type] = grid_get (&grid, grid.n_years, type);
      wholes[type] = grid_get (&grid, grid.n_years, KKR_DEMAND_N_TYPES);
      marks[type] = (gint32) grid_mark (&grid, grid.n_years, type);
    }
  kkr_table_builder_add_int64 (builder, "dom-type", "Domstype", "Dom-type", KKR_UNIT_NONE, types,
                               KKR_DEMAND_N_TYPES);
  add_judgement_words (self, builder);
  kkr_demand_add_counts (builder, "persons", "Borgere", "Persons", KKR_UNIT_PERSONS, persons,
                         KKR_DEMAND_N_TYPES);
  kkr_demand_add_shares (self, builder, persons, wholes, KKR_DEMAND_N_TYPES, TRUE);
  kkr_demand_add_marks (builder, marks, KKR_DEMAND_N_TYPES);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

KkrTable *
kkr_demand_build_judgements (const KkrDemand *self, GError **error)
{
  static const char *const keys[] = { "year", "dom-type", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new (
    "judgements", "Domme efter år og domstype", "Judgements by year and dom-type");
  const guint n = self->years->len * KKR_DEMAND_N_TYPES;
  g_autofree gint64 *years = g_new (gint64, n + 1), *types = g_new (gint64, n + 1);
  g_autofree gint64 *persons = g_new (gint64, n + 1), *wholes = g_new (gint64, n + 1);
  g_autofree gint32 *marks = g_new (gint32, n + 1);
  g_auto (Grid) grid = { NULL };

  grid_fill (&grid, self);
  for (guint i = 0; i < n; i++)
    {
      const guint year = i / KKR_DEMAND_N_TYPES, type = i % KKR_DEMAND_N_TYPES;

      years[i] = g_array_index (self->years, int, year);
      types[i] = type + 1;
      persons[i] = grid_get (&grid, year, type);
      wholes[i] = grid_get (&grid, year, KKR_DEMAND_N_TYPES);
      marks[i] = (gint32) grid_mark (&grid, year, type);
    }
  kkr_table_builder_add_int64 (builder, "year", "År", "Year", KKR_UNIT_NONE, years, n);
  kkr_table_builder_add_int64 (builder, "dom-type", "Domstype", "Dom-type", KKR_UNIT_NONE, types,
                               n);
  kkr_demand_add_counts (builder, "persons", "Borgere", "Persons", KKR_UNIT_PERSONS, persons, n);
  kkr_demand_add_shares (self, builder, persons, wholes, n, FALSE);
  kkr_demand_add_marks (builder, marks, n);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

/* Since the year before, where there is one, or since the first. */
static void
add_changes (const KkrDemand *self, KkrTableBuilder *builder, const Grid *grid, gboolean first)
{
  const guint n = grid->n_years;
  const char *count = first ? "change-since-first" : "change";
  const char *percent = first ? "percent-since-first" : "change-percent";
  g_autofree gint64 *changes = g_new (gint64, n + 1);
  g_autofree KkrRational *percents = g_new0 (KkrRational, n + 1);

  for (guint i = 0; i < n; i++)
    {
      const gint64 own = grid_get (grid, i, KKR_DEMAND_N_TYPES);
      const gint64 before = grid_get (grid, first || i == 0 ? 0 : i - 1, KKR_DEMAND_N_TYPES);
      const gboolean follows = i > 0 && (first || g_array_index (self->years, int, i) ==
                                                    g_array_index (self->years, int, i - 1) + 1);

      changes[i] = follows ? own - before : G_MININT64;
      if (follows)
        percents[i] = kkr_demand_percent (own - before, before);
    }
  kkr_table_builder_add_int64 (builder, count, first ? "Ændring siden første år" : "Ændring",
                               first ? "Change since the first year" : "Change", KKR_UNIT_PERSONS,
                               changes, n);
  kkr_table_builder_add_rationals (builder, percent,
                                   first ? "Ændring siden første år i pct." : "Ændring i pct.",
                                   first ? "Change since the first year in per cent"
                                         : "Change in per cent", KKR_UNIT_PERCENT, percents, n);
  kkr_table_builder_set_decimals (builder, percent, 1);
  for (guint i = 0; i < n; i++)
    {
      if (changes[i] == G_MININT64)
        kkr_table_builder_set_status (builder, count, i, KKR_CELL_STATUS_NOT_APPLICABLE);
      if (percents[i].den == 0)
        kkr_table_builder_set_status (builder, percent, i, KKR_CELL_STATUS_NOT_APPLICABLE);
    }
}

KkrTable *
kkr_demand_build_years (const KkrDemand *self, GError **error)
{
  static const char *const keys[] = { "year", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("years", "Domme år for år",
                                                               "Judgements year by year");
  const guint n = self->years->len;
  g_autofree gint64 *years = g_new (gint64, n + 1), *persons = g_new (gint64, n + 1);
  g_autofree gint64 *placed = g_new0 (gint64, n + 1);
  g_autofree gboolean *reveals = g_new0 (gboolean, n + 1);
  g_autofree gint32 *marks = g_new (gint32, n + 1);
  g_auto (Grid) grid = { NULL };

  grid_fill (&grid, self);
  for (guint i = 0; i < n; i++)
    {
      years[i] = g_array_index (self->years, int, i);
      persons[i] = grid_get (&grid, i, KKR_DEMAND_N_TYPES);
      marks[i] = (gint32) grid_mark (&grid, i, KKR_DEMAND_N_TYPES);
      for (guint type = 0; type < KKR_DEMAND_N_TYPES; type++)
        if (kkr_demand_has_type (self, type))
          {
            placed[i] += grid_get (&grid, i, type);
            reveals[i] |= grid_mark (&grid, i, type) != KKR_DEMAND_OPEN;
          }
    }
  kkr_table_builder_add_int64 (builder, "year", "År", "Year", KKR_UNIT_NONE, years, n);
  kkr_demand_add_counts (builder, "persons", "Borgere", "Persons", KKR_UNIT_PERSONS, persons, n);
  kkr_demand_add_counts (builder, "to-placement", "Dømt til anbringelse", "Judged to placement",
                         KKR_UNIT_PERSONS, placed, n);
  add_changes (self, builder, &grid, FALSE);
  add_changes (self, builder, &grid, TRUE);
  kkr_demand_add_marks (builder, marks, n);
  kkr_demand_add_placed_marks (self, builder, placed, reveals, n);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

static gint64
sum_types (const KkrDemand *self, const KkrDemandMunicipality *municipality, gboolean placed)
{
  gint64 sum = 0;

  for (guint type = 0; type < KKR_DEMAND_N_TYPES; type++)
    if (!placed || kkr_demand_has_type (self, type))
      sum += municipality->types[type];
  return sum;
}

KkrTable *
kkr_demand_build_municipalities (const KkrDemand *self, GError **error)
{
  static const char *const keys[] = { "municipality", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new (
    "municipalities", "Domme efter kommune", "Judgements by municipality");
  g_autoptr (GArray) order = kkr_demand_order_municipalities (self);
  const guint n = order->len;
  g_autofree gint64 *persons = g_new0 (gint64, n + 1), *placed = g_new0 (gint64, n + 1);
  g_autofree gint64 *wholes = g_new0 (gint64, n + 1);
  g_autofree guint8 *marks = g_new0 (guint8, n + 1);
  g_autofree gint32 *codes = g_new0 (gint32, n + 1);
  g_autofree gboolean *reveals = g_new0 (gboolean, n + 1);

  for (guint i = 0; i < n; i++)
    {
      const KkrDemandMunicipality *one =
        kkr_demand_get_municipality (self, g_array_index (order, guint, i));

      persons[i] = sum_types (self, one, FALSE);
      placed[i] = sum_types (self, one, TRUE);
      persons[n] += persons[i];
    }
  kkr_demand_mark (persons, n, 0, self->threshold, marks);
  for (guint i = 0; i < n; i++)
    {
      wholes[i] = persons[n];
      codes[i] = marks[i];
      /* The others are persons - placed. */
      reveals[i] = marks[i] != KKR_DEMAND_OPEN
                   || (persons[i] > placed[i] && persons[i] - placed[i] < self->threshold);
    }
  kkr_demand_add_municipalities (self, builder, order);
  kkr_demand_add_counts (builder, "persons", "Borgere", "Persons", KKR_UNIT_PERSONS, persons, n);
  kkr_demand_add_counts (builder, "to-placement", "Dømt til anbringelse", "Judged to placement",
                         KKR_UNIT_PERSONS, placed, n);
  kkr_demand_add_shares (self, builder, persons, wholes, n, TRUE);
  kkr_demand_add_marks (builder, codes, n);
  kkr_demand_add_placed_marks (self, builder, placed, reveals, n);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}
