/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-apportion-table-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-error.h>

/* Whether cells with a weight have room for all totals: a largest flow, by the shortest ways first
 * (Dinic). Where rows are left with units, what can be reached from them is the reason: rows whose
 * weights all lie in columns that are to get less. */

#define MAX_IN_MESSAGE 10
#define FAR G_MAXUINT

typedef struct {
  const KkrTableTask *task;
  gsize n_rows, n_columns;
  gint64 *flow;     /* by row and column */
  guint64 *left[2]; /* by node */
  guint *level[2];  /* how far from a row that has something left */
  gsize *next[2];   /* the first node of the other side that may still lead on */
  gsize *queue;     /* rows, then columns, by one number */
} Room;

/* A row leads to columns where it has weight, a column to rows that it has units of. */
static gboolean
leads_to (const Room *room, guint side, gsize node, gsize other)
{
  if (side == KKR_FLOW_ROWS)
    return kkr_table_task_is_open (room->task, node, other);
  return room->flow[other * room->n_columns + node] > 0;
}

static void
give (Room *room, gsize row, gsize column, guint64 units)
{
  room->flow[row * room->n_columns + column] += (gint64) units;
  room->left[KKR_FLOW_ROWS][row] -= units;
  room->left[KKR_FLOW_COLUMNS][column] -= units;
}

static void
give_greedily (Room *room)
{
  for (gsize i = 0; i < room->n_rows; i++)
    for (gsize j = 0; j < room->n_columns && room->left[KKR_FLOW_ROWS][i] > 0; j++)
      if (kkr_table_task_is_open (room->task, i, j))
        give (room, i, j, MIN (room->left[KKR_FLOW_ROWS][i], room->left[KKR_FLOW_COLUMNS][j]));
}

/* TRUE when a column that has room can be reached. FALSE, too, when cancelled. */
static gboolean
find_levels (Room *room)
{
  gsize n[2] = { room->n_rows, room->n_columns }, first = 0, end = 0;
  gboolean found = FALSE;

  for (guint side = 0; side < 2; side++)
    for (gsize i = 0; i < n[side]; i++)
      {
        gboolean starts = side == KKR_FLOW_ROWS && room->left[side][i] > 0;

        room->next[side][i] = 0;
        room->level[side][i] = starts ? 0 : FAR;
        if (starts)
          room->queue[end++] = i;
      }
  for (; first < end && kkr_flow_check_cancelled (room->task->cancellable, NULL); first++)
    {
      guint side = room->queue[first] < n[0] ? KKR_FLOW_ROWS : KKR_FLOW_COLUMNS;
      gsize node = room->queue[first] - (side == KKR_FLOW_ROWS ? 0 : n[0]);

      found |= side == KKR_FLOW_COLUMNS && room->left[side][node] > 0;
      for (gsize other = 0; other < n[!side]; other++)
        if (room->level[!side][other] == FAR && leads_to (room, side, node, other))
          {
            room->level[!side][other] = room->level[side][node] + 1;
            room->queue[end++] = other + (side == KKR_FLOW_ROWS ? n[0] : 0);
          }
    }
  return found;
}

/* How many of `units`, which a node has too much, get from it to columns with room. Ways are no
 * longer than the shorter side, whose length is at most the root of the number of cells. */
static guint64
push (Room *room, guint side, gsize node, guint64 units)
{
  gsize n_others = side == KKR_FLOW_ROWS ? room->n_columns : room->n_rows;
  guint64 pushed = 0;

  if (!kkr_flow_check_cancelled (room->task->cancellable, NULL))
    return 0;
  if (side == KKR_FLOW_COLUMNS)
    {
      pushed = MIN (units, room->left[side][node]);
      room->left[side][node] -= pushed;
    }
  for (gsize *next = &room->next[side][node]; *next < n_others && pushed < units; ++*next)
    {
      gsize other = *next, row = side == KKR_FLOW_ROWS ? node : other;
      gint64 *flow = &room->flow[row * room->n_columns + (side == KKR_FLOW_ROWS ? other : node)];
      guint64 most = units - pushed, part;

      if (room->level[!side][other] != room->level[side][node] + 1 ||
          !leads_to (room, side, node, other))
        continue;
      if (side == KKR_FLOW_COLUMNS)
        most = MIN (most, (guint64) *flow);
      part = push (room, !side, other, most);
      *flow += side == KKR_FLOW_ROWS ? (gint64) part : -(gint64) part;
      pushed += part;
      if (pushed == units)
        break;
    }
  return pushed;
}

