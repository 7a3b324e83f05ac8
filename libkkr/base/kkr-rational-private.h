/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-enums.h>
#include <libkkr/base/kkr-int128-private.h>

G_BEGIN_DECLS

/* An exact fraction in lowest terms with a positive denominator. The operations return FALSE and
 * leave their result alone when it does not fit into 128 bits over 128 bits (or on a division by
 * zero); kkr_rational_overflow() turns that into the error that callers report, about a `what` that
 * is translated already: "the amount". */

typedef struct {
  KkrInt128 num;
  KkrInt128 den;
} KkrRational;

#define KKR_RATIONAL_ZERO ((KkrRational) { 0, 1 })
#define KKR_RATIONAL_INT(value) ((KkrRational) { (value), 1 })

gboolean kkr_rational_init (KkrRational *result, KkrInt128 num, KkrInt128 den);
gboolean kkr_rational_add (const KkrRational *a, const KkrRational *b, KkrRational *result);
gboolean kkr_rational_subtract (const KkrRational *a, const KkrRational *b, KkrRational *result);
gboolean kkr_rational_multiply (const KkrRational *a, const KkrRational *b, KkrRational *result);
gboolean kkr_rational_divide (const KkrRational *a, const KkrRational *b, KkrRational *result);
int kkr_rational_compare (const KkrRational *a, const KkrRational *b);

/* To a multiple of `unit` (> 0); FALSE if that does not fit into 64 bits. */
gboolean kkr_rational_round (const KkrRational *value, KkrRoundingMode mode, gint64 unit,
                             gint64 *result);
gboolean kkr_int128_divide_rounded (KkrInt128 num, KkrInt128 den, KkrRoundingMode mode,
                                    KkrInt128 *result);

/* `-?[0-9]+(/[0-9]+)?` in lowest terms. The parser also accepts decimals with a dot ("43851.6"). */
char *kkr_rational_to_string (const KkrRational *value);
gboolean kkr_rational_parse (const char *text, KkrRational *result);

/* The shortest decimal that prints the double: 3.2 is 32/10, not 3.20000000000000017763. FALSE for
 * NaN, the infinities, and magnitudes that do not fit. */
gboolean kkr_rational_from_double (gdouble value, KkrRational *result);
gdouble kkr_rational_to_double (const KkrRational *value);

gboolean kkr_rational_overflow (GError **error, const char *what);

G_END_DECLS
