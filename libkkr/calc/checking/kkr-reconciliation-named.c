/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-reconciliation-stack-private.h>

#include <string.h>

/* Totals that a word speaks for, such as "i alt": what they are the sum of. */

/* Of 1000: a total by its word that holds nowhere is still one if it is near. */
#define NEAR 400
/* Totals of fewer last digits than this are too small to tell. */
#define MIN_GRAINS 20
/* Two that are the same by chance are smaller. */
#define MIN_COPIED 20
/* Of so many a total of totals that has a slip can be. */
#define MAX_TOTALS 12

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
  votes = kkr_recon_vote_total (view, family);
  kkr_recon_family_free (family);
  return votes.n_held > votes.n_failed;
}

typedef struct {
  KkrReconFamily *family;
  KkrReconVotes votes;
} Best;

static guint
find_block (const KkrReconStack *stack)
{
  guint first = stack->items->len;

  while (first > stack->border &&
         !g_array_index (stack->items, KkrReconItem, first - 1).is_total)
    first--;
  return first;
}

/* Whether a total can be that of one line alone, which stands below others: its name says so, or
 * more figures than one are the same. */
static gboolean
can_be_of_one (const KkrReconStack *stack, const KkrReconFamily *family)
{
  const KkrReconView *view = stack->view;
  const char *one = view->lines[family->terms[0]].fold;
  guint n_same = 0;

  if (stack->items->len - find_block (stack) < 2 ||
      (*one != '\0' && strstr (view->lines[family->target].fold, one) != NULL))
    return TRUE;
  for (guint lane = 0; lane < view->n_lanes; lane++)
    {
      const KkrReconCell *cell = kkr_recon_at (view, family->target, lane);

      n_same += cell->has_value && cell->value != 0 &&
                cell->value == kkr_recon_at (view, family->terms[0], lane)->value;
    }
  return n_same > 1;
}

