/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-index-chain.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-enums-private.h>

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
  return (KkrIndexChain) kkr_enum_from_string (kkr_index_chain_get_type (),
                                               N_("no such chain of rates"), text, error);
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
  return kkr_enum_to_string (kkr_index_chain_get_type (), (int) index_chain);
}
