/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <string.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/kernel/kkr-assignment-edges-private.h>

#define MAX_ROWS 5
#define MAX_COLUMNS 5
#define MAX_LEVELS 3
#define N_WORLDS 20000

/* A world in which every assignment there is is looked at. */
typedef struct {
  gsize n_rows, n_columns;
  gint32 rooms[MAX_COLUMNS];
  gboolean has_rooms;
  guint n_levels;
  gboolean edges[MAX_ROWS][MAX_COLUMNS];
  gint64 costs[MAX_ROWS][MAX_COLUMNS][MAX_LEVELS];
  gint64 left[MAX_ROWS][MAX_LEVELS];
} World;

static int
compare (const gint64 *a, const gint64 *b, guint n)
{
  for (guint i = 0; i < n; i++)
    if (a[i] != b[i])
      return a[i] < b[i] ? -1 : 1;
  return 0;
}

static void
try_all (const World *world, gsize row, gint32 *rooms, gint64 *sums, gint64 *best, gboolean *found)
{
  gint64 before[MAX_LEVELS];

  if (row == world->n_rows)
    {
      if (!*found || compare (sums, best, world->n_levels) < 0)
        memcpy (best, sums, sizeof before);
      *found = TRUE;
      return;
    }
  memcpy (before, sums, sizeof before);
  for (gint32 column = -1; column < (gint32) world->n_columns; column++)
    {
      const gint64 *costs = column < 0 ? world->left[row] : world->costs[row][column];

      if (column >= 0 && (!world->edges[row][column] || rooms[column] == 0))
        continue;
      if (column >= 0)
        rooms[column]--;
      for (guint level = 0; level < world->n_levels; level++)
        sums[level] = before[level] + costs[level];
      try_all (world, row + 1, rooms, sums, best, found);
      if (column >= 0)
        rooms[column]++;
    }
  memcpy (sums, before, sizeof before);
}

static void
find_best (const World *world, gint32 more, gint64 *best)
{
  gint32 rooms[MAX_COLUMNS];
  gint64 sums[MAX_LEVELS] = { 0 };
  gboolean found = FALSE;

  memcpy (rooms, world->rooms, sizeof rooms);
  if (more >= 0)
    rooms[more]++;
  try_all (world, 0, rooms, sums, best, &found);
}

static void
draw (World *world, GRand *random, gint32 most, gint64 scale)
{
  *world = (World) {
    .n_rows = (gsize) g_rand_int_range (random, 0, MAX_ROWS + 1),
    .n_columns = (gsize) g_rand_int_range (random, 0, MAX_COLUMNS + 1),
    .has_rooms = g_rand_boolean (random),
    .n_levels = (guint) g_rand_int_range (random, 1, MAX_LEVELS + 1),
  };
  gint32 likely = g_rand_int_range (random, 1, 11);

  for (gsize i = 0; i < world->n_columns; i++)
    world->rooms[i] = world->has_rooms ? g_rand_int_range (random, 0, 4) : 1;
  for (gsize row = 0; row < world->n_rows; row++)
    for (guint level = 0; level < world->n_levels; level++)
      {
        world->left[row][level] = scale * g_rand_int_range (random, -1, 2 * most);
        for (gsize i = 0; i < world->n_columns; i++)
          {
            if (level == 0)
              world->edges[row][i] = g_rand_int_range (random, 0, 10) < likely;
            world->costs[row][i][level] = scale * g_rand_int_range (random, -most, most + 1);
          }
      }
}

static void
add_edges (const World *world, KkrAssignment *self, gboolean backwards)
{
  for (gsize i = 0; i < world->n_rows * world->n_columns; i++)
    {
      gsize at = backwards ? world->n_rows * world->n_columns - 1 - i : i;
      gsize row = at / world->n_columns, column = at % world->n_columns;
      gint64 dear[MAX_LEVELS];

      if (!world->edges[row][column])
        continue;
      for (guint level = 0; level < world->n_levels; level++)
        dear[level] = world->costs[row][column][level] + 1;
      if (backwards)
        g_assert_true (kkr_assignment_add (self, row, column, dear));
      g_assert_true (kkr_assignment_add (self, row, column, world->costs[row][column]));
    }
}

