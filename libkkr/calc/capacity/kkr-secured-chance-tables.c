/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-secured-chance-private.h>

#include <libkkr/table/kkr-table-builder-private.h>

/* A deviation is told in hundredths of a person, an error in ten thousandths: whole numbers are
 * what roots of whole numbers are rounded to. */
#define DEVIATION_SCALE 100
#define ERROR_SCALE 10000

gint64
kkr_secured_root (KkrInt128 num, KkrInt128 den)
{
  const KkrInt128 whole = num / den;
  KkrInt128 root = 0;

  for (int bit = 62; bit >= 0; bit--)
    {
      const KkrInt128 larger = root | (KkrInt128) 1 << bit;

      if (larger * larger <= whole)
        root = larger;
    }
  /* num / den against (root + 1/2)^2: a quarter more than a whole number. */
  if (4 * (whole - root * root) + 4 * (num % den) / den >= 4 * root + 1)
    root++;
  return (gint64) root;
}

/* The variance of the paths' need, as num / n^2. */
static KkrInt128
get_spread (const KkrCohortHistogram *need, guint64 n)
{
  const KkrInt128 sum = kkr_cohort_histogram_sum (need);

  return (KkrInt128) n * kkr_cohort_histogram_sum_squares (need) - sum * sum;
}

static void
add_years (const KkrSecuredChance *self, KkrTableBuilder *builder)
{
  const guint n = self->plan->n_years;
  g_autofree gint64 *years = g_new0 (gint64, n);

  for (guint i = 0; i < n; i++)
    years[i] = self->plan->first_year + (int) i;
  kkr_table_builder_add_int64 (builder, "year", "År", "Year", KKR_UNIT_NONE, years, n);
}

static void
add_places (const KkrSecuredChance *self, KkrTableBuilder *builder)
{
  const guint n = self->plan->n_years;
  g_autofree gint64 *places = g_new0 (gint64, n);

  for (guint i = 0; i < n; i++)
    places[i] = self->full->model.secured_places[i];
  kkr_table_builder_add_int64 (builder, "secured-places", "Sikrede pladser", "Secured places",
                               KKR_UNIT_PLACES, places, n);
}

static void
add_shares (KkrTableBuilder *builder, const char *name, const char *danish, const char *english,
            const KkrRational *shares, guint n)
{
  kkr_table_builder_add_rationals (builder, name, danish, english, KKR_UNIT_SHARE, shares, n);
  kkr_table_builder_set_decimals (builder, name, 2);
}

static void
add_moments (const KkrSecuredChance *self, KkrTableBuilder *builder)
{
  const guint n = self->plan->n_years;
  const KkrInt128 paths = (KkrInt128) self->chances->n_paths;
  g_autofree KkrRational *expected = g_new0 (KkrRational, n), *means = g_new0 (KkrRational, n);
  g_autofree KkrRational *variances = g_new0 (KkrRational, n);
  g_autofree KkrRational *deviations = g_new0 (KkrRational, n), *errors = g_new0 (KkrRational, n);

  for (guint i = 0; i < n; i++)
    {
      const KkrCohortHistogram *need = &self->chances->need[i];
      const KkrInt128 spread = get_spread (need, self->chances->n_paths);

      expected[i] = kkr_secured_exact (self->sums[i].need);
      kkr_rational_init (&means[i], kkr_cohort_histogram_sum (need), paths);
      kkr_rational_init (&variances[i], spread, paths * paths);
      kkr_rational_init (&deviations[i],
                         kkr_secured_root (spread * DEVIATION_SCALE * DEVIATION_SCALE,
                                           paths * paths), DEVIATION_SCALE);
      kkr_rational_init (&errors[i],
                         kkr_secured_root (spread * ERROR_SCALE * ERROR_SCALE,
                                           paths * paths * paths), ERROR_SCALE);
    }
  kkr_table_builder_add_rationals (builder, "without-chance", "Behov uden tilfældighed",
                                   "Need without chance", KKR_UNIT_PERSONS, expected, n);
  kkr_table_builder_set_decimals (builder, "without-chance", 1);
  kkr_table_builder_add_rationals (builder, "mean", "Behov i snit", "Mean need",
                                   KKR_UNIT_PERSONS, means, n);
  kkr_table_builder_set_decimals (builder, "mean", 2);
  kkr_table_builder_add_rationals (builder, "error", "Middelfejl på snittet",
                                   "Standard error of the mean", KKR_UNIT_PERSONS, errors, n);
  kkr_table_builder_set_decimals (builder, "error", 4);
  kkr_table_builder_add_rationals (builder, "variance", "Varians", "Variance", KKR_UNIT_NONE,
                                   variances, n);
  kkr_table_builder_set_decimals (builder, "variance", 2);
  kkr_table_builder_add_rationals (builder, "deviation", "Standardafvigelse",
                                   "Standard deviation", KKR_UNIT_PERSONS, deviations, n);
  kkr_table_builder_set_decimals (builder, "deviation", 2);
}

