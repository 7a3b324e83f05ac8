/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/table/kkr-table-builder.h>

G_BEGIN_DECLS

/* The texts of a column in both languages, row by row. */
typedef struct {
  GPtrArray *danish;
  GPtrArray *english;
} KkrTextCells;

void kkr_text_cells_init (KkrTextCells *cells);
void kkr_text_cells_clear (KkrTextCells *cells);
/* A row; NULL and "" are no text. The Danish one stands for an English one that is missing. */
void kkr_text_cells_add (KkrTextCells *cells, const char *danish, const char *english);
void kkr_text_cells_take (KkrTextCells *cells, char *danish, char *english);
void kkr_text_cells_to_column (const KkrTextCells *cells, KkrTableBuilder *builder,
                               const char *name, const char *danish, const char *english);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KkrTextCells, kkr_text_cells_clear)

G_END_DECLS
