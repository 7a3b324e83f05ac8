/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-input-table.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-file-private.h>
#include <libkkr/base/kkr-progress-private.h>
#include <libkkr/base/kkr-task-progress-private.h>
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

typedef struct {
  KkrCalculator *calculator;
  const char *input;
  const char *const *paths;
  GCancellable *cancellable;
  GTask *task; /* that is told of the progress, or NULL */
} ReadJob;

static void
set_progress (gpointer object, gdouble done)
{
  kkr_calculator_set_progress (object, done);
}

static void
report (gpointer task, gdouble done)
{
  kkr_task_report_progress (task, done, set_progress);
}

static KkrTable *
read_files (const ReadJob *job, GError **error)
{
  g_autoptr (KkrSheetReader) reader = new_reader (job->calculator, job->input, job->cancellable,
                                                  error);

  if (reader == NULL)
    return NULL;
  if (job->task != NULL)
    kkr_sheet_reader_set_progress (reader, g_strv_length ((char **) job->paths), report, job->task);
  for (gsize i = 0; job->paths[i] != NULL; i++)
    {
      g_autoptr (GBytes) bytes = kkr_file_load (job->paths[i], KKR_CSV_FILE_MAX_BYTES,
                                                job->cancellable, error);

      if (bytes == NULL || !kkr_sheet_reader_add (reader, job->paths[i], bytes, error))
        return NULL;
    }
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
  g_return_val_if_fail (KKR_IS_CALCULATOR (self), NULL);
  g_return_val_if_fail (input != NULL, NULL);
  g_return_val_if_fail (paths != NULL, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return read_files (&(ReadJob) { .calculator = self, .input = input, .paths = paths,
                                  .cancellable = cancellable },
                     error);
}

typedef struct {
  char *input;
  char **paths;
} TaskFiles;

static void
free_files (gpointer data)
{
  TaskFiles *files = data;

  g_free (files->input);
  g_strfreev (files->paths);
  g_free (files);
}

static void
read_in_task (GTask *task)
{
  const TaskFiles *files = g_task_get_task_data (task);
  const ReadJob job = { .calculator = g_task_get_source_object (task), .input = files->input,
                        .paths = (const char *const *) files->paths,
                        .cancellable = g_task_get_cancellable (task), .task = task };
  g_autoptr (GError) error = NULL;
  KkrTable *table = read_files (&job, &error);

  if (table != NULL)
    g_task_return_pointer (task, table, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * kkr_calculator_read_table_async:
 * @self: a [class@Calculator]
 * @input: the name of an input that is a table
 * @paths: (array zero-terminated=1): the files
 * @cancellable: (nullable): a [class@Gio.Cancellable]
 * @callback: (scope async): called when it is done
 * @user_data: data for @callback
 *
 * Does what [method@Calculator.read_table] does without making the caller wait. The property
 * `progress` is notified in the main context of the caller.
 *
 * Since: 0.1
 */
void
kkr_calculator_read_table_async (KkrCalculator *self, const char *input, const char *const *paths,
                                 GCancellable *cancellable, GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  TaskFiles *files;

  g_return_if_fail (KKR_IS_CALCULATOR (self));
  g_return_if_fail (input != NULL);
  g_return_if_fail (paths != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, kkr_calculator_read_table_async);
  files = g_new (TaskFiles, 1);
  *files = (TaskFiles) { g_strdup (input), g_strdupv ((char **) paths) };
  g_task_set_task_data (task, files, free_files);
  kkr_progress_task_run (task, read_in_task);
}

/**
 * kkr_calculator_read_table_finish:
 * @self: a [class@Calculator]
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends what [method@Calculator.read_table_async] began.
 *
 * Returns: (transfer full): the table, to be set as the input
 *
 * Since: 0.1
 */
KkrTable *
kkr_calculator_read_table_finish (KkrCalculator *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (KKR_IS_CALCULATOR (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
