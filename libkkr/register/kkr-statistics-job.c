/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/register/kkr-statistics-reader-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/base/kkr-error-private.h>
#include <libkkr/base/kkr-file-private.h>
#include <libkkr/base/kkr-frozen-list-private.h>
#include <libkkr/base/kkr-number-private.h>
#include <libkkr/base/kkr-problem-private.h>
#include <libkkr/register/kkr-hasher-private.h>
#include <libkkr/register/kkr-register-private.h>

void
kkr_statistics_settings_copy (KkrStatisticsSettings *copy, const KkrStatisticsSettings *settings)
{
  *copy = *settings;
  copy->prefix = g_strdup (settings->prefix);
  copy->price_level = g_strdup (settings->price_level);
  copy->area_column = g_strdup (settings->area_column);
  copy->source_title = g_strdup (settings->source_title);
  copy->publisher = g_strdup (settings->publisher);
  copy->date = g_strdup (settings->date);
  copy->decimal_sign = g_strdup (settings->decimal_sign);
  if (settings->areas != NULL)
    g_object_ref (copy->areas);
}

void
kkr_statistics_settings_clear (KkrStatisticsSettings *settings)
{
  g_clear_pointer (&settings->prefix, g_free);
  g_clear_pointer (&settings->price_level, g_free);
  g_clear_pointer (&settings->area_column, g_free);
  g_clear_pointer (&settings->source_title, g_free);
  g_clear_pointer (&settings->publisher, g_free);
  g_clear_pointer (&settings->date, g_free);
  g_clear_pointer (&settings->decimal_sign, g_free);
  g_clear_object (&settings->areas);
}

static gboolean
is_prefix (const char *text)
{
  if (!g_ascii_islower (*text) && !g_ascii_isdigit (*text))
    return FALSE;
  for (const char *at = text; *at != '\0'; at++)
    if (!g_ascii_islower (*at) && !g_ascii_isdigit (*at)
        && ((*at != '-' && *at != '/') || at[1] == '\0' || at[1] == '-' || at[1] == '/'))
      return FALSE;
  return TRUE;
}

static gboolean
check_settings (const KkrStatisticsSettings *settings, GError **error)
{
  g_autofree char *prefix = kkr_text_quote (settings->prefix);
  g_autofree char *date = kkr_text_quote (settings->date);
  g_autofree char *sign = kkr_text_quote (settings->decimal_sign);
  KkrDatePrecision precision;
  gint32 from, until;

  if (settings->prefix == NULL)
    return kkr_refuse (error, KKR_CALC_ERROR_MISSING_INPUT,
                       _("no prefix of the keys: none found, a name such as folk1a expected"));
  if (!is_prefix (settings->prefix))
    return kkr_refuse (error, KKR_CALC_ERROR_OUT_OF_RANGE,
                       _("bad prefix of the keys: %s found, small letters, digits and hyphens such "
                         "as folk1a expected"), prefix);
  if (settings->date != NULL
      && !kkr_date_parse_bounds (settings->date, &from, &until, &precision))
    return kkr_refuse (error, KKR_CALC_ERROR_OUT_OF_RANGE,
                       _("bad source-date: %s found, a day such as 2023-08-21 or a month expected"),
                       date);
  if (settings->decimal_sign != NULL && !g_str_equal (settings->decimal_sign, ",")
      && !g_str_equal (settings->decimal_sign, "."))
    return kkr_refuse (error, KKR_CALC_ERROR_OUT_OF_RANGE,
                       _("bad decimal-sign: %s found, a comma or a dot expected"), sign);
  if (settings->unit == KKR_UNIT_UNSET)
    return kkr_refuse (error, KKR_CALC_ERROR_MISSING_INPUT,
                       _("no unit: none found, one such as persons expected"));
  return settings->scale == 1 || settings->scale == 1000 || settings->scale == 1000000
         || settings->scale == 1000000000
         || kkr_refuse (error, KKR_CALC_ERROR_OUT_OF_RANGE,
                        _("bad scale: %lld found, 1, 1000, 1000000 or 1000000000 expected"),
                        (long long) settings->scale);
}

