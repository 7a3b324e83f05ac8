/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-source.h>
#include <libkkr/model/kkr-municipality.h>

G_BEGIN_DECLS

#define KKR_TYPE_ARRANGEMENT (kkr_arrangement_get_type ())
KKR_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (KkrArrangement, kkr_arrangement, KKR, ARRANGEMENT, GObject)

KKR_AVAILABLE_IN_ALL
const char *kkr_arrangement_get_id (KkrArrangement *self);
KKR_AVAILABLE_IN_ALL
const char *kkr_arrangement_get_title (KkrArrangement *self);
KKR_AVAILABLE_IN_ALL
const char *kkr_arrangement_get_title_in (KkrArrangement *self, const char *language);
KKR_AVAILABLE_IN_ALL
const char *kkr_arrangement_get_budget_key (KkrArrangement *self);
KKR_AVAILABLE_IN_ALL
const char *kkr_arrangement_get_weight_key (KkrArrangement *self);
KKR_AVAILABLE_IN_ALL
const char *kkr_arrangement_get_own_use_key (KkrArrangement *self);
KKR_AVAILABLE_IN_ALL
const char *const *kkr_arrangement_get_volume_keys (KkrArrangement *self);
KKR_AVAILABLE_IN_ALL
const char *kkr_arrangement_get_equal_percent (KkrArrangement *self);
KKR_AVAILABLE_IN_ALL
const char *kkr_arrangement_get_own_use_percent (KkrArrangement *self);
KKR_AVAILABLE_IN_ALL
const char *kkr_arrangement_get_weights_title_in (KkrArrangement *self, const char *language);
KKR_AVAILABLE_IN_ALL
const char *kkr_arrangement_get_weight_title_in (KkrArrangement *self, const char *language);
KKR_AVAILABLE_IN_ALL
const char *kkr_arrangement_get_volumes_title_in (KkrArrangement *self, const char *language);
KKR_AVAILABLE_IN_ALL
const char *kkr_arrangement_get_volume_title_in (KkrArrangement *self, const char *language);
KKR_AVAILABLE_IN_ALL
KkrSource *kkr_arrangement_get_source (KkrArrangement *self);
KKR_AVAILABLE_IN_ALL
const char *kkr_arrangement_get_section (KkrArrangement *self);
KKR_AVAILABLE_IN_ALL
char *kkr_arrangement_dup_reference_date (KkrArrangement *self, int year);
KKR_AVAILABLE_IN_ALL
KkrMunicipality **kkr_arrangement_dup_payers (KkrArrangement *self, const char *valid_on,
                                              gsize *n_payers);
KKR_AVAILABLE_IN_ALL
gboolean kkr_arrangement_is_exempt (KkrArrangement *self, KkrMunicipality *municipality);
KKR_AVAILABLE_IN_ALL
char *kkr_arrangement_to_string (KkrArrangement *self);
KKR_AVAILABLE_IN_ALL
char *kkr_arrangement___str__ (KkrArrangement *self);
KKR_AVAILABLE_IN_ALL
char *kkr_arrangement___repr__ (KkrArrangement *self);

G_END_DECLS
