/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The lemmas of doc/apportionment-proofs.md, by the functions that the kernels are made of: with
 * halves of 4 and 5 bits over all inputs, and at random with those of 32. */

#include "share-block-helpers.h"

#include <libkkr/kernel/kkr-quotient-private.h>

#define N_CASES 300000

/* A word has twice the bits of half of one: nothing on the way may be larger. */
static inline void
assert_word (KkrQuotientProduct value, guint half)
{
  g_assert_true (value >> (2 * half) == 0);
}

static void
check_division (guint64 value, guint64 divisor, guint half)
{
  guint64 inverse = kkr_quotient_inverse (divisor, half), rest;
  KkrQuotientProduct estimate = ((KkrQuotientProduct) value * inverse) >> (2 * half);

  g_assert_true (estimate * divisor <= value);
  g_assert_true (value - estimate * divisor < 2 * (KkrQuotientProduct) divisor);
  g_assert_cmpuint (kkr_quotient_divide (value, divisor, inverse, half, &rest), ==,
                    value / divisor);
  g_assert_cmpuint (rest, ==, value % divisor);
}

static void
test_division (void)
{
  for (guint half = 4; half <= 5; half++)
    for (guint64 divisor = 1; divisor <= (guint64) 1 << (2 * half - 1); divisor++)
      for (guint64 value = 0; value < (guint64) 1 << 2 * half; value++)
        check_division (value, divisor, half);
}

static void
check_fraction (guint64 rest, guint64 sum, guint64 fraction, guint half)
{
  KkrQuotientProduct exact = (KkrQuotientProduct) rest << (2 * half);

  assert_word ((KkrQuotientProduct) rest << half, half);
  g_assert_true (fraction == (guint64) ((exact + sum - 1) / sum));
  g_assert_true (fraction <= (G_MAXUINT64 >> (64 - 2 * half)) - ((guint64) 1 << half) + 1);
}

/* The upper half with a bias that lifts keys of `bits` bits from each bound on. */
static void
check_biases (guint64 part, guint64 scaled, guint64 key, guint bits, guint half)
{
  const guint64 step = MAX (1, ((guint64) 1 << bits) / 32);

  for (guint64 bound = 0; bound <= (guint64) 1 << bits; bound += step)
    {
      guint64 bias = kkr_quotient_bias (bound, bits, half);

      assert_word ((KkrQuotientProduct) scaled + bias, half);
      /* The lowest bound is met by parts that are there alone. */
      if (part > 0 || bound > 0)
        g_assert_cmpuint ((scaled + bias) >> half, ==, (scaled >> half) + (key >= bound));
    }
}

static void
check_part (guint64 part, guint64 rest, guint64 sum, guint64 fraction, guint half)
{
  const guint64 low = ((guint64) 1 << half) - 1, shift = kkr_quotient_shift (sum, half);
  const guint64 quotient = (guint64) ((KkrQuotientProduct) part * rest / sum);
  const guint64 remainder = part * rest - quotient * sum;
  const guint64 rounded = quotient + (2 * (KkrQuotientProduct) remainder >= sum);
  const int n_sure = kkr_quotient_n_sure_bits (sum, part, half);
  guint64 scaled = kkr_quotient_scale (part, fraction, half);
  guint64 exactly = kkr_quotient_scale_exactly (part, fraction, rest, sum, shift, half);

  assert_word ((KkrQuotientProduct) part * fraction >> half, half);
  g_assert_cmpuint (scaled, ==, part * (fraction >> half) + ((part * (fraction & low)) >> half));
  g_assert_cmpuint (scaled >> half, ==, quotient);
  g_assert_cmpuint (kkr_quotient_remainder (part, scaled, rest, sum, half), ==, remainder);
  g_assert_cmpuint (exactly >> half, ==, quotient);
  g_assert_cmpuint (exactly & low, ==, remainder << shift);
  g_assert_cmpint (n_sure, >=, 0);
  for (int bits = 1; bits <= MIN (n_sure, (int) half); bits++)
    {
      guint64 key = (scaled & low) >> (half - (guint) bits);

      g_assert_true (key == (guint64) (((KkrQuotientProduct) remainder << bits) / sum));
      if (bits <= 8)
        check_biases (part, scaled, key, (guint) bits, half);
    }
  if (n_sure >= 1)
    g_assert_cmpuint ((scaled + kkr_quotient_half_bias (sum, shift, FALSE, half)) >> half, ==,
                      rounded);
  exactly += kkr_quotient_half_bias (sum, shift, TRUE, half);
  assert_word (exactly, half);
  g_assert_cmpuint (exactly >> half, ==, rounded);
}

static void
test_all_words (void)
{
  for (guint half = 4; half <= 5; half++)
    for (guint64 sum = 1; sum < (guint64) 1 << half; sum++)
      for (guint64 rest = 0; rest < sum; rest++)
        {
          guint64 inverse = kkr_quotient_inverse (sum, half);
          guint64 fraction = kkr_quotient_fraction (rest, sum, inverse, half);

          check_fraction (rest, sum, fraction, half);
          for (guint64 part = 0; part <= sum; part++)
            check_part (part, rest, sum, fraction, half);
        }
}

/* The bound of the sure bits is met: one bit more is wrong for some input, else it would be too
 * careful, or the test could not fail. */
static void
test_bound_is_met (void)
{
  const guint half = 5;
  guint n_wrong = 0;

  for (guint64 sum = 1; sum < 32; sum++)
    for (guint64 rest = 0; rest < sum; rest++)
      for (guint64 part = 1; part <= sum; part++)
        {
          guint64 fraction = kkr_quotient_fraction (rest, sum, kkr_quotient_inverse (sum, half),
                                                    half);
          guint64 scaled = kkr_quotient_scale (part, fraction, half);
          int bits = kkr_quotient_n_sure_bits (sum, part, half) + 1;

          if (bits <= (int) half)
            n_wrong += (scaled & 31) >> (half - (guint) bits) !=
                       ((part * rest % sum) << bits) / sum;
        }
  g_assert_cmpuint (n_wrong, >, 0);
}

static void
test_random_words (void)
{
  GRand *rand = g_rand_new_with_seed (64);

  for (guint i = 0; i < count_cases (N_CASES); i++)
    {
      guint64 sum = random_bits (rand, g_rand_int_range (rand, 1, 33)), fraction, part, rest;
      guint64 below = random_bits (rand, 2);

      if (g_rand_boolean (rand))
        sum = G_MAXUINT32 - random_bits (rand, 3);
      sum = MAX (sum, 1);
      rest = random_bits (rand, 64) % sum;
      part = random_bits (rand, 64) % (sum + 1);
      /* Remainders of 0 and just below the sum. */
      if (g_rand_boolean (rand))
        rest = sum - 1 - MIN (below, sum - 1);
      if (g_rand_boolean (rand))
        part = sum - MIN (below, sum);
      fraction = kkr_quotient_fraction (rest, sum, kkr_quotient_inverse (sum, 32), 32);
      check_fraction (rest, sum, fraction, 32);
      check_part (part, rest, sum, fraction, 32);
      check_division (random_bits (rand, 64), sum, 32);
      check_division (random_bits (rand, 64), 1 + random_bits (rand, 63) % G_MAXINT64, 32);
    }
  g_rand_free (rand);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/share-block-proof/division", test_division);
  g_test_add_func ("/share-block-proof/all-words", test_all_words);
  g_test_add_func ("/share-block-proof/bound-is-met", test_bound_is_met);
  g_test_add_func ("/share-block-proof/random-words", test_random_words);
  return g_test_run ();
}
