/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/register/kkr-bulk-private.h>
#include <libkkr/register/kkr-store-private.h>
#include <libkkr/table/kkr-table.h>

G_BEGIN_DECLS

/* How the bulk kinds lie in the store: KKR_SPAN_BULK begins with one record a kind; the places in
 * them are counted from the start of the block. */
typedef struct {
  guint32 n_rows;
  guint32 reserved;
  KkrStoreSpan columns[KKR_BULK_MAX_COLUMNS];
  KkrStoreSpan pools[KKR_BULK_MAX_COLUMNS];  /* the texts of a column */
  KkrStoreSpan starts[KKR_BULK_MAX_COLUMNS]; /* where each begins */
} KkrBulkRecord;

/* Appends records and columns to the block, and frees the columns. Kinds may be NULL. */
void kkr_bulk_pack (KkrBulk *const *bulk, GByteArray *block);
guint kkr_bulk_count_rows (KkrStore *store, KkrBulkId id);
/* A store that is NULL has no rows; one that is damaged is an error. */
KkrTable *kkr_bulk_make_table (KkrStore *store, KkrBulkId id, GError **error);

/* The rows of a kind again as attributes. */
typedef struct {
  const KkrBulkKind *kind;
  KkrTable *table;
  KkrColumn *columns[KKR_BULK_MAX_COLUMNS];
  guint places[KKR_BULK_MAX_COLUMNS]; /* the first column of each field */
  guint n_rows;
} KkrBulkRows;

gboolean kkr_bulk_rows_init (KkrBulkRows *rows, KkrStore *store, KkrBulkId id, GError **error);
void kkr_bulk_rows_clear (KkrBulkRows *rows);
/* As a file has it; NULL for what is absent. */
char *kkr_bulk_rows_dup_text (const KkrBulkRows *rows, guint field, guint row);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KkrBulkRows, kkr_bulk_rows_clear)

G_END_DECLS
