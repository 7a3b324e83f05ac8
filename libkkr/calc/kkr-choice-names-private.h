/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/kkr-calculator.h>

G_BEGIN_DECLS

/* What the values of an enum are called where people read them: of an input that is installed
 * already, the names of its values after UNSET in their order, with semicolons between them. */
void kkr_calculator_class_name_choices (KkrCalculatorClass *klass, const char *input,
                                        const char *danish, const char *english);
/* NULL where the value has no name but its nick. */
const char *kkr_param_choice_name (GParamSpec *pspec, int value, const char *language);

G_END_DECLS
