/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/model/kkr-region.h>

G_BEGIN_DECLS

#define KKR_TYPE_MUNICIPALITY (kkr_municipality_get_type ())
KKR_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (KkrMunicipality, kkr_municipality, KKR, MUNICIPALITY, GObject)

KKR_AVAILABLE_IN_ALL
int kkr_municipality_get_code (KkrMunicipality *self);
KKR_AVAILABLE_IN_ALL
const char *kkr_municipality_get_name (KkrMunicipality *self);
KKR_AVAILABLE_IN_ALL
KkrRegion *kkr_municipality_get_region (KkrMunicipality *self);
KKR_AVAILABLE_IN_ALL
const char *kkr_municipality_get_valid_from (KkrMunicipality *self);
KKR_AVAILABLE_IN_ALL
const char *kkr_municipality_get_valid_until (KkrMunicipality *self);
KKR_AVAILABLE_IN_ALL
KkrSource *kkr_municipality_get_source (KkrMunicipality *self);
KKR_AVAILABLE_IN_ALL
const char *kkr_municipality_get_section (KkrMunicipality *self);
KKR_AVAILABLE_IN_ALL
gboolean kkr_municipality_get_confirmed (KkrMunicipality *self);
KKR_AVAILABLE_IN_ALL
char *kkr_municipality_to_string (KkrMunicipality *self);
KKR_AVAILABLE_IN_ALL
char *kkr_municipality___str__ (KkrMunicipality *self);
KKR_AVAILABLE_IN_ALL
char *kkr_municipality___repr__ (KkrMunicipality *self);

G_END_DECLS
