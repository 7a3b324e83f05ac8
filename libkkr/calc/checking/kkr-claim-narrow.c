/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-claim-formula-private.h>

/* What a part can be is carried to its operands: from z = x + y follows x = z - y. */

static void
narrow (KkrInterval *part, KkrInterval by)
{
  *part = kkr_interval_intersect (part, &by);
}

static gboolean
has_zero (const KkrInterval *interval)
{
  const KkrRational zero = KKR_RATIONAL_ZERO;

  return kkr_interval_contains (interval, &zero);
}

/* A factor follows from the product where the other factor cannot be zero. */
static void
narrow_factors (const KkrInterval *product, KkrInterval *left, KkrInterval *right)
{
  if (!has_zero (right) || !has_zero (product))
    narrow (left, kkr_interval_divide (product, right));
  if (kkr_interval_is_empty (left))
    return;
  if (!has_zero (left) || !has_zero (product))
    narrow (right, kkr_interval_divide (product, left));
}

static void
narrow_quotient (const KkrInterval *quotient, KkrInterval *left, KkrInterval *right)
{
  narrow (left, kkr_interval_multiply (quotient, right));
  if (kkr_interval_is_empty (left))
    return;
  if (!has_zero (left) || !has_zero (quotient))
    narrow (right, kkr_interval_divide (left, quotient));
  if (right->has_lower && right->lower.num == 0)
    right->lower_included = FALSE;
  if (right->has_upper && right->upper.num == 0)
    right->upper_included = FALSE;
}

/* Whether all of `a` lies above `b`. */
static gboolean
lies_above (const KkrInterval *a, const KkrInterval *b)
{
  int order;

  if (!a->has_lower || !b->has_upper)
    return FALSE;
  order = kkr_rational_compare (&a->lower, &b->upper);
  return order > 0 || (order == 0 && !(a->lower_included && b->upper_included));
}

static void
narrow_least (const KkrInterval *least, KkrInterval *left, KkrInterval *right)
{
  KkrInterval above = *least;

  above.has_upper = above.upper_included = FALSE;
  narrow (left, above);
  narrow (right, above);
  if (lies_above (right, least))
    narrow (left, *least);
  if (lies_above (left, least))
    narrow (right, *least);
}

static void
narrow_greatest (const KkrInterval *greatest, KkrInterval *left, KkrInterval *right)
{
  KkrInterval minus = kkr_interval_negate (greatest);
  KkrInterval minus_left = kkr_interval_negate (left), minus_right = kkr_interval_negate (right);

  narrow_least (&minus, &minus_left, &minus_right);
  *left = kkr_interval_negate (&minus_left);
  *right = kkr_interval_negate (&minus_right);
}

static void
narrow_operands (const KkrClaimNode *node, const KkrInterval *part, KkrInterval *left,
                 KkrInterval *right)
{
  switch (node->op)
    {
    case KKR_EXPRESSION_NEGATE:
      narrow (left, kkr_interval_negate (part));
      break;
    case KKR_EXPRESSION_ADD:
      narrow (left, kkr_interval_subtract (part, right));
      narrow (right, kkr_interval_subtract (part, left));
      break;
    case KKR_EXPRESSION_SUBTRACT:
      narrow (left, kkr_interval_add (part, right));
      narrow (right, kkr_interval_subtract (left, part));
      break;
    case KKR_EXPRESSION_MULTIPLY:
      narrow_factors (part, left, right);
      break;
    case KKR_EXPRESSION_DIVIDE:
      narrow_quotient (part, left, right);
      break;
    case KKR_EXPRESSION_MIN:
      narrow_least (part, left, right);
      break;
    case KKR_EXPRESSION_MAX:
      narrow_greatest (part, left, right);
      break;
    case KKR_EXPRESSION_NUMBER:
    case KKR_EXPRESSION_NAME:
    default:
      break;
    }
}

static gboolean
narrow_variable (KkrInterval *variable, const KkrInterval *part, gboolean whole)
{
  KkrInterval coarse = kkr_interval_coarsen (part);

  *variable = kkr_interval_intersect (variable, &coarse);
  if (whole)
    *variable = kkr_interval_to_whole (variable);
  return !kkr_interval_is_empty (variable);
}

gboolean
kkr_claim_formula_backward (const KkrClaimFormula *self, KkrInterval *parts, KkrInterval *box)
{
  for (guint i = self->n_nodes; i-- > 0;)
    {
      const KkrClaimNode *node = &self->nodes[i];

      if (node->whole)
        parts[i] = kkr_interval_to_whole (&parts[i]);
      if (kkr_interval_is_empty (&parts[i]))
        return FALSE;
      if (node->op == KKR_EXPRESSION_NAME)
        {
          if (!narrow_variable (&box[node->left], &parts[i], node->whole))
            return FALSE;
        }
      else if (node->op != KKR_EXPRESSION_NUMBER)
        narrow_operands (node, &parts[i], &parts[node->left], &parts[node->right]);
    }
  return TRUE;
}
