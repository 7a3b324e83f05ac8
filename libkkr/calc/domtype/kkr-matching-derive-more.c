/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-matching-derive-private.h>

#include <libkkr/calc/kkr-result-private.h>
#include <libkkr/table/kkr-table-private.h>

/* What one more place would change: those who would live elsewhere, with it and without it. */

typedef struct {
  const char *place; /* whose one more it is; "" for none */
  KkrColumn *places, *persons, *from, *to;
  guint n_rows;
} Moves;

static void
open_moves (const KkrMatchingCell *self, Moves *moves)
{
  KkrTable *table = kkr_result_get_table_named (self->result, "moves");

  moves->place = kkr_matching_cell_get_label (self, g_str_equal (self->table->name, "more-kinds")
                                                      ? "best" : "place");
  moves->places = kkr_table_find_column (table, "place");
  moves->persons = kkr_table_find_column (table, "person");
  moves->from = kkr_table_find_column (table, "from");
  moves->to = kkr_table_find_column (table, "to");
  moves->n_rows = kkr_table_get_n_rows (table);
}

static gboolean
is_of (const Moves *moves, guint row)
{
  return g_str_equal (kkr_column_get_label (moves->places, row, NULL), moves->place);
}

/* The place named in a row, as a column of the assignment; -1: none. */
static gint32
get_column (const KkrMatchingCell *self, KkrColumn *names, guint row)
{
  if (kkr_column_get_cell_status (names, row) != KKR_CELL_STATUS_VALUE)
    return -1;
  return (gint32) kkr_matching_find_slot (self->matching,
                                          kkr_column_get_label (names, row, NULL));
}

static void
add_side (const KkrMatchingCell *self, const Moves *moves, KkrMatchingPriority priority,
          gboolean with)
{
  KkrMatchingTerms terms;

  kkr_matching_terms_init (&terms);
  for (guint row = 0; row < moves->n_rows; row++)
    if (is_of (moves, row))
      {
        const char *name = kkr_column_get_label (moves->persons, row, NULL);
        const guint person = kkr_matching_find_person (self->matching, name);
        const gint32 column = get_column (self, with ? moves->to : moves->from, row);

        kkr_matching_terms_add (&terms, name,
                                kkr_matching_plan_count (self->plan, priority, person, column),
                                priority == KKR_MATCHING_FAR ? 1000 : 1);
      }
  kkr_matching_cell_add_terms (self, &terms, with ? "with_it" : "without_it",
                               with ? "Dem, der bor anderledes: med pladsen"
                                    : "Dem, der bor anderledes: uden pladsen",
                               with ? "Those who live elsewhere: with the place"
                                    : "Those who live elsewhere: without the place",
                               self->cells->unit);
  kkr_matching_terms_clear (&terms);
}

static gboolean
add_change (const KkrMatchingCell *self, const Moves *moves)
{
  const char *const *nicks = kkr_matching_get_priority_nicks ();

  for (guint i = 0; i < KKR_MATCHING_N_PRIORITIES; i++)
    if (g_str_equal (self->column, nicks[i]))
      {
        add_side (self, moves, (KkrMatchingPriority) i, TRUE);
        add_side (self, moves, (KkrMatchingPriority) i, FALSE);
        kkr_derivation_builder_add_formula (self->builder, "change", self->cells->danish,
                                            self->cells->english, "with_it - without_it",
                                            self->cells->unit);
        return TRUE;
      }
  return FALSE;
}

static void
add_movers (const KkrMatchingCell *self, const Moves *moves)
{
  KkrMatchingTerms terms;

  kkr_matching_terms_init (&terms);
  for (guint row = 0; row < moves->n_rows; row++)
    if (is_of (moves, row)
        && kkr_column_get_cell_status (moves->from, row) == KKR_CELL_STATUS_VALUE)
      kkr_matching_terms_add (&terms, kkr_column_get_label (moves->persons, row, NULL), 1, 1);
  kkr_matching_cell_add_terms (self, &terms, "moves", self->cells->danish, self->cells->english,
                               KKR_UNIT_PERSONS);
  kkr_matching_terms_clear (&terms);
}

static void
add_room (const KkrMatchingCell *self, const KkrMatchingSlot *slot)
{
  const gboolean vacant = g_str_equal (self->column, "vacant");

  kkr_matching_cell_add_int (self, "places", "Pladser på dagen", "Places on the day",
                             slot->places, KKR_UNIT_PLACES);
  kkr_matching_cell_add_int (self, "taken", "Optaget på dagen", "Taken on the day", slot->taken,
                             KKR_UNIT_PLACES);
  kkr_derivation_builder_add_formula (self->builder, vacant ? "vacant" : "over_full",
                                      self->cells->danish, self->cells->english,
                                      vacant ? "max(places - taken, 0)"
                                             : "max(taken - places, 0)", self->cells->unit);
}

/* The places of a kind: those that agree with the row in all that makes one. */
static void
add_choices (const KkrMatchingCell *self)
{
  const KkrMatching *matching = self->matching;
  KkrColumn *secured = kkr_table_find_column (self->table, "secured");
  KkrColumn *sector = kkr_table_find_column (self->table, "sector");
  const char *paragraphs = kkr_matching_cell_get_label (self, "paragraphs");
  KkrMatchingTerms terms;

  kkr_matching_terms_init (&terms);
  for (guint i = 0; i < matching->n_slots; i++)
    {
      const KkrMatchingOffer *offer = &matching->offers[matching->slots[i].offer];

      if (g_str_equal (matching->slots[i].paragraphs, paragraphs)
          && kkr_column_cell_int32 (secured, self->row) == offer->secured + 1
          && kkr_column_cell_int32 (sector, self->row) == (gint32) offer->sector)
        kkr_matching_terms_add (&terms, kkr_matching_get_slot_name (matching, i), 1, 1);
    }
  kkr_matching_cell_add_terms (self, &terms, "choices", self->cells->danish, self->cells->english,
                               KKR_UNIT_COUNT);
  kkr_matching_terms_clear (&terms);
}

gboolean
kkr_matching_cell_derive_more (const KkrMatchingCell *self)
{
  guint slot;
  Moves moves;

  open_moves (self, &moves);
  if (g_str_equal (self->column, "moves"))
    add_movers (self, &moves);
  else if (g_str_equal (self->column, "choices"))
    add_choices (self);
  else if (g_str_equal (self->column, "vacant") || g_str_equal (self->column, "over-full"))
    {
      slot = kkr_matching_find_slot (self->matching, moves.place);
      if (slot == KKR_MATCHING_NONE)
        return FALSE;
      add_room (self, &self->matching->slots[slot]);
    }
  else
    return add_change (self, &moves);
  return TRUE;
}
