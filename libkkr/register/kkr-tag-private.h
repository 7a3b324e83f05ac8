/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The text of a start tag, which the parser has found to be one: name, blanks, and pairs of a name
 * and a quoted value. */

const char *kkr_tag_skip_blanks (const char *at, const char *end);
/* Where an attribute begins or, from 1, a part of its value, where parts have a "|" between them;
 * NULL if the tag has no such attribute. */
const char *kkr_tag_find_attribute (const char *tag, const char *end, const char *name,
                                    guint part);

G_END_DECLS
