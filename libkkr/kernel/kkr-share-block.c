/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-share-block-private.h>

void
kkr_share_block (const KkrShareBlock *block)
{
  gsize n = block->task->n;
  g_autofree guint8 *tied = g_new (guint8, n);

  for (gsize i = 0; i < block->n_totals; i++)
    block->bad[i] = !kkr_apportion_into (block->totals[i], block->task->weights, n, block->method,
                                         block->unit, block->task->tie_rule, block->shares + i * n,
                                         tied, NULL);
}
