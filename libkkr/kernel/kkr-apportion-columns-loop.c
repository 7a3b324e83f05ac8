/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-apportion-columns-private.h>

#include <glib/gi18n-lib.h>
#include <pthread.h>
#include <stdatomic.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/kernel/kkr-share-block-private.h>

/* What one thread fills before it takes the next piece: small enough for a core's own cache, and
 * for a cancellation to be seen soon. */
#define BLOCK_BYTES (128 * 1024)
#define MAX_BLOCK_ROWS 4096
/* Rows in blocks of so many begin on a cache line whatever the number of weights is. */
#define ROWS_TO_A_LINE 8
#define MAX_ROWS_IN_MESSAGE 10

/* The rows that something is wrong with. Which of them are found first depends on the threads, how
 * many there are and which come first does not. */
typedef struct {
  gsize n;
  gsize first[MAX_ROWS_IN_MESSAGE]; /* ascending */
} BadRows;

typedef struct {
  const KkrColumnsTask *task;
  KkrShareTask shared; /* the weights of all totals, where they share them */
  gint64 *shares;
  atomic_bool hopeless; /* some row cannot be shared, so that none needs to be */
  atomic_bool cancelled; /* within a block */
  pthread_mutex_t lock;
  BadRows unfit;   /* by their totals or weights */
  BadRows refused; /* by the method or the tie rule */
} Loop;

static gsize
block_rows (const KkrColumnsTask *task)
{
  gsize rows = BLOCK_BYTES / sizeof (gint64) / task->n_weights;

  rows = MIN (rows, MAX_BLOCK_ROWS);
  return rows < ROWS_TO_A_LINE ? MAX (rows, 1) : rows / ROWS_TO_A_LINE * ROWS_TO_A_LINE;
}

static const gint64 *
weights_of (const KkrColumnsTask *task, gsize row)
{
  return task->per_total ? task->weights + row * task->n_weights : task->weights;
}

static void
add_row (BadRows *rows, gsize row)
{
  gsize at = MIN (rows->n, MAX_ROWS_IN_MESSAGE);

  rows->n++;
  for (; at > 0 && rows->first[at - 1] > row; at--)
    if (at < MAX_ROWS_IN_MESSAGE)
      rows->first[at] = rows->first[at - 1];
  if (at < MAX_ROWS_IN_MESSAGE)
    rows->first[at] = row;
}

static gboolean
note_rows (Loop *loop, BadRows *rows, const guint8 *bad, gsize first, gsize n)
{
  if (memchr (bad, 1, n) == NULL)
    return FALSE;
  pthread_mutex_lock (&loop->lock);
  for (gsize i = 0; i < n; i++)
    if (bad[i])
      add_row (rows, first + i);
  pthread_mutex_unlock (&loop->lock);
  return TRUE;
}

static void
find_bad_totals (const KkrColumnsTask *task, gsize first, gsize n, guint8 *bad)
{
  const gint64 *totals = task->totals + first;

  for (gsize i = 0; i < n; i++)
    bad[i] = totals[i] == G_MININT64 || (task->unit != 1 && totals[i] % task->unit != 0);
}

/* The sum of each row's weights, or 0 where they are bad. */
static void
add_weights (const KkrColumnsTask *task, gsize first, gsize n, guint64 *sums, guint8 *bad)
{
  for (gsize i = 0; i < n; i++)
    {
      KkrShareTask row = { .weights = weights_of (task, first + i), .n = task->n_weights };

      sums[i] = kkr_share_check_weights (&row, NULL) ? row.sum : 0;
      bad[i] |= sums[i] == 0;
    }
}

/* The highest averages take much longer than it takes to look at the weights. */
static gboolean
is_slow (KkrApportionMethod method)
{
  return method == KKR_APPORTION_METHOD_DHONDT || method == KKR_APPORTION_METHOD_SAINTE_LAGUE ||
         method == KKR_APPORTION_METHOD_HUNTINGTON_HILL;
}

static void
look_at_block (gsize first, gsize n, guint thread, gpointer user_data)
{
  Loop *loop = user_data;
  guint64 sums[MAX_BLOCK_ROWS];
  guint8 bad[MAX_BLOCK_ROWS];

  if (atomic_load (&loop->hopeless))
    return;
  find_bad_totals (loop->task, first, n, bad);
  if (loop->task->per_total && is_slow (loop->task->method))
    add_weights (loop->task, first, n, sums, bad);
  if (memchr (bad, 1, n) != NULL)
    atomic_store (&loop->hopeless, TRUE);
}

