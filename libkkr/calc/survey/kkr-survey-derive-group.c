/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/survey/kkr-survey-private.h>

/* Of a group: how its respondents were found. */

typedef struct {
  GPtrArray *keys, *ones;
} Terms;

static void
terms_add (Terms *self, char *key)
{
  g_ptr_array_add (self->keys, key);
  g_ptr_array_add (self->ones, (gpointer) "1");
}

static void
terms_end (Terms *self, const KkrSurveyExplained *cell, const char *id, const char *danish,
           const char *english)
{
  if (self->keys->len == 0)
    {
      kkr_survey_explained_add_int (cell, id, danish, english, 0, KKR_UNIT_COUNT);
      return;
    }
  g_ptr_array_add (self->keys, NULL);
  g_ptr_array_add (self->ones, NULL);
  kkr_derivation_builder_add_sum (cell->builder, id, danish, english,
                                  (const char *const *) self->keys->pdata,
                                  (const char *const *) self->ones->pdata, KKR_UNIT_COUNT);
}

/* The base that faults are told of: where none is chosen, all that fit best have as many. */
static gint64
get_tried (const KkrSurveyGroup *group)
{
  return group->base > 0 || group->candidates->len == 0
           ? group->base : g_array_index (group->candidates, gint64, 0);
}

static void
add_faults (const KkrSurveyPlan *survey, guint i, gint64 base, Terms *terms)
{
  const KkrSurveyDistribution *distribution = kkr_survey_get_distribution (survey, i);
  const KkrSurveyGroup *group = kkr_survey_get_group (survey, distribution->group);
  gint64 least = 0, most = 0;
  gboolean together = !survey->several;

  for (guint at = survey->starts[i]; at < survey->starts[i + 1]; at++)
    {
      const KkrSurveyCell *cell = kkr_survey_get_cell (survey, survey->order[at]);
      gint64 low, high;

      if (kkr_base_search_counts (group->search, cell->value, base, &low, &high))
        {
          least += low;
          most += high;
          continue;
        }
      together = FALSE;
      terms_add (terms, g_strdup_printf ("%s/%s", cell->question, cell->answer));
    }
  if (together && (least > base || most < base))
    terms_add (terms, g_strdup (distribution->question));
}

static void
add_flagged (const KkrSurveyExplained *self)
{
  const KkrSurveyPlan *survey = self->survey;
  const gint64 base = get_tried (kkr_survey_get_group (survey, self->row));
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) ones = g_ptr_array_new ();
  Terms terms = { keys, ones };

  for (guint i = 0; i < survey->distributions->len; i++)
    {
      const KkrSurveyDistribution *distribution = kkr_survey_get_distribution (survey, i);

      if (distribution->group == self->row && distribution->n_counts == 0)
        add_faults (survey, i, base, &terms);
    }
  terms_end (&terms, self, "flagged", "Passer ikke", "Do not fit");
}

static void
add_tried (const KkrSurveyExplained *self)
{
  kkr_survey_explained_add_int (self, "candidate", "Prøvet grundtal", "Base that is tried",
                                get_tried (kkr_survey_get_group (self->survey, self->row)),
                                KKR_UNIT_COUNT);
}

static void
add_candidates (const KkrSurveyExplained *self)
{
  const KkrSurveyGroup *group = kkr_survey_get_group (self->survey, self->row);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) ones = g_ptr_array_new ();
  Terms terms = { keys, ones };

  for (guint i = 0; i < group->candidates->len; i++)
    terms_add (&terms, g_strdup_printf ("%" G_GINT64_FORMAT,
                                        g_array_index (group->candidates, gint64, i)));
  terms_end (&terms, self, "candidates", "Mulige grundtal", "Possible bases");
}

/* Each different share as a part of the base, rounded as it is printed; those that are none are
 * named. */
static void
add_base (const KkrSurveyExplained *self)
{
  const KkrSurveyGroup *group = kkr_survey_get_group (self->survey, self->row);
  g_autofree char *unit = NULL;
  KkrRational precision;
  gint64 scale = 1;

  for (int i = 0; i < group->decimals; i++)
    scale *= 10;
  kkr_rational_init (&precision, 1, scale);
  unit = kkr_rational_to_string (&precision);
  add_tried (self);
  for (guint i = 0; i < group->texts->len; i++)
    {
      const char *text = group->texts->pdata[i];
      g_autofree char *count = g_strdup_printf ("count_%u", i + 1);
      g_autofree char *share = g_strdup_printf ("share_%u", i + 1);
      g_autofree char *formula = g_strdup_printf ("100 * %s / candidate", count);
      g_autofree char *count_da = g_strdup_printf ("Antal bag %s", text);
      g_autofree char *count_en = g_strdup_printf ("Count behind %s", text);
      g_autofree char *share_da = g_strdup_printf ("Procent, trykt %s", text);
      g_autofree char *share_en = g_strdup_printf ("Per cent, printed %s", text);
      gint64 low, high;

      if (!kkr_base_search_counts (group->search, i, group->base, &low, &high))
        {
          kkr_derivation_builder_add_text (self->builder, count, count_da, count_en, "–");
          continue;
        }
      kkr_survey_explained_add_int (self, count, count_da, count_en, low, KKR_UNIT_COUNT);
      kkr_derivation_builder_add_rounding (self->builder, share, share_da, share_en, formula,
                                           KKR_UNIT_PERCENT, self->survey->mode, unit);
    }
  add_flagged (self);
  kkr_derivation_builder_add_formula (self->builder, "base", "Mindste grundtal", "Least base",
                                      "candidate", KKR_UNIT_COUNT);
}

gboolean
kkr_survey_derive_group (const KkrSurveyExplained *self)
{
  const KkrSurveyGroup *group = kkr_survey_get_group (self->survey, self->row);
  const char *column = self->column;

  if (g_str_equal (column, "shares"))
    kkr_survey_explained_add_int (self, "shares", "Trykte procenter", "Printed shares",
                                  group->n_shares, KKR_UNIT_COUNT);
  else if (g_str_equal (column, "decimals"))
    kkr_survey_explained_add_int (self, "decimals", "Decimaler", "Decimals", group->decimals,
                                  KKR_UNIT_COUNT);
  else if (g_str_equal (column, "base"))
    add_base (self);
  else if (g_str_equal (column, "candidates"))
    add_candidates (self);
  else if (g_str_equal (column, "flagged"))
    {
      add_tried (self);
      add_flagged (self);
    }
  else
    return FALSE;
  return TRUE;
}
