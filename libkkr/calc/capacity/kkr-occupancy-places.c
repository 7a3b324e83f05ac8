/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-occupancy-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/base/kkr-number-private.h>

typedef struct {
  const gint32 *keys, *from;
} Order;

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const guint one = *(const guint *) a, two = *(const guint *) b;
  const Order *order = user_data;

  if (order->keys[one] != order->keys[two])
    return order->keys[one] < order->keys[two] ? -1 : 1;
  if (order->from[one] != order->from[two])
    return order->from[one] < order->from[two] ? -1 : 1;
  return one < two ? -1 : one > two;
}

/* The rows by key and first day; a blank first day is before all others. */
static guint *
sort_rows (KkrSheet *sheet, const gint32 *keys, guint from)
{
  const guint n = kkr_sheet_get_n_rows (sheet);
  guint *rows = g_new (guint, (gsize) n + 1);
  Order order = { keys, kkr_sheet_get_dates (sheet, from) };

  for (guint i = 0; i < n; i++)
    rows[i] = i;
  g_qsort_with_data (rows, (int) n, sizeof *rows, compare_rows, &order);
  return rows;
}

static char *
dup_period (const KkrSheet *sheet, guint row, guint from, guint to)
{
  return kkr_message_period (kkr_sheet_get_date (sheet, row, from),
                             kkr_sheet_get_date (sheet, row, to));
}

static void
check_period (KkrOccupancyPlan *self, KkrSheet *sheet, guint row, const char *what, guint from,
              guint to)
{
  const gint32 first = kkr_sheet_get_date (sheet, row, from);
  const gint32 last = kkr_sheet_get_date (sheet, row, to);
  g_autofree char *quoted = NULL, *period = NULL;

  if (last == G_MININT32 || first <= last)
    return;
  quoted = kkr_text_quote (what);
  period = dup_period (sheet, row, from, to);
  kkr_occupancy_plan_fault_at (self, sheet, row, to, KKR_CALC_ERROR_INCONSISTENT,
                               _("%s ends before it begins: %s found, a last day on or after the "
                                 "first expected"), quoted, period);
}

static void
check_tariff (KkrOccupancyPlan *self, KkrSheet *sheet, guint row, guint column, const char *what)
{
  const gint64 tariff = kkr_sheet_get_amount (sheet, row, column);
  g_autofree char *quoted = NULL, *found = NULL;

  if (!kkr_sheet_has (sheet, row, column) || tariff >= 0)
    return;
  quoted = kkr_text_quote (what);
  found = kkr_message_amount (tariff);
  kkr_occupancy_plan_fault_at (self, sheet, row, column, KKR_CALC_ERROR_OUT_OF_RANGE,
                               _("%s: a negative tariff: %s found, 0 or more expected"), quoted,
                               found);
}

/* Rows of one place have no day in common: on it there would be two tariffs. */
static void
check_overlaps (KkrOccupancyPlan *self)
{
  const guint n = kkr_sheet_get_n_rows (self->places);
  const gint32 *from = kkr_sheet_get_dates (self->places, KKR_OCC_PLACE_FROM);
  const gint32 *to = kkr_sheet_get_dates (self->places, KKR_OCC_PLACE_TO);

  for (guint i = 1; i < n; i++)
    {
      const guint before = self->order[i - 1], row = self->order[i];
      g_autofree char *quoted = NULL, *period = NULL;

      if (self->row_places[row] != self->row_places[before]
          || (to[before] != G_MININT32 && to[before] < from[row]))
        continue;
      quoted = kkr_text_quote (kkr_sheet_get_text (self->places, row, KKR_OCC_PLACE_PLACE));
      period = dup_period (self->places, row, KKR_OCC_PLACE_FROM, KKR_OCC_PLACE_TO);
      kkr_occupancy_plan_fault_at (self, self->places, row, KKR_OCC_PLACE_FROM,
                                   KKR_CALC_ERROR_INCONSISTENT,
                                   _("place %s is listed twice at a time: %s found, a period "
                                     "after that of row %u expected"), quoted, period, before + 1);
    }
}

