/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-apportion-private.h>

#include <glib/gi18n-lib.h>
#include <math.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-rational-private.h>

static gboolean
check_decimal (gdouble value, gsize row, GError **error)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (isfinite (value) && value >= 0)
    return TRUE;
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
               _("weight of row %zu, counted from 0, is no weight: %s found, 0 or more expected"),
               row, g_ascii_dtostr (text, sizeof text, value));
  return FALSE;
}

static gboolean
refuse_size (gdouble value, gsize row, GError **error)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OVERFLOW,
               _("weight of row %zu, counted from 0, does not fit: %s found, weights expected that "
                 "are at most %lld as whole multiples of their common decimal unit"), row,
               g_ascii_dtostr (text, sizeof text, value), (long long) G_MAXINT64);
  return FALSE;
}

/* The least common multiple of the denominators, which are divisors of powers of ten. */
static gboolean
widen (KkrInt128 *common, KkrInt128 den)
{
  KkrUint128 shared = kkr_uint128_gcd ((KkrUint128) *common, (KkrUint128) den);

  return !__builtin_mul_overflow (*common, den / (KkrInt128) shared, common);
}

static gboolean
make_whole (const KkrRational *exact, KkrInt128 common, gint64 *weight)
{
  KkrInt128 whole;

  if (__builtin_mul_overflow (exact->num, common / exact->den, &whole) || whole > G_MAXINT64)
    return FALSE;
  *weight = (gint64) whole;
  return TRUE;
}

gboolean
kkr_whole_weights (const gdouble *decimals, gsize n, gint64 *weights, GError **error)
{
  g_autofree KkrRational *exact = g_new (KkrRational, n);
  KkrInt128 common = 1;

  for (gsize i = 0; i < n; i++)
    if (!check_decimal (decimals[i], i, error))
      return FALSE;
  /* The denominator only grows: what does not fit now never will. */
  for (gsize i = 0; i < n; i++)
    if (!kkr_rational_from_double (decimals[i], &exact[i]) || !widen (&common, exact[i].den) ||
        !make_whole (&exact[i], common, &weights[i]))
      return refuse_size (decimals[i], i, error);
  for (gsize i = 0; i < n; i++)
    if (!make_whole (&exact[i], common, &weights[i]))
      return refuse_size (decimals[i], i, error);
  return TRUE;
}
