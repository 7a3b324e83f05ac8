/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/tool/data-private.h>

#include <string.h>

const char *
data_word (const Arguments *arguments, const char *danish, const char *english)
{
  return g_str_equal (arguments->language, "en") ? english : danish;
}

char *
data_cell (const Arguments *arguments, KkrTable *table, const char *column, guint row)
{
  return kkr_column_dup_text_in (kkr_table_get_column (table, column), row, arguments->language);
}

gboolean
data_is (KkrTable *table, const char *column, guint row, const char *english)
{
  g_autofree char *text = kkr_column_dup_text_in (kkr_table_get_column (table, column), row, "en");

  return g_str_equal (text, english);
}

gboolean
data_has_facts (KkrRegister *reg, const char *key)
{
  g_auto (GStrv) keys = kkr_register_dup_keys (reg, key);
  gsize length = strlen (key);

  for (char **at = keys; *at != NULL; at++)
    if ((*at)[length] == '\0' || (*at)[length] == '/')
      return TRUE;
  return FALSE;
}

void
data_lines_init (DataLines *lines)
{
  lines->labels = g_ptr_array_new_with_free_func (g_free);
  lines->values = g_ptr_array_new_with_free_func (g_free);
}

void
data_lines_clear (DataLines *lines)
{
  g_ptr_array_unref (lines->labels);
  g_ptr_array_unref (lines->values);
}

void
data_lines_add (DataLines *lines, const char *label, char *value)
{
  if (value == NULL || *value == '\0')
    {
      g_free (value);
      return;
    }
  g_ptr_array_add (lines->labels, g_strdup (label));
  g_ptr_array_add (lines->values, value);
}

void
data_lines_append (const DataLines *lines, GString *text)
{
  glong width = 0;

  for (guint i = 0; i < lines->labels->len; i++)
    width = MAX (width, g_utf8_strlen (lines->labels->pdata[i], -1));
  for (guint i = 0; i < lines->labels->len; i++)
    {
      const char *label = lines->labels->pdata[i];

      g_string_append_printf (text, "%s%*s%s\n", label,
                              (int) (width - g_utf8_strlen (label, -1) + 2), "",
                              (const char *) lines->values->pdata[i]);
    }
}

static gboolean
has_texts (const GPtrArray *cells, guint n_columns, guint column)
{
  for (guint i = column; i < cells->len; i += n_columns)
    if (*(const char *) cells->pdata[i] != '\0')
      return TRUE;
  return FALSE;
}

void
data_append_columns (const char *const *headings, guint n_columns, const GPtrArray *cells,
                     GString *text)
{
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("shown", "", "");
  g_autoptr (KkrTable) table = NULL;
  g_autofree char *printed = NULL;

  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *name = g_strdup_printf ("c%u", i);
      g_autoptr (GPtrArray) column = g_ptr_array_new ();

      if (!has_texts (cells, n_columns, i))
        continue;
      for (guint j = i; j < cells->len; j += n_columns)
        g_ptr_array_add (column, cells->pdata[j]);
      g_ptr_array_add (column, NULL);
      kkr_table_builder_add_text (builder, name, headings[i], headings[i],
                                  (const char *const *) column->pdata);
    }
  table = kkr_table_builder_end (builder, NULL);
  if (table == NULL)
    return;
  printed = kkr_table_to_string (table);
  g_string_append (text, printed);
  g_string_append_c (text, '\n');
}
