/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-matching-search-private.h>

static void
clear_clash (gpointer data)
{
  KkrMatchingClash *clash = data;

  g_free (clash->one);
  g_free (clash->other);
}

KkrMatchingProblem *
kkr_matching_problem_new (guint n_persons, guint n_columns, guint n_sites, guint n_levels)
{
  KkrMatchingProblem *self = g_new0 (KkrMatchingProblem, 1);

  self->n_persons = n_persons;
  self->n_columns = n_columns;
  self->n_sites = n_sites;
  self->n_levels = n_levels;
  self->capacities = g_new0 (gint32, (gsize) n_columns + 1);
  self->sites = g_new0 (guint32, (gsize) n_columns + 1);
  self->first_edges = g_new0 (gsize, (gsize) n_persons + 1);
  self->left_costs = g_new0 (gint64, (gsize) n_persons * n_levels + 1);
  self->scales = g_new0 (gint64, (gsize) n_levels + 1);
  self->clashes = g_array_new (FALSE, FALSE, sizeof (KkrMatchingClash));
  g_array_set_clear_func (self->clashes, clear_clash);
  return self;
}

void
kkr_matching_problem_free (KkrMatchingProblem *self)
{
  g_free (self->capacities);
  g_free (self->sites);
  g_free (self->first_edges);
  g_free (self->columns);
  g_free (self->costs);
  g_free (self->left_costs);
  g_free (self->scales);
  g_free (self->ranks);
  g_array_unref (self->clashes);
  g_free (self);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  const guint32 one = *(const guint32 *) a, two = *(const guint32 *) b;

  return (one > two) - (one < two);
}

/* Ascending, and each once. */
static guint32 *
sort_persons (GArray *persons, guint *n)
{
  guint32 *sorted = g_new (guint32, (gsize) persons->len + 1);

  g_array_sort (persons, compare_numbers);
  *n = 0;
  for (guint i = 0; i < persons->len; i++)
    {
      const guint32 person = g_array_index (persons, guint32, i);

      if (*n == 0 || sorted[*n - 1] != person)
        sorted[(*n)++] = person;
    }
  return sorted;
}

static gboolean
are_disjoint (const KkrMatchingClash *clash)
{
  for (guint i = 0, k = 0; i < clash->n_one && k < clash->n_other;)
    {
      if (clash->one[i] == clash->other[k])
        return FALSE;
      if (clash->one[i] < clash->other[k])
        i++;
      else
        k++;
    }
  return TRUE;
}

void
kkr_matching_problem_add_clash (KkrMatchingProblem *self, GArray *one, GArray *other, guint row)
{
  KkrMatchingClash clash = { NULL, NULL, 0, 0, FALSE, row };

  clash.one = sort_persons (one, &clash.n_one);
  clash.other = sort_persons (other, &clash.n_other);
  clash.is_disjoint = are_disjoint (&clash);
  /* Nobody, or one person alone. */
  if (clash.n_one == 0 || clash.n_other == 0
      || (!clash.is_disjoint && clash.n_one == 1 && clash.n_other == 1))
    clear_clash (&clash);
  else
    g_array_append_val (self->clashes, clash);
}

gsize
kkr_matching_problem_find_edge (const KkrMatchingProblem *self, guint person, guint32 column)
{
  gsize low = self->first_edges[person], high = self->first_edges[person + 1];

  while (low < high)
    {
      const gsize middle = low + (high - low) / 2;

      if (self->columns[middle] < column)
        low = middle + 1;
      else
        high = middle;
    }
  return low < self->first_edges[person + 1] && self->columns[low] == column ? low : G_MAXSIZE;
}

const gint64 *
kkr_matching_problem_get_costs (const KkrMatchingProblem *self, guint person, gint32 column)
{
  if (column < 0)
    return self->left_costs + (gsize) person * self->n_levels;
  return self->costs
         + kkr_matching_problem_find_edge (self, person, (guint32) column) * self->n_levels;
}

void
kkr_matching_sum_costs (const KkrMatchingProblem *self, const gint32 *columns, gint64 *totals)
{
  for (guint level = 0; level < self->n_levels; level++)
    totals[level] = 0;
  for (guint person = 0; person < self->n_persons; person++)
    {
      const gint64 *costs = kkr_matching_problem_get_costs (self, person, columns[person]);

      for (guint level = 0; level < self->n_levels; level++)
        totals[level] += costs[level];
    }
}

int
kkr_matching_compare_costs (const gint64 *a, const gint64 *b, guint n_levels)
{
  for (guint level = 0; level < n_levels; level++)
    if (a[level] != b[level])
      return a[level] < b[level] ? -1 : 1;
  return 0;
}
