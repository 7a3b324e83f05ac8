/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-followup-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error.h>

static int
compare_changes (gconstpointer a, gconstpointer b, gpointer operators)
{
  const guint *place_a = a, *place_b = b;
  int order = kkr_rational_compare (
    &g_array_index ((GArray *) operators, KkrFollowupGroup, *place_a).change,
    &g_array_index ((GArray *) operators, KkrFollowupGroup, *place_b).change);

  return order != 0 ? order : *place_a < *place_b ? -1 : *place_a > *place_b;
}

static void
rank (KkrFollowup *self)
{
  guint n = self->operators->len;

  self->by_size = g_new (guint, MAX (n, 1));
  self->ranks = g_new (guint, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    self->by_size[i] = i;
  g_qsort_with_data (self->by_size, (int) n, sizeof (guint), compare_changes, self->operators);
  for (guint i = 0; i < n; i++)
    self->ranks[self->by_size[i]] = i;
}

void
kkr_followup_find_middle (const KkrFollowup *self, int without, guint middle[2])
{
  guint n = self->operators->len - (without >= 0 ? 1 : 0);

  for (guint i = 0; i < 2; i++)
    {
      guint rank = (n - 1 + i) / 2;

      if (without >= 0 && rank >= self->ranks[without])
        rank++;
      middle[i] = self->by_size[rank];
    }
}

static gboolean
find_median (const KkrFollowup *self, int without, KkrRational *median)
{
  const KkrRational two = KKR_RATIONAL_INT (2);
  guint middle[2];

  kkr_followup_find_middle (self, without, middle);
  return kkr_rational_add (&g_array_index (self->operators, KkrFollowupGroup, middle[0]).change,
                           &g_array_index (self->operators, KkrFollowupGroup, middle[1]).change,
                           median) &&
         kkr_rational_divide (median, &two, median);
}

static gboolean
add_average (KkrFollowup *self, const KkrFollowupAverage *all, int without, GError **error)
{
  KkrFollowupAverage average = *all;
  KkrRational n;

  average.without = without;
  if (without >= 0)
    {
      const KkrFollowupGroup *left = &g_array_index (self->operators, KkrFollowupGroup, without);

      average.n--;
      if (!kkr_rational_subtract (&all->sum, &left->change, &average.sum) ||
          !kkr_rational_subtract (&all->weight, &left->weight, &average.weight) ||
          !kkr_rational_subtract (&all->product, &left->product, &average.product))
        return kkr_rational_overflow (error, _("the sum of the changes"));
    }
  n = KKR_RATIONAL_INT (average.n);
  average.has_weighted = self->has_weights && average.weight.num > 0;
  if (!kkr_rational_divide (&average.sum, &n, &average.exact) ||
      !find_median (self, without, &average.median) ||
      (average.has_weighted &&
       !kkr_rational_divide (&average.product, &average.weight, &average.weighted)))
    return kkr_rational_overflow (error, _("the mean of the changes"));
  if (!kkr_followup_round (&average.exact, self->mode, self->decimals, &average.rounded, error))
    return FALSE;
  g_array_append_val (self->averages, average);
  return TRUE;
}

gboolean
kkr_followup_average (KkrFollowup *self, GError **error)
{
  KkrFollowupAverage all = { .n = self->operators->len, .sum = KKR_RATIONAL_ZERO,
                             .weight = KKR_RATIONAL_ZERO, .product = KKR_RATIONAL_ZERO };

  for (guint i = 0; i < all.n; i++)
    {
      const KkrFollowupGroup *group = &g_array_index (self->operators, KkrFollowupGroup, i);

      if (!kkr_rational_add (&all.sum, &group->change, &all.sum) ||
          !kkr_rational_add (&all.weight, &group->weight, &all.weight) ||
          !kkr_rational_add (&all.product, &group->product, &all.product))
        return kkr_rational_overflow (error, _("the sum of the changes"));
    }
  rank (self);
  if (all.n > 0 && !add_average (self, &all, -1, error))
    return FALSE;
  for (guint i = 0; i < all.n && all.n > 1; i++)
    if (!add_average (self, &all, (int) i, error))
      return FALSE;
  return TRUE;
}
