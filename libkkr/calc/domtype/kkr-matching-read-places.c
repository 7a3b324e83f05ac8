/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-matching-read-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/base/kkr-format-private.h>
#include <libkkr/base/kkr-number-private.h>

/* Places become slots: those of an offer that have the same paragraphs and tariff. */

typedef struct {
  guint offer;
  guint paragraphs;
  gint64 tariff;
  guint row; /* of `places`; NONE: only counted */
  gboolean open;
  gint64 n;
} Unit;

static int
compare_units (gconstpointer a, gconstpointer b)
{
  const Unit *one = a, *two = b;

  if (one->offer != two->offer)
    return one->offer < two->offer ? -1 : 1;
  if (one->paragraphs != two->paragraphs)
    return one->paragraphs < two->paragraphs ? -1 : 1;
  if (one->tariff != two->tariff)
    return one->tariff < two->tariff ? -1 : 1;
  return one->row < two->row ? -1 : one->row > two->row;
}

static void
check_place (KkrMatching *self, guint row, const char *key)
{
  KkrSheet *sheet = self->place_sheet;
  const gint32 from = kkr_sheet_get_date (sheet, row, KKR_MATCHING_PLACE_FROM);
  const gint32 to = kkr_sheet_get_date (sheet, row, KKR_MATCHING_PLACE_TO);
  const gint64 tariff = kkr_sheet_get_amount (sheet, row, KKR_MATCHING_PLACE_TARIFF);
  g_autofree char *quoted = kkr_text_quote (key);

  if (from != G_MININT32 && to != G_MININT32 && to < from)
    {
      g_autofree char *first = kkr_date_to_string (from), *last = kkr_date_to_string (to);

      kkr_matching_report (self, sheet, row, KKR_MATCHING_PLACE_TO, KKR_CALC_ERROR_INCONSISTENT,
                           _("%s ends before it begins: %s to %s found, a last day on or after "
                             "the first expected"), quoted, first, last);
    }
  if (tariff != G_MININT64 && tariff < 0)
    {
      g_autofree char *amount = kkr_message_amount (tariff);

      kkr_matching_report (self, sheet, row, KKR_MATCHING_PLACE_TARIFF,
                           KKR_CALC_ERROR_OUT_OF_RANGE,
                           _("%s: a negative tariff: %s found, 0 or more expected"), quoted,
                           amount);
    }
}

static gboolean
is_open (const KkrMatching *self, guint row)
{
  const gint32 from = kkr_sheet_get_date (self->place_sheet, row, KKR_MATCHING_PLACE_FROM);
  const gint32 to = kkr_sheet_get_date (self->place_sheet, row, KKR_MATCHING_PLACE_TO);

  return (from == G_MININT32 || from <= self->day) && (to == G_MININT32 || to >= self->day);
}

/* A place may have several rows, for periods after one another: that of the day is meant. */
static void
add_place_key (KkrMatching *self, guint row, const char *key)
{
  const guint before = kkr_matching_look_up (self->texts->place_of, key);
  g_autofree char *quoted = NULL, *day = NULL;

  if (before == KKR_MATCHING_NONE)
    kkr_matching_add_key (self->texts->place_of, key, row);
  else if (is_open (self, row) && !is_open (self, before))
    g_hash_table_replace (self->texts->place_of, kkr_text_fold (key), GUINT_TO_POINTER (row + 1));
  else if (is_open (self, row))
    {
      quoted = kkr_text_quote (key);
      day = kkr_date_to_string (self->day);
      kkr_matching_report (self, self->place_sheet, row, KKR_MATCHING_PLACE_KEY,
                           KKR_CALC_ERROR_INCONSISTENT,
                           _("a place that is there already on %s: %s of row %u found, another "
                             "name expected"), day, quoted, before + 1);
    }
}

static void
add_place (KkrMatching *self, guint row, GArray *units)
{
  const KkrSheet *sheet = self->place_sheet;
  const char *key = kkr_sheet_get_text (sheet, row, KKR_MATCHING_PLACE_KEY);
  const char *name = kkr_sheet_get_text (sheet, row, KKR_MATCHING_PLACE_OFFER);
  const char *paragraphs = kkr_sheet_get_text (sheet, row, KKR_MATCHING_PLACE_PARAGRAPHS);
  const guint offer = kkr_matching_find_offer (self, name);
  Unit unit = { offer, 0, G_MININT64, row, FALSE, 1 };

  check_place (self, row, key);
  add_place_key (self, row, key);
  self->texts->place_offers[row] = offer;
  if (offer == KKR_MATCHING_NONE)
    {
      g_autofree char *quoted = kkr_text_quote (key), *found = kkr_text_quote (name);

      kkr_matching_report (self, self->place_sheet, row, KKR_MATCHING_PLACE_OFFER,
                           KKR_CALC_ERROR_INCONSISTENT,
                           _("%s: no such offer: %s found, one of the offers expected"), quoted,
                           found);
      return;
    }
  if (paragraphs == NULL)
    paragraphs = kkr_sheet_get_text (self->offer_sheet, offer, KKR_MATCHING_OFFER_PARAGRAPHS);
  unit.paragraphs = kkr_matching_read_paragraphs (self, paragraphs);
  unit.tariff = kkr_sheet_get_amount (sheet, row, KKR_MATCHING_PLACE_TARIFF);
  if (unit.tariff == G_MININT64)
    unit.tariff = kkr_sheet_get_amount (self->offer_sheet, offer, KKR_MATCHING_OFFER_TARIFF);
  unit.open = is_open (self, row);
  g_array_append_val (units, unit);
}

