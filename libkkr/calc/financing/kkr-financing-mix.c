/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/financing/kkr-financing-batch-private.h>

/* own * u/U + (1 - own) * (equal/n + (1 - equal) * p/P), times everything that is divided by. What
 * KkrFinancingYear computes in fractions has denominators that divide `bound` below, and so fits
 * where that does; both end at the smallest whole numbers in proportion to the shares. */

#define MAX_BOUND ((KkrInt128) 1 << 120)

gboolean
kkr_financing_sum_weights (const gint64 *weights, gsize n, gint64 *sum)
{
  *sum = 0;
  for (gsize i = 0; i < n; i++)
    if (weights[i] < 0 || __builtin_add_overflow (*sum, weights[i], sum))
      return FALSE;
  return *sum > 0;
}

static gboolean
is_part (const KkrRational *part)
{
  return part->num >= 0 && part->num <= part->den;
}

/* What the denominators multiply to; FALSE where it is too much. */
static gboolean
find_bound (const KkrFinancingMix *mix, gint64 sum, gint64 own_sum)
{
  const KkrInt128 factors[] = {
    mix->equal.den, mix->equal.den, mix->own_part.den, mix->own_part.den, (KkrInt128) mix->n, sum,
    own_sum,
  };
  KkrInt128 bound = 1;

  for (gsize i = 0; i < G_N_ELEMENTS (factors); i++)
    if (__builtin_mul_overflow (bound, factors[i], &bound) || bound > MAX_BOUND)
      return FALSE;
  return TRUE;
}

gboolean
kkr_financing_mix (const KkrFinancingMix *mix, gint64 *mixed)
{
  const KkrRational *equal = &mix->equal, *own = &mix->own_part;
  g_autofree KkrInt128 *products = NULL;
  KkrUint128 common = 0;
  gint64 sum, own_sum = 1;

  if (!is_part (equal) || !is_part (own) || !kkr_financing_sum_weights (mix->weights, mix->n, &sum)
      || (mix->own_use != NULL && !kkr_financing_sum_weights (mix->own_use, mix->n, &own_sum))
      || !find_bound (mix, sum, own_sum))
    return FALSE;
  products = g_new (KkrInt128, mix->n);
  for (gsize i = 0; i < mix->n; i++)
    {
      KkrInt128 value = equal->num * sum
                        + (equal->den - equal->num) * (KkrInt128) mix->n * mix->weights[i];

      if (mix->own_use != NULL)
        value = (own->den - own->num) * own_sum * value
                + own->num * equal->den * (KkrInt128) mix->n * sum * mix->own_use[i];
      products[i] = value;
      common = kkr_uint128_gcd (common, (KkrUint128) value);
    }
  for (gsize i = 0; i < mix->n; i++)
    {
      KkrInt128 whole = products[i] / (KkrInt128) common;

      if (whole > G_MAXINT64)
        return FALSE;
      mixed[i] = (gint64) whole;
    }
  return TRUE;
}
