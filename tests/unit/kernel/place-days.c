/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/kernel/kkr-place-days-private.h>

#define MAX_PLACES 8

/* A world in which every day of every place is counted one by one. */
typedef struct {
  GArray *codes, *from, *until;
} Rows;

typedef struct {
  Rows stays, openings;
  gboolean has_openings;
  guint n_places;
  gint32 ranks[MAX_PLACES];
  gint32 first, last;
} World;

static void
rows_init (Rows *rows)
{
  rows->codes = g_array_new (FALSE, FALSE, sizeof (gint32));
  rows->from = g_array_new (FALSE, FALSE, sizeof (gint32));
  rows->until = g_array_new (FALSE, FALSE, sizeof (gint32));
}

static void
rows_clear (Rows *rows)
{
  g_array_unref (rows->codes);
  g_array_unref (rows->from);
  g_array_unref (rows->until);
}

static void
rows_add (Rows *rows, gint32 code, gint32 from, gint32 until)
{
  g_array_append_val (rows->codes, code);
  g_array_append_val (rows->from, from);
  g_array_append_val (rows->until, until);
}

static void
world_init (World *world, guint n_places, gint32 first, gint32 last)
{
  *world = (World) { .n_places = n_places, .first = first, .last = last };
  rows_init (&world->stays);
  rows_init (&world->openings);
  for (guint i = 0; i < MAX_PLACES; i++)
    world->ranks[i] = (gint32) i;
}

static void
world_clear (World *world)
{
  rows_clear (&world->stays);
  rows_clear (&world->openings);
}

static guint
count_on (const Rows *rows, guint place, gint32 day)
{
  guint n = 0;

  for (guint i = 0; i < rows->codes->len; i++)
    n += g_array_index (rows->codes, gint32, i) == (gint32) place
         && g_array_index (rows->from, gint32, i) <= day
         && (g_array_index (rows->until, gint32, i) == G_MININT32
             || day <= g_array_index (rows->until, gint32, i));
  return n;
}

static int
year_of (gint32 date)
{
  int year, month, day;

  kkr_date_split (date, &year, &month, &day);
  return year;
}

static KkrPlaceRows
get_rows (const World *world, const Rows *rows)
{
  return (KkrPlaceRows) {
    .codes = (const gint32 *) (gpointer) rows->codes->data,
    .ranks = world->ranks,
    .from = (const gint32 *) (gpointer) rows->from->data,
    .until = (const gint32 *) (gpointer) rows->until->data,
    .n_rows = rows->codes->len,
  };
}

static void
check_cell (const World *world, const KkrPlaceDaysTask *task, guint place, int year, guint cell)
{
  gint64 days = 0, occupied = 0, outside = 0, stay_days = 0;

  for (gint32 day = world->first; day <= world->last; day++)
    if (year_of (day) == year)
      {
        const gboolean is_open = !world->has_openings || count_on (&world->openings, place, day);
        const guint n = count_on (&world->stays, place, day);

        days += is_open;
        occupied += is_open && n > 0;
        outside += !is_open && n > 0;
        stay_days += n;
      }
  g_assert_cmpint (task->days[cell], ==, days);
  g_assert_cmpint (task->occupied[cell], ==, occupied);
  g_assert_cmpint (task->vacant[cell], ==, days - occupied);
  g_assert_cmpint (task->outside[cell], ==, outside);
  g_assert_cmpint (task->stay_days[cell], ==, stay_days);
}

static void
check (const World *world)
{
  const int first_year = year_of (world->first), last_year = year_of (world->last);
  const guint n_years = (guint) (last_year - first_year) + 1;
  const gsize n_cells = world->n_places * n_years;
  gint32 starts[KKR_PLACE_DAYS_MAX_YEARS + 1];
  g_autofree gint64 *cells = g_new (gint64, n_cells * 5);
  g_autoptr (GError) error = NULL;
  KkrPlaceDaysTask task = {
    .stays = get_rows (world, &world->stays),
    .openings = get_rows (world, &world->openings),
    .has_openings = world->has_openings,
    .n_places = world->n_places,
    .first = world->first, .last = world->last,
    .year_starts = starts, .n_years = n_years, .n_threads = 2,
    .days = cells, .occupied = cells + n_cells, .vacant = cells + 2 * n_cells,
    .outside = cells + 3 * n_cells, .stay_days = cells + 4 * n_cells,
  };

  for (guint i = 0; i <= n_years; i++)
    starts[i] = i == 0 ? world->first : i == n_years
                ? world->last + 1 : kkr_date_from_parts (first_year + (int) i, 1, 1);
  g_assert_true (kkr_place_days_count (&task, &error));
  g_assert_no_error (error);
  for (guint place = 0; place < world->n_places; place++)
    for (guint i = 0; i < n_years; i++)
      check_cell (world, &task, place, first_year + (int) i, place * n_years + i);
}

