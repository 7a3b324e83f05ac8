/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-frozen-list-private.h>
#include <libkkr/model/kkr-entity-private.h>
#include <libkkr/register/kkr-payer-index-private.h>
#include <libkkr/register/kkr-store-lists-private.h>

typedef struct {
  gint32 code;
  guint place;
  KkrEntity *payer;
} Row;

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const Row *left = a, *right = b;

  if (left->code != right->code)
    return left->code < right->code ? -1 : 1;
  return left->place < right->place ? -1 : left->place > right->place;
}

static GArray *
collect_rows (KkrArrangement *arrangement)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));
  guint n;
  gpointer const *payers = kkr_frozen_list_peek (kkr_arrangement_get_payers (arrangement), &n);

  for (guint i = 0; i < n; i++)
    {
      KkrMunicipality *municipality = kkr_payer_get_municipality (payers[i]);
      Row row = { .place = i, .payer = payers[i] };

      if (municipality == NULL || kkr_payer_get_exempt (payers[i]))
        continue;
      row.code = kkr_municipality_get_code (municipality);
      g_array_append_val (rows, row);
    }
  g_array_sort (rows, compare_rows);
  return rows;
}

static KkrPayerIndex *
make_index (KkrArrangement *arrangement)
{
  g_autoptr (GArray) rows = collect_rows (arrangement);
  const guint valid = kkr_model_common (&kkr_arrangement_payer_model, KKR_COMMON_VALID);
  KkrPayerIndex *self = g_new0 (KkrPayerIndex, 1);

  self->arrangement = arrangement;
  self->n = rows->len;
  self->codes = g_new (gint32, rows->len);
  self->from = g_new (gint32, rows->len);
  self->until = g_new (gint32, rows->len);
  self->municipalities = g_new (KkrMunicipality *, rows->len);
  self->all_from = KKR_DATE_MIN;
  self->all_until = KKR_DATE_MAX;
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);
      const KkrFieldValue *period = kkr_entity_get_value (row->payer, valid);

      self->codes[i] = row->code;
      self->from[i] = period->from;
      self->until[i] = period->until;
      self->municipalities[i] = kkr_payer_get_municipality (KKR_PAYER (row->payer));
      self->all_from = MAX (self->all_from, period->from);
      self->all_until = MIN (self->all_until, period->until);
    }
  return self;
}

static KkrPayerIndex *
find_index (KkrStore *store, KkrArrangement *arrangement)
{
  KkrPayerIndex *index = g_atomic_pointer_get (&store->payers);

  while (index != NULL && index->arrangement != arrangement)
    index = index->next;
  return index;
}

KkrPayerIndex *
kkr_store_get_payers (KkrStore *store, KkrArrangement *arrangement)
{
  KkrPayerIndex *found = find_index (store, arrangement);

  if (found != NULL)
    return found;
  g_rec_mutex_lock (&store->lock);
  found = find_index (store, arrangement);
  if (found == NULL)
    {
      KkrPayerIndex *made = make_index (arrangement);

      made->next = g_atomic_pointer_get (&store->payers);
      g_atomic_pointer_set (&store->payers, made);
      found = made;
    }
  g_rec_mutex_unlock (&store->lock);
  return found;
}

KkrTable *
kkr_payer_index_dup_keys (KkrPayerIndex *self)
{
  KkrTable *keys = g_atomic_pointer_get (&self->keys);

  return keys != NULL ? g_object_ref (keys) : NULL;
}

KkrTable *
kkr_payer_index_keep_keys (KkrPayerIndex *self, KkrTable *made)
{
  if (g_atomic_pointer_compare_and_exchange (&self->keys, NULL, made))
    return g_object_ref (made);
  g_object_unref (made);
  return kkr_payer_index_dup_keys (self);
}

void
kkr_payer_index_free_all (KkrPayerIndex *first)
{
  while (first != NULL)
    {
      KkrPayerIndex *next = first->next;

      g_free (first->codes);
      g_free (first->from);
      g_free (first->until);
      g_free (first->municipalities);
      g_clear_object (&first->keys);
      g_free (first);
      first = next;
    }
}
