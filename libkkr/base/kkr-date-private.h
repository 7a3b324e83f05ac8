/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-version.h>

G_BEGIN_DECLS

/* Days since 1970-01-01 (proleptic Gregorian). The open ends: */
#define KKR_DATE_MIN G_MININT32
#define KKR_DATE_MAX G_MAXINT32

/* ISO 8601 days only ("2023-08-21"); FALSE on anything else. */
gboolean kkr_date_parse (const char *text, gint32 *days);
char *kkr_date_to_string (gint32 days);
/* Months past December run into the next years, days past a month's last into the next months. */
gint32 kkr_date_from_parts (int year, int month, int day);
void kkr_date_split (gint32 days, int *year, int *month, int *day);
/* 1 is "januar" or "January". */
const char *kkr_month_name (int month, const char *language);
/* "21. august 2023" or "21 August 2023". */
char *kkr_date_format (gint32 days, const char *language);
/* A period as files write it: "2023", "2023K2" (a quarter), "2023-08" (a month), "2023-08-21",
 * "2023-01-01/2023-06-30", "2023-01-01/.." and "../2023-06-30". Both ends are included. */
gboolean kkr_period_parse (const char *text, gint32 *from, gint32 *until);

G_END_DECLS
