/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/survey/kkr-survey-private.h>

#include <libkkr/calc/kkr-result-private.h>
#include <libkkr/table/kkr-table-private.h>

void
kkr_survey_explained_add_int (const KkrSurveyExplained *self, const char *id, const char *danish,
                              const char *english, gint64 value, KkrUnit unit)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  kkr_derivation_builder_add_value (self->builder, id, danish, english, text, unit);
}

void
kkr_survey_explained_add_exact (const KkrSurveyExplained *self, const char *id, const char *danish,
                                const char *english, const KkrRational *value, KkrUnit unit)
{
  g_autofree char *text = kkr_rational_to_string (value);

  kkr_derivation_builder_add_value (self->builder, id, danish, english, text, unit);
}

static char *
dup_key (KkrTable *table, guint row)
{
  g_autoptr (GString) key = g_string_new (NULL);

  for (guint i = 0; table->key_columns[i] != NULL; i++)
    {
      g_autofree char *text
        = kkr_column_dup_plain (kkr_table_find_column (table, table->key_columns[i]), row);

      g_string_append_printf (key, "%s%s", i > 0 ? "/" : "", text);
    }
  return g_string_free (g_steal_pointer (&key), FALSE);
}

static gboolean
derive_rate (const KkrSurveyExplained *self)
{
  const KkrSurveyRate *rate = &g_array_index (self->survey->rates, KkrSurveyRate, self->row);
  const char *column = self->column;

  if (!g_str_equal (column, "answered"))
    kkr_survey_explained_add_int (self, "asked", "Adspurgte", "Asked", rate->asked,
                                  KKR_UNIT_COUNT);
  if (g_str_equal (column, "asked"))
    return TRUE;
  kkr_survey_explained_add_int (self, "full", "Har svaret fuldt ud", "Answered in full",
                                rate->full, KKR_UNIT_COUNT);
  if (rate->partly)
    kkr_survey_explained_add_int (self, "partial", "Har svaret delvis", "Answered in part",
                                  rate->partial, KKR_UNIT_COUNT);
  kkr_derivation_builder_add_formula (self->builder, "answered", "Har svaret", "Answered",
                                      rate->partly ? "full + partial" : "full", KKR_UNIT_COUNT);
  if (g_str_equal (column, "missing"))
    kkr_derivation_builder_add_formula (self->builder, "missing", "Mangler", "Missing",
                                        "asked - answered", KKR_UNIT_COUNT);
  else if (g_str_equal (column, "rate"))
    kkr_derivation_builder_add_formula (self->builder, "rate", "Svarprocent", "Response rate",
                                        "100 * answered / asked", KKR_UNIT_PERCENT);
  return TRUE;
}

static gboolean
derive_cell (const KkrSurveyExplained *self)
{
  const char *name = self->table->name;
  const KkrColumnKind kind = kkr_table_find_column (self->table, self->column)->kind;

  if (kind == KKR_COLUMN_KIND_TEXT)
    return FALSE;
  if (g_str_equal (name, "distributions"))
    return kkr_survey_derive_distribution (self);
  if (g_str_equal (name, "shares"))
    return kkr_survey_derive_share (self);
  if (g_str_equal (name, "groups"))
    return kkr_survey_derive_group (self);
  return g_str_equal (name, "rates") && derive_rate (self);
}

KkrDerivation *
kkr_survey_derive (KkrCalculator *calculator, KkrResult *result, const char *column, gint64 row,
                   GError **error)
{
  const char *bare, *fault;
  KkrTable *table = kkr_result_find_table (result, column, &bare, error);
  KkrColumn *cells = table != NULL ? kkr_table_find_column (table, bare) : NULL;
  g_autoptr (KkrSurveyPlan) survey = cells != NULL && row >= 0
                                   ? kkr_survey_new (calculator, &fault, error) : NULL;
  g_autoptr (KkrDerivationBuilder) builder = NULL;
  g_autofree char *key = NULL;
  KkrSurveyExplained cell = { survey, table, bare, (guint) MAX (row, 0), NULL };

  if (survey == NULL || !kkr_survey_find_bases (survey, NULL, error))
    return NULL;
  kkr_survey_judge (survey);
  key = dup_key (table, (guint) row);
  cell.builder = builder = kkr_derivation_builder_new (column, key);
  kkr_derivation_builder_set_title (builder, cells->danish, cells->english);
  if (survey->reg != NULL)
    kkr_derivation_builder_set_register (builder, kkr_register_get_data_version (survey->reg),
                                         kkr_register_get_sha256 (survey->reg));
  return derive_cell (&cell) ? kkr_derivation_builder_end (builder, error) : NULL;
}
