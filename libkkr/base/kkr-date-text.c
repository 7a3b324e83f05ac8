/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-date-private.h>

#include <libkkr/base/kkr-format-private.h>

/* Of a span that is known by its year, quarter or month; 0 of one that is not. */
static int
months_of (KkrDatePrecision precision)
{
  switch (precision)
    {
    case KKR_DATE_PRECISION_MONTH:
      return 1;
    case KKR_DATE_PRECISION_QUARTER:
      return 3;
    case KKR_DATE_PRECISION_YEAR:
      return 12;
    case KKR_DATE_PRECISION_UNSET:
    case KKR_DATE_PRECISION_DAY:
    case KKR_DATE_PRECISION_AT_LATEST:
    default:
      return 0;
    }
}

static gint32
first_day (gint32 day, int n_months)
{
  int year, month, day_of_month;

  kkr_date_split (day, &year, &month, &day_of_month);
  return kkr_date_from_parts (year, (month - 1) / n_months * n_months + 1, 1);
}

static gint32
last_day (gint32 day, int n_months)
{
  int year, month, day_of_month;

  kkr_date_split (day, &year, &month, &day_of_month);
  return kkr_date_from_parts (year, (month - 1) / n_months * n_months + n_months + 1, 1) - 1;
}

gint32
kkr_date_latest_start (gint32 from, KkrDatePrecision precision)
{
  int n_months = months_of (precision);

  return n_months == 0 || from == KKR_DATE_MIN ? from : last_day (from, n_months);
}

gint32
kkr_date_earliest_end (gint32 until, KkrDatePrecision precision)
{
  int n_months = months_of (precision);

  if (precision == KKR_DATE_PRECISION_AT_LATEST)
    return KKR_DATE_MIN;
  return n_months == 0 || until == KKR_DATE_MAX ? until : first_day (until, n_months);
}

/* The longest of a year, a quarter and a month which these days are. */
static KkrDatePrecision
span_of (gint32 from, gint32 until)
{
  static const KkrDatePrecision spans[] = {
    KKR_DATE_PRECISION_YEAR, KKR_DATE_PRECISION_QUARTER, KKR_DATE_PRECISION_MONTH,
  };

  if (from != KKR_DATE_MIN && until != KKR_DATE_MAX)
    for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
      if (from == first_day (from, months_of (spans[i])) &&
          until == last_day (from, months_of (spans[i])))
        return spans[i];
  return KKR_DATE_PRECISION_DAY;
}

static void
fill_precision (gint32 from, gint32 until, KkrDatePrecision *from_precision,
                KkrDatePrecision *until_precision)
{
  if (*from_precision == KKR_DATE_PRECISION_UNSET)
    *from_precision = span_of (from, until);
  if (*until_precision == KKR_DATE_PRECISION_UNSET)
    *until_precision = span_of (from, until);
}

/* The date in which `day` lies. */
static char *
end_text (gint32 day, KkrDatePrecision precision)
{
  g_autofree char *text = kkr_date_to_string (day);
  int year, month, day_of_month;

  if (day == KKR_DATE_MIN || day == KKR_DATE_MAX)
    return g_steal_pointer (&text);
  kkr_date_split (day, &year, &month, &day_of_month);
  switch (precision)
    {
    case KKR_DATE_PRECISION_YEAR:
      return g_strdup_printf ("%04d", year);
    case KKR_DATE_PRECISION_QUARTER:
      return g_strdup_printf ("%04dK%d", year, (month - 1) / 3 + 1);
    case KKR_DATE_PRECISION_MONTH:
      return g_strdup_printf ("%04d-%02d", year, month);
    case KKR_DATE_PRECISION_AT_LATEST:
      return g_strdup_printf ("[..%s]", text);
    case KKR_DATE_PRECISION_UNSET:
    case KKR_DATE_PRECISION_DAY:
    default:
      return g_steal_pointer (&text);
    }
}

char *
kkr_date_text (gint32 earliest, gint32 latest, KkrDatePrecision precision)
{
  return end_text (latest, precision != KKR_DATE_PRECISION_UNSET ? precision
                                                                 : span_of (earliest, latest));
}

