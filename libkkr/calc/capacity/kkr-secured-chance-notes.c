/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-secured-chance-private.h>

#include <libkkr/base/kkr-format-private.h>

static void
add_note (GPtrArray *notes, char *danish, char *english)
{
  g_ptr_array_add (notes, kkr_note_new (KKR_NOTE_KIND_REMARK, danish, english));
  g_free (danish);
  g_free (english);
}

static char *
format_int (gint64 value, gboolean english)
{
  return kkr_format_int (value, english ? "en" : "da");
}

static char *
describe_paths (const KkrSecuredChance *self, gboolean english)
{
  KkrCalculator *calculator = self->plan->calculator;
  g_autofree char *paths = format_int ((gint64) self->chances->n_paths, english);
  const int seed = kkr_calculator_get_int (calculator, "seed");

  return g_strdup_printf (english
                            ? "Chance: %s paths from the seed %d. Arrivals are Poisson, and each "
                              "stay ends by itself with the share of its year; the same seed gives "
                              "the same paths."
                            : "Simulering: %s forløb fra startværdien %d. Tilgangen er "
                              "Poisson-fordelt, og hvert ophold ender for sig med årets andel; "
                              "samme startværdi giver samme forløb.",
                          paths, seed);
}

static char *
describe_percentiles (gboolean english)
{
  return g_strdup (english
                     ? "A percentile is the least whole number that so many per cent of the paths "
                       "do not exceed. More places by certainty: with so many more in all years, "
                       "that part of the paths lacks none in any year."
                     : "En percentil er det mindste hele tal, som så mange procent af forløbene "
                       "ikke overstiger. Flere pladser efter sikkerhed: med så mange flere i alle "
                       "år mangler den andel af forløbene ingen i noget år.");
}

static guint64
count_exceeded (const KkrSecuredChance *self)
{
  return kkr_cohort_histogram_count_above (&self->chances->worst, 0);
}

/* The first year by which half of the paths lack places, or -1. */
static int
find_median_year (const KkrSecuredChance *self)
{
  guint64 count = 0;

  for (guint i = 0; i < self->plan->n_years; i++)
    {
      count += kkr_cohort_histogram_count (&self->chances->first_lack[i]);
      if (2 * count >= self->chances->n_paths)
        return self->plan->first_year + (int) i;
    }
  return -1;
}

static char *
describe_share (guint64 count, guint64 n, gboolean english)
{
  KkrRational share;

  kkr_rational_init (&share, 100 * (KkrInt128) count, (KkrInt128) n);
  return kkr_format_decimals (&share, 2, english ? "en" : "da");
}

static char *
describe_exceeded (const KkrSecuredChance *self, gboolean english)
{
  const guint64 count = count_exceeded (self);
  const int year = find_median_year (self);
  g_autofree char *share = describe_share (count, self->chances->n_paths, english);

  if (count == 0)
    return g_strdup_printf (english ? "In no path do secured places lack from %d to %d."
                                    : "I intet forløb mangler der sikrede pladser fra %d til %d.",
                            self->plan->first_year, self->plan->last_year);
  if (year < 0)
    return g_strdup_printf (english
                              ? "In %s%% of the paths secured places lack in some year from %d to "
                                "%d."
                              : "I %s pct. af forløbene mangler der sikrede pladser i et eller "
                                "flere år fra %d til %d.",
                            share, self->plan->first_year, self->plan->last_year);
  return g_strdup_printf (english
                            ? "In %s%% of the paths secured places lack in some year from %d to "
                              "%d, in half of the paths no later than %d."
                            : "I %s pct. af forløbene mangler der sikrede pladser i et eller flere "
                              "år fra %d til %d, i halvdelen senest i %d.",
                          share, self->plan->first_year, self->plan->last_year, year);
}

/* Whether the open places are full in some path. */
static gboolean
is_bound (const KkrSecuredChance *self, guint year)
{
  const gint32 places = self->full->model.open_places[year];

  return places != KKR_COHORT_UNBOUNDED
         && kkr_cohort_histogram_count_above (&self->chances->open[year], places - 1) > 0;
}

/* Of the mean of the paths from the need without chance. */
typedef struct {
  guint year;
  gboolean lower;
  KkrRational size; /* persons */
} Difference;

/* The largest difference from the first year on in which somebody may have waited. FALSE where
 * there is none. */
static gboolean
find_difference (const KkrSecuredChance *self, Difference *difference)
{
  const KkrInt128 paths = (KkrInt128) self->chances->n_paths;
  KkrInt128 largest = 0;
  gboolean bounded = FALSE;

  for (guint i = 0; i < self->plan->n_years; i++)
    {
      const KkrInt128 drawn
        = kkr_cohort_histogram_sum (&self->chances->need[i]) * KKR_COHORT_SCALE;
      const KkrInt128 more = drawn - paths * self->sums[i].need;
      const KkrInt128 size = (KkrInt128) kkr_int128_magnitude (more);

      bounded = bounded || is_bound (self, i);
      if (bounded && size > largest)
        {
          largest = size;
          difference->year = i;
          difference->lower = more < 0;
          kkr_rational_init (&difference->size, size, paths * KKR_COHORT_SCALE);
        }
    }
  return largest > 0;
}

static char *
describe_difference (const KkrSecuredChance *self, const Difference *difference, gboolean english)
{
  g_autofree char *persons = kkr_format_decimals (&difference->size, 2, english ? "en" : "da");
  const char *direction_da = difference->lower ? "lavere" : "højere";
  const char *direction_en = difference->lower ? "lower" : "higher";

  return g_strdup_printf (english
                            ? "The open places have a bound, which binds in some paths. So the "
                              "mean is not the need without chance; it differs most in %d, where "
                              "the mean is %s persons %s."
                            : "De åbne pladser har en grænse, som binder i nogle forløb. Derfor er "
                              "snittet ikke behovet uden tilfældighed; forskellen er størst i %d, "
                              "hvor snittet er %s personer %s.",
                          self->plan->first_year + (int) difference->year, persons,
                          english ? direction_en : direction_da);
}

void
kkr_secured_add_chance_notes (const KkrSecuredChance *self, GPtrArray *notes)
{
  Difference difference = { 0 };

  add_note (notes, describe_paths (self, FALSE), describe_paths (self, TRUE));
  add_note (notes, describe_percentiles (FALSE), describe_percentiles (TRUE));
  add_note (notes, describe_exceeded (self, FALSE), describe_exceeded (self, TRUE));
  if (find_difference (self, &difference))
    add_note (notes, describe_difference (self, &difference, FALSE),
              describe_difference (self, &difference, TRUE));
}
