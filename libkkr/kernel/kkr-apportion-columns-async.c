/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-apportion-columns.h>

#include <libkkr/base/kkr-progress-private.h>
#include <libkkr/kernel/kkr-apportion-columns-private.h>

typedef struct {
  KkrColumnsTask columns;
  GBytes *totals;
  GBytes *weights;
} Call;

static void
free_call (gpointer data)
{
  Call *call = data;

  g_bytes_unref (call->totals);
  g_bytes_unref (call->weights);
  g_free (call);
}

static void
share (GTask *task)
{
  Call *call = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  GBytes *shares = NULL;

  if (kkr_columns_task_read (&call->columns, call->totals, call->weights, &error))
    shares = kkr_columns_task_share (&call->columns, &error);
  if (shares != NULL)
    g_task_return_pointer (task, shares, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * kkr_apportion_columns_async:
 * @totals: the totals, 8 bytes each, in the machine's order of bytes
 * @weights: @n_weights weights of 8 bytes each, which all totals share, or so many for each total
 * @n_weights: the number of rows that each total is shared between
 * @method: the method
 * @unit: what the shares are multiples of, 1 or more
 * @tie_rule: who goes first among rows with equal claims
 * @n_threads: the number of threads, 1 to 256, or -1 for as many as there are cores
 * @progress: (nullable): what tells how far it has come
 * @cancellable: (nullable): a [class@Gio.Cancellable]
 * @callback: (scope async): called when it is done
 * @user_data: data for @callback
 *
 * Does what [func@apportion_columns] does without making the caller wait, in a thread of its own.
 *
 * Since: 0.1
 */
void
kkr_apportion_columns_async (GBytes *totals, GBytes *weights, guint n_weights,
                             KkrApportionMethod method, gint64 unit, KkrTieRule tie_rule,
                             int n_threads, KkrProgress *progress, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Call *call;

  g_return_if_fail (totals != NULL);
  g_return_if_fail (weights != NULL);
  g_return_if_fail (progress == NULL || KKR_IS_PROGRESS (progress));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = kkr_progress_task_new (progress, kkr_apportion_columns_async, cancellable, callback,
                                user_data);
  call = g_new0 (Call, 1);
  call->totals = g_bytes_ref (totals);
  call->weights = g_bytes_ref (weights);
  call->columns = (KkrColumnsTask) {
    .n_weights = n_weights,
    .method = method,
    .unit = unit,
    .tie_rule = tie_rule,
    .n_threads = n_threads,
    .level = kkr_cpu_get_level (),
    .cancellable = cancellable,
    .progress = kkr_progress_task_report,
    .progress_data = task,
  };
  g_task_set_task_data (task, call, free_call);
  kkr_progress_task_run (task, share);
}

/**
 * kkr_apportion_columns_finish:
 * @result: what the callback was given
 * @error: return location for a [error@CalcError]
 *
 * Ends what [func@apportion_columns_async] began.
 *
 * Returns: (transfer full): the shares
 *
 * Since: 0.1
 */
GBytes *
kkr_apportion_columns_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, kkr_apportion_columns_async), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
