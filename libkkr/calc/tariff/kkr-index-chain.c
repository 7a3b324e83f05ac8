/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-index-chain.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error.h>

G_DEFINE_ENUM_TYPE (KkrIndexChain, kkr_index_chain,
  G_DEFINE_ENUM_VALUE (KKR_INDEX_CHAIN_UNSET, "unset"),
  G_DEFINE_ENUM_VALUE (KKR_INDEX_CHAIN_MULTIPLICATIVE, "multiplicative"),
  G_DEFINE_ENUM_VALUE (KKR_INDEX_CHAIN_ADDITIVE, "additive"))

/**
 * kkr_index_chain_from_string:
 * @text: the nick, such as `multiplicative`
 * @error: return location for a [error@CalcError]
 *
 * Reads a [enum@IndexChain] from its nick.
 *
 * Returns: the value, or 0 with `OUT_OF_RANGE` naming the words that are known
 *
 * Since: 0.1
 */
KkrIndexChain
kkr_index_chain_from_string (const char *text, GError **error)
{
  for (KkrIndexChain value = KKR_INDEX_CHAIN_MULTIPLICATIVE; value <= KKR_INDEX_CHAIN_ADDITIVE;
       value++)
    if (g_strcmp0 (text, kkr_index_chain_to_string (value)) == 0)
      return value;
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
               _("no such chain of rates: \"%s\" found, one of multiplicative, additive expected"),
               text != NULL ? text : "");
  return KKR_INDEX_CHAIN_UNSET;
}

/**
 * kkr_index_chain_to_string:
 * @index_chain: a [enum@IndexChain]
 *
 * Gives the nick of a value.
 *
 * Returns: (transfer none): the nick, `unset` for a number that is none of the values
 *
 * Since: 0.1
 */
const char *
kkr_index_chain_to_string (KkrIndexChain index_chain)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (KKR_TYPE_INDEX_CHAIN);
  GEnumValue *found = g_enum_get_value (klass, (int) index_chain);

  return found != NULL ? found->value_nick : "unset";
}
