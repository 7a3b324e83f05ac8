/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The files of cases that the library carries, as they are in libkkr/data/cases. The list is
 * written by libkkr/data/embed.py. */
typedef struct {
  const char *name;
  const char *data;
  gsize size;
} KkrPackagedFile;

const KkrPackagedFile *kkr_packaged_cases (gsize *n_files);

G_END_DECLS
