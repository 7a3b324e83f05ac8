/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-claim-verdict.h>
#include <libkkr/base/kkr-interval-private.h>

G_BEGIN_DECLS

/* A figure that a formula names: the numbers it can stand for, and the printed one if there is one.
 */
typedef struct {
  const char *name;
  KkrInterval interval;
  KkrRational value;
  gboolean has_value;
  gboolean whole; /* only the whole numbers of the interval are meant */
} KkrClaimVariable;

/* Whether the formula can give a number in `printed`, with its variables anywhere in their
 * intervals. EXACT: at the variables' values it gives `printed_value`. POSSIBLE: at `witness` it
 * lies in `printed`, which was tried. IMPOSSIBLE: that was proven. UNDECIDED: neither was found
 * within bounded work. Where the formula divides by zero it gives nothing.
 *
 * `range` holds all that the formula can give, and nothing else where each name stands in it once
 * and no divisor can be zero. `printed` may be NULL: then the verdict is UNSET and `range` is the
 * answer. `printed_value`, `range` and `witness` (n_variables long) may be NULL. UNSET with an
 * error for a formula with a fault in it (OUT_OF_RANGE, OVERFLOW) or that always divides by zero.
 */
KkrClaimVerdict kkr_claim_decide (const char *expression, const KkrClaimVariable *variables,
                                  guint n_variables, const KkrInterval *printed,
                                  const KkrRational *printed_value, KkrInterval *range,
                                  KkrRational *witness, GError **error);

G_END_DECLS
