/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-reconciliation-stack-private.h>

/* A total that no word speaks for: so many bits against chance, and more for each that fails. */
#define MIN_BITS 14
#define BITS_PER_FAILURE 8
/* The same where a first or last line is the sum of all others, which is no matter of choice. */
#define MIN_WHOLE_BITS 8
#define BITS_PER_WHOLE_FAILURE 5
#define BITS_PER_SLIP 8
/* Of 1000: a total by its word that holds nowhere is still one if it is near. */
#define NEAR 400
/* Totals of fewer last digits than this are too small to tell. */
#define MIN_GRAINS 20

static KkrReconVotes
vote_total (const KkrReconView *view, const KkrReconFamily *family)
{
  KkrReconVotes votes = { .miss = G_MAXUINT64 };

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

/* Whether the lines after a total, up to the next one, add up to it. */
static gboolean
stands_before (const KkrReconStack *stack, guint target)
{
  const KkrReconView *view = stack->view;
  g_autoptr (GArray) terms = g_array_new (FALSE, FALSE, sizeof (guint));
  KkrReconFamily *family;
  KkrReconVotes votes;

  if (stack->reversed)
    return FALSE;
  for (guint line = target + 1; line < view->n_lines; line++)
    if ((view->lines[line].flags & (KKR_LABEL_TOTAL | KKR_LABEL_HEADER)) != 0)
      break;
    else if ((view->lines[line].flags & KKR_LABEL_PART) == 0)
      g_array_append_val (terms, line);
  if (terms->len < 2)
    return FALSE;
  family = kkr_recon_family_new (KKR_RECON_SUM, view, target, (const guint *) terms->data,
                                 terms->len);
  votes = vote_total (view, family);
  kkr_recon_family_free (family);
  return votes.n_held > votes.n_failed;
}

typedef struct {
  KkrReconFamily *family;
  KkrReconVotes votes;
} Best;

/* Takes over the family. The first of equals stays. */
static void
consider (const KkrReconView *view, Best *best, KkrReconFamily *family)
{
  KkrReconVotes votes;

  if (family == NULL)
    return;
  family->by_word = TRUE;
  votes = vote_total (view, family);
  if (best->family == NULL || votes.n_held > best->votes.n_held ||
      (votes.n_held == best->votes.n_held && votes.n_failed < best->votes.n_failed) ||
      (votes.n_held == best->votes.n_held && votes.n_failed == best->votes.n_failed &&
       votes.bits > best->votes.bits))
    {
      g_clear_pointer (&best->family, kkr_recon_family_free);
      best->family = family;
      best->votes = votes;
    }
  else
    kkr_recon_family_free (family);
}

static guint
find_block (const KkrReconStack *stack)
{
  guint first = stack->items->len;

  while (first > stack->border &&
         !g_array_index (stack->items, KkrReconItem, first - 1).is_total)
    first--;
  return first;
}

/* Whether what fails is near what is printed, or a slip away from it. */
static gboolean
is_near_miss (const KkrReconView *view, const KkrReconFamily *family, guint lane)
{
  const KkrReconCell *target = kkr_recon_at (view, family->target, lane);
  KkrInt128 rest = -(KkrInt128) target->value;
  KkrInt128 size = target->value < 0 ? -(KkrInt128) target->value : target->value;

  for (guint i = 0; i < family->n_terms; i++)
    rest += kkr_recon_at (view, family->terms[i], lane)->value;
  return size >= MIN_GRAINS * ((KkrInt128) target->upper - target->lower) &&
         (1000 * (rest < 0 ? -rest : rest) <= NEAR * size ||
          kkr_recon_has_slip (view, family, lane));
}

/* Whether a total that its word speaks for is one of these lines. */
static gboolean
believe (const KkrReconView *view, const Best *best)
{
  const KkrReconVotes *votes = &best->votes;
  gboolean bare = (view->lines[best->family->target].flags & KKR_LABEL_BARE) != 0;
  guint n_totals = 0;

  if (votes->n_held > 0)
    return votes->n_failed <= MAX (votes->n_held, 2);
  for (guint i = 0; i < best->family->n_terms; i++)
    n_totals += (view->lines[best->family->terms[i]].flags & KKR_LABEL_TOTAL) != 0;
  if (!bare && n_totals == best->family->n_terms)
    return FALSE;
  if (bare && votes->n_failed == 1)
    return TRUE;
  for (guint lane = 0; lane < view->n_lanes; lane++)
    if (kkr_recon_at (view, best->family->target, lane)->has_value &&
        kkr_recon_lane_adds (view, best->family, lane) &&
        !is_near_miss (view, best->family, lane))
      return FALSE;
  return votes->n_failed > 0;
}

static void
push (KkrReconStack *stack, guint line, gboolean is_total, guint first_item)
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
static guint
find_first_item (const KkrReconStack *stack, const KkrReconFamily *family)
{
  for (guint i = 0; i < stack->items->len; i++)
    for (guint k = 0; k < family->n_terms; k++)
      if (g_array_index (stack->items, KkrReconItem, i).line == family->terms[k])
        return i;
  return 0;
}

/* The mean of the lines of the block, where most lanes have it. */
static void
take_mean (KkrReconStack *stack, guint line)
{
  KkrReconFamily *family = kkr_recon_add_up (stack, line, 0, TRUE, FALSE);
  KkrReconVotes votes;

  if (family == NULL)
    return;
  family->form = KKR_RECON_MEAN;
  votes = kkr_recon_vote (stack->view, family, 3);
  family->by_word = TRUE;
  if (family->n_terms > 1 && votes.n_held > 0 && votes.n_held >= 3 * votes.n_failed)
    kkr_recon_keep (stack->view->recon, family);
  else
    kkr_recon_family_free (family);
}

static gboolean
has_totals (const KkrReconStack *stack)
{
  for (guint i = 0; i < stack->items->len; i++)
    if (g_array_index (stack->items, KkrReconItem, i).is_total)
      return TRUE;
  return FALSE;
}

/* Where subtotals make up all there is, the total is their sum, too. */
static void
keep_sum_of_totals (KkrReconStack *stack, guint line, guint n_terms)
{
  KkrReconFamily *family;

  for (guint i = 0; i < stack->items->len; i++)
    if (!stack->is_target[g_array_index (stack->items, KkrReconItem, i).line])
      return;
  if (stack->items->len < 2 || stack->items->len == n_terms ||
      (stack->view->lines[line].flags & KKR_LABEL_BARE) == 0)
    return;
  family = kkr_recon_add_up (stack, line, 0, FALSE, TRUE);
  if (family == NULL)
    return;
  family->by_word = TRUE;
  kkr_recon_keep (stack->view->recon, family);
}

/* Keeps the best of what a total may be, or drops it. */
static gboolean
settle_named_total (KkrReconStack *stack, guint line, Best *best)
{
  const KkrReconView *view = stack->view;

  if (best->family == NULL)
    return FALSE;
  if ((best->family->n_terms < 2 && best->votes.n_held == 0) || !believe (view, best) ||
      (best->votes.n_held == 0 && (stands_before (stack, line) ||
                                  (view->lines[line].flags & KKR_LABEL_NET) != 0)))
    {
      kkr_recon_family_free (best->family);
      take_mean (stack, line);
      return FALSE;
    }
  best->family->by_word = TRUE;
  keep_sum_of_totals (stack, line, best->family->n_terms);
  stack->is_target[line] = TRUE;
  push (stack, line, TRUE, find_first_item (stack, best->family));
  kkr_recon_keep (view->recon, best->family);
  return TRUE;
}

static gboolean
take_named_total (KkrReconStack *stack, guint line)
{
  const KkrReconView *view = stack->view;
  guint block = find_block (stack), suffix = kkr_recon_find_suffix (stack, line);
  Best best = { 0 };

  if (stack->items->len - block >= 2)
    consider (view, &best, kkr_recon_add_up (stack, line, block, FALSE, FALSE));
  /* A heading says where the block begins. */
  if (stack->border > 0 && best.family != NULL &&
      (view->lines[line].flags & (KKR_LABEL_BARE | KKR_LABEL_NET)) == 0)
    return settle_named_total (stack, line, &best);
  consider (view, &best, kkr_recon_add_up (stack, line, 0, FALSE, FALSE));
  consider (view, &best, kkr_recon_add_up (stack, line, 0, FALSE, TRUE));
  consider (view, &best, kkr_recon_add_up (stack, line, 0, TRUE, FALSE));
  consider (view, &best, kkr_recon_add_up_plain (stack, line));
  consider (view, &best, kkr_recon_add_up_alike (stack, line));
  if (best.votes.n_held == 0 || best.votes.n_failed > 0)
    consider (view, &best, kkr_recon_add_up_others (stack, line));
  if (suffix > 1 && ((view->lines[line].flags & KKR_LABEL_BARE) == 0 || view->n_lanes > 1 ||
                     has_totals (stack)))
    consider (view, &best,
              kkr_recon_add_up (stack, line, stack->items->len - suffix, FALSE, FALSE));
  if ((view->lines[line].flags & KKR_LABEL_NET) != 0)
    {
      consider (view, &best, kkr_recon_subtract_totals (stack, line, FALSE));
      consider (view, &best, kkr_recon_subtract_totals (stack, line, TRUE));
    }
  return settle_named_total (stack, line, &best);
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
  votes = vote_total (stack->view, family);
  chance = MIN_BITS + g_bit_storage (stack->view->n_lines);
  if (family->n_terms < 2 ||
      ((votes.bits < chance + BITS_PER_FAILURE * votes.n_failed ||
        votes.n_held < 3 * votes.n_failed) && !is_whole (stack->view, family, &votes)))
    {
      kkr_recon_family_free (family);
      return FALSE;
    }
  stack->is_target[line] = TRUE;
  push (stack, line, TRUE, find_first_item (stack, family));
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
    take_mean (stack, line);
  else if ((flags & KKR_LABEL_TOTAL) != 0)
    {
      if (stack->items->len == 0 || !take_named_total (stack, line))
        push (stack, line, TRUE, stack->items->len);
    }
  else
    {
      if (stack->items->len == 0 || !take_plain_total (stack, line))
        push (stack, line, FALSE, stack->items->len);
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
