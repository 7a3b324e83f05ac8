/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-matching-plan-private.h>

#include <string.h>

/* Why those who could have had a place got none: what the best assignment in which they had one
 * would cost. Somebody would have to leave a place for them, who has another place or none, and so
 * on. What it costs to free a place is found for all columns at once, from those where somebody
 * would be without; since the assignment is the best there is, no round of moves gains anything,
 * and the search ends. */

typedef struct {
  const KkrMatchingPlan *plan;
  const KkrMatchingProblem *problem;
  KkrMatchingLosses *losses;
  guint n_levels;
  gsize *first;     /* of columns: edges into them */
  guint32 *persons, *edges;
  gint64 *prices;   /* of columns, by level: what it costs to free one */
  guint8 *is_known; /* of columns: whether one can be freed */
  guint8 *is_waiting;
  GQueue *queue;
} Losses;

static const gint64 *
get_costs (const Losses *self, guint person, gint32 column)
{
  return kkr_matching_problem_get_costs (self->problem, person, column);
}

/* The edges by column, but for those that were ruled out. */
static void
turn_edges (Losses *self)
{
  const KkrMatchingProblem *problem = self->problem;
  const guint8 *bans = self->plan->answer->bans;
  const gsize n_edges = problem->first_edges[problem->n_persons];
  g_autofree gsize *next = g_new0 (gsize, (gsize) problem->n_columns + 1);

  self->first = g_new0 (gsize, (gsize) problem->n_columns + 2);
  self->persons = g_new (guint32, n_edges + 1);
  self->edges = g_new (guint32, n_edges + 1);
  for (gsize i = 0; i < n_edges; i++)
    self->first[problem->columns[i] + 1] += !bans[i];
  for (guint i = 0; i < problem->n_columns; i++)
    {
      self->first[i + 1] += self->first[i];
      next[i] = self->first[i];
    }
  for (guint person = 0; person < problem->n_persons; person++)
    for (gsize i = problem->first_edges[person]; i < problem->first_edges[person + 1]; i++)
      if (!bans[i])
        {
          const gsize at = next[problem->columns[i]]++;

          self->persons[at] = person;
          self->edges[at] = (guint32) i;
        }
}

static void
wait_for (Losses *self, guint column)
{
  if (self->is_waiting[column])
    return;
  self->is_waiting[column] = 1;
  g_queue_push_tail (self->queue, GUINT_TO_POINTER (column));
}

/* What freeing the person's place costs if it ends in `to` (-1: without a place). */
static void
offer_price (Losses *self, guint person, gint32 to, const gint64 *costs, const gint64 *further)
{
  const gint32 column = self->plan->answer->columns[person];
  const gint64 *now = get_costs (self, person, column);
  gint64 *price = self->prices + (gsize) column * self->n_levels;
  gint64 sum[KKR_MATCHING_MAX_LEVELS];

  for (guint level = 0; level < self->n_levels; level++)
    sum[level] = costs[level] - now[level] + (further != NULL ? further[level] : 0);
  if (self->is_known[column] && kkr_matching_compare_costs (sum, price, self->n_levels) >= 0)
    return;
  memcpy (price, sum, self->n_levels * sizeof *sum);
  self->is_known[column] = 1;
  self->losses->leavers[column] = person;
  self->losses->to[column] = to;
  wait_for (self, (guint) column);
}

/* Where there is room, nothing has to be freed. */
static void
start (Losses *self)
{
  const KkrMatchingProblem *problem = self->problem;
  const gint32 *columns = self->plan->answer->columns;
  g_autofree gint32 *taken = g_new0 (gint32, (gsize) problem->n_columns + 1);

  for (guint i = 0; i < problem->n_persons; i++)
    if (columns[i] >= 0)
      taken[columns[i]]++;
  for (guint i = 0; i < problem->n_columns; i++)
    if (taken[i] < problem->capacities[i])
      {
        self->is_known[i] = 1;
        wait_for (self, i);
      }
  for (guint i = 0; i < problem->n_persons; i++)
    if (columns[i] >= 0)
      offer_price (self, i, -1, get_costs (self, i, -1), NULL);
}

