/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-calculator-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-format-private.h>
#include <libkkr/calc/kkr-calculator-state-private.h>
#include <libkkr/calc/kkr-sheet-private.h>

char *
kkr_param_text_in (const char *text, const char *language)
{
  const char *bar = text != NULL ? strchr (text, '|') : NULL;

  if (bar == NULL)
    return g_strdup (text != NULL ? text : "");
  return kkr_language_is_english (language) ? g_strdup (bar + 1)
                                            : g_strndup (text, (gsize) (bar - text));
}

char *
kkr_param_label_in (GParamSpec *pspec, const char *language)
{
  const char *label = g_param_spec_get_nick (pspec);

  return kkr_param_text_in (label != NULL && *label != '\0' ? label : pspec->name, language);
}

/* The stored value of an input of a C class, or its default. */
static const GValue *
peek_value (KkrCalculator *self, const char *name)
{
  const KkrInput *input = kkr_calculator_find_input (self, name);
  const GValue *value = NULL;

  if (input != NULL)
    value = g_hash_table_lookup (kkr_calculator_get_state (self)->values, input->name);
  return value != NULL || input == NULL ? value : input->fallback;
}

KkrRegister *
kkr_calculator_get_register (KkrCalculator *self)
{
  const GValue *value = peek_value (self, "register");

  return value != NULL ? g_value_get_object (value) : NULL;
}

KkrTable *
kkr_calculator_get_table (KkrCalculator *self, const char *input)
{
  const GValue *value = peek_value (self, input);

  return value != NULL ? g_value_get_object (value) : NULL;
}

const char *
kkr_calculator_get_text (KkrCalculator *self, const char *name)
{
  return g_value_get_string (peek_value (self, name));
}

int
kkr_calculator_get_int (KkrCalculator *self, const char *name)
{
  return g_value_get_int (peek_value (self, name));
}

gint64
kkr_calculator_get_amount (KkrCalculator *self, const char *name)
{
  return g_value_get_int64 (peek_value (self, name));
}

gdouble
kkr_calculator_get_number (KkrCalculator *self, const char *name)
{
  return g_value_get_double (peek_value (self, name));
}

gboolean
kkr_calculator_get_boolean (KkrCalculator *self, const char *name)
{
  return g_value_get_boolean (peek_value (self, name));
}

int
kkr_calculator_get_enum (KkrCalculator *self, const char *name)
{
  return g_value_get_enum (peek_value (self, name));
}

gboolean
kkr_calculator_get_rational (KkrCalculator *self, const char *name, KkrRational *value,
                             GError **error)
{
  if (kkr_rational_from_double (kkr_calculator_get_number (self, name), value))
    return TRUE;
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
               _("%s: not a number that can be computed with, a decimal number expected"), name);
  return FALSE;
}

/**
 * kkr_calculator_dup_input_names:
 * @self: a [class@Calculator]
 *
 * Lists the inputs: every readable and writable property of the calculator, those of its own class
 * before those that every calculator has, in the order of their declaration (of a class in Python:
 * of their names).
 *
 * Returns: (transfer full) (array zero-terminated=1): the names
 *
 * Since: 0.1
 */
char **
kkr_calculator_dup_input_names (KkrCalculator *self)
{
  const KkrInputList *list;
  char **names;

  g_return_val_if_fail (KKR_IS_CALCULATOR (self), NULL);

  list = kkr_calculator_get_inputs (self);
  names = g_new0 (char *, (gsize) list->n + 1);
  for (guint i = 0; i < list->n; i++)
    names[i] = g_strdup (list->inputs[i].name);
  return names;
}

/**
 * kkr_calculator_is_assigned:
 * @self: a [class@Calculator]
 * @name: the name of an input
 *
 * Says whether an input was given a value. An input that was given %NULL was not.
 *
 * Returns: whether it was assigned; %FALSE for a name that is no input
 *
 * Since: 0.1
 */
gboolean
kkr_calculator_is_assigned (KkrCalculator *self, const char *name)
{
  const KkrInput *input;

  g_return_val_if_fail (KKR_IS_CALCULATOR (self), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  input = kkr_calculator_find_input (self, name);
  return input != NULL &&
         g_hash_table_contains (kkr_calculator_get_state (self)->assigned, input->name);
}

static GParamSpec *
find_input (KkrCalculator *self, const char *name, GError **error)
{
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (self), name);
  g_autofree char *wrong = NULL;

  if (pspec != NULL && kkr_param_is_input (pspec))
    return pspec;
  wrong = kkr_calculator_no_such_input (self, name);
  g_set_error_literal (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE, wrong);
  return NULL;
}

