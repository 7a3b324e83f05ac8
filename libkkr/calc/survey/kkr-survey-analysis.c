/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-choice-names-private.h>
#include <libkkr/calc/survey/kkr-survey-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-enums-private.h>

/**
 * KkrSurveyAnalysis:
 *
 * What a survey among municipalities, or anybody else, says (spørgeskemaundersøgelse): how many
 * have answered, whether the printed per cents of the answers make up the whole, what rises less
 * what falls, and how many respondents the per cents are of.
 *
 * Per cents are taken for what they can stand for: 44 printed without decimals is anything from
 * 43.5 to below 44.5, and answers of three such figures can add up to 98.5 to 101.5. The
 * respondents of a group are the least number of which the printed per cents can be parts; a per
 * cent that is no number of them is flagged, with the one that the other answers leave.
 *
 * Tables, each where its inputs are given: `distributions` (a row for a group and a question: sum,
 * net balance, respondents), `shares` (a row for an answer: counts, verdict, repair), `groups`
 * (respondents behind the per cents), `rates` (response rates) and `missing` (who has not
 * answered).
 *
 * Since: 0.1
 */
struct _KkrSurveyAnalysis {
  KkrCalculator parent_instance;
};

G_DEFINE_FINAL_TYPE (KkrSurveyAnalysis, kkr_survey_analysis, KKR_TYPE_CALCULATOR)

G_DEFINE_ENUM_TYPE (KkrSurveyResponse, kkr_survey_response,
  G_DEFINE_ENUM_VALUE (KKR_SURVEY_RESPONSE_UNSET, "unset"),
  G_DEFINE_ENUM_VALUE (KKR_SURVEY_RESPONSE_NONE, "none"),
  G_DEFINE_ENUM_VALUE (KKR_SURVEY_RESPONSE_FULL, "full"),
  G_DEFINE_ENUM_VALUE (KKR_SURVEY_RESPONSE_PARTLY, "partly"))

typedef KkrTable *(*Build) (const KkrSurveyPlan *self, GError **error);

static gboolean
add_table (const KkrSurveyPlan *survey, GPtrArray *tables, Build build, GError **error)
{
  KkrTable *table = build (survey, error);

  if (table != NULL)
    g_ptr_array_add (tables, table);
  return table != NULL;
}

static gboolean
has_search (const KkrSurveyPlan *survey)
{
  for (guint i = 0; i < survey->groups->len; i++)
    if (kkr_survey_get_group (survey, i)->search != NULL)
      return TRUE;
  return FALSE;
}

static KkrResult *
kkr_survey_analysis_compute (KkrCalculator *self, GCancellable *cancellable, GError **error)
{
  const char *fault;
  g_autoptr (KkrSurveyPlan) survey = kkr_survey_new (self, &fault, error);
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);

  if (survey == NULL || !kkr_survey_find_bases (survey, cancellable, error))
    return NULL;
  kkr_survey_judge (survey);
  if (survey->has_answers
      && (!add_table (survey, tables, kkr_survey_build_distributions, error)
          || !add_table (survey, tables, kkr_survey_build_shares, error)
          || (has_search (survey)
              && !add_table (survey, tables, kkr_survey_build_groups, error))))
    return NULL;
  if ((kkr_calculator_is_assigned (self, "asked") || kkr_calculator_is_assigned (self, "invited"))
      && !add_table (survey, tables, kkr_survey_build_rates, error))
    return NULL;
  if (kkr_calculator_is_assigned (self, "invited")
      && !add_table (survey, tables, kkr_survey_build_missing, error))
    return NULL;
  kkr_survey_add_notes (survey, notes);
  return kkr_result_new (self, (KkrTable **) tables->pdata, tables->len, (KkrNote **) notes->pdata,
                         notes->len);
}

