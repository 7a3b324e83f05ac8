/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/kkr-calculator-private.h>

G_BEGIN_DECLS

/* "Garantiens år løber: for hver plads fra dens egen ibrugtagning." */
char *kkr_guarantee_reading (KkrCalculator *calculator, const char *input, const char *language);
/* The same words for the choices, when the inputs are installed. */
void kkr_guarantee_name_readings (KkrCalculatorClass *klass);

G_END_DECLS
