/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-parallel-private.h>

#include <glib/gi18n-lib.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>

#include <libkkr/base/kkr-error.h>

/* What is worth a thread: to make one takes about as long as a block does. */
#define LEAST_BLOCKS_PER_THREAD 2
#define PROGRESS_STEPS 100

typedef struct {
  const KkrParallelLoop *loop;
  atomic_size_t next; /* the first item that nobody has taken */
  atomic_bool stopped;
} Shared;

typedef struct {
  Shared *shared;
  guint number;
} Worker;

gboolean
kkr_parallel_count_threads (int asked, gsize n_items, gsize block, guint *n_threads, GError **error)
{
  gsize n_blocks = n_items / block + (n_items % block != 0);
  gsize useful = MAX (n_blocks / LEAST_BLOCKS_PER_THREAD, 1);

  if (asked != KKR_PARALLEL_ALL_CORES && (asked < 1 || asked > KKR_PARALLEL_MAX_THREADS))
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                   _("no such number of threads: %d found, 1 to %d expected, or -1 for all cores"),
                   asked, KKR_PARALLEL_MAX_THREADS);
      return FALSE;
    }
  /* To ask the system takes longer than little work does. */
  if (asked == KKR_PARALLEL_ALL_CORES && useful > 1)
    asked = (int) MIN (g_get_num_processors (), KKR_PARALLEL_MAX_THREADS);
  *n_threads = useful > 1 ? (guint) MIN ((gsize) asked, useful) : 1;
  return TRUE;
}

static gboolean
is_cancelled (Shared *shared)
{
  if (shared->loop->cancellable == NULL || !g_cancellable_is_cancelled (shared->loop->cancellable))
    return FALSE;
  atomic_store (&shared->stopped, TRUE);
  return TRUE;
}

static void
work (Shared *shared, guint number)
{
  const KkrParallelLoop *loop = shared->loop;
  guint told = 0;

  while (!atomic_load (&shared->stopped) && !is_cancelled (shared))
    {
      gsize first = atomic_fetch_add (&shared->next, loop->block);
      gsize n;

      if (first >= loop->n_items)
        return;
      n = MIN (loop->block, loop->n_items - first);
      loop->func (first, n, number, loop->user_data);
      if (number == 0 && loop->progress != NULL)
        {
          gdouble done = (gdouble) (first + n) / (gdouble) loop->n_items;
          guint step = (guint) (done * PROGRESS_STEPS);

          if (step > told)
            loop->progress (loop->progress_data, done);
          told = MAX (step, told);
        }
    }
}

static void *
start (void *data)
{
  Worker *worker = data;

  work (worker->shared, worker->number);
  return NULL;
}

/* Signals are for the program's own threads: a worker would run its handlers in a place that knows
 * nothing of them. A thread that cannot be made is one less. */
static guint
make_threads (Shared *shared, pthread_t *threads, Worker *workers)
{
  sigset_t all, before;
  guint n = 0;

  sigfillset (&all);
  pthread_sigmask (SIG_SETMASK, &all, &before);
  for (guint i = 1; i < shared->loop->n_threads; i++)
    {
      workers[n] = (Worker) { shared, n + 1 };
      if (pthread_create (&threads[n], NULL, start, &workers[n]) != 0)
        break;
      n++;
    }
  pthread_sigmask (SIG_SETMASK, &before, NULL);
  return n;
}

gboolean
kkr_parallel_run (const KkrParallelLoop *loop, GError **error)
{
  Shared shared = { .loop = loop };
  pthread_t threads[KKR_PARALLEL_MAX_THREADS];
  Worker workers[KKR_PARALLEL_MAX_THREADS];
  guint n;

  g_return_val_if_fail (loop->block > 0 && loop->n_threads <= KKR_PARALLEL_MAX_THREADS, FALSE);

  n = loop->n_threads > 1 ? make_threads (&shared, threads, workers) : 0;
  work (&shared, 0);
  for (guint i = 0; i < n; i++)
    pthread_join (threads[i], NULL);
  if (!atomic_load (&shared.stopped))
    {
      if (loop->progress != NULL)
        loop->progress (loop->progress_data, 1.0);
      return TRUE;
    }
  /* All the same if it was reset meanwhile. */
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("the calculation was cancelled"));
  return FALSE;
}
