/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-matching-plan-private.h>

/* Persons without a place: every reason for every no, and to whom a place went. */

typedef struct {
  guint person, reason, n_offers; /* N_REASONS: kept apart from others who get a place */
  GArray *apart;
} LeftOver;

static void
clear_row (gpointer data)
{
  g_clear_pointer (&((LeftOver *) data)->apart, g_array_unref);
}

static void
add_apart (const KkrMatchingPlan *self, guint person, GArray *rows)
{
  LeftOver row = { person, KKR_MATCHING_N_REASONS, 0, NULL };

  row.apart = kkr_matching_plan_find_apart (self, person);
  row.n_offers = kkr_matching_count_apart (row.apart);
  if (row.n_offers > 0)
    g_array_append_val (rows, row);
  else
    clear_row (&row);
}

static GArray *
collect (const KkrMatchingPlan *self)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (LeftOver));
  guint counts[KKR_MATCHING_N_REASONS];

  g_array_set_clear_func (rows, clear_row);
  for (guint i = 0; i < self->matching->n_persons; i++)
    {
      if (self->answer->columns[i] >= 0)
        continue;
      kkr_matching_count_reasons (self, i, counts);
      for (guint reason = 0; reason < KKR_MATCHING_N_REASONS; reason++)
        if (counts[reason] > 0)
          {
            const LeftOver row = { i, reason, counts[reason], NULL };

            g_array_append_val (rows, row);
          }
      add_apart (self, i, rows);
    }
  return rows;
}

/* 0: law, 1: practice, 2: whether it can be. */
static gint32
get_kind (const KkrMatchingPlan *self, guint reason)
{
  if (reason == KKR_MATCHING_N_REASONS)
    return 2;
  if ((self->matching->legal_bits & KKR_MATCHING_BIT (reason)) != 0)
    return 0;
  return (self->matching->practical_bits & KKR_MATCHING_BIT (reason)) != 0 ? 1 : 2;
}

static void
add_reasons (const KkrMatchingPlan *self, const GArray *rows, KkrTableBuilder *builder)
{
  static const char *const kinds[] = { "legal", "practical", "possible", NULL };
  static const char *const kinds_da[] = { "efter loven", "i praksis", "kan ikke", NULL };
  static const char *const kinds_en[] = { "by law", "in practice", "cannot", NULL };
  const guint n = rows->len;
  g_autofree gint32 *codes = g_new (gint32, (gsize) n + 1);
  g_auto (GStrv) ids = g_new0 (char *, (gsize) n + 1);
  g_auto (GStrv) danish = g_new0 (char *, (gsize) n + 1);
  g_auto (GStrv) english = g_new0 (char *, (gsize) n + 1);

  for (guint i = 0; i < n; i++)
    {
      const LeftOver *row = &g_array_index (rows, LeftOver, i);
      const guint reason = row->reason;

      codes[i] = get_kind (self, reason);
      if (row->apart != NULL)
        {
          ids[i] = g_strdup (KKR_MATCHING_APART_ID);
          danish[i] = kkr_matching_dup_apart_in (self->matching, row->apart, "da");
          english[i] = kkr_matching_dup_apart_in (self->matching, row->apart, "en");
          continue;
        }
      ids[i] = kkr_matching_dup_reason_id (self->matching, reason);
      danish[i] = kkr_matching_dup_reason_in (self->matching, reason, KKR_MATCHING_NONE,
                                              KKR_MATCHING_NONE, "da");
      english[i] = kkr_matching_dup_reason_in (self->matching, reason, KKR_MATCHING_NONE,
                                               KKR_MATCHING_NONE, "en");
    }
  kkr_table_builder_add_text (builder, "reason", "Årsag", "Reason", (const char *const *) ids);
  kkr_table_builder_add_choices (builder, "kind", "Art", "Kind", codes, n, kinds, kinds_da,
                                 kinds_en);
  kkr_table_builder_add_words (builder, "text", "Hvorfor ikke", "Why not", danish, english, n);
}

