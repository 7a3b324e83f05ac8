/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-quotient-block-private.h>
#include <libkkr/kernel/kkr-share-block-private.h>
#include <libkkr/kernel/kkr-share-divisor-private.h>

void
kkr_share_block_naively (const KkrShareBlock *block)
{
  gsize n = block->task->n;
  const gint64 *weights = block->task->weights;
  g_autofree guint8 *tied = g_new (guint8, n);

  for (gsize i = 0; i < block->n_totals; i++)
    {
      block->bad[i] = (block->row_sums != NULL && block->row_sums[i] == 0) ||
                      !kkr_apportion_into (block->totals[i], weights, n, block->method, block->unit,
                                           block->task->tie_rule, block->shares + i * n, tied,
                                           NULL);
      if (block->row_sums != NULL)
        weights += n;
    }
}

gboolean
kkr_share_block (const KkrShareBlock *block)
{
  switch (block->method)
    {
    case KKR_APPORTION_METHOD_DHONDT:
    case KKR_APPORTION_METHOD_SAINTE_LAGUE:
    case KKR_APPORTION_METHOD_HUNTINGTON_HILL:
      return kkr_share_divisor_block (block);
    case KKR_APPORTION_METHOD_LARGEST_REMAINDER:
    case KKR_APPORTION_METHOD_CUMULATIVE:
    case KKR_APPORTION_METHOD_RESIDUAL_TO_LARGEST:
    case KKR_APPORTION_METHOD_INDEPENDENT:
      return kkr_quotient_share_block (block);
    case KKR_APPORTION_METHOD_UNSET:
    default:
      g_assert_not_reached ();
    }
}
