/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-assignment-loops-private.h>

#include <immintrin.h>

#define LANES ((gsize) 8)

typedef __m512i Words;
typedef __mmask8 Mask;

#define load(from) _mm512_loadu_si512 (from)
#define load_half(from) _mm512_cvtepu32_epi64 (_mm256_loadu_si256 ((const __m256i *) (from)))
#define store(to, words) _mm512_storeu_si512 (to, words)
#define fill(word) _mm512_set1_epi64 ((gint64) (word))
#define count_up() _mm512_setr_epi64 (0, 1, 2, 3, 4, 5, 6, 7)
#define add(a, b) _mm512_add_epi64 (a, b)
#define subtract(a, b) _mm512_sub_epi64 (a, b)
#define twice(a) _mm512_slli_epi64 (a, 1)
#define less(a, b) _mm512_cmplt_epi64_mask (a, b)
#define equal(a, b) _mm512_cmpeq_epi64_mask (a, b)
#define any(mask) ((mask) != 0)
#define select(mask, a, b) _mm512_mask_blend_epi64 (mask, b, a)

#include <libkkr/kernel/kkr-assignment-lanes-private.h>

const KkrAssignmentLoops kkr_assignment_loops_avx512 = { go_on, choose };
