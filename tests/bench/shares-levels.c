/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <string.h>

#include <libkkr/base/kkr-memory-private.h>
#include <libkkr/kernel/kkr-apportion-columns-private.h>
#include <libkkr/kernel/kkr-apportion-private.h>

#include "bench.h"

/* What is under kkr_apportion_columns(), into memory that has been touched: each level of the
 * processor that there is, and each method at the highest. */

#define N_WEIGHTS 98
#define MAX_CASES 32

typedef struct {
  char *name;
  KkrColumnsTask task;
} Case;

static gsize n_totals;
static gsize size; /* of the output */
static gint64 *totals;
static gint64 weights[N_WEIGHTS];
static gint64 *output;
static gint64 *expected;
static Case cases[MAX_CASES];
static guint n_cases;

static void
make_data (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  n_totals = bench_is_small () ? 2000 : 1000000;
  size = n_totals * N_WEIGHTS * sizeof (gint64);
  totals = kkr_memory_new (n_totals * sizeof *totals);
  output = kkr_memory_new (size);
  expected = kkr_memory_new (size);
  memset (output, 1, size);
  memset (expected, 2, size);
  for (gsize i = 0; i < n_totals; i++)
    totals[i] = ((gint64) g_rand_int (rand) << 32 | g_rand_int (rand)) % 1000000000000;
  for (gsize i = 0; i < N_WEIGHTS; i++)
    weights[i] = g_rand_int_range (rand, 1800, 120000);
}

static void
add (const char *name, KkrApportionMethod method, KkrCpuLevel level, int n_threads)
{
  g_assert (n_cases < MAX_CASES);
  cases[n_cases++] = (Case) {
    .name = g_strdup_printf ("libkkr, %s, %d thread%s", name, n_threads, n_threads > 1 ? "s" : ""),
    .task = { .totals = totals, .n_totals = n_totals, .weights = weights, .n_weights = N_WEIGHTS,
              .method = method, .unit = 1, .tie_rule = KKR_TIE_RULE_FIRST, .n_threads = n_threads,
              .level = level },
  };
}

static void
add_cases (void)
{
  for (guint level = 0; level <= kkr_cpu_get_level (); level++)
    for (int threads = 1; threads <= 2; threads++)
      add (kkr_cpu_level_name (level), KKR_APPORTION_METHOD_LARGEST_REMAINDER, level, threads);
  for (guint method = KKR_APPORTION_METHOD_LARGEST_REMAINDER + 1;
       method <= KKR_APPORTION_METHOD_INDEPENDENT; method++)
    add (kkr_apportion_method_to_string (method), method, kkr_cpu_get_level (), 2);
}

/* The scalar code for a row in every hundred, and the sums of all. */
static const char *
find_fault (const Case *a_case)
{
  gboolean sums = a_case->task.method != KKR_APPORTION_METHOD_INDEPENDENT;
  gint64 shares[N_WEIGHTS];
  guint8 tied[N_WEIGHTS];

  for (gsize row = 0; row < n_totals; row++)
    {
      const gint64 *found = output + row * N_WEIGHTS;
      gint64 sum = 0;

      for (gsize i = 0; i < N_WEIGHTS; i++)
        sum += found[i];
      if (sums && sum != totals[row])
        return "a wrong sum";
      if (row % 100 != 0)
        continue;
      if (!kkr_apportion_into (totals[row], weights, N_WEIGHTS, a_case->task.method, 1,
                               KKR_TIE_RULE_FIRST, shares, tied, NULL) ||
          memcmp (shares, found, sizeof shares) != 0)
        return "other shares than the scalar code's";
    }
  return NULL;
}

static double
measure (const Case *a_case)
{
  g_autoptr (GError) error = NULL;
  double began = bench_now ();

  if (!kkr_apportion_columns_into (&a_case->task, output, &error))
    g_error ("%s: %s", a_case->name, error->message);
  return bench_now () - began;
}

static void
check (const Case *a_case)
{
  const char *fault = find_fault (a_case);

  /* All levels and threads give the bits of the first. */
  if (a_case == cases)
    memcpy (expected, output, size);
  else if (fault == NULL && a_case->task.method == KKR_APPORTION_METHOD_LARGEST_REMAINDER &&
           memcmp (expected, output, size) != 0)
    fault = "other bits than the lowest level's";
  bench_check (a_case->name, fault);
}

int
main (void)
{
  guint n = bench_runs (10);
  g_autofree double *copy = g_new (double, n);
  g_autofree double *times = NULL;
  double best = G_MAXDOUBLE;

  make_data ();
  add_cases ();
  times = g_new (double, n * n_cases);
  for (guint run = 0; run < n; run++)
    {
      double began = bench_now ();

      memcpy (output, expected, size);
      copy[run] = bench_now () - began;
      for (guint i = 0; i < n_cases; i++)
        {
          times[i * n + run] = measure (&cases[i]);
          if (run == 0)
            check (&cases[i]);
        }
    }
  bench_times ("memcpy of the output", copy, n);
  for (guint i = 0; i < n_cases; i++)
    {
      bench_times (cases[i].name, times + i * n, n);
      if (cases[i].task.method == KKR_APPORTION_METHOD_LARGEST_REMAINDER)
        best = MIN (best, bench_median (times + i * n, n));
      g_free (cases[i].name);
    }
  bench_demand ("largest remainder, in times of one memcpy of the output",
                best / bench_median (copy, n), TRUE, 6, 2.5, "x");
  kkr_memory_free (totals);
  kkr_memory_free (output);
  kkr_memory_free (expected);
  return 0;
}
