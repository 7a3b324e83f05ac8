/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What is done with all columns of a row at once. What includes this has defined the type Gain and
 * REACHED. */

static inline void
go_on_everywhere (const Gain *gains, const Gain *weights, Gain so_far, gint32 row, Gain *keys,
                  gint32 *from, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      const Gain key = so_far + weights[i] - gains[i];

      if (key < keys[i])
        {
          keys[i] = key;
          from[i] = row;
        }
    }
}

static inline gint32
find_least (const Gain *keys, gsize n)
{
  gsize least = 0;

  for (gsize i = 1; i < n; i++)
    if (keys[i] < keys[least])
      least = i;
  return n > 0 ? (gint32) least : -1;
}

/* The best column of a row at these weights, and what the second best gains. */
static inline void
choose_everywhere (const Gain *gains, const Gain *weights, gsize n, Gain *best, Gain *second,
                   gint32 *column)
{
  for (gsize i = 0; i < n; i++)
    {
      const Gain value = gains[i] - weights[i];

      if (value <= *second)
        continue;
      if (value > *best)
        {
          *second = *best;
          *best = value;
          *column = (gint32) i;
        }
      else
        *second = value;
    }
}
