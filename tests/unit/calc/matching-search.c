/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The best assignment with persons who cannot live together, against all assignments there are. */

#include <libkkr/calc/domtype/kkr-matching-search-private.h>

#include <string.h>

#define LEVELS 3

typedef struct {
  KkrMatchingProblem *problem;
  gint32 columns[8];
  gint32 rooms[8];
  gint64 best[LEVELS];
  gboolean has_best;
} Naive;

static gboolean
are_apart (const KkrMatchingProblem *problem, const gint32 *columns)
{
  for (guint i = 0; i < problem->clashes->len; i++)
    {
      const KkrMatchingClash *clash = &g_array_index (problem->clashes, KkrMatchingClash, i);

      for (guint a = 0; a < clash->n_one; a++)
        for (guint b = 0; b < clash->n_other; b++)
          {
            const gint32 one = columns[clash->one[a]], other = columns[clash->other[b]];

            if (clash->one[a] != clash->other[b] && one >= 0 && other >= 0
                && problem->sites[one] == problem->sites[other])
              return FALSE;
          }
    }
  return TRUE;
}

static void
try_all (Naive *self, guint person)
{
  const KkrMatchingProblem *problem = self->problem;
  gint64 totals[LEVELS];

  if (person == problem->n_persons)
    {
      if (!are_apart (problem, self->columns))
        return;
      kkr_matching_sum_costs (problem, self->columns, totals);
      if (!self->has_best || kkr_matching_compare_costs (totals, self->best, LEVELS) < 0)
        memcpy (self->best, totals, sizeof totals);
      self->has_best = TRUE;
      return;
    }
  self->columns[person] = -1;
  try_all (self, person + 1);
  for (gsize i = problem->first_edges[person]; i < problem->first_edges[person + 1]; i++)
    {
      const guint32 column = problem->columns[i];

      if (self->rooms[column] == 0)
        continue;
      self->rooms[column]--;
      self->columns[person] = (gint32) column;
      try_all (self, person + 1);
      self->rooms[column]++;
    }
}

static GArray *
draw_side (GRand *rand, guint n_persons)
{
  GArray *side = g_array_new (FALSE, FALSE, sizeof (guint32));
  const guint n = (guint) g_rand_int_range (rand, 1, 4);

  for (guint i = 0; i < n; i++)
    {
      const guint32 person = (guint32) g_rand_int_range (rand, 0, (gint32) n_persons);

      g_array_append_val (side, person);
    }
  return side;
}

static void
draw_edges (GRand *rand, KkrMatchingProblem *problem)
{
  /* The first levels often count only those who are left over. */
  const guint n_plain = (guint) g_rand_int_range (rand, 0, LEVELS + 1);
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) costs = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint32 person = 0; person < problem->n_persons; person++)
    {
      problem->first_edges[person] = columns->len;
      for (guint32 column = 0; column < problem->n_columns; column++)
        if (g_rand_int_range (rand, 0, 3) > 0)
          {
            g_array_append_val (columns, column);
            for (guint level = 0; level < LEVELS; level++)
              {
                const gint64 cost = level < n_plain ? 0 : g_rand_int_range (rand, 0, 4);

                g_array_append_val (costs, cost);
              }
          }
      for (guint level = 0; level < LEVELS; level++)
        problem->left_costs[person * LEVELS + level] = g_rand_int_range (rand, 0, 3);
    }
  problem->first_edges[problem->n_persons] = columns->len;
  problem->columns = (guint32 *) (gpointer) g_array_free (g_steal_pointer (&columns), FALSE);
  problem->costs = (gint64 *) (gpointer) g_array_free (g_steal_pointer (&costs), FALSE);
}

