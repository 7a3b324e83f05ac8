/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-progress.h>

G_BEGIN_DECLS

/* A task of a function: its source object is the progress that it was given, or NULL. */
GTask *kkr_progress_task_new (KkrProgress *progress, gpointer tag, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data);
/* Has `func`, which returns from the task, called in a thread of the task's own: those of a pool do
 * not exist in a forked child. Where none can be made, in the task's main context. */
void kkr_progress_task_run (GTask *task, void (*func) (GTask *task));

/* What a task of another object does, which has a progress too. */
typedef struct {
  gpointer (*run) (gpointer job, GError **error); /* what the task returns */
  GDestroyNotify free_result;
  GDestroyNotify free_job;
} KkrProgressJobKind;

/* Gives the task its job, to be freed with it. kkr_progress_task_report() takes what is returned, a
 * task of the progress, and may as long as the job is there. */
gpointer kkr_progress_job_open (GTask *task, const KkrProgressJobKind *kind, gpointer job,
                                KkrProgress *progress);
/* As kkr_progress_task_run() does. */
void kkr_progress_job_run (GTask *task);

/* From any thread; `task` is a GTask of the kind above. The property is notified in the main
 * context that the task began in. Fits KkrParallelProgress. */
void kkr_progress_task_report (gpointer task, gdouble done);

G_END_DECLS
