/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <string.h>

#include <libkkr/register/kkr-bulk-store-private.h>
#include <libkkr/register/kkr-store-lists-private.h>

/* How the bulk kinds lie in a packed block: KKR_SPAN_BULK begins with one record a kind; the places
 * in them are counted from the start of the block. */
typedef struct {
  guint32 n_rows;
  guint32 reserved;
  KkrStoreSpan cells[KKR_BULK_MAX_COLUMNS];
  KkrStoreSpan pools[KKR_BULK_MAX_COLUMNS];
  KkrStoreSpan starts[KKR_BULK_MAX_COLUMNS];
} KkrBulkRecord;

static void
append (GByteArray *block, KkrStoreSpan *span, GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  kkr_store_pad (block);
  *span = (KkrStoreSpan) { block->len, (guint32) size };
  if (size > 0)
    g_byte_array_append (block, data, (guint) size);
}

static void
append_columns (GByteArray *block, KkrBulkRecord *record, const KkrBulkColumns *columns)
{
  record->n_rows = columns->n_rows;
  for (guint i = 0; i < KKR_BULK_MAX_COLUMNS && columns->cells[i] != NULL; i++)
    {
      append (block, &record->cells[i], columns->cells[i]);
      append (block, &record->pools[i], columns->pools[i]);
      append (block, &record->starts[i], columns->starts[i]);
    }
}

GBytes *
kkr_store_dup_block (KkrStore *store)
{
  GByteArray *block = g_byte_array_new ();
  KkrStoreHeader header = *store->header;
  KkrStoreSpan *span = &header.spans[KKR_SPAN_BULK];
  KkrBulkRecord records[KKR_N_BULK] = { 0 };

  g_byte_array_append (block, store->base, (guint) header.size);
  kkr_store_pad (block);
  span->offset = block->len;
  g_byte_array_append (block, (const guint8 *) records, sizeof records);
  for (guint i = 0; i < KKR_N_BULK; i++)
    append_columns (block, &records[i], &store->bulk[i]);
  kkr_store_pad (block);
  span->size = block->len - span->offset;
  header.size = block->len;
  memcpy (block->data, &header, sizeof header);
  memcpy (block->data + span->offset, records, sizeof records);
  return g_byte_array_free_to_bytes (block);
}

/* NULL if the block says more than it has. */
static GBytes *
open_span (KkrStore *store, const KkrStoreSpan *span)
{
  if (span->offset % 8 != 0 || (guint64) span->offset + span->size > store->header->size)
    return NULL;
  return g_bytes_new_from_bytes (store->bytes, span->offset, span->size);
}

gboolean
kkr_store_open_bulk (KkrStore *store)
{
  guint n_records;
  const KkrBulkRecord *records = kkr_store_get_records (store, KKR_SPAN_BULK, sizeof *records,
                                                        &n_records);

  for (guint i = 0; i < MIN (n_records, KKR_N_BULK); i++)
    {
      KkrBulkColumns *columns = &store->bulk[i];

      columns->n_rows = records[i].n_rows;
      for (guint j = 0; columns->n_rows > 0 && j < kkr_bulk_n_columns (&kkr_bulk_kinds[i]); j++)
        {
          columns->cells[j] = open_span (store, &records[i].cells[j]);
          columns->pools[j] = open_span (store, &records[i].pools[j]);
          columns->starts[j] = open_span (store, &records[i].starts[j]);
          if (columns->cells[j] == NULL || columns->pools[j] == NULL || columns->starts[j] == NULL)
            return FALSE;
        }
    }
  return TRUE;
}