static void
find_prices (Losses *self)
{
  while (!g_queue_is_empty (self->queue))
    {
      const guint column = GPOINTER_TO_UINT (g_queue_pop_head (self->queue));

      self->is_waiting[column] = 0;
      for (gsize i = self->first[column]; i < self->first[column + 1]; i++)
        {
          const gint32 now = self->plan->answer->columns[self->persons[i]];

          if (now >= 0 && (guint) now != column)
            offer_price (self, self->persons[i], (gint32) column,
                         self->problem->costs + (gsize) self->edges[i] * self->n_levels,
                         self->prices + (gsize) column * self->n_levels);
        }
    }
}

/* Who would be without a place. */
static void
follow (const Losses *self, KkrMatchingLoss *loss)
{
  gint32 column = (gint32) loss->column;

  loss->instead = KKR_MATCHING_NONE;
  while (column >= 0 && self->losses->leavers[column] != KKR_MATCHING_NONE)
    {
      loss->instead = self->losses->leavers[column];
      column = self->losses->to[column];
    }
  if (column >= 0)
    loss->instead = KKR_MATCHING_NONE;
}

static void
add_loss (const Losses *self, guint person)
{
  const KkrMatchingProblem *problem = self->problem;
  const gint64 *left = get_costs (self, person, -1);
  gint64 least[KKR_MATCHING_MAX_LEVELS], sum[KKR_MATCHING_MAX_LEVELS];
  KkrMatchingLoss loss = { person, G_MAXUINT32, KKR_MATCHING_NONE, 0, 0 };

  for (gsize i = problem->first_edges[person]; i < problem->first_edges[person + 1]; i++)
    {
      const guint32 column = problem->columns[i];

      if (!self->is_known[column] || self->plan->answer->bans[i])
        continue;
      for (guint level = 0; level < self->n_levels; level++)
        sum[level] = problem->costs[i * self->n_levels + level] - left[level]
                     + self->prices[(gsize) column * self->n_levels + level];
      if (loss.column == G_MAXUINT32
          || kkr_matching_compare_costs (sum, least, self->n_levels) < 0)
        {
          memcpy (least, sum, sizeof least);
          loss.column = column;
        }
    }
  if (loss.column == G_MAXUINT32)
    return;
  follow (self, &loss);
  while (loss.level < self->n_levels && least[loss.level] == 0)
    loss.level++;
  loss.worse = loss.level < self->n_levels ? least[loss.level] : 0;
  g_array_append_val (self->losses->losses, loss);
}

static gboolean
has_left_over (const KkrMatchingPlan *plan)
{
  for (guint i = 0; i < plan->problem->n_persons; i++)
    if (plan->answer->columns[i] < 0 && plan->can[i] > 0)
      return TRUE;
  return FALSE;
}

KkrMatchingLosses *
kkr_matching_losses_new (const KkrMatchingPlan *plan)
{
  const gsize n = plan->problem->n_columns;
  g_autoptr (KkrMatchingLosses) losses = g_new0 (KkrMatchingLosses, 1);
  g_autoptr (GQueue) queue = g_queue_new ();
  g_autofree gint64 *prices = g_new0 (gint64, n * plan->n_levels + 1);
  g_autofree guint8 *is_known = g_new0 (guint8, n + 1);
  g_autofree guint8 *is_waiting = g_new0 (guint8, n + 1);
  Losses self = { plan, plan->problem, losses, plan->n_levels, NULL, NULL, NULL,
                  prices, is_known, is_waiting, queue };

  losses->losses = g_array_new (FALSE, FALSE, sizeof (KkrMatchingLoss));
  losses->leavers = g_new (guint, n + 1);
  losses->to = g_new (gint32, n + 1);
  for (gsize i = 0; i < n; i++)
    losses->leavers[i] = KKR_MATCHING_NONE;
  if (!has_left_over (plan))
    return g_steal_pointer (&losses);
  turn_edges (&self);
  start (&self);
  find_prices (&self);
  for (guint i = 0; i < plan->problem->n_persons; i++)
    if (plan->answer->columns[i] < 0 && plan->can[i] > 0)
      add_loss (&self, i);
  g_free (self.first);
  g_free (self.persons);
  g_free (self.edges);
  return g_steal_pointer (&losses);
}

void
kkr_matching_losses_free (KkrMatchingLosses *self)
{
  g_clear_pointer (&self->losses, g_array_unref);
  g_free (self->leavers);
  g_free (self->to);
  g_free (self);
}
