/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-offer-tariff-private.h>

#include <libkkr/base/kkr-amount.h>

/* The readings that a result was made by, in words. */

static void
add (GPtrArray *notes, KkrNoteKind kind, const char *danish, const char *english)
{
  g_ptr_array_add (notes, kkr_note_new (kind, danish, english));
}

static void
add_rounding (const KkrOfferPlan *self, GPtrArray *notes)
{
  g_autofree char *unit_da = NULL, *unit_en = NULL, *danish = NULL, *english = NULL;

  if (kkr_calculator_is_assigned (self->calculator, "unit") ||
      kkr_calculator_is_assigned (self->calculator, "rounding"))
    return;
  unit_da = kkr_amount_to_string_in (self->unit, "da");
  unit_en = kkr_amount_to_string_in (self->unit, "en");
  danish = g_strdup_printf ("Hvordan en takst afrundes, står ikke i kilderne; her afrundes den til "
                            "nærmeste %s, en halv væk fra nul.", unit_da);
  english = g_strdup_printf ("How a tariff is rounded is not said in the sources; here it is "
                             "rounded to the nearest %s, a half away from zero.", unit_en);
  add (notes, KKR_NOTE_KIND_ROUNDING, danish, english);
}

static void
add_keys (const KkrOfferPlan *self, GPtrArray *notes)
{
  static const char *const danish[] = { "", "pladser", "betalte døgn (pladser × døgn × belægning)",
                                        "de oplyste vægte" };
  static const char *const english[] = { "", "places", "paid days (places × days × occupancy)",
                                         "the weights that are given" };
  guint used = 0;

  for (guint i = 0; i < self->shares->len; i++)
    used |= 1u << g_array_index (self->shares, KkrOfferShare, i).key;
  for (guint key = KKR_PACKAGE_KEY_PLACES; key <= KKR_PACKAGE_KEY_WEIGHT; key++)
    if (used & 1u << key)
      {
        g_autofree char *da = g_strdup_printf ("Fællesudgifter er fordelt på pakkerne efter %s, "
                                               "til øren; ingen kilde siger efter hvilken nøgle.",
                                               danish[key]);
        g_autofree char *en = g_strdup_printf ("Joint costs are shared between the packages by %s, "
                                               "to the øre; no source says by which key.",
                                               english[key]);

        add (notes, KKR_NOTE_KIND_REMARK, da, en);
      }
  if (self->n_ties > 0)
    add (notes, KKR_NOTE_KIND_TIE,
         "Pakker med lige stor ret til den sidste øre af en fællesudgift: den første fik den.",
         "Packages with the same claim to the last øre of a joint cost: the first one got it.");
}

void
kkr_offer_plan_add_notes (const KkrOfferPlan *self, GPtrArray *notes, gboolean proposals)
{
  add_rounding (self, notes);
  add_keys (self, notes);
  if (!kkr_tariff_model_is_standard (self->model))
    add (notes, KKR_NOTE_KIND_REMARK,
         "Taksten er beregnet efter en anden model end det langsigtede gennemsnit.",
         "The tariff follows another model than the long-term average.");
  if (proposals)
    add (notes, KKR_NOTE_KIND_REMARK,
         "Takstlofter efter §§ 109 og 110 og en beløbsgrænse for alternative tilbud er forslag og "
         "ikke lov: kilden siger, at de skal forberedes, og nævner ingen lofter.",
         "Ceilings of §§ 109 and 110 and a limit of alternative offers are proposals and not law: "
         "the source says that they are to be prepared, and names no ceilings.");
}

/* The days of a year that nobody gave. */
void
kkr_offer_plan_tell (const KkrOfferPlan *self)
{
  int days = self->year > 0 && g_date_is_leap_year ((GDateYear) self->year) ? 366 : 365;
  g_autofree char *danish = NULL, *english = NULL;

  if (self->year == 0 || kkr_calculator_is_assigned (self->calculator, "days"))
    return;
  danish = g_strdup_printf ("%d (kalenderåret %d)", days, self->year);
  english = g_strdup_printf ("%d (the calendar year %d)", days, self->year);
  kkr_calculator_tell_input (self->calculator, "days", danish, english);
}
