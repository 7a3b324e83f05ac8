/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-flow-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-memory-private.h>

/* What epsilon is divided by from phase to phase. */
#define SCALE 8
/* How many times each node may be dealt with before the first phase takes a larger epsilon. */
#define FIRST_PATIENCE 16
/* How many nodes may be dealt with, for each there is, to see whether the flow is the cheapest. */
#define PRICES_PATIENCE 4
/* How many units may be in the wrong place, for each node of the shorter side, for them to be moved
 * one by one: each is looked for along the longer side. */
#define MEND_TIMES 4

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
kkr_flow_check_cancelled (GCancellable *cancellable, GError **error)
{
  if (cancellable == NULL || !g_cancellable_is_cancelled (cancellable))
    return TRUE;
  /* All the same if it was reset meanwhile. */
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("the calculation was cancelled"));
  return FALSE;
}

gboolean
kkr_flow_overflow (GError **error)
{
  g_set_error_literal (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OVERFLOW,
                       _("prices of the table do not fit: more than 124 bits found, fewer "
                         "expected"));
  return FALSE;
}

/* How many units it takes until a further one does not gain. */
static inline KkrInt128
count_gaining (const KkrFlow *self, KkrInt128 cost)
{
  return cost > -self->step ? 1 : (self->step - 1 - cost) / self->step;
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
          kkr_flow_move (self, side, node, other, (gint64) units);
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

        for (gsize other = 0; other < self->n[!side]; other++)
          {
            KkrInt128 reduced = cost[other] + self->price[side][node] - self->price[!side][other];

            if (other % KKR_FLOW_CELLS_BETWEEN == 0 &&
                !kkr_flow_check_cancelled (self->cancellable, error))
              return FALSE;
            if (reduced < -self->epsilon)
              kkr_flow_move (self, side, node, other,
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

      if (!kkr_flow_check_cancelled (self->cancellable, error))
        return FALSE;
      if (!discharge (self, side, node))
        return kkr_flow_overflow (error);
      if (++n_done % patience == 0 && self->epsilon < largest)
        self->epsilon = MIN (self->epsilon * SCALE, largest);
    }
  return TRUE;
}

/* Costs times the number of cells that a round trip can have: an epsilon of 1 is then too small for
 * any to gain. They are told from their prices first, and what costs far more than a step is far
 * from being moved, so that they stay small. */
static gboolean
make_finer (KkrFlow *self, GError **error)
{
  KkrInt128 factor = 2 * (KkrInt128) MIN (self->n[0], self->n[1]) + 1;
  KkrInt128 most = self->step + 4 * factor;
  KkrInt128 step = self->step;

  for (guint side = 0; side < 2; side++)
    for (gsize node = 0; node < self->n[side]; node++)
      {
        KkrInt128 *cost = self->cost[side] + node * self->n[!side];

        if (!kkr_flow_check_cancelled (self->cancellable, error))
          return FALSE;
        for (gsize other = 0; other < self->n[!side]; other++)
          if (cost[other] < KKR_FLOW_NEVER)
            cost[other] = factor * MIN (cost[other] + self->price[side][node]
                                          - self->price[!side][other], most);
      }
  for (guint side = 0; side < 2; side++)
    memset (self->price[side], 0, self->n[side] * sizeof *self->price[side]);
  self->step = step * factor;
  return TRUE;
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

/* By how much prices will probably have to differ, from how far the sums are from those given. */
static KkrInt128
guess_epsilon (const KkrFlow *self)
{
  KkrInt128 most = 1;

  for (guint side = 0; side < 2; side++)
    for (gsize node = 0; node < self->n[side]; node++)
      most = MAX (most, (KkrInt128) kkr_int128_magnitude (self->excess[side][node])
                          / (KkrInt128) self->n[!side]);
  return most * self->step;
}

/* Is the flow the cheapest, or nearly, so that the rest can be done at once? */
static gboolean
finish (KkrFlow *self, gboolean last, GError **error)
{
  gsize n_nodes = kkr_flow_count_nodes (self);

  if (self->epsilon > self->step)
    return FALSE;
  if (kkr_flow_count_gains (self) > MEND_TIMES * MIN (self->n[0], self->n[1]))
    return kkr_flow_find_prices (self, last ? G_MAXUINT64 : PRICES_PATIENCE * n_nodes);
  self->epsilon = 0;
  return restore (self, error) && kkr_flow_mend (self, error);
}

gboolean
kkr_flow_solve (KkrFlow *self, GError **error)
{
  KkrInt128 longest = 2 * (KkrInt128) MIN (self->n[0], self->n[1]) + 2;
  KkrInt128 largest = MAX (self->step, self->units * self->step / longest);
  gboolean fine = FALSE;
  GError *failure = NULL;

  self->epsilon = MIN (guess_epsilon (self), largest);
  for (guint n_done = 0;; n_done++)
    {
      if (!refine (self, n_done == 0 ? largest : 0, error))
        return FALSE;
      if (finish (self, fine && self->epsilon == 1, &failure))
        return TRUE;
      if (failure != NULL)
        {
          g_propagate_error (error, failure);
          return FALSE;
        }
      if (!kkr_flow_check_cancelled (self->cancellable, error))
        return FALSE;
      report (self, n_done + 1, self->epsilon);
      if (self->epsilon == 1)
        {
          if (!make_finer (self, error))
            return FALSE;
          self->epsilon = 2 * longest;
          fine = TRUE;
        }
      self->epsilon = MAX (self->epsilon / SCALE, 1);
    }
}
