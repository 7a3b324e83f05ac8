/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-figure.h>
#include <libkkr/base/kkr-rational-private.h>

G_BEGIN_DECLS

/* A figure that somebody else has read: `value` and `precision` (> 0, what one of the last printed
 * digit is worth) in the unit of the text, so kroner for money. NULL if the interval does not fit.
 */
KkrFigure *kkr_figure_new_printed (const char *text, const KkrRational *value,
                                   const KkrRational *precision);
/* All above (side 1) or below (side -1) a number. */
KkrFigure *kkr_figure_new_bound (const char *text, const KkrRational *value, int side,
                                 gboolean included);

G_END_DECLS
