/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

#include <libkkr/table/kkr-column.h>

G_BEGIN_DECLS

#define KKR_TYPE_TABLE (kkr_table_get_type ())
KKR_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (KkrTable, kkr_table, KKR, TABLE, GObject)

KKR_AVAILABLE_IN_ALL
const char *kkr_table_get_name (KkrTable *self);
KKR_AVAILABLE_IN_ALL
const char *kkr_table_get_title (KkrTable *self);
KKR_AVAILABLE_IN_ALL
const char *kkr_table_get_title_in (KkrTable *self, const char *language);
KKR_AVAILABLE_IN_ALL
guint kkr_table_get_n_rows (KkrTable *self);
KKR_AVAILABLE_IN_ALL
GListModel *kkr_table_get_columns (KkrTable *self);
KKR_AVAILABLE_IN_ALL
KkrColumn **kkr_table_dup_columns (KkrTable *self, gsize *n_columns);
KKR_AVAILABLE_IN_ALL
KkrColumn *kkr_table_get_column (KkrTable *self, const char *name);
KKR_AVAILABLE_IN_ALL
const char *const *kkr_table_get_key_columns (KkrTable *self);
KKR_AVAILABLE_IN_ALL
gint64 kkr_table_find_row (KkrTable *self, const char *key, GError **error);
KKR_AVAILABLE_IN_ALL
char *kkr_table_dup_row_key (KkrTable *self, guint row);
KKR_AVAILABLE_IN_ALL
char *kkr_table_to_string (KkrTable *self);
KKR_AVAILABLE_IN_ALL
char *kkr_table_to_string_in (KkrTable *self, const char *language);
KKR_AVAILABLE_IN_ALL
char *kkr_table_to_csv (KkrTable *self);
KKR_AVAILABLE_IN_ALL
char *kkr_table_to_csv_danish (KkrTable *self);
KKR_AVAILABLE_IN_ALL
char *kkr_table_to_json (KkrTable *self);
KKR_AVAILABLE_IN_ALL
char *kkr_table_to_html (KkrTable *self);
KKR_AVAILABLE_IN_ALL
char *kkr_table_to_html_in (KkrTable *self, const char *language);
KKR_AVAILABLE_IN_ALL
char *kkr_table___str__ (KkrTable *self);
KKR_AVAILABLE_IN_ALL
char *kkr_table___repr__ (KkrTable *self);
KKR_AVAILABLE_IN_ALL
char *kkr_table__repr_html_ (KkrTable *self);
KKR_AVAILABLE_IN_ALL
guint kkr_table___len__ (KkrTable *self);
KKR_AVAILABLE_IN_ALL
KkrColumn *kkr_table___getitem__ (KkrTable *self, const char *name, GError **error);

G_END_DECLS
