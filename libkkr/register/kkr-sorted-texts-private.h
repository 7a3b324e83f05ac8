/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Texts in ascending order, wherever they lie: what has them gives the one at a place. A damaged
 * block may have none there, which is before every text. */
typedef const char *(*KkrTextAt) (gpointer owner, guint place);

/* The place of the first of `n` texts that is not before `text`. */
guint kkr_sorted_texts_bound (gpointer owner, guint n, KkrTextAt text_at, const char *text);
/* Whether `text` is one of them, and its first place. */
gboolean kkr_sorted_texts_find (gpointer owner, guint n, KkrTextAt text_at, const char *text,
                                guint *place);

G_END_DECLS
