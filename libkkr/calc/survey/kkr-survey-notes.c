/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/survey/kkr-survey-private.h>

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/base/kkr-names-private.h>

#define MAX_FLAGS 10
#define MAX_CANDIDATES 10

static void
add_note (GPtrArray *notes, const char *danish, const char *english)
{
  g_ptr_array_add (notes, kkr_note_new (KKR_NOTE_KIND_REMARK, danish, english));
}

static void
add_precision (const KkrSurveyPlan *self, GPtrArray *notes)
{
  g_autofree char *danish = g_strdup_printf (
    "Mindst og højst: procenterne er trykt med så mange decimaler, som nogen i gruppen har, og "
    "afrundet %s.", kkr_rounding_mode_name (self->mode, "da"));
  g_autofree char *english = g_strdup_printf (
    "At least and at most: the per cents are printed with as many decimals as any of the group "
    "has, and rounded %s.", kkr_rounding_mode_name (self->mode, "en"));

  add_note (notes, danish, english);
}

/* "86, 93 and 96": those that fit equally well. */
static char *
describe_candidates (const KkrSurveyGroup *group, const char *language)
{
  const guint n = group->candidates->len;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n && i < MAX_CANDIDATES; i++)
    {
      g_autofree char *one = kkr_format_int (g_array_index (group->candidates, gint64, i),
                                             language);
      const gboolean last = i + 1 == n;

      g_string_append (text, i == 0 ? "" : !last ? ", "
                                         : kkr_language_is_english (language) ? " and " : " og ");
      g_string_append (text, one);
    }
  if (n > MAX_CANDIDATES)
    g_string_append (text, ", …");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
describe_no_base (const KkrSurveyPlan *self, const KkrSurveyGroup *group, const char *language)
{
  const gboolean is_english = kkr_language_is_english (language);
  g_autofree char *first = kkr_format_int (self->first_base, language);
  g_autofree char *last = kkr_format_int (self->last_base, language);
  g_autofree char *flagged = kkr_format_int (group->n_flagged, language);
  g_autofree char *candidates = describe_candidates (group, language);

  if (group->candidates->len == 0)
    return g_strdup_printf (is_english ? "%s: no number of respondents from %s to %s fits the "
                                         "printed per cents."
                                       : "%s: intet grundtal fra %s til %s passer til de trykte "
                                         "procenter.", group->name, first, last);
  return g_strdup_printf (is_english ? "%s: no number of respondents from %s to %s fits all of "
                                       "the printed per cents. These fit best and equally well: "
                                       "%s (faults of each: %s). None of them is chosen."
                                     : "%s: intet grundtal fra %s til %s passer til alle de trykte "
                                       "procenter. Disse passer bedst og lige godt: %s (fejl ved "
                                       "hvert: %s). Ingen af dem er valgt.", group->name, first,
                          last, candidates, flagged);
}

static char *
describe_base (const KkrSurveyPlan *self, const KkrSurveyGroup *group, const char *language)
{
  const gboolean is_english = kkr_language_is_english (language);
  g_autofree char *first = kkr_format_int (self->first_base, language);
  g_autofree char *last = kkr_format_int (self->last_base, language);
  g_autofree char *base = kkr_format_int (group->base, language);
  g_autofree char *candidates = describe_candidates (group, language);
  g_autofree char *flagged = kkr_format_int (group->n_flagged, language);

  if (group->base == 0)
    return describe_no_base (self, group, language);
  if (group->candidates->len == 1)
    return g_strdup_printf (is_english ? "%s: of the numbers of respondents from %s to %s, %s fits "
                                         "best (faults: %s)."
                                       : "%s: af grundtallene fra %s til %s passer %s bedst (fejl: "
                                         "%s).", group->name, first, last, base, flagged);
  if (group->n_flagged == 0)
    return g_strdup_printf (is_english ? "%s: of the numbers of respondents from %s to %s, these "
                                         "fit: %s. The least is %s."
                                       : "%s: af grundtallene fra %s til %s passer disse: %s. Det "
                                         "mindste er %s.", group->name, first, last, candidates,
                            base);
  return g_strdup_printf (is_english ? "%s: of the numbers of respondents from %s to %s, these fit "
                                       "best, with one fault each: %s. %s is the least of those "
                                       "where the other answers leave one number in the place of "
                                       "the per cent that does not fit."
                                     : "%s: af grundtallene fra %s til %s passer disse bedst, med "
                                       "én fejl hver: %s. %s er det mindste af dem, hvor de øvrige "
                                       "svar efterlader ét antal i stedet for den procent, der "
                                       "ikke passer.",
                          group->name, first, last, candidates, base);
}

