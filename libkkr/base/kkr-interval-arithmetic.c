/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-interval-arithmetic-private.h>

/* One end of an interval; infinite when `beyond` is -1 or 1. */
typedef struct {
  KkrRational value;
  int beyond;
  gboolean included;
} End;

static End
lower_end (const KkrInterval *a)
{
  return (End) { a->lower, a->has_lower ? 0 : -1, a->has_lower && a->lower_included };
}

static End
upper_end (const KkrInterval *a)
{
  return (End) { a->upper, a->has_upper ? 0 : 1, a->has_upper && a->upper_included };
}

static KkrInterval
between (End lower, End upper)
{
  return (KkrInterval) {
    .lower = lower.value,
    .upper = upper.value,
    .has_lower = lower.beyond == 0,
    .has_upper = upper.beyond == 0,
    .lower_included = lower.beyond == 0 && lower.included,
    .upper_included = upper.beyond == 0 && upper.included,
  };
}

static int
compare (const End *a, const End *b)
{
  if (a->beyond != 0 || b->beyond != 0)
    return a->beyond - b->beyond;
  return kkr_rational_compare (&a->value, &b->value);
}

static gboolean
is_zero (const End *end)
{
  return end->beyond == 0 && end->value.num == 0;
}

static End
infinite (int side)
{
  return (End) { KKR_RATIONAL_ZERO, side, FALSE };
}

KkrInterval
kkr_interval_all (void)
{
  return between (infinite (-1), infinite (1));
}

KkrInterval
kkr_interval_point (const KkrRational *value)
{
  const End end = { *value, 0, TRUE };

  return between (end, end);
}

static KkrInterval
empty (void)
{
  const End end = { KKR_RATIONAL_ZERO, 0, FALSE };

  return between (end, end);
}

gboolean
kkr_interval_is_empty (const KkrInterval *interval)
{
  int order;

  if (!interval->has_lower || !interval->has_upper)
    return FALSE;
  order = kkr_rational_compare (&interval->lower, &interval->upper);
  return order > 0 || (order == 0 && !(interval->lower_included && interval->upper_included));
}

gboolean
kkr_interval_is_point (const KkrInterval *interval)
{
  return interval->has_lower && interval->has_upper && interval->lower_included &&
         interval->upper_included && kkr_rational_compare (&interval->lower, &interval->upper) == 0;
}

gboolean
kkr_interval_straddles_zero (const KkrInterval *a)
{
  return (!a->has_lower || a->lower.num < 0) && (!a->has_upper || a->upper.num > 0);
}

static End
negate_end (End end)
{
  return (End) { { -end.value.num, end.value.den }, -end.beyond, end.included };
}

KkrInterval
kkr_interval_negate (const KkrInterval *a)
{
  return between (negate_end (upper_end (a)), negate_end (lower_end (a)));
}

/* `side` is where the end goes when the sum does not fit. */
static End
add_ends (End a, End b, int side)
{
  End sum = { KKR_RATIONAL_ZERO, side, a.included && b.included };

  if (a.beyond == 0 && b.beyond == 0 && kkr_rational_add (&a.value, &b.value, &sum.value))
    sum.beyond = 0;
  return sum;
}

KkrInterval
kkr_interval_add (const KkrInterval *a, const KkrInterval *b)
{
  return between (add_ends (lower_end (a), lower_end (b), -1),
                  add_ends (upper_end (a), upper_end (b), 1));
}

KkrInterval
kkr_interval_subtract (const KkrInterval *a, const KkrInterval *b)
{
  KkrInterval negative = kkr_interval_negate (b);

  return kkr_interval_add (a, &negative);
}

static int
sign_of (const End *end)
{
  return end->beyond != 0 ? end->beyond : end->value.num > 0 ? 1 : end->value.num < 0 ? -1 : 0;
}

/* Zero times anything is zero, reached whatever the other factor is; zero that is not reached has
 * products that come as near to zero as one likes, or lie between those of the other corners. What
 * does not fit, if only for its denominator, is known by its sign alone: seen from `side`, it lies
 * within zero or it may lie anywhere. */
