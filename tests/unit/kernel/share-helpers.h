/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-error.h>
#include <libkkr/kernel/kkr-apportion-private.h>
#include <libkkr/kernel/kkr-apportion.h>

G_BEGIN_DECLS

#define LR KKR_APPORTION_METHOD_LARGEST_REMAINDER
#define DH KKR_APPORTION_METHOD_DHONDT
#define SL KKR_APPORTION_METHOD_SAINTE_LAGUE
#define HH KKR_APPORTION_METHOD_HUNTINGTON_HILL
#define CU KKR_APPORTION_METHOD_CUMULATIVE
#define RL KKR_APPORTION_METHOD_RESIDUAL_TO_LARGEST
#define IN KKR_APPORTION_METHOD_INDEPENDENT

#define N_METHODS 7
#define MAX_ROWS 16

#define is_one_of(method, ...) \
  is_listed (method, (const KkrApportionMethod[]) { __VA_ARGS__, KKR_APPORTION_METHOD_UNSET })

static inline gboolean
is_listed (KkrApportionMethod method, const KkrApportionMethod *methods)
{
  for (; *methods != KKR_APPORTION_METHOD_UNSET; methods++)
    if (*methods == method)
      return TRUE;
  return FALSE;
}

/* FALSE where the method refuses, which only RESIDUAL_TO_LARGEST may. */
static inline gboolean
share_out (KkrApportionMethod method, KkrTieRule tie_rule, gint64 total, const gint64 *weights,
           gsize n, gint64 *shares, guint8 *tied)
{
  g_autoptr (GError) error = NULL;

  if (kkr_apportion_into (total, weights, n, method, 1, tie_rule, shares, tied, &error))
    {
      g_assert_no_error (error);
      return TRUE;
    }
  g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT);
  g_assert_cmpint (method, ==, RL);
  return FALSE;
}

static inline void
assert_rows (const gint64 *shares, gsize n_shares, const gint64 *expected, gsize n)
{
  g_assert_cmpuint (n_shares, ==, n);
  for (gsize i = 0; i < n; i++)
    g_assert_cmpint (shares[i], ==, expected[i]);
}

static inline void
assert_shares (KkrApportionMethod method, gint64 total, const gint64 *weights, gsize n,
               const gint64 *expected)
{
  g_autoptr (GError) error = NULL;
  gsize n_shares = 0;
  g_autofree gint64 *shares = kkr_apportion (total, weights, n, method, 1, &n_shares, &error);

  g_assert_no_error (error);
  assert_rows (shares, n_shares, expected, n);
}

#define ROWS(...) ((const gint64[]) { __VA_ARGS__ })

static inline gint64
add_up (const gint64 *values, gsize n)
{
  gint64 sum = 0;

  for (gsize i = 0; i < n; i++)
    sum += values[i];
  return sum;
}

static inline guint64
random_bits (GRand *rand, int bits)
{
  guint64 value = (guint64) g_rand_int (rand) << 32 | g_rand_int (rand);

  return bits == 0 ? 0 : value >> (64 - bits);
}

G_END_DECLS
