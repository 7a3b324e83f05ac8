/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-derivation-builder.h>
#include <libkkr/calc/capacity/kkr-secured-private.h>
#include <libkkr/kernel/kkr-cohort-chance-private.h>

G_BEGIN_DECLS

/* What chance does to the need of secured places: the years of a plan drawn many times over. */

#define KKR_SECURED_MAX_PERCENTILES 19

typedef struct {
  guint n;
  int percents[KKR_SECURED_MAX_PERCENTILES]; /* ascending, each once */
} KkrSecuredPercentiles;

typedef struct {
  const KkrSecured *plan;
  const KkrSecuredCase *full;
  const KkrSecuredYear *sums;
  KkrSecuredPercentiles percentiles;
  KkrCohortChances *chances;
} KkrSecuredChance;

/* FALSE where a word of the text is no whole number from 1 to 99, or there are none or too many;
 * `bad` is then the word, to be freed, or NULL. */
gboolean kkr_secured_percentiles_parse (const char *text, KkrSecuredPercentiles *percentiles,
                                        char **bad);
/* The square root of num / den to the nearest whole number; num >= 0, den > 0. */
gint64 kkr_secured_root (KkrInt128 num, KkrInt128 den);

/* FALSE with UNSUPPORTED, which names the row, where there are too many persons to be drawn. */
gboolean kkr_secured_check_drawn (const KkrSecured *plan, const KkrSecuredCase *full,
                                  GError **error);
void kkr_secured_install_chance (KkrCalculatorClass *klass);
void kkr_secured_check_chance (KkrCalculator *calculator);
/* The tables and notes of what is drawn; none of them where no paths are asked for. */
gboolean kkr_secured_add_chance (const KkrSecured *plan, const KkrSecuredCase *full,
                                 const KkrSecuredYear *sums, GCancellable *cancellable,
                                 GPtrArray *tables, GPtrArray *notes, GError **error);

KkrTable *kkr_secured_build_bands (const KkrSecuredChance *self, GError **error);
KkrTable *kkr_secured_build_exceeded (const KkrSecuredChance *self, GError **error);
KkrTable *kkr_secured_build_reserve (const KkrSecuredChance *self, GError **error);
void kkr_secured_add_chance_notes (const KkrSecuredChance *self, GPtrArray *notes);

/* Whether the table is one of these. */
gboolean kkr_secured_is_of_chance (const char *table);
/* From the cells of the result alone: nothing is drawn again. */
gboolean kkr_secured_derive_chance (KkrDerivationBuilder *builder, KkrCalculator *calculator,
                                    KkrResult *result, KkrTable *table, const char *column,
                                    guint row);

G_END_DECLS
