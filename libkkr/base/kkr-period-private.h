/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-period.h>

G_BEGIN_DECLS

/* Both days are included; KKR_DATE_MIN and KKR_DATE_MAX are open ends. */
KkrPeriod *kkr_period_new_bounds (gint32 from, gint32 until, KkrDatePrecision from_precision,
                                  KkrDatePrecision until_precision);
KkrPeriod *kkr_period_new_days (gint32 from, gint32 until);
void kkr_period_get_days (KkrPeriod *self, gint32 *from, gint32 *until);

G_END_DECLS
