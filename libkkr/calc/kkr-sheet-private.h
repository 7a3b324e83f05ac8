/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-rational-private.h>
#include <libkkr/calc/kkr-calculator.h>

G_BEGIN_DECLS

/* Tables as inputs: a calculator says which columns it reads, and gets the rows of any KkrTable
 * that has them as typed values. */

typedef enum {
  KKR_SHEET_TEXT,
  KKR_SHEET_DATE,
  KKR_SHEET_AMOUNT,
  KKR_SHEET_NUMBER,
  KKR_SHEET_WHOLE,
  KKR_SHEET_BOOLEAN,
  KKR_SHEET_CHOICE,
  /* A TEXT that is the key of a person or a placement: what is shaped like a personal number is
   * refused, and no message repeats it. */
  KKR_SHEET_PERSON,
} KkrSheetKind;

typedef struct {
  const char *name;  /* "from": the name of the column, and the heading of a file */
  const char *title; /* "Fra og med|From": each half is accepted as a heading too */
  KkrSheetKind kind;
  gboolean required; /* the column is there, and no cell of it is blank */
  GType choice;      /* of CHOICE */
  /* Of CHOICE, or NULL: what files may say instead of the nicks, for each value of the enum after
   * UNSET: "belagt;i opsigelse|opsagt;tom|ledig". The first word of a value is also how it is
   * printed in Danish. */
  const char *words;
  /* "dansk|English": what stands in it, where the title does not say; see below. */
  const char *description;
} KkrSheetColumn;

/* Installs an input that is a KkrTable with these columns, which end with one whose name is NULL.
 * The array is copied, its texts are not: an enum's type cannot stand in a static array. */
void kkr_calculator_class_install_sheet (KkrCalculatorClass *klass, const char *name,
                                         const char *label, const char *description,
                                         const KkrSheetColumn *columns, KkrParamFlags flags);
/* Descriptions of columns, for kkr describe: of inputs that are installed already. */
typedef struct {
  const char *input;
  const char *column;
  const char *text;
} KkrColumnText;

void kkr_calculator_class_explain_columns (KkrCalculatorClass *klass, const KkrColumnText *texts,
                                           gsize n_texts);
/* NULL for an input that is no table, or one of a class that names no columns. */
const KkrSheetColumn *kkr_sheet_get_columns (GParamSpec *pspec);
/* The table of an input, or NULL. */
KkrTable *kkr_calculator_get_table (KkrCalculator *self, const char *input);
/* Where the table of an input is given and has no rows, a note that says so. */
void kkr_calculator_note_empty (KkrCalculator *self, const char *input, const char *danish_name,
                                GPtrArray *notes);

/* The rows of an input. Immutable but for the codes, which are made when they are asked for: a
 * sheet belongs to one thread at a time. Columns are called by their number in the array. */
typedef struct _KkrSheet KkrSheet;

/* Not assigned: no rows. NULL with an error where a cell cannot be read, or is blank where a value
 * is required; check() of the base class has reported that before. */
KkrSheet *kkr_calculator_open_sheet (KkrCalculator *self, const char *input, GError **error);
void kkr_sheet_free (KkrSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrSheet, kkr_sheet_free)

guint kkr_sheet_get_n_rows (const KkrSheet *self);
gboolean kkr_sheet_has_column (const KkrSheet *self, guint column);
/* Whether the cell is not blank. */
gboolean kkr_sheet_has (const KkrSheet *self, guint row, guint column);
/* Blank cells are NULL, G_MININT32, G_MININT64, FALSE, 0, and a fraction of denominator 0. */
const char *kkr_sheet_get_text (const KkrSheet *self, guint row, guint column);
gint32 kkr_sheet_get_date (const KkrSheet *self, guint row, guint column);
gint64 kkr_sheet_get_amount (const KkrSheet *self, guint row, guint column);
gint64 kkr_sheet_get_whole (const KkrSheet *self, guint row, guint column);
/* Shares are per cent and amounts kroner here, as where an input of a number is set. */
KkrRational kkr_sheet_get_number (const KkrSheet *self, guint row, guint column);
gboolean kkr_sheet_get_boolean (const KkrSheet *self, guint row, guint column);
int kkr_sheet_get_choice (const KkrSheet *self, guint row, guint column);
/* "belagt" or "occupied"; NULL for a blank cell. */
char *kkr_sheet_dup_choice_in (const KkrSheet *self, guint row, guint column,
                               const char *language);
/* Whole columns; those that the table does not have are all blank. Of a DATE; of an AMOUNT or a
 * WHOLE; of a NUMBER. */
const gint32 *kkr_sheet_get_dates (const KkrSheet *self, guint column);
const gint64 *kkr_sheet_get_amounts (const KkrSheet *self, guint column);
const KkrRational *kkr_sheet_get_numbers (const KkrSheet *self, guint column);
/* Of a BOOLEAN or a CHOICE; blank: G_MININT32. */
const gint32 *kkr_sheet_get_choices (const KkrSheet *self, guint column);
/* A TEXT or a PERSON as codes of its distinct texts in the order of first appearance; blank: -1. */
const gint32 *kkr_sheet_get_codes (KkrSheet *self, guint column, guint *n_texts);
const char *kkr_sheet_get_code_text (KkrSheet *self, guint column, gint32 code);

/* "pladser, række 3, fra og med" in the language of messages, to begin an error with; `column`
 * G_MAXUINT: only the row. Rows are counted from 1 in texts; `row` is from 0, as everywhere. Where
 * the table was read from files, the file and the line follow the number of the row. */
char *kkr_sheet_place (const KkrSheet *self, guint row, guint column);
/* The same for derivations and notes: no files. */
char *kkr_sheet_place_in (const KkrSheet *self, guint row, guint column, const char *language);
/* For check(): reports what is wrong with a row, under the name of the input: "places: row 3, from:
 * ...". Of more than ten it is only said that there are more. */
void kkr_sheet_report (KkrSheet *self, KkrCalculator *calculator, guint row, guint column,
                       KkrCalcError code, const char *wrong);

/* "1.3.2024", "01-03-2024" and "1/3/2024": the day first, as it is written in Denmark. */
gboolean kkr_sheet_parse_danish_day (const char *text, gint32 *days);
/* "12 rækker", and the columns of the table that are none of the input's: a heading that is
 * misspelt is one of them. */
char *kkr_sheet_describe_rows (GParamSpec *pspec, KkrTable *table, const char *language);

G_END_DECLS
