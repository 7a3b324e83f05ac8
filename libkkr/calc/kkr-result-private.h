/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/kkr-result.h>

G_BEGIN_DECLS

/* The copy of the calculator that computed the result. */
KkrCalculator *kkr_result_get_calculator (KkrResult *self);

/* The lines that say what a result was made from: (name, label, value), three texts a line. */
char **kkr_result_dup_input_lines (KkrResult *self, const char *language);

/* The table and the bare name of a column written as "column" or "table.column". */
KkrTable *kkr_result_find_table (KkrResult *self, const char *column, const char **bare,
                                 GError **error);

G_END_DECLS
