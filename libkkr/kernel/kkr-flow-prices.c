/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-flow-private.h>

#include <string.h>

#include <libkkr/base/kkr-memory-private.h>

/* What can be reached from a node for less than nothing becomes cheaper by as much. */
static void
lower_others (KkrFlow *self, guint side, gsize node)
{
  gsize n_others = self->n[!side];
  const KkrInt128 *cost = self->cost[side] + node * n_others;
  KkrInt128 *prices = self->price[!side], price = self->price[side][node];

  for (gsize other = 0; other < n_others; other++)
    if (G_UNLIKELY (cost[other] + price < prices[other]))
      {
        prices[other] = cost[other] + price;
        kkr_flow_enqueue (self, !side, other);
      }
}

/* Prices under which nothing gains exist if and only if the flow costs the least there is: they are
 * the lengths of shortest ways (Bellman and Ford), from where the prices are now. `patience` is how
 * many nodes may be dealt with before it is given up, as it is when cancelled; the prices are then
 * as they were. */
gboolean
kkr_flow_find_prices (KkrFlow *self, guint64 patience)
{
  g_autofree KkrInt128 *rows = g_memdup2 (self->price[0], self->n[0] * sizeof *rows);
  g_autofree KkrInt128 *columns = g_memdup2 (self->price[1], self->n[1] * sizeof *columns);

  for (guint side = 0; side < 2; side++)
    for (gsize node = 0; node < self->n[side]; node++)
      kkr_flow_enqueue (self, side, node);
  while (self->n_waiting > 0 && patience-- > 0 &&
         kkr_flow_check_cancelled (self->cancellable, NULL))
    {
      guint side;
      gsize node = kkr_flow_dequeue (self, &side);

      lower_others (self, side, node);
    }
  if (self->n_waiting == 0)
    return TRUE;
  memcpy (self->price[0], rows, self->n[0] * sizeof *rows);
  memcpy (self->price[1], columns, self->n[1] * sizeof *columns);
  memset (self->waiting, 0, kkr_flow_count_nodes (self));
  self->n_waiting = 0;
  return FALSE;
}
