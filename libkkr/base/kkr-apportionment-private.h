/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-apportionment.h>

G_BEGIN_DECLS

/* Takes over `shares` (n) and `tied` (n flags, 0 or 1: rows that competed for units which could not
 * be given to all of them; NULL for none). */
KkrApportionment *kkr_apportionment_new_take (KkrApportionMethod method, gint64 total,
                                              gint64 *shares, guint8 *tied, gsize n);

G_END_DECLS
