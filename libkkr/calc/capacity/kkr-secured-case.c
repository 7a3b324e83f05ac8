/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-secured-private.h>

/* What the pointers of a model, which are to constants, point to. */
typedef struct {
  gint32 running[KKR_COHORT_MAX_GROUPS], waiting[KKR_COHORT_MAX_GROUPS];
  gint32 open[KKR_COHORT_MAX_GROUPS];
  gint64 *inflow_secured, *inflow_open;
  KkrCohortShare *ends, *to_open, *leaves_open;
  guint8 *removed;
  gint32 *secured_places, *open_places;
} Arrays;

static void
arrays_free (Arrays *self)
{
  g_free (self->inflow_secured);
  g_free (self->inflow_open);
  g_free (self->ends);
  g_free (self->to_open);
  g_free (self->leaves_open);
  g_free (self->removed);
  g_free (self->secured_places);
  g_free (self->open_places);
  g_free (self);
}

static Arrays *
arrays_new (const KkrSecured *plan)
{
  const gsize n = (gsize) plan->n_years * KKR_COHORT_MAX_GROUPS;
  Arrays *self = g_new0 (Arrays, 1);

  self->inflow_secured = g_new0 (gint64, n);
  self->inflow_open = g_new0 (gint64, n);
  self->ends = g_new0 (KkrCohortShare, n);
  self->to_open = g_new0 (KkrCohortShare, n);
  self->leaves_open = g_new0 (KkrCohortShare, n);
  self->removed = g_new0 (guint8, n);
  self->secured_places = g_new0 (gint32, plan->n_years);
  self->open_places = g_new0 (gint32, plan->n_years);
  return self;
}

void
kkr_secured_case_free (KkrSecuredCase *self)
{
  g_clear_pointer ((Arrays **) &self->arrays, arrays_free);
  g_free (self->rows);
  g_free (self->flows);
  g_free (self);
}

const KkrCohortFlows *
kkr_secured_case_get (const KkrSecuredCase *self, guint year, guint group)
{
  return &self->flows[(gsize) year * self->model.n_groups + group];
}

/* The first of the years in which a row holds, as a number of the plan's; what holds already when
 * they begin holds from the first. */
static guint
find_first (const KkrSecured *plan, gint64 year)
{
  return year <= plan->first_year ? 0 : (guint) MIN (year - plan->first_year, plan->n_years);
}

static void
place_inflow (const KkrSecured *plan, KkrSecuredRows *rows, guint row)
{
  KkrSheet *sheet = plan->inflow;
  const int group = kkr_secured_find_group (
    plan, kkr_sheet_get_choice (sheet, row, KKR_SECURED_INFLOW_GROUP));
  const gint64 year = kkr_sheet_get_whole (sheet, row, KKR_SECURED_INFLOW_YEAR);
  const guint at = find_first (plan, year);
  guint *best;

  if (at >= plan->n_years || group < 0)
    return;
  best = &rows[(gsize) at * plan->n_groups + (guint) group].inflow;
  if (*best == KKR_SECURED_NO_ROW
      || year > kkr_sheet_get_whole (sheet, *best, KKR_SECURED_INFLOW_YEAR))
    *best = row;
}

/* The year from which a row of stays holds, and the number of its step, from 1. */
static gint64
get_from (const KkrSecured *plan, guint row, guint *step)
{
  const char *name = kkr_sheet_get_text (plan->stays, row, KKR_SECURED_STAY_STEP);
  const guint found = name != NULL ? kkr_secured_find_step (plan, name) : KKR_SECURED_NO_ROW;

  *step = found != KKR_SECURED_NO_ROW ? found + 1 : 0;
  if (*step > 0 && !kkr_sheet_has (plan->stays, row, KKR_SECURED_STAY_YEAR))
    return kkr_secured_get_step (plan, found)->first_year;
  return kkr_sheet_get_whole (plan->stays, row, KKR_SECURED_STAY_YEAR);
}

static void
place_better (const KkrSecured *plan, guint row, gboolean says, guint *best)
{
  guint step, best_step;
  gint64 from, best_from;

  if (!says)
    return;
  if (*best != KKR_SECURED_NO_ROW)
    {
      from = get_from (plan, row, &step);
      best_from = get_from (plan, *best, &best_step);
      if (from < best_from || (from == best_from && step < best_step))
        return;
    }
  *best = row;
}

