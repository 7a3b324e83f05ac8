/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-cohort-simulate-private.h>

KkrCohortChances *
kkr_cohort_chances_new (const KkrCohortTask *task)
{
  const KkrCohortModel *model = task->model;
  KkrCohortChances *self = g_new0 (KkrCohortChances, 1);
  const gsize n_years = MAX (model->n_years, 1), n_cells = n_years * MAX (model->n_groups, 1);

  self->n_years = model->n_years;
  self->n_groups = model->n_groups;
  self->n_paths = task->n_paths;
  self->need = g_new0 (KkrCohortHistogram, n_years);
  self->open = g_new0 (KkrCohortHistogram, n_years);
  self->first_lack = g_new0 (KkrCohortHistogram, n_years);
  self->secured_sums = g_new0 (guint64, n_cells);
  self->open_sums = g_new0 (guint64, n_cells);
  return self;
}

void
kkr_cohort_chances_free (KkrCohortChances *self)
{
  if (self == NULL)
    return;
  for (guint year = 0; year < self->n_years; year++)
    {
      g_free (self->need[year].paths);
      g_free (self->open[year].paths);
      g_free (self->first_lack[year].paths);
    }
  g_free (self->worst.paths);
  g_free (self->need);
  g_free (self->open);
  g_free (self->first_lack);
  g_free (self->secured_sums);
  g_free (self->open_sums);
  g_free (self);
}

static guint64
add_up (const gint32 *values, gsize n)
{
  guint64 sum = 0;

  for (gsize i = 0; i < n; i++)
    sum += (guint64) values[i];
  return sum;
}

/* A year of the block: what is counted of all paths is added while no other thread adds to it. */
gboolean
kkr_cohort_chances_add_year (KkrCohortChances *self, guint year, const KkrCohortBlock *block,
                             pthread_mutex_t *lock)
{
  const gsize cell = (gsize) year * self->n_groups, n = block->n;
  guint64 secured[KKR_COHORT_MAX_GROUPS], open[KKR_COHORT_MAX_GROUPS];
  gboolean added;

  for (guint group = 0; group < self->n_groups; group++)
    {
      secured[group] = add_up (block->running[group], n) + add_up (block->waiting[group], n);
      open[group] = add_up (block->open[group], n);
    }
  pthread_mutex_lock (lock);
  for (guint group = 0; group < self->n_groups; group++)
    {
      self->secured_sums[cell + group] += secured[group];
      self->open_sums[cell + group] += open[group];
    }
  added = kkr_cohort_histogram_add (&self->need[year], block->need, n)
          && kkr_cohort_histogram_add (&self->open[year], block->open_need, n)
          && kkr_cohort_histogram_add (&self->first_lack[year], block->first_lack,
                                       block->n_first);
  pthread_mutex_unlock (lock);
  return added;
}
