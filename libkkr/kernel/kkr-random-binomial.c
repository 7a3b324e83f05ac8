/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-random-private.h>

#include <libkkr/base/kkr-memory-private.h>

/* Chances are whole numbers of 2^-126. Those of n follow from those of n - 1: one more is taken or
 * is not. Only sums and products of what is positive: each step rounds by less than two units. */
#define UNIT_BITS 126

typedef struct {
  KkrUint128 chances[KKR_RANDOM_MAX_COUNTS];
  guint first, last; /* the counts with a chance that is not 0 */
} Chances;

/* 0 < chance < 1, times 2^128. */
static KkrUint128
get_fraction (const KkrRational *chance)
{
  const KkrUint128 whole = (KkrUint128) chance->den;
  KkrUint128 rest = (KkrUint128) chance->num, fraction = 0;

  for (guint i = 0; i < 128; i++)
    {
      rest <<= 1;
      fraction = fraction << 1 | (rest >= whole);
      if (rest >= whole)
        rest -= whole;
    }
  return fraction;
}

static void
add_one (Chances *self, KkrUint128 taken, KkrUint128 not_taken)
{
  self->last++;
  self->chances[self->last] = kkr_uint128_multiply (self->chances[self->last - 1], taken).high;
  for (guint count = self->last - 1; count > self->first; count--)
    self->chances[count] = kkr_uint128_multiply (self->chances[count], not_taken).high
                           + kkr_uint128_multiply (self->chances[count - 1], taken).high;
  self->chances[self->first] = kkr_uint128_multiply (self->chances[self->first], not_taken).high;
  while (self->chances[self->first] == 0)
    self->first++;
  while (self->chances[self->last] == 0)
    self->last--;
}

/* The limits of a table, into `limits`; how many there are. */
static guint
fill_table (KkrRandomTable *table, const Chances *chances, guint64 *limits)
{
  const KkrUint128 half = (KkrUint128) 1 << (UNIT_BITS - 65);
  KkrUint128 sum = 0;
  guint n = 0;

  table->limits = limits;
  for (guint count = chances->first; count <= chances->last; count++)
    {
      sum += chances->chances[count];
      if (n == 0 && sum < half)
        continue;
      if (n == 0)
        table->first = count;
      limits[n++] = (guint64) ((sum + half) >> (UNIT_BITS - 64)) - 1;
      if (limits[n - 1] == G_MAXUINT64)
        break;
    }
  kkr_random_table_guide (table);
  return n;
}

/* All or none. */
static void
fill_certain (KkrBinomial *self, gboolean all)
{
  for (guint32 n = 0; n <= KKR_BINOMIAL_MAX_PIECE; n++)
    {
      self->tables[n].limits = self->limits;
      self->tables[n].first = all ? n : 0;
    }
  self->limits[0] = G_MAXUINT64;
}

KkrBinomial *
kkr_binomial_new (const KkrRational *chance)
{
  Chances chances = { .chances = { (KkrUint128) 1 << UNIT_BITS } };
  KkrUint128 taken;
  KkrBinomial *self;
  gsize used = 0;

  if (chance->num < 0 || chance->num > chance->den)
    return NULL;
  self = g_new0 (KkrBinomial, 1);
  self->limits = kkr_memory_new (sizeof *self->limits * KKR_RANDOM_MAX_COUNTS
                                 * (KKR_RANDOM_MAX_COUNTS + 1) / 2);
  if (chance->num == 0 || chance->num == chance->den)
    {
      fill_certain (self, chance->num != 0);
      return self;
    }
  taken = get_fraction (chance);
  for (guint n = 0; n <= KKR_BINOMIAL_MAX_PIECE; n++)
    {
      used += fill_table (&self->tables[n], &chances, self->limits + used);
      if (n < KKR_BINOMIAL_MAX_PIECE)
        add_one (&chances, taken, -taken);
    }
  return self;
}

void
kkr_binomial_free (KkrBinomial *self)
{
  if (self == NULL)
    return;
  kkr_memory_free (self->limits);
  g_free (self);
}

guint64
kkr_binomial_add_pieces (const KkrBinomial *self, guint64 n, const KkrRandomPlace *place,
                         guint which, guint64 number)
{
  const KkrRandomTable *whole = &self->tables[KKR_BINOMIAL_MAX_PIECE];
  guint64 sum = kkr_random_table_find (whole, number);
  guint32 draw = 1;

  for (n -= KKR_BINOMIAL_MAX_PIECE; n > KKR_BINOMIAL_MAX_PIECE; n -= KKR_BINOMIAL_MAX_PIECE)
    sum += kkr_random_table_find (whole, kkr_random_get (place, which, draw++));
  return sum + kkr_random_table_find (&self->tables[n], kkr_random_get (place, which, draw));
}
