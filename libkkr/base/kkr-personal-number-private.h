/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether a text has what is shaped like a Danish personal number (CPR-nummer), alone or between
 * other words: DDMMYY or DDMMYYYY of 1850 to 2099, perhaps with dots or dashes, and four digits.
 * Days 61 to 91 are those of replacement numbers; the digits and dashes may be those of any script.
 * The control digit says nothing, since numbers without it are given too. Nine digits alone are
 * such a number whose zero a spreadsheet has dropped. */
gboolean kkr_text_has_personal_number (const char *text);

G_END_DECLS
