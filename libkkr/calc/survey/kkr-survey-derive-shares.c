/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/survey/kkr-survey-private.h>

/* A figure of each answer, as terms of a sum with a sign. */
typedef enum { PRINTED, LOWER, UPPER, COUNTED } Figure;

static void
add_answer (const KkrSurveyExplained *self, const char *id, const KkrSurveyCell *cell,
            Figure figure)
{
  static const char *const ends_da[] = { "trykt", "mindst", "højst", "antal" };
  static const char *const ends_en[] = { "printed", "at least", "at most", "count" };
  g_autofree char *danish = g_strdup_printf ("%s, %s", cell->answer, ends_da[figure]);
  g_autofree char *english = g_strdup_printf ("%s, %s", cell->answer, ends_en[figure]);
  const KkrRational *const values[] = { &cell->share, &cell->interval.lower,
                                        &cell->interval.upper };

  if (figure == COUNTED)
    kkr_survey_explained_add_int (self, id, danish, english, cell->count, KKR_UNIT_COUNT);
  else
    kkr_survey_explained_add_exact (self, id, danish, english, values[figure], KKR_UNIT_PERCENT);
}

static guint
get_first (const KkrSurveyExplained *self, guint *n)
{
  const guint *starts = self->survey->starts;

  *n = starts[self->row + 1] - starts[self->row];
  return starts[self->row];
}

static void
add_sum (const KkrSurveyExplained *self, Figure figure)
{
  g_autoptr (GString) formula = g_string_new (NULL);
  guint n, first = get_first (self, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("answer_%u", i + 1);

      add_answer (self, id, kkr_survey_get_cell (self->survey, self->survey->order[first + i]),
                  figure);
      g_string_append_printf (formula, "%s%s", i > 0 ? " + " : "", id);
    }
  kkr_derivation_builder_add_formula (self->builder, "sum", "Sum", "Sum", formula->str,
                                      figure == COUNTED ? KKR_UNIT_COUNT : KKR_UNIT_PERCENT);
}

/* What rises less what falls: at least with the lower ends of the one and the upper of the other.
 */
static void
add_net (const KkrSurveyExplained *self, Figure figure)
{
  const KkrSurveyDistribution *distribution = kkr_survey_get_distribution (self->survey, self->row);
  g_autoptr (GString) formula = g_string_new ("(");
  guint n, first = get_first (self, &n);

  for (guint i = 0; i < n; i++)
    {
      const KkrSurveyCell *cell = kkr_survey_get_cell (self->survey,
                                                       self->survey->order[first + i]);
      const Figure other = figure == LOWER ? UPPER : figure == UPPER ? LOWER : figure;
      g_autofree char *id = g_strdup_printf ("answer_%u", i + 1);

      if (cell->direction == 0)
        continue;
      add_answer (self, id, cell, cell->direction > 0 ? figure : other);
      if (formula->len > 1)
        g_string_append (formula, cell->direction > 0 ? " + " : " - ");
      else if (cell->direction < 0)
        g_string_append (formula, "0 - ");
      g_string_append (formula, id);
    }
  g_string_append (formula, formula->len > 1 ? ")" : "0)");
  if (figure == COUNTED)
    {
      kkr_survey_explained_add_int (self, "base", "Har svaret", "Respondents", distribution->base,
                                    KKR_UNIT_COUNT);
      g_string_append (formula, " * 100 / base");
    }
  kkr_derivation_builder_add_formula (self->builder, "net", "Nettobalance", "Net balance",
                                      formula->str, KKR_UNIT_PERCENTAGE_POINTS);
}

/* The counts, or how the base was found. */
static void
add_base (const KkrSurveyExplained *self)
{
  const KkrSurveyDistribution *distribution = kkr_survey_get_distribution (self->survey, self->row);
  KkrSurveyExplained group = *self;

  if (distribution->n_counts > 0 && !self->survey->several)
    add_sum (self, COUNTED);
  else if (distribution->n_counts > 0)
    kkr_survey_explained_add_int (self, "base", "Har svaret", "Respondents", distribution->base,
                                  KKR_UNIT_COUNT);
  else
    {
      group.row = distribution->group;
      group.column = "base";
      kkr_survey_derive_group (&group);
    }
}

