/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib-object.h>
#include <libkkr/base/kkr-date-private.h>

G_BEGIN_DECLS

/* One table of fields per class says what the class consists of. The reader of XML, the store that
 * packs and unpacks, the writer, the properties, the schema and the pages all follow that table,
 * which generate.py makes of the class's description. */

/* How a field is written in a file, and where its value stands in a KkrFieldValue. */
typedef enum {
  KKR_FIELD_TEXT,              /* anything but nothing: text */
  KKR_FIELD_ID,                /* a name made of a-z, 0-9 and '-': text */
  KKR_FIELD_KEY,               /* the key of a series, ids joined by '/': text */
  KKR_FIELD_KEYS,              /* such keys with spaces between them: text */
  KKR_FIELD_DECIMAL,           /* a number with a dot: text */
  KKR_FIELD_PERCENT,           /* the same, from 0 to 100: text */
  KKR_FIELD_TIME,              /* a time of day, such as 09:00: text */
  KKR_FIELD_REGION_CODE,       /* four digits, or an id where no code is known: text */
  KKR_FIELD_MUNICIPALITY_CODE, /* three digits: number */
  KKR_FIELD_CHOICE,            /* one of the field's words: number, its place plus 1; 0 if absent */
  KKR_FIELD_INTEGER,           /* a whole number from 0: number, KKR_FIELD_NO_NUMBER if absent */
  KKR_FIELD_YES,               /* yes or no, yes if absent: number */
  KKR_FIELD_NO,                /* yes or no, no if absent: number */
  KKR_FIELD_PERIOD,            /* a period, all time if absent: from, until and their precisions */
  KKR_FIELD_DATE,              /* a day, month, quarter, year or [..day]: the same */
  KKR_FIELD_UNIT_WORD,         /* a KkrUnit: number */
  KKR_FIELD_REFERENCE,         /* an object of the target by its id: object */
  KKR_FIELD_REFERENCES,        /* several, with spaces between them: objects */
  KKR_FIELD_SOURCE,            /* a source by its id: object */
  /* Used by the elements of a file that are no model objects. */
  KKR_FIELD_UNIT,
  KKR_FIELD_PRICE_LEVEL,
  KKR_FIELD_PRECISION,
  KKR_FIELD_SUBJECT,
  KKR_FIELD_SUBJECTS,
  KKR_FIELD_FORMAT,
  KKR_FIELD_KNOWN,       /* a date, or a period that ends when a fact was withdrawn */
  KKR_FIELD_COLUMN_UNIT, /* a unit, or text */
  KKR_FIELD_MONEY,       /* kroner, at most two decimals: number, in øre */
  KKR_FIELD_PERSON,      /* the key of a person, which is no personal number: text */
} KkrFieldKind;

#define KKR_FIELD_NO_NUMBER G_MININT32

typedef struct _KkrModel KkrModel;

typedef struct {
  const char *name;     /* the attribute in a file */
  const char *property; /* NULL if it has the attribute's name */
  KkrFieldKind kind;
  gboolean required;
  const KkrModel *target;      /* of a REFERENCE and of REFERENCES */
  const char *const *words;    /* of a CHOICE, up to NULL */
  const char *listed;          /* the same, as a message names them */
  const char *const *words_da; /* the same, as people read them in Danish */
  const char *counted[2];      /* what an INTEGER counts, in Danish and English; NULL: nothing */
  const char *titles[2];       /* above a column of it, in Danish and English */
} KkrField;

struct _KkrModel {
  guint id;               /* its place in kkr_models */
  const char *element;    /* "offer" */
  const char *plural;     /* "offers" */
  const char *titles[2];  /* "tilbud", "offer" */
  const char *many[2];    /* of several: "tilbud", "offers" */
  const KkrModel *parent; /* NULL: at the top level */
  GType (*get_type) (void);
  const KkrField *fields; /* its own, then the KKR_MODEL_N_COMMON that all have */
  guint n_fields;
};

/* A value on its way into a field, or in one. */
typedef struct {
  const char *text;
  gint64 number;
  gint32 from;
  gint32 until;
  guint8 from_precision;
  guint8 until_precision;
  GObject *object;
  GObject **objects;
  guint n_objects;
} KkrFieldValue;

#define KKR_MODEL_MAX_FIELDS 32

/* The common fields, counted from the first of them. */
typedef enum {
  KKR_COMMON_VALID,
  KKR_COMMON_SOURCE,
  KKR_COMMON_SECTION,
  KKR_COMMON_CONFIRMED,
  KKR_COMMON_NOTE_DA,
  KKR_COMMON_NOTE_EN,
  KKR_MODEL_N_COMMON,
} KkrCommonField;

gboolean kkr_field_is_text (KkrFieldKind kind);
/* The fields of the class's own. */
guint kkr_model_n_own (const KkrModel *model);
/* The place of a common field. */
guint kkr_model_common (const KkrModel *model, KkrCommonField field);
/* The place of the field of that name, or n_fields. */
guint kkr_model_find_field (const KkrModel *model, const char *name);
/* At the top level, by its element or plural; or NULL. */
const KkrModel *kkr_model_find (const char *name);
/* At the top level, by what one or several are called in Danish or English; or NULL. */
const KkrModel *kkr_model_find_by_title (const char *title);
/* Whether the first field is the id by which others refer to it. */
gboolean kkr_model_has_id (const KkrModel *model);

G_END_DECLS

/* kkr_models, their number and ids, and kkr_ELEMENT_model, kkr_PARENT_ELEMENT_model. */
#include <libkkr/model/kkr-models-private.h>
