/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/kkr-calculator.h>

G_BEGIN_DECLS

/* The inputs of KkrCarryOver after the results. */
void kkr_carry_install_rules (KkrCalculatorClass *klass);
void kkr_carry_install_departments (KkrCalculatorClass *klass);
void kkr_carry_install_later (KkrCalculatorClass *klass);
void kkr_carry_install_settlement (KkrCalculatorClass *klass);
void kkr_carry_install_bridge (KkrCalculatorClass *klass);

void kkr_carry_explain_columns (KkrCalculatorClass *klass);

G_END_DECLS
