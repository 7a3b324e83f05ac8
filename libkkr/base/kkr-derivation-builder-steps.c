/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-derivation-builder-private.h>

#include <glib/gi18n-lib.h>

/**
 * kkr_derivation_builder_add_value:
 * @self: a builder
 * @id: the id of the step
 * @danish: its Danish title
 * @english: its English title
 * @exact: the exact value
 * @unit: what it counts
 *
 * Adds a value that is given: a fact or an input.
 *
 * Since: 0.1
 */
void
kkr_derivation_builder_add_value (KkrDerivationBuilder *self, const char *id, const char *danish,
                                  const char *english, const char *exact, KkrUnit unit)
{
  g_return_if_fail (KKR_IS_DERIVATION_BUILDER (self));
  g_return_if_fail (id != NULL && danish != NULL && english != NULL && exact != NULL);

  if (kkr_derivation_builder_is_open (self))
    kkr_step_maker_add_value (&self->maker, id, danish, english, exact, unit);
}

/**
 * kkr_derivation_builder_add_amount:
 * @self: a builder
 * @id: the id of the step
 * @danish: its Danish title
 * @english: its English title
 * @amount: the amount, in øre
 *
 * Adds an amount that is given.
 *
 * Since: 0.1
 */
void
kkr_derivation_builder_add_amount (KkrDerivationBuilder *self, const char *id, const char *danish,
                                   const char *english, gint64 amount)
{
  g_autofree char *exact = g_strdup_printf ("%" G_GINT64_FORMAT, amount);

  kkr_derivation_builder_add_value (self, id, danish, english, exact, KKR_UNIT_AMOUNT);
}

/**
 * kkr_derivation_builder_add_text:
 * @self: a builder
 * @id: the id of the step
 * @danish: its Danish title
 * @english: its English title
 * @text: the text
 *
 * Adds a text that the figure depends on, such as a date or a rule that was chosen. Formulas cannot
 * use it.
 *
 * Since: 0.1
 */
void
kkr_derivation_builder_add_text (KkrDerivationBuilder *self, const char *id, const char *danish,
                                 const char *english, const char *text)
{
  g_return_if_fail (KKR_IS_DERIVATION_BUILDER (self));
  g_return_if_fail (id != NULL && danish != NULL && english != NULL && text != NULL);

  if (kkr_derivation_builder_is_open (self))
    kkr_step_maker_add_text (&self->maker, id, danish, english, text);
}

/**
 * kkr_derivation_builder_set_source:
 * @self: a builder
 * @source: (nullable): the document that the step added last comes from
 * @section: (nullable): where in the document
 *
 * Says where the step that was added last comes from.
 *
 * Since: 0.1
 */
void
kkr_derivation_builder_set_source (KkrDerivationBuilder *self, KkrSource *source,
                                   const char *section)
{
  KkrStep *step;

  g_return_if_fail (KKR_IS_DERIVATION_BUILDER (self));
  g_return_if_fail (source == NULL || KKR_IS_SOURCE (source));

  step = kkr_derivation_builder_is_open (self)
           ? kkr_step_maker_get_last (&self->maker, N_("a source")) : NULL;
  if (step == NULL)
    return;
  g_set_object (&step->source, source);
  g_free (step->section);
  step->section = g_strdup (section);
}

/**
 * kkr_derivation_builder_set_price_level:
 * @self: a builder
 * @price_level: (nullable): `nominal` or a year
 *
 * Says in the prices of which year the step that was added last is.
 *
 * Since: 0.1
 */
void
kkr_derivation_builder_set_price_level (KkrDerivationBuilder *self, const char *price_level)
{
  KkrStep *step;

  g_return_if_fail (KKR_IS_DERIVATION_BUILDER (self));

  step = kkr_derivation_builder_is_open (self)
           ? kkr_step_maker_get_last (&self->maker, N_("a price level")) : NULL;
  if (step == NULL)
    return;
  g_free (step->price_level);
  step->price_level = g_strdup (price_level);
}

/**
 * kkr_derivation_builder_add_sum:
 * @self: a builder
 * @id: the id of the step
 * @danish: its Danish title
 * @english: its English title
 * @keys: (array zero-terminated=1): what each term belongs to
 * @exact: (array zero-terminated=1): the exact terms, as many as @keys
 * @unit: what the terms and the sum count
 *
 * Adds the sum of terms that are given.
 *
 * Since: 0.1
 */
