/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-version.h>

G_BEGIN_DECLS

/**
 * KkrDatePrecision:
 * @KKR_DATE_PRECISION_UNSET: not said; what an open end has, and never accepted
 * @KKR_DATE_PRECISION_DAY: the day is known
 * @KKR_DATE_PRECISION_MONTH: only the month is known
 * @KKR_DATE_PRECISION_QUARTER: only the quarter (kvartal) is known
 * @KKR_DATE_PRECISION_YEAR: only the year is known
 * @KKR_DATE_PRECISION_AT_LATEST: the day or an earlier one (senest)
 *
 * How well a date, or an end of a [class@Period], is known.
 *
 * Since: 0.1
 */
typedef enum {
  KKR_DATE_PRECISION_UNSET,
  KKR_DATE_PRECISION_DAY,
  KKR_DATE_PRECISION_MONTH,
  KKR_DATE_PRECISION_QUARTER,
  KKR_DATE_PRECISION_YEAR,
  KKR_DATE_PRECISION_AT_LATEST,
} KkrDatePrecision;

#define KKR_TYPE_DATE_PRECISION (kkr_date_precision_get_type ())

KKR_AVAILABLE_IN_ALL
GType kkr_date_precision_get_type (void) G_GNUC_CONST;
KKR_AVAILABLE_IN_ALL
KkrDatePrecision kkr_date_precision_from_string (const char *text, GError **error);
KKR_AVAILABLE_IN_ALL
const char *kkr_date_precision_to_string (KkrDatePrecision date_precision);

G_END_DECLS
