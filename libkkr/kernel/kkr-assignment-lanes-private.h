/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The loops over vectors of LANES words, written once for all levels. What includes this has
 * defined before: the types Words and Mask, load, load_half (words from halves), store, fill,
 * count_up (0, 1, 2 ...), add, subtract, twice, less, equal, any, and select (mask, where it is
 * set, where not). */

static inline Words
least_of (Words a, Words b)
{
  return select (less (b, a), b, a);
}

static inline __attribute__ ((always_inline)) Words
load_gains (const KkrAssignmentRow *row, gsize i, gboolean halves)
{
  Words costs;

  if (!halves)
    return load (row->gains + i);
  costs = load_half (row->costs + i);
  return select (equal (costs, fill (KKR_ASSIGNMENT_NO_COST)), fill (-2),
                 subtract (fill (row->base), twice (costs)));
}

static inline __attribute__ ((always_inline)) gint64
go_on_in (const KkrAssignmentRow *row, const gint64 *weights, gsize n, gint64 so_far,
          gint64 number, gint64 *keys, gint64 *from, gboolean halves)
{
  const Words offset = fill (so_far), number_of_row = fill (number), step = fill (LANES);
  Words least = fill (G_MAXINT64), place = fill (0), at = count_up ();
  gint64 values[LANES], places[LANES];
  gsize best = 0;

  for (gsize i = 0; i < n; i += LANES)
    {
      const Words old = load (keys + i);
      const Words key = subtract (add (offset, load (weights + i)), load_gains (row, i, halves));
      const Mask is_less = less (key, old);
      const Words now = select (is_less, key, old);
      Mask is_least;

      /* Seldom, when many rows have been looked at. */
      if (any (is_less))
        {
          store (keys + i, now);
          store (from + i, select (is_less, number_of_row, load (from + i)));
        }
      is_least = less (now, least);
      least = select (is_least, now, least);
      place = select (is_least, at, place);
      at = add (at, step);
    }
  store (values, least);
  store (places, place);
  for (gsize i = 1; i < LANES; i++)
    if (values[i] < values[best] || (values[i] == values[best] && places[i] < places[best]))
      best = i;
  return places[best];
}

static gint64
go_on (const KkrAssignmentRow *row, const gint64 *weights, gsize n, gint64 so_far, gint64 number,
       gint64 *keys, gint64 *from)
{
  if (row->costs != NULL)
    return go_on_in (row, weights, n, so_far, number, keys, from, TRUE);
  return go_on_in (row, weights, n, so_far, number, keys, from, FALSE);
}

/* What is the largest is found as the least with its sign turned. */
static inline __attribute__ ((always_inline)) void
choose_in (const KkrAssignmentRow *row, const gint64 *weights, gsize n,
           KkrAssignmentChoice *choice, gboolean halves)
{
  const Words step = fill (LANES);
  Words least = fill (G_MAXINT64), second = least, place = fill (0), at = count_up ();
  gint64 values[LANES], seconds[LANES], places[LANES];
  gsize best = 0;

  for (gsize i = 0; i < n; i += LANES)
    {
      const Words value = subtract (load (weights + i), load_gains (row, i, halves));
      const Mask is_least = less (value, least);

      second = least_of (second, select (is_least, least, value));
      least = select (is_least, value, least);
      place = select (is_least, at, place);
      at = add (at, step);
    }
  store (values, least);
  store (seconds, second);
  store (places, place);
  for (gsize i = 1; i < LANES; i++)
    if (values[i] < values[best] || (values[i] == values[best] && places[i] < places[best]))
      best = i;
  *choice = (KkrAssignmentChoice) { -values[best], seconds[best], places[best] };
  for (gsize i = 0; i < LANES; i++)
    if (i != best)
      choice->second = MIN (choice->second, values[i]);
  choice->second = -choice->second;
}

static void
choose (const KkrAssignmentRow *row, const gint64 *weights, gsize n, KkrAssignmentChoice *choice)
{
  if (row->costs != NULL)
    choose_in (row, weights, n, choice, TRUE);
  else
    choose_in (row, weights, n, choice, FALSE);
}
