/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-secured-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error-private.h>
#include <libkkr/base/kkr-format-private.h>
#include <libkkr/register/kkr-fact-private.h>

static void
clear_step (gpointer item)
{
  KkrSecuredStep *step = item;

  g_free (step->name);
}

void
kkr_secured_free (KkrSecured *self)
{
  g_clear_pointer (&self->start, kkr_sheet_free);
  g_clear_pointer (&self->inflow, kkr_sheet_free);
  g_clear_pointer (&self->stays, kkr_sheet_free);
  g_clear_pointer (&self->steps, kkr_sheet_free);
  g_clear_pointer (&self->named_steps, g_array_unref);
  g_free (self->step_of_row);
  g_clear_pointer (&self->step_numbers, g_hash_table_unref);
  g_clear_object (&self->horizon_fact);
  g_clear_object (&self->western_places);
  g_clear_object (&self->western_low);
  g_clear_object (&self->western_high);
  g_free (self);
}

const KkrSecuredStep *
kkr_secured_get_step (const KkrSecured *self, guint step)
{
  return &g_array_index (self->named_steps, KkrSecuredStep, step);
}

int
kkr_secured_find_group (const KkrSecured *self, int group)
{
  for (guint i = 0; i < self->n_groups; i++)
    if ((int) self->groups[i] == group)
      return (int) i;
  return -1;
}

guint
kkr_secured_find_step (const KkrSecured *self, const char *name)
{
  g_autofree char *folded = kkr_text_fold (name);
  gpointer number;

  return g_hash_table_lookup_extended (self->step_numbers, folded, NULL, &number)
           ? GPOINTER_TO_UINT (number) : KKR_SECURED_NO_ROW;
}

/* Those of whom somebody is there or arrives. */
static void
list_groups (KkrSecured *self)
{
  gboolean present[KKR_SECURED_GROUP_REMAND + 1] = { FALSE };
  guint start_row[KKR_SECURED_GROUP_REMAND + 1];

  for (guint i = 0; i < G_N_ELEMENTS (start_row); i++)
    start_row[i] = KKR_SECURED_NO_ROW;
  for (guint row = 0; row < kkr_sheet_get_n_rows (self->start); row++)
    {
      const int group = kkr_sheet_get_choice (self->start, row, KKR_SECURED_START_GROUP);

      present[group] = TRUE;
      start_row[group] = row;
    }
  for (guint row = 0; row < kkr_sheet_get_n_rows (self->inflow); row++)
    present[kkr_sheet_get_choice (self->inflow, row, KKR_SECURED_INFLOW_GROUP)] = TRUE;
  for (int group = KKR_SECURED_GROUP_TYPE_1; group <= KKR_SECURED_GROUP_REMAND; group++)
    if (present[group])
      {
        self->start_rows[self->n_groups] = start_row[group];
        self->groups[self->n_groups++] = (KkrSecuredGroup) group;
      }
}

static guint
add_step (KkrSecured *self, const char *name, gboolean western)
{
  const KkrSecuredStep step = {
    .name = g_strstrip (g_strdup (name)), .western = western, .first_year = G_MAXINT32,
    .cost = G_MININT64, .cost_high = G_MININT64,
  };

  g_array_append_val (self->named_steps, step);
  return self->named_steps->len - 1;
}

static void
add_cost (gint64 cost, gint64 *sum)
{
  if (cost != G_MININT64)
    *sum = (*sum == G_MININT64 ? 0 : *sum) + cost;
}

static void
add_step_row (KkrSecured *self, guint row)
{
  KkrSheet *sheet = self->steps;
  const char *name = kkr_sheet_get_text (sheet, row, KKR_SECURED_STEP_NAME);
  const gint64 year = kkr_sheet_get_whole (sheet, row, KKR_SECURED_STEP_YEAR);
  const gint64 low = kkr_sheet_get_amount (sheet, row, KKR_SECURED_STEP_COST);
  const gint64 high = kkr_sheet_get_amount (sheet, row, KKR_SECURED_STEP_COST_HIGH);
  guint at = kkr_secured_find_step (self, name);
  KkrSecuredStep *step;

  if (at == KKR_SECURED_NO_ROW)
    {
      at = add_step (self, name, FALSE);
      g_hash_table_insert (self->step_numbers, kkr_text_fold (name), GUINT_TO_POINTER (at));
    }
  self->step_of_row[row] = at;
  step = &g_array_index (self->named_steps, KkrSecuredStep, at);
  step->first_year = (gint32) MIN (step->first_year, year);
  if (kkr_sheet_has (sheet, row, KKR_SECURED_STEP_SECURED))
    step->places += kkr_sheet_get_whole (sheet, row, KKR_SECURED_STEP_SECURED);
  if (kkr_sheet_has (sheet, row, KKR_SECURED_STEP_OPEN))
    step->places += kkr_sheet_get_whole (sheet, row, KKR_SECURED_STEP_OPEN);
  add_cost (low, &step->cost);
  add_cost (high != G_MININT64 ? high : low, &step->cost_high);
}

static KkrFact *
look_up (const KkrSecured *self, const char *key, KkrUnit unit, GError **error)
{
  /* The plan is of a year, and what the register says of it is said of that year. */
  g_autofree char *day = g_strdup_printf (
    "%04d-12-31", kkr_calculator_get_int (self->calculator, "plan-year"));
  KkrFact *fact = kkr_register_lookup (self->reg, key, day,
                                       kkr_calculator_get_text (self->calculator, "known-on"),
                                       error);

  if (fact != NULL && !kkr_fact_check_number (fact, unit, error))
    g_clear_object (&fact);
  return fact;
}

