/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <string.h>
#include <time.h>

#include <libkkr/kkr.h>

#include "bench.h"

/* What if: one fact is assumed to be another, and what 98 municipalities pay in 10 years is computed
 * anew. Each run has an overlay of its own, so that nothing is left of the run before but what the
 * register below has learnt; it ends with the amounts in bytes. One after the other is what a search
 * for a budget does; once after the processor has done something else is what a person does who
 * types a figure. The oracle is ten runs, one for each year. */

#define RUNS 101
#define N_PAYERS 98
#define N_YEARS 10
#define FIRST_YEAR 2016

static void
add_payers (GString *text)
{
  for (guint i = 0; i < N_PAYERS; i++)
    g_string_append_printf (text, "<municipality code='%u' name='Kommune %u' region='1081' "
                                  "valid='2007-01-01/..' source='s' section='1'/>",
                            101 + 7 * i, i + 1);
  g_string_append (text, "<arrangement id='joint' title-da='Fælles' title-en='Joint' "
                         "budget='joint/budget' weights='children-0-17' source='s' section='1' "
                         "reference='previous-year-quarter-2'>");
  for (guint i = 0; i < N_PAYERS; i++)
    g_string_append_printf (text, "<payer municipality='%u'/>", 101 + 7 * i);
  g_string_append (text, "</arrangement>");
}

static KkrRegister *
make_register (GError **error)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (98);
  g_autoptr (KkrRegisterReader) reader = kkr_register_reader_new ();
  g_autoptr (GBytes) bytes = NULL;
  GString *text = g_string_new (
    "<register format='1' version='1'>"
    "<source id='s' title='Eksempel' publisher='Eksempel' date='2015-01-01'/>"
    "<region code='1081' name='Region Nordjylland' valid='2007-01-01/..'/>");

  add_payers (text);
  g_string_append (text, "<series key='joint/budget' unit='amount' source='s' section='1'>");
  for (guint year = 0; year < N_YEARS; year++)
    g_string_append_printf (text, "<fact valid='%u' value='%d'/>", FIRST_YEAR + year,
                            g_rand_int_range (random, 15000000, 25000000));
  g_string_append (text, "</series>"
                         "<series key='children-0-17' unit='persons' source='s' section='1'>");
  for (guint i = 0; i < N_PAYERS; i++)
    for (guint year = 0; year < N_YEARS; year++)
      g_string_append_printf (text, "<fact subject='%u' valid='%uK2' value='%d'/>", 101 + 7 * i,
                              FIRST_YEAR - 1 + year, g_rand_int_range (random, 300, 30000));
  g_string_append (text, "</series></register>");
  bytes = g_string_free_to_bytes (text);
  return kkr_register_reader_read_bytes (reader, bytes, "joint.xml", NULL, error);
}

static KkrTable *
make_scenarios (GError **error)
{
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("years", "År", "Years");
  gint64 years[N_YEARS];

  for (guint i = 0; i < N_YEARS; i++)
    years[i] = FIRST_YEAR + i;
  kkr_table_builder_add_int64 (builder, "year", "År", "Year", KKR_UNIT_NONE, years, N_YEARS);
  return kkr_table_builder_end (builder, error);
}

typedef struct {
  KkrRegister *below;
  KkrCalculator *calculator;
  KkrTable *scenarios;
} Bench;

typedef struct {
  KkrRegister *reg;
  KkrResult *result;
  double overlay; /* seconds until the overlay was applied, */
  double all;     /* and until the amounts were there */
} Run;

static void
clear_run (Run *run)
{
  g_clear_object (&run->result);
  g_clear_object (&run->reg);
}

/* A count of children, or a budget, each time another. */
static gboolean
assume (KkrOverlay *overlay, guint number, GError **error)
{
  char key[64], value[32];

  g_snprintf (key, sizeof key, "children-0-17/%u", 101 + 7 * (number * 13 % N_PAYERS));
  g_snprintf (value, sizeof value, "%u", number % 2 == 0 ? 5000 + number : 19156058 + number);
  return number % 2 == 0 ? kkr_overlay_change (overlay, key, "2020K2", value, error)
                         : kkr_overlay_change (overlay, "joint/budget", "2021", value, error);
}

/* Of a clock that tells microseconds apart. */
static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);
  return (double) time.tv_sec + (double) time.tv_nsec / 1e9;
}

static const gint64 *
get_amounts (KkrResult *result, gsize *n)
{
  KkrColumn *column = kkr_table_get_column (kkr_result_get_table (result), "amount");
  gsize size;
  const gint64 *amounts = g_bytes_get_data (kkr_column_get_bytes (column), &size);

  *n = size / sizeof *amounts;
  return amounts;
}

