/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The packed register that the library carries; NULL in the tool that packs it. The function is
 * written by kkr-pack. */
const guint8 *kkr_packaged_data (gsize *size);

G_END_DECLS
