/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-enums.h>
#include <libkkr/base/kkr-qualifier.h>

G_BEGIN_DECLS

#define KKR_TYPE_COLUMN (kkr_column_get_type ())
KKR_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (KkrColumn, kkr_column, KKR, COLUMN, GObject)

KKR_AVAILABLE_IN_ALL
const char *kkr_column_get_name (KkrColumn *self);
KKR_AVAILABLE_IN_ALL
const char *kkr_column_get_title (KkrColumn *self);
KKR_AVAILABLE_IN_ALL
const char *kkr_column_get_title_in (KkrColumn *self, const char *language);
KKR_AVAILABLE_IN_ALL
KkrColumnKind kkr_column_get_kind (KkrColumn *self);
KKR_AVAILABLE_IN_ALL
KkrUnit kkr_column_get_unit (KkrColumn *self);
KKR_AVAILABLE_IN_ALL
const char *kkr_column_get_dtype (KkrColumn *self);
KKR_AVAILABLE_IN_ALL
const char *kkr_column_get_typed_array (KkrColumn *self);
KKR_AVAILABLE_IN_ALL
guint kkr_column_get_length (KkrColumn *self);
KKR_AVAILABLE_IN_ALL
GBytes *kkr_column_get_bytes (KkrColumn *self);
KKR_AVAILABLE_IN_ALL
GBytes *kkr_column_get_status (KkrColumn *self);
KKR_AVAILABLE_IN_ALL
char **kkr_column_get_strings (KkrColumn *self);
KKR_AVAILABLE_IN_ALL
const char *const *kkr_column_get_labels (KkrColumn *self);
KKR_AVAILABLE_IN_ALL
KkrCellStatus kkr_column_get_cell_status (KkrColumn *self, guint row);
KKR_AVAILABLE_IN_ALL
KkrQualifier kkr_column_get_cell_qualifier (KkrColumn *self, guint row);
KKR_AVAILABLE_IN_ALL
GBytes *kkr_column_get_qualifiers (KkrColumn *self);
KKR_AVAILABLE_IN_ALL
KkrQualifier kkr_column_get_total_qualifier (KkrColumn *self);
KKR_AVAILABLE_IN_ALL
gint64 kkr_column_get_int64 (KkrColumn *self, guint row);
KKR_AVAILABLE_IN_ALL
gdouble kkr_column_get_double (KkrColumn *self, guint row);
KKR_AVAILABLE_IN_ALL
char *kkr_column_dup_exact (KkrColumn *self, guint row);
KKR_AVAILABLE_IN_ALL
char *kkr_column_dup_text (KkrColumn *self, guint row);
KKR_AVAILABLE_IN_ALL
char *kkr_column_dup_text_in (KkrColumn *self, guint row, const char *language);
KKR_AVAILABLE_IN_ALL
gboolean kkr_column_has_total (KkrColumn *self);
KKR_AVAILABLE_IN_ALL
char *kkr_column_dup_total (KkrColumn *self);
KKR_AVAILABLE_IN_ALL
char *kkr_column_to_string (KkrColumn *self);
KKR_AVAILABLE_IN_ALL
char *kkr_column___str__ (KkrColumn *self);
KKR_AVAILABLE_IN_ALL
char *kkr_column___repr__ (KkrColumn *self);
KKR_AVAILABLE_IN_ALL
guint kkr_column___len__ (KkrColumn *self);

G_END_DECLS