static End
multiply_ends (End a, End b, int side)
{
  End product = { KKR_RATIONAL_ZERO, 0, a.included && b.included };

  if (is_zero (&a) || is_zero (&b))
    product.included = (is_zero (&a) && a.included) || (is_zero (&b) && b.included);
  else if (a.beyond != 0 || b.beyond != 0)
    product = infinite (sign_of (&a) * sign_of (&b));
  else if (!kkr_rational_multiply (&a.value, &b.value, &product.value))
    product = sign_of (&a) * sign_of (&b) == side ? infinite (side)
                                                  : (End) { KKR_RATIONAL_ZERO, 0, FALSE };
  return product;
}

/* The end that lies furthest to a side; one that two corners share is reached if either does. */
static End
furthest (const End *ends, guint n, int side)
{
  End found = ends[0];

  for (guint i = 1; i < n; i++)
    {
      int order = compare (&ends[i], &found) * side;

      if (order > 0)
        found = ends[i];
      else if (order == 0)
        found.included |= ends[i].included;
    }
  return found;
}

static End
furthest_product (const KkrInterval *a, const KkrInterval *b, int side)
{
  const End a_low = lower_end (a), a_high = upper_end (a);
  const End b_low = lower_end (b), b_high = upper_end (b);
  const End corners[] = {
    multiply_ends (a_low, b_low, side),
    multiply_ends (a_low, b_high, side),
    multiply_ends (a_high, b_low, side),
    multiply_ends (a_high, b_high, side),
  };

  return furthest (corners, 4, side);
}

KkrInterval
kkr_interval_multiply (const KkrInterval *a, const KkrInterval *b)
{
  return between (furthest_product (a, b, -1), furthest_product (a, b, 1));
}

/* One over an end; zero lies on `side` of the numbers that are divided by. */
static End
invert_end (End end, int side)
{
  End inverse = { KKR_RATIONAL_ZERO, 0, FALSE };

  if (is_zero (&end))
    return infinite (-side);
  if (end.beyond == 0)
    {
      inverse.included = end.included;
      if (!kkr_rational_init (&inverse.value, end.value.den, end.value.num))
        inverse.value = KKR_RATIONAL_ZERO;
    }
  return inverse;
}

KkrInterval
kkr_interval_divide (const KkrInterval *a, const KkrInterval *b)
{
  const End low = lower_end (b), high = upper_end (b);
  KkrInterval inverse;

  if (is_zero (&low) && is_zero (&high))
    return empty ();
  if (kkr_interval_straddles_zero (b))
    return kkr_interval_is_point (a) && a->lower.num == 0 ? *a : kkr_interval_all ();
  if (sign_of (&high) > 0)
    inverse = between (invert_end (high, -1), invert_end (low, -1));
  else
    inverse = between (invert_end (high, 1), invert_end (low, 1));
  return kkr_interval_multiply (a, &inverse);
}

/* The lower end is reached by either operand, the upper end only when both can be there. */
KkrInterval
kkr_interval_min (const KkrInterval *a, const KkrInterval *b)
{
  const End lows[] = { lower_end (a), lower_end (b) };
  const End a_high = upper_end (a), b_high = upper_end (b);
  int order = compare (&a_high, &b_high);
  End high = order <= 0 ? a_high : b_high;

  if (order == 0)
    high.included = a_high.included && b_high.included;
  return between (furthest (lows, 2, -1), high);
}

KkrInterval
kkr_interval_max (const KkrInterval *a, const KkrInterval *b)
{
  KkrInterval minus_a = kkr_interval_negate (a), minus_b = kkr_interval_negate (b);
  KkrInterval least = kkr_interval_min (&minus_a, &minus_b);

  return kkr_interval_negate (&least);
}

static End
nearest (End a, End b, int side)
{
  int order = compare (&a, &b) * side;
  End found = order < 0 ? a : b;

  if (order == 0)
    found.included = a.included && b.included;
  return found;
}

KkrInterval
kkr_interval_intersect (const KkrInterval *a, const KkrInterval *b)
{
  return between (nearest (lower_end (a), lower_end (b), -1),
                  nearest (upper_end (a), upper_end (b), 1));
}

KkrInterval
kkr_interval_hull (const KkrInterval *a, const KkrInterval *b)
{
  const End lows[] = { lower_end (a), lower_end (b) };
  const End highs[] = { upper_end (a), upper_end (b) };

  return between (furthest (lows, 2, -1), furthest (highs, 2, 1));
}
