/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-task-progress-private.h>

typedef struct {
  GObject *object;
  gdouble done;
  void (*set) (gpointer object, gdouble done);
} Progress;

static gboolean
show (gpointer data)
{
  const Progress *progress = data;

  progress->set (progress->object, progress->done);
  return G_SOURCE_REMOVE;
}

static void
free_progress (gpointer data)
{
  g_object_unref (((Progress *) data)->object);
  g_free (data);
}

void
kkr_task_report_progress (GTask *task, gdouble done, void (*set) (gpointer object, gdouble done))
{
  g_autoptr (GSource) source = g_idle_source_new ();
  Progress *progress = g_new (Progress, 1);

  progress->object = g_object_ref (g_task_get_source_object (task));
  progress->done = CLAMP (done, 0.0, 1.0);
  progress->set = set;
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, show, progress, free_progress);
  g_source_set_static_name (source, "kkr_task_report_progress");
  g_source_attach (source, g_task_get_context (task));
}
