/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-enums.h>
#include <libkkr/base/kkr-interval-private.h>

G_BEGIN_DECLS

/* A table as somebody printed it: labels, headings, and numbers with the precision that they are
 * printed with. It is read from text of any of the forms that such tables come in: fields parted
 * by semicolons, tabs, commas or bars, columns apart by two or more spaces, or numbers at the end
 * of a line. Nothing is said in it of what the numbers have to do with one another. */

#define KKR_PRINTED_MAX_BYTES (4 * 1024 * 1024)
#define KKR_PRINTED_MAX_ROWS 10000
#define KKR_PRINTED_MAX_COLUMNS 200
#define KKR_PRINTED_MAX_CELLS 250000

typedef enum {
  KKR_PRINTED_BLANK,          /* nothing stands there */
  KKR_PRINTED_VALUE,          /* a number, or a cross or tick, which is exactly 1 */
  KKR_PRINTED_NIL,            /* a dash, which may mean nothing or no number */
  KKR_PRINTED_SUPPRESSED,     /* .. or … */
  KKR_PRINTED_NOT_APPLICABLE, /* a dot, n/a */
} KkrPrintedStatus;

typedef struct {
  const char *text; /* as printed, without blanks around it */
  guint line;       /* in the text, from 1; columns count characters */
  guint column;
  KkrPrintedStatus status;
  /* The rest is there for a value only. Words such as "mio." in the cell itself scale value,
   * precision and interval; units in headings and labels do not. */
  KkrRational value;
  KkrRational precision; /* what one of the last printed digit is worth */
  guint decimals;
  KkrUnit unit;         /* as the cell prints it, else UNSET */
  /* When halves are rounded away from zero; open for "mere end", "<" ... */
  KkrInterval interval;
} KkrPrintedCell;

typedef struct _KkrPrintedTable KkrPrintedTable;

/* `decimal_sign` is "," or "."; NULL to tell by the numbers. OUT_OF_RANGE with a message that
 * begins with the line and column. */
KkrPrintedTable *kkr_printed_table_read (const char *text, const char *decimal_sign,
                                         GError **error);
void kkr_printed_table_free (KkrPrintedTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrPrintedTable, kkr_printed_table_free)

/* Rows in the order of the text, those too that only have a label; columns of numbers alone. */
guint kkr_printed_table_get_n_rows (const KkrPrintedTable *table);
guint kkr_printed_table_get_n_columns (const KkrPrintedTable *table);
const KkrPrintedCell *kkr_printed_table_get_cell (const KkrPrintedTable *table, guint row,
                                                  guint column);
/* Whether any cell of the row has a value; those that have none are headings of a group, or
 * blank. */
gboolean kkr_printed_table_has_values (const KkrPrintedTable *table, guint row);
guint kkr_printed_table_get_row_line (const KkrPrintedTable *table, guint row);

/* The text before the table, line by line; "" for none. */
const char *kkr_printed_table_get_title (const KkrPrintedTable *table);
/* A table has any number of label columns; `part` is one of them. Footnote marks are left out. */
guint kkr_printed_table_get_n_label_parts (const KkrPrintedTable *table);
const char *kkr_printed_table_get_label_part (const KkrPrintedTable *table, guint row, guint part);
/* What stands above a label column; "" for nothing. */
const char *kkr_printed_table_get_label_heading (const KkrPrintedTable *table, guint part);
/* All that are not blank, with ", " between them; "" for none. */
const char *kkr_printed_table_get_label (const KkrPrintedTable *table, guint row);
/* A table has any number of heading lines, from the top; a heading that spans columns stands in
 * each. */
guint kkr_printed_table_get_n_heading_parts (const KkrPrintedTable *table);
const char *kkr_printed_table_get_heading_part (const KkrPrintedTable *table, guint column,
                                                guint part);
/* All that are not blank, with " / " between them; "" for none. */
const char *kkr_printed_table_get_heading (const KkrPrintedTable *table, guint column);

/* What the headings of a column, the label of a row or the title say of the unit: the unit, and how
 * many of it one printed 1 stands for (1.000 for "t.kr."). UNSET and 1 when they say nothing. */
typedef struct {
  KkrUnit unit;
  gint64 scale;
} KkrPrintedUnit;

KkrPrintedUnit kkr_printed_table_get_column_unit (const KkrPrintedTable *table, guint column);
KkrPrintedUnit kkr_printed_table_get_row_unit (const KkrPrintedTable *table, guint row);
KkrPrintedUnit kkr_printed_table_get_unit (const KkrPrintedTable *table);

G_END_DECLS
