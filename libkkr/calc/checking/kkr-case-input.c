/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-case-relation-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/base/kkr-nearest-private.h>
#include <libkkr/base/kkr-number-private.h>
#include <libkkr/calc/kkr-sheet-state-private.h>

/* The inputs of a calculation: a value, a text, or the grid of a case as a table. */

/* More than any printed number has; what does not end before is refused as an amount. */
#define MAX_DECIMALS 20

static const char *
add_problem (KkrCaseBook *book, const KkrPlace *place, const char *wrong)
{
  kkr_case_add_problem (&book->findings, KKR_CASE_RULE_BAD_INPUT, place, NULL, "%s", wrong);
  return NULL;
}

static void
append_quoted (GString *csv, const char *text)
{
  g_string_append_c (csv, '"');
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *text);
    }
  g_string_append_c (csv, '"');
}

static gboolean
is_text (const KkrSheetColumn *column)
{
  return column->kind == KKR_SHEET_TEXT || column->kind == KKR_SHEET_PERSON;
}

/* A printed figure in full, so that a column of any kind reads what is meant. */
static void
append_cell (GString *csv, const KkrCaseCell *cell, const KkrSheetColumn *column)
{
  g_autofree char *text = NULL;

  if (cell->text == NULL)
    return;
  if (column != NULL && column->kind == KKR_SHEET_AMOUNT)
    text = kkr_format_exact (&cell->value, MAX_DECIMALS, "da");
  else if (column != NULL && !is_text (column))
    text = kkr_rational_to_string (&cell->value);
  append_quoted (csv, text != NULL ? text : cell->text);
}

/* Of a column of the grid: what it is called, or a title that the file gives it. */
static int
find_column (const KkrSheetColumn *columns, const KkrCaseColumn *column)
{
  const char *const names[] = { column->name, column->danish, column->english };
  int found = -1;

  for (guint i = 0; columns != NULL && i < G_N_ELEMENTS (names) && found < 0; i++)
    if (names[i] != NULL)
      found = kkr_sheet_find_column (columns, names[i]);
  return found;
}

/* Rows are the first column of texts that has to be there; they stand as readers call them. */
static const char *
find_row_heading (const KkrSheetColumn *columns)
{
  for (gsize i = 0; columns != NULL && columns[i].name != NULL; i++)
    if (is_text (&columns[i]) && columns[i].required)
      return columns[i].name;
  return "row";
}

static void
append_headings (GString *csv, const KkrCase *in, const KkrSheetColumn *columns)
{
  append_quoted (csv, find_row_heading (columns));
  for (guint i = 0; i < in->columns->len; i++)
    {
      const KkrCaseColumn *column = &g_array_index (in->columns, KkrCaseColumn, i);
      int found = find_column (columns, column);

      g_string_append_c (csv, ';');
      append_quoted (csv, found >= 0 ? columns[found].name : column->name);
    }
  g_string_append_c (csv, '\n');
}

static void
append_row (GString *csv, const KkrCase *in, guint row, const KkrSheetColumn *columns)
{
  append_quoted (csv, g_array_index (in->rows, KkrCaseRow, row).title);
  for (guint i = 0; i < in->columns->len; i++)
    {
      int found = find_column (columns, &g_array_index (in->columns, KkrCaseColumn, i));

      g_string_append_c (csv, ';');
      append_cell (csv, kkr_case_get_cell (in, row, i), found >= 0 ? &columns[found] : NULL);
    }
  g_string_append_c (csv, '\n');
}

/* The grid of a case, or the rows of it that are named. */
static const char *
read_case (KkrCaseBook *book, const KkrCaseNode *node, GParamSpec *pspec)
{
  const KkrSheetColumn *columns = kkr_sheet_get_columns (pspec);
  const KkrCase *in = kkr_case_book_need (book, kkr_case_node_get (node, KKR_CASE_OF_CASE),
                                          kkr_case_node_place (node, KKR_CASE_OF_CASE));
  gboolean named = kkr_case_node_get (node, KKR_CASE_ROWS) != NULL;
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GString) csv = NULL;

  if (in == NULL || in->is_bad)
    return NULL;
  rows = named ? kkr_case_list_rows (book, in, node, KKR_CASE_ROWS) : NULL;
  if (named && rows == NULL)
    return NULL;
  csv = g_string_new (NULL);
  append_headings (csv, in, columns);
  for (guint i = 0; i < (named ? rows->len : in->rows->len); i++)
    append_row (csv, in, named ? g_array_index (rows, guint, i) : i, columns);
  return g_string_chunk_insert (book->findings.strings, csv->str);
}

