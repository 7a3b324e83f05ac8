/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/kkr-calculator.h>

G_BEGIN_DECLS

#define KKR_TYPE_PERCENTAGE_BASE (kkr_percentage_base_get_type ())
KKR_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (KkrPercentageBase, kkr_percentage_base, KKR, PERCENTAGE_BASE, KkrCalculator)

KKR_AVAILABLE_IN_ALL
KkrPercentageBase *kkr_percentage_base_new (void);

G_END_DECLS
