/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-claim-formula-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-nearest-private.h>

/* A sum of all rows of the largest table that can be read has fewer parts. */
#define MAX_NODES 100000

typedef struct {
  GArray *nodes;
  guint waiting[KKR_EXPRESSION_MAX_WAITING];
  guint n_waiting;
  GHashTable *places; /* name to place + 1 */
  const KkrClaimVariable *variables;
  guint n_variables;
  KkrClaimFormula *formula;
} Compiler;

static gboolean
find_variable (Compiler *self, gsize character, const char *name, KkrClaimNode *node,
               GError **error)
{
  gpointer place = g_hash_table_lookup (self->places, name);
  g_auto (KkrNearest) nearest = { NULL };
  g_autofree char *near_it = NULL;

  if (place != NULL)
    {
      node->left = GPOINTER_TO_UINT (place) - 1;
      node->whole = self->variables[node->left].whole;
      if (++self->formula->counts[node->left] > 1)
        self->formula->single = FALSE;
      return TRUE;
    }
  kkr_nearest_init (&nearest, name, 3, FALSE);
  for (guint i = 0; i < self->n_variables; i++)
    kkr_nearest_offer (&nearest, self->variables[i].name);
  near_it = kkr_nearest_to_string (&nearest);
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
               _("a name without a figure at character %zu of the formula: \"%s\" found, the name "
                 "of a figure expected%s"), character, name, near_it);
  return FALSE;
}

static gboolean
is_whole (const Compiler *self, const KkrClaimNode *node)
{
  const KkrClaimNode *nodes = (const KkrClaimNode *) (gpointer) self->nodes->data;

  return node->op != KKR_EXPRESSION_DIVIDE && nodes[node->left].whole && nodes[node->right].whole;
}

static gboolean
take (KkrExpressionOperator op, gsize character, const char *name, const KkrRational *number,
      gpointer user_data, GError **error)
{
  Compiler *self = user_data;
  KkrClaimNode node = { .op = op, .number = KKR_RATIONAL_ZERO };

  if (self->nodes->len >= MAX_NODES)
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                   _("a formula that is too long: more than %d numbers, names and operators found, "
                     "fewer expected"), MAX_NODES);
      return FALSE;
    }
  if (op == KKR_EXPRESSION_NAME)
    {
      if (!find_variable (self, character, name, &node, error))
        return FALSE;
    }
  else if (op == KKR_EXPRESSION_NUMBER)
    {
      node.number = *number;
      node.whole = number->den == 1;
    }
  else
    {
      node.right = self->waiting[--self->n_waiting];
      node.left = op == KKR_EXPRESSION_NEGATE ? node.right : self->waiting[--self->n_waiting];
      node.whole = is_whole (self, &node);
    }
  self->waiting[self->n_waiting++] = self->nodes->len;
  g_array_append_val (self->nodes, node);
  return TRUE;
}

KkrClaimFormula *
kkr_claim_formula_new (const char *text, const KkrClaimVariable *variables, guint n_variables,
                       GError **error)
{
  g_autoptr (KkrClaimFormula) formula = g_new0 (KkrClaimFormula, 1);
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  Compiler self = { .nodes = g_array_new (FALSE, FALSE, sizeof (KkrClaimNode)), .places = places,
                    .variables = variables, .n_variables = n_variables, .formula = formula };
  gboolean ok;

  for (guint i = 0; i < n_variables; i++)
    g_hash_table_insert (places, (gpointer) variables[i].name, GUINT_TO_POINTER (i + 1));
  formula->counts = g_new0 (guint, MAX (n_variables, 1));
  formula->single = TRUE;
  ok = kkr_expression_visit (text, take, &self, error);
  formula->n_nodes = self.nodes->len;
  formula->nodes = (KkrClaimNode *) (gpointer) g_array_free (self.nodes, FALSE);
  return ok ? g_steal_pointer (&formula) : NULL;
}

void
kkr_claim_formula_free (KkrClaimFormula *self)
{
  g_free (self->nodes);
  g_free (self->counts);
  g_free (self);
}

static gboolean
evaluate_node (const KkrClaimNode *node, const KkrRational *left, const KkrRational *right,
               KkrRational *value)
{
  switch (node->op)
    {
    case KKR_EXPRESSION_NEGATE:
      *value = (KkrRational) { -left->num, left->den };
      return TRUE;
    case KKR_EXPRESSION_ADD:
      return kkr_rational_add (left, right, value);
    case KKR_EXPRESSION_SUBTRACT:
      return kkr_rational_subtract (left, right, value);
    case KKR_EXPRESSION_MULTIPLY:
      return kkr_rational_multiply (left, right, value);
    case KKR_EXPRESSION_DIVIDE:
      return kkr_rational_divide (left, right, value);
    case KKR_EXPRESSION_MIN:
    case KKR_EXPRESSION_MAX:
      *value = (kkr_rational_compare (left, right) < 0) == (node->op == KKR_EXPRESSION_MIN)
               ? *left : *right;
      return TRUE;
    case KKR_EXPRESSION_NUMBER:
    case KKR_EXPRESSION_NAME:
    default:
      g_return_val_if_reached (FALSE);
    }
}

gboolean
kkr_claim_formula_evaluate (const KkrClaimFormula *self, const KkrRational *point,
                            KkrRational *values)
{
  for (guint i = 0; i < self->n_nodes; i++)
    {
      const KkrClaimNode *node = &self->nodes[i];

      if (node->op == KKR_EXPRESSION_NUMBER)
        values[i] = node->number;
      else if (node->op == KKR_EXPRESSION_NAME)
        values[i] = point[node->left];
      else if (!evaluate_node (node, &values[node->left], &values[node->right], &values[i]))
        return FALSE;
    }
  return TRUE;
}

static KkrInterval
combine (const KkrClaimNode *node, const KkrInterval *left, const KkrInterval *right)
{
  switch (node->op)
    {
    case KKR_EXPRESSION_NEGATE:
      return kkr_interval_negate (left);
    case KKR_EXPRESSION_ADD:
      return kkr_interval_add (left, right);
    case KKR_EXPRESSION_SUBTRACT:
      return kkr_interval_subtract (left, right);
    case KKR_EXPRESSION_MULTIPLY:
      return kkr_interval_multiply (left, right);
    case KKR_EXPRESSION_DIVIDE:
      return kkr_interval_divide (left, right);
    case KKR_EXPRESSION_MIN:
      return kkr_interval_min (left, right);
    case KKR_EXPRESSION_MAX:
      return kkr_interval_max (left, right);
    case KKR_EXPRESSION_NUMBER:
    case KKR_EXPRESSION_NAME:
    default:
      g_return_val_if_reached (kkr_interval_all ());
    }
}

gboolean
kkr_claim_formula_forward (const KkrClaimFormula *self, const KkrInterval *box, KkrInterval *parts)
{
  for (guint i = 0; i < self->n_nodes; i++)
    {
      const KkrClaimNode *node = &self->nodes[i];

      if (node->op == KKR_EXPRESSION_NUMBER)
        parts[i] = kkr_interval_point (&node->number);
      else if (node->op == KKR_EXPRESSION_NAME)
        parts[i] = box[node->left];
      else
        parts[i] = combine (node, &parts[node->left], &parts[node->right]);
      if (node->whole)
        parts[i] = kkr_interval_to_whole (&parts[i]);
      if (kkr_interval_is_empty (&parts[i]))
        return FALSE;
    }
  return TRUE;
}
