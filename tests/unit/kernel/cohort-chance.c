/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-cohort-chance-private.h>

#include <stdio.h>
#include <string.h>

#include <libkkr/base/kkr-error.h>

#define MAX_CELLS 100

typedef struct {
  gint32 running[KKR_COHORT_MAX_GROUPS], waiting[KKR_COHORT_MAX_GROUPS];
  gint32 open[KKR_COHORT_MAX_GROUPS];
  gint64 inflow_secured[MAX_CELLS], inflow_open[MAX_CELLS];
  KkrCohortShare ends[MAX_CELLS], to_open[MAX_CELLS], leaves_open[MAX_CELLS];
  guint8 removed[MAX_CELLS];
  gint32 secured_places[MAX_CELLS], open_places[MAX_CELLS];
  KkrCohortModel model;
} World;

static void
world_init (World *self, guint n_groups, guint n_years)
{
  memset (self, 0, sizeof *self);
  self->model = (KkrCohortModel) {
    .n_groups = n_groups, .n_years = n_years,
    .running = self->running, .waiting = self->waiting, .open = self->open,
    .inflow_secured = self->inflow_secured, .inflow_open = self->inflow_open,
    .ends = self->ends, .to_open = self->to_open, .leaves_open = self->leaves_open,
    .removed = self->removed,
    .secured_places = self->secured_places, .open_places = self->open_places,
  };
  for (guint i = 0; i < MAX_CELLS; i++)
    {
      self->ends[i] = self->to_open[i] = self->leaves_open[i] = (KkrCohortShare) { 0, 1 };
      self->open_places[i] = KKR_COHORT_UNBOUNDED;
    }
}

static KkrCohortChances *
simulate (const World *world, guint64 n_paths, guint n_threads)
{
  const KkrCohortTask task = { &world->model, n_paths, 2035, n_threads, NULL, NULL, NULL };
  g_autoptr (GError) error = NULL;
  KkrCohortChances *chances = kkr_cohort_simulate (&task, &error);

  g_assert_no_error (error);
  g_assert_nonnull (chances);
  return chances;
}

static guint64
paths_at (const KkrCohortHistogram *histogram, gint64 value)
{
  if (value < histogram->first || value >= histogram->first + (gint64) histogram->n)
    return 0;
  return histogram->paths[value - histogram->first];
}

/* Nothing by chance: 10 of 10 end, 4 who wait and 10 more are to move, 6 open places are free. */
static void
test_certain (void)
{
  g_autoptr (KkrCohortChances) chances = NULL;
  World world;

  world_init (&world, 2, 2);
  world.running[0] = 10;
  world.waiting[1] = 4;
  world.open[1] = 2;
  world.ends[0] = world.to_open[0] = (KkrCohortShare) { 1, 1 };
  world.open_places[0] = 8;
  world.open_places[1] = 1;
  world.secured_places[0] = 5;
  world.secured_places[1] = 9;
  chances = simulate (&world, 1000, 2);
  for (guint year = 0; year < 2; year++)
    {
      g_assert_cmpuint (paths_at (&chances->need[year], 8), ==, 1000);
      g_assert_cmpuint (kkr_cohort_histogram_count (&chances->need[year]), ==, 1000);
      g_assert_cmpuint (paths_at (&chances->open[year], 8), ==, 1000);
      g_assert_cmpuint (chances->secured_sums[2 * year], ==, 4000);
      g_assert_cmpuint (chances->secured_sums[2 * year + 1], ==, 4000);
      g_assert_cmpuint (chances->open_sums[2 * year], ==, 6000);
      g_assert_cmpuint (chances->open_sums[2 * year + 1], ==, 2000);
    }
  g_assert_cmpuint (paths_at (&chances->first_lack[0], 3), ==, 1000);
  g_assert_cmpuint (kkr_cohort_histogram_count (&chances->first_lack[1]), ==, 0);
  g_assert_cmpuint (paths_at (&chances->worst, 3), ==, 1000);
}

static void
test_removed (void)
{
  g_autoptr (KkrCohortChances) chances = NULL;
  World world;

  world_init (&world, 1, 2);
  world.running[0] = 10;
  world.waiting[0] = 4;
  world.open_places[0] = 0;
  world.secured_places[0] = world.secured_places[1] = 20;
  world.removed[1] = 1;
  chances = simulate (&world, 1, 1);
  g_assert_cmpuint (paths_at (&chances->need[0], 14), ==, 1);
  g_assert_cmpuint (paths_at (&chances->need[1], 0), ==, 1);
  g_assert_cmpuint (paths_at (&chances->worst, -6), ==, 1);
}