static KkrAssignment *
solve (const World *world, gboolean backwards, gboolean at_once)
{
  KkrAssignment *self = kkr_assignment_new (world->n_rows, world->n_columns,
                                            world->has_rooms ? world->rooms : NULL);
  g_autoptr (GError) error = NULL;

  kkr_assignment_set_levels (self, world->n_levels);
  self->at_once = at_once;
  for (gsize row = 0; row < world->n_rows; row++)
    kkr_assignment_set_unassigned (self, row, world->left[row]);
  add_edges (world, self, backwards);
  kkr_assignment_solve (self, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return self;
}

/* What is told is an assignment, and costs what is told. */
static void
check_columns (const World *world, const gint32 *columns, gint32 more, const gint64 *totals)
{
  gint32 taken[MAX_COLUMNS] = { 0 };
  gint64 sums[MAX_LEVELS] = { 0 };

  for (gsize row = 0; row < world->n_rows; row++)
    {
      const gint32 column = columns[row];

      g_assert_cmpint (column, >=, -1);
      g_assert_cmpint (column, <, (int) world->n_columns);
      if (column >= 0)
        {
          g_assert_true (world->edges[row][column]);
          g_assert_cmpint (++taken[column], <=, world->rooms[column] + (column == more));
        }
      for (guint level = 0; level < world->n_levels; level++)
        sums[level] += column < 0 ? world->left[row][level] : world->costs[row][column][level];
    }
  for (guint level = 0; level < world->n_levels; level++)
    g_assert_cmpint (sums[level], ==, totals[level]);
}

static void
check_more (const World *world, KkrAssignment *self)
{
  gint64 best[MAX_LEVELS], totals[MAX_LEVELS];
  gint32 columns[MAX_ROWS];

  for (gint32 more = 0; more < (gint32) world->n_columns; more++)
    {
      g_autoptr (GError) error = NULL;

      find_best (world, more, best);
      kkr_assignment_what_if_more (self, (gsize) more, totals, columns, &error);
      g_assert_no_error (error);
      for (guint level = 0; level < world->n_levels; level++)
        g_assert_cmpint (totals[level], ==, best[level]);
      check_columns (world, columns, more, totals);
    }
}

static void
check_world (const World *world, gboolean at_once)
{
  g_autoptr (KkrAssignment) self = solve (world, FALSE, at_once);
  g_autoptr (KkrAssignment) again = solve (world, TRUE, at_once);
  gint64 best[MAX_LEVELS], totals[MAX_LEVELS];
  gint32 columns[MAX_ROWS];

  find_best (world, -1, best);
  for (gsize row = 0; row < world->n_rows; row++)
    {
      columns[row] = kkr_assignment_get_column (self, row);
      g_assert_cmpint (kkr_assignment_get_column (again, row), ==, columns[row]);
    }
  for (guint level = 0; level < world->n_levels; level++)
    {
      totals[level] = kkr_assignment_get_total (self, level);
      g_assert_cmpint (totals[level], ==, best[level]);
    }
  check_columns (world, columns, -1, totals);
  check_more (world, self);
}

typedef struct {
  gint64 scale;
  gboolean at_once;
} Width;

static void
test_worlds (gconstpointer width)
{
  const Width *about = width;
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  World world;

  for (guint i = 0; i < N_WORLDS; i++)
    {
      draw (&world, random, i % 2 == 0 ? 2 : 1000, about->scale);
      check_world (&world, about->at_once);
    }
}

/* Prices and profits prove that nothing gains more; for tables too large to look at all ways. */
static void
check_prices (const KkrAssignmentCore *core, const gint64 *gains)
{
  const gint64 *prices = core->prices, *profits = core->profits;
  g_autofree gint32 *taken = g_new0 (gint32, core->n_columns);

  for (gsize row = 0; row < core->n_rows; row++)
    {
      const gint64 *own = gains + row * core->stride;
      const gint32 match = core->matches[row];

      for (gsize column = 0; column < core->n_columns; column++)
        g_assert_cmpint (profits[row], >=, own[column] - prices[column]);
      g_assert_cmpint (profits[row], >=, 0);
      g_assert_cmpint (profits[row], ==, match < 0 ? 0 : own[match] - prices[match]);
      if (match >= 0)
        {
          g_assert_cmpint (own[match], >=, 0);
          taken[match]++;
        }
    }
  for (gsize column = 0; column < core->n_columns; column++)
    {
      const gint32 room = core->rooms != NULL ? core->rooms[column] : 1;

      g_assert_cmpint (taken[column], <=, room);
      g_assert_cmpint (prices[column], >=, 0);
      if (taken[column] < room)
        g_assert_cmpint (prices[column], ==, 0);
    }
}

/* The same table with gains of 64 bits and with costs of 32, for every processor. */
static void
check_levels (const KkrAssignmentCore *about, const gint64 *gains)
{
  const gsize n = about->n_rows * about->stride;
  g_autofree gint64 *bases = g_new (gint64, about->n_rows);
  g_autofree guint32 *costs = g_new (guint32, n);
  g_autofree gint32 *first = NULL;

  for (gsize i = 0; i < about->n_rows; i++)
    bases[i] = (gint64) 1 << 32;
  for (gsize i = 0; i < n; i++)
    costs[i] = gains[i] < 0 ? KKR_ASSIGNMENT_NO_COST
                            : (guint32) ((((gint64) 1 << 32) - gains[i]) / 2);
  for (guint i = 0; i < 2 * KKR_CPU_N_LEVELS && i / 2 <= kkr_cpu_get_level (); i++)
    {
      KkrAssignmentCore core = *about;
      g_autoptr (GError) error = NULL;

      core.loops = kkr_assignment_get_loops ((KkrCpuLevel) (i / 2));
      core.gains = i % 2 == 0 ? gains : NULL;
      core.costs = i % 2 == 0 ? NULL : costs;
      core.bases = bases;
      g_assert_true (kkr_assignment_core_open (&core, &kkr_assignment_narrow, &error));
      g_assert_true (kkr_assignment_narrow.solve (&core, &error));
      check_prices (&core, gains);
      if (first == NULL)
        first = g_memdup2 (core.matches, core.n_rows * sizeof *first);
      g_assert_true (memcmp (first, core.matches, core.n_rows * sizeof *first) == 0);
      kkr_assignment_core_close (&core);
    }
}

static void
test_prices (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (8);

  for (guint i = 0; i < 200; i++)
    {
      KkrAssignmentCore core = {
        .n_rows = (gsize) g_rand_int_range (random, 1, 150),
        .n_columns = (gsize) g_rand_int_range (random, 1, 150),
      };
      const guint form = i % 4;
      g_autofree gint64 *gains = NULL;

      core.stride = kkr_assignment_get_stride (core.n_columns);
      gains = g_new (gint64, core.n_rows * core.stride);
      for (gsize j = 0; j < core.n_rows * core.stride; j++)
        {
          const gint64 row = (gint64) (j / core.stride), column = (gint64) (j % core.stride);

          gains[j] = form == 0 ? 2 * g_rand_int_range (random, -1, 1000000)
                     : form == 1 ? 2 * g_rand_int_range (random, -1, 3)
                     : form == 2 ? 2 * ((row + 1) * (column + 1))
                     : 2 * (200 - ABS (row * 7 % 101 - column * 13 % 97));
        }
      check_levels (&core, gains);
    }
}

static void
test_overflow (void)
{
  g_autoptr (KkrAssignment) self = kkr_assignment_new (2, 2, NULL);
  const gint64 costs[] = { G_MININT64, 0, G_MININT64 }, left[] = { G_MAXINT64, 1, G_MAXINT64 };
  g_autoptr (GError) error = NULL;

  kkr_assignment_set_levels (self, 3);
  for (gsize i = 0; i < 2; i++)
    {
      kkr_assignment_set_unassigned (self, i, left);
      g_assert_true (kkr_assignment_add (self, i, i, costs));
    }
  g_assert_false (kkr_assignment_solve (self, NULL, NULL, NULL, &error));
  g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OVERFLOW);
}

static void
test_cancelled (void)
{
  g_autoptr (KkrAssignment) self = kkr_assignment_new (1, 1, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const gint64 costs[] = { -1 };
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_true (kkr_assignment_add (self, 0, 0, costs));
  g_assert_false (kkr_assignment_solve (self, cancellable, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  static const Width narrow = { 1, FALSE };
  static const Width staged = { (gint64) 1 << 26, FALSE }, wide = { (gint64) 1 << 26, TRUE };

  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/assignment/worlds", &narrow, test_worlds);
  g_test_add_data_func ("/assignment/worlds-in-stages", &staged, test_worlds);
  g_test_add_data_func ("/assignment/worlds-in-128-bits", &wide, test_worlds);
  g_test_add_func ("/assignment/prices", test_prices);
  g_test_add_func ("/assignment/overflow", test_overflow);
  g_test_add_func ("/assignment/cancelled", test_cancelled);
  return g_test_run ();
}
