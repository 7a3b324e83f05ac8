/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/guarantee/kkr-proposals-steps-private.h>

static void
add_need (KkrProposalsSteps *steps, gboolean high, gint64 row)
{
  const char *danish = high ? "Behov, højst" : "Behov, mindst";
  const char *english = high ? "Need, highest" : "Need, lowest";
  KkrProposalsTerms terms;

  if (row >= 0)
    {
      const KkrProposalsNeed *need = &g_array_index (steps->self->needs, KkrProposalsNeed, row);
      const KkrRational value = KKR_RATIONAL_INT (high ? need->high : need->low);
      g_autofree char *title_da = g_strdup_printf ("%s, %d", danish, need->year);
      g_autofree char *title_en = g_strdup_printf ("%s, %d", english, need->year);

      kkr_proposals_steps_value (steps, "need", title_da, title_en, &value, KKR_UNIT_PLACES);
      kkr_proposals_steps_source (steps, high ? need->high_fact : need->low_fact);
      return;
    }
  terms = kkr_proposals_terms_new ();
  for (guint i = 0; i < steps->self->needs->len; i++)
    {
      const KkrProposalsNeed *need = &g_array_index (steps->self->needs, KkrProposalsNeed, i);

      kkr_proposals_terms_add (&terms, g_strdup_printf ("%d", need->year),
                               high ? need->high : need->low);
    }
  kkr_proposals_terms_end (&terms, steps, "need", danish, english, KKR_UNIT_PLACES);
}

gboolean
kkr_proposals_derive_need (KkrProposalsSteps *steps)
{
  gboolean lowest = g_str_equal (steps->column, "lowest-share");

  if (g_str_equal (steps->column, "year"))
    {
      const KkrRational year = KKR_RATIONAL_INT (
          g_array_index (steps->self->needs, KkrProposalsNeed, MAX (steps->row, 0)).year);

      kkr_proposals_steps_value (steps, "year", "År", "Year", &year, KKR_UNIT_NONE);
    }
  else if (g_str_equal (steps->column, "low") || g_str_equal (steps->column, "high"))
    add_need (steps, g_str_equal (steps->column, "high"), steps->row);
  else if (lowest || g_str_equal (steps->column, "highest-share"))
    {
      add_need (steps, lowest, steps->row);
      kkr_proposals_steps_term (steps, lowest ? KKR_PROPOSALS_TARGET_LOW
                                              : KKR_PROPOSALS_TARGET_HIGH);
      kkr_derivation_builder_add_formula (
          steps->builder, "part", "Måltallets andel af behovet",
          "The target as a part of the need", lowest ? "100 * target_low / need"
                                                     : "100 * target_high / need",
          KKR_UNIT_PERCENT);
    }
  else
    return FALSE;
  return TRUE;
}

/* `full`, `share`, `priced` and, with one, `occupancy`, as the formulas of the table name them. */
static void
add_names (KkrProposalsSteps *steps, guint i, const KkrRational *occupancy)
{
  const KkrProposal *proposal = kkr_proposals_get (steps->self, i);
  const KkrRational days = KKR_RATIONAL_INT (steps->self->days);

  kkr_proposals_steps_own (steps, "tariff", "Takst pr. døgn", "Tariff per day", i,
                           proposal->tariff, KKR_UNIT_AMOUNT);
  kkr_proposals_steps_own (steps, "places", "Pladser", "Places", i, proposal->places,
                           KKR_UNIT_PLACES);
  kkr_proposals_steps_value (steps, "days", "Døgn i året", "Days of the year", &days,
                             KKR_UNIT_DAYS);
  kkr_derivation_builder_add_formula (steps->builder, "full", "Takstindtægt ved fuld belægning",
                                      "Fees at full occupancy", "tariff * places * days",
                                      KKR_UNIT_AMOUNT);
  kkr_proposals_steps_value (steps, "cover", "Dækning af taksten", "Cover of the tariff",
                             &steps->self->terms[KKR_PROPOSALS_SHARE].value, KKR_UNIT_PERCENT);
  kkr_proposals_steps_source (steps, steps->self->terms[KKR_PROPOSALS_SHARE].fact);
  kkr_derivation_builder_add_formula (steps->builder, "share", "Dækning som andel",
                                      "Cover as a part", "cover / 100", KKR_UNIT_NONE);
  kkr_proposals_steps_value (steps, "usual", "Belægning i taksten", "Occupancy in the tariff",
                             &proposal->occupancy, KKR_UNIT_PERCENT);
  kkr_derivation_builder_add_formula (steps->builder, "priced", "Belægning i taksten som andel",
                                      "Occupancy in the tariff as a part", "usual / 100",
                                      KKR_UNIT_NONE);
  if (occupancy == NULL)
    return;
  kkr_proposals_steps_value (steps, "tried", "Belægning", "Occupancy", occupancy,
                             KKR_UNIT_PERCENT);
  kkr_derivation_builder_add_formula (steps->builder, "occupancy", "Belægning som andel",
                                      "Occupancy as a part", "tried / 100", KKR_UNIT_NONE);
}

gboolean
kkr_proposals_derive_cover (KkrProposalsSteps *steps)
{
  KkrRational occupancy;
  guint i = kkr_cover_proposal (steps->self, (guint) MAX (steps->row, 0), &occupancy);

  if (g_str_equal (steps->column, "occupancy"))
    {
      kkr_proposals_steps_value (steps, "tried", "Belægning", "Occupancy", &occupancy,
                                 KKR_UNIT_PERCENT);
      return TRUE;
    }
  for (guint k = 0; k < KKR_COVER_N; k++)
    if (g_str_equal (steps->column, kkr_cover_name (k)))
      {
        add_names (steps, i, &occupancy);
        kkr_derivation_builder_add_rounding (steps->builder, "amount", kkr_cover_title (k, "da"),
                                             kkr_cover_title (k, "en"), kkr_cover_formula (k),
                                             KKR_UNIT_AMOUNT, steps->self->rounding, "1");
        return TRUE;
      }
  return FALSE;
}

gboolean
kkr_proposals_derive_break_even (KkrProposalsSteps *steps)
{
  guint i = kkr_cover_nth (steps->self, (guint) MAX (steps->row, 0));

  if (g_str_equal (steps->column, "over-cover"))
    {
      add_names (steps, i, NULL);
      kkr_derivation_builder_add_rounding (steps->builder, "amount",
                                           "Overdækning med fuld besparelse",
                                           "Over-cover with full saving",
                                           "full * share * (1 - priced)", KKR_UNIT_AMOUNT,
                                           steps->self->rounding, "1");
      return TRUE;
    }
  kkr_proposals_steps_value (steps, "usual", "Belægning i taksten", "Occupancy in the tariff",
                             &kkr_proposals_get (steps->self, i)->occupancy, KKR_UNIT_PERCENT);
  if (g_str_equal (steps->column, "priced-occupancy"))
    return TRUE;
  kkr_proposals_steps_term (steps, KKR_PROPOSALS_SHARE);
  kkr_derivation_builder_add_formula (steps->builder, "break_even", "Nulpunkt uden besparelse",
                                      "Break-even without saving",
                                      "100 * (usual - share) / (100 - share)", KKR_UNIT_PERCENT);
  return TRUE;
}
