/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

#include <libkkr/base/kkr-int128-private.h>

G_BEGIN_DECLS

/* A flow from rows to columns, of which each cell costs more for every further unit: what a table
 * of whole shares with given sums is. It is found by scaling of costs (Goldberg and Tarjan), where
 * pushes carry as many units as are worth it, so that time does not grow with the total. The page
 * on tables of shares has the proof that nothing overflows. */

/* A unit that no cell can take or give. No price reaches the half of its half. */
#define KKR_FLOW_NEVER ((KkrInt128) 1 << 126)
#define KKR_FLOW_MAX_PRICE ((KkrInt128) 1 << 124)
/* The most that units times step may be. */
#define KKR_FLOW_MAX_COST ((KkrInt128) 1 << 121)
/* Cells that are looked at before it is seen whether somebody has cancelled. */
#define KKR_FLOW_CELLS_BETWEEN 65536

enum {
  KKR_FLOW_ROWS,
  KKR_FLOW_COLUMNS,
};

typedef void (*KkrFlowProgress) (gpointer progress_data, gdouble done);

typedef struct {
  gsize n[2];     /* rows and columns, 2 or more of each */
  gint64 *shares; /* by row and column */
  /* What the next unit more costs, by row and column; what one unit fewer costs, by column and row.
   * A cell's two are always `step` together, or one is NEVER. */
  KkrInt128 *cost[2];
  /* By node. A unit from node x to y of the other side costs cost + price of x - price of y. */
  KkrInt128 *price[2];
  /* What a row has still to give, or a column has too much. */
  KkrInt128 *excess[2];
  KkrInt128 step;
  guint64 units; /* of the table */
  GCancellable *cancellable;
  KkrFlowProgress progress; /* or NULL */
  gpointer progress_data;

  KkrInt128 epsilon;
  gsize *queue; /* ring of the nodes that have an excess: rows, then columns, by one number */
  guint8 *waiting;
  gsize first, n_waiting;
} KkrFlow;

/* Memory for all arrays, `shares` too. FALSE with FAILED where there is none. */
gboolean kkr_flow_open (KkrFlow *self, gsize n_rows, gsize n_columns, GError **error);
void kkr_flow_close (KkrFlow *self);

/* Expects shares, costs, excess and step, and that a solution exists. Afterwards all sums hold,
 * the sum of costs is the least there is, and the prices prove it: no unit that can be moved costs
 * less than nothing. */
gboolean kkr_flow_solve (KkrFlow *self, GError **error);

/* Of all solutions that cost the same, the table that is the largest when read row by row. */
gboolean kkr_flow_break_ties (KkrFlow *self, GError **error);

/* The parts of kkr_flow_solve(). */
gboolean kkr_flow_find_prices (KkrFlow *self, guint64 patience);
/* How many cells have a unit that gains where it is not; fewer if it is cancelled meanwhile. */
gsize kkr_flow_count_gains (const KkrFlow *self);
/* Moves what nodes in the queue have too much, where no other unit gains. */
gboolean kkr_flow_mend (KkrFlow *self, GError **error);
gboolean kkr_flow_check_cancelled (GCancellable *cancellable, GError **error);
/* FALSE, with the error. */
gboolean kkr_flow_overflow (GError **error);

static inline gsize
kkr_flow_count_nodes (const KkrFlow *self)
{
  return self->n[KKR_FLOW_ROWS] + self->n[KKR_FLOW_COLUMNS];
}

static inline void
kkr_flow_enqueue (KkrFlow *self, guint side, gsize node)
{
  gsize number = side == KKR_FLOW_ROWS ? node : self->n[KKR_FLOW_ROWS] + node;
  gsize n = kkr_flow_count_nodes (self), place;

  if (self->waiting[number])
    return;
  self->waiting[number] = 1;
  place = self->first + self->n_waiting++;
  self->queue[place < n ? place : place - n] = number;
}

static inline gsize
kkr_flow_dequeue (KkrFlow *self, guint *side)
{
  gsize number = self->queue[self->first];

  self->waiting[number] = 0;
  self->n_waiting--;
  self->first = self->first + 1 < kkr_flow_count_nodes (self) ? self->first + 1 : 0;
  *side = number < self->n[KKR_FLOW_ROWS] ? KKR_FLOW_ROWS : KKR_FLOW_COLUMNS;
  return *side == KKR_FLOW_ROWS ? number : number - self->n[KKR_FLOW_ROWS];
}

/* From a row to a column is a unit more in their cell, back is one fewer. */
static inline void
kkr_flow_move (KkrFlow *self, guint side, gsize node, gsize other, gint64 units)
{
  gsize n_columns = self->n[KKR_FLOW_COLUMNS], n_rows = self->n[KKR_FLOW_ROWS];
  gsize row = side == KKR_FLOW_ROWS ? node : other, column = side == KKR_FLOW_ROWS ? other : node;
  gint64 *share = &self->shares[row * n_columns + column];
  KkrInt128 *more = &self->cost[KKR_FLOW_ROWS][row * n_columns + column];
  KkrInt128 *fewer = &self->cost[KKR_FLOW_COLUMNS][column * n_rows + row];
  gint64 change = side == KKR_FLOW_ROWS ? units : -units;

  *share += change;
  *more += change * self->step;
  *fewer = *share > 0 ? self->step - *more : KKR_FLOW_NEVER;
  self->excess[side][node] -= units;
  self->excess[!side][other] += units;
}

G_END_DECLS
