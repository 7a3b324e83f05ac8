/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>
#include <libkkr/base/kkr-enums.h>
#include <libkkr/base/kkr-source.h>
#include <libkkr/model/kkr-entity-private.h>
#include <libkkr/model/kkr-models.h>
#include <libkkr/register/kkr-bulk-private.h>

G_BEGIN_DECLS

/* A register as one block of bytes: records of a fixed size in sorted arrays, and every text once
 * in a pool. The reader makes such a block, the library carries one in its read-only memory, and a
 * register answers from it where it lies. Numbers are those of the machine. */

#define KKR_STORE_MAGIC "KKRSTORE"
#define KKR_STORE_LAYOUT 5
#define KKR_STORE_BYTE_ORDER 0x01020304

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
  KKR_SPAN_SOURCES,            /* KkrSourceRecord, ascending by id */
  KKR_SPAN_REGION_NAMES,       /* KkrPlaceRecord, ascending by text */
  KKR_SPAN_MUNICIPALITY_NAMES, /* the same */
  KKR_SPAN_KEYS,               /* KkrKeyRecord, ascending by text */
  KKR_SPAN_FACTS, /* KkrFactRecord, by key, start, end, day it became known and level */
  KKR_SPAN_TABLES,  /* KkrTableRecord, ascending by key */
  KKR_SPAN_COLUMNS, /* KkrColumnRecord, those of a table together */
  KKR_SPAN_ROWS,    /* KkrRowRecord, those of a table together */
  KKR_SPAN_CELLS,   /* guint32, row by row: the place of a fact plus 1, or 0 */
  KKR_SPAN_LISTS,   /* guint32: how many, and then so many record ids; place 0 is no list */
  KKR_SPAN_BULK,    /* see kkr-bulk-pack.c; rows that were read just now lie beside the block */
  KKR_N_FIXED_SPANS,
} KkrStoreSpanId;

/* After these there is one for each model: words as kkr_model_n_words() counts them. Those at the
 * top level ascend by id; children stand by their parent, then as they were written. */
#define KKR_SPAN_MODEL(model) ((KkrStoreSpanId) (KKR_N_FIXED_SPANS + (int) (model)->id))
#define KKR_N_SPANS (KKR_N_FIXED_SPANS + KKR_N_MODELS)

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
  KkrTextId id;
  KkrTextId title;
  KkrTextId publisher;
  KkrTextId date;
  KkrTextId uri;
  guint32 line;
} KkrSourceRecord;

/* A name as it is compared, see kkr_place_fold(). */
typedef struct {
  KkrTextId text;
  KkrRecordId record;
} KkrPlaceRecord;

typedef enum {
  KKR_KEY_MUNICIPALITIES = 1 << 0, /* its subject is a municipality's code */
} KkrKeyFlags;

typedef struct {
  KkrTextId text;
  guint32 first;
  guint32 n_facts;
  guint32 subject; /* how many bytes of the text come before the subject; 0: it has none */
  guint32 flags;
} KkrKeyRecord;

typedef enum {
  KKR_FACT_CONFIRMED = 1 << 0,
  KKR_FACT_IS_TEXT = 1 << 1,
  KKR_FACT_OF_TABLE = 1 << 2,
  KKR_FACT_OVERLAID = 1 << 3, /* assumed by somebody, said by no document */
} KkrFactFlags;

#define KKR_LEVEL_NOMINAL 0
#define KKR_LEVEL_NONE -1

typedef struct {
  gint64 num; /* in lowest terms and in full; øre for amounts */
  gint64 den;
  guint32 key;       /* place in the array of keys */
  KkrTextId printed; /* the number or text as the file has it; 0 if the status is no value */
  KkrRecordId source;
  KkrTextId section;
  KkrTextId uri;
  guint32 line;
  gint32 from;
  gint32 until;
  gint32 known;       /* the first day it may have been known, KKR_DATE_MIN: always */
  gint32 known_until; /* the last day before it was withdrawn, KKR_DATE_MAX: it was not */
  gint32 level; /* a year, KKR_LEVEL_NOMINAL or, if it is no money, KKR_LEVEL_NONE */
  KkrTextId level_text; /* that year */
  KkrTextId title;
  KkrTextId title_en;
  KkrTextId note;
  KkrTextId note_en;
  guint32 scale;     /* what one of the printed number is worth, 0 for 1 */
  guint32 precision; /* what a number printed in full was rounded to, 0 if the digits say so */
  guint8 flags;
  guint8 unit;
  guint8 status;    /* KkrCellStatus */
  guint8 qualifier; /* KkrQualifier */
  guint8 from_precision; /* KkrDatePrecision, as the following */
  guint8 until_precision;
  guint8 known_precision;
  guint8 known_until_precision;
} KkrFactRecord;

