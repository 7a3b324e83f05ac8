/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/register/kkr-bulk-store-private.h>
#include <libkkr/register/kkr-payer-index-private.h>
#include <libkkr/register/kkr-series-values-private.h>
#include <libkkr/register/kkr-sorted-texts-private.h>
#include <libkkr/register/kkr-store-lists-private.h>

guint
kkr_field_n_words (KkrFieldKind kind)
{
  return kind == KKR_FIELD_PERIOD || kind == KKR_FIELD_DATE ? 3 : 1;
}

guint
kkr_model_n_words (const KkrModel *model)
{
  guint n = model->parent != NULL ? 3 : 2;

  for (guint i = 0; i < model->n_fields; i++)
    n += kkr_field_n_words (model->fields[i].kind);
  return n;
}

void
kkr_store_pad (GByteArray *block)
{
  static const guint8 zeros[8] = { 0 };

  if (block->len % 8 != 0)
    g_byte_array_append (block, zeros, 8 - block->len % 8);
}

const KkrStoreHeader *
kkr_store_get_header (KkrStore *store)
{
  return store->header;
}

/* The pool ends with a zero byte, so a text that begins in it ends in it. */
const char *
kkr_store_get_text (KkrStore *store, KkrTextId text)
{
  const KkrStoreSpan *span = &store->header->spans[KKR_SPAN_TEXT];

  if (text == 0 || text >= span->size)
    return NULL;
  return (const char *) store->base + span->offset + text;
}

gconstpointer
kkr_store_get_records (KkrStore *store, KkrStoreSpanId span, gsize record_size, guint *n_records)
{
  *n_records = (guint) (store->header->spans[span].size / record_size);
  return store->base + store->header->spans[span].offset;
}

static gboolean
spans_fit (const KkrStoreHeader *header)
{
  for (guint i = 0; i < KKR_N_SPANS; i++)
    {
      const KkrStoreSpan *span = &header->spans[i];

      if (span->offset % 8 != 0 || span->offset < sizeof *header
          || (guint64) span->offset + span->size > header->size)
        return FALSE;
    }
  return header->spans[KKR_SPAN_TEXT].size > 0;
}

static gboolean
is_whole (const KkrStoreHeader *header, const guint8 *base, gsize size)
{
  const KkrStoreSpan *text = &header->spans[KKR_SPAN_TEXT];

  return header->size == size && spans_fit (header) && base[text->offset + text->size - 1] == 0;
}

static void
set_damaged_error (gsize size, const KkrStoreHeader *header, GError **error)
{
  g_set_error (error, KKR_LOAD_ERROR, KKR_LOAD_ERROR_SYNTAX,
               _("a packed register that is not whole: %zu bytes found, %llu expected"), size,
               (unsigned long long) header->size);
}

static gboolean
check_header (const guint8 *base, gsize size, GError **error)
{
  const KkrStoreHeader *header = (const KkrStoreHeader *) base;

  if (size < sizeof *header || memcmp (header->magic, KKR_STORE_MAGIC, sizeof header->magic) != 0
      || header->byte_order != KKR_STORE_BYTE_ORDER)
    g_set_error (error, KKR_LOAD_ERROR, KKR_LOAD_ERROR_SYNTAX,
                 _("not a packed register of this machine: %zu bytes found"), size);
  else if (header->layout != KKR_STORE_LAYOUT)
    g_set_error (error, KKR_LOAD_ERROR, KKR_LOAD_ERROR_VERSION,
                 _("a packed register of another layout: %u found, %d expected"), header->layout,
                 KKR_STORE_LAYOUT);
  else if (!is_whole (header, base, size))
    set_damaged_error (size, header, error);
  else
    return TRUE;
  return FALSE;
}

KkrStore *
kkr_store_new (GBytes *bytes, GError **error)
{
  KkrStore *store;
  gsize size;
  const guint8 *base = g_bytes_get_data (bytes, &size);

  if (!check_header (base, size, error))
    return NULL;

  store = g_new0 (KkrStore, 1);
  g_atomic_ref_count_init (&store->ref_count);
  store->bytes = g_bytes_ref (bytes);
  store->base = base;
  store->header = (const KkrStoreHeader *) base;
  g_rec_mutex_init (&store->lock);
  if (!kkr_store_open_bulk (store))
    {
      set_damaged_error (size, store->header, error);
      kkr_store_unref (store);
      return NULL;
    }
  return store;
}

void
kkr_store_take_bulk (KkrStore *store, KkrBulkId id, KkrBulkColumns *columns)
{
  kkr_bulk_columns_clear (&store->bulk[id]);
  store->bulk[id] = *columns;
  *columns = (KkrBulkColumns) { 0 };
}

const KkrBulkColumns *
kkr_store_get_bulk (KkrStore *store, KkrBulkId id)
{
  return &store->bulk[id];
}

KkrStore *
kkr_store_ref (KkrStore *store)
{
  g_atomic_ref_count_inc (&store->ref_count);
  return store;
}

void
kkr_store_unref (KkrStore *store)
{
  if (!g_atomic_ref_count_dec (&store->ref_count))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (store->lists); i++)
    g_clear_object (&store->lists[i]);
  kkr_series_index_free_all (store->series);
  kkr_payer_index_free_all (store->payers);
  for (guint i = 0; i < KKR_N_BULK; i++)
    kkr_bulk_columns_clear (&store->bulk[i]);
  g_rec_mutex_clear (&store->lock);
  g_bytes_unref (store->bytes);
  g_free (store);
}

