/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/tool/tool-private.h>

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
  status = calculation_run (&verb_run, calculator, arguments->words + 1, arguments->n_words - 1,
                            arguments->scenarios, (const char *const *) arguments->columns,
                            &result);
  return status == EXIT_GOOD ? say_result (&verb_run, arguments, result) : status;
}

const Verb verb_run = {
  .name = "run",
  .usage = N_("kkr run CALCULATOR [INPUT=VALUE ...] [--scenarios FILE [--columns NAMES]]\n"
              "       [--format text|csv|csv-da|json|html] [--language da|en] [--table NAME]"),
  .purpose = N_("computes and prints the result, or one for each line of --scenarios"),
  .options = OPTION_FORMAT | OPTION_LANGUAGE | OPTION_TABLE | OPTION_SCENARIOS
             | OPTION_COLUMNS,
  .formats = FORMATS_OF_A_TABLE,
  .run = run,
};
