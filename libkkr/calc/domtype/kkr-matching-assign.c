/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-matching-search-private.h>

#include <libkkr/base/kkr-int128-private.h>

/* Costs come in metres and øre and are mostly whole kilometres and kroner: without the factor that
 * all costs of a level have in common, more persons fit into the numbers of the kernel. */
static void
find_scales (const KkrMatchingProblem *self)
{
  const guint n = self->n_levels;
  const gsize n_edges = self->first_edges[self->n_persons];

  for (guint level = 0; level < n && self->scales[level] == 0; level++)
    {
      KkrUint128 common = 0;

      for (gsize i = 0; i < self->n_persons && common != 1; i++)
        common = kkr_uint128_gcd (common, kkr_int128_magnitude (self->left_costs[i * n + level]));
      for (gsize i = 0; i < n_edges && common != 1; i++)
        common = kkr_uint128_gcd (common, kkr_int128_magnitude (self->costs[i * n + level]));
      self->scales[level] = common == 0 || common > G_MAXINT64 ? 1 : (gint64) common;
    }
}

static const gint64 *
scale (const KkrMatchingProblem *self, const gint64 *costs, gint64 *scaled)
{
  for (guint level = 0; level < self->n_levels; level++)
    scaled[level] = costs[level] / self->scales[level];
  return scaled;
}

KkrAssignment *
kkr_matching_assign (const KkrMatchingProblem *self, const guint8 *bans,
                     GCancellable *cancellable, GError **error)
{
  g_autoptr (KkrAssignment) assignment = kkr_assignment_new (self->n_persons, self->n_columns,
                                                             self->capacities);
  gint64 scaled[KKR_MATCHING_MAX_LEVELS];

  find_scales (self);
  kkr_assignment_set_levels (assignment, self->n_levels);
  for (guint person = 0; person < self->n_persons; person++)
    {
      const gint64 *left = kkr_matching_problem_get_costs (self, person, -1);

      kkr_assignment_set_unassigned (assignment, person, scale (self, left, scaled));
      for (gsize i = self->first_edges[person]; i < self->first_edges[person + 1]; i++)
        if (bans == NULL || !bans[i])
          kkr_assignment_add (assignment, person, self->columns[i],
                              scale (self, self->costs + i * self->n_levels, scaled));
    }
  return kkr_assignment_solve (assignment, cancellable, NULL, NULL, error)
           ? g_steal_pointer (&assignment) : NULL;
}

gboolean
kkr_matching_assign_more (const KkrMatchingProblem *self, KkrAssignment *assignment,
                          guint32 column, gint64 *totals, gint32 *columns, GError **error)
{
  g_return_val_if_fail (column < self->n_columns, FALSE);

  if (!kkr_assignment_what_if_more (assignment, column, totals, columns, error))
    return FALSE;
  for (guint level = 0; level < self->n_levels; level++)
    totals[level] *= self->scales[level];
  return TRUE;
}
