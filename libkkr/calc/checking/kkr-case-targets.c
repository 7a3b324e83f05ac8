/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-case-relation-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

/* The cells that a relation is about: one, some of a row, or some of a column. */

static void
add_spot (KkrCaseRelation *self, guint row, guint column)
{
  KkrCaseSpot spot = { self->self, row, column };

  g_array_append_val (self->spots, spot);
}

static gboolean
has_number (const KkrCase *self, guint row, guint column)
{
  return kkr_case_get_cell (self, row, column)->text != NULL;
}

static char *
dup_cell_name (const KkrCase *self, guint row, guint column)
{
  return g_strdup_printf ("[%s|%s]", g_array_index (self->rows, KkrCaseRow, row).name,
                          g_array_index (self->columns, KkrCaseColumn, column).name);
}

static gboolean
refuse (KkrCaseBook *book, const KkrPlace *place, const char *text)
{
  kkr_case_add_problem (&book->findings, KKR_CASE_RULE_BAD_TARGET, place, NULL, "%s", text);
  return FALSE;
}

/* A target is a figure. */
static gboolean
need_number (KkrCaseBook *book, KkrCaseRelation *self, guint row, guint column,
             const KkrPlace *place)
{
  g_autofree char *cell = NULL;

  if (has_number (self->self, row, column))
    {
      add_spot (self, row, column);
      return TRUE;
    }
  cell = dup_cell_name (self->self, row, column);
  kkr_case_add_problem (&book->findings, KKR_CASE_RULE_NO_VALUE, place, NULL,
                        _("the target %s has no number: none found, one expected"), cell);
  return FALSE;
}

/* Those of the list, or all, which have a number in the row or column. Of a list each must. */
static gboolean
add_line (KkrCaseBook *book, KkrCaseRelation *self, gboolean is_row, guint line,
          const GArray *list, const KkrPlace *place)
{
  guint n = list != NULL ? list->len : is_row ? self->self->columns->len : self->self->rows->len;

  for (guint i = 0; i < n; i++)
    {
      guint other = list != NULL ? g_array_index (list, guint, i) : i;
      guint row = is_row ? line : other, column = is_row ? other : line;

      if (list != NULL)
        {
          if (!need_number (book, self, row, column, place))
            return FALSE;
        }
      else if (has_number (self->self, row, column))
        add_spot (self, row, column);
    }
  return TRUE;
}

/* In a relation to a row, `columns` say which targets there are, and in one to a column `rows`;
 * the other list says what they are computed from. */
static gboolean
find_line_targets (KkrCaseBook *book, KkrCaseRelation *self, gboolean is_row)
{
  const KkrCaseAttributeId id = is_row ? KKR_CASE_TARGET_ROW : KKR_CASE_TARGET_COLUMN;
  const KkrCaseAttributeId which = is_row ? KKR_CASE_COLUMNS : KKR_CASE_ROWS;
  g_autoptr (GArray) lines = NULL, list = NULL;

  self->axis = is_row ? KKR_CASE_AXIS_ROW : KKR_CASE_AXIS_COLUMN;
  lines = is_row ? kkr_case_list_rows (book, self->self, self->node, id)
                 : kkr_case_list_columns (book, self->self, self->node, id);
  if (lines == NULL)
    return FALSE;
  if (kkr_case_node_get (self->node, which) != NULL)
    {
      list = is_row ? kkr_case_list_columns (book, self->self, self->node, which)
                    : kkr_case_list_rows (book, self->self, self->node, which);
      if (list == NULL)
        return FALSE;
    }
  for (guint i = 0; i < lines->len; i++)
    if (!add_line (book, self, is_row, g_array_index (lines, guint, i), list,
                   kkr_case_node_place (self->node, id)))
      return FALSE;
  return TRUE;
}

/* "[row|column]"; {column} stands for each of `columns`. */
static gboolean
find_cell_targets (KkrCaseBook *book, KkrCaseRelation *self, const char *text,
                   const KkrPlace *place)
{
  gsize length = strlen (text);
  const char *bar = strchr (text, '|');
  g_autofree char *row_name = NULL, *column_name = NULL;
  g_autoptr (GArray) columns = NULL;
  int row, column;

  if (text[0] != '[' || text[length - 1] != ']' || bar == NULL)
    return refuse (book, place, _("a target that is no cell: \"[row|column]\" expected"));
  row_name = g_strstrip (g_strndup (text + 1, (gsize) (bar - text - 1)));
  column_name = g_strstrip (g_strndup (bar + 1, length - (gsize) (bar - text) - 2));
  row = kkr_case_need_row (book, self->self, row_name, place);
  if (row < 0)
    return FALSE;
  if (!g_str_equal (column_name, "{column}"))
    {
      column = kkr_case_need_column (book, self->self, column_name, place);
      return column >= 0 && need_number (book, self, (guint) row, (guint) column, place);
    }
  if (kkr_case_node_get (self->node, KKR_CASE_COLUMNS) == NULL)
    return refuse (book, place, _("a target in {column} without columns: none found, some "
                                  "expected"));
  columns = kkr_case_list_columns (book, self->self, self->node, KKR_CASE_COLUMNS);
  for (guint i = 0; columns != NULL && i < columns->len; i++)
    if (!need_number (book, self, (guint) row, g_array_index (columns, guint, i), place))
      return FALSE;
  return columns != NULL;
}

gboolean
kkr_case_relation_find_targets (KkrCaseBook *book, KkrCaseRelation *self)
{
  const char *cell = kkr_case_node_get (self->node, KKR_CASE_TARGET);
  const char *row = kkr_case_node_get (self->node, KKR_CASE_TARGET_ROW);
  const char *column = kkr_case_node_get (self->node, KKR_CASE_TARGET_COLUMN);
  guint n = (cell != NULL) + (row != NULL) + (column != NULL);
  gboolean good;

  if (n != 1)
    {
      kkr_case_add_problem (&book->findings, KKR_CASE_RULE_BAD_TARGET, &self->node->place, NULL,
                            _("%u targets found, one of target, target-row and target-column "
                              "expected"), n);
      return FALSE;
    }
  good = cell != NULL ? find_cell_targets (book, self, cell,
                                           kkr_case_node_place (self->node, KKR_CASE_TARGET))
                      : find_line_targets (book, self, row != NULL);
  if (good && self->spots->len == 0)
    return refuse (book, &self->node->place, _("a relation about no figure: none found, one "
                                               "expected"));
  return good;
}
