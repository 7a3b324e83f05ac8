/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-matching-read-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/base/kkr-number-private.h>

/* Who lives where on the day, and which places that leaves. */

static char *
dup_period (const KkrSheet *sheet, guint row)
{
  const gint32 from = kkr_sheet_get_date (sheet, row, KKR_MATCHING_PLACEMENT_FROM);
  const gint32 to = kkr_sheet_get_date (sheet, row, KKR_MATCHING_PLACEMENT_TO);

  return kkr_message_period (from, to);
}

typedef struct {
  const gint32 *persons, *from, *to;
} Order;

static gint64
last_of (const Order *order, guint row)
{
  return order->to[row] == G_MININT32 ? G_MAXINT32 : order->to[row];
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const guint one = *(const guint *) a, two = *(const guint *) b;
  const Order *order = user_data;

  if (order->persons[one] != order->persons[two])
    return order->persons[one] < order->persons[two] ? -1 : 1;
  if (order->from[one] != order->from[two])
    return order->from[one] < order->from[two] ? -1 : 1;
  if (last_of (order, one) != last_of (order, two))
    return last_of (order, one) < last_of (order, two) ? -1 : 1;
  return one < two ? -1 : one > two;
}

static void
check_two (KkrMatching *self, const Order *order, guint before, guint row)
{
  KkrSheet *sheet = self->placement_sheet;
  g_autofree char *quoted = NULL, *one = NULL, *two = NULL;

  /* The day of a move belongs to both stays. */
  if (order->from[row] > last_of (order, before)
      || (order->from[row] == last_of (order, before) && order->from[row] != G_MAXINT32
          && order->from[row] != order->from[before]))
    return;
  quoted = kkr_text_quote (kkr_sheet_get_text (sheet, row, KKR_MATCHING_PLACEMENT_PERSON));
  one = dup_period (sheet, before);
  two = dup_period (sheet, row);
  kkr_matching_report (self, sheet, row, KKR_MATCHING_PLACEMENT_FROM, KKR_CALC_ERROR_INCONSISTENT,
                       _("%s has two placements at a time: %s and, in row %u, %s found, one at a "
                         "time expected"), quoted, two, before + 1, one);
}

/* A number for each key as it is compared. */
static gint32 *
number_persons (KkrSheet *sheet)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const guint n = kkr_sheet_get_n_rows (sheet);
  gint32 *numbers = g_new (gint32, (gsize) n + 1);

  for (guint row = 0; row < n; row++)
    {
      const char *key = kkr_sheet_get_text (sheet, row, KKR_MATCHING_PLACEMENT_PERSON);

      kkr_matching_add_key (known, key, g_hash_table_size (known));
      numbers[row] = (gint32) kkr_matching_look_up (known, key);
    }
  return numbers;
}

/* The rows of each person by their first days; a stay is compared with the one that ends last. */
static guint *
sort_rows (KkrMatching *self, const gint32 *persons)
{
  KkrSheet *sheet = self->placement_sheet;
  const guint n = kkr_sheet_get_n_rows (sheet);
  guint *rows = g_new (guint, (gsize) n + 1);
  guint latest = 0;
  Order order = { persons, kkr_sheet_get_dates (sheet, KKR_MATCHING_PLACEMENT_FROM),
                  kkr_sheet_get_dates (sheet, KKR_MATCHING_PLACEMENT_TO) };

  for (guint i = 0; i < n; i++)
    rows[i] = i;
  g_qsort_with_data (rows, (int) n, sizeof *rows, compare_rows, &order);
  for (guint i = 0; i < n && self->texts->checking; i++)
    {
      const gboolean same = i > 0 && order.persons[rows[i]] == order.persons[latest];

      if (same)
        check_two (self, &order, latest, rows[i]);
      if (!same || last_of (&order, rows[i]) > last_of (&order, latest))
        latest = rows[i];
    }
  return rows;
}