/* Nodes that were reached, or were not, by their numbers. */
typedef struct {
  char *names;
  gsize n;
  long long total;
} Group;

static Group
get_group (const Room *room, guint side, gboolean reached, gboolean with_empty)
{
  Group group = { NULL, 0, 0 };
  GString *names = g_string_new (NULL);

  for (gsize i = 0; i < room->task->n[side]; i++)
    if ((room->level[side][i] != FAR) == reached
        && (with_empty || room->task->units[side][i] > 0))
      {
        group.total += (long long) room->task->units[side][i] * room->task->signed_unit;
        if (group.n < MAX_IN_MESSAGE)
          g_string_append_printf (names, "%s%" G_GSIZE_FORMAT, group.n > 0 ? ", " : "", i);
        if (++group.n == MAX_IN_MESSAGE + 1)
          g_string_append (names, ", ...");
      }
  group.names = g_string_free (names, FALSE);
  return group;
}

static void
say_rows (const Group *rows, const Group *columns, GError **error)
{
  if (columns->n == 0)
    g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
                 _("rows without weights, counted from 0: %s with totals of %lld found, totals of "
                   "0 expected"), rows->names, rows->total);
  else
    g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
                 _("rows %s have weights only in columns %s, counted from 0: totals of %lld in "
                   "these rows and %lld in these columns found, no more in the rows expected"),
                 rows->names, columns->names, rows->total, columns->total);
}

static void
say_columns (const Group *columns, const Group *rows, GError **error)
{
  if (rows->n == 0)
    g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
                 _("columns without weights, counted from 0: %s with totals of %lld found, totals "
                   "of 0 expected"), columns->names, columns->total);
  else
    g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
                 _("columns %s have weights only in rows %s, counted from 0: totals of %lld in "
                   "these columns and %lld in these rows found, no more in the columns expected"),
                 columns->names, rows->names, columns->total, rows->total);
}

/* What was reached says it of rows, what was not says it of columns. The shorter is said. */
static void
explain (const Room *room, GError **error)
{
  Group rows = get_group (room, KKR_FLOW_ROWS, TRUE, TRUE);
  Group columns = get_group (room, KKR_FLOW_COLUMNS, TRUE, TRUE);
  Group other_columns = get_group (room, KKR_FLOW_COLUMNS, FALSE, FALSE);
  Group other_rows = get_group (room, KKR_FLOW_ROWS, FALSE, TRUE);

  if (rows.n + columns.n <= other_rows.n + other_columns.n)
    say_rows (&rows, &columns, error);
  else
    say_columns (&other_columns, &other_rows, error);
  g_free (rows.names);
  g_free (columns.names);
  g_free (other_columns.names);
  g_free (other_rows.names);
}

static gboolean
fill (Room *room, GError **error)
{
  give_greedily (room);
  while (find_levels (room))
    for (gsize i = 0; i < room->n_rows; i++)
      {
        if (!kkr_flow_check_cancelled (room->task->cancellable, error))
          return FALSE;
        if (room->left[KKR_FLOW_ROWS][i] > 0)
          room->left[KKR_FLOW_ROWS][i] -= push (room, KKR_FLOW_ROWS, i,
                                                room->left[KKR_FLOW_ROWS][i]);
      }
  if (!kkr_flow_check_cancelled (room->task->cancellable, error))
    return FALSE;
  for (gsize i = 0; i < room->n_rows; i++)
    if (room->left[KKR_FLOW_ROWS][i] > 0)
      {
        explain (room, error);
        return FALSE;
      }
  return TRUE;
}

gboolean
kkr_table_task_check_room (const KkrTableTask *self, GError **error)
{
  Room room = { .task = self, .n_rows = self->n[0], .n_columns = self->n[1] };
  gboolean good = FALSE;

  room.flow = g_try_new0 (gint64, room.n_rows * room.n_columns);
  room.queue = g_new (gsize, room.n_rows + room.n_columns);
  for (guint side = 0; side < 2; side++)
    {
      room.left[side] = g_memdup2 (self->units[side], self->n[side] * sizeof *room.left[side]);
      room.level[side] = g_new (guint, self->n[side]);
      room.next[side] = g_new (gsize, self->n[side]);
    }
  if (room.flow != NULL)
    good = fill (&room, error);
  else
    g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_FAILED,
                 _("not enough memory for a table of shares: %zu cells found, fewer expected"),
                 room.n_rows * room.n_columns);
  for (guint side = 0; side < 2; side++)
    {
      g_free (room.left[side]);
      g_free (room.level[side]);
      g_free (room.next[side]);
    }
  g_free (room.queue);
  g_free (room.flow);
  return good;
}
