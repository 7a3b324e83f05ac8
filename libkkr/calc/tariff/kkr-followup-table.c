/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-followup-private.h>

#include <libkkr/table/kkr-table-builder-private.h>

static KkrFollowupGroup *
get_group (GArray *groups, guint i)
{
  return &g_array_index (groups, KkrFollowupGroup, i);
}

static void
add_exact (KkrTableBuilder *builder, const char *name, const char *danish, const char *english,
           KkrUnit unit, const KkrRational *values, guint n)
{
  kkr_table_builder_add_rationals (builder, name, danish, english, unit, values, n);
  kkr_table_builder_set_decimals (builder, name, 2);
}

static const char **
list_names (GArray *groups, gboolean offers)
{
  const char **names = g_new0 (const char *, groups->len + 1);

  for (guint i = 0; i < groups->len; i++)
    names[i] = offers ? get_group (groups, i)->offer : get_group (groups, i)->operator;
  return names;
}

static void
add_selection (KkrFollowup *self, KkrTableBuilder *builder)
{
  guint n = self->averages->len;
  g_auto (GStrv) danish = g_new0 (char *, n + 1);
  g_auto (GStrv) english = g_new0 (char *, n + 1);
  g_autofree gint32 *codes = g_new (gint32, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    {
      int without = g_array_index (self->averages, KkrFollowupAverage, i).without;
      const char *name = without >= 0 ? get_group (self->operators, (guint) without)->operator
                                      : NULL;

      codes[i] = (gint32) i;
      danish[i] = name != NULL ? g_strdup_printf ("Uden %s", name) : g_strdup ("Alle driftsherrer");
      english[i] = name != NULL ? g_strdup_printf ("Without %s", name) : g_strdup ("All operators");
    }
  kkr_table_builder_add_codes (builder, "selection", "Udvalg", "Selection", codes, n,
                               (const char *const *) danish);
  kkr_table_builder_set_labels_in_english (builder, "selection", (const char *const *) english);
}

/* As a report says it: a fall of so much. The size is not rounded, so that it can be held against
 * what is printed. */
static void
add_direction (KkrFollowup *self, KkrTableBuilder *builder)
{
  static const char *const ids[] = { "fall", "unchanged", "rise", NULL };
  static const char *const danish[] = { "fald", "uændret", "stigning", NULL };
  guint n = self->averages->len;
  g_autofree gint32 *codes = g_new (gint32, MAX (n, 1));
  g_autofree KkrRational *sizes = g_new (KkrRational, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    {
      sizes[i] = g_array_index (self->averages, KkrFollowupAverage, i).exact;
      codes[i] = sizes[i].num < 0 ? 0 : sizes[i].num == 0 ? 1 : 2;
      if (sizes[i].num < 0)
        sizes[i].num = -sizes[i].num;
    }
  kkr_table_builder_add_choices (builder, "direction", "Retning", "Direction", codes, n, ids,
                                 danish, NULL);
  kkr_table_builder_add_rationals (builder, "size", "Størrelse", "Size", KKR_UNIT_PERCENT, sizes,
                                   n);
  kkr_table_builder_set_decimals (builder, "size", self->decimals);
}

KkrTable *
kkr_followup_build_summary (KkrFollowup *self, GError **error)
{
  static const char *const keys[] = { "selection", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new (
    "summary", "Gennemsnitlig ændring i takster", "Average change of tariffs");
  guint n = self->averages->len;
  g_autofree gint64 *counts = g_new (gint64, MAX (n, 1));
  g_autofree KkrRational *values = g_new0 (KkrRational, 5 * MAX (n, 1));

  for (guint i = 0; i < n; i++)
    {
      const KkrFollowupAverage *one = &g_array_index (self->averages, KkrFollowupAverage, i);

      counts[i] = one->n;
      values[i] = one->rounded;
      values[n + i] = one->exact;
      values[2 * n + i] = one->median;
      if (!kkr_rational_subtract (&one->exact,
                                  &g_array_index (self->averages, KkrFollowupAverage, 0).exact,
                                  &values[3 * n + i]))
        values[3 * n + i] = (KkrRational) { 0, 0 };
      if (one->has_weighted)
        values[4 * n + i] = one->weighted;
    }
  add_selection (self, builder);
  kkr_table_builder_add_int64 (builder, "operators", "Driftsherrer", "Operators", KKR_UNIT_COUNT,
                               counts, n);
  add_exact (builder, "change", "Ændring", "Change", KKR_UNIT_PERCENT, values, n);
  kkr_table_builder_set_decimals (builder, "change", self->decimals);
  add_direction (self, builder);
  kkr_table_builder_add_rationals (builder, "exact", "Uafrundet", "Unrounded", KKR_UNIT_PERCENT,
                                   values + n, n);
  kkr_table_builder_set_decimals (builder, "exact", 4);
  add_exact (builder, "median", "Median", "Median", KKR_UNIT_PERCENT, values + 2 * n, n);
  add_exact (builder, "shift", "Afvigelse fra alle", "Difference from all",
             KKR_UNIT_PERCENTAGE_POINTS, values + 3 * n, n);
  if (self->has_weights)
    add_exact (builder, "weighted", "Vægtet ændring", "Weighted change", KKR_UNIT_PERCENT,
               values + 4 * n, n);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

/* What the changes of groups are, and how many levels they have. */
static void
add_changes (KkrFollowup *self, KkrTableBuilder *builder, GArray *groups)
{
  guint n = groups->len;
  g_autofree gint64 *levels = g_new (gint64, MAX (n, 1));
  g_autofree KkrRational *changes = g_new0 (KkrRational, MAX (n, 1));
  g_autofree KkrRational *weighted = g_new0 (KkrRational, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    {
      const KkrFollowupGroup *group = get_group (groups, i);

      levels[i] = group->n;
      changes[i] = group->change;
      if (group->weight.num == 0 ||
          !kkr_rational_divide (&group->product, &group->weight, &weighted[i]))
        weighted[i] = (KkrRational) { 0, 0 };
    }
  if (self->lists != NULL)
    kkr_table_builder_add_int64 (builder, "levels", "Takstniveauer", "Levels", KKR_UNIT_COUNT,
                                 levels, n);
  add_exact (builder, "change", "Ændring", "Change", KKR_UNIT_PERCENT, changes, n);
  if (self->has_weights && self->lists != NULL)
    add_exact (builder, "weighted", "Vægtet ændring", "Weighted change", KKR_UNIT_PERCENT,
               weighted, n);
}

KkrTable *
kkr_followup_build_operators (KkrFollowup *self, GError **error)
{
  static const char *const keys[] = { "operator", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new (
    "operators", "Ændring i takster pr. driftsherre", "Change of tariffs by operator");
  guint n = self->operators->len;
  g_autofree const char **names = list_names (self->operators, FALSE);
  g_autofree gint64 *offers = g_new (gint64, MAX (n, 1));
  g_autofree KkrRational *deviations = g_new0 (KkrRational, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    {
      offers[i] = get_group (self->operators, i)->n_offers;
      if (!kkr_rational_subtract (&get_group (self->operators, i)->change,
                                  &g_array_index (self->averages, KkrFollowupAverage, 0).exact,
                                  &deviations[i]))
        deviations[i] = (KkrRational) { 0, 0 };
    }
  kkr_table_builder_add_text (builder, "operator", "Driftsherre", "Operator", names);
  if (self->lists != NULL)
    kkr_table_builder_add_int64 (builder, "offers", "Tilbud", "Offers", KKR_UNIT_OFFERS, offers, n);
  add_changes (self, builder, self->operators);
  add_exact (builder, "deviation", "Afvigelse fra gennemsnittet", "Deviation from the average",
             KKR_UNIT_PERCENTAGE_POINTS, deviations, n);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

const KkrFollowupGroup *
kkr_followup_get_operator_of (const KkrFollowup *self, const KkrFollowupGroup *offer)
{
  guint low = 0, high = self->operators->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (get_group (self->operators, middle)->first <= offer->first)
        low = middle;
      else
        high = middle;
    }
  return get_group (self->operators, low);
}

/* The operator's change without one of its offers. */
static gboolean
compute_without (KkrFollowup *self, const KkrFollowupGroup *offer, KkrRational *change)
{
  const KkrFollowupGroup *all = kkr_followup_get_operator_of (self, offer);
  const KkrRational n = KKR_RATIONAL_INT (all->n - offer->n);
  KkrRational sum;

  return n.num > 0 && kkr_rational_subtract (&all->sum, &offer->sum, &sum) &&
         kkr_rational_divide (&sum, &n, change) &&
         kkr_followup_round (change, self->mode, self->operator_decimals, change, NULL);
}

KkrTable *
kkr_followup_build_offers (KkrFollowup *self, GError **error)
{
  static const char *const keys[] = { "operator", "offer", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new (
    "offers", "Ændring i takster pr. tilbud", "Change of tariffs by offer");
  guint n = self->offers->len;
  g_autofree const char **operators = list_names (self->offers, FALSE);
  g_autofree const char **offers = list_names (self->offers, TRUE);
  g_autofree KkrRational *without = g_new0 (KkrRational, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    if (!compute_without (self, get_group (self->offers, i), &without[i]))
      without[i] = (KkrRational) { 0, 0 };
  kkr_table_builder_add_text (builder, "operator", "Driftsherre", "Operator", operators);
  kkr_table_builder_add_text (builder, "offer", "Tilbud", "Offer", offers);
  add_changes (self, builder, self->offers);
  add_exact (builder, "without", "Driftsherren uden tilbuddet", "The operator without the offer",
             KKR_UNIT_PERCENT, without, n);
  for (guint i = 0; i < n; i++)
    if (without[i].den == 0)
      kkr_table_builder_set_status (builder, "without", i, KKR_CELL_STATUS_NOT_APPLICABLE);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

static void
add_level_names (KkrFollowup *self, KkrTableBuilder *builder)
{
  guint n = self->matches->len;
  g_autofree const char **names = g_new0 (const char *, 3 * ((gsize) n + 1));
  const char **operators = names, **offers = names + n + 1, **levels = names + 2 * (n + 1);

  for (guint i = 0; i < n; i++)
    {
      guint level = g_array_index (self->matches, KkrFollowupMatch, i).level;

      operators[i] = kkr_followup_lists_get_operator (self->lists, level);
      offers[i] = kkr_followup_lists_get_offer (self->lists, level);
      levels[i] = g_array_index (self->lists->levels, KkrFollowupLevel, level).name;
    }
  kkr_table_builder_add_text (builder, "operator", "Driftsherre", "Operator", operators);
  kkr_table_builder_add_text (builder, "offer", "Tilbud", "Offer", offers);
  kkr_table_builder_add_text (builder, "level", "Takstniveau", "Level", levels);
}

KkrTable *
kkr_followup_build_levels (KkrFollowup *self, GError **error)
{
  static const char *const keys[] = { "operator", "offer", "level", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new (
    "levels", "Takstniveauer i begge år", "Levels of both years");
  guint n = self->matches->len;
  g_autofree gint64 *tariffs = g_new (gint64, 2 * (gsize) MAX (n, 1));
  g_autofree KkrRational *values = g_new0 (KkrRational, 3 * (gsize) MAX (n, 1));
  g_autofree char *deflated_da = g_strdup_printf ("Takst %d i %d-priser", self->lists->year,
                                                  self->lists->base_year);
  g_autofree char *deflated_en = g_strdup_printf ("Tariff %d in %d prices", self->lists->year,
                                                  self->lists->base_year);
  g_autofree char *before_da = g_strdup_printf ("Takst %d", self->lists->base_year);
  g_autofree char *before_en = g_strdup_printf ("Tariff %d", self->lists->base_year);
  g_autofree char *after_da = g_strdup_printf ("Takst %d", self->lists->year);
  g_autofree char *after_en = g_strdup_printf ("Tariff %d", self->lists->year);

  for (guint i = 0; i < n; i++)
    {
      const KkrFollowupMatch *match = &g_array_index (self->matches, KkrFollowupMatch, i);

      tariffs[i] = match->before->tariff;
      tariffs[n + i] = match->after->tariff;
      values[i] = match->deflated;
      values[n + i] = match->change;
      values[2 * n + i] = match->before->weight;
    }
  add_level_names (self, builder);
  kkr_table_builder_add_int64 (builder, "before", before_da, before_en, KKR_UNIT_AMOUNT, tariffs,
                               n);
  kkr_table_builder_add_int64 (builder, "after", after_da, after_en, KKR_UNIT_AMOUNT, tariffs + n,
                               n);
  add_exact (builder, "deflated", deflated_da, deflated_en, KKR_UNIT_RATE, values, n);
  if (self->has_weights)
    kkr_table_builder_add_rationals (builder, "weight", "Vægt", "Weight", KKR_UNIT_NONE,
                                     values + 2 * n, n);
  add_exact (builder, "change", "Ændring", "Change", KKR_UNIT_PERCENT, values + n, n);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}
