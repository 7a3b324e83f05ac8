/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

#include <libkkr/base/kkr-progress.h>
#include <libkkr/table/kkr-table.h>

G_BEGIN_DECLS

KKR_AVAILABLE_IN_ALL
KkrTable *kkr_table_place_days (KkrTable *self, const char *place, const char *begin,
                                const char *end, KkrTable *openings, const char *first,
                                const char *last, int n_threads, GCancellable *cancellable,
                                GError **error);
KKR_AVAILABLE_IN_ALL
void kkr_table_place_days_async (KkrTable *self, const char *place, const char *begin,
                                 const char *end, KkrTable *openings, const char *first,
                                 const char *last, int n_threads, KkrProgress *progress,
                                 GCancellable *cancellable, GAsyncReadyCallback callback,
                                 gpointer user_data);
KKR_AVAILABLE_IN_ALL
KkrTable *kkr_table_place_days_finish (KkrTable *self, GAsyncResult *result, GError **error);

G_END_DECLS
