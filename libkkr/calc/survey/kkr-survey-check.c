/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/survey/kkr-survey-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-number-private.h>

static void G_GNUC_PRINTF (4, 5)
report (KkrCalculator *calculator, const char *input, KkrCalcError code, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  kkr_calculator_report (calculator, input, code, text);
}

/* About a cell: its row, where it is one of the input. */
static void G_GNUC_PRINTF (5, 6)
report_cell (KkrSurveyPlan *self, const KkrSurveyCell *cell, guint column, KkrCalcError code,
             const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (self->table == NULL)
    kkr_sheet_report (self->answers, self->calculator, cell->row, column, code, text);
  else
    {
      g_autofree char *place = kkr_survey_place (self, cell);

      report (self->calculator, "table", code, "%s: %s", place, text);
    }
}

/* "»Stige« (Voksne i alt; Nordjylland)" */
static char *
name_cell (const KkrSurveyPlan *self, const KkrSurveyCell *cell)
{
  g_autofree char *answer = kkr_text_quote (cell->answer);

  return g_strdup_printf ("%s (%s; %s)", answer, cell->question,
                          kkr_survey_get_group (self, cell->group)->name);
}

static gboolean
is_good (const KkrSurveyPlan *self, const KkrSurveyCell *cell)
{
  const KkrSurveyDistribution *distribution = kkr_survey_get_distribution (self,
                                                                           cell->distribution);
  const gboolean has_share = cell->share.den != 0;

  return (has_share || cell->count > 0)
         && (!has_share || (cell->share.num >= 0 && cell->share.num <= 100 * cell->share.den))
         && cell->count <= KKR_SURVEY_MAX_COUNT && (cell->count != 0 || self->table != NULL)
         && (distribution->n_counts > 0) == (cell->count >= 0)
         && (distribution->n_shares > 0) == has_share
         && (!self->several || cell->count <= distribution->base);
}

static void
check_cell (KkrSurveyPlan *self, const KkrSurveyCell *cell)
{
  const KkrSurveyDistribution *distribution = kkr_survey_get_distribution (self,
                                                                           cell->distribution);
  g_autofree char *name = name_cell (self, cell);
  g_autofree char *found = cell->share.den != 0 ? kkr_message_number (&cell->share) : NULL;
  const gint64 count = self->table == NULL && cell->count >= 0
                         ? kkr_sheet_get_whole (self->answers, cell->row, KKR_SURVEY_COLUMN_COUNT)
                         : cell->count;

  if (found != NULL && (cell->share.num < 0 || cell->share.num > 100 * cell->share.den))
    report_cell (self, cell, KKR_SURVEY_COLUMN_SHARE, KKR_CALC_ERROR_OUT_OF_RANGE,
                 _("%s: no share of a whole: %s per cent found, 0 to 100 expected"), name, found);
  if (cell->count >= 0 && (count < 0 || count > KKR_SURVEY_MAX_COUNT))
    report_cell (self, cell, KKR_SURVEY_COLUMN_COUNT, KKR_CALC_ERROR_OUT_OF_RANGE,
                 _("%s: no number of respondents: %lld found, 0 to %d expected"), name,
                 (long long) count, KKR_SURVEY_MAX_COUNT);
  if (found == NULL && cell->count < 0)
    report_cell (self, cell, G_MAXUINT, KKR_CALC_ERROR_MISSING_INPUT,
                 _("%s: neither a share nor a count found, one of them expected"), name);
  else if ((distribution->n_counts > 0 && cell->count < 0)
           || (distribution->n_counts == 0 && found == NULL))
    report_cell (self, cell, KKR_SURVEY_COLUMN_COUNT, KKR_CALC_ERROR_INCONSISTENT,
                 _("%s: no count, while other answers to the question have one: counts for all "
                   "of them, or for none, expected"), name);
  else if (distribution->n_shares > 0 && found == NULL)
    report_cell (self, cell, KKR_SURVEY_COLUMN_SHARE, KKR_CALC_ERROR_INCONSISTENT,
                 _("%s: no share, while other answers to the question have one: shares for all "
                   "of them, or for none, expected"), name);
  if (self->several && cell->count > distribution->base && distribution->n_counts > 0)
    report_cell (self, cell, KKR_SURVEY_COLUMN_COUNT, KKR_CALC_ERROR_INCONSISTENT,
                 _("%s: more than have answered: %lld found, %lld at most expected"), name,
                 (long long) cell->count, (long long) distribution->base);
}

static void
check_twice (KkrSurveyPlan *self)
{
  g_autoptr (GHashTable) rows = g_hash_table_new_full (kkr_survey_hash_pair, g_int64_equal,
                                                       g_free, NULL);

  for (guint i = 0; i < self->cells->len; i++)
    {
      const KkrSurveyCell *cell = kkr_survey_get_cell (self, i);
      const gint64 key = (gint64) cell->distribution << 32 | kkr_survey_number (self, cell->answer);
      const guint first = GPOINTER_TO_UINT (g_hash_table_lookup (rows, &key));
      g_autofree char *name = NULL;

      if (first == 0)
        {
          g_hash_table_insert (rows, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (i + 1));
          continue;
        }
      name = name_cell (self, cell);
      report_cell (self, cell, KKR_SURVEY_COLUMN_ANSWER, KKR_CALC_ERROR_INCONSISTENT,
                   _("%s is there already in row %u: another answer, question or group expected"),
                   name, kkr_survey_get_cell (self, first - 1)->row + 1);
    }
}

