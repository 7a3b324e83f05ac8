/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-secured-bills-private.h>
#include <libkkr/calc/capacity/kkr-secured-chance-private.h>
#include <libkkr/calc/capacity/kkr-secured-check-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-number-private.h>

static gboolean G_GNUC_PRINTF (4, 5)
refuse (KkrCalculator *calculator, const char *input, KkrCalcError code, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  kkr_calculator_report (calculator, input, code, text);
  return FALSE;
}

static gboolean
check_year (KkrCalculator *calculator, const char *input)
{
  const int year = kkr_calculator_get_int (calculator, input);

  if (!kkr_calculator_is_assigned (calculator, input)
      || (year >= KKR_SECURED_FIRST_YEAR && year <= KKR_SECURED_LAST_YEAR))
    return TRUE;
  return refuse (calculator, input, KKR_CALC_ERROR_OUT_OF_RANGE,
                 _("no such year: %d found, a year such as 2030 expected"), year);
}

static gboolean
check_places (KkrCalculator *calculator, const char *input)
{
  const int places = kkr_calculator_get_int (calculator, input);

  if (places >= 0 && places <= KKR_SECURED_MAX_PLACES)
    return TRUE;
  return refuse (calculator, input, KKR_CALC_ERROR_OUT_OF_RANGE,
                 _("no such number of places: %d found, 0 to %d expected"), places,
                 KKR_SECURED_MAX_PLACES);
}

/* Where the last year is not given, the register says how far the plan reaches. */
static gboolean
find_last (KkrCalculator *calculator, int *last, const char **input)
{
  static const char *const names[] = { "last-year", "horizon" };
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrFact) fact = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (kkr_calculator_is_assigned (calculator, names[i]))
      {
        *input = names[i];
        *last = kkr_calculator_get_int (calculator, names[i]);
        return TRUE;
      }
  *input = "last-year";
  if (kkr_calculator_get_register (calculator) == NULL)
    return refuse (calculator, "last-year", KKR_CALC_ERROR_MISSING_INPUT,
                   _("missing: no value and no register found, the last year or a register with "
                     "the year of the plan expected"));
  fact = kkr_secured_look_up_horizon (calculator, last, &error);
  return fact != NULL || refuse (calculator, "last-year", KKR_CALC_ERROR_MISSING_INPUT,
                                 _("missing: %s; a value expected"), error->message);
}

static gboolean
check_span (KkrCalculator *calculator)
{
  const int first = kkr_calculator_get_int (calculator, "first-year");
  const int horizon = kkr_calculator_get_int (calculator, "horizon");
  const char *input = NULL;
  int last = 0;

  if (!find_last (calculator, &last, &input)
      || !kkr_calculator_is_assigned (calculator, "first-year"))
    return FALSE;
  if (last < first)
    return refuse (calculator, input, KKR_CALC_ERROR_INCONSISTENT,
                   _("the years end before they begin: %d found, %d or later expected"), last,
                   first);
  if (last - first >= KKR_COHORT_MAX_YEARS)
    return refuse (calculator, input, KKR_CALC_ERROR_INCONSISTENT,
                   _("too many years: %d to %d found, %d years at most expected"), first, last,
                   KKR_COHORT_MAX_YEARS);
  if (kkr_calculator_is_assigned (calculator, "horizon") && horizon < first)
    return refuse (calculator, "horizon", KKR_CALC_ERROR_INCONSISTENT,
                   _("the plan ends before it begins: %d found, %d or later expected"), horizon,
                   first);
  return TRUE;
}

static gboolean
check_scalars (KkrCalculator *calculator)
{
  static const char *const years[] = { "first-year", "last-year", "horizon", "state-takes-remand",
                                       "western-year", "plan-year" };
  gboolean good = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    good &= check_year (calculator, years[i]);
  good &= check_places (calculator, "secured-places");
  good &= check_places (calculator, "open-places");
  if (kkr_calculator_is_assigned (calculator, "western-year")
      && kkr_calculator_get_register (calculator) == NULL)
    good = refuse (calculator, "register", KKR_CALC_ERROR_MISSING_INPUT,
                   _("missing: western-year and no register found, the register that has the "
                     "offer in the west expected"));
  return good && check_span (calculator);
}

/* The first year of a group that has no length of its stays, or whose inflow is no number. */
static gboolean
check_group (const KkrSecured *plan, const KkrSecuredCase *taken, guint group)
{
  const char *name = kkr_secured_message_name (plan->groups[group]);

  for (guint at = 0; at < plan->n_years; at++)
    {
      const KkrSecuredRows *rows = &taken->rows[(gsize) at * plan->n_groups + group];
      const KkrRational one = KKR_RATIONAL_INT (1);
      const KkrRational present = kkr_secured_get_present (plan->stays, rows->length);
      const int year = plan->first_year + (int) at;

      if (rows->length == KKR_SECURED_NO_ROW)
        return refuse (plan->calculator, "stays", KKR_CALC_ERROR_MISSING_INPUT,
                       _("%s in %d: no length of stay found, length or ended expected"), name,
                       year);
      if (kkr_rational_compare (&present, &one) < 0
          && taken->model.to_open[(gsize) at * plan->n_groups + group].num > 0)
        {
          g_autofree char *found = kkr_message_number (&present);

          return kkr_secured_report (
            plan->calculator, plan->stays, rows->length, KKR_SECURED_STAY_LENGTH,
            KKR_CALC_ERROR_INCONSISTENT,
            _("%s in %d: a stay too short to be discharged from: %s years found, 1 or more "
              "expected where some move to open places"), name, year, found);
        }
    }
  return TRUE;
}

