/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/guarantee/kkr-proposals-steps-private.h>

static void
add_tariff (KkrProposalsSteps *steps, guint i, const char *id)
{
  kkr_proposals_steps_own (steps, id, "Takst pr. døgn", "Tariff per day", i,
                           kkr_proposals_get (steps->self, i)->tariff, KKR_UNIT_AMOUNT);
}

/* The lowest or highest tariff of those in the scope, or their sum. The tariffs are added once. */
static void
fold_tariffs (KkrProposalsSteps *steps, guint scope, const char *function, const char *id,
              const char *danish, const char *english, gboolean add)
{
  KkrProposalsFold fold;

  kkr_proposals_fold_init (&fold, steps, function, id, danish, english, KKR_UNIT_AMOUNT);
  for (guint i = 0; i < steps->self->proposals->len; i++)
    if (kkr_proposals_in_scope (steps->self, i, scope))
      {
        g_autofree char *term = g_strdup_printf ("tariff_%u", i + 1);

        if (add)
          add_tariff (steps, i, term);
        kkr_proposals_fold_add (&fold, term);
      }
  kkr_proposals_fold_end (&fold);
}

/* What is counted of each proposal: itself, or its places. */
static void
count (KkrProposalsSteps *steps, guint scope, gboolean places)
{
  KkrProposalsTerms terms = kkr_proposals_terms_new ();

  for (guint i = 0; i < steps->self->proposals->len; i++)
    if (kkr_proposals_in_scope (steps->self, i, scope))
      kkr_proposals_terms_add (&terms, g_strdup (kkr_proposals_get (steps->self, i)->name),
                               places ? kkr_proposals_get (steps->self, i)->places : 1);
  kkr_proposals_terms_end (&terms, steps, places ? "places" : "count",
                           places ? "Pladser" : "Antal forslag", places ? "Places" : "Proposals",
                           places ? KKR_UNIT_PLACES : KKR_UNIT_COUNT);
}

static void
derive_weighted (KkrProposalsSteps *steps, guint scope)
{
  KkrProposalsFold fold;

  kkr_proposals_fold_init (&fold, steps, NULL, "weighted", "Takst gange pladser",
                           "Tariff times places", KKR_UNIT_AMOUNT);
  for (guint i = 0; i < steps->self->proposals->len; i++)
    if (kkr_proposals_in_scope (steps->self, i, scope))
      {
        g_autofree char *tariff = g_strdup_printf ("tariff_%u", i + 1);
        g_autofree char *places = g_strdup_printf ("places_%u", i + 1);
        g_autofree char *term = g_strdup_printf ("%s * %s", tariff, places);

        add_tariff (steps, i, tariff);
        kkr_proposals_steps_own (steps, places, "Pladser", "Places", i,
                                 kkr_proposals_get (steps->self, i)->places, KKR_UNIT_PLACES);
        kkr_proposals_fold_add (&fold, term);
      }
  kkr_proposals_fold_end (&fold);
  count (steps, scope, TRUE);
  kkr_derivation_builder_add_formula (steps->builder, "mean", "Gennemsnit vægtet med pladser",
                                      "Mean weighted by places", "weighted / 100 / places",
                                      KKR_UNIT_RATE);
}

static gboolean
derive_amount (KkrProposalsSteps *steps, guint scope)
{
  for (guint k = 0; k < KKR_PROPOSALS_N_AMOUNTS; k++)
    if (g_str_equal (steps->column, kkr_proposals_amount_name (k)))
      {
        KkrProposalsTerms terms = kkr_proposals_terms_new ();

        for (guint i = 0; i < steps->self->proposals->len; i++)
          {
            const KkrProposal *proposal = kkr_proposals_get (steps->self, i);

            if (kkr_proposals_in_scope (steps->self, i, scope) &&
                proposal->amounts[k] != KKR_PROPOSALS_UNKNOWN)
              kkr_proposals_terms_add (&terms, g_strdup (proposal->name), proposal->amounts[k]);
          }
        kkr_proposals_terms_end (&terms, steps, "amount", kkr_proposals_amount_title (k, "da"),
                                 kkr_proposals_amount_title (k, "en"), KKR_UNIT_AMOUNT);
        return TRUE;
      }
  return FALSE;
}

gboolean
kkr_proposals_derive_summary (KkrProposalsSteps *steps)
{
  guint scope = (guint) MAX (steps->row, 0);
  const char *column = steps->column;

  if (g_str_equal (column, "proposals") || g_str_equal (column, "places"))
    count (steps, scope, g_str_equal (column, "places"));
  else if (g_str_equal (column, "lowest"))
    fold_tariffs (steps, scope, "min", "lowest", "Laveste takst", "Lowest tariff", TRUE);
  else if (g_str_equal (column, "highest"))
    fold_tariffs (steps, scope, "max", "highest", "Højeste takst", "Highest tariff", TRUE);
  else if (g_str_equal (column, "range"))
    {
      fold_tariffs (steps, scope, "min", "lowest", "Laveste takst", "Lowest tariff", TRUE);
      fold_tariffs (steps, scope, "max", "highest", "Højeste takst", "Highest tariff", FALSE);
      kkr_derivation_builder_add_formula (steps->builder, "range", "Spredning", "Range",
                                          "highest - lowest", KKR_UNIT_AMOUNT);
    }
  else if (g_str_equal (column, "mean"))
    {
      fold_tariffs (steps, scope, NULL, "sum", "Summen af taksterne", "The sum of the tariffs",
                    TRUE);
      count (steps, scope, FALSE);
      kkr_derivation_builder_add_formula (steps->builder, "mean", "Gennemsnit af taksterne",
                                          "Mean of the tariffs", "sum / 100 / count",
                                          KKR_UNIT_RATE);
    }
  else if (g_str_equal (column, "weighted-mean"))
    derive_weighted (steps, scope);
  else
    return derive_amount (steps, scope);
  return TRUE;
}
