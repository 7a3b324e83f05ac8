/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/register/kkr-reading-task-private.h>

#include <libkkr/base/kkr-frozen-list-private.h>
#include <libkkr/base/kkr-problem.h>
#include <libkkr/base/kkr-task-progress-private.h>

void
kkr_reading_outcome_clear (KkrReadingOutcome *outcome)
{
  g_clear_object (&outcome->reg);
  g_clear_object (&outcome->problems);
  g_clear_error (&outcome->error);
}

KkrRegister *
kkr_reading_outcome_take (KkrReadingOutcome *outcome, gpointer reader, GListModel **problems,
                          GError **error)
{
  g_clear_object (problems);
  *problems = outcome->problems != NULL ? g_steal_pointer (&outcome->problems)
                                        : kkr_frozen_list_new (KKR_TYPE_PROBLEM, NULL, 0);
  g_object_notify (reader, "problems");
  if (outcome->error != NULL)
    g_propagate_error (error, g_steal_pointer (&outcome->error));
  return g_steal_pointer (&outcome->reg);
}

typedef struct {
  const KkrReadingTaskKind *kind;
  gpointer job;
  KkrReadingOutcome outcome;
} Work;

static void
free_work (gpointer data)
{
  Work *work = data;

  work->kind->free_job (work->job);
  kkr_reading_outcome_clear (&work->outcome);
  g_free (work);
}

static void
run_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  Work *work = task_data;

  work->kind->run (work->job, &work->outcome);
  g_task_return_boolean (task, TRUE);
}

GTask *
kkr_reading_task_new (gpointer reader, const KkrReadingTaskKind *kind, gpointer job, gpointer tag,
                      GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (reader, cancellable, callback, user_data);
  Work *work = g_new0 (Work, 1);

  g_task_set_source_tag (task, tag);
  g_task_set_check_cancellable (task, FALSE);
  work->kind = kind;
  work->job = job;
  g_task_set_task_data (task, work, free_work);
  kind->set_progress (reader, 0.0);
  return task;
}

void
kkr_reading_task_run (GTask *task)
{
  g_task_run_in_thread (task, run_in_thread);
}

void
kkr_reading_task_report (gpointer task, gdouble done)
{
  const Work *work = g_task_get_task_data (task);

  kkr_task_report_progress (task, done, work->kind->set_progress);
}

KkrReadingOutcome *
kkr_reading_task_end (GAsyncResult *result, GError **error)
{
  GTask *task = G_TASK (result);
  Work *work = g_task_get_task_data (task);

  if (!g_task_propagate_boolean (task, error))
    return NULL;
  if (work->outcome.error == NULL)
    work->kind->set_progress (g_task_get_source_object (task), 1.0);
  return &work->outcome;
}
