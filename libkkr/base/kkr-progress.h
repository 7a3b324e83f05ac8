/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

#include <libkkr/base/kkr-enums.h>

G_BEGIN_DECLS

#define KKR_TYPE_PROGRESS (kkr_progress_get_type ())
KKR_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (KkrProgress, kkr_progress, KKR, PROGRESS, GObject)

KKR_AVAILABLE_IN_ALL
KkrProgress *kkr_progress_new (void);
KKR_AVAILABLE_IN_ALL
gdouble kkr_progress_get_fraction (KkrProgress *self);

G_END_DECLS
