/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/tool/tool-private.h>

static int
compute (const Arguments *arguments, KkrCalculator *calculator, KkrResult **result)
{
  char **words = arguments->words + 1;
  guint n_words = arguments->n_words - 1;
  g_autoptr (KkrTable) scenarios = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  status = arguments->scenarios == NULL
             ? calculation_set_up (&verb_run, calculator, words, n_words)
             : calculation_set_up_scenarios (&verb_run, calculator, words, n_words,
                                             arguments->scenarios, &scenarios);
  if (status != EXIT_GOOD)
    return status;
  *result = scenarios == NULL
              ? kkr_calculator_run (calculator, NULL, &error)
              : kkr_calculator_run_table (calculator, scenarios, NULL, NULL, &error);
  return *result != NULL ? EXIT_GOOD : complain_of_error (error);
}

static int
run (const Arguments *arguments)
{
  g_autoptr (KkrCalculator) calculator = NULL;
  g_autoptr (KkrResult) result = NULL;
  int status;

  if (arguments->n_words == 0)
    return complain_of_usage (&verb_run, _("no calculator found, one expected"));
  calculator = calculation_find (&verb_run, arguments->words[0]);
  if (calculator == NULL)
    return EXIT_USAGE;
  status = compute (arguments, calculator, &result);
  return status == EXIT_GOOD ? say_result (&verb_run, arguments, result) : status;
}

const Verb verb_run = {
  .name = "run",
  .usage = N_("kkr run CALCULATOR [INPUT=VALUE ...] [--scenarios FILE]\n"
              "       [--format text|csv|csv-da|json|html] [--language da|en] [--table NAME]"),
  .purpose = N_("computes and prints the result, or one for each line of --scenarios"),
  .options = OPTION_FORMAT | OPTION_LANGUAGE | OPTION_TABLE | OPTION_SCENARIOS,
  .formats = FORMATS_OF_A_TABLE,
  .run = run,
};
