/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-rational-private.h>

G_BEGIN_DECLS

/* Exact numbers in Danish, without a digit lost: "1.152.028,50" where the decimals end, else the
 * fraction, "115202850/7". Of `hundredths` the value is a hundredth, with two decimals at least. */
char *kkr_exact_number_to_string (const KkrRational *value, gboolean hundredths);

/* The same with the word for the unit, one that no other unit has: "11.520,28 kr.". */
char *kkr_exact_value_to_string (const KkrRational *value, KkrUnit unit);

G_END_DECLS
