/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The loops of a kernel over vectors of LANES words, written once for all levels. What includes
 * this has defined before: the type Words, load, load_first, store, store_first, fill, add,
 * subtract, flip, multiply (of lower halves), multiply_word, upper, lift, shift_left, scale,
 * previous, add_up, pack (which adds the keys to a sum) and count_reaching. */

#define PER_BLOCK (8 * LANES)

typedef struct {
  Words fraction_low, fraction_high, rest, sum, bias, whole_low, whole_high, unit_low, unit_high,
    sign;
  guint64 shift;
} RowWords;

static inline RowWords
spread (const KkrQuotientRow *row)
{
  return (RowWords) {
    .fraction_low = fill (row->fraction),
    .fraction_high = fill (row->fraction >> 32),
    .rest = fill (row->rest),
    .sum = fill (row->sum),
    .bias = fill (row->bias),
    .whole_low = fill (row->whole),
    .whole_high = fill (row->whole >> 32),
    .unit_low = fill (row->unit),
    .unit_high = fill (row->unit >> 32),
    .sign = fill (row->sign),
    .shift = row->shift,
  };
}

static inline __attribute__ ((always_inline)) Words
scale_words (Words part, const RowWords *row, gboolean exact)
{
  Words scaled = scale (part, row->fraction_low, row->fraction_high), quotient, remainder;

  if (!exact)
    return scaled;
  quotient = upper (scaled);
  remainder = subtract (multiply (part, row->rest), multiply (quotient, row->sum));
  return add (lift (quotient), shift_left (remainder, row->shift));
}

static inline __attribute__ ((always_inline)) Words
share_words (Words part, Words scaled, const RowWords *row, KkrQuotientForm form)
{
  Words quotient = upper (add (scaled, row->bias)), share;

  if (form <= KKR_QUOTIENT_FORM_ONE)
    share = add (multiply (part, row->whole_low), quotient);
  else if (form == KKR_QUOTIENT_FORM_HALF)
    share = add (multiply (part, row->whole_low), multiply (quotient, row->unit_low));
  else
    share = add (multiply_word (part, row->whole_low, row->whole_high),
                 multiply_word (quotient, row->unit_low, row->unit_high));
  return form == KKR_QUOTIENT_FORM_PLAIN ? share : subtract (flip (share, row->sign), row->sign);
}

/* Keys of k bits that are known to depend on the remainder alone are floor (2^k r / W), and up to
 * 2^k of them tell what the remainders add to. */
static inline __attribute__ ((always_inline)) void
scale_row (KkrQuotientRow *row, gsize n, gboolean exact, gboolean by_keys)
{
  const RowWords words = spread (row);
  const guint64 *parts = row->parts;
  guint64 *scaled = (guint64 *) row->shares;
  Words taken = fill (0), key_sum = fill (0), x[8];

  for (gsize i = 0; i < kkr_quotient_n_keys (n); i += PER_BLOCK)
    {
      KKR_UNROLLED for (gsize j = 0; j < 8; j++)
        {
          gsize at = i + j * LANES;

          x[j] = fill (0);
          if (at + LANES <= n)
            {
              x[j] = scale_words (load (parts + at), &words, exact);
              store (scaled + at, x[j]);
            }
          else if (at < n)
            {
              x[j] = scale_words (load_first (parts + at, n - at), &words, exact);
              store_first (scaled + at, x[j], n - at);
            }
          if (!by_keys)
            taken = add (taken, upper (x[j]));
        }
      pack (x, row->keys + i, &key_sum);
    }
  if (by_keys)
    row->left = (add_up (key_sum) + ((1 << KEY_BITS) - 1)) >> KEY_BITS;
  else
    row->left = row->rest - add_up (taken);
}

static void
scale_rows (KkrQuotientRow *rows, gsize n_rows, gsize n, gboolean exact)
{
  for (gsize r = 0; r < n_rows; r++)
    if (exact)
      scale_row (&rows[r], n, TRUE, FALSE);
    else if (n <= (gsize) 1 << KEY_BITS)
      scale_row (&rows[r], n, FALSE, TRUE);
    else
      scale_row (&rows[r], n, FALSE, FALSE);
}

static inline __attribute__ ((always_inline)) void
write_row (const KkrQuotientRow *row, gsize n, KkrQuotientForm form)
{
  const RowWords words = spread (row);
  const guint64 *parts = row->parts;
  guint64 *shares = (guint64 *) row->shares;
  gsize i;

  for (i = 0; i + LANES <= n; i += LANES)
    store (shares + i, share_words (load (parts + i), load (shares + i), &words, form));
  if (i < n)
    store_first (shares + i,
                 share_words (load_first (parts + i, n - i), load_first (shares + i, n - i), &words,
                              form), n - i);
}