static gboolean
share_block (const Loop *loop, gsize first, gsize n, const guint64 *sums, guint8 *refused)
{
  const KkrColumnsTask *task = loop->task;
  KkrShareTask weights = loop->shared;
  KkrShareBlock block = {
    .totals = task->totals + first,
    .n_totals = n,
    .task = &weights,
    .method = task->method,
    .unit = task->unit,
    .level = task->level,
    .shares = loop->shares + first * task->n_weights,
    .bad = refused,
    .row_sums = task->per_total ? sums : NULL,
    .cancellable = task->cancellable,
  };

  weights.weights = weights_of (task, first);
  return kkr_share_block (&block);
}

static void
do_block (gsize first, gsize n, guint thread, gpointer user_data)
{
  Loop *loop = user_data;
  guint64 sums[MAX_BLOCK_ROWS];
  guint8 unfit[MAX_BLOCK_ROWS], refused[MAX_BLOCK_ROWS];

  find_bad_totals (loop->task, first, n, unfit);
  if (loop->task->per_total)
    add_weights (loop->task, first, n, sums, unfit);
  if (note_rows (loop, &loop->unfit, unfit, first, n))
    atomic_store (&loop->hopeless, TRUE);
  if (atomic_load (&loop->hopeless))
    return;
  memset (refused, 0, n);
  if (share_block (loop, first, n, sums, refused))
    note_rows (loop, &loop->refused, refused, first, n);
  else
    atomic_store (&loop->cancelled, TRUE);
}

/* Each row's message is the one that it gets by itself. */
static gboolean
tell_bad_rows (const Loop *loop, const BadRows *rows, GError **error)
{
  const KkrColumnsTask *task = loop->task;
  g_autofree guint8 *tied = g_new (guint8, task->n_weights);
  g_autoptr (GString) text = g_string_new (NULL);
  int code = KKR_CALC_ERROR_FAILED;

  for (gsize i = 0; i < MIN (rows->n, MAX_ROWS_IN_MESSAGE); i++)
    {
      const gsize row = rows->first[i];
      g_autoptr (GError) one = NULL;

      kkr_apportion_into (task->totals[row], weights_of (task, row), task->n_weights, task->method,
                          task->unit, task->tie_rule, loop->shares + row * task->n_weights, tied,
                          &one);
      g_return_val_if_fail (one != NULL, FALSE);
      if (i == 0)
        code = one->code;
      g_string_append_c (text, '\n');
      g_string_append_printf (text, _("total %zu: %s"), row, one->message);
    }
  if (rows->n > MAX_ROWS_IN_MESSAGE)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, _("and %zu more"), rows->n - MAX_ROWS_IN_MESSAGE);
    }
  g_set_error (error, KKR_CALC_ERROR, code,
               _("%zu of %zu totals, counted from 0, cannot be shared:%s"), rows->n,
               task->n_totals, text->str);
  return FALSE;
}

/* All totals are looked at before the first is shared, and so are weights where that is little
 * against the sharing. Other rows of weights are looked at when they are in the cache anyway: to
 * read them twice would cost as much as to share by them. Where a row is unfit, those that the
 * method would refuse are not told, as they depend on how far the sharing has come. */
static gboolean
run_loop (Loop *loop, guint n_threads, GError **error)
{
  const KkrColumnsTask *task = loop->task;
  KkrParallelLoop parallel = {
    .n_items = task->n_totals,
    .block = block_rows (task),
    .n_threads = n_threads,
    .func = look_at_block,
    .user_data = loop,
    .cancellable = task->cancellable,
  };

  if (!kkr_parallel_run (&parallel, error))
    return FALSE;
  parallel.func = do_block;
  parallel.progress = task->progress;
  parallel.progress_data = task->progress_data;
  if (!kkr_parallel_run (&parallel, error))
    return FALSE;
  /* All the same if it was reset meanwhile. */
  if (atomic_load (&loop->cancelled))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                           _("the calculation was cancelled"));
      return FALSE;
    }
  if (loop->unfit.n > 0)
    return tell_bad_rows (loop, &loop->unfit, error);
  if (loop->refused.n > 0)
    return tell_bad_rows (loop, &loop->refused, error);
  return TRUE;
}

gboolean
kkr_apportion_columns_into (const KkrColumnsTask *task, gint64 *shares, GError **error)
{
  Loop loop = { .task = task, .shares = shares };
  guint n_threads;
  gboolean good;

  if (!kkr_share_check_rules (task->method, task->unit, task->tie_rule, task->n_weights, error) ||
      !kkr_parallel_count_threads (task->n_threads, task->n_totals, block_rows (task), &n_threads,
                                   error))
    return FALSE;
  loop.shared = (KkrShareTask) { .weights = task->weights, .n = task->n_weights,
                                 .tie_rule = task->tie_rule };
  if (!task->per_total && !kkr_share_check_weights (&loop.shared, error))
    return FALSE;
  pthread_mutex_init (&loop.lock, NULL);
  good = run_loop (&loop, n_threads, error);
  pthread_mutex_destroy (&loop.lock);
  return good;
}
