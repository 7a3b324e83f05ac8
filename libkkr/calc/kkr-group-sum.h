/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

#include <libkkr/base/kkr-progress.h>
#include <libkkr/table/kkr-table.h>

G_BEGIN_DECLS

KKR_AVAILABLE_IN_ALL
KkrTable *kkr_group_sum (GBytes *keys, GBytes *values, GBytes *statuses, KkrUnit unit,
                         int n_threads, GCancellable *cancellable, GError **error);
KKR_AVAILABLE_IN_ALL
void kkr_group_sum_async (GBytes *keys, GBytes *values, GBytes *statuses, KkrUnit unit,
                          int n_threads, KkrProgress *progress, GCancellable *cancellable,
                          GAsyncReadyCallback callback, gpointer user_data);
KKR_AVAILABLE_IN_ALL
KkrTable *kkr_group_sum_finish (GAsyncResult *result, GError **error);

KKR_AVAILABLE_IN_ALL
KkrTable *kkr_table_group_sum (KkrTable *self, const char *key, const char *value, int n_threads,
                               GCancellable *cancellable, GError **error);
KKR_AVAILABLE_IN_ALL
void kkr_table_group_sum_async (KkrTable *self, const char *key, const char *value, int n_threads,
                                KkrProgress *progress, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data);
KKR_AVAILABLE_IN_ALL
KkrTable *kkr_table_group_sum_finish (KkrTable *self, GAsyncResult *result, GError **error);

G_END_DECLS
