/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-result-private.h>

#include <string.h>

#include <json-glib/json-glib.h>

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/calc/kkr-calculator-private.h>

static gboolean
is_worth_saying (GParamSpec *pspec)
{
  const GValue *value = g_param_spec_get_default_value (pspec);

  return (G_VALUE_HOLDS_STRING (value) && g_value_get_string (value) != NULL) ||
         G_VALUE_HOLDS_ENUM (value) ||
         (G_VALUE_HOLDS_INT64 (value) && g_value_get_int64 (value) != 0);
}

char **
kkr_result_dup_input_lines (KkrResult *self, const char *language)
{
  KkrCalculator *calculator = kkr_result_get_calculator (self);
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_auto (GStrv) names = kkr_calculator_dup_input_names (calculator);

  for (guint i = 0; names[i] != NULL; i++)
    {
      GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (calculator), names[i]);
      g_autofree char *label = kkr_param_text_in (g_param_spec_get_nick (pspec), language);
      g_autofree char *text = g_strdup (kkr_calculator_get_told (calculator, names[i], language));

      if (text == NULL &&
          (kkr_calculator_is_assigned (calculator, names[i]) || is_worth_saying (pspec)))
        text = kkr_calculator_dup_input_text_in (calculator, pspec, language);
      if (text == NULL)
        continue;
      g_strv_builder_add (lines, names[i]);
      g_strv_builder_add (lines, label);
      g_strv_builder_add (lines, text);
    }
  return g_strv_builder_end (lines);
}

static void
append_inputs (GString *text, KkrResult *self, const char *language)
{
  g_auto (GStrv) lines = kkr_result_dup_input_lines (self, language);
  glong width = 0;

  for (guint i = 0; lines[i] != NULL; i += 3)
    width = MAX (width, g_utf8_strlen (lines[i + 1], -1));
  for (guint i = 0; lines[i] != NULL; i += 3)
    g_string_append_printf (text, "  %s:%*s %s\n", lines[i + 1],
                            (int) (width - g_utf8_strlen (lines[i + 1], -1)), "", lines[i + 2]);
}

static void
append_tables (GString *text, KkrResult *self, const char *language)
{
  GListModel *tables = kkr_result_get_tables (self);

  for (guint i = 0; i < g_list_model_get_n_items (tables); i++)
    {
      g_autoptr (KkrTable) table = g_list_model_get_item (tables, i);
      g_autofree char *printed = kkr_table_to_string_in (table, language);

      g_string_append_printf (text, "\n%s", printed);
      if (!g_str_has_suffix (printed, "\n"))
        g_string_append_c (text, '\n');
    }
}

static void
append_wrapped (GString *text, const char *paragraph, const char *first, const char *indent)
{
  g_auto (GStrv) words = g_strsplit (paragraph, " ", -1);
  glong column = g_utf8_strlen (first, -1);

  g_string_append (text, first);
  for (guint i = 0; words[i] != NULL; i++)
    {
      glong length = g_utf8_strlen (words[i], -1);

      if (i > 0 && column + 1 + length > 96)
        {
          g_string_append_printf (text, "\n%s", indent);
          column = g_utf8_strlen (indent, -1);
        }
      else if (i > 0)
        {
          g_string_append_c (text, ' ');
          column++;
        }
      g_string_append (text, words[i]);
      column += length;
    }
  g_string_append_c (text, '\n');
}

static void
append_notes (GString *text, KkrResult *self, const char *language)
{
  GListModel *notes = kkr_result_get_notes (self);

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (KkrNote) note = g_list_model_get_item (notes, i);
      g_autofree char *printed = kkr_note_to_string_in (note, language);

      if (i == 0)
        g_string_append_printf (text, "\n%s\n", kkr_text_in (language, "Noter:", "Notes:"));
      append_wrapped (text, printed, "  - ", "    ");
    }
}

/**
 * kkr_result_to_string:
 * @self: a [class@Result]
 *
 * Gives the inputs that were used, the tables and the notes as Danish text.
 *
 * Returns: (transfer full): the text
 *
 * Since: 0.1
 */
char *
kkr_result_to_string (KkrResult *self)
{
  return kkr_result_to_string_in (self, "da");
}

