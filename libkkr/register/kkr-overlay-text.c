/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/register/kkr-overlay-private.h>

typedef struct {
  guint changed;
  guint added;
  guint removed;
} Counts;

static Counts
count (KkrOverlay *self)
{
  Counts counts = { 0 };
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->keys);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    {
      const KkrOverlayKey *key = item;

      for (guint i = 0; i < key->facts->len; i++)
        {
          const KkrOverlayFact *fact = &g_array_index (key->facts, KkrOverlayFact, i);

          counts.changed += kkr_overlay_fact_is_changed (fact);
          counts.added += fact->origin == NULL && !fact->removed;
          counts.removed += fact->origin != NULL && fact->removed;
        }
    }
  return counts;
}

/**
 * kkr_overlay_get_n_changed: (get-property n-changed)
 * @self: an overlay
 *
 * Gets how many facts have another value than in the register below. A fact that was given the
 * value that it had is not one of them.
 *
 * Returns: the number of facts
 *
 * Since: 0.1
 */
guint
kkr_overlay_get_n_changed (KkrOverlay *self)
{
  g_return_val_if_fail (KKR_IS_OVERLAY (self), 0);
  return count (self).changed;
}

/**
 * kkr_overlay_get_n_added: (get-property n-added)
 * @self: an overlay
 *
 * Gets how many facts were added.
 *
 * Returns: the number of facts
 *
 * Since: 0.1
 */
guint
kkr_overlay_get_n_added (KkrOverlay *self)
{
  g_return_val_if_fail (KKR_IS_OVERLAY (self), 0);
  return count (self).added;
}

/**
 * kkr_overlay_get_n_removed: (get-property n-removed)
 * @self: an overlay
 *
 * Gets how many facts of the register below are gone.
 *
 * Returns: the number of facts
 *
 * Since: 0.1
 */
guint
kkr_overlay_get_n_removed (KkrOverlay *self)
{
  g_return_val_if_fail (KKR_IS_OVERLAY (self), 0);
  return count (self).removed;
}

/**
 * kkr_overlay_dup_not_found:
 * @self: an overlay
 *
 * Gets what was to be changed, scaled or removed and is not there: the key, and a space and the
 * period if one was given. [method@Overlay.dup_problems] says what comes near.
 *
 * Returns: (array zero-terminated=1) (transfer full): the keys, in the order they were asked for
 *
 * Since: 0.1
 */
char **
kkr_overlay_dup_not_found (KkrOverlay *self)
{
  char **texts;

  g_return_val_if_fail (KKR_IS_OVERLAY (self), NULL);
  texts = g_new0 (char *, self->not_found->len + 1);
  for (guint i = 0; i < self->not_found->len; i++)
    texts[i] = g_strdup (self->not_found->pdata[i]);
  return texts;
}

/**
 * kkr_overlay_dup_problems:
 * @self: an overlay
 * @n_problems: (out): how many there are
 *
 * Gets a warning for each of [method@Overlay.dup_not_found], in the same order. Its suggestion
 * names the keys that come near, or the periods that the key has.
 *
 * Returns: (array length=n_problems) (transfer full): the problems
 *
 * Since: 0.1
 */
KkrProblem **
kkr_overlay_dup_problems (KkrOverlay *self, gsize *n_problems)
{
  KkrProblem **problems;

  g_return_val_if_fail (n_problems != NULL, NULL);
  *n_problems = 0;
  g_return_val_if_fail (KKR_IS_OVERLAY (self), NULL);
  problems = g_new0 (KkrProblem *, self->problems->len + 1);
  for (guint i = 0; i < self->problems->len; i++)
    problems[i] = g_object_ref (self->problems->pdata[i]);
  *n_problems = self->problems->len;
  return problems;
}

/**
 * kkr_overlay_to_string:
 * @self: an overlay
 *
 * Gets what it changes, in Danish.
 *
 * Returns: (transfer full): one line of text
 *
 * Since: 0.1
 */
char *
kkr_overlay_to_string (KkrOverlay *self)
{
  Counts counts;
  g_autofree char *changed = NULL, *added = NULL, *removed = NULL, *missed = NULL;

  g_return_val_if_fail (KKR_IS_OVERLAY (self), NULL);
  counts = count (self);
  changed = kkr_format_int (counts.changed, "da");
  added = kkr_format_int (counts.added, "da");
  removed = kkr_format_int (counts.removed, "da");
  missed = kkr_format_int (self->not_found->len, "da");
  return g_strdup_printf ("Ændrede forudsætninger: %s ændret, %s tilføjet, %s fjernet; %s ikke "
                          "fundet", changed, added, removed, missed);
}

/**
 * kkr_overlay___str__:
 * @self: an overlay
 *
 * Does what [method@Overlay.to_string] does.
 *
 * Returns: (transfer full): one line of text
 *
 * Since: 0.1
 */
char *
kkr_overlay___str__ (KkrOverlay *self)
{
  return kkr_overlay_to_string (self);
}

/**
 * kkr_overlay___repr__:
 * @self: an overlay
 *
 * Gets what a prompt shows.
 *
 * Returns: (transfer full): one line of text
 *
 * Since: 0.1
 */
char *
kkr_overlay___repr__ (KkrOverlay *self)
{
  Counts counts;

  g_return_val_if_fail (KKR_IS_OVERLAY (self), NULL);
  counts = count (self);
  return g_strdup_printf ("<Kkr.Overlay %u changed, %u added, %u removed, %u missed>",
                          counts.changed, counts.added, counts.removed, self->not_found->len);
}
