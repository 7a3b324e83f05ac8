/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "test-batch.h"
#include "test-calculator.h"

typedef struct {
  KkrResult *result;
  GError *error;
  GMainLoop *loop;
  guint n_progress;
  gdouble progress;
  gboolean went_back;
  GThread *notified_in;
} Run;

static void
on_progress (KkrCalculator *calculator, GParamSpec *pspec, Run *run)
{
  run->n_progress++;
  run->went_back |= kkr_calculator_get_progress (calculator) < run->progress;
  run->progress = kkr_calculator_get_progress (calculator);
  run->notified_in = g_thread_self ();
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  Run *run = data;

  run->result = kkr_calculator_run_table_finish (KKR_CALCULATOR (source), result, &run->error);
  g_main_loop_quit (run->loop);
}

static KkrTable *
make_scenarios (guint n, int first_year, gint64 budget)
{
  g_autofree gint64 *years = g_new (gint64, n), *budgets = g_new (gint64, n);
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("s", "Scenarier", "Scenarios");

  for (guint i = 0; i < n; i++)
    {
      years[i] = first_year + (int) i % 3;
      budgets[i] = budget + i;
    }
  kkr_table_builder_add_int64 (builder, "year", "År", "Year", KKR_UNIT_YEARS, years, n);
  kkr_table_builder_add_int64 (builder, "budget", "Budget", "Budget", KKR_UNIT_AMOUNT, budgets, n);
  return kkr_table_builder_end (builder, NULL);
}

/* A batch class, a class that may run in a thread, and one that stays in its main context. */
static GType
get_type (gconstpointer data)
{
  const char *name = data;

  return g_str_equal (name, "batch-class") ? test_batch_get_type ()
         : g_str_equal (name, "in-thread") ? test_plain_get_type ()
                                           : test_quarter_get_type ();
}

static void
run (KkrCalculator *calculator, KkrTable *scenarios, GCancellable *cancellable, Run *run)
{
  run->loop = g_main_loop_new (NULL, FALSE);
  g_signal_connect (calculator, "notify::progress", G_CALLBACK (on_progress), run);
  kkr_calculator_run_table_async (calculator, scenarios, NULL, cancellable, on_done, run);
  /* The inputs are those of the call. */
  g_object_set (calculator, "price-level", "1700", NULL);
  g_main_loop_run (run->loop);
  g_main_loop_unref (run->loop);
}

static void
test_result (gconstpointer data)
{
  g_autoptr (KkrCalculator) calculator = test_calculator_new (get_type (data));
  g_autoptr (KkrTable) scenarios = make_scenarios (300, 2024, 4000);
  g_autoptr (KkrResult) result = NULL;
  Run done = { 0 };

  run (calculator, scenarios, NULL, &done);
  g_assert_no_error (done.error);
  result = done.result;
  g_assert_cmpint (kkr_column_get_int64 (kkr_table_get_column (kkr_result_get_table (result),
                                                               "scenario"),
                                         kkr_table_get_n_rows (kkr_result_get_table (result)) - 1),
                   ==, 299);
  g_assert_true (done.notified_in == g_thread_self ());
  g_assert_true (done.progress >= 1.0 && !done.went_back);
  g_assert_cmpuint (done.n_progress, <=, 102);
  /* What was set meanwhile is still there. */
  g_assert_cmpstr (kkr_calculator_get_text (calculator, "price-level"), ==, "1700");
}

static void
test_dropped (gconstpointer data)
{
  KkrCalculator *calculator = test_calculator_new (get_type (data));
  KkrTable *scenarios = make_scenarios (30, 2024, 4000);
  Run done = { .loop = g_main_loop_new (NULL, FALSE) };

  kkr_calculator_run_table_async (calculator, scenarios, NULL, NULL, on_done, &done);
  g_object_unref (calculator);
  g_object_unref (scenarios);
  g_main_loop_run (done.loop);
  g_main_loop_unref (done.loop);
  g_assert_no_error (done.error);
  g_object_unref (done.result);
}

