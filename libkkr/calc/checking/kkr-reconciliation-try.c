/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-reconciliation-private.h>

/* So many failures, and more than hold, are enough to give a hypothesis up; then they count as
 * many. */
#define HOPELESS 3
/* So many that hold and say nothing, too. */
#define EMPTY 12
#define MANY 10000

/* An interval of sums, in units of the table. */
typedef struct {
  KkrInt128 value, lower, upper;
  gboolean has_lower, has_upper, lower_included, upper_included;
} Range;

static Range
range_of (const KkrReconCell *cell, KkrReconMode mode)
{
  if (cell->is_whole && !cell->is_percent &&
      (mode == KKR_RECON_AS_COUNTS || (mode == KKR_RECON_AS_READ && cell->is_count)))
    return (Range) { cell->value, cell->value, cell->value, TRUE, TRUE, TRUE, TRUE };
  return (Range) { cell->value, cell->lower, cell->upper, cell->has_lower, cell->has_upper,
                   cell->lower_included, cell->upper_included };
}

static Range
range_minus (Range term)
{
  return (Range) { -term.value, -term.upper, -term.lower, term.has_upper, term.has_lower,
                   term.upper_included, term.lower_included };
}

static void
range_add (Range *sum, Range term, gint8 sign)
{
  if (sign < 0)
    term = range_minus (term);
  sum->value += term.value;
  sum->lower += term.lower;
  sum->upper += term.upper;
  sum->has_lower &= term.has_lower;
  sum->has_upper &= term.has_upper;
  sum->lower_included &= term.lower_included;
  sum->upper_included &= term.upper_included;
}

static Range
range_zero (void)
{
  return (Range) { 0, 0, 0, TRUE, TRUE, TRUE, TRUE };
}

static guint
count_bits (KkrInt128 size, KkrInt128 window)
{
  guint bits = 0;

  if (size < 0)
    size = -size;
  if (window <= 0)
    window = 1;
  for (; size >= 2 * window && bits < 40; size /= 2)
    bits++;
  return bits;
}

/* What one of the last printed digit is worth, at least. */
static KkrInt128
grain_of (const KkrReconCell *cell)
{
  return cell->has_lower && cell->has_upper ? (KkrInt128) cell->upper - cell->lower : 1;
}

/* Adds the terms; FALSE if nothing can be said. */
static gboolean
add_terms (const KkrReconView *view, const KkrReconFamily *family, guint lane, KkrReconMode mode,
           Range *sum, guint *n_present, guint *n_nonzero)
{
  *sum = range_zero ();
  *n_present = *n_nonzero = 0;
  for (guint i = 0; i < family->n_terms; i++)
    {
      const KkrReconCell *cell = kkr_recon_at (view, family->terms[i], lane);

      if (cell->is_unknown)
        return FALSE;
      if (!cell->has_value)
        continue;
      *n_present += 1;
      *n_nonzero += cell->value != 0;
      range_add (sum, range_of (cell, mode), family->signs[i]);
    }
  return *n_present > 0;
}

static KkrClaimVerdict
judge_rest (const Range *rest)
{
  gboolean low, high;

  if (rest->value == 0)
    return KKR_CLAIM_VERDICT_EXACT;
  low = !rest->has_lower || rest->lower <= 0;
  high = !rest->has_upper || rest->upper >= 0;
  return low && high ? KKR_CLAIM_VERDICT_POSSIBLE : KKR_CLAIM_VERDICT_IMPOSSIBLE;
}

