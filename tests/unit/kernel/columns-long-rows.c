/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Totals between so many that one takes long: a company's shareholders, a country's inhabitants. */

#include "columns-helpers.h"

#include <string.h>

#include <libkkr/kernel/kkr-share-divisor-private.h>

#define N_LONG 150000

typedef struct {
  KkrShareTask task;
  gint64 *weights;
  gint64 total;
  gint64 *shares;
  guint8 bad;
} Row;

static Row
make_row (gsize n, guint64 bits, gint64 total)
{
  Row row = { .weights = g_new (gint64, n), .total = total, .shares = g_new0 (gint64, n) };
  guint64 state = n;

  for (gsize i = 0; i < n; i++)
    row.weights[i] = 1 + (gint64) random_of_bits (&state, bits);
  row.task = (KkrShareTask) { .weights = row.weights, .n = n, .tie_rule = KKR_TIE_RULE_LAST };
  g_assert_true (kkr_share_check_weights (&row.task, NULL));
  return row;
}

static void
free_row (Row *row)
{
  g_free (row->weights);
  g_free (row->shares);
}

static gboolean
share (Row *row, int method, GCancellable *cancellable)
{
  const KkrShareBlock block = {
    .totals = &row->total,
    .n_totals = 1,
    .task = &row->task,
    .method = (KkrApportionMethod) method,
    .unit = 1,
    .level = kkr_cpu_get_level (),
    .shares = row->shares,
    .bad = &row->bad,
    .cancellable = cancellable,
  };

  row->bad = 0;
  return kkr_share_block (&block);
}

/* Within the row: a short one is not looked at. Sums below 2^32 and above go different ways. */
static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  for (int method = 1; method <= N_METHODS; method++)
    for (guint64 bits = 8; bits <= 40; bits += 32)
      {
        Row longer = make_row (N_LONG, bits, 1000000000), shorter = make_row (98, bits, 1000000000);

        g_assert_false (share (&longer, method, cancellable));
        g_assert_true (share (&shorter, method, cancellable));
        g_assert_false (shorter.bad);
        free_row (&longer);
        free_row (&shorter);
      }
}

static void
test_textbook (void)
{
  g_autofree gint64 *expected = g_new (gint64, N_LONG);
  g_autofree guint8 *tied = g_new (guint8, N_LONG);

  for (int method = 1; method <= N_METHODS; method++)
    for (guint64 bits = 0; bits <= 40; bits += 8)
      {
        Row row = make_row (N_LONG, bits, -(N_LONG / 3 + 1000000 * (gint64) bits));
        gboolean good = kkr_apportion_into (row.total, row.weights, N_LONG,
                                            (KkrApportionMethod) method, 1, row.task.tie_rule,
                                            expected, tied, NULL);

        g_assert_true (share (&row, method, NULL));
        g_assert_cmpint (row.bad, ==, !good);
        if (good)
          g_assert_true (memcmp (row.shares, expected, N_LONG * sizeof *expected) == 0);
        free_row (&row);
      }
}

/* From a heap, or in short lists where there is no memory for one: up, and down again. */
static void
test_without_memory (void)
{
  const gsize n = 1000, count = 300;
  g_autofree KkrShareClaim *claims = g_new (KkrShareClaim, n);
  g_autofree guint64 *expected = g_new (guint64, n), *given = g_new (guint64, n);
  Row row = make_row (n, 3, 1);
  const KkrShareBlock block = { .cancellable = NULL };
  KkrShareStop stop = { &block, FALSE };

  for (int method = (int) DH; method <= (int) HH; method++)
    for (int rule = KKR_TIE_RULE_FIRST; rule <= KKR_TIE_RULE_SMALLEST_WEIGHT; rule++)
      for (int taking = 0; taking <= 1; taking++)
        {
          const KkrShareOrder order = { (KkrApportionMethod) method, (KkrTieRule) rule, taking };

          for (gsize i = 0; i < n; i++)
            expected[i] = given[i] = (guint64) row.weights[i];
          kkr_share_divisor_move (&stop, &order, row.weights, n, count, expected, claims);
          kkr_share_divisor_move (&stop, &order, row.weights, n, count, given, NULL);
          g_assert_cmpmem (given, (int) (n * sizeof *given), expected,
                           (int) (n * sizeof *expected));
        }
  free_row (&row);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/columns/long-rows/cancelled", test_cancelled);
  g_test_add_func ("/columns/long-rows/textbook", test_textbook);
  g_test_add_func ("/columns/long-rows/without-memory", test_without_memory);
  return g_test_run ();
}
