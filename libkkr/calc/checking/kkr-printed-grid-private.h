/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/checking/kkr-printed-table-private.h>

G_BEGIN_DECLS

/* The fields of a table before anybody asks what they mean. */

typedef struct {
  const char *text; /* without blanks around it */
  guint line;
  guint column;
  guint end; /* the column after its last character */
} KkrPrintedField;

typedef struct {
  guint line;
  guint first; /* among the fields */
  guint n_fields;
} KkrPrintedRecord;

typedef struct {
  GStringChunk *texts;
  GArray *fields;  /* KkrPrintedField */
  GArray *records; /* KkrPrintedRecord */
  GString *title;
  guint n_columns; /* that every record has once it is read */
} KkrPrintedGrid;

void kkr_printed_grid_init (KkrPrintedGrid *grid);
void kkr_printed_grid_clear (KkrPrintedGrid *grid);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KkrPrintedGrid, kkr_printed_grid_clear)

gboolean kkr_printed_grid_read (KkrPrintedGrid *grid, const char *text, GError **error);
KkrPrintedRecord *kkr_printed_grid_get_record (const KkrPrintedGrid *grid, guint record);
KkrPrintedField *kkr_printed_grid_get_field (const KkrPrintedGrid *grid, guint record, guint field);

/* For those that fill it: a record, and its fields one by one. */
gboolean kkr_printed_grid_add_record (KkrPrintedGrid *grid, guint line, GError **error);
gboolean kkr_printed_grid_add_field (KkrPrintedGrid *grid, const char *text, gsize length,
                                     guint line, guint column, GError **error);

/* How the lines of a text are parted into fields. */
typedef enum {
  KKR_PRINTED_ONE_COLUMN,
  KKR_PRINTED_BARS,
  KKR_PRINTED_SEMICOLONS,
  KKR_PRINTED_TABS,
  KKR_PRINTED_COMMAS,
  KKR_PRINTED_SPACES,
  KKR_PRINTED_WORDS, /* a label, then numbers with a single space between them */
} KkrPrintedLayout;

/* The next line at `*at` without its end, and `*at` after it; FALSE at the end of the text. */
gboolean kkr_printed_next_line (const char **at, const char **line, gsize *length);
/* What is no part of the table: an empty line, one of a Markdown table's rules, a comment. */
gboolean kkr_printed_line_is_empty (const char *line, gsize length);
KkrPrintedLayout kkr_printed_find_layout (const char *text, guint *n_numbers);
gboolean kkr_printed_read_fields (KkrPrintedGrid *grid, const char *text, char delimiter,
                                  GError **error);
gboolean kkr_printed_read_lines (KkrPrintedGrid *grid, const char *text, KkrPrintedLayout layout,
                                 GError **error);
/* A label and `n_numbers` numbers a line, as a page gives them when it is copied. */
gboolean kkr_printed_read_words (KkrPrintedGrid *grid, const char *text, guint n_numbers,
                                 GError **error);
gboolean kkr_printed_add_part (KkrPrintedGrid *grid, const char *line, gsize start, gsize end,
                               guint number, GError **error);
/* How many numbers stand at the end of a line, a single space between them; their starts go to
 * `starts` (last first) as far as `max` goes. */
guint kkr_printed_count_numbers (const char *line, gsize length, gsize *starts, guint max);
/* Puts the fields of every record under the columns of the widest, by where they stand. */
gboolean kkr_printed_align (KkrPrintedGrid *grid, GError **error);

/* What a field is. */
typedef enum {
  KKR_PRINTED_IS_BLANK,
  KKR_PRINTED_IS_MARK, /* a dash, dots and the like */
  KKR_PRINTED_IS_TEXT,
  KKR_PRINTED_IS_NUMBER,
} KkrPrintedKind;

/* In which form a number can be read, and what it is. */
enum {
  KKR_PRINTED_DANISH = 1 << 0,
  KKR_PRINTED_ENGLISH = 1 << 1,
  KKR_PRINTED_SAME = 1 << 2,   /* in both, and the same */
  KKR_PRINTED_DOTTED = 1 << 3, /* in both, and they differ: by a dot */
  KKR_PRINTED_TICK = 1 << 4,   /* a cross or tick, which counts for one */
};

KkrPrintedKind kkr_printed_kind (const char *text, guint *forms);
/* Reads a field of a column of numbers; FALSE if it is none and no mark. */
gboolean kkr_printed_read_cell (const char *text, gboolean english, KkrPrintedCell *cell);
/* Without the marks of footnotes; free it. */
char *kkr_printed_strip_footnotes (const char *text);
/* A year, such as heads a column or a row. */
gboolean kkr_printed_is_year (const char *text);
KkrPrintedUnit kkr_printed_find_unit (const char *text);

/* What the records and columns of a grid are. */
typedef enum {
  KKR_PRINTED_LABELS,
  KKR_PRINTED_NUMBERS,
  KKR_PRINTED_REMARKS, /* and blank columns */
} KkrPrintedRole;

typedef struct {
  guint8 *kinds; /* KkrPrintedKind, of all fields */
  guint8 *forms;
  guint n_headings;
  guint n_records; /* without notes at the end */
  KkrPrintedRole *roles;
  gboolean *skipped; /* records that repeat headings */
} KkrPrintedShape;

void kkr_printed_shape_find (KkrPrintedShape *shape, const KkrPrintedGrid *grid);
void kkr_printed_shape_clear (KkrPrintedShape *shape);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KkrPrintedShape, kkr_printed_shape_clear)

/* Whether each column is written in the English way. */
gboolean kkr_printed_find_forms (const KkrPrintedGrid *grid, const KkrPrintedShape *shape,
                                 const char *decimal_sign, gboolean *english, GError **error);

/* `LINE:COLUMN: message` */
gboolean kkr_printed_fail (GError **error, guint line, guint column, char *message);

G_END_DECLS
