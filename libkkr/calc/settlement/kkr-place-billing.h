/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/kkr-calculator.h>

G_BEGIN_DECLS

/**
 * KkrNoticeRule:
 * @KKR_NOTICE_RULE_UNSET: not said; never accepted
 * @KKR_NOTICE_RULE_NONE: payment ends with the last day of the stay
 * @KKR_NOTICE_RULE_DAYS: so many days after the day on which notice was given
 * @KKR_NOTICE_RULE_END_OF_MONTH: to the end of the month in which notice was given
 * @KKR_NOTICE_RULE_END_OF_NEXT_MONTH: to the end of the month after that (løbende måned plus en
 *   måned)
 *
 * How long a place is paid for after notice (opsigelse) was given.
 *
 * Since: 0.1
 */
typedef enum {
  KKR_NOTICE_RULE_UNSET,
  KKR_NOTICE_RULE_NONE,
  KKR_NOTICE_RULE_DAYS,
  KKR_NOTICE_RULE_END_OF_MONTH,
  KKR_NOTICE_RULE_END_OF_NEXT_MONTH,
} KkrNoticeRule;

/**
 * KkrMonthSplit:
 * @KKR_MONTH_SPLIT_UNSET: not said; never accepted
 * @KKR_MONTH_SPLIT_DAYS_OF_MONTH: a month's tariff by the days of the month, a year's by those of
 *   the year
 * @KKR_MONTH_SPLIT_THIRTY_DAYS: a day is a thirtieth of a month's tariff, in every month
 * @KKR_MONTH_SPLIT_DAYS_OF_YEAR: twelve months' tariffs by the 365 or 366 days of the year
 * @KKR_MONTH_SPLIT_FIXED_YEAR: twelve months' tariffs, and a year's, by 365 days in every year
 *
 * What a day costs where the tariff (takst) is one for a month or a year.
 *
 * Since: 0.1
 */
typedef enum {
  KKR_MONTH_SPLIT_UNSET,
  KKR_MONTH_SPLIT_DAYS_OF_MONTH,
  KKR_MONTH_SPLIT_THIRTY_DAYS,
  KKR_MONTH_SPLIT_DAYS_OF_YEAR,
  KKR_MONTH_SPLIT_FIXED_YEAR,
} KkrMonthSplit;

#define KKR_TYPE_NOTICE_RULE (kkr_notice_rule_get_type ())
KKR_AVAILABLE_IN_ALL
GType kkr_notice_rule_get_type (void) G_GNUC_CONST;
KKR_AVAILABLE_IN_ALL
KkrNoticeRule kkr_notice_rule_from_string (const char *text, GError **error);
KKR_AVAILABLE_IN_ALL
const char *kkr_notice_rule_to_string (KkrNoticeRule notice_rule);

#define KKR_TYPE_MONTH_SPLIT (kkr_month_split_get_type ())
KKR_AVAILABLE_IN_ALL
GType kkr_month_split_get_type (void) G_GNUC_CONST;
KKR_AVAILABLE_IN_ALL
KkrMonthSplit kkr_month_split_from_string (const char *text, GError **error);
KKR_AVAILABLE_IN_ALL
const char *kkr_month_split_to_string (KkrMonthSplit month_split);

#define KKR_TYPE_PLACE_BILLING (kkr_place_billing_get_type ())
KKR_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (KkrPlaceBilling, kkr_place_billing, KKR, PLACE_BILLING, KkrCalculator)

KKR_AVAILABLE_IN_ALL
KkrPlaceBilling *kkr_place_billing_new (void);

G_END_DECLS
