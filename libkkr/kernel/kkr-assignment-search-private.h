/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The kernel, written once for both widths of gains. What includes this has defined before: the
 * types Gain and Choice, FAR, REACHED, and for tables go_on_everywhere(), choose_everywhere() and
 * get_gain(). */

/* How many rows may push another out of its column, for each row there is, before the rest is left
 * to the search for ways: prices may rise by the least there is from time to time. */
#define PUSHES_PER_ROW 8
/* Columns that are reached before it is seen whether somebody has cancelled. */
#define COLUMNS_BETWEEN 256

typedef struct {
  KkrAssignmentCore *core;
  const Gain *gains;
  Gain *prices, *profits;
  Gain *weights;   /* by column: its price, and 1 more if it is full; REACHED once it has been */
  Gain *keys;      /* by column: how far it is, odd if it is full; FAR if that is not known */
  Gain *distances; /* of the columns that have been reached, in their order */
  gint32 *reached;
  gsize n_reached;
  gint64 *from;          /* by column: the row it is reached from */
  gint32 nearest;        /* in a table: the column that is the least far */
  gint32 *first, *taken; /* by column: its rows, as a list, and how many */
  gint32 *next, *before; /* by row */
  gint32 *heap, *places; /* columns that are still to be reached, and by column where it is there */
  gsize n_heap;
  gint32 *pending; /* rows that only a search can assign */
  gsize n_pending;
  gsize n_pushes;
  gint32 *order; /* rows in the order in which they come; NULL: by number */
  Gain *most;    /* by row: what it could gain if all were free */
  Gain end; /* what leaving a row over costs in this search, and which; FAR if none may be */
  gint32 end_row;
} Search;

static gboolean
open_search (Search *self, KkrAssignmentCore *core, GError **error)
{
  const gsize n_rows = MAX (core->n_rows, 1);
  const gsize n_columns = MAX (kkr_assignment_get_stride (core->n_columns), 1);
  const gboolean sparse = core->starts != NULL;

  *self = (Search) {
    .core = core, .gains = core->gains, .prices = core->prices, .profits = core->profits,
    .weights = g_try_new0 (Gain, n_columns),
    .keys = g_try_new (Gain, n_columns),
    .distances = g_try_new (Gain, n_columns),
    .reached = g_try_new (gint32, n_columns),
    .from = g_try_new0 (gint64, n_columns),
    .first = g_try_new (gint32, n_columns),
    .taken = g_try_new0 (gint32, n_columns),
    .next = g_try_new (gint32, n_rows),
    .before = g_try_new (gint32, n_rows),
    .heap = g_try_new (gint32, sparse ? n_columns : 1),
    .places = g_try_new (gint32, sparse ? n_columns : 1),
    .pending = g_try_new (gint32, n_rows),
    .order = core->by_gain ? g_try_new (gint32, n_rows) : NULL,
    .most = core->by_gain ? g_try_new (Gain, n_rows) : NULL,
  };
  if (self->weights == NULL || self->keys == NULL || self->distances == NULL
      || self->reached == NULL || self->from == NULL || self->first == NULL || self->taken == NULL
      || self->next == NULL || self->before == NULL || self->heap == NULL || self->places == NULL
      || self->pending == NULL || (core->by_gain && (self->order == NULL || self->most == NULL)))
    return kkr_assignment_fail_for_memory (core->n_rows, core->n_columns, error);
  for (gsize i = 0; i < n_columns; i++)
    {
      self->keys[i] = FAR;
      self->weights[i] = REACHED;
      self->first[i] = -1;
      if (sparse)
        self->places[i] = -1;
    }
  return TRUE;
}

static void
close_search (Search *self)
{
  g_free (self->weights);
  g_free (self->keys);
  g_free (self->distances);
  g_free (self->reached);
  g_free (self->from);
  g_free (self->first);
  g_free (self->taken);
  g_free (self->next);
  g_free (self->before);
  g_free (self->heap);
  g_free (self->places);
  g_free (self->pending);
  g_free (self->order);
  g_free (self->most);
}

static inline gint32
get_room (const Search *self, gint32 column)
{
  return self->core->rooms != NULL ? self->core->rooms[column] : 1;
}

static inline void
weigh (Search *self, gint32 column)
{
  self->weights[column] = self->prices[column] + (self->taken[column] >= get_room (self, column));
}

