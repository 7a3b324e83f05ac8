/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-problem.h>
#include <libkkr/register/kkr-delta-private.h>
#include <libkkr/register/kkr-hasher-private.h>
#include <libkkr/register/kkr-register-builder-private.h>
#include <libkkr/register/kkr-register.h>
#include <libkkr/register/kkr-register-rules-private.h>

G_BEGIN_DECLS

#define KKR_READER_MAX_BYTES (256 * 1024 * 1024)
#define KKR_READER_MAX_DEPTH 32
#define KKR_READER_MAX_ELEMENTS 20000000
#define KKR_READER_MAX_ATTRIBUTES 32
#define KKR_READER_MAX_TEXT (64 * 1024)
#define KKR_READER_MAX_PROBLEMS 100
/* Places in a register are 32 bits wide, and some of it is only known when it is packed. */
#define KKR_READING_MAX_SIZE G_MAXINT32

typedef struct {
  gint64 max_bytes;
  gint64 max_depth;
  gint64 max_elements;
  gint64 max_attributes;
  gint64 max_text;
  gint64 max_problems;
  gint64 max_size; /* of what is kept; 0 is KKR_READING_MAX_SIZE */
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
  guint32 said; /* see kkr_reading_get_said() */
  gboolean bad_scale;
  KkrFactRecord defaults;
} KkrSeries;

/* A column of the table that is being read. */
typedef struct {
  const char *name;     /* NULL if it has none, or that of another */
  guint32 said;         /* by it or its table, see kkr_reading_get_said() */
  gboolean is_readable; /* its unit and scale are known */
  guint assumed; /* the number of the last row in which its cell is assumed, from 1 */
} KkrOpenColumn;

/* The table that is being read; its columns and rows are the last ones of the builder. */
typedef struct {
  const char *key; /* NULL if it has none, or that of another */
  guint32 said;    /* see kkr_reading_get_said() */
  gboolean has_unit;
  gboolean bad_unit;
  gboolean bad_scale;
  gboolean is_counted; /* all columns are known, so that the cells of a row can be told apart */
  gboolean is_named;   /* each column has a name */
  KkrTableRecord record;
  GArray *columns;      /* KkrOpenColumn */
  GHashTable *names;    /* of its columns; values are places plus 1 */
  GHashTable *subjects; /* of its rows; values are places plus 1 */
  GArray *places;       /* KkrPlace, of the rows */
} KkrOpenTable;

/* One go of a reader over its files. */
typedef struct {
  KkrReadingLimits limits;
  GPtrArray *problems;
  guint n_errors;
  gboolean stopped;

  KkrBuilder *builder;
  KkrHasher *hasher;
  gint64 n_bytes;
  gint64 n_expected; /* bytes of all files, 0 if that is not known */
  gint64 n_elements;
  /* After each piece of a file, where somebody wants to know how far it is. */
  void (*progress) (gpointer user_data, gint64 n_bytes);
  gpointer user_data;

  /* The file that is being read. */
  const char *uri;
  GArray *open;   /* KkrOpenElement */
  guint skipping; /* depth below an element that is not understood */
  KkrPlace place; /* of the element that has just begun */
  GString *scratch;
  KkrSeries series;
  KkrOpenTable table;
  guint object; /* the name of the one that children belong to, plus 1 */

  /* Finds an attribute of the element that has just begun, or, from 1, a part of its value, where
   * parts have a "|" between them. */
  KkrPlace (*find_attribute) (gpointer sax, const char *name, guint part);
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
  void (*begin) (KkrReading *reading, const KkrElement *element, const KkrFieldValue *values,
                 guint32 present);
  void (*end) (KkrReading *reading);
};

/* In a file: the one of this name in that parent (NULL: the root), or NULL. */
const KkrElement *kkr_element_find (const char *name, const char *parent);
/* A name that comes near, or NULL. */
const char *kkr_element_suggest (const char *name);
/* The names of the elements that one of this name belongs to, quoted: "" for the root, NULL if
 * there is none of this name. */
char *kkr_element_dup_parents (const char *name);

/* What may stand in a series and in each of its facts, in a table, its columns and its rows. */
enum {
  KKR_ORIGIN_VALID,
  KKR_ORIGIN_SOURCE,
  KKR_ORIGIN_SECTION,
  KKR_ORIGIN_KNOWN,
  KKR_ORIGIN_LEVEL,
  KKR_ORIGIN_SCALE,
  KKR_ORIGIN_PRECISION,
  KKR_ORIGIN_CONFIRMED,
  KKR_ORIGIN_NOTE_DA,
  KKR_ORIGIN_NOTE_EN,
  KKR_N_ORIGIN,
};

