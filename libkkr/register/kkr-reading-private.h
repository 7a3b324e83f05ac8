/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-problem.h>
#include <libkkr/register/kkr-hasher-private.h>
#include <libkkr/register/kkr-register-builder-private.h>
#include <libkkr/register/kkr-register-rules-private.h>

G_BEGIN_DECLS

#define KKR_READER_MAX_BYTES (256 * 1024 * 1024)
#define KKR_READER_MAX_DEPTH 32
#define KKR_READER_MAX_ELEMENTS 20000000
#define KKR_READER_MAX_ATTRIBUTES 32
#define KKR_READER_MAX_TEXT (64 * 1024)
#define KKR_READER_MAX_PROBLEMS 100

typedef struct {
  gint64 max_bytes;
  gint64 max_depth;
  gint64 max_elements;
  gint64 max_attributes;
  gint64 max_text;
  gint64 max_problems;
} KkrReadingLimits;

typedef struct {
  const char *name;
  const char *value;
  gsize length;
} KkrAttribute;

typedef struct _KkrElement KkrElement;

typedef struct {
  const KkrElement *element; /* NULL where the format has none */
  char *label;               /* "series[@key='...']" */
} KkrOpenElement;

/* What the facts of a series have if they do not say otherwise. */
typedef struct {
  gboolean usable;
  const char *key;
  gboolean municipalities;
  gboolean has_valid;
  KkrFactRecord defaults;
} KkrSeries;

/* One go of a reader over its files. */
typedef struct {
  KkrReadingLimits limits;
  GPtrArray *problems;
  guint n_errors;
  gboolean stopped;

  KkrBuilder *builder;
  KkrHasher *hasher;
  gint64 n_bytes;
  gint64 n_elements;

  /* The file that is being read. */
  const char *uri;
  GArray *open;   /* KkrOpenElement */
  guint skipping; /* depth below an element that is not understood */
  KkrPlace place; /* of the element that has just begun */
  GString *scratch;
  KkrSeries series;
  guint arrangement; /* the one that payers belong to, plus 1 */

  /* Finds an attribute of the element that has just begun. */
  KkrPlace (*find_attribute) (gpointer sax, const char *name);
  gpointer sax;
} KkrReading;

struct _KkrElement {
  const char *name;
  const char *parent; /* NULL: the root */
  const char *label;  /* the attribute that tells it from others of its name */
  const KkrField *fields;
  guint n_fields;
  const KkrModel *model; /* whose fields they are, if it is a model object */
  /* Values are those of the fields; a field that is absent or bad has the value of absence. */
  void (*begin) (KkrReading *reading, const KkrFieldValue *values, guint32 present);
};

/* Seven fields are common to both. */
#define KKR_SERIES_N_FIELDS 12
#define KKR_FACT_N_FIELDS 12
extern const KkrField kkr_series_fields[KKR_SERIES_N_FIELDS];
extern const KkrField kkr_fact_fields[KKR_FACT_N_FIELDS];
void kkr_reading_begin_series (KkrReading *reading, const KkrFieldValue *values, guint32 present);
void kkr_reading_begin_fact (KkrReading *reading, const KkrFieldValue *values, guint32 present);

extern const KkrElement kkr_register_elements[];
const KkrField *kkr_element_get_fields (const KkrElement *element, guint *n_fields);

void kkr_reading_init (KkrReading *reading, const KkrReadingLimits *limits);
void kkr_reading_clear (KkrReading *reading);

void kkr_reading_add_problem (KkrReading *reading, KkrRuleId rule, const KkrPlace *place,
                              const char *path, const char *suggestion, const char *format, ...)
  G_GNUC_PRINTF (6, 7);
/* The same of a rule of other files than registers, and a text that is made. */
void kkr_reading_add_finding (KkrReading *reading, const KkrRule *rule, const KkrPlace *place,
                              const char *path, const char *suggestion, const char *text);
/* A problem of the element that has just begun, or of an attribute of it. */
void kkr_reading_add_here (KkrReading *reading, KkrRuleId rule, const char *attribute,
                           const char *suggestion, const char *format, ...) G_GNUC_PRINTF (5, 6);
/* "register/series[@key='...']/fact/@value" */
char *kkr_reading_get_path (KkrReading *reading, const char *attribute);
/* Where the attribute stands, with its path: for what may turn out to be nowhere. */
KkrMention kkr_reading_mention (KkrReading *reading, const char *attribute);

/* The number of a name, remembered with its place if it may be nowhere. */
guint kkr_reading_refer (KkrReading *reading, KkrNamesId names, const char *name,
                         const char *attribute);

/* The events of the XML, called in this order. */
void kkr_reading_begin_element (KkrReading *reading, const char *name, gboolean in_namespace,
                                const KkrAttribute *attributes, guint n_attributes);
void kkr_reading_end_element (KkrReading *reading);
void kkr_reading_text (KkrReading *reading, const KkrPlace *place);

/* FALSE with a G_IO_ERROR; what is wrong with the contents becomes problems. */
gboolean kkr_reading_read_file (KkrReading *reading, const char *path, GCancellable *cancellable,
                                GError **error);
gboolean kkr_reading_read_memory (KkrReading *reading, GBytes *bytes, const char *uri,
                                  GCancellable *cancellable, GError **error);

/* The first problem that is an error, and how many there are. */
void kkr_reading_set_error (KkrReading *reading, GError **error);
/* When all files have been read: references, duplicates and contradictions. */
void kkr_reading_check (KkrReading *reading);

/* What is the matter with a value, or KKR_N_RULES. Text points into `text`. */
KkrRuleId kkr_field_parse (const KkrField *field, const char *text, KkrFieldValue *value,
                           const char **expected);
void kkr_field_set_absent (const KkrField *field, KkrFieldValue *value);
/* A decimal with at most 18 digits as a fraction in lowest terms. */
gboolean kkr_decimal_parse (const char *text, gint64 *num, gint64 *den);

G_END_DECLS
