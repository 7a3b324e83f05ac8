/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib-object.h>
#include <libkkr/base/kkr-date-private.h>

G_BEGIN_DECLS

/* One table of fields per class says what the class consists of. The reader of XML, the store that
 * packs and unpacks, and the properties all follow that table. */

/* How a field is written in a file, and what stands at its place in the instance. */
typedef enum {
  KKR_FIELD_TEXT,              /* anything but nothing: char * */
  KKR_FIELD_ID,                /* a name made of a-z, 0-9 and '-': char * */
  KKR_FIELD_KEY,               /* the key of a series, ids joined by '/': char * */
  KKR_FIELD_KEYS,              /* such keys with spaces between them: char ** */
  KKR_FIELD_DECIMAL,           /* a number with a dot: char * */
  KKR_FIELD_REFERENCE_RULE,    /* one of kkr_arrangement_reference_rules: char * */
  KKR_FIELD_REGION_CODE,       /* four digits: char * */
  KKR_FIELD_MUNICIPALITY_CODE, /* three digits: int */
  KKR_FIELD_YES,               /* yes or no, yes if absent: gboolean */
  KKR_FIELD_NO,                /* yes or no, no if absent: gboolean */
  KKR_FIELD_PERIOD,            /* a period, all time if absent: KkrModelPeriod */
  KKR_FIELD_REGION,            /* a region by its code: KkrRegion * */
  KKR_FIELD_SOURCE,            /* a source by its id: KkrSource * */
  KKR_FIELD_MUNICIPALITY,      /* a municipality by its code; in files only */
  /* Used by the elements of a file that are no model objects. */
  KKR_FIELD_DATE,
  KKR_FIELD_UNIT,
  KKR_FIELD_PRICE_LEVEL,
  KKR_FIELD_PRECISION,
  KKR_FIELD_SUBJECT,
  KKR_FIELD_SUBJECTS,
  KKR_FIELD_FORMAT,
} KkrFieldKind;

typedef struct {
  const char *name;     /* the attribute in a file */
  const char *property; /* NULL if it has the attribute's name; a period has two, NAME-from and
                           NAME-until */
  KkrFieldKind kind;
  gboolean required;
  gsize offset;
} KkrField;

typedef struct {
  gint32 from;
  gint32 until;
  char *from_text;
  char *until_text;
} KkrModelPeriod;

/* A value on its way into a field. Text is copied, an object referenced. */
typedef struct {
  const char *text;
  gint64 number;
  gint32 from;
  gint32 until;
  GObject *object;
} KkrFieldValue;

typedef struct {
  const char *element;
  GType (*get_type) (void);
  const KkrField *fields;
  guint n_fields;
} KkrModel;

#define KKR_MODEL_MAX_FIELDS 24

extern const KkrModel kkr_region_model;
extern const KkrModel kkr_municipality_model;
extern const KkrModel kkr_arrangement_model;
extern const char *const kkr_arrangement_reference_rules[];

/* A new object of the class with these values, one for each field. */
gpointer kkr_model_new (const KkrModel *model, const KkrFieldValue *values);
void kkr_model_clear (const KkrModel *model, gpointer instance);
void kkr_model_install_properties (const KkrModel *model, GObjectClass *klass);
void kkr_model_get_property (const KkrModel *model, gpointer instance, guint property_id,
                             GValue *value);
gboolean kkr_field_is_text (KkrFieldKind kind);

G_END_DECLS
