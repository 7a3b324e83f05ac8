/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "share-helpers.h"

#include <libkkr/kernel/kkr-share-block-private.h>

G_BEGIN_DECLS

#define GUARD G_GINT64_CONSTANT (0x5a5a5a5a5a5a5a5a)

typedef struct {
  KkrApportionMethod method;
  KkrTieRule tie_rule;
  gint64 unit;
  const gint64 *totals;
  gsize n_totals;
  const gint64 *weights;
  gsize n;
  const guint64 *row_sums; /* or NULL */
} BlockCase;

/* As many cases as a test has by itself, or fewer: valgrind asks for few. */
static inline guint
count_cases (guint usual)
{
  const char *asked = g_getenv ("KKR_TEST_CASES");
  guint64 n = asked == NULL ? 0 : g_ascii_strtoull (asked, NULL, 10);

  return n > 0 && n < usual ? (guint) n : usual;
}

static inline guint64
add_weights (const gint64 *weights, gsize n)
{
  return (guint64) add_up (weights, n);
}

/* What kkr_share_block() promises, by the code that shares one total. */
static inline void
share_naively (const KkrShareBlock *block)
{
  gsize n = block->task->n;
  const gint64 *weights = block->task->weights;
  g_autofree guint8 *tied = g_new (guint8, n);

  for (gsize i = 0; i < block->n_totals; i++)
    {
      block->bad[i] = (block->row_sums != NULL && block->row_sums[i] == 0) ||
                      !kkr_apportion_into (block->totals[i], weights, n, block->method, block->unit,
                                           block->task->tie_rule, block->shares + i * n, tied,
                                           NULL);
      if (block->row_sums != NULL)
        weights += n;
    }
}

/* The naive code's shares of every row that it does not refuse, and the same refusals. */
static inline void
assert_same_as_naive (const BlockCase *c)
{
  gsize n_shares = c->n_totals * c->n;
  KkrShareTask task = {
    .weights = c->weights, .n = c->n, .tie_rule = c->tie_rule,
    .sum = c->row_sums == NULL ? add_weights (c->weights, c->n) : 0,
  };
  g_autofree gint64 *expected = g_new (gint64, n_shares);
  g_autofree gint64 *shares = g_new (gint64, n_shares + 1);
  g_autofree guint8 *refused = g_new0 (guint8, c->n_totals);
  KkrShareBlock block = {
    c->totals, c->n_totals, &task, c->method, c->unit, KKR_CPU_LEVEL_BASELINE, expected, refused,
    c->row_sums,
  };

  for (gsize i = 0; i < c->n; i++)
    task.n_positive += c->weights[i] > 0;
  share_naively (&block);
  block.shares = shares;
  for (guint level = 0; level <= kkr_cpu_get_level (); level++)
    {
      g_autofree guint8 *bad = g_new0 (guint8, c->n_totals);

      block.level = (KkrCpuLevel) level;
      block.bad = bad;
      for (gsize i = 0; i <= n_shares; i++)
        shares[i] = GUARD;
      kkr_share_block (&block);
      g_assert_cmpint (shares[n_shares], ==, GUARD);
      for (gsize i = 0; i < c->n_totals; i++)
        {
          g_assert_cmpint (bad[i], ==, refused[i]);
          if (!bad[i])
            g_assert_true (memcmp (shares + i * c->n, expected + i * c->n,
                                 c->n * sizeof *shares) == 0);
        }
    }
}

G_END_DECLS
