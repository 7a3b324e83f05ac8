/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-assignment-edges-private.h>

#include <libkkr/base/kkr-memory-private.h>
#include <libkkr/kernel/kkr-flow-private.h>


/* Levels that together do not fit into 64 bits, some at a time. Of the first of them the prices and
 * profits tell all assignments that are as good: only edges that gain just what they are paid, all
 * rows that have a profit, and all room of columns that have a price. Among these, and with so much
 * to gain by each such row and such room that none is left out, the next levels are the best.
 * Prices and profits of all stages together are then those of all levels. */

typedef struct {
  KkrAssignment *owner;
  const KkrAssignmentStage *stage;
  guint number;
  /* Edges that no stage has ruled out, as those of the owner. */
  gsize *starts;
  gint32 *columns;
  gsize *edges; /* of the owner; NULL: all of them */
  gpointer gains;
  KkrAssignmentCore core;
} Work;

static inline KkrInt128 *
get_prices (const Work *work)
{
  return work->owner->core.prices;
}

static inline KkrInt128 *
get_profits (const Work *work)
{
  return work->owner->core.profits;
}

/* Twice what an edge gains in the levels of the stage, and what has to be taken. */
static inline gint64
find_gain (const Work *work, gsize row, gsize i)
{
  const KkrAssignment *owner = work->owner;
  const gsize edge = work->edges != NULL ? work->edges[i] : i;
  const gint64 *costs = owner->edge_costs + edge * owner->n_levels;
  const gint64 *left = owner->left_costs + row * owner->n_levels;
  gint64 gain = 0;

  for (guint level = work->stage->first; level < work->stage->end; level++)
    gain += (left[level] - costs[level]) * owner->stage_units[level];
  if (work->number > 0)
    gain += work->stage->size
            * ((get_profits (work)[row] > 0) + (get_prices (work)[work->columns[i]] > 0));
  return 2 * gain;
}

static inline gint64 *
find_cell (const Work *work, gsize row, gsize i)
{
  gint64 *gains = work->gains;

  return work->core.starts != NULL ? gains + i
                                   : gains + row * work->core.stride + (gsize) work->columns[i];
}

static gboolean
open_stage (Work *work, GError **error)
{
  const KkrAssignment *owner = work->owner;
  const gsize n_edges = work->starts[owner->n_rows];
  gsize n_cells;

  work->core = owner->core;
  work->core.gains = NULL;
  work->core.prices = work->core.profits = NULL;
  work->core.matches = work->core.takers = NULL;
  if (kkr_assignment_is_dense (owner, n_edges, &n_cells))
    work->core.starts = NULL;
  else
    {
      work->core.starts = work->starts;
      work->core.columns = work->columns;
    }
  work->gains = kkr_memory_try_new (MAX (n_cells, 1) * sizeof (gint64));
  if (work->gains == NULL)
    return kkr_assignment_fail_for_memory (owner->n_rows, owner->n_columns, error);
  work->core.gains = work->gains;
  for (gsize i = 0; work->core.starts == NULL && i < n_cells; i++)
    ((gint64 *) work->gains)[i] = KKR_ASSIGNMENT_NEVER;
  for (gsize row = 0; row < owner->n_rows; row++)
    for (gsize i = work->starts[row]; i < work->starts[row + 1]; i++)
      *find_cell (work, row, i) = find_gain (work, row, i);
  return kkr_assignment_core_open (&work->core, &kkr_assignment_narrow, error);
}

static void
close_stage (Work *work)
{
  kkr_assignment_core_close (&work->core);
  g_clear_pointer (&work->gains, kkr_memory_free);
}

static void
tell_part (gpointer user_data, gdouble fraction)
{
  const Work *work = user_data;
  const KkrAssignmentCore *core = &work->owner->core;

  core->progress (core->progress_data, ((gdouble) work->number + fraction)
                                       / (gdouble) work->owner->n_stages);
}

/* What the stage adds to prices or profits; without what had to be taken. */
static void
add_prices (const Work *work, KkrInt128 *all, const gint64 *own, gsize n)
{
  const KkrInt128 size = work->stage->size;

  for (gsize i = 0; i < n; i++)
    if (work->number == 0)
      all[i] = own[i];
    else
      all[i] = all[i] * KKR_ASSIGNMENT_STAGE_ROOM * size + own[i] - (all[i] > 0 ? 2 * size : 0);
}

static inline gboolean
is_tight (const Work *work, gsize row, gsize i)
{
  const gint64 *prices = work->core.prices, *profits = work->core.profits;

  return *find_cell (work, row, i) == prices[work->columns[i]] + profits[row];
}

static void
forget_edges (Work *work)
{
  if (work->edges == NULL)
    return;
  g_free (work->starts);
  kkr_memory_free (work->columns);
  kkr_memory_free (work->edges);
}

