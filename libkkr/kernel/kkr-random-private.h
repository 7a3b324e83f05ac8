/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-rational-private.h>

G_BEGIN_DECLS

/* Random numbers that have no state: each is a function of a seed and of where it is used, so that
 * no order of the work and no number of threads changes them. Philox 4x32 with 10 rounds (Salmon,
 * Moraes, Dror, Shaw: Parallel random numbers: as easy as 1, 2, 3, 2011). */

#define KKR_PHILOX_ROUNDS 10
#define KKR_PHILOX_MULTIPLIER_0 0xd2511f53u
#define KKR_PHILOX_MULTIPLIER_1 0xcd9e8d57u
#define KKR_PHILOX_WEYL_0 0x9e3779b9u
#define KKR_PHILOX_WEYL_1 0xbb67ae85u

static inline void
kkr_philox (const guint32 counter[4], guint64 seed, guint32 words[4])
{
  guint32 a = counter[0], b = counter[1], c = counter[2], d = counter[3];
  guint32 key0 = (guint32) seed, key1 = (guint32) (seed >> 32);

  for (guint i = 0; i < KKR_PHILOX_ROUNDS; i++)
    {
      const guint64 first = (guint64) KKR_PHILOX_MULTIPLIER_0 * a;
      const guint64 second = (guint64) KKR_PHILOX_MULTIPLIER_1 * c;

      a = (guint32) (second >> 32) ^ b ^ key0;
      b = (guint32) second;
      c = (guint32) (first >> 32) ^ d ^ key1;
      d = (guint32) first;
      key0 += KKR_PHILOX_WEYL_0;
      key1 += KKR_PHILOX_WEYL_1;
    }
  words[0] = a, words[1] = b, words[2] = c, words[3] = d;
}

/* Where a number is used. Each place has two numbers of 64 bits, and as many more as are drawn. */
typedef struct {
  guint64 seed;
  guint32 path;
  guint32 period;
  guint32 flow;
} KkrRandomPlace;

static inline guint64
kkr_random_get (const KkrRandomPlace *place, guint which, guint32 draw)
{
  const guint32 counter[] = { place->path, place->period, place->flow, draw };
  guint32 words[4];

  kkr_philox (counter, place->seed, words);
  return (guint64) words[2 * which + 1] << 32 | words[2 * which];
}

/* A distribution of counts by inversion. The count of a number of 64 bits is the first whose limit
 * is not below it; the chance of that count or less, times 2^64 and rounded to the nearest whole
 * number, is its limit + 1. The chances are worked out in 128 bits, of which the last 17 may be
 * wrong. */
#define KKR_RANDOM_MAX_COUNTS 256
#define KKR_RANDOM_GUIDE_BITS 8

typedef struct {
  guint64 *limits; /* ascending; the last is G_MAXUINT64 */
  guint32 first;   /* the count of the first limit */
  guint8 guide[1 << KKR_RANDOM_GUIDE_BITS]; /* by the highest bits, where to begin */
} KkrRandomTable;

static inline guint32
kkr_random_table_find (const KkrRandomTable *table, guint64 number)
{
  const guint64 *limit = table->limits + table->guide[number >> (64 - KKR_RANDOM_GUIDE_BITS)];

  while (number > *limit)
    limit++;
  return table->first + (guint32) (limit - table->limits);
}

/* Poisson's distribution. One of a large mean is the sum of `n_pieces` of an equal part of it. */
#define KKR_POISSON_MAX_PIECE 128
#define KKR_POISSON_MAX_MEAN 1000000
#define KKR_POISSON_MAX_DENOMINATOR G_GINT64_CONSTANT (1000000000000)

typedef struct {
  guint32 n_pieces; /* 0 for a mean of 0 */
  KkrRandomTable table;
} KkrPoisson;

/* FALSE where the mean is negative, above the largest, or has more than 12 decimals. */
gboolean kkr_poisson_init (KkrPoisson *self, const KkrRational *mean);
void kkr_poisson_clear (KkrPoisson *self);
/* `number` is number `which` of draw 0 of the place; further ones are drawn as needed. */
guint64 kkr_poisson_add_pieces (const KkrPoisson *self, const KkrRandomPlace *place, guint which,
                                guint64 number);

static inline guint64
kkr_poisson_find (const KkrPoisson *self, const KkrRandomPlace *place, guint which, guint64 number)
{
  if (G_LIKELY (self->n_pieces == 1))
    return kkr_random_table_find (&self->table, number);
  return kkr_poisson_add_pieces (self, place, which, number);
}

/* How many of n, each with the same chance. More than 255 are divided into parts of 255. */
#define KKR_BINOMIAL_MAX_PIECE (KKR_RANDOM_MAX_COUNTS - 1)

typedef struct {
  KkrRandomTable tables[KKR_BINOMIAL_MAX_PIECE + 1]; /* by n */
  guint64 *limits;
} KkrBinomial;

/* NULL where the chance is not from 0 to 1. */
KkrBinomial *kkr_binomial_new (const KkrRational *chance);
void kkr_binomial_free (KkrBinomial *self);
guint64 kkr_binomial_add_pieces (const KkrBinomial *self, guint64 n, const KkrRandomPlace *place,
                                 guint which, guint64 number);

static inline guint64
kkr_binomial_find (const KkrBinomial *self, guint64 n, const KkrRandomPlace *place, guint which,
                   guint64 number)
{
  if (G_LIKELY (n <= KKR_BINOMIAL_MAX_PIECE))
    return kkr_random_table_find (&self->tables[n], number);
  return kkr_binomial_add_pieces (self, n, place, which, number);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrBinomial, kkr_binomial_free)

/* The limits of `self` are filled already; the guide follows. */
void kkr_random_table_guide (KkrRandomTable *self);

G_END_DECLS
