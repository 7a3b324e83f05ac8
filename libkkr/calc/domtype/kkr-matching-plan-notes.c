/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-matching-plan-private.h>

#include <libkkr/base/kkr-format-private.h>

/* What the assignment rests on, in words. */

static void
take_note (GPtrArray *notes, KkrNoteKind kind, char *danish, char *english)
{
  g_ptr_array_add (notes, kkr_note_new (kind, danish, english));
  g_free (danish);
  g_free (english);
}

static char *
list_priorities (const KkrMatchingPlan *self, const char *language)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->n_levels; i++)
    g_string_append_printf (text, "%s%s (%s)", i > 0 ? ", " : "",
                            kkr_matching_priority_in (self->levels[i], language),
                            kkr_matching_priority_meaning_in (self->levels[i], language));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_priorities (const KkrMatchingPlan *self, GPtrArray *notes)
{
  g_autofree char *danish = list_priorities (self, "da");
  g_autofree char *english = list_priorities (self, "en");

  take_note (notes, KKR_NOTE_KIND_REMARK,
             g_strdup_printf ("Alle er fordelt samlet, så summen af hver prioritet er mindst, i "
                              "denne rækkefølge: %s. Ingen kilde fastsætter rækkefølgen.%s",
                              danish, self->placed_added
                                ? " Antallet af anbragte er tilføjet: ellers kunne nogen stå uden "
                                  "plads, mens en plads er ledig." : ""),
             g_strdup_printf ("All are assigned together, so that the sum of each priority is the "
                              "least, in this order: %s. No source lays down the order.%s",
                              english, self->placed_added
                                ? " The number of persons placed was added: else somebody could "
                                  "be without a place while one is vacant." : ""));
}

/* The report has three months; another number is the user's. */
#define MONTHS_OF_THE_REPORT 3

static void
add_typical (int months, GPtrArray *notes)
{
  if (months == MONTHS_OF_THE_REPORT)
    take_note (notes, KKR_NOTE_KIND_REMARK,
               g_strdup ("3 måneder fra dommens modtagelse er den tid, et match typisk tager, når "
                         "det lykkes (DAS Social 21. august 2023, punkt 4), ikke en frist: pligten "
                         "til at anbringe gælder straks."),
               g_strdup ("3 months from receipt of the judgement is the time that a match "
                         "typically takes where it succeeds (DAS Social 21 August 2023, item 4), "
                         "not a deadline: the duty to place holds at once."));
  else
    take_note (notes, KKR_NOTE_KIND_REMARK,
               g_strdup_printf (months == 1
                                  ? "%d måned fra dommens modtagelse er angivet som den typiske "
                                    "tid for et match; rapporten siger 3 (DAS Social 21. august "
                                    "2023, punkt 4). Det er ikke en frist: pligten til at anbringe "
                                    "gælder straks."
                                  : "%d måneder fra dommens modtagelse er angivet som den typiske "
                                    "tid for et match; rapporten siger 3 (DAS Social 21. august "
                                    "2023, punkt 4). Det er ikke en frist: pligten til at anbringe "
                                    "gælder straks.", months),
               g_strdup_printf (months == 1
                                  ? "%d month from receipt of the judgement is given as the time "
                                    "that a match typically takes; the report says 3 (DAS Social "
                                    "21 August 2023, item 4). It is not a deadline: the duty to "
                                    "place holds at once."
                                  : "%d months from receipt of the judgement is given as the time "
                                    "that a match typically takes; the report says 3 (DAS Social "
                                    "21 August 2023, item 4). It is not a deadline: the duty to "
                                    "place holds at once.", months));
}

static void
add_time (const KkrMatchingPlan *self, GPtrArray *notes)
{
  const int months = kkr_calculator_get_int (self->matching->calculator, "typical-months");
  guint n_unknown = 0;

  for (guint i = 0; i < self->matching->n_persons; i++)
    n_unknown += self->matching->persons[i].days < 0;
  if (n_unknown < self->matching->n_persons)
    add_typical (months, notes);
  if (n_unknown > 0 && self->level_of[KKR_MATCHING_WAITING] != G_MAXUINT)
    take_note (notes, KKR_NOTE_KIND_REMARK,
               g_strdup_printf (n_unknown == 1
                                  ? "For %u borger er der ingen dato for dommen; ventetiden tæller "
                                    "som 0 døgn."
                                  : "For %u borgere er der ingen dato for dommen; ventetiden "
                                    "tæller som 0 døgn.", n_unknown),
               g_strdup_printf (n_unknown == 1
                                  ? "For %u person no date of judgement is stated; the time waited "
                                    "counts as 0 days."
                                  : "For %u persons no date of judgement is stated; the time "
                                    "waited counts as 0 days.", n_unknown));
}

