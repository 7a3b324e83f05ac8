/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/register/kkr-register-keys-private.h>
#include <libkkr/table/kkr-table-builder.h>

G_BEGIN_DECLS

/* A table of the store on its way to a KkrTable. */
typedef struct {
  KkrRegister *reg;
  KkrStore *store;
  const KkrTableRecord *table;
  const KkrColumnRecord *columns;
  const KkrRowRecord *rows;
  guint *shown; /* the rows without the total */
  guint n_shown;
  guint total; /* the row that is the total, or the number of rows */
  KkrTableBuilder *builder;
} KkrLayout;

typedef struct {
  const KkrFactRecord *record;
  KkrKeyFacts facts; /* where its texts are */
} KkrLayoutCell;

/* FALSE if there is no such table, or the block is damaged. */
gboolean kkr_layout_init (KkrLayout *layout, KkrRegister *reg, const char *key);
void kkr_layout_clear (KkrLayout *layout);
/* "" if there is none. */
const char *kkr_layout_get_text (const KkrLayout *layout, KkrTextId text);
/* The fact of a cell as the register has it, with its overlay; FALSE if it is blank. */
gboolean kkr_layout_get_cell (const KkrLayout *layout, guint row, guint column,
                              KkrLayoutCell *cell);
/* The columns before and after those of the table itself. */
void kkr_layout_add_subjects (const KkrLayout *layout);
void kkr_layout_add_notes (const KkrLayout *layout);

G_END_DECLS
