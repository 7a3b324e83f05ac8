/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-philox-private.h>

#include <immintrin.h>

#define LANES ((gsize) 8)

typedef __m512i Words;

#define lane_numbers() _mm512_setr_epi64 (0, 1, 2, 3, 4, 5, 6, 7)
#define store(to, words) _mm512_storeu_si512 (to, words)
#define fill(word) _mm512_set1_epi64 ((gint64) (word))
#define add(a, b) _mm512_add_epi64 (a, b)
#define flip(a, b) _mm512_xor_si512 (a, b)
#define both(a, b) _mm512_and_si512 (a, b)
#define either(a, b) _mm512_or_si512 (a, b)
#define upper(a) _mm512_srli_epi64 (a, 32)
#define lift(a) _mm512_slli_epi64 (a, 32)
#define multiply(a, b) _mm512_mul_epu32 (a, b)

#include <libkkr/kernel/kkr-philox-lanes-private.h>

void
kkr_philox_fill_avx512 (const KkrRandomPlace *place, gsize n, guint64 *first, guint64 *second)
{
  fill_lanes (place, n, first, second);
}
