/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-claim-search-private.h>

/* Each part of the formula is given a number, from the whole of it down: x and y for which x + y is
 * the number of their sum, within what both can be. */
typedef struct {
  const KkrClaimFormula *formula;
  const KkrInterval *parts;
  const KkrRational *printed; /* the parts' numbers at the printed figures, or NULL */
  KkrRational *values;
  gboolean evenly;
} Inversion;

static gboolean
pick (Inversion *self, guint i, const KkrInterval *among)
{
  KkrInterval choice = kkr_interval_intersect (among, &self->parts[i]);

  return !kkr_interval_is_empty (&choice) &&
         kkr_interval_pick (&choice, self->printed != NULL ? &self->printed[i] : NULL,
                            self->formula->nodes[i].whole, &self->values[i]);
}

/* As far between the ends of the operand as the sum lies between its own, so that hundreds of terms
 * share what the sum differs by. */
static gboolean
pick_evenly (Inversion *self, guint sum, guint i)
{
  const KkrInterval *from = &self->parts[sum], *to = &self->parts[i];
  KkrRational whole, part, *x = &self->values[i];

  return from->has_lower && from->has_upper && to->has_lower && to->has_upper &&
         !self->formula->nodes[i].whole &&
         kkr_rational_subtract (&from->upper, &from->lower, &whole) && whole.num != 0 &&
         kkr_rational_subtract (&self->values[sum], &from->lower, &part) &&
         kkr_rational_divide (&part, &whole, &part) &&
         kkr_rational_subtract (&to->upper, &to->lower, x) &&
         kkr_rational_multiply (x, &part, x) && kkr_rational_add (x, &to->lower, x) &&
         kkr_interval_contains (to, x);
}

/* x + y = v; with a minus, x - y = v. The one that has whole numbers only goes first. */
static gboolean
invert_sum (Inversion *self, guint i, gboolean minus)
{
  const KkrClaimNode *node = &self->formula->nodes[i];
  const KkrRational *value = &self->values[i];
  const KkrInterval *left = &self->parts[node->left], *right = &self->parts[node->right];
  KkrRational *x = &self->values[node->left], *y = &self->values[node->right];
  KkrInterval whole = kkr_interval_point (value), among;

  if (self->formula->nodes[node->right].whole)
    {
      among = minus ? kkr_interval_subtract (left, &whole) : kkr_interval_subtract (&whole, left);
      return pick (self, node->right, &among) &&
             (minus ? kkr_rational_add (value, y, x) : kkr_rational_subtract (value, y, x));
    }
  among = minus ? kkr_interval_add (&whole, right) : kkr_interval_subtract (&whole, right);
  return ((self->evenly && pick_evenly (self, i, node->left)) ||
          pick (self, node->left, &among)) &&
         (minus ? kkr_rational_subtract (x, value, y) : kkr_rational_subtract (value, x, y));
}

/* x * y = v */
static gboolean
invert_product (Inversion *self, const KkrClaimNode *node, const KkrRational *value)
{
  const KkrInterval *right = &self->parts[node->right];
  KkrRational *x = &self->values[node->left], *y = &self->values[node->right];
  const KkrInterval all = kkr_interval_all ();
  const KkrInterval whole = kkr_interval_point (value);
  KkrInterval among = kkr_interval_divide (&whole, right);

  if (value->num == 0)
    {
      if (pick (self, node->left, &whole))
        return pick (self, node->right, &all);
      return pick (self, node->right, &whole) && pick (self, node->left, &all);
    }
  return !kkr_interval_is_empty (&among) && pick (self, node->left, &among) && x->num != 0 &&
         kkr_rational_divide (value, x, y);
}

/* x / y = v */
static gboolean
invert_quotient (Inversion *self, const KkrClaimNode *node, const KkrRational *value)
{
  const KkrInterval *left = &self->parts[node->left];
  KkrRational *x = &self->values[node->left], *y = &self->values[node->right];
  const KkrInterval whole = kkr_interval_point (value);
  KkrInterval among = value->num == 0 ? kkr_interval_all () : kkr_interval_divide (left, &whole);

  return pick (self, node->right, &among) && y->num != 0 && kkr_rational_multiply (value, y, x);
}

