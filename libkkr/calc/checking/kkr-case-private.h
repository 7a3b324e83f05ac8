/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-interval-private.h>
#include <libkkr/calc/checking/kkr-case-node-private.h>
#include <libkkr/register/kkr-register.h>

G_BEGIN_DECLS

/* The printed tables that are recomputed, each a case: its cells, and the relations between them
 * that its document claims. */

typedef enum {
  KKR_CASE_VERDICT_EXACT,
  KKR_CASE_VERDICT_AFTER_ROUNDING,
  KKR_CASE_VERDICT_DIFFERS,
  KKR_CASE_N_VERDICTS,
} KkrCaseVerdict;

/* "exact", "after-rounding", "differs", ended by NULL. */
extern const char *const kkr_case_verdicts[];
const char *kkr_case_verdict_title (KkrCaseVerdict verdict, const char *language);

/* A printed cell. All numbers are in full: kroner for money, per cent for shares. */
typedef struct {
  const char *text; /* as it is printed; NULL if there is no number */
  KkrRational value;
  KkrRational precision; /* what one of the last printed digit is worth */
  int side;              /* 1: all above the number, -1: all below */
  gboolean included;     /* of those, the number too */
  gboolean rounded;      /* other numbers may lie behind it */
  KkrUnit unit;
  KkrSource *source; /* its own, of a table of the register; not a reference */
  const char *section;
} KkrCaseCell;

typedef struct {
  const char *name;
  const char *danish;
  const char *english;
  KkrUnit unit;
  int rounded; /* 1 and 0 as the file says, -1 as its cells are */
  gint64 scale;
} KkrCaseColumn;

typedef struct {
  const char *name;
  const char *title; /* what a reader calls it; the same if it has no other name */
} KkrCaseRow;

typedef struct {
  const char *id;
  const char *danish;
  const char *english;
  KkrSource *source; /* not a reference */
  const char *section;
  KkrPlace place;
  const KkrCaseNode *node;
  GArray *columns; /* KkrCaseColumn */
  GArray *rows;    /* KkrCaseRow */
  GArray *cells;   /* KkrCaseCell, row by row */
  GHashTable *column_names;
  GHashTable *row_names; /* values are places plus 1 */
  gboolean is_bad;       /* something is wrong with its grid, so that its relations make no sense */
} KkrCase;

/* All cases of all files, as they were read. */
typedef struct {
  KkrCaseFindings findings;
  KkrRegister *reg;
  GHashTable *sources; /* of the register, by id */
  GPtrArray *roots;    /* KkrCaseNode */
  GPtrArray *cases;    /* KkrCase, in the order of the files */
  GHashTable *by_id;
  guint64 n_cells;
  guint64 n_terms;
} KkrCaseBook;

/* Reads the file, all XML files of the folder, or with NULL what the library carries. NULL with an
 * error that has a line for each problem. */
KkrCaseBook *kkr_case_book_new (KkrRegister *reg, const char *path, GCancellable *cancellable,
                                GError **error);
/* The same of what is in memory. */
KkrCaseBook *kkr_case_book_new_from_data (KkrRegister *reg, const char *data, gsize size,
                                          const char *uri);
void kkr_case_book_free (KkrCaseBook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrCaseBook, kkr_case_book_free)
KkrCase *kkr_case_book_find (KkrCaseBook *self, const char *id);
/* The same, and a problem if there is none. */
const KkrCase *kkr_case_book_need (KkrCaseBook *self, const char *id, const KkrPlace *place);
/* FALSE and all that was found, in lines, if it was something. */
gboolean kkr_case_book_check (KkrCaseBook *self, GError **error);
/* Counts terms; FALSE, and a problem, if they are too many. */
gboolean kkr_case_book_spend (KkrCaseBook *self, guint64 n_terms, const KkrPlace *place);

/* Reads the grid of a case, whose columns are known as far as the file describes them. */
void kkr_case_read_grid (KkrCaseBook *book, KkrCase *self);
void kkr_case_read_table (KkrCaseBook *book, KkrCase *self, const KkrCaseNode *grid,
                          const char *key);
/* Adds a row or column that the grid names; FALSE, and a problem, if there is one of the name. */
gboolean kkr_case_add_row (KkrCaseBook *book, KkrCase *self, const char *name, const char *title,
                           const KkrPlace *place);
gboolean kkr_case_add_column (KkrCaseBook *book, KkrCase *self, const KkrCaseColumn *column,
                              const KkrPlace *place);
/* The column that the file describes, or one of that name alone. */
KkrCaseColumn kkr_case_describe_column (KkrCaseBook *book, KkrCase *self, const char *name);
/* Reads a text as a cell of the column. TRUE for a blank, too. */
gboolean kkr_case_read_cell (const KkrCaseColumn *column, const char *text, KkrCaseCell *cell,
                             GError **error);

const KkrCaseCell *kkr_case_get_cell (const KkrCase *self, guint row, guint column);
/* The place of a row or column, or -1. */
int kkr_case_find_row (const KkrCase *self, const char *name);
int kkr_case_find_column (const KkrCase *self, const char *name);
/* The same, and a problem if there is none. */
int kkr_case_need_row (KkrCaseBook *book, const KkrCase *self, const char *name,
                       const KkrPlace *place);
int kkr_case_need_column (KkrCaseBook *book, const KkrCase *self, const char *name,
                          const KkrPlace *place);
/* The places that "a; b; c..d" names, or NULL and a problem. */
GArray *kkr_case_list_rows (KkrCaseBook *book, const KkrCase *self, const KkrCaseNode *node,
                            KkrCaseAttributeId attribute);
GArray *kkr_case_list_columns (KkrCaseBook *book, const KkrCase *self, const KkrCaseNode *node,
                               KkrCaseAttributeId attribute);

/* The numbers that can stand behind a cell, as the mode rounds them. FALSE if they do not fit. */
gboolean kkr_case_cell_interval (const KkrCaseCell *cell, KkrRoundingMode mode,
                                 KkrInterval *interval);

G_END_DECLS
