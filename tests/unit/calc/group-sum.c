/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-memory-private.h>
#include <libkkr/calc/kkr-group-sum-private.h>
#include <libkkr/kkr.h>

#define N_ROWS 1000000

static GBytes *
make_bytes (gsize n, gsize item_size)
{
  return g_bytes_new_take (g_malloc0 (n * item_size), n * item_size);
}

static gint64
get (KkrTable *table, const char *column, guint row)
{
  return kkr_column_get_int64 (kkr_table_get_column (table, column), row);
}

static KkrTable *
make_table (gsize n)
{
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("t", "Tabel", "Table");
  g_autofree gint64 *keys = g_new (gint64, n);
  g_autofree gint64 *values = g_new (gint64, n);
  g_autoptr (GError) error = NULL;
  KkrTable *table;

  for (gsize i = 0; i < n; i++)
    {
      keys[i] = 740 + (gint64) (i % 2);
      values[i] = 3;
    }
  kkr_table_builder_add_int64 (builder, "code", "Kode", "Code", KKR_UNIT_NONE, keys, n);
  kkr_table_builder_add_int64 (builder, "amount", "Beløb", "Amount", KKR_UNIT_AMOUNT, values, n);
  table = kkr_table_builder_end (builder, &error);
  g_assert_no_error (error);
  return table;
}

typedef struct {
  GMainLoop *loop;
  GAsyncResult *result;
  GObject *source;
  gdouble last;
  guint n_told;
} Waiting;

static void
on_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Waiting *waiting = user_data;

  waiting->source = source;
  waiting->result = g_object_ref (result);
  g_main_loop_quit (waiting->loop);
}

static void
on_progress (KkrProgress *progress, GParamSpec *pspec, gpointer user_data)
{
  Waiting *waiting = user_data;

  g_assert_true (g_main_context_is_owner (g_main_context_default ()));
  g_assert_true (kkr_progress_get_fraction (progress) >= waiting->last);
  waiting->last = kkr_progress_get_fraction (progress);
  waiting->n_told++;
}

static void
wait_for (Waiting *waiting)
{
  waiting->loop = g_main_loop_new (NULL, FALSE);
  g_main_loop_run (waiting->loop);
  g_main_loop_unref (waiting->loop);
}

static void
test_async (void)
{
  g_autoptr (KkrTable) table = make_table (N_ROWS);
  g_autoptr (KkrProgress) progress = kkr_progress_new ();
  g_autoptr (KkrTable) sums = NULL;
  g_autoptr (GError) error = NULL;
  Waiting waiting = { 0 };

  g_signal_connect (progress, "notify::fraction", G_CALLBACK (on_progress), &waiting);
  /* Of two threads, the one that tells may find that the other has done everything. */
  kkr_table_group_sum_async (table, "code", "amount", 1, progress, NULL, on_done, &waiting);
  wait_for (&waiting);
  g_assert_true (waiting.source == G_OBJECT (table));
  sums = kkr_table_group_sum_finish (table, waiting.result, &error);
  g_assert_no_error (error);
  g_object_unref (waiting.result);
  g_assert_cmpuint (kkr_table_get_n_rows (sums), ==, 2);
  g_assert_cmpint (get (sums, "sum", 0), ==, N_ROWS / 2 * 3);
  g_assert_cmpint (get (sums, "rows", 1), ==, N_ROWS / 2);
  g_assert_true (waiting.last >= 1.0);
  g_assert_cmpuint (waiting.n_told, >, 1);
}

static void
test_async_refused (void)
{
  g_autoptr (KkrTable) table = make_table (2);
  g_autoptr (GError) error = NULL;
  Waiting waiting = { 0 };

  kkr_table_group_sum_async (table, "code", "beløb", 2, NULL, NULL, on_done, &waiting);
  wait_for (&waiting);
  g_assert_null (kkr_table_group_sum_finish (table, waiting.result, &error));
  g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA);
  g_object_unref (waiting.result);
}

