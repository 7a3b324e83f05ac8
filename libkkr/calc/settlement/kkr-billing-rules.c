/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/settlement/kkr-place-billing.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-enums-private.h>

G_DEFINE_ENUM_TYPE (KkrNoticeRule, kkr_notice_rule,
  G_DEFINE_ENUM_VALUE (KKR_NOTICE_RULE_UNSET, "unset"),
  G_DEFINE_ENUM_VALUE (KKR_NOTICE_RULE_NONE, "none"),
  G_DEFINE_ENUM_VALUE (KKR_NOTICE_RULE_DAYS, "days"),
  G_DEFINE_ENUM_VALUE (KKR_NOTICE_RULE_END_OF_MONTH, "end-of-month"),
  G_DEFINE_ENUM_VALUE (KKR_NOTICE_RULE_END_OF_NEXT_MONTH, "end-of-next-month"))

G_DEFINE_ENUM_TYPE (KkrMonthSplit, kkr_month_split,
  G_DEFINE_ENUM_VALUE (KKR_MONTH_SPLIT_UNSET, "unset"),
  G_DEFINE_ENUM_VALUE (KKR_MONTH_SPLIT_DAYS_OF_MONTH, "days-of-month"),
  G_DEFINE_ENUM_VALUE (KKR_MONTH_SPLIT_THIRTY_DAYS, "thirty-days"),
  G_DEFINE_ENUM_VALUE (KKR_MONTH_SPLIT_DAYS_OF_YEAR, "days-of-year"),
  G_DEFINE_ENUM_VALUE (KKR_MONTH_SPLIT_FIXED_YEAR, "fixed-year"))

/**
 * kkr_notice_rule_from_string:
 * @text: the nick, such as `end-of-next-month`
 * @error: return location for a [error@CalcError]
 *
 * Reads a [enum@NoticeRule] from its nick.
 *
 * Returns: the value, or 0 with `OUT_OF_RANGE` naming the words that are known
 *
 * Since: 0.1
 */
KkrNoticeRule
kkr_notice_rule_from_string (const char *text, GError **error)
{
  return (KkrNoticeRule) kkr_enum_from_string (KKR_TYPE_NOTICE_RULE,
                                               N_("no such rule for notice"), text, error);
}

/**
 * kkr_notice_rule_to_string:
 * @notice_rule: a [enum@NoticeRule]
 *
 * Gives the nick of a value.
 *
 * Returns: (transfer none): the nick, `unset` for a number that is none of the values
 *
 * Since: 0.1
 */
const char *
kkr_notice_rule_to_string (KkrNoticeRule notice_rule)
{
  return kkr_enum_to_string (KKR_TYPE_NOTICE_RULE, (int) notice_rule);
}

/**
 * kkr_month_split_from_string:
 * @text: the nick, such as `days-of-month`
 * @error: return location for a [error@CalcError]
 *
 * Reads a [enum@MonthSplit] from its nick.
 *
 * Returns: the value, or 0 with `OUT_OF_RANGE` naming the words that are known
 *
 * Since: 0.1
 */
KkrMonthSplit
kkr_month_split_from_string (const char *text, GError **error)
{
  return (KkrMonthSplit) kkr_enum_from_string (KKR_TYPE_MONTH_SPLIT,
                                               N_("no such rule for parts of a month"), text,
                                               error);
}

/**
 * kkr_month_split_to_string:
 * @month_split: a [enum@MonthSplit]
 *
 * Gives the nick of a value.
 *
 * Returns: (transfer none): the nick, `unset` for a number that is none of the values
 *
 * Since: 0.1
 */
const char *
kkr_month_split_to_string (KkrMonthSplit month_split)
{
  return kkr_enum_to_string (KKR_TYPE_MONTH_SPLIT, (int) month_split);
}
