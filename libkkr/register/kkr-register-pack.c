/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <string.h>

#include <libkkr/register/kkr-register-builder-private.h>

static void
begin_span (GByteArray *block, KkrStoreHeader *header, KkrStoreSpanId span)
{
  kkr_store_pad (block);
  header->spans[span].offset = block->len;
}

static void
end_span (GByteArray *block, KkrStoreHeader *header, KkrStoreSpanId span)
{
  header->spans[span].size = block->len - header->spans[span].offset;
}

static void
pack_sources (GByteArray *block, KkrBuilder *builder)
{
  for (guint i = 0; i < builder->sources->len; i++)
    g_byte_array_append (block,
                         (const guint8 *) &g_array_index (builder->sources, KkrSourceRow, i).record,
                         sizeof (KkrSourceRecord));
}

/* Where one of its facts names the subject and another has it in the key of its series, the key
 * has the longer subject. */
static void
add_traits (KkrKeyRecord *record, const KkrFactRow *row)
{
  if (row->subject > 0 && (record->subject == 0 || row->subject < record->subject))
    record->subject = row->subject;
  if (!row->municipalities)
    record->flags &= ~(guint32) KKR_KEY_MUNICIPALITIES;
}

static void
pack_keys (GByteArray *block, KkrBuilder *builder)
{
  GArray *facts = builder->facts;

  for (guint i = 0; i < facts->len;)
    {
      KkrKeyRecord record = {
        .text = g_array_index (facts, KkrFactRow, i).record.key, .first = i,
        .flags = KKR_KEY_MUNICIPALITIES,
      };

      for (; i < facts->len && g_array_index (facts, KkrFactRow, i).record.key == record.text; i++)
        {
          record.n_facts++;
          add_traits (&record, &g_array_index (facts, KkrFactRow, i));
        }
      g_byte_array_append (block, (const guint8 *) &record, sizeof record);
    }
}

static void
pack_facts (GByteArray *block, KkrBuilder *builder)
{
  KkrTextId key = 0;
  guint n_keys = 0;

  for (guint i = 0; i < builder->facts->len; i++)
    {
      KkrFactRecord record = g_array_index (builder->facts, KkrFactRow, i).record;

      if (record.key != key)
        n_keys++;
      key = record.key;
      record.key = n_keys - 1;
      record.source = kkr_builder_final (builder, KKR_NAMES_SOURCES, record.source);
      g_byte_array_append (block, (const guint8 *) &record, sizeof record);
    }
}

static void
pack_tables (GByteArray *block, KkrBuilder *builder)
{
  for (guint i = 0; i < builder->tables->len; i++)
    {
      KkrTableRecord record = g_array_index (builder->tables, KkrTableRow, i).record;

      record.defaults.source = kkr_builder_final (builder, KKR_NAMES_SOURCES,
                                                  record.defaults.source);
      g_byte_array_append (block, (const guint8 *) &record, sizeof record);
    }
}

static void
pack_columns (GByteArray *block, KkrBuilder *builder)
{
  for (guint i = 0; i < builder->columns->len; i++)
    {
      KkrColumnRecord record = g_array_index (builder->columns, KkrColumnRecord, i);

      record.defaults.source = kkr_builder_final (builder, KKR_NAMES_SOURCES,
                                                  record.defaults.source);
      g_byte_array_append (block, (const guint8 *) &record, sizeof record);
    }
}

static void
pack_array (GByteArray *block, GArray *array)
{
  g_byte_array_append (block, (const guint8 *) array->data,
                       array->len * g_array_get_element_size (array));
}

static void
pack_span (GByteArray *block, KkrBuilder *builder, KkrStoreSpanId span)
{
  switch (span)
    {
    case KKR_SPAN_TEXT:
      g_byte_array_append (block, builder->pool->data, builder->pool->len);
      break;
    case KKR_SPAN_SOURCES:
      pack_sources (block, builder);
      break;
    case KKR_SPAN_REGION_NAMES:
      kkr_builder_pack_places (builder, block, &kkr_region_model);
      break;
    case KKR_SPAN_MUNICIPALITY_NAMES:
      kkr_builder_pack_places (builder, block, &kkr_municipality_model);
      break;
    case KKR_SPAN_KEYS:
      pack_keys (block, builder);
      break;
    case KKR_SPAN_FACTS:
      pack_facts (block, builder);
      break;
    case KKR_SPAN_TABLES:
      pack_tables (block, builder);
      break;
    case KKR_SPAN_COLUMNS:
      pack_columns (block, builder);
      break;
    case KKR_SPAN_ROWS:
      pack_array (block, builder->table_rows);
      break;
    case KKR_SPAN_CELLS:
      pack_array (block, builder->cells);
      break;
    case KKR_SPAN_LISTS:
      pack_array (block, builder->lists);
      break;
    case KKR_SPAN_BULK:
      /* Lies beside the block. */
      break;
    case KKR_N_FIXED_SPANS:
    default:
      kkr_builder_pack_model (builder, block, kkr_models[(guint) span - KKR_N_FIXED_SPANS]);
      break;
    }
}

static GBytes *
pack (KkrBuilder *builder, const char *sha256)
{
  GByteArray *block = g_byte_array_new ();
  KkrStoreHeader header = { .layout = KKR_STORE_LAYOUT, .byte_order = KKR_STORE_BYTE_ORDER };

  memcpy (header.magic, KKR_STORE_MAGIC, sizeof header.magic);
  header.data_version = kkr_builder_text (builder, builder->version);
  header.sha256 = kkr_builder_text (builder, sha256);
  g_byte_array_append (block, (const guint8 *) &header, sizeof header);
  kkr_builder_number (builder);
  /* Folded names become texts, and packed models write into lists, so the first spans come last. */
  for (guint i = KKR_N_SPANS; i-- > 0;)
    {
      begin_span (block, &header, (KkrStoreSpanId) i);
      pack_span (block, builder, (KkrStoreSpanId) i);
      end_span (block, &header, (KkrStoreSpanId) i);
    }
  kkr_store_pad (block);
  header.size = block->len;
  memcpy (block->data, &header, sizeof header);
  return g_byte_array_free_to_bytes (block);
}

KkrStore *
kkr_builder_end (KkrBuilder *builder, const char *sha256, GError **error)
{
  g_autoptr (GBytes) block = pack (builder, sha256);
  KkrStore *store = kkr_store_new (block, error);

  for (guint i = 0; store != NULL && i < KKR_N_BULK; i++)
    if (builder->bulk[i] != NULL)
      {
        KkrBulkColumns columns;

        kkr_bulk_end (builder->bulk[i], &columns);
        kkr_store_take_bulk (store, (KkrBulkId) i, &columns);
      }
  return store;
}
