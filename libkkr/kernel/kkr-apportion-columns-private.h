/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-parallel-private.h>
#include <libkkr/kernel/kkr-apportion-columns.h>
#include <libkkr/kernel/kkr-cpu-private.h>

G_BEGIN_DECLS

typedef struct {
  const gint64 *totals;
  gsize n_totals;
  const gint64 *weights; /* n_weights that all totals share, or as many for each of them */
  gsize n_weights;
  gboolean per_total;
  KkrApportionMethod method;
  gint64 unit;
  KkrTieRule tie_rule;
  int n_threads;            /* as the caller asked: 1 to 256, or -1 for all cores */
  KkrCpuLevel level;        /* kkr_cpu_get_level(), or a lower one to test it */
  GCancellable *cancellable;
  KkrParallelProgress progress; /* or NULL */
  gpointer progress_data;
} KkrColumnsTask;

/* Everything that can be wrong with a task is an error. `shares` has n_totals x n_weights, whose
 * contents are undefined after one. */
gboolean kkr_apportion_columns_into (const KkrColumnsTask *task, gint64 *shares, GError **error);

/* A task of columns as callers give them; their length and place are checked, the rest is by
 * kkr_apportion_columns_into(). */
gboolean kkr_columns_task_read (KkrColumnsTask *task, GBytes *totals, GBytes *weights,
                                GError **error);
GBytes *kkr_columns_task_share (const KkrColumnsTask *task, GError **error);

G_END_DECLS
