/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>
#include <libkkr/register/kkr-register.h>

G_BEGIN_DECLS

#define KKR_TYPE_REGISTER_WRITER (kkr_register_writer_get_type ())
KKR_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (KkrRegisterWriter, kkr_register_writer, KKR, REGISTER_WRITER, GObject)

KKR_AVAILABLE_IN_ALL
KkrRegisterWriter *kkr_register_writer_new (void);
KKR_AVAILABLE_IN_ALL
GBytes *kkr_register_writer_to_bytes (KkrRegisterWriter *self, KkrRegister *reg, GError **error);
KKR_AVAILABLE_IN_ALL
gboolean kkr_register_writer_write_file (KkrRegisterWriter *self, KkrRegister *reg,
                                         const char *path, GCancellable *cancellable,
                                         GError **error);
KKR_AVAILABLE_IN_ALL
void kkr_register_writer_write_file_async (KkrRegisterWriter *self, KkrRegister *reg,
                                           const char *path, GCancellable *cancellable,
                                           GAsyncReadyCallback callback, gpointer user_data);
KKR_AVAILABLE_IN_ALL
gboolean kkr_register_writer_write_file_finish (KkrRegisterWriter *self, GAsyncResult *result,
                                                GError **error);

G_END_DECLS
