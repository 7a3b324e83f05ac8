/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-place-days.h>

#include <libkkr/base/kkr-progress-private.h>
#include <libkkr/calc/kkr-place-days-private.h>

/**
 * kkr_table_place_days:
 * @self: a table of placements, one a row
 * @place: the name of the column that says which place: texts or whole numbers
 * @begin: the name of the column of the first day of each placement: days, or ISO 8601 texts
 * @end: the name of the column of the last day, which the placement has too; a cell without a value
 *   is a placement that still lasts
 * @openings: (nullable): the periods in which the places are open, in columns of the same names; a
 *   place may have several. %NULL if all are always open
 * @first: the first day that is counted, "2014-01-01"
 * @last: the last day that is counted
 * @n_threads: the number of threads, 1 to 256, or -1 for as many as there are cores
 * @cancellable: (nullable): a [class@Gio.Cancellable]
 * @error: return location for a [error@CalcError]
 *
 * Counts for each place and calendar year the days on which it was taken and those on which it
 * stood empty (pladsdøgn): a million placements on ten thousand places over ten years in some
 * hundredths of a second. Days are whole days, so leap years and 29 February are what the calendar
 * says. Placements may overlap, and one may begin on the day on which another ends: a day on which
 * a place is taken is counted once.
 *
 * The table `place-days` has a row for each place and year, both ascending:
 *
 * | column | |
 * |---|---|
 * | (the name of @place) | the place |
 * | `year` | the calendar year |
 * | `days` | the days on which the place is open |
 * | `occupied` | those of them on which it is taken |
 * | `vacant` | those of them on which it is not |
 * | `outside` | the days on which it is taken though it is not open |
 * | `placement-days` | the days of all its placements, overlapping ones several times |
 *
 * Places are those of both tables. In the first and last year only days from @first to @last count.
 * The footer has the totals.
 *
 * Errors: `NO_DATA` naming the columns there are for a column that is not one of them;
 * `INCONSISTENT` for a column of another kind, naming place and row for a placement without a place
 * or a first day, one that ends before it begins, or one on a place that no opening names, and for
 * a last day before the first; `OUT_OF_RANGE` for what is no date, for a last day that is kept
 * back, for more than 100 years, and for a number of threads that is none of the above; `FAILED`
 * for more places than there is memory for; `G_IO_ERROR_CANCELLED`.
 *
 * Returns: (transfer full): the days
 *
 * Since: 0.1
 */
KkrTable *
kkr_table_place_days (KkrTable *self, const char *place, const char *begin, const char *end,
                      KkrTable *openings, const char *first, const char *last, int n_threads,
                      GCancellable *cancellable, GError **error)
{
  g_autoptr (KkrPlaceDaysCall) call = NULL;

  g_return_val_if_fail (KKR_IS_TABLE (self), NULL);
  g_return_val_if_fail (place != NULL && begin != NULL && end != NULL, NULL);
  g_return_val_if_fail (openings == NULL || KKR_IS_TABLE (openings), NULL);
  g_return_val_if_fail (first != NULL && last != NULL, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  call = kkr_place_days_call_new (self, place, begin, end, openings, first, last, n_threads, error);
  if (call == NULL)
    return NULL;
  call->task.cancellable = cancellable;
  return kkr_place_days_call_run (call, error);
}

static gpointer
run_job (gpointer job, GError **error)
{
  return kkr_place_days_call_run (job, error);
}

static void
free_job (gpointer job)
{
  kkr_place_days_call_free (job);
}

static void
begin_task (GTask *task, KkrPlaceDaysCall *call, KkrProgress *progress)
{
  static const KkrProgressJobKind kind = { run_job, g_object_unref, free_job };

  call->task.cancellable = g_task_get_cancellable (task);
  call->task.progress = kkr_progress_task_report;
  call->task.progress_data = kkr_progress_job_open (task, &kind, call, progress);
  kkr_progress_job_run (task);
}

/**
 * kkr_table_place_days_async:
 * @self: a table of placements, one a row
 * @place: the name of the column that says which place: texts or whole numbers
 * @begin: the name of the column of the first day of each placement: days, or ISO 8601 texts
 * @end: the name of the column of the last day
 * @openings: (nullable): the periods in which the places are open, in columns of the same names
 * @first: the first day that is counted, "2014-01-01"
 * @last: the last day that is counted
 * @n_threads: the number of threads, 1 to 256, or -1 for as many as there are cores
 * @progress: (nullable): what tells how far it has come
 * @cancellable: (nullable): a [class@Gio.Cancellable]
 * @callback: (scope async): called when it is done
 * @user_data: data for @callback
 *
 * Does what [method@Table.place_days] does without making the caller wait, in a thread of its own.
 *
 * Since: 0.1
 */
void
kkr_table_place_days_async (KkrTable *self, const char *place, const char *begin, const char *end,
                            KkrTable *openings, const char *first, const char *last,
                            int n_threads, KkrProgress *progress, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) error = NULL;
  KkrPlaceDaysCall *call;

  g_return_if_fail (KKR_IS_TABLE (self));
  g_return_if_fail (place != NULL && begin != NULL && end != NULL);
  g_return_if_fail (openings == NULL || KKR_IS_TABLE (openings));
  g_return_if_fail (first != NULL && last != NULL);
  g_return_if_fail (progress == NULL || KKR_IS_PROGRESS (progress));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, kkr_table_place_days_async);
  call = kkr_place_days_call_new (self, place, begin, end, openings, first, last, n_threads,
                                  &error);
  if (call != NULL)
    begin_task (task, call, progress);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * kkr_table_place_days_finish:
 * @self: a table of placements
 * @result: what the callback was given
 * @error: return location for a [error@CalcError]
 *
 * Ends what [method@Table.place_days_async] began.
 *
 * Returns: (transfer full): the days
 *
 * Since: 0.1
 */
KkrTable *
kkr_table_place_days_finish (KkrTable *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (KKR_IS_TABLE (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, kkr_table_place_days_async), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
