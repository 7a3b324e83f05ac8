/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-secured-derive-private.h>

#include <libkkr/register/kkr-fact.h>

static void
take (GPtrArray *keys, GPtrArray *exact, char *key, gint64 value)
{
  g_ptr_array_add (keys, key);
  g_ptr_array_add (exact, g_strdup_printf ("%" G_GINT64_FORMAT, value));
}

void
kkr_secured_cell_add_places (const KkrSecuredCell *self, guint year, guint n_steps, gboolean open)
{
  const KkrSecured *plan = self->plan;
  const guint column = open ? KKR_SECURED_STEP_OPEN : KKR_SECURED_STEP_SECURED;
  const int number = plan->first_year + (int) year;
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) exact = g_ptr_array_new_with_free_func (g_free);

  take (keys, exact, g_strdup ("Før trin"),
        kkr_calculator_get_int (plan->calculator, open ? "open-places" : "secured-places"));
  for (guint row = 0; row < kkr_sheet_get_n_rows (plan->steps); row++)
    if (plan->step_of_row[row] < n_steps && kkr_sheet_has (plan->steps, row, column)
        && kkr_sheet_get_whole (plan->steps, row, KKR_SECURED_STEP_YEAR) <= number)
      take (keys, exact, kkr_sheet_place_in (plan->steps, row, G_MAXUINT, "da"),
            kkr_sheet_get_whole (plan->steps, row, column));
  for (guint step = 0; step < n_steps && !open; step++)
    if (kkr_secured_get_step (plan, step)->western && plan->western_year <= number)
      take (keys, exact, g_strdup ("Vestdansk sikret tilbud"),
            kkr_secured_get_step (plan, step)->secured);
  g_ptr_array_add (keys, NULL);
  g_ptr_array_add (exact, NULL);
  kkr_derivation_builder_add_sum (self->builder, open ? "open_places" : "places",
                                  open ? "Åbne pladser" : "Sikrede pladser",
                                  open ? "Open places" : "Secured places",
                                  (const char *const *) keys->pdata,
                                  (const char *const *) exact->pdata, KKR_UNIT_PLACES);
}

/* The sum over groups of one of their numbers. */
static void
add_groups (const KkrSecuredCell *self, const char *id, const char *danish, const char *english,
            gsize offset, gsize other_offset)
{
  const guint n = self->plan->n_groups;
  g_autofree const char **keys = g_new0 (const char *, (gsize) n + 1);
  g_auto (GStrv) exact = g_new0 (char *, (gsize) n + 1);

  for (guint group = 0; group < n; group++)
    {
      const char *flows = (const char *) kkr_secured_case_get (self->full, self->year, group);
      gint64 value = *(const gint64 *) (const void *) (flows + offset);
      KkrRational rational;

      if (other_offset != offset)
        value += *(const gint64 *) (const void *) (flows + other_offset);
      rational = kkr_secured_exact (value);
      keys[group] = kkr_secured_group_name (self->plan->groups[group], "da");
      exact[group] = kkr_rational_to_string (&rational);
    }
  if (n == 0)
    kkr_secured_cell_add (self, id, danish, english, 0, KKR_UNIT_PERSONS);
  else
    kkr_derivation_builder_add_sum (self->builder, id, danish, english, keys,
                                    (const char *const *) exact, KKR_UNIT_PERSONS);
}

static void
add_discharged (const KkrSecuredCell *self, const KkrSecuredYear *sums)
{
  if (self->year > 0)
    kkr_secured_cell_add (self, "before", "Udsluset til og med året før",
                          "Discharged up to the year before", sums[self->year - 1].discharged,
                          KKR_UNIT_PERSONS);
  add_groups (self, "moved", "Udsluset i året", "Discharged in the year",
              G_STRUCT_OFFSET (KkrCohortFlows, moved), G_STRUCT_OFFSET (KkrCohortFlows, moved));
  if (self->year > 0)
    kkr_derivation_builder_add_formula (self->builder, "discharged", "Udsluset i alt",
                                        "Discharged in all", "before + moved", KKR_UNIT_PERSONS);
}

/* What remand substitutes there would be without the state, and what there are; both with those who
 * were discharged. */
