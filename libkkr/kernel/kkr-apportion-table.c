/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-apportion-table.h>

#include <string.h>

#include <libkkr/base/kkr-progress-private.h>
#include <libkkr/kernel/kkr-apportion-table-private.h>

/* Every cell at its exact share rounded down: a unit more then costs what the share lies below the
 * exact one, in parts of `sum`. What a unit costs is told without the half that lies between one
 * above and one below: it is the same for all cells, and so a price of the rows. */
static gboolean
set_cell (const KkrTableTask *self, KkrFlow *flow, gsize row, gsize column)
{
  gsize n_columns = flow->n[KKR_FLOW_COLUMNS], cell = row * n_columns + column;
  KkrInt128 *more = &flow->cost[KKR_FLOW_ROWS][cell];
  KkrInt128 *fewer = &flow->cost[KKR_FLOW_COLUMNS][column * flow->n[KKR_FLOW_ROWS] + row];
  guint64 units = self->units[KKR_FLOW_ROWS][row];
  KkrUint128 product;

  flow->shares[cell] = 0;
  *more = KKR_FLOW_NEVER;
  if (!kkr_table_task_is_open (self, row, column) || units == 0
      || self->units[KKR_FLOW_COLUMNS][column] == 0)
    return FALSE;
  if (self->weights != NULL)
    product = (KkrUint128) self->sum_of_units * ((guint64) self->weights[cell] / self->divisor);
  else
    product = (KkrUint128) (units / self->divisor) * self->units[KKR_FLOW_COLUMNS][column];
  flow->shares[cell] = (gint64) (product / self->sum);
  *more = -(KkrInt128) (product % self->sum);
  if (flow->shares[cell] > 0)
    *fewer = flow->step - *more;
  return TRUE;
}

static gboolean
set_cells (const KkrTableTask *self, KkrFlow *flow, GError **error)
{
  gsize n_rows = self->n[KKR_FLOW_ROWS], n_columns = self->n[KKR_FLOW_COLUMNS];

  flow->step = self->sum;
  flow->units = self->sum_of_units;
  flow->cancellable = self->cancellable;
  flow->progress = self->progress;
  flow->progress_data = self->progress_data;
  /* Column by column, so that the memory, which is then written row by row, is there. */
  for (gsize j = 0; j < n_columns; j++)
    {
      if (!kkr_flow_check_cancelled (flow->cancellable, error))
        return FALSE;
      flow->excess[KKR_FLOW_COLUMNS][j] = -(KkrInt128) self->units[KKR_FLOW_COLUMNS][j];
      for (gsize i = 0; i < n_rows; i++)
        flow->cost[KKR_FLOW_COLUMNS][j * n_rows + i] = KKR_FLOW_NEVER;
    }
  for (gsize i = 0; i < n_rows; i++)
    {
      flow->excess[KKR_FLOW_ROWS][i] = self->units[KKR_FLOW_ROWS][i];
      for (gsize j = 0; j < n_columns; j++)
        {
          if (j % KKR_FLOW_CELLS_BETWEEN == 0
              && !kkr_flow_check_cancelled (flow->cancellable, error))
            return FALSE;
          if (set_cell (self, flow, i, j))
            {
              flow->excess[KKR_FLOW_ROWS][i] -= flow->shares[i * n_columns + j];
              flow->excess[KKR_FLOW_COLUMNS][j] += flow->shares[i * n_columns + j];
            }
        }
    }
  return TRUE;
}

static gint64 *
run_flow (const KkrTableTask *self, GError **error)
{
  gint64 *shares = NULL;
  KkrFlow flow;

  if (!kkr_flow_open (&flow, self->n[KKR_FLOW_ROWS], self->n[KKR_FLOW_COLUMNS], error))
    return NULL;
  if (set_cells (self, &flow, error) && kkr_flow_solve (&flow, error) &&
      kkr_flow_break_ties (&flow, error))
    shares = g_steal_pointer (&flow.shares);
  kkr_flow_close (&flow);
  for (gsize i = 0; shares != NULL && i < self->n[0] * self->n[1]; i++)
    shares[i] *= self->signed_unit;
  return shares;
}