KkrTable *
kkr_matching_build_left_over (const KkrMatchingPlan *self, GError **error)
{
  static const char *const keys[] = { "person", "reason", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("left-over", "Borgere uden plads",
                                                               "Persons without a place");
  g_autoptr (GArray) rows = collect (self);
  const guint n = rows->len;
  g_autofree const char **persons = g_new0 (const char *, (gsize) n + 1);
  g_autofree gint64 *offers = g_new (gint64, (gsize) n + 1);

  for (guint i = 0; i < n; i++)
    {
      persons[i] = self->matching->persons[g_array_index (rows, LeftOver, i).person].key;
      offers[i] = g_array_index (rows, LeftOver, i).n_offers;
    }
  kkr_table_builder_add_text (builder, "person", "Borger", "Person", persons);
  add_reasons (self, rows, builder);
  kkr_table_builder_add_int64 (builder, "offers", "Tilbud, det gælder", "Offers it holds for",
                               KKR_UNIT_OFFERS, offers, n);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}

static void
add_loss_words (const KkrMatchingPlan *self, KkrTableBuilder *builder)
{
  const guint n = self->losses->losses->len;
  g_autofree gint32 *priorities = g_new0 (gint32, (gsize) n + 1);
  const char *words[KKR_MATCHING_N_PRIORITIES + 1] = { NULL };
  g_auto (GStrv) danish = g_new0 (char *, (gsize) n + 1);
  g_auto (GStrv) english = g_new0 (char *, (gsize) n + 1);

  for (guint i = 0; i < KKR_MATCHING_N_PRIORITIES; i++)
    words[i] = kkr_matching_priority_in ((KkrMatchingPriority) i, "da");
  for (guint i = 0; i < n; i++)
    {
      const KkrMatchingLoss *loss = &g_array_index (self->losses->losses, KkrMatchingLoss, i);
      const gboolean tie = loss->level >= self->n_levels;
      const KkrMatchingPriority priority = self->levels[tie ? 0 : loss->level];

      priorities[i] = (gint32) priority;
      danish[i] = tie ? g_strdup ("lige") : kkr_matching_priority_value_in (priority, loss->worse,
                                                                            "da");
      english[i] = tie ? g_strdup ("equal")
                       : kkr_matching_priority_value_in (priority, loss->worse, "en");
    }
  kkr_table_builder_add_choices (builder, "priority", "Afgjort af", "Decided by", priorities, n,
                                 kkr_matching_get_priority_nicks (), words, NULL);
  for (guint i = 0; i < n; i++)
    if (g_array_index (self->losses->losses, KkrMatchingLoss, i).level >= self->n_levels)
      kkr_table_builder_set_status (builder, "priority", i, KKR_CELL_STATUS_NOT_APPLICABLE);
  kkr_table_builder_add_words (builder, "difference", "Så meget mere", "So much more", danish,
                               english, n);
}

/* "B3 flytter til Haven; B5 står uden plads". */
static char *
tell_chain (const KkrMatchingPlan *self, const KkrMatchingLoss *loss, gboolean english)
{
  const KkrMatching *matching = self->matching;
  g_autoptr (GString) text = g_string_new (NULL);
  gint32 column = (gint32) loss->column;

  while (column >= 0 && self->losses->leavers[column] != KKR_MATCHING_NONE)
    {
      const char *who = matching->persons[self->losses->leavers[column]].key;

      column = self->losses->to[column];
      g_string_append_printf (text, "%s%s ", text->len > 0 ? "; " : "", who);
      if (column < 0)
        g_string_append (text, english ? "is without a place" : "står uden plads");
      else
        g_string_append_printf (text, "%s %s", english ? "moves to" : "flytter til",
                                kkr_matching_get_slot_name (matching,
                                                            kkr_matching_plan_get_slot (self,
                                                                                        column)));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

KkrTable *
kkr_matching_build_lost (const KkrMatchingPlan *self, GError **error)
{
  static const char *const keys[] = { "person", NULL };
  const KkrMatching *matching = self->matching;
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new (
    "lost", "Hvad der afgjorde, hvem der ikke fik plads", "What decided who got no place");
  const guint n = self->losses->losses->len;
  g_autofree const char **persons = g_new0 (const char *, (gsize) n + 1);
  g_autofree const char **slots = g_new0 (const char *, (gsize) n + 1);
  g_autofree const char **others = g_new0 (const char *, (gsize) n + 1);
  g_auto (GStrv) danish = g_new0 (char *, (gsize) n + 1);
  g_auto (GStrv) english = g_new0 (char *, (gsize) n + 1);

  for (guint i = 0; i < n; i++)
    {
      const KkrMatchingLoss *loss = &g_array_index (self->losses->losses, KkrMatchingLoss, i);
      const guint slot = kkr_matching_plan_get_slot (self, (gint32) loss->column);

      persons[i] = matching->persons[loss->person].key;
      slots[i] = kkr_matching_get_slot_name (matching, slot);
      if (loss->instead != KKR_MATCHING_NONE)
        others[i] = matching->persons[loss->instead].key;
      danish[i] = tell_chain (self, loss, FALSE);
      english[i] = tell_chain (self, loss, TRUE);
    }
  kkr_table_builder_add_text (builder, "person", "Borger", "Person", persons);
  kkr_table_builder_add_text (builder, "place", "Plads, der var nærmest",
                              "Place that was nearest", slots);
  kkr_matching_add_texts (builder, "instead", "Hvem der ellers stod uden",
                          "Who would be without instead", others, n);
  kkr_table_builder_add_words (builder, "others", "Hvad andre så måtte", "What others would do",
                               danish, english, n);
  add_loss_words (self, builder);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}
