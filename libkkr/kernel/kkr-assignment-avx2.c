/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-assignment-loops-private.h>

#include <immintrin.h>

#define LANES ((gsize) 4)

typedef __m256i Words;
typedef __m256i Mask;

#define load(from) _mm256_loadu_si256 ((const __m256i *) (from))
#define load_half(from) _mm256_cvtepu32_epi64 (_mm_loadu_si128 ((const __m128i *) (from)))
#define store(to, words) _mm256_storeu_si256 ((__m256i *) (to), words)
#define fill(word) _mm256_set1_epi64x ((gint64) (word))
#define count_up() _mm256_setr_epi64x (0, 1, 2, 3)
#define add(a, b) _mm256_add_epi64 (a, b)
#define subtract(a, b) _mm256_sub_epi64 (a, b)
#define twice(a) _mm256_slli_epi64 (a, 1)
#define less(a, b) _mm256_cmpgt_epi64 (b, a)
#define equal(a, b) _mm256_cmpeq_epi64 (a, b)
#define any(mask) (!_mm256_testz_si256 (mask, mask))
#define select(mask, a, b) _mm256_blendv_epi8 (b, a, mask)

#include <libkkr/kernel/kkr-assignment-lanes-private.h>

const KkrAssignmentLoops kkr_assignment_loops_avx2 = { go_on, choose };
