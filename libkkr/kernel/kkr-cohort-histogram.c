/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-cohort-chance-private.h>

#include <string.h>

/* What is left on both sides when there has to be more room. */
#define LEAST_ROOM 64

static gboolean
make_room (KkrCohortHistogram *self, gint64 least, gint64 most)
{
  const gint64 end = self->first + (gint64) self->n;
  const gint64 room = LEAST_ROOM + (gint64) self->n / 2;
  const gint64 first = self->n == 0 || least < self->first ? least - room : self->first;
  const gint64 new_end = self->n == 0 || most >= end ? most + 1 + room : end;
  const gsize n = (gsize) (new_end - first);
  guint64 *paths = g_try_new0 (guint64, n);

  if (paths == NULL)
    return FALSE;
  if (self->n > 0)
    memcpy (paths + (self->first - first), self->paths, self->n * sizeof *paths);
  g_free (self->paths);
  *self = (KkrCohortHistogram) { first, n, paths };
  return TRUE;
}

gboolean
kkr_cohort_histogram_add (KkrCohortHistogram *self, const gint32 *values, gsize n)
{
  gint32 least = G_MAXINT32, most = G_MININT32;
  guint64 *paths;

  if (n == 0)
    return TRUE;
  for (gsize i = 0; i < n; i++)
    {
      least = MIN (least, values[i]);
      most = MAX (most, values[i]);
    }
  if ((least < self->first || most >= self->first + (gint64) self->n)
      && !make_room (self, least, most))
    return FALSE;
  paths = self->paths;
  for (gsize i = 0; i < n; i++)
    paths[values[i] - self->first]++;
  return TRUE;
}

guint64
kkr_cohort_histogram_count (const KkrCohortHistogram *self)
{
  guint64 count = 0;

  for (gsize i = 0; i < self->n; i++)
    count += self->paths[i];
  return count;
}

gint64
kkr_cohort_histogram_find (const KkrCohortHistogram *self, guint64 num, guint64 den)
{
  const KkrUint128 wanted = (KkrUint128) kkr_cohort_histogram_count (self) * num;
  KkrUint128 below = 0;
  gsize last = 0;

  for (gsize i = 0; i < self->n; i++)
    {
      if (self->paths[i] == 0)
        continue;
      last = i;
      below += (KkrUint128) self->paths[i] * den;
      if (below >= wanted)
        break;
    }
  return self->first + (gint64) last;
}

guint64
kkr_cohort_histogram_count_above (const KkrCohortHistogram *self, gint64 value)
{
  guint64 count = 0;

  for (gsize i = value < self->first ? 0 : (gsize) (value - self->first) + 1; i < self->n; i++)
    count += self->paths[i];
  return count;
}

KkrInt128
kkr_cohort_histogram_sum (const KkrCohortHistogram *self)
{
  KkrInt128 sum = 0;

  for (gsize i = 0; i < self->n; i++)
    sum += (KkrInt128) self->paths[i] * (self->first + (gint64) i);
  return sum;
}

KkrInt128
kkr_cohort_histogram_sum_squares (const KkrCohortHistogram *self)
{
  KkrInt128 sum = 0;

  for (gsize i = 0; i < self->n; i++)
    sum += (KkrInt128) self->paths[i] * (self->first + (gint64) i) * (self->first + (gint64) i);
  return sum;
}
