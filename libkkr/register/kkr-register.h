/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>
#include <libkkr/model/kkr-models.h>
#include <libkkr/register/kkr-fact.h>
#include <libkkr/register/kkr-filter.h>
#include <libkkr/table/kkr-table.h>

G_BEGIN_DECLS

#define KKR_TYPE_REGISTER (kkr_register_get_type ())
KKR_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (KkrRegister, kkr_register, KKR, REGISTER, GObject)

KKR_AVAILABLE_IN_ALL
KkrRegister *kkr_register_new_packaged (void);
KKR_AVAILABLE_IN_ALL
const char *kkr_register_get_data_version (KkrRegister *self);
KKR_AVAILABLE_IN_ALL
const char *kkr_register_get_sha256 (KkrRegister *self);
KKR_AVAILABLE_IN_ALL
gboolean kkr_register_is_overlay (KkrRegister *self);
KKR_AVAILABLE_IN_ALL
GListModel *kkr_register_get_sources (KkrRegister *self);
KKR_AVAILABLE_IN_ALL
KkrSource **kkr_register_dup_sources (KkrRegister *self, gsize *n_sources);
KKR_AVAILABLE_IN_ALL
KkrMunicipality *kkr_register_find_municipality (KkrRegister *self, const char *text,
    GError **error);
KKR_AVAILABLE_IN_ALL
KkrRegion *kkr_register_find_region (KkrRegister *self, const char *text, GError **error);
KKR_AVAILABLE_IN_ALL
KkrEntity **kkr_register_select (KkrRegister *self, const char *kind, KkrFilter *filter,
                                 gsize *n_entities, GError **error);
KKR_AVAILABLE_IN_ALL
KkrFact *kkr_register_lookup (KkrRegister *self, const char *key, const char *valid_on,
                              const char *known_on, GError **error);
KKR_AVAILABLE_IN_ALL
KkrFact *kkr_register_lookup_at_level (KkrRegister *self, const char *key, const char *valid_on,
                                       const char *known_on, const char *price_level,
                                       GError **error);
KKR_AVAILABLE_IN_ALL
guint kkr_register_get_n_facts (KkrRegister *self);
KKR_AVAILABLE_IN_ALL
KkrFact **kkr_register_dup_facts (KkrRegister *self, const char *prefix, gsize *n_facts);
KKR_AVAILABLE_IN_ALL
KkrFact **kkr_register_dup_history (KkrRegister *self, const char *key, gsize *n_facts);
KKR_AVAILABLE_IN_ALL
KkrTable *kkr_register_get_table (KkrRegister *self, const char *key, GError **error);
KKR_AVAILABLE_IN_ALL
KkrTable *kkr_register_get_facts_table (KkrRegister *self, const char *prefix,
                                        const char *valid_on, const char *known_on,
                                        GError **error);
KKR_AVAILABLE_IN_ALL
KkrTable *kkr_register_get_contents (KkrRegister *self, GError **error);
KKR_AVAILABLE_IN_ALL
KkrEntity *kkr_register_find_thing (KkrRegister *self, const char *key, GError **error);
KKR_AVAILABLE_IN_ALL
char **kkr_register_dup_table_keys (KkrRegister *self, const char *prefix);
KKR_AVAILABLE_IN_ALL
char **kkr_register_dup_keys (KkrRegister *self, const char *prefix);
KKR_AVAILABLE_IN_ALL
char *kkr_register_to_string (KkrRegister *self);
KKR_AVAILABLE_IN_ALL
char *kkr_register___str__ (KkrRegister *self);
KKR_AVAILABLE_IN_ALL
char *kkr_register___repr__ (KkrRegister *self);

G_END_DECLS

#include <libkkr/register/kkr-register-entities.h>
