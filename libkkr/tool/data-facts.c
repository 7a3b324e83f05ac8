/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/tool/data-private.h>

#include <string.h>

/* Facts for eyes: what all say is said once, and what differs is a table; a single fact is told
 * line by line. */

typedef struct {
  const char *name;
  gboolean in_table; /* else below it, since it may be long */
} Shown;

static const Shown shown[] = {
  { "key", TRUE },       { "municipality", TRUE }, { "title", TRUE },
  { "value", TRUE },     { "valid", TRUE },        { "known", TRUE },
  { "unit", FALSE },     { "price-level", TRUE },  { "source", TRUE },
  { "section", TRUE },   { "confirmed", TRUE },    { "note", FALSE },
  { "read-from", FALSE },
};

static const char *
title_of (const Arguments *arguments, KkrTable *facts, const char *column)
{
  return kkr_column_get_title_in (kkr_table_get_column (facts, column), arguments->language);
}

static gboolean
is_common (const Arguments *arguments, KkrTable *facts, const char *column)
{
  g_autofree char *first = data_cell (arguments, facts, column, 0);

  for (guint i = 1; i < kkr_table_get_n_rows (facts); i++)
    {
      g_autofree char *other = data_cell (arguments, facts, column, i);

      if (!g_str_equal (first, other))
        return FALSE;
    }
  return TRUE;
}

/* That a source confirms a fact is the rule and is not said. */
static gboolean
goes_without_saying (KkrTable *facts, const char *column)
{
  return g_str_equal (column, "unit")
         || (g_str_equal (column, "confirmed") && data_is (facts, column, 0, "yes"));
}

static void
append_common (const Arguments *arguments, KkrTable *facts, GString *text)
{
  DataLines lines;

  data_lines_init (&lines);
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    if (!g_str_equal (shown[i].name, "title") && is_common (arguments, facts, shown[i].name)
        && !goes_without_saying (facts, shown[i].name))
      data_lines_add (&lines, title_of (arguments, facts, shown[i].name),
                      data_cell (arguments, facts, shown[i].name, 0));
  data_lines_append (&lines, text);
  data_lines_clear (&lines);
}

/* A key below the one that was asked for, without it. */
static char *
dup_shown_cell (const Arguments *arguments, KkrTable *facts, const char *column, guint row,
                const char *key)
{
  char *cell = data_cell (arguments, facts, column, row);
  gsize length = strlen (key);

  if (g_str_equal (column, "key") && g_str_has_prefix (cell, key) && cell[length] == '/')
    memmove (cell, cell + length + 1, strlen (cell + length + 1) + 1);
  return cell;
}

static void
append_rows (const Arguments *arguments, KkrTable *facts, const char *key, GString *text)
{
  const char *headings[G_N_ELEMENTS (shown)], *columns[G_N_ELEMENTS (shown)];
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      gboolean wanted = g_str_equal (shown[i].name, "value")
                        || (shown[i].in_table && !is_common (arguments, facts, shown[i].name));

      if (!wanted)
        continue;
      headings[n] = title_of (arguments, facts, shown[i].name);
      columns[n++] = shown[i].name;
    }
  for (guint row = 0; row < kkr_table_get_n_rows (facts); row++)
    for (guint i = 0; i < n; i++)
      g_ptr_array_add (cells, dup_shown_cell (arguments, facts, columns[i], row, key));
  data_append_columns (headings, n, cells, text);
}

/* Below the table; one that several facts have is said once, of all of them. */
static void
append_notes (const Arguments *arguments, KkrTable *facts, const char *key, GString *text)
{
  g_autoptr (GHashTable) said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean by_key = !is_common (arguments, facts, "key");

  if (is_common (arguments, facts, "note"))
    return;
  g_string_append_printf (text, "\n%s\n", data_word (arguments, "Bemærkninger", "Notes"));
  for (guint i = 0; i < kkr_table_get_n_rows (facts); i++)
    {
      g_autofree char *note = data_cell (arguments, facts, "note", i);
      const char *column = by_key ? "key" : "valid";

      if (*note == '\0' || g_hash_table_contains (said, note))
        continue;
      g_string_append (text, "  ");
      for (guint j = i; j < kkr_table_get_n_rows (facts); j++)
        {
          g_autofree char *other = data_cell (arguments, facts, "note", j);
          g_autofree char *name = dup_shown_cell (arguments, facts, column, j, key);

          if (g_str_equal (note, other))
            g_string_append_printf (text, "%s%s", j > i ? ", " : "", name);
        }
      g_string_append_printf (text, ": %s\n", note);
      g_hash_table_add (said, g_steal_pointer (&note));
    }
}

