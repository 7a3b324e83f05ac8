/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/survey/kkr-survey-private.h>

#include <libkkr/table/kkr-table-builder-private.h>

static const char *const kinds[] = { "answered", "answered-or-partly", NULL };
static const char *const kinds_da[] = { "besvaret", "besvaret helt eller delvis", NULL };

static void
add_rate (KkrSurveyPlan *self, const char *group, gboolean partly, gint64 asked, gint64 full,
          gint64 partial)
{
  KkrSurveyRate rate = { .group = self->rate_groups->len, .partly = partly, .asked = asked,
                         .full = full, .partial = partial };

  rate.answered = full + (partly ? partial : 0);
  g_ptr_array_add (self->rate_groups, (gpointer) (group != NULL ? group : KKR_SURVEY_NO_NAME));
  g_array_append_val (self->rates, rate);
}

/* By the groups of those who were asked, in the order in which they come. */
static void
add_invited (KkrSurveyPlan *self)
{
  KkrSheet *sheet = self->invited;
  const guint n = kkr_sheet_get_n_rows (sheet);
  guint n_groups;
  const gint32 *groups = kkr_sheet_get_codes (sheet, KKR_SURVEY_INVITED_GROUP, &n_groups);
  g_autofree gint64 *asked = g_new0 (gint64, (gsize) n_groups + 1);
  g_autofree gint64 *full = g_new0 (gint64, (gsize) n_groups + 1);
  g_autofree gint64 *partial = g_new0 (gint64, (gsize) n_groups + 1);

  for (guint row = 0; row < n; row++)
    {
      const guint group = groups[row] >= 0 ? (guint) groups[row] : n_groups;
      const int response = kkr_sheet_get_choice (sheet, row, KKR_SURVEY_INVITED_RESPONSE);

      asked[group]++;
      full[group] += response == KKR_SURVEY_RESPONSE_FULL;
      partial[group] += response == KKR_SURVEY_RESPONSE_PARTLY;
    }
  for (guint i = 0; i <= n_groups; i++)
    {
      const char *name = i < n_groups ? kkr_sheet_get_code_text (sheet, KKR_SURVEY_INVITED_GROUP,
                                                                 (gint32) i) : NULL;

      if (asked[i] == 0)
        continue;
      add_rate (self, name, FALSE, asked[i], full[i], partial[i]);
      if (partial[i] > 0)
        add_rate (self, name, TRUE, asked[i], full[i], partial[i]);
    }
}

void
kkr_survey_find_rates (KkrSurveyPlan *self)
{
  const gint64 asked = kkr_calculator_get_int (self->calculator, "asked");
  const gint64 answered = kkr_calculator_get_int (self->calculator, "answered");
  const gint64 partly = kkr_calculator_get_int (self->calculator, "answered-partly");

  if (kkr_calculator_is_assigned (self->calculator, "invited"))
    add_invited (self);
  else if (asked > 0 && kkr_calculator_is_assigned (self->calculator, "answered"))
    {
      add_rate (self, NULL, FALSE, asked, answered, partly);
      if (partly > 0)
        add_rate (self, NULL, TRUE, asked, answered, partly);
    }
}

KkrTable *
kkr_survey_build_rates (const KkrSurveyPlan *self, GError **error)
{
  static const char *const keys[] = { "group", "kind", NULL };
  const guint n = self->rates->len;
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("rates", "Svarprocenter",
                                                               "Response rates");
  g_autofree const char **names = g_new0 (const char *, (gsize) n + 1);
  g_autofree gint32 *codes = g_new (gint32, (gsize) n + 1);
  g_autofree gint64 *asked = g_new (gint64, (gsize) n + 1), *answered = g_new (gint64, n + 1);
  g_autofree gint64 *missing = g_new (gint64, (gsize) n + 1);
  g_autofree KkrRational *rates = g_new0 (KkrRational, (gsize) n + 1);

  for (guint i = 0; i < n; i++)
    {
      const KkrSurveyRate *rate = &g_array_index (self->rates, KkrSurveyRate, i);

      names[i] = self->rate_groups->pdata[i];
      codes[i] = rate->partly;
      asked[i] = rate->asked;
      answered[i] = rate->answered;
      missing[i] = rate->asked - rate->answered;
      kkr_rational_init (&rates[i], (KkrInt128) 100 * rate->answered, rate->asked);
    }
  kkr_table_builder_add_text (builder, "group", "Gruppe", "Group", names);
  kkr_table_builder_add_choices (builder, "kind", "Besvarelse", "Response", codes, n, kinds,
                                 kinds_da, NULL);
  kkr_table_builder_add_int64 (builder, "asked", "Adspurgte", "Asked", KKR_UNIT_COUNT, asked, n);
  kkr_table_builder_add_int64 (builder, "answered", "Har svaret", "Answered", KKR_UNIT_COUNT,
                               answered, n);
  kkr_table_builder_add_int64 (builder, "missing", "Mangler", "Missing", KKR_UNIT_COUNT, missing,
                               n);
  kkr_table_builder_add_rationals (builder, "rate", "Svarprocent", "Response rate",
                                   KKR_UNIT_PERCENT, rates, n);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

/* Those who were asked and have not answered. */
KkrTable *
kkr_survey_build_missing (const KkrSurveyPlan *self, GError **error)
{
  static const char *const keys[] = { "group", "respondent", NULL };
  KkrSheet *sheet = self->invited;
  const guint n = kkr_sheet_get_n_rows (sheet);
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("missing", "Mangler svar fra",
                                                               "No answer from");
  g_autofree const char **groups = g_new0 (const char *, (gsize) n + 1);
  g_autofree const char **names = g_new0 (const char *, (gsize) n + 1);
  guint found = 0;

  for (guint row = 0; row < n; row++)
    {
      const int response = kkr_sheet_get_choice (sheet, row, KKR_SURVEY_INVITED_RESPONSE);
      const char *group = kkr_sheet_get_text (sheet, row, KKR_SURVEY_INVITED_GROUP);

      if (response == KKR_SURVEY_RESPONSE_FULL || response == KKR_SURVEY_RESPONSE_PARTLY)
        continue;
      groups[found] = group != NULL ? group : KKR_SURVEY_NO_NAME;
      names[found++] = kkr_sheet_get_text (sheet, row, KKR_SURVEY_INVITED_RESPONDENT);
    }
  kkr_table_builder_add_text (builder, "group", "Gruppe", "Group", groups);
  kkr_table_builder_add_text (builder, "respondent", "Adspurgt", "Asked", names);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}