/* Every pair of intervals over ten days around a New Year after 29 February, and every opening. */
static void
test_small_worlds (void)
{
  const gint32 first = kkr_date_from_parts (2023, 12, 30);

  for (gint32 a = -1; a < 5; a++)
    for (gint32 b = a; b < 6; b++)
      for (gint32 c = -1; c < 5; c++)
        for (gint32 d = c; d < 6; d++)
          for (gint32 opening = -1; opening < 5; opening++)
            {
              World world;

              world_init (&world, 1, first, first + 4);
              rows_add (&world.stays, 0, first + a, b == 5 ? G_MININT32 : first + b);
              rows_add (&world.stays, 0, first + c, first + d);
              world.has_openings = opening >= 0;
              rows_add (&world.openings, 0, first + opening, first + 3);
              check (&world);
              world_clear (&world);
            }
}

static void
add_random_rows (GRand *rand, const World *world, Rows *rows, guint max_rows)
{
  const guint n = (guint) g_rand_int_range (rand, 0, (gint32) max_rows);
  const gint32 length = g_rand_int_range (rand, 1, world->last - world->first + 3);

  for (guint i = 0; i < n; i++)
    {
      const gint32 from = g_rand_int_range (rand, world->first - 50, world->last + 50);
      const gint32 until = from + g_rand_int_range (rand, 0, length);

      rows_add (rows, g_rand_int_range (rand, 0, (gint32) world->n_places), from,
                g_rand_int_range (rand, 0, 10) == 0 ? G_MININT32 : until);
    }
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);

  for (guint i = 0; i < 250; i++)
    {
      const gint32 first = g_rand_int_range (rand, -30000, 30000);
      World world;

      world_init (&world, (guint) g_rand_int_range (rand, 1, MAX_PLACES), first,
                  first + g_rand_int_range (rand, 0, 1200));
      world.has_openings = g_rand_boolean (rand);
      add_random_rows (rand, &world, &world.stays, 12);
      add_random_rows (rand, &world, &world.openings, 6);
      check (&world);
      world_clear (&world);
    }
}

/* The longest span there can be: all of it taken by one stay that never ends. */
static void
test_hundred_years (void)
{
  World world;

  world_init (&world, 2, kkr_date_from_parts (1904, 1, 1), kkr_date_from_parts (2003, 12, 31));
  rows_add (&world.stays, 1, kkr_date_from_parts (1, 1, 1), G_MININT32);
  check (&world);
  world_clear (&world);
}

static void
test_bad_rows (void)
{
  const gint32 ranks[] = { 0 }, codes[] = { 0, 0, 0, 0, -1 };
  const gint32 from[] = { 5, 5, G_MININT32, 5, 5 }, until[] = { 5, G_MININT32, 9, 4, 9 };
  KkrPlaceRows rows = { codes, ranks, from, until, 2 };

  g_assert_cmpuint (kkr_place_rows_find_bad (&rows), ==, G_MAXSIZE);
  rows.n_rows = 5;
  g_assert_cmpuint (kkr_place_rows_find_bad (&rows), ==, 2);
  rows.from += 3, rows.until += 3, rows.codes += 3, rows.n_rows = 2;
  g_assert_cmpuint (kkr_place_rows_find_bad (&rows), ==, 0);
  rows.from++, rows.until++, rows.codes++, rows.n_rows = 1;
  g_assert_cmpuint (kkr_place_rows_find_bad (&rows), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/place-days/small-worlds", test_small_worlds);
  g_test_add_func ("/place-days/random", test_random);
  g_test_add_func ("/place-days/hundred-years", test_hundred_years);
  g_test_add_func ("/place-days/bad-rows", test_bad_rows);
  return g_test_run ();
}
