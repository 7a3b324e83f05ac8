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

  if (width == 0 ? size != 0 : size % width != 0)
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

/* Leaving a row over costs 1 more than the sum of what each row can save. */
static gboolean
measure (Work *work, GError **error)
{
  const KkrAssignTask *task = work->task;
  gint64 largest = G_MININT64;

  work->least = G_MAXINT64;
  for (gsize row = 0; row < task->n_rows; row++)
    {
      const gint64 *costs = task->costs + row * task->n_columns;

      if (row % ROWS_BETWEEN == 0 && !kkr_flow_check_cancelled (task->cancellable, error))
        return FALSE;
      for (gsize i = 0; i < task->n_columns; i++)
        {
          if (costs[i] == G_MININT64)
            return kkr_refuse (error, KKR_CALC_ERROR_OUT_OF_RANGE,
                               _("costs: row %zu, column %zu: no value found, a whole number "
                                 "expected"), row, i);
          work->least = MIN (work->least, costs[i]);
          if (costs[i] != KKR_ASSIGN_NEVER)
            largest = MAX (largest, costs[i]);
        }
    }
  work->range = largest < work->least ? 0 : (guint64) largest - (guint64) work->least;
  work->left = (KkrInt128) work->range * (KkrInt128) MIN (task->n_rows, task->n_columns) + 1;
  return TRUE;
}

static inline gint64
get_cost (const Work *work, gsize row, gsize column)
{
  const KkrAssignTask *task = work->task;

  return work->turned ? task->costs[column * task->n_columns + row]
                      : task->costs[row * task->n_columns + column];
}

static inline __attribute__ ((always_inline)) void
write_cell (Work *work, gsize at, gint64 cost)
{
  const guint64 above = (guint64) cost - (guint64) work->least;
  const gboolean may_be = cost != KKR_ASSIGN_NEVER;

  if (work->core.costs != NULL)
    ((guint32 *) work->gains)[at] = may_be ? (guint32) above : KKR_ASSIGNMENT_NO_COST;
  else if (work->left <= MAX_NARROW)
    ((gint64 *) work->gains)[at] = may_be ? 2 * (gint64) (work->left - above)
                                          : KKR_ASSIGNMENT_NEVER;
  else
    ((KkrInt128 *) work->gains)[at] = may_be ? 2 * (work->left - above) : KKR_ASSIGNMENT_NEVER;
}

static gboolean
write_table (Work *work, GError **error)
{
  const KkrAssignmentCore *core = &work->core;

  for (gsize row = 0; row < core->n_rows; row++)
    {
      if (row % ROWS_BETWEEN == 0 && !kkr_flow_check_cancelled (core->cancellable, error))
        return FALSE;
      for (gsize i = 0; i < core->n_columns; i++)
        write_cell (work, row * core->stride + i, get_cost (work, row, i));
      for (gsize i = core->n_columns; i < core->stride; i++)
        write_cell (work, row * core->stride + i, KKR_ASSIGN_NEVER);
    }
  return TRUE;
}

static const KkrAssignmentKernel *
make_table (Work *work, GError **error)
{
  const gboolean narrow = work->left <= MAX_NARROW;
  const gboolean halves = narrow && work->range < KKR_ASSIGNMENT_NO_COST;
  KkrAssignmentCore *core = &work->core;
  gsize size;

  core->stride = kkr_assignment_get_stride (core->n_columns);
  work->bases = halves ? g_try_new (gint64, MAX (core->n_rows, 1)) : NULL;
  if (!g_size_checked_mul (&size, core->n_rows, core->stride)
      || !g_size_checked_mul (&size, MAX (size, 1), halves ? sizeof (guint32) : narrow
                                                     ? sizeof (gint64) : sizeof (KkrInt128))
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
  return write_table (work, error) ? narrow ? &kkr_assignment_narrow : &kkr_assignment_wide : NULL;
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
  const KkrAssignmentKernel *kernel = NULL;
  GBytes *columns = NULL;

  if (measure (&work, error))
    kernel = make_table (&work, error);
  if (kernel != NULL && kkr_assignment_core_open (&work.core, kernel, error)
      && kernel->solve (&work.core, error))
    columns = read_matches (&work);
  kkr_assignment_core_close (&work.core);
  kkr_memory_free (work.gains);
  g_free (work.bases);
  return columns;
}
