/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/tool/tool-private.h>

static int
run (const Arguments *arguments)
{
  g_autoptr (KkrCalculator) calculator = NULL;
  g_autoptr (KkrTable) table = NULL;

  if (arguments->n_words != 1)
    return complain_of_usage (&verb_describe, arguments->n_words == 0
                                                ? _("no calculator found, one expected")
                                                : _("several words found, one calculator "
                                                    "expected"));
  calculator = calculation_find (&verb_describe, arguments->words[0]);
  if (calculator == NULL)
    return EXIT_USAGE;
  table = kkr_calculator_describe (calculator);
  return say_table (arguments, table);
}

const Verb verb_describe = {
  .name = "describe",
  .usage = N_("kkr describe CALCULATOR [--format text|csv|csv-da|json|html] [--language da|en]"),
  .purpose = N_("lists the inputs of a calculator"),
  .options = OPTION_FORMAT | OPTION_LANGUAGE,
  .formats = FORMATS_OF_A_TABLE,
  .run = run,
};
