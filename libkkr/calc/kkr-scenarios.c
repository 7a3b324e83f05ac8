/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-scenarios-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-file-private.h>
#include <libkkr/base/kkr-progress-private.h>
#include <libkkr/base/kkr-task-progress-private.h>
#include <libkkr/calc/kkr-csv-file-private.h>
#include <libkkr/calc/kkr-row-places-private.h>

char *
kkr_scenarios_dup_place (KkrTable *scenarios, guint row)
{
  char *place = kkr_table_dup_row_place (scenarios, row);

  return place != NULL ? place : g_strdup_printf (_("scenario %u"), row);
}

/**
 * kkr_calculator_read_scenarios_bytes:
 * @self: a [class@Calculator]
 * @bytes: the contents of a file
 * @uri: (nullable): what the file is called in messages
 * @cancellable: (nullable): a [class@Gio.Cancellable]
 * @error: return location for an error
 *
 * Reads scenarios from CSV in memory; see [method@Calculator.read_scenarios].
 *
 * Returns: (transfer full): a table with a row for each scenario
 *
 * Since: 0.1
 */
KkrTable *
kkr_calculator_read_scenarios_bytes (KkrCalculator *self, GBytes *bytes, const char *uri,
                                     GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (KKR_IS_CALCULATOR (self), NULL);
  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return kkr_scenarios_read (&(KkrScenariosJob) { .calculator = self,
                                                  .uri = uri != NULL ? uri : "scenarios.csv",
                                                  .bytes = bytes,
                                                  .cancellable = cancellable },
                             error);
}

/**
 * kkr_calculator_read_scenarios:
 * @self: a [class@Calculator]
 * @path: the file
 * @cancellable: (nullable): a [class@Gio.Cancellable]
 * @error: return location for an error
 *
 * Reads scenarios from a CSV file, to be run by [method@Calculator.run_table].
 *
 * The first line names inputs of this calculator, every other line is a scenario. A field is
 * written as for [method@Calculator.set_from_string]: money in kroner, decimals with a comma. An
 * empty field is a missing cell, and its input is not assigned in that scenario; a line in which
 * nothing stands is no scenario. Fields are separated by semicolons, tabs or commas, and the file
 * is in UTF-8 or Windows-1252 and has at most 256 MB. Objects such as a register cannot stand in
 * it.
 *
 * What the inputs of a scenario are together is checked by [method@Calculator.run_table], whose
 * messages name the file and the line too.
 *
 * Returns: (transfer full): a table with a row for each scenario, or %NULL with a `G_IO_ERROR` if
 *   the file cannot be read, or else a [error@LoadError] that tells the first ten faults, each in a
 *   line of its own that begins with file, line and column: `SYNTAX`, `SCHEMA`, `LIMIT`, or `VALUE`
 *   for fields that are no value of their input
 *
 * Since: 0.1
 */
KkrTable *
kkr_calculator_read_scenarios (KkrCalculator *self, const char *path, GCancellable *cancellable,
                               GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (KKR_IS_CALCULATOR (self), NULL);
  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  bytes = kkr_file_load (path, KKR_CSV_FILE_MAX_BYTES, cancellable, error);
  return bytes != NULL
           ? kkr_calculator_read_scenarios_bytes (self, bytes, path, cancellable, error)
           : NULL;
}

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

static void
read_in_task (GTask *task)
{
  const char *path = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = kkr_file_load (path, KKR_CSV_FILE_MAX_BYTES, cancellable, &error);
  KkrTable *table = NULL;

  if (bytes != NULL)
    table = kkr_scenarios_read (&(KkrScenariosJob) { .calculator = g_task_get_source_object (task),
                                                     .uri = path, .bytes = bytes,
                                                     .cancellable = cancellable,
                                                     .progress = report, .progress_data = task },
                                &error);
  if (table != NULL)
    g_task_return_pointer (task, table, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * kkr_calculator_read_scenarios_async:
 * @self: a [class@Calculator]
 * @path: the file
 * @cancellable: (nullable): a [class@Gio.Cancellable]
 * @callback: (scope async): called when it is done
 * @user_data: data for @callback
 *
 * Does what [method@Calculator.read_scenarios] does without making the caller wait. The property
 * `progress` is notified in the main context of the caller.
 *
 * Since: 0.1
 */
void
kkr_calculator_read_scenarios_async (KkrCalculator *self, const char *path,
                                     GCancellable *cancellable, GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (KKR_IS_CALCULATOR (self));
  g_return_if_fail (path != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, kkr_calculator_read_scenarios_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  kkr_progress_task_run (task, read_in_task);
}

/**
 * kkr_calculator_read_scenarios_finish:
 * @self: a [class@Calculator]
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends what [method@Calculator.read_scenarios_async] began.
 *
 * Returns: (transfer full): a table with a row for each scenario
 *
 * Since: 0.1
 */
KkrTable *
kkr_calculator_read_scenarios_finish (KkrCalculator *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (KKR_IS_CALCULATOR (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
