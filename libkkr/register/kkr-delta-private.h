/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/register/kkr-store-private.h>

G_BEGIN_DECLS

/* What an overlay puts in front of a store: for each key that it touches, all facts of that key as
 * they are now. The store below is shared and never copied. Texts of a delta are numbered on from
 * those of its store, so that a record of either can be read the same way; sources are the
 * store's. */

typedef struct {
  KkrTextId text;
  guint first;
  guint n_facts;
  guint n_below;   /* facts that the store has of this key */
  guint n_removed; /* how many of these are gone */
} KkrDeltaKey;

typedef struct {
  gatomicrefcount ref_count;
  KkrStore *store; /* NULL below a register that knows nothing */
  guint32 store_texts;
  GByteArray *pool;
  GArray *keys;  /* KkrDeltaKey, ascending by text */
  GArray *facts; /* KkrFactRecord; their key is a place in `keys` */
  char *data_version;
  char *sha256;
} KkrDelta;

KkrDelta *kkr_delta_new (KkrStore *store);
KkrDelta *kkr_delta_ref (KkrDelta *delta);
void kkr_delta_unref (KkrDelta *delta);

/* A text of the delta or of the store below it. */
const char *kkr_delta_get_text (const KkrDelta *delta, KkrTextId text);
/* 0 if there is no room for it. */
KkrTextId kkr_delta_add_text (KkrDelta *delta, const char *text);
const KkrDeltaKey *kkr_delta_get_keys (const KkrDelta *delta, guint *n_keys);
const KkrFactRecord *kkr_delta_get_facts (const KkrDelta *delta, const KkrDeltaKey *key);
/* How many facts there are in all where the store has so many. */
guint kkr_delta_count_facts (const KkrDelta *delta, guint n_below);
/* The place of the first key that is not before `text`. */
guint kkr_delta_lower_bound (const KkrDelta *delta, const char *text);
const KkrDeltaKey *kkr_delta_find_key (const KkrDelta *delta, const char *text);

/* Makes a fact one that somebody assumes and no document says, before it is given its value. */
void kkr_fact_record_assume (KkrFactRecord *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrDelta, kkr_delta_unref)

G_END_DECLS
