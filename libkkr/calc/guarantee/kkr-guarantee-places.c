/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/guarantee/kkr-guarantee-plan-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/base/kkr-error.h>
#include <libkkr/calc/guarantee/kkr-guarantee-facts-private.h>

static void
check_tariff (KkrGuaranteePlan *self, KkrSheet *sheet, guint row, guint column, const char *place)
{
  gint64 tariff = kkr_sheet_get_amount (sheet, row, column);
  g_autofree char *found = NULL;

  if (!kkr_sheet_has (sheet, row, column) || tariff >= 0)
    return;
  found = kkr_message_amount (tariff);
  kkr_guarantee_plan_fault_at (self, sheet, row, column, KKR_CALC_ERROR_OUT_OF_RANGE,
                               _("place %s: a negative tariff: %s found, 0 or more expected"),
                               place, found);
}

void
kkr_guarantee_plan_read_places (KkrGuaranteePlan *self)
{
  KkrSheet *sheet = self->places_sheet;
  gboolean first_round = kkr_calculator_get_boolean (self->calculator, "first-round");
  gboolean refuse = kkr_calculator_get_enum (self->calculator, "unstated") ==
                    KKR_GUARANTEE_UNSTATED_REFUSE;

  for (guint row = 0; row < kkr_sheet_get_n_rows (sheet); row++)
    {
      KkrGuaranteePlace place = { .row = row, .tariff = -1, .frozen = -1 };
      KkrGuaranteeFacts facts;

      place.name = kkr_sheet_get_text (sheet, row, KKR_GUARANTEE_PLACES_PLACE);
      if (!g_hash_table_insert (self->by_name, (gpointer) place.name, GUINT_TO_POINTER (row)))
        kkr_guarantee_plan_fault_at (self, sheet, row, KKR_GUARANTEE_PLACES_PLACE,
                                     KKR_CALC_ERROR_INCONSISTENT,
                                     _("a place that is there already: %s found, each place once "
                                       "expected"), place.name);
      check_tariff (self, sheet, row, KKR_GUARANTEE_PLACES_TARIFF, place.name);
      if (kkr_sheet_has (sheet, row, KKR_GUARANTEE_PLACES_TARIFF))
        place.tariff = kkr_sheet_get_amount (sheet, row, KKR_GUARANTEE_PLACES_TARIFF);
      place.start = kkr_sheet_has (sheet, row, KKR_GUARANTEE_PLACES_COMMISSIONED)
                      ? kkr_sheet_get_date (sheet, row, KKR_GUARANTEE_PLACES_COMMISSIONED)
                      : KKR_DATE_MAX;
      place.declared = !kkr_sheet_has (sheet, row, KKR_GUARANTEE_PLACES_COVERED) ||
                       kkr_sheet_get_boolean (sheet, row, KKR_GUARANTEE_PLACES_COVERED);
      kkr_guarantee_facts_read (&facts, sheet, row, KKR_GUARANTEE_PLACES_FACTS);
      place.refusals = kkr_guarantee_refusals (&facts, first_round, refuse);
      place.unstated = kkr_guarantee_not_stated (&facts, first_round);
      g_array_append_val (self->places, place);
    }
  if (self->places->len == 0)
    kkr_guarantee_plan_fault (self, "places", KKR_CALC_ERROR_OUT_OF_RANGE,
                              _("no place: no row found, one or more expected"));
}

/* What is wrong with a row of periods by itself. */
static gboolean
read_period (KkrGuaranteePlan *self, KkrSheet *sheet, guint row, KkrGuaranteePeriod *period)
{
  const char *name = kkr_sheet_get_text (sheet, row, KKR_GUARANTEE_STATUSES_PLACE);
  gpointer place;
  gboolean has_end = kkr_sheet_has (sheet, row, KKR_GUARANTEE_STATUSES_TO);
  g_autofree char *from = NULL, *to = NULL;

  if (!g_hash_table_lookup_extended (self->by_name, name, NULL, &place))
    {
      kkr_guarantee_plan_fault_at (self, sheet, row, KKR_GUARANTEE_STATUSES_PLACE,
                                   KKR_CALC_ERROR_INCONSISTENT,
                                   _("no such place: %s found, one of the table places expected"),
                                   name);
      return FALSE;
    }
  *period = (KkrGuaranteePeriod) { .place = GPOINTER_TO_UINT (place), .row = row };
  period->from = kkr_sheet_get_date (sheet, row, KKR_GUARANTEE_STATUSES_FROM);
  period->to = has_end ? kkr_sheet_get_date (sheet, row, KKR_GUARANTEE_STATUSES_TO)
                       : KKR_DATE_MAX;
  if (period->from <= period->to)
    return TRUE;
  from = kkr_date_to_string (period->from);
  to = kkr_date_to_string (period->to);
  kkr_guarantee_plan_fault_at (self, sheet, row, KKR_GUARANTEE_STATUSES_TO,
                               KKR_CALC_ERROR_INCONSISTENT,
                               _("place %s: an end before the start: %s found, %s or later "
                                 "expected"), name, to, from);
  return FALSE;
}

