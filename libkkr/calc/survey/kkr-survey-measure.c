/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/survey/kkr-survey-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-format-private.h>

/* What printed shares can stand for, and what they add up to. */

#define MAX_SHOWN 38 /* decimals: whatever a cell can have */

static const KkrRational hundred = KKR_RATIONAL_INT (100);
static const KkrRational zero = KKR_RATIONAL_ZERO;

int
kkr_survey_count_decimals (const KkrRational *share)
{
  gint64 scale = 1;

  for (int i = 0; i <= KKR_SURVEY_MAX_DECIMALS; i++, scale *= 10)
    if (scale % share->den == 0)
      return i;
  return -1;
}

/* A group is printed with as many decimals as any of its shares has, or as the input says. */
static gboolean
find_decimals (KkrSurveyPlan *self, GError **error)
{
  const gboolean given = kkr_calculator_is_assigned (self->calculator, "decimals");
  const int most = given ? kkr_calculator_get_int (self->calculator, "decimals") : 0;
  const int least = CLAMP (most, 0, KKR_SURVEY_MAX_DECIMALS);

  for (guint i = 0; i < self->groups->len; i++)
    kkr_survey_get_group (self, i)->decimals = least;
  for (guint i = 0; i < self->cells->len; i++)
    {
      const KkrSurveyCell *cell = kkr_survey_get_cell (self, i);
      KkrSurveyGroup *group = kkr_survey_get_group (self, cell->group);
      const int decimals = cell->share.den != 0 ? kkr_survey_count_decimals (&cell->share) : 0;
      g_autofree char *found = NULL;

      if (decimals >= 0 && (!given || decimals <= least))
        {
          group->decimals = MAX (group->decimals, decimals);
          continue;
        }
      found = kkr_format_exact (&cell->share, MAX_SHOWN, C_("language of amounts", "en"));
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                   _("a share with too many decimals: %s in row %u found, %d decimals at most "
                     "expected"), found, cell->row + 1, given ? least : KKR_SURVEY_MAX_DECIMALS);
      return FALSE;
    }
  return TRUE;
}

static void
add_value (KkrSurveyPlan *self, KkrSurveyCell *cell)
{
  KkrSurveyGroup *group = kkr_survey_get_group (self, cell->group);
  char *text = kkr_format_decimals (&cell->share, (guint) group->decimals, "da");
  gpointer place;

  if (g_hash_table_lookup_extended (group->values, text, NULL, &place))
    {
      g_free (text);
      cell->value = GPOINTER_TO_UINT (place);
      return;
    }
  cell->value = group->texts->len;
  g_ptr_array_add (group->texts, text);
  g_hash_table_insert (group->values, text, GUINT_TO_POINTER (cell->value));
}

/* No share is below 0 or above 100. */
static gboolean
find_interval (KkrSurveyPlan *self, KkrSurveyCell *cell)
{
  const KkrSurveyGroup *group = kkr_survey_get_group (self, cell->group);
  KkrRational precision;
  gint64 scale = 1;

  for (int i = 0; i < group->decimals; i++)
    scale *= 10;
  kkr_rational_init (&precision, 1, scale);
  if (!kkr_interval_behind (&cell->interval, &cell->share, &precision, self->mode))
    return FALSE;
  if (kkr_rational_compare (&cell->interval.lower, &zero) < 0)
    {
      cell->interval.lower = zero;
      cell->interval.lower_included = TRUE;
    }
  if (kkr_rational_compare (&cell->interval.upper, &hundred) > 0)
    {
      cell->interval.upper = hundred;
      cell->interval.upper_included = TRUE;
    }
  return TRUE;
}

static gboolean
add_net (KkrSurveyDistribution *self, const KkrSurveyCell *cell)
{
  self->has_net = self->has_net || cell->direction != 0;
  if (cell->direction > 0)
    return kkr_rational_add (&self->net, &cell->share, &self->net)
           && kkr_rational_add (&self->net_low, &cell->interval.lower, &self->net_low)
           && kkr_rational_add (&self->net_high, &cell->interval.upper, &self->net_high);
  return cell->direction == 0
         || (kkr_rational_subtract (&self->net, &cell->share, &self->net)
             && kkr_rational_subtract (&self->net_low, &cell->interval.upper, &self->net_low)
             && kkr_rational_subtract (&self->net_high, &cell->interval.lower, &self->net_high));
}

