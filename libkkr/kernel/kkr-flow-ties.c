/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-flow-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-error.h>

/* All solutions that cost the same differ only in cells where a unit more or fewer costs nothing
 * under the prices. Cell by cell in the order of reading, one that could have a unit more takes it
 * if a round trip through later cells can give it. */

enum {
  FIXED,
  LOW,  /* may have a unit more */
  HIGH, /* may have one fewer */
};

typedef struct {
  KkrFlow *flow;
  gsize n_rows, n_columns;
  guint8 *states;       /* by row and column */
  gsize row, column;    /* of the cell that wants a unit */
  guint8 *seen_columns; /* no way leads from them to where a unit is had: none will while the row is
                         * the same, since ways that are gone do not touch them */
  guint8 *seen_rows;
  gsize *from_column; /* by row: whose unit it takes */
  gsize *from_row;    /* by column: who gives it */
  gsize *queue;       /* of columns */
} Ties;

static guint8 *
get_state (const Ties *ties, gsize row, gsize column)
{
  return &ties->states[row * ties->n_columns + column];
}

static gsize
find_states (Ties *ties)
{
  KkrFlow *flow = ties->flow;
  gsize n_low = 0;

  for (gsize i = 0; i < ties->n_rows; i++)
    for (gsize j = 0; j < ties->n_columns; j++)
      {
        KkrInt128 cost = flow->cost[KKR_FLOW_ROWS][i * ties->n_columns + j]
                         + flow->price[KKR_FLOW_ROWS][i] - flow->price[KKR_FLOW_COLUMNS][j];

        if (cost == 0)
          *get_state (ties, i, j) = LOW;
        else if (cost == flow->step && flow->shares[i * ties->n_columns + j] > 0)
          *get_state (ties, i, j) = HIGH;
        n_low += cost == 0;
      }
  return n_low;
}

static void
toggle (Ties *ties, gsize row, gsize column)
{
  guint8 *state = get_state (ties, row, column);

  ties->flow->shares[row * ties->n_columns + column] += *state == LOW ? 1 : -1;
  *state = *state == LOW ? HIGH : LOW;
}

/* The column at the end of the way is one that the row has a unit in. */
static void
take_way (Ties *ties, gsize column)
{
  toggle (ties, ties->row, column);
  while (column != ties->column)
    {
      gsize row = ties->from_row[column];

      toggle (ties, row, column);
      column = ties->from_column[row];
      toggle (ties, row, column);
    }
  toggle (ties, ties->row, ties->column);
}

/* TRUE with the way taken, when the row has found a column that gives it a unit. */
static gboolean
look_in_row (Ties *ties, gsize row, gsize from, gsize *n_waiting)
{
  ties->seen_rows[row] = 1;
  ties->from_column[row] = from;
  for (gsize column = 0; column < ties->n_columns; column++)
    if (*get_state (ties, row, column) == LOW && !ties->seen_columns[column])
      {
        ties->seen_columns[column] = 1;
        ties->from_row[column] = row;
        if (column > ties->column && *get_state (ties, ties->row, column) == HIGH)
          {
            take_way (ties, column);
            return TRUE;
          }
        ties->queue[(*n_waiting)++] = column;
      }
  return FALSE;
}

/* What was seen on the way to a success may lead to another one; what a failure saw never will. */
static void
forget (Ties *ties, const guint8 *columns, const guint8 *rows)
{
  memcpy (ties->seen_columns, columns, ties->n_columns);
  memcpy (ties->seen_rows, rows, ties->n_rows);
}

static gboolean
find_way (Ties *ties)
{
  gsize n_waiting = 0;

  ties->seen_columns[ties->column] = 1;
  ties->queue[n_waiting++] = ties->column;
  for (gsize next = 0; next < n_waiting; next++)
    for (gsize row = ties->row + 1; row < ties->n_rows; row++)
      if (!ties->seen_rows[row] && *get_state (ties, row, ties->queue[next]) == HIGH &&
          look_in_row (ties, row, ties->queue[next], &n_waiting))
        return TRUE;
  return FALSE;
}

static gboolean
settle_row (Ties *ties, guint8 *dead_columns, guint8 *dead_rows, GError **error)
{
  gsize n_high = 0;

  for (gsize j = 0; j < ties->n_columns; j++)
    n_high += *get_state (ties, ties->row, j) == HIGH;
  memset (ties->seen_columns, 0, ties->n_columns);
  memset (ties->seen_rows, 0, ties->n_rows);
  memset (dead_columns, 0, ties->n_columns);
  memset (dead_rows, 0, ties->n_rows);
  for (ties->column = 0; ties->column < ties->n_columns && n_high > 0; ties->column++)
    {
      guint8 state = *get_state (ties, ties->row, ties->column);

      if (!kkr_flow_check_cancelled (ties->flow, error))
        return FALSE;
      n_high -= state == HIGH;
      if (state != LOW || ties->seen_columns[ties->column])
        continue;
      if (find_way (ties))
        {
          n_high--;
          forget (ties, dead_columns, dead_rows);
          continue;
        }
      memcpy (dead_columns, ties->seen_columns, ties->n_columns);
      memcpy (dead_rows, ties->seen_rows, ties->n_rows);
    }
  return TRUE;
}

static gboolean
settle (Ties *ties, GError **error)
{
  g_autofree guint8 *seen_columns = g_new0 (guint8, ties->n_columns);
  g_autofree guint8 *seen_rows = g_new0 (guint8, ties->n_rows);
  g_autofree guint8 *dead_columns = g_new0 (guint8, ties->n_columns);
  g_autofree guint8 *dead_rows = g_new0 (guint8, ties->n_rows);
  g_autofree gsize *from_column = g_new0 (gsize, ties->n_rows);
  g_autofree gsize *from_row = g_new0 (gsize, ties->n_columns);
  g_autofree gsize *queue = g_new0 (gsize, ties->n_columns);

  ties->seen_columns = seen_columns;
  ties->seen_rows = seen_rows;
  ties->from_column = from_column;
  ties->from_row = from_row;
  ties->queue = queue;
  for (ties->row = 0; ties->row + 1 < ties->n_rows; ties->row++)
    if (!settle_row (ties, dead_columns, dead_rows, error))
      return FALSE;
  return TRUE;
}

gboolean
kkr_flow_break_ties (KkrFlow *self, GError **error)
{
  gsize n_cells = self->n[KKR_FLOW_ROWS] * self->n[KKR_FLOW_COLUMNS];
  g_autofree guint8 *states = g_try_malloc0 (n_cells);
  Ties ties = { .flow = self, .n_rows = self->n[KKR_FLOW_ROWS],
                .n_columns = self->n[KKR_FLOW_COLUMNS], .states = states };

  if (states == NULL)
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_FAILED,
                   _("not enough memory for a table of shares: %zu cells found, fewer expected"),
                   n_cells);
      return FALSE;
    }
  return find_states (&ties) == 0 || settle (&ties, error);
}
