/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-assignment-edges-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-error-private.h>
#include <libkkr/base/kkr-memory-private.h>

/* Where so many of the pairs are edges, one in this many, a table of all is faster than a list. */
#define DENSE_PART 4
#define MAX_BITS 122

static int
compare_costs (const gint64 *a, const gint64 *b, guint n)
{
  for (guint i = 0; i < n; i++)
    if (a[i] != b[i])
      return a[i] < b[i] ? -1 : 1;
  return 0;
}

static int
compare_edges (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const KkrAssignment *self = user_data;
  const gsize i = *(const gsize *) a, j = *(const gsize *) b;

  if (self->edge_rows[i] != self->edge_rows[j])
    return self->edge_rows[i] < self->edge_rows[j] ? -1 : 1;
  if (self->edge_columns[i] != self->edge_columns[j])
    return self->edge_columns[i] < self->edge_columns[j] ? -1 : 1;
  return compare_costs (self->edge_costs + i * self->n_levels,
                        self->edge_costs + j * self->n_levels, self->n_levels);
}

static gboolean
is_in_order (const KkrAssignment *self)
{
  for (gsize i = 1; i < self->n_edges; i++)
    if (self->edge_rows[i] < self->edge_rows[i - 1]
        || (self->edge_rows[i] == self->edge_rows[i - 1]
            && self->edge_columns[i] <= self->edge_columns[i - 1]))
      return FALSE;
  return TRUE;
}

static gboolean
sort_edges (KkrAssignment *self)
{
  const guint n_levels = self->n_levels;
  const gsize n = self->n_edges;
  g_autofree gsize *order = g_try_new (gsize, n);
  gint32 *rows = kkr_memory_try_new (n * sizeof *rows);
  gint32 *columns = kkr_memory_try_new (n * sizeof *columns);
  gint64 *costs = kkr_memory_try_new (n * n_levels * sizeof *costs);
  gboolean enough = order != NULL && rows != NULL && columns != NULL && costs != NULL;

  for (gsize i = 0; enough && i < n; i++)
    order[i] = i;
  if (enough)
    g_qsort_with_data (order, (int) n, sizeof *order, compare_edges, self);
  for (gsize i = 0; enough && i < n; i++)
    {
      rows[i] = self->edge_rows[order[i]];
      columns[i] = self->edge_columns[order[i]];
      memcpy (costs + i * n_levels, self->edge_costs + order[i] * n_levels,
              n_levels * sizeof *costs);
    }
  kkr_memory_free (enough ? self->edge_rows : rows);
  kkr_memory_free (enough ? self->edge_columns : columns);
  kkr_memory_free (enough ? self->edge_costs : costs);
  if (!enough)
    return FALSE;
  self->edge_rows = rows;
  self->edge_columns = columns;
  self->edge_costs = costs;
  self->n_allocated = n;
  return TRUE;
}

/* The first of edges between the same is the cheapest. */
static void
drop_useless (KkrAssignment *self)
{
  const guint n_levels = self->n_levels;
  gsize n = 0;

  for (gsize i = 0; i < self->n_edges; i++)
    {
      const gint32 row = self->edge_rows[i], column = self->edge_columns[i];
      const gint64 *costs = self->edge_costs + i * n_levels;

      if ((n > 0 && self->edge_rows[n - 1] == row && self->edge_columns[n - 1] == column)
          || compare_costs (costs, self->left_costs + (gsize) row * n_levels, n_levels) > 0)
        continue;
      self->edge_rows[n] = row;
      self->edge_columns[n] = column;
      memmove (self->edge_costs + n * n_levels, costs, n_levels * sizeof *costs);
      n++;
    }
  self->n_edges = n;
}

gboolean
kkr_assignment_put_in_order (KkrAssignment *self, GError **error)
{
  self->starts = g_try_new0 (gsize, self->n_rows + 1);
  if (self->failed || self->starts == NULL || self->n_edges > G_MAXINT
      || (!is_in_order (self) && !sort_edges (self)))
    return kkr_assignment_fail_for_memory (self->n_rows, self->n_columns, error);
  drop_useless (self);
  for (gsize i = 0; i < self->n_edges; i++)
    self->starts[self->edge_rows[i] + 1]++;
  for (gsize row = 0; row < self->n_rows; row++)
    self->starts[row + 1] += self->starts[row];
  return TRUE;
}

/* By how much the costs of a level can differ from row to row, all rows together, and by how much
 * they do in the row where they differ most. */
static KkrInt128
measure_level (const KkrAssignment *self, guint level, KkrInt128 *most)
{
  const guint n = self->n_levels;
  KkrInt128 sum = 0;

  *most = 0;
  for (gsize row = 0; row < self->n_rows; row++)
    {
      gint64 least = self->left_costs[row * n + level], largest = least;

      for (gsize i = self->starts[row]; i < self->starts[row + 1]; i++)
        {
          least = MIN (least, self->edge_costs[i * n + level]);
          largest = MAX (largest, self->edge_costs[i * n + level]);
        }
      sum += (KkrInt128) largest - least;
      *most = MAX (*most, (KkrInt128) largest - least);
    }
  return sum;
}

