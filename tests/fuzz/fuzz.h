/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The one function of each target, by the name under which libFuzzer and AFL++ call it. It aborts
 * where a promise is broken. */
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* The input as text: valid UTF-8 without a NUL byte, as every language gives it. */
char *fuzz_text (const guint8 *data, gsize size);

/* Takes a number of so many bytes, the lowest first, from the input; fewer where it ends. */
gint64 fuzz_take_int (const guint8 **data, gsize *size, gsize n_bytes);

/* Checks what came back: a value, or an error of one of our domains with a readable message, and
 * never both; then clears the error. Gives whether it was a value. */
gboolean fuzz_settle (gboolean has_value, GError **error);

/* Aborts unless it is valid UTF-8 with no locale in it. */
void fuzz_check_text (const char *text);

/* Takes a line and its fields from a text, in place; NULL after the last. */
char *fuzz_next_line (char **rest);
char *fuzz_next_field (char **rest, char separator);

G_END_DECLS
