/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/register/kkr-bulk-private.h>
#include <libkkr/register/kkr-store-private.h>
#include <libkkr/table/kkr-table.h>

G_BEGIN_DECLS

/* The block of the store with its bulk kinds: all of it, as a library carries it. */
GBytes *kkr_store_dup_block (KkrStore *store);
/* Finds the bulk kinds of a packed block. FALSE if it says more than it has. */
gboolean kkr_store_open_bulk (KkrStore *store);
/* KKR_LOAD_ERROR_SYNTAX: its columns do not fit together. */
void kkr_bulk_set_damaged_error (const KkrBulkKind *kind, GError **error);
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
