/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/register/kkr-register-reader-private.h>
#include <libkkr/register/kkr-task-progress-private.h>

typedef struct {
  KkrReaderJob job;
  KkrReaderOutcome outcome;
  GTask *task; /* which has this, and lives longer than the work on it */
} Work;

static void
free_work (gpointer data)
{
  Work *work = data;

  kkr_reader_job_clear (&work->job);
  kkr_reader_outcome_clear (&work->outcome);
  g_free (work);
}

static void
set_progress (gpointer object, gdouble done)
{
  kkr_register_reader_set_progress (object, done);
}

static void
report_progress (gpointer user_data, gdouble done)
{
  kkr_task_report_progress (((Work *) user_data)->task, done, set_progress);
}

static void
run_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  Work *work = task_data;

  kkr_reader_job_run (&work->job, &work->outcome);
  g_task_return_boolean (task, TRUE);
}

/* A task for the paths, or NULL if there are none: then the task has ended with an error. */
static GTask *
begin (KkrRegisterReader *self, GCancellable *cancellable, GAsyncReadyCallback callback,
       gpointer user_data, gpointer tag, Work **work)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  /* That it was cancelled is in the outcome. */
  g_task_set_check_cancellable (task, FALSE);
  *work = g_new0 (Work, 1);
  kkr_reader_job_init (&(*work)->job, self, cancellable);
  (*work)->job.progress = report_progress;
  (*work)->job.user_data = *work;
  (*work)->task = task;
  g_task_set_task_data (task, *work, free_work);
  kkr_register_reader_set_progress (self, 0.0);
  return task;
}

static KkrRegister *
finish (KkrRegisterReader *self, GAsyncResult *result, GError **error)
{
  Work *work = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  if (work->outcome.error == NULL)
    kkr_register_reader_set_progress (self, 1.0);
  return kkr_register_reader_take (self, &work->outcome, error);
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
  g_autoptr (GTask) task = NULL;
  GError *error = NULL;
  Work *work;

  g_return_if_fail (KKR_IS_REGISTER_READER (self));
  g_return_if_fail (paths != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = begin (self, cancellable, callback, user_data, kkr_register_reader_read_files_async,
                &work);
  work->job.files = g_strdupv ((char **) paths);
  if (kkr_register_reader_check_paths (paths, FALSE, &error))
    g_task_run_in_thread (task, run_in_thread);
  else
    g_task_return_error (task, error);
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
  g_autoptr (GTask) task = NULL;
  GError *error = NULL;
  Work *work;

  g_return_if_fail (KKR_IS_REGISTER_READER (self));
  g_return_if_fail (paths != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = begin (self, cancellable, callback, user_data, kkr_register_reader_read_folders_async,
                &work);
  work->job.folders = g_strdupv ((char **) paths);
  if (kkr_register_reader_check_paths (paths, TRUE, &error))
    g_task_run_in_thread (task, run_in_thread);
  else
    g_task_return_error (task, error);
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
