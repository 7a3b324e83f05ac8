/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A name in the form that is compared: folded, with å for aa. */
char *kkr_name_fold (const char *text);
/* A place name in the form that is compared: folded, with å for aa, without a final s and without
 * the words "kommune" and "region". */
char *kkr_place_fold (const char *text);

G_END_DECLS
