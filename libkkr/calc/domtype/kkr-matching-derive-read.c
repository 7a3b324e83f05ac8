/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-matching-derive-private.h>
#include <libkkr/calc/domtype/kkr-matching-read-private.h>
#include <libkkr/table/kkr-table-private.h>

/* The tables of pairs, offers and reasons. */

static void
add_reason_texts (const KkrMatchingCell *self, guint64 bits, guint person, guint slot)
{
  for (; bits != 0; bits &= bits - 1)
    {
      const guint reason = (guint) __builtin_ctzll (bits);
      g_autofree char *id = g_strdup_printf ("reason_%u", reason);
      g_autofree char *danish = kkr_matching_dup_reason_name_in (self->matching, reason, "da");
      g_autofree char *english = kkr_matching_dup_reason_name_in (self->matching, reason, "en");
      g_autofree char *text = kkr_matching_dup_reason_in (self->matching, reason, person, slot,
                                                          "da");

      kkr_derivation_builder_add_text (self->builder, id, danish, english, text);
    }
}

static gboolean
add_pair_text (const KkrMatchingCell *self, const KkrMatchingReasons *reasons, guint person,
               guint slot)
{
  g_autofree char *text = kkr_column_dup_text (self->cells, self->row);
  const gboolean conditions = g_str_equal (self->column, "conditions");
  const gboolean may = g_str_equal (self->column, "may");
  const gboolean can = g_str_equal (self->column, "can");

  if (!conditions && !may && !can && !g_str_equal (self->column, "reasons"))
    return FALSE;
  add_reason_texts (self, conditions ? reasons->conditions
                          : reasons->refusals & (may   ? ~KKR_MATCHING_CAN_BITS
                                                 : can ? KKR_MATCHING_CAN_BITS : G_MAXUINT64),
                    person, slot);
  kkr_derivation_builder_add_text (self->builder, "result", self->cells->danish,
                                   self->cells->english, text);
  return TRUE;
}

static gboolean
derive_pair (const KkrMatchingCell *self)
{
  const KkrMatching *matching = self->matching;
  const guint person = kkr_matching_find_person (matching,
                                                 kkr_matching_cell_get_label (self, "person"));
  const guint slot = kkr_matching_find_slot (matching,
                                             kkr_matching_cell_get_label (self, "offer"));
  g_autofree char *exact = NULL;
  KkrMatchingReasons reasons;
  KkrMatchingTerms terms;

  if (person == KKR_MATCHING_NONE || slot == KKR_MATCHING_NONE)
    return FALSE;
  kkr_matching_get_reasons (matching, person, slot, &reasons);
  if (g_str_equal (self->column, "metres"))
    {
      exact = kkr_column_dup_exact (self->cells, self->row);
      kkr_derivation_builder_add_value (self->builder, "metres", self->cells->danish,
                                        self->cells->english, exact, self->cells->unit);
      return TRUE;
    }
  if (!g_str_equal (self->column, "refusals"))
    return add_pair_text (self, &reasons, person, slot);
  add_reason_texts (self, reasons.refusals, person, slot);
  kkr_matching_terms_init (&terms);
  for (guint64 bits = reasons.refusals; bits != 0; bits &= bits - 1)
    {
      g_autofree char *name = kkr_matching_dup_reason_name_in (matching,
                                                               (guint) __builtin_ctzll (bits),
                                                               "da");

      kkr_matching_terms_add (&terms, name, 1, 1);
    }
  kkr_matching_cell_add_terms (self, &terms, "refusals", self->cells->danish,
                               self->cells->english, self->cells->unit);
  kkr_matching_terms_clear (&terms);
  return TRUE;
}

static void
add_places (const KkrMatchingCell *self, guint slot)
{
  const KkrMatching *matching = self->matching;
  gboolean is_listed = FALSE;
  KkrMatchingTerms terms;

  for (guint row = 0; row < kkr_sheet_get_n_rows (matching->place_sheet); row++)
    is_listed = is_listed || matching->texts->place_offers[row] == matching->slots[slot].offer;
  if (!is_listed)
    {
      kkr_matching_cell_add_int (self, "places", "Pladser (tabellen offers)",
                                 "Places (the table offers)", matching->slots[slot].places,
                                 KKR_UNIT_PLACES);
      return;
    }
  kkr_matching_terms_init (&terms);
  for (guint row = 0; row < kkr_sheet_get_n_rows (matching->place_sheet); row++)
    if (matching->texts->place_slots[row] == slot)
      kkr_matching_terms_add (&terms, kkr_sheet_get_text (matching->place_sheet, row,
                                                          KKR_MATCHING_PLACE_KEY), 1, 1);
  kkr_matching_cell_add_terms (self, &terms, "places", "Pladser på dagen", "Places on the day",
                               KKR_UNIT_PLACES);
  kkr_matching_terms_clear (&terms);
}

