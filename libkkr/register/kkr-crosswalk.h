/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>
#include <libkkr/register/kkr-register.h>
#include <libkkr/table/kkr-table.h>

G_BEGIN_DECLS

#define KKR_TYPE_CROSSWALK (kkr_crosswalk_get_type ())
KKR_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (KkrCrosswalk, kkr_crosswalk, KKR, CROSSWALK, GObject)

KKR_AVAILABLE_IN_ALL
KkrCrosswalk *kkr_crosswalk_new_for_rows (const char *const *from_codes,
                                          const char *const *to_codes,
                                          const char *const *weights, GError **error);
KKR_AVAILABLE_IN_ALL
KkrCrosswalk *kkr_crosswalk_new_from_file (const char *path, GCancellable *cancellable,
                                           GError **error);
KKR_AVAILABLE_IN_ALL
KkrCrosswalk *kkr_crosswalk_new_from_bytes (GBytes *bytes, const char *uri, GError **error);
KKR_AVAILABLE_IN_ALL
KkrCrosswalk *kkr_crosswalk_new_for_regions (KkrRegister *reg, const char *from_day,
                                             const char *to_day, const char *key,
                                             GError **error);
KKR_AVAILABLE_IN_ALL
KkrCrosswalk *kkr_crosswalk_new_for_municipalities (KkrRegister *reg, const char *day,
                                                    GError **error);
KKR_AVAILABLE_IN_ALL
guint kkr_crosswalk_get_n_rows (KkrCrosswalk *self);
KKR_AVAILABLE_IN_ALL
char **kkr_crosswalk_dup_from_codes (KkrCrosswalk *self);
KKR_AVAILABLE_IN_ALL
char **kkr_crosswalk_dup_to_codes (KkrCrosswalk *self);
KKR_AVAILABLE_IN_ALL
KkrTable *kkr_crosswalk_dup_table (KkrCrosswalk *self);
KKR_AVAILABLE_IN_ALL
KkrTable *kkr_crosswalk_apply (KkrCrosswalk *self, KkrTable *table, const char *code_column,
                               const char *value_column, GError **error);
KKR_AVAILABLE_IN_ALL
KkrTable *kkr_crosswalk_apply_full (KkrCrosswalk *self, KkrTable *table, const char *code_column,
                                    const char *value_column, KkrApportionMethod method,
                                    gint64 unit, KkrTieRule tie_rule, GError **error);
KKR_AVAILABLE_IN_ALL
KkrTable *kkr_crosswalk_apply_values (KkrCrosswalk *self, const char *const *codes,
                                      const gint64 *values, gsize n_values, GError **error);
KKR_AVAILABLE_IN_ALL
char *kkr_crosswalk_to_string (KkrCrosswalk *self);
KKR_AVAILABLE_IN_ALL
char *kkr_crosswalk___str__ (KkrCrosswalk *self);
KKR_AVAILABLE_IN_ALL
char *kkr_crosswalk___repr__ (KkrCrosswalk *self);

G_END_DECLS
