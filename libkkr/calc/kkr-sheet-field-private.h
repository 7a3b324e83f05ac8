/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/kkr-sheet-state-private.h>
#include <libkkr/register/kkr-interner-private.h>
#include <libkkr/table/kkr-table-builder.h>

G_BEGIN_DECLS

/* A column of the table. A file that does not have it leaves its rows blank. */
typedef struct {
  const KkrSheetColumn *spec; /* NULL: none of the input's */
  char *heading;              /* as it was first written */
  GArray *values;             /* KkrRational, gint64 or gint32, a row each */
  KkrInterner labels;         /* of texts and choices */
  GPtrArray *wrong;           /* char *: what is wrong with the label, or NULL */
} KkrSheetField;

KkrSheetField *kkr_sheet_field_new (const KkrSheetColumn *spec, const char *heading);
void kkr_sheet_field_free (KkrSheetField *self);
/* Whether its cells are words, each of which is kept once, in `labels`. */
gboolean kkr_sheet_field_is_text (const KkrSheetField *self);
void kkr_sheet_field_append (KkrSheetField *self, const KkrSheetValue *value);
void kkr_sheet_field_append_blank (KkrSheetField *self);
void kkr_sheet_field_end (KkrSheetField *self, KkrTableBuilder *builder);

G_END_DECLS