static guint
count_bits (KkrInt128 value)
{
  guint n = 0;

  for (; value > 0; value >>= 1)
    n++;
  return n;
}

/* A unit of a level is more than all that can be gained in the levels after it. */
gboolean
kkr_assignment_find_units (KkrAssignment *self, GError **error)
{
  KkrInt128 ranges[KKR_ASSIGNMENT_MAX_LEVELS], unit = 1, most = 0;
  guint n_bits = 0;
  gboolean fits = TRUE;

  for (guint level = self->n_levels; level-- > 0;)
    {
      const KkrInt128 range = ranges[level] = measure_level (self, level, &most);
      /* The first level has nothing before it: its largest gain is all that has to fit. */
      const KkrInt128 size = (level > 0 ? range : most) + 1;

      self->units[level] = unit;
      n_bits += count_bits (size);
      fits = fits && most < KKR_ASSIGNMENT_MAX_WIDE && !__builtin_mul_overflow (unit, size, &unit)
             && unit <= KKR_ASSIGNMENT_MAX_WIDE;
    }
  if (!fits)
    return kkr_refuse (error, KKR_CALC_ERROR_OVERFLOW,
                       _("the levels of the assignment do not fit together: %u bits found, at most "
                         "%d expected"), n_bits, MAX_BITS);
  self->kernel = unit <= KKR_ASSIGNMENT_MAX_NARROW ? &kkr_assignment_narrow
                                                   : &kkr_assignment_wide;
  if (self->kernel == &kkr_assignment_narrow || self->at_once
      || !kkr_assignment_find_stages (self, ranges, most))
    self->n_stages = 0;
  return TRUE;
}

static inline KkrInt128
get_gain (const KkrAssignment *self, gsize edge)
{
  const gint64 *costs = self->edge_costs + edge * self->n_levels;
  const gint64 *left = self->left_costs + (gsize) self->edge_rows[edge] * self->n_levels;
  KkrInt128 gain = 0;

  for (guint level = 0; level < self->n_levels; level++)
    gain += ((KkrInt128) left[level] - costs[level]) * self->units[level];
  return 2 * gain;
}

static void
write_table (KkrAssignment *self, gsize n_cells)
{
  const gsize stride = self->core.stride;
  const gboolean wide = self->kernel == &kkr_assignment_wide;
  gint64 *gains = self->gains;
  KkrInt128 *wide_gains = self->gains;

  for (gsize i = 0; i < n_cells; i++)
    if (wide)
      wide_gains[i] = KKR_ASSIGNMENT_NEVER;
    else
      gains[i] = KKR_ASSIGNMENT_NEVER;
  for (gsize i = 0; i < self->n_edges; i++)
    {
      const gsize at = (gsize) self->edge_rows[i] * stride + (gsize) self->edge_columns[i];

      if (wide)
        wide_gains[at] = get_gain (self, i);
      else
        gains[at] = (gint64) get_gain (self, i);
    }
}

static void
write_list (KkrAssignment *self)
{
  const gboolean wide = self->kernel == &kkr_assignment_wide;

  for (gsize i = 0; i < self->n_edges; i++)
    if (wide)
      ((KkrInt128 *) self->gains)[i] = get_gain (self, i);
    else
      ((gint64 *) self->gains)[i] = (gint64) get_gain (self, i);
}

gboolean
kkr_assignment_is_dense (const KkrAssignment *self, gsize n_edges, gsize *n_cells)
{
  if (g_size_checked_mul (n_cells, self->n_rows, self->core.stride)
      && n_edges >= *n_cells / DENSE_PART && *n_cells > 0)
    return TRUE;
  *n_cells = n_edges;
  return FALSE;
}

gboolean
kkr_assignment_combine (KkrAssignment *self, GError **error)
{
  gsize n_cells, size;
  const gboolean dense = kkr_assignment_is_dense (self, self->n_edges, &n_cells);

  if (!g_size_checked_mul (&size, MAX (n_cells, 1), self->kernel->size)
      || (self->gains = kkr_memory_try_new (size)) == NULL)
    return kkr_assignment_fail_for_memory (self->n_rows, self->n_columns, error);
  self->core.gains = self->gains;
  if (dense)
    {
      write_table (self, n_cells);
      return TRUE;
    }
  self->core.starts = self->starts;
  self->core.columns = self->edge_columns;
  write_list (self);
  return TRUE;
}

const gint64 *
kkr_assignment_get_costs (const KkrAssignment *self, gsize row, gint32 column)
{
  gsize low = self->starts[row], high = self->starts[row + 1];

  if (column < 0)
    return self->left_costs + row * self->n_levels;
  while (low + 1 < high)
    {
      const gsize middle = (low + high) / 2;

      if (self->edge_columns[middle] <= column)
        low = middle;
      else
        high = middle;
    }
  return self->edge_costs + low * self->n_levels;
}
