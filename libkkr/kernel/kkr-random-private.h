/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/base/kkr-rational-private.h>
#include <libkkr/kernel/kkr-philox-private.h>

G_BEGIN_DECLS

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

  /* Where the guide does not tell it, one further is the most likely by far. */
  limit += number > *limit;
  while (G_UNLIKELY (number > *limit))
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
