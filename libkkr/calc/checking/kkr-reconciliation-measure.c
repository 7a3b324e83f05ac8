/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-reconciliation-private.h>

/* The figures of one relation as exact fractions, for those who read and derive them. */

static gboolean
to_rational (KkrInt128 value, const KkrRecon *self, KkrRational *result)
{
  return kkr_rational_init (result, value, self->scale);
}

static gboolean
sum_terms (const KkrReconView *view, const KkrReconRelation *relation, KkrInt128 *sum,
           KkrInt128 *width, guint *n_present)
{
  const KkrReconFamily *family = relation->family;

  *sum = *width = 0;
  *n_present = 0;
  for (guint i = 0; i < family->n_terms; i++)
    {
      const KkrReconCell *cell = kkr_recon_at (view, family->terms[i], relation->lane);

      if (!cell->has_value)
        continue;
      if (!cell->has_lower || !cell->has_upper)
        return FALSE;
      *sum += family->signs[i] < 0 ? -(KkrInt128) cell->value : cell->value;
      *width += (KkrInt128) cell->upper - cell->lower;
      *n_present += 1;
    }
  return *n_present > 0;
}

static gboolean
measure_sum (const KkrReconView *view, const KkrReconRelation *relation, KkrReconFigures *figures)
{
  const KkrReconFamily *family = relation->family;
  const KkrReconCell *target = kkr_recon_at (view, family->target, relation->lane);
  KkrInt128 sum, width;
  guint n;

  figures->has_slack = sum_terms (view, relation, &sum, &width, &n);
  if (family->form == KKR_RECON_HUNDRED)
    figures->printed = KKR_RATIONAL_INT (100);
  else if (!to_rational (target->value, view->recon, &figures->printed))
    return FALSE;
  if (!kkr_rational_init (&figures->computed, sum,
                          (KkrInt128) view->recon->scale *
                            (family->form == KKR_RECON_MEAN ? MAX (n, 1) : 1)))
    return FALSE;
  if (family->form != KKR_RECON_HUNDRED && target->has_lower && target->has_upper)
    width += ((KkrInt128) target->upper - target->lower) *
             (family->form == KKR_RECON_MEAN ? (KkrInt128) n : 1);
  return kkr_rational_init (&figures->slack, width,
                            (KkrInt128) 2 * view->recon->scale *
                              (family->form == KKR_RECON_MEAN ? MAX (n, 1) : 1));
}

/* The two figures that are divided or multiplied, and how. */
gboolean
kkr_recon_find_operands (const KkrRecon *self, const KkrReconRelation *relation,
                         KkrRational *first, KkrRational *second)
{
  KkrReconView view = kkr_recon_view ((KkrRecon *) self, relation->family->by_rows);
  const KkrReconFamily *family = relation->family;
  const KkrReconCell *a = kkr_recon_at (&view, family->terms[0], relation->lane);
  KkrInt128 base = 0;

  if (!to_rational (a->value, self, first))
    return FALSE;
  if (family->form == KKR_RECON_SAME)
    {
      *second = KKR_RATIONAL_INT (1);
      return TRUE;
    }
  if (family->form != KKR_RECON_SHARE)
    return to_rational (kkr_recon_at (&view, family->terms[1], relation->lane)->value, self,
                        second);
  if (family->base == NULL)
    {
      KkrRational sum;
      const KkrRational two_scales = { 2 * (KkrInt128) self->scale, 1 };

      return kkr_rational_add (&family->base_lower, &family->base_upper, &sum) &&
             kkr_rational_divide (&sum, &two_scales, second);
    }
  for (guint i = 0; i < family->n_base; i++)
    base += kkr_recon_at (&view, family->terms[0], family->base[i])->value;
  return to_rational (base, self, second);
}