static void
install_tables (KkrCalculatorClass *klass)
{
  static const KkrSheetColumn answers[] = {
    { "question", "Spørgsmål|Question", KKR_SHEET_TEXT },
    { "answer", "Svar|Answer", KKR_SHEET_TEXT, TRUE },
    { "group", "Gruppe|Group", KKR_SHEET_TEXT },
    { "share", "Procent|Per cent", KKR_SHEET_NUMBER },
    { "count", "Antal|Count", KKR_SHEET_WHOLE },
    { NULL },
  };
  const KkrSheetColumn invited[] = {
    { "respondent", "Adspurgt|Asked", KKR_SHEET_PERSON, TRUE },
    { "group", "Gruppe|Group", KKR_SHEET_TEXT },
    { "response", "Besvarelse|Response", KKR_SHEET_CHOICE, FALSE, KKR_TYPE_SURVEY_RESPONSE,
      "ingen|nej;fuld|ja|besvaret;delvis|kvalitativ" },
    { NULL },
  };
  /**
   * KkrSurveyAnalysis:answers:
   *
   * The answers: a share or a count for each answer of each group to each question.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_sheet (klass, "answers", "Svar|Answers",
                                      "Svarene, i procent eller antal, efter spørgsmål og gruppe|"
                                      "The answers, in per cent or counts, by question and group",
                                      answers, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrSurveyAnalysis:table:
   *
   * The key of a table of the register with the answers, such as `place-expectations-2022`: texts
   * of question and answer, then a column for each group.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_string (klass, "table", "Tabel i registret|Table of the register",
                                       "Registrets tabel med svarene: place-expectations-2022|"
                                       "The register's table of answers: place-expectations-2022",
                                       NULL, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrSurveyAnalysis:invited:
   *
   * Those who were asked, and whether they have answered.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_sheet (klass, "invited", "Adspurgte|Invited",
                                      "De adspurgte, og om de har svaret|"
                                      "Those who were asked, and whether they have answered",
                                      invited, KKR_PARAM_FLAGS_NONE);
}

static void
install_counts (KkrCalculatorClass *klass)
{
  /**
   * KkrSurveyAnalysis:asked:
   *
   * How many were asked, where they are not listed.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "asked", "Antal adspurgte|Number asked",
                                    "Hvor mange der er spurgt|How many were asked", 0,
                                    KKR_PARAM_FLAGS_NONE);
  /**
   * KkrSurveyAnalysis:answered:
   *
   * How many of them have answered.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "answered", "Har svaret|Number answered",
                                    "Hvor mange der har svaret|How many have answered", 0,
                                    KKR_PARAM_FLAGS_NONE);
  /**
   * KkrSurveyAnalysis:answered-partly:
   *
   * How many more have answered in part.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "answered-partly",
                                    "Har svaret delvis|Number answered in part",
                                    "Hvor mange flere der har svaret delvis|"
                                    "How many more have answered in part", 0,
                                    KKR_PARAM_FLAGS_NONE);
  /**
   * KkrSurveyAnalysis:several-answers:
   *
   * Whether each respondent may give several answers to a question: then they need not be 100.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_boolean (klass, "several-answers", "Flere svar hver|Several answers",
                                        "Om hver adspurgt kan give flere svar|"
                                        "Whether each may give several answers", FALSE,
                                        KKR_PARAM_FLAGS_NONE);
}

static void
install_words (KkrCalculatorClass *klass)
{
  /**
   * KkrSurveyAnalysis:rise:
   *
   * The answers that count as a rise, between semicolons.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_string (klass, "rise", "Svar, der stiger|Answers that rise",
                                       "Svar, der tæller som stigning, med semikolon imellem|"
                                       "Answers that count as a rise, between semicolons",
                                       "Stige;Stiger;Stigende;Rise;Increase",
                                       KKR_PARAM_FLAGS_NONE);
  /**
   * KkrSurveyAnalysis:fall:
   *
   * The answers that count as a fall, between semicolons.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_string (klass, "fall", "Svar, der falder|Answers that fall",
                                       "Svar, der tæller som fald, med semikolon imellem|"
                                       "Answers that count as a fall, between semicolons",
                                       "Falde;Falder;Faldende;Fall;Decrease",
                                       KKR_PARAM_FLAGS_NONE);
}

static void
install_precision (KkrCalculatorClass *klass)
{
  /**
   * KkrSurveyAnalysis:decimals:
   *
   * The decimals that per cents are printed with; when not given, as many as any of the group has.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "decimals", "Decimaler|Decimals",
                                    "Decimaler, procenterne er trykt med|"
                                    "The decimals that per cents are printed with", 0,
                                    KKR_PARAM_FLAGS_NONE);
  /**
   * KkrSurveyAnalysis:rounding:
   *
   * How the per cents were rounded.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "rounding", "Afrunding|Rounding",
                                     "Hvordan procenterne er afrundet|"
                                     "How the per cents were rounded", KKR_TYPE_ROUNDING_MODE,
                                     KKR_ROUNDING_MODE_HALF_AWAY, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrSurveyAnalysis:first-base:
   *
   * The least number of respondents to try.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "first-base", "Grundtal fra|Bases from",
                                    "Det mindste antal besvarelser, der prøves|"
                                    "The least number of respondents to try", 1,
                                    KKR_PARAM_FLAGS_NONE);
  /**
   * KkrSurveyAnalysis:last-base:
   *
   * The largest number of respondents to try; there are 98 municipalities.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "last-base", "Grundtal til|Bases to",
                                    "Det største antal besvarelser, der prøves|"
                                    "The largest number of respondents to try", 98,
                                    KKR_PARAM_FLAGS_NONE);
}

static void
kkr_survey_analysis_class_init (KkrSurveyAnalysisClass *klass)
{
  KkrCalculatorClass *calculator_class = KKR_CALCULATOR_CLASS (klass);

  calculator_class->check = kkr_survey_check;
  calculator_class->compute = kkr_survey_analysis_compute;
  calculator_class->derive = kkr_survey_derive;
  calculator_class->thread_safe = TRUE;
  calculator_class->title_da = "Spørgeskemaundersøgelse";
  calculator_class->title_en = "Survey";
  install_tables (calculator_class);
  install_counts (calculator_class);
  install_words (calculator_class);
  install_precision (calculator_class);
  /**
   * KkrSurveyAnalysis:register:
   *
   * The register that a table is taken from.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_register (calculator_class, KKR_PARAM_FLAGS_NONE);
  kkr_survey_analysis_explain_columns (calculator_class);
}

static void
kkr_survey_analysis_init (KkrSurveyAnalysis *self)
{
}

/**
 * kkr_survey_response_from_string:
 * @text: the nick, such as `full`
 * @error: return location for a [error@CalcError]
 *
 * Reads a [enum@SurveyResponse] from its nick.
 *
 * Returns: the value, or 0 with `OUT_OF_RANGE` naming the words that are known
 *
 * Since: 0.1
 */
KkrSurveyResponse
kkr_survey_response_from_string (const char *text, GError **error)
{
  return (KkrSurveyResponse) kkr_enum_from_string (KKR_TYPE_SURVEY_RESPONSE,
                                                   N_("no such response"), text, error);
}

/**
 * kkr_survey_response_to_string:
 * @survey_response: a [enum@SurveyResponse]
 *
 * Gives the nick of a value.
 *
 * Returns: (transfer none): the nick, `unset` for a number that is none of the values
 *
 * Since: 0.1
 */
const char *
kkr_survey_response_to_string (KkrSurveyResponse survey_response)
{
  return kkr_enum_to_string (KKR_TYPE_SURVEY_RESPONSE, (int) survey_response);
}

/**
 * kkr_survey_analysis_new:
 *
 * Makes a calculator of surveys with no input assigned.
 *
 * Returns: (transfer full): the calculator
 *
 * Since: 0.1
 */
KkrSurveyAnalysis *
kkr_survey_analysis_new (void)
{
  return g_object_new (KKR_TYPE_SURVEY_ANALYSIS, NULL);
}
