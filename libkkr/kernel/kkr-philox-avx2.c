/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-philox-private.h>

#include <immintrin.h>

#define LANES ((gsize) 4)

typedef __m256i Words;

#define lane_numbers() _mm256_setr_epi64x (0, 1, 2, 3)
#define store(to, words) _mm256_storeu_si256 ((__m256i *) (to), words)
#define fill(word) _mm256_set1_epi64x ((gint64) (word))
#define add(a, b) _mm256_add_epi64 (a, b)
#define flip(a, b) _mm256_xor_si256 (a, b)
#define both(a, b) _mm256_and_si256 (a, b)
#define either(a, b) _mm256_or_si256 (a, b)
#define upper(a) _mm256_srli_epi64 (a, 32)
#define lift(a) _mm256_slli_epi64 (a, 32)
#define multiply(a, b) _mm256_mul_epu32 (a, b)

#include <libkkr/kernel/kkr-philox-lanes-private.h>

void
kkr_philox_fill_avx2 (const KkrRandomPlace *place, gsize n, guint64 *first, guint64 *second)
{
  fill_lanes (place, n, first, second);
}
