/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-reconciliation-stack-private.h>

#include <string.h>

/* What a total may be the sum of. */

KkrReconFamily *
kkr_recon_add_up (const KkrReconStack *stack, guint target, guint first, gboolean leaves,
                  gboolean totals)
{
  guint class = kkr_recon_line_class (stack->view, target);
  g_autoptr (GArray) terms = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n = leaves ? stack->leaves->len : stack->items->len;

  for (guint strict = 2; strict-- > 0;)
    {
      for (guint i = first; i < n; i++)
        {
          const KkrReconItem *item = leaves ? NULL
                                            : &g_array_index (stack->items, KkrReconItem, i);
          guint line = leaves ? g_array_index (stack->leaves, guint, i) : item->line;

          if ((strict == 0 || kkr_recon_line_class (stack->view, line) == class) &&
              (!totals || leaves || item->is_total))
            g_array_append_val (terms, line);
        }
      if (terms->len >= 2 || strict == 0)
        break;
      g_array_set_size (terms, 0);
    }
  if (terms->len == 0)
    return NULL;
  return kkr_recon_family_new (KKR_RECON_SUM, stack->view, target, (const guint *) terms->data,
                               terms->len);
}

KkrReconFamily *
kkr_recon_add_up_alike (const KkrReconStack *stack, guint target)
{
  const char *word = strrchr (stack->view->lines[target].fold, ' ');
  g_autoptr (GArray) terms = g_array_new (FALSE, FALSE, sizeof (guint));

  if (word == NULL || g_str_equal (word, " alt"))
    return NULL;
  for (guint i = 0; i < stack->leaves->len; i++)
    {
      guint line = g_array_index (stack->leaves, guint, i);

      if (g_str_has_suffix (stack->view->lines[line].fold, word))
        g_array_append_val (terms, line);
    }
  if (terms->len < 2 || terms->len == stack->leaves->len)
    return NULL;
  return kkr_recon_family_new (KKR_RECON_SUM, stack->view, target, (const guint *) terms->data,
                               terms->len);
}

KkrReconFamily *
kkr_recon_add_up_plain (const KkrReconStack *stack, guint target)
{
  const KkrReconView *view = stack->view;
  guint class = kkr_recon_line_class (view, target), n = stack->plain->len;
  g_autoptr (GArray) terms = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < n; i++)
    {
      guint line = g_array_index (stack->plain, guint, i);

      if (kkr_recon_line_class (view, line) == class)
        g_array_append_val (terms, line);
    }
  if (terms->len < 2 || n == stack->leaves->len)
    return NULL;
  return kkr_recon_family_new (KKR_RECON_SUM, view, target, (const guint *) terms->data,
                               terms->len);
}

KkrReconFamily *
kkr_recon_add_up_last (const KkrReconStack *stack, guint target, guint n)
{
  g_autofree guint *terms = g_new (guint, n);

  if (n > stack->items->len)
    return NULL;
  for (guint i = 0; i < n; i++)
    {
      guint line = g_array_index (stack->items, KkrReconItem, stack->items->len - 1 - i).line;

      if (!stack->is_target[line])
        return NULL;
      terms[i] = line;
    }
  return kkr_recon_family_new (KKR_RECON_SUM, stack->view, target, terms, n);
}

KkrReconFamily *
kkr_recon_subtract_totals (const KkrReconStack *stack, guint target, gboolean turned)
{
  guint found[2], n = 0;
  KkrReconFamily *family;

  for (guint i = stack->items->len; i-- > 0 && n < 2;)
    if (g_array_index (stack->items, KkrReconItem, i).is_total || stack->items->len == 2)
      found[n++] = g_array_index (stack->items, KkrReconItem, i).line;
  if (n < 2)
    return NULL;
  family = kkr_recon_family_new (KKR_RECON_SUM, stack->view, target, found, 2);
  family->signs[turned ? 0 : 1] = -1;
  return family;
}

KkrReconFamily *
kkr_recon_add_up_others (const KkrReconStack *stack, guint target)
{
  const KkrReconView *view = stack->view;
  guint class = kkr_recon_line_class (view, target);
  g_autoptr (GArray) terms = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint line = 0; line < view->n_lines; line++)
    if (line != target && kkr_recon_line_class (view, line) == class &&
        (view->lines[line].flags & (KKR_LABEL_TOTAL | KKR_LABEL_PART | KKR_LABEL_HEADER)) == 0)
      g_array_append_val (terms, line);
  if (terms->len < 2)
    return NULL;
  return kkr_recon_family_new (KKR_RECON_SUM, view, target, (const guint *) terms->data,
                               terms->len);
}
