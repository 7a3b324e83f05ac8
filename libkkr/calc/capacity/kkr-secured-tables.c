/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-secured-private.h>

#include <libkkr/table/kkr-table-builder-private.h>

/* Persons are fractions on average; one decimal is what is read. */
#define DECIMALS 1

static void
add_millionths (KkrTableBuilder *builder, const char *name, const char *danish,
                const char *english, KkrUnit unit, const gint64 *millionths, guint n)
{
  g_autofree KkrRational *values = g_new0 (KkrRational, (gsize) n + 1);

  for (guint i = 0; i < n; i++)
    values[i] = kkr_secured_exact (millionths[i]);
  kkr_table_builder_add_rationals (builder, name, danish, english, unit, values, n);
  kkr_table_builder_set_decimals (builder, name, DECIMALS);
}

typedef struct {
  const char *name, *danish, *english;
} Heading;

static void
add_year_column (const KkrSecured *self, KkrTableBuilder *builder, const Heading *heading,
                 KkrUnit unit, const KkrSecuredYear *sums, gsize offset)
{
  g_autofree gint64 *values = g_new0 (gint64, self->n_years);

  for (guint i = 0; i < self->n_years; i++)
    values[i] = *(const gint64 *) (const void *) ((const char *) &sums[i] + offset);
  add_millionths (builder, heading->name, heading->danish, heading->english, unit, values,
                  self->n_years);
}

static void
add_need (const KkrSecured *self, KkrTableBuilder *builder, const KkrSecuredYear *sums)
{
  static const Heading discharged = { "discharged", "Udsluset i alt", "Discharged in all" };
  static const Heading removed = { "remand-removed", "Færre ved statens overtagelse",
                                   "Fewer by the taking over" };
  static const Heading need = { "need", "Behov", "Need" };
  g_autofree gint64 *before = g_new0 (gint64, self->n_years);

  for (guint i = 0; i < self->n_years; i++)
    before[i] = sums[i].need + sums[i].discharged + sums[i].removed;
  add_millionths (builder, "need-before", "Behov uden udslusning",
                  "Need without discharge", KKR_UNIT_PERSONS, before, self->n_years);
  add_year_column (self, builder, &discharged, KKR_UNIT_PERSONS, sums,
                   G_STRUCT_OFFSET (KkrSecuredYear, discharged));
  add_year_column (self, builder, &removed, KKR_UNIT_PERSONS, sums,
                   G_STRUCT_OFFSET (KkrSecuredYear, removed));
  add_year_column (self, builder, &need, KKR_UNIT_PERSONS, sums,
                   G_STRUCT_OFFSET (KkrSecuredYear, need));
}

static void
add_places (const KkrSecured *self, const KkrSecuredCase *full, KkrTableBuilder *builder,
            const KkrSecuredYear *sums)
{
  static const Heading waiting = { "waiting", "Venter på åben plads", "Wait for an open place" };
  static const Heading open = { "open", "I åbne pladser", "In open places" };
  const guint n = self->n_years;
  g_autofree gint64 *places = g_new0 (gint64, n), *open_places = g_new0 (gint64, n);
  g_autofree gint64 *shortfall = g_new0 (gint64, n);

  for (guint i = 0; i < n; i++)
    {
      places[i] = full->model.secured_places[i];
      open_places[i] = full->model.open_places[i];
      shortfall[i] = kkr_secured_case_get_shortfall (full, i, &sums[i]);
      if (open_places[i] == KKR_COHORT_UNBOUNDED)
        open_places[i] = G_MININT64;
    }
  kkr_table_builder_add_int64 (builder, "secured-places", "Sikrede pladser", "Secured places",
                               KKR_UNIT_PLACES, places, n);
  add_millionths (builder, "shortfall", "Mangler (ledige med minus)",
                  "Shortfall (free with a minus)", KKR_UNIT_PLACES, shortfall, n);
  add_year_column (self, builder, &waiting, KKR_UNIT_PERSONS, sums,
                   G_STRUCT_OFFSET (KkrSecuredYear, waiting));
  add_year_column (self, builder, &open, KKR_UNIT_PERSONS, sums,
                   G_STRUCT_OFFSET (KkrSecuredYear, open));
  kkr_table_builder_add_int64 (builder, "open-places", "Åbne pladser", "Open places",
                               KKR_UNIT_PLACES, open_places, n);
}

