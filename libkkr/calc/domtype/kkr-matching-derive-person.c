/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-matching-derive-private.h>

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/calc/kkr-result-private.h>
#include <libkkr/table/kkr-table-private.h>

/* So many places are told one by one; a reader has no use for more. */
#define MAX_PLACES 200

static void
add_date (const KkrMatchingCell *self, const char *id, const char *danish, const char *english,
          gint32 day)
{
  g_autofree char *text = kkr_date_to_string (day);

  kkr_derivation_builder_add_text (self->builder, id, danish, english, text);
}

/* Days are counted from one day for both. */
static void
add_days (const KkrMatchingCell *self, const KkrMatchingPerson *person)
{
  add_date (self, "judged_on", "Dom modtaget", "Judgement received", person->judged);
  add_date (self, "day_on", "Dag", "Day", self->matching->day);
  kkr_matching_cell_add_int (self, "judged", "Dommens dag, talt fra 1. januar 1970",
                             "Day of the judgement, counted from 1 January 1970", person->judged,
                             KKR_UNIT_NONE);
  kkr_matching_cell_add_int (self, "day", "Dagen, talt fra 1. januar 1970",
                             "The day, counted from 1 January 1970", self->matching->day,
                             KKR_UNIT_NONE);
  kkr_derivation_builder_add_formula (self->builder, "days", "Døgn siden dommen",
                                      "Days since judgement", "day - judged", KKR_UNIT_DAYS);
}

static void
add_typical (const KkrMatchingCell *self, const KkrMatchingPerson *person)
{
  g_autofree char *typical = kkr_column_dup_text (self->cells, self->row);

  add_date (self, "judged_on", "Dom modtaget", "Judgement received", person->judged);
  kkr_matching_cell_add_int (self, "months", "Typiske måneder, ingen frist",
                             "Typical months, no deadline",
                             kkr_calculator_get_int (self->matching->calculator,
                                                     "typical-months"), KKR_UNIT_MONTHS);
  kkr_derivation_builder_add_text (self->builder, "typical", self->cells->danish,
                                   self->cells->english, typical);
}

/* The offers that may, or that can. */
static void
add_offers (const KkrMatchingCell *self, guint person, gboolean can)
{
  const KkrMatching *matching = self->matching;
  const guint64 rules = matching->legal_bits | matching->practical_bits;
  KkrMatchingTerms terms;
  guint latest = G_MAXUINT;

  kkr_matching_terms_init (&terms);
  for (guint slot = 0; slot < matching->n_slots; slot++)
    {
      const guint offer = matching->slots[slot].offer;
      KkrMatchingReasons reasons;

      kkr_matching_get_reasons (matching, person, slot, &reasons);
      if (offer == latest || (reasons.refusals & (can ? ~G_GUINT64_CONSTANT (0) : rules)) != 0)
        continue;
      kkr_matching_terms_add (&terms, matching->offers[offer].name, 1, 1);
      latest = offer;
    }
  kkr_matching_cell_add_terms (self, &terms, can ? "can" : "may",
                               can ? "Tilbud, der kan" : "Tilbud, der må",
                               can ? "Offers that can" : "Offers that may", KKR_UNIT_OFFERS);
  kkr_matching_terms_clear (&terms);
}

/* Every place and what it says to the person. */
static void
add_reasons (const KkrMatchingCell *self, guint person)
{
  const KkrMatching *matching = self->matching;

  for (guint slot = 0; slot < MIN (matching->n_slots, MAX_PLACES); slot++)
    {
      g_autofree char *id = g_strdup_printf ("place_%u", slot + 1);
      g_autofree char *text = kkr_matching_cell_dup_reasons (self, person, slot, "da");
      const char *name = kkr_matching_get_slot_name (matching, slot);

      kkr_derivation_builder_add_text (self->builder, id, name, name, text);
    }
  if (matching->n_slots > MAX_PLACES)
    {
      g_autofree char *text = g_strdup_printf ("%u", matching->n_slots - MAX_PLACES);

      kkr_derivation_builder_add_text (self->builder, "further", "Flere pladser (tabellen pairs)",
                                       "Further places (the table pairs)", text);
    }
}

static gboolean
add_text (const KkrMatchingCell *self, guint person)
{
  g_autofree char *text = kkr_column_dup_text (self->cells, self->row);

  if (!g_str_equal (self->column, "outcome") && !g_str_equal (self->column, "why")
      && !g_str_equal (self->column, "offer"))
    return FALSE;
  if (kkr_column_get_cell_status (self->cells, self->row) != KKR_CELL_STATUS_VALUE)
    return FALSE;
  add_reasons (self, person);
  kkr_derivation_builder_add_text (self->builder, "result", self->cells->danish,
                                   self->cells->english, text);
  return TRUE;
}