static void
add_unstated (const KkrMatchingPlan *self, GPtrArray *notes)
{
  static const KkrMatchingPriority priorities[] = { KKR_MATCHING_FAR, KKR_MATCHING_COST };

  for (guint i = 0; i < G_N_ELEMENTS (priorities); i++)
    {
      const guint n = i == 0 ? self->n_no_distance : self->n_no_tariff;
      const gint64 value = i == 0 ? self->farthest : self->dearest;
      g_autofree char *danish = kkr_matching_priority_value_in (priorities[i], value, "da");
      g_autofree char *english = kkr_matching_priority_value_in (priorities[i], value, "en");

      if (n == 0 || self->level_of[priorities[i]] == G_MAXUINT)
        continue;
      if (value == 0)
        take_note (notes, KKR_NOTE_KIND_REMARK,
                   g_strdup_printf ("Prioriteten %s har ingen virkning: intet er oplyst.",
                                    kkr_matching_priority_in (priorities[i], "da")),
                   g_strdup_printf ("The priority %s has no effect: nothing is stated.",
                                    kkr_matching_priority_in (priorities[i], "en")));
      else
        take_note (notes, KKR_NOTE_KIND_REMARK,
                   g_strdup_printf ("Prioriteten %s: hvor intet er oplyst (%u par af borger og "
                                    "plads), tæller det som det største, der er: %s.",
                                    kkr_matching_priority_in (priorities[i], "da"), n, danish),
                   g_strdup_printf ("The priority %s: where nothing is stated (%u pairs of person "
                                    "and place), it counts as the largest there is: %s.",
                                    kkr_matching_priority_in (priorities[i], "en"), n, english));
    }
}

static void
add_search (const KkrMatchingPlan *self, GPtrArray *notes)
{
  const KkrMatchingAnswer *answer = self->answer;
  guint level = 0;
  g_autofree char *danish = NULL, *english = NULL;

  if (answer->is_proven)
    return;
  while (level + 1 < self->n_levels && answer->totals[level] == answer->bound[level])
    level++;
  danish = kkr_matching_priority_value_in (self->levels[level],
                                           answer->totals[level] - answer->bound[level], "da");
  english = kkr_matching_priority_value_in (self->levels[level],
                                            answer->totals[level] - answer->bound[level], "en");
  take_note (notes, KKR_NOTE_KIND_REMARK,
             g_strdup_printf ("Fordelingen holder alle adskilt, der ikke kan bo sammen, men det er "
                              "ikke vist, at den er den bedste: søgningen endte efter %u "
                              "fordelinger (search-limit). En bedre kan højst spare %s i "
                              "prioriteten %s.", answer->n_solved, danish,
                              kkr_matching_priority_in (self->levels[level], "da")),
             g_strdup_printf ("The assignment keeps all apart who cannot live together, but it is "
                              "not shown to be the best one: the search ended after %u assignments "
                              "(search-limit). A better one can save %s at most in the priority "
                              "%s.", answer->n_solved, english,
                              kkr_matching_priority_in (self->levels[level], "en")));
}

static void
add_ties (const KkrMatchingPlan *self, GPtrArray *notes)
{
  guint n = 0;

  for (guint i = 0; i < self->losses->losses->len; i++)
    n += g_array_index (self->losses->losses, KkrMatchingLoss, i).level >= self->n_levels;
  if (n > 0)
    take_note (notes, KKR_NOTE_KIND_TIE,
               g_strdup_printf (n == 1 ? "%u borger uden plads står i alle prioriteter lige med "
                                         "en, der fik: rækkefølgen i tabellerne afgjorde."
                                       : "%u borgere uden plads står i alle prioriteter lige med "
                                         "en, der fik: rækkefølgen i tabellerne afgjorde.", n),
               g_strdup_printf (n == 1 ? "%u person without a place is equal in all priorities to "
                                         "one who got one: the order of the tables decided."
                                       : "%u persons without a place are equal in all priorities "
                                         "to one who got one: the order of the tables decided.",
                                n));
}

static void
add_more (const KkrMatchingPlan *self, GPtrArray *notes)
{
  if (self->n_unknown > 0)
    take_note (notes, KKR_NOTE_KIND_REMARK,
               g_strdup_printf ("Hvad en plads mere ville ændre, vides ikke for %u af "
                                "pladserne: søgningen nåede sin grænse (search-limit).",
                                self->n_unknown),
               g_strdup_printf ("What one more place would change is not known for %u of the "
                                "places: the search came to its limit (search-limit).",
                                self->n_unknown));
  if (self->n_unverified > 0)
    take_note (notes, KKR_NOTE_KIND_REMARK,
               g_strdup_printf ("Hvad der afgjorde, at en borger står uden plads, er for %u af "
                                "dem ikke prøvet mod dem, der ikke kan bo sammen: søgningen nåede "
                                "sin grænse (search-limit).", self->n_unverified),
               g_strdup_printf ("What decided that a person is without a place was for %u of them "
                                "not tried against those who cannot live together: the search came "
                                "to its limit (search-limit).", self->n_unverified));
  if (self->n_over_full > 0)
    take_note (notes, KKR_NOTE_KIND_REMARK,
               g_strdup ("Hvor der bor flere borgere, end der er pladser, giver en plads mere "
                         "ingen ledig plads (more-places, over-full)."),
               g_strdup ("Where there are more persons than places, one more place is none that is "
                         "vacant (more-places, over-full)."));
  if (self->n_own > 0)
    take_note (notes, KKR_NOTE_KIND_REMARK,
               g_strdup ("Pladsen, en borger flytter fra, er ikke ledig for andre på dagen; den, "
                         "der bliver boende, bruger ingen ledig plads."),
               g_strdup ("The place that a person moves out of is not vacant for others on the "
                         "day; who stays uses no vacant place."));
}

void
kkr_matching_plan_add_notes (const KkrMatchingPlan *self, GPtrArray *notes)
{
  if (self->matching->n_persons > 0 && self->matching->n_slots > 0)
    {
      add_priorities (self, notes);
      add_unstated (self, notes);
    }
  add_time (self, notes);
  add_search (self, notes);
  add_ties (self, notes);
  add_more (self, notes);
}
