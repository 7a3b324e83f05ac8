/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/guarantee/kkr-proposals-private.h>

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/base/kkr-format-private.h>
#include <libkkr/calc/guarantee/kkr-guarantee-readings-private.h>
#include <libkkr/calc/kkr-assumed-private.h>

/* A note names no more proposals than these. */
#define MAX_NAMES 5

static void
remark (KkrProposals *self, char *danish, char *english)
{
  kkr_proposals_add_note (self, KKR_NOTE_KIND_REMARK, danish, english);
  g_free (danish);
  g_free (english);
}

static void
note_terms (KkrProposals *self)
{
  const KkrRational *share = &self->terms[KKR_PROPOSALS_SHARE].value;
  g_autofree char *share_da = kkr_format_value (share, KKR_UNIT_PERCENT, "da");
  g_autofree char *share_en = kkr_format_value (share, KKR_UNIT_PERCENT, "en");
  int years = (int) kkr_proposals_term (self, KKR_PROPOSALS_YEARS);

  if (self->parts->len == 0)
    return;
  remark (self, g_strdup_printf (
              "Den højeste betaling er den for pladser, der står tomme alle døgn i %d år fra "
              "forslagets egen ibrugtagning: %s af taksten pr. døgn. Hvert beløb er afrundet én "
              "gang, til øre, for hvert forslag og hver periode i tabellen.", years, share_da),
          g_strdup_printf (
              "The highest payment is that of places which stand empty on every day of %d years "
              "from the proposal's own commissioning: %s of the tariff per day. Each amount is "
              "rounded once, to øre, for each proposal and period of the table.", years,
              share_en));
}

static void
note_leap_day (KkrProposals *self)
{
  for (guint i = 0; i < self->proposals->len; i++)
    {
      const KkrProposal *proposal = kkr_proposals_get (self, i);
      int year = 0, month = 0, day = 0;

      if (proposal->start != KKR_DATE_MIN)
        kkr_date_split (proposal->start, &year, &month, &day);
      if (month == 2 && day == 29)
        {
          remark (self, kkr_guarantee_reading (self->calculator, "leap-day", "da"),
                  kkr_guarantee_reading (self->calculator, "leap-day", "en"));
          return;
        }
    }
}

/* What KKR may come to pay is that of the places it chooses, not of all that ask. */
static void
note_above_cap (KkrProposals *self)
{
  gint64 most = kkr_proposals_term (self, KKR_PROPOSALS_MAX_PLACES), places = 0;

  for (guint i = 0; i < self->proposals->len; i++)
    places += kkr_proposals_get (self, i)->eligible ? kkr_proposals_get (self, i)->places : 0;
  if (places <= most || self->parts->len == 0)
    return;
  remark (self, g_strdup_printf (
              "Betalingerne i alt er for %lld pladser, flere end loftet på %lld, der er læst som "
              "et loft over alle driftsherrers pladser tilsammen: kun en kombination under loftet "
              "kan få garanti.", (long long) places, (long long) most),
          g_strdup_printf (
              "The payments in all are for %lld places, more than the cap of %lld, which is read "
              "as one for the places of all operators together: only a combination below the cap "
              "can have a guarantee.", (long long) places, (long long) most));
}

typedef gboolean (*IsOne) (const KkrProposal *proposal);

static gboolean
is_without_start (const KkrProposal *proposal)
{
  return proposal->eligible && proposal->start == KKR_DATE_MIN;
}

static gboolean
is_without_vacancy (const KkrProposal *proposal)
{
  return proposal->eligible && proposal->vacancy.den == 0;
}

static gboolean
is_unstated (const KkrProposal *proposal)
{
  return proposal->unstated != 0;
}

/* NULL where it is none of them. */
static char *
name_some (const KkrProposals *self, IsOne is_one)
{
  GString *text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < self->proposals->len; i++)
    if (is_one (kkr_proposals_get (self, i)) && n++ <= MAX_NAMES)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "",
                              n > MAX_NAMES ? "..." : kkr_proposals_get (self, i)->name);
  return g_string_free (text, n == 0);
}

static void
note_missing (KkrProposals *self)
{
  g_autofree char *starts = name_some (self, is_without_start);
  g_autofree char *unstated = name_some (self, is_unstated);
  g_autofree char *vacancies = name_some (self, is_without_vacancy);

  if (starts != NULL)
    remark (self, g_strdup_printf ("Ibrugtagningen er ikke oplyst, og betalingen og summer med "
                                   "den derfor ikke beregnet: %s.", starts),
            g_strdup_printf ("The day of commissioning is not stated, and the payment and sums "
                             "with it therefore not computed: %s.", starts));
  if (vacancies != NULL && self->parts->len > 0)
    remark (self, g_strdup_printf ("Andelen af tomme døgn er ikke oplyst, og den forventede "
                                   "betaling og summer med den derfor ikke beregnet: %s.",
                                   vacancies),
            g_strdup_printf ("The share of empty days is not stated, and the estimated payment and "
                             "sums with it therefore not computed: %s.", vacancies));
  if (unstated != NULL)
    remark (self, g_strdup_printf ("Hvad der ikke er oplyst om betingelserne, er regnet som %s: "
                                   "%s.", self->unstated_refuses ? "ikke opfyldt" : "opfyldt",
                                   unstated),
            g_strdup_printf ("What is not stated of the conditions is taken as %s: %s.",
                             self->unstated_refuses ? "not met" : "met", unstated));
  if (!self->weighted)
    remark (self, g_strdup ("Forslagene er ikke rangordnet: der er ikke givet vægte, og notatet om "
                            "økonomimodellen giver ingen."),
            g_strdup ("The proposals are not ranked: no weights are given, and the memo on the "
                      "model gives none."));
}

