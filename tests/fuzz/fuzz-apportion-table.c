/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "fuzz.h"

#include <libkkr/kernel/kkr-apportion-table-private.h>

#define MAX_SIDE 15

/* The input: rows, columns, whether there are weights, how wide numbers are and how the column
 * totals come about; 8 bytes of unit; then the row totals, the column totals and the weights. */
typedef struct {
  gint64 totals[2][MAX_SIDE + 1];
  gint64 weights[MAX_SIDE * MAX_SIDE];
  gsize n[2], n_weights;
  gint64 unit;
} Task;

/* The columns get what the rows give, in an order that has nothing to do with the rows, so that
 * most inputs are worth computing. */
static void
make_sums_agree (Task *task, guint64 seed)
{
  for (gsize j = 0; j < task->n[1]; j++)
    task->totals[1][j] = 0;
  for (gsize i = 0; i < task->n[0] && task->n[1] > 0; i++)
    {
      gint64 part;

      task->totals[0][i] -= task->totals[0][i] % task->unit;
      part = task->totals[0][i] / task->unit / 2 * task->unit;
      seed = seed * 25 + 7;
      task->totals[1][seed % task->n[1]] += part;
      task->totals[1][seed / 5 % task->n[1]] += task->totals[0][i] - part;
    }
}

static gboolean
read_task (Task *task, const guint8 *data, gsize size)
{
  static const gsize widths[] = { 1, 2, 7, 8 };
  gsize width;
  guint8 agree;
  gboolean weighted;

  if (size < 16)
    return FALSE;
  task->n[0] = (gsize) fuzz_take_int (&data, &size, 1) % (MAX_SIDE + 1);
  task->n[1] = (gsize) fuzz_take_int (&data, &size, 1) % (MAX_SIDE + 1);
  weighted = fuzz_take_int (&data, &size, 1) % 4 != 0;
  width = widths[fuzz_take_int (&data, &size, 1) % 4];
  agree = (guint8) fuzz_take_int (&data, &size, 1);
  task->unit = fuzz_take_int (&data, &size, 8);
  if (agree % 8 != 0)
    task->unit = (task->unit & 63) + 1;
  for (guint side = 0; side < 2; side++)
    for (gsize i = 0; i < task->n[side]; i++)
      task->totals[side][i] = fuzz_take_int (&data, &size, width);
  if (agree % 8 != 0 && width < 8)
    make_sums_agree (task, agree);
  task->n_weights = weighted ? task->n[0] * task->n[1] : 0;
  for (gsize i = 0; i < task->n_weights; i++)
    task->weights[i] = fuzz_take_int (&data, &size, width);
  return TRUE;
}

static void
check_shares (const Task *task, const gint64 *shares)
{
  KkrInt128 rows[MAX_SIDE] = { 0, }, columns[MAX_SIDE] = { 0, };
  gboolean negative = FALSE;

  for (gsize i = 0; i < task->n[0]; i++)
    negative |= task->totals[0][i] < 0;
  for (gsize i = 0; i < task->n[0]; i++)
    for (gsize j = 0; j < task->n[1]; j++)
      {
        gint64 share = shares[i * task->n[1] + j];

        rows[i] += share;
        columns[j] += share;
        g_assert_cmpint (share % task->unit, ==, 0);
        g_assert_true (share == 0 || (share < 0) == negative);
        g_assert_true (share == 0 || task->n_weights == 0 ||
                       task->weights[i * task->n[1] + j] > 0);
      }
  for (gsize i = 0; i < task->n[0]; i++)
    g_assert_true (rows[i] == task->totals[0][i]);
  for (gsize j = 0; j < task->n[1]; j++)
    g_assert_true (columns[j] == task->totals[1][j]);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *shares = NULL;
  Task task = { .unit = 0 };
  gsize n_shares = 1;

  if (!read_task (&task, data, size))
    return 0;
  shares = kkr_apportion_table (task.totals[0], task.n[0], task.totals[1], task.n[1], task.weights,
                                task.n_weights, task.unit, NULL, &n_shares, &error);
  if (!fuzz_settle (shares != NULL, &error))
    {
      g_assert_cmpuint (n_shares, ==, 0);
      return 0;
    }
  g_assert_cmpuint (n_shares, ==, task.n[0] * task.n[1]);
  check_shares (&task, shares);
  return 0;
}
