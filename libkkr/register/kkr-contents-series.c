/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <string.h>

#include <libkkr/register/kkr-contents-private.h>
#include <libkkr/register/kkr-fact-private.h>
#include <libkkr/register/kkr-register-keys-private.h>

/* What the facts of one key, or of all keys of a series, have in common. */
typedef struct {
  char *series;
  char *key;
  char *title[2];
  gboolean has_titles; /* FALSE once two of them differ */
  guint unit;
  guint n_facts;
  GPtrArray *sources;
} Line;

static void
line_free (gpointer data)
{
  Line *line = data;

  g_free (line->series);
  g_free (line->key);
  g_free (line->title[0]);
  g_free (line->title[1]);
  g_ptr_array_unref (line->sources);
  g_free (line);
}

static char *
dup_series (KkrStore *store, const KkrKeyFacts *facts)
{
  const KkrKeyRecord *record = facts->record;

  if (record == NULL && store != NULL)
    record = kkr_store_find_key (store, facts->key);
  if (record == NULL || record->subject == 0 || record->subject > strlen (facts->key))
    return g_strdup (facts->key);
  return g_strndup (facts->key, record->subject - 1);
}

static void
add_source (GPtrArray *sources, KkrSource *source)
{
  if (source != NULL && !g_ptr_array_find (sources, source, NULL))
    g_ptr_array_add (sources, source);
}

static void
add_fact (Line *line, const KkrKeyFacts *facts, const KkrFactRecord *record)
{
  const char *danish = kkr_key_facts_get_text (facts, record->title);
  const char *english = kkr_key_facts_get_text (facts, record->title_en);

  if (line->n_facts++ == 0)
    {
      line->title[0] = g_strdup (danish);
      line->title[1] = g_strdup (english);
      line->has_titles = danish != NULL;
      line->unit = record->unit;
    }
  line->has_titles = line->has_titles && g_strcmp0 (line->title[0], danish) == 0;
  if (line->unit != record->unit)
    line->unit = KKR_UNIT_UNSET;
  if (facts->store != NULL)
    add_source (line->sources, kkr_store_get_source (facts->store, record->source));
}

/* NULL if all facts of the key stand in tables. */
static Line *
read_key (KkrStore *store, const KkrKeyFacts *facts)
{
  Line *line = g_new0 (Line, 1);

  line->series = dup_series (store, facts);
  line->key = g_strdup (facts->key);
  line->sources = g_ptr_array_new ();
  for (guint i = 0; i < facts->n_facts; i++)
    if ((facts->facts[i].flags & KKR_FACT_OF_TABLE) == 0)
      add_fact (line, facts, &facts->facts[i]);
  if (line->n_facts > 0)
    return line;
  line_free (line);
  return NULL;
}

static void
add_line (GArray *lines, const Line *line, const char *key, guint n_facts, guint unit)
{
  KkrContentsLine *added = kkr_contents_add (lines, KKR_CONTENTS_SERIES, g_strdup (key), n_facts);

  if (line->has_titles)
    kkr_contents_line_set_title (added, line->title[0], line->title[1]);
  added->unit = unit;
  for (guint i = 0; i < line->sources->len; i++)
    kkr_contents_line_add_source (added, line->sources->pdata[i]);
}

static gboolean
share_title (GPtrArray *keys)
{
  const Line *first = keys->pdata[0];

  for (guint i = 0; i < keys->len; i++)
    {
      const Line *line = keys->pdata[i];

      if (!line->has_titles || g_strcmp0 (line->title[0], first->title[0]) != 0)
        return FALSE;
    }
  return TRUE;
}

static void
add_series (GArray *lines, GPtrArray *keys)
{
  Line *first = keys->pdata[0];
  guint n_facts = 0, unit = first->unit;

  if (!share_title (keys))
    {
      for (guint i = 0; i < keys->len; i++)
        {
          const Line *line = keys->pdata[i];

          add_line (lines, line, line->key, line->n_facts, line->unit);
        }
      return;
    }
  for (guint i = 0; i < keys->len; i++)
    {
      const Line *line = keys->pdata[i];

      n_facts += line->n_facts;
      if (line->unit != unit)
        unit = KKR_UNIT_UNSET;
      for (guint j = 0; j < line->sources->len; j++)
        add_source (first->sources, line->sources->pdata[j]);
    }
  add_line (lines, first, first->series, n_facts, unit);
}

void
kkr_contents_add_series (KkrRegister *reg, GArray *lines)
{
  g_autoptr (GHashTable) known =
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  KkrKeyIter iter;
  KkrKeyFacts facts;

  kkr_key_iter_init (&iter, reg, NULL);
  while (kkr_key_iter_next (&iter, &facts))
    {
      Line *line = read_key (kkr_register_get_store (reg), &facts);
      GPtrArray *keys = line != NULL ? g_hash_table_lookup (known, line->series) : NULL;

      if (line == NULL)
        continue;
      if (keys == NULL)
        {
          keys = g_ptr_array_new_with_free_func (line_free);
          g_hash_table_insert (known, line->series, keys);
          g_ptr_array_add (all, keys);
        }
      g_ptr_array_add (keys, line);
    }
  for (guint i = 0; i < all->len; i++)
    add_series (lines, all->pdata[i]);
}
