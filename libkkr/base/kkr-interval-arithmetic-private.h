/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-interval-private.h>

G_BEGIN_DECLS

/* Arithmetic over intervals. Each result holds every number that the operation gives for some
 * numbers of its operands, and where both operands vary freely no others: its ends are sharp, and
 * included exactly when they are reached. What does not fit into 128 bits becomes no end at all. */

KkrInterval kkr_interval_all (void);
KkrInterval kkr_interval_point (const KkrRational *value);
gboolean kkr_interval_is_empty (const KkrInterval *interval);
gboolean kkr_interval_is_point (const KkrInterval *interval);

KkrInterval kkr_interval_negate (const KkrInterval *a);
KkrInterval kkr_interval_add (const KkrInterval *a, const KkrInterval *b);
KkrInterval kkr_interval_subtract (const KkrInterval *a, const KkrInterval *b);
KkrInterval kkr_interval_multiply (const KkrInterval *a, const KkrInterval *b);
/* By the numbers of `b` that are not zero: empty when there is none, all numbers when zero lies
 * between others (unless `a` is zero). */
KkrInterval kkr_interval_divide (const KkrInterval *a, const KkrInterval *b);
KkrInterval kkr_interval_min (const KkrInterval *a, const KkrInterval *b);
KkrInterval kkr_interval_max (const KkrInterval *a, const KkrInterval *b);

KkrInterval kkr_interval_intersect (const KkrInterval *a, const KkrInterval *b);
/* The smallest interval that holds both, neither of which is empty. */
KkrInterval kkr_interval_hull (const KkrInterval *a, const KkrInterval *b);
/* The whole numbers of the interval, from the first to the last. */
KkrInterval kkr_interval_to_whole (const KkrInterval *a);
/* Ends with denominators that have grown long move outwards to shorter ones. */
KkrInterval kkr_interval_coarsen (const KkrInterval *a);
/* Whether zero lies strictly between the ends. */
gboolean kkr_interval_straddles_zero (const KkrInterval *a);
/* The number of the interval with the fewest decimals, `preferred` (or NULL) if it is one. FALSE
 * when none with at most 15 decimals is found; `whole` asks for a whole number. */
gboolean kkr_interval_pick (const KkrInterval *a, const KkrRational *preferred, gboolean whole,
                            KkrRational *result);

G_END_DECLS
