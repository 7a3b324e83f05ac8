/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/tool/tool-private.h>

G_BEGIN_DECLS

/* What the files of the verb `reproduce` share. */

/* The total of a column of counts. */
gint64 reproduction_total (KkrTable *score, const char *name);
/* A count with a mark between thousands. */
char *reproduction_count (gint64 count, const char *language);
/* What the documents are called, by id. */
GHashTable *reproduction_titles (KkrRegister *reg, const char *language);
/* How many figures by document and table, how they are computed, and which differ and why. */
void reproduction_append_text (KkrResult *result, KkrRegister *reg, const char *language,
                               GString *text);
/* A page that a reader opens in a browser: how many figures, which differ, and why. The register
 * has the titles of the documents. */
char *reproduction_report (KkrResult *result, KkrRegister *reg, const char *language);

G_END_DECLS
