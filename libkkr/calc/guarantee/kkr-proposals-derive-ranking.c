/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/guarantee/kkr-proposals-steps-private.h>

static const char *const names[KKR_PROPOSALS_N_CRITERIA] = { "price", "quality", "setting",
                                                             "shared" };

static void
add_price (KkrProposalsSteps *steps, guint i)
{
  KkrProposals *self = steps->self;
  const KkrRational *points = &kkr_proposals_get (self, i)->criteria[KKR_PROPOSALS_PRICE];
  const KkrRational hundred = KKR_RATIONAL_INT (100);
  gint64 lowest = G_MAXINT64, highest = 0;
  gboolean linear = self->price_points == KKR_PRICE_POINTS_LINEAR;
  KkrRational number;

  for (guint j = 0; j < self->proposals->len; j++)
    if (kkr_proposals_get (self, j)->eligible)
      {
        lowest = MIN (lowest, kkr_proposals_get (self, j)->tariff);
        highest = MAX (highest, kkr_proposals_get (self, j)->tariff);
      }
  kkr_proposals_steps_own (steps, "tariff", "Takst pr. døgn", "Tariff per day", i,
                           kkr_proposals_get (self, i)->tariff, KKR_UNIT_AMOUNT);
  if (kkr_rational_compare (points, &hundred) == 0)
    {
      kkr_proposals_steps_value (steps, "price", "Point for pris, den laveste takst",
                                 "Points for price, the lowest tariff", points, KKR_UNIT_NONE);
      return;
    }
  number = KKR_RATIONAL_INT (lowest);
  kkr_proposals_steps_value (steps, "lowest", "Laveste takst", "Lowest tariff", &number,
                             KKR_UNIT_AMOUNT);
  number = KKR_RATIONAL_INT (highest);
  if (linear)
    kkr_proposals_steps_value (steps, "highest", "Højeste takst", "Highest tariff", &number,
                               KKR_UNIT_AMOUNT);
  kkr_derivation_builder_add_formula (steps->builder, "price", "Point for pris",
                                      "Points for price",
                                      linear ? "100 * (highest - tariff) / (highest - lowest)"
                                             : "100 * lowest / tariff", KKR_UNIT_NONE);
}

static void
add_criterion (KkrProposalsSteps *steps, guint i, guint criterion)
{
  const KkrProposal *proposal = kkr_proposals_get (steps->self, i);
  g_autofree char *danish = g_strdup_printf ("Point for %s",
                                             kkr_proposals_criterion_word (criterion, "da"));
  g_autofree char *english = g_strdup_printf ("Points for %s",
                                              kkr_proposals_criterion_word (criterion, "en"));

  if (criterion == KKR_PROPOSALS_PRICE)
    add_price (steps, i);
  else if (criterion != KKR_PROPOSALS_SHARED)
    kkr_proposals_steps_value (steps, names[criterion], danish, english,
                               &proposal->criteria[criterion], KKR_UNIT_NONE);
  else
    {
      kkr_proposals_steps_own (steps, "open_places", "Pladser til KKR-fællesskabet",
                               "Places open to the KKR area", i, proposal->shared,
                               KKR_UNIT_PLACES);
      kkr_proposals_steps_own (steps, "places", "Pladser", "Places", i, proposal->places,
                               KKR_UNIT_PLACES);
      kkr_derivation_builder_add_formula (steps->builder, "shared", danish, english,
                                          "100 * open_places / places", KKR_UNIT_NONE);
    }
}

static void
derive_points (KkrProposalsSteps *steps, guint i)
{
  KkrProposals *self = steps->self;
  const KkrRational unit = kkr_proposals_points_unit (self);
  g_autofree char *rounding_unit = kkr_rational_to_string (&unit);
  g_autoptr (GString) sum = g_string_new (NULL), weights = g_string_new (NULL);
  g_autofree char *formula = NULL;

  for (guint k = 0; k < KKR_PROPOSALS_N_CRITERIA; k++)
    if (self->weights[k].num > 0)
      {
        g_autofree char *id = g_strdup_printf ("weight_%s", names[k]);
        g_autofree char *danish = g_strdup_printf ("Vægt af %s",
                                                   kkr_proposals_criterion_word (k, "da"));
        g_autofree char *english = g_strdup_printf ("Weight of %s",
                                                    kkr_proposals_criterion_word (k, "en"));

        add_criterion (steps, i, k);
        kkr_proposals_steps_value (steps, id, danish, english, &self->weights[k], KKR_UNIT_NONE);
        g_string_append_printf (sum, "%s%s * %s", sum->len > 0 ? " + " : "", id, names[k]);
        g_string_append_printf (weights, "%s%s", weights->len > 0 ? " + " : "", id);
      }
  formula = g_strdup_printf ("(%s) / (%s)", sum->str, weights->str);
  kkr_derivation_builder_add_rounding (steps->builder, "points", "Point i alt", "Points", formula,
                                       KKR_UNIT_NONE, self->rounding, rounding_unit);
}

