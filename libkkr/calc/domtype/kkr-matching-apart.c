/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-matching-plan-private.h>

/* Offers that could have taken a person, had not somebody else got a place there with whom the
 * person cannot live. */

static gboolean
has_member (const guint *members, guint n, guint person)
{
  for (guint i = 0; i < n; i++)
    if (members[i] == person)
      return TRUE;
  return FALSE;
}

/* Whether nothing but a vacant place is missing in some slot of the offer. */
static gboolean
could_take (const KkrMatching *matching, guint person, guint offer)
{
  const guint64 vacancy = KKR_MATCHING_BIT (KKR_MATCHING_NO_VACANCY)
                          | KKR_MATCHING_BIT (KKR_MATCHING_NOT_OPEN);
  const guint first = matching->offers[offer].first_slot;

  for (guint slot = first; slot < first + matching->offers[offer].n_slots; slot++)
    {
      KkrMatchingReasons reasons;

      kkr_matching_get_reasons (matching, person, slot, &reasons);
      if ((reasons.refusals & ~vacancy) == 0)
        return TRUE;
    }
  return FALSE;
}

static int
compare_apart (gconstpointer a, gconstpointer b)
{
  const KkrMatchingApart *one = a, *two = b;

  if (one->offer != two->offer)
    return one->offer < two->offer ? -1 : 1;
  return (one->other > two->other) - (one->other < two->other);
}

static void
add_side (const KkrMatching *matching, const guint *homes, guint person, const guint *others,
          guint n, GArray *found)
{
  for (guint i = 0; i < n; i++)
    {
      const KkrMatchingApart one = { homes[others[i]], others[i] };

      if (others[i] != person && one.offer != KKR_MATCHING_NONE
          && could_take (matching, person, one.offer))
        g_array_append_val (found, one);
    }
}

GArray *
kkr_matching_find_apart (const KkrMatching *matching, const guint *homes, guint person,
                         const guint *conflicts, guint n_conflicts)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (KkrMatchingApart));
  guint n = 0;

  for (guint i = 0; i < (conflicts != NULL ? n_conflicts : matching->n_conflicts); i++)
    {
      const KkrMatchingConflict *conflict
        = &matching->conflicts[conflicts != NULL ? conflicts[i] : i];

      if (has_member (conflict->ones, conflict->n_ones, person))
        add_side (matching, homes, person, conflict->others, conflict->n_others, found);
      if (has_member (conflict->others, conflict->n_others, person))
        add_side (matching, homes, person, conflict->ones, conflict->n_ones, found);
    }
  g_array_sort (found, compare_apart);
  for (guint i = 0; i < found->len; i++)
    {
      const KkrMatchingApart *one = &g_array_index (found, KkrMatchingApart, i);

      if (n == 0 || compare_apart (one, &g_array_index (found, KkrMatchingApart, n - 1)) != 0)
        g_array_index (found, KkrMatchingApart, n++) = *one;
    }
  g_array_set_size (found, n);
  return found;
}

GArray *
kkr_matching_plan_find_apart (const KkrMatchingPlan *self, guint person)
{
  const guint first = self->first_conflicts[person];

  return kkr_matching_find_apart (self->matching, self->homes, person, self->conflicts + first,
                                  self->first_conflicts[person + 1] - first);
}

/* A person on both sides of a conflict has it twice, which finds nothing else. */
static void
count_side (const guint *members, guint n, guint *counts)
{
  for (guint i = 0; i < n; i++)
    counts[members[i]]++;
}

static void
fill_side (const guint *members, guint n, guint conflict, guint *next, guint *conflicts)
{
  for (guint i = 0; i < n; i++)
    conflicts[next[members[i]]++] = conflict;
}

void
kkr_matching_plan_index_conflicts (KkrMatchingPlan *self)
{
  const KkrMatching *matching = self->matching;
  const guint n = matching->n_persons;
  g_autofree guint *next = NULL;

  self->first_conflicts = g_new0 (guint, (gsize) n + 2);
  for (guint i = 0; i < matching->n_conflicts; i++)
    {
      const KkrMatchingConflict *conflict = &matching->conflicts[i];

      count_side (conflict->ones, conflict->n_ones, self->first_conflicts + 1);
      count_side (conflict->others, conflict->n_others, self->first_conflicts + 1);
    }
  for (guint i = 0; i < n; i++)
    self->first_conflicts[i + 1] += self->first_conflicts[i];
  self->conflicts = g_new (guint, (gsize) self->first_conflicts[n] + 1);
  next = g_memdup2 (self->first_conflicts, ((gsize) n + 1) * sizeof *next);
  for (guint i = 0; i < matching->n_conflicts; i++)
    {
      const KkrMatchingConflict *conflict = &matching->conflicts[i];

      fill_side (conflict->ones, conflict->n_ones, i, next, self->conflicts);
      fill_side (conflict->others, conflict->n_others, i, next, self->conflicts);
    }
}

guint
kkr_matching_count_apart (const GArray *apart)
{
  guint n = 0;

  for (guint i = 0; i < apart->len; i++)
    n += i == 0 || g_array_index (apart, KkrMatchingApart, i).offer
                     != g_array_index (apart, KkrMatchingApart, i - 1).offer;
  return n;
}

/* "Kan ikke bo sammen med B1 (Elmely), B4 (Haven)". */
char *
kkr_matching_dup_apart_in (const KkrMatching *matching, const GArray *apart,
                           const char *language)
{
  const gboolean english = g_strcmp0 (language, "en") == 0;
  g_autoptr (GString) text = g_string_new (english ? "Cannot live with "
                                                   : "Kan ikke bo sammen med ");

  for (guint i = 0; i < MIN (apart->len, KKR_MATCHING_MAX_NAMED); i++)
    {
      const KkrMatchingApart *one = &g_array_index (apart, KkrMatchingApart, i);

      g_string_append_printf (text, "%s%s (%s)", i > 0 ? ", " : "",
                              matching->persons[one->other].key,
                              matching->offers[one->offer].name);
    }
  if (apart->len > KKR_MATCHING_MAX_NAMED)
    g_string_append_printf (text, english ? " and %u more" : " og %u flere",
                            apart->len - KKR_MATCHING_MAX_NAMED);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
