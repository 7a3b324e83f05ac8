/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-matching-plan-private.h>

#include <glib/gi18n-lib.h>

#define MAX_MONTHS 1200
#define MAX_SEARCH 1000000

void
kkr_matching_install_plan (KkrCalculatorClass *klass)
{
  /**
   * KkrPlacementMatching:priorities:
   *
   * What decides who gets a place, the first first: some of `duty`, `waiting`, `need`, `placed`,
   * `wish`, `distance` and `cost`. The lower ones decide only where the higher ones are equal.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_string (klass, "priorities", "Prioriteter|Priorities",
                                       "Hvad der afgør, hvem der får plads, det første først: "
                                       "pligt, ventetid, behov, anbragte, ønske, afstand, takst|"
                                       "What decides who gets a place, the first first: duty, "
                                       "waiting, need, placed, wish, distance, cost",
                                       "duty; waiting; need; placed; wish; distance; cost",
                                       KKR_PARAM_FLAGS_NONE);
  /**
   * KkrPlacementMatching:typical-months:
   *
   * The months that a match typically takes from receipt of the judgement: no deadline.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "typical-months", "Typiske måneder|Typical months",
                                    "Hvor mange måneder efter dommen et match typisk tager; ingen "
                                    "frist|The months after judgement that a match typically "
                                    "takes; no deadline", 3, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrPlacementMatching:search-limit:
   *
   * How many assignments are made at most to keep persons apart who cannot live together.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "search-limit", "Søgegrænse|Search limit",
                                    "Hvor mange fordelinger der højst prøves for at holde "
                                    "borgere adskilt|How many assignments are tried at most to "
                                    "keep persons apart", 1000, KKR_PARAM_FLAGS_NONE);
}

static void
check_range (KkrCalculator *calculator, const char *input, int least, int most)
{
  const int found = kkr_calculator_get_int (calculator, input);
  g_autofree char *text = NULL;

  if (found >= least && found <= most)
    return;
  text = g_strdup_printf (_("%lld found, %lld to %lld expected"), (long long) found,
                          (long long) least, (long long) most);
  kkr_calculator_report (calculator, input, KKR_CALC_ERROR_OUT_OF_RANGE, text);
}

void
kkr_matching_check_plan (KkrCalculator *calculator)
{
  const char *text = kkr_calculator_get_text (calculator, "priorities");
  KkrMatchingPlan plan = { NULL };
  g_autoptr (GError) error = NULL;

  check_range (calculator, "typical-months", 0, MAX_MONTHS);
  check_range (calculator, "search-limit", 1, MAX_SEARCH);
  if (!kkr_matching_read_priorities (&plan, text != NULL ? text : "", &error))
    kkr_calculator_report (calculator, "priorities", (KkrCalcError) error->code, error->message);
}