static int
compare_periods (gconstpointer a, gconstpointer b)
{
  const KkrGuaranteePeriod *one = a, *other = b;

  if (one->place != other->place)
    return one->place < other->place ? -1 : 1;
  if (one->from != other->from)
    return one->from < other->from ? -1 : 1;
  return one->row < other->row ? -1 : one->row > other->row;
}

static char *
tell_period (KkrGuaranteePlan *self, KkrSheet *sheet, const KkrGuaranteePeriod *period)
{
  g_autofree char *from = kkr_date_to_string (period->from);
  g_autofree char *to = period->to == KKR_DATE_MAX ? g_strdup ("..")
                                                   : kkr_date_to_string (period->to);
  g_autofree char *value = NULL;

  if (sheet == self->statuses_sheet)
    value = g_strdup (kkr_place_status_to_string ((KkrPlaceStatus) kkr_sheet_get_choice (
      sheet, period->row, KKR_GUARANTEE_STATUSES_STATUS)));
  else
    value = kkr_message_amount (kkr_sheet_get_amount (sheet, period->row,
                                                      KKR_GUARANTEE_TARIFFS_TARIFF));
  return g_strdup_printf ("%s %s/%s", value, from, to);
}

static void
fault_overlap (KkrGuaranteePlan *self, KkrSheet *sheet, const KkrGuaranteePeriod *before,
               const KkrGuaranteePeriod *after)
{
  const char *place = kkr_guarantee_plan_get_place (self, after->place)->name;
  g_autofree char *first = tell_period (self, sheet, before);
  g_autofree char *second = tell_period (self, sheet, after);

  kkr_guarantee_plan_fault_at (self, sheet, after->row, KKR_GUARANTEE_STATUSES_FROM,
                               KKR_CALC_ERROR_INCONSISTENT,
                               _("place %s: periods that overlap: %s and %s found, one at a time "
                                 "expected"), place, first, second);
}

/* A day on which one period ends and the next begins is given to one of them; a period that has no
 * day left is one whose end lies before its start. */
static void
part_periods (KkrGuaranteePlan *self, KkrSheet *sheet, GArray *periods, KkrSharedDay rule)
{
  KkrGuaranteePeriod *all = (KkrGuaranteePeriod *) (gpointer) periods->data;
  KkrGuaranteePeriod *last = NULL;

  for (guint i = 0; i < periods->len; i++)
    {
      KkrGuaranteePeriod *period = &all[i];

      if (last == NULL || last->place != period->place || period->from > last->to)
        ;
      else if (period->from < last->to || last->to == KKR_DATE_MAX ||
               rule == KKR_SHARED_DAY_REFUSE)
        fault_overlap (self, sheet, last, period);
      else if (rule == KKR_SHARED_DAY_EARLIER)
        period->from++;
      else
        last->to--;
      if (period->from <= period->to)
        last = period;
    }
}

static void
read_periods (KkrGuaranteePlan *self, KkrSheet *sheet, GArray *periods)
{
  for (guint row = 0; row < kkr_sheet_get_n_rows (sheet); row++)
    {
      KkrGuaranteePeriod period;

      if (read_period (self, sheet, row, &period))
        g_array_append_val (periods, period);
    }
  g_array_sort (periods, compare_periods);
}

