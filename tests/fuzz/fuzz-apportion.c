/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "fuzz.h"

#include <string.h>

#include <libkkr/base/kkr-int128-private.h>
#include <libkkr/kernel/kkr-apportion.h>

#define MAX_WEIGHTS 200

/* The input: method, tie rule, which of three ways to read the total and the unit, which of three
 * for the weights; then 8 bytes each of total and unit; then the weights. */
typedef struct {
  KkrApportionMethod method;
  KkrTieRule tie_rule;
  gint64 total;
  gint64 unit;
  gint64 weights[MAX_WEIGHTS];
  gsize n;
} Task;

static gboolean
read_task (Task *task, const guint8 *data, gsize size)
{
  static const gsize widths[] = { 1, 2, 8 };
  guint8 numbers, width;

  if (size < 20)
    return FALSE;
  /* One too many at each end: what is no method must be refused. */
  task->method = (KkrApportionMethod) (fuzz_take_int (&data, &size, 1) % 9);
  task->tie_rule = (KkrTieRule) (fuzz_take_int (&data, &size, 1) % 7);
  numbers = (guint8) (fuzz_take_int (&data, &size, 1) % 3);
  width = (guint8) (fuzz_take_int (&data, &size, 1) % 3);
  task->total = fuzz_take_int (&data, &size, 8);
  task->unit = fuzz_take_int (&data, &size, 8);
  if (numbers == 0)
    {
      task->total %= 100000;
      task->unit = task->unit % 12 + 1;
    }
  else if (numbers == 1 && task->unit != 0 && task->unit != -1)
    task->total -= task->total % task->unit;
  for (task->n = 0; task->n < MAX_WEIGHTS && size > 0; task->n++)
    task->weights[task->n] = fuzz_take_int (&data, &size, widths[width]);
  return TRUE;
}

/* |share - total * weight / sum| < unit, by 256 bits. */
static gboolean
within_quota (gint64 share, gint64 total, gint64 weight, gint64 sum, gint64 unit)
{
  KkrInt128 exact = (KkrInt128) total * weight;
  KkrUint256 ours = kkr_uint128_multiply (kkr_int128_magnitude (share), (KkrUint128) sum);
  KkrUint256 theirs = { 0, kkr_int128_magnitude (exact) };
  KkrUint256 grain = { 0, (KkrUint128) unit * (KkrUint128) sum };
  KkrUint256 larger = kkr_uint256_compare (ours, theirs) > 0 ? ours : theirs;
  KkrUint256 smaller = kkr_uint256_compare (ours, theirs) > 0 ? theirs : ours;
  KkrUint256 distance = { larger.high - smaller.high - (larger.low < smaller.low),
                          larger.low - smaller.low };

  return kkr_uint256_compare (distance, grain) < 0;
}

static gboolean
keeps_quota (KkrApportionMethod method)
{
  return method == KKR_APPORTION_METHOD_LARGEST_REMAINDER ||
         method == KKR_APPORTION_METHOD_CUMULATIVE || method == KKR_APPORTION_METHOD_INDEPENDENT;
}

static void
check_shares (const Task *task, const gint64 *shares, gsize n_shares)
{
  KkrInt128 sum = 0, weight_sum = 0;

  g_assert_cmpuint (n_shares, ==, task->n);
  for (gsize i = 0; i < n_shares; i++)
    {
      sum += shares[i];
      weight_sum += task->weights[i];
      g_assert_cmpint (task->weights[i], >=, 0);
      g_assert_cmpint (shares[i] % task->unit, ==, 0);
      g_assert_true (shares[i] == 0 || (shares[i] > 0) == (task->total > 0));
      g_assert_true (task->weights[i] > 0 || shares[i] == 0);
    }
  g_assert_true (weight_sum > 0 && weight_sum <= G_MAXINT64);
  g_assert_true (task->method == KKR_APPORTION_METHOD_INDEPENDENT || sum == task->total);
  for (gsize i = 0; i < n_shares && keeps_quota (task->method); i++)
    g_assert_true (within_quota (shares[i], task->total, task->weights[i], (gint64) weight_sum,
                                 task->unit));
}

/* A total with the other sign gives the same shares with the other sign. */
static void
check_mirror (const Task *task, const gint64 *shares)
{
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *mirrored = NULL;
  gsize n;

  mirrored = kkr_apportion (-task->total, task->weights, task->n, task->method, task->unit, &n,
                            &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < n; i++)
    g_assert_cmpint (mirrored[i], ==, -shares[i]);
}

static void
check_full (const Task *task)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrApportionment) full = NULL;
  g_autofree char *text = NULL;
  const gint64 *shares;
  const guint *tied;
  gsize n, n_tied;

  full = kkr_apportion_full (task->total, task->weights, task->n, task->method, task->unit,
                             task->tie_rule, &error);
  if (!fuzz_settle (full != NULL, &error))
    return;
  shares = kkr_apportionment_get_shares (full, &n);
  check_shares (task, shares, n);
  tied = kkr_apportionment_get_tied_rows (full, &n_tied);
  g_assert_true (kkr_apportionment_has_ties (full) == (n_tied > 0));
  for (gsize i = 0; i < n_tied; i++)
    g_assert_true (tied[i] < n && (i == 0 || tied[i - 1] < tied[i]) &&
                   task->weights[tied[i]] > 0);
  if (task->method != KKR_APPORTION_METHOD_INDEPENDENT)
    g_assert_cmpint (kkr_apportionment_get_gap (full), ==, 0);
  text = kkr_apportionment_to_string (full);
  fuzz_check_text (text);
}

/* Whole numbers that a double holds are the same weights as decimals. */
static void
check_decimals (const Task *task, const gint64 *shares)
{
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *same = NULL;
  gdouble decimals[MAX_WEIGHTS];
  gsize n;

  for (gsize i = 0; i < task->n; i++)
    {
      if (task->weights[i] > 1 << 24)
        return;
      decimals[i] = (gdouble) task->weights[i];
    }
  same = kkr_apportion_decimals (task->total, decimals, task->n, task->method, task->unit, &n,
                                 &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, task->n);
  for (gsize i = 0; i < n; i++)
    g_assert_cmpint (same[i], ==, shares[i]);
}

/* Any eight bytes are a double: none of them may do harm. */
static void
try_doubles (const Task *task)
{
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *shares = NULL;
  gdouble decimals[MAX_WEIGHTS];
  gsize n;

  memcpy (decimals, task->weights, task->n * sizeof *decimals);
  shares = kkr_apportion_decimals (task->total, decimals, task->n, task->method, task->unit, &n,
                                   &error);
  fuzz_settle (shares != NULL, &error);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *shares = NULL;
  Task task;
  gsize n;

  if (!read_task (&task, data, size))
    return 0;
  shares = kkr_apportion (task.total, task.weights, task.n, task.method, task.unit, &n, &error);
  if (fuzz_settle (shares != NULL, &error))
    {
      check_shares (&task, shares, n);
      check_mirror (&task, shares);
      check_decimals (&task, shares);
    }
  else
    g_assert_cmpuint (n, ==, 0);
  check_full (&task);
  try_doubles (&task);
  return 0;
}
