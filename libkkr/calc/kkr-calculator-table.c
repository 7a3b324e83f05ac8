/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-calculator-private.h>

#include <libkkr/calc/kkr-batch-run-private.h>
#include <libkkr/calc/kkr-calculator-state-private.h>

/* How long a class that stays in its main context has it for itself. */
#define STEP_MICROSECONDS 10000

/**
 * kkr_calculator_run_table:
 * @self: a [class@Calculator]
 * @scenarios: the scenarios, a row each; a column named like an input sets that input row by row
 * @columns: (array zero-terminated=1) (nullable): the columns of the result's main table to
 *   compute, or `TABLE.COLUMN`, all of one table; %NULL or none for the main output
 * @cancellable: (nullable): a [class@Gio.Cancellable]
 * @error: return location for a [error@CalcError]
 *
 * Computes many scenarios at once, with the inputs of the calculator, which is not changed, where
 * no column sets them. Every figure is what [method@Calculator.run] gives for the scenario alone.
 *
 * Amounts are whole øre, or text as [method@Calculator.set_from_string] reads it, as are choices,
 * yes and no; days are ISO 8601 text or a column of days. Amounts for a rate are turned into
 * kroner, shares for a share into per cent. A cell that is missing or not applicable leaves the
 * input unassigned in that scenario, whatever the calculator has; a suppressed one is an error. A
 * register cannot be a column.
 *
 * The result has one table, named like the one it is of: `scenario` (from 0), the key columns, and
 * what was asked for, the rows of a scenario together and in its order. The main output is the
 * column that the calculator is for, or all that are no key columns where a class names none.
 * Its rows can be explained, by their number or as `3/Rebild`; totals it has none. Without
 * scenarios the table has no rows, and no key columns either, which only a scenario tells.
 *
 * The inputs of all scenarios are checked before the first is computed. One error counts the bad
 * ones and says what is wrong with the first ten, in the words of `run()`; nothing is computed in
 * part. What is no input is `OUT_OF_RANGE` naming those there are; no memory is `FAILED`.
 *
 * Many cores are used where the class can. [property@Calculator:progress] is notified.
 *
 * Returns: (transfer full): the result
 *
 * Since: 0.1
 */
KkrResult *
kkr_calculator_run_table (KkrCalculator *self, KkrTable *scenarios, const char *const *columns,
                          GCancellable *cancellable, GError **error)
{
  g_autoptr (KkrBatch) batch = NULL;

  g_return_val_if_fail (KKR_IS_CALCULATOR (self), NULL);
  g_return_val_if_fail (KKR_IS_TABLE (scenarios), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  batch = kkr_batch_new (self, scenarios, columns, cancellable, error);
  return batch != NULL ? kkr_batch_run (batch, error) : NULL;
}

static void
return_result (GTask *task, KkrResult *result, GError *error)
{
  if (result != NULL)
    g_task_return_pointer (task, result, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
run_in_task (GTask *task)
{
  GError *error = NULL;
  KkrResult *result = kkr_batch_run (g_task_get_task_data (task), &error);

  return_result (task, result, error);
}

static gpointer
run_in_thread (gpointer data)
{
  run_in_task (data);
  g_object_unref (data);
  return NULL;
}

static gboolean
run_in_context (gpointer data)
{
  run_in_task (data);
  return G_SOURCE_REMOVE;
}

typedef struct {
  GTask *task;
  KkrBatchLoop *loop;
} Steps;

static void
free_steps (gpointer data)
{
  Steps *steps = data;

  kkr_batch_loop_free (steps->loop);
  g_object_unref (steps->task);
  g_free (steps);
}

static gboolean
run_steps (gpointer data)
{
  Steps *steps = data;
  g_autoptr (KkrTable) table = NULL;
  GError *error = NULL;
  gboolean done;

  if (kkr_batch_loop_step (steps->loop, g_get_monotonic_time () + STEP_MICROSECONDS, &done, &error))
    {
      if (!done)
        return G_SOURCE_CONTINUE;
      table = kkr_batch_loop_end (steps->loop, &error);
    }
  return_result (steps->task,
                 table != NULL ? kkr_batch_end (g_task_get_task_data (steps->task), table) : NULL,
                 error);
  return G_SOURCE_REMOVE;
}

static void
schedule (GTask *task, KkrBatch *batch)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  if (batch->klass == NULL && batch->n_scenarios > 0)
    {
      Steps *steps = g_new (Steps, 1);

      *steps = (Steps) { g_object_ref (task), kkr_batch_loop_new (batch) };
      g_source_set_callback (source, run_steps, steps, free_steps);
    }
  else
    g_source_set_callback (source, run_in_context, g_object_ref (task), g_object_unref);
  g_source_set_static_name (source, "kkr_calculator_run_table_async");
  g_source_attach (source, g_task_get_context (task));
}

/**
 * kkr_calculator_run_table_async:
 * @self: a [class@Calculator]
 * @scenarios: the scenarios, a row each; a column named like an input sets that input row by row
 * @columns: (array zero-terminated=1) (nullable): the columns to compute, or %NULL
 * @cancellable: (nullable): a [class@Gio.Cancellable]
 * @callback: (scope async): called when it is done
 * @user_data: data for @callback
 *
 * Does what [method@Calculator.run_table] does without making the caller wait. The inputs are
 * copied at once, so the calculator may be changed while it runs. Classes that declare themselves
 * thread-safe run in a thread of their own, the others in the caller's main context, a few
 * scenarios at a time.
 *
 * Since: 0.1
 */
void
kkr_calculator_run_table_async (KkrCalculator *self, KkrTable *scenarios,
                                const char *const *columns, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  GError *error = NULL;
  KkrBatch *batch;
  GThread *thread = NULL;

  g_return_if_fail (KKR_IS_CALCULATOR (self));
  g_return_if_fail (KKR_IS_TABLE (scenarios));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, kkr_calculator_run_table_async);
  batch = kkr_batch_new (self, scenarios, columns, cancellable, &error);
  if (batch == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  kkr_calculator_get_state (batch->calculator)->watched_context =
    g_main_context_ref (g_task_get_context (task));
  g_task_set_task_data (task, batch, (GDestroyNotify) kkr_batch_unref);
  if (KKR_CALCULATOR_GET_CLASS (self)->thread_safe)
    thread = g_thread_try_new ("kkr-run-table", run_in_thread, g_object_ref (task), NULL);
  if (thread != NULL)
    {
      g_thread_unref (thread);
      return;
    }
  if (KKR_CALCULATOR_GET_CLASS (self)->thread_safe)
    g_object_unref (task);
  schedule (task, batch);
}

/**
 * kkr_calculator_run_table_finish:
 * @self: a [class@Calculator]
 * @result: what the callback was given
 * @error: return location for a [error@CalcError]
 *
 * Ends what [method@Calculator.run_table_async] began.
 *
 * Returns: (transfer full): the result
 *
 * Since: 0.1
 */
KkrResult *
kkr_calculator_run_table_finish (KkrCalculator *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (KKR_IS_CALCULATOR (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