gint64 *
kkr_table_task_run (KkrTableTask *self, GError **error)
{
  if (!kkr_table_task_check (self, error) ||
      !kkr_flow_check_cancelled (self->cancellable, error))
    return NULL;
  if (self->sum_of_units == 0)
    return g_new0 (gint64, self->n[0] * self->n[1]);
  if (self->has_zeros && !kkr_table_task_check_room (self, error))
    return NULL;
  /* Where there is one row or one column, the totals of the other side are all there is to say. */
  for (guint side = 0; side < 2; side++)
    if (self->n[side] == 1)
      return g_memdup2 (self->totals[!side], self->n[!side] * sizeof (gint64));
  return run_flow (self, error);
}

/**
 * kkr_apportion_table:
 * @row_totals: (array length=n_rows): what the shares of each row add to, all of one sign;
 *   multiples of @unit
 * @n_rows: the number of rows
 * @column_totals: (array length=n_columns): what the shares of each column add to; multiples of
 *   @unit with the same sum as @row_totals
 * @n_columns: the number of columns
 * @weights: (array length=n_weights) (nullable): a weight per cell, row by row, none negative, with
 *   a sum from 1 to `G_MAXINT64`; %NULL or none at all where a cell's weight is the product of the
 *   totals of its row and its column
 * @n_weights: the number of weights: rows times columns, or 0
 * @unit: what the shares are multiples of, 1 or more: for amounts, which are in øre, 1 for whole
 *   øre and 100 for whole kroner
 * @cancellable: (nullable): a [class@Gio.Cancellable]
 * @n_shares: (out) (optional): return location for the number of shares: rows times columns, or 0
 *   after an error
 * @error: return location for a [error@CalcError]
 *
 * Shares in two directions: a table of multiples of a unit whose row sums and column sums are both
 * given, such as places over municipalities and years.
 *
 * The exact share of a cell is the table's total, times the cell's weight, through the sum of the
 * weights. Of all tables that have the sums and nothing in the cells without weight, it is the one
 * with the smallest sum of squared distances to the exact shares. Where several are equally near,
 * it is the largest of them when read row by row: the first cell in which they differ has the
 * unit. Negative totals give the shares of the positive ones with the other sign.
 *
 * The page on [tables of shares](apportionment-table.html) tells what this promises and what it
 * does not. The time hardly grows with the totals: it is much less than a millisecond for 29 by 4
 * cells and some seconds for a thousand by a thousand, and grows faster than the number of rows
 * where there are many more of them than columns. [func@apportion_table_async] does it in another
 * thread.
 *
 * Errors: `OUT_OF_RANGE` for no rows, no columns or more than 10.000.000 cells, a number of weights
 * that is neither 0 nor the number of cells, a unit below 1, a total that is no multiple of it,
 * totals of different signs, a negative weight, no weight above zero; `INCONSISTENT` for row and
 * column totals with different sums, and where cells without weight make the totals impossible,
 * naming rows and columns that show it; `OVERFLOW` for a total `G_MININT64`, weights with a sum
 * above `G_MAXINT64`, more than 2^62 units, or more than 2^121 for the units times the sum of the
 * weights (without weights: the units squared) when common factors of all weights (of all row
 * totals) are gone; `FAILED` where there is not enough memory; `G_IO_ERROR_CANCELLED`.
 *
 * Returns: (array length=n_shares) (transfer full): a share per cell, row by row
 *
 * Since: 0.1
 */
