/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-case-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-enums-private.h>
#include <libkkr/base/kkr-number-private.h>

gboolean
kkr_case_add_row (KkrCaseBook *book, KkrCase *self, const char *name, const char *title,
                  const KkrPlace *place)
{
  KkrCaseRow row = { name, title };
  g_autofree char *quoted = kkr_text_quote (name);

  if (g_hash_table_contains (self->row_names, name))
    {
      kkr_case_add_problem (&book->findings, KKR_CASE_RULE_DUPLICATE_ROW, place, NULL,
                            _("the same row twice: %s found, another name expected"), quoted);
      return FALSE;
    }
  g_array_append_val (self->rows, row);
  g_hash_table_insert (self->row_names, (gpointer) name, GUINT_TO_POINTER (self->rows->len));
  return TRUE;
}

gboolean
kkr_case_add_column (KkrCaseBook *book, KkrCase *self, const KkrCaseColumn *column,
                     const KkrPlace *place)
{
  g_autofree char *quoted = kkr_text_quote (column->name);

  if (g_hash_table_contains (self->column_names, column->name))
    {
      kkr_case_add_problem (&book->findings, KKR_CASE_RULE_DUPLICATE_COLUMN, place, NULL,
                            _("the same column twice: %s found, another name expected"), quoted);
      return FALSE;
    }
  g_array_append_val (self->columns, *column);
  g_hash_table_insert (self->column_names, (gpointer) column->name,
                       GUINT_TO_POINTER (self->columns->len));
  return TRUE;
}

/* The place of the word among them, or -1 and a problem; -1 too where there is none. */
static int
read_choice (KkrCaseBook *book, const KkrCaseNode *node, KkrCaseAttributeId id,
             const char *const *words)
{
  const char *text = kkr_case_node_get (node, id);
  g_autofree char *quoted = kkr_text_quote (text), *known = NULL;

  if (text == NULL)
    return -1;
  for (int i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], text))
      return i;
  known = g_strjoinv ("/", (char **) words);
  kkr_case_add_problem (&book->findings, KKR_CASE_RULE_BAD_CHOICE,
                        kkr_case_node_place (node, id), NULL,
                        _("bad %s: %s found, %s expected"), kkr_case_attributes[id], quoted,
                        known);
  return -1;
}

static KkrUnit
read_unit (KkrCaseBook *book, const KkrCaseNode *node)
{
  const char *text = kkr_case_node_get (node, KKR_CASE_UNIT);
  g_autoptr (GError) error = NULL;
  KkrUnit unit = text != NULL ? kkr_unit_from_string (text, &error) : KKR_UNIT_UNSET;

  if (error != NULL)
    kkr_case_add_problem (&book->findings, KKR_CASE_RULE_BAD_CHOICE,
                          kkr_case_node_place (node, KKR_CASE_UNIT), NULL, "%s", error->message);
  /* A table prints shares as per cent. */
  return unit == KKR_UNIT_SHARE ? KKR_UNIT_PERCENT : unit;
}

static void
read_column (KkrCaseBook *book, const KkrCaseNode *node, KkrCaseColumn *column)
{
  static const char *const yes_no[] = { "no", "yes", NULL };
  static const char *const scales[] = { "1", "1000", "1000000", "1000000000", NULL };
  static const gint64 factors[] = { 1, 1000, 1000000, 1000000000 };
  int scale = read_choice (book, node, KKR_CASE_SCALE, scales);

  column->danish = kkr_case_node_get (node, KKR_CASE_TITLE_DA);
  column->english = kkr_case_node_get (node, KKR_CASE_TITLE_EN);
  column->unit = read_unit (book, node);
  column->rounded = read_choice (book, node, KKR_CASE_ROUNDED, yes_no);
  column->scale = scale < 0 ? 0 : factors[scale];
}

