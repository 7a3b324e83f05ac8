/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>
#include <libkkr/base/kkr-enums.h>
#include <libkkr/model/kkr-entity-private.h>
#include <libkkr/model/kkr-models.h>

G_BEGIN_DECLS

/* A register as one block of bytes: records of a fixed size in sorted arrays, and every text once
 * in a pool. The reader makes such a block, the library carries one in its read-only memory, and a
 * register looks into it where it lies. Numbers are in the byte order of the machine it was made
 * for. */

#define KKR_STORE_MAGIC "KKRSTORE"
#define KKR_STORE_LAYOUT 3
#define KKR_STORE_BYTE_ORDER 0x01020304
/* Words of the largest record of a model object. */
#define KKR_STORE_MAX_WORDS 40

/* A text is the place in the pool where it begins; 0 is no text. */
typedef guint32 KkrTextId;
/* The place of a record in its array, plus 1; 0 is none. */
typedef guint32 KkrRecordId;

typedef struct {
  guint32 offset; /* bytes from the start of the block */
  guint32 size;   /* bytes */
} KkrStoreSpan;

typedef enum {
  KKR_SPAN_TEXT,
  KKR_SPAN_SOURCES,            /* four texts each, ascending by id */
  KKR_SPAN_REGIONS,            /* words as the model's fields have them, ascending by code */
  KKR_SPAN_MUNICIPALITIES,     /* the same */
  KKR_SPAN_ARRANGEMENTS,       /* the same, ascending by id */
  KKR_SPAN_REGION_NAMES,       /* KkrPlaceRecord, ascending by text */
  KKR_SPAN_MUNICIPALITY_NAMES, /* the same */
  KKR_SPAN_PAYERS,             /* KkrPayerRecord, by arrangement and municipality */
  KKR_SPAN_KEYS,               /* KkrKeyRecord, ascending by text */
  KKR_SPAN_FACTS, /* KkrFactRecord, by key, start, end, day it became known and level */
  KKR_N_SPANS,
} KkrStoreSpanId;

typedef struct {
  char magic[8];
  guint32 layout;
  guint32 byte_order;
  guint64 size;
  KkrTextId data_version;
  KkrTextId sha256;
  KkrStoreSpan spans[KKR_N_SPANS];
} KkrStoreHeader;

typedef struct {
  guint32 arrangement;
  guint32 municipality;
  gint32 from;
  gint32 until;
  guint32 exempt;
} KkrPayerRecord;

/* A name as it is compared, see kkr_place_fold(). */
typedef struct {
  KkrTextId text;
  KkrRecordId record;
} KkrPlaceRecord;

typedef struct {
  KkrTextId text;
  guint32 first;
  guint32 n_facts;
} KkrKeyRecord;

typedef enum {
  KKR_FACT_CONFIRMED = 1 << 0,
  KKR_FACT_IS_TEXT = 1 << 1,
  KKR_FACT_OVERLAID = 1 << 3, /* assumed by somebody, said by no document */
} KkrFactFlags;

#define KKR_LEVEL_NOMINAL 0
#define KKR_LEVEL_NONE -1

typedef struct {
  gint64 num; /* in lowest terms; øre for amounts */
  gint64 den;
  gint64 precision;  /* what one of the last printed digit is worth, 0 if the digits say so */
  guint32 key;       /* place in the array of keys */
  KkrTextId printed; /* the number or text as the file has it */
  KkrRecordId source;
  KkrTextId section;
  KkrTextId uri;
  guint32 line;
  gint32 from;
  gint32 until;
  gint32 known; /* KKR_DATE_MIN: always */
  gint32 level; /* a year, KKR_LEVEL_NOMINAL or, if it is no money, KKR_LEVEL_NONE */
  KkrTextId level_text; /* that year */
  guint32 unit;
  guint32 flags;
  KkrTextId title;
  KkrTextId title_en;
  guint32 reserved; /* a whole number of 64-bit words */
} KkrFactRecord;

typedef struct _KkrStore KkrStore;

/* Sees that the block is one, whole and of this layout; what is in it is checked where it is used.
 * KKR_LOAD_ERROR. */
KkrStore *kkr_store_new (GBytes *bytes, GError **error);
KkrStore *kkr_store_ref (KkrStore *store);
void kkr_store_unref (KkrStore *store);

const KkrStoreHeader *kkr_store_get_header (KkrStore *store);
GBytes *kkr_store_get_bytes (KkrStore *store);
const char *kkr_store_get_text (KkrStore *store, KkrTextId text);
gconstpointer kkr_store_get_records (KkrStore *store, KkrStoreSpanId span, gsize record_size,
                                     guint *n_records);

/* Objects are made once, when the store is opened. */
KkrSource *kkr_store_get_source (KkrStore *store, KkrRecordId source);
GListModel *kkr_store_get_sources (KkrStore *store);
GListModel *kkr_store_get_list (KkrStore *store, const KkrModel *model);

/* A region or municipality by its folded name, of KKR_SPAN_REGION_NAMES or the other; or NULL. */
gpointer kkr_store_find_place (KkrStore *store, KkrStoreSpanId names, const char *folded);

const KkrKeyRecord *kkr_store_get_keys (KkrStore *store, guint *n_keys);
/* The place of the first key that is not before `text`. */
guint kkr_store_lower_bound (KkrStore *store, const char *text);
const KkrKeyRecord *kkr_store_find_key (KkrStore *store, const char *text);
/* NULL if the block says more than it has. */
const KkrFactRecord *kkr_store_get_facts (KkrStore *store, const KkrKeyRecord *key,
                                          guint *n_facts);

/* How many words a record of the model takes: two for a period, one for everything else. */
guint kkr_model_n_words (const KkrModel *model);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrStore, kkr_store_unref)

G_END_DECLS
