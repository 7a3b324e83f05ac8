/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-date-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-number-private.h>

/* Exactly `count` digits. */
static gboolean
read_digits (const char **at, int count, int *number)
{
  *number = 0;
  for (; count > 0; count--, (*at)++)
    {
      if (!g_ascii_isdigit (**at))
        return FALSE;
      *number = *number * 10 + (**at - '0');
    }
  return TRUE;
}

/* One of "2023", "2023K2", "2023-08", "2023-08-21"; moves `at` to what follows. */
static gboolean
parse_span (const char **at, gint32 *from, gint32 *until, KkrDatePrecision *precision)
{
  int year, month = 1, day = 1, length = 12;

  if (!read_digits (at, 4, &year) || year == 0)
    return FALSE;
  *precision = KKR_DATE_PRECISION_YEAR;
  if (**at == 'K' && (*at)[1] >= '1' && (*at)[1] <= '4')
    {
      month = ((*at)[1] - '1') * 3 + 1;
      length = 3;
      *precision = KKR_DATE_PRECISION_QUARTER;
      *at += 2;
    }
  else if (**at == '-')
    {
      (*at)++;
      length = 1;
      *precision = KKR_DATE_PRECISION_MONTH;
      if (!read_digits (at, 2, &month) || month < 1 || month > 12)
        return FALSE;
    }
  *from = kkr_date_from_parts (year, month, 1);
  *until = kkr_date_from_parts (year, month + length, 1) - 1;
  if (**at == '-' && length == 1)
    {
      (*at)++;
      *precision = KKR_DATE_PRECISION_DAY;
      if (!read_digits (at, 2, &day) || day < 1 || day > *until - *from + 1)
        return FALSE;
      *from += day - 1;
      *until = *from;
    }
  return TRUE;
}

/* "[..2017-01-01]": both ends are the day named. */
static gboolean
parse_at_latest (const char **at, gint32 *from, gint32 *until, KkrDatePrecision *precision)
{
  *at += strlen ("[..");
  if (!parse_span (at, from, until, precision) || *precision != KKR_DATE_PRECISION_DAY ||
      **at != ']')
    return FALSE;
  (*at)++;
  *precision = KKR_DATE_PRECISION_AT_LATEST;
  return TRUE;
}

static gboolean
parse_one (const char **at, gint32 *from, gint32 *until, KkrDatePrecision *precision)
{
  return g_str_has_prefix (*at, "[..") ? parse_at_latest (at, from, until, precision)
                                       : parse_span (at, from, until, precision);
}

gboolean
kkr_date_parse (const char *text, gint32 *days)
{
  KkrDatePrecision precision;
  gint32 from, until;

  if (text == NULL || !parse_span (&text, &from, &until, &precision) || *text != '\0' ||
      precision != KKR_DATE_PRECISION_DAY)
    return FALSE;
  *days = from;
  return TRUE;
}

gboolean
kkr_date_read (const char *text, gint32 *days, GError **error)
{
  g_autofree char *quoted = NULL;

  if (kkr_date_parse (text, days))
    return TRUE;
  quoted = kkr_text_quote (text);
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
               _("a day that cannot be read: %s found, a day such as 2023-08-21 expected"), quoted);
  return FALSE;
}

gboolean
kkr_date_parse_bounds (const char *text, gint32 *earliest, gint32 *latest,
                       KkrDatePrecision *precision)
{
  KkrDatePrecision read;
  gint32 from, until;

  if (text == NULL || !parse_one (&text, &from, &until, &read) || *text != '\0')
    return FALSE;
  *earliest = read == KKR_DATE_PRECISION_AT_LATEST ? KKR_DATE_MIN : from;
  *latest = until;
  *precision = read;
  return TRUE;
}

/* A date or ".."; of an open end both are `open`. */
static gboolean
parse_end (const char **at, gint32 open, gint32 *from, gint32 *until, KkrDatePrecision *precision)
{
  if (!g_str_has_prefix (*at, ".."))
    return parse_one (at, from, until, precision);
  *at += strlen ("..");
  *from = open;
  *until = open;
  *precision = KKR_DATE_PRECISION_UNSET;
  return TRUE;
}

gboolean
kkr_period_parse_bounds (const char *text, gint32 *from, gint32 *until,
                         KkrDatePrecision *from_precision, KkrDatePrecision *until_precision)
{
  KkrDatePrecision first_precision, last_precision;
  gint32 first, last, unused;

  if (text == NULL || !parse_end (&text, KKR_DATE_MIN, &first, &last, &first_precision))
    return FALSE;
  last_precision = first_precision;
  if (*text == '/')
    {
      text++;
      if (!parse_end (&text, KKR_DATE_MAX, &unused, &last, &last_precision))
        return FALSE;
    }
  else if (first_precision == KKR_DATE_PRECISION_UNSET ||
           first_precision == KKR_DATE_PRECISION_AT_LATEST)
    return FALSE;
  if (*text != '\0' || first > last)
    return FALSE;
  *from = first;
  *until = last;
  *from_precision = first_precision;
  *until_precision = last_precision;
  return TRUE;
}

gboolean
kkr_period_parse (const char *text, gint32 *from, gint32 *until)
{
  KkrDatePrecision from_precision, until_precision;

  return kkr_period_parse_bounds (text, from, until, &from_precision, &until_precision);
}
