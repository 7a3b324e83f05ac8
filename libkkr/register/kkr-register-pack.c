/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <string.h>

#include <libkkr/base/kkr-place-private.h>
#include <libkkr/register/kkr-register-builder-private.h>

typedef struct {
  KkrBuilder *builder;
  KkrNamesId names;
} SortRows;

/* Ids sort as texts do; so do codes, all of which have as many digits. */
static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  const SortRows *sort = data;

  return strcmp (kkr_builder_get_name (sort->builder, sort->names,
                                       ((const KkrRow *) a)->name)->name,
                 kkr_builder_get_name (sort->builder, sort->names,
                                       ((const KkrRow *) b)->name)->name);
}

static void
sort_rows (KkrBuilder *builder, KkrNamesId names)
{
  SortRows sort = { builder, names };
  GArray *rows = builder->rows[names];

  g_array_sort_with_data (rows, compare_rows, &sort);
  for (guint i = 0; i < rows->len; i++)
    kkr_builder_get_name (builder, names, g_array_index (rows, KkrRow, i).name)->final = i + 1;
}

static void
pad (GByteArray *block)
{
  static const guint8 zeros[8] = { 0 };

  if (block->len % 8 != 0)
    g_byte_array_append (block, zeros, 8 - block->len % 8);
}

static void
begin_span (GByteArray *block, KkrStoreHeader *header, KkrStoreSpanId span)
{
  pad (block);
  header->spans[span].offset = block->len;
}

static void
end_span (GByteArray *block, KkrStoreHeader *header, KkrStoreSpanId span)
{
  header->spans[span].size = block->len - header->spans[span].offset;
}

static KkrRecordId
final_of (KkrBuilder *builder, KkrNamesId names, guint number_plus_1)
{
  return number_plus_1 > 0 ? kkr_builder_get_name (builder, names, number_plus_1 - 1)->final : 0;
}

/* References to names become references to records. */
static void
pack_rows (GByteArray *block, KkrBuilder *builder, KkrNamesId names, const KkrModel *model)
{
  GArray *rows = builder->rows[names];
  guint n_words = model != NULL ? kkr_model_n_words (model) : 4;

  for (guint i = 0; i < rows->len; i++)
    {
      KkrRow *row = &g_array_index (rows, KkrRow, i);
      guint word = 0;

      for (guint j = 0; model != NULL && j < model->n_fields; j++)
        {
          KkrFieldKind kind = model->fields[j].kind;

          if (kind == KKR_FIELD_SOURCE)
            row->words[word] = final_of (builder, KKR_NAMES_SOURCES, row->words[word]);
          else if (kind == KKR_FIELD_REFERENCE)
            row->words[word] = final_of (builder, KKR_NAMES_REGIONS, row->words[word]);
          word += kind == KKR_FIELD_PERIOD ? 2 : 1;
        }
      g_byte_array_append (block, (const guint8 *) row->words,
                           n_words * (guint) sizeof row->words[0]);
    }
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer builder)
{
  return strcmp (kkr_builder_peek_text (builder, ((const KkrPlaceRecord *) a)->text),
                 kkr_builder_peek_text (builder, ((const KkrPlaceRecord *) b)->text));
}

/* So that a name is folded when it is packed and not each time one is looked for. */
static void
pack_places (GByteArray *block, KkrBuilder *builder, KkrNamesId names)
{
  GArray *rows = builder->rows[names];
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (KkrPlaceRecord));

  for (guint i = 0; i < rows->len; i++)
    {
      /* The word after the code. */
      KkrTextId name = g_array_index (rows, KkrRow, i).words[1];
      g_autofree char *folded = kkr_place_fold (kkr_builder_peek_text (builder, name));
      KkrPlaceRecord place = { kkr_builder_text (builder, folded), i + 1 };

      g_array_append_val (places, place);
    }
  g_array_sort_with_data (places, compare_places, builder);
  g_byte_array_append (block, (const guint8 *) places->data,
                       places->len * (guint) sizeof (KkrPlaceRecord));
}

