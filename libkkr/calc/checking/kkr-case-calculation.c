/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-case-relation-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-nearest-private.h>
#include <libkkr/base/kkr-number-private.h>
#include <libkkr/calc/checking/kkr-reproduction.h>
#include <libkkr/calc/kkr-result-private.h>

/* A table that a calculator computes. */

static KkrCalculator *
find_calculator (KkrCaseBook *book, const KkrCaseNode *node)
{
  const char *name = kkr_case_node_get (node, KKR_CASE_CALCULATOR);
  g_autoptr (KkrCalculator) found = NULL;
  g_auto (KkrNearest) nearest = { 0 };
  g_autofree GType *types = NULL;
  g_autofree char *quoted = kkr_text_quote (name);
  gsize n_types;

  if (name == NULL)
    return NULL;
  found = kkr_calculator_new_by_name (name, NULL);
  /* One that reproduces cases would read its own file. */
  if (found != NULL && !KKR_IS_REPRODUCTION (found))
    return g_steal_pointer (&found);
  kkr_nearest_init (&nearest, name, 1, FALSE);
  types = kkr_calculator_dup_types (&n_types);
  for (gsize i = 0; i < n_types; i++)
    {
      g_autoptr (KkrCalculator) one = g_object_new (types[i], NULL);

      if (!KKR_IS_REPRODUCTION (one))
        kkr_nearest_offer (&nearest, g_intern_string (kkr_calculator_get_name (one)));
    }
  kkr_case_add_problem (&book->findings, KKR_CASE_RULE_UNKNOWN_CALCULATOR,
                        kkr_case_node_place (node, KKR_CASE_CALCULATOR),
                        kkr_nearest_get (&nearest), _("no such calculator: %s found"), quoted);
  return NULL;
}

static gboolean
has_input (KkrCalculator *calculator, const char *name)
{
  g_auto (GStrv) names = kkr_calculator_dup_input_names (calculator);

  return g_strv_contains ((const char *const *) names, name);
}

KkrResult *
kkr_case_relation_run (KkrCaseBook *book, const KkrCaseRelation *self, const KkrCaseNode *reading,
                       GCancellable *cancellable)
{
  g_autoptr (KkrCalculator) calculator = find_calculator (book, self->node);
  g_autoptr (GError) error = NULL;
  KkrResult *result;

  if (calculator == NULL)
    return NULL;
  if (has_input (calculator, "register"))
    g_object_set (calculator, "register", book->reg, NULL);
  for (guint i = 0; i < self->node->children->len; i++)
    {
      const KkrCaseNode *node = self->node->children->pdata[i];

      if (node->id == KKR_CASE_INPUT && !kkr_case_input_set (book, calculator, node, KKR_CASE_NAME))
        return NULL;
    }
  if (reading != NULL && !kkr_case_input_set (book, calculator, reading, KKR_CASE_PARAMETER))
    return NULL;
  result = kkr_calculator_run (calculator, cancellable, &error);
  if (result == NULL)
    kkr_case_add_problem (&book->findings, KKR_CASE_RULE_CALCULATION_FAILED,
                          reading != NULL ? &reading->place : &self->node->place, NULL,
                          _("%s does not compute: %s"), kkr_calculator_get_name (calculator),
                          error->message);
  return result;
}

static void
add_result (KkrCaseRelation *self, const KkrCaseNode *node, const char *key, guint row,
            guint column)
{
  KkrCaseResult *result = g_new0 (KkrCaseResult, 1);
  KkrCaseSpot spot = { self->self, row, column };

  result->node = node;
  result->column = kkr_case_node_get (node, KKR_CASE_RESULT_COLUMN);
  result->key = key;
  result->is_total = kkr_case_node_get (node, KKR_CASE_TOTAL) != NULL;
  g_ptr_array_add (self->results, result);
  g_array_append_val (self->spots, spot);
}

/* One cell: the row of a key, the total, or the only row there is. */
static gboolean
read_cell_result (KkrCaseBook *book, KkrCaseRelation *self, const KkrCaseNode *node)
{
  const char *key = kkr_case_node_get (node, KKR_CASE_KEY);
  const char *total = kkr_case_node_get (node, KKR_CASE_TOTAL);
  KkrCaseRelation target = { .node = node, .self = self->self, .in = self->self };
  g_autoptr (GArray) spots = g_array_new (FALSE, FALSE, sizeof (KkrCaseSpot));

  if (total != NULL && (key != NULL || !g_str_equal (total, "yes")))
    {
      kkr_case_add_problem (&book->findings, KKR_CASE_RULE_BAD_TARGET, &node->place, NULL,
                            _("a result for one cell: key, total=\"yes\" or neither expected"));
      return FALSE;
    }
  target.spots = spots;
  if (!kkr_case_relation_find_targets (book, &target))
    return FALSE;
  for (guint i = 0; i < spots->len; i++)
    {
      const KkrCaseSpot *spot = &g_array_index (spots, KkrCaseSpot, i);

      add_result (self, node, key, spot->row, spot->column);
    }
  return TRUE;
}