static void
place_stay (const KkrSecured *plan, KkrSecuredRows *rows, guint n_steps, guint row)
{
  KkrSheet *sheet = plan->stays;
  const int group = kkr_secured_find_group (
    plan, kkr_sheet_get_choice (sheet, row, KKR_SECURED_STAY_GROUP));
  guint step;
  const guint at = find_first (plan, get_from (plan, row, &step));
  KkrSecuredRows *cell;

  if (at >= plan->n_years || group < 0 || step > n_steps)
    return;
  cell = &rows[(gsize) at * plan->n_groups + (guint) group];
  place_better (plan, row, kkr_sheet_has (sheet, row, KKR_SECURED_STAY_LENGTH)
                             || kkr_sheet_has (sheet, row, KKR_SECURED_STAY_ENDED), &cell->length);
  place_better (plan, row, kkr_sheet_has (sheet, row, KKR_SECURED_STAY_TO_OPEN), &cell->to_open);
  place_better (plan, row, kkr_sheet_has (sheet, row, KKR_SECURED_STAY_OPEN_LENGTH)
                             || kkr_sheet_has (sheet, row, KKR_SECURED_STAY_OPEN_ENDED),
                &cell->open);
}

static KkrSecuredRows *
find_rows (const KkrSecured *plan, guint n_steps)
{
  const KkrSecuredRows none = { KKR_SECURED_NO_ROW, KKR_SECURED_NO_ROW, KKR_SECURED_NO_ROW,
                                KKR_SECURED_NO_ROW };
  const guint n = plan->n_years * plan->n_groups;
  KkrSecuredRows *rows = g_new (KkrSecuredRows, (gsize) n + 1);

  for (guint i = 0; i < n; i++)
    rows[i] = none;
  for (guint row = 0; row < kkr_sheet_get_n_rows (plan->inflow); row++)
    place_inflow (plan, rows, row);
  for (guint row = 0; row < kkr_sheet_get_n_rows (plan->stays); row++)
    place_stay (plan, rows, n_steps, row);
  for (guint i = plan->n_groups; i < n; i++)
    {
      const KkrSecuredRows *before = &rows[i - plan->n_groups];

      if (rows[i].inflow == KKR_SECURED_NO_ROW)
        rows[i].inflow = before->inflow;
      if (rows[i].length == KKR_SECURED_NO_ROW)
        rows[i].length = before->length;
      if (rows[i].to_open == KKR_SECURED_NO_ROW)
        rows[i].to_open = before->to_open;
      if (rows[i].open == KKR_SECURED_NO_ROW)
        rows[i].open = before->open;
    }
  return rows;
}

static void
fill_start (const KkrSecured *plan, Arrays *arrays)
{
  for (guint group = 0; group < plan->n_groups; group++)
    {
      const guint row = plan->start_rows[group];

      if (row == KKR_SECURED_NO_ROW)
        continue;
      if (kkr_sheet_has (plan->start, row, KKR_SECURED_START_WAITING))
        arrays->waiting[group] = (gint32) kkr_sheet_get_whole (plan->start, row,
                                                               KKR_SECURED_START_WAITING);
      arrays->running[group] = (gint32) kkr_sheet_get_whole (plan->start, row,
                                                             KKR_SECURED_START_SECURED)
                               - arrays->waiting[group];
      if (kkr_sheet_has (plan->start, row, KKR_SECURED_START_OPEN))
        arrays->open[group] = (gint32) kkr_sheet_get_whole (plan->start, row,
                                                            KKR_SECURED_START_OPEN);
    }
}

static void
fill_inflow (const KkrSecured *plan, const KkrSecuredRows *rows, int year, gsize cell,
             Arrays *arrays)
{
  const KkrRational present = kkr_secured_get_present (plan->stays, rows->length);
  KkrRational persons;

  if (rows->inflow == KKR_SECURED_NO_ROW)
    return;
  if (kkr_secured_get_arrivals (plan, rows->inflow, year, KKR_SECURED_INFLOW_PERSONS, &persons)
      && kkr_rational_multiply (&persons, &present, &persons))
    kkr_secured_round (plan, &persons, &arrays->inflow_secured[cell]);
  if (kkr_secured_get_arrivals (plan, rows->inflow, year, KKR_SECURED_INFLOW_OPEN_PERSONS,
                                &persons))
    kkr_secured_round (plan, &persons, &arrays->inflow_open[cell]);
}

