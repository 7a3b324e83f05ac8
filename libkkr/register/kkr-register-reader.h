/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>
#include <libkkr/base/kkr-problem.h>
#include <libkkr/register/kkr-register.h>

G_BEGIN_DECLS

#define KKR_TYPE_REGISTER_READER (kkr_register_reader_get_type ())
KKR_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (KkrRegisterReader, kkr_register_reader, KKR, REGISTER_READER, GObject)

KKR_AVAILABLE_IN_ALL
KkrRegisterReader *kkr_register_reader_new (void);
KKR_AVAILABLE_IN_ALL
KkrRegister *kkr_register_reader_get_below (KkrRegisterReader *self);
KKR_AVAILABLE_IN_ALL
void kkr_register_reader_set_below (KkrRegisterReader *self, KkrRegister *below);
KKR_AVAILABLE_IN_ALL
KkrRegister *kkr_register_reader_read_folders (KkrRegisterReader *self, const char *const *paths,
                                               GCancellable *cancellable, GError **error);
KKR_AVAILABLE_IN_ALL
KkrRegister *kkr_register_reader_read_files (KkrRegisterReader *self, const char *const *paths,
                                             GCancellable *cancellable, GError **error);
KKR_AVAILABLE_IN_ALL
KkrRegister *kkr_register_reader_read_bytes (KkrRegisterReader *self, GBytes *bytes,
                                             const char *uri, GCancellable *cancellable,
                                             GError **error);
KKR_AVAILABLE_IN_ALL
GListModel *kkr_register_reader_get_problems (KkrRegisterReader *self);
KKR_AVAILABLE_IN_ALL
KkrProblem **kkr_register_reader_dup_problems (KkrRegisterReader *self, gsize *n_problems);

KKR_AVAILABLE_IN_ALL
void kkr_register_reader_read_files_async (KkrRegisterReader *self, const char *const *paths,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback, gpointer user_data);
KKR_AVAILABLE_IN_ALL
KkrRegister *kkr_register_reader_read_files_finish (KkrRegisterReader *self, GAsyncResult *result,
                                                    GError **error);
KKR_AVAILABLE_IN_ALL
void kkr_register_reader_read_folders_async (KkrRegisterReader *self, const char *const *paths,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback callback, gpointer user_data);
KKR_AVAILABLE_IN_ALL
KkrRegister *kkr_register_reader_read_folders_finish (KkrRegisterReader *self,
                                                      GAsyncResult *result, GError **error);
KKR_AVAILABLE_IN_ALL
gdouble kkr_register_reader_get_progress (KkrRegisterReader *self);

G_END_DECLS