static const char *
place_text (KkrStore *store, KkrStoreSpanId names, guint place)
{
  guint n;
  const KkrPlaceRecord *places = kkr_store_get_records (store, names, sizeof *places, &n);

  return kkr_store_get_text (store, places[place].text);
}

static const char *
region_name_at (gpointer store, guint place)
{
  return place_text (store, KKR_SPAN_REGION_NAMES, place);
}

static const char *
municipality_name_at (gpointer store, guint place)
{
  return place_text (store, KKR_SPAN_MUNICIPALITY_NAMES, place);
}

gpointer
kkr_store_find_place (KkrStore *store, KkrStoreSpanId names, const char *folded)
{
  gboolean is_region = names == KKR_SPAN_REGION_NAMES;
  guint place, n;
  const KkrPlaceRecord *places = kkr_store_get_records (store, names, sizeof *places, &n);

  if (!kkr_sorted_texts_find (store, n, is_region ? region_name_at : municipality_name_at, folded,
                              &place))
    return NULL;
  return kkr_store_get_object (store, is_region ? &kkr_region_model : &kkr_municipality_model,
                               places[place].record);
}

const KkrKeyRecord *
kkr_store_get_keys (KkrStore *store, guint *n_keys)
{
  return kkr_store_get_records (store, KKR_SPAN_KEYS, sizeof (KkrKeyRecord), n_keys);
}

static const char *
key_at (gpointer store, guint place)
{
  guint n_keys;

  return kkr_store_get_text (store, kkr_store_get_keys (store, &n_keys)[place].text);
}

guint
kkr_store_lower_bound (KkrStore *store, const char *text)
{
  guint n_keys;

  kkr_store_get_keys (store, &n_keys);
  return kkr_sorted_texts_bound (store, n_keys, key_at, text);
}

const KkrKeyRecord *
kkr_store_find_key (KkrStore *store, const char *text)
{
  guint n_keys, place;
  const KkrKeyRecord *keys = kkr_store_get_keys (store, &n_keys);

  return kkr_sorted_texts_find (store, n_keys, key_at, text, &place) ? &keys[place] : NULL;
}

const KkrFactRecord *
kkr_store_get_facts (KkrStore *store, const KkrKeyRecord *key, guint *n_facts)
{
  guint n;
  const KkrFactRecord *facts = kkr_store_get_records (store, KKR_SPAN_FACTS, sizeof *facts, &n);

  *n_facts = 0;
  if (key->first > n || key->n_facts > n - key->first)
    return NULL;
  *n_facts = key->n_facts;
  return facts + key->first;
}

gint32
kkr_fact_record_known_first (const KkrFactRecord *record)
{
  return record->known_precision == KKR_DATE_PRECISION_AT_LATEST ? KKR_DATE_MIN : record->known;
}

gint32
kkr_fact_record_known_on (const KkrFactRecord *record)
{
  return kkr_date_latest_start (record->known, (KkrDatePrecision) record->known_precision);
}

static const KkrTableRecord *
get_tables (KkrStore *store, guint *n_tables)
{
  return kkr_store_get_records (store, KKR_SPAN_TABLES, sizeof (KkrTableRecord), n_tables);
}

static const char *
table_key_at (gpointer store, guint place)
{
  guint n_tables;

  return kkr_store_get_text (store, get_tables (store, &n_tables)[place].key);
}

const KkrTableRecord *
kkr_store_find_table (KkrStore *store, const char *key)
{
  guint n_tables, place;
  const KkrTableRecord *tables = get_tables (store, &n_tables);

  return kkr_sorted_texts_find (store, n_tables, table_key_at, key, &place) ? &tables[place] : NULL;
}

const KkrColumnRecord *
kkr_store_get_table_columns (KkrStore *store, const KkrTableRecord *table)
{
  guint n;
  const KkrColumnRecord *columns = kkr_store_get_records (store, KKR_SPAN_COLUMNS, sizeof *columns,
                                                          &n);

  return (guint64) table->first_column + table->n_columns <= n ? columns + table->first_column
                                                               : NULL;
}

const KkrRowRecord *
kkr_store_get_table_rows (KkrStore *store, const KkrTableRecord *table)
{
  guint n;
  const KkrRowRecord *rows = kkr_store_get_records (store, KKR_SPAN_ROWS, sizeof *rows, &n);

  return (guint64) table->first_row + table->n_rows <= n ? rows + table->first_row : NULL;
}

const KkrFactRecord *
kkr_store_get_cell (KkrStore *store, const KkrTableRecord *table, guint row, guint column)
{
  guint n_cells, n_facts;
  const guint32 *cells = kkr_store_get_records (store, KKR_SPAN_CELLS, sizeof *cells, &n_cells);
  const KkrFactRecord *facts = kkr_store_get_records (store, KKR_SPAN_FACTS, sizeof *facts,
                                                      &n_facts);
  guint64 cell = (guint64) row * table->n_columns + column + table->first_cell;

  if (cell >= n_cells || cells[cell] == 0 || cells[cell] > n_facts)
    return NULL;
  return &facts[cells[cell] - 1];
}