static void
test_bad (gconstpointer data)
{
  g_autoptr (KkrCalculator) calculator = test_calculator_new (get_type (data));
  g_autoptr (KkrTable) bad = make_scenarios (3, 2024, -2);
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("s", "S", "S");
  g_autoptr (KkrTable) unknown = NULL;
  Run done = { 0 }, other = { 0 };

  run (calculator, bad, NULL, &done);
  g_assert_null (done.result);
  g_assert_error (done.error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE);
  g_assert_true (g_str_has_prefix (done.error->message, "2 of 3 scenarios"));
  g_clear_error (&done.error);
  kkr_table_builder_add_int64 (builder, "nothing", "x", "x", KKR_UNIT_NONE, (gint64[]) { 1 }, 1);
  unknown = kkr_table_builder_end (builder, NULL);
  run (calculator, unknown, NULL, &other);
  g_assert_null (other.result);
  g_assert_error (other.error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE);
  g_clear_error (&other.error);
}

static gboolean
cancel (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
  return G_SOURCE_REMOVE;
}

static void
test_cancelled_before (gconstpointer data)
{
  g_autoptr (KkrCalculator) calculator = test_calculator_new (get_type (data));
  g_autoptr (KkrTable) scenarios = make_scenarios (3, 2024, 4000);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Run done = { 0 };

  g_cancellable_cancel (cancellable);
  run (calculator, scenarios, cancellable, &done);
  g_assert_null (done.result);
  g_assert_error (done.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&done.error);
  g_assert_null (kkr_calculator_run_table (calculator, scenarios, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* One that waits in the main context until it is cancelled there: between two scenarios it lets
 * others have their turn. */
static void
test_turns (void)
{
  g_autoptr (KkrCalculator) calculator = test_calculator_new (test_quarter_get_type ());
  g_autoptr (KkrTable) scenarios = make_scenarios (2000000, 2024, 4000);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Run done = { 0 };

  g_idle_add (cancel, cancellable);
  run (calculator, scenarios, cancellable, &done);
  g_assert_null (done.result);
  g_assert_error (done.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&done.error);
}

static GCancellable *cancelled_within;

static void
cancel_within (const KkrBatchRows *rows)
{
  g_cancellable_cancel (cancelled_within);
}

static void
test_cancelled_within (void)
{
  g_autoptr (KkrCalculator) calculator = test_calculator_new (test_batch_get_type ());
  g_autoptr (KkrTable) scenarios = make_scenarios (30, 2024, 4000);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  cancelled_within = cancellable;
  on_computed = cancel_within;
  n_computed = n_opened = n_closed = 0;
  g_assert_null (kkr_calculator_run_table (calculator, scenarios, NULL, cancellable, &error));
  on_computed = NULL;
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (n_computed, ==, 1);
  g_assert_cmpint (n_opened, ==, n_closed);
}

/* What is made once for all scenarios, and what once for each that differs. */
static void
test_once (void)
{
  g_autoptr (KkrCalculator) calculator = test_calculator_new (test_batch_get_type ());
  g_autoptr (KkrTable) scenarios = make_scenarios (3000, 2024, 4000);
  KkrResult *result;

  n_computed = n_opened = n_closed = n_keys_made = 0;
  result = kkr_calculator_run_table (calculator, scenarios, NULL, NULL, NULL);
  g_assert_nonnull (result);
  g_assert_cmpint (n_opened, ==, 3);
  g_assert_cmpint (n_computed, ==, 3);
  g_assert_cmpint (n_keys_made, ==, 3);
  g_assert_cmpint (n_closed, ==, 0);
  g_object_unref (result);
  g_assert_cmpint (n_closed, ==, 3);
}

static void
add (const char *name, GTestDataFunc func)
{
  static const char *const kinds[] = { "batch-class", "in-thread", "in-context" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *path = g_strconcat ("/run-table-async/", name, "/", kinds[i], NULL);

      g_test_add_data_func (path, kinds[i], func);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("result", test_result);
  add ("dropped", test_dropped);
  add ("bad", test_bad);
  add ("cancelled-before", test_cancelled_before);
  g_test_add_func ("/run-table-async/turns", test_turns);
  g_test_add_func ("/run-table-async/cancelled-within", test_cancelled_within);
  g_test_add_func ("/run-table-async/once", test_once);
  return g_test_run ();
}