static void
add_residents (const KkrMatchingCell *self, guint slot)
{
  const KkrMatching *matching = self->matching;
  const GArray *residents = matching->texts->residents;
  KkrMatchingTerms terms;

  kkr_matching_terms_init (&terms);
  for (guint i = 0; i < residents->len; i++)
    {
      const KkrMatchingResident *one = &g_array_index (residents, KkrMatchingResident, i);

      if (one->slot == slot)
        kkr_matching_terms_add (&terms, kkr_sheet_get_text (matching->placement_sheet, one->row,
                                                            KKR_MATCHING_PLACEMENT_PERSON), 1, 1);
    }
  kkr_matching_cell_add_terms (self, &terms, "residents", "Bor der på dagen",
                               "Live there on the day", KKR_UNIT_PERSONS);
  kkr_matching_terms_clear (&terms);
}

/* Those who may, or could if it were vacant. */
static void
add_persons (const KkrMatchingCell *self, guint slot, gboolean could)
{
  const KkrMatching *matching = self->matching;
  const guint64 vacancy = KKR_MATCHING_BIT (KKR_MATCHING_NO_VACANCY)
                          | KKR_MATCHING_BIT (KKR_MATCHING_NOT_OPEN);
  const guint64 mask = could ? ~vacancy : matching->legal_bits | matching->practical_bits;
  KkrMatchingTerms terms;

  kkr_matching_terms_init (&terms);
  for (guint person = 0; person < matching->n_persons; person++)
    {
      KkrMatchingReasons reasons;

      kkr_matching_get_reasons (matching, person, slot, &reasons);
      if ((reasons.refusals & mask) == 0)
        kkr_matching_terms_add (&terms, matching->persons[person].key, 1, 1);
    }
  kkr_matching_cell_add_terms (self, &terms, "persons", self->cells->danish, self->cells->english,
                               self->cells->unit);
  kkr_matching_terms_clear (&terms);
}

static gboolean
derive_offer (const KkrMatchingCell *self)
{
  const guint slot = kkr_matching_find_slot (self->matching,
                                             kkr_matching_cell_get_label (self, "offer"));
  const gboolean vacant = g_str_equal (self->column, "vacant");

  if (slot == KKR_MATCHING_NONE)
    return FALSE;
  if (g_str_equal (self->column, "may") || g_str_equal (self->column, "could"))
    {
      add_persons (self, slot, g_str_equal (self->column, "could"));
      return TRUE;
    }
  if (!vacant && !g_str_equal (self->column, "places") && !g_str_equal (self->column, "residents"))
    return FALSE;
  if (vacant || g_str_equal (self->column, "places"))
    add_places (self, slot);
  if (vacant || g_str_equal (self->column, "residents"))
    add_residents (self, slot);
  if (vacant)
    kkr_derivation_builder_add_formula (self->builder, "vacant", self->cells->danish,
                                        self->cells->english, "max(places - residents, 0)",
                                        self->cells->unit);
  return TRUE;
}

static gint64
count_pairs (const KkrMatching *matching, guint person, guint64 bit, const char *column)
{
  gint64 n = 0;

  for (guint slot = 0; slot < matching->n_slots; slot++)
    {
      KkrMatchingReasons reasons;

      kkr_matching_get_reasons (matching, person, slot, &reasons);
      if (g_str_equal (column, "refused"))
        n += (reasons.refusals & bit) != 0;
      else if (g_str_equal (column, "alone"))
        n += reasons.refusals == bit;
      else
        n += (reasons.conditions & bit) != 0;
    }
  return n;
}

/* A pair is one person and one kind of place: the sum is told by persons. */
static gboolean
derive_reason (const KkrMatchingCell *self)
{
  const KkrMatching *matching = self->matching;
  const guint reason = kkr_matching_cell_find_reason (self);
  KkrMatchingTerms terms;

  if (reason == KKR_MATCHING_N_REASONS
      || (!g_str_equal (self->column, "refused") && !g_str_equal (self->column, "alone")
          && !g_str_equal (self->column, "told")))
    return FALSE;
  kkr_matching_terms_init (&terms);
  for (guint person = 0; person < matching->n_persons; person++)
    {
      const gint64 n = count_pairs (matching, person, KKR_MATCHING_BIT (reason), self->column);

      if (n > 0)
        kkr_matching_terms_add (&terms, matching->persons[person].key, n, 1);
    }
  kkr_matching_cell_add_terms (self, &terms, "pairs", self->cells->danish, self->cells->english,
                               self->cells->unit);
  kkr_matching_terms_clear (&terms);
  return TRUE;
}

gboolean
kkr_matching_cell_derive_read (const KkrMatchingCell *self)
{
  if (g_str_equal (self->table->name, "pairs"))
    return derive_pair (self);
  if (g_str_equal (self->table->name, "offers"))
    return derive_offer (self);
  return g_str_equal (self->table->name, "reasons") && derive_reason (self);
}