static KkrClaimVerdict
try_sum (const KkrReconView *view, const KkrReconFamily *family, guint lane, KkrReconMode mode,
         guint *bits)
{
  gboolean hundred = family->form == KKR_RECON_HUNDRED, mean = family->form == KKR_RECON_MEAN;
  const KkrReconCell *target = hundred ? NULL : kkr_recon_at (view, family->target, lane);
  Range rest;
  guint n_present, n_nonzero;
  KkrInt128 goal;

  if (!hundred && !target->has_value)
    return KKR_CLAIM_VERDICT_UNSET;
  if (!add_terms (view, family, lane, hundred ? KKR_RECON_AS_ROUNDED : mode, &rest, &n_present,
                  &n_nonzero) ||
      (n_present < 2 && (hundred || mean)))
    return KKR_CLAIM_VERDICT_UNSET;
  if (hundred)
    goal = -(KkrInt128) 100 * view->recon->scale;
  else
    goal = target->value;
  if (bits != NULL && hundred)
    *bits = MIN (count_bits (goal, rest.upper - rest.lower + 1), 6);
  if (hundred)
    {
      rest.value += goal;
      rest.lower += goal;
      rest.upper += goal;
      return judge_rest (&rest);
    }
  if (bits != NULL)
    *bits = n_nonzero < 2 ? 0
            : count_bits (goal != 0 ? goal : rest.value,
                          rest.upper - rest.lower + grain_of (target));
  for (guint i = 0; i < (mean ? n_present : 1); i++)
    range_add (&rest, range_of (target, mean ? KKR_RECON_AS_ROUNDED : mode), -1);
  return judge_rest (&rest);
}

/* Whether numerator * up / denominator, a positive one, can be in the goal. */
static KkrClaimVerdict
judge_quotient (const Range *top, const Range *bottom, KkrInt128 up, const Range *goal)
{
  KkrInt128 low_by = top->lower >= 0 ? bottom->upper : bottom->lower;
  KkrInt128 high_by = top->upper >= 0 ? bottom->lower : bottom->upper;
  KkrInt128 left, right;

  if (!__builtin_mul_overflow (top->value, up, &left) &&
      !__builtin_mul_overflow (goal->value, bottom->value, &right) && left == right)
    return KKR_CLAIM_VERDICT_EXACT;
  if (!top->has_lower || !top->has_upper || !bottom->has_lower || !bottom->has_upper)
    return KKR_CLAIM_VERDICT_POSSIBLE;
  if (goal->has_upper)
    {
      if (__builtin_mul_overflow (top->lower, up, &left) ||
          __builtin_mul_overflow (goal->upper, low_by, &right))
        return KKR_CLAIM_VERDICT_UNSET;
      if (left > right)
        return KKR_CLAIM_VERDICT_IMPOSSIBLE;
    }
  if (goal->has_lower)
    {
      if (__builtin_mul_overflow (top->upper, up, &left) ||
          __builtin_mul_overflow (goal->lower, high_by, &right))
        return KKR_CLAIM_VERDICT_UNSET;
      if (left < right)
        return KKR_CLAIM_VERDICT_IMPOSSIBLE;
    }
  return KKR_CLAIM_VERDICT_POSSIBLE;
}

static guint
quotient_bits (const KkrReconCell *target, const KkrReconCell *x, const KkrReconCell *y)
{
  guint bits = count_bits (target->value, grain_of (target));

  if (!x->is_whole)
    bits = MIN (bits, count_bits (x->value, grain_of (x)));
  if (y != NULL && !y->is_whole)
    bits = MIN (bits, count_bits (y->value, grain_of (y)));
  return bits;
}

static KkrClaimVerdict
try_quotient (const KkrReconView *view, const KkrReconFamily *family, guint lane,
              KkrReconMode mode, guint *bits)
{
  const KkrReconCell *target = kkr_recon_at (view, family->target, lane);
  const KkrReconCell *x = kkr_recon_at (view, family->terms[0], lane);
  const KkrReconCell *y = kkr_recon_at (view, family->terms[1], lane);
  KkrInt128 up = (KkrInt128) family->factor * view->recon->scale;
  Range top, bottom, goal;

  if (!target->has_value || !x->has_value || !y->has_value)
    return KKR_CLAIM_VERDICT_UNSET;
  if (bits != NULL)
    *bits = target->value == 0 || x->value == 0 ? 0 : quotient_bits (target, x, y);
  goal = range_of (target, KKR_RECON_AS_ROUNDED);
  bottom = range_of (family->form == KKR_RECON_GROWTH ? x : y, mode);
  top = range_of (family->form == KKR_RECON_GROWTH ? y : x, mode);
  if (bottom.upper < 0)
    {
      top = range_minus (top);
      bottom = range_minus (bottom);
    }
  if (bottom.lower <= 0)
    return KKR_CLAIM_VERDICT_UNSET;
  if (family->form == KKR_RECON_GROWTH)
    {
      Range hundred = range_zero ();

      hundred.value = hundred.lower = hundred.upper = up;
      if (family->signs[0] < 0)
        {
          Range mirror = range_zero ();

          range_add (&mirror, goal, -1);
          goal = mirror;
        }
      range_add (&goal, hundred, 1);
    }
  return judge_quotient (&top, &bottom, up, &goal);
}