static void
put (Search *self, gint32 row, gint32 column)
{
  const gint32 first = self->first[column];

  self->core->matches[row] = column;
  self->next[row] = first;
  self->before[row] = -1;
  if (first >= 0)
    self->before[first] = row;
  self->first[column] = row;
  self->taken[column]++;
  weigh (self, column);
}

static void
take_away (Search *self, gint32 row)
{
  const gint32 column = self->core->matches[row];

  if (column < 0)
    return;
  if (self->before[row] >= 0)
    self->next[self->before[row]] = self->next[row];
  else
    self->first[column] = self->next[row];
  if (self->next[row] >= 0)
    self->before[self->next[row]] = self->before[row];
  self->core->matches[row] = -1;
  self->taken[column]--;
  weigh (self, column);
}

/* Columns as near as each other are told apart by their number, so that nothing depends on the
 * order in which they came. */
static inline gboolean
is_nearer (const Search *self, gint32 a, gint32 b)
{
  return self->keys[a] < self->keys[b] || (self->keys[a] == self->keys[b] && a < b);
}

static void
rise (Search *self, gint32 column)
{
  gsize at = (gsize) self->places[column];

  while (at > 0 && is_nearer (self, column, self->heap[(at - 1) / 2]))
    {
      self->heap[at] = self->heap[(at - 1) / 2];
      self->places[self->heap[at]] = (gint32) at;
      at = (at - 1) / 2;
    }
  self->heap[at] = column;
  self->places[column] = (gint32) at;
}

static void
add_to_heap (Search *self, gint32 column)
{
  self->places[column] = (gint32) self->n_heap++;
  rise (self, column);
}

static void
drop_nearest (Search *self)
{
  gint32 last = self->heap[--self->n_heap];
  gsize at = 0;

  self->places[self->heap[0]] = -1;
  if (self->n_heap == 0)
    return;
  for (gsize child = 1; child < self->n_heap; child = 2 * at + 1)
    {
      if (child + 1 < self->n_heap && is_nearer (self, self->heap[child + 1], self->heap[child]))
        child++;
      if (!is_nearer (self, self->heap[child], last))
        break;
      self->heap[at] = self->heap[child];
      self->places[self->heap[at]] = (gint32) at;
      at = child;
    }
  self->heap[at] = last;
  self->places[last] = (gint32) at;
}

/* Ways that go on from a row. `so_far` is how far it is, and its profit. */
static void
go_on (Search *self, gint32 row, Gain so_far)
{
  const KkrAssignmentCore *core = self->core;
  const gsize *starts = core->starts;

  if (starts == NULL)
    {
      self->nearest = go_on_everywhere (core, row, self->weights, so_far, self->keys, self->from);
      return;
    }
  for (gsize i = starts[row]; i < starts[row + 1]; i++)
    {
      const gint32 column = core->columns[i];
      const Gain key = so_far + self->weights[column] - self->gains[i];

      if (key >= self->keys[column] || key > self->end)
        continue;
      self->keys[column] = key;
      self->from[column] = row;
      if (self->places[column] >= 0)
        rise (self, column);
      else
        add_to_heap (self, column);
    }
}

/* -1 when leaving a row over costs less. */
static gint32
get_nearest (const Search *self)
{
  gint32 nearest = self->nearest;

  if (self->core->starts != NULL)
    nearest = self->n_heap > 0 ? self->heap[0] : -1;
  return nearest >= 0 && self->keys[nearest] <= self->end && self->keys[nearest] < FAR
           ? nearest : -1;
}

static void
find_nearest (Search *self)
{
  self->nearest = 0;
  for (gsize i = 1; i < self->core->n_columns; i++)
    if (is_nearer (self, (gint32) i, self->nearest))
      self->nearest = (gint32) i;
}

static void
reach (Search *self, gint32 column)
{
  const Gain distance = self->keys[column] & ~(Gain) 1;

  self->distances[self->n_reached] = distance;
  self->reached[self->n_reached++] = column;
  self->weights[column] = REACHED;
  if (self->core->starts != NULL)
    drop_nearest (self);
  self->keys[column] = FAR;
  for (gint32 row = self->first[column]; row >= 0; row = self->next[row])
    {
      const Gain so_far = distance + self->profits[row];

      if (self->end < FAR && so_far < self->end)
        {
          self->end = so_far;
          self->end_row = row;
        }
      go_on (self, row, so_far);
    }
  if (self->core->starts == NULL && self->first[column] < 0)
    find_nearest (self);
}

