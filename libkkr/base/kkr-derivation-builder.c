/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-derivation-builder-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error.h>

/**
 * KkrDerivationBuilder:
 *
 * Makes a [class@Derivation], step by step; the step added last is the result. Titles longer than
 * 500 bytes are cut.
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

gboolean
kkr_derivation_builder_is_open (KkrDerivationBuilder *self)
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

  if (!kkr_derivation_builder_is_open (self))
    return;
  g_free (self->derivation->danish);
  g_free (self->derivation->english);
  self->derivation->danish = kkr_derivation_dup_title (danish);
  self->derivation->english = kkr_derivation_dup_title (english);
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

  if (!kkr_derivation_builder_is_open (self))
    return;
  set_text (&self->derivation->data_version, data_version);
  set_text (&self->derivation->sha256, sha256);
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

  if (kkr_derivation_builder_is_open (self))
    g_ptr_array_add (self->derivation->notes, g_object_ref (note));
}

static gboolean
refuse_mark (const char *text, const char *mark, GError **error)
{
  if (text == NULL || strstr (text, mark) == NULL)
    return FALSE;
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
               _("a line that can be read in two ways: \"%s\" found, a text without \"%s\" "
                 "expected"), text, mark);
  return TRUE;
}

/* The statements part what they say by these marks. */
static gboolean
check_statements (KkrDerivation *self, GError **error)
{
  if (refuse_mark (self->column, ", ", error)
      || refuse_mark (self->data_version, "; sha-256 ", error))
    return FALSE;
  for (guint i = 0; i < self->steps->len; i++)
    {
      const KkrStep *step = self->steps->pdata[i];
      const char *source = step->source != NULL ? kkr_source_get_id (step->source) : NULL;

      if (refuse_mark (source, ",", error) || refuse_mark (source, ";", error)
          || refuse_mark (step->section, "; prisniveau ", error))
        return FALSE;
    }
  return TRUE;
}

/**
 * kkr_derivation_builder_end:
 * @self: a builder
 * @error: return location for a [error@CalcError]
 *
 * Ends the building. It can be done once.
 *
 * Returns: (transfer full): the derivation, or %NULL with the first thing that was wrong:
 *   `OUT_OF_RANGE` (a text that is no exact number, a fault in a formula, a division by zero, a
 *   comma or a semicolon in the id of a source, which part what a statement says),
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
                         _("the derivation was ended before: a second end found, one expected"));
  else if (self->maker.error != NULL)
    g_propagate_error (error, g_steal_pointer (&self->maker.error));
  else if (self->maker.steps->len == 0)
    g_set_error_literal (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
                         _("a derivation without a result: no step found, at least one expected"));
  else
    {
      const KkrStep *result = kkr_step_maker_get_last (&self->maker, NULL);

      kkr_derivation_take_steps (derivation, kkr_step_maker_take_steps (&self->maker));
      g_free (derivation->value);
      derivation->value = result->kind == KKR_STEP_KIND_TEXT
                            ? g_strdup (result->text) : kkr_rational_to_string (&result->value);
      if (derivation->danish == NULL)
        derivation->danish = kkr_derivation_dup_title (derivation->column);
      if (derivation->english == NULL)
        derivation->english = kkr_derivation_dup_title (derivation->column);
      if (check_statements (derivation, error))
        return g_steal_pointer (&derivation);
    }
  return NULL;
}
