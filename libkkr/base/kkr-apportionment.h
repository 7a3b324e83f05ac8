/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-enums.h>

G_BEGIN_DECLS

#define KKR_TYPE_APPORTIONMENT (kkr_apportionment_get_type ())
KKR_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (KkrApportionment, kkr_apportionment, KKR, APPORTIONMENT, GObject)

KKR_AVAILABLE_IN_ALL
const gint64 *kkr_apportionment_get_shares (KkrApportionment *self, gsize *n_shares);
KKR_AVAILABLE_IN_ALL
const guint *kkr_apportionment_get_tied_rows (KkrApportionment *self, gsize *n_rows);
KKR_AVAILABLE_IN_ALL
gboolean kkr_apportionment_has_ties (KkrApportionment *self);
KKR_AVAILABLE_IN_ALL
KkrApportionMethod kkr_apportionment_get_method (KkrApportionment *self);
KKR_AVAILABLE_IN_ALL
gint64 kkr_apportionment_get_total (KkrApportionment *self);
KKR_AVAILABLE_IN_ALL
gint64 kkr_apportionment_get_gap (KkrApportionment *self);
KKR_AVAILABLE_IN_ALL
char *kkr_apportionment_to_string (KkrApportionment *self);
KKR_AVAILABLE_IN_ALL
char *kkr_apportionment___str__ (KkrApportionment *self);
KKR_AVAILABLE_IN_ALL
char *kkr_apportionment___repr__ (KkrApportionment *self);

G_END_DECLS
