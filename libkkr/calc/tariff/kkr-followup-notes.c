/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-followup-private.h>

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/calc/kkr-assumed-private.h>
#include <libkkr/register/kkr-fact-private.h>

static void
add_note (KkrFollowup *self, KkrNoteKind kind, const char *danish, const char *english)
{
  g_ptr_array_add (self->notes, kkr_note_new (kind, danish, english));
}

static void
note_levels (KkrFollowup *self)
{
  const KkrFollowupLists *lists = self->lists;
  guint before = 0, after = 0;
  g_autofree char *danish = NULL, *english = NULL;

  for (guint level = 0; level < lists->levels->len; level++)
    {
      before += kkr_followup_lists_find (lists, level, lists->base_year, TRUE) != NULL ? 1 : 0;
      after += kkr_followup_lists_find (lists, level, lists->year, TRUE) != NULL ? 1 : 0;
    }
  danish = g_strdup_printf ("Kun takstniveauer med en takst i begge år er sammenlignet: %u af %u i "
                            "%d og %u i %d.", self->matches->len, before, lists->base_year, after,
                            lists->year);
  english = g_strdup_printf ("Only levels with a tariff in both years are compared: %u of %u in "
                             "%d and %u in %d.", self->matches->len, before, lists->base_year,
                             after, lists->year);
  add_note (self, KKR_NOTE_KIND_REMARK, danish, english);
}

static void
note_rates (KkrFollowup *self)
{
  const KkrFollowupLists *lists = self->lists;
  gboolean additive = self->rates->chain == KKR_INDEX_CHAIN_ADDITIVE;
  const KkrRational one = KKR_RATIONAL_INT (1), hundred = KKR_RATIONAL_INT (100);
  KkrRational growth;
  g_autofree char *growth_da = NULL, *growth_en = NULL, *danish = NULL, *english = NULL;

  if (!kkr_followup_rates_are_given (self->rates))
    {
      add_note (self, KKR_NOTE_KIND_REMARK,
                "Taksterne er sammenlignet, som de er: der er ingen pris- og lønregulering.",
                "The tariffs are compared as they are: there is no price and wage regulation.");
      return;
    }
  if (!kkr_rational_subtract (&self->index, &one, &growth) ||
      !kkr_rational_multiply (&growth, &hundred, &growth))
    return;
  growth_da = kkr_format_exact (&growth, 4, "da");
  growth_en = kkr_format_exact (&growth, 4, "en");
  danish = g_strdup_printf ("Taksterne for %d er regnet om til %d-priser med en pris- og "
                            "lønudvikling på %s pct.%s", lists->year, lists->base_year, growth_da,
                            self->rates->has_rate || lists->year == lists->base_year + 1 ? ""
                            : additive ? "; årenes satser er lagt sammen."
                                       : "; årenes satser er ganget sammen.");
  english = g_strdup_printf ("The tariffs of %d are brought to %d prices with a development of "
                             "prices and wages of %s per cent%s", lists->year, lists->base_year,
                             growth_en,
                             self->rates->has_rate || lists->year == lists->base_year + 1 ? "."
                             : additive ? "; the rates of the years are added."
                                        : "; the rates of the years are multiplied.");
  add_note (self, KKR_NOTE_KIND_REMARK, danish, english);
}

static void
note_rounding (KkrFollowup *self)
{
  g_autofree char *danish = g_strdup_printf (
    "Ændringerne er afrundet til %d decimaler pr. takstniveau og %d pr. driftsherre, før "
    "gennemsnittet er taget og afrundet til %d.", self->level_decimals, self->operator_decimals,
    self->decimals);
  g_autofree char *english = g_strdup_printf (
    "The changes are rounded to %d decimals a level and %d an operator, before the average is "
    "taken and rounded to %d.", self->level_decimals, self->operator_decimals, self->decimals);

  if (self->lists != NULL)
    add_note (self, KKR_NOTE_KIND_ROUNDING, danish, english);
}