static KkrClaimVerdict
try_product (const KkrReconView *view, const KkrReconFamily *family, guint lane, KkrReconMode mode,
             guint *bits)
{
  const KkrReconCell *target = kkr_recon_at (view, family->target, lane);
  const KkrReconCell *x = kkr_recon_at (view, family->terms[0], lane);
  const KkrReconCell *y = kkr_recon_at (view, family->terms[1], lane);
  Range a, b, goal;
  KkrInt128 size = (KkrInt128) family->factor * view->recon->scale, exact, low, high;

  if (!target->has_value || !x->has_value || !y->has_value)
    return KKR_CLAIM_VERDICT_UNSET;
  if (bits != NULL)
    *bits = x->value == view->recon->scale || y->value == view->recon->scale || target->value == 0
              ? 0 : quotient_bits (target, x, y);
  a = range_of (x, mode);
  b = range_of (y, mode);
  goal = range_of (target, mode);
  if (__builtin_mul_overflow (a.value, b.value, &exact) ||
      __builtin_mul_overflow (goal.value, size, &goal.value) ||
      __builtin_mul_overflow (goal.lower, size, &goal.lower) ||
      __builtin_mul_overflow (goal.upper, size, &goal.upper) || a.lower < 0 || b.lower < 0)
    return KKR_CLAIM_VERDICT_UNSET;
  if (exact == goal.value)
    return KKR_CLAIM_VERDICT_EXACT;
  low = a.lower * b.lower;
  if (__builtin_mul_overflow (a.upper, b.upper, &high))
    return KKR_CLAIM_VERDICT_UNSET;
  if ((a.has_upper && b.has_upper && goal.has_lower && high < goal.lower) ||
      (goal.has_upper && low > goal.upper))
    return KKR_CLAIM_VERDICT_IMPOSSIBLE;
  return KKR_CLAIM_VERDICT_POSSIBLE;
}

/* The base of shares stands in other lanes, or is only known as an interval. */
static gboolean
find_base (const KkrReconView *view, const KkrReconFamily *family, KkrReconMode mode, Range *base)
{
  *base = range_zero ();
  for (guint i = 0; i < family->n_base; i++)
    {
      const KkrReconCell *cell = kkr_recon_at (view, family->terms[0], family->base[i]);

      if (cell->is_unknown)
        return FALSE;
      if (cell->has_value)
        range_add (base, range_of (cell, mode), 1);
    }
  return base->lower > 0;
}

static KkrClaimVerdict
try_hidden_share (const KkrReconView *view, const KkrReconFamily *family,
                  const KkrReconCell *target, const Range *top)
{
  KkrInt128 up = (KkrInt128) 100 * view->recon->scale, left, right;

  if (!target->has_lower || !target->has_upper || !top->has_lower || !top->has_upper)
    return KKR_CLAIM_VERDICT_UNSET;
  if (__builtin_mul_overflow (top->lower * up, family->base_lower.den, &left) ||
      __builtin_mul_overflow ((KkrInt128) target->upper, family->base_upper.num, &right))
    return KKR_CLAIM_VERDICT_UNSET;
  right /= family->base_upper.den;
  if (top->lower * up > right)
    return KKR_CLAIM_VERDICT_IMPOSSIBLE;
  if (__builtin_mul_overflow ((KkrInt128) target->lower, family->base_lower.num, &right))
    return KKR_CLAIM_VERDICT_UNSET;
  if (top->upper * up < right / family->base_lower.den)
    return KKR_CLAIM_VERDICT_IMPOSSIBLE;
  return KKR_CLAIM_VERDICT_POSSIBLE;
}

