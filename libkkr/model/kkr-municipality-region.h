/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/model/kkr-municipality.h>

G_BEGIN_DECLS

KKR_AVAILABLE_IN_ALL
KkrRegion *kkr_municipality_get_region_on (KkrMunicipality *self, const char *day,
                                           GError **error);

G_END_DECLS
