/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-calculator-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-format-private.h>
#include <libkkr/calc/kkr-calculator-types-private.h>

/* KkrObjectiveFinancing -> objective-financing; in other languages the type's name has the name of
 * its module before it: "__main__+MyTariff", "Gjs_MyTariff". */
static const char *
name_of_type (GType type)
{
  const char *name = g_type_name (type), *plus = strrchr (name, '+');
  g_autoptr (GString) dashed = g_string_new (NULL);

  if (plus != NULL)
    name = plus + 1;
  else if (g_str_has_prefix (name, "Kkr"))
    name += strlen ("Kkr");
  else if (g_str_has_prefix (name, "Gjs_"))
    name += strlen ("Gjs_");
  for (const char *at = name; *at != '\0'; at++)
    {
      if (g_ascii_isupper (*at) && at > name && g_ascii_islower (at[-1]))
        g_string_append_c (dashed, '-');
      g_string_append_c (dashed, *at == '_' ? '-' : g_ascii_tolower (*at));
    }
  return g_intern_string (dashed->str);
}

/**
 * kkr_calculator_new_by_name:
 * @name: a name, such as `objective-financing`
 * @error: return location for a [error@CalcError]
 *
 * Makes one of the library's calculators from its name.
 *
 * Returns: (transfer full): a calculator with no input assigned, or %NULL with `OUT_OF_RANGE`
 *   naming those that there are
 *
 * Since: 0.1
 */
KkrCalculator *
kkr_calculator_new_by_name (const char *name, GError **error)
{
  g_autoptr (GString) known = g_string_new (NULL);

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  for (int i = 0; kkr_calculator_type_getters[i] != NULL; i++)
    {
      GType type = kkr_calculator_type_getters[i]();

      if (g_str_equal (name_of_type (type), name))
        return g_object_new (type, NULL);
      g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", name_of_type (type));
    }
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
               _("no such calculator: \"%s\" found, one of %s expected"), name, known->str);
  return NULL;
}

/**
 * kkr_calculator_dup_types:
 * @n_types: (out): how many there are
 *
 * Lists the types of the library's calculators.
 *
 * Returns: (transfer full) (array length=n_types): the types
 *
 * Since: 0.1
 */
GType *
kkr_calculator_dup_types (gsize *n_types)
{
  GType *types;
  gsize n = 0;

  g_return_val_if_fail (n_types != NULL, NULL);

  while (kkr_calculator_type_getters[n] != NULL)
    n++;
  types = g_new (GType, n);
  for (gsize i = 0; i < n; i++)
    types[i] = kkr_calculator_type_getters[i]();
  *n_types = n;
  return types;
}

/**
 * kkr_calculator_get_name:
 * @self: a [class@Calculator]
 *
 * Gives the name of the calculator's class as [ctor@Calculator.new_by_name] and the command line
 * know it.
 *
 * Returns: (transfer none): the name, such as `objective-financing`
 *
 * Since: 0.1
 */
const char *
kkr_calculator_get_name (KkrCalculator *self)
{
  g_return_val_if_fail (KKR_IS_CALCULATOR (self), NULL);

  return name_of_type (G_OBJECT_TYPE (self));
}

/**
 * kkr_calculator_get_title:
 * @self: a [class@Calculator]
 *
 * Gives the Danish title.
 *
 * Returns: (transfer none): the title, such as `Objektiv finansiering`
 *
 * Since: 0.1
 */
const char *
kkr_calculator_get_title (KkrCalculator *self)
{
  return kkr_calculator_get_title_in (self, "da");
}

/**
 * kkr_calculator_get_title_in:
 * @self: a [class@Calculator]
 * @language: `da` or `en`
 *
 * Gives the title in a language.
 *
 * Returns: (transfer none): the title, or the name for a class that has none
 *
 * Since: 0.1
 */
const char *
kkr_calculator_get_title_in (KkrCalculator *self, const char *language)
{
  KkrCalculatorClass *klass;
  const char *title;

  g_return_val_if_fail (KKR_IS_CALCULATOR (self), NULL);

  klass = KKR_CALCULATOR_GET_CLASS (self);
  title = kkr_text_in (language, klass->title_da, klass->title_en);
  return title != NULL ? title : kkr_calculator_get_name (self);
}

/**
 * kkr_calculator_to_string:
 * @self: a [class@Calculator]
 *
 * Gives the title and the inputs that were assigned, a line each.
 *
 * Returns: (transfer full): the text
 *
 * Since: 0.1
 */
char *
kkr_calculator_to_string (KkrCalculator *self)
{
  g_autoptr (GString) text = NULL;
  g_auto (GStrv) names = NULL;

  g_return_val_if_fail (KKR_IS_CALCULATOR (self), NULL);

  text = g_string_new (kkr_calculator_get_title (self));
  names = kkr_calculator_dup_input_names (self);
  for (guint i = 0; names[i] != NULL; i++)
    if (kkr_calculator_is_assigned (self, names[i]))
      {
        g_autofree char *value = kkr_calculator_dup_input_text (self, names[i]);

        g_string_append_printf (text, "\n  %s = %s", names[i], value != NULL ? value : "");
      }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * kkr_calculator___str__:
 * @self: a [class@Calculator]
 *
 * The same as [method@Calculator.to_string], for Python.
 *
 * Returns: (transfer full): the text
 *
 * Since: 0.1
 */
char *
kkr_calculator___str__ (KkrCalculator *self)
{
  return kkr_calculator_to_string (self);
}

/**
 * kkr_calculator___repr__:
 * @self: a [class@Calculator]
 *
 * One line for Python's prompt.
 *
 * Returns: (transfer full): the line
 *
 * Since: 0.1
 */
char *
kkr_calculator___repr__ (KkrCalculator *self)
{
  g_return_val_if_fail (KKR_IS_CALCULATOR (self), NULL);

  return g_strdup_printf ("<Kkr.Calculator %s>", kkr_calculator_get_name (self));
}
