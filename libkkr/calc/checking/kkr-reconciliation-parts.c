/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-reconciliation-private.h>

/* Wholes that no word calls a total: what several "heraf" lines make up, and what an effect and the
 * others, down to "Øvrige", add up to. */

#define MIN_BITS 12
#define MIN_HELD 3

static gboolean
is_target (const KkrReconView *view, guint line)
{
  for (guint i = 0; i < view->recon->families->len; i++)
    {
      const KkrReconFamily *family = g_ptr_array_index (view->recon->families, i);

      if (family->by_rows == view->by_rows && family->form == KKR_RECON_SUM &&
          family->target == line)
        return TRUE;
    }
  return FALSE;
}

static void
find_of_which (const KkrReconView *view, guint whole)
{
  g_autoptr (GArray) terms = g_array_new (FALSE, FALSE, sizeof (guint));
  KkrReconFamily *family;
  KkrReconVotes votes;

  for (guint line = whole + 1;
       line < view->n_lines && (view->lines[line].flags & KKR_LABEL_PART) != 0; line++)
    g_array_append_val (terms, line);
  if (terms->len < 2)
    return;
  family = kkr_recon_family_new (KKR_RECON_SUM, view, whole, (const guint *) terms->data,
                                 terms->len);
  votes = kkr_recon_vote (view, family, view->n_lanes);
  family->by_word = TRUE;
  if (votes.bits >= MIN_BITS && votes.n_held > 2 * votes.n_failed)
    kkr_recon_keep (view->recon, family);
  else
    kkr_recon_family_free (family);
}

static void
find_with_rest (const KkrReconView *view, guint whole)
{
  g_autoptr (GArray) terms = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean has_rest = FALSE;
  KkrReconFamily *family;
  KkrReconVotes votes;

  for (guint line = 0; line < view->n_lines; line++)
    if (line != whole && (view->lines[line].flags &
                          (KKR_LABEL_PART | KKR_LABEL_HEADER | KKR_LABEL_TOTAL)) == 0)
      {
        g_array_append_val (terms, line);
        has_rest |= (view->lines[line].flags & KKR_LABEL_REST) != 0;
      }
  if (!has_rest || terms->len < 3 || is_target (view, whole) ||
      (view->lines[whole].flags & KKR_LABEL_REST) != 0 || is_target (view, 0) ||
      is_target (view, view->n_lines - 1))
    return;
  family = kkr_recon_family_new (KKR_RECON_SUM, view, whole, (const guint *) terms->data,
                                 terms->len);
  votes = kkr_recon_vote (view, family, view->n_lanes);
  family->by_word = TRUE;
  if (votes.n_held >= MIN_HELD && votes.n_held >= 4 * votes.n_failed)
    kkr_recon_keep (view->recon, family);
  else
    kkr_recon_family_free (family);
}

void
kkr_recon_find_parts (const KkrReconView *view)
{
  for (guint line = 0; line + 2 < view->n_lines; line++)
    if ((view->lines[line].flags & (KKR_LABEL_PART | KKR_LABEL_HEADER)) == 0 &&
        (view->lines[line + 1].flags & KKR_LABEL_PART) != 0)
      find_of_which (view, line);
  if (view->n_lines < 4)
    return;
  find_with_rest (view, 0);
  find_with_rest (view, view->n_lines - 1);
}