/* Lines without the spaces that XML is laid out with. */
static const char *
read_text (KkrCaseBook *book, const KkrCaseNode *node)
{
  g_auto (GStrv) lines = g_strsplit (node->text->str, "\n", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (char **line = lines; *line != NULL; line++)
    if (*g_strstrip (*line) != '\0')
      g_string_append_printf (text, "%s\n", *line);
  return g_string_chunk_insert (book->findings.strings, text->str);
}

static gboolean
has_text (const KkrCaseNode *node)
{
  return node->text != NULL && strspn (node->text->str, " \t\r\n") < node->text->len;
}

/* What the input is set from, or NULL and a problem. */
static const char *
read_value (KkrCaseBook *book, const KkrCaseNode *node, GParamSpec *pspec)
{
  const char *value = kkr_case_node_get (node, KKR_CASE_VALUE);
  gboolean is_table = g_type_is_a (pspec->value_type, KKR_TYPE_TABLE);
  gboolean of_case = kkr_case_node_get (node, KKR_CASE_OF_CASE) != NULL;

  if ((value != NULL) + of_case + has_text (node) != 1)
    return add_problem (book, &node->place,
                        _("several values or none found, one of value, case and text expected"));
  if (kkr_case_node_get (node, KKR_CASE_ROWS) != NULL && !of_case)
    return add_problem (book, kkr_case_node_place (node, KKR_CASE_ROWS),
                        _("rows of no case: rows found, a case too expected"));
  if (of_case && !is_table)
    return add_problem (book, kkr_case_node_place (node, KKR_CASE_OF_CASE),
                        _("a case for an input that is no table: one found, a value expected"));
  if (of_case)
    return read_case (book, node, pspec);
  /* Files of cases tell all that they compute with. */
  if (is_table && value != NULL)
    return add_problem (book, kkr_case_node_place (node, KKR_CASE_VALUE),
                        _("a value for a table: one found, a case or text expected"));
  return value != NULL ? value : read_text (book, node);
}

static GParamSpec *
find_input (KkrCaseBook *book, KkrCalculator *calculator, const KkrCaseNode *node,
            KkrCaseAttributeId id)
{
  const char *name = kkr_case_node_get (node, id);
  g_auto (GStrv) names = kkr_calculator_dup_input_names (calculator);
  g_auto (KkrNearest) nearest = { 0 };

  if (name == NULL)
    return NULL;
  if (g_strv_contains ((const char *const *) names, name) && !g_str_equal (name, "register"))
    return g_object_class_find_property (G_OBJECT_GET_CLASS (calculator), name);
  kkr_nearest_init (&nearest, name, 1, FALSE);
  for (char **at = names; *at != NULL; at++)
    kkr_nearest_offer (&nearest, *at);
  kkr_case_add_problem (&book->findings, KKR_CASE_RULE_UNKNOWN_INPUT,
                        kkr_case_node_place (node, id), kkr_nearest_get (&nearest),
                        _("no such input of %s: \"%s\" found"),
                        kkr_calculator_get_name (calculator), name);
  return NULL;
}

gboolean
kkr_case_input_set (KkrCaseBook *book, KkrCalculator *calculator, const KkrCaseNode *node,
                    KkrCaseAttributeId id)
{
  GParamSpec *pspec = find_input (book, calculator, node, id);
  const char *value = pspec != NULL ? read_value (book, node, pspec) : NULL;
  g_autoptr (GError) error = NULL;

  if (value == NULL)
    return FALSE;
  if (kkr_calculator_set_from_string (calculator, pspec->name, value, &error))
    return TRUE;
  kkr_case_add_problem (&book->findings, KKR_CASE_RULE_BAD_INPUT,
                        kkr_case_node_place (node, KKR_CASE_VALUE), NULL, "%s", error->message);
  return FALSE;
}
