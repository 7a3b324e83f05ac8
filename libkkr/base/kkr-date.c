/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-date-private.h>

#include <libkkr/base/kkr-format-private.h>

/* Of the 400-year cycle of the Gregorian calendar, whose years are counted from March here so that
 * the leap day comes last. */
#define DAYS_PER_CYCLE 146097
#define DAYS_TO_1970 719468

static const struct {
  const char *danish, *english;
} month_names[] = {
  { "januar", "January" },     { "februar", "February" }, { "marts", "March" },
  { "april", "April" },        { "maj", "May" },          { "juni", "June" },
  { "juli", "July" },          { "august", "August" },    { "september", "September" },
  { "oktober", "October" },    { "november", "November" }, { "december", "December" },
};

static gint64
floor_divide (gint64 a, gint64 b)
{
  return a / b - (a % b < 0);
}

gint32
kkr_date_from_parts (int year, int month, int day)
{
  gint64 months = (gint64) year * 12 + month - 3;
  gint64 march_year = floor_divide (months, 12), month_of_year = months - march_year * 12;
  gint64 cycle = floor_divide (march_year, 400), year_of_cycle = march_year - cycle * 400;
  gint64 day_of_cycle = year_of_cycle * 365 + year_of_cycle / 4 - year_of_cycle / 100 +
                        (153 * month_of_year + 2) / 5 + day - 1;
  gint64 days = cycle * DAYS_PER_CYCLE + day_of_cycle - DAYS_TO_1970;

  return (gint32) CLAMP (days, KKR_DATE_MIN + 1, KKR_DATE_MAX - 1);
}

void
kkr_date_split (gint32 days, int *year, int *month, int *day)
{
  gint64 shifted = (gint64) days + DAYS_TO_1970;
  gint64 cycle = floor_divide (shifted, DAYS_PER_CYCLE);
  gint64 day_of_cycle = shifted - cycle * DAYS_PER_CYCLE;
  gint64 year_of_cycle = (day_of_cycle - day_of_cycle / 1460 + day_of_cycle / 36524 -
                          day_of_cycle / 146096) / 365;
  gint64 day_of_year = day_of_cycle - (365 * year_of_cycle + year_of_cycle / 4 -
                                       year_of_cycle / 100);
  gint64 month_of_year = (5 * day_of_year + 2) / 153;

  *day = (int) (day_of_year - (153 * month_of_year + 2) / 5 + 1);
  *month = (int) (month_of_year < 10 ? month_of_year + 3 : month_of_year - 9);
  *year = (int) (year_of_cycle + cycle * 400) + (*month <= 2);
}

char *
kkr_date_to_string (gint32 days)
{
  int year, month, day;

  if (days == KKR_DATE_MIN || days == KKR_DATE_MAX)
    return g_strdup ("..");
  kkr_date_split (days, &year, &month, &day);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

const char *
kkr_month_name (int month, const char *language)
{
  return kkr_text_in (language, month_names[month - 1].danish, month_names[month - 1].english);
}

char *
kkr_date_format (gint32 days, const char *language)
{
  int year, month, day;

  if (days == KKR_DATE_MIN || days == KKR_DATE_MAX)
    return g_strdup ("..");
  kkr_date_split (days, &year, &month, &day);
  return g_strdup_printf ("%d%s %s %d", day, kkr_text_in (language, ".", ""),
                          kkr_month_name (month, language), year);
}
