/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-rule-search-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-interval-arithmetic-private.h>

/* Where no base gives all rows, the one that gives most is looked for among so many rows. */
#define MAX_SWEPT 300

static gboolean
base_of_row (const KkrRuleSearch *self, guint row, KkrRoundingMode mode, KkrInterval *interval)
{
  const KkrInterval weight = kkr_interval_point (&self->weights[row]);
  const KkrRational zero = KKR_RATIONAL_ZERO;

  if (!kkr_interval_behind (interval, &self->printed[row], &self->unit, mode))
    return FALSE;
  if (self->weights[row].num != 0)
    *interval = kkr_interval_divide (interval, &weight);
  else if (kkr_interval_contains (interval, &zero))
    *interval = kkr_interval_all ();
  return TRUE;
}

/* Whether the lower end of `a` is higher, or left out where that of `b` is not. */
static gboolean
begins_later (const KkrInterval *a, const KkrInterval *b)
{
  int order;

  if (!a->has_lower || !b->has_lower)
    return a->has_lower;
  order = kkr_rational_compare (&a->lower, &b->lower);
  return order > 0 || (order == 0 && !a->lower_included && b->lower_included);
}

/* No base makes anything out of a weight of nothing. */
static gboolean
contradicts_itself (const KkrRuleSearch *self, guint row, const KkrInterval *interval)
{
  return self->weights[row].num == 0 && (interval->has_lower || interval->has_upper);
}

static gboolean
find_base (const KkrRuleSearch *self, KkrRuleBase *found)
{
  found->interval = kkr_interval_all ();
  for (guint i = 0; i < self->n; i++)
    {
      KkrInterval row, minus_row, minus_found;

      if (!base_of_row (self, i, found->mode, &row))
        return FALSE;
      if (contradicts_itself (self, i, &row))
        {
          found->lower_row = found->upper_row = i;
          found->interval = kkr_interval_point (&KKR_RATIONAL_ZERO);
          found->interval.lower_included = FALSE;
          return TRUE;
        }
      minus_row = kkr_interval_negate (&row);
      minus_found = kkr_interval_negate (&found->interval);
      if (begins_later (&row, &found->interval))
        found->lower_row = i;
      if (begins_later (&minus_row, &minus_found))
        found->upper_row = i;
      found->interval = kkr_interval_intersect (&found->interval, &row);
    }
  return TRUE;
}

gboolean
kkr_rule_search_find_bases (KkrRuleSearch *self, GError **error)
{
  for (int mode = KKR_ROUNDING_MODE_HALF_AWAY; mode <= KKR_ROUNDING_MODE_AWAY_FROM_ZERO; mode++)
    {
      KkrRuleBase found = { .mode = (KkrRoundingMode) mode };

      if (!find_base (self, &found))
        return kkr_rational_overflow (error, _("the base behind the rows"));
      g_array_append_val (self->bases, found);
    }
  return TRUE;
}

static guint
count_rows (const KkrInterval *rows, guint n, const KkrRational *base)
{
  guint count = 0;

  for (guint i = 0; i < n; i++)
    count += kkr_interval_contains (&rows[i], base);
  return count;
}

/* A number of the interval that stays in it when it is not the whole story: where the rows do not
 * agree, one within each row is tried. */
static gboolean
sweep (const KkrRuleSearch *self, KkrRoundingMode mode, KkrRational *base)
{
  g_autofree KkrInterval *rows = g_new (KkrInterval, self->n);
  guint most = 0;

  for (guint i = 0; i < self->n; i++)
    if (!base_of_row (self, i, mode, &rows[i]))
      return FALSE;
  for (guint i = 0; i < self->n; i++)
    if (contradicts_itself (self, i, &rows[i]))
      rows[i] = (KkrInterval) { .has_lower = TRUE, .has_upper = TRUE, .lower.den = 1,
                                .upper.den = 1 };
  for (guint i = 0; i < self->n; i++)
    {
      KkrInterval common = rows[i];
      KkrRational tried;
      guint count;

      for (guint j = 0; j < self->n; j++)
        {
          KkrInterval both = kkr_interval_intersect (&common, &rows[j]);

          if (!kkr_interval_is_empty (&both) && !begins_later (&rows[j], &rows[i]))
            common = both;
        }
      if (kkr_interval_is_empty (&common) || !kkr_interval_pick (&common, NULL, FALSE, &tried))
        continue;
      count = count_rows (rows, self->n, &tried);
      if (count > most)
        {
          most = count;
          *base = tried;
        }
    }
  return most > 0;
}

gboolean
kkr_rule_search_pick_base (const KkrRuleSearch *self, const KkrRuleBase *found, KkrRational *base,
                           GError **error)
{
  KkrRational sum = KKR_RATIONAL_ZERO;

  if (kkr_interval_pick (&found->interval, NULL, FALSE, base) ||
      (self->n <= MAX_SWEPT && sweep (self, found->mode, base)))
    return TRUE;
  for (guint i = 0; i < self->n; i++)
    if (!kkr_rational_add (&sum, &self->printed[i], &sum))
      return kkr_rational_overflow (error, _("the sum of the printed rows"));
  return kkr_rational_divide (&sum, &self->weight_sum, base) ||
         kkr_rational_overflow (error, _("the base behind the rows"));
}