static void
check_invited (KkrSurveyPlan *self)
{
  KkrSheet *sheet = self->invited;
  g_autoptr (GHashTable) rows = g_hash_table_new_full (kkr_survey_hash_pair, g_int64_equal,
                                                       g_free, NULL);

  for (guint row = 0; row < kkr_sheet_get_n_rows (sheet); row++)
    {
      const char *name = kkr_sheet_get_text (sheet, row, KKR_SURVEY_INVITED_RESPONDENT);
      const char *group = kkr_sheet_get_text (sheet, row, KKR_SURVEY_INVITED_GROUP);
      const gint64 key = (gint64) kkr_survey_number (self, name) << 32
                         | kkr_survey_number (self, group);
      const guint first = GPOINTER_TO_UINT (g_hash_table_lookup (rows, &key));
      g_autofree char *quoted = kkr_text_quote (name);
      g_autofree char *text = NULL;

      if (first == 0)
        {
          g_hash_table_insert (rows, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (row + 1));
          continue;
        }
      text = g_strdup_printf (_("%s is asked twice: row %u found, each once expected"), quoted,
                              first);
      kkr_sheet_report (sheet, self->calculator, row, KKR_SURVEY_INVITED_RESPONDENT,
                        KKR_CALC_ERROR_INCONSISTENT, text);
    }
}

static void
check_rates (KkrCalculator *calculator)
{
  const gboolean has_asked = kkr_calculator_is_assigned (calculator, "asked");
  const gboolean has_answered = kkr_calculator_is_assigned (calculator, "answered");
  const gint64 asked = kkr_calculator_get_int (calculator, "asked");
  const gint64 answered = kkr_calculator_get_int (calculator, "answered");
  const gint64 partly = kkr_calculator_get_int (calculator, "answered-partly");

  if (has_asked && !has_answered)
    report (calculator, "answered", KKR_CALC_ERROR_MISSING_INPUT,
            _("missing: nothing found, how many of those asked have answered expected"));
  if (has_asked && asked < 1)
    report (calculator, "asked", KKR_CALC_ERROR_OUT_OF_RANGE,
            _("nobody asked: %lld found, 1 or more expected"), (long long) asked);
  if (answered < 0 || partly < 0)
    report (calculator, answered < 0 ? "answered" : "answered-partly", KKR_CALC_ERROR_OUT_OF_RANGE,
            _("%lld found, 0 or more expected"), (long long) MIN (answered, partly));
  else if (has_asked && answered + partly > asked)
    report (calculator, "answered", KKR_CALC_ERROR_INCONSISTENT,
            _("more have answered than were asked: %lld found, %lld at most expected"),
            (long long) (answered + partly), (long long) asked);
  if (kkr_calculator_get_boolean (calculator, "several-answers") && !has_answered
      && kkr_calculator_is_assigned (calculator, "answers"))
    report (calculator, "answered", KKR_CALC_ERROR_MISSING_INPUT,
            _("missing: nothing found, how many have answered expected, since each may have given "
              "several answers"));
}

static gboolean
check_inputs (KkrCalculator *calculator)
{
  const gboolean has_answers = kkr_calculator_is_assigned (calculator, "answers");
  const gboolean has_table = kkr_calculator_is_assigned (calculator, "table");
  const gint64 first = kkr_calculator_get_int (calculator, "first-base");
  const gint64 last = kkr_calculator_get_int (calculator, "last-base");
  const gint64 decimals = kkr_calculator_get_int (calculator, "decimals");

  if (!has_answers && !has_table && !kkr_calculator_is_assigned (calculator, "invited")
      && !kkr_calculator_is_assigned (calculator, "asked"))
    report (calculator, "answers", KKR_CALC_ERROR_MISSING_INPUT,
            _("missing: nothing found; answers, a table of the register, those invited, or how "
              "many were asked expected"));
  if (has_answers && has_table)
    report (calculator, "table", KKR_CALC_ERROR_INCONSISTENT,
            _("answers and a table of the register found, one of them expected"));
  if (first < 1 || last < first)
    report (calculator, "last-base", KKR_CALC_ERROR_OUT_OF_RANGE,
            _("no span of whole numbers: %lld to %lld found, from 1 upwards expected"),
            (long long) first, (long long) last);
  else if (last > KKR_SURVEY_MAX_BASE)
    report (calculator, "last-base", KKR_CALC_ERROR_OUT_OF_RANGE,
            _("no span of whole numbers: %lld to %lld found, 1 to %d at most expected"),
            (long long) first, (long long) last, KKR_SURVEY_MAX_BASE);
  if (decimals < 0 || decimals > KKR_SURVEY_MAX_DECIMALS)
    report (calculator, "decimals", KKR_CALC_ERROR_OUT_OF_RANGE,
            _("%lld decimals found, 0 to %d expected"), (long long) decimals,
            KKR_SURVEY_MAX_DECIMALS);
  check_rates (calculator);
  return !has_answers || !has_table;
}

void
kkr_survey_check_cells (KkrSurveyPlan *self)
{
  /* Names are made of those alone that need them. */
  for (guint i = 0; i < self->cells->len; i++)
    if (!is_good (self, kkr_survey_get_cell (self, i)))
      check_cell (self, kkr_survey_get_cell (self, i));
  check_twice (self);
  check_invited (self);
}

void
kkr_survey_check (KkrCalculator *calculator)
{
  g_autoptr (KkrSurveyPlan) survey = NULL;
  g_autoptr (GError) error = NULL;
  const char *fault;

  if (!check_inputs (calculator))
    return;
  survey = kkr_survey_new (calculator, &fault, &error);
  if (survey == NULL && fault != NULL)
    kkr_calculator_report (calculator, fault, (KkrCalcError) error->code, error->message);
  if (survey != NULL)
    kkr_survey_check_cells (survey);
}
