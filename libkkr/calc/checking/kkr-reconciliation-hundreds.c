/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-reconciliation-private.h>

#include <string.h>

/* Percentages that make up a whole without a printed total. */

#define MAX_PARTS 24
/* How far from 100 a sum may be and still be meant to be 100, in per cent. */
#define FAR 30
#define NEAR 3
#define MIN_BITS 10

typedef struct {
  const KkrReconView *view;
  GPtrArray *families;
  guint n_held, n_failed, n_near, n_far, bits;
} Blocks;

/* What is missing to 100, in units of the table; FALSE if the lane has no percentages. */
static gboolean
find_rest (const KkrReconView *view, const KkrReconFamily *family, guint lane, gint64 *rest)
{
  KkrInt128 sum = 0;
  guint n = 0;

  for (guint i = 0; i < family->n_terms; i++)
    {
      const KkrReconCell *cell = kkr_recon_at (view, family->terms[i], lane);

      if (!cell->has_value)
        continue;
      if (!cell->is_percent || cell->value < 0 || cell->value > 100 * view->recon->scale)
        return FALSE;
      sum += cell->value;
      n++;
    }
  sum -= (KkrInt128) 100 * view->recon->scale;
  *rest = (gint64) sum;
  return n > 1;
}

gboolean
kkr_recon_is_near_hundred (const KkrReconView *view, const KkrReconFamily *family, guint lane)
{
  gint64 rest;

  return find_rest (view, family, lane, &rest) && rest < FAR * view->recon->scale &&
         rest > -FAR * view->recon->scale;
}

/* 100 and nothing besides tells nothing. */
static gboolean
is_one_alone (const KkrReconView *view, const KkrReconFamily *family, guint lane)
{
  guint n = 0;

  for (guint i = 0; i < family->n_terms; i++)
    n += kkr_recon_at (view, family->terms[i], lane)->value != 0;
  return n == 1;
}

static void
vote (const KkrReconView *view, const KkrReconFamily *family, Blocks *blocks)
{
  for (guint lane = 0; lane < view->n_lanes; lane++)
    {
      guint bits = 0;
      gint64 rest;

      if (!find_rest (view, family, lane, &rest) || is_one_alone (view, family, lane))
        continue;
      if (!kkr_recon_is_near_hundred (view, family, lane))
        {
          blocks->n_far++;
          continue;
        }
      if (kkr_recon_try (view, family, lane, KKR_RECON_AS_ROUNDED, &bits) ==
          KKR_CLAIM_VERDICT_IMPOSSIBLE)
        {
          blocks->n_failed++;
          blocks->n_near += rest <= NEAR * view->recon->scale && rest >= -NEAR * view->recon->scale;
        }
      else
        {
          blocks->n_held++;
          blocks->bits += bits;
        }
    }
}

/* A sum that is printed says it already. */
static gboolean
has_total (const KkrReconView *view, guint line)
{
  for (guint i = 0; i < view->recon->families->len; i++)
    {
      const KkrReconFamily *family = g_ptr_array_index (view->recon->families, i);

      if (family->by_rows != view->by_rows || family->form != KKR_RECON_SUM)
        continue;
      for (guint k = 0; k < family->n_terms; k++)
        if (family->terms[k] == line)
          return TRUE;
    }
  return FALSE;
}

static gboolean
is_part (const KkrReconView *view, guint line)
{
  if ((view->lines[line].flags & (KKR_LABEL_HEADER | KKR_LABEL_PART | KKR_LABEL_CHANGE |
                                  KKR_LABEL_YEAR)) != 0)
    return FALSE;
  for (guint lane = 0; lane < view->n_lanes; lane++)
    if (kkr_recon_at (view, line, lane)->has_value && kkr_recon_at (view, line, lane)->is_percent)
      return TRUE;
  return FALSE;
}

static void
end_block (Blocks *blocks, const guint *lines, guint n_lines)
{
  KkrReconFamily *family;

  if (n_lines < 2 || n_lines > MAX_PARTS || has_total (blocks->view, lines[0]) ||
      has_total (blocks->view, lines[n_lines - 1]))
    return;
  family = kkr_recon_family_new (KKR_RECON_HUNDRED, blocks->view, lines[0], lines, n_lines);
  vote (blocks->view, family, blocks);
  g_ptr_array_add (blocks->families, family);
}

