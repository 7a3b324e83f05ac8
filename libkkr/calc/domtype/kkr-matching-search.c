/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-matching-search-private.h>

#include <string.h>

/* Branch and bound: where the best assignment puts two at one site who are at odds, one of them (or
 * the one side of the clash) is kept away from it, or the other is. Those cases that may still be
 * best are looked at first, so that the first assignment without a clash which none of them can
 * beat is the best one. */

typedef struct {
  guint parent;         /* among all cases; G_MAXUINT: none */
  guint depth;
  guint clash;
  gboolean is_other;    /* which side is kept away */
  guint32 person;       /* only this one; G_MAXUINT32: the whole side */
  guint32 site;
  gint64 bound[KKR_MATCHING_MAX_LEVELS];
} Case;

typedef struct {
  const KkrMatchingProblem *problem;
  GArray *cases; /* Case */
  GArray *heap;  /* guint: those to be looked at, the most promising first */
  guint8 *bans;  /* of the case that is looked at */
  KkrMatchingAnswer *best;
  gboolean has_best;
} Search;

static const Case *
get_case (const Search *self, guint number)
{
  return &g_array_index (self->cases, Case, number);
}

static gboolean
is_before (const Search *self, guint a, guint b)
{
  const Case *one = get_case (self, a), *two = get_case (self, b);
  const int order = kkr_matching_compare_costs (one->bound, two->bound, self->problem->n_levels);

  if (order != 0)
    return order < 0;
  return one->depth != two->depth ? one->depth > two->depth : a < b;
}

static void
push (Search *self, const Case *one)
{
  guint number = self->cases->len, at = self->heap->len;
  guint *heap;

  g_array_append_vals (self->cases, one, 1);
  g_array_append_val (self->heap, number);
  heap = (guint *) (gpointer) self->heap->data;
  for (; at > 0 && is_before (self, number, heap[(at - 1) / 2]); at = (at - 1) / 2)
    heap[at] = heap[(at - 1) / 2];
  heap[at] = number;
}

static guint
pop (Search *self)
{
  guint *heap = (guint *) (gpointer) self->heap->data;
  const guint first = heap[0], last = heap[self->heap->len - 1], n = self->heap->len - 1;
  guint at = 0;

  for (guint child = 1; child < n; child = 2 * at + 1)
    {
      if (child + 1 < n && is_before (self, heap[child + 1], heap[child]))
        child++;
      if (!is_before (self, heap[child], last))
        break;
      heap[at] = heap[child];
      at = child;
    }
  heap[at] = last;
  g_array_set_size (self->heap, n);
  return first;
}

static void
ban_person (const Search *self, guint32 person, guint32 site)
{
  const KkrMatchingProblem *problem = self->problem;

  for (gsize i = problem->first_edges[person]; i < problem->first_edges[person + 1]; i++)
    if (problem->sites[problem->columns[i]] == site)
      self->bans[i] = 1;
}

static void
set_bans (const Search *self, guint number)
{
  memset (self->bans, 0, self->problem->first_edges[self->problem->n_persons] + 1);
  for (; number != G_MAXUINT; number = get_case (self, number)->parent)
    {
      const Case *one = get_case (self, number);
      const KkrMatchingClash *clash;
      const guint32 *side;

      if (one->parent == G_MAXUINT)
        return;
      clash = &g_array_index (self->problem->clashes, KkrMatchingClash, one->clash);
      side = one->is_other ? clash->other : clash->one;
      if (one->person != G_MAXUINT32)
        ban_person (self, one->person, one->site);
      else
        for (guint i = 0; i < (one->is_other ? clash->n_other : clash->n_one); i++)
          ban_person (self, side[i], one->site);
    }
}

static void
branch (Search *self, guint number, const KkrMatchingViolation *found, const gint64 *totals)
{
  const KkrMatchingClash *clash = &g_array_index (self->problem->clashes, KkrMatchingClash,
                                                  found->clash);
  Case child = { 0 };

  child.parent = number;
  child.depth = get_case (self, number)->depth + 1;
  child.clash = found->clash;
  child.site = found->site;
  memcpy (child.bound, totals, self->problem->n_levels * sizeof *totals);
  for (guint side = 0; side < 2; side++)
    {
      child.is_other = side == 1;
      child.person = clash->is_disjoint ? G_MAXUINT32 : side == 0 ? found->one : found->other;
      push (self, &child);
    }
}

