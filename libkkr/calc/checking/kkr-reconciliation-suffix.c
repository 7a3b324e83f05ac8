/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-reconciliation-stack-private.h>

/* How far back a sum is sought where terms of both signs give no end. */
#define MAX_SIGNED 48

typedef struct {
  KkrInt128 value, lower, upper;
  guint n_nonzero;
  gboolean is_unknown;
} Sum;

static void
add_line (const KkrReconView *view, guint line, Sum *sums, gboolean *is_signed)
{
  for (guint lane = 0; lane < view->n_lanes; lane++)
    {
      const KkrReconCell *cell = kkr_recon_at (view, line, lane);

      sums[lane].is_unknown |= cell->is_unknown;
      if (!cell->has_value)
        continue;
      sums[lane].value += cell->value;
      sums[lane].lower += cell->has_lower ? cell->lower : cell->value;
      sums[lane].upper += cell->has_upper ? cell->upper : cell->value;
      sums[lane].n_nonzero += cell->value != 0;
      *is_signed |= cell->value < 0;
    }
}

/* How many lanes hold less those that do not; `n_beyond` counts those that are past the target. */
static int
count_lanes (const KkrReconView *view, guint target, const Sum *sums, guint *n_beyond,
             guint *n_targets)
{
  int score = 0;

  *n_beyond = *n_targets = 0;
  for (guint lane = 0; lane < view->n_lanes; lane++)
    {
      const KkrReconCell *cell = kkr_recon_at (view, target, lane);
      const Sum *sum = &sums[lane];

      if (!cell->has_value || sum->is_unknown)
        continue;
      *n_targets += 1;
      *n_beyond += sum->lower > cell->upper && cell->has_upper;
      if (sum->n_nonzero < 2)
        continue;
      if (sum->lower <= cell->upper && sum->upper >= cell->lower)
        score += sum->value == cell->value ? 3 : 2;
      else
        score--;
    }
  return score;
}

guint
kkr_recon_find_suffix (const KkrReconStack *stack, guint target)
{
  const KkrReconView *view = stack->view;
  guint n_items = stack->items->len, best = 0, class = kkr_recon_line_class (view, target);
  g_autofree Sum *sums = g_new0 (Sum, view->n_lanes + 1);
  gboolean is_signed = FALSE;
  int best_score = 0;

  for (guint k = 1; k <= n_items; k++)
    {
      const KkrReconItem *item = &g_array_index (stack->items, KkrReconItem, n_items - k);
      guint n_beyond, n_targets;
      int score;

      if (!kkr_recon_spend (view->recon, 2 * view->n_lanes) || (is_signed && k > MAX_SIGNED))
        break;
      if (kkr_recon_line_class (view, item->line) != class)
        continue;
      add_line (view, item->line, sums, &is_signed);
      score = count_lanes (view, target, sums, &n_beyond, &n_targets);
      if (score > best_score)
        {
          best_score = score;
          best = k;
        }
      if (!is_signed && n_targets > 0 && n_beyond == n_targets)
        break;
    }
  return best;
}

/* In columns: changes, percentages and prices stand beside the figures that are added. */
guint
kkr_recon_line_class (const KkrReconView *view, guint line)
{
  guint mask = view->by_rows ? KKR_LABEL_PERCENT | KKR_LABEL_MEAN
                             : KKR_LABEL_PERCENT | KKR_LABEL_MEAN | KKR_LABEL_CHANGE |
                                 KKR_LABEL_RATE;

  return view->lines[line].flags & mask;
}
