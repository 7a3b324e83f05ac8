/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-case-relation-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-number-private.h>

/* How many rows satisfy a condition. */

static gsize
sign_length (const char *at)
{
  static const char *const signs[] = { "<=", ">=", "<>", "<", ">", "=", NULL };

  for (const char *const *sign = signs; *sign != NULL; sign++)
    if (g_str_has_prefix (at, *sign))
      return strlen (*sign);
  return 0;
}

/* The first sign that stands outside of brackets, or NULL. */
static const char *
find_sign (const char *text)
{
  gboolean inside = FALSE;

  for (const char *at = text; *at != '\0'; at++)
    if (*at == '[' || *at == ']')
      inside = *at == '[';
    else if (!inside && sign_length (at) > 0)
      return at;
  return NULL;
}

static gboolean
read_condition (KkrCaseBook *book, KkrCaseRelation *self, const char *text, const KkrPlace *place)
{
  const char *sign = find_sign (text);
  gsize length = sign != NULL ? sign_length (sign) : 0;
  KkrCaseCondition condition = { NULL };
  g_autofree char *left = NULL, *kept = NULL, *difference = NULL, *quoted = kkr_text_quote (text);

  if (sign == NULL || find_sign (sign + length) != NULL)
    {
      kkr_case_add_problem (&book->findings, KKR_CASE_RULE_BAD_EXPRESSION, place, NULL,
                            _("no condition: %s found, two expressions with one of < <= > >= = "
                              "<> between them expected"), quoted);
      return FALSE;
    }
  left = g_strndup (text, (gsize) (sign - text));
  kept = g_strndup (sign, length);
  difference = g_strdup_printf ("(%s) - (%s)", left, sign + length);
  condition.sign = g_string_chunk_insert_const (book->findings.strings, kept);
  condition.difference = kkr_case_expression_new (book, self->in, KKR_CASE_AXIS_COLUMN, difference,
                                                  place);
  if (condition.difference == NULL)
    return FALSE;
  g_array_append_val (self->conditions, condition);
  return TRUE;
}

gboolean
kkr_case_relation_read_conditions (KkrCaseBook *book, KkrCaseRelation *self)
{
  const KkrPlace *place = kkr_case_node_place (self->node, KKR_CASE_WHERE);
  const char *where = kkr_case_node_get (self->node, KKR_CASE_WHERE);
  g_auto (GStrv) parts = where != NULL ? g_strsplit (where, " and ", -1) : NULL;
  const KkrCaseSpot *target = &g_array_index (self->spots, KkrCaseSpot, 0);

  if (parts == NULL)
    return FALSE;
  for (char **part = parts; *part != NULL; part++)
    if (!read_condition (book, self, *part, place))
      return FALSE;
  if (kkr_case_node_get (self->node, KKR_CASE_ROWS) != NULL)
    {
      self->rows = kkr_case_list_rows (book, self->in, self->node, KKR_CASE_ROWS);
      return self->rows != NULL;
    }
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < self->in->rows->len; i++)
    if (!(self->in == self->self && i == target->row)
        && !kkr_case_is_target_row (self->in, g_array_index (self->in->rows, KkrCaseRow, i).name))
      g_array_append_val (self->rows, i);
  return TRUE;
}

static gboolean
satisfies (const KkrRational *difference, const char *sign)
{
  if (g_str_equal (sign, "<>"))
    return difference->num != 0;
  return (sign[0] == '<' && difference->num < 0) || (sign[0] == '>' && difference->num > 0)
         || (strchr (sign, '=') != NULL && difference->num == 0);
}

typedef struct {
  gboolean does;
  gboolean surely;
  gboolean possibly;
} Outcome;