static void
check_inflow (const KkrSecured *plan, const KkrSecuredCase *taken, guint group)
{
  static const guint columns[] = { KKR_SECURED_INFLOW_PERSONS, KKR_SECURED_INFLOW_OPEN_PERSONS };
  const char *name = kkr_secured_message_name (plan->groups[group]);

  for (guint at = 0; at < plan->n_years; at++)
    for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
      {
        const guint row = taken->rows[(gsize) at * plan->n_groups + group].inflow;
        const int year = plan->first_year + (int) at;
        KkrRational persons;
        g_autofree char *found = NULL;

        if (row == KKR_SECURED_NO_ROW
            || kkr_secured_get_arrivals (plan, row, year, columns[i], &persons))
          continue;
        found = kkr_message_number (&persons);
        kkr_secured_report (plan->calculator, plan->inflow, row, columns[i],
                            KKR_CALC_ERROR_OUT_OF_RANGE,
                            _("%s in %d: no such inflow: %s persons found, 0 to %d expected"), name,
                            year, found, KKR_COHORT_MAX_PERSONS);
        return;
      }
}

static gboolean
check_totals (const KkrSecured *plan, const KkrSecuredCase *taken)
{
  const gboolean bounded = kkr_calculator_is_assigned (plan->calculator, "open-places");

  for (guint at = 0; at < plan->n_years; at++)
    {
      const gint32 open = bounded ? taken->model.open_places[at] : 0;

      if (MIN (taken->model.secured_places[at], open) < 0)
        return refuse (plan->calculator, "steps", KKR_CALC_ERROR_INCONSISTENT,
                       _("fewer places than none in %d after %u steps: %d found, 0 or more "
                         "expected"), plan->first_year + (int) at, taken->n_steps,
                       MIN (taken->model.secured_places[at], open));
    }
  return TRUE;
}

/* A row of a step holds from the year it says, or else from the year of the step: of two from one
 * year it would not be clear which holds. */
static gboolean
check_stay_year (const KkrSecured *plan, guint row, guint step, GHashTable *seen)
{
  const gint64 year = kkr_sheet_has (plan->stays, row, KKR_SECURED_STAY_YEAR)
                        ? kkr_sheet_get_whole (plan->stays, row, KKR_SECURED_STAY_YEAR)
                        : kkr_secured_get_step (plan, step)->first_year;
  const int group = kkr_sheet_get_choice (plan->stays, row, KKR_SECURED_STAY_GROUP);

  return kkr_secured_check_once (plan->calculator, plan->stays, row, seen,
                                 ((gint64) step * 10000 + year) * 10 + group);
}

static gboolean
check_stay_steps (const KkrSecured *plan)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gboolean good = TRUE;

  for (guint row = 0; row < kkr_sheet_get_n_rows (plan->stays); row++)
    {
      const char *name = kkr_sheet_get_text (plan->stays, row, KKR_SECURED_STAY_STEP);
      const guint step = name != NULL ? kkr_secured_find_step (plan, name) : KKR_SECURED_NO_ROW;
      g_autofree char *quoted = kkr_text_quote (name);

      if (step != KKR_SECURED_NO_ROW)
        good &= check_stay_year (plan, row, step, seen);
      else if (name != NULL)
        good = kkr_secured_report (plan->calculator, plan->stays, row, KKR_SECURED_STAY_STEP,
                                   KKR_CALC_ERROR_INCONSISTENT,
                                   _("no such step: %s found, one of the steps expected"), quoted);
    }
  return good;
}

static gboolean
check_taken (const KkrSecured *plan, guint n_steps)
{
  g_autoptr (KkrSecuredCase) taken = kkr_secured_case_new (plan, n_steps, TRUE);
  gboolean good = check_totals (plan, taken);

  for (guint group = 0; group < plan->n_groups; group++)
    good &= check_group (plan, taken, group);
  for (guint group = 0; group < plan->n_groups && n_steps == 0; group++)
    check_inflow (plan, taken, group);
  return good;
}

static void
check_plan (KkrCalculator *calculator)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrSecured) plan = kkr_secured_new (calculator, &error);
  gboolean good;

  if (plan == NULL)
    {
      refuse (calculator, "western-year", KKR_CALC_ERROR_MISSING_INPUT,
              _("missing: %s; a value expected"), error->message);
      return;
    }
  good = check_stay_steps (plan);
  for (guint n_steps = 0; good && n_steps <= plan->named_steps->len; n_steps++)
    good = check_taken (plan, n_steps);
}

void
kkr_secured_check (KkrCalculator *calculator)
{
  gboolean good = check_scalars (calculator);

  good &= kkr_secured_check_start (calculator);
  good &= kkr_secured_check_inflow (calculator);
  good &= kkr_secured_check_stays (calculator);
  good &= kkr_secured_check_steps (calculator);
  kkr_secured_bills_check (calculator);
  kkr_secured_check_chance (calculator);
  if (good && kkr_calculator_is_assigned (calculator, "secured-places"))
    check_plan (calculator);
}
