/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "columns-helpers.h"

#define N_TOTALS 20000
#define N_WEIGHTS 13

typedef struct {
  GBytes *totals;
  GBytes *weights;
} Columns;

static Columns
make_columns (gsize n_totals, gsize n_weights)
{
  g_autofree gint64 *totals = g_new (gint64, n_totals);
  g_autofree gint64 *weights = g_new (gint64, n_weights);
  guint64 state = 98;

  for (gsize i = 0; i < n_totals; i++)
    totals[i] = (gint64) random_of_bits (&state, 40) - (G_GINT64_CONSTANT (1) << 39);
  for (gsize i = 0; i < n_weights; i++)
    weights[i] = 1 + (gint64) random_of_bits (&state, 16);
  return (Columns) { bytes_of (totals, n_totals), bytes_of (weights, n_weights) };
}

static void
free_columns (Columns *columns)
{
  g_bytes_unref (columns->totals);
  g_bytes_unref (columns->weights);
}

static GBytes *
share (const Columns *columns, KkrApportionMethod method, int n_threads)
{
  g_autoptr (GError) error = NULL;
  const gsize n_weights = g_bytes_get_size (columns->weights) / sizeof (gint64);
  GBytes *shares = kkr_apportion_columns (columns->totals, columns->weights, (guint) n_weights,
                                          method, 1, KKR_TIE_RULE_FIRST, n_threads, NULL, &error);

  g_assert_no_error (error);
  return shares;
}

static void
test_same_for_any_number (void)
{
  Columns columns = make_columns (N_TOTALS, N_WEIGHTS);

  for (int method = 1; method <= N_METHODS; method++)
    {
      g_autoptr (GBytes) one = NULL;

      /* This method would refuse some. */
      if (method == (int) RL)
        continue;
      one = share (&columns, (KkrApportionMethod) method, 1);
      for (int n_threads = -1; n_threads <= 8; n_threads += n_threads < 0 ? 3 : 1)
        {
          g_autoptr (GBytes) many = share (&columns, (KkrApportionMethod) method, n_threads);

          g_assert_true (g_bytes_equal (one, many));
        }
    }
  free_columns (&columns);
}

/* Two callers at once, each with threads of its own. */
static gpointer
share_twice (gpointer data)
{
  GBytes *first = share (data, LR, 2);
  g_autoptr (GBytes) second = share (data, LR, 2);

  g_assert_true (g_bytes_equal (first, second));
  return first;
}

static void
test_two_callers (void)
{
  Columns columns = make_columns (N_TOTALS, N_WEIGHTS);
  GThread *other = g_thread_new ("other", share_twice, &columns);
  g_autoptr (GBytes) here = share_twice (&columns), there = g_thread_join (other);

  g_assert_true (g_bytes_equal (here, there));
  free_columns (&columns);
}

static void
test_cancelled_before (void)
{
  Columns columns = make_columns (1, 2);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) none = g_bytes_new (NULL, 0);

  g_cancellable_cancel (cancellable);
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (kkr_apportion_columns (i == 0 ? none : columns.totals, columns.weights, 2, LR,
                                            1, KKR_TIE_RULE_FIRST, 1, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
  free_columns (&columns);
}

/* Told from within the first block, by its own progress. */
static void
cancel_at_once (gpointer cancellable, gdouble done)
{
  g_assert_cmpfloat (done, >, 0.0);
  g_assert_cmpfloat (done, <, 1.0);
  g_cancellable_cancel (cancellable);
}

static void
test_cancelled_during (void)
{
  Columns columns = make_columns (N_TOTALS, N_WEIGHTS);
  g_autofree gint64 *shares = g_new0 (gint64, N_TOTALS * N_WEIGHTS);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  KkrColumnsTask task = {
    .totals = g_bytes_get_data (columns.totals, NULL),
    .n_totals = N_TOTALS,
    .weights = g_bytes_get_data (columns.weights, NULL),
    .n_weights = N_WEIGHTS,
    .method = SL,
    .unit = 1,
    .tie_rule = KKR_TIE_RULE_FIRST,
    .n_threads = 1,
    .cancellable = cancellable,
    .progress = cancel_at_once,
    .progress_data = cancellable,
  };

  g_assert_false (kkr_apportion_columns_into (&task, shares, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  /* Some were shared, and the others left alone. */
  g_assert_cmpint (add_up (shares, N_WEIGHTS), ==, task.totals[0]);
  g_assert_cmpint (shares[N_TOTALS * N_WEIGHTS - 1], ==, 0);
  free_columns (&columns);
}

typedef struct {
  GMainLoop *loop;
  GBytes *shares;
  GError *error;
  GThread *notified_in;
  guint n_notified;
} Run;

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  Run *run = data;

  run->shares = kkr_apportion_columns_finish (result, &run->error);
  g_main_loop_quit (run->loop);
}

static void
on_fraction (KkrProgress *progress, GParamSpec *pspec, Run *run)
{
  run->notified_in = g_thread_self ();
  run->n_notified++;
}

static Run
run_async (const Columns *columns, int n_threads, KkrProgress *progress, GCancellable *cancellable)
{
  Run run = { .loop = g_main_loop_new (NULL, FALSE) };

  if (progress != NULL)
    g_signal_connect (progress, "notify::fraction", G_CALLBACK (on_fraction), &run);
  kkr_apportion_columns_async (columns->totals, columns->weights, N_WEIGHTS, DH, 1,
                               KKR_TIE_RULE_FIRST, n_threads, progress, cancellable, on_done, &run);
  g_assert_null (run.shares);
  g_main_loop_run (run.loop);
  g_main_loop_unref (run.loop);
  return run;
}

static void
test_async (void)
{
  Columns columns = make_columns (N_TOTALS, N_WEIGHTS);
  g_autoptr (GBytes) expected = share (&columns, DH, 1);
  g_autoptr (KkrProgress) progress = kkr_progress_new ();
  Run run = run_async (&columns, 2, progress, NULL);

  g_assert_no_error (run.error);
  g_assert_true (g_bytes_equal (run.shares, expected));
  g_assert_cmpfloat (kkr_progress_get_fraction (progress), >=, 1.0);
  g_assert_true (run.notified_in == g_thread_self ());
  g_assert_cmpuint (run.n_notified, >, 1);
  g_bytes_unref (run.shares);
  run = run_async (&columns, -1, NULL, NULL);
  g_assert_true (g_bytes_equal (run.shares, expected));
  g_bytes_unref (run.shares);
  free_columns (&columns);
}

static void
test_async_refusals (void)
{
  Columns columns = make_columns (3, N_WEIGHTS);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Run run = run_async (&columns, -5, NULL, NULL);

  g_assert_null (run.shares);
  g_assert_error (run.error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE);
  g_clear_error (&run.error);
  g_cancellable_cancel (cancellable);
  run = run_async (&columns, 1, NULL, cancellable);
  g_assert_null (run.shares);
  g_assert_error (run.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&run.error);
  free_columns (&columns);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/columns/threads/same-for-any-number", test_same_for_any_number);
  g_test_add_func ("/columns/threads/two-callers", test_two_callers);
  g_test_add_func ("/columns/threads/cancelled-before", test_cancelled_before);
  g_test_add_func ("/columns/threads/cancelled-during", test_cancelled_during);
  g_test_add_func ("/columns/threads/async", test_async);
  g_test_add_func ("/columns/threads/async-refusals", test_async_refusals);
  return g_test_run ();
}
