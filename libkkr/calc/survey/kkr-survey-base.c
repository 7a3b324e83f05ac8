/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/survey/kkr-survey-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error.h>

#define MAX_WORK 100000000 /* about a second, and 8 bytes at most for each */
#define NO_CELL G_MAXUINT

/* The counts that each different share of a group can stand for, of one base. */
typedef struct {
  gint64 *low, *high;
} Counts;

static void
count_values (const KkrSurveyGroup *group, gint64 base, Counts *counts)
{
  for (guint i = 0; i < group->texts->len; i++)
    if (!kkr_base_search_counts (group->search, i, base, &counts->low[i], &counts->high[i]))
      {
        counts->low[i] = 1;
        counts->high[i] = 0;
      }
}

static gboolean
is_of_shares (const KkrSurveyDistribution *distribution)
{
  return distribution->n_counts == 0;
}

/* What of a distribution no base can be so: shares that are no counts, or their sum. */
static guint
count_flags (const KkrSurveyPlan *self, guint distribution, gint64 base, const Counts *counts)
{
  gint64 low = 0, high = 0;
  guint n_flagged = 0;

  for (guint at = self->starts[distribution]; at < self->starts[distribution + 1]; at++)
    {
      const guint value = kkr_survey_get_cell (self, self->order[at])->value;

      n_flagged += counts->low[value] > counts->high[value];
      low += counts->low[value];
      high += counts->high[value];
    }
  if (n_flagged == 0 && !self->several && (low > base || high < base))
    return 1;
  return n_flagged;
}

/* The bases with the fewest flags. */
static void
try_base (KkrSurveyGroup *group, gint64 base, guint n_flagged)
{
  if (group->candidates->len > 0 && n_flagged > group->n_flagged)
    return;
  if (group->candidates->len == 0 || n_flagged < group->n_flagged)
    {
      g_array_set_size (group->candidates, 0);
      group->n_flagged = n_flagged;
    }
  g_array_append_val (group->candidates, base);
}

/* The one share of a distribution that is no count, where the others leave one; or NO_CELL. */
static guint
find_mended (const KkrSurveyPlan *self, guint distribution, gint64 base, const Counts *counts)
{
  guint wrong = NO_CELL;
  gint64 rest = base;

  for (guint at = self->starts[distribution]; at < self->starts[distribution + 1]; at++)
    {
      const guint value = kkr_survey_get_cell (self, self->order[at])->value;

      if (counts->low[value] == counts->high[value])
        rest -= counts->low[value];
      else if (counts->low[value] > counts->high[value] && wrong == NO_CELL)
        wrong = self->order[at];
      else
        return NO_CELL;
    }
  return rest >= 0 && rest <= base ? wrong : NO_CELL;
}

/* Faults may be of the base as well as of the print. So of several bases with faults the least is
 * told only where one share is wrong, the same for all that can be mended. */
static gboolean
choose_base (const KkrSurveyPlan *self, KkrSurveyGroup *group, const guint *members,
             guint n_members, Counts *counts, GCancellable *cancellable, GError **error)
{
  guint wrong = NO_CELL;

  group->base = 0;
  if (group->n_flagged == 0 || group->candidates->len == 1)
    group->base = g_array_index (group->candidates, gint64, 0);
  else if (group->n_flagged == 1 && !self->several)
    for (guint i = 0; i < group->candidates->len; i++)
      {
        const gint64 base = g_array_index (group->candidates, gint64, i);
        guint mended = NO_CELL;

        if (g_cancellable_set_error_if_cancelled (cancellable, error))
          return FALSE;
        count_values (group, base, counts);
        for (guint j = 0; j < n_members && mended == NO_CELL; j++)
          mended = find_mended (self, members[j], base, counts);
        if (mended == NO_CELL || mended == wrong)
          continue;
        group->base = wrong == NO_CELL ? base : 0;
        if (wrong != NO_CELL)
          break;
        wrong = mended;
      }
  return TRUE;
}

static gboolean
search_group (KkrSurveyPlan *self, guint i, const guint *members, guint n_members,
              GCancellable *cancellable, GError **error)
{
  KkrSurveyGroup *group = kkr_survey_get_group (self, i);
  g_autofree char *percentages = NULL;
  g_autofree gint64 *low = g_new0 (gint64, (gsize) group->texts->len + 1);
  g_autofree gint64 *high = g_new0 (gint64, (gsize) group->texts->len + 1);
  Counts counts = { low, high };

  g_ptr_array_add (group->texts, NULL);
  percentages = g_strjoinv ("; ", (char **) group->texts->pdata);
  g_ptr_array_set_size (group->texts, (int) group->texts->len - 1);
  group->search = kkr_base_search_new (percentages, self->mode, self->first_base, self->last_base,
                                       error);
  if (group->search == NULL)
    return FALSE;
  for (gint64 base = self->first_base; base <= self->last_base; base++)
    {
      guint n_flagged = 0;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      count_values (group, base, &counts);
      for (guint j = 0; j < n_members; j++)
        n_flagged += count_flags (self, members[j], base, &counts);
      try_base (group, base, n_flagged);
    }
  /* Nothing says anything of a base that more shares speak against than for. */
  if (2 * group->n_flagged >= group->n_shares && group->n_flagged > 0)
    {
      g_array_set_size (group->candidates, 0);
      group->base = 0;
      return TRUE;
    }
  return choose_base (self, group, members, n_members, &counts, cancellable, error);
}

/* The distributions of shares, one group after the other. */
static guint *
sort_members (const KkrSurveyPlan *self, guint *starts)
{
  guint *members = g_new (guint, (gsize) self->distributions->len + 1);
  g_autofree guint *next = NULL;

  for (guint i = 0; i < self->distributions->len; i++)
    if (is_of_shares (kkr_survey_get_distribution (self, i)))
      starts[kkr_survey_get_distribution (self, i)->group + 1]++;
  for (guint i = 0; i < self->groups->len; i++)
    starts[i + 1] += starts[i];
  next = g_memdup2 (starts, sizeof *starts * ((gsize) self->groups->len + 1));
  for (guint i = 0; i < self->distributions->len; i++)
    if (is_of_shares (kkr_survey_get_distribution (self, i)))
      members[next[kkr_survey_get_distribution (self, i)->group]++] = i;
  return members;
}

gboolean
kkr_survey_find_bases (KkrSurveyPlan *self, GCancellable *cancellable, GError **error)
{
  g_autofree guint *starts = g_new0 (guint, (gsize) self->groups->len + 2);
  g_autofree guint *members = sort_members (self, starts);
  const gint64 n_bases = self->last_base - self->first_base + 1;

  if (self->cells->len > 0 && n_bases > MAX_WORK / self->cells->len)
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                   _("too much to try: %lld numbers of respondents for %u answers found, a smaller "
                     "last-base expected"), (long long) n_bases, self->cells->len);
      return FALSE;
    }
  for (guint i = 0; i < self->groups->len; i++)
    {
      if (starts[i + 1] > starts[i]
          && !search_group (self, i, members + starts[i], starts[i + 1] - starts[i], cancellable,
                            error))
        return FALSE;
      kkr_calculator_set_progress (self->calculator, (gdouble) (i + 1) / self->groups->len);
    }
  return TRUE;
}
