/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-secured-private.h>

#include <libkkr/table/kkr-table-builder-private.h>

/* What it comes to when the first steps are taken and no others. */

void
kkr_secured_find_outcome (const KkrSecured *self, guint n_steps, KkrSecuredOutcome *outcome)
{
  g_autoptr (KkrSecuredCase) taken = kkr_secured_case_new (self, n_steps, TRUE);
  g_autofree KkrSecuredYear *sums = kkr_secured_case_sum (self, taken);

  *outcome = (KkrSecuredOutcome) { .first_year = G_MININT64, .largest = G_MININT64,
                                   .largest_year = G_MININT64 };
  for (guint year = 0; year < self->n_years; year++)
    {
      const gint64 shortfall = kkr_secured_case_get_shortfall (taken, year, &sums[year]);
      const int number = self->first_year + (int) year;

      if (shortfall > 0 && outcome->first_year == G_MININT64)
        outcome->first_year = number;
      if (number > self->horizon)
        continue;
      if (shortfall > outcome->largest)
        {
          outcome->largest = shortfall;
          outcome->largest_year = number;
        }
    }
  outcome->sufficient = outcome->largest <= 0;
  /* What years lack that are not computed is not known. */
  if (self->horizon < self->first_year
      || (outcome->sufficient && self->last_year < self->horizon))
    outcome->sufficient = G_MININT32;
  outcome->secured_places = taken->model.secured_places[self->n_years - 1];
  outcome->open_places = taken->model.open_places[self->n_years - 1];
  outcome->cost = outcome->cost_high = 0;
  for (guint step = 0; step < n_steps; step++)
    {
      const KkrSecuredStep *one = kkr_secured_get_step (self, step);

      outcome->cost = one->cost == G_MININT64 || outcome->cost == G_MININT64
                        ? G_MININT64 : outcome->cost + one->cost;
      outcome->cost_high = one->cost_high == G_MININT64 || outcome->cost_high == G_MININT64
                             ? G_MININT64 : outcome->cost_high + one->cost_high;
    }
}

char *
kkr_secured_dup_step_name (const KkrSecured *self, guint row, const char *language)
{
  const gboolean english = g_strcmp0 (language, "en") == 0;

  if (row == 0)
    return g_strdup (english ? "no step" : "ingen trin");
  if (kkr_secured_get_step (self, row - 1)->western)
    return g_strdup (english ? "+ secured offer in the west" : "+ vestdansk sikret tilbud");
  return g_strdup_printf (row == 1 ? "%s" : "+ %s", kkr_secured_get_step (self, row - 1)->name);
}

static void
add_names (const KkrSecured *self, KkrTableBuilder *builder, guint n)
{
  g_auto (GStrv) danish = g_new0 (char *, (gsize) n + 1);
  g_auto (GStrv) english = g_new0 (char *, (gsize) n + 1);

  for (guint i = 0; i < n; i++)
    {
      danish[i] = kkr_secured_dup_step_name (self, i, "da");
      english[i] = kkr_secured_dup_step_name (self, i, "en");
    }
  kkr_table_builder_add_words (builder, "step", "Trin", "Steps", danish, english, n);
}

static void
add_whole (KkrTableBuilder *builder, const char *name, const char *danish, const char *english,
           KkrUnit unit, const KkrSecuredOutcome *outcomes, gsize offset, guint n)
{
  g_autofree gint64 *values = g_new0 (gint64, n);

  for (guint i = 0; i < n; i++)
    values[i] = *(const gint64 *) (const void *) ((const char *) &outcomes[i] + offset);
  kkr_table_builder_add_int64 (builder, name, danish, english, unit, values, n);
}

