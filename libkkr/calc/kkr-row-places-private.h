/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/table/kkr-table.h>

G_BEGIN_DECLS

/* Where the rows of a table were read: kept beside the table, which does not know. */
typedef struct {
  guint file;
  guint line;
} KkrRowPlace;

/* `places` has a KkrRowPlace for each row, whose file is one of `uris`; both are taken over. */
void kkr_table_take_row_places (KkrTable *table, char **uris, GArray *places);
/* "takster.csv:5"; NULL for a table that was not read from files. */
char *kkr_table_dup_row_place (KkrTable *table, guint row);

G_END_DECLS
