/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Lines and columns (in characters, from 1) of places in a text that goes by and is not kept.
 * Places are asked for in ascending order. */
typedef struct {
  GByteArray *rest;   /* of what was fed before, from the place on */
  const guint8 *data; /* what was fed last, which follows it; NULL once it is kept */
  gsize size;
  guint64 rest_offset; /* where the rest begins, in bytes */
  guint64 offset;      /* of the place, in bytes */
  guint line;
  guint column;
} KkrTextPosition;

void kkr_text_position_init (KkrTextPosition *position);
/* The data stays where it is until kkr_text_position_keep(). */
void kkr_text_position_feed (KkrTextPosition *position, const char *data, gsize size);
void kkr_text_position_advance (KkrTextPosition *position, guint64 offset);
/* Copies what lies after the place, and forgets what lies before. */
void kkr_text_position_keep (KkrTextPosition *position);
void kkr_text_position_clear (KkrTextPosition *position);

G_END_DECLS
