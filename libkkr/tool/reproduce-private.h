/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/tool/tool-private.h>

G_BEGIN_DECLS

/* What the files of the verb `reproduce` share. */

/* The total of a column of counts. */
gint64 reproduction_total (KkrTable *score, const char *name);
/* A page that a reader opens in a browser: how many figures, which differ, and why. The register
 * has the titles of the documents. */
char *reproduction_report (KkrResult *result, KkrRegister *reg, const char *language);

G_END_DECLS
