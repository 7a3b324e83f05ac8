/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Whatever a batch computes is what run() computes of each of its scenarios: of random groups and
 * columns of random budgets and printed tariffs. */

#include "test-tariff.h"

#include <libkkr/calc/kkr-batch-private.h>

#define N_ROWS 12
#define N_INPUTS 10
#define FIRST_PRINTED 2
#define FIRST_OFFERS 6
/* Services times groups, and more. */
#define MAX_CELLS 32
/* A world has a dozen scenarios, and each is computed several times. */
#define CASES_PER_WORLD 50
#define MAX_WORLDS 1000

static const char *const offers[] = { "offers-1", "offers-2", "offers-3", "offers-4" };
static const int factors[] = { 10, 12, 20, 30 };

typedef struct {
  KkrCalculator *group;
  guint32 by_row;
  gint64 columns[N_INPUTS][N_ROWS];
  KkrCalculator *scenarios[N_ROWS];
  gboolean is_bad[N_ROWS];
  guint n_bad;
} World;

static gboolean
chance (GRand *rand, int n)
{
  return g_rand_int_range (rand, 0, n) == 0;
}

static gint64
random_amount (GRand *rand)
{
  gint64 wide = (gint64) (((guint64) g_rand_int (rand) << 32 | g_rand_int (rand)) >> 1);

  switch (g_rand_int_range (rand, 0, 24))
    {
    case 0:
      return 0;
    case 1:
      return G_MAXINT64;
    case 2:
      return -wide;
    case 3:
      return wide;
    case 4:
      return wide / g_rand_int_range (rand, 1, 100000);
    default:
      return g_rand_int_range (rand, 0, 2000000000);
    }
}

/* Mostly the tariff that a base near 40.000 kr. gives, so that some agree. */
static gint64
random_printed (GRand *rand, guint group, gint64 base)
{
  if (chance (rand, 30))
    return random_amount (rand);
  return (base * factors[group] / 10 + g_rand_int_range (rand, 0, chance (rand, 3) ? 2 : 1)) * 100;
}

static void
set_text (KkrCalculator *calculator, const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;

  kkr_calculator_set_from_string (calculator, name, text, &error);
  g_assert_no_error (error);
}

static void
set_register (GRand *rand, KkrCalculator *group, KkrRegister *reg)
{
  static const char *const days[] = { "2019-06-01", "2023-08-20", "2023-08-21", "2024-01-01" };

  g_object_set (group, "register", reg, "arrangement", "socialtilsyn-nord", "year",
                chance (rand, 2) ? 2024 : g_rand_int_range (rand, 2018, 2026), NULL);
  if (chance (rand, 4))
    set_text (group, "known-on", days[g_rand_int_range (rand, 0, 4)]);
  if (chance (rand, 4))
    set_text (group, "price-level", chance (rand, 2) ? "2024" : "2023");
}

static void
set_offers (GRand *rand, KkrCalculator *group)
{
  int most = chance (rand, 3) ? 2 : 400;

  for (guint i = 0; i < G_N_ELEMENTS (offers); i++)
    if (chance (rand, 2))
      g_object_set (group, offers[i],
                    g_rand_int_range (rand, 0, chance (rand, 9) ? G_MAXINT : most), NULL);
}

static KkrCalculator *
random_group (GRand *rand, KkrRegister *reg)
{
  KkrCalculator *group = KKR_CALCULATOR (kkr_supervision_tariff_new ());

  if (chance (rand, 2))
    set_register (rand, group, reg);
  if (chance (rand, 2))
    set_offers (rand, group);
  if (chance (rand, 8))
    set_text (group, "base-tariff", "43851,6");
  if (chance (rand, 3))
    set_text (group, "hourly-price", "672");
  if (chance (rand, 3))
    set_text (group, "hours-supervision", chance (rand, 9) ? "-1" : "13");
  if (chance (rand, 4))
    set_text (group, "hours-approval", "36,5");
  if (chance (rand, 4))
    set_text (group, "zero-places", "lowest-group");
  if (chance (rand, 4))
    g_object_set (group, "places", g_rand_int_range (rand, 0, 80), NULL);
  return group;
}

static void
set_value (KkrCalculator *calculator, const char *name, gint64 value)
{
  if (g_str_has_prefix (name, "offers-"))
    g_object_set (calculator, name, (int) value, NULL);
  else
    g_object_set (calculator, name, value, NULL);
}

static gint64
random_value (GRand *rand, guint input, gint64 base)
{
  int most = chance (rand, 2) ? 3 : 400;

  if (input >= FIRST_OFFERS)
    return chance (rand, 60) ? -1 : chance (rand, 30) ? G_MAXINT
                                                      : g_rand_int_range (rand, 0, most);
  if (input >= FIRST_PRINTED)
    return random_printed (rand, input - FIRST_PRINTED, base);
  return input == 1 ? random_amount (rand) / 4 : random_amount (rand);
}