static void
index_places (KkrOccupancyPlan *self)
{
  const guint n = kkr_sheet_get_n_rows (self->places);
  const guint n_places = self->place_names.texts->len;

  self->order = sort_rows (self->places, self->row_places, KKR_OCC_PLACE_FROM);
  self->place_starts = g_new0 (guint, (gsize) n_places + 1);
  for (guint row = 0; row < n; row++)
    self->place_starts[self->row_places[row] + 1]++;
  for (guint place = 0; place < n_places; place++)
    self->place_starts[place + 1] += self->place_starts[place];
}

void
kkr_occupancy_plan_read_places (KkrOccupancyPlan *self)
{
  KkrSheet *sheet = self->places;
  const guint n = kkr_sheet_get_n_rows (sheet);

  self->row_places = g_new (gint32, (gsize) n + 1);
  self->row_offers = g_new (gint32, (gsize) n + 1);
  for (guint row = 0; row < n; row++)
    {
      const char *place = kkr_sheet_get_text (sheet, row, KKR_OCC_PLACE_PLACE);

      self->row_places[row] = kkr_occupancy_names_find (&self->place_names, place);
      self->row_offers[row]
        = kkr_occupancy_names_find (&self->offer_names,
                                    kkr_sheet_get_text (sheet, row, KKR_OCC_PLACE_OFFER));
      check_period (self, sheet, row, place, KKR_OCC_PLACE_FROM, KKR_OCC_PLACE_TO);
      check_tariff (self, sheet, row, KKR_OCC_PLACE_TARIFF, place);
    }
  index_places (self);
  check_overlaps (self);
}

static gint32
until_of (const KkrOccupancyPlan *self, guint row)
{
  return kkr_sheet_has (self->placements, row, KKR_OCC_STAY_TO)
           ? kkr_sheet_get_date (self->placements, row, KKR_OCC_STAY_TO) : G_MAXINT32;
}

/* Two rows of a person in the order of their first days: one day together is a move. */
static void
check_person (KkrOccupancyPlan *self, guint before, guint row)
{
  KkrSheet *sheet = self->placements;
  const gint32 from = kkr_sheet_get_date (sheet, row, KKR_OCC_STAY_FROM);
  const gint32 until = until_of (self, before);
  g_autofree char *quoted = NULL, *one = NULL, *two = NULL;

  if (from > until || (from == until && until < G_MAXINT32))
    return;
  quoted = kkr_text_quote (kkr_sheet_get_text (sheet, row, KKR_OCC_STAY_PERSON));
  one = dup_period (sheet, before, KKR_OCC_STAY_FROM, KKR_OCC_STAY_TO);
  two = dup_period (sheet, row, KKR_OCC_STAY_FROM, KKR_OCC_STAY_TO);
  kkr_occupancy_plan_fault_at (self, sheet, row, KKR_OCC_STAY_FROM, KKR_CALC_ERROR_INCONSISTENT,
                               _("person %s has two placements at a time: %s, and %s of row %u "
                                 "found, one placement at a time expected"), quoted, two, one,
                               before + 1);
}

void
kkr_occupancy_plan_check_persons (KkrOccupancyPlan *self)
{
  KkrSheet *sheet = self->placements;
  const guint n = kkr_sheet_get_n_rows (sheet);
  g_autofree gint32 *persons = g_new (gint32, (gsize) n + 1);
  KkrOccupancyNames *names = &self->person_names;
  g_autofree guint *order = NULL;
  guint latest = 0;

  for (guint row = 0; row < n; row++)
    {
      const char *person = kkr_sheet_get_text (sheet, row, KKR_OCC_STAY_PERSON);
      const char *place = kkr_sheet_get_text (sheet, row, KKR_OCC_STAY_PLACE);

      persons[row] = person != NULL ? kkr_occupancy_names_find (names, person) : -1;
      check_period (self, sheet, row, person != NULL ? person : place != NULL ? place : "–",
                    KKR_OCC_STAY_FROM, KKR_OCC_STAY_TO);
      check_tariff (self, sheet, row, KKR_OCC_STAY_KEPT, person != NULL ? person : "–");
    }
  order = sort_rows (sheet, persons, KKR_OCC_STAY_FROM);
  for (guint i = 0; i < n; i++)
    {
      const guint row = order[i];

      if (i > 0 && persons[row] >= 0 && persons[row] == persons[latest])
        check_person (self, latest, row);
      if (i == 0 || persons[row] != persons[latest] || until_of (self, row)
                                                          > until_of (self, latest))
        latest = row;
    }
}
