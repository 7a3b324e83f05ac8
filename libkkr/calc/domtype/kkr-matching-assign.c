/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-matching-search-private.h>

#include <string.h>

#include <libkkr/base/kkr-int128-private.h>

/* The problem in the numbers of the kernel, which all levels have to fit into together. */

/* Costs come in metres and øre and are mostly whole kilometres and kroner: the factor that all
 * costs of a level have in common is left out. */
static gint64
find_scale (const KkrMatchingProblem *self, guint level)
{
  const guint n = self->n_levels;
  const gsize n_edges = self->first_edges[self->n_persons];
  KkrUint128 common = 0;

  for (gsize i = 0; i < self->n_persons && common != 1; i++)
    common = kkr_uint128_gcd (common, kkr_int128_magnitude (self->left_costs[i * n + level]));
  for (gsize i = 0; i < n_edges && common != 1; i++)
    common = kkr_uint128_gcd (common, kkr_int128_magnitude (self->costs[i * n + level]));
  return common == 0 || common > G_MAXINT64 ? 1 : (gint64) common;
}

/* The first levels that only say what it costs to leave a person without a place. */
static guint
count_joined (const KkrMatchingProblem *self)
{
  const guint n = self->n_levels;
  const gsize n_edges = self->first_edges[self->n_persons];

  for (guint level = 0; level < n; level++)
    {
      for (gsize i = 0; i < self->n_persons; i++)
        if (self->left_costs[i * n + level] < 0)
          return level;
      for (gsize i = 0; i < n_edges; i++)
        if (self->costs[i * n + level] != 0)
          return level;
    }
  return n;
}

static int
compare_left (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const KkrMatchingProblem *self = user_data;
  const guint one = *(const guint *) a, two = *(const guint *) b;

  return kkr_matching_compare_costs (self->left_costs + (gsize) one * self->n_levels,
                                     self->left_costs + (gsize) two * self->n_levels,
                                     self->n_joined);
}

/* Whoever can have places at the same time is a matroid: which of them are best depends on the
 * order of what it costs to leave them out, and not on the amounts. So the amounts of all these
 * levels can be numbered, 0 staying 0. */
static void
find_ranks (KkrMatchingProblem *self)
{
  g_autofree guint *order = g_new (guint, (gsize) self->n_persons + 1);
  gint64 rank = 0;

  self->ranks = g_new0 (gint64, (gsize) self->n_persons + 1);
  for (guint i = 0; i < self->n_persons; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) self->n_persons, sizeof *order, compare_left, self);
  for (guint i = 0; i < self->n_persons; i++)
    {
      const gint64 *left = self->left_costs + (gsize) order[i] * self->n_levels;
      gboolean is_zero = TRUE;

      for (guint level = 0; level < self->n_joined; level++)
        is_zero = is_zero && left[level] == 0;
      rank += !is_zero && (i == 0 || compare_left (&order[i - 1], &order[i], self) != 0);
      self->ranks[order[i]] = rank;
    }
}

void
kkr_matching_problem_prepare (KkrMatchingProblem *self)
{
  if (self->ranks != NULL)
    return;
  self->n_joined = count_joined (self);
  find_ranks (self);
  for (guint level = self->n_joined; level < self->n_levels; level++)
    self->scales[level] = find_scale (self, level);
}

static const gint64 *
scale (const KkrMatchingProblem *self, gint64 first, const gint64 *costs, gint64 *scaled)
{
  scaled[0] = first;
  for (guint level = self->n_joined; level < self->n_levels; level++)
    scaled[level - self->n_joined + 1] = costs[level] / self->scales[level];
  return scaled;
}

KkrAssignment *
kkr_matching_assign (const KkrMatchingProblem *self, const guint8 *bans,
                     GCancellable *cancellable, GError **error)
{
  g_autoptr (KkrAssignment) assignment = kkr_assignment_new (self->n_persons, self->n_columns,
                                                             self->capacities);
  gint64 scaled[KKR_MATCHING_MAX_LEVELS + 1];

  kkr_assignment_set_levels (assignment, self->n_levels - self->n_joined + 1);
  kkr_assignment_reserve (assignment, self->first_edges[self->n_persons]);
  for (guint person = 0; person < self->n_persons; person++)
    {
      const gint64 *left = kkr_matching_problem_get_costs (self, person, -1);

      kkr_assignment_set_unassigned (assignment, person,
                                     scale (self, self->ranks[person], left, scaled));
      for (gsize i = self->first_edges[person]; i < self->first_edges[person + 1]; i++)
        if (bans == NULL || !bans[i])
          kkr_assignment_add (assignment, person, self->columns[i],
                              scale (self, 0, self->costs + i * self->n_levels, scaled));
    }
  return kkr_assignment_solve (assignment, cancellable, NULL, NULL, error)
           ? g_steal_pointer (&assignment) : NULL;
}

gboolean
kkr_matching_assign_more (const KkrMatchingProblem *self, const KkrMatchingAnswer *answer,
                          guint32 column, gint64 *totals, gint32 *columns, GError **error)
{
  gint64 unused[KKR_MATCHING_MAX_LEVELS + 1];

  g_return_val_if_fail (column < self->n_columns, FALSE);

  if (!kkr_assignment_what_if_more (answer->root, column, unused, columns, error))
    return FALSE;
  memcpy (totals, answer->root_totals, self->n_levels * sizeof *totals);
  for (guint person = 0; person < self->n_persons; person++)
    {
      const gint32 before = kkr_assignment_get_column (answer->root, person);

      for (guint level = 0; before != columns[person] && level < self->n_levels; level++)
        totals[level]
          += kkr_matching_problem_get_costs (self, person, columns[person])[level]
             - kkr_matching_problem_get_costs (self, person, before)[level];
    }
  return TRUE;
}
