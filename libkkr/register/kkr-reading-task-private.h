/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>
#include <libkkr/register/kkr-register.h>

G_BEGIN_DECLS

/* What a reading comes to, whatever kind of file was read: a register or an error, and in either
 * case what was found. */
typedef struct {
  KkrRegister *reg;
  GListModel *problems; /* NULL if nothing was read: there are none */
  GError *error;
} KkrReadingOutcome;

void kkr_reading_outcome_clear (KkrReadingOutcome *outcome);
/* The reader has what was found as its property `problems`, the caller the register. */
KkrRegister *kkr_reading_outcome_take (KkrReadingOutcome *outcome, gpointer reader,
                                       GListModel **problems, GError **error);

/* What a kind of reader does in another thread. A job needs nothing of its reader. */
typedef struct {
  void (*run) (gconstpointer job, KkrReadingOutcome *outcome);
  void (*free_job) (gpointer job);
  void (*set_progress) (gpointer reader, gdouble done);
} KkrReadingTaskKind;

/* Takes over the job. That it was cancelled is for the job to say, in its outcome. */
GTask *kkr_reading_task_new (gpointer reader, const KkrReadingTaskKind *kind, gpointer job,
                             gpointer tag, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data);
void kkr_reading_task_run (GTask *task);
/* Tells the reader in the main context of the caller how much is done, 0 to 1. It is what a job
 * has as `progress`, with the task as its `user_data`. */
void kkr_reading_task_report (gpointer task, gdouble done);
/* NULL if the task ended with an error and nothing was read. */
KkrReadingOutcome *kkr_reading_task_end (GAsyncResult *result, GError **error);

G_END_DECLS
