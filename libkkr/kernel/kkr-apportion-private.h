/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-enums.h>
#include <libkkr/base/kkr-int128-private.h>

G_BEGIN_DECLS

/* The arithmetic knows only magnitudes and counts units: the sign of the total and the size of a
 * unit are put back around it. So negative totals mirror positive ones in every method. */
typedef struct {
  guint64 units;         /* what is to be given, at most G_MAXINT64 */
  const gint64 *weights; /* none negative */
  gsize n;
  guint64 sum;           /* of the weights, 1 to G_MAXINT64 */
  gsize n_positive;      /* rows with a weight, the only ones that can get anything */
  KkrTieRule tie_rule;
} KkrShareTask;

/* Each fills `shares` (n, all 0 before), in units, and sets in `tied` (n, all 0 before) the rows
 * that competed on equal terms for units which could not be given to all of them. */
void kkr_largest_remainder (const KkrShareTask *task, gint64 *shares, guint8 *tied);
void kkr_highest_averages (const KkrShareTask *task, KkrApportionMethod method, gint64 *shares,
                           guint8 *tied);
void kkr_independent_shares (const KkrShareTask *task, gint64 *shares);
void kkr_cumulative_shares (const KkrShareTask *task, gint64 *shares);

/* The row that gets the residual is told in `row`, the residual in `residual`. FALSE, with the
 * shares as each was rounded, if the residual would leave that row below zero. */
gboolean kkr_residual_to_largest (const KkrShareTask *task, gint64 *shares, guint8 *tied,
                                  gsize *row, gint64 *residual);

/* One unit each to the `count` rows with the largest claims. */
void kkr_give_to_largest (const KkrShareTask *task, const guint64 *claims, gsize count,
                          gint64 *shares, guint8 *tied);

/* What kkr_apportion_into() refuses of the arguments that all totals have in common. The second
 * fills the sum and the number of positive weights of a task that has weights. */
gboolean kkr_share_check_rules (KkrApportionMethod method, gint64 unit, KkrTieRule tie_rule,
                                gsize n_weights, GError **error);
gboolean kkr_share_check_weights (KkrShareTask *task, GError **error);

/* All methods, with every argument checked. `shares` and `tied` hold n_weights each; their contents
 * are undefined after an error. */
gboolean kkr_apportion_into (gint64 total, const gint64 *weights, gsize n_weights,
                             KkrApportionMethod method, gint64 unit, KkrTieRule tie_rule,
                             gint64 *shares, guint8 *tied, GError **error);

/* The weights that are to each other as the shortest decimals of `decimals`. */
gboolean kkr_whole_weights (const gdouble *decimals, gsize n, gint64 *weights, GError **error);

G_END_DECLS