/* Prices such that the way found costs nothing. */
static void
change_prices (Search *self, gint32 start, Gain distance)
{
  self->profits[start] -= distance;
  for (gsize i = 0; i < self->n_reached; i++)
    {
      const gint32 column = self->reached[i];
      const Gain change = distance - self->distances[i];

      self->prices[column] += change;
      for (gint32 row = self->first[column]; row >= 0; row = self->next[row])
        self->profits[row] -= change;
      weigh (self, column);
    }
}

static void
forget (Search *self)
{
  if (self->core->starts == NULL)
    for (gsize i = 0; i < self->core->n_columns; i++)
      self->keys[i] = FAR;
  for (gsize i = 0; i < self->n_heap; i++)
    {
      self->keys[self->heap[i]] = FAR;
      self->places[self->heap[i]] = -1;
    }
  self->n_heap = 0;
  self->n_reached = 0;
}

/* Each row on the way moves to the column that was reached from it. */
static void
move_rows (Search *self, gint32 start, gint32 column)
{
  while (column >= 0)
    {
      const gint32 row = (gint32) self->from[column], old = self->core->matches[row];

      take_away (self, row);
      put (self, row, column);
      column = row == start ? -1 : old;
    }
}

static gboolean
assign_row (Search *self, gint32 start, GError **error)
{
  gint32 column, old = -1;

  self->end = self->profits[start];
  self->end_row = start;
  go_on (self, start, self->profits[start]);
  while ((column = get_nearest (self)) >= 0 && (self->keys[column] & 1) != 0)
    {
      if (self->n_reached % COLUMNS_BETWEEN == 0
          && !kkr_flow_check_cancelled (self->core->cancellable, error))
        return FALSE;
      reach (self, column);
    }
  change_prices (self, start, column >= 0 ? self->keys[column] : self->end);
  if (column < 0 && self->end_row != start)
    {
      old = self->core->matches[self->end_row];
      take_away (self, self->end_row);
    }
  move_rows (self, start, column >= 0 ? column : old);
  forget (self);
  return TRUE;
}

static inline Gain
to_even (Gain value)
{
  return value + (value & 1);
}

static Choice
choose (const Search *self, gint32 row)
{
  const KkrAssignmentCore *core = self->core;
  const gsize *starts = core->starts;
  Choice choice = { -REACHED, -REACHED, -1 };

  if (starts == NULL)
    choose_everywhere (core, row, self->weights, &choice);
  else
    for (gsize i = starts[row]; i < starts[row + 1]; i++)
      {
        const Gain value = self->gains[i] - self->weights[core->columns[i]];

        if (value > choice.best)
          {
            choice.second = choice.best;
            choice.best = value;
            choice.column = core->columns[i];
          }
        else if (value > choice.second)
          choice.second = value;
      }
  choice.best = to_even (choice.best);
  choice.second = MAX (to_even (choice.second), 0);
  return choice;
}

/* A row takes what it gains most by. Where that is taken, it pays so much more for it that it would
 * as soon have its next best, and the other row has to look again; where it would have to pay
 * nothing more, it waits. The row that looks next, or -1. */
static gint32
bid (Search *self, gint32 row)
{
  const Choice choice = choose (self, row);
  const gint32 column = (gint32) choice.column;
  gint32 other;

  self->profits[row] = MAX (choice.best, 0);
  if (choice.best < 0)
    return -1;
  if (self->taken[column] < get_room (self, column))
    {
      put (self, row, column);
      return -1;
    }
  if (get_room (self, column) != 1 || choice.best == choice.second || self->n_pushes == 0)
    {
      self->pending[self->n_pending++] = row;
      return -1;
    }
  self->n_pushes--;
  other = self->first[column];
  self->prices[column] += choice.best - choice.second;
  self->profits[row] = choice.second;
  take_away (self, other);
  put (self, row, column);
  return other;
}

static int
compare_most (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Search *self = user_data;
  const gint32 i = *(const gint32 *) a, j = *(const gint32 *) b;

  if (self->most[i] != self->most[j])
    return self->most[i] > self->most[j] ? -1 : 1;
  return i < j ? -1 : i > j;
}

static void
put_in_order (const Search *self, gint32 *rows, gsize n)
{
  if (self->order != NULL)
    g_qsort_with_data (rows, (int) n, sizeof *rows, compare_most, (gpointer) self);
}

