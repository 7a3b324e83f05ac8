/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-demand-private.h>

#include <string.h>

/* Parts that add up to a whole: `n` of them, `step` apart, and then the whole. */
typedef struct {
  const gint64 *values;
  guint8 *marks;
  guint n;
  gsize step;
} Line;

static guint
count_marked (const Line *line)
{
  guint n = 0;

  for (guint i = 0; i <= line->n; i++)
    n += line->marks[i * line->step] != KKR_DEMAND_OPEN;
  return n;
}

/* The least part above zero that is not marked yet; G_MAXSIZE without one. */
static gsize
find_least (const Line *line)
{
  gsize least = G_MAXSIZE;

  for (guint i = 0; i < line->n; i++)
    {
      const gsize at = i * line->step;

      if (line->values[at] > 0 && line->marks[at] == KKR_DEMAND_OPEN &&
          (least == G_MAXSIZE || line->values[at] < line->values[least]))
        least = at;
    }
  return least;
}

/* What alone is marked can be worked out of the rest: the whole is marked too, or, where that is
 * the one, or is the sum of all that everybody sees, the least of the parts. */
static gboolean
mark_line (const Line *line, gboolean is_of_all)
{
  gsize at = line->n * line->step;

  if (count_marked (line) != 1)
    return FALSE;
  if (is_of_all || line->marks[at] != KKR_DEMAND_OPEN)
    at = find_least (line);
  if (at != G_MAXSIZE)
    line->marks[at] = KKR_DEMAND_REVEALING;
  return at != G_MAXSIZE;
}

/* Two marks in each row and column do not suffice: a marked number that is all that ties some rows
 * and columns to the others, through marked numbers, can be worked out from the sums of its side.
 * With few columns, which of them a row ties together is a set of bits. */
typedef struct {
  const gint64 *values;
  guint8 *marks;
  guint n_rows, width;
  guint counts[1 << KKR_DEMAND_MAX_WIDTH]; /* rows by the set of their marked columns */
} Ties;

static guint
tied_columns (const Ties *ties, guint row)
{
  guint set = 0;

  for (guint column = 0; column < ties->width; column++)
    if (ties->marks[row * ties->width + column] != KKR_DEMAND_OPEN)
      set |= 1u << column;
  return set;
}

/* All columns that rows other than one of the set `without` tie to those of `from`. */
static guint
spread (const Ties *ties, guint from, guint without)
{
  guint before;

  do
    {
      before = from;
      for (guint set = 1; set < 1u << ties->width; set++)
        if ((set & from) != 0 && ties->counts[set] > (set == without ? 1 : 0))
          from |= set;
    }
  while (from != before);
  return from;
}

/* The least number above zero in the columns that can be marked; 0 if one of them is already. */
static gint64
find_least_of (const Ties *ties, guint row, guint columns, gsize *at)
{
  gint64 least = G_MAXINT64;

  for (guint column = 0; column < ties->width; column++)
    {
      const gsize cell = (gsize) row * ties->width + column;
      const gboolean is_marked = ties->marks[cell] != KKR_DEMAND_OPEN;

      if ((columns >> column & 1) == 0 || (row == ties->n_rows && column == ties->width - 1))
        continue;
      if (is_marked || (ties->values[cell] > 0 && ties->values[cell] < least))
        {
          least = is_marked ? 0 : ties->values[cell];
          *at = cell;
        }
      if (is_marked)
        break;
    }
  return least;
}

/* The row that ties both sides with the least more to mark. */
static gboolean
tie_sides (Ties *ties, guint row, guint one, guint other)
{
  gint64 best = G_MAXINT64;
  gsize best_cells[2] = { 0, 0 };

  for (guint i = 0; i <= ties->n_rows; i++)
    {
      gsize cells[2] = { 0, 0 };
      /* In its own row only what is open helps. */
      const guint taken = i == row ? tied_columns (ties, i) : 0;
      const gint64 first = find_least_of (ties, i, one & ~taken, &cells[0]);
      const gint64 second = i == row ? 0 : find_least_of (ties, i, other, &cells[1]);

      if (first == G_MAXINT64 || second == G_MAXINT64 || first + second >= best)
        continue;
      best = first + second;
      best_cells[0] = cells[0];
      best_cells[1] = i == row ? cells[0] : cells[1];
    }
  for (guint i = 0; best != G_MAXINT64 && i < 2; i++)
    if (ties->marks[best_cells[i]] == KKR_DEMAND_OPEN)
      ties->marks[best_cells[i]] = KKR_DEMAND_REVEALING;
  return best != G_MAXINT64;
}

/* TRUE if more was marked, so that sets have changed. */
static gboolean
mark_ties (Ties *ties)
{
  memset (ties->counts, 0, sizeof ties->counts);
  for (guint row = 0; row <= ties->n_rows; row++)
    ties->counts[tied_columns (ties, row)]++;
  for (guint row = 0; row <= ties->n_rows; row++)
    {
      const guint set = tied_columns (ties, row);

      for (guint column = 0; column < ties->width; column++)
        {
          const guint own = 1u << column;
          guint one;

          if (ties->marks[row * ties->width + column] != KKR_DEMAND_SMALL)
            continue;
          one = spread (ties, own, set);
          if ((one & set & ~own) == 0
              && tie_sides (ties, row, one, spread (ties, set & ~own, set)))
            return TRUE;
        }
    }
  return FALSE;
}

static gboolean
mark_lines (const gint64 *values, guint n_rows, guint n_columns, guint8 *marks)
{
  const gsize width = (gsize) n_columns + 1;
  gboolean changed = FALSE;

  for (guint row = 0; row <= n_rows && n_columns > 0; row++)
    {
      const Line line = { values + row * width, marks + row * width, n_columns, 1 };

      changed |= mark_line (&line, row == n_rows);
    }
  for (guint column = 0; column <= n_columns; column++)
    {
      const Line line = { values + column, marks + column, n_rows, width };

      changed |= mark_line (&line, column == n_columns);
    }
  return changed;
}

void
kkr_demand_mark_more (const gint64 *values, guint n_rows, guint n_columns, guint8 *marks)
{
  Ties ties = { .values = values, .marks = marks, .n_rows = n_rows, .width = n_columns + 1 };

  g_return_if_fail (n_columns < KKR_DEMAND_MAX_WIDTH);
  if (n_rows == 0)
    return;
  do
    while (mark_lines (values, n_rows, n_columns, marks))
      ;
  while (n_columns > 0 && mark_ties (&ties));
}

void
kkr_demand_mark (const gint64 *values, guint n_rows, guint n_columns, gint64 threshold,
                 guint8 *marks)
{
  const gsize n = ((gsize) n_rows + 1) * ((gsize) n_columns + 1);

  for (gsize i = 0; i < n; i++)
    marks[i] = values[i] > 0 && values[i] < threshold && i < n - 1 ? KKR_DEMAND_SMALL
                                                                   : KKR_DEMAND_OPEN;
  kkr_demand_mark_more (values, n_rows, n_columns, marks);
}
