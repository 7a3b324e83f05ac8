/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

#include <libkkr/base/kkr-int128-private.h>
#include <libkkr/base/kkr-parallel-private.h>

G_BEGIN_DECLS

/* Sums by key over plain arrays. The numbers of the statuses are those of KkrCellStatus. */
#define KKR_GROUP_N_STATUSES 4

typedef struct {
  gconstpointer keys; /* signed whole numbers, aligned as such; the smallest one is no key */
  guint key_width;    /* 2, 4 or 8 bytes */
  const gint64 *values;    /* G_MININT64 is missing, whatever its status says */
  const guint8 *statuses;  /* or NULL: all have a value */
  gsize n_rows;
  guint n_threads; /* as kkr_parallel_count_threads() says for KKR_GROUP_SUM_BLOCK */
  GCancellable *cancellable;    /* or NULL */
  KkrParallelProgress progress; /* or NULL */
  gpointer progress_data;
} KkrGroupSumTask;

#define KKR_GROUP_SUM_BLOCK 32768

typedef struct {
  KkrInt128 sum; /* of the rows that have a value */
  gint64 key;
  gboolean has_key;
  guint64 n[KKR_GROUP_N_STATUSES]; /* rows by status */
} KkrGroup;

/* One group for each key, ascending, and last the rows without a key, if there are any. The same
 * for any number of threads and any order of the rows. NULL with OUT_OF_RANGE for a status that is
 * none, FAILED if there is not memory for so many keys, or G_IO_ERROR_CANCELLED. To be freed by
 * kkr_memory_free(). */
KkrGroup *kkr_group_sum_rows (const KkrGroupSumTask *task, gsize *n_groups, GError **error);

G_END_DECLS