/* A path into the elements that the file was taken for tells its author nothing. */
static KkrProblem *
without_path (KkrProblem *problem)
{
  KkrProblemInit init = {
    .rule = kkr_problem_get_rule (problem), .severity = kkr_problem_get_severity (problem),
    .code = kkr_problem_get_code (problem), .uri = kkr_problem_get_uri (problem),
    .line = kkr_problem_get_line (problem), .column = kkr_problem_get_column (problem),
    .text = kkr_problem_get_text (problem), .suggestion = kkr_problem_get_suggestion (problem),
  };

  KkrProblem *replaced;

  if (kkr_problem_get_path (problem) == NULL
      || !g_str_has_prefix (kkr_problem_get_path (problem), "register"))
    return problem;
  replaced = kkr_problem_new (&init);
  g_object_unref (problem);
  return replaced;
}

static void
end (KkrStatistics *statistics, KkrReadingOutcome *outcome)
{
  KkrReading *reading = &statistics->reading;

  if (g_cancellable_set_error_if_cancelled (statistics->cancellable, &outcome->error))
    return;
  if (!reading->stopped)
    kkr_reading_check (reading);
  for (guint i = 0; i < reading->problems->len; i++)
    reading->problems->pdata[i] = without_path (reading->problems->pdata[i]);
  if (reading->n_errors > 0)
    kkr_reading_set_error (reading, &outcome->error);
  else
    outcome->reg = kkr_register_new_take_store (kkr_builder_end (reading->builder,
                                                                 kkr_hasher_end (reading->hasher),
                                                                 &outcome->error));
  outcome->problems = kkr_frozen_list_new (KKR_TYPE_PROBLEM, reading->problems->pdata,
                                           reading->problems->len);
  g_ptr_array_set_free_func (reading->problems, NULL);
}

static gboolean
is_json (const KkrDecodedText *decoded)
{
  gsize at = 0;

  while (at < decoded->length && g_ascii_isspace (decoded->text[at]))
    at++;
  return at < decoded->length && decoded->text[at] == '{';
}

static void
read_bytes (KkrStatistics *statistics, GBytes *bytes, GError **error)
{
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  KkrDecodedText decoded;
  KkrDecodeProblem problem;

  if ((gint64) size > statistics->settings->max_bytes)
    {
      kkr_statistics_problem (statistics, KKR_STATISTICS_TOO_MANY_BYTES, 0, 0, NULL,
                              _("too many bytes: more found, max-bytes %lld expected"),
                              (long long) statistics->settings->max_bytes);
      return;
    }
  kkr_hasher_add (statistics->reading.hasher, text, size);
  if (size > 0 && !kkr_statistics_check_kind (statistics, text, size))
    return;
  if (!kkr_text_decode (text != NULL ? text : "", size, &decoded, &problem))
    {
      g_autofree char *wrong = kkr_decode_problem_text (&problem);

      kkr_statistics_problem (statistics, KKR_STATISTICS_BAD_ENCODING, problem.line,
                              problem.column, NULL, "%s", wrong);
      return;
    }
  if (is_json (&decoded))
    kkr_statistics_read_json (statistics, decoded.text, decoded.length);
  else if (statistics->settings->date != NULL)
    kkr_statistics_read_csv (statistics, &decoded);
  else
    kkr_refuse (error, KKR_CALC_ERROR_MISSING_INPUT,
                _("no source-date: none found, the day the figures were fetched expected"));
  g_free (decoded.owned);
}

void
kkr_statistics_job_run (const KkrStatisticsJob *job, KkrReadingOutcome *outcome)
{
  g_autoptr (GBytes) bytes = job->bytes != NULL ? g_bytes_ref (job->bytes) : NULL;
  KkrStatistics statistics;

  *outcome = (KkrReadingOutcome) { 0 };
  if (check_settings (&job->settings, &outcome->error) && bytes == NULL)
    bytes = kkr_file_load (job->uri, (gsize) MAX (job->settings.max_bytes, 0), job->cancellable,
                           &outcome->error);
  if (outcome->error != NULL)
    return;
  kkr_statistics_init (&statistics, &job->settings, job->uri, job->cancellable);
  statistics.progress = job->progress;
  statistics.user_data = job->user_data;
  read_bytes (&statistics, bytes, &outcome->error);
  if (outcome->error == NULL)
    end (&statistics, outcome);
  kkr_statistics_clear (&statistics);
}
