/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-claim-solver-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/calc/checking/kkr-claim-search-private.h>

typedef struct {
  const KkrClaimFormula *formula;
  const KkrClaimVariable *variables;
  guint n_variables;
} Claim;

/* Whether the printed figures themselves give the printed result, with nothing rounded away. */
static gboolean
is_exact (const Claim *self, const KkrRational *printed_value, KkrRational *point)
{
  g_autofree KkrRational *values = g_new (KkrRational, self->formula->n_nodes);

  for (guint i = 0; i < self->n_variables; i++)
    {
      if (!self->variables[i].has_value)
        return FALSE;
      point[i] = self->variables[i].value;
    }
  return kkr_claim_formula_evaluate (self->formula, point, values) &&
         kkr_rational_compare (&values[self->formula->n_nodes - 1], printed_value) == 0;
}

static gboolean
fill_box (const Claim *self, KkrInterval *box)
{
  for (guint i = 0; i < self->n_variables; i++)
    {
      box[i] = self->variables[i].interval;
      if (self->variables[i].whole)
        box[i] = kkr_interval_to_whole (&box[i]);
      if (kkr_interval_is_empty (&box[i]))
        return FALSE;
    }
  return TRUE;
}

static gboolean
find_range (const Claim *self, KkrInterval *box, KkrInterval *range, GError **error)
{
  if (kkr_claim_formula_range (self->formula, box, self->n_variables, range))
    return TRUE;
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
               _("a formula without a value: a division by zero or by nothing found, a divisor "
                 "that can be another number expected"));
  return FALSE;
}

static KkrClaimVerdict
decide (const Claim *self, KkrInterval *box, const KkrInterval *printed, const KkrInterval *range,
        KkrRational *point)
{
  KkrInterval both = kkr_interval_intersect (printed, range);
  const KkrClaimCondition condition = { self->formula, *printed };
  const KkrClaimProblem problem = { self->variables, self->n_variables, &condition, 1, NULL };

  if (kkr_interval_is_empty (&both))
    return KKR_CLAIM_VERDICT_IMPOSSIBLE;
  return kkr_claim_problem_solve (&problem, box, point);
}

KkrClaimVerdict
kkr_claim_decide (const char *expression, const KkrClaimVariable *variables, guint n_variables,
                  const KkrInterval *printed, const KkrRational *printed_value,
                  KkrInterval *range, KkrRational *witness, GError **error)
{
  g_autoptr (KkrClaimFormula) formula = kkr_claim_formula_new (expression, variables, n_variables,
                                                               error);
  g_autofree KkrInterval *box = g_new (KkrInterval, MAX (n_variables, 1));
  g_autofree KkrRational *room = g_new (KkrRational, MAX (n_variables, 1));
  KkrRational *point = witness != NULL ? witness : room;
  const Claim claim = { formula, variables, n_variables };
  KkrInterval found = kkr_interval_all ();

  if (formula == NULL)
    return KKR_CLAIM_VERDICT_UNSET;
  if (!fill_box (&claim, box))
    {
      if (range != NULL)
        *range = box[0];
      return printed != NULL ? KKR_CLAIM_VERDICT_IMPOSSIBLE : KKR_CLAIM_VERDICT_UNSET;
    }
  if (!find_range (&claim, box, &found, error))
    return KKR_CLAIM_VERDICT_UNSET;
  if (range != NULL)
    *range = found;
  if (printed_value != NULL && is_exact (&claim, printed_value, point))
    return KKR_CLAIM_VERDICT_EXACT;
  return printed != NULL ? decide (&claim, box, printed, &found, point) : KKR_CLAIM_VERDICT_UNSET;
}
