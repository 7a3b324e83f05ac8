/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a terminal over the whole screen shows on one line. */
#define KKR_TABLE_WIDTH 160

/* Columns on a terminal, not characters: some take two, combining ones none. */
guint kkr_text_width (const char *text);
guint kkr_text_longest_word (const char *text);
/* Lines of at most so many columns, broken at spaces; a longer word has a line of its own. */
char **kkr_text_wrap (const char *text, guint width);
/* With `gap` columns between them. */
guint kkr_widths_sum (const guint *widths, guint n, guint gap);
/* Takes from the widest, and never below `least`, until the sum fits or nothing is left to take. */
void kkr_widths_fit (guint *widths, const guint *least, guint n, guint gap);

G_END_DECLS
