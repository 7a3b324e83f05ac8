/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-derivation-builder.h>
#include <libkkr/base/kkr-interval-private.h>
#include <libkkr/calc/kkr-result.h>

G_BEGIN_DECLS

/* The whole numbers that printed percentages can be percentages of. */

typedef struct {
  char *text;
  KkrRational value, precision;
  KkrInterval interval;
} KkrPercentage;

typedef struct {
  GArray *percentages; /* KkrPercentage */
  KkrRoundingMode mode;
  gint64 from, to;
  GArray *bases; /* gint64 */
} KkrBaseSearch;

KkrBaseSearch *kkr_base_search_new (const char *percentages, KkrRoundingMode mode, gint64 from,
                                    gint64 to, GError **error);
void kkr_base_search_free (KkrBaseSearch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrBaseSearch, kkr_base_search_free)

gboolean kkr_base_search_run (KkrBaseSearch *self, GCancellable *cancellable, GError **error);
/* The counts that are printed as the percentage when they are parts of the base; FALSE if none is.
 */
gboolean kkr_base_search_counts (const KkrBaseSearch *self, guint percentage, gint64 base,
                                 gint64 *from, gint64 *to);
KkrTable *kkr_base_search_build_bases (const KkrBaseSearch *self, GError **error);
KkrTable *kkr_base_search_build_counts (const KkrBaseSearch *self, GError **error);
/* The steps to the least or largest of these counts, from the step `base`. */
void kkr_base_search_derive_count (const KkrBaseSearch *self, KkrDerivationBuilder *builder,
                                   guint percentage, gint64 base, gboolean highest,
                                   const char *id);
KkrDerivation *kkr_base_search_derive (const KkrBaseSearch *self, KkrResult *result,
                                       const char *column, guint row, GError **error);

G_END_DECLS
