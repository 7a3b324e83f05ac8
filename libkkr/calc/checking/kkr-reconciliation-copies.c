/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-reconciliation-stack-private.h>

/* A subtotal that is typed as the total below it: then it seems to be the sum of more than its own
 * lines, and the total that of one. What the other totals of the table are made of tells. */

static gboolean
is_sum (const KkrReconFamily *family, gboolean by_rows)
{
  return family->by_rows == by_rows && family->form == KKR_RECON_SUM && family->by_word;
}

static guint
count_targets (const KkrReconStack *stack, const KkrReconFamily *family)
{
  guint n = 0;

  for (guint i = 0; i < family->n_terms; i++)
    n += stack->is_target[family->terms[i]];
  return n;
}

/* The sum of that line, where it is the only one of totals and other lines, and some are of totals
 * alone. */
static KkrReconFamily *
find_odd_one (const KkrReconStack *stack, guint line)
{
  const GPtrArray *families = stack->view->recon->families;
  KkrReconFamily *odd = NULL;
  guint n_of_totals = 0;

  for (guint i = 0; i < families->len; i++)
    {
      KkrReconFamily *family = g_ptr_array_index (families, i);
      guint n = is_sum (family, stack->view->by_rows) ? count_targets (stack, family) : 0;

      n_of_totals += n > 1 && n == family->n_terms;
      if (n == 0 || n == family->n_terms)
        continue;
      if (family->target != line || odd != NULL || family->n_terms - n < 2)
        return NULL;
      odd = family;
    }
  return n_of_totals > 0 ? odd : NULL;
}

static gboolean
is_same (const KkrReconView *view, guint a, guint b)
{
  for (guint lane = 0; lane < view->n_lanes; lane++)
    if (kkr_recon_at (view, a, lane)->value != kkr_recon_at (view, b, lane)->value)
      return FALSE;
  return TRUE;
}

/* Leaves the lines that are no totals to the subtotal, and gives the others. */
static KkrReconFamily *
part (const KkrReconStack *stack, KkrReconFamily *family, guint line)
{
  g_autoptr (GArray) totals = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n = 0;

  for (guint i = 0; i < family->n_terms; i++)
    if (stack->is_target[family->terms[i]])
      g_array_append_val (totals, family->terms[i]);
    else
      family->terms[n++] = family->terms[i];
  family->n_terms = n;
  g_array_append_val (totals, family->target);
  return kkr_recon_family_new (KKR_RECON_SUM, stack->view, line, (const guint *) totals->data,
                               totals->len);
}

gboolean
kkr_recon_take_copied_total (KkrReconStack *stack, guint line)
{
  guint last = stack->items->len - 1;
  guint before = g_array_index (stack->items, KkrReconItem, last).line;
  KkrReconFamily *family;

  if (!stack->is_target[before] || !is_same (stack->view, before, line))
    return FALSE;
  family = find_odd_one (stack, before);
  if (family == NULL)
    return FALSE;
  family = part (stack, family, line);
  family->by_word = TRUE;
  stack->is_target[line] = TRUE;
  kkr_recon_push (stack, line, TRUE, last);
  kkr_recon_keep (stack->view->recon, family);
  return TRUE;
}
