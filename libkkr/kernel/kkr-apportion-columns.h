/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

#include <libkkr/base/kkr-apportionment.h>
#include <libkkr/base/kkr-progress.h>

G_BEGIN_DECLS

KKR_AVAILABLE_IN_ALL
GBytes *kkr_apportion_columns (GBytes *totals, GBytes *weights, guint n_weights,
                               KkrApportionMethod method, gint64 unit, KkrTieRule tie_rule,
                               int n_threads, GCancellable *cancellable, GError **error);
KKR_AVAILABLE_IN_ALL
void kkr_apportion_columns_async (GBytes *totals, GBytes *weights, guint n_weights,
                                  KkrApportionMethod method, gint64 unit, KkrTieRule tie_rule,
                                  int n_threads, KkrProgress *progress, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data);
KKR_AVAILABLE_IN_ALL
GBytes *kkr_apportion_columns_finish (GAsyncResult *result, GError **error);

G_END_DECLS
