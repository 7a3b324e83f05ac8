/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

/* The text of a register file with something of everything that the format has, the same for the
 * same seed. */
char *random_register (guint32 seed);
