/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "fuzz.h"

#include <libkkr/calc/checking/kkr-base-search-private.h>
#include <libkkr/calc/checking/kkr-rule-search-private.h>

/* Weights, printed rows, total and keys with "//" between them; the printed rows are taken for
 * percentages too. */

static void
check_rule (const KkrRuleSearch *search, const KkrRule *rule)
{
  KkrRational sum = KKR_RATIONAL_ZERO;
  guint n_differ = 0;

  for (guint i = 0; i < search->n; i++)
    {
      g_assert_true (kkr_rational_add (&sum, &rule->values[i], &sum));
      n_differ += kkr_rational_compare (&rule->values[i], &search->printed[i]) != 0;
    }
  g_assert_cmpint (kkr_rational_compare (&sum, &rule->sum), ==, 0);
  g_assert_cmpuint (n_differ, ==, rule->n_differ);
  if (rule->kind == KKR_RULE_METHOD || rule->kind == KKR_RULE_LAST)
    g_assert_cmpint (kkr_rational_compare (&sum, &search->total), ==, 0);
}

/* A base within the interval gives all rows. */
static void
check_bases (const KkrRuleSearch *search)
{
  for (guint i = 0; i < search->rules->len && !search->has_total; i++)
    {
      const KkrRule *rule = search->rules->pdata[i];

      for (guint j = 0; j < search->bases->len; j++)
        {
          const KkrRuleBase *base = &g_array_index (search->bases, KkrRuleBase, j);

          if ((int) base->mode == rule->parameter &&
              kkr_interval_contains (&base->interval, &rule->base))
            g_assert_cmpuint (rule->n_differ, ==, 0);
        }
    }
}

static void
search_bases (const char *percentages)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrBaseSearch) search = kkr_base_search_new (percentages, KKR_ROUNDING_MODE_HALF_AWAY,
                                                          1, 100, &error);

  if (!fuzz_settle (search != NULL, &error) ||
      !fuzz_settle (kkr_base_search_run (search, NULL, &error), &error))
    return;
  for (guint i = 0; i < search->bases->len; i++)
    {
      gint64 base = g_array_index (search->bases, gint64, i);

      for (guint j = 0; j < search->percentages->len; j++)
        {
          const KkrPercentage *printed = &g_array_index (search->percentages, KkrPercentage, j);
          KkrRational share;
          gint64 from, to;

          g_assert_true (kkr_base_search_counts (search, j, base, &from, &to));
          g_assert_true (kkr_rational_init (&share, 100 * from, base));
          g_assert_true (kkr_interval_contains (&printed->interval, &share));
        }
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = fuzz_text (data, size);
  g_auto (GStrv) parts = g_strsplit (text, "//", 4);
  g_autoptr (KkrRuleSearch) search = NULL;
  g_autoptr (GError) error = NULL;
  const char *input = NULL;

  if (g_strv_length (parts) < 4)
    return 0;
  search_bases (parts[1]);
  search = kkr_rule_search_new (parts[0], parts[1], g_strstrip (parts[2]), parts[3], &input,
                                &error);
  g_assert_nonnull (input);
  if (!fuzz_settle (search != NULL, &error) ||
      !fuzz_settle (kkr_rule_search_run (search, NULL, &error), &error))
    return 0;
  for (guint i = 0; i < search->rules->len; i++)
    check_rule (search, search->rules->pdata[i]);
  check_bases (search);
  return 0;
}
