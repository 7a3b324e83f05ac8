/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-reconciliation-private.h>

#include <libkkr/kernel/kkr-apportion.h>

/* Shares that are rounded together, by largest remainders, so that they make up 100: some of them
 * are then one of their last digits away from what each would be by itself. */

/* The lanes that make up the whole, the weights there, and what is printed, in last digits. */
typedef struct {
  GArray *lanes;
  GArray *weights;
  GArray *printed;
  gint64 grain;
} Shares;

static gboolean
collect (const KkrReconView *view, const KkrReconFamily *family, Shares *shares)
{
  for (guint lane = 0; lane < view->n_lanes; lane++)
    {
      const KkrReconCell *cell = kkr_recon_at (view, family->target, lane);
      const KkrReconCell *weight = kkr_recon_at (view, family->terms[0], lane);
      gint64 grain = cell->upper - cell->lower;

      if (!cell->has_value || !weight->has_value ||
          (view->lanes[lane].flags & (KKR_LABEL_TOTAL | KKR_LABEL_PART | KKR_LABEL_MEAN)) != 0)
        continue;
      if (!cell->has_lower || !cell->has_upper || grain <= 0 || cell->value % grain != 0 ||
          weight->value < 0 || (shares->grain != 0 && shares->grain != grain))
        return FALSE;
      shares->grain = grain;
      grain = cell->value / grain;
      g_array_append_val (shares->lanes, lane);
      g_array_append_val (shares->weights, weight->value);
      g_array_append_val (shares->printed, grain);
    }
  return shares->lanes->len >= 3 && 100 * view->recon->scale % shares->grain == 0;
}

static gboolean
is_apportioned (const KkrReconView *view, const Shares *shares)
{
  g_autofree gint64 *apportioned = NULL;
  gint64 total = 100 * view->recon->scale / shares->grain;
  gsize n;

  apportioned = kkr_apportion (total, (const gint64 *) shares->weights->data, shares->weights->len,
                               KKR_APPORTION_METHOD_LARGEST_REMAINDER, 1, &n, NULL);
  for (guint i = 0; apportioned != NULL && i < shares->printed->len; i++)
    if (apportioned[i] != g_array_index (shares->printed, gint64, i))
      return FALSE;
  return apportioned != NULL;
}

gboolean
kkr_recon_is_apportioned (KkrRecon *self, const KkrReconFamily *family)
{
  g_autoptr (GArray) lanes = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) weights = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) printed = g_array_new (FALSE, FALSE, sizeof (gint64));
  Shares shares = { lanes, weights, printed, 0 };
  KkrReconView view = kkr_recon_view (self, family->by_rows);

  return family->form == KKR_RECON_SHARE && family->base != NULL &&
         collect (&view, family, &shares) && is_apportioned (&view, &shares);
}
