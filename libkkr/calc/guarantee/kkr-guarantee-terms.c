/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/guarantee/kkr-guarantee-terms.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-enums-private.h>

G_DEFINE_ENUM_TYPE (KkrOperatorKind, kkr_operator_kind,
  G_DEFINE_ENUM_VALUE (KKR_OPERATOR_KIND_UNSET, "unset"),
  G_DEFINE_ENUM_VALUE (KKR_OPERATOR_KIND_MUNICIPALITY, "municipality"),
  G_DEFINE_ENUM_VALUE (KKR_OPERATOR_KIND_REGION, "region"),
  G_DEFINE_ENUM_VALUE (KKR_OPERATOR_KIND_NON_PUBLIC, "non-public"))

/**
 * kkr_operator_kind_from_string:
 * @text: the nick, such as `region`
 * @error: return location for a [error@CalcError]
 *
 * Reads an [enum@OperatorKind] from its nick.
 *
 * Returns: the value, or 0 with `OUT_OF_RANGE` naming the words that are known
 *
 * Since: 0.1
 */
KkrOperatorKind
kkr_operator_kind_from_string (const char *text, GError **error)
{
  const char *wrong = N_("no such kind of operator");

  return (KkrOperatorKind) kkr_enum_from_string (KKR_TYPE_OPERATOR_KIND, wrong, text, error);
}

/**
 * kkr_operator_kind_to_string:
 * @operator_kind: an [enum@OperatorKind]
 *
 * Gives the nick of a value.
 *
 * Returns: (transfer none): the nick, `unset` for a number that is none of the values
 *
 * Since: 0.1
 */
const char *
kkr_operator_kind_to_string (KkrOperatorKind operator_kind)
{
  return kkr_enum_to_string (KKR_TYPE_OPERATOR_KIND, (int) operator_kind);
}

G_DEFINE_ENUM_TYPE (KkrGuaranteeUnstated, kkr_guarantee_unstated,
  G_DEFINE_ENUM_VALUE (KKR_GUARANTEE_UNSTATED_UNSET, "unset"),
  G_DEFINE_ENUM_VALUE (KKR_GUARANTEE_UNSTATED_ACCEPT, "accept"),
  G_DEFINE_ENUM_VALUE (KKR_GUARANTEE_UNSTATED_REFUSE, "refuse"))

/**
 * kkr_guarantee_unstated_from_string:
 * @text: the nick, such as `refuse`
 * @error: return location for a [error@CalcError]
 *
 * Reads a [enum@GuaranteeUnstated] from its nick.
 *
 * Returns: the value, or 0 with `OUT_OF_RANGE` naming the words that are known
 *
 * Since: 0.1
 */
KkrGuaranteeUnstated
kkr_guarantee_unstated_from_string (const char *text, GError **error)
{
  const char *wrong = N_("no such rule for what is not stated");

  return (KkrGuaranteeUnstated) kkr_enum_from_string (KKR_TYPE_GUARANTEE_UNSTATED, wrong, text,
                                                      error);
}

/**
 * kkr_guarantee_unstated_to_string:
 * @guarantee_unstated: a [enum@GuaranteeUnstated]
 *
 * Gives the nick of a value.
 *
 * Returns: (transfer none): the nick, `unset` for a number that is none of the values
 *
 * Since: 0.1
 */
const char *
kkr_guarantee_unstated_to_string (KkrGuaranteeUnstated guarantee_unstated)
{
  return kkr_enum_to_string (KKR_TYPE_GUARANTEE_UNSTATED, (int) guarantee_unstated);
}

G_DEFINE_ENUM_TYPE (KkrLeapDayRule, kkr_leap_day_rule,
  G_DEFINE_ENUM_VALUE (KKR_LEAP_DAY_RULE_UNSET, "unset"),
  G_DEFINE_ENUM_VALUE (KKR_LEAP_DAY_RULE_FEBRUARY_28, "february-28"),
  G_DEFINE_ENUM_VALUE (KKR_LEAP_DAY_RULE_MARCH_1, "march-1"))

/**
 * kkr_leap_day_rule_from_string:
 * @text: the nick, such as `march-1`
 * @error: return location for a [error@CalcError]
 *
 * Reads a [enum@LeapDayRule] from its nick.
 *
 * Returns: the value, or 0 with `OUT_OF_RANGE` naming the words that are known
 *
 * Since: 0.1
 */
KkrLeapDayRule
kkr_leap_day_rule_from_string (const char *text, GError **error)
{
  const char *wrong = N_("no such rule for 29 February");

  return (KkrLeapDayRule) kkr_enum_from_string (KKR_TYPE_LEAP_DAY_RULE, wrong, text, error);
}

/**
 * kkr_leap_day_rule_to_string:
 * @leap_day_rule: a [enum@LeapDayRule]
 *
 * Gives the nick of a value.
 *
 * Returns: (transfer none): the nick, `unset` for a number that is none of the values
 *
 * Since: 0.1
 */
const char *
kkr_leap_day_rule_to_string (KkrLeapDayRule leap_day_rule)
{
  return kkr_enum_to_string (KKR_TYPE_LEAP_DAY_RULE, (int) leap_day_rule);
}
