/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <string.h>

#include <libkkr/register/kkr-register-builder-private.h>

KkrBuilder *
kkr_builder_new (void)
{
  KkrBuilder *builder = g_new0 (KkrBuilder, 1);
  const guint32 no_list = 0;

  builder->strings = g_string_chunk_new (64 * 1024);
  builder->texts = g_hash_table_new (g_str_hash, g_str_equal);
  builder->pool = g_byte_array_new ();
  g_byte_array_append (builder->pool, (const guint8 *) "", 1);
  for (guint i = 0; i < KKR_N_NAMES; i++)
    {
      builder->indexes[i] = g_hash_table_new (g_str_hash, g_str_equal);
      builder->names[i] = g_array_new (FALSE, TRUE, sizeof (KkrName));
      builder->references[i] = g_array_new (FALSE, TRUE, sizeof (KkrReference));
    }
  for (guint i = 0; i < KKR_N_MODELS; i++)
    {
      builder->rows[i].words = g_array_new (FALSE, TRUE, sizeof (guint32));
      builder->rows[i].stride = KKR_ROW_WORDS + kkr_model_n_words (kkr_models[i]);
    }
  builder->lists = g_array_new (FALSE, TRUE, sizeof (guint32));
  g_array_append_val (builder->lists, no_list);
  builder->sources = g_array_new (FALSE, TRUE, sizeof (KkrSourceRow));
  builder->facts = g_array_new (FALSE, TRUE, sizeof (KkrFactRow));
  builder->tables = g_array_new (FALSE, TRUE, sizeof (KkrTableRow));
  builder->columns = g_array_new (FALSE, TRUE, sizeof (KkrColumnRecord));
  builder->table_rows = g_array_new (FALSE, TRUE, sizeof (KkrRowRecord));
  builder->cells = g_array_new (FALSE, TRUE, sizeof (guint32));
  builder->series_references = g_array_new (FALSE, TRUE, sizeof (KkrSeriesReference));
  builder->refused = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
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
    }
  for (guint i = 0; i < KKR_N_MODELS; i++)
    g_array_unref (builder->rows[i].words);
  g_array_unref (builder->lists);
  g_array_unref (builder->sources);
  g_array_unref (builder->facts);
  g_array_unref (builder->tables);
  g_array_unref (builder->columns);
  g_array_unref (builder->table_rows);
  g_array_unref (builder->cells);
  g_array_unref (builder->series_references);
  g_hash_table_unref (builder->refused);
  for (guint i = 0; i < KKR_N_BULK; i++)
    g_clear_pointer (&builder->bulk[i], kkr_bulk_free);
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
kkr_builder_declare (KkrBuilder *builder, KkrNamesId names, const char *name,
                     const KkrPlace *place)
{
  KkrName *entry = kkr_builder_get_name (builder, names, kkr_builder_name (builder, names, name));

  if (entry->declared && entry->layer == builder->layer)
    return &entry->place;
  entry->declared = TRUE;
  entry->layer = builder->layer;
  entry->place = *place;
  return NULL;
}

guint64
kkr_builder_get_size (KkrBuilder *builder)
{
  GArray *const arrays[] = {
    builder->lists, builder->sources, builder->facts, builder->tables, builder->columns,
    builder->table_rows, builder->cells,
  };
  guint64 size = builder->pool->len + builder->n_path_bytes;

  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    size += (guint64) arrays[i]->len * g_array_get_element_size (arrays[i]);
  for (guint i = 0; i < KKR_N_MODELS; i++)
    size += (guint64) builder->rows[i].words->len * sizeof (guint32);
  for (guint i = 0; i < KKR_N_BULK; i++)
    size += builder->bulk[i] != NULL ? kkr_bulk_get_size (builder->bulk[i]) : 0;
  return size;
}

guint32 *
kkr_builder_add_row (KkrBuilder *builder, const KkrModel *model)
{
  KkrRows *rows = &builder->rows[model->id];

  rows->n++;
  g_array_set_size (rows->words, rows->n * rows->stride);
  return kkr_builder_get_row (builder, model, rows->n - 1);
}

guint32 *
kkr_builder_get_row (KkrBuilder *builder, const KkrModel *model, guint row)
{
  KkrRows *rows = &builder->rows[model->id];

  return &g_array_index (rows->words, guint32, (gsize) row * rows->stride);
}

KkrPlace
kkr_builder_get_row_place (KkrBuilder *builder, const KkrModel *model, const guint32 *row)
{
  const guint32 *end = row + builder->rows[model->id].stride;

  return (KkrPlace) { kkr_builder_peek_text (builder, end[-2]), end[-1], row[KKR_ROW_COLUMN] };
}

guint
kkr_model_field_word (const KkrModel *model, guint field)
{
  guint word = KKR_ROW_WORDS + (model->parent != NULL);

  for (guint i = 0; i < field; i++)
    word += kkr_field_n_words (model->fields[i].kind);
  return word;
}

static int
compare_facts (gconstpointer a, gconstpointer b, gpointer data)
{
  const KkrFactRecord *left = &((const KkrFactRow *) a)->record;
  const KkrFactRecord *right = &((const KkrFactRow *) b)->record;
  gint32 left_known, right_known;

  if (left->key != right->key)
    return strcmp (kkr_builder_peek_text (data, left->key),
                   kkr_builder_peek_text (data, right->key));
  if (left->from != right->from)
    return left->from < right->from ? -1 : 1;
  if (left->until != right->until)
    return left->until < right->until ? -1 : 1;
  left_known = kkr_fact_record_known_on (left);
  right_known = kkr_fact_record_known_on (right);
  if (left_known != right_known)
    return left_known < right_known ? -1 : 1;
  if (left->level != right->level)
    return left->level < right->level ? -1 : 1;
  return (int) ((const KkrFactRow *) a)->layer - (int) ((const KkrFactRow *) b)->layer;
}

/* The cells of tables find their facts again. */
void
kkr_builder_sort_facts (KkrBuilder *builder)
{
  g_array_sort_with_data (builder->facts, compare_facts, builder);
  if (builder->layer > 0)
    kkr_builder_settle_facts (builder);
  for (guint i = 0; i < builder->facts->len; i++)
    {
      guint cell = g_array_index (builder->facts, KkrFactRow, i).cell;

      if (cell > 0)
        g_array_index (builder->cells, guint32, cell - 1) = i + 1;
    }
}

/* Cuts the last part of a key off. FALSE if that was all. */
static gboolean
cut_key (char *key)
{
  char *slash = strrchr (key, '/');

  if (slash != NULL)
    *slash = '\0';
  return slash != NULL;
}

void
kkr_builder_refuse_fact (KkrBuilder *builder, const char *key, const char *subject)
{
  g_autofree char *part = subject != NULL ? g_strconcat (key, "/", subject, NULL) : g_strdup (key);

  if (subject == NULL)
    g_hash_table_replace (builder->refused, g_strdup (part), GINT_TO_POINTER (TRUE));
  do
    if (!g_hash_table_contains (builder->refused, part))
      g_hash_table_insert (builder->refused, g_strdup (part), GINT_TO_POINTER (FALSE));
  while (cut_key (part));
}

gboolean
kkr_builder_is_refused (KkrBuilder *builder, const char *key)
{
  g_autofree char *part = g_strdup (key);

  if (g_hash_table_contains (builder->refused, key))
    return TRUE;
  while (cut_key (part))
    if (g_hash_table_lookup (builder->refused, part) != NULL)
      return TRUE;
  return FALSE;
}
