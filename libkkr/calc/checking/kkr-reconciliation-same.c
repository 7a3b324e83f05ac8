/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-reconciliation-private.h>

/* One label that stands twice, for two figures that ought to be one. */

#define MIN_CHARACTERS 4

/* The line that has this label before, once, in the same group; G_MAXUINT for none, or several. */
static void
pair_labels (const KkrReconView *view, GArray *pairs)
{
  g_autoptr (GHashTable) first = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint line = 0; line < view->n_lines; line++)
    {
      const KkrReconLine *one = &view->lines[line];
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, one->fold));

      if ((one->flags & KKR_LABEL_HEADER) != 0)
        {
          g_hash_table_remove_all (first);
          continue;
        }
      if ((one->flags & (KKR_LABEL_TOTAL | KKR_LABEL_PART | KKR_LABEL_MEAN)) != 0 ||
          g_utf8_strlen (one->fold, -1) < MIN_CHARACTERS)
        continue;
      g_hash_table_insert (counts, one->fold, GUINT_TO_POINTER (n + 1));
      if (g_hash_table_contains (first, one->fold))
        {
          guint pair[2] = { GPOINTER_TO_UINT (g_hash_table_lookup (first, one->fold)), line };

          g_array_append_vals (pairs, pair, 2);
        }
      else
        g_hash_table_insert (first, one->fold, GUINT_TO_POINTER (line));
    }
  for (guint i = 0; i + 1 < pairs->len;)
    {
      const char *fold = view->lines[g_array_index (pairs, guint, i)].fold;

      if (GPOINTER_TO_UINT (g_hash_table_lookup (counts, fold)) > 2)
        g_array_remove_range (pairs, i, 2);
      else
        i += 2;
    }
}

/* Within a fifth of one another: a figure of the same thing. */
static gboolean
is_near (const KkrReconView *view, const KkrReconFamily *family)
{
  for (guint lane = 0; lane < view->n_lanes; lane++)
    {
      const KkrReconCell *a = kkr_recon_at (view, family->target, lane);
      const KkrReconCell *b = kkr_recon_at (view, family->terms[0], lane);
      KkrInt128 rest = (KkrInt128) a->value - b->value;

      if (a->has_value && b->has_value &&
          5 * (rest < 0 ? -rest : rest) > (a->value < 0 ? -(KkrInt128) a->value : a->value))
        return FALSE;
    }
  return TRUE;
}

void
kkr_recon_find_same (const KkrReconView *view)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) families = g_ptr_array_new ();
  guint n_held = 0, n_failed = 0;
  gboolean keep;

  pair_labels (view, pairs);
  for (guint i = 0; i + 1 < pairs->len; i += 2)
    {
      KkrReconFamily *family = kkr_recon_family_new (KKR_RECON_SAME, view,
                                                     g_array_index (pairs, guint, i + 1),
                                                     &g_array_index (pairs, guint, i), 1);
      KkrReconVotes votes = kkr_recon_vote (view, family, G_MAXUINT);

      family->by_word = TRUE;
      n_held += votes.n_held;
      n_failed += votes.n_failed;
      g_ptr_array_add (families, family);
    }
  keep = n_failed <= 2 * n_held ||
         (n_failed == 1 && families->len == 1 && is_near (view, families->pdata[0]));
  for (guint i = 0; i < families->len; i++)
    if (keep)
      kkr_recon_keep (view->recon, families->pdata[i]);
    else
      kkr_recon_family_free (families->pdata[i]);
}