/* Takes over the family. The first of equals stays. */
static void
consider (const KkrReconStack *stack, Best *best, KkrReconFamily *family)
{
  const KkrReconView *view = stack->view;
  KkrReconVotes votes;

  if (family == NULL)
    return;
  if (family->n_terms == 1 && !can_be_of_one (stack, family))
    {
      kkr_recon_family_free (family);
      return;
    }
  family->by_word = TRUE;
  votes = kkr_recon_vote_total (view, family);
  if (best->family == NULL || (best->votes.n_held == 0 && best->votes.n_failed == 0) ||
      votes.n_held > best->votes.n_held ||
      (votes.n_held == best->votes.n_held && votes.n_failed < best->votes.n_failed &&
       votes.n_held + votes.n_failed > 0) ||
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

static gint64
value_at (const KkrReconView *view, guint line, guint lane)
{
  return line < view->n_lines ? kkr_recon_at (view, line, lane)->value : 0;
}

/* A figure of the sum that is typed as the one beside it. */
static gboolean
is_copied (const KkrReconView *view, const KkrReconFamily *family, guint lane)
{
  for (guint i = 0; i <= family->n_terms; i++)
    {
      guint line = i < family->n_terms ? family->terms[i] : family->target;
      const KkrReconCell *cell = kkr_recon_at (view, line, lane);

      if (cell->has_value &&
          cell->value >= MIN_COPIED * ((KkrInt128) cell->upper - cell->lower) &&
          (value_at (view, line + 1, lane) == cell->value ||
           value_at (view, line - 1, lane) == cell->value))
        return TRUE;
    }
  return FALSE;
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
         (1000 * (rest < 0 ? -rest : rest) <= NEAR * size || is_copied (view, family, lane) ||
          kkr_recon_has_slip (view, family, lane));
}

/* Whether a slip explains each lane that fails. */
static gboolean
is_slip (const KkrReconView *view, const Best *best)
{
  for (guint lane = 0; lane < view->n_lanes; lane++)
    if (kkr_recon_try (view, best->family, lane, KKR_RECON_AS_ROUNDED, NULL) ==
          KKR_CLAIM_VERDICT_IMPOSSIBLE &&
        !is_copied (view, best->family, lane) && !kkr_recon_has_slip (view, best->family, lane))
      return FALSE;
  return best->votes.n_failed > 0;
}

static guint
count_totals (const KkrReconView *view, const KkrReconFamily *family)
{
  guint n = 0;

  for (guint i = 0; i < family->n_terms; i++)
    n += (view->lines[family->terms[i]].flags & KKR_LABEL_TOTAL) != 0;
  return n;
}

static char *
dup_without_digits (const char *text)
{
  GString *rest = g_string_new (NULL);

  for (; *text != '\0'; text++)
    if (!g_ascii_isdigit (*text))
      g_string_append_c (rest, *text);
  return g_string_free (rest, FALSE);
}

/* A quarter may be the sum of months, and is none of other quarters. */
static gboolean
is_of_shorter (const KkrReconView *view, const KkrReconFamily *family)
{
  g_autofree char *own = dup_without_digits (view->lines[family->target].fold);

  for (guint i = 0; i < family->n_terms; i++)
    {
      g_autofree char *other = dup_without_digits (view->lines[family->terms[i]].fold);

      if (g_str_equal (own, other))
        return FALSE;
    }
  return family->n_terms > 1;
}

/* Whether a total that its word speaks for is one of these lines. */
static gboolean
believe (const KkrReconView *view, const Best *best)
{
  const KkrReconVotes *votes = &best->votes;
  guint target = best->family->target, flags = view->lines[target].flags;

  if ((flags & KKR_LABEL_PERIOD) != 0)
    return is_of_shorter (view, best->family) && votes->n_held > votes->n_failed;
  if ((flags & KKR_LABEL_MAYBE) != 0 && votes->n_held <= votes->n_failed &&
      (votes->n_failed > 1 || (target > 0 && target + 1 < view->n_lines)))
    return FALSE;
  if (votes->n_held > 0)
    return votes->n_failed <= MAX (votes->n_held, 2);
  if ((flags & KKR_LABEL_NET) != 0)
    return best->family->n_terms == 2 && is_slip (view, best);
  if ((flags & KKR_LABEL_BARE) == 0 && count_totals (view, best->family) == best->family->n_terms)
    return is_slip (view, best);
  if ((flags & KKR_LABEL_BARE) != 0 && votes->n_failed == 1)
    return TRUE;
  for (guint lane = 0; lane < view->n_lanes; lane++)
    if (kkr_recon_at (view, target, lane)->has_value &&
        kkr_recon_lane_adds (view, best->family, lane) &&
        !is_near_miss (view, best->family, lane))
      return FALSE;
  return votes->n_failed > 0;
}

/* Takes over the family if a slip is all that is wrong with it. */
static gboolean
consider_slip (const KkrReconView *view, Best *best, KkrReconFamily *family)
{
  Best one = { family, { 0 } };

  if (family == NULL)
    return FALSE;
  one.votes = kkr_recon_vote_total (view, family);
  if (!is_slip (view, &one))
    {
      kkr_recon_family_free (family);
      return FALSE;
    }
  g_clear_pointer (&best->family, kkr_recon_family_free);
  *best = one;
  return TRUE;
}

/* What holds nowhere, but for a slip: a balance, or the sum of the last totals. */
static void
consider_slips (const KkrReconStack *stack, Best *best, guint line)
{
  const KkrReconView *view = stack->view;
  gboolean found = FALSE;

  if ((view->lines[line].flags & KKR_LABEL_NET) != 0)
    found = consider_slip (view, best, kkr_recon_subtract_totals (stack, line, FALSE)) ||
            consider_slip (view, best, kkr_recon_subtract_totals (stack, line, TRUE));
  for (guint n = 2; !found && n <= MAX_TOTALS; n++)
    found = consider_slip (view, best, kkr_recon_add_up_last (stack, line, n));
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
      (best->votes.n_held == 0 && stands_before (stack, line)))
    {
      kkr_recon_family_free (best->family);
      kkr_recon_take_mean (stack, line);
      return FALSE;
    }
  best->family->by_word = TRUE;
  keep_sum_of_totals (stack, line, best->family->n_terms);
  stack->is_target[line] = TRUE;
  kkr_recon_push (stack, line, TRUE, kkr_recon_find_first_item (stack, best->family));
  kkr_recon_keep (view->recon, best->family);
  return TRUE;
}

gboolean
kkr_recon_take_named_total (KkrReconStack *stack, guint line)
{
  const KkrReconView *view = stack->view;
  guint block = find_block (stack), suffix = kkr_recon_find_suffix (stack, line);
  Best best = { 0 };

  if (stack->items->len - block >= 2)
    consider (stack, &best, kkr_recon_add_up (stack, line, block, FALSE, FALSE));
  /* A heading says where the block begins. */
  if (stack->border > 0 && best.family != NULL &&
      (view->lines[line].flags & (KKR_LABEL_BARE | KKR_LABEL_NET)) == 0)
    return settle_named_total (stack, line, &best);
  consider (stack, &best, kkr_recon_add_up (stack, line, 0, FALSE, FALSE));
  consider (stack, &best, kkr_recon_add_up (stack, line, 0, FALSE, TRUE));
  consider (stack, &best, kkr_recon_add_up (stack, line, 0, TRUE, FALSE));
  consider (stack, &best, kkr_recon_add_up_plain (stack, line));
  consider (stack, &best, kkr_recon_add_up_alike (stack, line));
  if (best.votes.n_held == 0 || best.votes.n_failed > 0)
    consider (stack, &best, kkr_recon_add_up_others (stack, line));
  if (suffix > 1 && ((view->lines[line].flags & KKR_LABEL_BARE) == 0 || view->n_lanes > 1 ||
                     has_totals (stack)))
    consider (stack, &best,
              kkr_recon_add_up (stack, line, stack->items->len - suffix, FALSE, FALSE));
  if ((view->lines[line].flags & KKR_LABEL_NET) != 0)
    {
      consider (stack, &best, kkr_recon_subtract_totals (stack, line, FALSE));
      consider (stack, &best, kkr_recon_subtract_totals (stack, line, TRUE));
    }
  if (best.votes.n_held == 0)
    consider_slips (stack, &best, line);
  return settle_named_total (stack, line, &best);
}
