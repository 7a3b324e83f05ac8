/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-price-index.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-enums-private.h>

G_DEFINE_ENUM_TYPE (KkrIndexRounding, kkr_index_rounding,
  G_DEFINE_ENUM_VALUE (KKR_INDEX_ROUNDING_UNSET, "unset"),
  G_DEFINE_ENUM_VALUE (KKR_INDEX_ROUNDING_ONCE, "once"),
  G_DEFINE_ENUM_VALUE (KKR_INDEX_ROUNDING_YEARLY, "yearly"))

G_DEFINE_ENUM_TYPE (KkrCompositeRule, kkr_composite_rule,
  G_DEFINE_ENUM_VALUE (KKR_COMPOSITE_RULE_UNSET, "unset"),
  G_DEFINE_ENUM_VALUE (KKR_COMPOSITE_RULE_RATES, "rates"),
  G_DEFINE_ENUM_VALUE (KKR_COMPOSITE_RULE_PARTS, "parts"))

/**
 * kkr_index_rounding_from_string:
 * @text: the nick, such as `yearly`
 * @error: return location for a [error@CalcError]
 *
 * Reads a [enum@IndexRounding] from its nick.
 *
 * Returns: the value, or 0 with `OUT_OF_RANGE` naming the words that are known
 *
 * Since: 0.1
 */
KkrIndexRounding
kkr_index_rounding_from_string (const char *text, GError **error)
{
  return (KkrIndexRounding) kkr_enum_from_string (kkr_index_rounding_get_type (),
                                                  N_("no such rounding of a chain"), text, error);
}

/**
 * kkr_index_rounding_to_string:
 * @index_rounding: a [enum@IndexRounding]
 *
 * Gives the nick of a value.
 *
 * Returns: (transfer none): the nick, `unset` for a number that is none of the values
 *
 * Since: 0.1
 */
const char *
kkr_index_rounding_to_string (KkrIndexRounding index_rounding)
{
  return kkr_enum_to_string (kkr_index_rounding_get_type (), (int) index_rounding);
}

/**
 * kkr_composite_rule_from_string:
 * @text: the nick, such as `rates`
 * @error: return location for a [error@CalcError]
 *
 * Reads a [enum@CompositeRule] from its nick.
 *
 * Returns: the value, or 0 with `OUT_OF_RANGE` naming the words that are known
 *
 * Since: 0.1
 */
KkrCompositeRule
kkr_composite_rule_from_string (const char *text, GError **error)
{
  return (KkrCompositeRule) kkr_enum_from_string (kkr_composite_rule_get_type (),
                                                  N_("no such rule for a composite series"),
                                                  text, error);
}

/**
 * kkr_composite_rule_to_string:
 * @composite_rule: a [enum@CompositeRule]
 *
 * Gives the nick of a value.
 *
 * Returns: (transfer none): the nick, `unset` for a number that is none of the values
 *
 * Since: 0.1
 */
const char *
kkr_composite_rule_to_string (KkrCompositeRule composite_rule)
{
  return kkr_enum_to_string (kkr_composite_rule_get_type (), (int) composite_rule);
}
