/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-version.h>

G_BEGIN_DECLS

#define KKR_TYPE_FIGURE (kkr_figure_get_type ())
KKR_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (KkrFigure, kkr_figure, KKR, FIGURE, GObject)

KKR_AVAILABLE_IN_ALL
KkrFigure *kkr_figure_new_from_string (const char *text, GError **error);
KKR_AVAILABLE_IN_ALL
const char *kkr_figure_get_text (KkrFigure *self);
KKR_AVAILABLE_IN_ALL
char *kkr_figure_dup_value (KkrFigure *self);
KKR_AVAILABLE_IN_ALL
char *kkr_figure_dup_lower (KkrFigure *self);
KKR_AVAILABLE_IN_ALL
char *kkr_figure_dup_upper (KkrFigure *self);
KKR_AVAILABLE_IN_ALL
gboolean kkr_figure_get_lower_included (KkrFigure *self);
KKR_AVAILABLE_IN_ALL
gboolean kkr_figure_get_upper_included (KkrFigure *self);
KKR_AVAILABLE_IN_ALL
gboolean kkr_figure_contains (KkrFigure *self, const char *exact, GError **error);
KKR_AVAILABLE_IN_ALL
char *kkr_figure_to_string (KkrFigure *self);
KKR_AVAILABLE_IN_ALL
char *kkr_figure_to_string_in (KkrFigure *self, const char *language);
KKR_AVAILABLE_IN_ALL
char *kkr_figure___str__ (KkrFigure *self);
KKR_AVAILABLE_IN_ALL
char *kkr_figure___repr__ (KkrFigure *self);

G_END_DECLS
