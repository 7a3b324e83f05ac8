/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Texts, each kept once and numbered from 0 in the order in which they first came. Bulk rows bring
 * millions of texts that are no C strings, and a GHashTable would need each of them as one. */
typedef struct {
  char *pool; /* each text and a zero byte */
  gsize pool_length;
  gsize pool_size;
  guint32 *starts; /* of each text in the pool */
  guint n_texts;
  guint n_allocated;
  guint64 *slots; /* hash, and below it number plus 1: one look into memory for most texts */
  guint n_slots;  /* a power of 2, or 0 */
} KkrInterner;

#define KKR_INTERNER_NONE G_MAXUINT32

void kkr_interner_clear (KkrInterner *self);
/* KKR_INTERNER_NONE for a text that has not come yet. */
guint kkr_interner_find (const KkrInterner *self, const char *text, gsize length);
/* KKR_INTERNER_NONE when the pool is as large as it may be. */
guint kkr_interner_add (KkrInterner *self, const char *text, gsize length);
/* The same in two steps, between which memory has time to come: the place of a new text is nowhere
 * near that of the last one. */
guint32 kkr_interner_prepare (const KkrInterner *self, const char *text, gsize length);
guint kkr_interner_add_prepared (KkrInterner *self, guint32 hash, const char *text, gsize length);
/* Empty before that: texts that lie one after the other, each with a zero byte after it. FALSE if
 * they do not. */
gboolean kkr_interner_load (KkrInterner *self, GBytes *pool, GBytes *starts);
/* Of two texts of one length. */
gboolean kkr_interner_is_same (const char *a, const char *b, gsize length);
/* A hash of the last bytes only, for a few texts. */
guint kkr_interner_mix_end (const char *text, gsize length);
/* Room for so many texts in all, and so many bytes of them. */
void kkr_interner_reserve (KkrInterner *self, guint n_texts, gsize pool_length);
const char *kkr_interner_get (const KkrInterner *self, guint number);

G_END_DECLS
