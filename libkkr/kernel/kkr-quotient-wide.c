/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-quotient-block-private.h>

#include <libkkr/base/kkr-int128-private.h>

static void
open_row (KkrQuotientWideRow *wide, const KkrShareBlock *block, const KkrQuotientWeights *weights,
          gsize total)
{
  KkrQuotientRow *row = &wide->row;
  const guint64 magnitude = (guint64) ABS (block->totals[total]);
  const guint sum_bits = 64 - (guint) __builtin_clzll (weights->sum);

  row->parts = weights->parts;
  row->shares = block->shares + total * block->task->n;
  row->sign = block->totals[total] < 0 ? G_MAXUINT64 : 0;
  row->unit = (guint64) block->unit;
  row->sum = weights->sum;
  row->shift = sum_bits - 32;
  wide->units = magnitude / row->unit;
  row->whole = wide->units / row->sum;
  row->fraction = (guint64) (((KkrUint128) (wide->units % row->sum) << 64) / row->sum);
}

static gboolean
choose_by_remainder (const KkrQuotientWide *self, KkrQuotientWideRow *wide, gsize count)
{
  KkrQuotientClass *class = self->class;
  const KkrQuotientRow *row = &wide->row;
  const guint64 shift = row->shift + 32 - self->kernel->key_bits;
  gsize n = 0;

  kkr_quotient_class_make_room (class, row->n_reached - row->n_above);
  for (gsize i = 0; i < self->block->task->n; i++)
    if (wide->remainders[i] >> shift == row->key)
      {
        class->places[n] = i;
        class->weights[n] = (gint64) row->parts[i];
        class->claims[n++] = wide->remainders[i];
      }
  if (!kkr_quotient_class_choose (class, self->block->task, n, count))
    return FALSE;
  for (gsize i = 0; i < n; i++)
    row->shares[class->places[i]] += class->wins[i];
  return TRUE;
}

/* Between the steps of a row that takes long. */
static gboolean
stops (const KkrQuotientWide *self)
{
  return self->block->task->n > KKR_SHARE_WEIGHTS_AT_A_TIME && kkr_share_stop_ask (self->stop);
}

static gboolean
give_by_remainder (const KkrQuotientWide *self, KkrQuotientWideRow *wide)
{
  KkrQuotientRow *row = &wide->row;
  gsize n = self->block->task->n, count;
  guint64 lifted;

  self->kernel->divide_wide (wide, n);
  if (stops (self))
    return FALSE;
  self->kernel->find (row, 1, n);
  count = row->left - row->n_above;
  lifted = row->key + (count < row->n_reached - row->n_above);
  wide->bound = lifted << (row->shift + 32 - self->kernel->key_bits);
  if (lifted > row->key && count > 0 && !choose_by_remainder (self, wide, count))
    return FALSE;
  if (stops (self))
    return FALSE;
  self->kernel->write_wide (wide, n);
  return TRUE;
}

gboolean
kkr_quotient_wide_share (const KkrQuotientWide *self, const KkrQuotientWeights *weights,
                         gsize total)
{
  const KkrShareBlock *block = self->block;
  KkrQuotientWideRow wide = { .row.keys = self->keys, .remainders = self->remainders };

  open_row (&wide, block, weights, total);
  if (block->method == KKR_APPORTION_METHOD_LARGEST_REMAINDER)
    return give_by_remainder (self, &wide);
  self->kernel->round_wide (&wide, block->task->n,
                            block->method == KKR_APPORTION_METHOD_CUMULATIVE);
  return block->method != KKR_APPORTION_METHOD_RESIDUAL_TO_LARGEST ||
         kkr_quotient_give_residual (block, weights, total,
                                     (gint64) (wide.units - wide.row.taken));
}