static void
write_rows (const KkrQuotientRow *rows, gsize n_rows, gsize n, KkrQuotientForm form)
{
  for (gsize r = 0; r < n_rows; r++)
    if (form == KKR_QUOTIENT_FORM_PLAIN)
      write_row (&rows[r], n, KKR_QUOTIENT_FORM_PLAIN);
    else if (form == KKR_QUOTIENT_FORM_ONE)
      write_row (&rows[r], n, KKR_QUOTIENT_FORM_ONE);
    else if (form == KKR_QUOTIENT_FORM_HALF)
      write_row (&rows[r], n, KKR_QUOTIENT_FORM_HALF);
    else
      write_row (&rows[r], n, KKR_QUOTIENT_FORM_WORD);
}

static inline __attribute__ ((always_inline)) void
round_row (KkrQuotientRow *row, gsize n, gboolean exact, KkrQuotientForm form,
           gboolean differences)
{
  const RowWords words = spread (row);
  guint64 *shares = (guint64 *) row->shares;
  Words taken = fill (0), carried = fill (0);

  for (gsize i = 0; i < n; i += LANES)
    {
      gboolean is_full = i + LANES <= n;
      Words part = is_full ? load (row->parts + i) : load_first (row->parts + i, n - i);
      Words scaled = scale_words (part, &words, exact);
      Words share = share_words (part, scaled, &words, form);

      if (differences)
        share = subtract (share, previous (share, &carried));
      else
        taken = add (taken, upper (add (scaled, words.bias)));
      if (is_full)
        store (shares + i, share);
      else
        store_first (shares + i, share, n - i);
    }
  row->taken = add_up (taken);
}

static void
round_rows (KkrQuotientRow *rows, gsize n_rows, gsize n, gboolean exact, KkrQuotientForm form,
            gboolean differences)
{
#define ROUND(e, f) \
  if (exact == e && form == f) \
    { \
      if (differences) \
        round_row (&rows[r], n, e, f, TRUE); \
      else \
        round_row (&rows[r], n, e, f, FALSE); \
    }
  for (gsize r = 0; r < n_rows; r++)
    {
      ROUND (FALSE, KKR_QUOTIENT_FORM_PLAIN)
      ROUND (FALSE, KKR_QUOTIENT_FORM_ONE)
      ROUND (FALSE, KKR_QUOTIENT_FORM_HALF)
      ROUND (FALSE, KKR_QUOTIENT_FORM_WORD)
      ROUND (TRUE, KKR_QUOTIENT_FORM_PLAIN)
      ROUND (TRUE, KKR_QUOTIENT_FORM_ONE)
      ROUND (TRUE, KKR_QUOTIENT_FORM_HALF)
      ROUND (TRUE, KKR_QUOTIENT_FORM_WORD)
    }
#undef ROUND
}

/* Which place a byte of a block of keys belongs to. In vectors, the keys of two lanes lie beside
 * each other, eight times for as many vectors, and then those of the next two. */
static inline gsize
place_of_key (gsize at)
{
  const gsize together = LANES > 1 ? 2 : 1;
  gsize vector = at / together % 8;
  gsize lane = at % PER_BLOCK / (8 * together) * together + at % together;

  return at - at % PER_BLOCK + vector * LANES + lane;
}

/* Those of a block come in no order: each is put where it belongs. */
static inline gsize
put_in_order (gsize place, gsize *places, gsize n_places)
{
  gsize at = n_places;

  for (; at > 0 && places[at - 1] > place; at--)
    places[at] = places[at - 1];
  places[at] = place;
  return n_places + 1;
}

/* Bit by bit from the top; rows take turns, so that none waits for its own last step. */
static inline __attribute__ ((always_inline)) void
find_in_turn (KkrQuotientRow *rows, gsize n_rows, gsize n_blocks)
{
  guint64 key[KKR_QUOTIENT_GROUP];

  for (gsize r = 0; r < n_rows; r++)
    key[r] = 0;
  for (guint64 bit = (guint64) 1 << (KEY_BITS - 1); bit > 0; bit >>= 1)
    KKR_UNROLLED for (gsize r = 0; r < n_rows; r++)
      {
        guint64 more = key[r] | bit;

        key[r] = count_reaching (rows[r].keys, n_blocks, more) >= rows[r].left ? more : key[r];
      }
  for (gsize r = 0; r < n_rows; r++)
    {
      rows[r].key = key[r];
      rows[r].n_reached = count_reaching (rows[r].keys, n_blocks, key[r]);
      rows[r].n_above = key[r] + 1 == (guint64) 1 << KEY_BITS
                          ? 0 : count_reaching (rows[r].keys, n_blocks, key[r] + 1);
    }
}

static void
find (KkrQuotientRow *rows, gsize n_rows, gsize n)
{
  gsize n_blocks = kkr_quotient_n_keys (n) / 64;

  if (n_rows == KKR_QUOTIENT_GROUP && n_blocks == 1)
    find_in_turn (rows, KKR_QUOTIENT_GROUP, 1);
  else if (n_rows == KKR_QUOTIENT_GROUP && n_blocks == 2)
    find_in_turn (rows, KKR_QUOTIENT_GROUP, 2);
  else
    find_in_turn (rows, n_rows, n_blocks);
}
