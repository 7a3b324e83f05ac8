/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-assignment-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-error-private.h>
#include <libkkr/base/kkr-memory-private.h>
#include <libkkr/kernel/kkr-assignment-edges-private.h>

#define FIRST_EDGES 1024

gboolean
kkr_assignment_fail_for_memory (gsize n_rows, gsize n_columns, GError **error)
{
  return kkr_refuse (error, KKR_CALC_ERROR_FAILED,
                     _("not enough memory for an assignment: %zu rows and %zu columns found, fewer "
                       "expected"), n_rows, n_columns);
}

gboolean
kkr_assignment_core_open (KkrAssignmentCore *core, const KkrAssignmentKernel *kernel,
                          GError **error)
{
  core->prices = g_try_malloc0_n (MAX (core->n_columns, 1), kernel->size);
  core->profits = g_try_malloc0_n (MAX (core->n_rows, 1), kernel->size);
  core->matches = g_try_new (gint32, MAX (core->n_rows, 1));
  core->takers = g_try_new (gint32, MAX (core->n_columns, 1));
  return (core->prices != NULL && core->profits != NULL && core->matches != NULL
          && core->takers != NULL)
         || kkr_assignment_fail_for_memory (core->n_rows, core->n_columns, error);
}

void
kkr_assignment_core_close (KkrAssignmentCore *core)
{
  g_clear_pointer (&core->prices, g_free);
  g_clear_pointer (&core->profits, g_free);
  g_clear_pointer (&core->matches, g_free);
  g_clear_pointer (&core->takers, g_free);
}

KkrAssignment *
kkr_assignment_new (gsize n_rows, gsize n_columns, const gint32 *capacities)
{
  KkrAssignment *self;

  g_return_val_if_fail (n_rows < G_MAXINT32 && n_columns < G_MAXINT32, NULL);

  self = g_new0 (KkrAssignment, 1);
  self->n_rows = n_rows;
  self->n_columns = n_columns;
  if (capacities != NULL)
    self->rooms = g_memdup2 (capacities, n_columns * sizeof *capacities);
  kkr_assignment_set_levels (self, 1);
  return self;
}

void
kkr_assignment_free (KkrAssignment *self)
{
  kkr_assignment_core_close (&self->core);
  g_free (self->rooms);
  kkr_memory_free (self->edge_rows);
  kkr_memory_free (self->edge_columns);
  kkr_memory_free (self->edge_costs);
  kkr_memory_free (self->gains);
  g_free (self->left_costs);
  g_free (self->starts);
  g_free (self);
}

void
kkr_assignment_set_levels (KkrAssignment *self, guint n_levels)
{
  g_return_if_fail (n_levels > 0 && n_levels <= KKR_ASSIGNMENT_MAX_LEVELS);
  g_return_if_fail (self->n_edges == 0);

  self->n_levels = n_levels;
  g_free (self->left_costs);
  self->left_costs = g_new0 (gint64, MAX (self->n_rows, 1) * n_levels);
}

static gboolean
make_room (KkrAssignment *self, gsize size)
{
  const gsize n = self->n_edges;
  gint32 *rows = kkr_memory_try_new (size * sizeof *rows);
  gint32 *columns = kkr_memory_try_new (size * sizeof *columns);
  gint64 *costs = kkr_memory_try_new (size * self->n_levels * sizeof *costs);

  if (rows == NULL || columns == NULL || costs == NULL)
    {
      kkr_memory_free (rows);
      kkr_memory_free (columns);
      kkr_memory_free (costs);
      return FALSE;
    }
  if (n > 0)
    {
      memcpy (rows, self->edge_rows, n * sizeof *rows);
      memcpy (columns, self->edge_columns, n * sizeof *columns);
      memcpy (costs, self->edge_costs, n * self->n_levels * sizeof *costs);
    }
  kkr_memory_free (self->edge_rows);
  kkr_memory_free (self->edge_columns);
  kkr_memory_free (self->edge_costs);
  self->edge_rows = rows;
  self->edge_columns = columns;
  self->edge_costs = costs;
  self->n_allocated = size;
  return TRUE;
}

void
kkr_assignment_reserve (KkrAssignment *self, gsize n_edges)
{
  g_return_if_fail (self->kernel == NULL);

  if (n_edges > self->n_allocated && n_edges < G_MAXINT)
    make_room (self, n_edges);
}

