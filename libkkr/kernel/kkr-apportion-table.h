/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-progress.h>

G_BEGIN_DECLS

KKR_AVAILABLE_IN_ALL
gint64 *kkr_apportion_table (const gint64 *row_totals, gsize n_rows, const gint64 *column_totals,
                             gsize n_columns, const gint64 *weights, gsize n_weights, gint64 unit,
                             GCancellable *cancellable, gsize *n_shares, GError **error);
KKR_AVAILABLE_IN_ALL
void kkr_apportion_table_async (const gint64 *row_totals, gsize n_rows,
                                const gint64 *column_totals, gsize n_columns,
                                const gint64 *weights, gsize n_weights, gint64 unit,
                                KkrProgress *progress, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data);
KKR_AVAILABLE_IN_ALL
gint64 *kkr_apportion_table_finish (GAsyncResult *result, gsize *n_shares, GError **error);

G_END_DECLS