static gboolean
is_on_day (const KkrMatching *self, guint row)
{
  const gint32 from = kkr_sheet_get_date (self->placement_sheet, row, KKR_MATCHING_PLACEMENT_FROM);
  const gint32 to = kkr_sheet_get_date (self->placement_sheet, row, KKR_MATCHING_PLACEMENT_TO);

  return (from == G_MININT32 || from <= self->day) && (to == G_MININT32 || to >= self->day);
}

static void
check_placement (KkrMatching *self, guint row, const KkrMatchingResident *resident)
{
  KkrSheet *sheet = self->placement_sheet;
  const char *offer = kkr_sheet_get_text (sheet, row, KKR_MATCHING_PLACEMENT_OFFER);
  const char *place = kkr_sheet_get_text (sheet, row, KKR_MATCHING_PLACEMENT_PLACE);
  const gint32 from = kkr_sheet_get_date (sheet, row, KKR_MATCHING_PLACEMENT_FROM);
  const gint32 to = kkr_sheet_get_date (sheet, row, KKR_MATCHING_PLACEMENT_TO);
  g_autofree char *quoted
    = kkr_text_quote (kkr_sheet_get_text (sheet, row, KKR_MATCHING_PLACEMENT_PERSON));
  g_autofree char *found = NULL, *period = NULL;

  if (from != G_MININT32 && to != G_MININT32 && to < from)
    {
      period = dup_period (sheet, row);
      kkr_matching_report (self, sheet, row, KKR_MATCHING_PLACEMENT_TO,
                           KKR_CALC_ERROR_INCONSISTENT,
                           _("%s: a stay that ends before it begins: %s found, a last day on or "
                             "after the first expected"), quoted, period);
    }
  if (offer != NULL && kkr_matching_find_offer (self, offer) == KKR_MATCHING_NONE)
    {
      if (kkr_matching_report_number (self, sheet, row, KKR_MATCHING_PLACEMENT_OFFER))
        return;
      found = kkr_text_quote (offer);
      kkr_matching_report (self, sheet, row, KKR_MATCHING_PLACEMENT_OFFER,
                           KKR_CALC_ERROR_INCONSISTENT,
                           _("%s: no such offer: %s found, one of the offers expected"), quoted,
                           found);
    }
  else if (offer != NULL && resident->place != KKR_MATCHING_NONE
           && kkr_matching_find_offer (self, offer) != resident->offer)
    {
      found = kkr_text_quote (place);
      kkr_matching_report (self, sheet, row, KKR_MATCHING_PLACEMENT_PLACE,
                           KKR_CALC_ERROR_INCONSISTENT,
                           _("%s: a place of another offer: %s found, a place of %s expected"),
                           quoted, found, offer);
    }
  if (place != NULL && resident->place == KKR_MATCHING_NONE
      && !kkr_matching_report_number (self, sheet, row, KKR_MATCHING_PLACEMENT_PLACE)
      && kkr_sheet_get_n_rows (self->place_sheet) > 0)
    {
      g_free (found);
      found = kkr_text_quote (place);
      kkr_matching_report (self, sheet, row, KKR_MATCHING_PLACEMENT_PLACE,
                           KKR_CALC_ERROR_INCONSISTENT,
                           _("%s: no such place: %s found, one of the places expected"), quoted,
                           found);
    }
}

