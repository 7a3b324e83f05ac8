/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-occupancy-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-number-private.h>

/* Of a load that is no fraction that fits. */
#define LOAD_DECIMALS G_GINT64_CONSTANT (1000000000)

/* A number of places that nobody says, or that is no whole number. */
#define UNKNOWN G_MININT64

/* Where a number is from: a cell of `demand`, or an input. */
typedef struct {
  KkrOccupancyPlan *plan;
  guint row; /* KKR_OCC_NONE: of all offers */
  char *name;
  gint64 steps; /* places that were gone through so far */
  gint64 *open_places; /* by offer, and then of all, or UNKNOWN */
} Reading;

static void G_GNUC_PRINTF (5, 6)
fault (Reading *reading, guint column, const char *input, KkrCalcError code, const char *format,
       ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  if (reading->row != KKR_OCC_NONE)
    kkr_occupancy_plan_fault_at (reading->plan, reading->plan->demand, reading->row, column, code,
                                 "%s: %s", reading->name, text);
  else
    kkr_occupancy_plan_fault (reading->plan, input, code, "%s", text);
}

/* FALSE where nobody says it. */
static gboolean
read_number (Reading *reading, guint column, const char *input, KkrRational *value)
{
  KkrOccupancyPlan *self = reading->plan;

  if (reading->row != KKR_OCC_NONE && kkr_sheet_has (self->demand, reading->row, column))
    {
      *value = kkr_sheet_get_number (self->demand, reading->row, column);
      return TRUE;
    }
  return kkr_calculator_is_assigned (self->calculator, input)
         && kkr_calculator_get_rational (self->calculator, input, value, NULL);
}

static gboolean
read_positive (Reading *reading, guint column, const char *input, KkrRational *value)
{
  g_autofree char *found = NULL;

  if (!read_number (reading, column, input, value))
    {
      fault (reading, column, input, KKR_CALC_ERROR_MISSING_INPUT,
             _("missing: no value found, one expected"));
      return FALSE;
    }
  if (value->num >= 0)
    return TRUE;
  found = kkr_message_number (value);
  fault (reading, column, input, KKR_CALC_ERROR_OUT_OF_RANGE, _("%s found, 0 or more expected"),
         found);
  return FALSE;
}

gboolean
kkr_occupancy_load (const KkrRational *requests, const KkrRational *stay, KkrRational *load,
                    gboolean *rounded)
{
  const KkrRational year = KKR_RATIONAL_INT (365), decimals = KKR_RATIONAL_INT (LOAD_DECIMALS);
  KkrErlang erlang;
  gint64 whole;

  *rounded = FALSE;
  if (!kkr_rational_multiply (requests, stay, load) || !kkr_rational_divide (load, &year, load))
    return FALSE;
  if (kkr_erlang_init (&erlang, load))
    return TRUE;
  *rounded = TRUE;
  return kkr_rational_multiply (load, &decimals, load)
         && kkr_rational_round (load, KKR_ROUNDING_MODE_HALF_AWAY, 1, &whole)
         && kkr_rational_init (load, whole, LOAD_DECIMALS) && kkr_erlang_init (&erlang, load);
}

/* Places that are open on the last day. */
static void
count_open_places (Reading *reading)
{
  const KkrOccupancyPlan *self = reading->plan;
  const guint n_offers = self->offer_names.texts->len;

  for (guint i = 0; i <= n_offers; i++)
    reading->open_places[i] = 0;
  for (guint i = 0; i < self->spells->len; i++)
    {
      const KkrOccupancySpell *spell = &g_array_index (self->spells, KkrOccupancySpell, i);

      if (spell->row == KKR_OCC_NONE || spell->until < self->terms.last)
        continue;
      reading->open_places[spell->offer]++;
      reading->open_places[n_offers]++;
    }
}

/* Those of the last year that is counted. */
static void
take_counted_places (Reading *reading)
{
  const KkrOccupancyPlan *self = reading->plan;
  const guint n_offers = self->offer_names.texts->len;
  g_autofree int *years = g_new0 (int, (gsize) n_offers + 1);
  gint64 *places = reading->open_places;

  for (guint i = 0; i <= n_offers; i++)
    places[i] = UNKNOWN;
  for (guint row = 0; row < self->offers->len; row++)
    {
      const KkrOccupancyOffer *offer = &g_array_index (self->offers, KkrOccupancyOffer, row);
      const KkrRational number = kkr_sheet_get_number (self->counts, offer->row,
                                                       KKR_OCC_COUNT_PLACES);

      if (offer->year < years[offer->offer])
        continue;
      years[offer->offer] = offer->year;
      places[offer->offer] = offer->has_places && number.den == 1 && number.num <= G_MAXINT32
                               ? (gint64) number.num : UNKNOWN;
    }
  for (guint i = 0; i < n_offers; i++)
    if (places[i] < 0)
      return;
  places[n_offers] = 0;
  for (guint i = 0; i < n_offers; i++)
    places[n_offers] += places[i];
}

