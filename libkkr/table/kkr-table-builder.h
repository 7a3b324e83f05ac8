/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/table/kkr-table.h>

G_BEGIN_DECLS

#define KKR_TYPE_TABLE_BUILDER (kkr_table_builder_get_type ())
KKR_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (KkrTableBuilder, kkr_table_builder, KKR, TABLE_BUILDER, GObject)

KKR_AVAILABLE_IN_ALL
KkrTableBuilder *kkr_table_builder_new (const char *name, const char *danish, const char *english);
KKR_AVAILABLE_IN_ALL
void kkr_table_builder_add_int64 (KkrTableBuilder *self, const char *name, const char *danish,
                                  const char *english, KkrUnit unit, const gint64 *values,
                                  gsize n_values);
KKR_AVAILABLE_IN_ALL
void kkr_table_builder_add_double (KkrTableBuilder *self, const char *name, const char *danish,
                                   const char *english, KkrUnit unit, const gdouble *values,
                                   gsize n_values);
KKR_AVAILABLE_IN_ALL
void kkr_table_builder_add_ratio (KkrTableBuilder *self, const char *name, const char *danish,
                                  const char *english, KkrUnit unit, const char *const *exact);
KKR_AVAILABLE_IN_ALL
void kkr_table_builder_add_text (KkrTableBuilder *self, const char *name, const char *danish,
                                 const char *english, const char *const *values);
KKR_AVAILABLE_IN_ALL
void kkr_table_builder_add_codes (KkrTableBuilder *self, const char *name, const char *danish,
                                  const char *english, const gint32 *codes, gsize n_codes,
                                  const char *const *labels);
KKR_AVAILABLE_IN_ALL
void kkr_table_builder_add_date (KkrTableBuilder *self, const char *name, const char *danish,
                                 const char *english, const gint32 *days, gsize n_days);
KKR_AVAILABLE_IN_ALL
void kkr_table_builder_add_bytes (KkrTableBuilder *self, const char *name, const char *danish,
                                  const char *english, KkrColumnKind kind, KkrUnit unit,
                                  GBytes *values);
KKR_AVAILABLE_IN_ALL
void kkr_table_builder_set_decimals (KkrTableBuilder *self, const char *column, int decimals);
KKR_AVAILABLE_IN_ALL
void kkr_table_builder_set_status (KkrTableBuilder *self, const char *column, guint row,
                                   KkrCellStatus status);
KKR_AVAILABLE_IN_ALL
void kkr_table_builder_set_qualifier (KkrTableBuilder *self, const char *column, guint row,
                                      KkrQualifier qualifier);
KKR_AVAILABLE_IN_ALL
void kkr_table_builder_set_total_qualifier (KkrTableBuilder *self, const char *column,
                                            KkrQualifier qualifier);
KKR_AVAILABLE_IN_ALL
void kkr_table_builder_set_total (KkrTableBuilder *self, const char *column, const char *exact);
KKR_AVAILABLE_IN_ALL
void kkr_table_builder_set_labels_in_english (KkrTableBuilder *self, const char *column,
                                              const char *const *labels);
KKR_AVAILABLE_IN_ALL
void kkr_table_builder_set_key (KkrTableBuilder *self, const char *const *columns);
KKR_AVAILABLE_IN_ALL
KkrTable *kkr_table_builder_end (KkrTableBuilder *self, GError **error);

G_END_DECLS
