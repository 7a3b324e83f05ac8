/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-matching-more-private.h>

#include <libkkr/base/kkr-format-private.h>

/* The columns of changes: the sum of a priority with one more place, less that without. */
static const struct {
  const char *name, *danish, *english;
} changes[KKR_MATCHING_N_PRIORITIES] = {
  { "duty", "Uden plads trods pligt, ændring", "Without a place despite duty, change" },
  { "waiting", "Døgn siden dommen uden plads, ændring", "Days since judgement, change" },
  { "need", "Behovspoint uden plads, ændring", "Points of need without a place, change" },
  { "placed", "Borgere uden plads, ændring", "Persons without a place, change" },
  { "wish", "Ønsker, der ikke opfyldes, ændring", "Wishes not met, change" },
  { "distance", "Afstand (km), ændring", "Distance (km), change" },
  { "cost", "Takst pr. døgn, ændring", "Tariff per day, change" },
};

static char *
list_new_persons (const KkrMatchingPlan *plan, const KkrMatchingMore *more, const GArray *moves)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < more->n_moves; i++)
    {
      const KkrMatchingMove *move = &g_array_index (moves, KkrMatchingMove, more->first_move + i);

      if (move->from < 0)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                                plan->matching->persons[move->person].key);
    }
  return names->len > 0 ? g_string_free (g_steal_pointer (&names), FALSE) : NULL;
}

static void
add_changes (const GArray *all, KkrTableBuilder *builder)
{
  const guint n = all->len;
  g_autofree gint64 *values = g_new (gint64, (gsize) n + 1);

  for (guint k = 0; k < KKR_MATCHING_N_PRIORITIES; k++)
    {
      for (guint i = 0; i < n; i++)
        {
          const KkrMatchingMore *more = &g_array_index (all, KkrMatchingMore, i);

          values[i] = more->is_known ? more->changes[k] : G_MININT64;
        }
      if (k == KKR_MATCHING_FAR)
        kkr_matching_add_km (builder, changes[k].name, changes[k].danish, changes[k].english,
                             values, n, FALSE);
      else
        kkr_matching_add_numbers (builder, changes[k].name, changes[k].danish,
                                  changes[k].english,
                                  kkr_matching_priority_unit ((KkrMatchingPriority) k), values,
                                  n);
      for (guint i = 0; i < n; i++)
        if (values[i] == G_MININT64)
          kkr_table_builder_set_status (builder, changes[k].name, i, KKR_CELL_STATUS_MISSING);
    }
}

static void
add_persons (const KkrMatchingPlan *plan, const GArray *all, const GArray *moves,
             KkrTableBuilder *builder)
{
  const guint n = all->len;
  g_auto (GStrv) names = g_new0 (char *, (gsize) n + 1);
  g_autofree gint64 *others = g_new (gint64, (gsize) n + 1);

  for (guint i = 0; i < n; i++)
    {
      const KkrMatchingMore *more = &g_array_index (all, KkrMatchingMore, i);

      names[i] = list_new_persons (plan, more, moves);
      others[i] = more->is_known ? 0 : G_MININT64;
      for (guint k = 0; k < more->n_moves; k++)
        others[i] += g_array_index (moves, KkrMatchingMove, more->first_move + k).from >= 0;
    }
  kkr_matching_add_texts (builder, "person", "Borger, der så får plads",
                          "Person who then gets a place", (const char **) names, n);
  for (guint i = 0; i < n; i++)
    if (names[i] == NULL)
      names[i] = g_strdup ("");
  kkr_matching_add_numbers (builder, "moves", "Andre, der så bor anderledes",
                            "Others who then live elsewhere", KKR_UNIT_PERSONS, others, n);
}

KkrTable *
kkr_matching_build_more_places (const KkrMatchingPlan *plan, const GArray *all,
                                const GArray *moves, GError **error)
{
  static const char *const keys[] = { "place", NULL };
  const KkrMatching *matching = plan->matching;
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("more-places", "En plads mere",
                                                               "One more place");
  const guint n = all->len;
  g_autofree const char **names = g_new0 (const char *, (gsize) n + 1);
  g_autofree gint64 *vacant = g_new (gint64, (gsize) n + 1);
  g_autofree gint64 *over_full = g_new (gint64, (gsize) n + 1);

  for (guint i = 0; i < n; i++)
    {
      const KkrMatchingMore *more = &g_array_index (all, KkrMatchingMore, i);

      names[i] = kkr_matching_get_slot_name (matching, more->slot);
      vacant[i] = matching->slots[more->slot].vacant;
      over_full[i] = more->over_full;
    }
  kkr_table_builder_add_text (builder, "place", "Plads i", "Place in", names);
  kkr_table_builder_add_int64 (builder, "vacant", "Ledige nu", "Vacant now", KKR_UNIT_PLACES,
                               vacant, n);
  kkr_table_builder_add_int64 (builder, "over-full", "Flere borgere end pladser",
                               "More persons than places", KKR_UNIT_PERSONS, over_full, n);
  add_persons (plan, all, moves, builder);
  add_changes (all, builder);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

/* "§ 108/ja/regional": what makes a kind. */
static char *
dup_kind (const KkrMatching *matching, guint slot)
{
  const KkrMatchingOffer *offer = &matching->offers[matching->slots[slot].offer];

  return g_strdup_printf ("%s/%d/%d", matching->slots[slot].paragraphs, offer->secured,
                          (int) offer->sector);
}

/* Of each kind the place that would serve best. */
static GArray *
find_kinds (const KkrMatchingPlan *plan, const GArray *all, GArray *counts)
{
  GArray *kinds = g_array_new (FALSE, FALSE, sizeof (KkrMatchingMore));
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < all->len; i++)
    {
      const KkrMatchingMore *more = &g_array_index (all, KkrMatchingMore, i);
      char *kind = dup_kind (plan->matching, more->slot);
      const guint at = GPOINTER_TO_UINT (g_hash_table_lookup (seen, kind));
      const gint64 one = 1;
      KkrMatchingMore *best;

      if (at == 0)
        {
          g_array_append_vals (kinds, more, 1);
          g_array_append_val (counts, one);
          g_hash_table_insert (seen, kind, GUINT_TO_POINTER (kinds->len));
          continue;
        }
      g_free (kind);
      g_array_index (counts, gint64, at - 1)++;
      best = &g_array_index (kinds, KkrMatchingMore, at - 1);
      if (more->is_known
          && (!best->is_known
              || kkr_matching_compare_costs (more->totals, best->totals, plan->n_levels) < 0))
        *best = *more;
    }
  return kinds;
}