/* What stands in the table of distances, or is the tariff of the place. */
static gboolean
add_figure (const KkrMatchingCell *self)
{
  g_autofree char *exact = kkr_column_dup_exact (self->cells, self->row);

  if (!g_str_equal (self->column, "distance") && !g_str_equal (self->column, "tariff"))
    return FALSE;
  kkr_derivation_builder_add_text (self->builder, "offer_name", "Tilbud", "Offer",
                                   kkr_matching_cell_get_label (self, "offer"));
  kkr_derivation_builder_add_value (self->builder, self->column, self->cells->danish,
                                    self->cells->english, exact, self->cells->unit);
  return TRUE;
}

gboolean
kkr_matching_cell_derive_person (const KkrMatchingCell *self)
{
  const guint number = kkr_matching_find_person (self->matching,
                                                 kkr_matching_cell_get_label (self, "person"));
  const KkrMatchingPerson *person;

  if (number == KKR_MATCHING_NONE)
    return FALSE;
  person = &self->matching->persons[number];
  if (g_str_equal (self->column, "days") && person->judged != G_MININT32)
    add_days (self, person);
  else if (g_str_equal (self->column, "typical") && person->judged != G_MININT32)
    add_typical (self, person);
  else if (g_str_equal (self->column, "may") || g_str_equal (self->column, "can"))
    add_offers (self, number, g_str_equal (self->column, "can"));
  else
    return add_figure (self) || add_text (self, number);
  return TRUE;
}

/* Where those live who got a place, as the table of persons says. */
static guint *
read_homes (const KkrMatchingCell *self)
{
  const KkrMatching *matching = self->matching;
  KkrTable *table = kkr_result_get_table_named (self->result, "persons");
  KkrColumn *persons = kkr_table_find_column (table, "person");
  KkrColumn *offers = kkr_table_find_column (table, "offer");
  guint *homes = g_new (guint, (gsize) matching->n_persons + 1);

  for (guint row = 0; row < kkr_table_get_n_rows (table); row++)
    homes[kkr_matching_find_person (matching, kkr_column_get_label (persons, row, NULL))]
      = kkr_column_get_cell_status (offers, row) != KKR_CELL_STATUS_VALUE
          ? KKR_MATCHING_NONE
          : kkr_matching_find_offer (matching, kkr_column_get_label (offers, row, NULL));
  return homes;
}

static void
add_apart (const KkrMatchingCell *self, guint person, KkrMatchingTerms *terms)
{
  g_autofree guint *homes = read_homes (self);
  g_autoptr (GArray) apart = kkr_matching_find_apart (self->matching, homes, person, NULL,
                                                      0);

  for (guint i = 0; i < apart->len; i++)
    {
      const guint offer = g_array_index (apart, KkrMatchingApart, i).offer;

      if (i == 0 || offer != g_array_index (apart, KkrMatchingApart, i - 1).offer)
        kkr_matching_terms_add (terms, self->matching->offers[offer].name, 1, 1);
    }
}

static void
add_refusing (const KkrMatchingCell *self, guint person, guint reason, KkrMatchingTerms *terms)
{
  const KkrMatching *matching = self->matching;
  guint latest = G_MAXUINT;

  for (guint slot = 0; slot < matching->n_slots && reason < KKR_MATCHING_N_REASONS; slot++)
    {
      const guint offer = matching->slots[slot].offer;
      KkrMatchingReasons reasons;

      kkr_matching_get_reasons (matching, person, slot, &reasons);
      if (offer == latest || (reasons.refusals & KKR_MATCHING_BIT (reason)) == 0)
        continue;
      kkr_matching_terms_add (terms, matching->offers[offer].name, 1, 1);
      latest = offer;
    }
}

/* The offers that say no to the person for one reason. */
gboolean
kkr_matching_cell_derive_left_over (const KkrMatchingCell *self)
{
  const guint person = kkr_matching_find_person (self->matching,
                                                 kkr_matching_cell_get_label (self, "person"));
  KkrMatchingTerms terms;

  if (!g_str_equal (self->column, "offers") || person == KKR_MATCHING_NONE)
    return FALSE;
  kkr_matching_terms_init (&terms);
  if (g_str_equal (kkr_matching_cell_get_label (self, "reason"), KKR_MATCHING_APART_ID))
    add_apart (self, person, &terms);
  else
    add_refusing (self, person, kkr_matching_cell_find_reason (self), &terms);
  kkr_matching_cell_add_terms (self, &terms, "offers", "Tilbud, det gælder", "Offers it holds for",
                               KKR_UNIT_OFFERS);
  kkr_matching_terms_clear (&terms);
  return TRUE;
}
