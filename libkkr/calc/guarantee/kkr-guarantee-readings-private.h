/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/kkr-calculator-private.h>

G_BEGIN_DECLS

/* "Garantiens år løber: for hver plads fra dens egen ibrugtagning." */
char *kkr_guarantee_reading (KkrCalculator *calculator, const char *input, const char *language);
/* Tells in words what was chosen where nobody chose. */
void kkr_guarantee_tell_readings (KkrCalculator *calculator);

G_END_DECLS
