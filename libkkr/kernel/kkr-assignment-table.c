/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-assignment-table-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error-private.h>
#include <libkkr/base/kkr-memory-private.h>
#include <libkkr/kernel/kkr-assignment-core-private.h>
#include <libkkr/kernel/kkr-flow-private.h>

/* A table of costs becomes one of gains: what it costs to leave a row over is more than all that
 * can be saved in the others, so that as many are assigned as can be. */

/* So that the gains, which are twice as large, fit into 64 bits with all that is added to them. */
#define MAX_NARROW ((KkrInt128) 1 << 58)
/* Cells that are read before it is seen whether somebody has cancelled. */
#define ROWS_BETWEEN 64

typedef struct {
  const KkrAssignTask *task;
  gboolean turned; /* the kernel's rows are the table's columns: it takes less time by the fewer */
  gint64 least;    /* of all costs */
  guint64 range;   /* the largest less the least */
  KkrInt128 left;  /* what a row that is left over costs */
  KkrAssignmentCore core;
  gpointer gains;
  gint64 *bases;
} Work;

gboolean
kkr_assign_task_read (KkrAssignTask *task, GBytes *costs, guint n_columns, GError **error)
{
  gsize size;
  gconstpointer start = g_bytes_get_data (costs, &size);
  const gsize past = (gsize) start % sizeof *task->costs, width = n_columns * sizeof *task->costs;

  if (width == 0 && size != 0)
    return kkr_refuse (error, KKR_CALC_ERROR_OUT_OF_RANGE,
                       _("costs: a table without columns: %zu bytes found, 0, or 1 column or more, "
                         "expected"), size);
  if (width != 0 && size % width != 0)
    return kkr_refuse (error, KKR_CALC_ERROR_OUT_OF_RANGE,
                       _("costs: not whole rows of %u 64-bit numbers: %zu bytes found, a multiple "
                         "of %zu expected"), n_columns, size, width);
  if (past != 0)
    return kkr_refuse (error, KKR_CALC_ERROR_OUT_OF_RANGE,
                       _("costs: not on a boundary of 8 bytes: bytes found that begin %zu bytes "
                         "past one, 0 expected"), past);
  task->costs = start;
  task->n_columns = n_columns;
  task->n_rows = width == 0 ? 0 : size / width;
  if (task->n_rows < G_MAXINT32 && task->n_columns < G_MAXINT32)
    return TRUE;
  return kkr_assignment_fail_for_memory (task->n_rows, task->n_columns, error);
}

static gboolean
refuse_missing (const KkrAssignTask *task, gsize row, GError **error)
{
  gsize i = 0;

  while (task->costs[row * task->n_columns + i] != G_MININT64)
    i++;
  return kkr_refuse (error, KKR_CALC_ERROR_OUT_OF_RANGE,
                     _("costs: row %zu, column %zu: no value found, a whole number expected"), row,
                     i);
}

/* Leaving a row over costs 1 more than the sum of what each row can save. */
static gboolean
measure (Work *work, GError **error)
{
  const KkrAssignTask *task = work->task;
  gint64 least = G_MAXINT64, largest = G_MININT64;

  for (gsize row = 0; row < task->n_rows; row++)
    {
      const gint64 *costs = task->costs + row * task->n_columns;

      if (row % ROWS_BETWEEN == 0 && !kkr_flow_check_cancelled (task->cancellable, error))
        return FALSE;
      for (gsize i = 0; i < task->n_columns; i++)
        {
          const gint64 cost = costs[i], known = cost != KKR_ASSIGN_NEVER ? cost : G_MININT64;

          least = MIN (least, cost);
          largest = MAX (largest, known);
        }
      if (least == G_MININT64)
        return refuse_missing (task, row, error);
    }
  work->least = least;
  work->range = largest < least ? 0 : (guint64) largest - (guint64) least;
  work->left = (KkrInt128) work->range * (KkrInt128) MIN (task->n_rows, task->n_columns) + 1;
  return TRUE;
}

static inline __attribute__ ((always_inline)) void
write_cell (Work *work, gsize at, gint64 cost, gsize size)
{
  const guint64 above = (guint64) cost - (guint64) work->least;
  const gboolean may_be = cost != KKR_ASSIGN_NEVER;

  if (size == sizeof (guint32))
    ((guint32 *) work->gains)[at] = may_be ? (guint32) above : KKR_ASSIGNMENT_NO_COST;
  else if (size == sizeof (gint64))
    ((gint64 *) work->gains)[at] = may_be ? 2 * (gint64) (work->left - above)
                                          : KKR_ASSIGNMENT_NEVER;
  else
    ((KkrInt128 *) work->gains)[at] = may_be ? 2 * (work->left - above) : KKR_ASSIGNMENT_NEVER;
}

