/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/* Shares of many totals without a division per share. doc/apportionment-proofs.md has the names and
 * shows each bound: N units are shared by parts w of a sum W below 2^32, N is g W + rho, and F is
 * rho / W in steps of 2^-64, rounded up. Then the upper half of x = floor (w F / 2^32) is floor (w
 * rho / W), and its lower half begins with the digits of the remainder.
 *
 * `half` is the number of bits of half a word: 32, and less in the test that tries all words. */

#define KKR_QUOTIENT_HALF 32
#define KKR_QUOTIENT_MAX_SUM G_MAXUINT32
/* As many totals go through the kernels together as keep the processor busy while each waits for
 * the steps of its own search. */
#define KKR_QUOTIENT_GROUP 8

#define KKR_UNROLLED _Pragma ("GCC unroll 8")

__extension__ typedef unsigned __int128 KkrQuotientProduct;

typedef struct {
  const guint64 *parts; /* n, each at most the sum */
  gint64 *shares;       /* n; x stands here between scale() and write() */
  guint8 *keys;         /* as many bytes as kkr_quotient_n_keys() says, on a cache line */
  guint64 fraction;     /* F */
  guint64 whole;        /* g times the unit, modulo 2^64 */
  guint64 unit;
  guint64 sign;         /* all bits set for a negative total */
  guint64 rest;         /* rho */
  guint64 sum;          /* W */
  guint64 shift;        /* makes the highest bit of W the highest of a half */
  guint64 bias;         /* added to x before its upper half is taken */
  guint64 left;         /* told by scale(): units that are left for the largest remainders */
  guint64 taken;        /* told by round(): the sum of the upper halves */
  guint64 key;          /* told by find(): the largest key that at least `left` keys reach, */
  guint64 n_reached;    /* how many do, those beyond n with key 0 among them, */
  guint64 n_above;      /* and how many lie above it */
} KkrQuotientRow;

/* The same for a sum of 2^32 or more: f = floor (rho 2^64 / W) for the fraction, `row.shift` makes
 * the highest 32 bits of W the lowest. */
typedef struct {
  KkrQuotientRow row;
  guint64 units;       /* N */
  guint64 *remainders; /* n */
  guint64 bound;       /* remainders from here on are lifted */
} KkrQuotientWideRow;

/* What write() may take for granted. */
typedef enum {
  KKR_QUOTIENT_FORM_PLAIN, /* as the next, and no total is negative */
  KKR_QUOTIENT_FORM_ONE,   /* the unit is 1, `whole` is below 2^32 */
  KKR_QUOTIENT_FORM_HALF,  /* both are below 2^32 */
  KKR_QUOTIENT_FORM_WORD,
} KkrQuotientForm;

typedef struct {
  guint key_bits;  /* of a remainder are looked at first */
  guint8 key_flip; /* the bits that are kept turned round in the bytes of keys */
  /* `exact`: the lower half of x is made from the remainder itself, which needs two products more,
   * since it is not known to be precise enough. */
  void (*scale) (KkrQuotientRow *rows, gsize n_rows, gsize n, gboolean exact);
  void (*find) (KkrQuotientRow *rows, gsize n_rows, gsize n);
  void (*write) (const KkrQuotientRow *rows, gsize n_rows, gsize n, KkrQuotientForm form);
  /* scale() and write() at once; `differences`: each share less the one before it. */
  void (*round) (KkrQuotientRow *rows, gsize n_rows, gsize n, gboolean exact, KkrQuotientForm form,
                 gboolean differences);
  /* Quotients for shares, remainders, keys and what is left, of one row; writing and rounding as
   * above. */
  void (*divide_wide) (KkrQuotientWideRow *wide, gsize n);
  void (*write_wide) (const KkrQuotientWideRow *wide, gsize n);
  void (*round_wide) (KkrQuotientWideRow *wide, gsize n, gboolean differences);
  /* All places with this key, ascending; with key 0, there are some from n on among them. */
  gsize (*list) (const guint8 *keys, gsize n, guint64 key, gsize *places);
} KkrQuotientKernel;

extern const KkrQuotientKernel kkr_quotient_kernel_baseline;
extern const KkrQuotientKernel kkr_quotient_kernel_avx2;
extern const KkrQuotientKernel kkr_quotient_kernel_avx512;

static inline gsize
kkr_quotient_n_keys (gsize n)
{
  return (n + 63) & ~(gsize) 63;
}

/* floor ((2^2half - 1) / divisor) */
static inline guint64
kkr_quotient_inverse (guint64 divisor, guint half)
{
  return (G_MAXUINT64 >> (64 - 2 * half)) / divisor;
}

/* A quotient that is right or 1 too small, and then put right. */
static inline guint64
kkr_quotient_divide (guint64 value, guint64 divisor, guint64 inverse, guint half, guint64 *rest)
{
  guint64 quotient = (guint64) (((KkrQuotientProduct) value * inverse) >> (2 * half));
  guint64 remainder = value - quotient * divisor;

  if (remainder >= divisor)
    {
      quotient++;
      remainder -= divisor;
    }
  *rest = remainder;
  return quotient;
}

/* F from rho, for a rho below the sum. */
static inline guint64
kkr_quotient_fraction (guint64 rest, guint64 sum, guint64 inverse, guint half)
{
  guint64 high = kkr_quotient_divide (rest << half, sum, inverse, half, &rest);
  guint64 low = kkr_quotient_divide (rest << half, sum, inverse, half, &rest);

  return (high << half | low) + (rest > 0);
}

/* x */
static inline guint64
kkr_quotient_scale (guint64 part, guint64 fraction, guint half)
{
  return (guint64) (((KkrQuotientProduct) part * fraction) >> half);
}

static inline guint64
kkr_quotient_remainder (guint64 part, guint64 scaled, guint64 rest, guint64 sum, guint half)
{
  return part * rest - (scaled >> half) * sum;
}

/* x with the remainder itself for its lower half. */
static inline guint64
kkr_quotient_scale_exactly (guint64 part, guint64 fraction, guint64 rest, guint64 sum,
                            guint64 shift, guint half)
{
  guint64 scaled = kkr_quotient_scale (part, fraction, half);

  return (scaled >> half << half) +
         (kkr_quotient_remainder (part, scaled, rest, sum, half) << shift);
}

/* How many bits of the lower half of x depend on the remainder alone: as many as there are in
 * 2^2half / (W times the largest part). Negative: the upper half is right all the same. */
static inline int
kkr_quotient_n_sure_bits (guint64 sum, guint64 largest, guint half)
{
  guint64 product = sum * largest;

  return (int) (2 * half) - (product <= 1 ? 0 : 64 - __builtin_clzll (product - 1));
}

static inline guint64
kkr_quotient_shift (guint64 sum, guint half)
{
  return half - (64 - (guint64) __builtin_clzll (sum));
}

/* Lifts the parts with this key and those above it by one; all keys are below 2^key_bits. */
static inline guint64
kkr_quotient_bias (guint64 key, guint key_bits, guint half)
{
  return (((guint64) 1 << key_bits) - key) << (half - key_bits);
}

/* Lifts the parts with a remainder of half the sum or more. */
static inline guint64
kkr_quotient_half_bias (guint64 sum, guint64 shift, gboolean exact, guint half)
{
  return ((guint64) 1 << half) -
         (exact ? ((sum + 1) / 2) << shift : (guint64) 1 << (half - 1));
}

G_END_DECLS
