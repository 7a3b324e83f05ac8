/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-memory-private.h>
#include <libkkr/register/kkr-bulk-store-private.h>
#include <libkkr/table/kkr-column-private.h>
#include <libkkr/table/kkr-table-private.h>

static gboolean
take_labels (KkrColumn *column, const KkrBulkColumns *columns, guint place)
{
  gsize pool_size, size;
  const char *pool = g_bytes_get_data (columns->pools[place], &pool_size);
  const guint32 *starts = g_bytes_get_data (columns->starts[place], &size);
  guint n = (guint) (size / sizeof *starts);
  g_autofree char **labels = NULL;

  if ((n > 0 && (pool_size == 0 || pool[pool_size - 1] != '\0'))
      || !kkr_bulk_codes_fit (column->values, column->length, n))
    return FALSE;
  labels = g_new (char *, (gsize) n + 1);
  for (guint i = 0; i < n; i++)
    {
      if (starts[i] >= pool_size)
        return FALSE;
      labels[i] = (char *) pool + starts[i];
    }
  labels[n] = NULL;
  kkr_column_take_labels (column, g_steal_pointer (&labels), n, columns->pools[place]);
  return TRUE;
}

/* The cells have the marks of cells without a value already. */
static void
set_missing (KkrColumn *column)
{
  const gint64 *numbers = column->values;
  const gint32 *codes = column->values;

  if (column->kind == KKR_COLUMN_KIND_INT64)
    {
      for (guint i = 0; i < column->length; i++)
        if (G_UNLIKELY (numbers[i] == G_MININT64))
          kkr_column_set_status (column, i, KKR_CELL_STATUS_MISSING);
    }
  else
    for (guint i = 0; i < column->length; i++)
      if (G_UNLIKELY (codes[i] == G_MININT32))
        kkr_column_set_status (column, i, column->kind == KKR_COLUMN_KIND_DATE
                                            ? KKR_CELL_STATUS_NOT_APPLICABLE
                                            : KKR_CELL_STATUS_MISSING);
}

/* Shared, if they lie as those of a column should. */
static gboolean
take_cells (KkrColumn *column, GBytes *cells, guint n_rows, gsize item_size)
{
  gsize size, expected = n_rows * item_size;
  gconstpointer data = cells != NULL ? g_bytes_get_data (cells, &size) : NULL;
  gpointer values;
  GBytes *bytes;

  if (n_rows > 0 && (data == NULL || size < expected))
    return FALSE;
  if (n_rows > 0 && (gsize) data % KKR_MEMORY_ALIGNMENT == 0)
    {
      kkr_column_take_values (column, g_bytes_new_from_bytes (cells, 0, expected), (gpointer) data,
                              n_rows);
      return TRUE;
    }
  bytes = kkr_column_block_new (n_rows, item_size, &values);
  if (n_rows > 0)
    memcpy (values, data, expected);
  kkr_column_take_values (column, bytes, values, n_rows);
  return TRUE;
}

static KkrColumn *
make_column (const KkrBulkColumns *columns, const KkrField *field, const char *name,
             const KkrBulkTitle *title, guint place)
{
  static const KkrColumnKind kinds[] = {
    [KKR_BULK_TEXT] = KKR_COLUMN_KIND_TEXT,
    [KKR_BULK_NUMBER] = KKR_COLUMN_KIND_INT64,
    [KKR_BULK_DAY] = KKR_COLUMN_KIND_DATE,
  };
  KkrBulkStorage storage = kkr_bulk_storage (field);
  g_autoptr (KkrColumn) column = kkr_column_new (name, title->title_da, title->title_en,
                                                 kinds[storage], title->unit);

  if (!take_cells (column, columns->cells[place], columns->n_rows, kkr_bulk_cell_size (storage)))
    return NULL;
  if (storage == KKR_BULK_TEXT && columns->n_rows > 0 && !take_labels (column, columns, place))
    return NULL;
  set_missing (column);
  kkr_column_settle_decimals (column);
  return g_steal_pointer (&column);
}

static gboolean
add_columns (GPtrArray *columns, const KkrBulkColumns *bulk, const KkrBulkKind *kind)
{
  static const char *const ends[] = { "valid-from", "valid-until" };

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const KkrField *field = &kind->fields[i];
      gboolean period = field->kind == KKR_FIELD_PERIOD;

      for (guint j = 0; j < kkr_bulk_field_n_columns (field); j++)
        {
          guint place = columns->len;
          KkrColumn *column = make_column (bulk, field, period ? ends[j] : field->name,
                                           &kind->titles[place], place);

          if (column == NULL)
            return FALSE;
          g_ptr_array_add (columns, column);
        }
    }
  return TRUE;
}

void
kkr_bulk_set_damaged_error (const KkrBulkKind *kind, GError **error)
{
  g_set_error (error, KKR_LOAD_ERROR, KKR_LOAD_ERROR_SYNTAX,
               _("a packed register that is damaged: no whole table of %s found"), kind->table);
}

KkrTable *
kkr_bulk_make_table (KkrStore *store, KkrBulkId id, GError **error)
{
  static const KkrBulkColumns none = { 0 };
  const KkrBulkKind *kind = &kkr_bulk_kinds[id];
  const KkrBulkColumns *bulk = store != NULL ? kkr_store_get_bulk (store, id) : &none;
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (g_object_unref);
  guint n;

  if (!add_columns (columns, bulk, kind))
    {
      kkr_bulk_set_damaged_error (kind, error);
      return NULL;
    }
  n = columns->len;
  g_ptr_array_set_free_func (columns, NULL);
  return kkr_table_new_take (kind->table, kind->title_da, kind->title_en, bulk->n_rows,
                             (KkrColumn **) g_ptr_array_free (g_steal_pointer (&columns), FALSE),
                             n, g_new0 (char *, 1));
}