/* Offers whose places are not listed have as many as they say. */
static void
add_counts (KkrMatching *self, GArray *units)
{
  g_autofree guint8 *is_listed = g_new0 (guint8, (gsize) self->n_offers + 1);

  for (guint i = 0; i < units->len; i++)
    is_listed[g_array_index (units, Unit, i).offer] = TRUE;
  for (guint offer = 0; offer < self->n_offers; offer++)
    {
      const KkrSheet *sheet = self->offer_sheet;
      const gint64 places = kkr_sheet_get_whole (sheet, offer, KKR_MATCHING_OFFER_PLACES);
      Unit unit = { offer, 0, G_MININT64, KKR_MATCHING_NONE, TRUE, 0 };

      if (is_listed[offer])
        continue;
      unit.paragraphs
        = kkr_matching_read_paragraphs (self, kkr_sheet_get_text (sheet, offer,
                                                                  KKR_MATCHING_OFFER_PARAGRAPHS));
      unit.tariff = kkr_sheet_get_amount (sheet, offer, KKR_MATCHING_OFFER_TARIFF);
      unit.n = CLAMP (places, 0, G_MAXINT32);
      g_array_append_val (units, unit);
    }
}

static gboolean
is_same_slot (const Unit *one, const Unit *two)
{
  return one->offer == two->offer && one->paragraphs == two->paragraphs
         && one->tariff == two->tariff;
}

static void
start_slot (KkrMatching *self, const Unit *unit)
{
  KkrMatchingOffer *offer = &self->offers[unit->offer];
  KkrMatchingSlot *slot = &self->slots[self->n_slots];
  const KkrMatchingParagraphs *paragraphs = self->texts->paragraphs->pdata[unit->paragraphs];

  slot->offer = unit->offer;
  slot->paragraphs = paragraphs->label;
  slot->tariff = unit->tariff;
  slot->long_term = offer->long_term >= 0 ? offer->long_term
                                          : kkr_matching_long_term_of (self, unit->paragraphs);
  self->texts->slot_paragraphs[self->n_slots] = unit->paragraphs;
  if (offer->n_slots++ == 0)
    offer->first_slot = self->n_slots;
  self->n_slots++;
}

static void
make_slots (KkrMatching *self, GArray *units)
{
  g_array_sort (units, compare_units);
  self->slots = g_new0 (KkrMatchingSlot, (gsize) units->len + 1);
  self->texts->slot_paragraphs = g_new0 (guint, (gsize) units->len + 1);
  for (guint i = 0; i < units->len; i++)
    {
      const Unit *unit = &g_array_index (units, Unit, i);
      KkrMatchingSlot *slot;

      if (i == 0 || !is_same_slot (unit, &g_array_index (units, Unit, i - 1)))
        start_slot (self, unit);
      slot = &self->slots[self->n_slots - 1];
      if (!unit->open)
        continue;
      slot->places += unit->n;
      self->offers[unit->offer].places += unit->n;
      if (unit->row != KKR_MATCHING_NONE)
        self->texts->place_slots[unit->row] = self->n_slots - 1;
    }
}

/* By its paragraphs and its tariff where an offer has several, so that no two are called alike. */
static void
name_slots (KkrMatching *self)
{
  self->texts->slot_names = g_new0 (char *, (gsize) self->n_slots + 1);
  for (guint i = 0; i < self->n_slots; i++)
    {
      const KkrMatchingSlot *slot = &self->slots[i];
      const KkrMatchingOffer *offer = &self->offers[slot->offer];
      GString *name = g_string_new (offer->name);

      if (offer->n_slots > 1)
        {
          if (*slot->paragraphs != '\0')
            g_string_append_printf (name, ", %s", slot->paragraphs);
          if (slot->tariff != G_MININT64)
            {
              g_autofree char *amount = kkr_format_amount (slot->tariff, FALSE, "da");

              g_string_append_printf (name, ", %s kr.", amount);
            }
        }
      self->texts->slot_names[i] = g_string_free (name, FALSE);
      kkr_matching_add_key (self->texts->slot_of, self->texts->slot_names[i], i);
    }
}

void
kkr_matching_read_places (KkrMatching *self)
{
  const guint n = kkr_sheet_get_n_rows (self->place_sheet);
  g_autoptr (GArray) units = g_array_new (FALSE, FALSE, sizeof (Unit));

  self->texts->place_offers = g_new (guint, (gsize) n + 1);
  self->texts->place_slots = g_new (guint, (gsize) n + 1);
  for (guint row = 0; row < n; row++)
    {
      self->texts->place_slots[row] = KKR_MATCHING_NONE;
      add_place (self, row, units);
    }
  add_counts (self, units);
  make_slots (self, units);
  name_slots (self);
}