static void
read_resident (KkrMatching *self, guint row, KkrMatchingResident *resident)
{
  KkrSheet *sheet = self->placement_sheet;
  const char *type = kkr_sheet_get_text (sheet, row, KKR_MATCHING_PLACEMENT_DOM_TYPE);
  const char *key = kkr_sheet_get_text (sheet, row, KKR_MATCHING_PLACEMENT_PERSON);

  resident->row = row;
  resident->person = kkr_matching_find_person (self, key);
  resident->offer
    = kkr_matching_find_offer (self, kkr_sheet_get_text (sheet, row,
                                                         KKR_MATCHING_PLACEMENT_OFFER));
  resident->place
    = kkr_matching_look_up (self->texts->place_of,
                            kkr_sheet_get_text (sheet, row, KKR_MATCHING_PLACEMENT_PLACE));
  if (resident->place != KKR_MATCHING_NONE)
    resident->offer = self->texts->place_offers[resident->place];
  resident->slot = resident->place != KKR_MATCHING_NONE
                     ? self->texts->place_slots[resident->place] : KKR_MATCHING_NONE;
  resident->decision = (KkrDomDecision) kkr_sheet_get_choice (sheet, row,
                                                              KKR_MATCHING_PLACEMENT_DECISION);
  resident->paragraphs
    = kkr_matching_read_paragraphs (self, kkr_sheet_get_text (sheet, row,
                                                              KKR_MATCHING_PLACEMENT_PARAGRAPHS));
  resident->needs
    = kkr_matching_read_groups (self, kkr_sheet_get_text (sheet, row,
                                                          KKR_MATCHING_PLACEMENT_NEEDS));
  kkr_matching_report_number (self, sheet, row, KKR_MATCHING_PLACEMENT_NEEDS);
  kkr_matching_report_number (self, sheet, row, KKR_MATCHING_PLACEMENT_PARAGRAPHS);
  if (!kkr_matching_read_type (self, type, &resident->type)
      && !kkr_matching_report_number (self, sheet, row, KKR_MATCHING_PLACEMENT_DOM_TYPE))
    {
      g_autofree char *quoted = kkr_text_quote (key), *found = kkr_text_quote (type);

      kkr_matching_report (self, sheet, row, KKR_MATCHING_PLACEMENT_DOM_TYPE,
                           KKR_CALC_ERROR_OUT_OF_RANGE,
                           _("%s: no such dom-type: %s found, those of the register expected"),
                           quoted, found);
    }
}

/* Of an offer with several slots, the one of the placement's paragraphs, else the first that still
 * has a place, else the first. */
static guint
choose_slot (const KkrMatching *self, const KkrMatchingResident *resident)
{
  const KkrMatchingOffer *offer = &self->offers[resident->offer];

  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < offer->n_slots; i++)
      {
        const KkrMatchingSlot *slot = &self->slots[offer->first_slot + i];
        const guint paragraphs = self->texts->slot_paragraphs[offer->first_slot + i];

        if (slot->taken < slot->places
            && (round > 0 || paragraphs == resident->paragraphs))
          return offer->first_slot + i;
      }
  return offer->first_slot;
}

static void
settle (KkrMatching *self, KkrMatchingResident *resident)
{
  if (resident->offer == KKR_MATCHING_NONE)
    return;
  if (resident->slot == KKR_MATCHING_NONE && resident->place == KKR_MATCHING_NONE)
    resident->slot = choose_slot (self, resident);
  self->offers[resident->offer].taken++;
  if (resident->slot != KKR_MATCHING_NONE)
    self->slots[resident->slot].taken++;
}

/* Who waits and has a place already. */
static void
settle_persons (KkrMatching *self)
{
  g_autofree guint8 *is_placed = g_new0 (guint8, (gsize) self->n_persons + 1);

  for (guint i = 0; i < self->texts->residents->len; i++)
    {
      const KkrMatchingResident *resident
        = &g_array_index (self->texts->residents, KkrMatchingResident, i);
      KkrMatchingPerson *person = resident->person != KKR_MATCHING_NONE
                                    ? &self->persons[resident->person] : NULL;

      if (person == NULL || resident->offer == KKR_MATCHING_NONE)
        continue;
      if (person->living_in != KKR_MATCHING_NONE && person->living_in != resident->offer)
        {
          g_autofree char *quoted = kkr_text_quote (person->key);
          g_autofree char *one = kkr_text_quote (self->offers[person->living_in].name);
          g_autofree char *two = kkr_text_quote (self->offers[resident->offer].name);

          kkr_matching_report (self, self->person_sheet, person->row,
                               KKR_MATCHING_PERSON_LIVING_IN, KKR_CALC_ERROR_INCONSISTENT,
                               _("%s lives elsewhere by the placements: %s found, %s expected"),
                               quoted, one, two);
        }
      person->living_in = resident->offer;
      person->living_slot = resident->slot != KKR_MATCHING_NONE
                              ? resident->slot : self->offers[resident->offer].first_slot;
      is_placed[resident->person] = TRUE;
    }
  for (guint i = 0; i < self->n_persons; i++)
    {
      KkrMatchingPerson *person = &self->persons[i];

      if (person->living_in == KKR_MATCHING_NONE || is_placed[i])
        continue;
      self->texts->n_not_placed += kkr_calculator_is_assigned (self->calculator, "placements");
      person->living_slot = self->offers[person->living_in].first_slot;
    }
}

