/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-random-private.h>

/* The most likely count weighs this much; the others follow from it, each from the one before by
 * a factor below 1, so that no error grows. Their sum is below 2^125. */
#define HIGHEST ((KkrUint128) 1 << 120)
/* The first count of a mean of 128 that weighs nothing is far below. */
#define MAX_WEIGHTS 1024

typedef struct {
  KkrUint128 weights[MAX_WEIGHTS];
  guint first, end;
} Weights;

/* Rounded down; the result has to fit. */
static KkrUint128
multiply_divide (KkrUint128 value, guint64 factor, guint64 divisor)
{
  const KkrUint128 low = (KkrUint128) (guint64) value * factor;
  const KkrUint128 high = (value >> 64) * factor + (low >> 64);

  return (high / divisor << 64) + ((high % divisor << 64 | (guint64) low) / divisor);
}

/* part * 2^64 / whole to the nearest, less 1; for 0 < part <= whole < 2^126. */
static guint64
get_limit (KkrUint128 part, KkrUint128 whole)
{
  guint64 quotient = 0;

  if (part == whole)
    return G_MAXUINT64;
  for (guint i = 0; i < 64; i++)
    {
      part <<= 1;
      quotient = quotient << 1 | (part >= whole);
      if (part >= whole)
        part -= whole;
    }
  /* 2^64, where it rounds up to that, is 0 here and so the highest limit. */
  return quotient + (part << 1 >= whole) - 1;
}

static void
fill_weights (Weights *self, guint64 num, guint64 den)
{
  const guint mode = (guint) (num / den);
  KkrUint128 weight = HIGHEST;

  self->weights[mode] = weight;
  for (self->first = mode; self->first > 0; self->first--)
    {
      weight = multiply_divide (weight, self->first * den, num);
      if (weight == 0)
        break;
      self->weights[self->first - 1] = weight;
    }
  weight = HIGHEST;
  for (self->end = mode + 1; self->end < MAX_WEIGHTS; self->end++)
    {
      weight = multiply_divide (weight, num, self->end * den);
      if (weight == 0)
        break;
      self->weights[self->end] = weight;
    }
}

static void
fill_table (KkrRandomTable *table, guint64 num, guint64 den)
{
  KkrUint128 whole = 0, part = 0;
  Weights weights;
  guint n = 0;

  fill_weights (&weights, num, den);
  for (guint count = weights.first; count < weights.end; count++)
    whole += weights.weights[count];
  table->limits = g_new (guint64, KKR_RANDOM_MAX_COUNTS);
  for (guint count = weights.first; n == 0 || table->limits[n - 1] != G_MAXUINT64; count++)
    {
      part += weights.weights[count];
      /* A chance that rounds to nothing begins no table. */
      if (n == 0 && part < (whole >> 65) + 1)
        continue;
      if (n == 0)
        table->first = count;
      table->limits[n++] = get_limit (part, whole);
    }
  kkr_random_table_guide (table);
}

gboolean
kkr_poisson_init (KkrPoisson *self, const KkrRational *mean)
{
  gint64 n_pieces;

  *self = (KkrPoisson) { 0 };
  if (mean->num < 0 || mean->den > KKR_POISSON_MAX_DENOMINATOR
      || mean->num > KKR_POISSON_MAX_MEAN * mean->den)
    return FALSE;
  if (mean->num == 0)
    return TRUE;
  n_pieces = (gint64) ((mean->num + KKR_POISSON_MAX_PIECE * mean->den - 1)
                       / (KKR_POISSON_MAX_PIECE * mean->den));
  self->n_pieces = (guint32) n_pieces;
  fill_table (&self->table, (guint64) mean->num, (guint64) mean->den * (guint64) n_pieces);
  return TRUE;
}

void
kkr_poisson_clear (KkrPoisson *self)
{
  g_clear_pointer (&self->table.limits, g_free);
}

guint64
kkr_poisson_add_pieces (const KkrPoisson *self, const KkrRandomPlace *place, guint which,
                        guint64 number)
{
  guint64 sum;

  if (self->n_pieces == 0)
    return 0;
  sum = kkr_random_table_find (&self->table, number);
  for (guint32 draw = 1; draw < self->n_pieces; draw++)
    sum += kkr_random_table_find (&self->table, kkr_random_get (place, which, draw));
  return sum;
}
