/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/kkr-calculator.h>

G_BEGIN_DECLS

#define KKR_TYPE_OBJECTIVE_FINANCING (kkr_objective_financing_get_type ())
KKR_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (KkrObjectiveFinancing, kkr_objective_financing, KKR, OBJECTIVE_FINANCING,
                      KkrCalculator)

KKR_AVAILABLE_IN_ALL
KkrObjectiveFinancing *kkr_objective_financing_new (void);

G_END_DECLS
