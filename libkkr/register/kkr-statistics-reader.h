/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>
#include <libkkr/base/kkr-problem.h>
#include <libkkr/register/kkr-register.h>

G_BEGIN_DECLS

#define KKR_TYPE_STATISTICS_READER (kkr_statistics_reader_get_type ())
KKR_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (KkrStatisticsReader, kkr_statistics_reader, KKR, STATISTICS_READER, GObject)

KKR_AVAILABLE_IN_ALL
KkrStatisticsReader *kkr_statistics_reader_new (const char *prefix);
KKR_AVAILABLE_IN_ALL
KkrRegister *kkr_statistics_reader_read_file (KkrStatisticsReader *self, const char *path,
                                              GCancellable *cancellable, GError **error);
KKR_AVAILABLE_IN_ALL
KkrRegister *kkr_statistics_reader_read_bytes (KkrStatisticsReader *self, GBytes *bytes,
                                               const char *uri, GCancellable *cancellable,
                                               GError **error);
KKR_AVAILABLE_IN_ALL
void kkr_statistics_reader_read_file_async (KkrStatisticsReader *self, const char *path,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback, gpointer user_data);
KKR_AVAILABLE_IN_ALL
KkrRegister *kkr_statistics_reader_read_file_finish (KkrStatisticsReader *self,
                                                     GAsyncResult *result, GError **error);
KKR_AVAILABLE_IN_ALL
gdouble kkr_statistics_reader_get_progress (KkrStatisticsReader *self);
KKR_AVAILABLE_IN_ALL
GListModel *kkr_statistics_reader_get_problems (KkrStatisticsReader *self);
KKR_AVAILABLE_IN_ALL
KkrProblem **kkr_statistics_reader_dup_problems (KkrStatisticsReader *self, gsize *n_problems);

G_END_DECLS