static void
add_bases (const KkrSurveyPlan *self, GPtrArray *notes)
{
  for (guint i = 0, n = 0; i < self->groups->len && n < MAX_FLAGS; i++)
    {
      const KkrSurveyGroup *group = kkr_survey_get_group (self, i);
      g_autofree char *danish = NULL, *english = NULL;

      if (group->search == NULL)
        continue;
      danish = describe_base (self, group, "da");
      english = describe_base (self, group, "en");
      add_note (notes, danish, english);
      n++;
    }
}

static char *
describe_cell (const KkrSurveyPlan *self, const KkrSurveyCell *cell, const char *language)
{
  const gboolean is_english = kkr_language_is_english (language);
  const gint64 base = kkr_survey_get_distribution (self, cell->distribution)->base;
  const KkrSurveyGroup *group = kkr_survey_get_group (self, cell->group);
  g_autofree char *share = kkr_format_value (&cell->share, KKR_UNIT_PERCENT, language);
  g_autofree char *respondents = kkr_format_int (base, language);
  g_autoptr (GString) text = g_string_new (NULL);
  KkrRational should;

  g_string_append_printf (text, is_english ? "%s, %s, %s: %s is no number of %s."
                                           : "%s, %s, %s: %s er intet antal af %s.",
                          group->name, cell->question, cell->answer, share, respondents);
  if (cell->repair >= 0
      && kkr_rational_init (&should, (KkrInt128) 100 * cell->repair, base))
    {
      g_autofree char *percent = kkr_format_decimals (&should, (guint) group->decimals, language);
      g_autofree char *count = kkr_format_int (cell->repair, language);

      g_string_append_printf (text, is_english ? " %s per cent (%s of %s) would fit."
                                               : " %s pct. (%s af %s) ville passe.", percent, count,
                              respondents);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_flags (const KkrSurveyPlan *self, GPtrArray *notes)
{
  guint n = 0;

  for (guint i = 0; i < self->cells->len; i++)
    {
      const KkrSurveyCell *cell = kkr_survey_get_cell (self, i);
      g_autofree char *danish = NULL, *english = NULL;

      if ((cell->verdict != KKR_SURVEY_NO_COUNT && cell->verdict != KKR_SURVEY_OTHER)
          || n++ >= MAX_FLAGS)
        continue;
      danish = describe_cell (self, cell, "da");
      english = describe_cell (self, cell, "en");
      add_note (notes, danish, english);
    }
  if (n > MAX_FLAGS)
    {
      g_autofree char *danish = g_strdup_printf ("Yderligere %u svar passer ikke; se tabellen med "
                                                 "svar.", n - MAX_FLAGS);
      g_autofree char *english = g_strdup_printf ("%u more answers do not fit; see the table of "
                                                  "answers.", n - MAX_FLAGS);

      add_note (notes, danish, english);
    }
}

static void
add_sums (const KkrSurveyPlan *self, GPtrArray *notes)
{
  guint n = 0;
  g_autofree char *danish = NULL, *english = NULL;

  for (guint i = 0; i < self->distributions->len; i++)
    n += kkr_survey_get_distribution (self, i)->verdict == KKR_SURVEY_SUM_FAILS;
  if (n == 0)
    return;
  danish = g_strdup_printf ("%u af %u fordelinger giver ikke 100 pct., heller ikke efter "
                            "afrunding; måske er en svarmulighed som »ved ikke« ikke vist.", n,
                            self->distributions->len);
  english = g_strdup_printf ("%u of %u distributions are not 100 per cent, even after rounding; "
                             "perhaps an answer such as \"do not know\" is not shown.", n,
                             self->distributions->len);
  add_note (notes, danish, english);
}

void
kkr_survey_add_notes (const KkrSurveyPlan *self, GPtrArray *notes)
{
  gboolean has_shares = FALSE;

  kkr_calculator_note_empty (self->calculator, "answers", "svarene", notes);
  kkr_calculator_note_empty (self->calculator, "invited", "de adspurgte", notes);
  for (guint i = 0; i < self->distributions->len; i++)
    has_shares = has_shares || kkr_survey_get_distribution (self, i)->n_shares > 0;
  if (has_shares)
    add_precision (self, notes);
  if (self->has_answers && self->several)
    add_note (notes,
              "Hver adspurgt kan have givet flere svar: procenterne skal ikke give 100.",
              "Each respondent may have given several answers: per cents need not be 100.");
  add_sums (self, notes);
  add_bases (self, notes);
  add_flags (self, notes);
}
