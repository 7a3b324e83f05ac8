/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-case-relation-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

static void
clear_condition (gpointer data)
{
  g_clear_pointer (&((KkrCaseCondition *) data)->difference, kkr_case_expression_free);
}

void
kkr_case_relation_free (KkrCaseRelation *self)
{
  g_clear_pointer (&self->spots, g_array_unref);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_pointer (&self->minus, g_array_unref);
  g_clear_pointer (&self->expression, kkr_case_expression_free);
  g_clear_pointer (&self->conditions, g_array_unref);
  g_clear_pointer (&self->results, g_ptr_array_unref);
  g_free (self);
}

gboolean
kkr_case_is_target_row (const KkrCase *self, const char *name)
{
  for (guint i = 0; i < self->node->children->len; i++)
    {
      const KkrCaseNode *node = self->node->children->pdata[i];
      const char *rows = node->id == KKR_CASE_SUM || node->id == KKR_CASE_MEAN
                           ? kkr_case_node_get (node, KKR_CASE_TARGET_ROW) : NULL;
      g_auto (GStrv) names = rows != NULL ? g_strsplit (rows, ";", -1) : NULL;

      for (char **at = names; at != NULL && *at != NULL; at++)
        if (g_str_equal (g_strstrip (*at), name))
          return TRUE;
    }
  return FALSE;
}

/* All above the first target; below it, if it is the first row of the grid. */
static GArray *
find_default_rows (const KkrCaseRelation *self)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));
  guint target = g_array_index (self->spots, KkrCaseSpot, 0).row;
  gboolean other = self->in != self->self;
  guint from = !other && target == 0 ? 1 : 0;
  guint to = other || target == 0 ? self->in->rows->len : target;

  for (guint i = from; i < to; i++)
    if (other || !kkr_case_is_target_row (self->in,
                                          g_array_index (self->in->rows, KkrCaseRow, i).name))
      g_array_append_val (rows, i);
  return rows;
}

static gboolean
read_rows (KkrCaseBook *book, KkrCaseRelation *self)
{
  const KkrCaseNode *node = self->node;

  if (kkr_case_node_get (node, KKR_CASE_ROWS) != NULL)
    self->rows = kkr_case_list_rows (book, self->in, node, KKR_CASE_ROWS);
  else if (self->axis == KKR_CASE_AXIS_ROW || self->columns == NULL)
    self->rows = find_default_rows (self);
  else
    return TRUE;
  if (self->rows != NULL && kkr_case_node_get (node, KKR_CASE_MINUS_ROWS) != NULL)
    {
      self->minus = kkr_case_list_rows (book, self->in, node, KKR_CASE_MINUS_ROWS);
      return self->minus != NULL;
    }
  return self->rows != NULL;
}

static gboolean
read_columns (KkrCaseBook *book, KkrCaseRelation *self)
{
  const KkrCaseNode *node = self->node;

  if (kkr_case_node_get (node, KKR_CASE_COLUMNS) != NULL)
    self->columns = kkr_case_list_columns (book, self->in, node, KKR_CASE_COLUMNS);
  else if (self->axis == KKR_CASE_AXIS_NONE)
    return TRUE;
  else
    kkr_case_add_problem (&book->findings, KKR_CASE_RULE_BAD_TARGET, &node->place, NULL,
                          _("nothing to add up: no columns found, some expected"));
  if (self->columns != NULL && kkr_case_node_get (node, KKR_CASE_MINUS_COLUMNS) != NULL)
    {
      self->minus = kkr_case_list_columns (book, self->in, node, KKR_CASE_MINUS_COLUMNS);
      return self->minus != NULL;
    }
  return self->columns != NULL;
}

/* What is added up: rows where the target is a row, columns where it is a column; for one cell
 * either, or the cells where rows and columns cross. */
static gboolean
read_terms (KkrCaseBook *book, KkrCaseRelation *self)
{
  gboolean minus_rows = kkr_case_node_get (self->node, KKR_CASE_MINUS_ROWS) != NULL;
  gboolean minus_columns = kkr_case_node_get (self->node, KKR_CASE_MINUS_COLUMNS) != NULL;

  if (self->axis != KKR_CASE_AXIS_ROW && !read_columns (book, self))
    return FALSE;
  if (self->axis != KKR_CASE_AXIS_COLUMN && !read_rows (book, self))
    return FALSE;
  if ((minus_rows && self->rows == NULL) || (minus_columns && self->columns == NULL)
      || (minus_rows && minus_columns)
      || (self->minus != NULL && self->rows != NULL && self->columns != NULL))
    {
      kkr_case_add_problem (&book->findings, KKR_CASE_RULE_BAD_TARGET, &self->node->place, NULL,
                            _("minus-rows belong to a sum of rows, minus-columns to one of "
                              "columns"));
      return FALSE;
    }
  return TRUE;
}

/* The total need not be compared with itself. */
static void
remove_row (KkrCaseRelation *self, const char *name)
{
  int row = kkr_case_find_row (self->self, name);

  for (guint i = self->spots->len; i > 0; i--)
    if ((int) g_array_index (self->spots, KkrCaseSpot, i - 1).row == row)
      g_array_remove_index (self->spots, i - 1);
}

