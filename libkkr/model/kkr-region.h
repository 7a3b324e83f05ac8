/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-source.h>

G_BEGIN_DECLS

#define KKR_TYPE_REGION (kkr_region_get_type ())
KKR_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (KkrRegion, kkr_region, KKR, REGION, GObject)

KKR_AVAILABLE_IN_ALL
const char *kkr_region_get_code (KkrRegion *self);
KKR_AVAILABLE_IN_ALL
const char *kkr_region_get_name (KkrRegion *self);
KKR_AVAILABLE_IN_ALL
const char *kkr_region_get_valid_from (KkrRegion *self);
KKR_AVAILABLE_IN_ALL
const char *kkr_region_get_valid_until (KkrRegion *self);
KKR_AVAILABLE_IN_ALL
KkrSource *kkr_region_get_source (KkrRegion *self);
KKR_AVAILABLE_IN_ALL
const char *kkr_region_get_section (KkrRegion *self);
KKR_AVAILABLE_IN_ALL
gboolean kkr_region_get_confirmed (KkrRegion *self);
KKR_AVAILABLE_IN_ALL
char *kkr_region_to_string (KkrRegion *self);
KKR_AVAILABLE_IN_ALL
char *kkr_region___str__ (KkrRegion *self);
KKR_AVAILABLE_IN_ALL
char *kkr_region___repr__ (KkrRegion *self);

G_END_DECLS
