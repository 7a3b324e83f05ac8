/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-claim-formula-private.h>

#include <string.h>

/* Where a name stands in a formula more than once, its intervals alone say too much: 100 * (b - a)
 * / a lets `a` be two numbers at a time. Where the formula only grows or only falls with each such
 * variable, its ends are found at the ends of the variables; other boxes are halved until it does,
 * or the work is used up. */
#define MAX_BOXES 256

typedef struct {
  const KkrClaimFormula *formula;
  guint n_variables;
  KkrInterval *parts;
  KkrInterval *slopes; /* by part, then by variable */
  KkrInterval *of_variable;
} Work;

/* By how much the smaller, or the greater, of two grows when one of them does. */
static KkrInterval
choice_slope (const KkrInterval *slope)
{
  const KkrRational zero = KKR_RATIONAL_ZERO, one = KKR_RATIONAL_INT (1);
  KkrInterval low = kkr_interval_point (&zero), high = kkr_interval_point (&one);
  KkrInterval part = kkr_interval_hull (&low, &high);

  return kkr_interval_multiply (slope, &part);
}

static void
pass_slope (Work *self, guint i)
{
  const KkrClaimNode *node = &self->formula->nodes[i];
  KkrInterval *left = &self->slopes[node->left], *right = &self->slopes[node->right];
  const KkrInterval *slope = &self->slopes[i], *parts = self->parts;

  switch (node->op)
    {
    case KKR_EXPRESSION_NEGATE:
      *left = kkr_interval_negate (slope);
      break;
    case KKR_EXPRESSION_ADD:
      *left = *right = *slope;
      break;
    case KKR_EXPRESSION_SUBTRACT:
      *left = *slope;
      *right = kkr_interval_negate (slope);
      break;
    case KKR_EXPRESSION_MULTIPLY:
      *left = kkr_interval_multiply (slope, &parts[node->right]);
      *right = kkr_interval_multiply (slope, &parts[node->left]);
      break;
    case KKR_EXPRESSION_DIVIDE:
      *left = kkr_interval_divide (slope, &parts[node->right]);
      *right = kkr_interval_multiply (left, &parts[i]);
      *right = kkr_interval_negate (right);
      break;
    case KKR_EXPRESSION_MIN:
    case KKR_EXPRESSION_MAX:
      *left = *right = choice_slope (slope);
      break;
    case KKR_EXPRESSION_NUMBER:
    case KKR_EXPRESSION_NAME:
    default:
      break;
    }
}

static gboolean
has_open_divisor (const Work *self)
{
  for (guint i = 0; i < self->formula->n_nodes; i++)
    if (self->formula->nodes[i].op == KKR_EXPRESSION_DIVIDE &&
        kkr_interval_straddles_zero (&self->parts[self->formula->nodes[i].right]))
      return TRUE;
  return FALSE;
}

/* How the formula grows with each variable over the box. */
static void
find_slopes (Work *self)
{
  const KkrClaimFormula *formula = self->formula;
  const KkrRational zero = KKR_RATIONAL_ZERO, one = KKR_RATIONAL_INT (1);

  for (guint i = 0; i < self->n_variables; i++)
    self->of_variable[i] = kkr_interval_point (&zero);
  self->slopes[formula->n_nodes - 1] = kkr_interval_point (&one);
  for (guint i = formula->n_nodes; i-- > 0;)
    {
      const KkrClaimNode *node = &formula->nodes[i];

      if (node->op == KKR_EXPRESSION_NAME)
        self->of_variable[node->left] = kkr_interval_add (&self->of_variable[node->left],
                                                          &self->slopes[i]);
      else
        pass_slope (self, i);
    }
}

static int
slope_side (const KkrInterval *slope)
{
  if (slope->has_lower && slope->lower.num >= 0)
    return 1;
  return slope->has_upper && slope->upper.num <= 0 ? -1 : 0;
}

static gboolean
is_strict (const KkrInterval *slope)
{
  const KkrRational zero = KKR_RATIONAL_ZERO;

  return !kkr_interval_contains (slope, &zero);
}

/* The box with each repeated variable at the end where the formula goes furthest to `side`. FALSE
 * when one has no such end. `reached` turns FALSE when an end is left out that nothing replaces. */
static gboolean
go_to_corner (const Work *self, const KkrInterval *box, int side, KkrInterval *corner,
              gboolean *reached)
{
  *reached = TRUE;
  for (guint i = 0; i < self->n_variables; i++)
    {
      int way = slope_side (&self->of_variable[i]) * side;

      corner[i] = box[i];
      if (self->formula->counts[i] < 2)
        continue;
      if (!(way > 0 ? box[i].has_upper : box[i].has_lower))
        return FALSE;
      corner[i] = kkr_interval_point (way > 0 ? &box[i].upper : &box[i].lower);
      if (!(way > 0 ? box[i].upper_included : box[i].lower_included) &&
          is_strict (&self->of_variable[i]))
        *reached = FALSE;
    }
  return TRUE;
}

