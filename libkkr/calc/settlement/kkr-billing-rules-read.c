/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/settlement/kkr-billing-private.h>

#include <libkkr/base/kkr-date-private.h>

gint32
kkr_billing_month_of (gint32 date)
{
  int year, month, day;

  kkr_date_split (date, &year, &month, &day);
  return kkr_date_from_parts (year, month, 1);
}

gint32
kkr_billing_last_of_month (gint32 date)
{
  int year, month, day;

  kkr_date_split (date, &year, &month, &day);
  return kkr_date_from_parts (year, month + 1, 1) - 1;
}

char *
kkr_billing_month_text (gint32 date)
{
  int year, month, day;

  kkr_date_split (date, &year, &month, &day);
  return g_strdup_printf ("%04d-%02d", year, month);
}

/* "31-01-2024", and "01-2024" without its day. */
static gboolean
read_danish_month (const char *text, gint32 *day)
{
  g_autofree char *first = g_strconcat ("1-", text, NULL);

  return kkr_sheet_parse_danish_day (text, day) || kkr_sheet_parse_danish_day (first, day);
}

int
kkr_billing_count_months (gint32 date)
{
  int year, month, day;

  kkr_date_split (date, &year, &month, &day);
  return year * 12 + month - 1;
}

gboolean
kkr_billing_read_month (const char *text, gint32 *month)
{
  KkrDatePrecision precision;
  gint32 earliest, latest;

  if (text != NULL && read_danish_month (text, &earliest))
    {
      *month = kkr_billing_month_of (earliest);
      return TRUE;
    }
  if (text == NULL || !kkr_date_parse_bounds (text, &earliest, &latest, &precision)
      || (precision != KKR_DATE_PRECISION_MONTH && precision != KKR_DATE_PRECISION_DAY)
      || earliest == KKR_DATE_MIN)
    return FALSE;
  *month = kkr_billing_month_of (earliest);
  return TRUE;
}

gboolean
kkr_billing_read_rules (KkrCalculator *calculator, KkrBillingRules *rules, GError **error)
{
  const char *first = kkr_calculator_get_text (calculator, "first-day");
  const char *last = kkr_calculator_get_text (calculator, "last-day");

  *rules = (KkrBillingRules) {
    .bill_first_day = kkr_calculator_get_boolean (calculator, "bill-first-day"),
    .bill_last_day = kkr_calculator_get_boolean (calculator, "bill-last-day"),
    .notice_rule = (KkrNoticeRule) kkr_calculator_get_enum (calculator, "notice-rule"),
    .notice_days = kkr_calculator_get_int (calculator, "notice-days"),
    .until_taken = kkr_calculator_get_boolean (calculator, "until-taken"),
    .reduces_absence = kkr_calculator_is_assigned (calculator, "absence-percent"),
    .absence_days = kkr_calculator_get_int (calculator, "absence-days"),
    .tariff_unit = (KkrTariffUnit) kkr_calculator_get_enum (calculator, "tariff-unit"),
    .month_split = (KkrMonthSplit) kkr_calculator_get_enum (calculator, "month-split"),
    .rounding = (KkrRoundingMode) kkr_calculator_get_enum (calculator, "rounding"),
    .rounding_unit = kkr_calculator_get_amount (calculator, "rounding-unit"),
  };
  return kkr_date_read (first != NULL ? first : "", &rules->first, error)
         && kkr_date_read (last != NULL ? last : "", &rules->last, error)
         && kkr_calculator_get_rational (calculator, "notice-percent", &rules->notice_percent,
                                         error)
         && kkr_calculator_get_rational (calculator, "absence-percent", &rules->absence_percent,
                                         error);
}