static void
judge_sum (const KkrSurveyPlan *self, KkrSurveyDistribution *distribution, gboolean lower_included,
           gboolean upper_included)
{
  const int low = kkr_rational_compare (&distribution->low, &hundred);
  const int high = kkr_rational_compare (&distribution->high, &hundred);

  if (self->several)
    distribution->verdict = KKR_SURVEY_SUM_SEVERAL;
  else if (kkr_rational_compare (&distribution->sum, &hundred) == 0)
    distribution->verdict = KKR_SURVEY_SUM_EXACT;
  else if ((low < 0 || (low == 0 && lower_included))
           && (high > 0 || (high == 0 && upper_included)))
    distribution->verdict = KKR_SURVEY_SUM_ROUNDING;
  else
    distribution->verdict = KKR_SURVEY_SUM_FAILS;
}

static gboolean
add_shares (KkrSurveyPlan *self, guint i)
{
  KkrSurveyDistribution *distribution = kkr_survey_get_distribution (self, i);
  gboolean lower_included = TRUE, upper_included = TRUE;

  distribution->sum = distribution->low = distribution->high = zero;
  distribution->net = distribution->net_low = distribution->net_high = zero;
  for (guint at = self->starts[i]; at < self->starts[i + 1]; at++)
    {
      const KkrSurveyCell *cell = kkr_survey_get_cell (self, self->order[at]);

      lower_included = lower_included && cell->interval.lower_included;
      upper_included = upper_included && cell->interval.upper_included;
      if (!kkr_rational_add (&distribution->sum, &cell->share, &distribution->sum)
          || !kkr_rational_add (&distribution->low, &cell->interval.lower, &distribution->low)
          || !kkr_rational_add (&distribution->high, &cell->interval.upper, &distribution->high)
          || !add_net (distribution, cell))
        return FALSE;
    }
  judge_sum (self, distribution, lower_included, upper_included);
  return TRUE;
}

/* Of counts: respondents are as many as the counts, or, where each may give several answers, as
 * many as have answered. */
static gboolean
add_counts (KkrSurveyPlan *self, guint i)
{
  KkrSurveyDistribution *distribution = kkr_survey_get_distribution (self, i);
  gint64 net = 0;

  for (guint at = self->starts[i]; at < self->starts[i + 1]; at++)
    {
      const KkrSurveyCell *cell = kkr_survey_get_cell (self, self->order[at]);

      distribution->total += cell->count;
      distribution->has_net = distribution->has_net || cell->direction != 0;
      net += cell->direction * cell->count;
    }
  if (self->several)
    distribution->verdict = KKR_SURVEY_SUM_SEVERAL;
  distribution->base = self->several ? kkr_calculator_get_int (self->calculator, "answered")
                                     : distribution->total;
  distribution->has_net = distribution->has_net && distribution->base > 0;
  if (!distribution->has_net)
    return TRUE;
  if (!kkr_rational_init (&distribution->net, (KkrInt128) 100 * net, distribution->base))
    return FALSE;
  distribution->net_low = distribution->net_high = distribution->net;
  return TRUE;
}

gboolean
kkr_survey_measure (KkrSurveyPlan *self, GError **error)
{
  if (!find_decimals (self, error))
    return FALSE;
  for (guint i = 0; i < self->cells->len; i++)
    {
      KkrSurveyCell *cell = kkr_survey_get_cell (self, i);

      if (cell->share.den == 0)
        continue;
      if (cell->count < 0)
        add_value (self, cell);
      if (!find_interval (self, cell))
        return kkr_rational_overflow (error, _("the interval of the figure"));
    }
  for (guint i = 0; i < self->distributions->len; i++)
    {
      const KkrSurveyDistribution *distribution = kkr_survey_get_distribution (self, i);

      if ((distribution->n_shares == distribution->n_cells && !add_shares (self, i))
          || (distribution->n_counts == distribution->n_cells && !add_counts (self, i)))
        return kkr_rational_overflow (error, _("the sum of the answers"));
    }
  return TRUE;
}
