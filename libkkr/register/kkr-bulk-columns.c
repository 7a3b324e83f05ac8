/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <string.h>

#include <libkkr/base/kkr-memory-private.h>
#include <libkkr/register/kkr-bulk-private.h>

/* Columns are handed over as they lie: a register of millions of rows is not copied when the last
 * one has been read. */

void
kkr_bulk_end (KkrBulk *bulk, KkrBulkColumns *columns)
{
  kkr_bulk_settle (bulk);
  *columns = (KkrBulkColumns) { .n_rows = bulk->n_rows };
  for (guint i = 0; i < kkr_bulk_n_columns (bulk->kind); i++)
    {
      KkrInterner *texts = &bulk->texts[i];

      columns->cells[i] = kkr_memory_to_bytes (g_steal_pointer (&bulk->columns[i]),
                                               bulk->n_rows * bulk->cell_sizes[i]);
      columns->pools[i] = kkr_memory_to_bytes (g_steal_pointer (&texts->pool),
                                               texts->pool_length);
      columns->starts[i] = kkr_memory_to_bytes (g_steal_pointer (&texts->starts),
                                                texts->n_texts * sizeof *texts->starts);
      kkr_interner_clear (texts);
    }
  bulk->n_rows = bulk->n_allocated = 0;
}

gboolean
kkr_bulk_codes_fit (const gint32 *codes, guint n_rows, guint n_texts)
{
  for (guint i = 0; i < n_rows; i++)
    if (codes[i] != G_MININT32 && (guint32) codes[i] >= n_texts)
      return FALSE;
  return TRUE;
}

static gboolean
load_column (KkrBulk *bulk, KkrBulkStorage storage, guint column, const KkrBulkColumns *columns)
{
  gsize size, expected = bulk->n_rows * bulk->cell_sizes[column];
  gconstpointer cells = g_bytes_get_data (columns->cells[column], &size);

  if (size < expected
      || !kkr_interner_load (&bulk->texts[column], columns->pools[column],
                             columns->starts[column])
      || (storage == KKR_BULK_TEXT
          && !kkr_bulk_codes_fit (cells, bulk->n_rows, bulk->texts[column].n_texts)))
    return FALSE;
  bulk->columns[column] = kkr_memory_new (expected);
  memcpy (bulk->columns[column], cells, expected);
  return TRUE;
}

KkrBulk *
kkr_bulk_new_after (const KkrBulkKind *kind, const KkrBulkColumns *columns)
{
  KkrBulk *bulk = kkr_bulk_new (kind);

  bulk->n_rows = bulk->n_allocated = bulk->n_below = columns->n_rows;
  for (guint i = 0; i < kind->n_fields; i++)
    for (guint j = 0; j < kkr_bulk_field_n_columns (&kind->fields[i]); j++)
      if (!load_column (bulk, bulk->storage[i], bulk->first[i] + j, columns))
        {
          kkr_bulk_free (bulk);
          return NULL;
        }
  return bulk;
}

void
kkr_bulk_settle_references (KkrBulk *bulk, KkrBulkIsSure is_sure, gpointer user_data)
{
  const KkrBulkKind *kind = bulk->kind;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      guint column = bulk->first[i];

      if (kind->fields[i].kind != KKR_FIELD_REFERENCE)
        continue;
      g_byte_array_set_size (bulk->sure[column], bulk->texts[column].n_texts);
      for (guint j = 0; j < bulk->texts[column].n_texts; j++)
        bulk->sure[column]->data[j] =
          is_sure (&kind->fields[i], kkr_interner_get (&bulk->texts[column], j), user_data) ? 1 : 0;
    }
}

void
kkr_bulk_columns_clear (KkrBulkColumns *columns)
{
  for (guint i = 0; i < KKR_BULK_MAX_COLUMNS; i++)
    {
      g_clear_pointer (&columns->cells[i], g_bytes_unref);
      g_clear_pointer (&columns->pools[i], g_bytes_unref);
      g_clear_pointer (&columns->starts[i], g_bytes_unref);
    }
  columns->n_rows = 0;
}
