/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/model/kkr-arrangement.h>

G_BEGIN_DECLS

KKR_AVAILABLE_IN_ALL
char *kkr_arrangement_dup_reference_date (KkrArrangement *self, int year);
KKR_AVAILABLE_IN_ALL
KkrMunicipality **kkr_arrangement_dup_municipalities_on (KkrArrangement *self, const char *day,
                                                         gsize *n_municipalities, GError **error);
KKR_AVAILABLE_IN_ALL
gboolean kkr_arrangement_is_exempt (KkrArrangement *self, KkrMunicipality *municipality);
KKR_AVAILABLE_IN_ALL
const char *kkr_arrangement_get_weights_title_in (KkrArrangement *self, const char *language);
KKR_AVAILABLE_IN_ALL
const char *kkr_arrangement_get_weight_title_in (KkrArrangement *self, const char *language);
KKR_AVAILABLE_IN_ALL
const char *kkr_arrangement_get_volumes_title_in (KkrArrangement *self, const char *language);
KKR_AVAILABLE_IN_ALL
const char *kkr_arrangement_get_volume_title_in (KkrArrangement *self, const char *language);

G_END_DECLS
