/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Philox for several paths at once; a file includes it after it has defined LANES, Words, and what
 * is done with them. A lane of 64 bits holds a word of 32 in its lower half, which alone counts.
 * Two vectors go side by side: one waits for its products while the other multiplies. */

typedef struct {
  Words a, b, c, d;
} Counters;

G_STATIC_ASSERT (KKR_PHILOX_LANES % (2 * LANES) == 0);

static inline __attribute__ ((always_inline)) void
turn (Counters *self, Words key0, Words key1)
{
  const Words product0 = multiply (fill (KKR_PHILOX_MULTIPLIER_0), self->a);
  const Words product1 = multiply (fill (KKR_PHILOX_MULTIPLIER_1), self->c);

  self->a = flip (flip (upper (product1), self->b), key0);
  self->b = product1;
  self->c = flip (flip (upper (product0), self->d), key1);
  self->d = product0;
}

static inline __attribute__ ((always_inline)) void
put (const Counters *self, guint64 *first, guint64 *second)
{
  const Words low_half = fill (G_MAXUINT32);

  store (first, either (lift (self->b), both (self->a, low_half)));
  store (second, either (lift (self->d), both (self->c, low_half)));
}

static inline void
fill_lanes (const KkrRandomPlace *place, gsize n, guint64 *first, guint64 *second)
{
  const Words step0 = fill (KKR_PHILOX_WEYL_0), step1 = fill (KKR_PHILOX_WEYL_1);
  Words path = add (fill (place->path), lane_numbers ());

  for (gsize i = 0; i < n; i += 2 * LANES)
    {
      Counters even = { path, fill (place->period), fill (place->flow), fill (0) };
      Counters odd = even;
      Words key0 = fill (place->seed), key1 = fill (place->seed >> 32);

      odd.a = add (path, fill (LANES));
      for (guint round = 0; round < KKR_PHILOX_ROUNDS; round++)
        {
          turn (&even, key0, key1);
          turn (&odd, key0, key1);
          key0 = add (key0, step0);
          key1 = add (key1, step1);
        }
      put (&even, first + i, second + i);
      put (&odd, first + i + LANES, second + i + LANES);
      path = add (path, fill (2 * LANES));
    }
}