static KkrMatchingProblem *
draw (GRand *rand, guint n_clashes)
{
  const guint n_persons = (guint) g_rand_int_range (rand, 1, 7);
  const guint n_columns = (guint) g_rand_int_range (rand, 1, 5);
  KkrMatchingProblem *problem = kkr_matching_problem_new (n_persons, n_columns, n_columns, LEVELS);

  for (guint i = 0; i < n_columns; i++)
    {
      problem->capacities[i] = g_rand_int_range (rand, 0, 4);
      problem->sites[i] = (guint32) g_rand_int_range (rand, 0, (gint32) n_columns);
    }
  draw_edges (rand, problem);
  for (guint i = 0; i < n_clashes; i++)
    {
      g_autoptr (GArray) one = draw_side (rand, n_persons);
      g_autoptr (GArray) other = g_rand_int_range (rand, 0, 3) > 0 ? draw_side (rand, n_persons)
                                                                   : g_array_copy (one);

      kkr_matching_problem_add_clash (problem, one, other, i);
    }
  return problem;
}

static void
check_answer (const KkrMatchingProblem *problem, const KkrMatchingAnswer *answer)
{
  g_autofree gint32 *taken = g_new0 (gint32, problem->n_columns);
  gint64 totals[LEVELS];
  KkrMatchingViolation violation;

  g_assert_false (kkr_matching_find_violation (problem, answer->columns, &violation));
  g_assert_true (are_apart (problem, answer->columns));
  kkr_matching_sum_costs (problem, answer->columns, totals);
  g_assert_cmpint (kkr_matching_compare_costs (totals, answer->totals, LEVELS), ==, 0);
  g_assert_cmpint (kkr_matching_compare_costs (answer->bound, answer->totals, LEVELS), <=, 0);
  for (guint i = 0; i < problem->n_persons; i++)
    if (answer->columns[i] >= 0)
      {
        g_assert_cmpuint (kkr_matching_problem_find_edge (problem, i,
                                                          (guint32) answer->columns[i]), !=,
                          G_MAXSIZE);
        g_assert_cmpint (++taken[answer->columns[i]], <=,
                         problem->capacities[answer->columns[i]]);
      }
}

static void
test_all_assignments (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20230821);
  guint n_branched = 0;

  for (guint round = 0; round < 3000; round++)
    {
      g_autoptr (KkrMatchingProblem) problem = draw (rand, round % 5);
      g_autoptr (GError) error = NULL;
      g_autoptr (KkrMatchingAnswer) answer = kkr_matching_search (problem, 100000, NULL, &error);
      Naive naive = { problem, { 0 }, { 0 }, { 0 }, FALSE };

      g_assert_no_error (error);
      g_assert_true (answer->is_proven);
      check_answer (problem, answer);
      memcpy (naive.rooms, problem->capacities, problem->n_columns * sizeof (gint32));
      try_all (&naive, 0);
      g_assert_cmpmem (answer->totals, sizeof naive.best, naive.best, sizeof naive.best);
      n_branched += answer->n_solved > 1;
    }
  g_assert_cmpuint (n_branched, >, 500);
}

/* Whatever was found by then keeps everybody apart, and is no better than the bound it tells. */
static void
test_limit (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 500; round++)
    {
      g_autoptr (KkrMatchingProblem) problem = draw (rand, 6);
      g_autoptr (GError) error = NULL;
      g_autoptr (KkrMatchingAnswer) first = kkr_matching_search (problem, 1, NULL, &error);
      g_autoptr (KkrMatchingAnswer) best = kkr_matching_search (problem, 100000, NULL, &error);

      check_answer (problem, first);
      g_assert_cmpuint (first->n_solved, ==, 1);
      g_assert_cmpint (kkr_matching_compare_costs (first->bound, best->totals, LEVELS), <=, 0);
      g_assert_cmpint (kkr_matching_compare_costs (best->totals, first->totals, LEVELS), <=, 0);
      if (first->is_proven)
        g_assert_cmpint (kkr_matching_compare_costs (best->totals, first->totals, LEVELS), ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/matching-search/all-assignments", test_all_assignments);
  g_test_add_func ("/matching-search/limit", test_limit);
  return g_test_run ();
}
