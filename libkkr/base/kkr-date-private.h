/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-date-precision.h>
#include <libkkr/base/kkr-version.h>

G_BEGIN_DECLS

/* Days since 1970-01-01 (proleptic Gregorian). The open ends: */
#define KKR_DATE_MIN G_MININT32
#define KKR_DATE_MAX G_MAXINT32

/* ISO 8601 days only ("2023-08-21"); FALSE on anything else. */
gboolean kkr_date_parse (const char *text, gint32 *days);
/* The same with an error. */
gboolean kkr_date_read (const char *text, gint32 *days, GError **error);
char *kkr_date_to_string (gint32 days);
/* Months past December run into the next years, days past a month's last into the next months. */
gint32 kkr_date_from_parts (int year, int month, int day);
void kkr_date_split (gint32 days, int *year, int *month, int *day);
/* 1 is "januar" or "January". */
const char *kkr_month_name (int month, const char *language);
/* "21. august 2023" or "21 August 2023". */
char *kkr_date_format (gint32 days, const char *language);

/* A date as files write it: "2023", "2023K2" (a quarter), "2023-08" (a month), "2023-08-21", and
 * "[..2017-01-01]" for that day or an earlier one, whose earliest day is KKR_DATE_MIN. */
gboolean kkr_date_parse_bounds (const char *text, gint32 *earliest, gint32 *latest,
                                KkrDatePrecision *precision);
/* What kkr_date_parse_bounds reads. */
char *kkr_date_text (gint32 earliest, gint32 latest, KkrDatePrecision precision);
/* "maj 2023", "senest 1. januar 2017". */
char *kkr_date_format_bounds (gint32 earliest, gint32 latest, KkrDatePrecision precision,
                              const char *language);

/* A period as files write it: a date (not an at-latest one), or two of them as first and last with
 * "/" between: "2023-01-01/2023-06-30", "2023-05/..", "../[..2016-12-31]". Both ends are included.
 * `from` is the first day of the first date and `until` the last day of the last one, except that
 * of an at-latest date each is the day named. An open end's precision is UNSET. */
gboolean kkr_period_parse_bounds (const char *text, gint32 *from, gint32 *until,
                                  KkrDatePrecision *from_precision,
                                  KkrDatePrecision *until_precision);
gboolean kkr_period_parse (const char *text, gint32 *from, gint32 *until);
/* The shortest text that kkr_period_parse_bounds reads back. Where the precision of an end that is
 * not open is UNSET, it is that of a year, quarter or month which the period is, or else days. */
char *kkr_period_text (gint32 from, gint32 until, KkrDatePrecision from_precision,
                       KkrDatePrecision until_precision);
/* "2. kvartal 2023", "fra senest 1. januar 2017"; UNSET as in kkr_period_text. */
char *kkr_period_format_bounds (gint32 from, gint32 until, KkrDatePrecision from_precision,
                                KkrDatePrecision until_precision, const char *language);
/* The day on which a period has surely begun ("2023-05/..": on the last of May) ... */
gint32 kkr_date_latest_start (gint32 from, KkrDatePrecision precision);
/* ... and the last day on which it has surely not ended ("../2023-05": the first of May; of an
 * at-latest end no such day is known: KKR_DATE_MIN). */
gint32 kkr_date_earliest_end (gint32 until, KkrDatePrecision precision);

G_END_DECLS
