/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-reconciliation-private.h>

/* Which figures are added up, and which are rates, means and growth. */

typedef struct {
  KkrInt128 least[2], greatest[2]; /* the two least and the two greatest */
  KkrInt128 sum;
  guint n;
} Spread;

static void
add_to_spread (Spread *self, KkrInt128 value)
{
  for (guint i = 0; i < 2; i++)
    if (self->n <= i || value < self->least[i])
      {
        if (i == 0)
          self->least[1] = self->least[0];
        self->least[i] = value;
        break;
      }
  for (guint i = 0; i < 2; i++)
    if (self->n <= i || value > self->greatest[i])
      {
        if (i == 0)
          self->greatest[1] = self->greatest[0];
        self->greatest[i] = value;
        break;
      }
  self->sum += value;
  self->n++;
}

static Spread
find_spread (const KkrReconView *view, const KkrReconFamily *family, guint lane)
{
  Spread spread = { .n = 0 };

  for (guint i = 0; i < family->n_terms; i++)
    {
      const KkrReconCell *cell = kkr_recon_at (view, family->terms[i], lane);

      if (cell->has_value)
        add_to_spread (&spread, cell->value);
    }
  return spread;
}

/* Whether a column of percentages has one total, of 100. */
static gboolean
has_one_hundred (const KkrReconView *view, guint lane)
{
  guint n = 0;

  for (guint line = 0; line < view->n_lines; line++)
    if (kkr_recon_at (view, line, lane)->value == 100 * view->recon->scale)
      n += (view->lines[line].flags & KKR_LABEL_TOTAL) != 0 ? 1 : 2;
  return n == 1;
}

/* A sum with a slip, which is not the mean. */
static gboolean
is_misprint (const KkrReconCell *target, const Spread *spread)
{
  KkrInt128 grain = (KkrInt128) target->upper - target->lower;
  KkrInt128 rest = spread->n * (KkrInt128) target->value - spread->sum;

  return target->has_lower && target->has_upper && grain > 0 &&
         (rest > spread->n * grain || -rest > spread->n * grain) &&
         kkr_recon_is_slip (target->value / grain, spread->sum / grain);
}

/* Whether the figures of a lane are such as are added up. What lies among figures that no word says
 * can be added, and near their mean, is taken for a mean; one figure may be wrong. */
gboolean
kkr_recon_lane_adds (const KkrReconView *view, const KkrReconFamily *family, guint lane)
{
  const KkrReconCell *target = kkr_recon_at (view, family->target, lane);
  guint flags = view->lanes[lane].flags | view->recon->title_flags;
  Spread spread = find_spread (view, family, lane);
  KkrInt128 hundred = (KkrInt128) 100 * view->recon->scale, n = spread.n;

  if ((view->lanes[lane].flags & KKR_LABEL_CHANGE) != 0 && target->is_percent)
    return target->value == hundred && has_one_hundred (view, lane);
  if (target->is_percent || (view->lanes[lane].flags & (KKR_LABEL_PERCENT | KKR_LABEL_MEAN)) != 0)
    return spread.least[0] >= 0 &&
           (has_one_hundred (view, lane) ||
            (target->value == hundred && spread.sum - spread.greatest[0] <= hundred) ||
            (family->by_word && spread.sum <= hundred + n * view->recon->scale / 2 &&
             spread.sum >= hundred - n * view->recon->scale / 2));
  if ((view->lanes[lane].flags & KKR_LABEL_RATE) != 0)
    return FALSE;
  if ((flags & (KKR_LABEL_MONEY | KKR_LABEL_COUNT)) != 0 || n < 4)
    return TRUE;
  return is_misprint (target, &spread) || target->value < spread.least[1] ||
         target->value > spread.greatest[1] ||
         2 * target->value * n < spread.sum || target->value * n > 2 * spread.sum;
}
