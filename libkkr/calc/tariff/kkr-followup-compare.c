/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-followup-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error.h>

static gboolean
compare_tariffs (KkrFollowup *self, KkrFollowupMatch *match, GError **error)
{
  const KkrRational before = { match->before->tariff, 100 }, one = KKR_RATIONAL_INT (1);
  const KkrRational after = { match->after->tariff, 100 }, hundred = KKR_RATIONAL_INT (100);
  gboolean basket = kkr_calculator_get_enum (self->calculator, "weighting") ==
                    KKR_TARIFF_WEIGHTING_FIXED_BASKET;
  KkrRational change;

  match->weight = match->before->weight;
  if (!kkr_rational_divide (&after, &self->index, &match->deflated) ||
      !kkr_rational_divide (&match->deflated, &before, &change) ||
      !kkr_rational_subtract (&change, &one, &change) ||
      !kkr_rational_multiply (&change, &hundred, &change) ||
      (basket && !kkr_rational_multiply (&match->weight, &before, &match->weight)))
    return kkr_rational_overflow (error, _("the change"));
  return kkr_followup_round (&change, self->mode, self->level_decimals, &match->change, error);
}

static gboolean
find_matches (KkrFollowup *self, GError **error)
{
  for (guint level = 0; level < self->lists->levels->len; level++)
    {
      KkrFollowupMatch match = { .level = level };

      match.before = kkr_followup_lists_find (self->lists, level, self->lists->base_year, TRUE);
      match.after = kkr_followup_lists_find (self->lists, level, self->lists->year, TRUE);
      if (match.before == NULL || match.after == NULL)
        continue;
      if (!compare_tariffs (self, &match, error))
        return FALSE;
      g_array_append_val (self->matches, match);
    }
  return TRUE;
}

static gboolean
add_to_group (KkrFollowupGroup *group, const KkrFollowupMatch *match, GError **error)
{
  KkrRational product;

  group->n++;
  if (kkr_rational_add (&group->sum, &match->change, &group->sum) &&
      kkr_rational_multiply (&match->weight, &match->change, &product) &&
      kkr_rational_add (&group->product, &product, &group->product) &&
      kkr_rational_add (&group->weight, &match->weight, &group->weight))
    return TRUE;
  return kkr_rational_overflow (error, _("the sum of the changes"));
}

static gboolean
end_groups (KkrFollowup *self, GArray *groups, GError **error)
{
  for (guint i = 0; i < groups->len; i++)
    {
      KkrFollowupGroup *group = &g_array_index (groups, KkrFollowupGroup, i);
      const KkrRational n = KKR_RATIONAL_INT (group->n);
      KkrRational mean;

      if (!kkr_rational_divide (&group->sum, &n, &mean))
        return kkr_rational_overflow (error, _("the mean of the changes"));
      if (!kkr_followup_round (&mean, self->mode, self->operator_decimals, &group->change, error))
        return FALSE;
    }
  return TRUE;
}

/* The matches come by operator and offer. */
static gboolean
group_matches (KkrFollowup *self, GError **error)
{
  const KkrFollowupLevel *last = NULL;

  for (guint i = 0; i < self->matches->len; i++)
    {
      const KkrFollowupMatch *match = &g_array_index (self->matches, KkrFollowupMatch, i);
      const KkrFollowupLevel *level = &g_array_index (self->lists->levels, KkrFollowupLevel,
                                                      match->level);
      KkrFollowupGroup group = {
        .operator = kkr_followup_lists_get_operator (self->lists, match->level),
        .offer = kkr_followup_lists_get_offer (self->lists, match->level),
        .first = i, .sum = KKR_RATIONAL_ZERO, .weight = KKR_RATIONAL_ZERO,
        .product = KKR_RATIONAL_ZERO,
      };
      gboolean new_operator = last == NULL || last->operator != level->operator;

      if (new_operator)
        g_array_append_val (self->operators, group);
      if (new_operator || last->offer != level->offer)
        {
          g_array_append_val (self->offers, group);
          g_array_index (self->operators, KkrFollowupGroup, self->operators->len - 1).n_offers++;
        }
      last = level;
      if (!add_to_group (&g_array_index (self->operators, KkrFollowupGroup,
                                         self->operators->len - 1), match, error) ||
          !add_to_group (&g_array_index (self->offers, KkrFollowupGroup, self->offers->len - 1),
                         match, error))
        return FALSE;
    }
  return end_groups (self, self->operators, error) && end_groups (self, self->offers, error);
}

gboolean
kkr_followup_compare (KkrFollowup *self, GError **error)
{
  return find_matches (self, error) && group_matches (self, error);
}
