/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The text of a start tag, which the parser has found to be one: name, blanks, and pairs of a name
 * and a quoted value. */

const char *kkr_tag_skip_blanks (const char *at, const char *end);
/* Looks for one attribute after the other. What was found last is kept, and of its value parts that
 * ascend are each found from the one before. Begins with the tag and its end, and nothing else. */
typedef struct {
  const char *tag;
  const char *end;
  const char *name;
  const char *start; /* of the attribute; NULL if the tag has none of that name */
  const char *value;
  const char *value_end;
  guint part;
  const char *part_start;
} KkrTagCursor;

/* Where an attribute begins or, from 1, a part of its value, where parts have a "|" between them;
 * NULL if the tag has no such attribute. The name is there as long as the cursor. */
const char *kkr_tag_cursor_find (KkrTagCursor *cursor, const char *name, guint part);

G_END_DECLS