/* FALSE with a fault; places stay unknown where only those that are needed are asked for. */
static gboolean
read_places (Reading *reading, KkrOccupancyDemand *demand)
{
  const KkrOccupancyPlan *self = reading->plan;
  const gint32 name = demand->offer != NULL ? kkr_occupancy_names_look_up (&self->offer_names,
                                                                           demand->offer)
                                            : (gint32) self->offer_names.texts->len;

  demand->places = UNKNOWN;
  if (reading->row != KKR_OCC_NONE
      && kkr_sheet_has (self->demand, reading->row, KKR_OCC_DEMAND_PLACES))
    demand->places = kkr_sheet_get_whole (self->demand, reading->row, KKR_OCC_DEMAND_PLACES);
  else if (kkr_calculator_is_assigned (self->calculator, "capacity"))
    demand->places = kkr_calculator_get_int (self->calculator, "capacity");
  else if (self->offers->len > 0 && name >= 0)
    demand->places = reading->open_places[name];
  demand->has_places = demand->places >= 0;
  if (demand->has_places ? demand->places <= KKR_OCC_MAX_PLACES
                         : demand->has_target && demand->places == UNKNOWN)
    return TRUE;
  if (demand->places == UNKNOWN)
    fault (reading, KKR_OCC_DEMAND_PLACES, "capacity", KKR_CALC_ERROR_MISSING_INPUT,
           _("missing: neither a number of places nor a highest chance found, one of them "
             "expected"));
  else
    fault (reading, KKR_OCC_DEMAND_PLACES, "capacity", KKR_CALC_ERROR_OUT_OF_RANGE,
           _("%lld places found, 0 to %lld expected"), (long long) demand->places,
           (long long) KKR_OCC_MAX_PLACES);
  return FALSE;
}

static gboolean
read_target (Reading *reading, KkrOccupancyDemand *demand)
{
  const KkrRational hundred = KKR_RATIONAL_INT (100), least = { 1, 1000000 };
  g_autofree char *found = NULL;

  demand->has_target = read_number (reading, KKR_OCC_DEMAND_TARGET, "target", &demand->target);
  if (!demand->has_target)
    return TRUE;
  if (kkr_rational_compare (&demand->target, &least) >= 0
      && kkr_rational_compare (&demand->target, &hundred) < 0)
    return kkr_rational_divide (&demand->target, &hundred, &demand->target);
  found = kkr_message_number (&demand->target);
  fault (reading, KKR_OCC_DEMAND_TARGET, "target", KKR_CALC_ERROR_OUT_OF_RANGE,
         _("%s per cent found, 0.000001 to less than 100 expected"), found);
  return FALSE;
}

static gboolean
read_load (Reading *reading, KkrOccupancyDemand *demand)
{
  const KkrRational most = KKR_RATIONAL_INT (KKR_OCC_MAX_LOAD);
  g_autofree char *found = NULL;

  if (!read_positive (reading, KKR_OCC_DEMAND_REQUESTS, "requests", &demand->requests)
      || !read_positive (reading, KKR_OCC_DEMAND_STAY, "stay", &demand->stay))
    return FALSE;
  if (!kkr_occupancy_load (&demand->requests, &demand->stay, &demand->load, &demand->rounded))
    {
      fault (reading, KKR_OCC_DEMAND_REQUESTS, "requests", KKR_CALC_ERROR_OVERFLOW,
             _("the load does not fit into 64 bits"));
      return FALSE;
    }
  if (!demand->has_target || kkr_rational_compare (&demand->load, &most) <= 0)
    return TRUE;
  found = kkr_message_number (&demand->load);
  fault (reading, KKR_OCC_DEMAND_REQUESTS, "requests", KKR_CALC_ERROR_OUT_OF_RANGE,
         _("a load of %s places found, %lld at most expected where the places needed are asked "
           "for"), found, (long long) KKR_OCC_MAX_LOAD);
  return FALSE;
}

