/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/tool/data-private.h>

#include <string.h>

/* The rows of one part, whose fields become columns. */
static void
append_part (const Arguments *arguments, KkrTable *table, const char *part, GString *text)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  KkrColumn *numbers = kkr_table_get_column (table, "number");
  guint n = kkr_table_get_n_rows (table), at;
  gint64 last = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *own = data_cell (arguments, table, "part", i);
      char *title = data_cell (arguments, table, "title", i);

      if (g_str_equal (own, part)
          && !g_ptr_array_find_with_equal_func (fields, title, g_str_equal, NULL))
        g_ptr_array_add (fields, title);
      else
        g_free (title);
    }
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *own = data_cell (arguments, table, "part", i);
      g_autofree char *title = data_cell (arguments, table, "title", i);

      if (!g_str_equal (own, part))
        continue;
      for (; last < kkr_column_get_int64 (numbers, i); last++)
        for (guint j = 0; j < fields->len; j++)
          g_ptr_array_add (cells, g_strdup (""));
      g_ptr_array_find_with_equal_func (fields, title, g_str_equal, &at);
      at += (guint) (last - 1) * fields->len;
      g_free (cells->pdata[at]);
      cells->pdata[at] = data_cell (arguments, table, "value", i);
    }
  g_string_append_printf (text, "\n%s\n\n", part);
  data_append_columns ((const char *const *) fields->pdata, fields->len, cells, text);
}

static void
append_parts (const Arguments *arguments, KkrTable *table, GString *text)
{
  g_autofree char *last = g_strdup ("");

  for (guint i = 0; i < kkr_table_get_n_rows (table); i++)
    {
      g_autofree char *part = data_cell (arguments, table, "part", i);

      if (g_str_equal (part, last))
        continue;
      append_part (arguments, table, part, text);
      g_free (last);
      last = g_steal_pointer (&part);
    }
}

/* A title in English that has none in Danish beside it. */
static gboolean
is_english (const Arguments *arguments, KkrTable *table, guint row)
{
  g_autofree char *field = data_cell (arguments, table, "field", row);

  return g_str_has_suffix (field, "-en") && g_str_equal (arguments->language, "da");
}

int
data_say_thing (const Arguments *arguments, KkrEntity *thing, const char *key)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrTable) table = kkr_entity_to_table (thing, &error);
  g_autoptr (GString) text = g_string_new (NULL);
  const char *title = kkr_entity_get_title_in (thing, arguments->language);
  DataLines lines;

  if (table == NULL)
    return complain_of_error (error);
  if (arguments->format != FORMAT_TEXT)
    return say_table (arguments, table);
  g_string_append_printf (text, "%s\n\n", title != NULL ? title : key);
  data_lines_init (&lines);
  for (guint i = 0; i < kkr_table_get_n_rows (table); i++)
    {
      g_autofree char *part = data_cell (arguments, table, "part", i);
      g_autofree char *label = data_cell (arguments, table, "title", i);

      if (*part == '\0' && !is_english (arguments, table, i))
        data_lines_add (&lines, label, data_cell (arguments, table, "value", i));
    }
  data_lines_append (&lines, text);
  data_lines_clear (&lines);
  append_parts (arguments, table, text);
  return say (text->str);
}

/* What there is of one document. */
static void
append_contents (const Arguments *arguments, KkrTable *contents, const char *title, GString *text)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  const char *const headings[] = {
    data_word (arguments, "Slags", "Kind"), data_word (arguments, "Nøgle", "Key"),
    data_word (arguments, "Titel", "Title"),
  };

  for (guint i = 0; i < kkr_table_get_n_rows (contents); i++)
    {
      g_autofree char *source = data_cell (arguments, contents, "source", i);

      if (strstr (source, title) == NULL)
        continue;
      g_ptr_array_add (cells, data_cell (arguments, contents, "kind", i));
      g_ptr_array_add (cells, data_cell (arguments, contents, "key", i));
      g_ptr_array_add (cells, data_cell (arguments, contents, "title", i));
    }
  if (cells->len == 0)
    return;
  g_string_append_c (text, '\n');
  data_append_columns (headings, G_N_ELEMENTS (headings), cells, text);
}

int
data_say_source (const Arguments *arguments, KkrTable *sources, guint row, KkrTable *contents)
{
  static const char *const columns[] = { "id", "publisher", "date" };
  g_autofree char *title = data_cell (arguments, sources, "title", row);
  g_autoptr (GString) text = g_string_new (NULL);
  DataLines lines;

  g_string_append_printf (text, "%s\n\n", title);
  data_lines_init (&lines);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    data_lines_add (&lines, kkr_column_get_title_in (kkr_table_get_column (sources, columns[i]),
                                                     arguments->language),
                    data_cell (arguments, sources, columns[i], row));
  data_lines_append (&lines, text);
  data_lines_clear (&lines);
  append_contents (arguments, contents, title, text);
  return say (text->str);
}
