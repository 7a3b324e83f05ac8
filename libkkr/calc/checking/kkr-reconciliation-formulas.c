/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-reconciliation-private.h>

#include <stdlib.h>
#include <string.h>

/* Lines that are made of two others: differences, growth, ratios and products. */

/* How far from the line the two are sought in long tables. */
#define REACH 12
#define MAX_WIDE 28
#define FEW 4
/* Without a word in bits against chance; what a word is worth; what each failure costs. */
#define MIN_BITS 8
#define WORD_BITS 14
#define BITS_PER_FAILURE 8

typedef struct {
  KkrReconForm form;
  gint64 factor;
  gint8 sign;
} Shape;

static const Shape shapes[] = {
  { KKR_RECON_SUM, 1, 1 },       { KKR_RECON_GROWTH, 100, 1 },  { KKR_RECON_GROWTH, 100, -1 },
  { KKR_RECON_RATIO, 100, 1 },   { KKR_RECON_RATIO, 1, 1 },     { KKR_RECON_RATIO, 1000, 1 },
  { KKR_RECON_RATIO, 1000000, 1 },
  { KKR_RECON_PRODUCT, 1, 1 },   { KKR_RECON_PRODUCT, 100, 1 }, { KKR_RECON_PRODUCT, 1000, 1 },
};

typedef struct {
  KkrReconFamily *family;
  KkrReconVotes votes;
  int score;
} Best;

static gboolean
is_percent (const KkrReconView *view, guint line)
{
  for (guint lane = 0; lane < view->n_lanes; lane++)
    if (kkr_recon_at (view, line, lane)->has_value)
      return kkr_recon_at (view, line, lane)->is_percent;
  return FALSE;
}

/* Whether the word of a line speaks for a form. */
static gboolean
has_word (const KkrReconView *view, guint line, const Shape *shape, gboolean percent)
{
  guint flags = view->lines[line].flags;

  switch (shape->form)
    {
    case KKR_RECON_SUM:
      return (flags & (KKR_LABEL_CHANGE | KKR_LABEL_NET)) != 0 && !percent;
    case KKR_RECON_GROWTH:
      return (flags & KKR_LABEL_CHANGE) != 0 && percent;
    case KKR_RECON_RATIO:
      return shape->factor == 100 ? percent
                                  : (flags & (KKR_LABEL_RATE | KKR_LABEL_MEAN)) != 0 && !percent;
    case KKR_RECON_PRODUCT:
      return FALSE;
    case KKR_RECON_MEAN:
    case KKR_RECON_SHARE:
    case KKR_RECON_HUNDRED:
    case KKR_RECON_SAME:
    default:
      return FALSE;
    }
}

/* Percentages are made of what is none, and differences of what is of their kind. */
static gboolean
is_sensible (const Shape *shape, gboolean target, gboolean a, gboolean b, gint8 sign)
{
  switch (shape->form)
    {
    case KKR_RECON_SUM:
      return target == a && a == b;
    case KKR_RECON_GROWTH:
      return !a && !b && (target || sign > 0);
    case KKR_RECON_RATIO:
      return a == b && !a && (shape->factor == 100 || !target);
    case KKR_RECON_PRODUCT:
      return !target && (shape->factor == 100 ? a != b : !a && !b);
    case KKR_RECON_MEAN:
    case KKR_RECON_SHARE:
    case KKR_RECON_HUNDRED:
    case KKR_RECON_SAME:
    default:
      return FALSE;
    }
}

/* The year that stands at `text` or after it, and where it ends; 0 for none. */
static guint
find_year (const char **text)
{
  for (const char *at = *text; *at != '\0';)
    {
      gsize digits = strspn (at, "0123456789");

      if (digits == 4 && (at[0] == '1' || at[0] == '2'))
        {
          *text = at + 4;
          return (guint) atoi (at);
        }
      at += MAX (digits, 1);
    }
  return 0;
}