/* Bytes are held while a thread reads them; a call that was cancelled gives no table. */
static void
test_async_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Waiting waiting = { 0 };
  GBytes *keys = make_bytes (N_ROWS, 2), *values = make_bytes (N_ROWS, 8);

  kkr_group_sum_async (keys, values, NULL, KKR_UNIT_AMOUNT, 1, NULL, cancellable, on_done,
                       &waiting);
  g_bytes_unref (keys);
  g_bytes_unref (values);
  g_cancellable_cancel (cancellable);
  wait_for (&waiting);
  g_assert_null (kkr_group_sum_finish (waiting.result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_object_unref (waiting.result);
}

/* When all has been added up, there is still the table to be made. */
static void
test_cancelled_late (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) keys = make_bytes (10, 2), values = make_bytes (10, 8);
  g_autoptr (KkrGroupCall) call = kkr_group_call_new_for_bytes (keys, values, NULL,
                                                                KKR_UNIT_AMOUNT, 1);
  g_autoptr (GError) error = NULL;
  KkrGroup *groups;
  gsize n;

  call->rows.cancellable = cancellable;
  g_assert_true (kkr_group_call_read (call, &error));
  groups = kkr_group_sum_rows (&call->rows, &n, &error);
  g_assert_no_error (error);
  g_cancellable_cancel (cancellable);
  g_assert_null (kkr_group_call_make_table (call, groups, n, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  kkr_memory_free (groups);
}

/* Before anything is added up, fractions are numbered. */
static void
test_cancelled_early (void)
{
  static const char *const parts[] = { "1/3", "2/3", "1/7", NULL };
  static const gint64 values[] = { 5, -1, 7 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("t", "Tabel", "Table");
  g_autoptr (KkrTable) table = NULL;
  g_autoptr (KkrGroupCall) call = NULL;
  g_autoptr (GError) error = NULL;

  kkr_table_builder_add_ratio (builder, "part", "Del", "Part", KKR_UNIT_NONE, parts);
  kkr_table_builder_add_int64 (builder, "n", "Antal", "Number", KKR_UNIT_COUNT, values, 3);
  table = kkr_table_builder_end (builder, &error);
  g_assert_no_error (error);
  call = kkr_group_call_new_for_table (table, "part", "n", 1, &error);
  g_assert_no_error (error);
  call->rows.cancellable = cancellable;
  g_cancellable_cancel (cancellable);
  g_assert_false (kkr_group_call_read (call, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_bytes (void)
{
  static const gint16 keys[] = { 851, 740, 851 };
  static const gint64 values[] = { 5, -1, 7 };
  g_autoptr (GBytes) key_bytes = g_bytes_new (keys, sizeof keys);
  g_autoptr (GBytes) value_bytes = g_bytes_new (values, sizeof values);
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrTable) sums = kkr_group_sum (key_bytes, value_bytes, NULL, KKR_UNIT_AMOUNT, -1,
                                             NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (kkr_table_get_name (sums), ==, "group-sum");
  g_assert_cmpint (get (sums, "key", 0), ==, 740);
  g_assert_cmpint (get (sums, "sum", 0), ==, -1);
  g_assert_cmpint (get (sums, "key", 1), ==, 851);
  g_assert_cmpint (get (sums, "sum", 1), ==, 12);
  g_assert_cmpint (get (sums, "known-sum", 1), ==, 12);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/group-sum/bytes", test_bytes);
  g_test_add_func ("/group-sum/async", test_async);
  g_test_add_func ("/group-sum/async-refused", test_async_refused);
  g_test_add_func ("/group-sum/async-cancelled", test_async_cancelled);
  g_test_add_func ("/group-sum/cancelled-early", test_cancelled_early);
  g_test_add_func ("/group-sum/cancelled-late", test_cancelled_late);
  return g_test_run ();
}