KkrCaseColumn
kkr_case_describe_column (KkrCaseBook *book, KkrCase *self, const char *name)
{
  KkrCaseColumn column = { .name = name, .rounded = -1 };

  for (guint i = 0; i < self->node->children->len; i++)
    {
      const KkrCaseNode *node = self->node->children->pdata[i];

      if (node->id == KKR_CASE_COLUMN
          && g_strcmp0 (kkr_case_node_get (node, KKR_CASE_NAME), name) == 0)
        {
          read_column (book, node, &column);
          break;
        }
    }
  return column;
}

/* A description of nothing is a slip of the pen. */
static void
check_descriptions (KkrCaseBook *book, KkrCase *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->node->children->len; i++)
    {
      const KkrCaseNode *node = self->node->children->pdata[i];
      const char *name = node->id == KKR_CASE_COLUMN ? kkr_case_node_get (node, KKR_CASE_NAME)
                                                     : NULL;

      if (name == NULL)
        continue;
      if (kkr_case_need_column (book, self, name, kkr_case_node_place (node, KKR_CASE_NAME)) >= 0
          && !g_hash_table_add (seen, (gpointer) name))
        kkr_case_add_problem (&book->findings, KKR_CASE_RULE_DUPLICATE_COLUMN,
                              kkr_case_node_place (node, KKR_CASE_NAME), NULL,
                              _("the same column twice: \"%s\" found, another name expected"),
                              name);
    }
}

/* A line of the grid with its place, cut at the semicolons and rid of blanks. */
typedef struct {
  char **parts;
  guint n_parts;
  gsize offset;
} Line;

static void
clear_line (gpointer data)
{
  g_strfreev (((Line *) data)->parts);
}

static GArray *
split_lines (const KkrCaseNode *grid)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));
  const char *at = grid->text->str;

  g_array_set_clear_func (lines, clear_line);
  while (*at != '\0')
    {
      gsize length = strcspn (at, "\n"), blank = strspn (at, " \t\r\n");

      if (blank >= length)
        {
          at += length + (at[length] != '\0');
          continue;
        }
      else
        {
          g_autofree char *text = g_strndup (at, length);
          Line line = { g_strsplit (text, ";", -1), 0, (gsize) (at + blank - grid->text->str) };

          for (char **part = line.parts; *part != NULL; part++, line.n_parts++)
            g_strstrip (*part);
          g_array_append_val (lines, line);
          at += length + (at[length] != '\0');
        }
    }
  return lines;
}

static void
read_heading (KkrCaseBook *book, KkrCase *self, const KkrCaseNode *grid, const Line *line)
{
  KkrPlace place = kkr_case_node_text_place (grid, line->offset);

  if (line->n_parts < 2)
    kkr_case_add_problem (&book->findings, KKR_CASE_RULE_ROW_LENGTH, &place, NULL,
                          _("no columns: %u name found in the first line of the grid, the corner "
                            "and the names of the columns expected"), line->n_parts);
  for (guint i = 1; i < line->n_parts; i++)
    {
      const char *name = g_string_chunk_insert (book->findings.strings, line->parts[i]);
      KkrCaseColumn column = kkr_case_describe_column (book, self, name);

      kkr_case_add_column (book, self, &column, &place);
    }
}

