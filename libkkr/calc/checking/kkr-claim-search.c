/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-claim-search-private.h>

#include <string.h>

/* In parts of formulas that are looked at: half a second. */
#define MAX_WORK 1000000
#define MAX_BOXES 4096
#define MAX_ROUNDS 12
#define MAX_DEAD_ENDS 24

typedef struct {
  const KkrClaimProblem *problem;
  guint *order; /* the variables, those that are named most often first */
  gint64 work;
  guint dead_ends;
} Search;

static gboolean
intervals_equal (const KkrInterval *a, const KkrInterval *b)
{
  return a->has_lower == b->has_lower && a->has_upper == b->has_upper &&
         a->lower_included == b->lower_included && a->upper_included == b->upper_included &&
         (!a->has_lower || kkr_rational_compare (&a->lower, &b->lower) == 0) &&
         (!a->has_upper || kkr_rational_compare (&a->upper, &b->upper) == 0);
}

static gboolean
narrow_once (const KkrClaimCondition *condition, KkrInterval *box)
{
  const KkrClaimFormula *formula = condition->formula;
  g_autofree KkrInterval *parts = g_new (KkrInterval, formula->n_nodes);
  KkrInterval *last = &parts[formula->n_nodes - 1];

  if (!kkr_claim_formula_forward (formula, box, parts))
    return FALSE;
  *last = kkr_interval_intersect (last, &condition->target);
  return kkr_claim_formula_backward (formula, parts, box);
}

gboolean
kkr_claim_problem_narrow (const KkrClaimProblem *self, KkrInterval *box, gint64 *work)
{
  g_autofree KkrInterval *before = g_new (KkrInterval, MAX (self->n_variables, 1));
  gboolean changed = TRUE;

  for (guint round = 0; round < MAX_ROUNDS && changed && *work > 0; round++)
    {
      if (self->n_variables > 0)
        memcpy (before, box, self->n_variables * sizeof *box);
      for (guint i = 0; i < self->n_conditions; i++)
        {
          *work -= self->conditions[i].formula->n_nodes;
          if (!narrow_once (&self->conditions[i], box))
            return FALSE;
        }
      changed = FALSE;
      for (guint i = 0; i < self->n_variables && !changed; i++)
        changed = !intervals_equal (&before[i], &box[i]);
    }
  return TRUE;
}