/* "Ændring 2022-2023" says which two it is of. */
static gboolean
has_years (const KkrReconView *view, const KkrReconFamily *family)
{
  const char *text = view->lines[family->target].fold;

  for (guint i = 0; i < 2; i++)
    {
      const char *term = view->lines[family->terms[i]].fold;
      guint year = find_year (&text);

      if (year == 0 || find_year (&term) != year || find_year (&term) != 0)
        return FALSE;
    }
  return TRUE;
}

static int
find_score (const KkrReconView *view, const KkrReconFamily *family, const KkrReconVotes *votes)
{
  int score = 16 * (int) votes->n_held - 24 * (int) votes->n_failed + (int) votes->bits / 4;
  guint a = family->terms[0], b = family->terms[1], target = family->target;

  if (family->by_word)
    score += has_years (view, family) ? 128 : 64;
  /* Of equals, the nearest that stand before. */
  score -= (a > target) + (b > target);
  return 64 * score - (int) MIN (a > target ? a - target : target - a, 15) -
         (int) MIN (b > target ? b - target : target - b, 15);
}

static gboolean
is_beside (const KkrReconFamily *family)
{
  for (guint i = 0; i < 2; i++)
    if (family->terms[i] + 3 < family->target || family->terms[i] > family->target + 3)
      return FALSE;
  return TRUE;
}

/* One lane alone says little: the three stand together, or the figures fit to the last digit. */
static gboolean
is_close (const KkrReconView *view, const KkrReconFamily *family)
{
  gboolean exact = is_beside (family);

  for (guint lane = 0; lane < view->n_lanes && !exact; lane++)
    exact = kkr_recon_try (view, family, lane, KKR_RECON_AS_COUNTS, NULL) ==
              KKR_CLAIM_VERDICT_EXACT && view->n_lines <= REACH;
  return exact;
}

/* Where little speaks for a difference, rounding must not be needed for what nobody rounds. */
static gboolean
holds_as_read (const KkrReconView *view, const KkrReconFamily *family)
{
  for (guint lane = 0; lane < view->n_lanes; lane++)
    {
      KkrClaimVerdict verdict = kkr_recon_try (view, family, lane, KKR_RECON_AS_READ, NULL);

      if (verdict == KKR_CLAIM_VERDICT_EXACT || verdict == KKR_CLAIM_VERDICT_POSSIBLE)
        return TRUE;
    }
  return FALSE;
}

static gboolean
believe (const KkrReconView *view, const KkrReconFamily *family, const KkrReconVotes *votes)
{
  guint chance = 3 * g_bit_storage (MIN (view->n_lines, 2 * REACH));
  int bits = (int) votes->bits - BITS_PER_FAILURE * (int) votes->n_failed - (int) chance;

  if (votes->n_held == 0 || (votes->n_held == 1 && votes->bits == 0) ||
      (family->form == KKR_RECON_SUM && votes->n_held <= 2 && !holds_as_read (view, family)))
    return FALSE;
  if (family->by_word && votes->n_held == 1 && votes->n_failed == 0 && !is_close (view, family))
    return FALSE;
  /* Among many lines of small figures some pair always fits. */
  if (family->by_word && view->by_rows && votes->n_failed > 0 && view->n_lines > FEW &&
      (is_beside (family) ? (int) votes->bits < MIN_BITS : bits < 0))
    return FALSE;
  if (family->by_word)
    return votes->n_failed <= MAX (1, votes->n_held / 4) && votes->n_failed <= votes->n_held &&
           (bits + WORD_BITS >= 0 || votes->n_failed == 0 || has_years (view, family));
  return bits >= MIN_BITS && votes->n_held >= 3 && votes->n_held >= 4 * votes->n_failed;
}

