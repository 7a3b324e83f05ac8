/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-secured-chance-private.h>

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include <libkkr/base/kkr-number-private.h>

#define PERCENTILES "5; 25; 50; 75; 95"

void
kkr_secured_install_chance (KkrCalculatorClass *klass)
{
  /**
   * KkrSecuredCapacity:paths:
   *
   * How many times the years are drawn, at most 10.000.000; 0: chance is left out.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "paths", "Forløb|Paths",
                                    "Antal simulerede forløb, højst 10.000.000; 0: ingen "
                                    "simulering|How many paths are drawn, at most 10.000.000; 0: "
                                    "chance is left out", 0, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrSecuredCapacity:seed:
   *
   * What the random numbers come from: the same number gives the same paths, on any machine.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "seed", "Startværdi|Seed",
                                    "Tilfældighedens startværdi: samme tal giver samme forløb|"
                                    "What chance starts from: the same number gives the same "
                                    "paths", 1, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrSecuredCapacity:percentiles:
   *
   * Which percentiles of the paths are told: whole numbers from 1 to 99, separated by semicolons.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_string (klass, "percentiles", "Percentiler|Percentiles",
                                       "Hele tal fra 1 til 99: 5; 50; 95|"
                                       "Whole numbers from 1 to 99: 5; 50; 95", PERCENTILES,
                                       KKR_PARAM_FLAGS_NONE);
}

static int
compare_percents (const void *a, const void *b)
{
  return *(const int *) a - *(const int *) b;
}

/* 0 for what is none. */
static int
parse_percent (const char *word)
{
  if (!g_ascii_isdigit (word[0]))
    return 0;
  if (word[1] == '\0')
    return word[0] - '0';
  if (!g_ascii_isdigit (word[1]) || word[2] != '\0')
    return 0;
  return 10 * (word[0] - '0') + word[1] - '0';
}

static gboolean
has_percent (const KkrSecuredPercentiles *self, int percent)
{
  for (guint i = 0; i < self->n; i++)
    if (self->percents[i] == percent)
      return TRUE;
  return FALSE;
}

gboolean
kkr_secured_percentiles_parse (const char *text, KkrSecuredPercentiles *self, char **bad)
{
  g_auto (GStrv) words = g_strsplit_set (text, ";, \t\n", -1);

  *bad = NULL;
  self->n = 0;
  for (guint i = 0; words[i] != NULL; i++)
    {
      const int percent = parse_percent (words[i]);

      if (*words[i] == '\0' || has_percent (self, percent))
        continue;
      if (percent == 0 || self->n == KKR_SECURED_MAX_PERCENTILES)
        {
          *bad = g_strdup (words[i]);
          return FALSE;
        }
      self->percents[self->n++] = percent;
    }
  qsort (self->percents, self->n, sizeof *self->percents, compare_percents);
  return self->n > 0;
}

static void
check_percentiles (KkrCalculator *calculator)
{
  const char *text = kkr_calculator_get_text (calculator, "percentiles");
  KkrSecuredPercentiles percentiles;
  g_autofree char *bad = NULL, *quoted = NULL, *wrong = NULL;

  if (text == NULL || kkr_secured_percentiles_parse (text, &percentiles, &bad))
    return;
  quoted = kkr_text_quote (bad != NULL ? bad : text);
  wrong = g_strdup_printf (_("no percentiles: %s found, 1 to %d whole numbers from 1 to 99 "
                             "expected, as 5; 50; 95"),
                           quoted, KKR_SECURED_MAX_PERCENTILES);
  kkr_calculator_report (calculator, "percentiles", KKR_CALC_ERROR_OUT_OF_RANGE, wrong);
}

void
kkr_secured_check_chance (KkrCalculator *calculator)
{
  const int paths = kkr_calculator_get_int (calculator, "paths");
  g_autofree char *wrong = NULL;

  check_percentiles (calculator);
  if (paths >= 0 && paths <= KKR_COHORT_MAX_PATHS)
    return;
  wrong = g_strdup_printf (_("no such number of paths: %d found, 0 to %d expected"), paths,
                           KKR_COHORT_MAX_PATHS);
  kkr_calculator_report (calculator, "paths", KKR_CALC_ERROR_OUT_OF_RANGE, wrong);
}

static void
report_progress (gpointer calculator, gdouble done)
{
  kkr_calculator_set_progress (calculator, done);
}

static gboolean
draw (KkrSecuredChance *self, GCancellable *cancellable, GError **error)
{
  KkrCalculator *calculator = self->plan->calculator;
  const char *text = kkr_calculator_get_text (calculator, "percentiles");
  g_autofree char *bad = NULL;
  KkrCohortTask task = {
    .model = &self->full->model,
    .n_paths = (guint64) kkr_calculator_get_int (calculator, "paths"),
    .seed = (guint64) kkr_calculator_get_int (calculator, "seed"),
    .cancellable = cancellable,
    .progress = report_progress,
    .progress_data = calculator,
  };

  kkr_secured_percentiles_parse (text != NULL ? text : PERCENTILES, &self->percentiles, &bad);
  if (!kkr_secured_check_drawn (self->plan, self->full, error)
      || !kkr_parallel_count_threads (KKR_PARALLEL_ALL_CORES, task.n_paths, KKR_COHORT_BLOCK,
                                      &task.n_threads, error))
    return FALSE;
  self->chances = kkr_cohort_simulate (&task, error);
  /* What else may be too much is checked above. */
  if (self->chances == NULL && error != NULL
      && g_error_matches (*error, KKR_CALC_ERROR, KKR_CALC_ERROR_UNSUPPORTED))
    g_prefix_error (error, "%s: ", "stays");
  return self->chances != NULL;
}

gboolean
kkr_secured_add_chance (const KkrSecured *plan, const KkrSecuredCase *full,
                        const KkrSecuredYear *sums, GCancellable *cancellable, GPtrArray *tables,
                        GPtrArray *notes, GError **error)
{
  KkrTable *(*const builders[]) (const KkrSecuredChance *, GError **) = {
    kkr_secured_build_bands, kkr_secured_build_exceeded, kkr_secured_build_reserve,
  };
  KkrSecuredChance self = { plan, full, sums };
  KkrTable *table = NULL;

  if (kkr_calculator_get_int (plan->calculator, "paths") == 0)
    return TRUE;
  if (!draw (&self, cancellable, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (builders); i++)
    {
      table = builders[i] (&self, error);
      if (table == NULL)
        break;
      g_ptr_array_add (tables, table);
    }
  if (table != NULL)
    kkr_secured_add_chance_notes (&self, notes);
  kkr_cohort_chances_free (self.chances);
  return table != NULL;
}
