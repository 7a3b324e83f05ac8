/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/kkr-calculator.h>

G_BEGIN_DECLS

#define KKR_TYPE_REPRODUCTION (kkr_reproduction_get_type ())
KKR_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (KkrReproduction, kkr_reproduction, KKR, REPRODUCTION, KkrCalculator)

KKR_AVAILABLE_IN_ALL
KkrReproduction *kkr_reproduction_new (void);

G_END_DECLS