static void
consider (const KkrReconView *view, guint target, guint a, guint b, const Shape *shape,
          gboolean by_word, Best *best)
{
  guint terms[] = { a, b };
  gint8 signs[] = { -1, 1 };
  gint8 turned[] = { shape->sign, shape->sign };
  KkrReconFamily trial = { .form = shape->form, .by_rows = view->by_rows, .by_word = by_word,
                           .target = target, .terms = terms, .n_terms = 2,
                           .signs = shape->form == KKR_RECON_SUM ? signs : turned,
                           .factor = shape->factor };
  KkrReconVotes votes = kkr_recon_vote (view, &trial, 1 + view->n_lanes / 5);
  int score;

  if (!believe (view, &trial, &votes))
    return;
  score = find_score (view, &trial, &votes);
  if (best->family != NULL && score <= best->score)
    return;
  g_clear_pointer (&best->family, kkr_recon_family_free);
  best->family = kkr_recon_family_new (shape->form, view, target, terms, 2);
  best->family->signs[0] = trial.signs[0];
  best->family->signs[1] = trial.signs[1];
  best->family->factor = shape->factor;
  best->family->by_word = by_word;
  best->votes = votes;
  best->score = score;
}

static gboolean
is_candidate (const KkrReconView *view, guint line)
{
  return (view->lines[line].flags & KKR_LABEL_HEADER) == 0;
}

/* Three lines bound by a sum are shown as that sum when no word says which one is a difference. */
static void
turn_to_sum (KkrReconFamily *family)
{
  guint whole = family->terms[1];

  if (family->form != KKR_RECON_SUM || family->by_word)
    return;
  family->terms[1] = family->target;
  family->target = whole;
  family->signs[0] = family->signs[1] = 1;
}

/* A balance of two totals is no other difference besides. */
static gboolean
is_balance (const KkrReconView *view, guint line)
{
  for (guint i = 0; i < view->recon->families->len; i++)
    {
      const KkrReconFamily *family = g_ptr_array_index (view->recon->families, i);

      if (family->form == KKR_RECON_SUM && family->by_rows == view->by_rows &&
          family->target == line && family->n_terms == 2 && family->signs[0] != family->signs[1])
        return TRUE;
    }
  return FALSE;
}

static void
find_for (const KkrReconView *view, guint target)
{
  gboolean percent = is_percent (view, target);
  guint first = view->n_lines > MAX_WIDE && target > REACH ? target - REACH : 0;
  guint last = view->n_lines > MAX_WIDE ? MIN (target + REACH, view->n_lines - 1)
                                        : view->n_lines - 1;
  gboolean wide = view->by_rows && view->n_lines > REACH;
  Best best = { 0 };

  for (guint a = first; a <= last; a++)
    for (guint b = first; b <= last && a != target && is_candidate (view, a); b++)
      {
        if (b == a || b == target || !is_candidate (view, b))
          continue;
        if (!kkr_recon_spend (view->recon, 4 * G_N_ELEMENTS (shapes)))
          break;
        for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++)
          {
            gboolean by_word = has_word (view, target, &shapes[i], percent);

            if ((by_word || !wide) &&
                is_sensible (&shapes[i], percent, is_percent (view, a), is_percent (view, b),
                             shapes[i].sign))
              consider (view, target, a, b, &shapes[i], by_word, &best);
          }
      }
  if (best.family == NULL)
    return;
  turn_to_sum (best.family);
  kkr_recon_keep (view->recon, best.family);
}

void
kkr_recon_find_formulas (const KkrReconView *view)
{
  for (guint pass = 0; pass < 2; pass++)
    for (guint line = 0; line < view->n_lines; line++)
      {
        guint flags = view->lines[line].flags;
        gboolean named = (flags & (KKR_LABEL_CHANGE | KKR_LABEL_NET | KKR_LABEL_PERCENT |
                                   KKR_LABEL_RATE | KKR_LABEL_MEAN)) != 0;

        if ((flags & KKR_LABEL_HEADER) == 0 && named == (pass == 0) && view->n_lines >= 3 &&
            !((flags & KKR_LABEL_NET) != 0 && is_balance (view, line)) &&
            (named || !view->by_rows || view->n_lines <= REACH))
          find_for (view, line);
      }
}
