/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/kernel/kkr-cpu-private.h>

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

/* Both numbers of draw 0 of `n` paths that begin with the place's. The same from every level. */
#define KKR_PHILOX_LANES 16 /* what n is a multiple of */

typedef void (*KkrPhiloxFill) (const KkrRandomPlace *place, gsize n, guint64 *first,
                               guint64 *second);

KkrPhiloxFill kkr_philox_get_fill (KkrCpuLevel level);
void kkr_philox_fill_avx2 (const KkrRandomPlace *place, gsize n, guint64 *first, guint64 *second);
void kkr_philox_fill_avx512 (const KkrRandomPlace *place, gsize n, guint64 *first, guint64 *second);

G_END_DECLS