void
kkr_derivation_builder_add_sum (KkrDerivationBuilder *self, const char *id, const char *danish,
                                const char *english, const char *const *keys,
                                const char *const *exact, KkrUnit unit)
{
  g_return_if_fail (KKR_IS_DERIVATION_BUILDER (self));
  g_return_if_fail (id != NULL && danish != NULL && english != NULL);
  g_return_if_fail (keys != NULL && exact != NULL);

  if (kkr_derivation_builder_is_open (self))
    kkr_step_maker_add_sum (&self->maker, id, danish, english, keys, exact, unit);
}

/**
 * kkr_derivation_builder_add_formula:
 * @self: a builder
 * @id: the id of the step
 * @danish: its Danish title
 * @english: its English title
 * @expression: ids of earlier steps and decimals with a dot, joined by `+ - * / ( )`, `min(a,b)`
 *   and `max(a,b)`
 * @unit: what the result counts
 *
 * Adds what a formula gives, exactly. Amounts are in øre and rates in kroner: a formula that goes
 * from one to the other has the factor 100 in it.
 *
 * Since: 0.1
 */
void
kkr_derivation_builder_add_formula (KkrDerivationBuilder *self, const char *id, const char *danish,
                                    const char *english, const char *expression, KkrUnit unit)
{
  g_return_if_fail (KKR_IS_DERIVATION_BUILDER (self));
  g_return_if_fail (id != NULL && danish != NULL && english != NULL && expression != NULL);

  if (kkr_derivation_builder_is_open (self))
    kkr_step_maker_add_formula (&self->maker, id, danish, english, expression, unit);
}

/**
 * kkr_derivation_builder_add_rounding:
 * @self: a builder
 * @id: the id of the step
 * @danish: its Danish title
 * @english: its English title
 * @expression: a formula, as [method@DerivationBuilder.add_formula] takes it
 * @unit: what the result counts
 * @mode: how it is rounded
 * @rounding_unit: to multiples of what, an exact number in the step's own unit: `100` is 1 kr. for
 *   an amount
 *
 * Adds what a formula gives, rounded once.
 *
 * Since: 0.1
 */
void
kkr_derivation_builder_add_rounding (KkrDerivationBuilder *self, const char *id,
                                     const char *danish, const char *english,
                                     const char *expression, KkrUnit unit, KkrRoundingMode mode,
                                     const char *rounding_unit)
{
  g_return_if_fail (KKR_IS_DERIVATION_BUILDER (self));
  g_return_if_fail (id != NULL && danish != NULL && english != NULL);
  g_return_if_fail (expression != NULL && rounding_unit != NULL);

  if (kkr_derivation_builder_is_open (self))
    kkr_step_maker_add_rounding (&self->maker, id, danish, english, expression, unit, mode,
                                 rounding_unit);
}

/**
 * kkr_derivation_builder_add_apportionment:
 * @self: a builder
 * @id: the id of the step
 * @danish: its Danish title
 * @english: its English title
 * @total: the id of the earlier step that is shared out
 * @keys: (array zero-terminated=1): what each weight belongs to
 * @weights: (array zero-terminated=1): the exact weights, as many as @keys, none negative
 * @method: how the total was shared out
 * @tie_rule: who gets the last unit
 * @rounding_unit: shares are multiples of it, an exact number in the unit of the total
 * @row: the row whose share the step is, from 0
 * @share: the exact share of the row
 *
 * Adds one row's share of a total. The share is what [func@apportion] gave; the step says how.
 *
 * Since: 0.1
 */
void
kkr_derivation_builder_add_apportionment (KkrDerivationBuilder *self, const char *id,
    const char *danish, const char *english, const char *total, const char *const *keys,
    const char *const *weights, KkrApportionMethod method, KkrTieRule tie_rule,
    const char *rounding_unit, guint row, const char *share)
{
  const KkrShareInit init = { total, keys, weights, method, tie_rule, rounding_unit, row, share };

  g_return_if_fail (KKR_IS_DERIVATION_BUILDER (self));
  g_return_if_fail (id != NULL && danish != NULL && english != NULL && total != NULL);
  g_return_if_fail (keys != NULL && weights != NULL && rounding_unit != NULL && share != NULL);

  if (kkr_derivation_builder_is_open (self))
    kkr_step_maker_add_apportionment (&self->maker, id, danish, english, &init);
}