static void
note_readings (KkrProposals *self)
{
  const KkrRational unit = kkr_proposals_points_unit (self);
  g_autofree char *unit_da = kkr_format_exact (&unit, 4, "da");
  g_autofree char *unit_en = kkr_format_exact (&unit, 4, "en");
  gboolean linear = self->price_points == KKR_PRICE_POINTS_LINEAR;
  gboolean by_places = self->aim == KKR_SELECTION_AIM_PLACE_POINTS;

  if (!self->weighted)
    return;
  remark (self, g_strdup_printf (
              "Regel for point for pris: %s. Point i alt er afrundet til %s. Den bedste "
              "kombination er den med %s; er flere lige gode, den med flest pladser.",
              linear ? "100 til den laveste takst, 0 til den højeste og forholdsmæssigt imellem"
                     : "100 gange den laveste takst over forslagets egen", unit_da,
              by_places ? "den største sum af point gange pladser" : "den største sum af point"),
          g_strdup_printf (
              "Rule for the points of a price: %s. Points are rounded to %s. The best combination "
              "is the one with %s; of several that are as good, the one with the most places.",
              linear ? "100 for the lowest tariff, 0 for the highest, in proportion between"
                     : "100 times the lowest tariff over the proposal's own", unit_en,
              by_places ? "the largest sum of points times places"
                        : "the largest sum of points"));
}

static void
note_ties (KkrProposals *self)
{
  g_autoptr (GString) places = g_string_new (NULL);

  for (guint i = 0; i < self->proposals->len; i++)
    for (guint j = i + 1; j < self->proposals->len && self->notes->len < 50; j++)
      if (kkr_proposals_get (self, i)->rank > 0 &&
          kkr_proposals_get (self, i)->rank == kkr_proposals_get (self, j)->rank)
        {
          const char *a = kkr_proposals_get (self, i)->name, *b = kkr_proposals_get (self, j)->name;
          guint rank = kkr_proposals_get (self, i)->rank;
          g_autofree char *danish = g_strdup_printf ("%s og %s har lige mange point og deler plads "
                                                     "%u.", a, b, rank);
          g_autofree char *english = g_strdup_printf ("%s and %s have as many points and share "
                                                      "rank %u.", a, b, rank);

          kkr_proposals_add_note (self, KKR_NOTE_KIND_TIE, danish, english);
        }
  for (guint i = 0; i < self->selections->len; i++)
    if (g_array_index (self->selections, KkrProposalsSelection, i).tied)
      g_string_append_printf (places, "%s%lld", places->len > 0 ? ", " : "", (long long)
                              g_array_index (self->selections, KkrProposalsSelection, i).places);
  if (places->len > 0)
    {
      g_autofree char *danish = g_strdup_printf ("Flere kombinationer er lige gode ved %s pladser; "
                                                 "vist er den, hvis forslag står først.",
                                                 places->str);
      g_autofree char *english = g_strdup_printf ("Several combinations are as good with %s "
                                                  "places; shown is the one whose proposals stand "
                                                  "first.", places->str);

      kkr_proposals_add_note (self, KKR_NOTE_KIND_TIE, danish, english);
    }
  if (self->weighted && self->selections->len == 0)
    remark (self, g_strdup ("Ingen kombination af forslagene rammer måltallet."),
            g_strdup ("No combination of the proposals meets the target."));
}

static void
note_cover (KkrProposals *self)
{
  if (self->covered->len == 0)
    return;
  remark (self, g_strdup_printf (
              "Garantien betaler alle tomme døgn, også den tomgang, som taksten allerede "
              "indeholder. Regnet på et år med %d døgn og under den forudsætning, at tilbuddet "
              "koster det, taksten giver ved sædvanlig belægning, og at garantiens del af taksten "
              "er de faste omkostninger; det står ikke i notatet.", self->days),
          g_strdup_printf (
              "The guarantee pays for every empty day, also for the vacancy that the tariff "
              "contains already. Computed for a year of %d days, assuming that the offer costs "
              "what the tariff brings in at the usual occupancy and that the guarantee's part of "
              "the tariff is the fixed cost, which the memo does not say.", self->days));
}

static void
note_facts (KkrProposals *self)
{
  KkrNote *assumed = kkr_assumed_note_new (self->reg, self->used);

  for (guint i = 0; i < self->used->len; i++)
    {
      KkrFact *fact = self->used->pdata[i];

      if (!kkr_fact_get_confirmed (fact) && !kkr_fact_is_overlaid (fact))
        {
          g_autofree char *danish = g_strdup_printf ("Oplysningen %s er ikke bekræftet af en "
                                                     "primær kilde.", kkr_fact_get_key (fact));
          g_autofree char *english = g_strdup_printf ("The fact %s is not confirmed by a primary "
                                                      "source.", kkr_fact_get_key (fact));

          kkr_proposals_add_note (self, KKR_NOTE_KIND_UNCONFIRMED, danish, english);
        }
    }
  if (assumed != NULL)
    g_ptr_array_add (self->notes, assumed);
}

void
kkr_proposals_note (KkrProposals *self)
{
  note_terms (self);
  note_leap_day (self);
  note_above_cap (self);
  note_missing (self);
  note_readings (self);
  note_ties (self);
  note_cover (self);
  note_facts (self);
}

void
kkr_proposals_tell (KkrProposals *self)
{
  static const char *const inputs[] = { "share", "years", "max-places", "target-low",
                                        "target-high" };
  KkrFact *before = NULL;

  for (guint i = 0; i < KKR_PROPOSALS_N_TERMS; i++)
    if (self->terms[i].fact != NULL)
      {
        kkr_calculator_tell_fact (self->calculator, inputs[i], self->terms[i].fact, before);
        before = self->terms[i].fact;
      }
}
