/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/guarantee/kkr-guarantee-choices.h>
#include <libkkr/calc/guarantee/kkr-guarantee-rules.h>
#include <libkkr/calc/guarantee/kkr-guarantee-terms.h>
#include <libkkr/calc/kkr-calculator.h>

G_BEGIN_DECLS

#define KKR_TYPE_DEFICIT_GUARANTEE (kkr_deficit_guarantee_get_type ())
KKR_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (KkrDeficitGuarantee, kkr_deficit_guarantee, KKR, DEFICIT_GUARANTEE,
                      KkrCalculator)

KKR_AVAILABLE_IN_ALL
KkrDeficitGuarantee *kkr_deficit_guarantee_new (void);

G_END_DECLS
