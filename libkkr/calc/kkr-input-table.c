/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-input-table.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-file-private.h>
#include <libkkr/calc/kkr-calculator-state-private.h>
#include <libkkr/calc/kkr-csv-file-private.h>
#include <libkkr/calc/kkr-sheet-read-private.h>

GParamSpec *
kkr_calculator_find_table (KkrCalculator *self, const char *name, GError **error)
{
  const KkrInput *input = kkr_calculator_find_input (self, name);

  if (input == NULL)
    {
      g_autofree char *wrong = kkr_calculator_no_such_input (self, name);

      g_set_error_literal (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE, wrong);
      return NULL;
    }
  if (g_type_is_a (input->pspec->value_type, KKR_TYPE_TABLE))
    return input->pspec;
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_UNSUPPORTED,
               _("the input \"%s\" is no table: %s found, KkrTable expected"), input->name,
               g_type_name (input->pspec->value_type));
  return NULL;
}

static KkrSheetReader *
new_reader (KkrCalculator *self, const char *name, GCancellable *cancellable, GError **error)
{
  GParamSpec *pspec = kkr_calculator_find_table (self, name, error);

  return pspec != NULL ? kkr_sheet_reader_new (pspec, cancellable) : NULL;
}

/**
 * kkr_calculator_read_table_bytes:
 * @self: a [class@Calculator]
 * @input: the name of an input that is a table
 * @bytes: the contents of a file
 * @uri: (nullable): what the file is called in messages; `text` if %NULL
 * @cancellable: (nullable): a [class@Gio.Cancellable]
 * @error: return location for an error
 *
 * Reads the table of an input from CSV in memory; see [method@Calculator.read_table].
 *
 * Returns: (transfer full): the table, to be set as the input
 *
 * Since: 0.1
 */
KkrTable *
kkr_calculator_read_table_bytes (KkrCalculator *self, const char *input, GBytes *bytes,
                                 const char *uri, GCancellable *cancellable, GError **error)
{
  g_autoptr (KkrSheetReader) reader = NULL;

  g_return_val_if_fail (KKR_IS_CALCULATOR (self), NULL);
  g_return_val_if_fail (input != NULL, NULL);
  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  reader = new_reader (self, input, cancellable, error);
  if (reader == NULL || !kkr_sheet_reader_add (reader, uri, bytes, error))
    return NULL;
  return kkr_sheet_reader_end (reader, error);
}

/**
 * kkr_calculator_read_table:
 * @self: a [class@Calculator]
 * @input: the name of an input that is a table
 * @paths: (array zero-terminated=1): the files
 * @cancellable: (nullable): a [class@Gio.Cancellable]
 * @error: return location for an error
 *
 * Reads the table of an input from CSV files, to be set as the input; the calculator is not
 * changed. The rows of several files follow each other in one table, as those of yearly lists.
 *
 * The first line of a file has the headings: names of columns as [method@Calculator.describe] tells
 * them, or their Danish or English titles, in any order; case, spaces and a unit in brackets
 * (`Takst (kr.)`) do not matter. Every other line is a row; a line in which nothing stands is none.
 * Columns of other names are kept as texts; a name that is nearly that of a column which the file
 * does not have is a fault. Fields are separated by semicolons, tabs or commas, and the file is in
 * UTF-8 or Windows-1252 and has at most 256 MB.
 *
 * Amounts are in kroner, numbers have a decimal comma, days are `2024-03-01` or `01-03-2024`,
 * choices are nicks or Danish words. Where commas separate the fields, a dot is the decimal sign of
 * a number that has no comma, as in the files that programs write.
 *
 * Returns: (transfer full): the table, or %NULL with `OUT_OF_RANGE` or `UNSUPPORTED` where there is
 *   no such input, with a `G_IO_ERROR` if a file cannot be read, or with a [error@LoadError] that
 *   tells the first ten faults of a file, each in a line of its own that begins with file, line and
 *   column: `SYNTAX`, `SCHEMA` for a required column that is missing, `DUPLICATE`, `LIMIT`, or
 *   `VALUE` for fields that are blank or no value of their column
 *
 * Since: 0.1
 */
KkrTable *
kkr_calculator_read_table (KkrCalculator *self, const char *input, const char *const *paths,
                           GCancellable *cancellable, GError **error)
{
  g_autoptr (KkrSheetReader) reader = NULL;

  g_return_val_if_fail (KKR_IS_CALCULATOR (self), NULL);
  g_return_val_if_fail (input != NULL, NULL);
  g_return_val_if_fail (paths != NULL, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  reader = new_reader (self, input, cancellable, error);
  for (gsize i = 0; reader != NULL && paths[i] != NULL; i++)
    {
      g_autoptr (GBytes) bytes = kkr_file_load (paths[i], KKR_CSV_FILE_MAX_BYTES, cancellable,
                                                error);

      if (bytes == NULL || !kkr_sheet_reader_add (reader, paths[i], bytes, error))
        return NULL;
    }
  return reader != NULL ? kkr_sheet_reader_end (reader, error) : NULL;
}
