/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-apportion-private.h>

/* units * part / sum to the nearest, a half up, which for a magnitude is away from zero. The
 * product has 126 bits, so twice of it and the sum fit. */
static guint64
round_part (const KkrShareTask *task, guint64 part)
{
  return (guint64) ((2 * (KkrUint128) task->units * part + task->sum) /
                    (2 * (KkrUint128) task->sum));
}

void
kkr_independent_shares (const KkrShareTask *task, gint64 *shares)
{
  for (gsize i = 0; i < task->n; i++)
    shares[i] = (gint64) round_part (task, (guint64) task->weights[i]);
}

void
kkr_cumulative_shares (const KkrShareTask *task, gint64 *shares)
{
  guint64 running = 0, before = 0;

  for (gsize i = 0; i < task->n; i++)
    {
      guint64 rounded;

      running += (guint64) task->weights[i];
      rounded = round_part (task, running);
      shares[i] = (gint64) (rounded - before);
      before = rounded;
    }
}

/* Rounding at most doubles a share, so the rounded shares add to no more than twice the units, and
 * the residual fits. */
gboolean
kkr_residual_to_largest (const KkrShareTask *task, gint64 *shares, guint8 *tied, gsize *row,
                         gint64 *residual)
{
  guint64 rounded = 0;
  gint64 largest = 0;
  gsize n_largest = 0;

  kkr_independent_shares (task, shares);
  for (gsize i = 0; i < task->n; i++)
    {
      rounded += (guint64) shares[i];
      if (task->weights[i] > largest || i == 0)
        {
          largest = task->weights[i];
          n_largest = 0;
          *row = i;
        }
      if (task->weights[i] == largest)
        {
          n_largest++;
          if (task->tie_rule == KKR_TIE_RULE_LAST)
            *row = i;
        }
    }
  *residual = (gint64) (task->units - rounded);
  if (*residual == 0)
    return TRUE;
  for (gsize i = 0; i < task->n && n_largest > 1; i++)
    tied[i] = task->weights[i] == largest;
  if (*residual < -shares[*row])
    return FALSE;
  shares[*row] += *residual;
  return TRUE;
}
