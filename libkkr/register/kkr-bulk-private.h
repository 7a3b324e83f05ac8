/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-enums.h>
#include <libkkr/model/kkr-model-private.h>
#include <libkkr/register/kkr-interner-private.h>

G_BEGIN_DECLS

/* Kinds of which there are millions: rows of columns, with no object and no fact of their own. */

#define KKR_BULK_MAX_COLUMNS 8

typedef enum {
  KKR_BULK_PLACEMENT,
  KKR_BULK_TARIFF,
  KKR_BULK_ARRIVAL,
  KKR_N_BULK,
} KkrBulkId;

/* One or, for a period, two columns. */
typedef struct {
  const char *title_da;
  const char *title_en;
  KkrUnit unit;
} KkrBulkTitle;

typedef struct {
  KkrBulkId id;
  const char *element;
  const char *table;
  const char *title_da;
  const char *title_en;
  const KkrField *fields;
  guint n_fields;
  const KkrBulkTitle *titles; /* one a column */
} KkrBulkKind;

extern const KkrBulkKind kkr_bulk_kinds[KKR_N_BULK];

/* What the cells of a field are kept as. */
typedef enum {
  KKR_BULK_TEXT,   /* guint32: number in the interner of the column */
  KKR_BULK_NUMBER, /* gint64 */
  KKR_BULK_DAY,    /* gint32 */
} KkrBulkStorage;

KkrBulkStorage kkr_bulk_storage (const KkrField *field);
gsize kkr_bulk_cell_size (KkrBulkStorage storage);
guint kkr_bulk_field_n_columns (const KkrField *field);
guint kkr_bulk_n_columns (const KkrBulkKind *kind);

#define KKR_BULK_MONTHS 512

/* A month, counted from the year 0, and the day it begins with. */
typedef struct {
  int number;
  gint32 first;
} KkrBulkMonth;

#define KKR_BULK_AHEAD 32
#define KKR_BULK_AHEAD_TEXT 56

/* A text that is prepared for the interner of its column, and the row whose cell waits for it. */
typedef struct {
  guint32 hash;
  guint row;
  guint length;
  char text[KKR_BULK_AHEAD_TEXT];
} KkrBulkWaiting;

#define KKR_BULK_WORDS 512
#define KKR_BULK_WORD_LENGTH 23

/* A word or reference that is taken, and what its cells are. */
typedef struct {
  gint64 number;
  guint8 length; /* 0: none */
  char text[KKR_BULK_WORD_LENGTH];
} KkrBulkWord;

/* How many bytes of all files have been read, and how many have not. */
typedef struct {
  gint64 n_read;
  gint64 n_left;
} KkrBulkProgress;

typedef KkrBulkProgress (*KkrBulkTell) (gpointer user_data);

/* The rows of a kind while they are read; a column each field, two for a period. */
typedef struct {
  const KkrBulkKind *kind;
  gpointer columns[KKR_BULK_MAX_COLUMNS];
  gsize cell_sizes[KKR_BULK_MAX_COLUMNS]; /* 0 after the last column */
  KkrInterner texts[KKR_BULK_MAX_COLUMNS]; /* of the field whose first column it is */
  guint first[KKR_BULK_MAX_COLUMNS];       /* that column */
  KkrBulkStorage storage[KKR_BULK_MAX_COLUMNS];
  guint n_rows;
  guint n_allocated;
  guint n_below; /* of them, those of the register below */
  KkrBulkTell tell;
  gpointer user_data;
  gint64 n_read_before; /* bytes, when the first row came */
  guint32 required; /* a bit a field */
  GByteArray *sure[KKR_BULK_MAX_COLUMNS]; /* a byte a text of a reference: it may be taken */
  /* The field that each place of the last row was for: rows are mostly alike. */
  const char *names[KKR_BULK_MAX_COLUMNS];
  guint places[KKR_BULK_MAX_COLUMNS];
  /* The last rows' texts of the first column, in their order from `next_waiting` on. */
  KkrBulkWaiting waiting[KKR_BULK_AHEAD];
  guint next_waiting;
  guint n_waiting;
  KkrBulkMonth months[KKR_BULK_MONTHS];
  KkrBulkWord *words[KKR_BULK_MAX_COLUMNS]; /* KKR_BULK_WORDS of a column, or NULL */
} KkrBulk;

/* The rows of a kind when no more are added. Where there is no column or no text the bytes are NULL
 * or empty. */
typedef struct {
  guint n_rows;
  GBytes *cells[KKR_BULK_MAX_COLUMNS];
  GBytes *pools[KKR_BULK_MAX_COLUMNS];  /* the texts of a column, each and a zero byte */
  GBytes *starts[KKR_BULK_MAX_COLUMNS]; /* guint32: where each of them begins */
} KkrBulkColumns;

/* By the element's name or that of the table, or NULL. */
const KkrBulkKind *kkr_bulk_kind_find (const char *name);

KkrBulk *kkr_bulk_new (const KkrBulkKind *kind);
/* So that room for all rows is made once and no more of it is touched than they need. */
void kkr_bulk_begin (KkrBulk *bulk, KkrBulkTell tell, gpointer user_data);
void kkr_bulk_free (KkrBulk *bulk);
guint64 kkr_bulk_get_size (KkrBulk *bulk);

/* A cell on its way into a column. */
typedef struct {
  const char *text; /* of a text that is new or may be */
  gsize length;
  gint64 number;
  gint32 from;
  gint32 until;
} KkrBulkCell;

/* Cells that are absent. */
void kkr_bulk_clear_cells (const KkrBulkKind *kind, KkrBulkCell *cells);
void kkr_bulk_append_row (KkrBulk *bulk, const KkrBulkCell *cells);
/* Digits, and for money a dot and one or two more. */
gboolean kkr_bulk_take_number (const char *text, gsize length, gboolean money, gint64 *number);

/* Takes a row if there is nothing to say about it: all attributes known, well-formed and referring
 * to what was referred to before. FALSE leaves the row, as it was, to the reader of elements. */
gboolean kkr_bulk_take_row (KkrBulk *bulk, gint64 max_text, const unsigned char **attributes,
                            guint n_attributes);
/* Before the texts of the first column are looked at. */
void kkr_bulk_settle (KkrBulk *bulk);
/* Before another parser, whose names stand elsewhere. */
void kkr_bulk_forget_names (KkrBulk *bulk);
/* The slow way, from values that the reader of elements has checked. A bit a field says whether
 * rows with the same reference may be taken from now on. */
void kkr_bulk_add_row (KkrBulk *bulk, const KkrFieldValue *values, guint32 sure);
/* Says of all texts of a field whether rows with them may be taken from now on. */
typedef gboolean (*KkrBulkIsSure) (const KkrField *field, const char *text, gpointer user_data);
void kkr_bulk_settle_references (KkrBulk *bulk, KkrBulkIsSure is_sure, gpointer user_data);
/* The first attribute of the last row, by which its path names it. */
const char *kkr_bulk_get_last_label (KkrBulk *bulk);

/* Moves the rows into the columns, and leaves none. */
void kkr_bulk_end (KkrBulk *bulk, KkrBulkColumns *columns);
/* More rows after those of the columns; NULL if these are damaged. */
KkrBulk *kkr_bulk_new_after (const KkrBulkKind *kind, const KkrBulkColumns *columns);
void kkr_bulk_columns_clear (KkrBulkColumns *columns);
/* Whether cells that are numbers of texts are. */
gboolean kkr_bulk_codes_fit (const gint32 *codes, guint n_rows, guint n_texts);

G_END_DECLS
