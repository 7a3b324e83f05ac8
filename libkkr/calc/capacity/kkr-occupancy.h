/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/capacity/kkr-occupancy-choices.h>
#include <libkkr/calc/kkr-calculator.h>

G_BEGIN_DECLS

#define KKR_TYPE_OCCUPANCY (kkr_occupancy_get_type ())
KKR_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (KkrOccupancy, kkr_occupancy, KKR, OCCUPANCY, KkrCalculator)

KKR_AVAILABLE_IN_ALL
KkrOccupancy *kkr_occupancy_new (void);

G_END_DECLS