/* One of the two is the number, and the other lies beyond it. */
static gboolean
invert_choice (Inversion *self, const KkrClaimNode *node, const KkrRational *value, int side)
{
  const KkrInterval whole = kkr_interval_point (value);
  const KkrInterval beyond = kkr_interval_beyond (value, side, TRUE);

  return (pick (self, node->left, &whole) && pick (self, node->right, &beyond)) ||
         (pick (self, node->right, &whole) && pick (self, node->left, &beyond));
}

static gboolean
invert_node (Inversion *self, guint i)
{
  const KkrClaimNode *node = &self->formula->nodes[i];
  const KkrRational *value = &self->values[i];

  switch (node->op)
    {
    case KKR_EXPRESSION_NEGATE:
      self->values[node->left] = (KkrRational) { -value->num, value->den };
      return TRUE;
    case KKR_EXPRESSION_ADD:
      return invert_sum (self, i, FALSE);
    case KKR_EXPRESSION_SUBTRACT:
      return invert_sum (self, i, TRUE);
    case KKR_EXPRESSION_MULTIPLY:
      return invert_product (self, node, value);
    case KKR_EXPRESSION_DIVIDE:
      return invert_quotient (self, node, value);
    case KKR_EXPRESSION_MIN:
      return invert_choice (self, node, value, 1);
    case KKR_EXPRESSION_MAX:
      return invert_choice (self, node, value, -1);
    case KKR_EXPRESSION_NUMBER:
    case KKR_EXPRESSION_NAME:
    default:
      return TRUE;
    }
}

static KkrRational *
dup_printed_values (const KkrClaimProblem *problem, const KkrClaimFormula *formula)
{
  g_autofree KkrRational *point = g_new (KkrRational, MAX (problem->n_variables, 1));
  g_autofree KkrRational *values = g_new (KkrRational, formula->n_nodes);

  for (guint i = 0; i < problem->n_variables; i++)
    {
      if (!problem->variables[i].has_value)
        return NULL;
      point[i] = problem->variables[i].value;
    }
  return kkr_claim_formula_evaluate (formula, point, values) ? g_steal_pointer (&values) : NULL;
}

/* Variables that the formula does not name keep their printed number, or any of theirs. */
static gboolean
collect_point (const KkrClaimProblem *problem, const Inversion *inversion, const KkrInterval *box,
               KkrRational *point)
{
  for (guint i = 0; i < problem->n_variables; i++)
    {
      const KkrClaimVariable *variable = &problem->variables[i];

      if (!kkr_interval_pick (&box[i], variable->has_value ? &variable->value : NULL,
                              variable->whole, &point[i]))
        return FALSE;
    }
  for (guint i = 0; i < inversion->formula->n_nodes; i++)
    if (inversion->formula->nodes[i].op == KKR_EXPRESSION_NAME)
      point[inversion->formula->nodes[i].left] = inversion->values[i];
  return kkr_claim_problem_holds (problem, point);
}

static gboolean
invert (Inversion *self, const KkrInterval *target)
{
  if (!pick (self, self->formula->n_nodes - 1, target))
    return FALSE;
  for (guint i = self->formula->n_nodes; i-- > 0;)
    if (!invert_node (self, i))
      return FALSE;
  return TRUE;
}

gboolean
kkr_claim_problem_invert (const KkrClaimProblem *self, const KkrInterval *box, KkrRational *point)
{
  const KkrClaimCondition *condition = self->conditions;
  g_autofree KkrInterval *parts = NULL;
  g_autofree KkrRational *values = NULL, *printed = NULL;
  Inversion inversion;

  if (self->n_conditions != 1 || !condition->formula->single)
    return FALSE;
  parts = g_new (KkrInterval, condition->formula->n_nodes);
  values = g_new (KkrRational, condition->formula->n_nodes);
  if (!kkr_claim_formula_forward (condition->formula, box, parts))
    return FALSE;
  printed = dup_printed_values (self, condition->formula);
  inversion = (Inversion) { condition->formula, parts, printed, values, FALSE };
  if (invert (&inversion, &condition->target) && collect_point (self, &inversion, box, point))
    return TRUE;
  inversion.evenly = TRUE;
  return invert (&inversion, &condition->target) && collect_point (self, &inversion, box, point);
}