#define KKR_ORIGIN_FIELDS(first) \
  [first] = { .name = "valid", .kind = KKR_FIELD_PERIOD }, \
  [first + 1] = { .name = "source", .kind = KKR_FIELD_SOURCE }, \
  [first + 2] = { .name = "section", .kind = KKR_FIELD_TEXT }, \
  [first + 3] = { .name = "known", .kind = KKR_FIELD_KNOWN }, \
  [first + 4] = { .name = "price-level", .kind = KKR_FIELD_PRICE_LEVEL }, \
  [first + 5] = { .name = "scale", .kind = KKR_FIELD_CHOICE, .words = kkr_scale_words, \
                    .listed = N_("1, 1000, 1000000 or 1000000000") }, \
  [first + 6] = { .name = "precision", .kind = KKR_FIELD_PRECISION }, \
  [first + 7] = { .name = "confirmed", .kind = KKR_FIELD_YES }, \
  [first + 8] = { .name = "note-da", .kind = KKR_FIELD_TEXT }, \
  [first + 9] = { .name = "note-en", .kind = KKR_FIELD_TEXT }

extern const char *const kkr_scale_words[];
/* In the order of KkrCellStatus and KkrQualifier, whose 0 is not written. */
extern const char *const kkr_status_words[];
extern const char *const kkr_qualifier_words[];

#define KKR_SERIES_N_FIELDS (5 + KKR_N_ORIGIN)
#define KKR_FACT_N_FIELDS (8 + KKR_N_ORIGIN)
#define KKR_TABLE_N_FIELDS (7 + KKR_N_ORIGIN)
#define KKR_COLUMN_N_FIELDS (4 + KKR_N_ORIGIN)
#define KKR_ROW_N_FIELDS (6 + KKR_N_ORIGIN)
extern const KkrField kkr_series_fields[KKR_SERIES_N_FIELDS];
extern const KkrField kkr_fact_fields[KKR_FACT_N_FIELDS];
extern const KkrField kkr_table_fields[KKR_TABLE_N_FIELDS];
extern const KkrField kkr_column_fields[KKR_COLUMN_N_FIELDS];
extern const KkrField kkr_row_fields[KKR_ROW_N_FIELDS];
/* A column of another unit has its own scale, precision and price level. */
void kkr_fact_record_take_unit (KkrFactRecord *record, guint8 unit, gboolean table_has_unit);
void kkr_reading_begin_series (KkrReading *reading, const KkrElement *element,
                               const KkrFieldValue *values, guint32 present);
void kkr_reading_begin_fact (KkrReading *reading, const KkrElement *element,
                             const KkrFieldValue *values, guint32 present);
void kkr_reading_begin_table (KkrReading *reading, const KkrElement *element,
                              const KkrFieldValue *values, guint32 present);
void kkr_reading_end_table (KkrReading *reading);
void kkr_reading_begin_column (KkrReading *reading, const KkrElement *element,
                               const KkrFieldValue *values, guint32 present);
void kkr_reading_begin_row (KkrReading *reading, const KkrElement *element,
                            const KkrFieldValue *values, guint32 present);
void kkr_reading_begin_object (KkrReading *reading, const KkrElement *element,
                               const KkrFieldValue *values, guint32 present);

void kkr_reading_begin_bulk (KkrReading *reading, const KkrElement *element,
                             const KkrFieldValue *values, guint32 present);
/* Begins a kind with the rows of the register below. */
gboolean kkr_reading_import_bulk (KkrReading *reading, const KkrBulkKind *kind,
                                  const KkrBulkColumns *columns, GError **error);
/* The rows that an element of this name goes to, or NULL before the first of them. */
KkrBulk *kkr_reading_find_bulk (KkrReading *reading, const char *name);
/* Takes the element if there is nothing to say about it; it is then not open. FALSE leaves it to
 * kkr_reading_begin_element(). */
gboolean kkr_reading_take_bulk (KkrReading *reading, KkrBulk *bulk,
                                const unsigned char **attributes, guint n_attributes);
/* Opens the element that was taken last, as there is something in it. */
void kkr_reading_open_bulk (KkrReading *reading, KkrBulk *bulk);

/* A fact before anything is said of it. */
void kkr_fact_record_init (KkrFactRecord *record, KkrReading *reading);
gboolean kkr_unit_is_money (guint unit);
/* A bit an attribute, good or bad, from KKR_ORIGIN_VALID on: what is bad is not missing, too. */
guint32 kkr_reading_get_said (guint32 present);
gboolean kkr_reading_has_bad_scale (const KkrFieldValue *origin, guint32 present);
void kkr_reading_check_scale (KkrReading *reading, const KkrFieldValue *origin);
/* Overrides what is said; what is not said stays. */
void kkr_reading_take_origin (KkrReading *reading, KkrFactRecord *record,
                              const KkrFieldValue *values, guint32 present);
