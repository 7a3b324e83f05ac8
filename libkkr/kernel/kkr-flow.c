/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-flow-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-memory-private.h>

/* What epsilon is divided by from phase to phase. */
#define SCALE 16
/* How many times each node may be dealt with before the first phase takes a larger epsilon. */
#define FIRST_PATIENCE 16

gboolean
kkr_flow_open (KkrFlow *self, gsize n_rows, gsize n_columns, GError **error)
{
  gsize n[2] = { n_rows, n_columns }, n_cells = n_rows * n_columns;
  gsize n_nodes = n_rows + n_columns;
  gboolean enough = TRUE;

  memset (self, 0, sizeof *self);
  for (guint side = 0; side < 2; side++)
    {
      self->n[side] = n[side];
      self->cost[side] = kkr_memory_try_new (n_cells * sizeof *self->cost[side]);
      self->price[side] = g_try_new0 (KkrInt128, n[side]);
      self->excess[side] = g_try_new0 (KkrInt128, n[side]);
      enough = enough && self->cost[side] != NULL && self->price[side] != NULL &&
               self->excess[side] != NULL;
    }
  self->shares = g_try_new (gint64, n_cells);
  self->queue = g_try_new (gsize, n_nodes);
  self->waiting = g_try_new0 (guint8, n_nodes);
  if (enough && self->shares != NULL && self->queue != NULL && self->waiting != NULL)
    return TRUE;
  kkr_flow_close (self);
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_FAILED,
               _("not enough memory for a table of shares: %zu cells found, fewer expected"),
               n_cells);
  return FALSE;
}

void
kkr_flow_close (KkrFlow *self)
{
  for (guint side = 0; side < 2; side++)
    {
      g_clear_pointer (&self->cost[side], kkr_memory_free);
      g_clear_pointer (&self->price[side], g_free);
      g_clear_pointer (&self->excess[side], g_free);
    }
  g_clear_pointer (&self->shares, g_free);
  g_clear_pointer (&self->queue, g_free);
  g_clear_pointer (&self->waiting, g_free);
}

gboolean
kkr_flow_check_cancelled (KkrFlow *self, GError **error)
{
  if (self->cancellable == NULL || !g_cancellable_is_cancelled (self->cancellable))
    return TRUE;
  /* All the same if it was reset meanwhile. */
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("the calculation was cancelled"));
  return FALSE;
}

/* How many units it takes until a further one does not gain. */
static inline KkrInt128
count_gaining (const KkrFlow *self, KkrInt128 cost)
{
  return cost > -self->step ? 1 : (self->step - 1 - cost) / self->step;
}

/* From a row to a column is a unit more in their cell, back is one fewer. */
static inline void
move (KkrFlow *self, guint side, gsize node, gsize other, gint64 units)
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

static inline KkrInt128
get_limit (const KkrFlow *self, guint side, gsize node, gsize other)
{
  if (side == KKR_FLOW_ROWS)
    return G_MAXINT64;
  return self->shares[other * self->n[KKR_FLOW_COLUMNS] + node];
}

/* Gives the excess of a node to nodes that it gains by. What is left waits for its next turn, for
 * which the node becomes cheaper. FALSE when its price leaves the range that the proof says it
 * keeps. */
static gboolean
discharge (KkrFlow *self, guint side, gsize node)
{
  gsize n_others = self->n[!side];
  const KkrInt128 *cost = self->cost[side] + node * n_others, *prices = self->price[!side];
  KkrInt128 *excess = &self->excess[side][node], *price = &self->price[side][node];
  KkrInt128 least = KKR_FLOW_NEVER;

  for (gsize other = 0; other < n_others; other++)
    {
      KkrInt128 reduced = cost[other] + *price - prices[other];

      if (G_UNLIKELY (reduced < 0))
        {
          KkrInt128 units = MIN (*excess, count_gaining (self, reduced));

          units = MIN (units, get_limit (self, side, node, other));
          move (self, side, node, other, (gint64) units);
          if (self->excess[!side][other] > 0)
            kkr_flow_enqueue (self, !side, other);
          if (*excess == 0)
            return TRUE;
          reduced = cost[other] + *price - prices[other];
        }
      least = MIN (least, reduced);
    }
  *price -= least + self->epsilon;
  kkr_flow_enqueue (self, side, node);
  return *price >= -KKR_FLOW_MAX_PRICE;
}

