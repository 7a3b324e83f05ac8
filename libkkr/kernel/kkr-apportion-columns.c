/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-apportion-columns.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-memory-private.h>
#include <libkkr/kernel/kkr-apportion-columns-private.h>

/* The bytes as whole numbers. NumPy and typed arrays begin on a boundary, what is cut out of other
 * bytes may not. */
static gboolean
read_column (GBytes *bytes, const char *name, const gint64 **values, gsize *n, GError **error)
{
  gsize size;
  gconstpointer start = g_bytes_get_data (bytes, &size);
  const gsize past = (gsize) start % sizeof **values;

  if (size % sizeof **values != 0)
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                   _("%s: not a row of 64-bit numbers: %zu bytes found, a multiple of 8 expected"),
                   name, size);
      return FALSE;
    }
  if (past != 0)
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                   _("%s: not on a boundary of 8 bytes: bytes found that begin %zu bytes past one, "
                     "0 expected"), name, past);
      return FALSE;
    }
  *values = start;
  *n = size / sizeof **values;
  return TRUE;
}

gboolean
kkr_columns_task_read (KkrColumnsTask *task, GBytes *totals, GBytes *weights, GError **error)
{
  gsize n, n_all;

  if (!read_column (totals, "totals", &task->totals, &task->n_totals, error) ||
      !read_column (weights, "weights", &task->weights, &n, error))
    return FALSE;
  task->per_total = n != task->n_weights;
  if (!task->per_total || task->n_weights == 0 ||
      (g_size_checked_mul (&n_all, task->n_totals, task->n_weights) && n == n_all))
    return TRUE;
  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
               _("weights: neither a row for all totals nor one for each: %zu found, %zu or %zu "
                 "times %zu expected"), n, task->n_weights, task->n_totals,
               task->n_weights);
  return FALSE;
}

static gint64 *
make_room (const KkrColumnsTask *task, gsize *size, GError **error)
{
  gint64 *shares = NULL;

  if (g_size_checked_mul (size, task->n_totals, task->n_weights) &&
      g_size_checked_mul (size, *size, sizeof *shares))
    shares = kkr_memory_try_new (*size);
  if (shares == NULL)
    g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_FAILED,
                 _("not enough memory: room for %zu times %zu shares of 8 bytes expected"),
                 task->n_totals, task->n_weights);
  return shares;
}

GBytes *
kkr_columns_task_share (const KkrColumnsTask *task, GError **error)
{
  gsize size;
  gint64 *shares = make_room (task, &size, error);

  if (shares == NULL)
    return NULL;
  if (kkr_apportion_columns_into (task, shares, error))
    return kkr_memory_to_bytes (shares, size);
  kkr_memory_free (shares);
  return NULL;
}

/**
 * kkr_apportion_columns:
 * @totals: the totals, 8 bytes each, in the machine's order of bytes
 * @weights: @n_weights weights of 8 bytes each, which all totals share, or so many for each total
 * @n_weights: the number of rows that each total is shared between
 * @method: the method
 * @unit: what the shares are multiples of, 1 or more
 * @tie_rule: who goes first among rows with equal claims
 * @n_threads: the number of threads, 1 to 256, or -1 for as many as there are cores
 * @cancellable: (nullable): a [class@Gio.Cancellable]
 * @error: return location for a [error@CalcError]
 *
 * Shares many totals at once, each as [func@apportion_full] shares one: a million totals between 98
 * municipalities in about the time that it takes to write the result. The bytes are those of a
 * NumPy array of `int64`, of a `BigInt64Array`, or of a column of a [class@Table] of whole numbers
 * ([method@Column.get_bytes]).
 *
 * The result has @n_weights shares of 8 bytes for each total, total by total. It is the same for
 * any number of threads and on every processor. Threads are made for the call and have ended when
 * it returns.
 *
 * A total that cannot be shared is an error for all: its code is that of the first such total, and
 * its message has their number and what is wrong with the first ten. Where totals or weights are
 * wrong by themselves, it is about these only, and not about totals that the method or the tie rule
 * would refuse.
 *
 * Errors: those of [func@apportion_full]; `OUT_OF_RANGE` for bytes that are no multiple of 8 long
 * or do not begin on a boundary of 8 bytes, for no weights and for a number of threads that is none
 * of the above; `INCONSISTENT` for weights whose number is neither @n_weights nor that for each
 * total; `FAILED` for a result that there is no memory for; `G_IO_ERROR_CANCELLED`.
 *
 * Returns: (transfer full): the shares
 *
 * Since: 0.1
 */
GBytes *
kkr_apportion_columns (GBytes *totals, GBytes *weights, guint n_weights, KkrApportionMethod method,
                       gint64 unit, KkrTieRule tie_rule, int n_threads, GCancellable *cancellable,
                       GError **error)
{
  KkrColumnsTask task = {
    .n_weights = n_weights,
    .method = method,
    .unit = unit,
    .tie_rule = tie_rule,
    .n_threads = n_threads,
    .level = kkr_cpu_get_level (),
    .cancellable = cancellable,
  };

  g_return_val_if_fail (totals != NULL, NULL);
  g_return_val_if_fail (weights != NULL, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!kkr_columns_task_read (&task, totals, weights, error))
    return NULL;
  return kkr_columns_task_share (&task, error);
}
