/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/kernel/kkr-apportion-private.h>
#include <libkkr/kernel/kkr-cpu-private.h>

G_BEGIN_DECLS

/* Many totals shared by one set of weights: what the loops over columns are made of. Everything has
 * been checked before, and all that can still go wrong with a row is told in `bad`. */
typedef struct {
  const gint64 *totals; /* multiples of the unit, none G_MININT64 */
  gsize n_totals;
  const KkrShareTask *task; /* the weights, their sum and the tie rule; its units are not used */
  KkrApportionMethod method;
  gint64 unit;
  KkrCpuLevel level;
  gint64 *shares; /* n_totals x n, a row per total */
  guint8 *bad;    /* n_totals, all 0 before: 1 for a row that the scalar code refuses, whose shares
                   * are undefined */
  /* NULL where all totals are shared by the weights of `task`. Otherwise these are only the first
   * of n_totals x n, a row per total, and here stands the sum of each row, from 1 to G_MAXINT64: or
   * 0 for a row of weights that has been found to be bad, which is marked so and not computed. */
  const guint64 *row_sums;
} KkrShareBlock;

/* The same bits as kkr_apportion_into() for every row. */
void kkr_share_block (const KkrShareBlock *block);

/* The same by kkr_apportion_into(). */
void kkr_share_block_naively (const KkrShareBlock *block);

G_END_DECLS
