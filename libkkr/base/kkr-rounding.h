/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-enums.h>

G_BEGIN_DECLS

KKR_AVAILABLE_IN_ALL
gint64 kkr_round_ratio (gint64 amount, gint64 numerator, gint64 denominator, KkrRoundingMode mode,
                        gint64 unit, GError **error);
KKR_AVAILABLE_IN_ALL
gint64 kkr_round_rate (gdouble rate, gdouble quantity, KkrRoundingMode mode, gint64 unit,
                       GError **error);
KKR_AVAILABLE_IN_ALL
char *kkr_decimal_to_exact (gdouble value, GError **error);

G_END_DECLS
