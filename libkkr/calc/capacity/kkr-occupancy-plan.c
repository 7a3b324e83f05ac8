/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-occupancy-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-format-private.h>

void
kkr_occupancy_plan_fault (KkrOccupancyPlan *self, const char *input, KkrCalcError code,
                          const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  kkr_calculator_report (self->calculator, input, code, text);
  if (self->fault == NULL)
    g_set_error (&self->fault, KKR_CALC_ERROR, (int) code, "%s: %s", input, text);
}

void
kkr_occupancy_plan_fault_at (KkrOccupancyPlan *self, KkrSheet *sheet, guint row, guint column,
                             KkrCalcError code, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  kkr_sheet_report (sheet, self->calculator, row, column, code, text);
  if (self->fault == NULL)
    {
      g_autofree char *place = kkr_sheet_place (sheet, row, column);

      g_set_error (&self->fault, KKR_CALC_ERROR, (int) code, "%s: %s", place, text);
    }
}

static void
names_init (KkrOccupancyNames *self)
{
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->by_text = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_fold = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
names_clear (KkrOccupancyNames *self)
{
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  g_clear_pointer (&self->by_text, g_hash_table_unref);
  g_clear_pointer (&self->by_fold, g_hash_table_unref);
}

/* The number of what `text` is called; `name` is that, where it is something else. */
static gint32
names_add (KkrOccupancyNames *self, const char *text, const char *name)
{
  g_autofree char *folded = kkr_text_fold (name);
  gpointer number;

  if (!g_hash_table_lookup_extended (self->by_fold, folded, NULL, &number))
    {
      number = GUINT_TO_POINTER (self->texts->len);
      g_ptr_array_add (self->texts, g_strstrip (g_strdup (name)));
      g_hash_table_insert (self->by_fold, g_steal_pointer (&folded), number);
    }
  g_hash_table_insert (self->by_text, g_strdup (text), number);
  return GPOINTER_TO_INT (number);
}

gint32
kkr_occupancy_names_find (KkrOccupancyNames *self, const char *text)
{
  gpointer number;

  if (g_hash_table_lookup_extended (self->by_text, text, NULL, &number))
    return GPOINTER_TO_INT (number);
  return names_add (self, text, text);
}

gint32
kkr_occupancy_names_look_up (const KkrOccupancyNames *self, const char *text)
{
  g_autofree char *folded = NULL;
  gpointer number;

  if (g_hash_table_lookup_extended (self->by_text, text, NULL, &number))
    return GPOINTER_TO_INT (number);
  folded = kkr_text_fold (text);
  return g_hash_table_lookup_extended (self->by_fold, folded, NULL, &number)
           ? GPOINTER_TO_INT (number) : -1;
}

const char *
kkr_occupancy_names_get (const KkrOccupancyNames *self, gint32 name)
{
  return self->texts->pdata[name];
}

gint32
kkr_occupancy_plan_find_payer (KkrOccupancyPlan *self, const char *text)
{
  g_autoptr (KkrMunicipality) found = NULL;
  gpointer number;

  if (g_hash_table_lookup_extended (self->payer_names.by_text, text, NULL, &number))
    return GPOINTER_TO_INT (number);
  if (self->reg != NULL)
    found = kkr_register_find_municipality (self->reg, text, NULL);
  return names_add (&self->payer_names, text,
                    found != NULL ? kkr_municipality_get_name (found) : text);
}

static void
check_count (KkrOccupancyPlan *self, const char *input, gint64 found, gint64 least, gint64 most)
{
  if (kkr_calculator_is_assigned (self->calculator, input) && (found < least || found > most))
    kkr_occupancy_plan_fault (self, input, KKR_CALC_ERROR_OUT_OF_RANGE,
                              _("%lld found, %lld to %lld expected"), (long long) found,
                              (long long) least, (long long) most);
}

static void
check_scalars (KkrOccupancyPlan *self)
{
  const KkrRational none = KKR_RATIONAL_ZERO, all = KKR_RATIONAL_INT (100);
  const gint64 tariff = kkr_calculator_get_amount (self->calculator, "tariff");

  if (kkr_rational_compare (&self->terms.percent, &none) < 0
      || kkr_rational_compare (&self->terms.percent, &all) > 0)
    {
      g_autofree char *found = kkr_message_number (&self->terms.percent);

      kkr_occupancy_plan_fault (self, "vacancy-percent", KKR_CALC_ERROR_OUT_OF_RANGE,
                                _("no part of the tariff: %s per cent found, 0 to 100 expected"),
                                found);
    }
  if (tariff < 0)
    {
      g_autofree char *found = kkr_message_amount (tariff);

      kkr_occupancy_plan_fault (self, "tariff", KKR_CALC_ERROR_OUT_OF_RANGE,
                                _("a negative tariff: %s found, 0 or more expected"), found);
    }
  check_count (self, "rounding-unit", self->terms.rounding_unit, 1, G_MAXINT32);
  check_count (self, "capacity", kkr_calculator_get_int (self->calculator, "capacity"), 0,
               KKR_OCC_MAX_PLACES);
}

/* Which inputs belong together. */
static void
check_choice (KkrOccupancyPlan *self)
{
  KkrCalculator *calculator = self->calculator;
  const gboolean places = kkr_calculator_is_assigned (calculator, "places");
  const gboolean placements = kkr_calculator_is_assigned (calculator, "placements");
  const gboolean counts = kkr_calculator_is_assigned (calculator, "counts");

  if (places != placements)
    kkr_occupancy_plan_fault (self, places ? "placements" : "places", KKR_CALC_ERROR_MISSING_INPUT,
                              _("missing: only one of the lists of places and placements found, "
                                "both expected"));
  if ((places || placements) && counts)
    kkr_occupancy_plan_fault (self, "counts", KKR_CALC_ERROR_INCONSISTENT,
                              _("both lists and counts found, the lists places and placements or "
                                "else counts expected"));
  if ((places || placements) && self->terms.last < self->terms.first
      && !kkr_calculator_is_assigned (calculator, "first-day")
      && !kkr_calculator_is_assigned (calculator, "last-day"))
    kkr_occupancy_plan_fault (self, "first-day", KKR_CALC_ERROR_MISSING_INPUT,
                              _("missing: lists of places and no days found, first-day and "
                                "last-day expected"));
  if (!places && !placements && !counts && !kkr_calculator_is_assigned (calculator, "refusals")
      && !kkr_calculator_is_assigned (calculator, "demand")
      && !kkr_calculator_is_assigned (calculator, "requests"))
    kkr_occupancy_plan_fault (self, "counts", KKR_CALC_ERROR_MISSING_INPUT,
                              _("missing: nothing to count found; counts, or places and "
                                "placements, or refusals, or requests expected"));
}

static gboolean
open_sheets (KkrOccupancyPlan *self, GError **error)
{
  struct {
    const char *input;
    KkrSheet **sheet;
  } sheets[] = { { "places", &self->places }, { "placements", &self->placements },
                 { "counts", &self->counts }, { "municipalities", &self->municipalities },
                 { "refusals", &self->refusals }, { "demand", &self->demand } };

  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      *sheets[i].sheet = kkr_calculator_open_sheet (self->calculator, sheets[i].input, error);
      if (*sheets[i].sheet == NULL)
        return FALSE;
    }
  return TRUE;
}

