/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-occupancy-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/base/kkr-number-private.h>
#include <libkkr/kernel/kkr-place-days-private.h>

/* Days that belong to no row of `places`, by place, offer and year. */
typedef struct {
  gint32 place, offer;
  int year;
} ExtraKey;

typedef struct {
  KkrOccupancyPlan *plan;
  GHashTable *extra; /* ExtraKey: number of its spell */
} Reading;

static guint
hash_extra (gconstpointer key)
{
  const ExtraKey *extra = key;

  return ((guint) extra->place * 31 + (guint) extra->offer) * 131 + (guint) extra->year;
}

static gboolean
equal_extra (gconstpointer a, gconstpointer b)
{
  const ExtraKey *one = a, *two = b;

  return one->place == two->place && one->offer == two->offer && one->year == two->year;
}

static KkrOccupancySpell *
get_spell (const KkrOccupancyPlan *self, guint i)
{
  return &g_array_index (self->spells, KkrOccupancySpell, i);
}

static gint32
row_from (const KkrOccupancyPlan *self, guint row)
{
  return kkr_sheet_get_date (self->places, row, KKR_OCC_PLACE_FROM);
}

static gint32
row_until (const KkrOccupancyPlan *self, guint row)
{
  const gint32 until = kkr_sheet_get_date (self->places, row, KKR_OCC_PLACE_TO);

  return until != G_MININT32 ? until : G_MAXINT32;
}

static gint64
row_tariff (const KkrOccupancyPlan *self, guint row)
{
  const gint64 tariff = kkr_sheet_get_amount (self->places, row, KKR_OCC_PLACE_TARIFF);

  return kkr_sheet_has (self->places, row, KKR_OCC_PLACE_TARIFF) ? tariff : self->terms.tariff;
}

/* The days of a row, a spell for each year. */
static void
add_spells (KkrOccupancyPlan *self, guint row)
{
  const gint32 until = MIN (row_until (self, row), self->terms.last);
  KkrOccupancySpell spell = { .row = row, .place = self->row_places[row],
                              .offer = self->row_offers[row],
                              .tariff = row_tariff (self, row) };

  self->row_spells[row] = self->spells->len;
  for (gint32 day = MAX (row_from (self, row), self->terms.first); day <= until;
       day = spell.until + 1)
    {
      spell.year = kkr_occupancy_year_of (day);
      spell.from = day;
      spell.until = MIN (until, kkr_date_from_parts (spell.year + 1, 1, 1) - 1);
      g_array_append_val (self->spells, spell);
    }
}

static guint
find_extra (Reading *reading, gint32 place, gint32 offer, int year, gint64 tariff)
{
  KkrOccupancyPlan *self = reading->plan;
  const ExtraKey key = { place, offer, year };
  KkrOccupancySpell spell = { .row = KKR_OCC_NONE, .place = place, .offer = offer, .year = year,
                              .from = G_MAXINT32, .until = G_MININT32, .tariff = tariff };
  gpointer number;

  if (!g_hash_table_lookup_extended (reading->extra, &key, NULL, &number))
    {
      number = GUINT_TO_POINTER (self->spells->len);
      g_array_append_val (self->spells, spell);
      g_hash_table_insert (reading->extra, g_memdup2 (&key, sizeof key), number);
    }
  return GPOINTER_TO_UINT (number);
}

/* Days of a placement in a row of `places`, or outside: then `row` is that whose offer and tariff
 * they have, KKR_OCC_NONE where the placement has no place. */
static void
add_stays (Reading *reading, KkrOccupancyStay stay, guint row, gboolean outside, gint32 offer)
{
  KkrOccupancyPlan *self = reading->plan;
  const gint32 until = stay.until;

  for (gint32 day = stay.from; day <= until; day = stay.until + 1)
    {
      const int year = kkr_occupancy_year_of (day);

      stay.from = day;
      stay.until = MIN (until, kkr_date_from_parts (year + 1, 1, 1) - 1);
      if (!outside)
        stay.spell = self->row_spells[row] + (guint) (year - get_spell (self,
                                                        self->row_spells[row])->year);
      else
        {
          KkrOccupancySpell *spell;

          stay.spell = row != KKR_OCC_NONE
                         ? find_extra (reading, self->row_places[row], self->row_offers[row],
                                       year, row_tariff (self, row))
                         : find_extra (reading, -1, offer, year, self->terms.tariff);
          spell = get_spell (self, stay.spell);
          spell->from = MIN (spell->from, stay.from);
          spell->until = MAX (spell->until, stay.until);
          spell->used += stay.until - stay.from + 1;
        }
      g_array_append_val (self->stays, stay);
    }
}

