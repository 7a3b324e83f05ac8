/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "fuzz.h"

#include <string.h>

#include <libkkr/base/kkr-int128-private.h>
#include <libkkr/calc/kkr-group-sum.h>

/* The input: how wide the keys are, whether there are statuses, how many threads, how many rows
 * there are of each that is read; then rows: key, value and status. */
typedef struct {
  guint width;
  gboolean has_statuses;
  int n_threads;
  gsize n;
  GByteArray *keys;
  GArray *values;
  GByteArray *statuses;
} Task;

static void
read_rows (Task *task, const guint8 *data, gsize size, guint n_copies)
{
  const gsize row = task->width + 9;

  for (; size >= row; data += row, size -= row)
    for (guint i = 0; i < n_copies; i++)
      {
        gint64 value;
        guint8 status = data[row - 1] % 5;

        memcpy (&value, data + task->width, sizeof value);
        g_byte_array_append (task->keys, data, task->width);
        g_array_append_val (task->values, value);
        g_byte_array_append (task->statuses, &status, 1);
      }
  task->n = task->values->len;
}

/* Rows are neither lost nor invented, and the known sums add up to that of all values. */
static void
check_table (const Task *task, KkrTable *table)
{
  KkrColumn *rows = kkr_table_get_column (table, "rows");
  KkrColumn *sums = kkr_table_get_column (table, "known-sum");
  KkrColumn *keys = kkr_table_get_column (table, "key");
  KkrInt128 sum = 0;
  gint64 n = 0;

  for (gsize i = 0; i < task->n; i++)
    {
      gint64 value = g_array_index (task->values, gint64, i);
      gboolean has_value = !task->has_statuses || task->statuses->data[i] == 0;

      sum += has_value && value != G_MININT64 ? value : 0;
    }
  for (guint i = 0; i < kkr_table_get_n_rows (table); i++)
    {
      n += kkr_column_get_int64 (rows, i);
      if (kkr_column_get_cell_status (sums, i) == KKR_CELL_STATUS_VALUE)
        sum -= kkr_column_get_int64 (sums, i);
      if (kkr_column_get_cell_status (keys, i) != KKR_CELL_STATUS_VALUE)
        g_assert_cmpuint (i + 1, ==, kkr_table_get_n_rows (table));
      else if (i > 0)
        g_assert_cmpint (kkr_column_get_int64 (keys, i - 1), <, kkr_column_get_int64 (keys, i));
    }
  g_assert_cmpint (n, ==, (gint64) task->n);
  g_assert_true (sum == 0);
}

static void
try_task (const Task *task)
{
  g_autoptr (GBytes) keys = g_bytes_new (task->keys->data, task->keys->len);
  g_autoptr (GBytes) values = g_bytes_new (task->values->data, task->n * sizeof (gint64));
  g_autoptr (GBytes) statuses = g_bytes_new (task->statuses->data, task->n);
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrTable) table = kkr_group_sum (keys, values, task->has_statuses ? statuses : NULL,
                                              KKR_UNIT_AMOUNT, task->n_threads, NULL, &error);

  if (fuzz_settle (table != NULL, &error))
    {
      g_autofree char *text = kkr_table_to_csv (table);

      check_table (task, table);
      fuzz_check_text (text);
    }
}

/* Bytes of any length, as they are. */
static void
try_bytes (const guint8 *data, gsize size)
{
  const gsize cut = data[1] * size / 256;
  g_autoptr (GBytes) keys = g_bytes_new (data, cut);
  g_autoptr (GBytes) values = g_bytes_new (data + cut, size - cut);
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrTable) table = kkr_group_sum (keys, values, NULL, KKR_UNIT_COUNT, 1, NULL, &error);

  fuzz_settle (table != NULL, &error);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static const guint widths[] = { 2, 4, 8 };
  g_autoptr (GByteArray) keys = g_byte_array_new ();
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GByteArray) statuses = g_byte_array_new ();
  Task task = { .keys = keys, .values = values, .statuses = statuses };

  if (size < 4)
    return 0;
  task.width = widths[data[0] % 3];
  task.has_statuses = data[1] & 1;
  task.n_threads = data[2] % 4;
  read_rows (&task, data + 4, size - 4, (guint) data[3] * 4 + 1);
  try_task (&task);
  try_bytes (data, size);
  return 0;
}