/**
 * kkr_result_to_string_in:
 * @self: a [class@Result]
 * @language: `da` or `en`
 *
 * Gives the inputs that were used, the tables and the notes as text.
 *
 * Returns: (transfer full): the text
 *
 * Since: 0.1
 */
char *
kkr_result_to_string_in (KkrResult *self, const char *language)
{
  g_autoptr (GString) text = NULL;

  g_return_val_if_fail (KKR_IS_RESULT (self), NULL);

  text = g_string_new (NULL);
  if (kkr_result_get_calculator (self) != NULL)
    {
      g_string_append_printf (
        text, "%s\n", kkr_calculator_get_title_in (kkr_result_get_calculator (self), language));
      append_inputs (text, self, language);
    }
  append_tables (text, self, language);
  append_notes (text, self, language);
  g_string_truncate (text, strlen (g_strchomp (text->str)));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * kkr_result_to_csv:
 * @self: a [class@Result]
 *
 * Gives the main table as CSV by RFC 4180, as [method@Table.to_csv] does.
 *
 * Returns: (transfer full): the text, empty without a table
 *
 * Since: 0.1
 */
char *
kkr_result_to_csv (KkrResult *self)
{
  KkrTable *table;

  g_return_val_if_fail (KKR_IS_RESULT (self), NULL);

  table = kkr_result_get_table (self);
  return table != NULL ? kkr_table_to_csv (table) : g_strdup ("");
}

/**
 * kkr_result_to_csv_danish:
 * @self: a [class@Result]
 *
 * Gives the main table as Danish CSV, as [method@Table.to_csv_danish] does.
 *
 * Returns: (transfer full): the text, empty without a table
 *
 * Since: 0.1
 */
char *
kkr_result_to_csv_danish (KkrResult *self)
{
  KkrTable *table;

  g_return_val_if_fail (KKR_IS_RESULT (self), NULL);

  table = kkr_result_get_table (self);
  return table != NULL ? kkr_table_to_csv_danish (table) : g_strdup ("");
}

static void
add_json_text (JsonBuilder *builder, const char *name, const char *danish, const char *english)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "da");
  json_builder_add_string_value (builder, danish);
  json_builder_set_member_name (builder, "en");
  json_builder_add_string_value (builder, english);
  json_builder_end_object (builder);
}

static void
add_json_inputs (JsonBuilder *builder, KkrResult *self)
{
  g_auto (GStrv) danish = kkr_result_dup_input_lines (self, "da");
  g_auto (GStrv) english = kkr_result_dup_input_lines (self, "en");

  json_builder_set_member_name (builder, "inputs");
  json_builder_begin_object (builder);
  for (guint i = 0; danish[i] != NULL; i += 3)
    add_json_text (builder, danish[i], danish[i + 2], english[i + 2]);
  json_builder_end_object (builder);
}

static void
add_json_notes (JsonBuilder *builder, KkrResult *self)
{
  GListModel *notes = kkr_result_get_notes (self);

  json_builder_set_member_name (builder, "notes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (KkrNote) note = g_list_model_get_item (notes, i);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "kind");
      json_builder_add_string_value (builder, kkr_note_kind_to_string (kkr_note_get_kind (note)));
      add_json_text (builder, "text", kkr_note_get_danish (note), kkr_note_get_english (note));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_json_tables (JsonBuilder *builder, KkrResult *self)
{
  GListModel *tables = kkr_result_get_tables (self);

  json_builder_set_member_name (builder, "tables");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (tables); i++)
    {
      g_autoptr (KkrTable) table = g_list_model_get_item (tables, i);
      g_autofree char *text = kkr_table_to_json (table);

      json_builder_add_value (builder, json_from_string (text, NULL));
    }
  json_builder_end_array (builder);
}

/**
 * kkr_result_to_json:
 * @self: a [class@Result]
 *
 * Gives everything as JSON: the calculator's name and title, the inputs that were used, the
 * register they came from, the tables as [method@Table.to_json] gives them, and the notes.
 *
 * Returns: (transfer full): the text
 *
 * Since: 0.1
 */
char *
kkr_result_to_json (KkrResult *self)
{
  g_autoptr (JsonBuilder) builder = NULL;
  g_autoptr (JsonNode) root = NULL;
  KkrCalculator *calculator;

  g_return_val_if_fail (KKR_IS_RESULT (self), NULL);

  builder = json_builder_new ();
  calculator = kkr_result_get_calculator (self);
  json_builder_begin_object (builder);
  if (calculator != NULL)
    {
      json_builder_set_member_name (builder, "calculator");
      json_builder_add_string_value (builder, kkr_calculator_get_name (calculator));
      add_json_text (builder, "title", kkr_calculator_get_title_in (calculator, "da"),
                     kkr_calculator_get_title_in (calculator, "en"));
      add_json_inputs (builder, self);
    }
  add_json_tables (builder, self);
  add_json_notes (builder, self);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, TRUE);
}

