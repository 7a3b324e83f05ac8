/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-reconciliation-private.h>

#include <stdlib.h>

/* Shares of a total, in per cent: of a printed total, of the sum of the others, or of one that is
 * not in the table. */

#define MAX_BASES 12
#define MIN_BITS 10
#define WORD_BITS 14
#define BITS_PER_FAILURE 8
#define MIN_HIDDEN 4
#define MAX_SAMPLE 400
#define ONE_MORE 41

typedef struct {
  KkrReconFamily *family;
  int score;
} Best;

static gboolean
is_share (const KkrReconView *view, guint line, gboolean *by_word)
{
  guint n = 0, n_percent = 0, n_outside = 0;

  for (guint lane = 0; lane < view->n_lanes; lane++)
    {
      const KkrReconCell *cell = kkr_recon_at (view, line, lane);

      if (!cell->has_value)
        continue;
      n_outside += cell->value < 0 || cell->value > 100 * view->recon->scale + 2;
      n++;
      n_percent += cell->is_percent;
    }
  *by_word = n_percent * 2 > n;
  /* One of them may be wrong. */
  return n >= 2 && n_outside <= (*by_word && n > 2 ? 1 : 0) &&
         (view->lines[line].flags & KKR_LABEL_CHANGE) == 0;
}

/* Also where some are negative, as changes are. */
static gboolean
is_percent (const KkrReconView *view, guint line)
{
  guint n = 0, n_percent = 0;

  for (guint lane = 0; lane < view->n_lanes; lane++)
    {
      n += kkr_recon_at (view, line, lane)->has_value;
      n_percent += kkr_recon_at (view, line, lane)->is_percent;
    }
  return n_percent * 2 > n;
}

/* Without a word for it, shares are figures that make up 100. */
static gboolean
makes_hundred (const KkrReconView *view, guint line)
{
  KkrInt128 sum = 0, hundred = (KkrInt128) 100 * view->recon->scale;

  for (guint lane = 0; lane < view->n_lanes; lane++)
    if ((view->lanes[lane].flags & (KKR_LABEL_TOTAL | KKR_LABEL_PART)) == 0)
      sum += kkr_recon_at (view, line, lane)->value;
  return sum >= hundred - 2 * view->recon->scale && sum <= hundred + 2 * view->recon->scale;
}

static gboolean
believe (const KkrReconView *view, const KkrReconFamily *family, const KkrReconVotes *votes)
{
  int bits = (int) votes->bits - BITS_PER_FAILURE * (int) votes->n_failed -
             2 * (int) g_bit_storage (view->n_lines);

  if (votes->n_held < 2 || votes->n_held < 3 * votes->n_failed)
    return FALSE;
  return bits + (family->by_word ? WORD_BITS : 0) >= MIN_BITS;
}

static void
consider (const KkrReconView *view, KkrReconFamily *family, Best *best)
{
  KkrReconVotes votes = kkr_recon_vote (view, family, 1 + view->n_lanes / 4);
  guint apart = family->target > family->terms[0] ? family->target - family->terms[0]
                                                  : family->terms[0] - family->target + 8;
  int score = 16 * (int) votes.n_held - 24 * (int) votes.n_failed;

  /* A printed total is the base, unless more than one share says another. */
  if (family->n_base != 1)
    score -= ONE_MORE;
  score = 64 * score - (int) MIN (apart, 60);
  if (!kkr_recon_spend (view->recon, (guint64) view->n_lanes * (1 + 2 * family->n_base)) ||
      !believe (view, family, &votes) ||
      (best->family != NULL && score <= best->score))
    {
      kkr_recon_family_free (family);
      return;
    }
  g_clear_pointer (&best->family, kkr_recon_family_free);
  best->family = family;
  best->score = score;
}

static KkrReconFamily *
share_of (const KkrReconView *view, guint target, guint x, gboolean by_word, const guint *base,
          guint n_base)
{
  KkrReconFamily *family = kkr_recon_family_new (KKR_RECON_SHARE, view, target, &x, 1);

  family->factor = 100;
  family->by_word = by_word;
  family->base = n_base > 0 ? g_memdup2 (base, n_base * sizeof *base) : NULL;
  family->n_base = n_base;
  return family;
}

typedef struct {
  KkrRational lower;
  KkrRational upper;
} Bound;

static int
compare_lower (gconstpointer a, gconstpointer b)
{
  return kkr_rational_compare (&((const Bound *) a)->lower, &((const Bound *) b)->lower);
}