/* The step's own cost by its own places; missing where it has none. */
static void
add_cost_of_place (const KkrSecured *self, KkrTableBuilder *builder, guint n, gboolean high)
{
  g_autofree KkrRational *values = g_new0 (KkrRational, n);

  for (guint i = 1; i < n; i++)
    {
      const KkrSecuredStep *step = kkr_secured_get_step (self, i - 1);
      const gint64 cost = high ? step->cost_high : step->cost;
      const gint64 places = step->places;
      const KkrRational kroner = KKR_RATIONAL_INT (100);
      KkrRational value;

      if (cost != G_MININT64 && places > 0 && kkr_rational_init (&value, cost, places)
          && kkr_rational_divide (&value, &kroner, &value))
        values[i] = value;
    }
  kkr_table_builder_add_rationals (builder, high ? "place-cost-high" : "place-cost",
                                   high ? "Pr. plads, højst" : "Pr. plads",
                                   high ? "Per place, highest" : "Per place", KKR_UNIT_RATE,
                                   values, n);
  kkr_table_builder_set_decimals (builder, high ? "place-cost-high" : "place-cost", 2);
}

static void
add_answers (const KkrSecuredOutcome *outcomes, KkrTableBuilder *builder, guint n)
{
  g_autofree gint32 *codes = g_new0 (gint32, n);
  g_autofree KkrRational *largest = g_new0 (KkrRational, n);

  for (guint i = 0; i < n; i++)
    {
      codes[i] = outcomes[i].sufficient;
      if (outcomes[i].largest != G_MININT64)
        largest[i] = kkr_secured_exact (outcomes[i].largest);
    }
  kkr_table_builder_add_yes_no (builder, "sufficient", "Slår til", "Sufficient", codes, n);
  add_whole (builder, "first-year", "Første år med mangel", "First year short", KKR_UNIT_NONE,
             outcomes, G_STRUCT_OFFSET (KkrSecuredOutcome, first_year), n);
  kkr_table_builder_add_rationals (builder, "largest", "Største mangel (ledige med minus)",
                                   "Largest shortfall (free with a minus)", KKR_UNIT_PLACES,
                                   largest, n);
  kkr_table_builder_set_decimals (builder, "largest", 1);
  add_whole (builder, "largest-year", "I år", "In year", KKR_UNIT_NONE, outcomes,
             G_STRUCT_OFFSET (KkrSecuredOutcome, largest_year), n);
}

KkrTable *
kkr_secured_build_steps (const KkrSecured *self, GError **error)
{
  static const char *const keys[] = { "step", NULL };
  const guint n = self->named_steps->len + 1;
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("steps", "Trin for trin",
                                                               "Step by step");
  g_autofree KkrSecuredOutcome *outcomes = g_new0 (KkrSecuredOutcome, n);

  for (guint i = 0; i < n; i++)
    {
      kkr_secured_find_outcome (self, i, &outcomes[i]);
      if (outcomes[i].open_places == KKR_COHORT_UNBOUNDED)
        outcomes[i].open_places = G_MININT64;
    }
  add_names (self, builder, n);
  add_whole (builder, "secured-places", "Sikrede pladser", "Secured places", KKR_UNIT_PLACES,
             outcomes, G_STRUCT_OFFSET (KkrSecuredOutcome, secured_places), n);
  add_whole (builder, "open-places", "Åbne pladser", "Open places", KKR_UNIT_PLACES, outcomes,
             G_STRUCT_OFFSET (KkrSecuredOutcome, open_places), n);
  add_answers (outcomes, builder, n);
  add_whole (builder, "cost", "Anlægsudgift", "Construction cost", KKR_UNIT_AMOUNT, outcomes,
             G_STRUCT_OFFSET (KkrSecuredOutcome, cost), n);
  add_whole (builder, "cost-high", "Anlægsudgift, højst", "Construction cost, highest",
             KKR_UNIT_AMOUNT, outcomes, G_STRUCT_OFFSET (KkrSecuredOutcome, cost_high), n);
  add_cost_of_place (self, builder, n, FALSE);
  add_cost_of_place (self, builder, n, TRUE);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}
