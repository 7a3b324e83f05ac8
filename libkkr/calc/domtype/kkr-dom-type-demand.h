/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/kkr-calculator.h>

G_BEGIN_DECLS

#define KKR_TYPE_DOM_TYPE_DEMAND (kkr_dom_type_demand_get_type ())
KKR_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (KkrDomTypeDemand, kkr_dom_type_demand, KKR, DOM_TYPE_DEMAND, KkrCalculator)

KKR_AVAILABLE_IN_ALL
KkrDomTypeDemand *kkr_dom_type_demand_new (void);

G_END_DECLS
