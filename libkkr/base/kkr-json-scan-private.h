/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Reads the canonical JSON that kkr-json writes, and nothing else: texts, lists and objects without
 * a space, members in order, no escape that could be left out. json-glib takes more than JSON,
 * keeps the last of several members of one name and goes down by calling itself; this reader keeps
 * a flat list of what stands where, and its stack is as deep as KKR_JSON_MAX_DEPTH. */

#define KKR_JSON_MAX_DEPTH 16

typedef enum {
  KKR_JSON_TEXT,
  KKR_JSON_LIST,
  KKR_JSON_OBJECT,
} KkrJsonKind;

/* `start` and `length` are those of the text between its quotes; a list or an object has as many
 * values as `length` says. In an object each value stands after its name, which is a text too.
 * `next` is the place after the value and all within it. */
typedef struct {
  KkrJsonKind kind;
  guint start;
  guint length;
  guint next;
} KkrJsonToken;

typedef struct {
  const char *text;
  GArray *tokens;
} KkrJsonScan;

/* KkrLoadError: SYNTAX, DUPLICATE for a second member of one name, LIMIT for more than `max_length`
 * bytes, more than `max_tokens` values and names, or a depth of more than KKR_JSON_MAX_DEPTH. The
 * text has to stay. */
gboolean kkr_json_scan_init (KkrJsonScan *self, const char *text, gsize max_length,
                             guint max_tokens, GError **error);
void kkr_json_scan_clear (KkrJsonScan *self);

const KkrJsonToken *kkr_json_scan_get (const KkrJsonScan *self, guint at);
gboolean kkr_json_scan_equals (const KkrJsonScan *self, guint at, const char *text);
/* What a text says, without its escapes. */
char *kkr_json_scan_dup_text (const KkrJsonScan *self, guint at);
/* The value of a member of an object; 0, which is the document itself, if it has none. */
guint kkr_json_scan_find (const KkrJsonScan *self, guint object, const char *name);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KkrJsonScan, kkr_json_scan_clear)

G_END_DECLS
