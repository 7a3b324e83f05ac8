/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-result-private.h>

#include <string.h>

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/calc/kkr-batch-run-private.h>
#include <libkkr/calc/kkr-calculator-private.h>
#include <libkkr/calc/kkr-choice-names-private.h>

/* A default that says something was used; one of zero or nothing was not. */
static gboolean
is_worth_saying (GParamSpec *pspec)
{
  const GValue *value = g_param_spec_get_default_value (pspec);

  return (G_VALUE_HOLDS_STRING (value) && g_value_get_string (value) != NULL &&
          *g_value_get_string (value) != '\0') ||
         G_VALUE_HOLDS_ENUM (value) ||
         (G_VALUE_HOLDS_BOOLEAN (value) && g_value_get_boolean (value)) ||
         (G_VALUE_HOLDS_INT (value) && g_value_get_int (value) != 0) ||
         (G_VALUE_HOLDS_INT64 (value) && g_value_get_int64 (value) != 0) ||
         (G_VALUE_HOLDS_DOUBLE (value) &&
          (g_value_get_double (value) < 0 || g_value_get_double (value) > 0));
}

/* A choice by its name, with the word for it that a program takes. */
static char *
print_choice (GParamSpec *pspec, const char *nick, const char *language)
{
  GEnumValue *value = g_enum_get_value_by_nick (G_PARAM_SPEC_ENUM (pspec)->enum_class, nick);
  const char *name = value != NULL ? kkr_param_choice_name (pspec, value->value, language) : NULL;

  return name != NULL ? g_strdup_printf ("%s (%s)", name, nick) : g_strdup (nick);
}

/* The price level is text, and still a choice that has a name in each language. */
static char *
print_input (KkrCalculator *calculator, GParamSpec *pspec, const char *language)
{
  g_autofree char *text = kkr_calculator_dup_input_text_in (calculator, pspec, language);

  if (G_IS_PARAM_SPEC_ENUM (pspec) && text != NULL)
    return print_choice (pspec, text, language);
  if (!g_str_equal (pspec->name, "price-level") || g_strcmp0 (text, "nominal") != 0)
    return g_steal_pointer (&text);
  return g_strdup (kkr_text_in (language, "løbende priser (nominal)",
                                "current prices (nominal)"));
}

static gboolean
has_money (KkrResult *self)
{
  GListModel *tables = kkr_result_get_tables (self);

  for (guint i = 0; i < g_list_model_get_n_items (tables); i++)
    {
      g_autoptr (KkrTable) table = g_list_model_get_item (tables, i);
      GListModel *columns = kkr_table_get_columns (table);

      for (guint j = 0; j < g_list_model_get_n_items (columns); j++)
        {
          g_autoptr (KkrColumn) column = g_list_model_get_item (columns, j);
          KkrUnit unit = kkr_column_get_unit (column);

          if (unit == KKR_UNIT_AMOUNT || unit == KKR_UNIT_RATE)
            return TRUE;
        }
    }
  return FALSE;
}

/* Also when nobody gave it; but in what prices matters to money alone. */
static gboolean
is_told (KkrResult *self, GParamSpec *pspec)
{
  return kkr_calculator_is_assigned (kkr_result_get_calculator (self), pspec->name)
         || (is_worth_saying (pspec)
             && (!g_str_equal (pspec->name, "price-level") || has_money (self)));
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
      g_autofree char *label = kkr_param_label_in (pspec, language);
      g_autofree char *text = g_strdup (kkr_calculator_get_told (calculator, names[i], language));

      if (kkr_result_get_batch (self) != NULL &&
          kkr_batch_sets (kkr_result_get_batch (self), pspec))
        text = g_strdup (kkr_text_in (language, "som scenarierne angiver",
                                      "as the scenarios say"));
      if (text == NULL && is_told (self, pspec))
        text = print_input (calculator, pspec, language);
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
append_batch (GString *text, KkrResult *self, const char *language)
{
  g_autofree char *printed = kkr_result_print_batch (self, language);

  g_string_append_printf (text, "\n%s\n", printed);
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
  if (kkr_result_get_batch (self) != NULL)
    append_batch (text, self, language);
  else
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
