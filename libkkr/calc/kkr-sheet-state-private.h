/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/kkr-sheet-private.h>
#include <libkkr/table/kkr-column-private.h>

G_BEGIN_DECLS

/* How sheets are made of tables, shared by the files that do it. */

/* Of as many bad cells it is told what is wrong. */
#define KKR_SHEET_MAX_TOLD 10

typedef struct {
  gint32 small; /* DATE, BOOLEAN, CHOICE */
  gint64 whole; /* AMOUNT, WHOLE */
  KkrRational number;
} KkrSheetValue;

/* The cells of one column; only what its kind has. */
typedef struct {
  const KkrSheetColumn *spec;
  KkrColumn *column; /* NULL where the table has none */
  const gint32 *small;
  const gint64 *wholes;
  const KkrRational *numbers;
  gpointer owned; /* what of these is not the column's own */
  /* TEXT: each row's number of a text, G_MININT32 for none; a text may stand there twice, and is
   * NULL if it is empty. */
  const gint32 *text_of;
  const char **texts;
  guint n_texts;
  GStringChunk *chunk;
  gint32 *codes;
  GPtrArray *code_texts;
} KkrSheetCells;

/* What was read of a table, for all who open it: it does not change, but for codes that come when
 * somebody asks. What it borrows of the table is there as long as the table. */
typedef struct {
  gatomicrefcount n_refs;
  GParamSpec *pspec;
  guint n_rows;
  guint n_columns;
  KkrSheetCells *cells;
  GMutex codes_lock;
} KkrSheetData;

struct _KkrSheet {
  KkrSheetData *data;
  GParamSpec *pspec;
  KkrTable *table; /* NULL if none was given */
  guint n_rows;
  guint n_columns;
  KkrSheetCells *cells;
  guint n_reported;
};

/* What is wrong with the cells of a table: the first of them, and how many. */
typedef struct {
  guint n;
  GArray *codes;    /* KkrCalcError */
  GPtrArray *texts; /* char * */
} KkrSheetFaults;

void kkr_sheet_set_columns (GParamSpec *pspec, const KkrSheetColumn *columns);
/* Whether a heading is that of the column: its name, or a half of its title. */
gboolean kkr_sheet_column_matches (const KkrSheetColumn *column, const char *heading);
/* The number of the column that a heading names, or -1. */
int kkr_sheet_find_column (const KkrSheetColumn *columns, const char *heading);
/* Whether a heading has a personal number, where a column is of keys of persons: the first row of
 * a list without headings. */
gboolean kkr_sheet_is_personal_heading (const KkrSheetColumn *columns, const char *heading);
/* What of the column's name and titles a heading that is none of them was perhaps to be: "Til og
 * med" of "Til". NULL if nothing. */
char *kkr_sheet_column_find_like (const KkrSheetColumn *column, const char *heading);
/* "fra og med", in the language of messages. */
char *kkr_sheet_column_word (const KkrSheetColumn *column, const char *language);
/* The language of messages. */
const char *kkr_sheet_language (void);
/* The value of a choice, or 0. */
int kkr_sheet_choice_parse (const KkrSheetColumn *column, const char *text);
char *kkr_sheet_choice_word (const KkrSheetColumn *column, int value, const char *language);
/* "occupied (belagt), notice (i opsigelse)": what there is to choose from. */
char *kkr_sheet_choice_list (const KkrSheetColumn *column);

/* Whether a column has texts as they are: a TEXT, or a PERSON. */
gboolean kkr_sheet_kind_is_text (KkrSheetKind kind);
/* What a text stands for in a column that is no TEXT; for a PERSON only whether it may stand there.
 * With `dots` the dot is the decimal sign of a number without a comma, as where commas separate
 * fields. */
gboolean kkr_sheet_parse (const KkrSheetColumn *column, const char *text, gboolean dots,
                          KkrSheetValue *value, GError **error);
/* The same of a cell that has a value and is no text. */
gboolean kkr_sheet_convert (const KkrSheetColumn *spec, KkrColumn *column, guint row,
                            KkrSheetValue *value, GError **error);

KkrSheetData *kkr_sheet_data_new (GParamSpec *pspec, guint n_rows);
void kkr_sheet_data_unref (KkrSheetData *self);
/* A sheet of its own, of what was read already; takes over the reference to the data. */
KkrSheet *kkr_sheet_new_of (KkrSheetData *data, KkrTable *table);
/* What was read of the table for the input, if it was; the caller has a reference. */
KkrSheetData *kkr_sheet_data_find (KkrTable *table, GParamSpec *pspec);
/* Keeps what was read of a table with it, for the next who opens it for the same input: a batch
 * opens a table that does not vary once for each scenario. */
void kkr_sheet_data_keep (KkrSheetData *self, KkrTable *table);

/* As kkr_sheet_new(), but a table without faults is read once only. */
KkrSheet *kkr_sheet_open (GParamSpec *pspec, KkrTable *table, KkrSheetFaults *faults);
/* Reads a table as the input has it. Faults are added; a sheet comes back all the same. */
KkrSheet *kkr_sheet_new (GParamSpec *pspec, KkrTable *table, KkrSheetFaults *faults);
void kkr_sheet_cells_read (KkrSheet *self, guint column, KkrSheetFaults *faults);
void kkr_sheet_faults_add (KkrSheetFaults *faults, KkrCalcError code, char *text);
void kkr_sheet_faults_clear (KkrSheetFaults *faults);
/* That a column is missing where `found` are there. */
char *kkr_sheet_missing_text (const KkrSheetColumn *spec, const char *found);
/* "row 3 (pladser.csv:4), from", in the language of messages. */
char *kkr_sheet_row_words (const KkrSheet *self, guint row, guint column);

/* The property of an input that is a table; NULL with an error for any other name. */
GParamSpec *kkr_calculator_find_table (KkrCalculator *self, const char *name, GError **error);
/* For the check of the inputs: what is wrong with an input that is a table. */
void kkr_sheet_check_input (KkrCalculator *self, GParamSpec *pspec);

G_END_DECLS
