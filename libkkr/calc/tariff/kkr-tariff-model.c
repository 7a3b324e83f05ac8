/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-tariff-model.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/calc/tariff/kkr-tariff-formula-private.h>

/**
 * KkrTariffModel:
 *
 * How the tariff of a social offer follows from its costs (takstmodel; takstbekendtgørelsen and the
 * tariff model of the KKR). That of the library is the long-term average: the costs of a year over
 * the days that are paid, which are places times days times the usual occupancy
 * (belægningsprocent).
 *
 * A model is steps: each has a name and an expression over the quantities of an offer and other
 * steps, with `+ - * / ( )`, `min(a, b)`, `max(a, b)` and decimals with a dot. The library
 * evaluates them exactly, explains every figure by them and lets them be checked. Money is in
 * kroner. Three steps are needed: `cost`, the costs of a year that the tariff is to cover,
 * `place_days`, the days that are paid in a year, and `day_tariff`, kroner per day, unrounded.
 *
 * The quantities are `direct_cost`, `indirect_cost`, `shared_cost`, `overhead`, `overhead_percent`,
 * `depreciation`, `interest`, `carry_over`, `cost_change`, `places`, `days` and `occupancy`. A
 * model may have others: they are columns of the table of offers, where `_` is written `-`.
 *
 * A model of one's own is a text ([ctor@TariffModel.new_from_string]), or a class whose `define`
 * calls the library's and then adds quantities and steps; a step that there is already is replaced.
 * Steps may be added in any order. `define` is called once, before the model is first used; from
 * then on the model does not change and may be shared between threads.
 *
 * Since: 0.1
 */

typedef struct {
  GRecMutex lock; /* define() may ask the model about itself */
  KkrTariffFormula *formula;
  gboolean is_open; /* for define() to add to */
  gboolean is_text;
} KkrTariffModelPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (KkrTariffModel, kkr_tariff_model, G_TYPE_OBJECT)

static KkrTariffModelPrivate *
get_private (KkrTariffModel *self)
{
  return kkr_tariff_model_get_instance_private (self);
}

static void
kkr_tariff_model_define (KkrTariffModel *self)
{
  KkrTariffModelPrivate *priv = get_private (self);

  if (priv->is_open)
    kkr_tariff_formula_add_long_term_average (priv->formula);
}

static void
kkr_tariff_model_finalize (GObject *object)
{
  KkrTariffModelPrivate *priv = get_private (KKR_TARIFF_MODEL (object));

  kkr_tariff_formula_free (priv->formula);
  g_rec_mutex_clear (&priv->lock);
  G_OBJECT_CLASS (kkr_tariff_model_parent_class)->finalize (object);
}

static void
kkr_tariff_model_class_init (KkrTariffModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kkr_tariff_model_finalize;
  klass->define = kkr_tariff_model_define;
}

static void
kkr_tariff_model_init (KkrTariffModel *self)
{
  KkrTariffModelPrivate *priv = get_private (self);

  g_rec_mutex_init (&priv->lock);
  priv->formula = kkr_tariff_formula_new ();
}

const KkrTariffFormula *
kkr_tariff_model_get_formula (KkrTariffModel *self)
{
  KkrTariffModelPrivate *priv = get_private (self);

  g_rec_mutex_lock (&priv->lock);
  if (!priv->formula->is_settled && !priv->is_open)
    {
      priv->is_open = TRUE;
      KKR_TARIFF_MODEL_GET_CLASS (self)->define (self);
      priv->is_open = FALSE;
      kkr_tariff_formula_settle (priv->formula);
    }
  g_rec_mutex_unlock (&priv->lock);
  return priv->formula;
}

gboolean
kkr_tariff_model_is_standard (KkrTariffModel *self)
{
  return G_OBJECT_TYPE (self) == KKR_TYPE_TARIFF_MODEL && !get_private (self)->is_text;
}

/**
 * kkr_tariff_model_new:
 *
 * Makes the library's model: the long-term average.
 *
 * Returns: (transfer full): the model
 *
 * Since: 0.1
 */
KkrTariffModel *
kkr_tariff_model_new (void)
{
  return g_object_new (KKR_TYPE_TARIFF_MODEL, NULL);
}

