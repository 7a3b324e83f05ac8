/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* JSON in its one canonical form: members sorted by code point, no spaces, UTF-8, and nothing
 * escaped but what has to be (short forms where there are any). Two documents that say the same
 * are the same bytes, so a digest over them means something. */

typedef struct _KkrJson KkrJson;

KkrJson *kkr_json_new_object (void);
KkrJson *kkr_json_new_array (void);
/* Bytes that are no UTF-8 become U+FFFD. */
KkrJson *kkr_json_new_string (const char *text);
void kkr_json_free (KkrJson *self);

/* Takes `value`; a member that is there already is replaced. */
void kkr_json_set (KkrJson *object, const char *name, KkrJson *value);
/* Leaves the member out when `text` is NULL. */
void kkr_json_set_string (KkrJson *object, const char *name, const char *text);
/* Takes `value`. */
void kkr_json_append (KkrJson *array, KkrJson *value);
void kkr_json_append_string (KkrJson *array, const char *text);

char *kkr_json_to_string (const KkrJson *self);
/* The text as a JSON string, with its quotes. */
void kkr_json_quote (GString *out, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrJson, kkr_json_free)

G_END_DECLS
