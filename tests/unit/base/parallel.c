/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-parallel-private.h>

typedef struct {
  guint8 *done;
  GCancellable *cancel_at_once;
  guint n_told;
  gdouble last;
} Loop;

static void
do_items (gsize first, gsize n, guint thread, gpointer user_data)
{
  Loop *loop = user_data;

  for (gsize i = first; i < first + n; i++)
    loop->done[i]++;
  if (loop->cancel_at_once != NULL)
    g_cancellable_cancel (loop->cancel_at_once);
}

static void
tell (gpointer progress_data, gdouble done)
{
  Loop *loop = progress_data;

  g_assert_cmpfloat (done, >=, loop->last);
  g_assert_cmpfloat (done, <=, 1.0);
  loop->last = done;
  loop->n_told++;
}

static void
test_every_item_once (void)
{
  static const gsize sizes[] = { 0, 1, 7, 64, 65, 1000, 12345 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint n_threads = 1; n_threads <= 4; n_threads++)
      {
        g_autofree guint8 *done = g_new0 (guint8, sizes[i] + 1);
        Loop loop = { .done = done };
        KkrParallelLoop parallel = { .n_items = sizes[i], .block = 64, .n_threads = n_threads,
                                     .func = do_items, .user_data = &loop, .progress = tell,
                                     .progress_data = &loop };
        g_autoptr (GError) error = NULL;

        g_assert_true (kkr_parallel_run (&parallel, &error));
        g_assert_no_error (error);
        for (gsize k = 0; k < sizes[i]; k++)
          g_assert_cmpuint (done[k], ==, 1);
        g_assert_cmpuint (done[sizes[i]], ==, 0);
        g_assert_cmpfloat (loop.last, >=, 1.0);
        g_assert_cmpuint (loop.n_told, <=, 102);
      }
}

static void
test_cancelled (void)
{
  g_autofree guint8 *done = g_new0 (guint8, 10000);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Loop loop = { .done = done, .cancel_at_once = cancellable };
  KkrParallelLoop parallel = { .n_items = 10000, .block = 10, .n_threads = 2, .func = do_items,
                               .user_data = &loop, .cancellable = cancellable };
  g_autoptr (GError) error = NULL;

  g_assert_false (kkr_parallel_run (&parallel, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (done[9999], ==, 0);
}

static void
test_threads_asked_for (void)
{
  static const int wrong[] = { 0, -2, 257, G_MININT, G_MAXINT };
  guint n;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (kkr_parallel_count_threads (wrong[i], 1000, 1, &n, &error));
      g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE);
    }
  g_assert_true (kkr_parallel_count_threads (4, 1000, 10, &n, NULL));
  g_assert_cmpuint (n, ==, 4);
  g_assert_true (kkr_parallel_count_threads (4, 50, 10, &n, NULL));
  g_assert_cmpuint (n, ==, 2);
  g_assert_true (kkr_parallel_count_threads (256, 0, 10, &n, NULL));
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (kkr_parallel_count_threads (-1, 1000000, 10, &n, NULL));
  g_assert_cmpuint (n, ==, g_get_num_processors ());
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/parallel/every-item-once", test_every_item_once);
  g_test_add_func ("/parallel/cancelled", test_cancelled);
  g_test_add_func ("/parallel/threads-asked-for", test_threads_asked_for);
  return g_test_run ();
}
