/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* One loop over many items on several cores. Threads are made for the call and have ended when it
 * returns: those of a pool do not exist in a forked child, which would wait for them for ever. */

/* As many threads as there are cores that the process may use. */
#define KKR_PARALLEL_ALL_CORES (-1)
#define KKR_PARALLEL_MAX_THREADS 256

/* Does the items from `first` to before `first + n`. `thread` numbers the threads from 0, for
 * memory of their own. Nothing may depend on which thread has which items, nor on their order. */
typedef void (*KkrParallelFunc) (gsize first, gsize n, guint thread, gpointer user_data);
/* How much is done, 0 to 1; from the thread that called kkr_parallel_run(). */
typedef void (*KkrParallelProgress) (gpointer progress_data, gdouble done);

typedef struct {
  gsize n_items;
  gsize block; /* items that are done in one piece: 1 ms of work or less, since cancellation and
                * progress wait for its end */
  guint n_threads; /* as kkr_parallel_count_threads() says */
  KkrParallelFunc func;
  gpointer user_data;
  GCancellable *cancellable; /* or NULL */
  KkrParallelProgress progress; /* or NULL */
  gpointer progress_data;
} KkrParallelLoop;

/* How many threads a loop gets whose caller asked for `asked`: no more than it has blocks, and one
 * where all its work is less than making a thread costs. FALSE with OUT_OF_RANGE where `asked`
 * is neither -1 nor from 1 to 256. */
gboolean kkr_parallel_count_threads (int asked, gsize n_items, gsize block, guint *n_threads,
                                     GError **error);
/* FALSE with G_IO_ERROR_CANCELLED when it was cancelled: some items may not be done then. */
gboolean kkr_parallel_run (const KkrParallelLoop *loop, GError **error);

G_END_DECLS
