/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Lines and columns (in characters, from 1) of places in a text that goes by and is not kept.
 * Places are asked for in ascending order. */
typedef struct {
  GByteArray *window; /* a part of the text, up to what was fed last */
  guint64 window_offset;
  guint64 offset; /* of the place, in bytes */
  guint line;
  guint column;
} KkrTextPosition;

void kkr_text_position_init (KkrTextPosition *position);
/* Forgets what lies before the place. */
void kkr_text_position_feed (KkrTextPosition *position, const char *data, gsize size);
void kkr_text_position_advance (KkrTextPosition *position, guint64 offset);
void kkr_text_position_clear (KkrTextPosition *position);

G_END_DECLS
