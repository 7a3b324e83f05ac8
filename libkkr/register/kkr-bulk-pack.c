/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/register/kkr-bulk-store-private.h>
#include <libkkr/table/kkr-table-private.h>

static void
append (GByteArray *block, KkrStoreSpan *span, gconstpointer data, gsize size)
{
  static const guint8 zeros[8] = { 0 };

  if (block->len % 8 != 0)
    g_byte_array_append (block, zeros, 8 - block->len % 8);
  *span = (KkrStoreSpan) { block->len, (guint32) size };
  g_byte_array_append (block, data, (guint) size);
}

static void
pack_kind (KkrBulk *bulk, GByteArray *block, KkrBulkRecord *record)
{
  kkr_bulk_settle (bulk);
  record->n_rows = bulk->n_rows;
  for (guint i = 0; i < KKR_BULK_MAX_COLUMNS && bulk->cell_sizes[i] > 0; i++)
    {
      const KkrInterner *texts = &bulk->texts[i];
      gboolean labels = bulk->cell_sizes[i] == sizeof (guint32);

      append (block, &record->columns[i], bulk->columns[i], bulk->n_rows * bulk->cell_sizes[i]);
      append (block, &record->pools[i], texts->pool, labels ? texts->pool_length : 0);
      append (block, &record->starts[i], texts->starts,
              labels ? texts->n_texts * sizeof *texts->starts : 0);
      /* What has been packed is not needed twice. */
      g_clear_pointer (&bulk->columns[i], g_free);
      kkr_interner_clear (&bulk->texts[i]);
    }
}

void
kkr_bulk_pack (KkrBulk *const *bulk, GByteArray *block)
{
  KkrBulkRecord records[KKR_N_BULK] = { 0 };
  guint start = block->len;

  g_byte_array_append (block, (const guint8 *) records, sizeof records);
  for (guint i = 0; i < KKR_N_BULK; i++)
    if (bulk[i] != NULL)
      pack_kind (bulk[i], block, &records[i]);
  memcpy (block->data + start, records, sizeof records);
}

static const KkrBulkRecord *
get_record (KkrStore *store, KkrBulkId id)
{
  static const KkrBulkRecord none = { 0 };
  guint n_records;
  const KkrBulkRecord *records = kkr_store_get_records (store, KKR_SPAN_BULK, sizeof *records,
                                                        &n_records);

  return (guint) id < n_records ? &records[id] : &none;
}

guint
kkr_bulk_count_rows (KkrStore *store, KkrBulkId id)
{
  return get_record (store, id)->n_rows;
}

typedef struct {
  GBytes *bytes;
  const guint8 *base;
  gsize size;
} Block;

/* NULL if the block says more than it has. */
static gconstpointer
get_span (const Block *block, const KkrStoreSpan *span, gsize expected)
{
  if (span->offset % 8 != 0 || (guint64) span->offset + span->size > block->size
      || span->size < expected)
    return NULL;
  return block->base + span->offset;
}

static gboolean
take_labels (KkrColumn *column, const Block *block, const KkrBulkRecord *record, guint place)
{
  const KkrStoreSpan *pool_span = &record->pools[place], *span = &record->starts[place];
  guint n = span->size / (guint) sizeof (guint32);
  const char *pool = get_span (block, pool_span, 0);
  const guint32 *starts = get_span (block, span, 0);
  g_autofree char **labels = g_new0 (char *, (gsize) n + 1);
  const gint32 *codes = column->values;

  if (pool == NULL || starts == NULL || (n > 0 && pool[pool_span->size - 1] != '\0'))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      if (starts[i] >= pool_span->size)
        return FALSE;
      labels[i] = (char *) pool + starts[i];
    }
  for (guint i = 0; i < column->length; i++)
    if (codes[i] != G_MININT32 && (guint32) codes[i] >= n)
      return FALSE;
  kkr_column_take_labels (column, g_steal_pointer (&labels), n, block->bytes);
  return TRUE;
}