/* Those in a place first, since the others take what is left. */
static void
settle_residents (KkrMatching *self)
{
  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < self->texts->residents->len; i++)
      {
        KkrMatchingResident *resident
          = &g_array_index (self->texts->residents, KkrMatchingResident, i);

        if ((resident->place == KKR_MATCHING_NONE) == (round == 1))
          settle (self, resident);
      }
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const KkrMatching *self = user_data;
  const guint one = *(const guint *) a, two = *(const guint *) b;
  const guint slot_one = self->texts->place_slots[one], slot_two = self->texts->place_slots[two];

  return slot_one != slot_two ? (slot_one < slot_two ? -1 : 1) : one < two ? -1 : one > two;
}

static void
list_vacant (KkrMatching *self, const guint8 *is_taken)
{
  const guint n = kkr_sheet_get_n_rows (self->place_sheet);
  guint n_vacant = 0;

  self->slot_places = g_new (guint, (gsize) n + 1);
  for (guint row = 0; row < n; row++)
    if (!is_taken[row] && self->texts->place_slots[row] != KKR_MATCHING_NONE)
      self->slot_places[n_vacant++] = row;
  g_qsort_with_data (self->slot_places, (int) n_vacant, sizeof (guint), compare_places, self);
  for (guint i = 0; i < n_vacant; i++)
    {
      KkrMatchingSlot *slot = &self->slots[self->texts->place_slots[self->slot_places[i]]];

      if (slot->n_places++ == 0)
        slot->first_place = i;
    }
}

/* Places less persons: where several share a place, another that nobody is in makes up for it. */
static void
count_vacant (KkrMatching *self)
{
  const guint n = kkr_sheet_get_n_rows (self->place_sheet);
  g_autofree guint8 *is_taken = g_new0 (guint8, (gsize) n + 1);

  for (guint i = 0; i < self->texts->residents->len; i++)
    {
      const KkrMatchingResident *resident
        = &g_array_index (self->texts->residents, KkrMatchingResident, i);

      if (resident->place != KKR_MATCHING_NONE)
        is_taken[resident->place] = TRUE;
    }
  list_vacant (self, is_taken);
  for (guint i = 0; i < self->n_slots; i++)
    {
      KkrMatchingSlot *slot = &self->slots[i];

      slot->vacant = MAX (0, slot->places - slot->taken);
      slot->n_places = (guint) MIN ((gint64) slot->n_places, slot->vacant);
    }
}

void
kkr_matching_read_placements (KkrMatching *self)
{
  const guint n = kkr_sheet_get_n_rows (self->placement_sheet);
  g_autofree gint32 *persons = number_persons (self->placement_sheet);
  g_autofree guint *rows = sort_rows (self, persons);

  for (guint i = 0; i < n; i++)
    {
      KkrMatchingResident resident;

      read_resident (self, rows[i], &resident);
      check_placement (self, rows[i], &resident);
      if (!is_on_day (self, rows[i]))
        continue;
      /* Who moves on the day lives where the later stay is. */
      if (i + 1 < n && persons[rows[i]] == persons[rows[i + 1]] && is_on_day (self, rows[i + 1]))
        continue;
      g_array_append_val (self->texts->residents, resident);
    }
  settle_residents (self);
  settle_persons (self);
  count_vacant (self);
}