static KkrOccupancyPlan *
plan_new (KkrCalculator *calculator)
{
  KkrOccupancyPlan *self = g_new0 (KkrOccupancyPlan, 1);

  self->calculator = calculator;
  self->reg = kkr_calculator_get_register (calculator);
  names_init (&self->offer_names);
  names_init (&self->place_names);
  names_init (&self->payer_names);
  names_init (&self->person_names);
  self->spells = g_array_new (FALSE, TRUE, sizeof (KkrOccupancySpell));
  self->stays = g_array_new (FALSE, TRUE, sizeof (KkrOccupancyStay));
  self->offers = g_array_new (FALSE, TRUE, sizeof (KkrOccupancyOffer));
  self->payers = g_array_new (FALSE, TRUE, sizeof (KkrOccupancyPayer));
  self->demands = g_array_new (FALSE, TRUE, sizeof (KkrOccupancyDemand));
  self->refusal_rows = g_array_new (FALSE, TRUE, sizeof (KkrOccupancyRefusal));
  return self;
}

/* What is wrong stays a fault, of which the first ends the rest: later parts rely on it. */
static gboolean
compute (KkrOccupancyPlan *self, GCancellable *cancellable, GError **error)
{
  check_scalars (self);
  check_choice (self);
  if (self->fault != NULL)
    return TRUE;
  kkr_occupancy_plan_read_places (self);
  kkr_occupancy_plan_check_persons (self);
  if (self->fault == NULL && !kkr_occupancy_plan_read_stays (self, cancellable, error))
    return FALSE;
  if (self->fault == NULL)
    kkr_occupancy_plan_sum_offers (self);
  kkr_occupancy_plan_read_counts (self);
  if (self->fault == NULL)
    kkr_occupancy_plan_sum_costs (self);
  if (self->fault == NULL)
    kkr_occupancy_plan_read_payers (self);
  kkr_occupancy_plan_read_refusals (self);
  return kkr_occupancy_plan_read_demand (self, cancellable, error);
}

KkrOccupancyPlan *
kkr_occupancy_plan_new (KkrCalculator *calculator, gboolean is_check, GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (KkrOccupancyPlan) self = plan_new (calculator);

  self->is_check = is_check;
  if (!kkr_occupancy_terms_read (self, error) || !open_sheets (self, error))
    return NULL;
  return compute (self, cancellable, error) ? g_steal_pointer (&self) : NULL;
}

void
kkr_occupancy_plan_free (KkrOccupancyPlan *self)
{
  g_clear_pointer (&self->places, kkr_sheet_free);
  g_clear_pointer (&self->placements, kkr_sheet_free);
  g_clear_pointer (&self->counts, kkr_sheet_free);
  g_clear_pointer (&self->municipalities, kkr_sheet_free);
  g_clear_pointer (&self->refusals, kkr_sheet_free);
  g_clear_pointer (&self->demand, kkr_sheet_free);
  names_clear (&self->offer_names);
  names_clear (&self->place_names);
  names_clear (&self->payer_names);
  names_clear (&self->person_names);
  g_free (self->row_places);
  g_free (self->row_offers);
  g_free (self->order);
  g_free (self->place_starts);
  g_free (self->row_spells);
  g_clear_pointer (&self->spells, g_array_unref);
  g_clear_pointer (&self->stays, g_array_unref);
  g_clear_pointer (&self->offers, g_array_unref);
  g_clear_pointer (&self->payers, g_array_unref);
  g_clear_pointer (&self->demands, g_array_unref);
  g_clear_pointer (&self->refusal_rows, g_array_unref);
  g_clear_error (&self->fault);
  g_free (self);
}
