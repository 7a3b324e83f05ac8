/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "columns-worlds.h"

#include <string.h>

#include <libkkr/kernel/kkr-share-block-private.h>

#define MAX_TOTAL 50
#define N_TOTALS (2 * MAX_TOTAL + 1)
#define MAX_N 5
#define N_WEIGHTS 7
#define USUAL_CASES 1000000

/* All totals of one world, by the textbook under the rule FIRST, and under the rule at hand. */
typedef struct {
  KkrApportionMethod method;
  KkrShareTask task;
  gint64 weights[MAX_N];
  gint64 totals[N_TOTALS];
  gint64 first[N_TOTALS * MAX_N];
  gint64 expected[N_TOTALS * MAX_N];
  guint8 tied[N_TOTALS];
  guint8 first_bad[N_TOTALS];
  guint8 bad[N_TOTALS];
} World;

static void
share_first (World *world)
{
  const gsize n = world->task.n;

  for (gsize i = 0; i < N_TOTALS; i++)
    {
      guint8 tied[MAX_N] = { 0, };

      world->first_bad[i] = !kkr_apportion_into (world->totals[i], world->weights, n,
                                                 world->method, 1, KKR_TIE_RULE_FIRST,
                                                 world->first + i * n, tied, NULL);
      world->tied[i] = memchr (tied, 1, n) != NULL;
    }
}

/* The rule matters only where there is a tie. */
static void
share_by_rule (World *world, KkrTieRule tie_rule)
{
  const gsize n = world->task.n;

  world->task.tie_rule = tie_rule;
  memcpy (world->expected, world->first, sizeof world->first);
  memcpy (world->bad, world->first_bad, sizeof world->bad);
  for (gsize i = 0; i < N_TOTALS; i++)
    {
      guint8 tied[MAX_N];

      if (world->tied[i])
        world->bad[i] = !kkr_apportion_into (world->totals[i], world->weights, n, world->method, 1,
                                             tie_rule, world->expected + i * n, tied, NULL);
    }
}

static void
compare_level (const World *world, KkrCpuLevel level)
{
  const gsize n = world->task.n;
  gint64 shares[N_TOTALS * MAX_N];
  guint8 bad[N_TOTALS] = { 0, };
  const KkrShareBlock block = {
    .totals = world->totals,
    .n_totals = N_TOTALS,
    .task = &world->task,
    .method = world->method,
    .unit = 1,
    .level = level,
    .shares = shares,
    .bad = bad,
  };

  kkr_share_block (&block);
  g_assert_cmpmem (bad, N_TOTALS, world->bad, N_TOTALS);
  for (gsize i = 0; i < N_TOTALS; i++)
    if (!bad[i] && memcmp (shares + i * n, world->expected + i * n, n * sizeof *shares) != 0)
      g_error ("method %d, tie rule %d, level %d, total %lld, weights %lld, %lld, %lld, %lld, %lld",
               world->method, world->task.tie_rule, level, (long long) world->totals[i],
               (long long) world->weights[0], (long long) world->weights[1],
               (long long) world->weights[2], (long long) world->weights[3],
               (long long) world->weights[4]);
}

static void
compare_world (World *world)
{
  share_first (world);
  for (int rule = KKR_TIE_RULE_FIRST; rule <= KKR_TIE_RULE_REFUSE; rule++)
    {
      share_by_rule (world, (KkrTieRule) rule);
      for (int level = 0; level <= (int) kkr_cpu_get_level (); level++)
        compare_level (world, (KkrCpuLevel) level);
    }
}

static gsize
count_worlds (gsize n)
{
  gsize worlds = 1;

  for (gsize i = 0; i < n; i++)
    worlds *= N_WEIGHTS;
  return worlds;
}

void
test_columns_of_small_worlds (KkrApportionMethod method)
{
  const guint64 thinned = USUAL_CASES / CLAMP (count_cases (USUAL_CASES), 1, USUAL_CASES);
  World world = { .method = method };

  for (gsize i = 0; i < N_TOTALS; i++)
    world.totals[i] = (gint64) i - MAX_TOTAL;
  for (gsize n = 1; n <= MAX_N; n++)
    for (gsize number = 1; number < count_worlds (n); number += n == MAX_N ? thinned : 1)
      {
        gsize digits = number;

        world.task = (KkrShareTask) { .weights = world.weights, .n = n };
        for (gsize i = 0; i < n; i++, digits /= N_WEIGHTS)
          world.weights[i] = (gint64) (digits % N_WEIGHTS);
        g_assert_true (kkr_share_check_weights (&world.task, NULL));
        compare_world (&world);
      }
}
