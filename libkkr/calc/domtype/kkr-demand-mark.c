/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-demand-private.h>

/* Parts that add up to a whole: `n` of them, `step` apart, and then the whole. */
typedef struct {
  const gint64 *values;
  guint8 *marks;
  guint n;
  gsize step;
} Line;

static guint
count_marked (const Line *line)
{
  guint n = 0;

  for (guint i = 0; i <= line->n; i++)
    n += line->marks[i * line->step] != KKR_DEMAND_OPEN;
  return n;
}

/* The least part above zero that is not marked yet; G_MAXSIZE without one. */
static gsize
find_least (const Line *line)
{
  gsize least = G_MAXSIZE;

  for (guint i = 0; i < line->n; i++)
    {
      const gsize at = i * line->step;

      if (line->values[at] > 0 && line->marks[at] == KKR_DEMAND_OPEN &&
          (least == G_MAXSIZE || line->values[at] < line->values[least]))
        least = at;
    }
  return least;
}

/* What alone is marked can be worked out of the rest: the whole is marked too, or, where that is
 * the one, or is the sum of all that everybody sees, the least of the parts. */
static gboolean
mark_line (const Line *line, gboolean is_of_all)
{
  gsize at = line->n * line->step;

  if (count_marked (line) != 1)
    return FALSE;
  if (is_of_all || line->marks[at] != KKR_DEMAND_OPEN)
    at = find_least (line);
  if (at != G_MAXSIZE)
    line->marks[at] = KKR_DEMAND_REVEALING;
  return at != G_MAXSIZE;
}

void
kkr_demand_mark (const gint64 *values, guint n_rows, guint n_columns, gint64 threshold,
                 guint8 *marks)
{
  const gsize width = (gsize) n_columns + 1, n = ((gsize) n_rows + 1) * width;
  gboolean changed = n_rows > 0;

  for (gsize i = 0; i < n; i++)
    marks[i] = values[i] > 0 && values[i] < threshold && i < n - 1 ? KKR_DEMAND_SMALL
                                                                   : KKR_DEMAND_OPEN;
  /* A line with two marks stays as it is, so there are only a few rounds. */
  while (changed)
    {
      changed = FALSE;
      for (guint row = 0; row <= n_rows && n_columns > 0; row++)
        {
          const Line line = { values + row * width, marks + row * width, n_columns, 1 };

          changed |= mark_line (&line, row == n_rows);
        }
      for (guint column = 0; column <= n_columns; column++)
        {
          const Line line = { values + column, marks + column, n_rows, width };

          changed |= mark_line (&line, column == n_columns);
        }
    }
}