static void
add_removed (const KkrSecuredCell *self, const KkrSecuredYear *sum)
{
  const int found = kkr_secured_find_group (self->plan, KKR_SECURED_GROUP_REMAND);
  gint64 with = 0;

  for (guint year = 0; found >= 0 && year <= self->year; year++)
    with += kkr_secured_case_get (self->full, year, (guint) found)->moved;
  if (found >= 0)
    with += kkr_secured_case_get (self->full, self->year, (guint) found)->running
            + kkr_secured_case_get (self->full, self->year, (guint) found)->waiting;
  kkr_secured_cell_add (self, "without", "Varetægtssurrogat, hvis staten ikke overtog",
                        "Remand substitutes if the state did not take over", with + sum->removed,
                        KKR_UNIT_PERSONS);
  kkr_secured_cell_add (self, "with", "Varetægtssurrogat, når staten overtager",
                        "Remand substitutes when the state takes over", with, KKR_UNIT_PERSONS);
  kkr_derivation_builder_add_formula (self->builder, "removed", "Færre ved statens overtagelse",
                                      "Fewer by the taking over", "without - with",
                                      KKR_UNIT_PERSONS);
}

static void
add_need_before (const KkrSecuredCell *self, const KkrSecuredYear *sum)
{
  kkr_secured_cell_add (self, "need", "Behov", "Need", sum->need, KKR_UNIT_PERSONS);
  kkr_secured_cell_add (self, "discharged", "Udsluset i alt", "Discharged in all", sum->discharged,
                        KKR_UNIT_PERSONS);
  kkr_secured_cell_add (self, "removed", "Færre ved statens overtagelse",
                        "Fewer by the taking over", sum->removed, KKR_UNIT_PERSONS);
  kkr_derivation_builder_add_formula (self->builder, "need_before", "Behov uden udslusning",
                                      "Need without discharge", "need + discharged + removed",
                                      KKR_UNIT_PERSONS);
}

/* The formula of the report: need - (places before + added) - discharged - taken over. */
static void
add_shortfall (const KkrSecuredCell *self, const KkrSecuredYear *sum)
{
  const int before = kkr_calculator_get_int (self->plan->calculator, "secured-places");
  const gint64 places = self->full->model.secured_places[self->year];

  kkr_secured_cell_add (self, "need_before", "Behov uden udslusning", "Need without discharge",
                        sum->need + sum->discharged + sum->removed, KKR_UNIT_PERSONS);
  kkr_secured_cell_add_int (self, "places_before", "Sikrede pladser før trin",
                            "Secured places before any step", before, KKR_UNIT_PLACES);
  kkr_secured_cell_add_int (self, "added", "Flere sikrede pladser", "More secured places",
                            places - before, KKR_UNIT_PLACES);
  kkr_secured_cell_add (self, "discharged", "Udsluset i alt", "Discharged in all", sum->discharged,
                        KKR_UNIT_PERSONS);
  kkr_secured_cell_add (self, "removed", "Færre ved statens overtagelse",
                        "Fewer by the taking over", sum->removed, KKR_UNIT_PERSONS);
  kkr_derivation_builder_add_formula (
    self->builder, "shortfall", "Mangler (ledige med minus)", "Shortfall (free with a minus)",
    "need_before - (places_before + added) - discharged - removed", KKR_UNIT_PLACES);
}

gboolean
kkr_secured_cell_derive_year (const KkrSecuredCell *self, const char *column)
{
  g_autofree KkrSecuredYear *sums = kkr_secured_case_sum (self->plan, self->full);
  const KkrSecuredYear *sum = &sums[self->year];
  const gboolean bounded = self->full->model.open_places[self->year] != KKR_COHORT_UNBOUNDED;

  if (g_str_equal (column, "need-before"))
    add_need_before (self, sum);
  else if (g_str_equal (column, "discharged"))
    add_discharged (self, sums);
  else if (g_str_equal (column, "remand-removed"))
    add_removed (self, sum);
  else if (g_str_equal (column, "need"))
    add_groups (self, "need", "Behov", "Need", G_STRUCT_OFFSET (KkrCohortFlows, running),
                G_STRUCT_OFFSET (KkrCohortFlows, waiting));
  else if (g_str_equal (column, "secured-places"))
    kkr_secured_cell_add_places (self, self->year, self->full->n_steps, FALSE);
  else if (g_str_equal (column, "open-places") && bounded)
    kkr_secured_cell_add_places (self, self->year, self->full->n_steps, TRUE);
  else if (g_str_equal (column, "shortfall"))
    add_shortfall (self, sum);
  else if (g_str_equal (column, "waiting"))
    add_groups (self, "waiting", "Venter på åben plads", "Wait for an open place",
                G_STRUCT_OFFSET (KkrCohortFlows, waiting),
                G_STRUCT_OFFSET (KkrCohortFlows, waiting));
  else if (g_str_equal (column, "open"))
    add_groups (self, "open", "I åbne pladser", "In open places",
                G_STRUCT_OFFSET (KkrCohortFlows, open), G_STRUCT_OFFSET (KkrCohortFlows, open));
  else
    return FALSE;
  return TRUE;
}