typedef enum {
  KKR_TABLE_MUNICIPALITIES = 1 << 0,
} KkrTableFlags;

typedef struct {
  KkrFactRecord defaults; /* what its cells have unless a column or row says otherwise */
  KkrTextId key;
  KkrTextId title;
  KkrTextId title_en;
  KkrTextId subject;
  KkrTextId subject_en;
  guint32 flags;
  guint32 first_column;
  guint32 n_columns;
  guint32 first_row;
  guint32 n_rows;
  guint32 first_cell;
  guint32 reserved; /* a whole number of 64-bit words */
} KkrTableRecord;

typedef struct {
  KkrFactRecord defaults; /* what its cells have unless a row says otherwise */
  KkrTextId name;
  KkrTextId title;
  KkrTextId title_en;
  guint32 is_text;
} KkrColumnRecord;

typedef struct {
  KkrTextId subject;
  KkrTextId title;
  KkrTextId title_en;
  KkrTextId note;
  KkrTextId note_en;
  guint32 total;
} KkrRowRecord;

typedef struct _KkrStore KkrStore;

/* Sees that the block is one, whole and of this layout; kkr_store_check() looks at what is in it.
 * KKR_LOAD_ERROR. */
KkrStore *kkr_store_new (GBytes *bytes, GError **error);
KkrStore *kkr_store_ref (KkrStore *store);
void kkr_store_unref (KkrStore *store);

/* Zeros up to the next word, where the next part of a block may begin. */
void kkr_store_pad (GByteArray *block);

const KkrStoreHeader *kkr_store_get_header (KkrStore *store);
const char *kkr_store_get_text (KkrStore *store, KkrTextId text);
gconstpointer kkr_store_get_records (KkrStore *store, KkrStoreSpanId span, gsize record_size,
                                     guint *n_records);

/* Takes the columns over, and leaves none. Before anybody else has the store. */
void kkr_store_take_bulk (KkrStore *store, KkrBulkId id, KkrBulkColumns *columns);
const KkrBulkColumns *kkr_store_get_bulk (KkrStore *store, KkrBulkId id);

/* Lists are made when they are first asked for, by whichever thread that is. */
GListModel *kkr_store_get_sources (KkrStore *store);
KkrSource *kkr_store_get_source (KkrStore *store, KkrRecordId source);
/* The objects of a model in the order of their records; those of a child model from all parents. */
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

const KkrTableRecord *kkr_store_find_table (KkrStore *store, const char *key);
/* Of a table: NULL if the block says more than it has. */
const KkrColumnRecord *kkr_store_get_table_columns (KkrStore *store, const KkrTableRecord *table);
const KkrRowRecord *kkr_store_get_table_rows (KkrStore *store, const KkrTableRecord *table);
/* NULL for a cell that is blank. */
const KkrFactRecord *kkr_store_get_cell (KkrStore *store, const KkrTableRecord *table, guint row,
                                         guint column);

/* The days between which a fact became known: KKR_DATE_MIN if it is "at the latest", and the day on
 * which it surely was. */
gint32 kkr_fact_record_known_first (const KkrFactRecord *record);
gint32 kkr_fact_record_known_on (const KkrFactRecord *record);

/* How many words a record of the model takes: its parent's id if it is a child, three for a period
 * or date, one for every other field, and two for where it was read. */
guint kkr_model_n_words (const KkrModel *model);
guint kkr_field_n_words (KkrFieldKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrStore, kkr_store_unref)

G_END_DECLS
