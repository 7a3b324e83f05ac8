/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-group-sum.h>

#include <libkkr/base/kkr-progress-private.h>
#include <libkkr/calc/kkr-group-sum-private.h>

static KkrTable *
run (KkrGroupCall *call, GCancellable *cancellable, GError **error)
{
  KkrTable *table;

  if (call == NULL)
    return NULL;
  call->rows.cancellable = cancellable;
  table = kkr_group_call_run (call, error);
  kkr_group_call_free (call);
  return table;
}

/**
 * kkr_group_sum:
 * @keys: the keys: signed whole numbers of 2, 4 or 8 bytes each, in the machine's order of bytes
 * @values: the values, 8 bytes each
 * @statuses: (nullable): a byte for each value, as [method@Column.get_status] gives them; %NULL if
 *   all values are there
 * @unit: what the values count
 * @n_threads: the number of threads, 1 to 256, or -1 for as many as there are cores
 * @cancellable: (nullable): a [class@Gio.Cancellable]
 * @error: return location for a [error@CalcError]
 *
 * Adds up values by key: ten million amounts by municipality code in a few milliseconds, and in
 * whole øre. The bytes are those of NumPy arrays or typed arrays; how wide the keys are follows
 * from how many values there are. Values are never rounded, and the order of the rows, the number
 * of threads and the processor make no difference.
 *
 * The table `group-sum` has a row for each key, ascending:
 *
 * | column | |
 * |---|---|
 * | `key` | the key |
 * | `rows` | the number of rows |
 * | `sum` | the sum, if there is one |
 * | `known-sum` | the sum of the values there are |
 * | `missing`, `suppressed`, `not-applicable` | the number of rows without a value, by why |
 *
 * Missing is not zero: the sum of a group is missing if one of its values is, else suppressed if
 * one of them is. Values that are not applicable are left out; if all are, so is the sum. There is
 * no known sum where no value is known. A value of `G_MININT64` is missing if its status does not
 * say otherwise. The smallest number that a key can be is no key; such rows are the last group,
 * whose key is missing.
 *
 * The footer has the totals, that of the sums only if no group lacks its sum.
 *
 * Errors: `OUT_OF_RANGE` for values whose bytes are no multiple of 8, for bytes that do not begin
 * on a boundary of what they hold, for a status that is none, for no unit and for a number of
 * threads that is none of the above; `INCONSISTENT` for keys or statuses that are not as many as
 * the values; `OVERFLOW` naming the key for a sum of 2⁶³ or more, whatever it was on the way;
 * `FAILED` for more keys than there is memory for; `G_IO_ERROR_CANCELLED`.
 *
 * Returns: (transfer full): the sums
 *
 * Since: 0.1
 */
