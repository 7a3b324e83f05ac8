/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/kernel/kkr-quotient-private.h>
#include <libkkr/kernel/kkr-share-block-private.h>

G_BEGIN_DECLS

/* Rows whose remainders begin alike and that are not all given a unit: looked at exactly. */
typedef struct {
  gsize capacity;
  gsize *places;
  guint64 *claims;
  gint64 *weights;
  gint64 *wins; /* 1 for those that get a unit */
  guint8 *tied;
  gpointer memory;
} KkrQuotientClass;

void kkr_quotient_class_make_room (KkrQuotientClass *self, gsize n);
void kkr_quotient_class_clear (KkrQuotientClass *self);
/* A unit each to `count` of the first n claims, whose places ascend. FALSE for a tie that the
 * task's rule refuses. */
gboolean kkr_quotient_class_choose (KkrQuotientClass *self, const KkrShareTask *task, gsize n,
                                    gsize count);
/* After find(): the bias, and the units of those that it does not lift. */
gboolean kkr_quotient_class_settle (KkrQuotientClass *self, const KkrQuotientKernel *kernel,
                                    const KkrShareTask *task, KkrQuotientRow *row);

/* What the weights of a total say about all totals that they share. */
typedef struct {
  const gint64 *weights;
  const guint64 *parts; /* the weights, or their running sums */
  guint64 sum;
  gsize largest_row; /* that a residual goes to */
  gboolean has_equal; /* another row has as large a weight */
} KkrQuotientWeights;

void kkr_quotient_weights_find_largest (KkrQuotientWeights *self, const KkrShareTask *task);
/* The residual in units; FALSE if the scalar code refuses it. */
gboolean kkr_quotient_give_residual (const KkrShareBlock *block, const KkrQuotientWeights *weights,
                                     gsize total, gint64 residual);

/* One total of a block, whose weights have a sum of 2^32 or more. */
typedef struct {
  const KkrShareBlock *block;
  const KkrQuotientKernel *kernel;
  KkrQuotientClass *class;
  guint64 *remainders; /* n */
  guint8 *keys;        /* kkr_quotient_n_keys (n), on a cache line */
  KkrShareStop *stop;
} KkrQuotientWide;

gboolean kkr_quotient_wide_share (const KkrQuotientWide *self, const KkrQuotientWeights *weights,
                                  gsize total);

/* Largest remainders, cumulative, each by itself and with the residual to the largest. */
gboolean kkr_quotient_share_block (const KkrShareBlock *block);

G_END_DECLS
