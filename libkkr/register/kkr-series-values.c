/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <string.h>

#include <libkkr/register/kkr-series-values-private.h>

/* An overlay has the keys that it touches, and all others are those of the store below it. What an
 * overlay says of a code is put over what the store says. */

static const KkrFactRecord *
find_above (KkrDelta *delta, const KkrDeltaKey *key, const KkrSeriesQuestion *question)
{
  const KkrKeyFacts facts = {
    .facts = kkr_delta_get_facts (delta, key), .n_facts = key->n_facts,
  };
  const KkrFactRecord *found = kkr_key_facts_find (&facts, question->valid_on, question->known_on,
                                                   question->level);

  return kkr_fact_record_has_number (found) ? found : NULL;
}

/* The first of the codes that is not below this one. */
static gsize
find_place (const gint32 *codes, gsize n, gint32 code)
{
  gsize low = 0, high = n;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (codes[middle] < code)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

typedef struct {
  const gint32 *codes;
  gsize n;
  gint64 *values;
  const KkrFactRecord **records;
} Found;

/* Whether what the overlay has of its codes is there and whole. */
static gboolean
put_over (const Found *found, gint32 code, const KkrFactRecord *record)
{
  gboolean all = TRUE;

  for (gsize i = find_place (found->codes, found->n, code);
       i < found->n && found->codes[i] == code; i++)
    {
      all = record != NULL && record->den <= 1;
      if (found->values != NULL)
        found->values[i] = record != NULL ? record->num : 0;
      if (found->records != NULL)
        found->records[i] = record;
    }
  return all;
}

/* How the keys of the overlay that are about the series compare with it: "series/...". */
static int
compare_series (const char *key, const char *series, gsize length)
{
  int order = strncmp (key, series, length);

  return order != 0 ? order : (int) (guint8) key[length] - '/';
}

static guint
find_first_above (KkrDelta *delta, const char *series, gsize length)
{
  guint low = 0, high;
  const KkrDeltaKey *keys = kkr_delta_get_keys (delta, &high);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare_series (kkr_delta_get_text (delta, keys[middle].text), series, length) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
look_above (KkrDelta *delta, const char *series, const KkrSeriesQuestion *question,
            const Found *found, gboolean all)
{
  gsize length = strlen (series);
  guint n_keys;
  const KkrDeltaKey *keys = kkr_delta_get_keys (delta, &n_keys);

  for (guint i = find_first_above (delta, series, length); i < n_keys; i++)
    {
      const char *key = kkr_delta_get_text (delta, keys[i].text);
      gint32 code;

      if (compare_series (key, series, length) != 0)
        break;
      if (kkr_series_read_code (key, length, &code)
          && !put_over (found, code, find_above (delta, &keys[i], question)))
        all = FALSE;
    }
  return all;
}

static void
put_nothing (const Found *found)
{
  for (gsize i = 0; i < found->n; i++)
    {
      if (found->values != NULL)
        found->values[i] = 0;
      if (found->records != NULL)
        found->records[i] = NULL;
    }
}

static gboolean
are_whole (const KkrFactRecord *const *records, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (records[i] == NULL || records[i]->den > 1)
      return FALSE;
  return TRUE;
}

gboolean
kkr_register_find_values (KkrRegister *self, const char *series,
                          const KkrSeriesQuestion *question, const gint32 *codes, gsize n,
                          gint64 *values, const KkrFactRecord **records)
{
  KkrStore *store = kkr_register_get_store (self);
  KkrDelta *delta = kkr_register_get_delta (self);
  const Found found = { codes, n, values, records };
  g_autofree const KkrFactRecord **own = NULL;
  gboolean all = FALSE;

  if (store != NULL)
    all = kkr_series_index_find (kkr_store_get_series (store, series), store, question, codes, n,
                                 values, records);
  else
    put_nothing (&found);
  if (delta == NULL)
    return all;
  /* What is not there below may be there above. */
  if (!all && records == NULL)
    {
      own = g_new (const KkrFactRecord *, n);
      return kkr_register_find_values (self, series, question, codes, n, values, own);
    }
  all = look_above (delta, series, question, &found, all);
  return records != NULL ? are_whole (records, n) : all;
}

const KkrFactRecord *
kkr_register_find_value (KkrRegister *self, const char *key, const KkrSeriesQuestion *question)
{
  const KkrFactRecord *found;
  KkrKeyFacts facts;

  if (!kkr_register_find_key_facts (self, key, &facts))
    return NULL;
  found = kkr_key_facts_find (&facts, question->valid_on, question->known_on, question->level);
  return kkr_fact_record_has_number (found) ? found : NULL;
}
