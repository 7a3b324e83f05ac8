/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-secured-private.h>

KkrSecuredCase *
kkr_secured_case_new_full (const KkrSecured *self)
{
  return kkr_secured_case_new (self, self->named_steps->len, TRUE);
}

/* What a group would hold if nobody moved to open places. */
static gint64
get_gross (const KkrCohortFlows *flows, gint64 discharged)
{
  return flows->running + flows->waiting + discharged;
}

/* By how many fewer the remand substitutes are than without the state. */
static void
add_removed (const KkrSecured *plan, const KkrSecuredCase *full, KkrSecuredYear *years)
{
  const int group = kkr_secured_find_group (plan, KKR_SECURED_GROUP_REMAND);
  g_autoptr (KkrSecuredCase) without = NULL;
  gint64 with_moved = 0, without_moved = 0;

  if (group < 0 || plan->takeover_year > plan->last_year)
    return;
  without = kkr_secured_case_new (plan, full->n_steps, FALSE);
  for (guint year = 0; year < plan->n_years; year++)
    {
      const KkrCohortFlows *with = kkr_secured_case_get (full, year, (guint) group);
      const KkrCohortFlows *other = kkr_secured_case_get (without, year, (guint) group);

      with_moved += with->moved;
      without_moved += other->moved;
      years[year].removed = get_gross (other, without_moved) - get_gross (with, with_moved);
    }
}

KkrSecuredYear *
kkr_secured_case_sum (const KkrSecured *plan, const KkrSecuredCase *full)
{
  KkrSecuredYear *years = g_new0 (KkrSecuredYear, plan->n_years);
  gint64 discharged = 0;

  for (guint year = 0; year < plan->n_years; year++)
    {
      for (guint group = 0; group < plan->n_groups; group++)
        {
          const KkrCohortFlows *flows = kkr_secured_case_get (full, year, group);

          years[year].need += flows->running + flows->waiting;
          years[year].waiting += flows->waiting;
          years[year].open += flows->open;
          discharged += flows->moved;
        }
      years[year].discharged = discharged;
    }
  if (full->takeover)
    add_removed (plan, full, years);
  return years;
}

gint64
kkr_secured_case_get_shortfall (const KkrSecuredCase *self, guint year, const KkrSecuredYear *sum)
{
  return sum->need - (gint64) self->model.secured_places[year] * KKR_COHORT_SCALE;
}
