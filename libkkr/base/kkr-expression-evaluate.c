/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-expression-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error.h>

/* The operands that wait, the last one on top. */
typedef struct {
  KkrRational values[KKR_EXPRESSION_MAX_WAITING];
  guint n;
  KkrExpressionLookup lookup;
  gpointer user_data;
} Evaluation;

static gboolean
divide (KkrRational *left, const KkrRational *right, gsize character, GError **error)
{
  if (right->num == 0)
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                   _("division by zero before character %zu of the formula: 0 found, another "
                     "number expected"), character);
      return FALSE;
    }
  return kkr_rational_divide (left, right, left) ||
         kkr_rational_overflow (error, _("a quotient in the formula"));
}

gboolean
kkr_expression_combine (KkrExpressionOperator op, KkrRational *left, const KkrRational *right,
                        gsize character, GError **error)
{
  switch (op)
    {
    case KKR_EXPRESSION_ADD:
      return kkr_rational_add (left, right, left) ||
             kkr_rational_overflow (error, _("a sum in the formula"));
    case KKR_EXPRESSION_SUBTRACT:
      return kkr_rational_subtract (left, right, left) ||
             kkr_rational_overflow (error, _("a sum in the formula"));
    case KKR_EXPRESSION_MULTIPLY:
      return kkr_rational_multiply (left, right, left) ||
             kkr_rational_overflow (error, _("a product in the formula"));
    case KKR_EXPRESSION_DIVIDE:
      return divide (left, right, character, error);
    case KKR_EXPRESSION_MIN:
    case KKR_EXPRESSION_MAX:
      if ((kkr_rational_compare (left, right) < 0) != (op == KKR_EXPRESSION_MIN))
        *left = *right;
      return TRUE;
    case KKR_EXPRESSION_NUMBER:
    case KKR_EXPRESSION_NAME:
    case KKR_EXPRESSION_NEGATE:
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
look_up (Evaluation *self, gsize character, const char *name, GError **error)
{
  if (self->lookup (name, self->user_data, &self->values[self->n], error))
    {
      self->n++;
      return TRUE;
    }
  g_prefix_error (error, _("character %zu of the formula: "), character);
  return FALSE;
}

static gboolean
take (KkrExpressionOperator op, gsize character, const char *name, const KkrRational *number,
      gpointer user_data, GError **error)
{
  Evaluation *self = user_data;

  g_assert (self->n < KKR_EXPRESSION_MAX_WAITING);
  if (op == KKR_EXPRESSION_NAME)
    return look_up (self, character, name, error);
  if (op == KKR_EXPRESSION_NUMBER)
    self->values[self->n++] = *number;
  else if (op == KKR_EXPRESSION_NEGATE)
    self->values[self->n - 1].num = -self->values[self->n - 1].num;
  else
    {
      self->n--;
      return kkr_expression_combine (op, &self->values[self->n - 1], &self->values[self->n],
                                     character, error);
    }
  return TRUE;
}

gboolean
kkr_expression_evaluate (const char *text, KkrExpressionLookup lookup, gpointer user_data,
                         KkrRational *result, GError **error)
{
  Evaluation self = { .n = 0, .lookup = lookup, .user_data = user_data };

  if (!kkr_expression_visit (text, take, &self, error))
    return FALSE;
  *result = self.values[0];
  return TRUE;
}