static guint
collect_bounds (const KkrReconView *view, guint target, guint x, Bound *bounds)
{
  KkrInt128 up = (KkrInt128) 100 * view->recon->scale;
  guint n = 0;

  for (guint lane = 0; lane < view->n_lanes && n < MAX_SAMPLE; lane++)
    {
      const KkrReconCell *p = kkr_recon_at (view, target, lane);
      const KkrReconCell *cell = kkr_recon_at (view, x, lane);

      if (!p->has_value || !cell->has_value || !p->has_lower || !p->has_upper || p->lower <= 0 ||
          cell->value <= 0 || !cell->has_lower || !cell->has_upper)
        continue;
      if (kkr_rational_init (&bounds[n].lower, up * cell->lower, p->upper) &&
          kkr_rational_init (&bounds[n].upper, up * cell->upper, p->lower))
        n++;
    }
  return n;
}

/* The base that most rows agree on; how many do not is found by the vote. */
static KkrReconFamily *
share_of_hidden (const KkrReconView *view, guint target, guint x, gboolean by_word)
{
  g_autofree Bound *bounds = g_new (Bound, view->n_lanes + 1);
  guint n = collect_bounds (view, target, x, bounds), best = 0, at = 0;
  KkrReconFamily *family;

  if (n < MIN_HIDDEN || !kkr_recon_spend (view->recon, (guint64) n * MIN (n, 64)))
    return NULL;
  qsort (bounds, n, sizeof *bounds, compare_lower);
  for (guint i = 0; i < n; i++)
    {
      guint held = 0;

      for (guint k = 0; k <= i; k++)
        held += kkr_rational_compare (&bounds[k].upper, &bounds[i].lower) >= 0;
      if (held > best)
        {
          best = held;
          at = i;
        }
    }
  if (best < MIN_HIDDEN || best * 4 < n * 3)
    return NULL;
  family = share_of (view, target, x, by_word, NULL, 0);
  family->base_lower = bounds[at].lower;
  family->base_upper = bounds[at].upper;
  for (guint k = 0; k <= at; k++)
    if (kkr_rational_compare (&bounds[k].upper, &bounds[at].lower) >= 0 &&
        kkr_rational_compare (&bounds[k].upper, &family->base_upper) < 0)
      family->base_upper = bounds[k].upper;
  return family;
}

static void
find_for (const KkrReconView *view, guint target, gboolean by_word, const guint *plain,
          guint n_plain)
{
  Best best = { 0 };

  for (guint x = 0; x < view->n_lines; x++)
    {
      guint n_bases = 0;

      if (x == target || (view->lines[x].flags & (KKR_LABEL_HEADER | KKR_LABEL_PERCENT)) != 0 ||
          is_percent (view, x))
        continue;
      for (guint lane = 0; lane < view->n_lanes && n_bases < MAX_BASES; lane++)
        if ((view->lanes[lane].flags & KKR_LABEL_TOTAL) != 0 &&
            kkr_recon_at (view, x, lane)->has_value)
          {
            consider (view, share_of (view, target, x, by_word, &lane, 1), &best);
            n_bases++;
          }
      if (n_plain > 1)
        consider (view, share_of (view, target, x, by_word, plain, n_plain), &best);
    }
  for (guint x = 0; best.family == NULL && x < view->n_lines; x++)
    if (x != target && (view->lines[x].flags & (KKR_LABEL_HEADER | KKR_LABEL_PERCENT)) == 0 &&
        !is_percent (view, x))
      {
        KkrReconFamily *family = share_of_hidden (view, target, x, by_word);

        if (family != NULL)
          consider (view, family, &best);
      }
  if (best.family != NULL)
    kkr_recon_keep (view->recon, best.family);
}

static gboolean
is_made_already (const KkrReconView *view, guint line)
{
  for (guint i = 0; i < view->recon->families->len; i++)
    {
      const KkrReconFamily *family = g_ptr_array_index (view->recon->families, i);

      if (family->by_rows == view->by_rows && family->target == line &&
          (family->form == KKR_RECON_RATIO || family->form == KKR_RECON_GROWTH))
        return TRUE;
    }
  return FALSE;
}

void
kkr_recon_find_shares (const KkrReconView *view)
{
  g_autofree guint *plain = g_new (guint, view->n_lanes + 1);
  guint n_plain = 0;

  if (view->n_lines < 2 || view->n_lines > 400)
    return;
  for (guint lane = 0; lane < view->n_lanes; lane++)
    if ((view->lanes[lane].flags & (KKR_LABEL_TOTAL | KKR_LABEL_PART | KKR_LABEL_HEADER |
                                    KKR_LABEL_MEAN | KKR_LABEL_PERCENT | KKR_LABEL_CHANGE)) == 0)
      plain[n_plain++] = lane;
  for (guint line = 0; line < view->n_lines; line++)
    {
      gboolean by_word = FALSE;

      if ((view->lines[line].flags & KKR_LABEL_HEADER) == 0 && is_share (view, line, &by_word) &&
          (by_word || makes_hundred (view, line)) && !is_made_already (view, line))
        find_for (view, line, by_word, plain, n_plain);
    }
}
