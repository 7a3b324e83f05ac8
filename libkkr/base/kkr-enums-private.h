/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-enums.h>

G_BEGIN_DECLS

/* The value whose nick is `text`; 0 with OUT_OF_RANGE, which begins with the translation of `wrong`
 * and names the nicks there are. "unset" is none of them. */
int kkr_enum_from_string (GType type, const char *wrong, const char *text, GError **error);
/* The nick, "unset" for a number that is none of the values. */
const char *kkr_enum_to_string (GType type, int value);
/* As a message says what was found where a value was expected. */
const char *kkr_cell_status_word (KkrCellStatus cell_status);

G_END_DECLS
