/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <string.h>

#include <libkkr/register/kkr-delta-private.h>
#include <libkkr/register/kkr-sorted-texts-private.h>

KkrDelta *
kkr_delta_new (KkrStore *store)
{
  KkrDelta *delta = g_new0 (KkrDelta, 1);

  g_atomic_ref_count_init (&delta->ref_count);
  delta->store_texts = 1;
  if (store != NULL)
    {
      delta->store = kkr_store_ref (store);
      delta->store_texts = kkr_store_get_header (store)->spans[KKR_SPAN_TEXT].size;
    }
  delta->pool = g_byte_array_new ();
  delta->keys = g_array_new (FALSE, TRUE, sizeof (KkrDeltaKey));
  delta->facts = g_array_new (FALSE, TRUE, sizeof (KkrFactRecord));
  return delta;
}

KkrDelta *
kkr_delta_ref (KkrDelta *delta)
{
  g_atomic_ref_count_inc (&delta->ref_count);
  return delta;
}

void
kkr_delta_unref (KkrDelta *delta)
{
  if (!g_atomic_ref_count_dec (&delta->ref_count))
    return;
  g_clear_pointer (&delta->store, kkr_store_unref);
  g_byte_array_unref (delta->pool);
  g_array_unref (delta->keys);
  g_array_unref (delta->facts);
  g_free (delta->data_version);
  g_free (delta->sha256);
  g_free (delta);
}

const char *
kkr_delta_get_text (const KkrDelta *delta, KkrTextId text)
{
  if (text < delta->store_texts)
    return delta->store != NULL ? kkr_store_get_text (delta->store, text) : NULL;
  text -= delta->store_texts;
  return text < delta->pool->len ? (const char *) delta->pool->data + text : NULL;
}

KkrTextId
kkr_delta_add_text (KkrDelta *delta, const char *text)
{
  guint at = delta->pool->len;
  gsize size = strlen (text) + 1;

  if (size > G_MAXUINT32 - (guint64) delta->store_texts - at)
    return 0;
  g_byte_array_append (delta->pool, (const guint8 *) text, (guint) size);
  return delta->store_texts + at;
}

const KkrDeltaKey *
kkr_delta_get_keys (const KkrDelta *delta, guint *n_keys)
{
  *n_keys = delta->keys->len;
  return (const KkrDeltaKey *) delta->keys->data;
}

const KkrFactRecord *
kkr_delta_get_facts (const KkrDelta *delta, const KkrDeltaKey *key)
{
  return (const KkrFactRecord *) delta->facts->data + key->first;
}

guint
kkr_delta_count_facts (const KkrDelta *delta, guint n_below)
{
  guint n_keys, n = n_below;
  const KkrDeltaKey *keys = kkr_delta_get_keys (delta, &n_keys);

  for (guint i = 0; i < n_keys; i++)
    n = n - keys[i].n_below + keys[i].n_facts;
  return n;
}

static const char *
key_at (gpointer owner, guint place)
{
  const KkrDelta *delta = owner;

  return kkr_delta_get_text (delta, g_array_index (delta->keys, KkrDeltaKey, place).text);
}

guint
kkr_delta_lower_bound (const KkrDelta *delta, const char *text)
{
  return kkr_sorted_texts_bound ((gpointer) delta, delta->keys->len, key_at, text);
}

const KkrDeltaKey *
kkr_delta_find_key (const KkrDelta *delta, const char *text)
{
  guint place;

  if (!kkr_sorted_texts_find ((gpointer) delta, delta->keys->len, key_at, text, &place))
    return NULL;
  return &g_array_index (delta->keys, KkrDeltaKey, place);
}

/* It keeps what says where it takes effect: its title, period, price level and the days it is
 * known. */
void
kkr_fact_record_assume (KkrFactRecord *record)
{
  record->source = record->section = record->uri = 0;
  record->note = record->note_en = 0;
  record->line = 0;
  record->scale = record->precision = 0;
  record->status = KKR_CELL_STATUS_VALUE;
  record->qualifier = 0;
  record->flags = KKR_FACT_OVERLAID
                  | (record->flags & (KKR_FACT_IS_TEXT | KKR_FACT_OF_TABLE));
}
