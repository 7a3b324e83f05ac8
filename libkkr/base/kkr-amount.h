/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-version.h>

G_BEGIN_DECLS

KKR_AVAILABLE_IN_ALL
gint64 kkr_amount_from_string (const char *text, GError **error);
KKR_AVAILABLE_IN_ALL
char *kkr_amount_to_string (gint64 amount);
KKR_AVAILABLE_IN_ALL
char *kkr_amount_to_string_in (gint64 amount, const char *language);

G_END_DECLS
