/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-flow-private.h>

/* Few units that are in the wrong place are best moved one by one, each along the cheapest way to
 * where one lacks (Dijkstra): the flow is then exact, and so are the prices. */

/* More than any way costs, less than one that cannot be gone. */
#define TOO_FAR ((KkrInt128) 1 << 125)

typedef struct {
  KkrFlow *flow;
  KkrInt128 *distance; /* by node, rows first; TOO_FAR if none is known */
  gsize *from;         /* by node: the node before it */
  gsize *known;        /* nodes with a distance */
  gsize *heap;         /* those of them that are still to be left, the nearest on top */
  gsize *place;        /* by node: where in the heap */
  gsize n_known, n_waiting;
  KkrInt128 best; /* to a node that lacks a unit */
  gsize target;
} Ways;

static guint
get_side (const Ways *ways, gsize number)
{
  return number < ways->flow->n[KKR_FLOW_ROWS] ? KKR_FLOW_ROWS : KKR_FLOW_COLUMNS;
}

static gsize
get_node (const Ways *ways, gsize number)
{
  return number < ways->flow->n[KKR_FLOW_ROWS] ? number : number - ways->flow->n[KKR_FLOW_ROWS];
}

static void
put (Ways *ways, gsize at, gsize number)
{
  ways->heap[at] = number;
  ways->place[number] = at;
}

static void
sift_up (Ways *ways, gsize number)
{
  const KkrInt128 distance = ways->distance[number];
  gsize at = ways->place[number];

  for (; at > 0 && ways->distance[ways->heap[(at - 1) / 2]] > distance; at = (at - 1) / 2)
    put (ways, at, ways->heap[(at - 1) / 2]);
  put (ways, at, number);
}

/* A table may have few columns and very many rows: to look through all nodes for the nearest would
 * then take longer than all the rest. */
static gsize
take_nearest (Ways *ways)
{
  const gsize nearest = ways->heap[0], moving = ways->heap[--ways->n_waiting];
  const gsize n = ways->n_waiting;
  gsize at = 0;

  while (2 * at + 1 < n)
    {
      gsize child = 2 * at + 1;

      if (child + 1 < n &&
          ways->distance[ways->heap[child + 1]] < ways->distance[ways->heap[child]])
        child++;
      if (ways->distance[ways->heap[child]] >= ways->distance[moving])
        break;
      put (ways, at, ways->heap[child]);
      at = child;
    }
  put (ways, at, moving);
  return nearest;
}

/* No node that has been left is found again nearer: no move costs less than nothing. */
static void
find_distance (Ways *ways, gsize number, gsize from, KkrInt128 distance)
{
  if (ways->distance[number] == TOO_FAR)
    {
      ways->known[ways->n_known++] = number;
      ways->place[number] = ways->n_waiting++;
    }
  ways->distance[number] = distance;
  sift_up (ways, number);
  ways->from[number] = from;
  if (ways->flow->excess[get_side (ways, number)][get_node (ways, number)] < 0)
    {
      ways->best = distance;
      ways->target = number;
    }
}

/* Only what is nearer than the best target so far can be on the way to a better one. */
static void
go_on_from (Ways *ways, gsize number)
{
  const KkrFlow *flow = ways->flow;
  guint side = get_side (ways, number);
  gsize node = get_node (ways, number), n_others = flow->n[!side];
  gsize first = side == KKR_FLOW_ROWS ? flow->n[KKR_FLOW_ROWS] : 0;
  const KkrInt128 *cost = flow->cost[side] + node * n_others, *prices = flow->price[!side];
  KkrInt128 start = flow->price[side][node] + ways->distance[number];

  for (gsize other = 0; other < n_others; other++)
    {
      KkrInt128 distance = start + cost[other] - prices[other];

      if (G_UNLIKELY (distance < ways->best) && distance < ways->distance[first + other])
        find_distance (ways, first + other, number, distance);
    }
}

/* Prices under which the way costs nothing, and still no other less. */
static void
set_prices (Ways *ways)
{
  for (gsize i = 0; i < ways->n_known; i++)
    {
      gsize number = ways->known[i];

      if (ways->distance[number] < ways->best)
        ways->flow->price[get_side (ways, number)][get_node (ways, number)]
          -= ways->best - ways->distance[number];
      ways->distance[number] = TOO_FAR;
    }
}

static gboolean
move_one (Ways *ways, gsize source)
{
  ways->n_known = ways->n_waiting = 0;
  ways->best = TOO_FAR;
  find_distance (ways, source, source, 0);
  while (ways->n_waiting > 0)
    {
      gsize number = take_nearest (ways);

      if (ways->distance[number] >= ways->best)
        break;
      go_on_from (ways, number);
    }
  if (ways->best == TOO_FAR)
    return FALSE;
  set_prices (ways);
  for (gsize number = ways->target; number != source; number = ways->from[number])
    kkr_flow_move (ways->flow, get_side (ways, ways->from[number]),
                   get_node (ways, ways->from[number]), get_node (ways, number), 1);
  return TRUE;
}

gsize
kkr_flow_count_gains (const KkrFlow *self)
{
  gsize n_gains = 0;

  for (guint side = 0; side < 2; side++)
    for (gsize node = 0;
         node < self->n[side] && kkr_flow_check_cancelled (self->cancellable, NULL); node++)
      {
        const KkrInt128 *cost = self->cost[side] + node * self->n[!side];
        const KkrInt128 *prices = self->price[!side];

        for (gsize other = 0; other < self->n[!side]; other++)
          n_gains += cost[other] + self->price[side][node] < prices[other];
      }
  return n_gains;
}

gboolean
kkr_flow_mend (KkrFlow *self, GError **error)
{
  gsize n_nodes = kkr_flow_count_nodes (self);
  g_autofree KkrInt128 *distance = g_new (KkrInt128, n_nodes);
  g_autofree gsize *from = g_new (gsize, n_nodes);
  g_autofree gsize *known = g_new (gsize, n_nodes);
  g_autofree gsize *heap = g_new (gsize, n_nodes);
  g_autofree gsize *place = g_new (gsize, n_nodes);
  Ways ways = { .flow = self, .distance = distance, .from = from, .known = known, .heap = heap,
                .place = place };

  for (gsize i = 0; i < n_nodes; i++)
    distance[i] = TOO_FAR;
  while (self->n_waiting > 0)
    {
      guint side;
      gsize node = kkr_flow_dequeue (self, &side);

      while (self->excess[side][node] > 0)
        {
          if (!kkr_flow_check_cancelled (self->cancellable, error))
            return FALSE;
          if (!move_one (&ways, side == KKR_FLOW_ROWS ? node : self->n[KKR_FLOW_ROWS] + node))
            return kkr_flow_overflow (error);
        }
    }
  return TRUE;
}
