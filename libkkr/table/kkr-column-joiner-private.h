/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/table/kkr-column.h>

G_BEGIN_DECLS

/* Puts the cells of columns of one kind below each other, as the tables of many scenarios give
 * them. The name, the titles and the unit are those of the first. */
typedef struct _KkrColumnJoiner KkrColumnJoiner;

KkrColumnJoiner *kkr_column_joiner_new (void);
void kkr_column_joiner_free (KkrColumnJoiner *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrColumnJoiner, kkr_column_joiner_free)

/* FALSE with INCONSISTENT for a column of another kind or unit, or FAILED without memory. */
gboolean kkr_column_joiner_add (KkrColumnJoiner *self, KkrColumn *column, GError **error);
/* NULL where no column was added. */
KkrColumn *kkr_column_joiner_end (KkrColumnJoiner *self);

G_END_DECLS