/* Each cell takes and gives what gains by more than epsilon, whatever becomes of the sums. */
static gboolean
restore (KkrFlow *self, GError **error)
{
  for (guint side = 0; side < 2; side++)
    for (gsize node = 0; node < self->n[side]; node++)
      {
        const KkrInt128 *cost = self->cost[side] + node * self->n[!side];

        if (!kkr_flow_check_cancelled (self, error))
          return FALSE;
        for (gsize other = 0; other < self->n[!side]; other++)
          {
            KkrInt128 reduced = cost[other] + self->price[side][node] - self->price[!side][other];

            if (reduced < -self->epsilon)
              move (self, side, node, other,
                    (gint64) MIN (count_gaining (self, reduced),
                                  get_limit (self, side, node, other)));
          }
      }
  for (guint side = 0; side < 2; side++)
    for (gsize node = 0; node < self->n[side]; node++)
      if (self->excess[side][node] > 0)
        kkr_flow_enqueue (self, side, node);
  return TRUE;
}

/* A flow whose sums hold and that gains by no move of a unit more than epsilon. While `largest` is
 * above epsilon, too much work makes epsilon larger: what holds for a small one holds for it. */
static gboolean
refine (KkrFlow *self, KkrInt128 largest, GError **error)
{
  guint64 patience = FIRST_PATIENCE * kkr_flow_count_nodes (self), n_done = 0;

  if (!restore (self, error))
    return FALSE;
  while (self->n_waiting > 0)
    {
      guint side;
      gsize node = kkr_flow_dequeue (self, &side);

      if (!kkr_flow_check_cancelled (self, error))
        return FALSE;
      if (!discharge (self, side, node))
        {
          g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OVERFLOW,
                       _("prices of the table do not fit: more than 124 bits found, fewer "
                         "expected"));
          return FALSE;
        }
      if (++n_done % patience == 0 && self->epsilon < largest)
        self->epsilon = MIN (self->epsilon * SCALE, largest);
    }
  return TRUE;
}

/* Costs times the number of cells that a round trip can have: an epsilon of 1 is then too small for
 * any to gain. They are told from their prices first, and what costs far more than a step is far
 * from being moved, so that they stay small. */
static void
make_finer (KkrFlow *self)
{
  KkrInt128 factor = 2 * (KkrInt128) MIN (self->n[0], self->n[1]) + 1;
  KkrInt128 most = self->step + 4 * factor;
  KkrInt128 step = self->step;

  for (guint side = 0; side < 2; side++)
    for (gsize node = 0; node < self->n[side]; node++)
      for (gsize other = 0; other < self->n[!side]; other++)
        {
          KkrInt128 *cost = &self->cost[side][node * self->n[!side] + other];

          if (*cost < KKR_FLOW_NEVER)
            *cost = factor * MIN (*cost + self->price[side][node] - self->price[!side][other],
                                  most);
        }
  for (guint side = 0; side < 2; side++)
    memset (self->price[side], 0, self->n[side] * sizeof *self->price[side]);
  self->step = step * factor;
}

static void
report (KkrFlow *self, guint n_done, KkrInt128 epsilon)
{
  guint n_left = 1;

  if (self->progress == NULL)
    return;
  for (; epsilon > 1; epsilon /= SCALE)
    n_left++;
  self->progress (self->progress_data, (gdouble) n_done / (gdouble) (n_done + n_left));
}

gboolean
kkr_flow_solve (KkrFlow *self, GError **error)
{
  KkrInt128 longest = 2 * (KkrInt128) MIN (self->n[0], self->n[1]) + 2;
  KkrInt128 largest = MAX (self->step, self->units * self->step / longest);
  guint64 patience = 4 * kkr_flow_count_nodes (self);
  gboolean fine = FALSE;

  self->epsilon = self->step;
  for (guint n_done = 0;; n_done++)
    {
      if (!refine (self, n_done == 0 ? largest : 0, error))
        return FALSE;
      if (self->epsilon <= self->step &&
          kkr_flow_find_prices (self, fine && self->epsilon == 1 ? G_MAXUINT64 : patience))
        return TRUE;
      if (!kkr_flow_check_cancelled (self, error))
        return FALSE;
      report (self, n_done + 1, self->epsilon);
      if (self->epsilon == 1)
        {
          make_finer (self);
          self->epsilon = 2 * longest;
          fine = TRUE;
        }
      self->epsilon = MAX (self->epsilon / SCALE, 1);
    }
}