static void
add_year_numbers (const KkrSecured *self, KkrTableBuilder *builder, guint n_groups)
{
  const guint n = self->n_years * n_groups;
  g_autofree gint64 *years = g_new0 (gint64, (gsize) n + 1);

  for (guint i = 0; i < n; i++)
    years[i] = self->first_year + (int) (i / n_groups);
  kkr_table_builder_add_int64 (builder, "year", "År", "Year", KKR_UNIT_NONE, years, n);
}

KkrTable *
kkr_secured_build_years (const KkrSecured *self, const KkrSecuredCase *full,
                         const KkrSecuredYear *sums, GError **error)
{
  static const char *const keys[] = { "year", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("years", "Behov og pladser",
                                                               "Need and places");

  add_year_numbers (self, builder, 1);
  add_need (self, builder, sums);
  add_places (self, full, builder, sums);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

static void
add_group_names (const KkrSecured *self, KkrTableBuilder *builder)
{
  static const char *const nicks[] = { "type-1", "type-2", "type-3", "type-4", "type-5", "remand",
                                       NULL };
  static const char *const danish[] = { "domstype 1", "domstype 2", "domstype 3", "domstype 4",
                                        "domstype 5", "varetægtssurrogat", NULL };
  static const char *const english[] = { "dom-type 1", "dom-type 2", "dom-type 3", "dom-type 4",
                                         "dom-type 5", "remand substitutes", NULL };
  const guint n = self->n_years * self->n_groups;
  g_autofree gint32 *codes = g_new0 (gint32, (gsize) n + 1);

  for (guint i = 0; i < n; i++)
    codes[i] = (gint32) self->groups[i % self->n_groups] - 1;
  kkr_table_builder_add_choices (builder, "dom-type", "Domstype", "Dom-type", codes, n, nicks,
                                 danish, english);
}

static void
add_flow_columns (const KkrSecured *self, const KkrSecuredCase *full, KkrTableBuilder *builder)
{
  static const struct {
    Heading heading;
    gsize offset;
  } columns[] = {
    { { "removed", "Overtaget af staten", "Taken over by the state" },
      G_STRUCT_OFFSET (KkrCohortFlows, removed) },
    { { "ended", "Ophør", "Ended" }, G_STRUCT_OFFSET (KkrCohortFlows, ended) },
    { { "to-open", "Heraf til åben plads", "Of these to open places" },
      G_STRUCT_OFFSET (KkrCohortFlows, to_open) },
    { { "moved", "Udsluset", "Discharged" }, G_STRUCT_OFFSET (KkrCohortFlows, moved) },
    { { "running", "Sikret, ophold løber", "Secured, running" },
      G_STRUCT_OFFSET (KkrCohortFlows, running) },
    { { "waiting", "Sikret, venter", "Secured, waiting" },
      G_STRUCT_OFFSET (KkrCohortFlows, waiting) },
    { { "left-open", "Ophør, åben", "Ended, open" },
      G_STRUCT_OFFSET (KkrCohortFlows, left_open) },
    { { "open", "I åbne pladser", "In open places" }, G_STRUCT_OFFSET (KkrCohortFlows, open) },
  };
  const guint n = self->n_years * self->n_groups;
  g_autofree gint64 *values = g_new0 (gint64, (gsize) n + 1);

  for (guint column = 0; column < G_N_ELEMENTS (columns); column++)
    {
      const Heading *heading = &columns[column].heading;

      for (guint i = 0; i < n; i++)
        values[i] = *(const gint64 *) (const void *) ((const char *) &full->flows[i]
                                                      + columns[column].offset);
      if (g_str_equal (heading->name, "left-open"))
        add_millionths (builder, "open-inflow", "Tilgang, åben", "Inflow, open", KKR_UNIT_PERSONS,
                        full->model.inflow_open, n);
      add_millionths (builder, heading->name, heading->danish, heading->english, KKR_UNIT_PERSONS,
                      values, n);
    }
}

KkrTable *
kkr_secured_build_groups (const KkrSecured *self, const KkrSecuredCase *full, GError **error)
{
  static const char *const keys[] = { "year", "dom-type", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("groups", "Efter domstype",
                                                               "By dom-type");

  add_year_numbers (self, builder, self->n_groups);
  add_group_names (self, builder);
  add_millionths (builder, "inflow", "Tilgang", "Inflow", KKR_UNIT_PERSONS,
                  full->model.inflow_secured, self->n_years * self->n_groups);
  add_flow_columns (self, full, builder);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}
