/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-nearest-private.h>
#include <libkkr/register/kkr-delta-private.h>
#include <libkkr/register/kkr-register-private.h>

G_BEGIN_DECLS

/* The one way to the facts of a register, which lie in its store or in the delta of an overlay in
 * front of it. */

typedef struct {
  const char *key;
  const KkrFactRecord *facts; /* in the order of the store */
  guint n_facts;
  const KkrKeyRecord *record; /* what the store says of the key, NULL for a key of the delta */
  KkrDelta *delta;            /* where the facts are, or NULL */
  KkrStore *store;            /* where they are otherwise */
} KkrKeyFacts;

typedef struct {
  KkrStore *store;
  KkrDelta *delta;
  const char *prefix;
  guint below;
  guint above;
} KkrKeyIter;

/* FALSE if there are none. */
gboolean kkr_register_find_key_facts (KkrRegister *self, const char *key, KkrKeyFacts *found);
KkrFact *kkr_key_facts_new_fact (const KkrKeyFacts *facts, const KkrFactRecord *record);
/* A text of one of the records. */
const char *kkr_key_facts_get_text (const KkrKeyFacts *facts, KkrTextId text);

#define KKR_LEVEL_ANY -2

/* What a lookup finds, whatever its status; or NULL. The price level that it prefers is a year,
 * KKR_LEVEL_NOMINAL or KKR_LEVEL_ANY. */
const KkrFactRecord *kkr_key_facts_find (const KkrKeyFacts *facts, gint32 valid_on,
                                         gint32 known_on, gint32 level);
/* KKR_CALC_ERROR. */
gboolean kkr_register_read_level (const char *text, gint32 *level, GError **error);
gboolean kkr_register_read_day (const char *what, const char *text, gint32 *day, GError **error);

/* The fact of a cell of a table of the store, or NULL; `delta` is where it is if it is not in the
 * store. An overlay may have changed or removed it. */
const KkrFactRecord *kkr_register_find_cell (KkrRegister *self, const KkrTableRecord *table,
                                             guint row, guint column, KkrDelta **delta);

/* Offers the key that ends in the code of the municipality or region whose name this one ends in;
 * FALSE if there is none. The names live as long as the register. */
gboolean kkr_register_offer_key_by_code (KkrRegister *self, const char *key, KkrNearest *nearest);
/* Offers that key, else all. */
void kkr_register_offer_keys (KkrRegister *self, const char *key, KkrNearest *nearest);

/* Keys that begin with `prefix` (NULL: all) and have facts, ascending. The register must live as
 * long. */
void kkr_key_iter_init (KkrKeyIter *iter, KkrRegister *self, const char *prefix);
gboolean kkr_key_iter_next (KkrKeyIter *iter, KkrKeyFacts *facts);

G_END_DECLS