char *
kkr_period_text (gint32 from, gint32 until, KkrDatePrecision from_precision,
                 KkrDatePrecision until_precision)
{
  g_autofree char *start = NULL, *end = NULL;

  fill_precision (from, until, &from_precision, &until_precision);
  start = end_text (from, from_precision);
  end = end_text (until, until_precision);
  if (g_str_equal (start, end) && from_precision != KKR_DATE_PRECISION_AT_LATEST &&
      from != KKR_DATE_MIN)
    return g_steal_pointer (&start);
  return g_strconcat (start, "/", end, NULL);
}

static char *
format_quarter (int year, int quarter, const char *language)
{
  static const char *const ordinals[] = { "1st", "2nd", "3rd", "4th" };

  if (kkr_language_is_english (language))
    return g_strdup_printf ("%s quarter of %d", ordinals[quarter - 1], year);
  return g_strdup_printf ("%d. kvartal %d", quarter, year);
}

static char *
format_end (gint32 day, KkrDatePrecision precision, const char *language)
{
  g_autofree char *text = kkr_date_format (day, language);
  int year, month, day_of_month;

  kkr_date_split (day, &year, &month, &day_of_month);
  switch (precision)
    {
    case KKR_DATE_PRECISION_YEAR:
      return g_strdup_printf ("%d", year);
    case KKR_DATE_PRECISION_QUARTER:
      return format_quarter (year, (month - 1) / 3 + 1, language);
    case KKR_DATE_PRECISION_MONTH:
      return g_strdup_printf ("%s %d", kkr_month_name (month, language), year);
    case KKR_DATE_PRECISION_AT_LATEST:
      return kkr_language_is_english (language) ? g_strconcat (text, " at the latest", NULL)
                                                : g_strconcat ("senest ", text, NULL);
    case KKR_DATE_PRECISION_UNSET:
    case KKR_DATE_PRECISION_DAY:
    default:
      return g_steal_pointer (&text);
    }
}

char *
kkr_date_format_bounds (gint32 earliest, gint32 latest, KkrDatePrecision precision,
                        const char *language)
{
  return format_end (latest, precision != KKR_DATE_PRECISION_UNSET ? precision
                                                                   : span_of (earliest, latest),
                     language);
}

static char *
format_open (gint32 from, gint32 until, KkrDatePrecision from_precision,
             KkrDatePrecision until_precision, const char *language)
{
  g_autofree char *start = NULL, *end = NULL;

  if (from == KKR_DATE_MIN && until == KKR_DATE_MAX)
    return g_strdup (kkr_text_in (language, "altid", "always"));
  if (until == KKR_DATE_MAX)
    {
      start = format_end (from, from_precision, language);
      return g_strconcat (kkr_text_in (language, "fra ", "from "), start, NULL);
    }
  end = format_end (until, until_precision, language);
  if (until_precision == KKR_DATE_PRECISION_AT_LATEST)
    return g_strconcat (kkr_text_in (language, "til ", "until "), end, NULL);
  return g_strconcat (kkr_text_in (language, "til og med ", "up to and including "), end, NULL);
}

char *
kkr_period_format_bounds (gint32 from, gint32 until, KkrDatePrecision from_precision,
                          KkrDatePrecision until_precision, const char *language)
{
  g_autofree char *start = NULL, *end = NULL;
  KkrDatePrecision span = span_of (from, until);

  fill_precision (from, until, &from_precision, &until_precision);
  if (from == KKR_DATE_MIN || until == KKR_DATE_MAX)
    return format_open (from, until, from_precision, until_precision, language);
  if (from_precision != KKR_DATE_PRECISION_AT_LATEST &&
      until_precision != KKR_DATE_PRECISION_AT_LATEST)
    {
      if (from == until || span != KKR_DATE_PRECISION_DAY)
        return format_end (from, span, language);
      /* Whole years are whole years, whatever the file counted them in. */
      if (from == first_day (from, 12) && until == last_day (until, 12))
        from_precision = until_precision = KKR_DATE_PRECISION_YEAR;
    }
  start = format_end (from, from_precision, language);
  end = format_end (until, until_precision, language);
  return g_strconcat (start, from_precision == KKR_DATE_PRECISION_YEAR &&
                             until_precision == KKR_DATE_PRECISION_YEAR ? "–" : " – ", end, NULL);
}
