/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

#include <libkkr/base/kkr-progress.h>

G_BEGIN_DECLS

KKR_AVAILABLE_IN_ALL
GBytes *kkr_assign (GBytes *costs, guint n_columns, GCancellable *cancellable, GError **error);
KKR_AVAILABLE_IN_ALL
void kkr_assign_async (GBytes *costs, guint n_columns, KkrProgress *progress,
                       GCancellable *cancellable, GAsyncReadyCallback callback,
                       gpointer user_data);
KKR_AVAILABLE_IN_ALL
GBytes *kkr_assign_finish (GAsyncResult *result, GError **error);

G_END_DECLS
