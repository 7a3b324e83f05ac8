/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The loops of a kernel over vectors of LANES words, written once for all levels. What includes
 * this has defined before: the type Words, load, load_first, store, store_first, fill, add,
 * subtract, flip, multiply (of lower halves), multiply_word, upper, lift, shift_left, scale,
 * previous, pack, add_up and count_reaching. */

#define UNROLLED _Pragma ("GCC unroll 8")
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

  if (form == KKR_QUOTIENT_FORM_ONE)
    share = add (multiply (part, row->whole_low), quotient);
  else if (form == KKR_QUOTIENT_FORM_HALF)
    share = add (multiply (part, row->whole_low), multiply (quotient, row->unit_low));
  else
    share = add (multiply_word (part, row->whole_low, row->whole_high),
                 multiply_word (quotient, row->unit_low, row->unit_high));
  return subtract (flip (share, row->sign), row->sign);
}

static inline __attribute__ ((always_inline)) void
scale_row (KkrQuotientRow *row, gsize n, gboolean exact)
{
  const RowWords words = spread (row);
  const guint64 *parts = row->parts;
  guint64 *scaled = (guint64 *) row->shares;
  Words taken = fill (0), x[8];
  gsize i;

  for (i = 0; i + PER_BLOCK <= n; i += PER_BLOCK)
    {
      UNROLLED for (gsize j = 0; j < 8; j++)
        {
          x[j] = scale_words (load (parts + i + j * LANES), &words, exact);
          store (scaled + i + j * LANES, x[j]);
          taken = add (taken, upper (x[j]));
        }
      pack (x, row->keys + i);
    }
  if (i < n)
    {
      UNROLLED for (gsize j = 0; j < 8; j++)
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
          taken = add (taken, upper (x[j]));
        }
      pack (x, row->keys + i);
    }
  for (i = (n + PER_BLOCK - 1) / PER_BLOCK * PER_BLOCK; i < kkr_quotient_n_keys (n); i += PER_BLOCK)
    {
      UNROLLED for (gsize j = 0; j < 8; j++)
        x[j] = fill (0);
      pack (x, row->keys + i);
    }
  row->taken = add_up (taken);
}

static void
scale_rows (KkrQuotientRow *rows, gsize n_rows, gsize n, gboolean exact)
{
  for (gsize r = 0; r < n_rows; r++)
    if (exact)
      scale_row (&rows[r], n, TRUE);
    else
      scale_row (&rows[r], n, FALSE);
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
    if (form == KKR_QUOTIENT_FORM_ONE)
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
      ROUND (FALSE, KKR_QUOTIENT_FORM_ONE)
      ROUND (FALSE, KKR_QUOTIENT_FORM_HALF)
      ROUND (FALSE, KKR_QUOTIENT_FORM_WORD)
      ROUND (TRUE, KKR_QUOTIENT_FORM_ONE)
      ROUND (TRUE, KKR_QUOTIENT_FORM_HALF)
      ROUND (TRUE, KKR_QUOTIENT_FORM_WORD)
    }
#undef ROUND
}

/* Which place a byte of a block of keys belongs to. */
static inline gsize
place_of_key (gsize at)
{
  gsize byte = at % 8, lane = at % PER_BLOCK / 8;
  gsize vector = (byte & 1) != 0 ? byte / 2 : 4 + byte / 2;

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
  guint64 key[KKR_QUOTIENT_GROUP], reached[KKR_QUOTIENT_GROUP], above[KKR_QUOTIENT_GROUP];

  for (gsize r = 0; r < n_rows; r++)
    {
      key[r] = above[r] = 0;
      reached[r] = 64 * n_blocks;
    }
  for (guint64 bit = (guint64) 1 << (KEY_BITS - 1); bit > 0; bit >>= 1)
    UNROLLED for (gsize r = 0; r < n_rows; r++)
      {
        guint64 count = count_reaching (rows[r].keys, n_blocks, key[r] | bit);
        gboolean enough = count >= rows[r].left;

        key[r] |= enough ? bit : 0;
        reached[r] = enough ? count : reached[r];
        above[r] = enough ? above[r] : count;
      }
  for (gsize r = 0; r < n_rows; r++)
    {
      rows[r].key = key[r];
      rows[r].n_reached = reached[r];
      rows[r].n_above = above[r];
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
    for (gsize r = 0; r < n_rows; r++)
      find_in_turn (&rows[r], 1, n_blocks);
}