static void
read_row (KkrCaseBook *book, KkrCase *self, const KkrCaseNode *grid, const Line *line)
{
  KkrPlace place = kkr_case_node_text_place (grid, line->offset);
  const char *name = g_string_chunk_insert (book->findings.strings, line->parts[0]);
  guint first = self->cells->len;

  if (line->n_parts != self->columns->len + 1)
    {
      kkr_case_add_problem (&book->findings, KKR_CASE_RULE_ROW_LENGTH, &place, NULL,
                            _("row \"%s\" is not as long as the first line: %u cells found, %u "
                              "expected"), name, line->n_parts, self->columns->len + 1);
      return;
    }
  if (!kkr_case_add_row (book, self, name, name, &place))
    return;
  g_array_set_size (self->cells, first + self->columns->len);
  for (guint i = 0; i < self->columns->len; i++)
    {
      KkrCaseCell *cell = &g_array_index (self->cells, KkrCaseCell, first + i);
      const KkrCaseColumn *column = &g_array_index (self->columns, KkrCaseColumn, i);
      g_autoptr (GError) error = NULL;

      if (!kkr_case_read_cell (column, line->parts[i + 1], cell, &error))
        kkr_case_add_problem (&book->findings, KKR_CASE_RULE_BAD_NUMBER, &place, NULL,
                              _("row \"%s\", column \"%s\": %s"), name, column->name,
                              error->message);
      else if (cell->text != NULL)
        cell->text = g_string_chunk_insert (book->findings.strings, cell->text);
    }
}

/* What a column's cells are if nothing says so: rounded where one of them has decimals. */
static void
settle_columns (KkrCase *self)
{
  guint n = self->columns->len;

  for (guint i = 0; i < n; i++)
    {
      KkrCaseColumn *column = &g_array_index (self->columns, KkrCaseColumn, i);
      gboolean rounded = column->rounded > 0;

      for (guint j = i; column->rounded < 0 && j < self->cells->len; j += n)
        {
          const KkrCaseCell *cell = &g_array_index (self->cells, KkrCaseCell, j);

          rounded = rounded || (cell->text != NULL && (cell->rounded || cell->side != 0));
        }
      for (guint j = i; j < self->cells->len; j += n)
        g_array_index (self->cells, KkrCaseCell, j).rounded = rounded;
    }
}

static void
read_text (KkrCaseBook *book, KkrCase *self, const KkrCaseNode *grid)
{
  g_autoptr (GArray) lines = split_lines (grid);
  guint n_problems;

  if (lines->len < 2)
    {
      kkr_case_add_problem (&book->findings, KKR_CASE_RULE_MISSING_ELEMENT, &grid->place, NULL,
                            _("a grid without rows: %u lines found, names of columns and a row "
                              "expected"), lines->len);
      return;
    }
  n_problems = book->findings.problems->len;
  read_heading (book, self, grid, &g_array_index (lines, Line, 0));
  if (book->findings.problems->len > n_problems)
    return;
  for (guint i = 1; i < lines->len && !book->findings.stopped; i++)
    {
      book->n_cells += self->columns->len;
      if (book->n_cells > KKR_CASE_MAX_CELLS)
        kkr_case_add_problem (&book->findings, KKR_CASE_RULE_TOO_MUCH, &grid->place, NULL,
                              _("too many cells: more than %d found, at most as many expected"),
                              KKR_CASE_MAX_CELLS);
      else
        read_row (book, self, grid, &g_array_index (lines, Line, i));
    }
}

void
kkr_case_read_grid (KkrCaseBook *book, KkrCase *self)
{
  const KkrCaseNode *grid = NULL;

  for (guint i = 0; i < self->node->children->len; i++)
    {
      const KkrCaseNode *node = self->node->children->pdata[i];

      if (node->id != KKR_CASE_GRID)
        continue;
      if (grid != NULL)
        kkr_case_add_problem (&book->findings, KKR_CASE_RULE_MISPLACED_ELEMENT, &node->place, NULL,
                              _("two grids in a case: a second one found, one expected"));
      else
        grid = node;
    }
  if (grid == NULL)
    {
      kkr_case_add_problem (&book->findings, KKR_CASE_RULE_MISSING_ELEMENT, &self->place, NULL,
                            _("a case without a grid: none found, one expected"));
      return;
    }
  if (kkr_case_node_get (grid, KKR_CASE_TABLE) != NULL)
    kkr_case_read_table (book, self, grid, kkr_case_node_get (grid, KKR_CASE_TABLE));
  else
    read_text (book, self, grid);
  if (self->columns->len > 0)
    check_descriptions (book, self);
  settle_columns (self);
}