/**
 * kkr_tariff_model_new_from_string:
 * @text: steps such as `night = nights * price; cost = running + night`, each on a line or between
 *   semicolons
 * @error: return location for a [error@CalcError]
 *
 * Makes the library's model with steps of one's own, which replace those of the same name. A name
 * that is neither a quantity nor a step is a quantity of the model's own.
 *
 * Returns: (transfer full): the model, or %NULL with `OUT_OF_RANGE`, `INCONSISTENT` (a step that
 *   needs itself) or `OVERFLOW`
 *
 * Since: 0.1
 */
KkrTariffModel *
kkr_tariff_model_new_from_string (const char *text, GError **error)
{
  g_autoptr (KkrTariffModel) self = kkr_tariff_model_new ();
  KkrTariffModelPrivate *priv = get_private (self);

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  kkr_tariff_formula_add_long_term_average (priv->formula);
  kkr_tariff_formula_add_text (priv->formula, text);
  kkr_tariff_formula_settle (priv->formula);
  priv->is_text = TRUE;
  return kkr_tariff_model_validate (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * kkr_tariff_model_add_quantity:
 * @self: a [class@TariffModel]
 * @id: its name in expressions, such as `night_cost`
 * @danish: what it is called in Danish
 * @english: what it is called in English
 * @unit: what it counts; money is %KKR_UNIT_RATE, in kroner; for %KKR_UNIT_SHARE 50 per cent is
 *   1/2, for %KKR_UNIT_PERCENT 50
 * @fallback: (nullable): its value where none is given, such as `12.5`; %NULL where one must be
 *
 * Adds a quantity that each offer is to have. For use in `define`; at any other time it does
 * nothing.
 *
 * Since: 0.1
 */
void
kkr_tariff_model_add_quantity (KkrTariffModel *self, const char *id, const char *danish,
                               const char *english, KkrUnit unit, const char *fallback)
{
  KkrTariffModelPrivate *priv;

  g_return_if_fail (KKR_IS_TARIFF_MODEL (self));
  g_return_if_fail (id != NULL);
  g_return_if_fail (danish != NULL);
  g_return_if_fail (english != NULL);
  g_return_if_fail (unit != KKR_UNIT_UNSET);

  priv = get_private (self);
  if (priv->is_open)
    kkr_tariff_formula_add_quantity (priv->formula, id, danish, english, unit, fallback);
}

/**
 * kkr_tariff_model_add_step:
 * @self: a [class@TariffModel]
 * @id: its name in expressions; one that there is already is replaced
 * @danish: what it is called in Danish
 * @english: what it is called in English
 * @expression: how it follows from quantities and other steps
 * @unit: what it counts; money is %KKR_UNIT_RATE, in kroner
 *
 * Adds a step. For use in `define`; at any other time it does nothing. What is wrong with the
 * expression is said by [method@TariffModel.validate], and by the calculator that uses the model.
 *
 * Since: 0.1
 */
void
kkr_tariff_model_add_step (KkrTariffModel *self, const char *id, const char *danish,
                           const char *english, const char *expression, KkrUnit unit)
{
  KkrTariffModelPrivate *priv;

  g_return_if_fail (KKR_IS_TARIFF_MODEL (self));
  g_return_if_fail (id != NULL);
  g_return_if_fail (danish != NULL);
  g_return_if_fail (english != NULL);
  g_return_if_fail (expression != NULL);
  g_return_if_fail (unit != KKR_UNIT_UNSET);

  priv = get_private (self);
  if (priv->is_open)
    kkr_tariff_formula_add_step (priv->formula, id, danish, english, expression, unit);
}

/**
 * kkr_tariff_model_validate:
 * @self: a [class@TariffModel]
 * @error: return location for a [error@CalcError]
 *
 * Says whether tariffs can be computed by the model.
 *
 * Returns: %TRUE, or %FALSE with `OUT_OF_RANGE` for an expression that cannot be read,
 *   `INCONSISTENT` for a name used twice, a step that needs itself and a model that is still in its
 *   `define`, `MISSING_INPUT` without one of the three steps that are needed, or `OVERFLOW`
 *
 * Since: 0.1
 */
gboolean
kkr_tariff_model_validate (KkrTariffModel *self, GError **error)
{
  g_return_val_if_fail (KKR_IS_TARIFF_MODEL (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return kkr_tariff_formula_check (kkr_tariff_model_get_formula (self), error);
}

/**
 * kkr_tariff_model_dup_quantities:
 * @self: a [class@TariffModel]
 *
 * Lists the quantities of the model's own, which the library's has none of.
 *
 * Returns: (transfer full) (array zero-terminated=1): their names in expressions
 *
 * Since: 0.1
 */
char **
kkr_tariff_model_dup_quantities (KkrTariffModel *self)
{
  const KkrTariffFormula *formula;
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  g_return_val_if_fail (KKR_IS_TARIFF_MODEL (self), NULL);

  formula = kkr_tariff_model_get_formula (self);
  for (guint i = KKR_TARIFF_N_STANDARD; i < formula->quantities->len; i++)
    g_strv_builder_add (names, ((KkrTariffQuantity *) formula->quantities->pdata[i])->id);
  return g_strv_builder_end (names);
}

/**
 * kkr_tariff_model_dup_steps:
 * @self: a [class@TariffModel]
 *
 * Lists the steps, each after those that it needs.
 *
 * Returns: (transfer full) (array zero-terminated=1): their names
 *
 * Since: 0.1
 */
char **
kkr_tariff_model_dup_steps (KkrTariffModel *self)
{
  const KkrTariffFormula *formula;
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  g_return_val_if_fail (KKR_IS_TARIFF_MODEL (self), NULL);

  formula = kkr_tariff_model_get_formula (self);
  for (guint i = 0; i < formula->steps->len; i++)
    g_strv_builder_add (names, ((KkrTariffStep *) formula->steps->pdata[i])->id);
  return g_strv_builder_end (names);
}

/**
 * kkr_tariff_model_dup_expression:
 * @self: a [class@TariffModel]
 * @step: the name of a step
 *
 * Gives the expression of a step.
 *
 * Returns: (transfer full) (nullable): the expression, or %NULL when there is no such step
 *
 * Since: 0.1
 */
char *
kkr_tariff_model_dup_expression (KkrTariffModel *self, const char *step)
{
  const KkrTariffFormula *formula;

  g_return_val_if_fail (KKR_IS_TARIFF_MODEL (self), NULL);
  g_return_val_if_fail (step != NULL, NULL);

  formula = kkr_tariff_model_get_formula (self);
  for (guint i = 0; i < formula->steps->len; i++)
    {
      const KkrTariffStep *found = formula->steps->pdata[i];

      if (g_str_equal (found->id, step))
        return g_strstrip (g_strdup (found->expression));
    }
  return NULL;
}

/**
 * kkr_tariff_model_to_string:
 * @self: a [class@TariffModel]
 *
 * Writes the model as text: `name = expression` for each step, between semicolons, each after those
 * that it needs.
 *
 * Returns: (transfer full): the text
 *
 * Since: 0.1
 */
char *
kkr_tariff_model_to_string (KkrTariffModel *self)
{
  const KkrTariffFormula *formula;
  GString *text;

  g_return_val_if_fail (KKR_IS_TARIFF_MODEL (self), NULL);

  formula = kkr_tariff_model_get_formula (self);
  text = g_string_new (NULL);
  for (guint i = 0; i < formula->steps->len; i++)
    {
      const KkrTariffStep *step = formula->steps->pdata[i];
      g_autofree char *expression = g_strstrip (g_strdup (step->expression));

      g_string_append_printf (text, "%s%s = %s", i > 0 ? "; " : "", step->id, expression);
    }
  return g_string_free (text, FALSE);
}

/**
 * kkr_tariff_model___str__:
 * @self: a [class@TariffModel]
 *
 * The same as [method@TariffModel.to_string], for Python.
 *
 * Returns: (transfer full): the text
 *
 * Since: 0.1
 */
char *
kkr_tariff_model___str__ (KkrTariffModel *self)
{
  return kkr_tariff_model_to_string (self);
}

/**
 * kkr_tariff_model___repr__:
 * @self: a [class@TariffModel]
 *
 * Names the class and the steps in one line, for Python.
 *
 * Returns: (transfer full): the line
 *
 * Since: 0.1
 */
char *
kkr_tariff_model___repr__ (KkrTariffModel *self)
{
  g_auto (GStrv) steps = NULL;
  g_autofree char *names = NULL;

  g_return_val_if_fail (KKR_IS_TARIFF_MODEL (self), NULL);

  steps = kkr_tariff_model_dup_steps (self);
  names = g_strjoinv (", ", steps);
  return g_strdup_printf ("<Kkr.TariffModel: %s>", names);
}
