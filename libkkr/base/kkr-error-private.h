/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-error.h>

G_BEGIN_DECLS

/* Sets the error and gives FALSE, for `return kkr_refuse (...)`. */
gboolean kkr_refuse (GError **error, KkrCalcError code, const char *format, ...)
  G_GNUC_PRINTF (3, 4);

G_END_DECLS
