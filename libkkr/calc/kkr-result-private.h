/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/kkr-result.h>

G_BEGIN_DECLS

typedef struct _KkrBatch KkrBatch;

/* The result of many scenarios, whose batch is kept and whose calculator is that of the batch. */
KkrResult *kkr_result_new_batch (KkrBatch *batch, KkrTable *table);
/* NULL for the result of a run. */
KkrBatch *kkr_result_get_batch (KkrResult *self);

/* The copy of the calculator that computed the result. */
KkrCalculator *kkr_result_get_calculator (KkrResult *self);

/* Of a batch: what stands before its table, the first scenarios, and its first rows; NULL for the
 * result of a run. */
char *kkr_result_print_batch (KkrResult *self, const char *language);
char *kkr_result_mark_up_batch (KkrResult *self, const char *language);

/* The lines that say what a result was made from: (name, label, value), three texts a line. */
char **kkr_result_dup_input_lines (KkrResult *self, const char *language);

/* The table and the bare name of a column written as "column" or "table.column". */
KkrTable *kkr_result_find_table (KkrResult *self, const char *column, const char **bare,
                                 GError **error);

G_END_DECLS
