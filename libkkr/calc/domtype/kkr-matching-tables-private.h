/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/domtype/kkr-matching-read-private.h>
#include <libkkr/table/kkr-table-builder-private.h>

G_BEGIN_DECLS

/* "ikke § 108; privat driftsherre": the names of reasons. */
char *kkr_matching_dup_reasons_in (const KkrMatching *self, guint64 reasons,
                                   const char *language);

/* A column of texts in both languages, whose arrays are ended here. */
void kkr_matching_add_words (KkrTableBuilder *builder, const char *name, const char *danish,
                             const char *english, GPtrArray *texts_da, GPtrArray *texts_en);

G_END_DECLS