static gboolean
read_share (KkrCaseBook *book, KkrCaseRelation *self)
{
  const KkrCaseNode *node = self->node;
  const char *of = kkr_case_node_get (node, KKR_CASE_OF);
  const char *total = kkr_case_node_get (node, KKR_CASE_TOTAL_ROW);
  g_autofree char *text = NULL;

  if (of == NULL || total == NULL
      || kkr_case_need_column (book, self->self, of, kkr_case_node_place (node, KKR_CASE_OF)) < 0
      || kkr_case_need_row (book, self->self, total,
                            kkr_case_node_place (node, KKR_CASE_TOTAL_ROW)) < 0)
    return FALSE;
  if (kkr_case_node_get (node, KKR_CASE_ROWS) == NULL)
    remove_row (self, total);
  text = g_strdup_printf ("100 * [%s] / [%s|%s]", of, total, of);
  self->expression = kkr_case_expression_new (book, self->self, KKR_CASE_AXIS_COLUMN, text,
                                              &node->place);
  return self->expression != NULL;
}

static gboolean
has_operands (KkrCaseBook *book, const KkrCaseRelation *self, const KkrCaseSpot *spot)
{
  const char *row = g_array_index (self->self->rows, KkrCaseRow, spot->row).name;
  const char *column = g_array_index (self->self->columns, KkrCaseColumn, spot->column).name;

  for (guint i = 0; i < self->expression->references->len; i++)
    {
      KkrCaseSpot operand;

      if (kkr_case_reference_resolve (book, &g_array_index (self->expression->references,
                                                           KkrCaseReference, i),
                                      row, column, NULL, &operand)
          && kkr_case_spot_get (&operand)->text == NULL)
        return FALSE;
    }
  return TRUE;
}

/* Where the targets are not named, those that lack something to compute with are none. */
static gboolean
read_formula (KkrCaseBook *book, KkrCaseRelation *self)
{
  const char *text = kkr_case_node_get (self->node, KKR_CASE_EXPRESSION);
  gboolean named = self->axis == KKR_CASE_AXIS_NONE
                   || kkr_case_node_get (self->node, self->axis == KKR_CASE_AXIS_ROW
                                                       ? KKR_CASE_COLUMNS : KKR_CASE_ROWS) != NULL;

  self->expression =
    kkr_case_expression_new (book, self->in, self->axis, text,
                             kkr_case_node_place (self->node, KKR_CASE_EXPRESSION));
  if (self->expression == NULL)
    return FALSE;
  for (guint i = self->spots->len; i > 0 && !named; i--)
    if (!has_operands (book, self, &g_array_index (self->spots, KkrCaseSpot, i - 1)))
      g_array_remove_index (self->spots, i - 1);
  if (self->spots->len > 0)
    return TRUE;
  kkr_case_add_problem (&book->findings, KKR_CASE_RULE_BAD_TARGET, &self->node->place, NULL,
                        _("a relation about no figure: none found, one expected"));
  return FALSE;
}

static gboolean
read_kind (KkrCaseBook *book, KkrCaseRelation *self)
{
  switch (self->node->id)
    {
    case KKR_CASE_SUM:
    case KKR_CASE_MEAN:
      return kkr_case_relation_find_targets (book, self) && read_terms (book, self);
    case KKR_CASE_SHARE:
      return kkr_case_relation_find_targets (book, self) && read_share (book, self);
    case KKR_CASE_FORMULA:
    case KKR_CASE_EQUAL:
      return kkr_case_node_get (self->node, KKR_CASE_EXPRESSION) != NULL
             && kkr_case_relation_find_targets (book, self) && read_formula (book, self);
    case KKR_CASE_COUNT:
      return kkr_case_relation_find_targets (book, self)
             && kkr_case_relation_read_conditions (book, self);
    case KKR_CASE_CALCULATION:
      return kkr_case_relation_read_results (book, self);
    case KKR_CASE_CASES:
    case KKR_CASE_CASE:
    case KKR_CASE_GRID:
    case KKR_CASE_COLUMN:
    case KKR_CASE_INPUT:
    case KKR_CASE_RESULT:
    case KKR_CASE_READING:
    case KKR_CASE_EXCEPTION:
    case KKR_CASE_N_ELEMENTS:
    default:
      g_return_val_if_reached (FALSE);
    }
}

KkrCaseRelation *
kkr_case_relation_new (KkrCaseBook *book, KkrCase *self, const KkrCaseNode *node)
{
  g_autoptr (KkrCaseRelation) relation = g_new0 (KkrCaseRelation, 1);

  relation->node = node;
  relation->self = self;
  relation->in = self;
  relation->spots = g_array_new (FALSE, FALSE, sizeof (KkrCaseSpot));
  relation->conditions = g_array_new (FALSE, FALSE, sizeof (KkrCaseCondition));
  g_array_set_clear_func (relation->conditions, clear_condition);
  if (kkr_case_node_get (node, KKR_CASE_IN) != NULL
      && (relation->in = kkr_case_book_need (book, kkr_case_node_get (node, KKR_CASE_IN),
                                             kkr_case_node_place (node, KKR_CASE_IN))) == NULL)
    return NULL;
  if (!kkr_case_read_verdict (book, node, &relation->expected) || !read_kind (book, relation))
    return NULL;
  return g_steal_pointer (&relation);
}
