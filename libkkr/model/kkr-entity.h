/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-period.h>
#include <libkkr/base/kkr-source.h>

G_BEGIN_DECLS

#define KKR_TYPE_ENTITY (kkr_entity_get_type ())
KKR_AVAILABLE_IN_ALL
G_DECLARE_DERIVABLE_TYPE (KkrEntity, kkr_entity, KKR, ENTITY, GObject)

struct _KkrEntityClass {
  GObjectClass parent_class;

  /*< private >*/
  gconstpointer model;
  gpointer reserved[4];
};

KKR_AVAILABLE_IN_ALL
const char *kkr_entity_get_id (KkrEntity *self);
KKR_AVAILABLE_IN_ALL
const char *kkr_entity_get_title (KkrEntity *self);
KKR_AVAILABLE_IN_ALL
const char *kkr_entity_get_title_in (KkrEntity *self, const char *language);
KKR_AVAILABLE_IN_ALL
const char *kkr_entity_get_valid_from (KkrEntity *self);
KKR_AVAILABLE_IN_ALL
const char *kkr_entity_get_valid_until (KkrEntity *self);
KKR_AVAILABLE_IN_ALL
KkrPeriod *kkr_entity_dup_valid (KkrEntity *self);
KKR_AVAILABLE_IN_ALL
gboolean kkr_entity_is_valid_on (KkrEntity *self, const char *day, GError **error);
KKR_AVAILABLE_IN_ALL
KkrSource *kkr_entity_get_source (KkrEntity *self);
KKR_AVAILABLE_IN_ALL
const char *kkr_entity_get_section (KkrEntity *self);
KKR_AVAILABLE_IN_ALL
gboolean kkr_entity_get_confirmed (KkrEntity *self);
KKR_AVAILABLE_IN_ALL
const char *kkr_entity_get_note_in (KkrEntity *self, const char *language);
KKR_AVAILABLE_IN_ALL
const char *kkr_entity_get_uri (KkrEntity *self);
KKR_AVAILABLE_IN_ALL
guint kkr_entity_get_line (KkrEntity *self);
KKR_AVAILABLE_IN_ALL
char *kkr_entity_to_string (KkrEntity *self);
KKR_AVAILABLE_IN_ALL
char *kkr_entity_to_string_in (KkrEntity *self, const char *language);
KKR_AVAILABLE_IN_ALL
char *kkr_entity___str__ (KkrEntity *self);
KKR_AVAILABLE_IN_ALL
char *kkr_entity___repr__ (KkrEntity *self);

G_END_DECLS
