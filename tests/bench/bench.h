/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>
#include <stdio.h>
#include <time.h>

/* What a benchmark in C tells program.py, which prints and keeps it as all others: a line each, its
 * fields parted by tabs. Other lines are passed on. */

static inline gboolean
bench_is_small (void)
{
  return g_getenv ("KKR_BENCH_SMALL") != NULL && *g_getenv ("KKR_BENCH_SMALL") != '\0';
}

/* How many runs: one on tiny data, otherwise what was asked for. */
static inline guint
bench_runs (guint usual)
{
  const char *runs = g_getenv ("KKR_BENCH_RUNS");

  return bench_is_small () ? 1
         : runs != NULL && *runs != '\0' ? (guint) g_ascii_strtoull (runs, NULL, 10) : usual;
}

static inline void
bench_times (const char *name, const double *seconds, guint n)
{
  printf ("time\t%s\t", name);
  for (guint i = 0; i < n; i++)
    printf ("%s%.9f", i > 0 ? " " : "", seconds[i]);
  printf ("\n");
}

/* What is wrong with an answer, or NULL. */
static inline void
bench_check (const char *name, const char *problem)
{
  printf ("check\t%s\t%s\n", name, problem != NULL ? problem : "");
}

static inline void
bench_skip (const char *name, const char *reason)
{
  printf ("skip\t%s\t%s\n", name, reason);
}

static inline void
bench_tell (const char *name, const char *value)
{
  printf ("tell\t%s\t%s\n", name, value);
}

/* As Bench.demand() of harness.py; a limit of 0 is none. */
static inline void
bench_demand (const char *text, double found, gboolean at_most, double must, double stretch,
              const char *unit)
{
  printf ("demand\t%s\t%.9f\t%s\t%.9f\t%.9f\t%s\n", text, found, at_most ? "<=" : ">=", must,
          stretch, unit);
}

static inline int
bench_compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static inline double
bench_median (const double *seconds, guint n)
{
  g_autofree double *sorted = g_memdup2 (seconds, n * sizeof *seconds);

  qsort (sorted, n, sizeof *sorted, bench_compare);
  return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
}

static inline double
bench_now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);
  return (double) time.tv_sec + (double) time.tv_nsec / 1e9;
}
