/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

#include <libkkr/base/kkr-derivation.h>
#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-note.h>
#include <libkkr/table/kkr-table.h>

G_BEGIN_DECLS

typedef struct _KkrCalculator KkrCalculator;

#define KKR_TYPE_RESULT (kkr_result_get_type ())
KKR_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (KkrResult, kkr_result, KKR, RESULT, GObject)

KKR_AVAILABLE_IN_ALL
KkrResult *kkr_result_new (KkrCalculator *calculator, KkrTable **tables, gsize n_tables,
                           KkrNote **notes, gsize n_notes);
KKR_AVAILABLE_IN_ALL
KkrCalculator *kkr_result_dup_calculator (KkrResult *self);
KKR_AVAILABLE_IN_ALL
KkrTable *kkr_result_get_scenarios (KkrResult *self);
KKR_AVAILABLE_IN_ALL
KkrTable *kkr_result_get_table (KkrResult *self);
KKR_AVAILABLE_IN_ALL
KkrTable *kkr_result_get_table_named (KkrResult *self, const char *name);
KKR_AVAILABLE_IN_ALL
GListModel *kkr_result_get_tables (KkrResult *self);
KKR_AVAILABLE_IN_ALL
KkrTable **kkr_result_dup_tables (KkrResult *self, gsize *n_tables);
KKR_AVAILABLE_IN_ALL
GListModel *kkr_result_get_notes (KkrResult *self);
KKR_AVAILABLE_IN_ALL
KkrNote **kkr_result_dup_notes (KkrResult *self, gsize *n_notes);
KKR_AVAILABLE_IN_ALL
KkrDerivation *kkr_result_explain (KkrResult *self, const char *column, gint64 row, GError **error);
KKR_AVAILABLE_IN_ALL
KkrDerivation *kkr_result_explain_key (KkrResult *self, const char *column, const char *key,
                                       GError **error);
KKR_AVAILABLE_IN_ALL
char *kkr_result_to_string (KkrResult *self);
KKR_AVAILABLE_IN_ALL
char *kkr_result_to_string_in (KkrResult *self, const char *language);
KKR_AVAILABLE_IN_ALL
char *kkr_result_to_csv (KkrResult *self);
KKR_AVAILABLE_IN_ALL
char *kkr_result_to_csv_danish (KkrResult *self);
KKR_AVAILABLE_IN_ALL
char *kkr_result_to_json (KkrResult *self);
KKR_AVAILABLE_IN_ALL
char *kkr_result_to_html (KkrResult *self);
KKR_AVAILABLE_IN_ALL
char *kkr_result_to_html_in (KkrResult *self, const char *language);
KKR_AVAILABLE_IN_ALL
char *kkr_result___str__ (KkrResult *self);
KKR_AVAILABLE_IN_ALL
char *kkr_result___repr__ (KkrResult *self);
KKR_AVAILABLE_IN_ALL
char *kkr_result__repr_html_ (KkrResult *self);

G_END_DECLS