/* Replaces one end of `range` by what the corner says. */
static gboolean
sharpen (Work *self, const KkrInterval *box, int side, KkrInterval *corner, KkrInterval *range)
{
  const KkrInterval *last = &self->parts[self->formula->n_nodes - 1];
  KkrInterval found;
  gboolean reached;

  if (!go_to_corner (self, box, side, corner, &reached) ||
      !kkr_claim_formula_forward (self->formula, corner, self->parts))
    return FALSE;
  found = *last;
  if (side < 0)
    {
      found.has_upper = found.upper_included = FALSE;
      found.lower_included = found.lower_included && reached;
    }
  else
    {
      found.has_lower = found.lower_included = FALSE;
      found.upper_included = found.upper_included && reached;
    }
  *range = kkr_interval_intersect (range, &found);
  return TRUE;
}

/* The repeated variable to halve: the widest of those with which the formula turns. */
static gboolean
choose_variable (const Work *self, const KkrInterval *box, guint *chosen)
{
  gboolean any = FALSE;
  KkrRational widest = KKR_RATIONAL_ZERO, width;

  for (guint i = 0; i < self->n_variables; i++)
    if (self->formula->counts[i] > 1 && slope_side (&self->of_variable[i]) == 0 &&
        box[i].has_lower && box[i].has_upper &&
        kkr_rational_subtract (&box[i].upper, &box[i].lower, &width) &&
        kkr_rational_compare (&width, &widest) > 0)
      {
        any = TRUE;
        widest = width;
        *chosen = i;
      }
  return any;
}

/* TRUE when `range` needs no halving any more, or none is possible. */
static gboolean
range_of_box (Work *self, const KkrInterval *box, KkrInterval *range, guint *chosen)
{
  g_autofree KkrInterval *corner = NULL;
  gboolean monotone = TRUE;

  *range = self->parts[self->formula->n_nodes - 1];
  if (self->formula->single)
    return TRUE;
  find_slopes (self);
  for (guint i = 0; i < self->n_variables; i++)
    if (self->formula->counts[i] > 1 && slope_side (&self->of_variable[i]) == 0)
      monotone = FALSE;
  if (!monotone || has_open_divisor (self))
    return !choose_variable (self, box, chosen);
  corner = g_new (KkrInterval, self->n_variables);
  if (sharpen (self, box, -1, corner, range))
    sharpen (self, box, 1, corner, range);
  return TRUE;
}

static KkrInterval *
halve (const KkrInterval *box, guint n_variables, guint chosen, gboolean whole, gboolean upper)
{
  KkrInterval *half = g_memdup2 (box, n_variables * sizeof *box);
  const KkrRational two = KKR_RATIONAL_INT (2);
  KkrRational middle;

  if (!kkr_rational_add (&box[chosen].lower, &box[chosen].upper, &middle) ||
      !kkr_rational_divide (&middle, &two, &middle))
    middle = box[chosen].lower;
  if (upper)
    half[chosen].lower = middle;
  else
    half[chosen].upper = middle;
  if (upper)
    half[chosen].lower_included = TRUE;
  else
    half[chosen].upper_included = TRUE;
  if (whole)
    half[chosen] = kkr_interval_to_whole (&half[chosen]);
  return half;
}

static gboolean
is_whole_variable (const KkrClaimFormula *self, guint variable)
{
  for (guint i = 0; i < self->n_nodes; i++)
    if (self->nodes[i].op == KKR_EXPRESSION_NAME && self->nodes[i].left == variable)
      return self->nodes[i].whole;
  return FALSE;
}

/* Adds what one box gives to the range, and puts its halves in the queue where they may give less.
 */
static gboolean
take_box (Work *self, GPtrArray *queue, const KkrInterval *box, KkrInterval *range, gboolean any)
{
  KkrInterval found;
  guint chosen = 0;

  if (!kkr_claim_formula_forward (self->formula, box, self->parts))
    return any;
  if (!range_of_box (self, box, &found, &chosen) && queue->len < MAX_BOXES)
    {
      gboolean whole = is_whole_variable (self->formula, chosen);

      g_ptr_array_add (queue, halve (box, self->n_variables, chosen, whole, FALSE));
      g_ptr_array_add (queue, halve (box, self->n_variables, chosen, whole, TRUE));
      return any;
    }
  *range = any ? kkr_interval_hull (range, &found) : found;
  return TRUE;
}

static void
clear_work (Work *self)
{
  g_free (self->parts);
  g_free (self->slopes);
  g_free (self->of_variable);
}

gboolean
kkr_claim_formula_range (const KkrClaimFormula *self, const KkrInterval *box, guint n_variables,
                         KkrInterval *range)
{
  g_autoptr (GPtrArray) queue = g_ptr_array_new_with_free_func (g_free);
  Work work = { self, n_variables, g_new (KkrInterval, self->n_nodes),
                g_new (KkrInterval, self->n_nodes), g_new (KkrInterval, MAX (n_variables, 1)) };
  gboolean any = FALSE;

  g_ptr_array_add (queue, g_memdup2 (box, n_variables * sizeof *box));
  for (guint i = 0; i < queue->len; i++)
    any = take_box (&work, queue, queue->pdata[i], range, any);
  clear_work (&work);
  return any;
}