/* One more than how many have more points. */
static void
derive_rank (KkrProposalsSteps *steps, guint i)
{
  KkrProposals *self = steps->self;
  KkrProposalsTerms terms = kkr_proposals_terms_new ();

  for (guint j = 0; j < self->proposals->len; j++)
    if (kkr_proposals_get (self, j)->eligible &&
        kkr_proposals_get (self, j)->points > kkr_proposals_get (self, i)->points)
      kkr_proposals_terms_add (&terms, g_strdup (kkr_proposals_get (self, j)->name), 1);
  kkr_proposals_terms_end (&terms, steps, "above", "Forslag med flere point",
                           "Proposals with more points", KKR_UNIT_COUNT);
  kkr_derivation_builder_add_formula (steps->builder, "rank", "Plads i rækken", "Rank",
                                      "above + 1", KKR_UNIT_NONE);
}

gboolean
kkr_proposals_derive_ranking (KkrProposalsSteps *steps)
{
  g_autoptr (GArray) of = kkr_proposals_ranked (steps->self);
  guint i = g_array_index (of, guint, MAX (steps->row, 0));

  if (g_str_equal (steps->column, "points"))
    derive_points (steps, i);
  else if (g_str_equal (steps->column, "rank"))
    derive_rank (steps, i);
  else
    for (guint k = 0; k < KKR_PROPOSALS_N_CRITERIA; k++)
      if (g_str_equal (steps->column, names[k]) &&
          kkr_proposals_get (steps->self, i)->criteria[k].den != 0)
        {
          add_criterion (steps, i, k);
          return TRUE;
        }
  return g_str_equal (steps->column, "points") || g_str_equal (steps->column, "rank");
}

static void
add_places (KkrProposalsSteps *steps, const KkrProposalsSelection *selection)
{
  KkrProposalsTerms terms = kkr_proposals_terms_new ();

  for (guint i = 0; i < steps->self->proposals->len; i++)
    if (selection->chosen[i])
      kkr_proposals_terms_add (&terms, g_strdup (kkr_proposals_get (steps->self, i)->name),
                               kkr_proposals_get (steps->self, i)->places);
  kkr_proposals_terms_end (&terms, steps, "places", "Pladser", "Places", KKR_UNIT_PLACES);
}

static void
add_sum_of_points (KkrProposalsSteps *steps, const KkrProposalsSelection *selection)
{
  KkrProposals *self = steps->self;
  gboolean by_places = self->aim == KKR_SELECTION_AIM_PLACE_POINTS;
  KkrInt128 unit = kkr_proposals_points_unit (self).den;
  KkrProposalsFold fold;

  kkr_proposals_fold_init (&fold, steps, NULL, "sum", by_places ? "Point gange pladser"
                                                                : "Point i alt",
                           by_places ? "Points times places" : "Points", KKR_UNIT_NONE);
  for (guint i = 0; i < self->proposals->len; i++)
    if (selection->chosen[i])
      {
        const KkrProposal *proposal = kkr_proposals_get (self, i);
        g_autofree char *id = g_strdup_printf ("points_%u", i + 1);
        g_autofree char *danish = g_strdup_printf ("Point, %s", proposal->name);
        g_autofree char *english = g_strdup_printf ("Points, %s", proposal->name);
        g_autofree char *places = g_strdup_printf ("places_%u", i + 1);
        g_autofree char *term = by_places ? g_strdup_printf ("%s * %s", id, places)
                                          : g_strdup (id);
        KkrRational points = KKR_RATIONAL_ZERO;

        kkr_rational_init (&points, proposal->points, unit);
        kkr_proposals_steps_value (steps, id, danish, english, &points, KKR_UNIT_NONE);
        if (by_places)
          kkr_proposals_steps_own (steps, places, "Pladser", "Places", i, proposal->places,
                                   KKR_UNIT_PLACES);
        kkr_proposals_fold_add (&fold, term);
      }
  kkr_proposals_fold_end (&fold);
}

gboolean
kkr_proposals_derive_selection (KkrProposalsSteps *steps)
{
  const KkrProposalsSelection *selection = &g_array_index (
      steps->self->selections, KkrProposalsSelection, MAX (steps->row, 0));

  if (g_str_equal (steps->column, "points"))
    {
      add_sum_of_points (steps, selection);
      return TRUE;
    }
  if (g_str_equal (steps->column, "places") || g_str_equal (steps->column, "remaining"))
    {
      add_places (steps, selection);
      if (g_str_equal (steps->column, "places"))
        return TRUE;
      kkr_proposals_steps_term (steps, KKR_PROPOSALS_TARGET_HIGH);
      kkr_derivation_builder_add_formula (steps->builder, "remaining", "Op til måltallet",
                                          "Up to the target", "target_high - places",
                                          KKR_UNIT_PLACES);
      return TRUE;
    }
  for (guint k = 0; k < KKR_PROPOSALS_N_AMOUNTS; k++)
    if (g_str_equal (steps->column, kkr_proposals_amount_name (k)))
      {
        KkrProposalsTerms terms = kkr_proposals_terms_new ();

        for (guint i = 0; i < steps->self->proposals->len; i++)
          if (selection->chosen[i] &&
              kkr_proposals_get (steps->self, i)->amounts[k] != KKR_PROPOSALS_UNKNOWN)
            kkr_proposals_terms_add (&terms, g_strdup (kkr_proposals_get (steps->self, i)->name),
                                     kkr_proposals_get (steps->self, i)->amounts[k]);
        kkr_proposals_terms_end (&terms, steps, "amount", kkr_proposals_amount_title (k, "da"),
                                 kkr_proposals_amount_title (k, "en"), KKR_UNIT_AMOUNT);
        return TRUE;
      }
  return FALSE;
}
