/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/domtype/kkr-matching-choices.h>
#include <libkkr/calc/domtype/kkr-sector.h>
#include <libkkr/calc/kkr-calculator.h>

G_BEGIN_DECLS

#define KKR_TYPE_PLACEMENT_MATCHING (kkr_placement_matching_get_type ())
KKR_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (KkrPlacementMatching, kkr_placement_matching, KKR, PLACEMENT_MATCHING,
                      KkrCalculator)

KKR_AVAILABLE_IN_ALL
KkrPlacementMatching *kkr_placement_matching_new (void);

G_END_DECLS
