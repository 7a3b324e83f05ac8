/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "fuzz.h"

#include <libkkr/calc/checking/kkr-claims-private.h>

/* Up to "//" figures, up to the next "//" names of whole numbers, then claims. */

static const KkrClaimVariable *
get_variables (const KkrClaimSet *set)
{
  return (const KkrClaimVariable *) (gpointer) set->variables->data;
}

/* A number of the gap between the sides that the claim asks for. */
static void
check_point (const KkrClaimSet *set, const KkrClaim *claim, const KkrRational *point)
{
  g_autofree KkrRational *values = g_new (KkrRational, claim->gap->n_nodes);

  for (guint i = 0; i < set->variables->len; i++)
    {
      g_assert_true (kkr_interval_contains (&get_variables (set)[i].interval, &point[i]));
      g_assert_true (!get_variables (set)[i].whole || point[i].den == 1);
    }
  g_assert_true (kkr_claim_formula_evaluate (claim->gap, point, values));
  g_assert_true (kkr_interval_contains (&claim->target, &values[claim->gap->n_nodes - 1]));
}

/* What a side gives at a point lies in its range. */
static void
check_range (const KkrClaimFormula *formula, const KkrRational *point, const KkrInterval *range)
{
  g_autofree KkrRational *values = g_new (KkrRational, formula->n_nodes);

  if (kkr_claim_formula_evaluate (formula, point, values))
    g_assert_true (kkr_interval_contains (range, &values[formula->n_nodes - 1]));
}

static void
check_claim (const KkrClaimSet *set, const KkrClaim *claim)
{
  gboolean found = claim->verdict == KKR_CLAIM_VERDICT_EXACT ||
                   claim->verdict == KKR_CLAIM_VERDICT_POSSIBLE;

  g_assert_true (found == (claim->point != NULL));
  if (claim->verdict == KKR_CLAIM_VERDICT_IMPOSSIBLE)
    g_assert_cmpint (set->together, !=, KKR_CLAIM_VERDICT_POSSIBLE);
  if (set->point != NULL)
    {
      check_point (set, claim, set->point);
      check_range (claim->left_formula, set->point, &claim->left_range);
      check_range (claim->right_formula, set->point, &claim->right_range);
      for (guint i = 0; i < set->variables->len; i++)
        g_assert_true (kkr_interval_contains (&set->remains[i], &set->point[i]));
    }
  if (claim->point == NULL)
    return;
  check_point (set, claim, claim->point);
  check_range (claim->left_formula, claim->point, &claim->left_range);
  check_range (claim->right_formula, claim->point, &claim->right_range);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = fuzz_text (data, size);
  g_auto (GStrv) parts = g_strsplit (text, "//", 3);
  guint n = g_strv_length (parts);
  g_autoptr (KkrClaimSet) set = NULL;
  g_autoptr (GError) error = NULL;
  const char *input = NULL;

  if (n < 3)
    return 0;
  set = kkr_claim_set_new (parts[0], parts[1], parts[2], &input, &error);
  g_assert_nonnull (input);
  if (!fuzz_settle (set != NULL, &error) ||
      !fuzz_settle (kkr_claim_set_decide (set, NULL, &error), &error))
    return 0;
  for (guint i = 0; i < set->claims->len; i++)
    check_claim (set, set->claims->pdata[i]);
  return 0;
}