static inline __attribute__ ((always_inline)) gboolean
write_cells (Work *work, gsize size, GError **error)
{
  const KkrAssignmentCore *core = &work->core;
  const gsize to_row = work->turned ? 1 : work->task->n_columns;
  const gsize to_column = work->turned ? work->task->n_columns : 1;

  for (gsize row = 0; row < core->n_rows; row++)
    {
      const gint64 *costs = work->task->costs + row * to_row;
      const gsize at = row * core->stride;

      if (row % ROWS_BETWEEN == 0 && !kkr_flow_check_cancelled (core->cancellable, error))
        return FALSE;
      for (gsize i = 0; i < core->n_columns; i++)
        write_cell (work, at + i, costs[i * to_column], size);
      for (gsize i = core->n_columns; i < core->stride; i++)
        write_cell (work, at + i, KKR_ASSIGN_NEVER, size);
    }
  return TRUE;
}

/* Once for each size of cells. */
static gboolean
write_table (Work *work, gsize size, GError **error)
{
  if (size == sizeof (guint32))
    return write_cells (work, sizeof (guint32), error);
  if (size == sizeof (gint64))
    return write_cells (work, sizeof (gint64), error);
  return write_cells (work, sizeof (KkrInt128), error);
}

static const KkrAssignmentKernel *
make_table (Work *work, GError **error)
{
  const gboolean narrow = work->left <= MAX_NARROW;
  const gboolean halves = narrow && work->range < KKR_ASSIGNMENT_NO_COST;
  const gsize cell = halves ? sizeof (guint32) : narrow ? sizeof (gint64) : sizeof (KkrInt128);
  KkrAssignmentCore *core = &work->core;
  gsize size;

  core->stride = kkr_assignment_get_stride (core->n_columns);
  work->bases = halves ? g_try_new (gint64, MAX (core->n_rows, 1)) : NULL;
  if (!g_size_checked_mul (&size, core->n_rows, core->stride)
      || !g_size_checked_mul (&size, MAX (size, 1), cell)
      || (work->gains = kkr_memory_try_new (size)) == NULL || (halves && work->bases == NULL))
    {
      kkr_assignment_fail_for_memory (core->n_rows, core->n_columns, error);
      return NULL;
    }
  for (gsize row = 0; halves && row < core->n_rows; row++)
    work->bases[row] = 2 * (gint64) work->left;
  core->costs = halves ? work->gains : NULL;
  core->gains = halves ? NULL : work->gains;
  core->bases = work->bases;
  core->loops = kkr_assignment_get_loops (kkr_cpu_get_level ());
  return write_table (work, cell, error) ? narrow ? &kkr_assignment_narrow : &kkr_assignment_wide
                                         : NULL;
}

static GBytes *
read_matches (const Work *work)
{
  const gsize size = work->task->n_rows * sizeof (gint32);
  gint32 *columns = kkr_memory_new (MAX (size, 1));

  for (gsize row = 0; row < work->task->n_rows; row++)
    columns[row] = work->turned ? -1 : work->core.matches[row];
  for (gsize i = 0; work->turned && i < work->core.n_rows; i++)
    if (work->core.matches[i] >= 0)
      columns[work->core.matches[i]] = (gint32) i;
  return kkr_memory_to_bytes (columns, size);
}

static void
forget (Work *work)
{
  kkr_assignment_core_close (&work->core);
  g_clear_pointer (&work->gains, kkr_memory_free);
  g_clear_pointer (&work->bases, g_free);
}

static gboolean
solve_table (Work *work, GError **error)
{
  const KkrAssignmentKernel *kernel = make_table (work, error);

  return kernel != NULL && kkr_assignment_core_open (&work->core, kernel, error)
         && kernel->solve (&work->core, error);
}

static gboolean
is_anybody_left (const Work *work)
{
  for (gsize i = 0; i < work->core.n_rows; i++)
    if (work->core.matches[i] < 0)
      return TRUE;
  return FALSE;
}

/* Where leaving a row over would have to cost more than 64 bits can hold, it is first seen whether
 * it is worth the most that they can. When nobody is left over for that, nobody need be, and what
 * it costs has no say in who gets what. */
static gboolean
solve_within (Work *work, GError **error)
{
  const KkrInt128 left = work->left;

  if (left > MAX_NARROW && work->range < MAX_NARROW)
    {
      work->left = MAX_NARROW;
      if (!solve_table (work, error))
        return FALSE;
      if (!is_anybody_left (work))
        return TRUE;
      forget (work);
      work->left = left;
      /* All has been told already. */
      work->core.progress = NULL;
    }
  return solve_table (work, error);
}

GBytes *
kkr_assign_task_solve (const KkrAssignTask *task, GError **error)
{
  const gboolean turned = task->n_rows > task->n_columns;
  Work work = {
    .task = task,
    .turned = turned,
    .core = {
      .n_rows = turned ? task->n_columns : task->n_rows,
      .n_columns = turned ? task->n_rows : task->n_columns,
      .cancellable = task->cancellable,
      .progress = task->progress,
      .progress_data = task->progress_data,
    },
  };
  GBytes *columns = NULL;

  if (measure (&work, error) && solve_within (&work, error))
    columns = read_matches (&work);
  forget (&work);
  return columns;
}
