/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/register/kkr-bulk-private.h>
#include <libkkr/register/kkr-store-private.h>

G_BEGIN_DECLS

/* Collects what the files say, sees that it fits together, and packs it. */

typedef struct {
  const char *uri;
  guint line;
  guint column;
} KkrPlace;

/* Something is named, and here. */
typedef struct {
  KkrPlace place;
  const char *path;
} KkrMention;

/* What has names that others refer to: sources, tables, and each model. */
typedef guint KkrNamesId;
#define KKR_NAMES_SOURCES 0
#define KKR_NAMES_TABLES 1
#define KKR_NAMES_MODEL(model) (2 + (model)->id)
#define KKR_N_NAMES (2 + KKR_N_MODELS)

/* A name gets a number when it is first heard of, declared or not. */
typedef struct {
  const char *name;
  gboolean declared;
  guint layer;       /* of the declaration */
  KkrPlace place;    /* of the declaration */
  KkrRecordId final; /* its record in the store */
  guint n_references; /* that came before it was declared */
} KkrName;

typedef struct {
  guint name; /* into the names of its kind */
  KkrMention mention;
} KkrReference;

/* Rows of one model. Each begins with the number of its name (of a child: of its parent's), the
 * column where it stands and its layer; then come the words of its record, in which references are
 * names plus 1 and several of them a place in the builder's lists. */
typedef struct {
  GArray *words;
  guint stride;
  guint n;
} KkrRows;

enum { KKR_ROW_NAME, KKR_ROW_COLUMN, KKR_ROW_LAYER, KKR_ROW_WORDS };

typedef struct {
  KkrSourceRecord record;
  guint name;
  guint layer;
} KkrSourceRow;

typedef struct {
  KkrFactRecord record;   /* its source is a name plus 1, its key a text */
  guint column;           /* where it stands */
  guint cell;             /* of a table, plus 1 */
  guint layer;
  guint32 subject;        /* as in KkrKeyRecord */
  gboolean municipalities;
} KkrFactRow;

typedef struct {
  KkrTableRecord record;
  guint name;
  guint layer;
} KkrTableRow;

/* Where an object names a key: of one fact, of facts that have a subject, or of either. */
typedef enum {
  KKR_SERIES_ONE_FACT,
  KKR_SERIES_OF_SUBJECTS,
  KKR_SERIES_EITHER,
} KkrSeriesParts;

typedef struct {
  const char *key;
  KkrSeriesParts parts;
  KkrMention mention;
} KkrSeriesReference;

typedef struct {
  GStringChunk *strings;
  GHashTable *texts;   /* text → KkrTextId */
  GByteArray *pool;
  GHashTable *indexes[KKR_N_NAMES]; /* name → number plus 1 */
  GArray *names[KKR_N_NAMES];       /* KkrName */
  GArray *references[KKR_N_NAMES];  /* KkrReference, to names that were not yet declared */
  KkrRows rows[KKR_N_MODELS];
  GArray *lists;             /* guint32: how many, and then so many names plus 1 */
  GArray *sources;           /* KkrSourceRow */
  GArray *facts;             /* KkrFactRow */
  GArray *tables;            /* KkrTableRow */
  GArray *columns;           /* KkrColumnRecord */
  GArray *table_rows;        /* KkrRowRecord */
  GArray *cells;             /* guint32 */
  GArray *series_references; /* KkrSeriesReference */
  GHashTable *refused;       /* key → whether all that begins with it is; see below */
  guint64 n_path_bytes;      /* of the paths of references */
  KkrBulk *bulk[KKR_N_BULK]; /* NULL before its first row */
  guint layer;               /* of what is read now; a higher one overrides a lower one */
  char *version;
  guint version_layer;
  KkrPlace version_place;
} KkrBuilder;

KkrBuilder *kkr_builder_new (void);
void kkr_builder_free (KkrBuilder *builder);
KkrTextId kkr_builder_text (KkrBuilder *builder, const char *text);
const char *kkr_builder_peek_text (KkrBuilder *builder, KkrTextId text);
guint kkr_builder_name (KkrBuilder *builder, KkrNamesId names, const char *name);
KkrName *kkr_builder_get_name (KkrBuilder *builder, KkrNamesId names, guint name);
/* The place of the first declaration in this layer, or NULL if this is it. */
const KkrPlace *kkr_builder_declare (KkrBuilder *builder, KkrNamesId names, const char *name,
                                     const KkrPlace *place);
/* The words of a new row, all 0, and of one that is there. */
guint32 *kkr_builder_add_row (KkrBuilder *builder, const KkrModel *model);
guint32 *kkr_builder_get_row (KkrBuilder *builder, const KkrModel *model, guint row);
KkrPlace kkr_builder_get_row_place (KkrBuilder *builder, const KkrModel *model,
                                    const guint32 *row);
/* Where the words of a field begin in a row. */
guint kkr_model_field_word (const KkrModel *model, guint field);

/* A fact, or without a subject all of that key, that there is a problem with: what refers to it is
 * right, and so is what refers to all that it is a part of. */
void kkr_builder_refuse_fact (KkrBuilder *builder, const char *key, const char *subject);
gboolean kkr_builder_is_refused (KkrBuilder *builder, const char *key);
/* Before anything is checked: takes out what a higher layer has again; facts once they are
 * sorted. */
void kkr_builder_settle_layers (KkrBuilder *builder);
void kkr_builder_settle_facts (KkrBuilder *builder);
/* The order of the store. */
void kkr_builder_sort_facts (KkrBuilder *builder);
/* The store of all that was entered, which is then no longer in the builder. */
KkrStore *kkr_builder_end (KkrBuilder *builder, const char *sha256, GError **error);

/* Parts of packing: gives each source, table and object of the top level its record ... */
void kkr_builder_number (KkrBuilder *builder);
KkrRecordId kkr_builder_final (KkrBuilder *builder, KkrNamesId names, guint name_plus_1);
/* ... and writes the records of a span, whose references are then those of the store. */
/* How many bytes there are, nearly, of what has been entered. */
guint64 kkr_builder_get_size (KkrBuilder *builder);
void kkr_builder_pack_model (KkrBuilder *builder, GByteArray *block, const KkrModel *model);
void kkr_builder_pack_places (KkrBuilder *builder, GByteArray *block, const KkrModel *model);
G_END_DECLS