/* Edges that the stage has not ruled out. */
static gboolean
keep_tight (Work *work, GError **error)
{
  const gsize n_rows = work->owner->n_rows;
  gsize n = 0, *starts = g_try_new (gsize, n_rows + 1), *edges = NULL;
  gint32 *columns = NULL;

  for (gsize row = 0; starts != NULL && row < n_rows; row++)
    for (gsize i = work->starts[row]; i < work->starts[row + 1]; i++)
      n += is_tight (work, row, i);
  columns = kkr_memory_try_new (MAX (n, 1) * sizeof *columns);
  edges = kkr_memory_try_new (MAX (n, 1) * sizeof *edges);
  if (starts == NULL || columns == NULL || edges == NULL)
    {
      g_free (starts);
      kkr_memory_free (columns);
      kkr_memory_free (edges);
      return kkr_assignment_fail_for_memory (n_rows, work->owner->n_columns, error);
    }
  starts[0] = n = 0;
  for (gsize row = 0; row < n_rows; row++)
    {
      for (gsize i = work->starts[row]; i < work->starts[row + 1]; i++)
        if (is_tight (work, row, i))
          {
            columns[n] = work->columns[i];
            edges[n++] = work->edges != NULL ? work->edges[i] : i;
          }
      starts[row + 1] = n;
    }
  forget_edges (work);
  work->starts = starts;
  work->columns = columns;
  work->edges = edges;
  return TRUE;
}

static gboolean
solve_stage (Work *work, GError **error)
{
  KkrAssignment *owner = work->owner;
  gboolean is_last = work->number + 1 == owner->n_stages, done;

  work->stage = &owner->stages[work->number];
  done = open_stage (work, error);
  if (work->core.progress != NULL)
    {
      work->core.progress = tell_part;
      work->core.progress_data = work;
    }
  done = done && kkr_assignment_narrow.solve (&work->core, error)
         && (is_last || keep_tight (work, error));
  if (done)
    {
      add_prices (work, get_prices (work), work->core.prices, owner->n_columns);
      add_prices (work, get_profits (work), work->core.profits, owner->n_rows);
    }
  if (done && is_last)
    for (gsize row = 0; row < owner->n_rows; row++)
      owner->core.matches[row] = work->core.matches[row];
  close_stage (work);
  return done;
}

gboolean
kkr_assignment_solve_stages (KkrAssignment *self, GError **error)
{
  Work work = { .owner = self, .starts = self->starts, .columns = self->edge_columns };
  gboolean done = TRUE;

  for (; done && work.number < self->n_stages; work.number++)
    done = kkr_flow_check_cancelled (self->core.cancellable, error) && solve_stage (&work, error);
  forget_edges (&work);
  return done;
}

/* As many levels at a time as fit. FALSE where one of them does not. */
static gboolean
divide_levels (KkrAssignment *self, const KkrInt128 *ranges, KkrInt128 most)
{
  self->n_stages = 0;
  for (guint first = 0, end; first < self->n_levels; first = end)
    {
      const KkrInt128 limit = first == 0 ? KKR_ASSIGNMENT_MAX_NARROW
                                         : KKR_ASSIGNMENT_MAX_NARROW / 3;
      KkrInt128 size = 1 + (first == 0 ? most : ranges[first]), next;

      for (end = first + 1; end < self->n_levels
                            && !__builtin_mul_overflow (size, ranges[end] + 1, &next)
                            && next <= limit; end++)
        size = next;
      if (size > limit)
        return FALSE;
      self->stages[self->n_stages++] = (KkrAssignmentStage) { first, end, (gint64) size };
    }
  return TRUE;
}

gboolean
kkr_assignment_find_stages (KkrAssignment *self, const KkrInt128 *ranges, KkrInt128 most)
{
  KkrInt128 units[KKR_ASSIGNMENT_MAX_LEVELS], base = 1;

  if (!divide_levels (self, ranges, most))
    return FALSE;
  for (guint i = self->n_stages; i-- > 0;)
    {
      const KkrAssignmentStage *stage = &self->stages[i];
      const KkrInt128 size = (KkrInt128) stage->size * (i > 0 ? KKR_ASSIGNMENT_STAGE_ROOM : 1);
      gint64 unit = 1;

      for (guint level = stage->end; level-- > stage->first;)
        {
          self->stage_units[level] = unit;
          units[level] = base * unit;
          unit *= level > stage->first ? (gint64) ranges[level] + 1 : 1;
        }
      if (__builtin_mul_overflow (base, size, &base) || base > KKR_ASSIGNMENT_MAX_WIDE)
        return FALSE;
    }
  for (guint level = 0; level < self->n_levels; level++)
    self->units[level] = units[level];
  return TRUE;
}
