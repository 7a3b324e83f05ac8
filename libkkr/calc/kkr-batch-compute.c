/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-batch-run-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-memory-private.h>
#include <libkkr/table/kkr-column-private.h>

/* So many scenarios are computed into memory of their own, where those of a group do not stand
 * together, and then put in their places. */
#define SCATTERED_CELLS (4 * 1024 * 1024)
#define COPIED_UNTIL_CANCELLED 256
/* Fewer are there before anybody has looked at the progress. */
#define LEAST_SHOWN 100000
/* Rows that stand together are worth a call of their own. */
#define LEAST_TOGETHER 64

typedef struct {
  KkrBatch *batch;
  guint *first; /* the first row of each scenario; NULL where all have as many */
  guint n_each;
  gsize n_cells;
  gint64 *cells;
  guint8 *statuses;
  gsize done; /* cells */
  gsize n_now; /* cells that are being computed */
} Output;

static void
show_progress (gpointer data, gdouble done)
{
  Output *self = data;

  kkr_batch_show_progress (self->batch, ((gdouble) self->done + done * (gdouble) self->n_now) /
                                        (gdouble) self->n_cells);
}

static gsize
row_of (const Output *self, guint scenario)
{
  return self->first != NULL ? self->first[scenario] : (gsize) scenario * self->n_each;
}

static gboolean
is_about_rows (const GError *error)
{
  return error->domain == KKR_CALC_ERROR && error->code != KKR_CALC_ERROR_FAILED;
}

/* Where some cannot be computed, halves of them are, so as to find these. */
static gboolean
compute_rows (Output *self, const KkrBatchGroup *group, guint i, const KkrBatchRows *rows,
              GError **error)
{
  KkrBatch *batch = self->batch;
  g_autoptr (GError) local_error = NULL;
  const gint64 *shifted[KKR_BATCH_MAX_ROW_INPUTS] = { NULL };
  KkrBatchRows half = *rows;
  gsize n_half = rows->n / 2;

  if (batch->klass->compute (group->state, rows, &local_error))
    return TRUE;
  if (!is_about_rows (local_error) || g_cancellable_is_cancelled (batch->cancellable))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (rows->n == 1)
    {
      kkr_batch_mark_bad (batch, kkr_batch_get_scenario (batch, group, i));
      return TRUE;
    }
  half.n = n_half;
  half.progress = NULL;
  if (!compute_rows (self, group, i, &half, error))
    return FALSE;
  for (guint input = 0; batch->klass->row_inputs[input] != NULL; input++)
    if (rows->values[input] != NULL)
      shifted[input] = rows->values[input] + n_half;
  half.values = shifted;
  half.n = rows->n - n_half;
  return compute_rows (self, group, i + (guint) n_half, &half, error);
}

/* `n` scenarios of a group from the i-th on, into `cells`. */
static gboolean
compute_into (Output *self, const KkrBatchGroup *group, guint i, guint n, gint64 *cells,
              guint8 *statuses, GError **error)
{
  g_auto (KkrBatchValues) values = { { NULL }, { NULL } };
  KkrBatchRows rows = {
    .n = n,
    .values = values.pointers,
    .cells = cells,
    .statuses = statuses,
    .n_threads = KKR_PARALLEL_ALL_CORES,
    .cancellable = self->batch->cancellable,
    .progress = self->n_cells >= LEAST_SHOWN ? show_progress : NULL,
    .progress_data = self,
  };

  kkr_batch_take_values (self->batch, group, i, n, &values);
  self->n_now = (gsize) n * group->n_rows;
  if (g_cancellable_set_error_if_cancelled (self->batch->cancellable, error) ||
      !compute_rows (self, group, i, &rows, error))
    return FALSE;
  self->done += self->n_now;
  return TRUE;
}

static gboolean
compute_scattered (Output *self, const KkrBatchGroup *group, guint i, guint n, GError **error)
{
  gsize n_rows = group->n_rows;
  g_autofree gint64 *cells = g_try_new (gint64, n * n_rows);
  g_autofree guint8 *statuses = self->statuses != NULL ? g_try_new0 (guint8, n * n_rows) : NULL;

  if (cells == NULL || (self->statuses != NULL && statuses == NULL))
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_FAILED,
                   _("not enough memory: %zu rows found, as many as there is memory for expected"),
                   n * n_rows);
      return FALSE;
    }
  if (!compute_into (self, group, i, n, cells, statuses, error))
    return FALSE;
  for (guint k = 0; k < n; k++)
    {
      gsize row = row_of (self, kkr_batch_get_scenario (self->batch, group, i + k));

      /* Memory that is written to for the first time is slow. */
      if (k % COPIED_UNTIL_CANCELLED == 0 &&
          g_cancellable_set_error_if_cancelled (self->batch->cancellable, error))
        return FALSE;
      memcpy (self->cells + row, cells + k * n_rows, n_rows * sizeof *cells);
      if (statuses != NULL)
        memcpy (self->statuses + row, statuses + k * n_rows, n_rows);
    }
  return TRUE;
}

