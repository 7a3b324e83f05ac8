/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Memory for columns and tables of texts, which may become large. All begins on a cache line, which
 * is what vector instructions and typed arrays ask for at most; large memory lies in large pages
 * where the system has them, since millions of rows are otherwise mostly waiting for page faults.
 * What of it is never touched is not used. */

#define KKR_MEMORY_ALIGNMENT 64

/* Not cleared. The first ends the program where there is no memory, as g_malloc() does; the second
 * gives NULL, for what grows with what somebody asks for. */
gpointer kkr_memory_new (gsize size);
gpointer kkr_memory_try_new (gsize size);
/* Zeros, as g_malloc0() and to be freed by g_free(). */
gpointer kkr_memory_new_zeros (gsize size);
/* How large memory that is full should become: generous, since what is never touched costs nothing
 * and each time it is copied does. */
gsize kkr_memory_next_size (gsize size);
/* With the first `used` bytes of the memory, which is freed and may be NULL. */
gpointer kkr_memory_grow (gpointer memory, gsize used, gsize size);
void kkr_memory_free (gpointer memory);
/* Bytes that own the memory. */
GBytes *kkr_memory_to_bytes (gpointer memory, gsize size);
/* Zeros that may be written to before anybody else has them. */
GBytes *kkr_memory_zeros_to_bytes (gsize size, gpointer *memory);

G_END_DECLS
