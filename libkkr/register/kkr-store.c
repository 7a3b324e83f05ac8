/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-frozen-list-private.h>
#include <libkkr/register/kkr-store-private.h>

struct _KkrStore {
  gatomicrefcount ref_count;
  GBytes *bytes;
  const guint8 *base;
  const KkrStoreHeader *header;
  GListModel *sources;
  GListModel *regions;
  GListModel *municipalities;
  GListModel *arrangements;
  GListModel *nothing;
};

guint
kkr_model_n_words (const KkrModel *model)
{
  guint n = 0;

  for (guint i = 0; i < model->n_fields; i++)
    n += model->fields[i].kind == KKR_FIELD_PERIOD ? 2 : 1;
  return n;
}

const KkrStoreHeader *
kkr_store_get_header (KkrStore *store)
{
  return store->header;
}

GBytes *
kkr_store_get_bytes (KkrStore *store)
{
  return store->bytes;
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

static gpointer
get_object (GListModel *list, KkrRecordId id)
{
  guint n;
  gpointer const *items = kkr_frozen_list_peek (list, &n);

  return id > 0 && id <= n ? items[id - 1] : NULL;
}

static GListModel *
unpack_sources (KkrStore *store)
{
  guint n;
  const KkrTextId *words = kkr_store_get_records (store, KKR_SPAN_SOURCES, 4 * sizeof *words, &n);
  g_autofree gpointer *items = g_new (gpointer, n);

  for (guint i = 0; i < n; i++, words += 4)
    {
      const char *texts[4];

      for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
        {
          texts[j] = kkr_store_get_text (store, words[j]);
          if (texts[j] == NULL)
            texts[j] = "";
        }
      items[i] = kkr_source_new (texts[0], texts[1], texts[2], texts[3]);
    }
  return kkr_frozen_list_new (KKR_TYPE_SOURCE, items, n);
}

static void
unpack_values (KkrStore *store, const KkrModel *model, const guint32 *words, KkrFieldValue *values)
{
  for (guint i = 0; i < model->n_fields; i++)
    {
      KkrFieldKind kind = model->fields[i].kind;

      values[i] = (KkrFieldValue) { 0 };
      if (kkr_field_is_text (kind))
        values[i].text = kkr_store_get_text (store, words[0]);
      else if (kind == KKR_FIELD_SOURCE)
        values[i].object = get_object (store->sources, words[0]);
      else if (kind == KKR_FIELD_REFERENCE)
        values[i].object = model->fields[i].target == model ? NULL
                                                            : get_object (store->regions, words[0]);
      else if (kind == KKR_FIELD_PERIOD)
        {
          values[i].from = (gint32) *words++;
          values[i].until = (gint32) words[0];
        }
      else
        values[i].number = words[0];
      words++;
    }
}

static GListModel *
unpack_objects (KkrStore *store, const KkrModel *model, KkrStoreSpanId span)
{
  guint n_words = kkr_model_n_words (model), n;
  const guint32 *words = kkr_store_get_records (store, span, n_words * sizeof *words, &n);
  g_autofree gpointer *items = g_new (gpointer, n);

  for (guint i = 0; i < n; i++, words += n_words)
    {
      KkrFieldValue values[KKR_MODEL_MAX_FIELDS];

      unpack_values (store, model, words, values);
      items[i] = kkr_entity_new (model, values, NULL, 0);
    }
  return kkr_frozen_list_new (model->get_type (), items, n);
}

static gpointer
unpack_payer (KkrStore *store, const KkrPayerRecord *record)
{
  KkrFieldValue values[KKR_MODEL_MAX_FIELDS] = {
    { .object = get_object (store->municipalities, record->municipality) },
    { .number = record->exempt },
    { .from = record->from, .until = record->until },
  };

  return kkr_entity_new (&kkr_arrangement_payer_model, values, NULL, 0);
}

static void
unpack_payers (KkrStore *store)
{
  guint n_records, n_payers = 0;
  const KkrPayerRecord *records = kkr_store_get_records (store, KKR_SPAN_PAYERS, sizeof *records,
                                                         &n_records);
  g_autofree gpointer *payers = g_new (gpointer, n_records);

  for (guint i = 0; i < n_records; i++)
    {
      KkrEntity *arrangement = get_object (store->arrangements, records[i].arrangement);

      payers[n_payers++] = unpack_payer (store, &records[i]);
      if (i + 1 == n_records || records[i + 1].arrangement != records[i].arrangement)
        {
          g_autoptr (GListModel) list = kkr_frozen_list_new (KKR_TYPE_PAYER, payers, n_payers);

          if (arrangement != NULL)
            kkr_entity_set_children (arrangement, &kkr_arrangement_payer_model, list);
          n_payers = 0;
        }
    }
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
    g_set_error (error, KKR_LOAD_ERROR, KKR_LOAD_ERROR_SYNTAX,
                 _("a packed register that is not whole: %zu bytes found, %llu expected"), size,
                 (unsigned long long) header->size);
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
  store->nothing = kkr_frozen_list_new (KKR_TYPE_ENTITY, NULL, 0);
  store->sources = unpack_sources (store);
  store->regions = unpack_objects (store, &kkr_region_model, KKR_SPAN_REGIONS);
  store->municipalities = unpack_objects (store, &kkr_municipality_model, KKR_SPAN_MUNICIPALITIES);
  store->arrangements = unpack_objects (store, &kkr_arrangement_model, KKR_SPAN_ARRANGEMENTS);
  unpack_payers (store);
  return store;
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
  g_object_unref (store->nothing);
  g_object_unref (store->arrangements);
  g_object_unref (store->municipalities);
  g_object_unref (store->regions);
  g_object_unref (store->sources);
  g_bytes_unref (store->bytes);
  g_free (store);
}

KkrSource *
kkr_store_get_source (KkrStore *store, KkrRecordId source)
{
  return get_object (store->sources, source);
}

gpointer
kkr_store_find_place (KkrStore *store, KkrStoreSpanId names, const char *folded)
{
  guint low = 0, high, n;
  const KkrPlaceRecord *places = kkr_store_get_records (store, names, sizeof *places, &n);

  for (high = n; low < high;)
    {
      guint middle = low + (high - low) / 2;
      int order = g_strcmp0 (kkr_store_get_text (store, places[middle].text), folded);

      if (order == 0)
        return get_object (names == KKR_SPAN_REGION_NAMES ? store->regions : store->municipalities,
                           places[middle].record);
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

GListModel *
kkr_store_get_sources (KkrStore *store)
{
  return store->sources;
}

GListModel *
kkr_store_get_list (KkrStore *store, const KkrModel *model)
{
  if (model == &kkr_region_model)
    return store->regions;
  if (model == &kkr_municipality_model)
    return store->municipalities;
  return model == &kkr_arrangement_model ? store->arrangements : store->nothing;
}

const KkrKeyRecord *
kkr_store_get_keys (KkrStore *store, guint *n_keys)
{
  return kkr_store_get_records (store, KKR_SPAN_KEYS, sizeof (KkrKeyRecord), n_keys);
}

guint
kkr_store_lower_bound (KkrStore *store, const char *text)
{
  guint low = 0, high;
  const KkrKeyRecord *keys = kkr_store_get_keys (store, &high);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_strcmp0 (kkr_store_get_text (store, keys[middle].text), text) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

const KkrKeyRecord *
kkr_store_find_key (KkrStore *store, const char *text)
{
  guint n_keys, place = kkr_store_lower_bound (store, text);
  const KkrKeyRecord *keys = kkr_store_get_keys (store, &n_keys);

  if (place == n_keys || g_strcmp0 (kkr_store_get_text (store, keys[place].text), text) != 0)
    return NULL;
  return &keys[place];
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
