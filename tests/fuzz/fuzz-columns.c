/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "fuzz.h"

#include <string.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/kernel/kkr-apportion-columns-private.h>
#include <libkkr/kernel/kkr-apportion-private.h>
#include <libkkr/kernel/kkr-apportion.h>

#define MAX_TOTALS 16
#define MAX_WEIGHTS 40

/* The input: method, tie rule, number of weights and of totals, what is wrong with the bytes, how
 * wide the numbers are, number of threads and unit; then the totals; then the weights. */
typedef struct {
  KkrColumnsTask task;
  gint64 totals[MAX_TOTALS + 1];
  gint64 weights[MAX_TOTALS * MAX_WEIGHTS + 1];
  gsize n_given; /* weights */
  gboolean cut;
  gboolean shifted;
} Call;

static gboolean
read_call (Call *call, const guint8 *data, gsize size)
{
  static const gsize widths[] = { 1, 2, 4, 8 };
  KkrColumnsTask *task = &call->task;
  guint8 wrong, width;

  if (size < 10)
    return FALSE;
  /* One too many at each end: what is no method must be refused. */
  task->method = (KkrApportionMethod) (fuzz_take_int (&data, &size, 1) % 9);
  task->tie_rule = (KkrTieRule) (fuzz_take_int (&data, &size, 1) % 7);
  task->n_weights = (gsize) (fuzz_take_int (&data, &size, 1) % (MAX_WEIGHTS + 1));
  task->n_totals = (gsize) (fuzz_take_int (&data, &size, 1) % (MAX_TOTALS + 1));
  wrong = (guint8) fuzz_take_int (&data, &size, 1);
  width = (guint8) fuzz_take_int (&data, &size, 1);
  task->n_threads = (int) (fuzz_take_int (&data, &size, 1) % 6) - 2;
  task->unit = fuzz_take_int (&data, &size, 1 + (wrong & 2)) - (wrong >> 7);
  call->n_given = task->n_weights * ((wrong & 1) && task->n_totals > 0 ? task->n_totals : 1);
  if ((wrong & 0x1c) == 0x1c && call->n_given > 0)
    call->n_given--;
  call->cut = (wrong & 0x7c) == 0x2c;
  call->shifted = (wrong & 0x7c) == 0x34;
  for (gsize i = 0; i < task->n_totals; i++)
    {
      call->totals[i] = fuzz_take_int (&data, &size, widths[width & 3]);
      if ((width & 0x10) && task->unit > 0)
        call->totals[i] -= call->totals[i] % task->unit;
    }
  for (gsize i = 0; i < call->n_given; i++)
    call->weights[i] = fuzz_take_int (&data, &size, widths[width >> 2 & 3]);
  task->totals = call->totals;
  task->weights = call->weights;
  task->per_total = call->n_given != task->n_weights;
  return TRUE;
}

/* One total by itself: 0, or the code of its error. */
static int
share_one (const Call *call, gsize row, gint64 *shares)
{
  const KkrColumnsTask *task = &call->task;
  const gint64 *weights = task->weights + (task->per_total ? row * task->n_weights : 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrApportionment) alone =
    kkr_apportion_full (task->totals[row], weights, task->n_weights, task->method, task->unit,
                        task->tie_rule, &error);
  const int code = error != NULL ? error->code : 0;
  gsize n;

  if (!fuzz_settle (alone != NULL, &error))
    return code;
  memcpy (shares, kkr_apportionment_get_shares (alone, &n), task->n_weights * sizeof *shares);
  g_assert_cmpuint (n, ==, task->n_weights);
  return 0;
}

/* What is wrong with a total or its weights is told before what the method refuses. */
static int
share_each (const Call *call, gint64 *shares)
{
  int unfit = 0, refused = 0;

  for (gsize row = 0; row < call->task.n_totals; row++)
    {
      int code = share_one (call, row, shares + row * call->task.n_weights);

      if (unfit == 0 && (code == KKR_CALC_ERROR_OUT_OF_RANGE || code == KKR_CALC_ERROR_OVERFLOW))
        unfit = code;
      if (refused == 0)
        refused = code;
    }
  return unfit != 0 ? unfit : refused;
}

static int
expect (const Call *call, gint64 *shares)
{
  const KkrColumnsTask *task = &call->task;
  KkrShareTask shared = { .weights = task->weights, .n = task->n_weights };
  g_autoptr (GError) error = NULL;

  if ((call->cut && task->n_totals > 0) || call->shifted)
    return KKR_CALC_ERROR_OUT_OF_RANGE;
  if (task->per_total && task->n_weights > 0 &&
      call->n_given != task->n_totals * task->n_weights)
    return KKR_CALC_ERROR_INCONSISTENT;
  if (!kkr_share_check_rules (task->method, task->unit, task->tie_rule, task->n_weights, NULL) ||
      task->n_threads == 0 || task->n_threads < -1)
    return KKR_CALC_ERROR_OUT_OF_RANGE;
  if (!task->per_total && !kkr_share_check_weights (&shared, &error))
    return error->code;
  return share_each (call, shares);
}

/* In bytes of just their size, so that one too many is seen. */
static GBytes *
make_bytes (const gint64 *values, gsize n, gboolean cut, gboolean shifted)
{
  g_autoptr (GBytes) whole = NULL;

  if (!shifted)
    return g_bytes_new (values, n * sizeof *values - (cut && n > 0 ? 3 : 0));
  whole = g_bytes_new (values, (n + 1) * sizeof *values);
  return g_bytes_new_from_bytes (whole, 4, n * sizeof *values);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) totals = NULL, weights = NULL, found = NULL;
  gint64 expected[MAX_TOTALS * MAX_WEIGHTS];
  Call call = { 0, };

  if (!read_call (&call, data, size))
    return 0;
  totals = make_bytes (call.totals, call.task.n_totals, call.cut, call.shifted);
  weights = make_bytes (call.weights, call.n_given, FALSE, FALSE);
  found = kkr_apportion_columns (totals, weights, (guint) call.task.n_weights, call.task.method,
                                 call.task.unit, call.task.tie_rule, call.task.n_threads, NULL,
                                 &error);
  g_assert_cmpint (error != NULL ? error->code : 0, ==, expect (&call, expected));
  if (!fuzz_settle (found != NULL, &error))
    return 0;
  g_assert_cmpmem (g_bytes_get_data (found, NULL), (int) g_bytes_get_size (found), expected,
                   (int) (call.task.n_totals * call.task.n_weights * sizeof *expected));
  for (int level = 0; level <= (int) kkr_cpu_get_level () && call.task.n_totals > 0; level++)
    {
      gint64 shares[MAX_TOTALS * MAX_WEIGHTS];

      call.task.level = (KkrCpuLevel) level;
      g_assert_true (kkr_apportion_columns_into (&call.task, shares, NULL));
      g_assert_true (memcmp (shares, expected, g_bytes_get_size (found)) == 0);
    }
  return 0;
}
