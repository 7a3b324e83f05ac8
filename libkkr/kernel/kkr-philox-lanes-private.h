/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Philox for several paths at once; a file includes it after it has defined LANES, Words, and what
 * is done with them. A lane of 64 bits holds a word of 32 in its lower half, which alone counts. */

static inline void
fill_lanes (const KkrRandomPlace *place, gsize n, guint64 *first, guint64 *second)
{
  const Words factor0 = fill (KKR_PHILOX_MULTIPLIER_0), factor1 = fill (KKR_PHILOX_MULTIPLIER_1);
  const Words step0 = fill (KKR_PHILOX_WEYL_0), step1 = fill (KKR_PHILOX_WEYL_1);
  const Words low_half = fill (G_MAXUINT32);
  Words path = add (fill (place->path), lane_numbers ());

  for (gsize i = 0; i < n; i += LANES)
    {
      Words a = path, b = fill (place->period), c = fill (place->flow), d = fill (0);
      Words key0 = fill (place->seed), key1 = fill (place->seed >> 32);

      for (guint round = 0; round < KKR_PHILOX_ROUNDS; round++)
        {
          const Words product0 = multiply (factor0, a), product1 = multiply (factor1, c);

          a = flip (flip (upper (product1), b), key0);
          b = product1;
          c = flip (flip (upper (product0), d), key1);
          d = product0;
          key0 = add (key0, step0);
          key1 = add (key1, step1);
        }
      store (first + i, either (lift (b), both (a, low_half)));
      store (second + i, either (lift (d), both (c, low_half)));
      path = add (path, fill (LANES));
    }
}