/* The first of the place's rows that does not end before the day. */
static guint
find_row (const KkrOccupancyPlan *self, gint32 place, gint32 day)
{
  guint low = self->place_starts[place], high = self->place_starts[place + 1];

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;

      if (row_until (self, self->order[middle]) < day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
add_place_stays (Reading *reading, KkrOccupancyStay stay, gint32 place)
{
  const KkrOccupancyPlan *self = reading->plan;
  const guint start = self->place_starts[place], end = self->place_starts[place + 1];
  const gint32 until = stay.until;
  guint i = find_row (self, place, stay.from);

  while (stay.from <= until && self->stays->len <= KKR_OCC_MAX_STAYS)
    {
      const gboolean within = i < end && row_from (self, self->order[i]) <= stay.from;
      const guint row = self->order[within || i == start ? i : i - 1];

      stay.until = within ? MIN (until, row_until (self, row))
                   : i < end ? MIN (until, row_from (self, self->order[i]) - 1) : until;
      add_stays (reading, stay, row, !within, -1);
      i += within;
      stay.from = stay.until + 1;
    }
}

/* The place of a placement, -1 for none; FALSE with a fault. */
static gboolean
read_place (KkrOccupancyPlan *self, guint row, gint32 *place)
{
  const char *text = kkr_sheet_get_text (self->placements, row, KKR_OCC_STAY_PLACE);
  const char *offer = kkr_sheet_get_text (self->placements, row, KKR_OCC_STAY_OFFER);
  g_autofree char *quoted = NULL, *own = NULL;
  guint first;

  *place = text != NULL ? kkr_occupancy_names_look_up (&self->place_names, text) : -1;
  quoted = kkr_text_quote (text != NULL ? text : "");
  if (text == NULL && offer == NULL)
    kkr_occupancy_plan_fault_at (self, self->placements, row, KKR_OCC_STAY_PLACE,
                                 KKR_CALC_ERROR_MISSING_INPUT,
                                 _("neither a place nor an offer found, one of them expected"));
  else if (text != NULL && *place < 0)
    kkr_occupancy_plan_fault_at (self, self->placements, row, KKR_OCC_STAY_PLACE,
                                 KKR_CALC_ERROR_INCONSISTENT,
                                 _("no such place: %s found, one of the places expected"), quoted);
  if ((text == NULL && offer == NULL) || (text != NULL && *place < 0))
    return FALSE;
  if (text == NULL || offer == NULL)
    return TRUE;
  first = find_row (self, *place, kkr_sheet_get_date (self->placements, row, KKR_OCC_STAY_FROM));
  first = self->order[MIN (first, self->place_starts[*place + 1] - 1)];
  if (self->row_offers[first] == kkr_occupancy_names_look_up (&self->offer_names, offer))
    return TRUE;
  own = kkr_text_quote (kkr_occupancy_names_get (&self->offer_names, self->row_offers[first]));
  g_free (quoted);
  quoted = kkr_text_quote (offer);
  kkr_occupancy_plan_fault_at (self, self->placements, row, KKR_OCC_STAY_OFFER,
                               KKR_CALC_ERROR_INCONSISTENT,
                               _("place %s is one of another offer: %s found, %s expected"), text,
                               quoted, own);
  return FALSE;
}

static void
read_stay (Reading *reading, guint row)
{
  KkrOccupancyPlan *self = reading->plan;
  KkrSheet *sheet = self->placements;
  const gint32 to = kkr_sheet_get_date (sheet, row, KKR_OCC_STAY_TO);
  const char *payer = kkr_sheet_get_text (sheet, row, KKR_OCC_STAY_MUNICIPALITY);
  const char *offer = kkr_sheet_get_text (sheet, row, KKR_OCC_STAY_OFFER);
  KkrOccupancyStay stay = { .row = row, .payer = -1 };
  gint32 place;

  if (!read_place (self, row, &place))
    return;
  if (payer != NULL)
    stay.payer = kkr_occupancy_plan_find_payer (self, payer);
  stay.from = MAX (kkr_sheet_get_date (sheet, row, KKR_OCC_STAY_FROM), self->terms.first);
  stay.until = self->terms.last;
  if (to != G_MININT32)
    stay.until = MIN (stay.until, self->terms.last_day ? to : to - 1);
  if (stay.from > stay.until)
    return;
  if (place >= 0)
    add_place_stays (reading, stay, place);
  else
    add_stays (reading, stay, KKR_OCC_NONE, TRUE,
               kkr_occupancy_names_find (&self->offer_names, offer));
}

/* Each spell of a row is a place of its own to the kernel, which is open on all its days. */
static gboolean
count_days (KkrOccupancyPlan *self, guint n_spells, GCancellable *cancellable, GError **error)
{
  const gsize n_stays = self->stays->len;
  const gint32 years[] = { self->terms.first, self->terms.last + 1 };
  g_autofree gint32 *numbers = g_new (gint32, (gsize) n_spells + 1);
  g_autofree gint32 *open = g_new (gint32, 2 * (gsize) n_spells + 1);
  g_autofree gint32 *days = g_new (gint32, 3 * n_stays + 1);
  g_autofree gint64 *counts = g_new0 (gint64, 5 * (gsize) n_spells + 1);
  KkrPlaceDaysTask task = {
    .stays = { days, numbers, days + n_stays, days + 2 * n_stays, 0 },
    .openings = { numbers, numbers, open, open + n_spells, n_spells },
    .has_openings = TRUE, .n_places = n_spells, .first = self->terms.first,
    .last = self->terms.last, .year_starts = years, .n_years = 1, .cancellable = cancellable,
    .days = counts, .occupied = counts + n_spells, .vacant = counts + 2 * (gsize) n_spells,
    .outside = counts + 3 * (gsize) n_spells, .stay_days = counts + 4 * (gsize) n_spells,
  };

  for (guint i = 0; i < n_spells; i++)
    {
      numbers[i] = (gint32) i;
      open[i] = get_spell (self, i)->from;
      open[n_spells + i] = get_spell (self, i)->until;
    }
  for (gsize i = 0; i < n_stays; i++)
    {
      const KkrOccupancyStay *stay = &g_array_index (self->stays, KkrOccupancyStay, i);

      if (stay->spell >= n_spells)
        continue;
      days[task.stays.n_rows] = (gint32) stay->spell;
      days[n_stays + task.stays.n_rows] = stay->from;
      days[2 * n_stays + task.stays.n_rows] = stay->until;
      task.stays.n_rows++;
    }
  if (!kkr_parallel_count_threads (KKR_PARALLEL_ALL_CORES, n_spells, KKR_PLACE_DAYS_BLOCK,
                                   &task.n_threads, error)
      || !kkr_place_days_count (&task, error))
    return FALSE;
  for (guint i = 0; i < n_spells; i++)
    {
      get_spell (self, i)->days = task.days[i];
      get_spell (self, i)->taken = task.occupied[i];
      get_spell (self, i)->used = task.stay_days[i];
    }
  return TRUE;
}

gboolean
kkr_occupancy_plan_read_stays (KkrOccupancyPlan *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) extra = g_hash_table_new_full (hash_extra, equal_extra, g_free, NULL);
  const guint n_rows = kkr_sheet_get_n_rows (self->places);
  Reading reading = { self, extra };
  guint n_spells;

  self->row_spells = g_new (guint, (gsize) n_rows + 1);
  for (guint row = 0; row < n_rows && self->spells->len <= KKR_OCC_MAX_SPELLS; row++)
    add_spells (self, row);
  n_spells = self->spells->len;
  for (guint row = 0; row < kkr_sheet_get_n_rows (self->placements)
                      && n_spells <= KKR_OCC_MAX_SPELLS
                      && self->stays->len <= KKR_OCC_MAX_STAYS; row++)
    read_stay (&reading, row);
  if (n_spells > KKR_OCC_MAX_SPELLS || self->stays->len > KKR_OCC_MAX_STAYS)
    kkr_occupancy_plan_fault (self, "placements", KKR_CALC_ERROR_OUT_OF_RANGE,
                              _("too many days: more than %d stays, or %d places, found, each "
                                "counted once a year, fewer expected"), KKR_OCC_MAX_STAYS,
                              KKR_OCC_MAX_SPELLS);
  return self->fault != NULL || n_spells == 0 || count_days (self, n_spells, cancellable, error);
}
