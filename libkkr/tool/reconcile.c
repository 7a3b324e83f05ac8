/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/tool/tool-private.h>

static KkrReconciliation *
read_table (const char *path)
{
  g_autoptr (GBytes) bytes = read_bytes (path);
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  KkrReconciliation *reconciliation = NULL;

  if (bytes != NULL)
    reconciliation = kkr_reconciliation_new_from_bytes (bytes, &error);
  if (error == NULL)
    return reconciliation;
  message = g_strdup_printf ("%s: %s", path, error->message);
  complain (message);
  return NULL;
}

static gboolean
fails (KkrResult *result)
{
  KkrColumn *verdicts = kkr_table_get_column (kkr_result_get_table (result), "verdict");
  g_auto (GStrv) words = kkr_column_get_strings (verdicts);

  return g_strv_contains ((const char *const *) words, "impossible");
}

static int
run (const Arguments *arguments)
{
  g_autoptr (KkrReconciliation) reconciliation = NULL;
  g_autoptr (KkrResult) result = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (arguments->n_words == 0)
    return complain_of_usage (&verb_reconcile, _("no file found, one expected"));
  reconciliation = read_table (arguments->words[0]);
  if (reconciliation == NULL)
    return EXIT_FAULT;
  status = calculation_set_up (&verb_reconcile, KKR_CALCULATOR (reconciliation),
                               arguments->words + 1, arguments->n_words - 1);
  if (status != EXIT_GOOD)
    return status;
  result = kkr_calculator_run (KKR_CALCULATOR (reconciliation), NULL, &error);
  if (result == NULL)
    return complain_of_error (error);
  status = arguments->format == FORMAT_TEXT && arguments->table == NULL
             ? say_reconciliation (arguments, result)
             : say_result (&verb_reconcile, arguments, result);
  return status == EXIT_GOOD && fails (result) ? EXIT_FAULT : status;
}

const Verb verb_reconcile = {
  .name = "reconcile",
  .usage = N_("kkr reconcile FILE [INPUT=VALUE ...]\n"
              "       [--format text|csv|csv-da|json|html] [--language da|en] [--table NAME]"),
  .purpose = N_("recomputes the printed table in FILE (- for stdin) and tells what does not add "
                "up"),
  .options = OPTION_FORMAT | OPTION_LANGUAGE | OPTION_TABLE,
  .formats = FORMATS_OF_A_TABLE,
  .run = run,
};
