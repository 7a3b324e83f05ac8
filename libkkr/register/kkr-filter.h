/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib-object.h>
#include <libkkr/base/kkr-version.h>

G_BEGIN_DECLS

#define KKR_TYPE_FILTER (kkr_filter_get_type ())
KKR_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (KkrFilter, kkr_filter, KKR, FILTER, GObject)

KKR_AVAILABLE_IN_ALL
KkrFilter *kkr_filter_new (void);

G_END_DECLS
