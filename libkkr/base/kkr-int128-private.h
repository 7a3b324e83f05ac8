/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whole numbers of 128 bits for everything between an input and its rounding, and products of
 * 256 bits for comparisons, where a wider number would have to be kept only to be thrown away.
 * Every operation that can overflow says so. */

__extension__ typedef __int128 KkrInt128;
__extension__ typedef unsigned __int128 KkrUint128;

#define KKR_INT128_MAX ((KkrInt128) (~(KkrUint128) 0 >> 1))
#define KKR_INT128_MIN (-KKR_INT128_MAX - 1)

typedef struct {
  KkrUint128 high;
  KkrUint128 low;
} KkrUint256;

static inline KkrUint128
kkr_int128_magnitude (KkrInt128 value)
{
  return value < 0 ? -(KkrUint128) value : (KkrUint128) value;
}

static inline KkrUint256
kkr_uint128_multiply (KkrUint128 a, KkrUint128 b)
{
  const KkrUint128 mask = G_MAXUINT64;
  KkrUint128 low = (a & mask) * (b & mask);
  KkrUint128 cross1 = (a >> 64) * (b & mask);
  KkrUint128 cross2 = (a & mask) * (b >> 64);
  KkrUint128 middle = (low >> 64) + (cross1 & mask) + (cross2 & mask);
  KkrUint256 product;

  product.low = (middle << 64) | (low & mask);
  product.high = (a >> 64) * (b >> 64) + (cross1 >> 64) + (cross2 >> 64) + (middle >> 64);
  return product;
}

static inline int
kkr_uint256_compare (KkrUint256 a, KkrUint256 b)
{
  if (a.high != b.high)
    return a.high < b.high ? -1 : 1;
  if (a.low != b.low)
    return a.low < b.low ? -1 : 1;
  return 0;
}

KkrUint128 kkr_uint128_gcd (KkrUint128 a, KkrUint128 b);
char *kkr_int128_to_string (KkrInt128 value);
gboolean kkr_int128_parse (const char *text, KkrInt128 *value);

G_END_DECLS
