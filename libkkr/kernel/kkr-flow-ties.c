/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-flow-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-error.h>

/* All solutions that cost the same differ only in cells where a unit more or fewer costs nothing
 * under the prices. Cell by cell in the order of reading, one that could have a unit more takes it
 * if a round trip through later cells can give it. */

/* Sets of rows or columns, a bit each: the searches are made of nothing but these. */
#define WORDS(n) (((n) + 63) / 64)
/* How much is looked through before it is seen whether somebody has cancelled. */
#define WORDS_BETWEEN 4096
#define ROWS_BETWEEN 1024

typedef struct {
  KkrFlow *flow;
  gsize n_rows, n_columns;
  guint64 *low;            /* by row: columns in which it may have a unit more */
  guint64 *high;           /* by row: columns in which it may have one fewer */
  guint64 *high_rows;      /* by column: rows that may have one fewer in it */
  guint64 *unseen_columns; /* that the search has not met */
  guint64 *unseen_rows;
  gsize *from_column; /* by row: whose unit it takes */
  gsize *from_row;    /* by column: who gives it */
  gsize *queue;       /* of columns that the search has met */
  gsize *met_rows;
  gsize n_met[2];     /* rows and columns; those of failures stay */
  gsize last_word;    /* of the row's columns: no later one has one that may have one fewer */
  gsize row, column;  /* of the cell that wants a unit */
} Ties;

static guint64 *
get_low (const Ties *ties, gsize row)
{
  return ties->low + row * WORDS (ties->n_columns);
}

static guint64 *
get_high (const Ties *ties, gsize row)
{
  return ties->high + row * WORDS (ties->n_columns);
}

static guint64 *
get_high_rows (const Ties *ties, gsize column)
{
  return ties->high_rows + column * WORDS (ties->n_rows);
}

static gboolean
has (const guint64 *set, gsize i)
{
  return (set[i / 64] >> (i % 64) & 1) != 0;
}

static void
flip (guint64 *set, gsize i)
{
  set[i / 64] ^= (guint64) 1 << (i % 64);
}

static gsize
find_cells (Ties *ties)
{
  const KkrFlow *flow = ties->flow;
  gsize n_low = 0;

  for (gsize i = 0; i < ties->n_rows && kkr_flow_check_cancelled (flow->cancellable, NULL); i++)
    for (gsize j = 0; j < ties->n_columns; j++)
      {
        KkrInt128 cost = flow->cost[KKR_FLOW_ROWS][i * ties->n_columns + j]
                         + flow->price[KKR_FLOW_ROWS][i] - flow->price[KKR_FLOW_COLUMNS][j];

        n_low += cost == 0;
        if (cost == 0)
          flip (get_low (ties, i), j);
        else if (cost == flow->step && flow->shares[i * ties->n_columns + j] > 0)
          {
            flip (get_high (ties, i), j);
            flip (get_high_rows (ties, j), i);
          }
      }
  return n_low;
}

static void
change (Ties *ties, gsize row, gsize column)
{
  gint64 *share = &ties->flow->shares[row * ties->n_columns + column];

  *share += has (get_low (ties, row), column) ? 1 : -1;
  flip (get_low (ties, row), column);
  flip (get_high (ties, row), column);
  flip (get_high_rows (ties, column), row);
}

/* The column at the end of the way is one that the row has a unit in. */
static void
take_way (Ties *ties, gsize column)
{
  change (ties, ties->row, column);
  while (column != ties->column)
    {
      gsize row = ties->from_row[column];

      change (ties, row, column);
      column = ties->from_column[row];
      change (ties, row, column);
    }
  change (ties, ties->row, ties->column);
}

/* Columns after the one that wants a unit, of those in a word. */
static guint64
keep_later (const Ties *ties, gsize word, guint64 columns)
{
  gsize last = ties->column / 64;

  if (word != last)
    return word > last ? columns : 0;
  return columns & ~(guint64) 0 << (ties->column % 64);
}

/* TRUE with the way taken, when the row can give a unit to a column that has one to spare for the
 * cell that wants it. */
static gboolean
look_in_row (Ties *ties, gsize row, gsize from)
{
  const guint64 *low = get_low (ties, row), *wanted = get_high (ties, ties->row);
  gsize n_words = WORDS (ties->n_columns);

  ties->from_column[row] = from;
  for (gsize word = ties->column / 64; word <= ties->last_word; word++)
    {
      guint64 found = keep_later (ties, word, low[word] & wanted[word]);

      if (found != 0)
        {
          gsize column = word * 64 + (gsize) __builtin_ctzll (found);

          ties->from_row[column] = row;
          take_way (ties, column);
          return TRUE;
        }
    }
  for (gsize word = 0; word < n_words; word++)
    {
      guint64 found = low[word] & ties->unseen_columns[word];

      ties->unseen_columns[word] &= ~found;
      for (; found != 0; found &= found - 1)
        {
          gsize column = word * 64 + (gsize) __builtin_ctzll (found);

          ties->from_row[column] = row;
          ties->queue[ties->n_met[KKR_FLOW_COLUMNS]++] = column;
        }
    }
  return FALSE;
}

/* Rows that are met are put down even where a way is found before they are looked at, so that they
 * can be forgotten. */
static gboolean
look_in_rows (Ties *ties, gsize word, guint64 rows, gsize from)
{
  gsize *n_met = &ties->n_met[KKR_FLOW_ROWS];
  gsize next = *n_met, end;

  ties->unseen_rows[word] &= ~rows;
  for (; rows != 0; rows &= rows - 1)
    ties->met_rows[(*n_met)++] = word * 64 + (gsize) __builtin_ctzll (rows);
  for (end = *n_met; next < end; next++)
    if (look_in_row (ties, ties->met_rows[next], from))
      return TRUE;
  return FALSE;
}