KkrTable *
kkr_group_sum (GBytes *keys, GBytes *values, GBytes *statuses, KkrUnit unit, int n_threads,
               GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (keys != NULL, NULL);
  g_return_val_if_fail (values != NULL, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return run (kkr_group_call_new_for_bytes (keys, values, statuses, unit, n_threads), cancellable,
              error);
}

/**
 * kkr_table_group_sum:
 * @self: a table
 * @key: the name of the column whose cells are the keys, of any kind
 * @value: the name of the column of whole numbers that is added up
 * @n_threads: the number of threads, 1 to 256, or -1 for as many as there are cores
 * @cancellable: (nullable): a [class@Gio.Cancellable]
 * @error: return location for a [error@CalcError]
 *
 * Adds up one column of a table by another, as [func@group_sum] does: tariffs by municipality. The
 * result has the column of the keys with its own name, titles, unit and labels; numbers and days
 * ascend by what they are, texts by the code points of their labels. Sums have the unit of the
 * values. Qualifiers of cells are not looked at.
 *
 * Errors: those of [func@group_sum]; `NO_DATA` naming the columns there are for a column that is
 * not one of them; `INCONSISTENT` for values that are no whole numbers and for a column of keys
 * that is called as one of the result's.
 *
 * Returns: (transfer full): the sums
 *
 * Since: 0.1
 */
KkrTable *
kkr_table_group_sum (KkrTable *self, const char *key, const char *value, int n_threads,
                     GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (KKR_IS_TABLE (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);
  g_return_val_if_fail (value != NULL, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return run (kkr_group_call_new_for_table (self, key, value, n_threads, error), cancellable,
              error);
}

static gpointer
run_job (gpointer job, GError **error)
{
  return kkr_group_call_run (job, error);
}

static void
free_job (gpointer job)
{
  kkr_group_call_free (job);
}

static void
begin (GTask *task, KkrGroupCall *call, KkrProgress *progress)
{
  static const KkrProgressJobKind kind = { run_job, g_object_unref, free_job };

  call->rows.cancellable = g_task_get_cancellable (task);
  call->rows.progress = kkr_progress_task_report;
  call->rows.progress_data = kkr_progress_job_open (task, &kind, call, progress);
  kkr_progress_job_run (task);
}

/**
 * kkr_group_sum_async:
 * @keys: the keys: signed whole numbers of 2, 4 or 8 bytes each, in the machine's order of bytes
 * @values: the values, 8 bytes each
 * @statuses: (nullable): a byte for each value, as [method@Column.get_status] gives them; %NULL if
 *   all values are there
 * @unit: what the values count
 * @n_threads: the number of threads, 1 to 256, or -1 for as many as there are cores
 * @progress: (nullable): what tells how far it has come
 * @cancellable: (nullable): a [class@Gio.Cancellable]
 * @callback: (scope async): called when it is done
 * @user_data: data for @callback
 *
 * Does what [func@group_sum] does without making the caller wait, in a thread of its own.
 *
 * Since: 0.1
 */
void
kkr_group_sum_async (GBytes *keys, GBytes *values, GBytes *statuses, KkrUnit unit, int n_threads,
                     KkrProgress *progress, GCancellable *cancellable,
                     GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (keys != NULL);
  g_return_if_fail (values != NULL);
  g_return_if_fail (progress == NULL || KKR_IS_PROGRESS (progress));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = kkr_progress_task_new (progress, kkr_group_sum_async, cancellable, callback, user_data);
  begin (task, kkr_group_call_new_for_bytes (keys, values, statuses, unit, n_threads), progress);
}

/**
 * kkr_group_sum_finish:
 * @result: what the callback was given
 * @error: return location for a [error@CalcError]
 *
 * Ends what [func@group_sum_async] began.
 *
 * Returns: (transfer full): the sums
 *
 * Since: 0.1
 */
KkrTable *
kkr_group_sum_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, kkr_group_sum_async), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * kkr_table_group_sum_async:
 * @self: a table
 * @key: the name of the column whose cells are the keys, of any kind
 * @value: the name of the column of whole numbers that is added up
 * @n_threads: the number of threads, 1 to 256, or -1 for as many as there are cores
 * @progress: (nullable): what tells how far it has come
 * @cancellable: (nullable): a [class@Gio.Cancellable]
 * @callback: (scope async): called when it is done
 * @user_data: data for @callback
 *
 * Does what [method@Table.group_sum] does without making the caller wait, in a thread of its own.
 *
 * Since: 0.1
 */
void
kkr_table_group_sum_async (KkrTable *self, const char *key, const char *value, int n_threads,
                           KkrProgress *progress, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) error = NULL;
  KkrGroupCall *call;

  g_return_if_fail (KKR_IS_TABLE (self));
  g_return_if_fail (key != NULL);
  g_return_if_fail (value != NULL);
  g_return_if_fail (progress == NULL || KKR_IS_PROGRESS (progress));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, kkr_table_group_sum_async);
  call = kkr_group_call_new_for_table (self, key, value, n_threads, &error);
  if (call != NULL)
    begin (task, call, progress);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * kkr_table_group_sum_finish:
 * @self: a table
 * @result: what the callback was given
 * @error: return location for a [error@CalcError]
 *
 * Ends what [method@Table.group_sum_async] began.
 *
 * Returns: (transfer full): the sums
 *
 * Since: 0.1
 */
KkrTable *
kkr_table_group_sum_finish (KkrTable *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (KKR_IS_TABLE (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, kkr_table_group_sum_async), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
