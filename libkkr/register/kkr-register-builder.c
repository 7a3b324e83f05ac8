/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <string.h>

#include <libkkr/register/kkr-register-builder-private.h>

KkrBuilder *
kkr_builder_new (void)
{
  KkrBuilder *builder = g_new0 (KkrBuilder, 1);

  builder->strings = g_string_chunk_new (64 * 1024);
  builder->texts = g_hash_table_new (g_str_hash, g_str_equal);
  builder->pool = g_byte_array_new ();
  g_byte_array_append (builder->pool, (const guint8 *) "", 1);
  for (guint i = 0; i < KKR_N_NAMES; i++)
    {
      builder->indexes[i] = g_hash_table_new (g_str_hash, g_str_equal);
      builder->names[i] = g_array_new (FALSE, TRUE, sizeof (KkrName));
      builder->references[i] = g_array_new (FALSE, TRUE, sizeof (KkrReference));
      builder->rows[i] = g_array_new (FALSE, TRUE, sizeof (KkrRow));
    }
  builder->payers = g_array_new (FALSE, TRUE, sizeof (KkrPayerRow));
  builder->facts = g_array_new (FALSE, TRUE, sizeof (KkrFactRow));
  builder->series_references = g_array_new (FALSE, TRUE, sizeof (KkrSeriesReference));
  return builder;
}

void
kkr_builder_free (KkrBuilder *builder)
{
  for (guint i = 0; i < KKR_N_NAMES; i++)
    {
      g_hash_table_unref (builder->indexes[i]);
      g_array_unref (builder->names[i]);
      g_array_unref (builder->references[i]);
      g_array_unref (builder->rows[i]);
    }
  g_array_unref (builder->payers);
  g_array_unref (builder->facts);
  g_array_unref (builder->series_references);
  g_hash_table_unref (builder->texts);
  g_byte_array_unref (builder->pool);
  g_string_chunk_free (builder->strings);
  g_free (builder->version);
  g_free (builder);
}

KkrTextId
kkr_builder_text (KkrBuilder *builder, const char *text)
{
  KkrTextId id;

  if (text == NULL)
    return 0;
  id = GPOINTER_TO_UINT (g_hash_table_lookup (builder->texts, text));
  if (id == 0)
    {
      char *kept = g_string_chunk_insert (builder->strings, text);

      id = builder->pool->len;
      g_byte_array_append (builder->pool, (const guint8 *) text, (guint) strlen (text) + 1);
      g_hash_table_insert (builder->texts, kept, GUINT_TO_POINTER (id));
    }
  return id;
}

const char *
kkr_builder_peek_text (KkrBuilder *builder, KkrTextId text)
{
  return (const char *) builder->pool->data + text;
}

guint
kkr_builder_name (KkrBuilder *builder, KkrNamesId names, const char *name)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (builder->indexes[names], name));

  if (number == 0)
    {
      KkrName entry = { .name = g_string_chunk_insert (builder->strings, name) };

      g_array_append_val (builder->names[names], entry);
      number = builder->names[names]->len;
      g_hash_table_insert (builder->indexes[names], (gpointer) entry.name,
                           GUINT_TO_POINTER (number));
    }
  return number - 1;
}

KkrName *
kkr_builder_get_name (KkrBuilder *builder, KkrNamesId names, guint name)
{
  return &g_array_index (builder->names[names], KkrName, name);
}

const KkrPlace *
kkr_builder_declare (KkrBuilder *builder, KkrNamesId names, const char *name, const KkrRow *row,
                     const KkrPlace *place)
{
  guint number = kkr_builder_name (builder, names, name);
  KkrName *entry = kkr_builder_get_name (builder, names, number);
  KkrRow kept = *row;

  if (entry->declared)
    return &entry->place;
  entry->declared = TRUE;
  entry->place = *place;
  entry->row = builder->rows[names]->len;
  kept.name = number;
  g_array_append_val (builder->rows[names], kept);
  return NULL;
}

static int
compare_facts (gconstpointer a, gconstpointer b, gpointer data)
{
  const KkrFactRecord *left = &((const KkrFactRow *) a)->record;
  const KkrFactRecord *right = &((const KkrFactRow *) b)->record;

  if (left->key != right->key)
    return strcmp (kkr_builder_peek_text (data, left->key),
                   kkr_builder_peek_text (data, right->key));
  if (left->from != right->from)
    return left->from < right->from ? -1 : 1;
  if (left->until != right->until)
    return left->until < right->until ? -1 : 1;
  if (left->known != right->known)
    return left->known < right->known ? -1 : 1;
  return left->level < right->level ? -1 : left->level > right->level;
}

void
kkr_builder_sort_facts (KkrBuilder *builder)
{
  g_array_sort_with_data (builder->facts, compare_facts, builder);
}
