/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "fuzz.h"

#include <libkkr/calc/kkr-calculator.h>
#include <libkkr/register/kkr-register.h>

/* The input is a command: the name of a calculator, then `input=value` a line, as kkr run has it.
 * Every line that is refused is left out, and the rest computed. */

static void
explain_cells (KkrResult *result, KkrTable *table)
{
  g_autofree KkrColumn **columns = NULL;
  gint64 rows[] = { 0, (gint64) kkr_table_get_n_rows (table) - 1, -1 };
  gsize n_columns;

  columns = kkr_table_dup_columns (table, &n_columns);
  for (gsize i = 0; i < n_columns; i++)
    {
      g_autofree char *name = g_strconcat (kkr_table_get_name (table), ".",
                                           kkr_column_get_name (columns[i]), NULL);

      if (table == kkr_result_get_table (result))
        {
          g_free (name);
          name = g_strdup (kkr_column_get_name (columns[i]));
        }
      for (gsize r = 0; r < G_N_ELEMENTS (rows) - !kkr_column_has_total (columns[i]); r++)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (KkrDerivation) derivation = NULL;
          g_autofree char *text = NULL;
          gboolean has_value;

          if (rows[r] < 0 && r < 2)
            continue;
          has_value = rows[r] < 0 || kkr_column_get_cell_status (columns[i], (guint) rows[r]) ==
                                       KKR_CELL_STATUS_VALUE;
          derivation = kkr_result_explain (result, name, rows[r], &error);
          g_assert_true (has_value == (derivation != NULL));
          if (!fuzz_settle (has_value, &error))
            continue;
          text = kkr_derivation_to_string (derivation);
          fuzz_check_text (text);
        }
      g_object_unref (columns[i]);
    }
}

/* Whatever was computed can be printed, and every column explains itself. */
static void
check (KkrResult *result)
{
  g_autofree KkrTable **tables = NULL;
  g_autofree char *danish = kkr_result_to_string (result);
  g_autofree char *english = kkr_result_to_string_in (result, "en");
  g_autofree char *json = kkr_result_to_json (result);
  g_autofree char *html = kkr_result_to_html (result);
  gsize n_tables;

  fuzz_check_text (danish);
  fuzz_check_text (english);
  fuzz_check_text (json);
  fuzz_check_text (html);
  tables = kkr_result_dup_tables (result, &n_tables);
  for (gsize i = 0; i < n_tables; i++)
    {
      explain_cells (result, tables[i]);
      g_object_unref (tables[i]);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static KkrRegister *packaged;
  g_autofree char *text = fuzz_text (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrCalculator) calculator = NULL;
  g_autoptr (KkrResult) result = NULL;
  char *rest = text, *line = fuzz_next_line (&rest);

  calculator = kkr_calculator_new_by_name (line, &error);
  if (!fuzz_settle (calculator != NULL, &error))
    return 0;
  if (packaged == NULL)
    packaged = kkr_register_new_packaged ();
  g_object_set (calculator, "register", packaged, NULL);
  while ((line = fuzz_next_line (&rest)) != NULL)
    {
      const char *name = fuzz_next_field (&line, '=');

      fuzz_settle (kkr_calculator_set_from_string (calculator, name, line != NULL ? line : "",
                                                   &error), &error);
    }
  result = kkr_calculator_run (calculator, NULL, &error);
  if (fuzz_settle (result != NULL, &error))
    check (result);
  return 0;
}
