/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-version.h>

G_BEGIN_DECLS

#define KKR_TYPE_SOURCE (kkr_source_get_type ())
KKR_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (KkrSource, kkr_source, KKR, SOURCE, GObject)

KKR_AVAILABLE_IN_ALL
KkrSource *kkr_source_new (const char *id, const char *title, const char *publisher,
                           const char *date);
KKR_AVAILABLE_IN_ALL
const char *kkr_source_get_id (KkrSource *self);
KKR_AVAILABLE_IN_ALL
const char *kkr_source_get_title (KkrSource *self);
KKR_AVAILABLE_IN_ALL
const char *kkr_source_get_publisher (KkrSource *self);
KKR_AVAILABLE_IN_ALL
const char *kkr_source_get_date (KkrSource *self);
KKR_AVAILABLE_IN_ALL
char *kkr_source_to_string (KkrSource *self);
KKR_AVAILABLE_IN_ALL
char *kkr_source_to_string_in (KkrSource *self, const char *language);
KKR_AVAILABLE_IN_ALL
char *kkr_source___str__ (KkrSource *self);
KKR_AVAILABLE_IN_ALL
char *kkr_source___repr__ (KkrSource *self);

G_END_DECLS
