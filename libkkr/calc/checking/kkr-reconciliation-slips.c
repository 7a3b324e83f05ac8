/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-reconciliation-private.h>

#include <string.h>

#define MAX_TERMS 30
/* What comparing one figure with what it may be costs. */
#define WORK_PER_FIGURE 40

/* How one number becomes another under the hands of who types it. */

static gboolean
is_edit (const char *a, const char *b)
{
  gsize n_a = strlen (a), n_b = strlen (b), front = 0, back = 0, n = MIN (n_a, n_b);

  while (front < n && a[front] == b[front])
    front++;
  while (back < n - front && a[n_a - 1 - back] == b[n_b - 1 - back])
    back++;
  if (n_a - front - back <= 1 && n_b - front - back <= 1)
    return TRUE;
  return n_a == n_b && n_a - front - back == 2 && a[front] == b[front + 1] &&
         a[front + 1] == b[front];
}

/* One digit that is another, too many or missing, two that change places, or the sign. */
gboolean
kkr_recon_is_slip (KkrInt128 printed, KkrInt128 meant)
{
  g_autofree char *a = NULL, *b = NULL;

  if (printed == -meant)
    return printed != 0;
  if ((printed < 0) != (meant < 0))
    return FALSE;
  a = kkr_int128_to_string (printed < 0 ? -printed : printed);
  b = kkr_int128_to_string (meant < 0 ? -meant : meant);
  return is_edit (a, b);
}

/* Whether one slip in a figure of the lane explains why its sum fails. */
gboolean
kkr_recon_has_slip (const KkrReconView *view, const KkrReconFamily *family, guint lane)
{
  const KkrReconCell *target = kkr_recon_at (view, family->target, lane);
  KkrInt128 rest = target->value;
  /* What rounding may add to the slip. */
  gint64 reach = 1 + MIN (family->n_terms, MAX_TERMS) / 3;

  if (!kkr_recon_spend (view->recon, (guint64) WORK_PER_FIGURE * family->n_terms * (guint64) reach))
    return FALSE;
  for (guint i = 0; i < family->n_terms; i++)
    rest -= family->signs[i] * (KkrInt128) kkr_recon_at (view, family->terms[i], lane)->value;
  for (guint i = 0; i <= family->n_terms; i++)
    {
      const KkrReconCell *cell = i < family->n_terms ? kkr_recon_at (view, family->terms[i], lane)
                                                     : target;
      gint64 grain = cell->upper - cell->lower;
      KkrInt128 meant = i < family->n_terms ? cell->value + family->signs[i] * rest
                                            : cell->value - rest;

      if (!cell->has_value || !cell->has_lower || !cell->has_upper || grain <= 0)
        continue;
      for (gint64 off = -reach; off <= reach; off++)
        if (kkr_recon_is_slip (cell->value / grain, meant / grain + off))
          return TRUE;
    }
  return FALSE;
}
