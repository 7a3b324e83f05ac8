/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-apportion-private.h>

/* The largest value that at least `count` of the claims reach, digit by digit from the top: the
 * work is the same for any order of the rows, which a partition around a pivot cannot promise. */
static guint64
find_threshold (const guint64 *claims, gsize n, gsize count)
{
  guint64 any = 0, prefix = 0, mask = 0;

  for (gsize i = 0; i < n; i++)
    any |= claims[i];
  for (int shift = any == 0 ? -4 : (63 - __builtin_clzll (any)) & ~3; shift >= 0; shift -= 4)
    {
      gsize found[16] = { 0, };
      guint digit = 15;

      for (gsize i = 0; i < n; i++)
        if ((claims[i] & mask) == prefix)
          found[(claims[i] >> shift) & 15]++;
      while (found[digit] < count)
        count -= found[digit--];
      prefix |= (guint64) digit << shift;
      mask |= (guint64) 15 << shift;
    }
  return prefix;
}

/* `count` units to the rows with exactly this claim, in the order they stand in. */
static void
give_in_order (const guint64 *claims, gsize n, guint64 claim, gsize count, gboolean from_the_end,
               gint64 *shares)
{
  for (gsize i = 0; i < n && count > 0; i++)
    {
      gsize row = from_the_end ? n - 1 - i : i;

      if (claims[row] == claim)
        {
          shares[row]++;
          count--;
        }
    }
}

static gsize
give_above (const guint64 *claims, gsize n, guint64 threshold, gint64 *shares)
{
  gsize given = 0;

  for (gsize i = 0; i < n; i++)
    if (claims[i] > threshold)
      {
        shares[i]++;
        given++;
      }
  return given;
}

/* Among equals, the weight is the next claim; a complement turns its order round. */
static void
give_by_weight (const KkrShareTask *task, const guint8 *tied, gsize count, gint64 *shares)
{
  g_autofree guint64 *claims = g_new0 (guint64, task->n);
  gboolean smallest = task->tie_rule == KKR_TIE_RULE_SMALLEST_WEIGHT;
  guint64 threshold;

  for (gsize i = 0; i < task->n; i++)
    if (tied[i])
      claims[i] = smallest ? ~(guint64) task->weights[i] : (guint64) task->weights[i];
  threshold = find_threshold (claims, task->n, count);
  count -= give_above (claims, task->n, threshold, shares);
  give_in_order (claims, task->n, threshold, count, FALSE, shares);
}

void
kkr_give_to_largest (const KkrShareTask *task, const guint64 *claims, gsize count, gint64 *shares,
                     guint8 *tied)
{
  guint64 threshold;
  gsize equal = 0;

  if (count == 0)
    return;
  threshold = find_threshold (claims, task->n, count);
  count -= give_above (claims, task->n, threshold, shares);
  for (gsize i = 0; i < task->n; i++)
    equal += claims[i] == threshold;
  if (equal > count)
    for (gsize i = 0; i < task->n; i++)
      tied[i] = claims[i] == threshold;
  if (equal > count && (task->tie_rule == KKR_TIE_RULE_LARGEST_WEIGHT ||
                        task->tie_rule == KKR_TIE_RULE_SMALLEST_WEIGHT))
    give_by_weight (task, tied, count, shares);
  else
    give_in_order (claims, task->n, threshold, count, task->tie_rule == KKR_TIE_RULE_LAST, shares);
}

/* The remainders add to the units that are left, times the sum of the weights, and each is smaller
 * than that sum: more rows have a remainder than units are left, so no row without one, and no row
 * without weight, gets a unit. */
void
kkr_largest_remainder (const KkrShareTask *task, gint64 *shares, guint8 *tied)
{
  g_autofree guint64 *remainders = g_new (guint64, task->n);
  guint64 left = task->units;

  for (gsize i = 0; i < task->n; i++)
    {
      KkrUint128 product = (KkrUint128) task->units * (guint64) task->weights[i];
      guint64 whole = (guint64) (product / task->sum);

      shares[i] = (gint64) whole;
      remainders[i] = (guint64) (product - (KkrUint128) whole * task->sum);
      left -= whole;
    }
  kkr_give_to_largest (task, remainders, (gsize) left, shares, tied);
}
