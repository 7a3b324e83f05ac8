/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/guarantee/kkr-proposals-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

/* A combination for each number of places takes as many steps as there are proposals. */
#define MAX_STEPS 4000000
#define CANCEL_STEP 64

KkrRational
kkr_proposals_points_unit (const KkrProposals *self)
{
  KkrRational unit = KKR_RATIONAL_INT (1);

  for (int i = 0; i < self->decimals; i++)
    unit.den *= 10;
  return unit;
}

static void
find_prices (const KkrProposals *self, gint64 *lowest, gint64 *highest)
{
  *lowest = G_MAXINT64;
  *highest = 0;
  for (guint i = 0; i < self->proposals->len; i++)
    if (kkr_proposals_get (self, i)->eligible)
      {
        *lowest = MIN (*lowest, kkr_proposals_get (self, i)->tariff);
        *highest = MAX (*highest, kkr_proposals_get (self, i)->tariff);
      }
}

static gboolean
set_criteria (const KkrProposals *self, KkrProposal *proposal, gint64 lowest, gint64 highest)
{
  KkrRational *price = &proposal->criteria[KKR_PROPOSALS_PRICE];
  KkrRational *shared = &proposal->criteria[KKR_PROPOSALS_SHARED];

  *shared = (KkrRational) { 0, 0 };
  if (proposal->shared != KKR_PROPOSALS_UNKNOWN &&
      !kkr_rational_init (shared, 100 * (KkrInt128) proposal->shared, proposal->places))
    return FALSE;
  /* Also where the tariff is 0. */
  if (proposal->tariff == lowest)
    *price = KKR_RATIONAL_INT (100);
  else if (self->price_points == KKR_PRICE_POINTS_LINEAR)
    return kkr_rational_init (price, 100 * ((KkrInt128) highest - proposal->tariff),
                              (KkrInt128) highest - lowest);
  else
    return kkr_rational_init (price, 100 * (KkrInt128) lowest, proposal->tariff);
  return TRUE;
}

static gboolean
weigh (const KkrProposals *self, KkrProposal *proposal)
{
  const KkrRational unit = kkr_proposals_points_unit (self);
  KkrRational sum = KKR_RATIONAL_ZERO, term;

  for (guint i = 0; i < KKR_PROPOSALS_N_CRITERIA; i++)
    if (self->weights[i].num > 0 &&
        (!kkr_rational_multiply (&self->weights[i], &proposal->criteria[i], &term) ||
         !kkr_rational_add (&sum, &term, &sum)))
      return FALSE;
  return kkr_rational_divide (&sum, &self->weight_sum, &sum) &&
         kkr_rational_divide (&sum, &unit, &sum) &&
         kkr_rational_round (&sum, self->rounding, 1, &proposal->points);
}

gboolean
kkr_proposals_rank (KkrProposals *self, GError **error)
{
  gint64 lowest, highest;

  if (!self->weighted)
    return TRUE;
  find_prices (self, &lowest, &highest);
  for (guint i = 0; i < self->proposals->len; i++)
    {
      KkrProposal *proposal = kkr_proposals_get (self, i);

      if (proposal->eligible && (!set_criteria (self, proposal, lowest, highest) ||
                                 !weigh (self, proposal)))
        return kkr_rational_overflow (error, _("the points"));
    }
  for (guint i = 0; i < self->proposals->len; i++)
    {
      KkrProposal *proposal = kkr_proposals_get (self, i);

      if (!proposal->eligible)
        continue;
      proposal->rank = 1;
      for (guint j = 0; j < self->proposals->len; j++)
        if (kkr_proposals_get (self, j)->eligible &&
            kkr_proposals_get (self, j)->points > proposal->points)
          proposal->rank++;
    }
  return TRUE;
}

gint64
kkr_proposals_value (const KkrProposals *self, guint i)
{
  const KkrProposal *proposal = kkr_proposals_get (self, i);

  return self->aim == KKR_SELECTION_AIM_PLACE_POINTS ? proposal->points * proposal->places
                                                     : proposal->points;
}

/* Row i, column w: the most that the proposals from i on come to with just w places, -1 where no
 * combination of them has so many; and in how many ways, of which two are enough to know. */
typedef struct {
  guint n, width;
  gint64 *most;
  guint8 *ways;
} Plan;

