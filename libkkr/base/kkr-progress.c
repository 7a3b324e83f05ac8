/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-progress-private.h>

#include <libkkr/base/kkr-task-progress-private.h>

/**
 * KkrProgress:
 *
 * How far a long calculation has come (fremdrift).
 *
 * Functions over millions of rows have no object whose property could tell it: their `_async` twins
 * take a `KkrProgress`, whose property [property@Progress:fraction] is notified.
 *
 * A progress belongs to one calculation and one thread, that of the main context it is watched in.
 *
 * Since: 0.1
 */
struct _KkrProgress
{
  GObject parent_instance;

  gdouble fraction;
};

G_DEFINE_FINAL_TYPE (KkrProgress, kkr_progress, G_TYPE_OBJECT)

enum {
  PROP_FRACTION = 1,
};

static void
kkr_progress_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_FRACTION)
    g_value_set_double (value, KKR_PROGRESS (object)->fraction);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
kkr_progress_class_init (KkrProgressClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = kkr_progress_get_property;

  /**
   * KkrProgress:fraction: (getter get_fraction)
   *
   * How much is done, from 0 to 1.
   *
   * Since: 0.1
   */
  g_object_class_install_property (
    object_class, PROP_FRACTION,
    g_param_spec_double ("fraction", NULL, NULL, 0.0, 1.0, 0.0,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY));
}

static void
kkr_progress_init (KkrProgress *self)
{
}

/**
 * kkr_progress_new:
 *
 * Makes a progress to be watched.
 *
 * Returns: (transfer full): a progress at 0
 *
 * Since: 0.1
 */
KkrProgress *
kkr_progress_new (void)
{
  return g_object_new (KKR_TYPE_PROGRESS, NULL);
}

/**
 * kkr_progress_get_fraction: (get-property fraction)
 * @self: a progress
 *
 * Gives how much is done.
 *
 * Returns: from 0 to 1
 *
 * Since: 0.1
 */
gdouble
kkr_progress_get_fraction (KkrProgress *self)
{
  g_return_val_if_fail (KKR_IS_PROGRESS (self), 0.0);

  return self->fraction;
}

static void
set_fraction (gpointer object, gdouble done)
{
  KkrProgress *self = object;

  self->fraction = done;
  g_object_notify (object, "fraction");
}

GTask *
kkr_progress_task_new (KkrProgress *progress, gpointer tag, GCancellable *cancellable,
                       GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (progress, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  return task;
}

void
kkr_progress_task_report (gpointer task, gdouble done)
{
  if (g_task_get_source_object (task) != NULL)
    kkr_task_report_progress (task, done, set_fraction);
}

typedef struct {
  GTask *task;
  void (*func) (GTask *task);
} Work;

static gboolean
do_work (gpointer data)
{
  Work *work = data;

  work->func (work->task);
  return G_SOURCE_REMOVE;
}

static void
end_work (gpointer data)
{
  g_object_unref (((Work *) data)->task);
  g_free (data);
}

static gpointer
work_in_thread (gpointer data)
{
  do_work (data);
  end_work (data);
  return NULL;
}

void
kkr_progress_task_run (GTask *task, void (*func) (GTask *task))
{
  g_autoptr (GSource) source = NULL;
  Work *work = g_new (Work, 1);
  GThread *thread;

  *work = (Work) { g_object_ref (task), func };
  thread = g_thread_try_new ("kkr-task", work_in_thread, work, NULL);
  if (thread != NULL)
    {
      g_thread_unref (thread);
      return;
    }
  source = g_idle_source_new ();
  g_source_set_callback (source, do_work, work, end_work);
  g_source_set_static_name (source, "kkr_progress_task_run");
  g_source_attach (source, g_task_get_context (task));
}

typedef struct {
  const KkrProgressJobKind *kind;
  gpointer job;
  GTask *report;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  job->kind->free_job (job->job);
  g_object_unref (job->report);
  g_free (job);
}

gpointer
kkr_progress_job_open (GTask *task, const KkrProgressJobKind *kind, gpointer job,
                       KkrProgress *progress)
{
  Job *self = g_new (Job, 1);

  *self = (Job) { kind, job, kkr_progress_task_new (progress, kkr_progress_job_open, NULL, NULL,
                                                    NULL) };
  g_task_set_task_data (task, self, free_job);
  return self->report;
}

static void
do_job (GTask *task)
{
  const Job *job = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  gpointer result = job->kind->run (job->job, &error);

  g_task_return_boolean (job->report, result != NULL);
  if (result != NULL)
    g_task_return_pointer (task, result, job->kind->free_result);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
kkr_progress_job_run (GTask *task)
{
  kkr_progress_task_run (task, do_job);
}
