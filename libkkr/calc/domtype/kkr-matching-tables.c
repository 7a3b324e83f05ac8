/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-matching-more-private.h>

static gboolean
add (GPtrArray *tables, KkrTable *table)
{
  if (table != NULL)
    g_ptr_array_add (tables, table);
  return table != NULL;
}

static gboolean
add_all (KkrMatchingPlan *plan, GPtrArray *tables, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) moves = g_array_new (FALSE, FALSE, sizeof (KkrMatchingMove));
  g_autoptr (GArray) more = kkr_matching_find_more (plan, moves, cancellable, error);

  if (more == NULL)
    return FALSE;
  for (guint i = 0; i < more->len; i++)
    {
      plan->n_unknown += !g_array_index (more, KkrMatchingMore, i).is_known;
      plan->n_over_full += g_array_index (more, KkrMatchingMore, i).over_full > 0;
    }
  return add (tables, kkr_matching_build_left_over (plan, error))
         && add (tables, kkr_matching_build_lost (plan, error))
         && add (tables, kkr_matching_build_more_places (plan, more, moves, error))
         && add (tables, kkr_matching_build_more_kinds (plan, more, moves, error))
         && add (tables, kkr_matching_build_moves (plan, more, moves, error));
}

gboolean
kkr_matching_plan (const KkrMatching *matching, GPtrArray *tables, GPtrArray *notes,
                   GCancellable *cancellable, GError **error)
{
  g_autoptr (KkrMatchingPlan) plan = kkr_matching_plan_new (matching, cancellable, error);
  KkrTable *persons = plan != NULL ? kkr_matching_build_persons (plan, error) : NULL;

  if (persons == NULL)
    return FALSE;
  g_ptr_array_insert (tables, 0, persons);
  if (!add_all (plan, tables, cancellable, error))
    return FALSE;
  kkr_matching_plan_add_notes (plan, notes);
  return TRUE;
}
