/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-calculator-private.h>

#include <libkkr/calc/kkr-calculator-state-private.h>

/* A thread per call and no pool: a pool's threads do not exist in a forked child, which would wait
 * for them for ever. */

/**
 * kkr_calculator_get_progress: (get-property progress)
 * @self: a [class@Calculator]
 *
 * Gives how much of a run is done.
 *
 * Returns: from 0 to 1
 *
 * Since: 0.1
 */
gdouble
kkr_calculator_get_progress (KkrCalculator *self)
{
  g_return_val_if_fail (KKR_IS_CALCULATOR (self), 0.0);

  return kkr_calculator_get_state (self)->progress;
}

typedef struct {
  KkrCalculator *watched;
  gdouble progress;
} Progress;

static gboolean
show_progress (gpointer data)
{
  Progress *shown = data;

  kkr_calculator_get_state (shown->watched)->progress = shown->progress;
  g_object_notify (G_OBJECT (shown->watched), "progress");
  return G_SOURCE_REMOVE;
}

static void
free_progress (gpointer data)
{
  Progress *shown = data;

  g_object_unref (shown->watched);
  g_free (shown);
}

/* Not g_main_context_invoke(): it runs the function at once in a worker that finds the context
 * without an owner, as it is before the caller's loop begins. */
static void
show_progress_in (GMainContext *context, Progress *shown)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, show_progress, shown, free_progress);
  g_source_set_static_name (source, "kkr_calculator_set_progress");
  g_source_attach (source, context);
}

/**
 * kkr_calculator_set_progress:
 * @self: a [class@Calculator]
 * @progress: from 0 to 1
 *
 * Says how far `compute` has come, on the calculator that it is given. The calculator that was run
 * notifies its property `progress` in the main context of the caller.
 *
 * Since: 0.1
 */
void
kkr_calculator_set_progress (KkrCalculator *self, gdouble progress)
{
  KkrCalculatorPrivate *priv;
  Progress *shown;

  g_return_if_fail (KKR_IS_CALCULATOR (self));
  g_return_if_fail (progress >= 0.0 && progress <= 1.0);

  priv = kkr_calculator_get_state (self);
  shown = g_new (Progress, 1);
  shown->progress = progress;
  shown->watched = g_weak_ref_get (&priv->watched);
  if (shown->watched == NULL)
    shown->watched = g_object_ref (self);
  if (priv->watched_context != NULL && !g_main_context_is_owner (priv->watched_context))
    show_progress_in (priv->watched_context, shown);
  else
    {
      show_progress (shown);
      free_progress (shown);
    }
}

static void
compute_in_task (GTask *task)
{
  g_autoptr (GError) error = NULL;
  KkrResult *result = kkr_calculator_compute (g_task_get_task_data (task),
                                              g_task_get_cancellable (task), &error);

  if (result != NULL)
    g_task_return_pointer (task, result, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static gpointer
compute_in_thread (gpointer data)
{
  compute_in_task (data);
  g_object_unref (data);
  return NULL;
}

static gboolean
compute_in_context (gpointer data)
{
  compute_in_task (data);
  return G_SOURCE_REMOVE;
}

static void
schedule_in_context (GTask *task)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_callback (source, compute_in_context, g_object_ref (task), g_object_unref);
  g_source_set_static_name (source, "kkr_calculator_run_async");
  g_source_attach (source, g_task_get_context (task));
}

/**
 * kkr_calculator_run_async:
 * @self: a [class@Calculator]
 * @cancellable: (nullable): a [class@Gio.Cancellable]
 * @callback: (scope async): called when it is done
 * @user_data: data for @callback
 *
 * Does what [method@Calculator.run] does without making the caller wait. The inputs are checked and
 * copied at once, so the calculator may be changed while it runs. Classes that declare themselves
 * thread-safe run in a thread of their own, the others in the caller's main context.
 *
 * Since: 0.1
 */
void
kkr_calculator_run_async (KkrCalculator *self, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) error = NULL;
  KkrCalculatorPrivate *copied;
  KkrCalculator *copy;
  GThread *thread;

  g_return_if_fail (KKR_IS_CALCULATOR (self));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, kkr_calculator_run_async);
  if (!kkr_calculator_check_inputs (self, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  copy = kkr_calculator_dup (self);
  copied = kkr_calculator_get_state (copy);
  g_weak_ref_set (&copied->watched, self);
  copied->watched_context = g_main_context_ref (g_task_get_context (task));
  g_task_set_task_data (task, copy, g_object_unref);
  if (!KKR_CALCULATOR_GET_CLASS (self)->thread_safe)
    {
      schedule_in_context (task);
      return;
    }
  thread = g_thread_try_new ("kkr-run", compute_in_thread, g_object_ref (task), NULL);
  if (thread != NULL)
    g_thread_unref (thread);
  else
    {
      g_object_unref (task);
      schedule_in_context (task);
    }
}

/**
 * kkr_calculator_run_finish:
 * @self: a [class@Calculator]
 * @result: what the callback was given
 * @error: return location for a [error@CalcError]
 *
 * Ends what [method@Calculator.run_async] began.
 *
 * Returns: (transfer full): the result
 *
 * Since: 0.1
 */
KkrResult *
kkr_calculator_run_finish (KkrCalculator *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (KKR_IS_CALCULATOR (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