/* A number of places, and not one of an overlay that is none. */
static gboolean
check_western (KkrFact *fact, GError **error)
{
  const KkrRational *places = kkr_fact_get_rational (fact);

  return (places->den == 1 && places->num >= 0 && places->num <= KKR_SECURED_MAX_PLACES)
         || kkr_refuse (error, KKR_CALC_ERROR_OUT_OF_RANGE,
                        _("%s: %s found, a whole number of places expected"),
                        kkr_fact_get_key (fact), kkr_fact_get_printed (fact));
}

/* The offer in the west is as the register has it; what it says holds for its own year. */
static gboolean
read_western (KkrSecured *self, GError **error)
{
  KkrSecuredStep *step;
  guint at;

  self->western_year = kkr_calculator_get_int (self->calculator, "western-year");
  self->western_places = look_up (self, "secured-places/western-option", KKR_UNIT_PLACES,
                                  error);
  if (self->western_places == NULL || !check_western (self->western_places, error))
    return FALSE;
  self->western_low = look_up (self, "secured-places/western-option-cost-low", KKR_UNIT_AMOUNT,
                               error);
  if (self->western_low == NULL)
    return FALSE;
  self->western_high = look_up (self, "secured-places/western-option-cost-high", KKR_UNIT_AMOUNT,
                                error);
  if (self->western_high == NULL)
    return FALSE;
  at = add_step (self, "", TRUE);
  step = &g_array_index (self->named_steps, KkrSecuredStep, at);
  step->first_year = self->western_year;
  step->places = (gint64) kkr_fact_get_rational (self->western_places)->num;
  if (self->western_year <= self->last_year)
    step->secured = step->places;
  step->cost = kkr_fact_get_amount (self->western_low);
  step->cost_high = kkr_fact_get_amount (self->western_high);
  return TRUE;
}

KkrFact *
kkr_secured_look_up_horizon (KkrCalculator *calculator, int *horizon, GError **error)
{
  KkrSecured self = { .calculator = calculator,
                      .reg = kkr_calculator_get_register (calculator) };
  KkrFact *fact = look_up (&self, "secured-places/planning-horizon", KKR_UNIT_NONE,
                           error);
  const KkrRational *value = fact != NULL ? kkr_fact_get_rational (fact) : NULL;

  if (value != NULL)
    *horizon = (int) CLAMP (value->num / value->den, 0, G_MAXINT32);
  return fact;
}

/* The horizon is what is given, else the register's; the last year is what is given, else that. */
static gboolean
read_years (KkrSecured *self, GError **error)
{
  KkrCalculator *calculator = self->calculator;
  const gboolean has_last = kkr_calculator_is_assigned (calculator, "last-year");

  self->first_year = kkr_calculator_get_int (calculator, "first-year");
  self->last_year = kkr_calculator_get_int (calculator, "last-year");
  self->horizon = kkr_calculator_get_int (calculator, "horizon");
  if (!kkr_calculator_is_assigned (calculator, "horizon") && self->reg != NULL)
    {
      g_autoptr (GError) unknown = NULL;

      self->horizon_fact = kkr_secured_look_up_horizon (calculator, &self->horizon, &unknown);
      if (self->horizon_fact == NULL && !has_last)
        {
          g_propagate_error (error, g_steal_pointer (&unknown));
          return FALSE;
        }
    }
  if (!has_last)
    self->last_year = self->horizon;
  if (self->horizon == 0)
    self->horizon = self->last_year;
  self->n_years = (guint) CLAMP (self->last_year - self->first_year + 1, 1, KKR_COHORT_MAX_YEARS);
  return TRUE;
}

static gboolean
open_sheets (KkrSecured *self, GError **error)
{
  return (self->start = kkr_calculator_open_sheet (self->calculator, "start", error)) != NULL
         && (self->inflow = kkr_calculator_open_sheet (self->calculator, "inflow", error)) != NULL
         && (self->stays = kkr_calculator_open_sheet (self->calculator, "stays", error)) != NULL
         && (self->steps = kkr_calculator_open_sheet (self->calculator, "steps", error)) != NULL;
}

static void
read_takeover (KkrSecured *self)
{
  self->takeover_year = kkr_calculator_is_assigned (self->calculator, "state-takes-remand")
                          ? kkr_calculator_get_int (self->calculator, "state-takes-remand")
                          : G_MAXINT;
  self->takeover = (KkrRemandTakeover) kkr_calculator_get_enum (self->calculator,
                                                                "remand-takeover");
  self->rounding = (KkrRoundingMode) kkr_calculator_get_enum (self->calculator, "rounding");
}

KkrSecured *
kkr_secured_new (KkrCalculator *calculator, GError **error)
{
  g_autoptr (KkrSecured) self = g_new0 (KkrSecured, 1);

  self->calculator = calculator;
  self->reg = kkr_calculator_get_register (calculator);
  self->western_year = G_MAXINT;
  self->named_steps = g_array_new (FALSE, TRUE, sizeof (KkrSecuredStep));
  g_array_set_clear_func (self->named_steps, clear_step);
  self->step_numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!read_years (self, error) || !open_sheets (self, error))
    return NULL;
  read_takeover (self);
  list_groups (self);
  self->step_of_row = g_new0 (guint, (gsize) kkr_sheet_get_n_rows (self->steps) + 1);
  for (guint row = 0; row < kkr_sheet_get_n_rows (self->steps); row++)
    add_step_row (self, row);
  if (kkr_calculator_is_assigned (calculator, "western-year") && !read_western (self, error))
    return NULL;
  return g_steal_pointer (&self);
}