static KkrClaimVerdict
try_share (const KkrReconView *view, const KkrReconFamily *family, guint lane, KkrReconMode mode,
           guint *bits)
{
  const KkrReconCell *target = kkr_recon_at (view, family->target, lane);
  const KkrReconCell *x = kkr_recon_at (view, family->terms[0], lane);
  Range top, bottom, goal;

  if (!target->has_value || !x->has_value)
    return KKR_CLAIM_VERDICT_UNSET;
  top = range_of (x, mode);
  goal = range_of (target, KKR_RECON_AS_ROUNDED);
  if (bits != NULL)
    *bits = target->value == 0 || x->value == 0 || target->value == 100 * view->recon->scale
              ? 0 : quotient_bits (target, x, NULL);
  if (family->base == NULL)
    return try_hidden_share (view, family, target, &top);
  if (!find_base (view, family, mode, &bottom))
    return KKR_CLAIM_VERDICT_UNSET;
  return judge_quotient (&top, &bottom, (KkrInt128) 100 * view->recon->scale, &goal);
}

static KkrClaimVerdict
try_same (const KkrReconView *view, const KkrReconFamily *family, guint lane, guint *bits)
{
  const KkrReconCell *a = kkr_recon_at (view, family->target, lane);
  const KkrReconCell *b = kkr_recon_at (view, family->terms[0], lane);
  Range rest;

  if (!a->has_value || !b->has_value)
    return KKR_CLAIM_VERDICT_UNSET;
  if (bits != NULL)
    *bits = count_bits (a->value, grain_of (a));
  /* One figure that is printed twice is the same, unless one has fewer decimals. */
  rest = range_of (a, KKR_RECON_AS_ROUNDED);
  range_add (&rest, range_of (b, KKR_RECON_AS_ROUNDED), -1);
  if (grain_of (a) == grain_of (b) && rest.value != 0)
    return KKR_CLAIM_VERDICT_IMPOSSIBLE;
  return judge_rest (&rest);
}

KkrClaimVerdict
kkr_recon_try (const KkrReconView *view, const KkrReconFamily *family, guint lane,
               KkrReconMode mode, guint *bits)
{
  switch (family->form)
    {
    case KKR_RECON_SUM:
    case KKR_RECON_MEAN:
    case KKR_RECON_HUNDRED:
      return try_sum (view, family, lane, mode, bits);
    case KKR_RECON_RATIO:
    case KKR_RECON_GROWTH:
      return try_quotient (view, family, lane, mode, bits);
    case KKR_RECON_PRODUCT:
      return try_product (view, family, lane, mode, bits);
    case KKR_RECON_SHARE:
      return try_share (view, family, lane, mode, bits);
    case KKR_RECON_SAME:
    default:
      return try_same (view, family, lane, bits);
    }
}

KkrReconVotes
kkr_recon_vote (const KkrReconView *view, const KkrReconFamily *family, guint max_failed)
{
  KkrReconVotes votes = { 0 };
  KkrReconMode mode = family->form == KKR_RECON_SUM ? KKR_RECON_AS_ROUNDED : KKR_RECON_AS_READ;

  for (guint lane = 0; lane < view->n_lanes; lane++)
    {
      guint bits = 0;
      KkrClaimVerdict verdict = kkr_recon_try (view, family, lane, mode, NULL);

      if (!kkr_recon_spend (view->recon, family->n_terms))
        return (KkrReconVotes) { 0 };

      if (verdict == KKR_CLAIM_VERDICT_IMPOSSIBLE &&
          (++votes.n_failed > max_failed ||
           (votes.n_failed > HOPELESS && votes.n_failed > votes.n_held)))
        {
          votes.n_failed = MANY;
          break;
        }
      if (verdict == KKR_CLAIM_VERDICT_EXACT || verdict == KKR_CLAIM_VERDICT_POSSIBLE)
        {
          kkr_recon_try (view, family, lane, mode, &bits);
          votes.n_held++;
          votes.bits += bits;
          if (votes.n_held >= EMPTY && votes.bits == 0 && family->form != KKR_RECON_SAME)
            return (KkrReconVotes) { 0 };
        }
    }
  return votes;
}
