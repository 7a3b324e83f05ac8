/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-shelter-capacity.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-enums-private.h>

G_DEFINE_ENUM_TYPE (KkrRefundRule, kkr_refund_rule,
  G_DEFINE_ENUM_VALUE (KKR_REFUND_RULE_UNSET, "unset"),
  G_DEFINE_ENUM_VALUE (KKR_REFUND_RULE_FIRST_DAYS, "first-days"),
  G_DEFINE_ENUM_VALUE (KKR_REFUND_RULE_WHOLE_STAY, "whole-stay"),
  G_DEFINE_ENUM_VALUE (KKR_REFUND_RULE_PERSON_YEAR, "person-year"))

G_DEFINE_ENUM_TYPE (KkrTransitionRule, kkr_transition_rule,
  G_DEFINE_ENUM_VALUE (KKR_TRANSITION_RULE_UNSET, "unset"),
  G_DEFINE_ENUM_VALUE (KKR_TRANSITION_RULE_DAY, "day"),
  G_DEFINE_ENUM_VALUE (KKR_TRANSITION_RULE_START, "start"))

/**
 * kkr_refund_rule_from_string:
 * @text: the nick, such as `first-days`
 * @error: return location for a [error@CalcError]
 *
 * Reads a [enum@RefundRule] from its nick.
 *
 * Returns: the value, or 0 with `OUT_OF_RANGE` naming the words that are known
 *
 * Since: 0.1
 */
KkrRefundRule
kkr_refund_rule_from_string (const char *text, GError **error)
{
  return (KkrRefundRule) kkr_enum_from_string (KKR_TYPE_REFUND_RULE,
                                               N_("no such rule for the refund"), text, error);
}

/**
 * kkr_refund_rule_to_string:
 * @refund_rule: a [enum@RefundRule]
 *
 * Gives the nick of a value.
 *
 * Returns: (transfer none): the nick, `unset` for a number that is none of the values
 *
 * Since: 0.1
 */
const char *
kkr_refund_rule_to_string (KkrRefundRule refund_rule)
{
  return kkr_enum_to_string (KKR_TYPE_REFUND_RULE, (int) refund_rule);
}

/**
 * kkr_transition_rule_from_string:
 * @text: the nick, such as `start`
 * @error: return location for a [error@CalcError]
 *
 * Reads a [enum@TransitionRule] from its nick.
 *
 * Returns: the value, or 0 with `OUT_OF_RANGE` naming the words that are known
 *
 * Since: 0.1
 */
KkrTransitionRule
kkr_transition_rule_from_string (const char *text, GError **error)
{
  return (KkrTransitionRule) kkr_enum_from_string (KKR_TYPE_TRANSITION_RULE,
                                                   N_("no such rule for the transition"), text,
                                                   error);
}

/**
 * kkr_transition_rule_to_string:
 * @transition_rule: a [enum@TransitionRule]
 *
 * Gives the nick of a value.
 *
 * Returns: (transfer none): the nick, `unset` for a number that is none of the values
 *
 * Since: 0.1
 */
const char *
kkr_transition_rule_to_string (KkrTransitionRule transition_rule)
{
  return kkr_enum_to_string (KKR_TYPE_TRANSITION_RULE, (int) transition_rule);
}