static void
add_kind_columns (const KkrMatching *matching, const GArray *kinds, KkrTableBuilder *builder)
{
  static const char *const secured_nicks[] = { "unstated", "no", "yes", NULL };
  static const char *const secured_words[] = { "ikke oplyst", "nej", "ja", NULL };
  static const char *const sectors[] = { "unstated", "municipal", "regional", "private",
                                         "independent", "state", NULL };
  static const char *const sectors_da[] = { "ikke oplyst", "kommunal", "regional", "privat",
                                            "selvejende", "statslig", NULL };
  const guint n = kinds->len;
  g_autofree const char **paragraphs = g_new0 (const char *, (gsize) n + 1);
  g_autofree gint32 *secured = g_new (gint32, (gsize) n + 1);
  g_autofree gint32 *sector = g_new (gint32, (gsize) n + 1);

  for (guint i = 0; i < n; i++)
    {
      const guint slot = g_array_index (kinds, KkrMatchingMore, i).slot;
      const KkrMatchingOffer *offer = &matching->offers[matching->slots[slot].offer];

      paragraphs[i] = matching->slots[slot].paragraphs;
      secured[i] = offer->secured + 1;
      sector[i] = (gint32) offer->sector;
    }
  kkr_table_builder_add_text (builder, "paragraphs", "Paragraffer", "Paragraphs", paragraphs);
  kkr_table_builder_add_choices (builder, "secured", "Sikret", "Secured", secured, n,
                                 secured_nicks, secured_words, NULL);
  kkr_table_builder_add_choices (builder, "sector", "Sektor", "Sector", sector, n, sectors,
                                 sectors_da, NULL);
}

KkrTable *
kkr_matching_build_more_kinds (const KkrMatchingPlan *plan, const GArray *all,
                               const GArray *moves, GError **error)
{
  static const char *const keys[] = { "paragraphs", "secured", "sector", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new (
    "more-kinds", "En plads mere, efter art", "One more place, by kind");
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) kinds = find_kinds (plan, all, counts);
  const guint n = kinds->len;
  g_autofree const char **best = g_new0 (const char *, (gsize) n + 1);

  for (guint i = 0; i < n; i++)
    {
      const KkrMatchingMore *more = &g_array_index (kinds, KkrMatchingMore, i);

      if (more->n_moves > 0)
        best[i] = kkr_matching_get_slot_name (plan->matching, more->slot);
    }
  add_kind_columns (plan->matching, kinds, builder);
  kkr_table_builder_add_int64 (builder, "choices", "Steder, den kan være",
                               "Where it can be", KKR_UNIT_COUNT,
                               (const gint64 *) (gpointer) counts->data, n);
  kkr_matching_add_texts (builder, "best", "Bedst i", "Best in", best, n);
  add_persons (plan, kinds, moves, builder);
  add_changes (kinds, builder);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

KkrTable *
kkr_matching_build_moves (const KkrMatchingPlan *plan, const GArray *all, const GArray *moves,
                          GError **error)
{
  static const char *const keys[] = { "place", "person", NULL };
  const KkrMatching *matching = plan->matching;
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new (
    "moves", "Hvem der bor anderledes med en plads mere", "Who lives elsewhere with one more");
  const guint n = moves->len;
  g_autofree const char **places = g_new0 (const char *, (gsize) n + 1);
  g_autofree const char **persons = g_new0 (const char *, (gsize) n + 1);
  g_autofree const char **from = g_new0 (const char *, (gsize) n + 1);
  g_autofree const char **to = g_new0 (const char *, (gsize) n + 1);

  for (guint i = 0; i < all->len; i++)
    {
      const KkrMatchingMore *more = &g_array_index (all, KkrMatchingMore, i);

      for (guint k = more->first_move; k < more->first_move + more->n_moves; k++)
        {
          const KkrMatchingMove *move = &g_array_index (moves, KkrMatchingMove, k);

          places[k] = kkr_matching_get_slot_name (matching, more->slot);
          persons[k] = matching->persons[move->person].key;
          if (move->from >= 0)
            from[k] = kkr_matching_get_slot_name (matching,
                                                  kkr_matching_plan_get_slot (plan, move->from));
          if (move->to >= 0)
            to[k] = kkr_matching_get_slot_name (matching,
                                                kkr_matching_plan_get_slot (plan, move->to));
        }
    }
  kkr_table_builder_add_text (builder, "place", "Plads i", "Place in", places);
  kkr_table_builder_add_text (builder, "person", "Borger", "Person", persons);
  kkr_matching_add_texts (builder, "from", "Uden den", "Without it", from, n);
  kkr_matching_add_texts (builder, "to", "Med den", "With it", to, n);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}
