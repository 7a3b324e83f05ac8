/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/guarantee/kkr-proposals-columns-private.h>

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/table/kkr-table-builder-private.h>

static void
add_points (const KkrProposals *self, KkrTableBuilder *builder, const char *name,
            const char *danish, const char *english, const gint64 *points, guint n)
{
  const KkrRational unit = kkr_proposals_points_unit (self);
  g_autofree KkrRational *values = g_new (KkrRational, n + 1);

  for (guint i = 0; i < n; i++)
    if (!kkr_rational_init (&values[i], points[i], unit.den))
      values[i] = (KkrRational) { 0, 0 };
  kkr_table_builder_add_rationals (builder, name, danish, english, KKR_UNIT_NONE, values, n);
  kkr_table_builder_set_decimals (builder, name, self->decimals);
}

static void
add_criterion (const KkrProposals *self, KkrTableBuilder *builder, guint criterion,
               const guint *of, guint n)
{
  static const char *const names[] = { "price", "quality", "setting", "shared" };
  g_autofree KkrRational *values = g_new (KkrRational, n + 1);
  g_autofree char *danish = g_strdup_printf ("Point for %s",
                                             kkr_proposals_criterion_word (criterion, "da"));
  g_autofree char *english = g_strdup_printf ("Points for %s",
                                              kkr_proposals_criterion_word (criterion, "en"));

  for (guint i = 0; i < n; i++)
    values[i] = kkr_proposals_get (self, of[i])->criteria[criterion];
  kkr_table_builder_add_rationals (builder, names[criterion], danish, english, KKR_UNIT_NONE,
                                   values, n);
  kkr_table_builder_set_decimals (builder, names[criterion], 2);
}

KkrTable *
kkr_proposals_build_ranking (const KkrProposals *self, GError **error)
{
  static const char *const keys[] = { "proposal", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("ranking", "Rangordning",
                                                               "Ranking");
  g_autoptr (GArray) of = kkr_proposals_ranked (self);
  const guint *rows = (const guint *) (gpointer) of->data;
  guint n = of->len;
  g_autofree const char **names = g_new0 (const char *, n + 1);
  g_autofree gint64 *rank = g_new (gint64, n + 1), *points = g_new (gint64, n + 1);

  for (guint i = 0; i < n; i++)
    {
      names[i] = kkr_proposals_get (self, rows[i])->name;
      rank[i] = kkr_proposals_get (self, rows[i])->rank;
      points[i] = kkr_proposals_get (self, rows[i])->points;
    }
  kkr_table_builder_add_text (builder, "proposal", "Projektforslag", "Proposal", names);
  kkr_table_builder_add_int64 (builder, "rank", "Plads i rækken", "Rank", KKR_UNIT_NONE, rank, n);
  add_points (self, builder, "points", "Point i alt", "Points", points, n);
  for (guint i = 0; i < KKR_PROPOSALS_N_CRITERIA; i++)
    add_criterion (self, builder, i, rows, n);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

static int
compare_ranks (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const KkrProposals *self = user_data;
  guint i = *(const guint *) a, j = *(const guint *) b;
  guint rank_i = kkr_proposals_get (self, i)->rank, rank_j = kkr_proposals_get (self, j)->rank;

  if (rank_i != rank_j)
    return rank_i < rank_j ? -1 : 1;
  return i < j ? -1 : i > j;
}

GArray *
kkr_proposals_ranked (const KkrProposals *self)
{
  GArray *of = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->proposals->len; i++)
    if (kkr_proposals_get (self, i)->rank > 0)
      g_array_append_val (of, i);
  g_array_sort_with_data (of, compare_ranks, (gpointer) self);
  return of;
}

static gint64
get_amount (const KkrProposals *self, guint row, guint amount)
{
  return kkr_proposals_sum (self, amount, g_array_index (self->selections, KkrProposalsSelection,
                                                         row).chosen);
}

static char *
list_chosen (const KkrProposals *self, const KkrProposalsSelection *selection)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->proposals->len; i++)
    if (selection->chosen[i])
      g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "",
                              kkr_proposals_get (self, i)->name);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

KkrTable *
kkr_proposals_build_selection (const KkrProposals *self, GError **error)
{
  static const char *const keys[] = { "places", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new (
      "selection", "Den bedste kombination for hvert antal pladser",
      "The best combination for each number of places");
  guint n = self->selections->len;
  g_autofree gint64 *places = g_new (gint64, n + 1), *remaining = g_new (gint64, n + 1);
  g_autofree gint64 *points = g_new (gint64, n + 1);
  g_autofree gint32 *best = g_new (gint32, n + 1);
  g_auto (GStrv) texts = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      const KkrProposalsSelection *selection = &g_array_index (self->selections,
                                                               KkrProposalsSelection, i);

      places[i] = selection->places;
      remaining[i] = kkr_proposals_term (self, KKR_PROPOSALS_TARGET_HIGH) - selection->places;
      points[i] = selection->points;
      best[i] = selection->best != FALSE;
      texts[i] = list_chosen (self, selection);
    }
  kkr_table_builder_add_int64 (builder, "places", "Pladser", "Places", KKR_UNIT_PLACES, places, n);
  kkr_table_builder_add_int64 (builder, "remaining", "Op til måltallet", "Up to the target",
                               KKR_UNIT_PLACES, remaining, n);
  add_points (self, builder, "points", self->aim == KKR_SELECTION_AIM_PLACE_POINTS
              ? "Point gange pladser" : "Point i alt",
              self->aim == KKR_SELECTION_AIM_PLACE_POINTS ? "Points times places" : "Points",
              points, n);
  kkr_table_builder_add_text (builder, "proposals", "Projektforslag", "Proposals",
                              (const char *const *) texts);
  kkr_proposals_add_amounts (self, builder, n, get_amount, FALSE);
  kkr_table_builder_add_yes_no (builder, "best", "Bedst", "Best", best, n);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}