static void
fill_cell (const KkrSecured *plan, const KkrSecuredCase *self, guint at, guint group,
           Arrays *arrays)
{
  const KkrCohortShare none = { 0, 1 };
  const gsize cell = (gsize) at * plan->n_groups + group;
  const KkrSecuredRows *rows = &self->rows[cell];
  const int year = plan->first_year + (int) at;
  const gboolean taken_over = self->takeover && plan->groups[group] == KKR_SECURED_GROUP_REMAND
                              && year >= plan->takeover_year;

  arrays->ends[cell] = arrays->to_open[cell] = arrays->leaves_open[cell] = none;
  if (rows->length != KKR_SECURED_NO_ROW)
    kkr_secured_get_share (plan->stays, rows->length, KKR_SECURED_STAY_LENGTH,
                           KKR_SECURED_STAY_ENDED, &arrays->ends[cell]);
  if (rows->to_open != KKR_SECURED_NO_ROW)
    kkr_secured_get_percent (plan->stays, rows->to_open, KKR_SECURED_STAY_TO_OPEN,
                             &arrays->to_open[cell]);
  if (rows->open != KKR_SECURED_NO_ROW)
    kkr_secured_get_share (plan->stays, rows->open, KKR_SECURED_STAY_OPEN_LENGTH,
                           KKR_SECURED_STAY_OPEN_ENDED, &arrays->leaves_open[cell]);
  if (!taken_over)
    fill_inflow (plan, rows, year, cell, arrays);
  arrays->removed[cell] = taken_over && plan->takeover == KKR_REMAND_TAKEOVER_ALL;
}

/* The places of the steps that are taken, from the year of each row. */
static void
fill_places (const KkrSecured *plan, guint n_steps, Arrays *arrays)
{
  const gboolean bounded = kkr_calculator_is_assigned (plan->calculator, "open-places");
  const int secured = kkr_calculator_get_int (plan->calculator, "secured-places");
  const int open = kkr_calculator_get_int (plan->calculator, "open-places");

  for (guint row = 0; row < kkr_sheet_get_n_rows (plan->steps); row++)
    {
      const guint at = find_first (plan, kkr_sheet_get_whole (plan->steps, row,
                                                              KKR_SECURED_STEP_YEAR));

      if (plan->step_of_row[row] >= n_steps || at >= plan->n_years)
        continue;
      if (kkr_sheet_has (plan->steps, row, KKR_SECURED_STEP_SECURED))
        arrays->secured_places[at] += (gint32) kkr_sheet_get_whole (plan->steps, row,
                                                                    KKR_SECURED_STEP_SECURED);
      if (kkr_sheet_has (plan->steps, row, KKR_SECURED_STEP_OPEN))
        arrays->open_places[at] += (gint32) kkr_sheet_get_whole (plan->steps, row,
                                                                 KKR_SECURED_STEP_OPEN);
    }
  for (guint step = 0; step < n_steps; step++)
    if (kkr_secured_get_step (plan, step)->western
        && find_first (plan, plan->western_year) < plan->n_years)
      arrays->secured_places[find_first (plan, plan->western_year)]
        += (gint32) kkr_secured_get_step (plan, step)->secured;
  for (guint at = 0; at < plan->n_years; at++)
    {
      arrays->secured_places[at] += at > 0 ? arrays->secured_places[at - 1] : secured;
      arrays->open_places[at] += at > 0 ? arrays->open_places[at - 1] : open;
    }
  for (guint at = 0; at < plan->n_years && !bounded; at++)
    arrays->open_places[at] = KKR_COHORT_UNBOUNDED;
}

KkrSecuredCase *
kkr_secured_case_new (const KkrSecured *plan, guint n_steps, gboolean takeover)
{
  KkrSecuredCase *self = g_new0 (KkrSecuredCase, 1);
  Arrays *arrays = arrays_new (plan);

  self->n_steps = n_steps;
  self->takeover = takeover;
  self->arrays = arrays;
  self->rows = find_rows (plan, n_steps);
  self->flows = g_new0 (KkrCohortFlows, (gsize) plan->n_years * plan->n_groups + 1);
  fill_start (plan, arrays);
  for (guint at = 0; at < plan->n_years; at++)
    for (guint group = 0; group < plan->n_groups; group++)
      fill_cell (plan, self, at, group, arrays);
  fill_places (plan, n_steps, arrays);
  self->model = (KkrCohortModel) {
    .n_groups = plan->n_groups, .n_years = plan->n_years, .running = arrays->running,
    .waiting = arrays->waiting, .open = arrays->open,
    .inflow_secured = arrays->inflow_secured, .inflow_open = arrays->inflow_open,
    .ends = arrays->ends, .to_open = arrays->to_open, .leaves_open = arrays->leaves_open,
    .removed = arrays->removed, .secured_places = arrays->secured_places,
    .open_places = arrays->open_places,
  };
  kkr_cohort_expect (&self->model, plan->rounding, self->flows);
  return self;
}