/* Each row input is given row by row, once for all, or not at all. */
static void
make_world (GRand *rand, KkrRegister *reg, World *world)
{
  const char *const *names;
  gboolean budgets = chance (rand, 2);

  world->group = random_group (rand, reg);
  names = kkr_calculator_get_batch (world->group)->row_inputs;
  for (guint input = 0; input < N_INPUTS; input++)
    {
      gboolean of_budget = input < FIRST_PRINTED || input >= FIRST_OFFERS;
      gboolean wanted = of_budget == budgets ? chance (rand, 2) : chance (rand, 60);
      gint64 base = g_rand_int_range (rand, 35000, 35002);

      for (guint i = 0; i < N_ROWS; i++)
        world->columns[input][i] = random_value (rand, input, base);
      if (wanted && !chance (rand, 4))
        world->by_row |= 1u << input;
      else if (wanted)
        set_value (world->group, names[input], world->columns[input][0]);
    }
  for (guint i = 0; i < N_ROWS; i++)
    {
      world->scenarios[i] = kkr_calculator_dup (world->group);
      for (guint input = 0; input < N_INPUTS; input++)
        if (world->by_row >> input & 1)
          set_value (world->scenarios[i], names[input], world->columns[input][i]);
    }
}

static void
clear_world (World *world)
{
  for (guint i = 0; i < N_ROWS; i++)
    g_object_unref (world->scenarios[i]);
  g_object_unref (world->group);
}

/* Columns of the scenarios that have not been refused. */
static guint
take_columns (const World *world, gboolean all, gint64 (*kept)[N_ROWS],
              const gint64 **values)
{
  guint n = 0;

  for (guint i = 0; i < N_ROWS; i++)
    if (all || !world->is_bad[i])
      {
        for (guint input = 0; input < N_INPUTS; input++)
          kept[input][n] = world->columns[input][i];
        n++;
      }
  for (guint input = 0; input < N_INPUTS; input++)
    values[input] = world->by_row >> input & 1 ? kept[input] : NULL;
  return n;
}

static void
check_marks (World *world, const KkrBatchClass *batch)
{
  gint64 kept[N_INPUTS][N_ROWS];
  const gint64 *values[N_INPUTS];
  guint8 bad[N_ROWS] = { 0 };
  KkrBatchRows rows = { .n = take_columns (world, TRUE, kept, values), .values = values,
                        .n_threads = 1 };

  for (guint i = 0; i < N_ROWS; i++)
    {
      gsize n_problems;
      KkrProblem **problems = kkr_calculator_validate (world->scenarios[i], &n_problems);

      for (gsize j = 0; j < n_problems; j++)
        g_object_unref (problems[j]);
      g_free (problems);
      world->is_bad[i] = n_problems > 0;
      world->n_bad += n_problems > 0;
    }
  batch->mark_bad (world->group, &rows, bad);
  /* What is wrong with all of them may be an input of the group. */
  for (guint i = 0; i < N_ROWS && world->n_bad < N_ROWS; i++)
    g_assert_cmpint (bad[i] != 0, ==, world->is_bad[i]);
}

static void
check_cells (KkrResult *result, const gint64 *cells, const guint8 *statuses, gsize n_rows)
{
  KkrTable *table = kkr_result_get_table (result);
  KkrColumn *column = kkr_table_get_column (table, "tariff");

  g_assert_cmpuint (kkr_table_get_n_rows (table), ==, n_rows);
  for (guint row = 0; row < n_rows; row++)
    {
      g_assert_cmpint (kkr_column_get_cell_status (column, row), ==, statuses[row]);
      g_assert_cmpint (statuses[row] == KKR_CELL_STATUS_VALUE
                         ? kkr_column_get_int64 (column, row) : G_MININT64, ==, cells[row]);
    }
}

static void
check_keys (const KkrBatchClass *batch, gpointer state, KkrResult *result)
{
  static const char *const names[] = { "group", "service-id" };
  static const char *const shown[] = { "group", "service" };
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrTable) keys = batch->keys (state, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (kkr_table_get_n_rows (keys), ==, batch->n_rows (state));
  g_assert_true (batch->same_keys (state, state));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      KkrColumn *made = kkr_table_get_column (keys, names[i]);
      KkrColumn *wanted = kkr_table_get_column (kkr_result_get_table (result), names[i]);
      KkrColumn *printed = kkr_table_get_column (kkr_result_get_table (result), shown[i]);
      g_auto (GStrv) ids = kkr_column_get_strings (made);
      g_auto (GStrv) wanted_ids = kkr_column_get_strings (wanted);

      g_assert_cmpstrv (ids, wanted_ids);
      for (guint row = 0; row < kkr_table_get_n_rows (keys); row++)
        for (guint k = 0; k < 2; k++)
          {
            g_autofree char *a = kkr_column_dup_text_in (made, row, k == 0 ? "da" : "en");
            g_autofree char *b = kkr_column_dup_text_in (printed, row, k == 0 ? "da" : "en");

            g_assert_cmpstr (a, ==, b);
          }
    }
}

