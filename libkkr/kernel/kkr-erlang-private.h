/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

#include <libkkr/base/kkr-rational-private.h>

G_BEGIN_DECLS

/* Erlang's loss formula: requests that come at random for one of `n` places, where the places would
 * on average be taken by `load` persons if there were enough of them, and a request that finds none
 * vacant goes elsewhere. The chance B(n) of that is 1 / x(n), with
 *
 *     x(0) = 1,    x(n) = 1 + n * x(n - 1) / load.
 *
 * Everything is added and nothing subtracted, so that an error of x(n - 1) never grows. Each x(n)
 * is the exact value of the right side rounded to 18 significant digits, halves up, and the chance
 * is 1 / x(n) rounded to 15: anybody who calculates with fractions gets the same digits. After
 * 100.000 places the chance is within 5e-13 of itself, relatively. */

typedef struct {
  guint64 digits; /* 10^17 to 10^18 - 1; of a chance 10^14 to 10^15, and 0 for the chance 0 */
  int exponent;   /* the number is digits * 10^exponent */
} KkrErlangNumber;

typedef struct {
  guint64 load_num, load_den;
  KkrErlangNumber x;
  gint64 n;
} KkrErlang;

#define KKR_ERLANG_MAX_PLACES 100000
/* What a load may be a fraction of. */
#define KKR_ERLANG_MAX_DENOMINATOR G_GINT64_CONSTANT (10000000000000)
/* Further x(n) do not fit into a derivation, and a chance is told as less than 10^-20. */
#define KKR_ERLANG_MAX_EXPONENT 2

/* No places yet: x(0). FALSE where the load is no fraction of 64 bits over 10^13, or negative. */
gboolean kkr_erlang_init (KkrErlang *self, const KkrRational *load);
/* One place more: x(n) for the next n. */
void kkr_erlang_add_place (KkrErlang *self);
/* The chance that a request is refused. */
KkrErlangNumber kkr_erlang_get_chance (const KkrErlang *self);
/* FALSE for what is too small: less than 10^-20. */
gboolean kkr_erlang_number_to_rational (const KkrErlangNumber *number, KkrRational *value);

/* The least number of places, up to `most`, with which the chance is at most `target`, which is
 * between 0 and 1, and is told in `chance`, which may be NULL: -1 if there is none. */
gint64 kkr_erlang_find_places (const KkrRational *load, const KkrRational *target, gint64 most,
                               KkrErlangNumber *chance);

G_END_DECLS