static void
fill_random (World *world, guint n_groups, guint n_years)
{
  world_init (world, n_groups, n_years);
  for (guint group = 0; group < n_groups; group++)
    {
      world->running[group] = g_test_rand_int_range (0, 400);
      world->waiting[group] = g_test_rand_int_range (0, 5);
      world->open[group] = g_test_rand_int_range (0, 30);
    }
  for (guint cell = 0; cell < n_groups * n_years; cell++)
    {
      world->inflow_secured[cell] = g_test_rand_int_range (0, 200000000);
      world->inflow_open[cell] = g_test_rand_int_range (0, 3000000);
      world->ends[cell] = (KkrCohortShare) { g_test_rand_int_range (0, 8), 7 };
      world->to_open[cell] = (KkrCohortShare) { g_test_rand_int_range (0, 4), 3 };
      world->leaves_open[cell] = (KkrCohortShare) { g_test_rand_int_range (0, 6), 10 };
      world->removed[cell] = g_test_rand_int_range (0, 10) == 0;
    }
  for (guint year = 0; year < n_years; year++)
    {
      world->secured_places[year] = g_test_rand_int_range (0, 500);
      world->open_places[year] = g_test_rand_int_range (-1, 100);
    }
}

static void
assert_same (const KkrCohortHistogram *a, const KkrCohortHistogram *b)
{
  g_assert_cmpuint (kkr_cohort_histogram_count (a), ==, kkr_cohort_histogram_count (b));
  for (gint64 value = a->first; value < a->first + (gint64) a->n; value++)
    g_assert_cmpuint (paths_at (a, value), ==, paths_at (b, value));
}

/* The same for any number of threads, and each path is counted once in each year. */
static void
test_threads (void)
{
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (KkrCohortChances) one = NULL, four = NULL;
      const guint n_groups = 1 + i % KKR_COHORT_MAX_GROUPS, n_years = 1 + i % 5;
      guint64 n_first = 0;
      World world;

      fill_random (&world, n_groups, n_years);
      one = simulate (&world, 3000, 1);
      four = simulate (&world, 3000, 4);
      for (guint year = 0; year < n_years; year++)
        {
          assert_same (&one->need[year], &four->need[year]);
          assert_same (&one->open[year], &four->open[year]);
          assert_same (&one->first_lack[year], &four->first_lack[year]);
          g_assert_cmpuint (kkr_cohort_histogram_count (&one->need[year]), ==, 3000);
          n_first += kkr_cohort_histogram_count (&one->first_lack[year]);
        }
      assert_same (&one->worst, &four->worst);
      g_assert_cmpuint (n_first, ==, kkr_cohort_histogram_count_above (&one->worst, 0));
      for (guint cell = 0; cell < n_groups * n_years; cell++)
        {
          g_assert_cmpuint (one->secured_sums[cell], ==, four->secured_sums[cell]);
          g_assert_cmpuint (one->open_sums[cell], ==, four->open_sums[cell]);
        }
    }
}

static void
test_histogram (void)
{
  const gint32 values[] = { 1, 1, 2, 5, -3 };
  KkrCohortHistogram self = { 0 };

  g_assert_true (kkr_cohort_histogram_add (&self, values, 0));
  g_assert_cmpuint (kkr_cohort_histogram_count (&self), ==, 0);
  g_assert_true (kkr_cohort_histogram_add (&self, values, 4));
  g_assert_true (kkr_cohort_histogram_add (&self, values + 4, 1));
  g_assert_true (kkr_cohort_histogram_sum (&self) == 6);
  g_assert_true (kkr_cohort_histogram_sum_squares (&self) == 40);
  g_assert_cmpint (kkr_cohort_histogram_find (&self, 0, 100), ==, -3);
  g_assert_cmpint (kkr_cohort_histogram_find (&self, 20, 100), ==, -3);
  g_assert_cmpint (kkr_cohort_histogram_find (&self, 21, 100), ==, 1);
  g_assert_cmpint (kkr_cohort_histogram_find (&self, 60, 100), ==, 1);
  g_assert_cmpint (kkr_cohort_histogram_find (&self, 61, 100), ==, 2);
  g_assert_cmpint (kkr_cohort_histogram_find (&self, 100, 100), ==, 5);
  g_assert_cmpuint (kkr_cohort_histogram_count_above (&self, -1000), ==, 5);
  g_assert_cmpuint (kkr_cohort_histogram_count_above (&self, 1), ==, 2);
  g_assert_cmpuint (kkr_cohort_histogram_count_above (&self, 5), ==, 0);
  g_assert_cmpuint (kkr_cohort_histogram_count_above (&self, 1000000), ==, 0);
  g_free (self.paths);
}