/* Whether a line begins another group than the line before it. */
static gboolean
begins_group (const KkrReconView *view, guint line)
{
  KkrPrintedTable *printed = view->recon->printed;
  guint n = view->by_rows ? kkr_printed_table_get_n_label_parts (printed)
                          : kkr_printed_table_get_n_heading_parts (printed);

  if (line == 0 || n < 2)
    return FALSE;
  if (view->by_rows)
    return g_strcmp0 (kkr_printed_table_get_label_part (printed, line, 0),
                      kkr_printed_table_get_label_part (printed, line - 1, 0)) != 0;
  return g_strcmp0 (kkr_printed_table_get_heading_part (printed, line, 0),
                    kkr_printed_table_get_heading_part (printed, line - 1, 0)) != 0;
}

static void
find_blocks (Blocks *blocks)
{
  const KkrReconView *view = blocks->view;
  guint lines[MAX_PARTS + 1], n = 0;

  for (guint line = 0; line < view->n_lines; line++)
    {
      if (begins_group (view, line) || (view->lines[line].flags & KKR_LABEL_HEADER) != 0)
        {
          end_block (blocks, lines, n);
          n = 0;
        }
      if (is_part (view, line) && n <= MAX_PARTS)
        lines[n++] = line;
    }
  end_block (blocks, lines, n);
}

/* One column alone is meant to make up 100 only where it says so: "Fordeling, pct." */
static gboolean
is_distribution (const KkrReconView *view)
{
  const char *title = kkr_printed_table_get_title (view->recon->printed);

  for (guint lane = 0; lane < view->n_lanes; lane++)
    if (strstr (view->lanes[lane].fold, "fordel") != NULL)
      return TRUE;
  return strstr (title, "ordel") != NULL || strstr (title, "istribut") != NULL;
}

static gboolean
believe (const Blocks *blocks)
{
  const KkrReconView *view = blocks->view;
  guint flags = view->recon->title_flags;

  for (guint line = 0; line < view->n_lines; line++)
    flags |= view->lines[line].flags;
  if ((flags & (KKR_LABEL_CHANGE | KKR_LABEL_RATE)) != 0 && blocks->bits < MIN_BITS)
    return FALSE;
  if (blocks->n_held == 0)
    return blocks->n_failed == 1 && blocks->n_near == 1 && is_distribution (view);
  return blocks->n_held >= blocks->n_failed && blocks->n_held >= blocks->n_far &&
         (blocks->n_failed <= 1 || blocks->bits >= MIN_BITS);
}

static void
keep_or_drop (Blocks *blocks)
{
  gboolean keep = believe (blocks);

  for (guint i = 0; i < blocks->families->len; i++)
    if (keep)
      kkr_recon_keep (blocks->view->recon, g_ptr_array_index (blocks->families, i));
    else
      kkr_recon_family_free (g_ptr_array_index (blocks->families, i));
  g_ptr_array_set_size (blocks->families, 0);
}

/* In columns that no heading groups, the run of columns with most rows that add up to 100. */
static void
find_runs (const KkrReconView *view)
{
  guint lines[MAX_PARTS];
  Blocks best = { view, NULL, 0, 0, 0, 0, 0 };
  KkrReconFamily *found = NULL;

  for (guint first = 0; first < view->n_lines; first++)
    for (guint n = 0; first + n < view->n_lines && n < MAX_PARTS; n++)
      {
        Blocks one = { view, NULL, 0, 0, 0, 0, 0 };
        KkrReconFamily *family;

        if (!is_part (view, first + n) || !kkr_recon_spend (view->recon, 64 + view->n_lanes * n))
          break;
        lines[n] = first + n;
        if (n == 0)
          continue;
        family = kkr_recon_family_new (KKR_RECON_HUNDRED, view, first, lines, n + 1);
        vote (view, family, &one);
        if (one.n_held > best.n_held && believe (&one) && one.bits >= MIN_BITS)
          {
            g_clear_pointer (&found, kkr_recon_family_free);
            found = g_steal_pointer (&family);
            best = one;
          }
        g_clear_pointer (&family, kkr_recon_family_free);
      }
  if (found != NULL && !has_total (view, found->terms[0]))
    kkr_recon_keep (view->recon, found);
  else
    g_clear_pointer (&found, kkr_recon_family_free);
}

void
kkr_recon_find_hundreds (const KkrReconView *view)
{
  g_autoptr (GPtrArray) families = g_ptr_array_new ();
  Blocks blocks = { view, families, 0, 0, 0, 0, 0 };
  guint before = view->recon->families->len;

  find_blocks (&blocks);
  keep_or_drop (&blocks);
  if (!view->by_rows && view->recon->families->len == before)
    find_runs (view);
}