static const char *
run_once (Bench *self, guint number, Run *run)
{
  double start = now ();
  g_autoptr (KkrOverlay) overlay = kkr_overlay_new (self->below);
  gsize n = 0;

  *run = (Run) { 0 };
  if (!assume (overlay, number, NULL))
    return "the fact cannot be changed";
  run->reg = kkr_overlay_apply (overlay, NULL);
  if (run->reg == NULL)
    return "the overlay cannot be applied";
  run->overlay = now () - start;
  g_object_set (self->calculator, "register", run->reg, NULL);
  run->result = kkr_calculator_run_table (self->calculator, self->scenarios, NULL, NULL, NULL);
  if (run->result == NULL)
    return "the scenarios cannot be computed";
  get_amounts (run->result, &n);
  run->all = now () - start;
  return n == N_PAYERS * N_YEARS ? NULL : "another number of amounts";
}

/* What ten runs say, and how long they take. */
static const char *
check_amounts (Bench *self, const Run *run, double *seconds)
{
  gsize n = 0, n_all;
  const gint64 *amounts = get_amounts (run->result, &n_all);

  g_object_set (self->calculator, "register", run->reg, NULL);
  *seconds = now ();
  for (guint year = 0; year < N_YEARS; year++)
    {
      g_autoptr (KkrCalculator) alone = kkr_calculator_dup (self->calculator);
      g_autoptr (KkrResult) result = NULL;
      const gint64 *wanted;

      g_object_set (alone, "year", FIRST_YEAR + (int) year, NULL);
      result = kkr_calculator_run (alone, NULL, NULL);
      if (result == NULL)
        return "a year cannot be computed alone";
      wanted = get_amounts (result, &n);
      if (n != N_PAYERS || memcmp (amounts + year * n, wanted, n * sizeof *wanted) != 0)
        return "a year has other amounts alone";
    }
  *seconds = now () - *seconds;
  return NULL;
}

/* With the oracle between them, which leaves nothing in the processor's caches. */
static const char *
bench_one_by_one (Bench *self, guint n)
{
  g_autofree double *all = g_new (double, n);
  g_autofree double *alone = g_new (double, n);
  const char *problem = NULL;

  for (guint i = 0; i < n && problem == NULL; i++)
    {
      Run run;

      problem = run_once (self, i, &run);
      if (problem == NULL)
        problem = check_amounts (self, &run, &alone[i]);
      all[i] = run.all;
      clear_run (&run);
    }
  if (problem != NULL)
    return problem;
  bench_times ("libkkr, the same after something else", all, n);
  bench_times ("libkkr, ten times run()", alone, n);
  bench_demand ("the same after something else", 1e6 * bench_median (all, n), TRUE, 0, 0, "us");
  return NULL;
}

static const char *
bench_in_turn (Bench *self, guint n)
{
  g_autofree Run *runs = g_new0 (Run, n);
  g_autofree double *overlays = g_new (double, n);
  g_autofree double *rest = g_new (double, n);
  g_autofree double *all = g_new (double, n);
  const char *problem = NULL;
  double seconds;

  for (guint i = 0; i < n && problem == NULL; i++)
    problem = run_once (self, i, &runs[i]);
  for (guint i = 0; i < n && problem == NULL; i++)
    {
      problem = check_amounts (self, &runs[i], &seconds);
      overlays[i] = runs[i].overlay;
      all[i] = runs[i].all;
      rest[i] = runs[i].all - runs[i].overlay;
    }
  for (guint i = 0; i < n; i++)
    clear_run (&runs[i]);
  if (problem != NULL)
    return problem;
  bench_times ("libkkr, overlay and recompute 98 x 10", all, n);
  bench_times ("libkkr, of this the overlay", overlays, n);
  bench_times ("libkkr, of this run_table()", rest, n);
  bench_demand ("to overlay one fact and recompute 98 x 10", 1e6 * bench_median (all, n), TRUE, 100,
                20, "us");
  return NULL;
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrRegister) below = make_register (&error);
  g_autoptr (KkrTable) scenarios = below != NULL ? make_scenarios (&error) : NULL;
  g_autoptr (KkrCalculator) calculator = KKR_CALCULATOR (kkr_objective_financing_new ());
  g_autoptr (KkrResult) first = NULL;
  Bench bench = { below, calculator, scenarios };
  const char *problem = NULL;

  g_object_set (calculator, "arrangement", "joint", "register", below, NULL);
  if (scenarios != NULL)
    first = kkr_calculator_run_table (calculator, scenarios, NULL, NULL, &error);
  bench_check ("the register below can be computed", error != NULL ? error->message : NULL);
  if (first == NULL)
    return 1;
  problem = bench_in_turn (&bench, bench_runs (RUNS));
  if (problem == NULL)
    problem = bench_one_by_one (&bench, bench_runs (RUNS));
  bench_check ("the amounts of each run are those of ten runs, one a year", problem);
  return 0;
}
