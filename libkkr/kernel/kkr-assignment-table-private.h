/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

#include <libkkr/base/kkr-parallel-private.h>

G_BEGIN_DECLS

/* A cost of a pair that may not be. */
#define KKR_ASSIGN_NEVER G_MAXINT64

typedef struct {
  const gint64 *costs; /* by row and column */
  gsize n_rows, n_columns;
  GCancellable *cancellable;
  KkrParallelProgress progress; /* or NULL */
  gpointer progress_data;
} KkrAssignTask;

/* The bytes as a table. FALSE with OUT_OF_RANGE. */
gboolean kkr_assign_task_read (KkrAssignTask *task, GBytes *costs, guint n_columns,
                               GError **error);
/* The column of each row, -1 if it is left over. */
GBytes *kkr_assign_task_solve (const KkrAssignTask *task, GError **error);

G_END_DECLS