/* One column for each percentile. Where a year has no paths, nothing. */
static void
add_percentiles (const KkrSecuredChance *self, KkrTableBuilder *builder, const char *prefix,
                 const char *danish, const char *english, KkrUnit unit,
                 const KkrCohortHistogram *histograms)
{
  const guint n = self->plan->n_years;
  g_autofree gint64 *values = g_new0 (gint64, n);

  for (guint i = 0; i < self->percentiles.n; i++)
    {
      const int percent = self->percentiles.percents[i];
      g_autofree char *name = g_strdup_printf ("%sp%d", prefix, percent);
      g_autofree char *title_da = g_strdup_printf ("%s%d-percentil", danish, percent);
      g_autofree char *title_en = g_strdup_printf ("%spercentile %d", english, percent);

      for (guint year = 0; year < n; year++)
        values[year] = kkr_cohort_histogram_count (&histograms[year]) == 0
                         ? G_MININT64
                         : kkr_cohort_histogram_find (&histograms[year], (guint64) percent, 100);
      kkr_table_builder_add_int64 (builder, name, title_da, title_en, unit, values, n);
    }
}

KkrTable *
kkr_secured_build_bands (const KkrSecuredChance *self, GError **error)
{
  static const char *const keys[] = { "year", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("bands", "Usikkerhedsbånd",
                                                               "Bands of uncertainty");
  const guint n = self->plan->n_years;
  g_autofree KkrRational *chances = g_new0 (KkrRational, n);

  for (guint i = 0; i < n; i++)
    kkr_rational_init (&chances[i],
                       kkr_cohort_histogram_count_above (&self->chances->need[i],
                                                         self->full->model.secured_places[i]),
                       (KkrInt128) self->chances->n_paths);
  add_years (self, builder);
  add_moments (self, builder);
  add_percentiles (self, builder, "", "", "", KKR_UNIT_PERSONS, self->chances->need);
  add_places (self, builder);
  add_shares (builder, "chance", "Risiko for mangel", "Chance of a shortfall", chances, n);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

KkrTable *
kkr_secured_build_exceeded (const KkrSecuredChance *self, GError **error)
{
  static const char *const keys[] = { "year", NULL };
  g_autoptr (KkrTableBuilder) builder
    = kkr_table_builder_new ("exceeded", "Første år med mangel", "First year of a shortfall");
  const guint n = self->plan->n_years;
  const KkrInt128 paths = (KkrInt128) self->chances->n_paths;
  g_autofree KkrRational *first = g_new0 (KkrRational, n), *until = g_new0 (KkrRational, n);
  g_autofree KkrRational *means = g_new0 (KkrRational, n);
  g_autofree gint64 *counts = g_new0 (gint64, n);
  guint64 sum = 0;

  for (guint i = 0; i < n; i++)
    {
      const KkrCohortHistogram *lack = &self->chances->first_lack[i];
      const guint64 count = kkr_cohort_histogram_count (lack);

      sum += count;
      counts[i] = (gint64) count;
      kkr_rational_init (&first[i], (KkrInt128) count, paths);
      kkr_rational_init (&until[i], (KkrInt128) sum, paths);
      if (count > 0)
        kkr_rational_init (&means[i], kkr_cohort_histogram_sum (lack), (KkrInt128) count);
    }
  add_years (self, builder);
  kkr_table_builder_add_int64 (builder, "paths", "Forløb", "Paths", KKR_UNIT_COUNT, counts, n);
  add_shares (builder, "first", "For første gang", "For the first time", first, n);
  add_shares (builder, "until", "Senest dette år", "By this year", until, n);
  kkr_table_builder_add_rationals (builder, "lack", "Mangler i snit", "Lacking on average",
                                   KKR_UNIT_PLACES, means, n);
  kkr_table_builder_set_decimals (builder, "lack", 2);
  add_percentiles (self, builder, "lack-", "Mangler, ", "Lacking, ", KKR_UNIT_PLACES,
                   self->chances->first_lack);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

KkrTable *
kkr_secured_build_reserve (const KkrSecuredChance *self, GError **error)
{
  static const char *const keys[] = { "percent", NULL };
  g_autoptr (KkrTableBuilder) builder
    = kkr_table_builder_new ("reserve", "Flere pladser efter sikkerhed",
                             "More places by certainty");
  const guint n = self->percentiles.n;
  gint64 percents[KKR_SECURED_MAX_PERCENTILES], lacks[KKR_SECURED_MAX_PERCENTILES];
  gint64 more[KKR_SECURED_MAX_PERCENTILES];

  for (guint i = 0; i < n; i++)
    {
      percents[i] = self->percentiles.percents[i];
      lacks[i] = kkr_cohort_histogram_find (&self->chances->worst, (guint64) percents[i], 100);
      more[i] = MAX (lacks[i], 0);
    }
  kkr_table_builder_add_int64 (builder, "percent", "Andel af forløb", "Part of the paths",
                               KKR_UNIT_PERCENT, percents, n);
  kkr_table_builder_add_int64 (builder, "largest", "Største mangel (ledige med minus)",
                               "Largest shortfall (free with a minus)", KKR_UNIT_PLACES, lacks, n);
  kkr_table_builder_add_int64 (builder, "more-places", "Flere pladser", "More places",
                               KKR_UNIT_PLACES, more, n);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}