/**
 * kkr_result_to_html:
 * @self: a [class@Result]
 *
 * Gives the inputs, the tables and the notes as an HTML fragment.
 *
 * Returns: (transfer full): the text
 *
 * Since: 0.1
 */
char *
kkr_result_to_html (KkrResult *self)
{
  g_autoptr (GString) html = NULL;
  g_autofree char *rest = NULL;

  g_return_val_if_fail (KKR_IS_RESULT (self), NULL);

  html = g_string_new ("<div class=\"kkr-result\">\n");
  if (kkr_result_get_calculator (self) != NULL)
    {
      g_auto (GStrv) lines = kkr_result_dup_input_lines (self, "da");

      for (guint i = 0; lines[i] != NULL; i += 3)
        {
          g_autofree char *line = g_markup_printf_escaped (
            "%s<dt>%s</dt><dd>%s</dd>\n", "", lines[i + 1], lines[i + 2]);

          g_string_append_printf (html, "%s%s", i == 0 ? "<dl>\n" : "", line);
        }
      g_string_append (html, lines[0] != NULL ? "</dl>\n" : "");
    }
  for (guint i = 0; i < g_list_model_get_n_items (kkr_result_get_tables (self)); i++)
    {
      g_autoptr (KkrTable) table = g_list_model_get_item (kkr_result_get_tables (self), i);
      g_autofree char *fragment = kkr_table_to_html (table);

      g_string_append (html, fragment);
    }
  for (guint i = 0; i < g_list_model_get_n_items (kkr_result_get_notes (self)); i++)
    {
      g_autoptr (KkrNote) note = g_list_model_get_item (kkr_result_get_notes (self), i);
      g_autofree char *line = g_markup_printf_escaped ("<p class=\"kkr-note\">%s</p>\n",
                                                       kkr_note_get_danish (note));

      g_string_append (html, line);
    }
  g_string_append (html, "</div>\n");
  return g_string_free (g_steal_pointer (&html), FALSE);
}

/**
 * kkr_result___str__:
 * @self: a [class@Result]
 *
 * The same as [method@Result.to_string], for Python.
 *
 * Returns: (transfer full): the text
 *
 * Since: 0.1
 */
char *
kkr_result___str__ (KkrResult *self)
{
  return kkr_result_to_string (self);
}

/**
 * kkr_result___repr__:
 * @self: a [class@Result]
 *
 * One line for Python's prompt.
 *
 * Returns: (transfer full): the line
 *
 * Since: 0.1
 */
char *
kkr_result___repr__ (KkrResult *self)
{
  KkrCalculator *calculator;

  g_return_val_if_fail (KKR_IS_RESULT (self), NULL);

  calculator = kkr_result_get_calculator (self);
  return g_strdup_printf ("<Kkr.Result of %s, %u tables>",
                          calculator != NULL ? kkr_calculator_get_name (calculator) : "nothing",
                          g_list_model_get_n_items (kkr_result_get_tables (self)));
}

/**
 * kkr_result__repr_html_:
 * @self: a [class@Result]
 *
 * The same as [method@Result.to_html], for notebooks.
 *
 * Returns: (transfer full): the text
 *
 * Since: 0.1
 */
char *
kkr_result__repr_html_ (KkrResult *self)
{
  return kkr_result_to_html (self);
}
