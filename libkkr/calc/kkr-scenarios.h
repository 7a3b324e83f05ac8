/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/kkr-calculator.h>

G_BEGIN_DECLS

KKR_AVAILABLE_IN_ALL
KkrTable *kkr_calculator_read_scenarios (KkrCalculator *self, const char *path,
                                         GCancellable *cancellable, GError **error);
KKR_AVAILABLE_IN_ALL
KkrTable *kkr_calculator_read_scenarios_bytes (KkrCalculator *self, GBytes *bytes, const char *uri,
                                               GCancellable *cancellable, GError **error);
KKR_AVAILABLE_IN_ALL
void kkr_calculator_read_scenarios_async (KkrCalculator *self, const char *path,
                                          GCancellable *cancellable, GAsyncReadyCallback callback,
                                          gpointer user_data);
KKR_AVAILABLE_IN_ALL
KkrTable *kkr_calculator_read_scenarios_finish (KkrCalculator *self, GAsyncResult *result,
                                                GError **error);

G_END_DECLS