static void
index_periods (KkrGuaranteePlan *self)
{
  for (guint i = self->statuses->len; i > 0; i--)
    {
      KkrGuaranteePlace *place = kkr_guarantee_plan_get_place (
        self, g_array_index (self->statuses, KkrGuaranteePeriod, i - 1).place);

      place->first_status = i - 1;
      place->n_statuses++;
    }
  for (guint i = self->tariffs->len; i > 0; i--)
    {
      KkrGuaranteePlace *place = kkr_guarantee_plan_get_place (
        self, g_array_index (self->tariffs, KkrGuaranteePeriod, i - 1).place);

      place->first_tariff = i - 1;
      place->n_tariffs++;
    }
}

/* A place that nobody says the day of is in use from the first day that somebody lives there. */
static void
find_starts (KkrGuaranteePlan *self)
{
  for (guint i = 0; i < self->statuses->len; i++)
    {
      const KkrGuaranteePeriod *period = &g_array_index (self->statuses, KkrGuaranteePeriod, i);
      KkrGuaranteePlace *place = kkr_guarantee_plan_get_place (self, period->place);

      if (!kkr_sheet_has (self->places_sheet, place->row, KKR_GUARANTEE_PLACES_COMMISSIONED) &&
          kkr_sheet_get_choice (self->statuses_sheet, period->row,
                                KKR_GUARANTEE_STATUSES_STATUS) == KKR_PLACE_STATUS_OCCUPIED)
        place->start = MIN (place->start, period->from);
    }
}

/* Where nobody says what is settled, it is all days that the statuses tell of. */
static void
find_settlement (KkrGuaranteePlan *self)
{
  gint32 first = KKR_DATE_MAX, last = KKR_DATE_MIN;

  for (guint i = 0; i < self->statuses->len; i++)
    {
      const KkrGuaranteePeriod *period = &g_array_index (self->statuses, KkrGuaranteePeriod, i);

      first = MIN (first, period->from);
      last = MAX (last, period->to);
    }
  for (guint i = 0; i < self->places->len && self->statuses->len == 0; i++)
    first = MIN (first, kkr_guarantee_plan_get_place (self, i)->start);
  if (self->from == KKR_DATE_MIN)
    self->from = first;
  if (self->to == KKR_DATE_MAX && last != KKR_DATE_MIN)
    self->to = last;
  if (self->from == KKR_DATE_MAX)
    kkr_guarantee_plan_fault (self, "first-day", KKR_CALC_ERROR_MISSING_INPUT,
                              _("missing: no value and no place in use found, the first day of the "
                                "settlement expected"));
  else if (self->to == KKR_DATE_MAX)
    kkr_guarantee_plan_fault (self, "last-day", KKR_CALC_ERROR_MISSING_INPUT,
                              _("missing: no value and a status that has no end found, the last "
                                "day of the settlement expected"));
  else if (self->from > self->to)
    {
      g_autofree char *from = kkr_date_to_string (self->from);
      g_autofree char *to = kkr_date_to_string (self->to);

      kkr_guarantee_plan_fault (self, "last-day", KKR_CALC_ERROR_INCONSISTENT,
                                _("an end before the start: %s found, %s or later expected"), to,
                                from);
    }
}

void
kkr_guarantee_plan_read_periods (KkrGuaranteePlan *self)
{
  KkrSharedDay rule = (KkrSharedDay) kkr_calculator_get_enum (self->calculator, "shared-day");

  read_periods (self, self->statuses_sheet, self->statuses);
  read_periods (self, self->tariffs_sheet, self->tariffs);
  for (guint row = 0; row < kkr_sheet_get_n_rows (self->statuses_sheet); row++)
    check_tariff (self, self->statuses_sheet, row, KKR_GUARANTEE_STATUSES_SPECIAL_TARIFF,
                  kkr_sheet_get_text (self->statuses_sheet, row, KKR_GUARANTEE_STATUSES_PLACE));
  for (guint row = 0; row < kkr_sheet_get_n_rows (self->tariffs_sheet); row++)
    check_tariff (self, self->tariffs_sheet, row, KKR_GUARANTEE_TARIFFS_TARIFF,
                  kkr_sheet_get_text (self->tariffs_sheet, row, KKR_GUARANTEE_TARIFFS_PLACE));
  part_periods (self, self->statuses_sheet, self->statuses, rule);
  part_periods (self, self->tariffs_sheet, self->tariffs, KKR_SHARED_DAY_REFUSE);
  index_periods (self);
  find_starts (self);
  if (!kkr_guarantee_plan_is_bad (self))
    find_settlement (self);
}
