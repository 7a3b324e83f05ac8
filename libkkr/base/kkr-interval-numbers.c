/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-interval-arithmetic-private.h>

/* Ends that repeated narrowing makes are kept to twelve decimals, and numbers are picked with at
 * most fifteen: more tell nothing of figures that documents print. */
#define LONGEST_DEN ((KkrInt128) 1000000000000)
#define MAX_DECIMALS 15

static KkrInt128
round_to_side (const KkrRational *value, int side)
{
  KkrInt128 whole = 0;

  kkr_int128_divide_rounded (value->num, value->den, side < 0 ? KKR_ROUNDING_MODE_FLOOR
                                                              : KKR_ROUNDING_MODE_CEILING, &whole);
  return whole;
}

KkrInterval
kkr_interval_to_whole (const KkrInterval *a)
{
  KkrInterval result = *a;

  if (a->has_lower)
    {
      result.lower = KKR_RATIONAL_INT (round_to_side (&a->lower, 1));
      if (a->lower.den == 1 && !a->lower_included && result.lower.num < KKR_INT128_MAX)
        result.lower.num++;
      result.lower_included = TRUE;
    }
  if (a->has_upper)
    {
      result.upper = KKR_RATIONAL_INT (round_to_side (&a->upper, -1));
      if (a->upper.den == 1 && !a->upper_included && result.upper.num > -KKR_INT128_MAX)
        result.upper.num--;
      result.upper_included = TRUE;
    }
  return result;
}

static void
coarsen_end (KkrRational *value, gboolean *included, int side)
{
  const KkrRational scale = KKR_RATIONAL_INT (LONGEST_DEN);
  KkrRational scaled;

  if (value->den <= LONGEST_DEN || !kkr_rational_multiply (value, &scale, &scaled) ||
      !kkr_rational_init (value, round_to_side (&scaled, side), LONGEST_DEN))
    return;
  *included = FALSE;
}

KkrInterval
kkr_interval_coarsen (const KkrInterval *a)
{
  KkrInterval result = *a;

  if (kkr_interval_is_point (a))
    return result;
  if (a->has_lower)
    coarsen_end (&result.lower, &result.lower_included, -1);
  if (a->has_upper)
    coarsen_end (&result.upper, &result.upper_included, 1);
  return result;
}

/* Where to look for a number: the middle, or near the only end. */
static gboolean
find_middle (const KkrInterval *a, KkrRational *middle)
{
  const KkrRational half = { 1, 2 }, one = KKR_RATIONAL_INT (1);

  if (a->has_lower && a->has_upper)
    return kkr_rational_add (&a->lower, &a->upper, middle) &&
           kkr_rational_multiply (middle, &half, middle);
  *middle = KKR_RATIONAL_ZERO;
  if (a->has_lower && !kkr_interval_contains (a, middle))
    return kkr_rational_add (&a->lower, &one, middle);
  if (a->has_upper && !kkr_interval_contains (a, middle))
    return kkr_rational_subtract (&a->upper, &one, middle);
  return TRUE;
}

/* The multiples of 1/size nearest to the middle, and then those nearest to the ends. */
static gboolean
pick_multiple (const KkrInterval *a, const KkrRational *middle, KkrInt128 size,
               KkrRational *result)
{
  const KkrRational scale = KKR_RATIONAL_INT (size);
  const struct {
    const KkrRational *from;
    gboolean exists;
    int side;
  } ways[] = {
    { middle, TRUE, -1 }, { middle, TRUE, 1 }, { &a->lower, a->has_lower, 1 },
    { &a->upper, a->has_upper, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      KkrRational scaled;

      if (ways[i].exists && kkr_rational_multiply (ways[i].from, &scale, &scaled) &&
          kkr_rational_init (result, round_to_side (&scaled, ways[i].side), size) &&
          kkr_interval_contains (a, result))
        return TRUE;
    }
  return FALSE;
}

gboolean
kkr_interval_pick (const KkrInterval *a, const KkrRational *preferred, gboolean whole,
                   KkrRational *result)
{
  KkrRational middle;
  KkrInt128 size = 1;

  if (preferred != NULL && (!whole || preferred->den == 1) && kkr_interval_contains (a, preferred))
    {
      *result = *preferred;
      return TRUE;
    }
  if (kkr_interval_is_point (a) && (!whole || a->lower.den == 1))
    {
      *result = a->lower;
      return TRUE;
    }
  if (kkr_interval_is_empty (a) || !find_middle (a, &middle))
    return FALSE;
  for (int decimals = 0; decimals <= (whole ? 0 : MAX_DECIMALS); decimals++, size *= 10)
    if (pick_multiple (a, &middle, size, result))
      return TRUE;
  if (whole || !kkr_interval_contains (a, &middle))
    return FALSE;
  *result = middle;
  return TRUE;
}
