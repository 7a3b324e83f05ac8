/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The loops of a kernel over whole words, for sums of 2^32 and more. What includes this has
 * included the loops over halves before, and defined multiply_low and multiply_high, of words of
 * which the second is the same in all lanes and comes with its upper half, at_least, which sets all
 * bits where it holds, shift_right and both. */

typedef struct {
  Words units, units_high, sum, sum_high, whole, whole_high, fraction, fraction_high, unit,
    unit_high, sign, bound;
} WideWords;

static inline WideWords
spread_wide (const KkrQuotientWideRow *wide)
{
  const KkrQuotientRow *row = &wide->row;

  return (WideWords) {
    .units = fill (wide->units),
    .units_high = fill (wide->units >> 32),
    .sum = fill (row->sum),
    .sum_high = fill (row->sum >> 32),
    .whole = fill (row->whole),
    .whole_high = fill (row->whole >> 32),
    .fraction = fill (row->fraction),
    .fraction_high = fill (row->fraction >> 32),
    .unit = fill (row->unit),
    .unit_high = fill (row->unit >> 32),
    .sign = fill (row->sign),
    .bound = fill (wide->bound),
  };
}

static inline __attribute__ ((always_inline)) Words
divide_words (Words part, const WideWords *wide, Words *remainder)
{
  Words quotient = add (multiply_low (part, wide->whole, wide->whole_high),
                        multiply_high (part, wide->fraction, wide->fraction_high));
  Words rest = subtract (multiply_low (part, wide->units, wide->units_high),
                         multiply_low (quotient, wide->sum, wide->sum_high));
  Words more = at_least (rest, wide->sum);

  *remainder = subtract (rest, both (more, wide->sum));
  return subtract (quotient, more);
}

static inline __attribute__ ((always_inline)) Words
put_sign (Words quotient, const WideWords *wide)
{
  Words share = multiply_low (quotient, wide->unit, wide->unit_high);

  return subtract (flip (share, wide->sign), wide->sign);
}

static void
divide_wide (KkrQuotientWideRow *wide, gsize n)
{
  const WideWords words = spread_wide (wide);
  const guint64 *parts = wide->row.parts;
  guint64 *quotients = (guint64 *) wide->row.shares;
  Words given = fill (0), key_sum = fill (0), x[8];

  for (gsize i = 0; i < kkr_quotient_n_keys (n); i += PER_BLOCK)
    {
      for (gsize j = 0; j < 8; j++)
        {
          gsize at = i + j * LANES;
          Words quotient = fill (0), remainder = fill (0);

          if (at + LANES <= n)
            {
              quotient = divide_words (load (parts + at), &words, &remainder);
              store (quotients + at, quotient);
              store (wide->remainders + at, remainder);
            }
          else if (at < n)
            {
              quotient = divide_words (load_first (parts + at, n - at), &words, &remainder);
              store_first (quotients + at, quotient, n - at);
              store_first (wide->remainders + at, remainder, n - at);
            }
          given = add (given, quotient);
          x[j] = shift_right (remainder, wide->row.shift);
        }
      pack (x, wide->row.keys + i, &key_sum);
    }
  wide->row.left = wide->units - add_up (given);
}

static void
write_wide (const KkrQuotientWideRow *wide, gsize n)
{
  const WideWords words = spread_wide (wide);
  guint64 *shares = (guint64 *) wide->row.shares;

  for (gsize i = 0; i < n; i += LANES)
    {
      gboolean is_full = i + LANES <= n;
      Words quotient = is_full ? load (shares + i) : load_first (shares + i, n - i);
      Words remainder = is_full ? load (wide->remainders + i)
                                : load_first (wide->remainders + i, n - i);
      Words share = put_sign (subtract (quotient, at_least (remainder, words.bound)), &words);

      if (is_full)
        store (shares + i, share);
      else
        store_first (shares + i, share, n - i);
    }
}

static void
round_wide (KkrQuotientWideRow *wide, gsize n, gboolean differences)
{
  const WideWords words = spread_wide (wide);
  guint64 *shares = (guint64 *) wide->row.shares;
  Words taken = fill (0), carried = fill (0);

  for (gsize i = 0; i < n; i += LANES)
    {
      gboolean is_full = i + LANES <= n;
      Words part = is_full ? load (wide->row.parts + i) : load_first (wide->row.parts + i, n - i);
      Words remainder, quotient = divide_words (part, &words, &remainder);

      quotient = subtract (quotient, at_least (remainder, subtract (words.sum, remainder)));
      taken = add (taken, quotient);
      quotient = put_sign (quotient, &words);
      if (differences)
        quotient = subtract (quotient, previous (quotient, &carried));
      if (is_full)
        store (shares + i, quotient);
      else
        store_first (shares + i, quotient, n - i);
    }
  wide->row.taken = add_up (taken);
}