static void
mark_missing (KkrColumn *column)
{
  for (guint i = 0; i < column->length; i++)
    if (column->kind == KKR_COLUMN_KIND_INT64 ? ((gint64 *) column->values)[i] == G_MININT64
                                              : ((gint32 *) column->values)[i] == G_MININT32)
      kkr_column_clear_cell (column, i, column->kind == KKR_COLUMN_KIND_DATE
                                          ? KKR_CELL_STATUS_NOT_APPLICABLE
                                          : KKR_CELL_STATUS_MISSING);
}

static KkrColumn *
make_column (const Block *block, const KkrBulkRecord *record, const KkrField *field,
             const char *name, const KkrBulkTitle *title, guint place)
{
  static const KkrColumnKind kinds[] = {
    [KKR_BULK_TEXT] = KKR_COLUMN_KIND_TEXT,
    [KKR_BULK_NUMBER] = KKR_COLUMN_KIND_INT64,
    [KKR_BULK_DAY] = KKR_COLUMN_KIND_DATE,
  };
  KkrBulkStorage storage = kkr_bulk_storage (field);
  gsize item_size = kkr_bulk_cell_size (storage), size = record->n_rows * item_size;
  gconstpointer data = get_span (block, &record->columns[place], size);
  g_autoptr (KkrColumn) column = NULL;
  gpointer values;
  GBytes *bytes;

  if (data == NULL)
    return NULL;
  column = kkr_column_new (name, title->title_da, title->title_en, kinds[storage], title->unit);
  bytes = kkr_column_block_new (record->n_rows, item_size, &values);
  if (size > 0)
    memcpy (values, data, size);
  kkr_column_take_values (column, bytes, values, record->n_rows);
  if (storage == KKR_BULK_TEXT && !take_labels (column, block, record, place))
    return NULL;
  mark_missing (column);
  kkr_column_settle_decimals (column);
  return g_steal_pointer (&column);
}

static gboolean
add_columns (GPtrArray *columns, const Block *block, const KkrBulkRecord *record,
             const KkrBulkKind *kind)
{
  static const char *const ends[] = { "valid-from", "valid-until" };

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const KkrField *field = &kind->fields[i];
      gboolean period = field->kind == KKR_FIELD_PERIOD;

      for (guint j = 0; j < (period ? 2 : 1); j++)
        {
          guint place = columns->len;
          KkrColumn *column = make_column (block, record, field, period ? ends[j] : field->name,
                                           &kind->titles[place], place);

          if (column == NULL)
            return FALSE;
          g_ptr_array_add (columns, column);
        }
    }
  return TRUE;
}

KkrTable *
kkr_bulk_make_table (KkrStore *store, KkrBulkId id, GError **error)
{
  const KkrBulkKind *kind = &kkr_bulk_kinds[id];
  static const KkrBulkRecord none = { 0 };
  const KkrBulkRecord *record = store != NULL ? get_record (store, id) : &none;
  g_autoptr (GBytes) nothing = g_bytes_new (NULL, 0);
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (g_object_unref);
  Block block = { store != NULL ? kkr_store_get_bytes (store) : nothing, NULL, 0 };
  guint n;

  block.base = g_bytes_get_data (block.bytes, &block.size);
  if (!add_columns (columns, &block, record, kind))
    {
      g_set_error (error, KKR_LOAD_ERROR, KKR_LOAD_ERROR_SYNTAX,
                   _("a packed register that is damaged: no whole table of %s found"),
                   kind->table);
      return NULL;
    }
  n = columns->len;
  g_ptr_array_set_free_func (columns, NULL);
  return kkr_table_new_take (kind->table, kind->title_da, kind->title_en, record->n_rows,
                             (KkrColumn **) g_ptr_array_free (g_steal_pointer (&columns), FALSE),
                             n, g_new0 (char *, 1));
}
