/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-date-precision.h>
#include <libkkr/base/kkr-version.h>

G_BEGIN_DECLS

#define KKR_TYPE_PERIOD (kkr_period_get_type ())
KKR_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (KkrPeriod, kkr_period, KKR, PERIOD, GObject)

KKR_AVAILABLE_IN_ALL
KkrPeriod *kkr_period_new_from_string (const char *text, GError **error);
KKR_AVAILABLE_IN_ALL
const char *kkr_period_get_start (KkrPeriod *self);
KKR_AVAILABLE_IN_ALL
const char *kkr_period_get_end (KkrPeriod *self);
KKR_AVAILABLE_IN_ALL
KkrDatePrecision kkr_period_get_start_precision (KkrPeriod *self);
KKR_AVAILABLE_IN_ALL
KkrDatePrecision kkr_period_get_end_precision (KkrPeriod *self);
KKR_AVAILABLE_IN_ALL
gboolean kkr_period_contains (KkrPeriod *self, const char *date, GError **error);
KKR_AVAILABLE_IN_ALL
char *kkr_period_to_string (KkrPeriod *self);
KKR_AVAILABLE_IN_ALL
char *kkr_period_to_string_in (KkrPeriod *self, const char *language);
KKR_AVAILABLE_IN_ALL
char *kkr_period___str__ (KkrPeriod *self);
KKR_AVAILABLE_IN_ALL
char *kkr_period___repr__ (KkrPeriod *self);

G_END_DECLS