static void
find_order (Search *self)
{
  for (gsize i = 0; i < self->core->n_rows; i++)
    {
      self->order[i] = (gint32) i;
      self->most[i] = choose (self, (gint32) i).best;
    }
  put_in_order (self, self->order, self->core->n_rows);
}

static gboolean
bid_all (Search *self, GError **error)
{
  for (gsize i = 0; i < self->core->n_columns; i++)
    {
      self->prices[i] = 0;
      /* As if it were not there. */
      self->weights[i] = get_room (self, (gint32) i) > 0 ? 0 : REACHED;
    }
  for (gsize i = 0; i < self->core->n_rows; i++)
    self->core->matches[i] = -1;
  self->n_pushes = PUSHES_PER_ROW * self->core->n_rows;
  if (self->order != NULL)
    find_order (self);
  for (gsize i = 0; i < self->core->n_rows; i++)
    {
      if (i % COLUMNS_BETWEEN == 0 && !kkr_flow_check_cancelled (self->core->cancellable, error))
        return FALSE;
      for (gint32 row = self->order != NULL ? self->order[i] : (gint32) i; row >= 0;)
        row = bid (self, row);
    }
  return TRUE;
}

static gboolean
assign_pending (Search *self, GError **error)
{
  const KkrAssignmentCore *core = self->core;
  gsize n_told = 0;

  put_in_order (self, self->pending, self->n_pending);
  for (gsize i = 0; i < self->n_pending; i++)
    {
      if (!assign_row (self, self->pending[i], error))
        return FALSE;
      if (core->progress != NULL && (i + 1) * 100 / self->n_pending > n_told)
        {
          n_told = (i + 1) * 100 / self->n_pending;
          core->progress (core->progress_data, (gdouble) n_told / 100.0);
        }
    }
  if (core->progress != NULL && self->n_pending == 0)
    core->progress (core->progress_data, 1.0);
  return TRUE;
}

static gboolean
solve (KkrAssignmentCore *core, GError **error)
{
  Search search;
  gboolean done = open_search (&search, core, error) && bid_all (&search, error)
                  && assign_pending (&search, error);

  close_search (&search);
  return done;
}

/* What a row would pay for a column that has no room for anybody. */
static void
price_closed (Search *self)
{
  const KkrAssignmentCore *core = self->core;
  const gsize n_columns = core->n_columns;

  for (gsize row = 0; core->rooms != NULL && row < core->n_rows; row++)
    {
      const gsize start = core->starts != NULL ? core->starts[row] : 0;
      const gsize end = core->starts != NULL ? core->starts[row + 1] : n_columns;

      for (gsize i = start; i < end; i++)
        {
          const gsize column = core->starts != NULL ? (gsize) core->columns[i] : i;
          const Gain gain = core->starts != NULL ? self->gains[i] : get_gain (core, row, i);

          if (core->rooms[column] == 0)
            self->prices[column] = MAX (self->prices[column], gain - self->profits[row]);
        }
    }
}

static gboolean
find_all_takers (Search *self, GError **error)
{
  KkrAssignmentCore *core = self->core;
  gint32 column;

  for (gsize i = 0; i < core->n_rows; i++)
    {
      const gint32 match = core->matches[i];

      if (match >= 0)
        put (self, (gint32) i, match);
    }
  price_closed (self);
  self->end = FAR;
  for (gsize i = 0; i < core->n_columns; i++)
    {
      weigh (self, (gint32) i);
      self->from[i] = -1;
      self->keys[i] = self->weights[i];
      if (core->starts != NULL)
        add_to_heap (self, (gint32) i);
    }
  find_nearest (self);
  for (gsize i = 0; i < core->n_rows; i++)
    if (core->matches[i] < 0)
      go_on (self, (gint32) i, 0);
  while ((column = get_nearest (self)) >= 0)
    {
      if (self->n_reached % COLUMNS_BETWEEN == 0
          && !kkr_flow_check_cancelled (core->cancellable, error))
        return FALSE;
      reach (self, column);
    }
  for (gsize i = 0; i < core->n_columns; i++)
    core->takers[i] = (gint32) self->from[i];
  return TRUE;
}

/* The shortest ways to all columns at once: from rows that are left over, and from columns of which
 * one less would be taken, at their price. */
static gboolean
find_more (KkrAssignmentCore *core, GError **error)
{
  Search search;
  gboolean done = open_search (&search, core, error) && find_all_takers (&search, error);

  close_search (&search);
  return done;
}