/* Whether another result of the calculation is for a cell of that row. */
static gboolean
has_own_result (const KkrCaseNode *calculation, const char *name)
{
  g_autofree char *start = g_strconcat ("[", name, "|", NULL);

  for (guint i = 0; i < calculation->children->len; i++)
    {
      const KkrCaseNode *node = calculation->children->pdata[i];
      const char *target = node->id == KKR_CASE_RESULT
                             ? kkr_case_node_get (node, KKR_CASE_TARGET) : NULL;

      if (target != NULL && g_str_has_prefix (target, start))
        return TRUE;
    }
  return FALSE;
}

/* A column: rows by their names. Totals are none. */
static gboolean
read_column_result (KkrCaseBook *book, KkrCaseRelation *self, const KkrCaseNode *node)
{
  KkrCaseRelation target = { .node = node, .self = self->self, .in = self->self };
  g_autoptr (GArray) spots = g_array_new (FALSE, FALSE, sizeof (KkrCaseSpot));
  gboolean named = kkr_case_node_get (node, KKR_CASE_ROWS) != NULL;

  target.spots = spots;
  if (!kkr_case_relation_find_targets (book, &target))
    return FALSE;
  for (guint i = 0; i < spots->len; i++)
    {
      const KkrCaseSpot *spot = &g_array_index (spots, KkrCaseSpot, i);
      const char *name = kkr_case_spot_row_name (spot);

      if (named || !(kkr_case_is_target_row (self->self, name)
                     || has_own_result (self->node, name)))
        add_result (self, node, name, spot->row, spot->column);
    }
  return TRUE;
}

gboolean
kkr_case_relation_read_results (KkrCaseBook *book, KkrCaseRelation *self)
{
  self->results = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->node->children->len; i++)
    {
      const KkrCaseNode *node = self->node->children->pdata[i];

      if (node->id != KKR_CASE_RESULT)
        continue;
      if (kkr_case_node_get (node, KKR_CASE_RESULT_COLUMN) == NULL
          || !(kkr_case_node_get (node, KKR_CASE_TARGET) != NULL
                 ? read_cell_result (book, self, node) : read_column_result (book, self, node)))
        return FALSE;
    }
  if (self->results->len > 0)
    return TRUE;
  kkr_case_add_problem (&book->findings, KKR_CASE_RULE_MISSING_ELEMENT, &self->node->place, NULL,
                        _("a calculation without results: none found, one expected"));
  return FALSE;
}

/* In the unit of a printed cell. */
static gboolean
convert (const char *exact, KkrUnit unit, KkrRational *value)
{
  KkrRational factor = KKR_RATIONAL_INT (1);

  if (unit == KKR_UNIT_AMOUNT)
    factor.den = 100;
  else if (unit == KKR_UNIT_SHARE)
    factor.num = 100;
  return exact != NULL && kkr_rational_parse (exact, value)
         && kkr_rational_multiply (value, &factor, value);
}

/* The row of the result; -1 for the total. A key would hide that there are other answers. */
static gint64
find_row (const KkrCaseResult *wanted, KkrTable *table, GError **error)
{
  guint n = kkr_table_get_n_rows (table);

  if (wanted->is_total)
    return -1;
  if (wanted->key != NULL)
    return kkr_table_find_row (table, wanted->key, error);
  if (n != 1)
    g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA,
                 _("%u rows found, one expected where a result has no key"), n);
  return n == 1 ? 0 : -1;
}

gboolean
kkr_case_relation_read_result (KkrCaseBook *book, const KkrCaseRelation *self, KkrResult *result,
                               guint target, KkrRational *value, gint64 *row)
{
  const KkrCaseResult *wanted = self->results->pdata[target];
  g_autoptr (GError) error = NULL;
  g_autofree char *exact = NULL;
  const char *bare;
  KkrTable *table = kkr_result_find_table (result, wanted->column, &bare, &error);
  KkrColumn *column = table != NULL ? kkr_table___getitem__ (table, bare, &error) : NULL;

  *row = -1;
  if (column != NULL)
    *row = find_row (wanted, table, &error);
  if (error == NULL && column != NULL)
    {
      exact = *row >= 0 ? kkr_column_dup_exact (column, (guint) *row)
                        : kkr_column_dup_total (column);
      if (convert (exact, kkr_column_get_unit (column), value))
        return TRUE;
    }
  kkr_case_add_problem (&book->findings, KKR_CASE_RULE_CALCULATION_FAILED, &wanted->node->place,
                        NULL, _("no number for \"%s\" in the result: %s"),
                        wanted->key != NULL ? wanted->key : wanted->column,
                        error != NULL ? error->message : _("none found, one expected"));
  return FALSE;
}