/* FALSE, too, when cancelled. */
static gboolean
find_way (Ties *ties)
{
  gsize next = ties->n_met[KKR_FLOW_COLUMNS];

  flip (ties->unseen_columns, ties->column);
  ties->queue[ties->n_met[KKR_FLOW_COLUMNS]++] = ties->column;
  for (; next < ties->n_met[KKR_FLOW_COLUMNS]; next++)
    for (gsize word = ties->row / 64; word < WORDS (ties->n_rows); word++)
      {
        guint64 rows = get_high_rows (ties, ties->queue[next])[word] & ties->unseen_rows[word];

        if (word % WORDS_BETWEEN == 0 &&
            !kkr_flow_check_cancelled (ties->flow->cancellable, NULL))
          return FALSE;
        if (rows != 0 && look_in_rows (ties, word, rows, ties->queue[next]))
          return TRUE;
      }
  return FALSE;
}

/* All but the first that were met. */
static void
forget (Ties *ties, gsize n_rows, gsize n_columns)
{
  for (gsize i = n_rows; i < ties->n_met[KKR_FLOW_ROWS]; i++)
    flip (ties->unseen_rows, ties->met_rows[i]);
  for (gsize i = n_columns; i < ties->n_met[KKR_FLOW_COLUMNS]; i++)
    flip (ties->unseen_columns, ties->queue[i]);
  ties->n_met[KKR_FLOW_ROWS] = n_rows;
  ties->n_met[KKR_FLOW_COLUMNS] = n_columns;
}

/* Whether a column after the one that wants a unit has one: units of the row only move to earlier
 * columns. */
static gboolean
has_later (Ties *ties)
{
  const guint64 *high = get_high (ties, ties->row);

  for (; ties->last_word >= ties->column / 64; ties->last_word--)
    {
      if (keep_later (ties, ties->last_word, high[ties->last_word]) != 0)
        return TRUE;
      if (ties->last_word == 0)
        break;
    }
  return FALSE;
}

/* What a failure has seen leads to no unit, nor will it while the row is the same: ways that are
 * taken do not touch it. What a success has seen may lead to another. */
static gboolean
settle_row (Ties *ties, GError **error)
{
  ties->last_word = WORDS (ties->n_columns) - 1;
  for (ties->column = 0; ties->column < ties->n_columns && has_later (ties); ties->column++)
    {
      const gsize n_rows = ties->n_met[KKR_FLOW_ROWS], n_columns = ties->n_met[KKR_FLOW_COLUMNS];

      if (!has (get_low (ties, ties->row), ties->column) ||
          !has (ties->unseen_columns, ties->column))
        continue;
      if (!kkr_flow_check_cancelled (ties->flow->cancellable, error))
        return FALSE;
      if (find_way (ties))
        forget (ties, n_rows, n_columns);
    }
  forget (ties, 0, 0);
  return TRUE;
}

static void
fill_set (guint64 *set, gsize n)
{
  for (gsize i = 0; i < n; i++)
    flip (set, i);
}

/* A row takes from those after it: those before it are settled. */
static gboolean
settle (Ties *ties, GError **error)
{
  g_autofree guint64 *unseen_columns = g_new0 (guint64, WORDS (ties->n_columns));
  g_autofree guint64 *unseen_rows = g_new0 (guint64, WORDS (ties->n_rows));
  g_autofree gsize *from_column = g_new0 (gsize, ties->n_rows);
  g_autofree gsize *from_row = g_new0 (gsize, ties->n_columns);
  g_autofree gsize *queue = g_new0 (gsize, ties->n_columns);
  g_autofree gsize *met_rows = g_new0 (gsize, ties->n_rows);

  fill_set (unseen_columns, ties->n_columns);
  fill_set (unseen_rows, ties->n_rows);
  ties->unseen_columns = unseen_columns;
  ties->unseen_rows = unseen_rows;
  ties->from_column = from_column;
  ties->from_row = from_row;
  ties->queue = queue;
  ties->met_rows = met_rows;
  for (ties->row = 0; ties->row + 1 < ties->n_rows; ties->row++)
    {
      flip (ties->unseen_rows, ties->row);
      if (!settle_row (ties, error))
        return FALSE;
      if (ties->row % ROWS_BETWEEN == 0 &&
          !kkr_flow_check_cancelled (ties->flow->cancellable, error))
        return FALSE;
    }
  return kkr_flow_check_cancelled (ties->flow->cancellable, error);
}

gboolean
kkr_flow_break_ties (KkrFlow *self, GError **error)
{
  gsize n_rows = self->n[KKR_FLOW_ROWS], n_columns = self->n[KKR_FLOW_COLUMNS];
  g_autofree guint64 *low = g_try_new0 (guint64, n_rows * WORDS (n_columns));
  g_autofree guint64 *high = g_try_new0 (guint64, n_rows * WORDS (n_columns));
  g_autofree guint64 *high_rows = g_try_new0 (guint64, n_columns * WORDS (n_rows));
  Ties ties = { .flow = self, .n_rows = n_rows, .n_columns = n_columns, .low = low,
                .high = high, .high_rows = high_rows };

  if (low == NULL || high == NULL || high_rows == NULL)
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_FAILED,
                   _("not enough memory for a table of shares: %zu cells found, fewer expected"),
                   n_rows * n_columns);
      return FALSE;
    }
  if (find_cells (&ties) > 0)
    return settle (&ties, error);
  return kkr_flow_check_cancelled (self->cancellable, error);
}
