/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/kkr-calculator.h>

G_BEGIN_DECLS

#define KKR_TYPE_CLAIMS (kkr_claims_get_type ())
KKR_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (KkrClaims, kkr_claims, KKR, CLAIMS, KkrCalculator)

KKR_AVAILABLE_IN_ALL
KkrClaims *kkr_claims_new (void);

G_END_DECLS
