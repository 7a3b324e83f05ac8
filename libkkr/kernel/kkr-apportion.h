/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-apportionment.h>

G_BEGIN_DECLS

KKR_AVAILABLE_IN_ALL
gint64 *kkr_apportion (gint64 total, const gint64 *weights, gsize n_weights,
                       KkrApportionMethod method, gint64 unit, gsize *n_shares, GError **error);
KKR_AVAILABLE_IN_ALL
KkrApportionment *kkr_apportion_full (gint64 total, const gint64 *weights, gsize n_weights,
                                      KkrApportionMethod method, gint64 unit, KkrTieRule tie_rule,
                                      GError **error);
KKR_AVAILABLE_IN_ALL
gint64 *kkr_apportion_decimals (gint64 total, const gdouble *weights, gsize n_weights,
                                KkrApportionMethod method, gint64 unit, gsize *n_shares,
                                GError **error);

G_END_DECLS