/* The chance after `places`; 10^-20 where it is below. */
static void
find_chance (const KkrRational *load, gint64 places, KkrRational *chance, gboolean *is_small)
{
  KkrErlang erlang;
  KkrErlangNumber number;

  kkr_erlang_init (&erlang, load);
  while (erlang.n < places && erlang.x.exponent <= KKR_ERLANG_MAX_EXPONENT)
    kkr_erlang_add_place (&erlang);
  number = kkr_erlang_get_chance (&erlang);
  *is_small = !kkr_erlang_number_to_rational (&number, chance);
  if (*is_small)
    {
      number = (KkrErlangNumber) { 1, -20 };
      kkr_erlang_number_to_rational (&number, chance);
    }
}

static gboolean
solve (KkrOccupancyDemand *demand)
{
  const KkrRational one = KKR_RATIONAL_INT (1), places = KKR_RATIONAL_INT (demand->places);
  KkrRational served;

  if (demand->has_places)
    {
      find_chance (&demand->load, demand->places, &demand->chance, &demand->is_small);
      if (!kkr_rational_multiply (&demand->requests, &demand->chance, &demand->refused)
          || !kkr_rational_subtract (&one, &demand->chance, &served)
          || !kkr_rational_multiply (&demand->load, &served, &served))
        return FALSE;
      if (demand->places > 0 && !kkr_rational_divide (&served, &places, &demand->filled))
        return FALSE;
    }
  if (demand->has_target)
    {
      KkrErlangNumber chance;

      demand->needed = kkr_erlang_find_places (&demand->load, &demand->target,
                                               KKR_OCC_MAX_PLACES, &chance);
      if (demand->needed < 0 || !kkr_erlang_number_to_rational (&chance, &demand->chance_then))
        return FALSE;
    }
  return TRUE;
}

static void
read_row (Reading *reading, const char *offer)
{
  KkrOccupancyDemand demand = { .offer = offer, .filled = KKR_RATIONAL_ZERO };

  if (!(read_target (reading, &demand) & read_load (reading, &demand))
      || !read_places (reading, &demand))
    return;
  reading->steps += demand.has_places ? demand.places : 0;
  reading->steps += demand.has_target ? (gint64) (demand.load.num / demand.load.den) : 0;
  /* What is needed is bounded by the load, and a chance always fits: nothing is left to check. */
  if (reading->plan->is_check)
    return;
  if (!solve (&demand))
    fault (reading, KKR_OCC_DEMAND_REQUESTS, "requests", KKR_CALC_ERROR_OVERFLOW,
           _("the chance does not fit into the numbers that the library computes with"));
  else
    g_array_append_val (reading->plan->demands, demand);
}

static gboolean
read_rows (Reading *reading, GCancellable *cancellable, GError **error)
{
  KkrOccupancyPlan *self = reading->plan;
  const guint n = kkr_sheet_get_n_rows (self->demand);

  for (guint row = 0; row < n && reading->steps <= KKR_OCC_MAX_STEPS; row++)
    {
      const char *offer = kkr_sheet_get_text (self->demand, row, KKR_OCC_DEMAND_OFFER);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      reading->row = row;
      reading->name = kkr_text_quote (offer);
      read_row (reading, offer);
      g_clear_pointer (&reading->name, g_free);
    }
  if (n == 0)
    read_row (reading, NULL);
  if (reading->steps > KKR_OCC_MAX_STEPS)
    kkr_occupancy_plan_fault (self, "demand", KKR_CALC_ERROR_OUT_OF_RANGE,
                              _("too much to compute: more than %d places in all rows found, "
                                "fewer expected"), KKR_OCC_MAX_STEPS);
  return TRUE;
}

gboolean
kkr_occupancy_plan_read_demand (KkrOccupancyPlan *self, GCancellable *cancellable, GError **error)
{
  g_autofree gint64 *places = g_new (gint64, (gsize) self->offer_names.texts->len + 1);
  Reading reading = { .plan = self, .row = KKR_OCC_NONE, .open_places = places };

  if (kkr_sheet_get_n_rows (self->demand) == 0
      && !kkr_calculator_is_assigned (self->calculator, "requests")
      && !kkr_calculator_is_assigned (self->calculator, "capacity")
      && !kkr_calculator_is_assigned (self->calculator, "target"))
    return TRUE;
  if (self->spells->len > 0)
    count_open_places (&reading);
  else
    take_counted_places (&reading);
  return read_rows (&reading, cancellable, error);
}
