/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "fuzz.h"

#include <libkkr/kernel/kkr-cohort-chance-private.h>

/* The input: how many groups, years and paths, the seed, and a byte for each number of a model. The
 * paths are drawn again one by one, from the same tables and without blocks. */
#define MAX_GROUPS 3
#define MAX_YEARS 4
#define MAX_CELLS (MAX_GROUPS * MAX_YEARS)

typedef struct {
  const guint8 *data;
  gsize size;
} Bytes;

typedef struct {
  gint32 start[3][MAX_GROUPS];
  gint64 inflow[2][MAX_CELLS];
  KkrCohortShare shares[3][MAX_CELLS];
  guint8 removed[MAX_CELLS];
  gint32 places[2][MAX_YEARS];
  KkrCohortModel model;
} World;

static guint8
take (Bytes *bytes)
{
  if (bytes->size == 0)
    return 0;
  bytes->size--;
  return *bytes->data++;
}

static void
read_world (Bytes *bytes, World *world)
{
  KkrCohortModel *model = &world->model;

  *model = (KkrCohortModel) {
    1 + take (bytes) % MAX_GROUPS, 1 + take (bytes) % MAX_YEARS,
    world->start[0], world->start[1], world->start[2], world->inflow[0], world->inflow[1],
    world->shares[0], world->shares[1], world->shares[2], world->removed,
    world->places[0], world->places[1],
  };
  for (guint group = 0; group < model->n_groups; group++)
    for (guint i = 0; i < 3; i++)
      world->start[i][group] = take (bytes) * (i == 0 ? 5 : 1);
  for (guint cell = 0; cell < model->n_groups * model->n_years; cell++)
    {
      for (guint i = 0; i < 2; i++)
        world->inflow[i][cell] = take (bytes) * 1234567;
      for (guint i = 0; i < 3; i++)
        world->shares[i][cell] = (KkrCohortShare) { take (bytes) % 5, 4 };
      world->removed[cell] = take (bytes) % 8 == 1;
    }
  for (guint year = 0; year < model->n_years; year++)
    {
      world->places[0][year] = take (bytes) * 8;
      world->places[1][year] = take (bytes) - 1;
    }
}

static gint64
draw_part (const KkrCohortPart *part, gint64 n, const KkrRandomPlace *place, guint which)
{
  if (part->table == NULL)
    return part->all ? n : 0;
  return (gint64) kkr_binomial_find (part->table, (guint64) n, place, which,
                                     kkr_random_get (place, which, 0));
}

static gint64
draw_arrivals (const KkrPoisson *poisson, const KkrRandomPlace *place, guint which)
{
  if (poisson == NULL)
    return 0;
  return (gint64) kkr_poisson_find (poisson, place, which, kkr_random_get (place, which, 0));
}

/* running, waiting, open */
static void
draw_group (const KkrCohortDraw *draw, gboolean removed, KkrRandomPlace place, gint64 *stock)
{
  gint64 ended, moving, left;

  if (removed)
    stock[0] = stock[1] = 0;
  ended = draw_part (&draw->ends, stock[0], &place, 0);
  stock[0] += draw_arrivals (draw->secured, &place, 1) - ended;
  place.flow++;
  moving = draw_part (&draw->to_open, ended, &place, 0);
  left = draw_part (&draw->leaves_open, stock[2], &place, 1);
  place.flow++;
  stock[1] += moving;
  stock[2] += draw_arrivals (draw->open, &place, 0) - left;
}

static gint64
draw_year (const KkrCohortModel *model, const KkrCohortTables *tables, KkrRandomPlace place,
           gint64 stocks[MAX_GROUPS][3])
{
  const guint year = place.period;
  gint64 room = model->open_places[year], need = 0;

  for (guint group = 0; group < model->n_groups; group++)
    {
      const guint cell = year * model->n_groups + group;

      place.flow = 3 * group;
      draw_group (&tables->draws[cell], model->removed[cell], place, stocks[group]);
      room -= stocks[group][2];
    }
  room = model->open_places[year] == KKR_COHORT_UNBOUNDED ? G_MAXINT64 : MAX (room, 0);
  for (guint group = 0; group < model->n_groups; group++)
    {
      const gint64 moved = MIN (stocks[group][1], room);

      stocks[group][1] -= moved;
      stocks[group][2] += moved;
      room -= moved;
      need += stocks[group][0] + stocks[group][1];
    }
  return need;
}

/* Takes the need of each path out of the histograms again. */
static void
check_paths (const KkrCohortTask *task, KkrCohortChances *chances)
{
  const KkrCohortModel *model = task->model;
  KkrCohortTables tables;

  g_assert_true (kkr_cohort_tables_init (&tables, model, NULL));
  for (guint32 path = 0; path < task->n_paths; path++)
    {
      gint64 stocks[MAX_GROUPS][3];

      for (guint group = 0; group < model->n_groups; group++)
        {
          stocks[group][0] = model->running[group];
          stocks[group][1] = model->waiting[group];
          stocks[group][2] = model->open[group];
        }
      for (guint year = 0; year < model->n_years; year++)
        {
          const KkrRandomPlace place = { task->seed, path, year, 0 };
          const gint64 need = draw_year (model, &tables, place, stocks);
          KkrCohortHistogram *histogram = &chances->need[year];

          g_assert_true (need >= histogram->first
                         && need < histogram->first + (gint64) histogram->n);
          g_assert_cmpuint (histogram->paths[need - histogram->first]--, >, 0);
        }
    }
  for (guint year = 0; year < model->n_years; year++)
    g_assert_cmpuint (kkr_cohort_histogram_count (&chances->need[year]), ==, 0);
  kkr_cohort_tables_clear (&tables);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  Bytes bytes = { data, size };
  g_autoptr (KkrCohortChances) chances = NULL;
  World world = { 0 };
  KkrCohortTask task = { .model = &world.model, .n_threads = 2 };

  task.n_paths = 1 + 2 * (guint64) take (&bytes);
  task.seed = (guint64) take (&bytes) << 32 | take (&bytes);
  read_world (&bytes, &world);
  chances = kkr_cohort_simulate (&task, NULL);
  g_assert_nonnull (chances);
  check_paths (&task, chances);
  return 0;
}
