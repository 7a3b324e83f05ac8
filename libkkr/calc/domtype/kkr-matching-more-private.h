/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/domtype/kkr-matching-plan-private.h>

G_BEGIN_DECLS

/* One more place of a slot. */
typedef struct {
  guint slot;
  gboolean is_known;  /* FALSE: the search for it ended before it was sure */
  gint64 over_full;   /* persons above the number of places */
  gint64 totals[KKR_MATCHING_MAX_LEVELS];
  gint64 changes[KKR_MATCHING_N_PRIORITIES];
  guint first_move, n_moves;
} KkrMatchingMore;

/* Of a person, from one column to another (-1: none). */
typedef struct {
  guint person;
  gint32 from, to;
} KkrMatchingMove;

/* KkrMatchingMore of all slots, with their moves. */
GArray *kkr_matching_find_more (KkrMatchingPlan *plan, GArray *moves, GCancellable *cancellable,
                                GError **error);
KkrTable *kkr_matching_build_more_places (const KkrMatchingPlan *plan, const GArray *all,
                                          const GArray *moves, GError **error);
KkrTable *kkr_matching_build_more_kinds (const KkrMatchingPlan *plan, const GArray *all,
                                         const GArray *moves, GError **error);
KkrTable *kkr_matching_build_moves (const KkrMatchingPlan *plan, const GArray *all,
                                    const GArray *moves, GError **error);

G_END_DECLS
