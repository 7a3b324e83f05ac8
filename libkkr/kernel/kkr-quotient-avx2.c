/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-quotient-private.h>

#include <immintrin.h>

#define LANES ((gsize) 4)
#define KEY_BITS 8
/* Bytes are compared with their signs. */
#define KEY_FLIP 0x80

typedef __m256i Words;

#define first_lanes(n) \
  _mm256_cmpgt_epi64 (_mm256_set1_epi64x ((gint64) (n)), _mm256_setr_epi64x (0, 1, 2, 3))
#define load(from) _mm256_loadu_si256 ((const __m256i *) (from))
#define load_first(from, n) _mm256_maskload_epi64 ((const long long *) (from), first_lanes (n))
#define store(to, words) _mm256_storeu_si256 ((__m256i *) (to), words)
#define store_first(to, words, n) \
  _mm256_maskstore_epi64 ((long long *) (to), first_lanes (n), words)
#define fill(word) _mm256_set1_epi64x ((gint64) (word))
#define add(a, b) _mm256_add_epi64 (a, b)
#define subtract(a, b) _mm256_sub_epi64 (a, b)
#define flip(a, bits) _mm256_xor_si256 (a, bits)
#define upper(a) _mm256_srli_epi64 (a, 32)
#define lift(a) _mm256_slli_epi64 (a, 32)
#define shift_left(a, bits) _mm256_sll_epi64 (a, _mm_cvtsi64_si128 ((gint64) (bits)))
#define multiply(a, b) _mm256_mul_epu32 (a, b)
#define multiply_word(a, low, high) add (multiply (a, low), lift (multiply (a, high)))
#define scale(part, low, high) add (multiply (part, high), upper (multiply (part, low)))

static inline guint64
add_up (Words words)
{
  __m128i pair = _mm_add_epi64 (_mm256_castsi256_si128 (words),
                                _mm256_extracti128_si256 (words, 1));

  return (guint64) _mm_cvtsi128_si64 (pair) + (guint64) _mm_extract_epi64 (pair, 1);
}

static inline Words
previous (Words words, Words *carried)
{
  Words turned = _mm256_permute4x64_epi64 (words, 0x93);
  Words before = _mm256_blend_epi32 (turned, *carried, 3);

  *carried = turned;
  return before;
}

/* Bits 31 to 24 of two vectors, in the lower halves of words. */
static inline Words
keys_of_two (Words a, Words b)
{
  return _mm256_srli_epi32 (_mm256_castps_si256 (_mm256_shuffle_ps (_mm256_castsi256_ps (a),
                                                                    _mm256_castsi256_ps (b), 0x88)),
                            24);
}

static inline __attribute__ ((always_inline)) void
pack (const Words *x, guint8 *keys, Words *key_sum)
{
  Words keys0123 = _mm256_packus_epi32 (keys_of_two (x[0], x[1]), keys_of_two (x[2], x[3]));
  Words keys4567 = _mm256_packus_epi32 (keys_of_two (x[4], x[5]), keys_of_two (x[6], x[7]));
  Words bytes = _mm256_packus_epi16 (keys0123, keys4567);

  *key_sum = add (*key_sum, _mm256_sad_epu8 (bytes, _mm256_setzero_si256 ()));
  _mm256_store_si256 ((__m256i *) keys, flip (bytes, _mm256_set1_epi8 ((char) KEY_FLIP)));
}

static inline guint64
count_reaching (const guint8 *keys, gsize n_blocks, guint64 key)
{
  __m256i limit = _mm256_set1_epi8 ((char) (key ^ KEY_FLIP));
  guint64 count = 64 * n_blocks;

  for (gsize block = 0; block < n_blocks; block++)
    {
      const __m256i *at = (const __m256i *) (keys + 64 * block);
      guint low = (guint) _mm256_movemask_epi8 (_mm256_cmpgt_epi8 (limit, at[0]));
      guint high = (guint) _mm256_movemask_epi8 (_mm256_cmpgt_epi8 (limit, at[1]));

      count -= (guint64) __builtin_popcountll ((guint64) high << 32 | low);
    }
  return count;
}

#include <libkkr/kernel/kkr-quotient-lanes-private.h>

#define shift_right(a, bits) _mm256_srl_epi64 (a, _mm_cvtsi64_si128 ((gint64) (bits)))
#define both(a, b) _mm256_and_si256 (a, b)
#define turn_top(a) flip (a, fill (G_MININT64))
#define at_least(a, b) flip (_mm256_cmpgt_epi64 (turn_top (b), turn_top (a)), fill (-1))
#define multiply_low(a, b, b_high) \
  add (multiply (a, b), lift (add (multiply (a, b_high), multiply (upper (a), b))))

static inline __attribute__ ((always_inline)) Words
multiply_high (Words a, Words b, Words b_high)
{
  Words a_high = upper (a), low_half = fill (G_MAXUINT32);
  Words middle = add (multiply (a_high, b), upper (multiply (a, b)));
  Words other = add (multiply (a, b_high), both (middle, low_half));

  return add (multiply (a_high, b_high), add (upper (middle), upper (other)));
}

#include <libkkr/kernel/kkr-quotient-wide-lanes-private.h>

static gsize
list (const guint8 *keys, gsize n, guint64 key, gsize *places)
{
  __m256i wanted = _mm256_set1_epi8 ((char) (key ^ KEY_FLIP));
  gsize n_places = 0;

  for (gsize first = 0; first < n; first += 32)
    {
      const __m256i *at = (const __m256i *) (keys + first);

      for (guint found = (guint) _mm256_movemask_epi8 (_mm256_cmpeq_epi8 (*at, wanted)); found != 0;
           found &= found - 1)
        n_places = put_in_order (place_of_key (first + (gsize) __builtin_ctz (found)), places,
                                 n_places);
    }
  return n_places;
}

const KkrQuotientKernel kkr_quotient_kernel_avx2 = {
  KEY_BITS, KEY_FLIP, scale_rows, find, write_rows, round_rows,
  divide_wide, write_wide, round_wide, list,
};