static void
test_philox_levels (void)
{
  const KkrRandomPlace place = { 0x0123456789abcdef, G_MAXUINT32 - 100, 7, 11 };
  guint64 first[64], second[64];

  for (KkrCpuLevel level = KKR_CPU_LEVEL_BASELINE; level <= kkr_cpu_get_level (); level++)
    {
      KkrRandomPlace at = place;

      kkr_philox_get_fill (level) (&place, 64, first, second);
      for (guint i = 0; i < 64; i++, at.path++)
        {
          g_assert_cmphex (first[i], ==, kkr_random_get (&at, 0, 0));
          g_assert_cmphex (second[i], ==, kkr_random_get (&at, 1, 0));
        }
    }
}

static void
assert_refused (const World *world, KkrCalcError code, const char *message)
{
  const KkrCohortTask task = { &world->model, 1, 1, 1, NULL, NULL, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_null (kkr_cohort_simulate (&task, &error));
  g_assert_error (error, KKR_CALC_ERROR, (gint) code);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_too_large (void)
{
  World world;

  world_init (&world, 1, 1);
  world.waiting[0] = KKR_COHORT_MAX_DRAWN + 1;
  assert_refused (&world, KKR_CALC_ERROR_UNSUPPORTED,
                  "too many persons at the start to be drawn: 100001 found, at most 100000 "
                  "expected");
  world.waiting[0] = 0;
  world.inflow_open[0] = 20000 * G_GINT64_CONSTANT (1000000);
  assert_refused (&world, KKR_CALC_ERROR_UNSUPPORTED,
                  "too many persons arrive in a year to be drawn: 20000 found, at most 10000 "
                  "expected");
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  KkrCohortTask task = { NULL, 1000, 1, 1, cancellable, NULL, NULL };
  World world;

  world_init (&world, 1, 1);
  task.model = &world.model;
  g_cancellable_cancel (cancellable);
  g_assert_null (kkr_cohort_simulate (&task, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static gint64
read_number (void)
{
  long long number;

  if (scanf ("%lld", &number) != 1)
    g_error ("a number is missing");
  return number;
}

static void
print_histogram (const char *name, guint year, const KkrCohortHistogram *histogram)
{
  g_print ("%s %u", name, year);
  for (gsize i = 0; i < histogram->n; i++)
    if (histogram->paths[i] > 0)
      g_print (" %" G_GINT64_FORMAT ":%" G_GUINT64_FORMAT, histogram->first + (gint64) i,
               histogram->paths[i]);
  g_print ("\n");
}

static KkrCohortShare
read_share (void)
{
  const gint64 num = read_number ();

  return (KkrCohortShare) { num, read_number () };
}

/* A model in numbers comes in, and what its paths count to goes out: for a test in another
 * language, which draws each path by itself. */
static int
simulate_input (void)
{
  g_autoptr (KkrCohortChances) chances = NULL;
  const guint n_groups = (guint) read_number (), n_years = (guint) read_number ();
  KkrCohortTask task = { .n_threads = 2 };
  World world;

  world_init (&world, n_groups, n_years);
  task.model = &world.model;
  task.n_paths = (guint64) read_number ();
  task.seed = (guint64) read_number ();
  for (guint i = 0; i < n_groups; i++)
    {
      world.running[i] = (gint32) read_number ();
      world.waiting[i] = (gint32) read_number ();
      world.open[i] = (gint32) read_number ();
    }
  for (guint i = 0; i < n_groups * n_years; i++)
    {
      world.inflow_secured[i] = read_number ();
      world.inflow_open[i] = read_number ();
      world.ends[i] = read_share ();
      world.to_open[i] = read_share ();
      world.leaves_open[i] = read_share ();
      world.removed[i] = read_number () != 0;
    }
  for (guint i = 0; i < n_years; i++)
    {
      world.secured_places[i] = (gint32) read_number ();
      world.open_places[i] = (gint32) read_number ();
    }
  chances = kkr_cohort_simulate (&task, NULL);
  for (guint year = 0; year < n_years; year++)
    {
      print_histogram ("need", year, &chances->need[year]);
      print_histogram ("open", year, &chances->open[year]);
      print_histogram ("first", year, &chances->first_lack[year]);
    }
  print_histogram ("worst", 0, &chances->worst);
  return 0;
}

int
main (int argc, char **argv)
{
  if (argc == 2 && strcmp (argv[1], "--simulate") == 0)
    return simulate_input ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cohort-chance/certain", test_certain);
  g_test_add_func ("/cohort-chance/removed", test_removed);
  g_test_add_func ("/cohort-chance/threads", test_threads);
  g_test_add_func ("/cohort-chance/histogram", test_histogram);
  g_test_add_func ("/cohort-chance/philox-levels", test_philox_levels);
  g_test_add_func ("/cohort-chance/too-large", test_too_large);
  g_test_add_func ("/cohort-chance/cancelled", test_cancelled);
  return g_test_run ();
}
