/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-quotient-block-private.h>

#include <libkkr/base/kkr-int128-private.h>

/* The same with a whole word where the kernels have half of one: rho / W in steps of 2^-64, rounded
 * down. The quotient is right or 1 too small, and the remainder, below 2 W < 2^64, tells. */
typedef struct {
  guint64 units;
  guint64 sum;
  guint64 whole;
  guint64 fraction;
  guint64 unit;
  guint64 sign;
} Total;

static inline guint64
divide_part (const Total *total, guint64 part, guint64 *remainder)
{
  guint64 quotient = part * total->whole +
                     (guint64) (((KkrUint128) part * total->fraction) >> 64);
  guint64 rest = part * total->units - quotient * total->sum;
  guint64 more = rest >= total->sum;

  *remainder = rest - (total->sum & -more);
  return quotient + more;
}

static inline guint64
round_part (const Total *total, guint64 part)
{
  guint64 remainder, quotient = divide_part (total, part, &remainder);

  return quotient + (remainder >= total->sum - remainder);
}

static inline gint64
put_sign (const Total *total, guint64 quotient)
{
  return (gint64) ((quotient * total->unit ^ total->sign) - total->sign);
}

static void
open_total (Total *self, const KkrShareBlock *block, guint64 sum, gint64 total)
{
  self->sign = total < 0 ? G_MAXUINT64 : 0;
  self->unit = (guint64) block->unit;
  self->units = (((guint64) total ^ self->sign) - self->sign) / self->unit;
  self->sum = sum;
  self->whole = self->units / sum;
  self->fraction = (guint64) (((KkrUint128) (self->units % sum) << 64) / sum);
}

static guint
key_shift (const KkrQuotientWide *self, guint64 sum)
{
  return 64 - (guint) __builtin_clzll (sum) - self->kernel->key_bits;
}

/* The units that are left. */
static guint64
divide_all (const KkrQuotientWide *self, const KkrQuotientWeights *weights, const Total *total,
            gint64 *shares)
{
  gsize n = self->block->task->n, n_keys = kkr_quotient_n_keys (n);
  guint shift = key_shift (self, total->sum);
  guint64 left = total->units;

  for (gsize i = 0; i < n && !kkr_share_stops (self->stop, i); i++)
    {
      guint64 quotient = divide_part (total, (guint64) weights->weights[i], &self->remainders[i]);

      left -= quotient;
      shares[i] = (gint64) quotient;
      self->keys[i] = (guint8) (self->remainders[i] >> shift) ^ self->kernel->key_flip;
    }
  memset (self->keys + n, self->kernel->key_flip, n_keys - n);
  return left;
}

static gboolean
choose_by_remainder (const KkrQuotientWide *self, const KkrQuotientWeights *weights, guint shift,
                     const KkrQuotientRow *row, gsize count, gint64 *shares)
{
  KkrQuotientClass *class = self->class;
  gsize n = 0;

  kkr_quotient_class_make_room (class, row->n_reached - row->n_above);
  for (gsize i = 0; i < self->block->task->n; i++)
    if (self->remainders[i] >> shift == row->key)
      {
        class->places[n] = i;
        class->weights[n] = weights->weights[i];
        class->claims[n++] = self->remainders[i];
      }
  if (!kkr_quotient_class_choose (class, self->block->task, n, count))
    return FALSE;
  for (gsize i = 0; i < n; i++)
    shares[class->places[i]] += class->wins[i];
  return TRUE;
}

static gboolean
give_by_remainder (const KkrQuotientWide *self, const KkrQuotientWeights *weights,
                   const Total *total, gint64 *shares)
{
  KkrQuotientRow row = { .keys = self->keys };
  gsize n = self->block->task->n, count;
  guint shift = key_shift (self, total->sum);
  guint64 above;

  row.left = divide_all (self, weights, total, shares);
  if (self->stop->is_set)
    return FALSE;
  self->kernel->find (&row, 1, n);
  count = row.left - row.n_above;
  above = row.key + 1;
  if (count == row.n_reached - row.n_above)
    above = row.key;
  else if (count > 0 && !choose_by_remainder (self, weights, shift, &row, count, shares))
    return FALSE;
  for (gsize i = 0; i < n; i++)
    shares[i] = put_sign (total, (guint64) shares[i] + (self->remainders[i] >> shift >= above));
  return TRUE;
}

gboolean
kkr_quotient_wide_share (const KkrQuotientWide *self, const KkrQuotientWeights *weights,
                         gsize total)
{
  const KkrShareBlock *block = self->block;
  gint64 *shares = block->shares + total * block->task->n;
  guint64 running = 0, before = 0, rounded;
  Total t;

  open_total (&t, block, weights->sum, block->totals[total]);
  if (block->method == KKR_APPORTION_METHOD_LARGEST_REMAINDER)
    return give_by_remainder (self, weights, &t, shares);
  for (gsize i = 0; i < block->task->n && !kkr_share_stops (self->stop, i); i++)
    if (block->method == KKR_APPORTION_METHOD_CUMULATIVE)
      {
        running += (guint64) weights->weights[i];
        rounded = round_part (&t, running);
        shares[i] = put_sign (&t, rounded - before);
        before = rounded;
      }
    else
      {
        rounded = round_part (&t, (guint64) weights->weights[i]);
        shares[i] = put_sign (&t, rounded);
        running += rounded;
      }
  return block->method != KKR_APPORTION_METHOD_RESIDUAL_TO_LARGEST ||
         kkr_quotient_give_residual (block, weights, total, (gint64) (t.units - running));
}