gboolean
kkr_survey_derive_distribution (const KkrSurveyExplained *self)
{
  const KkrSurveyDistribution *distribution = kkr_survey_get_distribution (self->survey, self->row);
  const gboolean counted = distribution->n_counts > 0;
  const char *column = self->column;

  if (g_str_equal (column, "answers"))
    kkr_survey_explained_add_int (self, "answers", "Svarmuligheder", "Answers",
                                  distribution->n_cells, KKR_UNIT_COUNT);
  else if (g_str_equal (column, "sum"))
    add_sum (self, PRINTED);
  else if (g_str_equal (column, "sum-low"))
    add_sum (self, LOWER);
  else if (g_str_equal (column, "sum-high"))
    add_sum (self, UPPER);
  else if (g_str_equal (column, "net"))
    add_net (self, counted ? COUNTED : PRINTED);
  else if (g_str_equal (column, "net-low"))
    add_net (self, counted ? COUNTED : LOWER);
  else if (g_str_equal (column, "net-high"))
    add_net (self, counted ? COUNTED : UPPER);
  else if (g_str_equal (column, "base"))
    add_base (self);
  else
    return FALSE;
  return TRUE;
}

static void
add_printed (const KkrSurveyExplained *self, const KkrSurveyCell *cell)
{
  g_autofree char *danish = NULL, *english = NULL;

  if (self->survey->table == NULL)
    {
      danish = kkr_sheet_place_in (self->survey->answers, cell->row, KKR_SURVEY_COLUMN_SHARE, "da");
      english = kkr_sheet_place_in (self->survey->answers, cell->row, KKR_SURVEY_COLUMN_SHARE,
                                    "en");
    }
  kkr_survey_explained_add_exact (self, "printed", danish != NULL ? danish : "Trykt",
                                  english != NULL ? english : "Printed", &cell->share,
                                  KKR_UNIT_PERCENT);
}

/* The counts of a share: the whole numbers within what it can stand for. */
static void
add_count (const KkrSurveyExplained *self, const KkrSurveyCell *cell, gboolean highest)
{
  const KkrSurveyDistribution *distribution
    = kkr_survey_get_distribution (self->survey, cell->distribution);

  if (cell->count >= 0)
    {
      kkr_survey_explained_add_int (self, "count", "Antal", "Count", cell->count, KKR_UNIT_COUNT);
      return;
    }
  kkr_survey_explained_add_int (self, "base", "Mindste grundtal", "Least base",
                                distribution->base, KKR_UNIT_COUNT);
  kkr_base_search_derive_count (kkr_survey_get_group (self->survey, cell->group)->search,
                                self->builder, cell->value, distribution->base, highest, "count");
}

/* What the other answers leave of all respondents. */
static void
add_repair (const KkrSurveyExplained *self, const KkrSurveyCell *cell)
{
  const KkrSurveyPlan *survey = self->survey;
  const guint first = survey->starts[cell->distribution];
  const guint end = survey->starts[cell->distribution + 1];
  g_autoptr (GString) formula = g_string_new ("base");

  for (guint at = first; at < end; at++)
    {
      const KkrSurveyCell *other = kkr_survey_get_cell (survey, survey->order[at]);
      g_autofree char *id = g_strdup_printf ("count_of_%u", at - first + 1);
      g_autofree char *danish = g_strdup_printf ("%s, antal", other->answer);
      g_autofree char *english = g_strdup_printf ("%s, count", other->answer);

      if (other == cell)
        continue;
      kkr_survey_explained_add_int (self, id, danish, english, other->low, KKR_UNIT_COUNT);
      g_string_append_printf (formula, " - %s", id);
    }
  kkr_derivation_builder_add_formula (self->builder, "repair", "Antal, skulle være",
                                      "Count that should be", formula->str, KKR_UNIT_COUNT);
}

static void
add_base_value (const KkrSurveyExplained *self, const KkrSurveyCell *cell)
{
  kkr_survey_explained_add_int (
    self, "base", "Har svaret", "Respondents",
    kkr_survey_get_distribution (self->survey, cell->distribution)->base, KKR_UNIT_COUNT);
}

gboolean
kkr_survey_derive_share (const KkrSurveyExplained *self)
{
  const KkrSurveyCell *cell = kkr_survey_get_cell (self->survey, self->row);
  const char *column = self->column;
  const gboolean repair = g_str_has_prefix (column, "repair");

  if (g_str_equal (column, "share"))
    {
      add_printed (self, cell);
      return TRUE;
    }
  if (repair)
    {
      add_base_value (self, cell);
      if (cell->count >= 0)
        kkr_survey_explained_add_int (self, "repair", "Antal", "Count", cell->count,
                                      KKR_UNIT_COUNT);
      else
        add_repair (self, cell);
    }
  else
    add_count (self, cell, g_str_equal (column, "count-high"));
  if (!repair && g_str_equal (column, "computed") && cell->count >= 0)
    add_base_value (self, cell);
  if (g_str_equal (column, "computed") || g_str_equal (column, "repair"))
    kkr_derivation_builder_add_formula (self->builder, "part", "Andel", "Share",
                                        repair ? "100 * repair / base" : "100 * count / base",
                                        KKR_UNIT_PERCENT);
  return TRUE;
}
