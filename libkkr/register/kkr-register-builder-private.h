/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

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

/* What has names that others refer to. */
typedef enum {
  KKR_NAMES_SOURCES,
  KKR_NAMES_REGIONS,
  KKR_NAMES_MUNICIPALITIES,
  KKR_NAMES_ARRANGEMENTS,
  KKR_N_NAMES,
} KkrNamesId;

/* A name gets a number when it is first heard of, declared or not. */
typedef struct {
  const char *name;
  gboolean declared;
  KkrPlace place;    /* of the declaration */
  guint row;         /* of what was declared */
  KkrRecordId final; /* its record in the store */
} KkrName;

typedef struct {
  guint32 words[KKR_STORE_MAX_WORDS];
  guint name;
} KkrRow;

typedef struct {
  guint name; /* into the names of its kind */
  KkrMention mention;
} KkrReference;

typedef struct {
  guint arrangement;
  guint municipality;
  gint32 from;
  gint32 until;
  gboolean exempt;
  KkrPlace place;
} KkrPayerRow;

typedef struct {
  KkrFactRecord record; /* its source is a name plus 1, its key a text */
  guint column;
} KkrFactRow;

typedef struct {
  const char *key;
  gboolean prefix; /* facts of subjects of the series, too */
  KkrMention mention;
} KkrSeriesReference;

typedef struct {
  GStringChunk *strings;
  GHashTable *texts;   /* text → KkrTextId */
  GByteArray *pool;
  GHashTable *indexes[KKR_N_NAMES]; /* name → number plus 1 */
  GArray *names[KKR_N_NAMES];       /* KkrName */
  GArray *references[KKR_N_NAMES];  /* KkrReference, to names that were not yet declared */
  GArray *rows[KKR_N_NAMES];        /* KkrRow */
  GArray *payers;                   /* KkrPayerRow */
  GArray *facts;                    /* KkrFactRow */
  GArray *series_references;        /* KkrSeriesReference */
  char *version;
  KkrPlace version_place;
} KkrBuilder;

KkrBuilder *kkr_builder_new (void);
void kkr_builder_free (KkrBuilder *builder);
KkrTextId kkr_builder_text (KkrBuilder *builder, const char *text);
const char *kkr_builder_peek_text (KkrBuilder *builder, KkrTextId text);
guint kkr_builder_name (KkrBuilder *builder, KkrNamesId names, const char *name);
KkrName *kkr_builder_get_name (KkrBuilder *builder, KkrNamesId names, guint name);
/* The place of the first declaration, or NULL if this is it. */
const KkrPlace *kkr_builder_declare (KkrBuilder *builder, KkrNamesId names, const char *name,
                                     const KkrRow *row, const KkrPlace *place);

/* The order of the store. */
void kkr_builder_sort_facts (KkrBuilder *builder);
GBytes *kkr_builder_pack (KkrBuilder *builder, const char *sha256);

G_END_DECLS
