/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-cohort-simulate-private.h>

#include <glib/gi18n-lib.h>
#include <stdatomic.h>
#include <string.h>

#include <libkkr/base/kkr-error.h>

/* What of a group is drawn with what: the flow of a place is 3 times the group plus one of these,
 * and each has two numbers. */
enum {
  FLOW_ENDS_ARRIVES,
  FLOW_TO_OPEN_LEAVES,
  FLOW_OPEN_ARRIVES,
  N_FLOWS,
};

G_STATIC_ASSERT (KKR_COHORT_BLOCK % KKR_PHILOX_LANES == 0);

typedef struct {
  const KkrCohortTask *task;
  const KkrCohortTables *tables;
  KkrPhiloxFill fill;
  KkrCohortChances *chances;
  pthread_mutex_t *locks; /* by year, and one for the worst */
  atomic_bool failed;
} Work;

typedef struct {
  guint64 numbers[2][KKR_COHORT_BLOCK];
  gint32 drawn[KKR_COHORT_BLOCK];
  gint32 moving[KKR_COHORT_BLOCK];
} Draws;

/* All of one, none of it, or what is drawn of each path's. */
static void
draw_part (const KkrCohortPart *part, const gint32 *stock, const KkrRandomPlace *place,
           const guint64 *numbers, guint which, gint32 *drawn)
{
  if (part->table == NULL)
    {
      if (part->all)
        memcpy (drawn, stock, KKR_COHORT_BLOCK * sizeof *drawn);
      else
        memset (drawn, 0, KKR_COHORT_BLOCK * sizeof *drawn);
      return;
    }
  for (guint i = 0; i < KKR_COHORT_BLOCK; i++)
    {
      if (G_LIKELY (stock[i] <= KKR_BINOMIAL_MAX_PIECE))
        drawn[i] = (gint32) kkr_random_table_find (&part->table->tables[stock[i]], numbers[i]);
      else
        {
          KkrRandomPlace at = *place;

          at.path += i;
          drawn[i] = (gint32) kkr_binomial_add_pieces (part->table, (guint64) stock[i], &at, which,
                                                       numbers[i]);
        }
    }
}

static void
add_arrivals (const KkrPoisson *poisson, const KkrRandomPlace *place, const guint64 *numbers,
              guint which, gint32 *stock)
{
  if (poisson == NULL)
    return;
  for (guint i = 0; i < KKR_COHORT_BLOCK; i++)
    {
      KkrRandomPlace at = *place;

      at.path += i;
      stock[i] += (gint32) kkr_poisson_find (poisson, &at, which, numbers[i]);
    }
}

static void
subtract (gint32 *stock, const gint32 *part)
{
  for (guint i = 0; i < KKR_COHORT_BLOCK; i++)
    stock[i] -= part[i];
}

/* Steps 0 to 3 of a group: afterwards, those who wait are all who are to move. */
static void
draw_group (const Work *work, KkrCohortBlock *block, guint year, guint group, KkrRandomPlace place)
{
  const gsize cell = (gsize) year * work->task->model->n_groups + group;
  const KkrCohortDraw *draw = &work->tables->draws[cell];
  gint32 *running = block->running[group], *waiting = block->waiting[group];
  gint32 *open = block->open[group];
  Draws draws;

  if (work->task->model->removed[cell])
    {
      memset (running, 0, sizeof block->running[group]);
      memset (waiting, 0, sizeof block->waiting[group]);
    }
  place.flow = N_FLOWS * group + FLOW_ENDS_ARRIVES;
  if (draw->ends.table != NULL || draw->secured != NULL)
    work->fill (&place, KKR_COHORT_BLOCK, draws.numbers[0], draws.numbers[1]);
  draw_part (&draw->ends, running, &place, draws.numbers[0], 0, draws.drawn);
  subtract (running, draws.drawn);
  add_arrivals (draw->secured, &place, draws.numbers[1], 1, running);
  place.flow++;
  if (draw->to_open.table != NULL || draw->leaves_open.table != NULL)
    work->fill (&place, KKR_COHORT_BLOCK, draws.numbers[0], draws.numbers[1]);
  draw_part (&draw->to_open, draws.drawn, &place, draws.numbers[0], 0, draws.moving);
  for (guint i = 0; i < KKR_COHORT_BLOCK; i++)
    waiting[i] += draws.moving[i];
  draw_part (&draw->leaves_open, open, &place, draws.numbers[1], 1, draws.drawn);
  subtract (open, draws.drawn);
  place.flow++;
  if (draw->open != NULL)
    work->fill (&place, KKR_COHORT_BLOCK, draws.numbers[0], draws.numbers[1]);
  add_arrivals (draw->open, &place, draws.numbers[0], 0, open);
}

