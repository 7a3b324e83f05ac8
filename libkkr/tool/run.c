/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/tool/tool-private.h>

static int
say_one_table (const Arguments *arguments, KkrResult *result)
{
  KkrTable *table = kkr_result_get_table_named (result, arguments->table);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  g_autofree char *message = NULL;
  GListModel *tables = kkr_result_get_tables (result);

  if (table != NULL)
    return say_table (arguments, table);
  for (guint i = 0; i < g_list_model_get_n_items (tables); i++)
    {
      g_autoptr (KkrTable) one = g_list_model_get_item (tables, i);

      g_strv_builder_add (builder, kkr_table_get_name (one));
    }
  names = g_strv_builder_end (builder);
  message = no_such (_("no such table"), arguments->table, (const char *const *) names);
  return complain_of_usage (&verb_run, message);
}

static int
say_result (const Arguments *arguments, KkrResult *result)
{
  g_autofree char *text = NULL;

  switch (arguments->format)
    {
    case FORMAT_CSV:
      text = kkr_result_to_csv (result);
      break;
    case FORMAT_CSV_DA:
      text = kkr_result_to_csv_danish (result);
      break;
    case FORMAT_JSON:
      text = kkr_result_to_json (result);
      break;
    case FORMAT_HTML:
      text = kkr_result_to_html_in (result, arguments->language);
      break;
    case FORMAT_TEXT:
    default:
      text = kkr_result_to_string_in (result, arguments->language);
    }
  return say (text);
}

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
  if (status != EXIT_GOOD)
    return status;
  return arguments->table != NULL ? say_one_table (arguments, result)
                                  : say_result (arguments, result);
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
