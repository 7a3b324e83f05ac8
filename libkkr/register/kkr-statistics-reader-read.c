/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/register/kkr-statistics-reader-private.h>

#include <libkkr/base/kkr-frozen-list-private.h>

/**
 * kkr_statistics_reader_new: (constructor)
 * @prefix: (nullable): what the keys of the facts begin with, such as `folk1a`
 *
 * Makes a reader with the default settings and limits.
 *
 * Returns: (transfer full): a reader
 *
 * Since: 0.1
 */
KkrStatisticsReader *
kkr_statistics_reader_new (const char *prefix)
{
  return g_object_new (KKR_TYPE_STATISTICS_READER, "prefix", prefix, NULL);
}

static KkrRegister *
run (KkrStatisticsReader *self, const char *uri, GBytes *bytes, GCancellable *cancellable,
     GError **error)
{
  KkrStatisticsJob job = {
    .settings = self->settings, .uri = (char *) uri, .bytes = bytes,
    .cancellable = cancellable,
  };
  KkrReadingOutcome outcome;
  KkrRegister *reg;

  kkr_statistics_job_run (&job, &outcome);
  reg = kkr_reading_outcome_take (&outcome, self, &self->problems, error);
  kkr_reading_outcome_clear (&outcome);
  return reg;
}

/**
 * kkr_statistics_reader_read_file:
 * @self: a reader
 * @path: the file
 * @cancellable: (nullable): what can stop it
 * @error: return location for an error
 *
 * Reads a file into a register of facts. A file that begins with a brace is JSON-stat, any other is
 * CSV.
 *
 * A file that cannot be read is a `G_IO_ERROR`, a reader that lacks a setting or has a bad one is a
 * [error@CalcError]. Otherwise the error is a [error@LoadError] whose code is that of the first
 * problem, and [method@StatisticsReader.get_problems] has all.
 *
 * Returns: (transfer full): the register
 *
 * Since: 0.1
 */
KkrRegister *
kkr_statistics_reader_read_file (KkrStatisticsReader *self, const char *path,
                                 GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (KKR_IS_STATISTICS_READER (self), NULL);
  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return run (self, path, NULL, cancellable, error);
}

/**
 * kkr_statistics_reader_read_bytes:
 * @self: a reader
 * @bytes: the contents of a file
 * @uri: (nullable): what the file is called in messages
 * @cancellable: (nullable): what can stop it
 * @error: return location for an error
 *
 * Reads a file that is in memory; see [method@StatisticsReader.read_file].
 *
 * Returns: (transfer full): the register
 *
 * Since: 0.1
 */
KkrRegister *
kkr_statistics_reader_read_bytes (KkrStatisticsReader *self, GBytes *bytes, const char *uri,
                                  GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (KKR_IS_STATISTICS_READER (self), NULL);
  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return run (self, uri != NULL ? uri : "statistics", bytes, cancellable, error);
}

static void
run_job (gconstpointer job, KkrReadingOutcome *outcome)
{
  kkr_statistics_job_run (job, outcome);
}

static void
free_job (gpointer data)
{
  KkrStatisticsJob *job = data;

  kkr_statistics_settings_clear (&job->settings);
  g_free (job->uri);
  g_free (job);
}

static void
set_progress (gpointer reader, gdouble done)
{
  kkr_statistics_reader_set_progress (reader, done);
}

/**
 * kkr_statistics_reader_read_file_async:
 * @self: a reader
 * @path: the file
 * @cancellable: (nullable): what can stop it
 * @callback: (scope async): called when it is done
 * @user_data: data for @callback
 *
 * Does what [method@StatisticsReader.read_file] does without making the caller wait. The settings
 * are copied at once, so the reader may be changed meanwhile; its property `progress` is notified
 * in the main context of the caller.
 *
 * Since: 0.1
 */
void
kkr_statistics_reader_read_file_async (KkrStatisticsReader *self, const char *path,
                                       GCancellable *cancellable, GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  static const KkrReadingTaskKind kind = { run_job, free_job, set_progress };
  g_autoptr (GTask) task = NULL;
  KkrStatisticsJob *job;

  g_return_if_fail (KKR_IS_STATISTICS_READER (self));
  g_return_if_fail (path != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  job = g_new0 (KkrStatisticsJob, 1);
  kkr_statistics_settings_copy (&job->settings, &self->settings);
  job->uri = g_strdup (path);
  job->cancellable = cancellable;
  task = kkr_reading_task_new (self, &kind, job, kkr_statistics_reader_read_file_async,
                               cancellable, callback, user_data);
  job->progress = kkr_reading_task_report;
  job->user_data = task;
  kkr_reading_task_run (task);
}

/**
 * kkr_statistics_reader_read_file_finish:
 * @self: a reader
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends what [method@StatisticsReader.read_file_async] began. From here on
 * [method@StatisticsReader.get_problems] has what it found.
 *
 * Returns: (transfer full): the register
 *
 * Since: 0.1
 */
KkrRegister *
kkr_statistics_reader_read_file_finish (KkrStatisticsReader *self, GAsyncResult *result,
                                        GError **error)
{
  KkrReadingOutcome *outcome;

  g_return_val_if_fail (KKR_IS_STATISTICS_READER (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  outcome = kkr_reading_task_end (result, error);
  return outcome != NULL ? kkr_reading_outcome_take (outcome, self, &self->problems, error) : NULL;
}

/**
 * kkr_statistics_reader_get_problems: (get-property problems)
 * @self: a reader
 *
 * Gets what the last reading found, in the order in which it was found. A reading that succeeds can
 * have found warnings.
 *
 * Returns: (transfer none): a list of [class@Problem] that never changes
 *
 * Since: 0.1
 */
GListModel *
kkr_statistics_reader_get_problems (KkrStatisticsReader *self)
{
  g_return_val_if_fail (KKR_IS_STATISTICS_READER (self), NULL);
  return self->problems;
}

/**
 * kkr_statistics_reader_dup_problems:
 * @self: a reader
 * @n_problems: (out): how many there are
 *
 * Gets what the last reading found, as an array.
 *
 * Returns: (array length=n_problems) (transfer full): the problems
 *
 * Since: 0.1
 */
KkrProblem **
kkr_statistics_reader_dup_problems (KkrStatisticsReader *self, gsize *n_problems)
{
  g_return_val_if_fail (n_problems != NULL, NULL);
  *n_problems = 0;
  g_return_val_if_fail (KKR_IS_STATISTICS_READER (self), NULL);
  return (KkrProblem **) kkr_frozen_list_dup_items (self->problems, n_problems);
}
