/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-quotient-private.h>

/* Words of eight keys below 128: the bit that each has left tells of a comparison. */
#define LANES ((gsize) 1)
#define KEY_BITS 7
#define ONES G_GUINT64_CONSTANT (0x0101010101010101)
#define TOPS (ONES << 7)
#define PAIRS G_GUINT64_CONSTANT (0x00ff00ff00ff00ff)
#define PAIR_ONES G_GUINT64_CONSTANT (0x0001000100010001)

typedef guint64 Words;

#define load(from) (*(from))
#define load_first(from, n) ((void) (n), *(from))
#define store(to, words) (*(to) = (words))
#define store_first(to, words, n) ((void) (n), *(to) = (words))
#define fill(word) ((guint64) (word))
#define add(a, b) ((a) + (b))
#define subtract(a, b) ((a) - (b))
#define flip(a, bits) ((a) ^ (bits))
#define upper(a) ((a) >> 32)
#define lift(a) ((a) << 32)
#define shift_left(a, bits) ((a) << (bits))
#define add_up(a) (a)
/* What is filled in for the lower half of a word here is all of it. */
#define multiply(a, b) ((a) * (b))
#define multiply_word(a, low, high) ((a) * (low))
#define scale(part, low, high) kkr_quotient_scale (part, low, 32)

static inline Words
previous (Words words, Words *carried)
{
  Words before = *carried;

  *carried = words;
  return before;
}

static inline __attribute__ ((always_inline)) void
pack (const Words *x, guint8 *keys, Words *key_sum)
{
  KKR_UNROLLED for (gsize at = 0; at < 8; at++)
    {
      guint64 key = (guint32) x[at] >> (32 - KEY_BITS);

      keys[at] = (guint8) key;
      *key_sum += key;
    }
}

static inline guint64
count_reaching (const guint8 *keys, gsize n_blocks, guint64 key)
{
  guint64 spread_key = key * ONES, count = 0;

  for (gsize first = 0; first < n_blocks; first += 31)
    {
      const guint8 *end = keys + 64 * MIN (first + 31, n_blocks);
      guint64 counts = 0, word;

      for (const guint8 *at = keys + 64 * first; at < end; at += 8)
        {
          memcpy (&word, at, 8);
          counts += (((word | TOPS) - spread_key) & TOPS) >> 7;
        }
      counts = (counts & PAIRS) + ((counts >> 8) & PAIRS);
      count += (counts * PAIR_ONES) >> 48;
    }
  return count;
}

#include <libkkr/kernel/kkr-quotient-lanes-private.h>

#define shift_right(a, bits) ((a) >> (bits))
#define both(a, b) ((a) & (b))
#define at_least(a, b) (-(guint64) ((a) >= (b)))
#define multiply_low(a, b, b_high) ((void) (b_high), (a) * (b))
#define multiply_high(a, b, b_high) \
  ((void) (b_high), (guint64) (((KkrQuotientProduct) (a) * (b)) >> 64))

#include <libkkr/kernel/kkr-quotient-wide-lanes-private.h>

static gsize
list (const guint8 *keys, gsize n, guint64 key, gsize *places)
{
  gsize n_places = 0;

  for (gsize i = 0; i < kkr_quotient_n_keys (n); i++)
    if (keys[i] == key)
      n_places = put_in_order (place_of_key (i), places, n_places);
  return n_places;
}

const KkrQuotientKernel kkr_quotient_kernel_baseline = {
  KEY_BITS, 0, scale_rows, find, write_rows, round_rows,
  divide_wide, write_wide, round_wide, list,
};
