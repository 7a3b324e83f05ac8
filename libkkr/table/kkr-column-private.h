/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-rational-private.h>
#include <libkkr/table/kkr-column-view-private.h>
#include <libkkr/table/kkr-column.h>

G_BEGIN_DECLS

/* The struct is open to this room: the builder fills it, nobody writes to it after that. */
struct _KkrColumn {
  GObject parent_instance;

  char *name;
  char *danish;
  char *english;
  KkrColumnKind kind;
  KkrUnit unit;
  guint length;
  /* Decimals that are printed: as asked for (-1: not), what the values need, and the outcome, when
   * somebody has asked. */
  int decimals_asked;
  gsize has_decimals;
  guint decimals_needed;
  guint decimals;
  GBytes *bytes;
  gpointer values;
  /* Somebody else's bytes, which are copied before a cell is changed. */
  gboolean is_borrowed;
  GBytes *status;
  guint8 *statuses;
  guint n_without_value;
  /* One a row, and NULL while no cell has one. */
  GBytes *qualifier;
  guint8 *qualifiers;
  /* RATIO: what the doubles in `values` stand for; a denominator of 0 where there is no value. */
  KkrRational *exact;
  /* TEXT */
  char **labels;
  char **labels_in_english;
  /* What is printed in Danish, where the labels are words of files; often NULL. */
  char **labels_in_danish;
  guint n_labels;
  /* What the labels point into, where they are not the column's own. */
  GBytes *label_pool;
  /* A view: the rows it is made of, the column that it repeats (NULL: it numbers the scenarios),
   * whose values, statuses, qualifiers and labels it points to, and whether its own bytes are
   * made. */
  KkrScenarioRows *rows;
  KkrColumn *repeated;
  gsize has_bytes;
  gsize has_qualifier;
  /* Statuses of nothing but values are made when they are asked for. */
  gboolean is_full;
  gsize has_status;
  gboolean has_total;
  KkrRational total;
  KkrQualifier total_qualifier;
};

/* Memory for `n` items on a 64-byte boundary, owned by the bytes. */
GBytes *kkr_column_block_new (gsize n, gsize item_size, gpointer *values);
KkrColumn *kkr_column_new (const char *name, const char *danish, const char *english,
                           KkrColumnKind kind, KkrUnit unit);
/* Sets the length, and a status of VALUE for all rows. */
void kkr_column_take_values (KkrColumn *self, GBytes *bytes, gpointer values, guint length);
/* The same where every row has a value, for very many of them. */
void kkr_column_take_full (KkrColumn *self, GBytes *bytes, gpointer values, guint length);
/* Takes over a status a row, which is memory of kkr_memory_new(); the bytes have the marks. */
void kkr_column_take_statuses (KkrColumn *self, guint8 *statuses);
/* The labels of a text column; the array is taken over, its texts stay in the pool. */
void kkr_column_take_labels (KkrColumn *self, char **labels, guint n_labels, GBytes *pool);
/* Takes over one text a label. */
void kkr_column_take_labels_in_danish (KkrColumn *self, char **labels);
/* The status of a cell whose bytes have the mark of one without a value. */
void kkr_column_set_status (KkrColumn *self, guint row, KkrCellStatus status);
/* The same, and the mark. */
void kkr_column_clear_cell (KkrColumn *self, guint row, KkrCellStatus status);
/* Of a cell that has a value. */
void kkr_column_qualify_cell (KkrColumn *self, guint row, KkrQualifier qualifier);
/* When no more are set: none at all if no cell has kept one. */
void kkr_column_settle_qualifiers (KkrColumn *self);
/* Once, by whoever needs them first. */
void kkr_column_settle_decimals (KkrColumn *self);

/* Where a row stands in `values`, `statuses`, `qualifiers` and `exact`. */
static inline gsize
kkr_column_at (const KkrColumn *self, guint row)
{
  return self->rows == NULL || self->repeated == NULL
           ? row : kkr_scenario_rows_get_key_row (self->rows, row);
}

static inline gint64
kkr_column_cell_int64 (const KkrColumn *self, guint row)
{
  guint within;

  return self->rows != NULL && self->repeated == NULL
           ? (gint64) kkr_scenario_rows_find (self->rows, row, &within)
           : ((const gint64 *) self->values)[kkr_column_at (self, row)];
}

static inline gint32
kkr_column_cell_int32 (const KkrColumn *self, guint row)
{
  return ((const gint32 *) self->values)[kkr_column_at (self, row)];
}

static inline gdouble
kkr_column_cell_double (const KkrColumn *self, guint row)
{
  return ((const gdouble *) self->values)[kkr_column_at (self, row)];
}

static inline KkrCellStatus
kkr_column_cell_status (const KkrColumn *self, guint row)
{
  return self->n_without_value > 0 ? (KkrCellStatus) self->statuses[kkr_column_at (self, row)]
                                   : KKR_CELL_STATUS_VALUE;
}

gboolean kkr_column_is_number (KkrColumn *self);
/* In a language, or as programs get it (NULL). */
const char *kkr_column_get_label (KkrColumn *self, guint row, const char *language);
/* The exact value of a cell; FALSE if there is none or it does not fit into a fraction. */
gboolean kkr_column_get_exact (KkrColumn *self, guint row, KkrRational *value);
/* A cell as RFC 4180 CSV has it, not quoted. */
char *kkr_column_dup_plain (KkrColumn *self, guint row);
/* A cell as a Danish spreadsheet reads it, not quoted. */
char *kkr_column_dup_spreadsheet (KkrColumn *self, guint row);
char *kkr_column_dup_total_text (KkrColumn *self, const char *language);
/* Title and unit: "Beløb (kr.)". */
char *kkr_column_dup_heading (KkrColumn *self, const char *language);

/* The shortest decimal that reads back as the same finite double: "0.1", "1e+300". */
char *kkr_double_to_shortest (gdouble value);

G_END_DECLS