static void
fill (const KkrProposals *self, const guint *of, Plan *plan, guint i)
{
  gint64 *most = plan->most + (gsize) i * plan->width, *next = most + plan->width;
  guint8 *ways = plan->ways + (gsize) i * plan->width, *next_ways = ways + plan->width;
  gint64 places = kkr_proposals_get (self, of[i])->places;
  gint64 value = kkr_proposals_value (self, of[i]);

  for (guint w = 0; w < plan->width; w++)
    {
      most[w] = next[w];
      ways[w] = next_ways[w];
      if (w < places || next[w - places] < 0)
        continue;
      if (next[w - places] + value > most[w])
        ways[w] = 0;
      if (next[w - places] + value >= most[w])
        {
          ways[w] = (guint8) MIN (ways[w] + next_ways[w - places], 2);
          most[w] = next[w - places] + value;
        }
    }
}

/* Of combinations that come to the same, the one whose proposals stand first. */
static void
take (KkrProposals *self, const guint *of, const Plan *plan, guint places)
{
  KkrProposalsSelection selection = { .places = places, .points = plan->most[places],
                                      .tied = plan->ways[places] > 1,
                                      .chosen = g_new0 (guint8, self->proposals->len) };
  guint w = places;

  for (guint i = 0; i < plan->n; i++)
    {
      const gint64 *row = plan->most + (gsize) i * plan->width;
      gint64 size = kkr_proposals_get (self, of[i])->places;

      if (w < size || row[plan->width + w - size] < 0 ||
          row[plan->width + w - size] + kkr_proposals_value (self, of[i]) != row[w])
        continue;
      selection.chosen[of[i]] = 1;
      w -= (guint) size;
    }
  g_array_append_val (self->selections, selection);
}

static void
mark_best (KkrProposals *self)
{
  KkrProposalsSelection *best = NULL;

  for (guint i = 0; i < self->selections->len; i++)
    {
      KkrProposalsSelection *selection = &g_array_index (self->selections, KkrProposalsSelection,
                                                         i);

      /* Of those that come to the same, the one that leaves the fewest places. */
      if (best == NULL || selection->points >= best->points)
        best = selection;
    }
  if (best == NULL)
    return;
  best->best = TRUE;
  for (guint i = 0; i < self->proposals->len; i++)
    kkr_proposals_get (self, i)->selected = best->chosen[i] != 0;
}

static gboolean
run (KkrProposals *self, const guint *of, guint n, guint width, GCancellable *cancellable,
     GError **error)
{
  g_autofree gint64 *most = g_new (gint64, (gsize) (n + 1) * width);
  g_autofree guint8 *ways = g_new0 (guint8, (gsize) (n + 1) * width);
  Plan plan = { n, width, most, ways };
  gint64 *last = most + (gsize) n * width;

  for (guint w = 0; w < width; w++)
    last[w] = w == 0 ? 0 : -1;
  ways[(gsize) n * width] = 1;
  for (guint i = n; i > 0; i--)
    {
      if (i % CANCEL_STEP == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      fill (self, of, &plan, i - 1);
    }
  for (guint w = (guint) MAX (kkr_proposals_term (self, KKR_PROPOSALS_TARGET_LOW), 1); w < width;
       w++)
    if (most[w] >= 0)
      take (self, of, &plan, w);
  mark_best (self);
  return TRUE;
}

gboolean
kkr_proposals_select (KkrProposals *self, GCancellable *cancellable, GError **error)
{
  guint width = (guint) MIN (kkr_proposals_term (self, KKR_PROPOSALS_TARGET_HIGH),
                             kkr_proposals_term (self, KKR_PROPOSALS_MAX_PLACES)) + 1;
  g_autofree guint *of = g_new (guint, self->proposals->len + 1);
  guint n = 0;

  if (!self->weighted)
    return TRUE;
  for (guint i = 0; i < self->proposals->len; i++)
    if (kkr_proposals_get (self, i)->eligible)
      of[n++] = i;
  if ((gsize) (n + 1) * width > MAX_STEPS)
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE,
                   _("too many combinations: %u proposals for up to %u places found, at most %d "
                     "for the two multiplied expected"), n, width - 1, MAX_STEPS);
      return FALSE;
    }
  return run (self, of, n, width, cancellable, error);
}