gboolean
kkr_recon_combine (const KkrReconFamily *family, const KkrRational *first,
                   const KkrRational *second, KkrRational *result)
{
  KkrRational factor = KKR_RATIONAL_INT (family->factor), value;
  const KkrRational *top = family->form == KKR_RECON_GROWTH ? second : first;
  const KkrRational *bottom = family->form == KKR_RECON_GROWTH ? first : second;

  if (family->form == KKR_RECON_SAME)
    {
      *result = *first;
      return TRUE;
    }
  if (family->form == KKR_RECON_PRODUCT)
    return kkr_rational_multiply (first, second, &value) &&
           kkr_rational_divide (&value, &factor, result);
  if (!kkr_rational_divide (top, bottom, &value) ||
      !kkr_rational_multiply (&value, &factor, &value))
    return FALSE;
  if (family->form == KKR_RECON_GROWTH && !kkr_rational_subtract (&value, &factor, &value))
    return FALSE;
  if (family->form == KKR_RECON_GROWTH && family->signs[0] < 0)
    value.num = -value.num;
  *result = value;
  return TRUE;
}

/* How far a figure moves when its parts are half a digit off. */
static gboolean
find_slack (const KkrReconView *view, const KkrReconRelation *relation,
            const KkrRational *first, const KkrRational *second, KkrReconFigures *figures)
{
  const KkrReconFamily *family = relation->family;
  const KkrReconCell *target = kkr_recon_at (view, family->target, relation->lane);
  const KkrReconCell *a = kkr_recon_at (view, family->terms[0], relation->lane);
  const KkrReconCell *b = family->n_terms > 1
                            ? kkr_recon_at (view, family->terms[1], relation->lane) : a;
  KkrInt128 widths[2] = { (KkrInt128) a->upper - a->lower, (KkrInt128) b->upper - b->lower };
  KkrRational greatest = KKR_RATIONAL_ZERO;

  if (family->form == KKR_RECON_SHARE)
    widths[1] = 0;
  for (guint i = 0; i < family->n_base; i++)
    {
      const KkrReconCell *cell = kkr_recon_at (view, family->terms[0], family->base[i]);

      widths[1] += cell->has_value ? (KkrInt128) cell->upper - cell->lower : 0;
    }
  for (guint corner = 0; corner < 4; corner++)
    {
      KkrRational half, x, y, value, rest;

      if (!kkr_rational_init (&half, (corner & 1) != 0 ? widths[0] : -widths[0],
                              2 * (KkrInt128) view->recon->scale) ||
          !kkr_rational_add (first, &half, &x) ||
          !kkr_rational_init (&half, (corner & 2) != 0 ? widths[1] : -widths[1],
                              2 * (KkrInt128) view->recon->scale) ||
          !kkr_rational_add (second, &half, &y) || y.num <= 0 ||
          !kkr_recon_combine (family, &x, &y, &value) ||
          !kkr_rational_subtract (&value, &figures->computed, &rest))
        return FALSE;
      if (rest.num < 0)
        rest.num = -rest.num;
      if (kkr_rational_compare (&rest, &greatest) > 0)
        greatest = rest;
    }
  return kkr_rational_init (&figures->slack, (KkrInt128) target->upper - target->lower,
                            2 * (KkrInt128) view->recon->scale) &&
         kkr_rational_add (&figures->slack, &greatest, &figures->slack);
}

gboolean
kkr_recon_measure (const KkrRecon *recon, const KkrReconRelation *relation,
                   KkrReconFigures *figures)
{
  KkrReconView view = kkr_recon_view ((KkrRecon *) recon, relation->family->by_rows);
  KkrRational first, second;

  *figures = (KkrReconFigures) { .slack = KKR_RATIONAL_ZERO };
  switch (relation->family->form)
    {
    case KKR_RECON_SUM:
    case KKR_RECON_MEAN:
    case KKR_RECON_HUNDRED:
      if (!measure_sum (&view, relation, figures))
        return FALSE;
      break;
    case KKR_RECON_RATIO:
    case KKR_RECON_PRODUCT:
    case KKR_RECON_GROWTH:
    case KKR_RECON_SHARE:
    case KKR_RECON_SAME:
    default:
      if (!to_rational (kkr_recon_at (&view, relation->family->target, relation->lane)->value,
                        recon, &figures->printed) ||
          !kkr_recon_find_operands (recon, relation, &first, &second) ||
          !kkr_recon_combine (relation->family, &first, &second, &figures->computed))
        return FALSE;
      figures->has_slack = relation->family->form != KKR_RECON_SAME &&
                           find_slack (&view, relation, &first, &second, figures);
    }
  return kkr_rational_subtract (&figures->printed, &figures->computed, &figures->difference);
}