/* An end is reached or not, but what lies between the ends is. */
static void
consider_range (const KkrInterval *range, const char *sign, Outcome *outcome)
{
  const KkrRational zero = KKR_RATIONAL_ZERO;
  gboolean has_zero = kkr_interval_contains (range, &zero);
  gboolean below = !range->has_lower || range->lower.num < 0;
  gboolean above = !range->has_upper || range->upper.num > 0;
  gboolean yes = FALSE, no = FALSE;
  const struct { gboolean there; KkrRational number; } kinds[] = {
    { below, KKR_RATIONAL_INT (-1) }, { has_zero, KKR_RATIONAL_ZERO },
    { above, KKR_RATIONAL_INT (1) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].there)
      {
        yes = yes || satisfies (&kinds[i].number, sign);
        no = no || !satisfies (&kinds[i].number, sign);
      }
  outcome->surely = outcome->surely && !no;
  outcome->possibly = outcome->possibly && yes;
}

/* FALSE if the row has nothing to compare, or an error. */
static gboolean
judge_row (KkrCaseBook *book, const KkrCaseRelation *self, const char *row, const char *column,
           KkrRoundingMode mode, Outcome *outcome, GError **error)
{
  *outcome = (Outcome) { TRUE, TRUE, TRUE };
  for (guint i = 0; i < self->conditions->len; i++)
    {
      const KkrCaseCondition *condition = &g_array_index (self->conditions, KkrCaseCondition, i);
      g_auto (KkrCaseFormula) formula = { 0 };
      KkrRational difference;
      KkrInterval range;

      kkr_case_formula_init (&formula);
      if (!kkr_case_expression_add_operands (book, condition->difference, row, column, NULL,
                                             &formula)
          || !kkr_case_formula_compute (&formula, &difference, error)
          || !kkr_case_formula_find_range (&formula, mode, &range, error))
        return FALSE;
      outcome->does = outcome->does && satisfies (&difference, condition->sign);
      consider_range (&range, condition->sign, outcome);
    }
  return TRUE;
}

/* A name that is in no row is a slip of the pen, and must not be taken for a cell that is blank. */
static gboolean
check_names (KkrCaseBook *book, const KkrCaseRelation *self, const KkrCaseSpot *target)
{
  const KkrPlace *place = kkr_case_node_place (self->node, KKR_CASE_WHERE);

  for (guint i = 0; i < self->conditions->len && self->rows->len > 0; i++)
    {
      const KkrCaseExpression *expression =
        g_array_index (self->conditions, KkrCaseCondition, i).difference;
      guint first = g_array_index (self->rows, guint, 0);

      for (guint j = 0; j < expression->references->len; j++)
        {
          KkrCaseSpot spot;

          if (!kkr_case_reference_resolve (book, &g_array_index (expression->references,
                                                                KkrCaseReference, j),
                                           g_array_index (self->in->rows, KkrCaseRow, first).name,
                                           kkr_case_spot_column_name (target), place, &spot))
            return FALSE;
        }
    }
  return TRUE;
}

gboolean
kkr_case_relation_count (KkrCaseBook *book, const KkrCaseRelation *self, const KkrCaseSpot *target,
                         KkrRoundingMode mode, KkrCaseCount *count)
{
  g_autoptr (GError) error = NULL;

  *count = (KkrCaseCount) { .rows = g_array_new (FALSE, FALSE, sizeof (guint)) };
  if (!check_names (book, self, target))
    return FALSE;
  for (guint i = 0; i < self->rows->len && error == NULL; i++)
    {
      guint row = g_array_index (self->rows, guint, i);
      Outcome outcome;

      if (!judge_row (book, self, g_array_index (self->in->rows, KkrCaseRow, row).name,
                      kkr_case_spot_column_name (target), mode, &outcome, &error))
        continue;
      count->n += outcome.does;
      count->least += outcome.surely;
      count->most += outcome.possibly;
      if (outcome.does)
        g_array_append_val (count->rows, row);
    }
  if (error == NULL)
    return TRUE;
  kkr_case_add_problem (&book->findings, KKR_CASE_RULE_NO_VALUE,
                        kkr_case_node_place (self->node, KKR_CASE_WHERE), NULL, "%s",
                        error->message);
  return FALSE;
}

void
kkr_case_count_clear (KkrCaseCount *count)
{
  g_clear_pointer (&count->rows, g_array_unref);
}