gboolean
kkr_assignment_add (KkrAssignment *self, gsize row, gsize column, const gint64 *costs)
{
  g_return_val_if_fail (row < self->n_rows && column < self->n_columns, FALSE);
  g_return_val_if_fail (self->kernel == NULL, FALSE);

  self->failed = self->failed
                 || (self->n_edges == self->n_allocated
                     && !make_room (self, MAX (2 * self->n_allocated, FIRST_EDGES)));
  if (self->failed)
    return FALSE;
  self->edge_rows[self->n_edges] = (gint32) row;
  self->edge_columns[self->n_edges] = (gint32) column;
  memcpy (self->edge_costs + self->n_edges * self->n_levels, costs,
          self->n_levels * sizeof *costs);
  self->n_edges++;
  return TRUE;
}

void
kkr_assignment_set_unassigned (KkrAssignment *self, gsize row, const gint64 *costs)
{
  g_return_if_fail (row < self->n_rows);
  g_return_if_fail (self->kernel == NULL);

  memcpy (self->left_costs + row * self->n_levels, costs, self->n_levels * sizeof *costs);
}

static gboolean
fail_for_total (guint level, GError **error)
{
  return kkr_refuse (error, KKR_CALC_ERROR_OVERFLOW,
                     _("the sum of level %u of the assignment does not fit: more than 64 bits "
                       "found, fewer expected"), level);
}

static gboolean
sum_levels (KkrAssignment *self, GError **error)
{
  for (guint level = 0; level < self->n_levels; level++)
    {
      KkrInt128 sum = 0;

      for (gsize row = 0; row < self->n_rows; row++)
        sum += kkr_assignment_get_costs (self, row, self->core.matches[row])[level];
      if (sum != (gint64) sum)
        return fail_for_total (level, error);
      self->totals[level] = (gint64) sum;
    }
  return TRUE;
}

gboolean
kkr_assignment_solve (KkrAssignment *self, GCancellable *cancellable, KkrParallelProgress progress,
                      gpointer progress_data, GError **error)
{
  g_return_val_if_fail (self->kernel == NULL, FALSE);

  if (!kkr_assignment_put_in_order (self, error))
    return FALSE;
  self->core = (KkrAssignmentCore) {
    .n_rows = self->n_rows, .n_columns = self->n_columns, .rooms = self->rooms,
    .stride = kkr_assignment_get_stride (self->n_columns), .by_gain = TRUE,
    .loops = kkr_assignment_get_loops (kkr_cpu_get_level ()),
    .cancellable = cancellable, .progress = progress, .progress_data = progress_data,
  };
  if (!kkr_assignment_find_units (self, error)
      || !kkr_assignment_core_open (&self->core, self->kernel, error))
    return FALSE;
  if (self->n_stages > 0)
    return kkr_assignment_solve_stages (self, error) && sum_levels (self, error);
  return kkr_assignment_combine (self, error) && self->kernel->solve (&self->core, error)
         && sum_levels (self, error);
}

gint32
kkr_assignment_get_column (const KkrAssignment *self, gsize row)
{
  g_return_val_if_fail (row < self->n_rows, -1);

  return self->core.matches[row];
}

gint64
kkr_assignment_get_total (const KkrAssignment *self, guint level)
{
  g_return_val_if_fail (level < self->n_levels, 0);

  return self->totals[level];
}

gboolean
kkr_assignment_what_if_more (KkrAssignment *self, gsize column, gint64 *totals,
                             gint32 *columns_of_rows, GError **error)
{
  KkrInt128 sums[KKR_ASSIGNMENT_MAX_LEVELS];

  g_return_val_if_fail (column < self->n_columns, FALSE);

  if (!self->knows_more
      && ((self->gains == NULL && !kkr_assignment_combine (self, error))
          || !self->kernel->find_more (&self->core, error)))
    return FALSE;
  self->knows_more = TRUE;
  for (guint level = 0; level < self->n_levels; level++)
    sums[level] = self->totals[level];
  if (columns_of_rows != NULL)
    memcpy (columns_of_rows, self->core.matches, self->n_rows * sizeof *columns_of_rows);
  for (gint32 at = (gint32) column; at >= 0 && self->core.takers[at] >= 0;)
    {
      const gint32 row = self->core.takers[at], old = self->core.matches[row];
      const gint64 *before = kkr_assignment_get_costs (self, (gsize) row, old);
      const gint64 *after = kkr_assignment_get_costs (self, (gsize) row, at);

      for (guint level = 0; level < self->n_levels; level++)
        sums[level] += (KkrInt128) after[level] - before[level];
      if (columns_of_rows != NULL)
        columns_of_rows[row] = at;
      at = old;
    }
  for (guint level = 0; level < self->n_levels; level++)
    {
      if (sums[level] != (gint64) sums[level])
        return fail_for_total (level, error);
      totals[level] = (gint64) sums[level];
    }
  return TRUE;
}