gint64 *
kkr_apportion_table (const gint64 *row_totals, gsize n_rows, const gint64 *column_totals,
                     gsize n_columns, const gint64 *weights, gsize n_weights, gint64 unit,
                     GCancellable *cancellable, gsize *n_shares, GError **error)
{
  KkrTableTask task = { .totals = { row_totals, column_totals }, .n = { n_rows, n_columns },
                        .weights = n_weights > 0 ? weights : NULL, .n_weights = n_weights,
                        .unit = unit, .cancellable = cancellable };
  gint64 *shares;

  if (n_shares != NULL)
    *n_shares = 0;
  g_return_val_if_fail (row_totals != NULL || n_rows == 0, NULL);
  g_return_val_if_fail (column_totals != NULL || n_columns == 0, NULL);
  g_return_val_if_fail (weights != NULL || n_weights == 0, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  shares = kkr_table_task_run (&task, error);
  kkr_table_task_clear (&task);
  if (n_shares != NULL && shares != NULL)
    *n_shares = n_rows * n_columns;
  return shares;
}

static void
free_task (gpointer data)
{
  KkrTableTask *self = data;

  kkr_table_task_clear (self);
  g_free ((gpointer) self->totals[0]);
  g_free ((gpointer) self->totals[1]);
  g_free ((gpointer) self->weights);
  g_free (self);
}

static void
run_in_thread (GTask *task)
{
  GError *error = NULL;
  gint64 *shares = kkr_table_task_run (g_task_get_task_data (task), &error);

  if (shares == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  kkr_progress_task_report (task, 1.0);
  g_task_return_pointer (task, shares, g_free);
}

/**
 * kkr_apportion_table_async:
 * @row_totals: (array length=n_rows): as of [func@apportion_table]
 * @n_rows: the number of rows
 * @column_totals: (array length=n_columns): as of [func@apportion_table]
 * @n_columns: the number of columns
 * @weights: (array length=n_weights) (nullable): as of [func@apportion_table]
 * @n_weights: the number of weights
 * @unit: as of [func@apportion_table]
 * @progress: (nullable): what tells how far it has come
 * @cancellable: (nullable): a [class@Gio.Cancellable]
 * @callback: (scope async): called when it is done
 * @user_data: data for @callback
 *
 * Does what [func@apportion_table] does without making the caller wait, in a thread of its own.
 *
 * Since: 0.1
 */
void
kkr_apportion_table_async (const gint64 *row_totals, gsize n_rows, const gint64 *column_totals,
                           gsize n_columns, const gint64 *weights, gsize n_weights, gint64 unit,
                           KkrProgress *progress, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  KkrTableTask *self;

  g_return_if_fail (row_totals != NULL || n_rows == 0);
  g_return_if_fail (column_totals != NULL || n_columns == 0);
  g_return_if_fail (weights != NULL || n_weights == 0);
  g_return_if_fail (progress == NULL || KKR_IS_PROGRESS (progress));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  self = g_new0 (KkrTableTask, 1);
  self->totals[KKR_FLOW_ROWS] = g_memdup2 (row_totals, n_rows * sizeof *row_totals);
  self->totals[KKR_FLOW_COLUMNS] = g_memdup2 (column_totals, n_columns * sizeof *column_totals);
  self->weights = g_memdup2 (weights, n_weights * sizeof *weights);
  self->n[KKR_FLOW_ROWS] = n_rows;
  self->n[KKR_FLOW_COLUMNS] = n_columns;
  self->n_weights = n_weights;
  self->unit = unit;
  self->cancellable = cancellable;
  self->progress = kkr_progress_task_report;
  task = kkr_progress_task_new (progress, kkr_apportion_table_async, cancellable, callback,
                                user_data);
  self->progress_data = task;
  g_task_set_task_data (task, self, free_task);
  kkr_progress_task_run (task, run_in_thread);
}

/**
 * kkr_apportion_table_finish:
 * @result: what the callback was given
 * @n_shares: (out) (optional): return location for the number of shares, or 0 after an error
 * @error: return location for a [error@CalcError]
 *
 * Ends what [func@apportion_table_async] began.
 *
 * Returns: (array length=n_shares) (transfer full): a share per cell, row by row
 *
 * Since: 0.1
 */
gint64 *
kkr_apportion_table_finish (GAsyncResult *result, gsize *n_shares, GError **error)
{
  const KkrTableTask *self;
  gint64 *shares;

  if (n_shares != NULL)
    *n_shares = 0;
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, kkr_apportion_table_async), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_task_get_task_data (G_TASK (result));
  shares = g_task_propagate_pointer (G_TASK (result), error);
  if (n_shares != NULL && shares != NULL)
    *n_shares = self->n[KKR_FLOW_ROWS] * self->n[KKR_FLOW_COLUMNS];
  return shares;
}
