/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-secured-derive-private.h>

#include <libkkr/register/kkr-fact.h>

/* What the offer in the west has is said by the register. */
static void
set_source (const KkrSecuredCell *self, KkrFact *fact)
{
  if (fact != NULL)
    kkr_derivation_builder_set_source (self->builder, kkr_fact_get_source (fact),
                                       kkr_fact_get_section (fact));
}

static void
add_costs (const KkrSecuredCell *self, guint n_steps, gboolean high)
{
  g_auto (GStrv) keys = g_new0 (char *, (gsize) n_steps + 1);
  g_auto (GStrv) exact = g_new0 (char *, (gsize) n_steps + 1);
  const char *danish = high ? "Anlægsudgift, højst" : "Anlægsudgift";
  const char *english = high ? "Construction cost, highest" : "Construction cost";

  for (guint i = 0; i < n_steps; i++)
    {
      const KkrSecuredStep *step = kkr_secured_get_step (self->plan, i);

      keys[i] = kkr_secured_dup_step_name (self->plan, i + 1, "da");
      exact[i] = g_strdup_printf ("%" G_GINT64_FORMAT, high ? step->cost_high : step->cost);
    }
  if (n_steps == 0)
    kkr_derivation_builder_add_amount (self->builder, "cost", danish, english, 0);
  else
    kkr_derivation_builder_add_sum (self->builder, "cost", danish, english,
                                    (const char *const *) keys, (const char *const *) exact,
                                    KKR_UNIT_AMOUNT);
}

static gboolean
add_place_cost (const KkrSecuredCell *self, guint row, gboolean high)
{
  const KkrSecuredStep *step = row > 0 ? kkr_secured_get_step (self->plan, row - 1) : NULL;
  const gint64 cost = step == NULL ? G_MININT64 : high ? step->cost_high : step->cost;

  if (cost == G_MININT64 || step->places <= 0)
    return FALSE;
  kkr_derivation_builder_add_amount (self->builder, "cost",
                                     high ? "Trinets anlægsudgift, højst" : "Trinets anlægsudgift",
                                     high ? "Construction cost of the step, highest"
                                          : "Construction cost of the step", cost);
  if (step->western)
    set_source (self, high ? self->plan->western_high : self->plan->western_low);
  kkr_secured_cell_add_int (self, "places", "Trinets pladser", "Places of the step",
                            step->places, KKR_UNIT_PLACES);
  if (step->western)
    set_source (self, self->plan->western_places);
  kkr_derivation_builder_add_formula (self->builder, "place_cost", "Pr. plads", "Per place",
                                      "cost / places / 100", KKR_UNIT_RATE);
  return TRUE;
}

/* The need of a year against its places, when the first steps are taken. */
static void
add_shortfall (const KkrSecuredCell *self, guint n_steps, int number)
{
  g_autoptr (KkrSecuredCase) taken = kkr_secured_case_new (self->plan, n_steps, TRUE);
  g_autofree KkrSecuredYear *sums = kkr_secured_case_sum (self->plan, taken);
  const guint year = (guint) (number - self->plan->first_year);
  g_autofree char *text = g_strdup_printf ("%d", number);

  kkr_derivation_builder_add_text (self->builder, "year", "År", "Year", text);
  kkr_secured_cell_add (self, "need", "Behov", "Need", sums[year].need, KKR_UNIT_PERSONS);
  kkr_secured_cell_add_places (self, year, n_steps, FALSE);
  kkr_derivation_builder_add_formula (self->builder, "shortfall", "Mangler (ledige med minus)",
                                      "Shortfall (free with a minus)", "need - places",
                                      KKR_UNIT_PLACES);
}

gboolean
kkr_secured_cell_derive_step (const KkrSecuredCell *self, guint row, const char *column)
{
  const guint last = self->plan->n_years - 1;
  KkrSecuredOutcome outcome;

  if (row > self->plan->named_steps->len)
    return FALSE;
  kkr_secured_find_outcome (self->plan, row, &outcome);
  if (g_str_equal (column, "secured-places"))
    kkr_secured_cell_add_places (self, last, row, FALSE);
  else if (g_str_equal (column, "open-places") && outcome.open_places != KKR_COHORT_UNBOUNDED)
    kkr_secured_cell_add_places (self, last, row, TRUE);
  else if (g_str_equal (column, "first-year") && outcome.first_year != G_MININT64)
    {
      add_shortfall (self, row, (int) outcome.first_year);
      kkr_secured_cell_add_int (self, "first_year", "Første år med mangel", "First year short",
                                outcome.first_year, KKR_UNIT_NONE);
    }
  else if (g_str_equal (column, "largest") && outcome.largest != G_MININT64)
    add_shortfall (self, row, (int) outcome.largest_year);
  else if (g_str_equal (column, "largest-year") && outcome.largest != G_MININT64)
    {
      add_shortfall (self, row, (int) outcome.largest_year);
      kkr_secured_cell_add_int (self, "largest_year", "År med den største mangel",
                                "Year of the largest shortfall", outcome.largest_year,
                                KKR_UNIT_NONE);
    }
  else if (g_str_equal (column, "cost") && outcome.cost != G_MININT64)
    add_costs (self, row, FALSE);
  else if (g_str_equal (column, "cost-high") && outcome.cost_high != G_MININT64)
    add_costs (self, row, TRUE);
  else if (g_str_equal (column, "place-cost"))
    return add_place_cost (self, row, FALSE);
  else if (g_str_equal (column, "place-cost-high"))
    return add_place_cost (self, row, TRUE);
  else
    return FALSE;
  return TRUE;
}