/* Step 4. */
static void
give_open_places (const KkrCohortModel *model, guint year, KkrCohortBlock *block)
{
  const gint32 places = model->open_places[year];
  gint32 room[KKR_COHORT_BLOCK];

  for (guint i = 0; i < KKR_COHORT_BLOCK; i++)
    room[i] = places;
  for (guint group = 0; group < model->n_groups; group++)
    subtract (room, block->open[group]);
  for (guint i = 0; i < KKR_COHORT_BLOCK; i++)
    room[i] = places == KKR_COHORT_UNBOUNDED ? G_MAXINT32 : MAX (room[i], 0);
  for (guint group = 0; group < model->n_groups; group++)
    for (guint i = 0; i < KKR_COHORT_BLOCK; i++)
      {
        const gint32 moved = MIN (block->waiting[group][i], room[i]);

        block->waiting[group][i] -= moved;
        block->open[group][i] += moved;
        room[i] -= moved;
      }
}

static void
take_stock (const KkrCohortModel *model, guint year, KkrCohortBlock *block)
{
  const gint32 places = model->secured_places[year];

  memset (block->need, 0, sizeof block->need);
  memset (block->open_need, 0, sizeof block->open_need);
  for (guint group = 0; group < model->n_groups; group++)
    for (guint i = 0; i < KKR_COHORT_BLOCK; i++)
      {
        block->need[i] += block->running[group][i] + block->waiting[group][i];
        block->open_need[i] += block->open[group][i];
      }
  block->n_first = 0;
  for (guint i = 0; i < block->n; i++)
    {
      const gint32 lack = block->need[i] - places;

      block->worst[i] = year == 0 ? lack : MAX (block->worst[i], lack);
      block->first_lack[block->n_first] = lack;
      block->n_first += lack > 0 && !block->was_exceeded[i];
      block->was_exceeded[i] |= lack > 0;
    }
}

static void
start_block (const KkrCohortModel *model, gsize n, KkrCohortBlock *block)
{
  block->n = n;
  memset (block->was_exceeded, 0, sizeof block->was_exceeded);
  for (guint group = 0; group < model->n_groups; group++)
    for (guint i = 0; i < KKR_COHORT_BLOCK; i++)
      {
        block->running[group][i] = model->running[group];
        block->waiting[group][i] = model->waiting[group];
        block->open[group][i] = model->open[group];
      }
}

static void
simulate_block (gsize first, gsize n, guint thread, gpointer user_data)
{
  Work *work = user_data;
  const KkrCohortModel *model = work->task->model;
  KkrCohortBlock block;
  gboolean added = TRUE;

  start_block (model, n, &block);
  for (guint year = 0; year < model->n_years && added; year++)
    {
      const KkrRandomPlace place = { work->task->seed, (guint32) first, year, 0 };

      for (guint group = 0; group < model->n_groups; group++)
        draw_group (work, &block, year, group, place);
      give_open_places (model, year, &block);
      take_stock (model, year, &block);
      added = kkr_cohort_chances_add_year (work->chances, year, &block, &work->locks[year]);
    }
  if (added && model->n_years > 0)
    {
      pthread_mutex_t *lock = &work->locks[model->n_years];

      pthread_mutex_lock (lock);
      added = kkr_cohort_histogram_add (&work->chances->worst, block.worst, n);
      pthread_mutex_unlock (lock);
    }
  if (!added)
    atomic_store (&work->failed, TRUE);
}

static gboolean
run (Work *work, GError **error)
{
  const KkrCohortTask *task = work->task;
  const KkrParallelLoop loop = {
    .n_items = task->n_paths,
    .block = KKR_COHORT_BLOCK,
    .n_threads = task->n_threads,
    .func = simulate_block,
    .user_data = work,
    .cancellable = task->cancellable,
    .progress = task->progress,
    .progress_data = task->progress_data,
  };

  if (!kkr_parallel_run (&loop, error))
    return FALSE;
  if (!atomic_load (&work->failed))
    return TRUE;
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_FAILED,
               _("not enough memory for the counts of paths: %u years found, fewer expected"),
               task->model->n_years);
  return FALSE;
}

KkrCohortChances *
kkr_cohort_simulate (const KkrCohortTask *task, GError **error)
{
  const guint n_locks = task->model->n_years + 1;
  g_autoptr (KkrCohortChances) chances = NULL;
  KkrCohortTables tables;
  Work work = { .task = task, .tables = &tables };
  gboolean done;

  if (!kkr_cohort_tables_init (&tables, task->model, error))
    {
      kkr_cohort_tables_clear (&tables);
      return NULL;
    }
  chances = kkr_cohort_chances_new (task);
  work.fill = kkr_philox_get_fill (kkr_cpu_get_level ());
  work.chances = chances;
  work.locks = g_new0 (pthread_mutex_t, n_locks);
  for (guint i = 0; i < n_locks; i++)
    pthread_mutex_init (&work.locks[i], NULL);
  done = run (&work, error);
  for (guint i = 0; i < n_locks; i++)
    pthread_mutex_destroy (&work.locks[i]);
  g_free (work.locks);
  kkr_cohort_tables_clear (&tables);
  return done ? g_steal_pointer (&chances) : NULL;
}
