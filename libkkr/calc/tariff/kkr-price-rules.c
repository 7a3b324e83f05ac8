/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-price-index.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error.h>

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
  for (KkrIndexRounding value = KKR_INDEX_ROUNDING_ONCE; value <= KKR_INDEX_ROUNDING_YEARLY;
       value++)
    if (g_strcmp0 (text, kkr_index_rounding_to_string (value)) == 0)
      return value;
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
               _("no such rounding of a chain: \"%s\" found, one of once, yearly expected"),
               text != NULL ? text : "");
  return KKR_INDEX_ROUNDING_UNSET;
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
  g_autoptr (GEnumClass) klass = g_type_class_ref (KKR_TYPE_INDEX_ROUNDING);
  GEnumValue *found = g_enum_get_value (klass, (int) index_rounding);

  return found != NULL ? found->value_nick : "unset";
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
  for (KkrCompositeRule value = KKR_COMPOSITE_RULE_RATES; value <= KKR_COMPOSITE_RULE_PARTS;
       value++)
    if (g_strcmp0 (text, kkr_composite_rule_to_string (value)) == 0)
      return value;
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
               _("no such rule for a composite series: \"%s\" found, one of rates, parts expected"),
               text != NULL ? text : "");
  return KKR_COMPOSITE_RULE_UNSET;
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
  g_autoptr (GEnumClass) klass = g_type_class_ref (KKR_TYPE_COMPOSITE_RULE);
  GEnumValue *found = g_enum_get_value (klass, (int) composite_rule);

  return found != NULL ? found->value_nick : "unset";
}