static void
keep_if_better (Search *self, const gint32 *columns, const gint64 *totals)
{
  KkrMatchingAnswer *best = self->best;
  const KkrMatchingProblem *problem = self->problem;

  if (self->has_best && kkr_matching_compare_costs (totals, best->totals, problem->n_levels) >= 0)
    return;
  self->has_best = TRUE;
  memcpy (best->columns, columns, problem->n_persons * sizeof *columns);
  memcpy (best->totals, totals, problem->n_levels * sizeof *totals);
  memcpy (best->bans, self->bans, problem->first_edges[problem->n_persons]);
}

/* Looks at a case: its assignment, and the one that is left of it when those at odds are out. */
static gboolean
look_at (Search *self, guint number, GCancellable *cancellable, GError **error)
{
  const KkrMatchingProblem *problem = self->problem;
  g_autofree gint32 *columns = g_new (gint32, (gsize) problem->n_persons + 1);
  gint64 totals[KKR_MATCHING_MAX_LEVELS];
  g_autoptr (KkrAssignment) assignment = NULL;
  KkrMatchingViolation found;

  set_bans (self, number);
  assignment = kkr_matching_assign (problem, self->bans, cancellable, error);
  if (assignment == NULL)
    return FALSE;
  self->best->n_solved++;
  for (guint i = 0; i < problem->n_persons; i++)
    columns[i] = kkr_assignment_get_column (assignment, i);
  kkr_matching_sum_costs (problem, columns, totals);
  if (self->best->root == NULL)
    memcpy (self->best->root_totals, totals, problem->n_levels * sizeof *totals);
  if (kkr_matching_find_violation (problem, columns, &found))
    {
      branch (self, number, &found, totals);
      kkr_matching_evict (problem, columns);
      kkr_matching_sum_costs (problem, columns, totals);
    }
  keep_if_better (self, columns, totals);
  if (self->best->root == NULL)
    self->best->root = g_steal_pointer (&assignment);
  return TRUE;
}

static gboolean
search (Search *self, guint limit, GCancellable *cancellable, GError **error)
{
  const guint n_levels = self->problem->n_levels;
  KkrMatchingAnswer *best = self->best;
  Case root = { G_MAXUINT };

  for (guint level = 0; level < n_levels; level++)
    root.bound[level] = G_MININT64;
  push (self, &root);
  while (self->heap->len > 0)
    {
      const Case *next = get_case (self, g_array_index (self->heap, guint, 0));

      if (self->has_best && kkr_matching_compare_costs (next->bound, best->totals, n_levels) >= 0)
        break;
      if (best->n_solved >= MAX (limit, 1))
        {
          memcpy (best->bound, next->bound, sizeof best->bound);
          return TRUE;
        }
      if (!look_at (self, pop (self), cancellable, error))
        return FALSE;
    }
  memcpy (best->bound, best->totals, sizeof best->bound);
  best->is_proven = TRUE;
  return TRUE;
}

KkrMatchingAnswer *
kkr_matching_search (KkrMatchingProblem *problem, guint limit, GCancellable *cancellable,
                     GError **error)
{
  const gsize n_edges = problem->first_edges[problem->n_persons];
  g_autoptr (KkrMatchingAnswer) best = g_new0 (KkrMatchingAnswer, 1);
  g_autoptr (GArray) cases = g_array_new (FALSE, FALSE, sizeof (Case));
  g_autoptr (GArray) heap = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint8 *bans = g_new0 (guint8, n_edges + 1);
  Search self = { problem, cases, heap, bans, best, FALSE };

  kkr_matching_problem_prepare (problem);
  best->columns = g_new (gint32, (gsize) problem->n_persons + 1);
  best->bans = g_new0 (guint8, n_edges + 1);
  return search (&self, limit, cancellable, error) ? g_steal_pointer (&best) : NULL;
}

void
kkr_matching_answer_free (KkrMatchingAnswer *self)
{
  g_free (self->columns);
  g_free (self->bans);
  g_clear_pointer (&self->root, kkr_assignment_free);
  g_free (self);
}
