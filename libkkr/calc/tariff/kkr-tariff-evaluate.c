/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-tariff-formula-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-format-private.h>

/* The expressions of a model, read once and evaluated for every offer and scenario. */

static const char *const needed_ids[] = { "cost", "place_days", "day_tariff" };

G_STATIC_ASSERT (G_N_ELEMENTS (needed_ids) == KKR_TARIFF_N_NEEDED);

typedef struct {
  KkrExpressionOperator op;
  guint value; /* of a name */
  KkrRational number;
  gsize character;
} Code;

static const KkrTariffQuantity *
get_quantity (const KkrTariffFormula *self, guint i)
{
  return self->quantities->pdata[i];
}

static KkrTariffStep *
get_step (const KkrTariffFormula *self, guint i)
{
  return self->steps->pdata[i];
}

typedef struct {
  KkrTariffFormula *formula;
  KkrTariffStep *step;
  GPtrArray *names; /* of the code, which has places for them until the steps stand in order */
} Reading;

static gboolean
is_known (const KkrTariffFormula *self, const char *name)
{
  for (guint i = 0; i < self->quantities->len; i++)
    if (g_str_equal (get_quantity (self, i)->id, name))
      return TRUE;
  for (guint i = 0; i < self->steps->len; i++)
    if (g_str_equal (get_step (self, i)->id, name))
      return TRUE;
  return FALSE;
}

static gboolean
know (KkrTariffFormula *self, const char *name, gsize character, GError **error)
{
  g_autofree char *words = NULL, *title = NULL;

  if (is_known (self, name))
    return TRUE;
  if (!self->takes_unknown)
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                   _("character %zu of the formula: %s found, the name of a quantity or a step "
                     "expected"), character, name);
      return FALSE;
    }
  words = g_strdelimit (g_strdup (name), "_", ' ');
  title = kkr_text_capitalize (words);
  kkr_tariff_formula_add_quantity (self, name, title, title, KKR_UNIT_RATE, NULL);
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

static gboolean
take (KkrExpressionOperator op, gsize character, const char *name, const KkrRational *number,
      gpointer user_data, GError **error)
{
  Reading *self = user_data;
  Code code = { .op = op, .character = character };

  if (op == KKR_EXPRESSION_NAME)
    {
      if (!know (self->formula, name, character, error))
        return FALSE;
      code.value = self->names->len;
      g_ptr_array_add (self->names, g_strdup (name));
    }
  if (number != NULL)
    code.number = *number;
  g_array_append_val (self->step->code, code);
  return TRUE;
}

typedef struct {
  KkrTariffFormula *formula;
  GPtrArray *names; /* of GPtrArray, for each step */
  GPtrArray *ordered;
} Ordering;

static void
place (Ordering *self, guint i)
{
  KkrTariffFormula *formula = self->formula;
  KkrTariffStep *step = get_step (formula, i);
  GPtrArray *names = self->names->pdata[i];

  if (step->is_placed || formula->error != NULL)
    return;
  if (step->is_being_placed)
    {
      formula->error = g_error_new (KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
                                    _("a step of the model that needs itself: %s found, steps that "
                                      "need others expected"), step->id);
      return;
    }
  step->is_being_placed = TRUE;
  for (guint k = 0; k < names->len; k++)
    for (guint j = 0; j < formula->steps->len; j++)
      if (g_str_equal (get_step (formula, j)->id, names->pdata[k]))
        place (self, j);
  step->is_being_placed = FALSE;
  step->is_placed = TRUE;
  g_ptr_array_add (self->ordered, GUINT_TO_POINTER (i));
}

static guint
find_value (const KkrTariffFormula *self, const char *name)
{
  for (guint i = 0; i < self->quantities->len; i++)
    if (g_str_equal (get_quantity (self, i)->id, name))
      return i;
  for (guint i = 0; i < self->steps->len; i++)
    if (g_str_equal (get_step (self, i)->id, name))
      return self->quantities->len + i;
  return G_MAXUINT;
}

static void
bind (KkrTariffFormula *self, GPtrArray *names)
{
  for (guint i = 0; i < self->steps->len; i++)
    {
      GPtrArray *own = names->pdata[i];
      KkrTariffStep *step = get_step (self, i);

      for (guint k = 0; k < step->code->len; k++)
        {
          Code *code = &g_array_index (step->code, Code, k);

          if (code->op == KKR_EXPRESSION_NAME)
            code->value = find_value (self, own->pdata[code->value]);
        }
    }
}

