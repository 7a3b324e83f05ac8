/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-claims-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-error.h>

static const KkrClaimVariable *
get_variables (const KkrClaimSet *self)
{
  return (const KkrClaimVariable *) (gpointer) self->variables->data;
}

static KkrClaimProblem
make_problem (const KkrClaimSet *self, const KkrClaimCondition *conditions, guint n,
              GCancellable *cancellable)
{
  return (KkrClaimProblem) { get_variables (self), self->variables->len, conditions, n,
                             cancellable };
}

/* The printed numbers themselves, if all were printed. */
static gboolean
holds_as_printed (const KkrClaimProblem *problem)
{
  g_autofree KkrRational *point = g_new (KkrRational, MAX (problem->n_variables, 1));

  for (guint i = 0; i < problem->n_variables; i++)
    {
      if (!problem->variables[i].has_value)
        return FALSE;
      point[i] = problem->variables[i].value;
    }
  return kkr_claim_problem_holds (problem, point);
}

/* The box is what remains, the point where it was found to be possible. */
static KkrClaimVerdict
solve (const KkrClaimProblem *problem, KkrInterval *box, KkrRational **point)
{
  KkrRational *found = g_new (KkrRational, MAX (problem->n_variables, 1));
  KkrClaimVerdict verdict = kkr_claim_problem_solve (problem, box, found);

  if (verdict != KKR_CLAIM_VERDICT_POSSIBLE)
    {
      g_free (found);
      return verdict;
    }
  if (point != NULL)
    *point = found;
  else
    g_free (found);
  return holds_as_printed (problem) ? KKR_CLAIM_VERDICT_EXACT : verdict;
}

static gboolean
find_range (const KkrClaimFormula *formula, const KkrClaimProblem *problem, const KkrInterval *box,
            KkrInterval *range, const char *text, GError **error)
{
  if (kkr_claim_formula_range (formula, box, problem->n_variables, range))
    return TRUE;
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
               _("a formula without a value: a division by zero found in \"%s\", a divisor that "
                 "can be another number expected"), text);
  return FALSE;
}

static gboolean
fill_box (const KkrClaimSet *self, KkrInterval *box, GError **error)
{
  for (guint i = 0; i < self->variables->len; i++)
    {
      const KkrClaimVariable *variable = &get_variables (self)[i];

      box[i] = variable->whole ? kkr_interval_to_whole (&variable->interval) : variable->interval;
      if (kkr_interval_is_empty (&box[i]))
        {
          g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
                       _("%s: no whole number is printed as \"%s\""), variable->name,
                       (const char *) self->printed->pdata[i]);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
decide_claim (const KkrClaimSet *self, KkrClaim *claim, const KkrInterval *box,
              GCancellable *cancellable, GError **error)
{
  const KkrClaimCondition condition = { claim->gap, claim->target };
  KkrClaimProblem problem = make_problem (self, &condition, 1, cancellable);
  g_autofree KkrInterval *narrowed = g_new (KkrInterval, MAX (problem.n_variables, 1));
  KkrInterval range;

  if (!find_range (claim->left_formula, &problem, box, &claim->left_range, claim->left, error) ||
      !find_range (claim->right_formula, &problem, box, &claim->right_range, claim->right, error))
    return FALSE;
  if (!find_range (claim->gap, &problem, box, &range, claim->text, error))
    return FALSE;
  range = kkr_interval_intersect (&range, &claim->target);
  claim->verdict = kkr_interval_is_empty (&range) ? KKR_CLAIM_VERDICT_IMPOSSIBLE
                                                  : solve (&problem, narrowed, &claim->point);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static KkrClaimCondition *
list_conditions (const KkrClaimSet *self, const gboolean *chosen, guint *n)
{
  KkrClaimCondition *conditions = g_new (KkrClaimCondition, self->claims->len);

  *n = 0;
  for (guint i = 0; i < self->claims->len; i++)
    if (chosen[i])
      {
        const KkrClaim *claim = self->claims->pdata[i];

        conditions[(*n)++] = (KkrClaimCondition) { claim->gap, claim->target };
      }
  return conditions;
}

static KkrClaimVerdict
decide_chosen (KkrClaimSet *self, const gboolean *chosen, KkrInterval *box, KkrRational **point,
               GCancellable *cancellable)
{
  guint n;
  g_autofree KkrClaimCondition *conditions = list_conditions (self, chosen, &n);
  KkrClaimProblem problem = make_problem (self, conditions, n, cancellable);
  KkrClaimVerdict verdict = solve (&problem, box, point);

  if (point != NULL && verdict != KKR_CLAIM_VERDICT_IMPOSSIBLE)
    kkr_claim_problem_shave (&problem, box);
  return verdict;
}

/* Leaves out one claim after the other as long as the rest is impossible: what is left then is
 * impossible, and no longer so without any one of them. */
static void
find_conflict (KkrClaimSet *self, KkrInterval *box, GCancellable *cancellable)
{
  for (guint i = 0; i < self->claims->len; i++)
    {
      self->conflict[i] = FALSE;
      if (decide_chosen (self, self->conflict, box, NULL, cancellable) !=
          KKR_CLAIM_VERDICT_IMPOSSIBLE)
        self->conflict[i] = TRUE;
    }
}

gboolean
kkr_claim_set_decide_one (KkrClaimSet *self, guint claim, GError **error)
{
  self->remains = g_new (KkrInterval, MAX (self->variables->len, 1));
  return fill_box (self, self->remains, error) &&
         decide_claim (self, self->claims->pdata[claim], self->remains, NULL, error);
}

gboolean
kkr_claim_set_decide (KkrClaimSet *self, GCancellable *cancellable, GError **error)
{
  guint n = self->variables->len;
  g_autofree KkrInterval *box = g_new (KkrInterval, MAX (n, 1));

  self->remains = g_new (KkrInterval, MAX (n, 1));
  self->conflict = g_new0 (gboolean, self->claims->len);
  if (!fill_box (self, self->remains, error))
    return FALSE;
  for (guint i = 0; i < self->claims->len; i++)
    {
      if (!decide_claim (self, self->claims->pdata[i], self->remains, cancellable, error))
        return FALSE;
      self->conflict[i] = TRUE;
    }
  self->together = decide_chosen (self, self->conflict, self->remains, &self->point, cancellable);
  if (self->together == KKR_CLAIM_VERDICT_IMPOSSIBLE)
    find_conflict (self, box, cancellable);
  else
    memset (self->conflict, 0, self->claims->len * sizeof *self->conflict);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}
