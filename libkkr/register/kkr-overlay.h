/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-problem.h>
#include <libkkr/register/kkr-register.h>

G_BEGIN_DECLS

#define KKR_TYPE_OVERLAY (kkr_overlay_get_type ())
KKR_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (KkrOverlay, kkr_overlay, KKR, OVERLAY, GObject)

KKR_AVAILABLE_IN_ALL
KkrOverlay *kkr_overlay_new (KkrRegister *below);
KKR_AVAILABLE_IN_ALL
KkrRegister *kkr_overlay_get_below (KkrOverlay *self);
KKR_AVAILABLE_IN_ALL
gboolean kkr_overlay_change (KkrOverlay *self, const char *key, const char *valid,
                             const char *value, GError **error);
KKR_AVAILABLE_IN_ALL
gboolean kkr_overlay_add (KkrOverlay *self, const char *key, KkrUnit unit, const char *valid,
                          const char *value, GError **error);
KKR_AVAILABLE_IN_ALL
gboolean kkr_overlay_add_text (KkrOverlay *self, const char *key, const char *valid,
                               const char *text, GError **error);
KKR_AVAILABLE_IN_ALL
gboolean kkr_overlay_remove (KkrOverlay *self, const char *key, const char *valid,
                             GError **error);
KKR_AVAILABLE_IN_ALL
gboolean kkr_overlay_scale (KkrOverlay *self, const char *prefix, const char *valid,
                            const char *factor, KkrRoundingMode mode, GError **error);
KKR_AVAILABLE_IN_ALL
guint kkr_overlay_get_n_changed (KkrOverlay *self);
KKR_AVAILABLE_IN_ALL
guint kkr_overlay_get_n_added (KkrOverlay *self);
KKR_AVAILABLE_IN_ALL
guint kkr_overlay_get_n_removed (KkrOverlay *self);
KKR_AVAILABLE_IN_ALL
char **kkr_overlay_dup_not_found (KkrOverlay *self);
KKR_AVAILABLE_IN_ALL
KkrProblem **kkr_overlay_dup_problems (KkrOverlay *self, gsize *n_problems);
KKR_AVAILABLE_IN_ALL
KkrRegister *kkr_overlay_apply (KkrOverlay *self, GError **error);
KKR_AVAILABLE_IN_ALL
char *kkr_overlay_to_string (KkrOverlay *self);
KKR_AVAILABLE_IN_ALL
char *kkr_overlay___str__ (KkrOverlay *self);
KKR_AVAILABLE_IN_ALL
char *kkr_overlay___repr__ (KkrOverlay *self);

G_END_DECLS
