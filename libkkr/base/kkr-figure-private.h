/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-figure.h>
#include <libkkr/base/kkr-interval-private.h>
#include <libkkr/base/kkr-number-private.h>

G_BEGIN_DECLS

/* A figure that somebody else has read: `value` and `precision` (> 0, what one of the last printed
 * digit is worth) in the unit of the text, so kroner for money. NULL if the interval does not fit.
 */
KkrFigure *kkr_figure_new_printed (const char *text, const KkrRational *value,
                                   const KkrRational *precision);
/* All above (side 1) or below (side -1) a number. */
KkrFigure *kkr_figure_new_bound (const char *text, const KkrRational *value, int side,
                                 gboolean included);

/* What a figure is made of: the number, and the exact ones it can stand for. `what` as in
 * kkr_number_parse(). */
gboolean kkr_figure_parse (const char *text, const char *what, KkrNumber *number,
                           KkrInterval *interval, GError **error);

G_END_DECLS
