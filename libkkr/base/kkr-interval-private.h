/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-rational-private.h>

G_BEGIN_DECLS

/* The exact numbers that a printed one can stand for. */

typedef struct {
  KkrRational lower;
  KkrRational upper;
  gboolean has_lower;
  gboolean has_upper;
  gboolean lower_included;
  gboolean upper_included;
} KkrInterval;

/* What is printed as `value` when a half is rounded away from zero to a multiple of `precision`.
 * FALSE if it does not fit. */
gboolean kkr_interval_around (KkrInterval *interval, const KkrRational *value,
                              const KkrRational *precision);
/* The same for any way of rounding. */
gboolean kkr_interval_behind (KkrInterval *interval, const KkrRational *value,
                              const KkrRational *precision, KkrRoundingMode mode);
/* All above (side 1) or below (side -1) a number. */
KkrInterval kkr_interval_beyond (const KkrRational *value, int side, gboolean included);
gboolean kkr_interval_contains (const KkrInterval *interval, const KkrRational *number);
/* "fra 6,25 til under 6,35", "over 180.000"; "" without ends. */
char *kkr_interval_format (const KkrInterval *interval, const char *language);

G_END_DECLS