/**
 * kkr_calculator_unset:
 * @self: a [class@Calculator]
 * @name: the name of an input
 * @error: return location for a [error@CalcError]
 *
 * Takes an input back: it has its default again and counts as not assigned.
 *
 * Returns: %TRUE, or %FALSE with `OUT_OF_RANGE` when there is no such input
 *
 * Since: 0.1
 */
gboolean
kkr_calculator_unset (KkrCalculator *self, const char *name, GError **error)
{
  KkrCalculatorPrivate *priv;
  GParamSpec *pspec;

  g_return_val_if_fail (KKR_IS_CALCULATOR (self), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  priv = kkr_calculator_get_state (self);
  pspec = find_input (self, name, error);
  if (pspec == NULL)
    return FALSE;
  priv->unsetting = TRUE;
  g_object_set_property (G_OBJECT (self), pspec->name, g_param_spec_get_default_value (pspec));
  priv->unsetting = FALSE;
  g_hash_table_remove (priv->values, g_intern_string (pspec->name));
  g_hash_table_remove (priv->assigned, g_intern_string (pspec->name));
  return TRUE;
}

/**
 * kkr_calculator_set_from_string:
 * @self: a [class@Calculator]
 * @name: the name of an input
 * @text: the value as people write it
 * @error: return location for a [error@CalcError]
 *
 * Sets an input from text: money in kroner (`19.156.058,50 kr.`), numbers with a comma
 * (`43.851,6`), `ja` or `nej`, the nick of an enum (`largest-remainder`), for a register `packaged`
 * or the path of an XML file, for a table the path of a CSV file, or CSV itself: a text with a line
 * break in it, see [method@Calculator.read_table].
 *
 * Returns: %TRUE, or %FALSE with an error that names the input and what was expected; the input
 *   then has the value it had
 *
 * Since: 0.1
 */
gboolean
kkr_calculator_set_from_string (KkrCalculator *self, const char *name, const char *text,
                                GError **error)
{
  g_auto (GValue) value = G_VALUE_INIT;
  GParamSpec *pspec;

  g_return_val_if_fail (KKR_IS_CALCULATOR (self), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  pspec = find_input (self, name, error);
  if (pspec == NULL)
    return FALSE;
  g_value_init (&value, pspec->value_type);
  if (!kkr_param_parse (pspec, text, &value, error))
    {
      g_prefix_error (error, "%s: ", pspec->name);
      return FALSE;
    }
  g_object_set_property (G_OBJECT (self), pspec->name, &value);
  return TRUE;
}

/**
 * kkr_calculator_dup_input_text:
 * @self: a [class@Calculator]
 * @name: the name of an input
 *
 * Gives the value of an input as people read it, amounts in kroner.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL when there is no value or no such input
 *
 * Since: 0.1
 */
char *
kkr_calculator_dup_input_text (KkrCalculator *self, const char *name)
{
  GParamSpec *pspec;

  g_return_val_if_fail (KKR_IS_CALCULATOR (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  pspec = find_input (self, name, NULL);
  return pspec != NULL ? kkr_calculator_dup_input_text_in (self, pspec, "da") : NULL;
}

/**
 * kkr_calculator_tell_input:
 * @self: a [class@Calculator]
 * @input: the name of an input
 * @danish: the value that was used and where it is from, in Danish
 * @english: the same in English
 *
 * Tells what an input was that nobody assigned and that was found elsewhere, as in a register, so
 * that the result's text can name it. For use in `compute`, on the calculator that it is given.
 *
 * Since: 0.1
 */
void
kkr_calculator_tell_input (KkrCalculator *self, const char *input, const char *danish,
                           const char *english)
{
  char **told;

  g_return_if_fail (KKR_IS_CALCULATOR (self));
  g_return_if_fail (input != NULL);
  g_return_if_fail (danish != NULL);
  g_return_if_fail (english != NULL);

  told = g_new0 (char *, 3);
  told[0] = g_strdup (danish);
  told[1] = g_strdup (english);
  g_hash_table_insert (kkr_calculator_get_state (self)->told, (gpointer) g_intern_string (input),
                       told);
}

const char *
kkr_calculator_get_told (KkrCalculator *self, const char *input, const char *language)
{
  char **told = g_hash_table_lookup (kkr_calculator_get_state (self)->told,
                                     g_intern_string (input));

  return told != NULL ? kkr_text_in (language, told[0], told[1]) : NULL;
}