static void
append_facts (const Arguments *arguments, KkrTable *facts, const char *key, GString *text)
{
  g_autofree char *title = data_cell (arguments, facts, "title", 0);
  guint n = kkr_table_get_n_rows (facts);

  g_string_append_printf (text, "%s\n\n", is_common (arguments, facts, "title") ? title : key);
  append_common (arguments, facts, text);
  if (n == 1)
    return;
  g_string_append_c (text, '\n');
  append_rows (arguments, facts, key, text);
  append_notes (arguments, facts, key, text);
}

/* All that is known under the key of the one fact that a day picked. */
static void
append_history (const Arguments *arguments, KkrRegister *reg, KkrTable *facts, GString *text)
{
  g_autofree char *key = data_cell (arguments, facts, "key", 0);
  g_autoptr (KkrTable) all = kkr_register_get_facts_table (reg, key, NULL, NULL, NULL);

  if (all == NULL || kkr_table_get_n_rows (all) < 2)
    return;
  g_string_append_printf (text, "\n%s\n\n",
                          data_word (arguments, "Alle oplysninger under nøglen, i den orden de "
                                                "blev kendt",
                                     "All facts of the key, as they became known"));
  append_rows (arguments, all, key, text);
  append_notes (arguments, all, key, text);
}

int
data_say_facts (const Arguments *arguments, KkrRegister *reg, const char *key, KkrTable *facts)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (arguments->format != FORMAT_TEXT)
    return say_table (arguments, facts);
  append_facts (arguments, facts, key, text);
  if (kkr_table_get_n_rows (facts) == 1)
    append_history (arguments, reg, facts, text);
  return say (text->str);
}

/* What the cells of a table have in common stands below it. */
static void
append_origin (const Arguments *arguments, KkrRegister *reg, const char *key, GString *text)
{
  g_autoptr (KkrTable) facts = kkr_register_get_facts_table (reg, key, NULL, NULL, NULL);

  if (facts == NULL || kkr_table_get_n_rows (facts) == 0)
    return;
  g_string_append_c (text, '\n');
  append_common (arguments, facts, text);
  if (!is_common (arguments, facts, "section"))
    g_string_append_printf (text, "%s kkr data %s/%s\n",
                            data_word (arguments, "Hvor hvert tal står:", "Where each stands:"),
                            key, data_word (arguments, "KOLONNE", "COLUMN"));
}

static gboolean
is_left_out (const Arguments *arguments, const char *column)
{
  static const char *const names[] = { "source", "section", "confirmed", NULL };

  return g_strv_contains (names, column)
         || (g_str_has_suffix (column, "-en") && g_str_equal (arguments->language, "da"));
}

/* Things have many fields, of which most say nothing. */
static void
append_things (const Arguments *arguments, KkrTable *table, GString *text)
{
  gsize n_columns;
  KkrColumn **columns = kkr_table_dup_columns (table, &n_columns);
  g_autofree const char **headings = g_new0 (const char *, n_columns + 1);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  guint n = 0;

  for (gsize i = 0; i < n_columns; i++)
    if (!is_left_out (arguments, kkr_column_get_name (columns[i])))
      headings[n++] = kkr_column_get_title_in (columns[i], arguments->language);
  for (guint row = 0; row < kkr_table_get_n_rows (table); row++)
    for (gsize i = 0; i < n_columns; i++)
      if (!is_left_out (arguments, kkr_column_get_name (columns[i])))
        g_ptr_array_add (cells, kkr_column_dup_text_in (columns[i], row, arguments->language));
  g_string_append_printf (text, "%s\n\n", kkr_table_get_title_in (table, arguments->language));
  data_append_columns (headings, n, cells, text);
  for (gsize i = 0; i < n_columns; i++)
    g_object_unref (columns[i]);
  g_free (columns);
}

int
data_say_table (const Arguments *arguments, KkrRegister *reg, const char *key, KkrTable *contents,
                guint row)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrTable) table = kkr_register_get_table (reg, key, &error);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *printed = NULL;

  if (table == NULL)
    return complain_of_error (error);
  if (arguments->format != FORMAT_TEXT)
    return say_table (arguments, table);
  if (data_is (contents, "kind", row, "things"))
    {
      append_things (arguments, table, text);
      if (strchr (key, '/') == NULL)
        g_string_append_printf (text, "\n%s kkr data %s/ID\n",
                                data_word (arguments, "Alt om en af dem:", "All about one:"), key);
      return say (text->str);
    }
  printed = kkr_table_to_string_in (table, arguments->language);
  g_string_append_printf (text, "%s\n", printed);
  append_origin (arguments, reg, key, text);
  return say (text->str);
}
