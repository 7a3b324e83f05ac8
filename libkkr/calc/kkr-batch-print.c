/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-batch-run-private.h>

#include <libkkr/table/kkr-table-private.h>

/* A batch may have millions of rows: what is shown are the first ones, and how many there are. */

#define SCENARIOS_SHOWN 10
#define ROWS_SHOWN 100

/* Numbers before the scenarios, as in the rows of the result. */
static KkrColumn *
number_scenarios (KkrBatch *batch)
{
  g_autoptr (KkrScenarioRows) rows = kkr_scenario_rows_new_even (batch->n_scenarios, 1);

  return kkr_column_new_scenarios ("scenario", "Scenarie", "Scenario", rows);
}

char *
kkr_result_print_batch (KkrResult *self, const char *language)
{
  KkrBatch *batch = kkr_result_get_batch (self);
  g_autoptr (KkrColumn) numbers = number_scenarios (batch);
  g_autofree char *scenarios = kkr_table_first_rows_to_text (batch->scenarios, numbers,
                                                             SCENARIOS_SHOWN, language);
  g_autofree char *rows = kkr_table_first_rows_to_text (kkr_result_get_table (self), NULL,
                                                        ROWS_SHOWN, language);

  return g_strdup_printf ("%s\n\n%s", scenarios, rows);
}

char *
kkr_result_mark_up_batch (KkrResult *self, const char *language)
{
  KkrBatch *batch = kkr_result_get_batch (self);
  g_autofree char *scenarios = kkr_table_ends_to_html (batch->scenarios, SCENARIOS_SHOWN, language);
  g_autofree char *rows = kkr_table_ends_to_html (kkr_result_get_table (self), ROWS_SHOWN,
                                                  language);

  return g_strconcat (scenarios, rows, NULL);
}