gboolean
kkr_claim_problem_holds (const KkrClaimProblem *self, const KkrRational *point)
{
  for (guint i = 0; i < self->n_variables; i++)
    if (!kkr_interval_contains (&self->variables[i].interval, &point[i]) ||
        (self->variables[i].whole && point[i].den != 1))
      return FALSE;
  for (guint i = 0; i < self->n_conditions; i++)
    {
      const KkrClaimFormula *formula = self->conditions[i].formula;
      g_autofree KkrRational *values = g_new (KkrRational, formula->n_nodes);

      if (!kkr_claim_formula_evaluate (formula, point, values) ||
          !kkr_interval_contains (&self->conditions[i].target, &values[formula->n_nodes - 1]))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_over (const Search *self)
{
  return self->work <= 0 || self->dead_ends >= MAX_DEAD_ENDS ||
         g_cancellable_is_cancelled (self->problem->cancellable);
}

/* The variable to give a number next, or n_variables when all have one. */
static guint
next_free (const Search *self, const KkrInterval *box)
{
  for (guint i = 0; i < self->problem->n_variables; i++)
    if (!kkr_interval_is_point (&box[self->order[i]]))
      return self->order[i];
  return self->problem->n_variables;
}

/* Three numbers of the interval to try: the printed one or the shortest, and one on either side. */
static guint
find_tries (const KkrClaimVariable *variable, const KkrInterval *interval, KkrRational *tries)
{
  KkrInterval below = *interval, above = *interval;
  guint n = 0;

  if (!kkr_interval_pick (interval, variable->has_value ? &variable->value : NULL, variable->whole,
                          &tries[0]))
    return 0;
  n = 1;
  below.upper = above.lower = tries[0];
  below.has_upper = above.has_lower = TRUE;
  below.upper_included = above.lower_included = FALSE;
  n += kkr_interval_pick (&below, NULL, variable->whole, &tries[n]);
  n += kkr_interval_pick (&above, NULL, variable->whole, &tries[n]);
  return n;
}

/* Gives the variables numbers, one after the other, and narrows the others after each. */
static gboolean
label (Search *self, const KkrInterval *box, KkrRational *point)
{
  const KkrClaimProblem *problem = self->problem;
  guint variable = next_free (self, box), n_tries;
  KkrRational tries[3];

  if (variable == problem->n_variables)
    {
      for (guint i = 0; i < problem->n_variables; i++)
        point[i] = box[i].lower;
      return kkr_claim_problem_holds (problem, point);
    }
  n_tries = find_tries (&problem->variables[variable], &box[variable], tries);
  for (guint i = 0; i < n_tries && !is_over (self); i++)
    {
      g_autofree KkrInterval *narrowed = g_memdup2 (box, problem->n_variables * sizeof *box);

      narrowed[variable] = kkr_interval_point (&tries[i]);
      if (kkr_claim_problem_narrow (problem, narrowed, &self->work) &&
          label (self, narrowed, point))
        return TRUE;
      self->dead_ends++;
    }
  return FALSE;
}

static int
compare_counts (gconstpointer a, gconstpointer b, gpointer counts)
{
  guint first = ((const guint *) counts)[*(const guint *) a];
  guint second = ((const guint *) counts)[*(const guint *) b];

  return first > second ? -1 : first < second;
}

static guint *
order_variables (const KkrClaimProblem *problem)
{
  guint *order = g_new (guint, MAX (problem->n_variables, 1));
  g_autofree guint *counts = g_new0 (guint, MAX (problem->n_variables, 1));

  for (guint i = 0; i < problem->n_variables; i++)
    {
      order[i] = i;
      for (guint j = 0; j < problem->n_conditions; j++)
        counts[i] += problem->conditions[j].formula->counts[i];
    }
  g_qsort_with_data (order, (int) problem->n_variables, sizeof *order, compare_counts, counts);
  return order;
}

/* How much of its first interval is left of the variable: what is widest by that is halved. */
static KkrRational
relative_width (const KkrInterval *now, const KkrInterval *first)
{
  KkrRational width, whole = KKR_RATIONAL_INT (1);

  if (!now->has_lower || !now->has_upper)
    return KKR_RATIONAL_INT (KKR_INT128_MAX);
  if (!kkr_rational_subtract (&now->upper, &now->lower, &width))
    return whole;
  if (first->has_lower && first->has_upper && kkr_interval_is_point (first) == FALSE &&
      kkr_rational_subtract (&first->upper, &first->lower, &whole) &&
      !kkr_rational_divide (&width, &whole, &width))
    return KKR_RATIONAL_INT (1);
  return width;
}

/* A number between the ends: zero where there is one, twice the end where there is but one. */
static gboolean
split_point (const KkrInterval *interval, gboolean whole, KkrRational *middle)
{
  const KkrRational two = KKR_RATIONAL_INT (2), one = KKR_RATIONAL_INT (1);
  KkrInterval inner = *interval;

  *middle = KKR_RATIONAL_ZERO;
  if (kkr_interval_straddles_zero (interval))
    return TRUE;
  if (interval->has_lower && interval->has_upper)
    {
      inner.lower_included = inner.upper_included = whole;
      return kkr_interval_pick (&inner, NULL, whole, middle);
    }
  if (!kkr_rational_multiply (interval->has_lower ? &interval->lower : &interval->upper, &two,
                              middle))
    return FALSE;
  return interval->has_lower ? kkr_rational_add (middle, &one, middle)
                             : kkr_rational_subtract (middle, &one, middle);
}

/* Puts the two parts of the box into the queue; FALSE if it can be parted no more. */
static gboolean
split (const Search *self, const KkrInterval *box, GPtrArray *queue)
{
  const KkrClaimProblem *problem = self->problem;
  gsize size = problem->n_variables * sizeof *box;
  KkrRational widest = KKR_RATIONAL_ZERO, middle;
  guint chosen = problem->n_variables;
  KkrInterval *low, *high;

  for (guint i = 0; i < problem->n_variables; i++)
    {
      KkrRational width = relative_width (&box[i], &problem->variables[i].interval);

      if (kkr_rational_compare (&width, &widest) > 0)
        {
          widest = width;
          chosen = i;
        }
    }
  if (chosen == problem->n_variables ||
      !split_point (&box[chosen], problem->variables[chosen].whole, &middle))
    return FALSE;
  low = g_memdup2 (box, size);
  high = g_memdup2 (box, size);
  low[chosen].upper = high[chosen].lower = middle;
  low[chosen].has_upper = high[chosen].has_lower = TRUE;
  low[chosen].upper_included = kkr_interval_contains (&box[chosen], &middle);
  high[chosen].lower_included = FALSE;
  if (problem->variables[chosen].whole)
    high[chosen] = kkr_interval_to_whole (&high[chosen]);
  g_ptr_array_add (queue, low);
  g_ptr_array_add (queue, high);
  return TRUE;
}

/* Looks through the parts of the box, nearest first. */
static KkrClaimVerdict
search (Search *self, GPtrArray *queue, KkrRational *point)
{
  gboolean complete = TRUE;

  for (guint i = 0; i < queue->len; i++)
    {
      KkrInterval *box = queue->pdata[i];

      if (self->work <= 0 || g_cancellable_is_cancelled (self->problem->cancellable))
        return KKR_CLAIM_VERDICT_UNDECIDED;
      self->dead_ends = 0;
      if (kkr_claim_problem_narrow (self->problem, box, &self->work))
        {
          if (label (self, box, point))
            return KKR_CLAIM_VERDICT_POSSIBLE;
          complete = queue->len < MAX_BOXES && split (self, box, queue) && complete;
        }
      g_clear_pointer (&queue->pdata[i], g_free);
    }
  return complete ? KKR_CLAIM_VERDICT_IMPOSSIBLE : KKR_CLAIM_VERDICT_UNDECIDED;
}

/* The printed numbers themselves may do. */
static gboolean
try_printed (const KkrClaimProblem *self, KkrRational *point)
{
  for (guint i = 0; i < self->n_variables; i++)
    {
      if (!self->variables[i].has_value)
        return FALSE;
      point[i] = self->variables[i].value;
    }
  return kkr_claim_problem_holds (self, point);
}

static gboolean
start_box (const KkrClaimProblem *self, KkrInterval *box)
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

KkrClaimVerdict
kkr_claim_problem_solve (const KkrClaimProblem *self, KkrInterval *box, KkrRational *point)
{
  g_autofree guint *order = order_variables (self);
  Search state = { self, order, MAX_WORK, 0 };
  g_autoptr (GPtrArray) queue = g_ptr_array_new_with_free_func (g_free);
  gint64 first = MAX_WORK;

  if (!start_box (self, box) || !kkr_claim_problem_narrow (self, box, &first))
    return KKR_CLAIM_VERDICT_IMPOSSIBLE;
  if (try_printed (self, point) || kkr_claim_problem_invert (self, box, point))
    return KKR_CLAIM_VERDICT_POSSIBLE;
  g_ptr_array_add (queue, g_memdup2 (box, self->n_variables * sizeof *box));
  return search (&state, queue, point);
}
