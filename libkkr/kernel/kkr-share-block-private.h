/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

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
  GCancellable *cancellable; /* or NULL; for rows that take long by themselves */
} KkrShareBlock;

/* The same bits as kkr_apportion_into() for every row. FALSE if it was cancelled within a row, and
 * what has been shared is undefined. */
gboolean kkr_share_block (const KkrShareBlock *block);

/* Whether the caller wants no more of a block, which long loops ask every so many weights, and true
 * once it has been. */
typedef struct {
  const KkrShareBlock *block;
  gboolean is_set;
} KkrShareStop;

#define KKR_SHARE_WEIGHTS_AT_A_TIME 65536

static inline gboolean
kkr_share_stop_ask (KkrShareStop *stop)
{
  stop->is_set |= stop->block->cancellable != NULL &&
                  g_cancellable_is_cancelled (stop->block->cancellable);
  return stop->is_set;
}

static inline gboolean
kkr_share_stops (KkrShareStop *stop, gsize i)
{
  return i % KKR_SHARE_WEIGHTS_AT_A_TIME == KKR_SHARE_WEIGHTS_AT_A_TIME - 1 &&
         kkr_share_stop_ask (stop);
}

G_END_DECLS
