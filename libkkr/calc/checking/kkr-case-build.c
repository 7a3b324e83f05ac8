/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-case-relation-private.h>

#include <glib/gi18n-lib.h>

/* What a target is computed from. */

static void
add_term (KkrCaseFormula *formula, const KkrCase *in, guint row, guint column, int sign)
{
  KkrCaseTerm term = { { in, row, column }, NULL, sign };

  if (kkr_case_get_cell (in, row, column)->text != NULL)
    g_array_append_val (formula->terms, term);
}

/* The rows or columns of the list, crossed with those of the other. */
static void
add_terms (KkrCaseFormula *formula, const KkrCase *in, const GArray *rows, const GArray *columns,
           int sign)
{
  for (guint i = 0; i < rows->len; i++)
    for (guint j = 0; j < columns->len; j++)
      add_term (formula, in, g_array_index (rows, guint, i), g_array_index (columns, guint, j),
                sign);
}

/* Of another case, the row or column that is called as the target's. */
static GArray *
list_own (KkrCaseBook *book, const KkrCaseRelation *self, const KkrCaseSpot *target,
          gboolean is_row)
{
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (guint));
  const KkrPlace *place = &self->node->place;
  guint index = is_row ? target->row : target->column;
  int found = (int) index;

  if (self->in != self->self)
    found = is_row ? kkr_case_need_row (book, self->in, kkr_case_spot_row_name (target), place)
                   : kkr_case_need_column (book, self->in, kkr_case_spot_column_name (target),
                                           place);
  if (found < 0)
    return NULL;
  index = (guint) found;
  g_array_append_val (list, index);
  return g_steal_pointer (&list);
}

static gboolean
build_sum (KkrCaseBook *book, const KkrCaseRelation *self, const KkrCaseSpot *target,
           KkrCaseFormula *formula)
{
  g_autoptr (GArray) rows = self->rows != NULL ? g_array_ref (self->rows)
                                               : list_own (book, self, target, TRUE);
  g_autoptr (GArray) columns = self->columns != NULL ? g_array_ref (self->columns)
                                                     : list_own (book, self, target, FALSE);

  if (rows == NULL || columns == NULL)
    return FALSE;
  add_terms (formula, self->in, rows, columns, 1);
  if (self->minus != NULL)
    add_terms (formula, self->in, self->rows != NULL ? self->minus : rows,
               self->rows != NULL ? columns : self->minus, -1);
  if (formula->terms->len == 0)
    {
      kkr_case_add_problem (&book->findings, KKR_CASE_RULE_NO_VALUE, &self->node->place, NULL,
                            _("nothing to add up for [%s|%s]: no number found, one expected"),
                            kkr_case_spot_row_name (target), kkr_case_spot_column_name (target));
      return FALSE;
    }
  if (self->node->id == KKR_CASE_MEAN)
    formula->divisor = formula->terms->len;
  return TRUE;
}

static gboolean
add_operand (KkrCaseBook *book, const KkrCaseReference *reference, const char *row,
             const char *column, const KkrPlace *place, KkrCaseFormula *formula)
{
  KkrCaseTerm term = { .name = reference->name, .sign = 1 };

  if (!kkr_case_reference_resolve (book, reference, row, column, place, &term.spot))
    return FALSE;
  if (kkr_case_spot_get (&term.spot)->text == NULL)
    {
      if (place != NULL)
        kkr_case_add_problem (&book->findings, KKR_CASE_RULE_NO_VALUE, place, NULL,
                              _("[%s|%s] has no number: none found, one expected"),
                              kkr_case_spot_row_name (&term.spot),
                              kkr_case_spot_column_name (&term.spot));
      return FALSE;
    }
  g_array_append_val (formula->terms, term);
  return TRUE;
}

gboolean
kkr_case_expression_add_operands (KkrCaseBook *book, const KkrCaseExpression *self,
                                  const char *row, const char *column, const KkrPlace *place,
                                  KkrCaseFormula *formula)
{
  formula->expression = self->text;
  for (guint i = 0; i < self->references->len; i++)
    if (!add_operand (book, &g_array_index (self->references, KkrCaseReference, i), row, column,
                      place, formula))
      return FALSE;
  return TRUE;
}

guint64
kkr_case_relation_count_terms (const KkrCaseRelation *self)
{
  guint64 n = self->conditions->len > 0 ? self->conditions->len : 1;

  n *= self->rows != NULL ? MAX (self->rows->len, 1) : 1;
  n *= self->columns != NULL ? MAX (self->columns->len, 1) : 1;
  return n + (self->minus != NULL ? self->minus->len : 0)
         + (self->expression != NULL ? self->expression->references->len : 0);
}

static gboolean
is_same_spot (const KkrCaseSpot *a, const KkrCaseSpot *b)
{
  return a->in == b->in && a->row == b->row && a->column == b->column;
}

/* What is computed from itself, or from no figure at all, says nothing of what is printed. */
static gboolean
check_terms (KkrCaseBook *book, const KkrCaseRelation *self, const KkrCaseSpot *target,
             const KkrCaseFormula *formula)
{
  const KkrPlace *place = kkr_case_node_place (self->node, KKR_CASE_EXPRESSION);

  if (formula->terms->len == 0)
    kkr_case_add_problem (&book->findings, KKR_CASE_RULE_BAD_EXPRESSION, place, NULL,
                          _("a formula without figures: none found, at least one expected"));
  for (guint i = 0; i < formula->terms->len; i++)
    if (is_same_spot (&g_array_index (formula->terms, KkrCaseTerm, i).spot, target))
      {
        kkr_case_add_problem (&book->findings, KKR_CASE_RULE_BAD_EXPRESSION, place, NULL,
                              _("[%s|%s] is computed from itself: other figures expected"),
                              kkr_case_spot_row_name (target), kkr_case_spot_column_name (target));
        return FALSE;
      }
  return formula->terms->len > 0;
}

gboolean
kkr_case_relation_build (KkrCaseBook *book, const KkrCaseRelation *self,
                         const KkrCaseSpot *target, KkrCaseFormula *formula)
{
  const KkrPlace *place = kkr_case_node_place (self->node, KKR_CASE_EXPRESSION);
  gboolean built;

  if (self->node->id == KKR_CASE_SUM || self->node->id == KKR_CASE_MEAN)
    built = build_sum (book, self, target, formula);
  else
    built = kkr_case_expression_add_operands (book, self->expression,
                                              kkr_case_spot_row_name (target),
                                              kkr_case_spot_column_name (target), place, formula);
  return built && check_terms (book, self, target, formula);
}
