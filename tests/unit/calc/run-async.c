/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "test-calculator.h"

typedef struct {
  KkrResult *result;
  GError *error;
  GMainLoop *loop;
  guint n_progress;
  gdouble progress;
  GThread *notified_in;
} Run;

static void
on_progress (KkrCalculator *calculator, GParamSpec *pspec, Run *run)
{
  run->n_progress++;
  run->progress = kkr_calculator_get_progress (calculator);
  run->notified_in = g_thread_self ();
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  Run *run = data;

  run->result = kkr_calculator_run_finish (KKR_CALCULATOR (source), result, &run->error);
  g_main_loop_quit (run->loop);
}

static Run
start (void)
{
  Run run = { .loop = g_main_loop_new (NULL, FALSE) };

  computed_in = NULL;
  return run;
}

static void
wait_for (Run *run)
{
  g_main_loop_run (run->loop);
  g_main_loop_unref (run->loop);
}

static void
test_threads (gconstpointer threaded)
{
  GType type = threaded != NULL ? test_threaded_get_type () : test_quarter_get_type ();
  g_autoptr (KkrCalculator) calculator = test_calculator_new (type);
  Run run = start ();
  gint64 shown;

  g_signal_connect (calculator, "notify::progress", G_CALLBACK (on_progress), &run);
  kkr_calculator_run_async (calculator, NULL, on_done, &run);
  g_assert_true (threaded != NULL || computed_in == NULL);
  /* The inputs are those of the call. */
  g_object_set (calculator, "budget", G_GINT64_CONSTANT (4), NULL);
  wait_for (&run);
  g_assert_no_error (run.error);
  g_assert_true ((computed_in != g_thread_self ()) == (threaded != NULL));
  shown = kkr_column_get_int64 (kkr_table_get_column (kkr_result_get_table (run.result), "amount"),
                                1);
  g_assert_cmpint (shown, ==, 751);
  g_assert_cmpuint (run.n_progress, ==, 1);
  g_assert_true (run.notified_in == g_thread_self ());
  g_assert_true (run.progress >= 0.5 && run.progress <= 0.5);
  g_object_unref (run.result);
}

static void
test_bad_inputs (gconstpointer threaded)
{
  GType type = threaded != NULL ? test_threaded_get_type () : test_quarter_get_type ();
  g_autoptr (KkrCalculator) calculator = test_calculator_new (type);
  Run run = start ();

  kkr_calculator_unset (calculator, "year", NULL);
  kkr_calculator_run_async (calculator, NULL, on_done, &run);
  /* Too late for this run. */
  g_object_set (calculator, "year", 2024, NULL);
  wait_for (&run);
  g_assert_null (run.result);
  g_assert_null (computed_in);
  g_assert_error (run.error, KKR_CALC_ERROR, KKR_CALC_ERROR_MISSING_INPUT);
  g_clear_error (&run.error);
}

static void
test_compute_fails (gconstpointer threaded)
{
  GType type = threaded != NULL ? test_threaded_get_type () : test_quarter_get_type ();
  g_autoptr (KkrCalculator) calculator = test_calculator_new (type);
  Run run = start ();

  g_object_set (calculator, "fault", "nothing", NULL);
  kkr_calculator_run_async (calculator, NULL, on_done, &run);
  wait_for (&run);
  g_assert_null (run.result);
  g_assert_error (run.error, KKR_CALC_ERROR, KKR_CALC_ERROR_FAILED);
  g_clear_error (&run.error);
}

static gboolean
cancel (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
  return G_SOURCE_REMOVE;
}

static void
test_cancelled (gconstpointer threaded)
{
  GType type = threaded != NULL ? test_threaded_get_type () : test_quarter_get_type ();
  g_autoptr (KkrCalculator) calculator = test_calculator_new (type);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Run run = start ();

  if (threaded != NULL)
    {
      g_object_set (calculator, "fault", "waits", NULL);
      g_idle_add (cancel, cancellable);
    }
  else
    g_cancellable_cancel (cancellable);
  kkr_calculator_run_async (calculator, cancellable, on_done, &run);
  wait_for (&run);
  g_assert_null (run.result);
  g_assert_error (run.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&run.error);
}

static void
test_cancelled_before (void)
{
  g_autoptr (KkrCalculator) calculator = test_calculator_new (test_quarter_get_type ());
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  computed_in = NULL;
  g_assert_null (kkr_calculator_run (calculator, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (computed_in);
}

static void
test_progress (void)
{
  g_autoptr (KkrCalculator) calculator = test_calculator_new (test_quarter_get_type ());
  g_autoptr (KkrResult) result = NULL;
  Run run = { 0 };

  g_assert_true (kkr_calculator_get_progress (calculator) <= 0.0);
  g_signal_connect (calculator, "notify::progress", G_CALLBACK (on_progress), &run);
  result = kkr_calculator_run (calculator, NULL, NULL);
  g_assert_nonnull (result);
  g_assert_cmpuint (run.n_progress, ==, 1);
  g_assert_true (run.progress >= 0.5 && run.progress <= 0.5);
}

/* The caller may drop the calculator: the run keeps what it needs. */
static void
test_dropped (gconstpointer threaded)
{
  GType type = threaded != NULL ? test_threaded_get_type () : test_quarter_get_type ();
  KkrCalculator *calculator = test_calculator_new (type);
  Run run = start ();

  kkr_calculator_run_async (calculator, NULL, on_done, &run);
  g_object_unref (calculator);
  wait_for (&run);
  g_assert_no_error (run.error);
  g_assert_nonnull (run.result);
  g_object_unref (run.result);
}

static void
add (const char *name, GTestDataFunc func)
{
  g_autofree char *in_context = g_strconcat ("/run-async/", name, "/in-context", NULL);
  g_autofree char *in_thread = g_strconcat ("/run-async/", name, "/in-thread", NULL);

  g_test_add_data_func (in_context, NULL, func);
  g_test_add_data_func (in_thread, "threaded", func);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("threads", test_threads);
  add ("bad-inputs", test_bad_inputs);
  add ("compute-fails", test_compute_fails);
  add ("cancelled", test_cancelled);
  add ("dropped", test_dropped);
  g_test_add_func ("/run/cancelled-before", test_cancelled_before);
  g_test_add_func ("/run/progress", test_progress);
  return g_test_run ();
}