static void
pack_payers (GByteArray *block, KkrBuilder *builder)
{
  for (guint i = 0; i < builder->payers->len; i++)
    {
      const KkrPayerRow *row = &g_array_index (builder->payers, KkrPayerRow, i);
      KkrPayerRecord record = {
        .arrangement = final_of (builder, KKR_NAMES_ARRANGEMENTS, row->arrangement + 1),
        .municipality = final_of (builder, KKR_NAMES_MUNICIPALITIES, row->municipality + 1),
        .from = row->from, .until = row->until, .exempt = row->exempt != FALSE,
      };

      g_byte_array_append (block, (const guint8 *) &record, sizeof record);
    }
}

static void
pack_keys (GByteArray *block, KkrBuilder *builder)
{
  GArray *facts = builder->facts;

  for (guint i = 0; i < facts->len;)
    {
      KkrKeyRecord record = { g_array_index (facts, KkrFactRow, i).record.key, i, 0 };

      for (; i < facts->len && g_array_index (facts, KkrFactRow, i).record.key == record.text; i++)
        record.n_facts++;
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
      record.source = final_of (builder, KKR_NAMES_SOURCES, record.source);
      g_byte_array_append (block, (const guint8 *) &record, sizeof record);
    }
}

GBytes *
kkr_builder_pack (KkrBuilder *builder, const char *sha256)
{
  GByteArray *block = g_byte_array_new ();
  KkrStoreHeader header = { .layout = KKR_STORE_LAYOUT, .byte_order = KKR_STORE_BYTE_ORDER };
  static const struct {
    KkrNamesId names;
    KkrStoreSpanId span;
    const KkrModel *model;
  } kinds[] = {
    { KKR_NAMES_SOURCES, KKR_SPAN_SOURCES, NULL },
    { KKR_NAMES_REGIONS, KKR_SPAN_REGIONS, &kkr_region_model },
    { KKR_NAMES_MUNICIPALITIES, KKR_SPAN_MUNICIPALITIES, &kkr_municipality_model },
    { KKR_NAMES_ARRANGEMENTS, KKR_SPAN_ARRANGEMENTS, &kkr_arrangement_model },
  };

  memcpy (header.magic, KKR_STORE_MAGIC, sizeof header.magic);
  header.data_version = kkr_builder_text (builder, builder->version);
  header.sha256 = kkr_builder_text (builder, sha256);
  g_byte_array_append (block, (const guint8 *) &header, sizeof header);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    sort_rows (builder, kinds[i].names);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      begin_span (block, &header, kinds[i].span);
      pack_rows (block, builder, kinds[i].names, kinds[i].model);
      end_span (block, &header, kinds[i].span);
    }
  begin_span (block, &header, KKR_SPAN_REGION_NAMES);
  pack_places (block, builder, KKR_NAMES_REGIONS);
  end_span (block, &header, KKR_SPAN_REGION_NAMES);
  begin_span (block, &header, KKR_SPAN_MUNICIPALITY_NAMES);
  pack_places (block, builder, KKR_NAMES_MUNICIPALITIES);
  end_span (block, &header, KKR_SPAN_MUNICIPALITY_NAMES);
  begin_span (block, &header, KKR_SPAN_PAYERS);
  pack_payers (block, builder);
  end_span (block, &header, KKR_SPAN_PAYERS);
  begin_span (block, &header, KKR_SPAN_KEYS);
  pack_keys (block, builder);
  end_span (block, &header, KKR_SPAN_KEYS);
  begin_span (block, &header, KKR_SPAN_FACTS);
  pack_facts (block, builder);
  end_span (block, &header, KKR_SPAN_FACTS);
  begin_span (block, &header, KKR_SPAN_TEXT);
  g_byte_array_append (block, builder->pool->data, builder->pool->len);
  end_span (block, &header, KKR_SPAN_TEXT);
  pad (block);
  header.size = block->len;
  memcpy (block->data, &header, sizeof header);
  return g_byte_array_free_to_bytes (block);
}