/* NULL, or what was expected in place of the number. */
char *kkr_fact_record_take_number (KkrFactRecord *record, const char *text, KkrRuleId *rule);
/* Whether it is read as a thousandth of what may be meant: "1.152" persons. */
gboolean kkr_fact_record_has_thousands_dot (const KkrFactRecord *record, const char *text);
/* The subject is a municipality's code. */
void kkr_reading_refer_to_subject (KkrReading *reading, const char *subject);
/* A fact of a key that is made of a series and a subject (or NULL). */
void kkr_reading_add_fact (KkrReading *reading, KkrFactRow *row, const char *key,
                           const char *subject, gboolean municipalities);

void kkr_reading_init (KkrReading *reading, const KkrReadingLimits *limits);
void kkr_reading_clear (KkrReading *reading);

void kkr_reading_add_problem (KkrReading *reading, KkrRuleId rule, const KkrPlace *place,
                              const char *path, const char *suggestion, const char *format, ...)
  G_GNUC_PRINTF (6, 7);
/* The same of a rule of other files than registers, and a text that is made. */
/* As many as there may be. */
gboolean kkr_reading_has_all_errors (const KkrReading *reading);
void kkr_reading_add_finding (KkrReading *reading, const KkrRule *rule, const KkrPlace *place,
                              const char *path, const char *suggestion, const char *text);
/* The place of an attribute, or of a part of its value, see find_attribute. */
KkrPlace kkr_reading_find (KkrReading *reading, const char *attribute, guint part);
/* A problem of the element that has just begun, or of an attribute of it. */
void kkr_reading_add_here (KkrReading *reading, KkrRuleId rule, const char *attribute,
                           const char *suggestion, const char *format, ...) G_GNUC_PRINTF (5, 6);
/* The same of a part of an attribute's value, see find_attribute. */
void kkr_reading_add_part (KkrReading *reading, KkrRuleId rule, const char *attribute, guint part,
                           const char *format, ...) G_GNUC_PRINTF (5, 6);
/* "register/series[@key='...']/fact/@value" */
char *kkr_reading_get_path (KkrReading *reading, const char *attribute);
/* Where the attribute stands, with its path: for what may turn out to be nowhere. */
KkrMention kkr_reading_mention (KkrReading *reading, const char *attribute);

/* Says that a name is given to what has just begun; FALSE, and a problem, if it was already. */
gboolean kkr_reading_declare (KkrReading *reading, KkrNamesId names, const KkrElement *element,
                              const char *name);
/* Stops if more has been entered than a register can hold: a few bytes of a file may be a lot. */
void kkr_reading_check_size (KkrReading *reading);
/* The number of a name, remembered with its place if it may be nowhere. */
guint kkr_reading_refer (KkrReading *reading, KkrNamesId names, const char *name,
                         const char *attribute);
/* The same for the next of many names in one attribute: `mention`, zeroed before the first, is made
 * but once. */
guint kkr_reading_refer_again (KkrReading *reading, KkrNamesId names, const char *name,
                               const char *attribute, KkrMention *mention);

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
/* Enters the register below as the lowest layer, before anything is read. FALSE if it is a packed
 * one that is damaged. */
gboolean kkr_reading_import (KkrReading *reading, KkrRegister *below, GError **error);
void kkr_reading_pack_object (KkrReading *reading, const KkrModel *model,
                              const KkrFieldValue *values, guint name);

/* When all files have been read: references, duplicates and contradictions. */
void kkr_reading_check (KkrReading *reading);

/* Parts of it. */
void kkr_reading_check_objects (KkrReading *reading);
void kkr_reading_check_facts (KkrReading *reading);

/* What is the matter with a value, or KKR_N_RULES. Text points into `text`. */
KkrRuleId kkr_field_parse (const KkrField *field, const char *text, KkrFieldValue *value,
                           const char **expected);
/* The same as the format has it, where it refused a date, period or number that is written as one
 * does in Denmark: 21.08.2023, 2023k2, 1.152,50; or NULL. */
char *kkr_field_suggest (const KkrField *field, KkrRuleId rule, const char *text);
char *kkr_number_suggest (const char *text);
void kkr_field_set_absent (const KkrField *field, KkrFieldValue *value);
/* What an object of the model is declared as where a file has this: regions have codes of two,
 * three and four digits. */
const char *kkr_reference_name (const KkrModel *target, const char *text);
/* A decimal with at most 18 digits as a fraction in lowest terms. */
gboolean kkr_decimal_parse (const char *text, gint64 *num, gint64 *den);
/* Whether a decimal in kroner is printed with at most two digits after the dot: "2.000" is most
 * likely two thousand to who wrote it, and not two. */
gboolean kkr_decimal_is_kroner (const char *text);

G_END_DECLS