static void
order (KkrTariffFormula *self, GPtrArray *names)
{
  g_autoptr (GPtrArray) ordered = g_ptr_array_new ();
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_autoptr (GPtrArray) all_names = g_ptr_array_new ();
  Ordering ordering = { self, names, ordered };

  for (guint i = 0; i < self->steps->len; i++)
    place (&ordering, i);
  if (self->error != NULL)
    return;
  for (guint i = 0; i < ordered->len; i++)
    {
      g_ptr_array_add (all, self->steps->pdata[GPOINTER_TO_UINT (ordered->pdata[i])]);
      g_ptr_array_add (all_names, names->pdata[GPOINTER_TO_UINT (ordered->pdata[i])]);
    }
  memcpy (self->steps->pdata, all->pdata, all->len * sizeof (gpointer));
  bind (self, all_names);
}

static GPtrArray *
read_step (KkrTariffFormula *self, KkrTariffStep *step)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  Reading reading = { self, step, names };
  g_autoptr (GError) error = NULL;

  step->code = g_array_new (FALSE, FALSE, sizeof (Code));
  if (!kkr_expression_visit (step->expression, take, &reading, &error))
    {
      g_prefix_error (&error, "%s: ", step->id);
      self->error = g_steal_pointer (&error);
    }
  return names;
}

void
kkr_tariff_formula_settle (KkrTariffFormula *self)
{
  g_autoptr (GPtrArray) names =
    g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < self->steps->len && self->error == NULL; i++)
    g_ptr_array_add (names, read_step (self, get_step (self, i)));
  if (self->error == NULL)
    order (self, names);
  for (guint i = 0; i < KKR_TARIFF_N_NEEDED && self->error == NULL; i++)
    {
      guint found = find_value (self, needed_ids[i]);

      if (found == G_MAXUINT || found < self->quantities->len)
        self->error = g_error_new (KKR_CALC_ERROR, KKR_CALC_ERROR_MISSING_INPUT,
                                   _("a model without the step %s found, one with the steps cost, "
                                     "place_days and day_tariff expected"), needed_ids[i]);
      else
        self->needed[i] = found - self->quantities->len;
    }
  self->is_settled = TRUE;
}

/* A model that asks about itself in its define() is not settled; others wait until it is. */
gboolean
kkr_tariff_formula_check (const KkrTariffFormula *self, GError **error)
{
  if (!self->is_settled)
    g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
                 _("a model used in its own define: steps that may change found, a model that is "
                   "defined expected"));
  else if (self->error != NULL && error != NULL)
    *error = g_error_copy (self->error);
  return self->is_settled && self->error == NULL;
}

static gboolean
run (const KkrTariffStep *step, const KkrRational *values, KkrRational *stack,
     KkrRational *result, GError **error)
{
  guint n = 0;

  for (guint i = 0; i < step->code->len; i++)
    {
      const Code *code = &g_array_index (step->code, Code, i);

      if (code->op == KKR_EXPRESSION_NAME)
        stack[n++] = values[code->value];
      else if (code->op == KKR_EXPRESSION_NUMBER)
        stack[n++] = code->number;
      else if (code->op == KKR_EXPRESSION_NEGATE)
        stack[n - 1].num = -stack[n - 1].num;
      else
        {
          n--;
          if (!kkr_expression_combine (code->op, &stack[n - 1], &stack[n], code->character, error))
            {
              g_prefix_error (error, "%s: ", step->id);
              return FALSE;
            }
        }
    }
  *result = stack[0];
  return TRUE;
}

gboolean
kkr_tariff_formula_evaluate (const KkrTariffFormula *self, KkrRational *values, GError **error)
{
  KkrRational stack[KKR_EXPRESSION_MAX_WAITING];

  for (guint i = 0; i < self->steps->len; i++)
    if (!run (get_step (self, i), values, stack, &values[self->quantities->len + i], error))
      return FALSE;
  return TRUE;
}

void
kkr_tariff_formula_mark_needed (const KkrTariffFormula *self, guint step, gboolean *needed)
{
  guint n = self->quantities->len;

  memset (needed, 0, kkr_tariff_formula_count (self) * sizeof *needed);
  needed[n + step] = TRUE;
  /* Each step stands after those that it needs. */
  for (guint i = step + 1; i-- > 0;)
    for (guint k = 0; needed[n + i] && k < get_step (self, i)->code->len; k++)
      {
        const Code *code = &g_array_index (get_step (self, i)->code, Code, k);

        if (code->op == KKR_EXPRESSION_NAME)
          needed[code->value] = TRUE;
      }
}
