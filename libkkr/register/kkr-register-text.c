/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/base/kkr-frozen-list-private.h>
#include <libkkr/register/kkr-register.h>

static void
append_count (GString *text, guint n, const char *one, const char *many)
{
  g_autofree char *number = kkr_format_int (n, "da");

  g_string_append_printf (text, "%s%s", number, n == 1 ? one : many);
}

/**
 * kkr_register_to_string:
 * @self: a register
 *
 * Gets a summary in Danish.
 *
 * Returns: (transfer full): a few lines of text
 *
 * Since: 0.1
 */
char *
kkr_register_to_string (KkrRegister *self)
{
  guint n_sources;
  gpointer const *sources;
  GString *text;

  g_return_val_if_fail (KKR_IS_REGISTER (self), NULL);

  text = g_string_new ("Register ");
  g_string_append_printf (text, "%s: ", kkr_register_get_data_version (self));
  append_count (text, g_list_model_get_n_items (kkr_register_get_municipalities (self)),
                " kommune, ", " kommuner, ");
  append_count (text, g_list_model_get_n_items (kkr_register_get_regions (self)), " region, ",
                " regioner, ");
  append_count (text, g_list_model_get_n_items (kkr_register_get_arrangements (self)),
                " ordning, ", " ordninger, ");
  append_count (text, kkr_register_get_n_facts (self), " oplysning", " oplysninger");
  sources = kkr_frozen_list_peek (kkr_register_get_sources (self), &n_sources);
  for (guint i = 0; i < n_sources; i++)
    {
      g_autofree char *source = kkr_source_to_string (sources[i]);

      g_string_append_printf (text, "%s%s", i == 0 ? "\nKilder:\n  " : "\n  ", source);
    }
  return g_string_free (text, FALSE);
}

/**
 * kkr_register___str__:
 * @self: a register
 *
 * Does what [method@Register.to_string] does.
 *
 * Returns: (transfer full): a few lines of text
 *
 * Since: 0.1
 */
char *
kkr_register___str__ (KkrRegister *self)
{
  return kkr_register_to_string (self);
}

/**
 * kkr_register___repr__:
 * @self: a register
 *
 * Gets what a prompt shows.
 *
 * Returns: (transfer full): one line of text
 *
 * Since: 0.1
 */
char *
kkr_register___repr__ (KkrRegister *self)
{
  g_return_val_if_fail (KKR_IS_REGISTER (self), NULL);
  return g_strdup_printf ("<Kkr.Register %s, %u facts>", kkr_register_get_data_version (self),
                          kkr_register_get_n_facts (self));
}
