/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/kkr-calculator.h>

G_BEGIN_DECLS

#define KKR_TYPE_TARIFF_FOLLOWUP (kkr_tariff_followup_get_type ())
KKR_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (KkrTariffFollowup, kkr_tariff_followup, KKR, TARIFF_FOLLOWUP, KkrCalculator)

KKR_AVAILABLE_IN_ALL
KkrTariffFollowup *kkr_tariff_followup_new (void);

G_END_DECLS
