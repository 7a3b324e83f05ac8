/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Hands on what is wrong with a file, with its path, which GIO leaves out of some messages. */
void kkr_file_propagate_error (GError **error, GError *wrong, const char *path);
/* The contents of a file. Of one that is larger than `max_size`, or that never ends, only so much
 * is read that it shows. */
GBytes *kkr_file_load (const char *path, gsize max_size, GCancellable *cancellable, GError **error);

G_END_DECLS
