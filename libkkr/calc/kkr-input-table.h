/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/kkr-calculator.h>

G_BEGIN_DECLS

KKR_AVAILABLE_IN_ALL
KkrTable *kkr_calculator_read_table (KkrCalculator *self, const char *input,
                                     const char *const *paths, GCancellable *cancellable,
                                     GError **error);
KKR_AVAILABLE_IN_ALL
void kkr_calculator_read_table_async (KkrCalculator *self, const char *input,
                                      const char *const *paths, GCancellable *cancellable,
                                      GAsyncReadyCallback callback, gpointer user_data);
KKR_AVAILABLE_IN_ALL
KkrTable *kkr_calculator_read_table_finish (KkrCalculator *self, GAsyncResult *result,
                                            GError **error);
KKR_AVAILABLE_IN_ALL
KkrTable *kkr_calculator_read_table_bytes (KkrCalculator *self, const char *input, GBytes *bytes,
                                           const char *uri, GCancellable *cancellable,
                                           GError **error);
KKR_AVAILABLE_IN_ALL
KkrTable *kkr_calculator_describe_table (KkrCalculator *self, const char *input, GError **error);

G_END_DECLS
