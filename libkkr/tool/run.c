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
run (const Arguments *arguments)
{
  g_autoptr (KkrCalculator) calculator = NULL;
  g_autoptr (KkrResult) result = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (arguments->n_words == 0)
    return complain_of_usage (&verb_run, _("no calculator found, one expected"));
  calculator = calculation_find (&verb_run, arguments->words[0]);
  if (calculator == NULL)
    return EXIT_USAGE;
  status = calculation_set_up (&verb_run, calculator, arguments->words + 1,
                               arguments->n_words - 1);
  if (status != EXIT_GOOD)
    return status;
  result = kkr_calculator_run (calculator, NULL, &error);
  if (result == NULL)
    return complain_of_error (error);
  return arguments->table != NULL ? say_one_table (arguments, result)
                                  : say_result (arguments, result);
}

const Verb verb_run = {
  .name = "run",
  .usage = N_("kkr run CALCULATOR [INPUT=VALUE ...] [--format text|csv|csv-da|json|html]\n"
              "       [--language da|en] [--table NAME]"),
  .purpose = N_("computes and prints the result"),
  .options = OPTION_FORMAT | OPTION_LANGUAGE | OPTION_TABLE,
  .formats = FORMATS_OF_A_TABLE,
  .run = run,
};
