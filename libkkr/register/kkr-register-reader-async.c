/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/register/kkr-register-reader-private.h>

static void
run_job (gconstpointer job, KkrReadingOutcome *outcome)
{
  kkr_reader_job_run (job, outcome);
}

static void
free_job (gpointer job)
{
  kkr_reader_job_clear (job);
  g_free (job);
}

static void
set_progress (gpointer reader, gdouble done)
{
  kkr_register_reader_set_progress (reader, done);
}

/* Without any paths the task ends with an error. */
static void
begin (KkrRegisterReader *self, const char *const *paths, gboolean folders, gpointer tag,
       GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  static const KkrReadingTaskKind kind = { run_job, free_job, set_progress };
  g_autoptr (GTask) task = NULL;
  KkrReaderJob *job = g_new (KkrReaderJob, 1);
  GError *error = NULL;

  kkr_reader_job_init (job, self, cancellable);
  *(folders ? &job->folders : &job->files) = g_strdupv ((char **) paths);
  task = kkr_reading_task_new (self, &kind, job, tag, cancellable, callback, user_data);
  job->progress = kkr_reading_task_report;
  job->user_data = task;
  if (kkr_register_reader_check_paths (paths, folders, &error))
    kkr_reading_task_run (task);
  else
    g_task_return_error (task, error);
}

static KkrRegister *
finish (KkrRegisterReader *self, GAsyncResult *result, GError **error)
{
  KkrReadingOutcome *outcome = kkr_reading_task_end (result, error);

  return outcome != NULL ? kkr_reading_outcome_take (outcome, self, &self->problems, error) : NULL;
}

/**
 * kkr_register_reader_read_files_async:
 * @self: a reader
 * @paths: (array zero-terminated=1): the files, one or more
 * @cancellable: (nullable): what can stop it
 * @callback: (scope async): called when it is done
 * @user_data: data for @callback
 *
 * Does what [method@RegisterReader.read_files] does without making the caller wait. The settings
 * are copied at once, so the reader may be changed meanwhile; its property `progress` is notified
 * in the main context of the caller.
 *
 * Since: 0.1
 */
void
kkr_register_reader_read_files_async (KkrRegisterReader *self, const char *const *paths,
                                      GCancellable *cancellable, GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  g_return_if_fail (KKR_IS_REGISTER_READER (self));
  g_return_if_fail (paths != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  begin (self, paths, FALSE, kkr_register_reader_read_files_async, cancellable, callback,
         user_data);
}

/**
 * kkr_register_reader_read_files_finish:
 * @self: a reader
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends what [method@RegisterReader.read_files_async] began. From here on
 * [method@RegisterReader.get_problems] has what it found.
 *
 * Returns: (transfer full): the register
 *
 * Since: 0.1
 */
KkrRegister *
kkr_register_reader_read_files_finish (KkrRegisterReader *self, GAsyncResult *result,
                                       GError **error)
{
  g_return_val_if_fail (KKR_IS_REGISTER_READER (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);
  return finish (self, result, error);
}

/**
 * kkr_register_reader_read_folders_async:
 * @self: a reader
 * @paths: (array zero-terminated=1): the folders, one or more
 * @cancellable: (nullable): what can stop it
 * @callback: (scope async): called when it is done
 * @user_data: data for @callback
 *
 * Does what [method@RegisterReader.read_folders] does without making the caller wait. The settings
 * are copied at once, so the reader may be changed meanwhile; its property `progress` is notified
 * in the main context of the caller.
 *
 * Since: 0.1
 */
void
kkr_register_reader_read_folders_async (KkrRegisterReader *self, const char *const *paths,
                                        GCancellable *cancellable, GAsyncReadyCallback callback,
                                        gpointer user_data)
{
  g_return_if_fail (KKR_IS_REGISTER_READER (self));
  g_return_if_fail (paths != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  begin (self, paths, TRUE, kkr_register_reader_read_folders_async, cancellable, callback,
         user_data);
}

/**
 * kkr_register_reader_read_folders_finish:
 * @self: a reader
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends what [method@RegisterReader.read_folders_async] began. From here on
 * [method@RegisterReader.get_problems] has what it found.
 *
 * Returns: (transfer full): the register
 *
 * Since: 0.1
 */
KkrRegister *
kkr_register_reader_read_folders_finish (KkrRegisterReader *self, GAsyncResult *result,
                                         GError **error)
{
  g_return_val_if_fail (KKR_IS_REGISTER_READER (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);
  return finish (self, result, error);
}
