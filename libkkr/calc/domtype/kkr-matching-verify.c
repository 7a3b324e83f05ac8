/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-matching-plan-private.h>

/* What decided was found by moves from the best assignment, which do not know who cannot live
 * together: they may put two of them into one place, or miss a better way. So where persons are
 * kept apart, the best assignment in which the person has a place is looked for, and only what it
 * confirms is told. */

/* More than all that the first priority can come to. */
static gboolean
find_fine (const KkrMatchingProblem *problem, gint64 *fine)
{
  const guint n = problem->n_levels;
  gint64 sum = 1;

  for (guint person = 0; person < problem->n_persons; person++)
    {
      gint64 most = problem->left_costs[(gsize) person * n];

      for (gsize i = problem->first_edges[person]; i < problem->first_edges[person + 1]; i++)
        most = MAX (most, problem->costs[i * n]);
      if (__builtin_add_overflow (sum, most, &sum))
        return FALSE;
    }
  *fine = sum;
  return TRUE;
}

static gboolean
is_confirmed (const KkrMatchingPlan *plan, const KkrMatchingLoss *loss,
              const KkrMatchingAnswer *answer)
{
  guint level = 0;

  if (answer->columns[loss->person] < 0)
    return FALSE;
  while (level < plan->n_levels && answer->totals[level] == plan->answer->totals[level])
    level++;
  return level == loss->level
         && (level == plan->n_levels
             || answer->totals[level] - plan->answer->totals[level] == loss->worse);
}

/* Whether the loss is to be kept. */
static gboolean
look_at (KkrMatchingPlan *plan, const KkrMatchingLoss *loss, gint64 fine, guint *budget,
         GCancellable *cancellable, gboolean *keep, GError **error)
{
  KkrMatchingProblem *problem = plan->problem;
  gint64 *left = &problem->left_costs[(gsize) loss->person * problem->n_levels];
  g_autoptr (KkrMatchingAnswer) answer = NULL;
  g_autoptr (GError) wrong = NULL;
  const gint64 rank = problem->ranks[loss->person];

  *keep = loss->worse >= 0;
  if (!*keep)
    return TRUE;
  if (*budget > 0)
    {
      /* The order of the persons is numbered already: this one goes before all. */
      problem->ranks[loss->person] = (gint64) problem->n_persons + 1;
      *left += fine;
      answer = kkr_matching_search (problem, *budget, cancellable, &wrong);
      *left -= fine;
      problem->ranks[loss->person] = rank;
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (answer != NULL)
    *budget -= MIN (*budget, answer->n_solved);
  if (answer != NULL && answer->is_proven)
    *keep = is_confirmed (plan, loss, answer);
  else
    plan->n_unverified++;
  return TRUE;
}

gboolean
kkr_matching_verify_losses (KkrMatchingPlan *self, GCancellable *cancellable, GError **error)
{
  GArray *losses = self->losses->losses;
  guint kept = 0, budget = self->limit;
  gint64 fine = 0;

  if (self->problem->clashes->len == 0 || losses->len == 0)
    return TRUE;
  if (!find_fine (self->problem, &fine))
    budget = 0;
  for (guint i = 0; i < losses->len; i++)
    {
      const KkrMatchingLoss loss = g_array_index (losses, KkrMatchingLoss, i);
      gboolean keep;

      if (!look_at (self, &loss, fine, &budget, cancellable, &keep, error))
        return FALSE;
      if (keep)
        g_array_index (losses, KkrMatchingLoss, kept++) = loss;
    }
  g_array_set_size (losses, kept);
  return TRUE;
}
