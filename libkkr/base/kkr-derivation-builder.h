/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-derivation.h>
#include <libkkr/base/kkr-note.h>
#include <libkkr/base/kkr-source.h>

G_BEGIN_DECLS

#define KKR_TYPE_DERIVATION_BUILDER (kkr_derivation_builder_get_type ())
KKR_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (KkrDerivationBuilder, kkr_derivation_builder, KKR, DERIVATION_BUILDER,
                      GObject)

KKR_AVAILABLE_IN_ALL
KkrDerivationBuilder *kkr_derivation_builder_new (const char *column, const char *key);
KKR_AVAILABLE_IN_ALL
void kkr_derivation_builder_set_title (KkrDerivationBuilder *self, const char *danish,
                                       const char *english);
KKR_AVAILABLE_IN_ALL
void kkr_derivation_builder_set_register (KkrDerivationBuilder *self, const char *data_version,
                                          const char *sha256);
KKR_AVAILABLE_IN_ALL
void kkr_derivation_builder_add_value (KkrDerivationBuilder *self, const char *id,
                                       const char *danish, const char *english, const char *exact,
                                       KkrUnit unit);
KKR_AVAILABLE_IN_ALL
void kkr_derivation_builder_add_amount (KkrDerivationBuilder *self, const char *id,
                                        const char *danish, const char *english, gint64 amount);
KKR_AVAILABLE_IN_ALL
void kkr_derivation_builder_add_text (KkrDerivationBuilder *self, const char *id,
                                      const char *danish, const char *english, const char *text);
KKR_AVAILABLE_IN_ALL
void kkr_derivation_builder_set_source (KkrDerivationBuilder *self, KkrSource *source,
                                        const char *section);
KKR_AVAILABLE_IN_ALL
void kkr_derivation_builder_set_price_level (KkrDerivationBuilder *self, const char *price_level);
KKR_AVAILABLE_IN_ALL
void kkr_derivation_builder_add_sum (KkrDerivationBuilder *self, const char *id, const char *danish,
                                     const char *english, const char *const *keys,
                                     const char *const *exact, KkrUnit unit);
KKR_AVAILABLE_IN_ALL
void kkr_derivation_builder_add_formula (KkrDerivationBuilder *self, const char *id,
                                         const char *danish, const char *english,
                                         const char *expression, KkrUnit unit);
KKR_AVAILABLE_IN_ALL
void kkr_derivation_builder_add_rounding (KkrDerivationBuilder *self, const char *id,
                                          const char *danish, const char *english,
                                          const char *expression, KkrUnit unit,
                                          KkrRoundingMode mode, const char *rounding_unit);
KKR_AVAILABLE_IN_ALL
void kkr_derivation_builder_add_apportionment (KkrDerivationBuilder *self, const char *id,
    const char *danish, const char *english, const char *total, const char *const *keys,
    const char *const *weights, KkrApportionMethod method, KkrTieRule tie_rule,
    const char *rounding_unit, guint row, const char *share);
KKR_AVAILABLE_IN_ALL
void kkr_derivation_builder_add_note (KkrDerivationBuilder *self, KkrNote *note);
KKR_AVAILABLE_IN_ALL
KkrDerivation *kkr_derivation_builder_end (KkrDerivationBuilder *self, GError **error);

G_END_DECLS
