/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <string.h>

#include <libkkr/register/kkr-fact-private.h>
#include <libkkr/register/kkr-register-keys-private.h>

static void
take_below (KkrKeyFacts *facts, KkrStore *store, const KkrKeyRecord *key)
{
  *facts = (KkrKeyFacts) { .record = key, .store = store };
  facts->key = kkr_store_get_text (store, key->text);
  facts->facts = kkr_store_get_facts (store, key, &facts->n_facts);
}

static void
take_above (KkrKeyFacts *facts, KkrDelta *delta, const KkrDeltaKey *key)
{
  *facts = (KkrKeyFacts) { .delta = delta, .store = delta->store, .n_facts = key->n_facts };
  facts->key = kkr_delta_get_text (delta, key->text);
  facts->facts = kkr_delta_get_facts (delta, key);
}

gboolean
kkr_register_find_key_facts (KkrRegister *self, const char *key, KkrKeyFacts *found)
{
  KkrStore *store = kkr_register_get_store (self);
  KkrDelta *delta = kkr_register_get_delta (self);
  const KkrDeltaKey *above = delta != NULL ? kkr_delta_find_key (delta, key) : NULL;
  const KkrKeyRecord *below;

  *found = (KkrKeyFacts) { 0 };
  if (above != NULL)
    take_above (found, delta, above);
  else if (store != NULL && (below = kkr_store_find_key (store, key)) != NULL)
    take_below (found, store, below);
  return found->n_facts > 0;
}

KkrFact *
kkr_key_facts_new_fact (const KkrKeyFacts *facts, const KkrFactRecord *record)
{
  return facts->delta != NULL ? kkr_fact_new_in_delta (facts->delta, record)
                              : kkr_fact_new (facts->store, record);
}

const char *
kkr_key_facts_get_text (const KkrKeyFacts *facts, KkrTextId text)
{
  return facts->delta != NULL ? kkr_delta_get_text (facts->delta, text)
                              : kkr_store_get_text (facts->store, text);
}

/* What makes a fact the one it is among those of its key. */
static gboolean
is_same_fact (const KkrFactRecord *a, const KkrFactRecord *b)
{
  return a->from == b->from && a->until == b->until && a->level == b->level
         && a->known == b->known && a->known_precision == b->known_precision;
}

const KkrFactRecord *
kkr_register_find_cell (KkrRegister *self, const KkrTableRecord *table, guint row, guint column,
                        KkrDelta **delta)
{
  KkrStore *store = kkr_register_get_store (self);
  const KkrFactRecord *below = kkr_store_get_cell (store, table, row, column);
  KkrDelta *above = kkr_register_get_delta (self);
  const KkrDeltaKey *key = NULL;
  const KkrKeyRecord *keys;
  guint n_keys;

  *delta = NULL;
  if (below != NULL && above != NULL)
    {
      keys = kkr_store_get_keys (store, &n_keys);
      key = kkr_delta_find_key (above, kkr_store_get_text (store, keys[below->key].text));
    }
  if (key == NULL)
    return below;
  *delta = above;
  for (guint i = 0; i < key->n_facts; i++)
    if (is_same_fact (kkr_delta_get_facts (above, key) + i, below))
      return kkr_delta_get_facts (above, key) + i;
  return NULL;
}

void
kkr_key_iter_init (KkrKeyIter *iter, KkrRegister *self, const char *prefix)
{
  *iter = (KkrKeyIter) {
    .store = kkr_register_get_store (self), .delta = kkr_register_get_delta (self),
    .prefix = prefix != NULL ? prefix : "",
  };
  if (iter->store != NULL)
    iter->below = kkr_store_lower_bound (iter->store, iter->prefix);
  if (iter->delta != NULL)
    iter->above = kkr_delta_lower_bound (iter->delta, iter->prefix);
}

/* The key at a place, or NULL if none is there that begins with the prefix. */
static const char *
peek_below (const KkrKeyIter *iter)
{
  guint n_keys = 0;
  const KkrKeyRecord *keys = iter->store != NULL ? kkr_store_get_keys (iter->store, &n_keys) : NULL;
  const char *text = iter->below < n_keys ? kkr_store_get_text (iter->store,
                                                                keys[iter->below].text)
                                          : NULL;

  return text != NULL && g_str_has_prefix (text, iter->prefix) ? text : NULL;
}

static const char *
peek_above (const KkrKeyIter *iter)
{
  guint n_keys = 0;
  const KkrDeltaKey *keys = iter->delta != NULL ? kkr_delta_get_keys (iter->delta, &n_keys) : NULL;
  const char *text = iter->above < n_keys ? kkr_delta_get_text (iter->delta,
                                                                keys[iter->above].text)
                                          : NULL;

  return text != NULL && g_str_has_prefix (text, iter->prefix) ? text : NULL;
}

gboolean
kkr_key_iter_next (KkrKeyIter *iter, KkrKeyFacts *facts)
{
  guint n_keys;

  for (;;)
    {
      const char *below = peek_below (iter), *above = peek_above (iter);
      int order = below == NULL ? 1 : above == NULL ? -1 : g_strcmp0 (below, above);

      if (below == NULL && above == NULL)
        return FALSE;
      /* A key that both have is the delta's. */
      if (order < 0)
        take_below (facts, iter->store, kkr_store_get_keys (iter->store, &n_keys) + iter->below);
      else
        take_above (facts, iter->delta, kkr_delta_get_keys (iter->delta, &n_keys) + iter->above);
      iter->below += order <= 0;
      iter->above += order >= 0;
      if (facts->n_facts > 0)
        return TRUE;
    }
}

static char *
dup_code (KkrRegister *self, const char *name)
{
  g_autoptr (KkrMunicipality) municipality = kkr_register_find_municipality (self, name, NULL);
  g_autoptr (KkrRegion) region = NULL;

  if (municipality != NULL)
    return g_strdup_printf ("%d", kkr_municipality_get_code (municipality));
  region = kkr_register_find_region (self, name, NULL);
  return region != NULL ? g_strdup (kkr_region_get_code (region)) : NULL;
}

gboolean
kkr_register_offer_key_by_code (KkrRegister *self, const char *key, KkrNearest *nearest)
{
  const char *slash = strrchr (key, '/');
  g_autofree char *code = slash != NULL ? dup_code (self, slash + 1) : NULL;
  g_autofree char *meant = NULL;
  KkrKeyFacts found;

  if (code == NULL)
    return FALSE;
  meant = g_strdup_printf ("%.*s/%s", (int) (slash - key), key, code);
  if (!kkr_register_find_key_facts (self, meant, &found))
    return FALSE;
  nearest->any = TRUE;
  kkr_nearest_offer (nearest, found.key);
  return TRUE;
}

void
kkr_register_offer_keys (KkrRegister *self, const char *key, KkrNearest *nearest)
{
  KkrKeyFacts found;
  KkrKeyIter iter;

  if (kkr_register_offer_key_by_code (self, key, nearest))
    return;
  kkr_key_iter_init (&iter, self, NULL);
  while (kkr_key_iter_next (&iter, &found))
    kkr_nearest_offer (nearest, found.key);
}
