/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-reconciliation-stack-private.h>

/* A total that no word speaks for: so many bits against chance, and more for each that fails. */
#define MIN_BITS 14
#define BITS_PER_FAILURE 8
/* The same where a first or last line is the sum of all others, which is no matter of choice. */
#define MIN_WHOLE_BITS 8
#define BITS_PER_WHOLE_FAILURE 5
#define BITS_PER_SLIP 8
/* A mean that no word speaks for must hold in so many times more lanes than it fails in. */
#define MANY 20

KkrReconVotes
kkr_recon_vote_total (const KkrReconView *view, const KkrReconFamily *family)
{
  KkrReconVotes votes = { 0 };

  if (!kkr_recon_spend (view->recon, (guint64) family->n_terms * view->n_lanes))
    return votes;
  for (guint lane = 0; lane < view->n_lanes; lane++)
    {
      guint bits = 0;
      KkrClaimVerdict verdict = kkr_recon_try (view, family, lane, KKR_RECON_AS_ROUNDED,
                                               &bits);

      if (verdict == KKR_CLAIM_VERDICT_EXACT || verdict == KKR_CLAIM_VERDICT_POSSIBLE)
        {
          votes.n_held++;
          votes.bits += bits;
        }
      else if (verdict == KKR_CLAIM_VERDICT_IMPOSSIBLE && kkr_recon_lane_adds (view, family, lane))
        votes.n_failed++;
    }
  return votes;
}

void
kkr_recon_push (KkrReconStack *stack, guint line, gboolean is_total, guint first_item)
{
  KkrReconItem item = { line, is_total, stack->leaves->len };

  if (is_total && first_item < stack->items->len)
    item.first_leaf = g_array_index (stack->items, KkrReconItem, first_item).first_leaf;
  if (!is_total)
    g_array_append_val (stack->leaves, line);
  g_array_set_size (stack->items, first_item);
  g_array_append_val (stack->items, item);
  stack->border = MIN (stack->border, stack->items->len);
}

/* The first of the items that the terms of a sum are among. */
guint
kkr_recon_find_first_item (const KkrReconStack *stack, const KkrReconFamily *family)
{
  for (guint i = 0; i < stack->items->len; i++)
    for (guint k = 0; k < family->n_terms; k++)
      if (g_array_index (stack->items, KkrReconItem, i).line == family->terms[k])
        return i;
  return 0;
}

/* The mean of the lines of the block, where most lanes have it. */
void
kkr_recon_take_mean (KkrReconStack *stack, guint line)
{
  KkrReconFamily *family = kkr_recon_add_up (stack, line, 0, TRUE, FALSE);
  gboolean named = (stack->view->lines[line].flags & KKR_LABEL_MEAN) != 0;
  KkrReconVotes votes;

  if (family == NULL)
    return;
  family->form = KKR_RECON_MEAN;
  votes = kkr_recon_vote (stack->view, family, 3);
  family->by_word = TRUE;
  if (family->n_terms > 1 && votes.n_held > 0 &&
      votes.n_held >= (named ? 3 * votes.n_failed : MANY * votes.n_failed))
    kkr_recon_keep (stack->view->recon, family);
  else
    kkr_recon_family_free (family);
}

/* What the lanes that fail say against a sum of all others: less when one slip explains them. */
static gboolean
is_whole (const KkrReconView *view, const KkrReconFamily *family, const KkrReconVotes *votes)
{
  guint n_slips = 0;

  if (family->n_terms + 1 != view->n_lines || family->n_terms < 3 ||
      votes->n_held < votes->n_failed)
    return FALSE;
  for (guint lane = 0; votes->n_failed > 0 && votes->n_failed <= 2 && lane < view->n_lanes; lane++)
    n_slips += kkr_recon_try (view, family, lane, KKR_RECON_AS_ROUNDED, NULL) ==
                 KKR_CLAIM_VERDICT_IMPOSSIBLE &&
               kkr_recon_has_slip (view, family, lane);
  return votes->bits + BITS_PER_SLIP * MIN (n_slips, votes->n_failed) >=
         MIN_WHOLE_BITS + BITS_PER_WHOLE_FAILURE * votes->n_failed;
}

static gboolean
take_plain_total (KkrReconStack *stack, guint line)
{
  guint suffix = kkr_recon_find_suffix (stack, line), chance;
  KkrReconFamily *family;
  KkrReconVotes votes;

  if (suffix < 2)
    return FALSE;
  family = kkr_recon_add_up (stack, line, stack->items->len - suffix, FALSE, FALSE);
  if (family == NULL)
    return FALSE;
  for (guint i = 0; i < family->n_terms; i++)
    if (kkr_recon_line_class (stack->view, family->terms[i]) !=
        kkr_recon_line_class (stack->view, line))
      {
        kkr_recon_family_free (family);
        return FALSE;
      }
  votes = kkr_recon_vote_total (stack->view, family);
  chance = MIN_BITS + g_bit_storage (stack->view->n_lines);
  if (family->n_terms < 2 ||
      ((votes.bits < chance + BITS_PER_FAILURE * votes.n_failed ||
        votes.n_held < 3 * votes.n_failed) && !is_whole (stack->view, family, &votes)))
    {
      kkr_recon_family_free (family);
      return FALSE;
    }
  stack->is_target[line] = TRUE;
  kkr_recon_push (stack, line, TRUE, kkr_recon_find_first_item (stack, family));
  kkr_recon_keep (stack->view->recon, family);
  return TRUE;
}

static void
take_line (KkrReconStack *stack, guint line)
{
  guint flags = stack->view->lines[line].flags;

  if ((flags & KKR_LABEL_HEADER) != 0)
    {
      if (!stack->reversed)
        stack->border = stack->items->len;
      return;
    }
  if ((flags & KKR_LABEL_PART) != 0 || (stack->reversed && stack->is_target[line]))
    return;
  if ((flags & KKR_LABEL_MEAN) != 0)
    kkr_recon_take_mean (stack, line);
  else if ((flags & KKR_LABEL_TOTAL) != 0)
    {
      if (stack->items->len == 0 || (!kkr_recon_take_copied_total (stack, line) &&
                                     !kkr_recon_take_named_total (stack, line)))
        kkr_recon_push (stack, line, (flags & KKR_LABEL_MAYBE) == 0, stack->items->len);
    }
  else
    {
      if (stack->items->len == 0 || !take_plain_total (stack, line))
        kkr_recon_push (stack, line, FALSE, stack->items->len);
      g_array_append_val (stack->plain, line);
    }
}

/* Totals stand below or to the right of what they are the sum of, or else above or to the left. */
void
kkr_recon_find_totals (const KkrReconView *view)
{
  g_autofree guint8 *is_target = g_new0 (guint8, view->n_lines + 1);

  for (guint turn = 0; turn < 2; turn++)
    {
      KkrReconStack stack = { .view = view, .reversed = turn == 1, .is_target = is_target };

      stack.items = g_array_new (FALSE, FALSE, sizeof (KkrReconItem));
      stack.leaves = g_array_new (FALSE, FALSE, sizeof (guint));
      stack.plain = g_array_new (FALSE, FALSE, sizeof (guint));
      for (guint i = 0; i < view->n_lines; i++)
        take_line (&stack, turn == 0 ? i : view->n_lines - 1 - i);
      g_array_unref (stack.items);
      g_array_unref (stack.leaves);
      g_array_unref (stack.plain);
    }
}
