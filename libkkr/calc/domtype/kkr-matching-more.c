/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-matching-more-private.h>

#include <string.h>

/* What one more place would change, of each kind that there is. */

/* Places above the number that an offer has: one more would only make it less too full. */
static gint64
count_over_full (const KkrMatching *matching, guint slot)
{
  return MAX (matching->slots[slot].taken - matching->slots[slot].places, 0);
}

static void
add_moves (const KkrMatchingPlan *plan, const gint32 *columns, KkrMatchingMore *more,
           GArray *moves)
{
  more->first_move = moves->len;
  for (guint i = 0; i < plan->problem->n_persons; i++)
    {
      const KkrMatchingMove move = { i, plan->answer->columns[i], columns[i] };

      if (move.from == move.to)
        continue;
      g_array_append_val (moves, move);
      for (guint k = 0; k < KKR_MATCHING_N_PRIORITIES; k++)
        more->changes[k]
          += kkr_matching_plan_count (plan, (KkrMatchingPriority) k, i, move.to)
             - kkr_matching_plan_count (plan, (KkrMatchingPriority) k, i, move.from);
    }
  more->n_moves = moves->len - more->first_move;
}

/* Where persons are at odds, the best without regard to them is the best with it, if it keeps them
 * apart; else it is looked for anew. */
static gboolean
search_again (KkrMatchingPlan *plan, KkrMatchingMore *more, gint32 *columns, guint *budget,
              GCancellable *cancellable, GError **error)
{
  KkrMatchingProblem *problem = plan->problem;
  g_autoptr (KkrMatchingAnswer) answer = NULL;

  if (*budget == 0)
    {
      more->is_known = FALSE;
      return TRUE;
    }
  problem->capacities[more->slot]++;
  answer = kkr_matching_search (problem, *budget, cancellable, error);
  problem->capacities[more->slot]--;
  if (answer == NULL)
    return FALSE;
  *budget -= MIN (*budget, answer->n_solved);
  more->is_known = answer->is_proven;
  memcpy (more->totals, answer->totals, sizeof more->totals);
  memcpy (columns, answer->columns, problem->n_persons * sizeof *columns);
  return TRUE;
}

static gboolean
find_more (KkrMatchingPlan *plan, KkrMatchingMore *more, gint32 *columns, GArray *moves,
           guint *budget, GCancellable *cancellable, GError **error)
{
  const KkrMatchingAnswer *answer = plan->answer;
  KkrMatchingViolation violation;

  more->is_known = answer->is_proven;
  more->over_full = count_over_full (plan->matching, more->slot);
  memcpy (more->totals, answer->totals, sizeof more->totals);
  if (more->over_full > 0 || !more->is_known)
    return TRUE;
  if (!kkr_matching_assign_more (plan->problem, answer, more->slot, more->totals, columns,
                                 error))
    return FALSE;
  if (kkr_matching_compare_costs (more->totals, answer->totals, plan->n_levels) < 0
      && kkr_matching_find_violation (plan->problem, columns, &violation)
      && !search_again (plan, more, columns, budget, cancellable, error))
    return FALSE;
  /* What costs as much is not a change, though it be another assignment. */
  if (more->is_known
      && kkr_matching_compare_costs (more->totals, answer->totals, plan->n_levels) < 0)
    add_moves (plan, columns, more, moves);
  return TRUE;
}

GArray *
kkr_matching_find_more (KkrMatchingPlan *plan, GArray *moves, GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (GArray) all = g_array_new (FALSE, TRUE, sizeof (KkrMatchingMore));
  g_autofree gint32 *columns = g_new (gint32, (gsize) plan->problem->n_persons + 1);
  guint budget = plan->limit;

  for (guint slot = 0; slot < plan->matching->n_slots; slot++)
    {
      KkrMatchingMore more = { .slot = slot };

      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !find_more (plan, &more, columns, moves, &budget, cancellable, error))
        return NULL;
      g_array_append_val (all, more);
    }
  return g_steal_pointer (&all);
}