static void
note_weights (KkrFollowup *self)
{
  if (!self->has_weights || self->lists == NULL)
    return;
  if (kkr_calculator_get_enum (self->calculator, "weighting") == KKR_TARIFF_WEIGHTING_CHANGES)
    add_note (self, KKR_NOTE_KIND_REMARK,
              "Vægtet ændring: takstniveauernes ændringer i pct., vægtet med basisårets vægte.",
              "Weighted change: the levels' changes in per cent, by the weights of the base year.");
  else
    add_note (self, KKR_NOTE_KIND_REMARK,
              "Vægtet ændring: hvad basisårets vægte (døgn) koster til begge års takster.",
              "Weighted change: what the weights (days) of the base year cost at the tariffs of "
              "both years.");
}

/* What the register said. */
static void
note_facts (KkrFollowup *self)
{
  KkrRegister *reg = kkr_calculator_get_register (self->calculator);
  KkrNote *note = kkr_assumed_note_new (reg, self->rates->used);

  if (note != NULL)
    g_ptr_array_add (self->notes, note);
  for (guint i = 0; i < self->rates->used->len; i++)
    {
      KkrFact *fact = self->rates->used->pdata[i];
      g_autofree char *danish = NULL, *english = NULL;

      if (kkr_fact_get_confirmed (fact) || kkr_fact_is_overlaid (fact))
        continue;
      danish = g_strdup_printf ("Oplysningen %s er ikke bekræftet af en primær kilde.",
                                kkr_fact_get_key (fact));
      english = g_strdup_printf ("The fact %s is not confirmed by a primary source.",
                                 kkr_fact_get_key (fact));
      add_note (self, KKR_NOTE_KIND_UNCONFIRMED, danish, english);
    }
}

void
kkr_followup_add_notes (KkrFollowup *self)
{
  add_note (self, KKR_NOTE_KIND_REMARK,
            "Gennemsnittet er driftsherrernes simple gennemsnit: hver tæller lige meget, uanset "
            "hvor mange takster den har.",
            "The average is the plain one of the operators: each counts alike, however many "
            "tariffs it has.");
  if (self->lists == NULL)
    return;
  note_levels (self);
  note_rates (self);
  note_weights (self);
  note_rounding (self);
  note_facts (self);
}

void
kkr_followup_note_cap (KkrFollowupCap *self)
{
  g_autofree char *n_da = kkr_format_int (self->n_left_out, "da");
  g_autofree char *n_en = kkr_format_int (self->n_left_out, "en");
  g_autofree char *danish = NULL, *english = NULL;
  gboolean weighted = self->followup->lists->has_weights;

  add_note (self->followup, KKR_NOTE_KIND_REMARK,
            weighted ? "Udgift pr. dag: takster gange vægte over vægte, med hvert års egne vægte."
                     : "Udgift pr. dag: taksternes simple gennemsnit, for der er ingen vægte.",
            weighted ? "Expenditure per day: tariffs times weights over weights, each year's own."
                     : "Expenditure per day: the plain average of the tariffs, as there are no "
                       "weights.");
  add_note (self->followup, KKR_NOTE_KIND_REMARK,
            self->all_levels ? "Loft: alle takstniveauer tæller med, også nye og udgåede."
                             : "Loft: kun takstniveauer med en takst i begge år tæller med.",
            self->all_levels ? "Cap: all levels count, new and closed ones too."
                             : "Cap: only levels with a tariff in both years count.");
  if (self->n_left_out == 0)
    return;
  danish = g_strdup_printf ("%s har ingen udgift i et af årene og er ikke holdt op mod loftet.",
                            n_da);
  english = g_strdup_printf ("%s had no expenditure in one of the years and cannot be held to the "
                             "cap.", n_en);
  add_note (self->followup, KKR_NOTE_KIND_REMARK, danish, english);
}