static gboolean
compute_group (Output *self, const KkrBatchGroup *group, GError **error)
{
  guint most = (guint) MAX (SCATTERED_CELLS / MAX (group->n_rows, 1), 1);
  guint n;

  if (group->n_rows == 0)
    return TRUE;
  for (guint i = 0; i < group->n; i += n)
    {
      gsize row = row_of (self, kkr_batch_get_scenario (self->batch, group, i));

      n = kkr_batch_count_together (self->batch, group, i, G_MAXUINT);
      if (n >= LEAST_TOGETHER || n == group->n - i)
        {
          if (!compute_into (self, group, i, n, self->cells + row,
                             self->statuses != NULL ? self->statuses + row : NULL, error))
            return FALSE;
          continue;
        }
      n = MIN (group->n - i, most);
      if (!compute_scattered (self, group, i, n, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
report_no_memory (gsize n_rows, GError **error)
{
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_FAILED,
               _("not enough memory: %zu rows found, as many as there is memory for expected"),
               n_rows);
  return FALSE;
}

/* How many rows all scenarios have, and where those of each begin. */
static gboolean
lay_out (Output *self, GError **error)
{
  const KkrBatch *batch = self->batch;
  gboolean even = TRUE;
  guint at = 0;

  for (guint g = 0; g < batch->n_groups; g++)
    {
      const KkrBatchGroup *group = &batch->groups[g];

      self->n_cells += (gsize) group->n * group->n_rows;
      even &= group->n_rows == batch->groups[0].n_rows && group->list == batch->groups[0].list;
    }
  if (self->n_cells > G_MAXUINT)
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                   _("too many rows: %zu found, at most %u expected"), self->n_cells, G_MAXUINT);
      return FALSE;
    }
  self->n_each = batch->groups[0].n_rows;
  if (even)
    return TRUE;
  self->first = g_try_new (guint, (gsize) batch->n_scenarios + 1);
  if (self->first == NULL)
    return report_no_memory (self->n_cells, error);
  for (guint g = 0; g < batch->n_groups; g++)
    for (guint i = 0; i < batch->groups[g].n; i++)
      self->first[kkr_batch_get_scenario (batch, &batch->groups[g], i)] = batch->groups[g].n_rows;
  for (guint s = 0; s < batch->n_scenarios; s++)
    {
      guint n_rows = self->first[s];

      self->first[s] = at;
      at += n_rows;
    }
  self->first[batch->n_scenarios] = at;
  return TRUE;
}

static KkrScenarioRows *
make_rows (Output *self, GError **error)
{
  KkrBatch *batch = self->batch;
  guint *lists, *list_first;

  if (self->first == NULL)
    return kkr_scenario_rows_new_even (batch->n_scenarios, self->n_each);
  lists = g_try_new (guint, batch->n_scenarios);
  if (lists == NULL)
    {
      report_no_memory (self->n_cells, error);
      return NULL;
    }
  for (guint g = 0; g < batch->n_groups; g++)
    for (guint i = 0; i < batch->groups[g].n; i++)
      lists[kkr_batch_get_scenario (batch, &batch->groups[g], i)] = batch->groups[g].list;
  list_first = kkr_batch_place_lists (batch);
  return kkr_scenario_rows_new_take (batch->n_scenarios, g_steal_pointer (&self->first), lists,
                                     list_first);
}

static KkrColumn *
make_column (Output *self)
{
  const KkrBatchClass *klass = self->batch->klass;
  KkrColumn *column = kkr_column_new (klass->column, klass->danish, klass->english,
                                      KKR_COLUMN_KIND_INT64, klass->unit);
  GBytes *bytes = kkr_memory_to_bytes (self->cells, self->n_cells * sizeof *self->cells);

  kkr_column_take_full (column, bytes, self->cells, (guint) self->n_cells);
  self->cells = NULL;
  if (self->statuses != NULL)
    kkr_column_take_statuses (column, g_steal_pointer (&self->statuses));
  return column;
}

static KkrTable *
compute_output (Output *self, GError **error)
{
  KkrBatch *batch = self->batch;
  g_autoptr (KkrScenarioRows) rows = NULL;
  g_autoptr (KkrColumn) column = NULL;

  if (!lay_out (self, error))
    return NULL;
  self->cells = kkr_memory_try_new (self->n_cells * sizeof *self->cells);
  if (batch->klass->has_statuses)
    self->statuses = kkr_memory_try_new (self->n_cells);
  if (self->cells == NULL || (batch->klass->has_statuses && self->statuses == NULL))
    {
      report_no_memory (self->n_cells, error);
      return NULL;
    }
  if (self->statuses != NULL)
    memset (self->statuses, 0, self->n_cells);
  for (guint g = 0; g < batch->n_groups; g++)
    if (!compute_group (self, &batch->groups[g], error))
      return NULL;
  if (!kkr_batch_report (batch, error))
    return NULL;
  rows = make_rows (self, error);
  if (rows == NULL)
    return NULL;
  column = make_column (self);
  return kkr_batch_make_table (batch, batch->klass->table, rows, &column, 1, error);
}

KkrTable *
kkr_batch_compute (KkrBatch *self, GError **error)
{
  Output output = { .batch = self };
  KkrTable *table;

  if (!kkr_batch_open_groups (self, error))
    return NULL;
  table = compute_output (&output, error);
  kkr_memory_free (output.cells);
  kkr_memory_free (output.statuses);
  g_free (output.first);
  return table;
}
