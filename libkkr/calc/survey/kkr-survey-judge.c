/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/survey/kkr-survey-private.h>

/* Whether each printed share can be, and what would be right instead. */

static void
judge_count (KkrSurveyCell *cell, gint64 base)
{
  KkrRational share;

  cell->low = cell->high = cell->count;
  cell->verdict = base > 0 ? KKR_SURVEY_FITS : KKR_SURVEY_NO_BASE;
  if (base <= 0 || cell->share.den == 0
      || (kkr_rational_init (&share, (KkrInt128) 100 * cell->count, base)
          && kkr_interval_contains (&cell->interval, &share)))
    return;
  cell->verdict = KKR_SURVEY_OTHER;
  cell->repair = cell->count;
}

static void
judge_share (const KkrSurveyGroup *group, KkrSurveyCell *cell)
{
  cell->low = 1;
  cell->high = 0;
  cell->verdict = KKR_SURVEY_NO_BASE;
  if (group->base == 0)
    return;
  cell->verdict = kkr_base_search_counts (group->search, cell->value, group->base, &cell->low,
                                          &cell->high)
                    ? KKR_SURVEY_FITS : KKR_SURVEY_NO_COUNT;
}

/* What the other answers leave, if only one is wrong and they leave one number. */
static void
repair (KkrSurveyPlan *self, guint i, gint64 base)
{
  KkrSurveyCell *wrong = NULL;
  gint64 rest = base;

  for (guint at = self->starts[i]; at < self->starts[i + 1]; at++)
    {
      KkrSurveyCell *cell = kkr_survey_get_cell (self, self->order[at]);

      if (cell->verdict == KKR_SURVEY_FITS && cell->low == cell->high)
        rest -= cell->low;
      else if (cell->verdict == KKR_SURVEY_NO_COUNT && wrong == NULL)
        wrong = cell;
      else
        return;
    }
  if (wrong != NULL && rest >= 0 && rest <= base)
    wrong->repair = rest;
}

/* All counts are possible, but not together. */
static void
judge_together (KkrSurveyPlan *self, guint i, gint64 base)
{
  gint64 low = 0, high = 0;

  for (guint at = self->starts[i]; at < self->starts[i + 1]; at++)
    {
      const KkrSurveyCell *cell = kkr_survey_get_cell (self, self->order[at]);

      if (cell->verdict != KKR_SURVEY_FITS)
        return;
      low += cell->low;
      high += cell->high;
    }
  for (guint at = self->starts[i]; (low > base || high < base) && at < self->starts[i + 1]; at++)
    kkr_survey_get_cell (self, self->order[at])->verdict = KKR_SURVEY_SUM;
}

void
kkr_survey_judge (KkrSurveyPlan *self)
{
  for (guint i = 0; i < self->distributions->len; i++)
    {
      KkrSurveyDistribution *distribution = kkr_survey_get_distribution (self, i);
      const KkrSurveyGroup *group = kkr_survey_get_group (self, distribution->group);
      const gboolean counted = distribution->n_counts > 0;

      if (!counted)
        distribution->base = group->base;
      for (guint at = self->starts[i]; at < self->starts[i + 1]; at++)
        {
          KkrSurveyCell *cell = kkr_survey_get_cell (self, self->order[at]);

          if (counted)
            judge_count (cell, distribution->base);
          else
            judge_share (group, cell);
        }
      if (counted || self->several || distribution->base == 0)
        continue;
      repair (self, i, distribution->base);
      judge_together (self, i, distribution->base);
    }
}
