/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-cohort-private.h>

#include <libkkr/base/kkr-int128-private.h>
#include <libkkr/base/kkr-rational-private.h>

/* At most the stock itself, which fits. */
static gint64
take_share (gint64 stock, const KkrCohortShare *share, KkrRoundingMode mode)
{
  KkrInt128 part = 0;

  kkr_int128_divide_rounded ((KkrInt128) stock * share->num, share->den, mode, &part);
  return (gint64) part;
}

static void
start_year (const KkrCohortModel *model, guint year, guint group, const KkrCohortFlows *before,
            KkrRoundingMode mode, KkrCohortFlows *flows)
{
  const gsize cell = (gsize) year * model->n_groups + group;
  gint64 running = before->running, waiting = before->waiting;

  flows->removed = 0;
  if (model->removed[cell])
    {
      flows->removed = running + waiting;
      running = waiting = 0;
    }
  flows->ended = take_share (running, &model->ends[cell], mode);
  flows->to_open = take_share (flows->ended, &model->to_open[cell], mode);
  flows->left_open = take_share (before->open, &model->leaves_open[cell], mode);
  flows->running = running - flows->ended + model->inflow_secured[cell];
  flows->waiting = waiting + flows->to_open;
  flows->open = before->open - flows->left_open + model->inflow_open[cell];
}

static void
move_on (const KkrCohortModel *model, guint year, KkrCohortFlows *flows)
{
  const gint32 places = model->open_places[year];
  gint64 taken = 0, room;

  for (guint group = 0; group < model->n_groups; group++)
    taken += flows[group].open;
  room = places == KKR_COHORT_UNBOUNDED ? G_MAXINT64
                                        : MAX (0, (gint64) places * KKR_COHORT_SCALE - taken);
  for (guint group = 0; group < model->n_groups; group++)
    {
      KkrCohortFlows *flow = &flows[group];

      flow->moved = MIN (flow->waiting, room);
      flow->waiting -= flow->moved;
      flow->open += flow->moved;
      room -= flow->moved;
    }
}

void
kkr_cohort_expect (const KkrCohortModel *model, KkrRoundingMode mode, KkrCohortFlows *flows)
{
  for (guint year = 0; year < model->n_years; year++)
    {
      KkrCohortFlows *cells = &flows[(gsize) year * model->n_groups];

      for (guint group = 0; group < model->n_groups; group++)
        {
          const KkrCohortFlows start = {
            .running = (gint64) model->running[group] * KKR_COHORT_SCALE,
            .waiting = (gint64) model->waiting[group] * KKR_COHORT_SCALE,
            .open = (gint64) model->open[group] * KKR_COHORT_SCALE,
          };
          const KkrCohortFlows *before = year > 0 ? &cells[group] - model->n_groups : &start;

          start_year (model, year, group, before, mode, &cells[group]);
        }
      move_on (model, year, cells);
    }
}
