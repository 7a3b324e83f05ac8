/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-enums.h>

G_BEGIN_DECLS

#define KKR_TYPE_DERIVATION (kkr_derivation_get_type ())
KKR_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (KkrDerivation, kkr_derivation, KKR, DERIVATION, GObject)

KKR_AVAILABLE_IN_ALL
KkrDerivation *kkr_derivation_new_from_json (const char *text, GError **error);
KKR_AVAILABLE_IN_ALL
const char *kkr_derivation_get_column (KkrDerivation *self);
KKR_AVAILABLE_IN_ALL
const char *kkr_derivation_get_key (KkrDerivation *self);
KKR_AVAILABLE_IN_ALL
const char *kkr_derivation_get_value (KkrDerivation *self);
KKR_AVAILABLE_IN_ALL
KkrUnit kkr_derivation_get_unit (KkrDerivation *self);
KKR_AVAILABLE_IN_ALL
char **kkr_derivation_dup_step_ids (KkrDerivation *self);
KKR_AVAILABLE_IN_ALL
char *kkr_derivation_dup_step_value (KkrDerivation *self, const char *id);
KKR_AVAILABLE_IN_ALL
char *kkr_derivation_to_string (KkrDerivation *self);
KKR_AVAILABLE_IN_ALL
char *kkr_derivation_to_string_in (KkrDerivation *self, const char *language);
KKR_AVAILABLE_IN_ALL
char *kkr_derivation_to_json (KkrDerivation *self);
KKR_AVAILABLE_IN_ALL
char *kkr_derivation_to_html (KkrDerivation *self);
KKR_AVAILABLE_IN_ALL
char *kkr_derivation_to_html_in (KkrDerivation *self, const char *language);
KKR_AVAILABLE_IN_ALL
char *kkr_derivation___str__ (KkrDerivation *self);
KKR_AVAILABLE_IN_ALL
char *kkr_derivation___repr__ (KkrDerivation *self);
KKR_AVAILABLE_IN_ALL
char *kkr_derivation__repr_html_ (KkrDerivation *self);

G_END_DECLS
