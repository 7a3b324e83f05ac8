/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-derivation-builder.h>
#include <libkkr/calc/domtype/kkr-matching-plan-private.h>

G_BEGIN_DECLS

/* The cell that is explained. */
typedef struct {
  KkrMatching *matching;
  KkrMatchingPlan *plan; /* without an assignment: that stands in the tables */
  KkrResult *result;
  KkrTable *table;
  KkrColumn *cells;
  const char *column;
  guint row;
  KkrDerivationBuilder *builder;
} KkrMatchingCell;

void kkr_matching_cell_add_int (const KkrMatchingCell *self, const char *id, const char *danish,
                                const char *english, gint64 value, KkrUnit unit);
/* Terms of a sum, which may be none. */
typedef struct {
  GPtrArray *keys, *exact;
} KkrMatchingTerms;

void kkr_matching_terms_init (KkrMatchingTerms *self);
void kkr_matching_terms_add (KkrMatchingTerms *self, const char *key, gint64 value,
                             gint64 divisor);
void kkr_matching_terms_clear (KkrMatchingTerms *self);
/* The sum, or the value 0 of none. */
void kkr_matching_cell_add_terms (const KkrMatchingCell *self, KkrMatchingTerms *terms,
                                  const char *id, const char *danish, const char *english,
                                  KkrUnit unit);
/* The label of another column in the row, "" where it has none. */
const char *kkr_matching_cell_get_label (const KkrMatchingCell *self, const char *column);
/* The reason whose id stands in the row; N_REASONS: none. */
guint kkr_matching_cell_find_reason (const KkrMatchingCell *self);
/* All reasons of a pair as one text, or that there are none. */
char *kkr_matching_cell_dup_reasons (const KkrMatchingCell *self, guint person, guint slot,
                                     const char *language);

/* FALSE for a column that explains itself. */
gboolean kkr_matching_cell_derive_person (const KkrMatchingCell *self);
gboolean kkr_matching_cell_derive_left_over (const KkrMatchingCell *self);
gboolean kkr_matching_cell_derive_more (const KkrMatchingCell *self);
gboolean kkr_matching_cell_derive_read (const KkrMatchingCell *self);

G_END_DECLS
