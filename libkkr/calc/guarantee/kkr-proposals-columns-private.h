/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/guarantee/kkr-proposals-private.h>
#include <libkkr/table/kkr-table-builder-private.h>

G_BEGIN_DECLS

/* Whole numbers; KKR_PROPOSALS_UNKNOWN is a cell that is missing. */
void kkr_proposals_add_whole (KkrTableBuilder *builder, const char *name, const char *danish,
                              const char *english, KkrUnit unit, const gint64 *values, guint n);
/* "maximum", "Højst"; the amounts that stand in several tables have one name. */
const char *kkr_proposals_amount_name (guint amount);
const char *kkr_proposals_amount_title (guint amount, const char *language);
/* `get` gives the amount of a row. */
void kkr_proposals_add_amounts (const KkrProposals *self, KkrTableBuilder *builder, guint n,
                                gint64 (*get) (const KkrProposals *self, guint row, guint amount),
                                gboolean totals);
/* Of the combinations, and of all that are eligible. */
gint64 kkr_proposals_sum (const KkrProposals *self, guint amount, const guint8 *chosen);
/* Whether the amount is known of all that may have a guarantee. */
gboolean kkr_proposals_is_known (const KkrProposals *self, guint amount);
/* Proposals of a line of the summary: all, the eligible ones and those selected. */
gboolean kkr_proposals_in_scope (const KkrProposals *self, guint proposal, guint scope);
guint kkr_proposals_n_scopes (const KkrProposals *self);
/* The proposals that are ranked, the best first. */
GArray *kkr_proposals_ranked (const KkrProposals *self);
/* Calendar years in which a guarantee runs, ascending. */
GArray *kkr_proposals_years (const KkrProposals *self);

/* What a proposal costs and earns at an occupancy, in exact øre. */
typedef enum {
  KKR_COVER_FEES,
  KKR_COVER_GUARANTEE,
  KKR_COVER_PRICED,
  KKR_COVER_FIXED,
  KKR_COVER_VARIABLE,
  KKR_COVER_RESULT,
  KKR_COVER_UNSAVED,
  KKR_COVER_UNSAVED_RESULT,
  KKR_COVER_N,
} KkrCover;

const char *kkr_cover_name (guint cover);
const char *kkr_cover_title (guint cover, const char *language);
/* In the names that kkr_cover_formula()'s readers give: full, share, priced, occupancy. */
const char *kkr_cover_formula (guint cover);
/* The proposal and the occupancy of a row. */
guint kkr_cover_proposal (const KkrProposals *self, guint row, KkrRational *occupancy);
guint kkr_cover_n_rows (const KkrProposals *self);
gboolean kkr_cover_compute (const KkrProposals *self, guint row, gint64 *amounts, GError **error);
/* The n-th proposal whose usual occupancy is known. */
guint kkr_cover_nth (const KkrProposals *self, guint n);
gboolean kkr_cover_break_even (const KkrProposals *self, guint proposal, KkrRational *occupancy,
                               gint64 *surplus);

G_END_DECLS
