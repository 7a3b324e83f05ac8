/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-quotient-private.h>

#include <immintrin.h>

#define LANES ((gsize) 8)
#define KEY_BITS 8

typedef __m512i Words;

#define first_lanes(n) ((__mmask8) (((guint) 1 << (n)) - 1))
#define load(from) _mm512_loadu_si512 (from)
#define load_first(from, n) _mm512_maskz_loadu_epi64 (first_lanes (n), from)
#define store(to, words) _mm512_storeu_si512 (to, words)
#define store_first(to, words, n) _mm512_mask_storeu_epi64 (to, first_lanes (n), words)
#define fill(word) _mm512_set1_epi64 ((gint64) (word))
#define add(a, b) _mm512_add_epi64 (a, b)
#define subtract(a, b) _mm512_sub_epi64 (a, b)
#define flip(a, bits) _mm512_xor_si512 (a, bits)
#define upper(a) _mm512_srli_epi64 (a, 32)
#define lift(a) _mm512_slli_epi64 (a, 32)
#define shift_left(a, bits) _mm512_sll_epi64 (a, _mm_cvtsi64_si128 ((gint64) (bits)))
#define multiply(a, b) _mm512_mul_epu32 (a, b)
#define multiply_word(a, low, high) add (multiply (a, low), lift (multiply (a, high)))
#define scale(part, low, high) add (multiply (part, high), upper (multiply (part, low)))

/* Not _mm512_reduce_add_epi64(), which adds signed numbers at its end: sums may wrap. */
static inline guint64
add_up (Words words)
{
  __m256i four = _mm256_add_epi64 (_mm512_castsi512_si256 (words),
                                   _mm512_extracti64x4_epi64 (words, 1));
  __m128i two = _mm_add_epi64 (_mm256_castsi256_si128 (four), _mm256_extracti128_si256 (four, 1));

  return (guint64) _mm_cvtsi128_si64 (two) + (guint64) _mm_extract_epi64 (two, 1);
}

static inline Words
previous (Words words, Words *carried)
{
  Words before = _mm512_alignr_epi64 (words, *carried, 7);

  *carried = words;
  return before;
}

/* Bits 31 to 24 of two vectors, in the lower halves of words. */
static inline Words
keys_of_two (Words a, Words b)
{
  return _mm512_srli_epi32 (_mm512_castps_si512 (_mm512_shuffle_ps (_mm512_castsi512_ps (a),
                                                                    _mm512_castsi512_ps (b), 0x88)),
                            24);
}

static inline __attribute__ ((always_inline)) void
pack (const Words *x, guint8 *keys, Words *key_sum)
{
  Words keys0123 = _mm512_packus_epi32 (keys_of_two (x[0], x[1]), keys_of_two (x[2], x[3]));
  Words keys4567 = _mm512_packus_epi32 (keys_of_two (x[4], x[5]), keys_of_two (x[6], x[7]));
  Words bytes = _mm512_packus_epi16 (keys0123, keys4567);

  *key_sum = add (*key_sum, _mm512_sad_epu8 (bytes, _mm512_setzero_si512 ()));
  _mm512_store_si512 (keys, bytes);
}

static inline guint64
count_reaching (const guint8 *keys, gsize n_blocks, guint64 key)
{
  __m512i limit = _mm512_set1_epi8 ((char) key);
  guint64 count = 0;

  for (gsize block = 0; block < n_blocks; block++)
    count += (guint64) __builtin_popcountll (
      _mm512_cmpge_epu8_mask (_mm512_load_si512 (keys + 64 * block), limit));
  return count;
}

#include <libkkr/kernel/kkr-quotient-lanes-private.h>

#define shift_right(a, bits) _mm512_srl_epi64 (a, _mm_cvtsi64_si128 ((gint64) (bits)))
#define both(a, b) _mm512_and_si512 (a, b)
#define at_least(a, b) _mm512_movm_epi64 (_mm512_cmpge_epu64_mask (a, b))
#define multiply_low(a, b, b_high) ((void) (b_high), _mm512_mullo_epi64 (a, b))

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
  __m512i wanted = _mm512_set1_epi8 ((char) key);
  gsize n_places = 0;

  for (gsize first = 0; first < n; first += 64)
    for (guint64 found = _mm512_cmpeq_epu8_mask (_mm512_load_si512 (keys + first), wanted);
         found != 0; found &= found - 1)
      n_places = put_in_order (place_of_key (first + (gsize) __builtin_ctzll (found)), places,
                               n_places);
  return n_places;
}

const KkrQuotientKernel kkr_quotient_kernel_avx512 = {
  KEY_BITS, 0, scale_rows, find, write_rows, round_rows,
  divide_wide, write_wide, round_wide, list,
};
