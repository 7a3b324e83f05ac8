/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/tool/data-private.h>

#include <string.h>

/* What has a word in its key or title, in either language. */
typedef struct {
  const Arguments *arguments;
  char *word;
  GPtrArray *keys;
  GPtrArray *danish;
  GPtrArray *english;
} Search;

static gboolean
has_word (const Search *search, const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text != NULL ? text : "", -1);

  return strstr (folded, search->word) != NULL;
}

static void
offer (Search *search, const char *key, const char *danish, const char *english)
{
  if (!has_word (search, key) && !has_word (search, danish) && !has_word (search, english))
    return;
  g_ptr_array_add (search->keys, g_strdup (key));
  g_ptr_array_add (search->danish, g_strdup (danish != NULL ? danish : ""));
  g_ptr_array_add (search->english, g_strdup (english != NULL ? english : ""));
}

/* What has no title is known by what it consists of. */
static char *
dup_words (KkrEntity *thing, const char *language)
{
  const char *title = kkr_entity_get_title_in (thing, language);

  return title != NULL ? g_strdup (title) : kkr_entity_to_string_in (thing, language);
}

static void
offer_things (Search *search, KkrRegister *reg, const char *list)
{
  gsize n;
  KkrEntity **things = kkr_register_select (reg, list, NULL, &n, NULL);

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *key = g_strdup_printf ("%s/%s", list, kkr_entity_get_id (things[i]));

      g_autofree char *danish = dup_words (things[i], "da");
      g_autofree char *english = dup_words (things[i], "en");

      offer (search, key, danish, english);
      g_object_unref (things[i]);
    }
  g_free (things);
}

static void
offer_columns (Search *search, KkrRegister *reg, const char *key)
{
  g_autoptr (KkrTable) table = kkr_register_get_table (reg, key, NULL);
  gsize n = 0;
  KkrColumn **columns = table != NULL ? kkr_table_dup_columns (table, &n) : NULL;

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *place = g_strdup_printf ("%s/%s", key, kkr_column_get_name (columns[i]));
      const char *danish = kkr_column_get_title_in (columns[i], "da");
      const char *english = kkr_column_get_title_in (columns[i], "en");

      if ((has_word (search, danish) || has_word (search, english)) && data_has_facts (reg, place))
        offer (search, place, danish, english);
      g_object_unref (columns[i]);
    }
  g_free (columns);
}

static void
offer_sources (Search *search, KkrRegister *reg)
{
  gsize n;
  KkrSource **sources = kkr_register_dup_sources (reg, &n);

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *key = g_strconcat ("sources/", kkr_source_get_id (sources[i]), NULL);

      offer (search, key, kkr_source_get_title (sources[i]), kkr_source_get_title (sources[i]));
      g_object_unref (sources[i]);
    }
  g_free (sources);
}

static void
offer_all (Search *search, KkrRegister *reg, KkrTable *contents)
{
  KkrColumn *titles = kkr_table_get_column (contents, "title");

  for (guint i = 0; i < kkr_table_get_n_rows (contents); i++)
    {
      g_autofree char *key = data_cell (search->arguments, contents, "key", i);
      g_autofree char *danish = kkr_column_dup_text_in (titles, i, "da");
      g_autofree char *english = kkr_column_dup_text_in (titles, i, "en");

      offer (search, key, danish, english);
      if (data_is (contents, "kind", i, "table"))
        offer_columns (search, reg, key);
      else if (g_str_equal (key, "sources"))
        offer_sources (search, reg);
      else if (data_is (contents, "kind", i, "things") && strchr (key, '/') == NULL)
        offer_things (search, reg, key);
    }
}

static KkrTable *
make_table (const Search *search)
{
  static const char *const key[] = { "key", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("matches", "Fundet", "Matches");
  g_autofree gint32 *codes = g_new (gint32, search->keys->len + 1);

  for (guint i = 0; i < search->keys->len; i++)
    codes[i] = (gint32) i;
  g_ptr_array_add (search->keys, NULL);
  g_ptr_array_add (search->danish, NULL);
  g_ptr_array_add (search->english, NULL);
  kkr_table_builder_add_text (builder, "key", "Nøgle", "Key",
                              (const char *const *) search->keys->pdata);
  kkr_table_builder_add_codes (builder, "title", "Titel", "Title", codes, search->keys->len - 1,
                               (const char *const *) search->danish->pdata);
  kkr_table_builder_set_labels_in_english (builder, "title",
                                           (const char *const *) search->english->pdata);
  kkr_table_builder_set_key (builder, key);
  return kkr_table_builder_end (builder, NULL);
}

int
data_say_found (const Arguments *arguments, KkrRegister *reg, KkrTable *contents)
{
  Search search = {
    arguments, g_utf8_casefold (arguments->find, -1), g_ptr_array_new_with_free_func (g_free),
    g_ptr_array_new_with_free_func (g_free), g_ptr_array_new_with_free_func (g_free),
  };
  g_autoptr (KkrTable) found = NULL;
  g_autofree char *message = NULL;
  int status;

  offer_all (&search, reg, contents);
  if (search.keys->len > 0)
    found = make_table (&search);
  else
    message = g_strdup_printf (_("no key or title has that word: \"%s\" found, another word "
                                 "expected"), arguments->find);
  if (message != NULL)
    complain (message);
  status = found != NULL ? say_table (arguments, found) : EXIT_FAULT;
  g_free (search.word);
  g_ptr_array_unref (search.keys);
  g_ptr_array_unref (search.danish);
  g_ptr_array_unref (search.english);
  return status;
}