static void
check_alone (const KkrBatchClass *batch, gpointer state, const KkrBatchRows *rows, gsize i,
             KkrResult *result)
{
  const gint64 *values[N_INPUTS];
  gint64 cells[MAX_CELLS];
  guint8 statuses[MAX_CELLS] = { 0 };
  KkrBatchRows alone = { .n = 1, .values = values, .cells = cells, .statuses = statuses,
                         .n_threads = 1 };

  for (guint input = 0; input < N_INPUTS; input++)
    values[input] = rows->values[input] != NULL ? rows->values[input] + i : NULL;
  g_assert_cmpint (batch->compute (state, &alone, NULL), ==, result != NULL);
  if (result == NULL)
    return;
  check_cells (result, cells, statuses, batch->n_rows (state));
  check_keys (batch, state, result);
}

/* All that have been accepted, at once; and each by itself, since one that fails stops all. */
static guint
check_state (World *world, const KkrBatchClass *batch, gpointer state, KkrResult **results)
{
  gint64 kept[N_INPUTS][N_ROWS], cells[N_ROWS * MAX_CELLS];
  const gint64 *values[N_INPUTS];
  guint8 statuses[N_ROWS * MAX_CELLS] = { 0 };
  g_autoptr (GError) error = NULL;
  gsize n_rows = batch->n_rows (state);
  KkrBatchRows rows = { .n = take_columns (world, FALSE, kept, values), .values = values,
                        .cells = cells, .statuses = statuses, .n_threads = 2 };
  guint n_failed = 0;

  g_assert_cmpuint (n_rows, <=, MAX_CELLS);
  for (guint i = 0; i < rows.n; i++)
    n_failed += results[i] == NULL;
  g_assert_cmpint (batch->compute (state, &rows, &error), ==, n_failed == 0);
  g_assert_cmpint (error != NULL, ==, n_failed > 0);
  for (guint i = 0; i < rows.n; i++)
    {
      if (n_failed == 0)
        check_cells (results[i], cells + i * n_rows, statuses + i * n_rows, n_rows);
      check_alone (batch, state, &rows, i, results[i]);
    }
  return (guint) rows.n - n_failed;
}

/* How many scenarios were compared. */
static guint
check_world (World *world)
{
  const KkrBatchClass *batch = kkr_calculator_get_batch (world->group);
  KkrResult *results[N_ROWS] = { NULL };
  g_autoptr (GError) failed = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0, n_compared = 0;
  gpointer state;

  check_marks (world, batch);
  for (guint i = 0; i < N_ROWS; i++)
    if (!world->is_bad[i])
      {
        g_clear_error (&failed);
        results[n++] = kkr_calculator_run (world->scenarios[i], NULL, &failed);
      }
  if (n == 0)
    return 0;
  state = batch->open (world->group, world->by_row, NULL, &error);
  if (state != NULL)
    {
      n_compared = check_state (world, batch, state, results);
      batch->close (state);
    }
  else
    {
      /* What is missing is missing for all of them. */
      for (guint i = 0; i < n; i++)
        g_assert_null (results[i]);
      g_assert_cmpstr (error->message, ==, failed->message);
      g_assert_cmpint (error->code, ==, failed->code);
    }
  for (guint i = 0; i < n; i++)
    g_clear_object (&results[i]);
  return n_compared;
}

static void
test_random (void)
{
  g_autoptr (KkrRegister) reg = kkr_register_new_packaged ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (23);
  const char *cases = g_getenv ("KKR_TEST_CASES");
  guint64 n_worlds = cases != NULL ? g_ascii_strtoull (cases, NULL, 10) / CASES_PER_WORLD
                                   : MAX_WORLDS;
  guint n_compared = 0;

  n_worlds = CLAMP (n_worlds, 1, MAX_WORLDS);
  for (guint i = 0; i < n_worlds; i++)
    {
      World world = { 0 };

      make_world (rand, reg, &world);
      n_compared += check_world (&world);
      clear_world (&world);
    }
  /* Most worlds are such that there is something to compare. */
  g_assert_cmpuint (n_compared, >, n_worlds);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/supervision-batch/random", test_random);
  return g_test_run ();
}
