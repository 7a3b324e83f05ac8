/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-derivation-builder.h>

#include <libkkr/base/kkr-derivation-private.h>
#include <libkkr/base/kkr-step-maker-private.h>
#include <libkkr/base/kkr-error.h>

/**
 * KkrDerivationBuilder:
 *
 * Makes a [class@Derivation], step by step; the step added last is the result.
 *
 * Each step has an id (a small letter, then small letters, digits and `_`; not `min` or `max`), by
 * which later formulas refer to it, a Danish and an English title, and an exact value: amounts in
 * øre, rates in kroner, shares fractions of 1. Exact numbers are texts such as `43851`, `-7/3` or
 * `3.2`.
 *
 * The builder remembers the first thing that is wrong, ignores what comes after it, and reports it
 * from [method@DerivationBuilder.end], so that only one error has to be handled.
 *
 * Since: 0.1
 */
struct _KkrDerivationBuilder {
  GObject parent_instance;

  /* Taken away by end(). */
  KkrDerivation *derivation;
  KkrStepMaker maker;
};

G_DEFINE_FINAL_TYPE (KkrDerivationBuilder, kkr_derivation_builder, G_TYPE_OBJECT)

static void
kkr_derivation_builder_dispose (GObject *object)
{
  KkrDerivationBuilder *self = KKR_DERIVATION_BUILDER (object);

  g_clear_object (&self->derivation);
  G_OBJECT_CLASS (kkr_derivation_builder_parent_class)->dispose (object);
}

static void
kkr_derivation_builder_finalize (GObject *object)
{
  KkrDerivationBuilder *self = KKR_DERIVATION_BUILDER (object);

  kkr_step_maker_clear (&self->maker);
  G_OBJECT_CLASS (kkr_derivation_builder_parent_class)->finalize (object);
}

static void
kkr_derivation_builder_class_init (KkrDerivationBuilderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = kkr_derivation_builder_dispose;
  object_class->finalize = kkr_derivation_builder_finalize;
}

static void
kkr_derivation_builder_init (KkrDerivationBuilder *self)
{
  self->derivation = g_object_new (KKR_TYPE_DERIVATION, NULL);
  kkr_step_maker_init (&self->maker);
}

/* Nothing is added after an error or after end(). */
static gboolean
is_open (KkrDerivationBuilder *self)
{
  return self->derivation != NULL && self->maker.error == NULL;
}

static void
set_text (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

/**
 * kkr_derivation_builder_new:
 * @column: the column of the cell that is explained
 * @key: the row of the cell, for example a municipality; may be empty
 *
 * Makes a builder for the derivation of one cell.
 *
 * Returns: (transfer full): the builder
 *
 * Since: 0.1
 */
KkrDerivationBuilder *
kkr_derivation_builder_new (const char *column, const char *key)
{
  KkrDerivationBuilder *self;

  g_return_val_if_fail (column != NULL, NULL);
  g_return_val_if_fail (key != NULL, NULL);

  self = g_object_new (KKR_TYPE_DERIVATION_BUILDER, NULL);
  set_text (&self->derivation->column, column);
  set_text (&self->derivation->key, key);
  return self;
}

/**
 * kkr_derivation_builder_set_title:
 * @self: a builder
 * @danish: the Danish title of the column
 * @english: the English title of the column
 *
 * Says what the figure is called. Without it, it is called by its column.
 *
 * Since: 0.1
 */
void
kkr_derivation_builder_set_title (KkrDerivationBuilder *self, const char *danish,
                                  const char *english)
{
  g_return_if_fail (KKR_IS_DERIVATION_BUILDER (self));
  g_return_if_fail (danish != NULL);
  g_return_if_fail (english != NULL);

  if (!is_open (self))
    return;
  set_text (&self->derivation->danish, danish);
  set_text (&self->derivation->english, english);
}

/**
 * kkr_derivation_builder_set_register:
 * @self: a builder
 * @data_version: (nullable): the version of the data
 * @sha256: (nullable): the SHA-256 of the data, in hexadecimal
 *
 * Says which register the facts came from.
 *
 * Since: 0.1
 */
void
kkr_derivation_builder_set_register (KkrDerivationBuilder *self, const char *data_version,
                                     const char *sha256)
{
  g_return_if_fail (KKR_IS_DERIVATION_BUILDER (self));

  if (!is_open (self))
    return;
  set_text (&self->derivation->data_version, data_version);
  set_text (&self->derivation->sha256, sha256);
}

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

  if (is_open (self))
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

  if (is_open (self))
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

  step = is_open (self) ? kkr_step_maker_get_last (&self->maker, "a source") : NULL;
  if (step == NULL)
    return;
  g_set_object (&step->source, source);
  set_text (&step->section, section);
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

  step = is_open (self) ? kkr_step_maker_get_last (&self->maker, "a price level") : NULL;
  if (step != NULL)
    set_text (&step->price_level, price_level);
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

  if (is_open (self))
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

  if (is_open (self))
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

  if (is_open (self))
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

  if (is_open (self))
    kkr_step_maker_add_apportionment (&self->maker, id, danish, english, &init);
}

/**
 * kkr_derivation_builder_add_note:
 * @self: a builder
 * @note: something that a reader of the figure should know
 *
 * Adds a note.
 *
 * Since: 0.1
 */
void
kkr_derivation_builder_add_note (KkrDerivationBuilder *self, KkrNote *note)
{
  g_return_if_fail (KKR_IS_DERIVATION_BUILDER (self));
  g_return_if_fail (KKR_IS_NOTE (note));

  if (is_open (self))
    g_ptr_array_add (self->derivation->notes, g_object_ref (note));
}

/**
 * kkr_derivation_builder_end:
 * @self: a builder
 * @error: return location for a [error@CalcError]
 *
 * Ends the building. It can be done once.
 *
 * Returns: (transfer full): the derivation, or %NULL with the first thing that was wrong:
 *   `OUT_OF_RANGE` (a text that is no exact number, a fault in a formula, a division by zero),
 *   `INCONSISTENT` (an id that is there twice or nowhere, no steps at all) or `OVERFLOW`
 *
 * Since: 0.1
 */
KkrDerivation *
kkr_derivation_builder_end (KkrDerivationBuilder *self, GError **error)
{
  g_autoptr (KkrDerivation) derivation = NULL;

  g_return_val_if_fail (KKR_IS_DERIVATION_BUILDER (self), NULL);

  derivation = g_steal_pointer (&self->derivation);
  if (derivation == NULL)
    g_set_error_literal (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
                         "the derivation was ended before: a second end found, one expected");
  else if (self->maker.error != NULL)
    g_propagate_error (error, g_steal_pointer (&self->maker.error));
  else if (self->maker.steps->len == 0)
    g_set_error_literal (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
                         "a derivation without a result: no step found, at least one expected");
  else
    {
      const KkrStep *result = kkr_step_maker_get_last (&self->maker, NULL);

      kkr_step_maker_take_steps (&self->maker, derivation->steps);
      g_free (derivation->value);
      derivation->value = result->kind == KKR_STEP_KIND_TEXT
                            ? g_strdup (result->text) : kkr_rational_to_string (&result->value);
      if (derivation->danish == NULL)
        set_text (&derivation->danish, derivation->column);
      if (derivation->english == NULL)
        set_text (&derivation->english, derivation->column);
      return g_steal_pointer (&derivation);
    }
  return NULL;
}
