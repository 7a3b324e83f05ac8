/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/settlement/kkr-carry-bridge-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/calc/kkr-calculator-private.h>

#define FIRST_YEAR 1900
#define LAST_YEAR 2999
#define MAX_DELAY 50

static void G_GNUC_PRINTF (4, 5)
refuse (KkrCalculator *self, const char *input, KkrCalcError code, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  kkr_calculator_report (self, input, code, text);
}

static void
check_percents (KkrCalculator *self)
{
  static const char *const names[] = { "percent-carried", "percent-of-deficit", "limit-percent",
                                       "variable-percent" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const gdouble percent = kkr_calculator_get_number (self, names[i]);
      char found[G_ASCII_DTOSTR_BUF_SIZE];

      if (percent < 0.0 || percent > 100.0)
        refuse (self, names[i], KKR_CALC_ERROR_OUT_OF_RANGE,
                _("no part of a whole: %s per cent found, 0 to 100 expected"),
                g_ascii_dtostr (found, sizeof found, percent));
    }
}

static void
check_delay (KkrCalculator *self, const char *name, int least)
{
  const int years = kkr_calculator_get_int (self, name);

  if (years < least || years > MAX_DELAY)
    refuse (self, name, KKR_CALC_ERROR_OUT_OF_RANGE,
            _("no such delay: %d years found, %d to %d expected"), years, least, MAX_DELAY);
}

static void
check_amounts (KkrCalculator *self)
{
  static const char *const units[] = { "unit", "tariff-unit" };
  const gint64 limit = kkr_calculator_get_amount (self, "limit");
  g_autofree char *found = kkr_message_amount (limit);

  if (limit < 0)
    refuse (self, "limit", KKR_CALC_ERROR_OUT_OF_RANGE,
            _("a negative amount: %s found, 0 or more expected"), found);
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      const gint64 unit = kkr_calculator_get_amount (self, units[i]);
      g_autofree char *size = kkr_message_amount (unit);

      if (unit <= 0)
        refuse (self, units[i], KKR_CALC_ERROR_OUT_OF_RANGE,
                _("nothing to round to: %s found, 1 øre or more expected"), size);
    }
}

static void
check_rules (KkrCalculator *self)
{
  check_percents (self);
  check_delay (self, "delay", 1);
  check_delay (self, "correction-delay", 0);
  check_amounts (self);
  if (kkr_calculator_is_assigned (self, "limit") &&
      kkr_calculator_is_assigned (self, "limit-percent"))
    refuse (self, "limit-percent", KKR_CALC_ERROR_INCONSISTENT,
            _("two limits: limit and limit-percent found, one of them expected"));
  if (kkr_calculator_get_enum (self, "method") == KKR_APPORTION_METHOD_INDEPENDENT)
    refuse (self, "method", KKR_CALC_ERROR_OUT_OF_RANGE,
            _("departments that need not add up: independent found, a method that keeps the sum "
              "expected"));
}

static void
check_scalars (KkrCalculator *self)
{
  const gboolean has_year = kkr_calculator_is_assigned (self, "year");
  const gboolean has_surplus = kkr_calculator_is_assigned (self, "surplus");
  const int year = kkr_calculator_get_int (self, "year");

  if (has_year != has_surplus)
    refuse (self, has_year ? "surplus" : "year", KKR_CALC_ERROR_MISSING_INPUT,
            _("missing: no value found, one expected with %s"), has_year ? "year" : "surplus");
  if (has_year && (year < FIRST_YEAR || year > LAST_YEAR))
    refuse (self, "year", KKR_CALC_ERROR_OUT_OF_RANGE,
            _("no such year: %d found, a year such as 2024 expected"), year);
  if (has_surplus && kkr_calculator_get_amount (self, "surplus") == G_MININT64)
    refuse (self, "surplus", KKR_CALC_ERROR_OVERFLOW,
            _("an amount that cannot be turned round: the least of all found, another expected"));
  if (has_surplus && kkr_calculator_is_assigned (self, "limit-percent"))
    refuse (self, "limit-percent", KKR_CALC_ERROR_MISSING_INPUT,
            _("missing: a limit in per cent and no budget found, a budget expected"));
  if (!has_year && !has_surplus && !kkr_calculator_is_assigned (self, "results") &&
      !kkr_calculator_is_assigned (self, "settlement") &&
      !kkr_calculator_is_assigned (self, "billed"))
    refuse (self, "results", KKR_CALC_ERROR_MISSING_INPUT,
            _("missing: no result found, one of results, settlement, billed, or year and surplus "
              "expected"));
}

static void
check_bridge (KkrCalculator *self)
{
  static const char *const names[] = { "budget-before", "budget-after", "budget-year" };
  const int year = kkr_calculator_get_int (self, "budget-year");

  if (!kkr_carry_has_bridge (self))
    {
      if (kkr_calculator_is_assigned (self, "causes"))
        refuse (self, "budget-after", KKR_CALC_ERROR_MISSING_INPUT,
                _("missing: causes of no change found, two budgets expected"));
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (!kkr_calculator_is_assigned (self, names[i]))
      refuse (self, names[i], KKR_CALC_ERROR_MISSING_INPUT,
              _("missing: no value found, one expected where a change of the budget is explained"));
  if (kkr_calculator_is_assigned (self, "budget-year") && (year < FIRST_YEAR || year > LAST_YEAR))
    refuse (self, "budget-year", KKR_CALC_ERROR_OUT_OF_RANGE,
            _("no such year: %d found, a year such as 2024 expected"), year);
}

/* Says whose row it is and of which year, and not the year twice where it is what is wrong. */
static void
report_row (KkrCarryPlan *plan, KkrSheet *sheet, guint row, guint column, KkrCalcError code,
            const char *wrong)
{
  const struct { KkrSheet *sheet; guint name, year; } keys[] = {
    { plan->results, RESULTS_DEPARTMENT, RESULTS_YEAR },
    { plan->settlement, SETTLEMENT_OFFER, SETTLEMENT_YEAR },
    { plan->corrections, CORRECTIONS_DEPARTMENT, CORRECTIONS_YEAR },
    { plan->billed, BILLED_DEPARTMENT, BILLED_CAUSE },
    { plan->departments, DEPARTMENTS_DEPARTMENT, KKR_CARRY_NONE },
  };
  g_autoptr (GString) text = g_string_new (NULL);
  const char *name;
  guint i = 0;

  while (keys[i].sheet != sheet)
    i++;
  name = kkr_sheet_get_text (sheet, row, keys[i].name);
  if (keys[i].year != KKR_CARRY_NONE && keys[i].year != column)
    g_string_append_printf (text, "%lld",
                            (long long) kkr_sheet_get_whole (sheet, row, keys[i].year));
  if (name != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", name);
  g_string_append_printf (text, "%s%s", text->len > 0 ? ": " : "", wrong);
  kkr_sheet_report (sheet, plan->calculator, row, column, code, text->str);
}

static void
check_years (KkrCarryPlan *plan, KkrSheet *sheet, guint column)
{
  for (guint row = 0; row < kkr_sheet_get_n_rows (sheet); row++)
    {
      const gint64 year = kkr_sheet_get_whole (sheet, row, column);
      g_autofree char *wrong = g_strdup_printf (
        _("no such year: %lld found, a year such as 2024 expected"), (long long) year);

      if (year < FIRST_YEAR || year > LAST_YEAR)
        report_row (plan, sheet, row, column, KKR_CALC_ERROR_OUT_OF_RANGE, wrong);
    }
}

static void
check_difference (KkrCarryPlan *plan, guint row)
{
  const gint64 budget = kkr_sheet_get_amount (plan->results, row, RESULTS_BUDGET);
  const gint64 accounts = kkr_sheet_get_amount (plan->results, row, RESULTS_ACCOUNTS);
  const gint64 surplus = kkr_sheet_get_amount (plan->results, row, RESULTS_SURPLUS);
  g_autofree char *found = kkr_message_amount (surplus);
  g_autofree char *whole = kkr_message_amount (budget);
  g_autofree char *less = kkr_message_amount (accounts);
  g_autofree char *wrong = g_strdup_printf (
    _("a surplus that is not budget less accounts: %s found, %s less %s expected"), found, whole,
    less);
  gint64 difference;

  if (__builtin_sub_overflow (budget, accounts, &difference) || difference != surplus)
    report_row (plan, plan->results, row, RESULTS_SURPLUS, KKR_CALC_ERROR_INCONSISTENT, wrong);
}

/* A result is given, or follows from a budget and the accounts. */
static void
check_results (KkrCarryPlan *plan)
{
  KkrSheet *sheet = plan->results;

  check_years (plan, sheet, RESULTS_YEAR);
  for (guint row = 0; row < kkr_sheet_get_n_rows (sheet); row++)
    {
      const gboolean budget = kkr_sheet_has (sheet, row, RESULTS_BUDGET);
      const gboolean accounts = kkr_sheet_has (sheet, row, RESULTS_ACCOUNTS);
      const gboolean surplus = kkr_sheet_has (sheet, row, RESULTS_SURPLUS);

      if (!surplus && !(budget && accounts))
        report_row (plan, sheet, row, RESULTS_SURPLUS, KKR_CALC_ERROR_MISSING_INPUT,
                    _("missing: no result found, a surplus, or budget and accounts expected"));
      if (!budget && plan->rules.has_limit_percent)
        report_row (plan, sheet, row, RESULTS_BUDGET, KKR_CALC_ERROR_MISSING_INPUT,
                    _("missing: a limit in per cent and no budget found, a budget expected"));
      if (surplus && budget && accounts)
        check_difference (plan, row);
    }
}

static void
check_days (KkrCarryPlan *plan, guint row, guint column, gint64 least)
{
  const gint64 days = kkr_sheet_get_whole (plan->settlement, row, column);
  g_autofree char *wrong = g_strdup_printf (
    least > 0 ? _("a tariff for no days: %lld found, 1 or more expected")
              : _("a negative number of days: %lld found, 0 or more expected"), (long long) days);

  if (kkr_sheet_has (plan->settlement, row, column) && days < least)
    report_row (plan, plan->settlement, row, column, KKR_CALC_ERROR_OUT_OF_RANGE, wrong);
}

static void
check_settlement (KkrCarryPlan *plan)
{
  static const guint costs[] = { SETTLEMENT_BUDGET, SETTLEMENT_ACCOUNTS, SETTLEMENT_TARIFF };

  check_years (plan, plan->settlement, SETTLEMENT_YEAR);
  for (guint row = 0; row < kkr_sheet_get_n_rows (plan->settlement); row++)
    {
      check_days (plan, row, SETTLEMENT_PLANNED, 1);
      check_days (plan, row, SETTLEMENT_ACTUAL, 0);
      check_days (plan, row, SETTLEMENT_LATER, 1);
      for (guint i = 0; i < G_N_ELEMENTS (costs); i++)
        {
          const gint64 cost = kkr_sheet_get_amount (plan->settlement, row, costs[i]);
          g_autofree char *found = kkr_message_amount (cost);
          g_autofree char *wrong = g_strdup_printf (
            _("a negative amount: %s found, 0 or more expected"), found);

          if (cost < 0)
            report_row (plan, plan->settlement, row, costs[i], KKR_CALC_ERROR_OUT_OF_RANGE, wrong);
        }
    }
}

static void
check_departments (KkrCarryPlan *plan)
{
  KkrSheet *sheet = plan->departments;
  gboolean has_weight = FALSE;

  for (guint row = 0; row < plan->n_weights; row++)
    {
      g_autofree char *wrong = g_strdup_printf (
        _("a negative weight: %s found, 0 or more expected"), plan->weights[row]);

      has_weight = has_weight || plan->whole_weights[row] > 0;
      if (plan->whole_weights[row] < 0)
        report_row (plan, sheet, row, DEPARTMENTS_WEIGHT, KKR_CALC_ERROR_OUT_OF_RANGE, wrong);
      /* The codes are the rows, unless one stands twice. */
      if (GPOINTER_TO_UINT (g_hash_table_lookup (plan->codes, plan->keys[row])) != row)
        report_row (plan, sheet, row, DEPARTMENTS_DEPARTMENT, KKR_CALC_ERROR_INCONSISTENT,
                    _("a department that stands twice found, each of them once expected"));
    }
  if (plan->n_weights > 0 && !has_weight)
    refuse (plan->calculator, "departments", KKR_CALC_ERROR_OUT_OF_RANGE,
            _("nobody to share with: the weights sum to 0, more expected"));
}

/* What corrects a result cannot be known before the year has begun. */
static void
check_known (KkrCarryPlan *plan)
{
  for (guint row = 0; row < kkr_sheet_get_n_rows (plan->corrections); row++)
    {
      const gint64 cause = kkr_sheet_get_whole (plan->corrections, row, CORRECTIONS_YEAR);
      const gint32 known = kkr_sheet_get_date (plan->corrections, row, CORRECTIONS_KNOWN);
      g_autofree char *day = kkr_date_to_string (known);
      g_autofree char *wrong = g_strdup_printf (
        _("a correction known before its year: %s found, a day of %lld or later expected"), day,
        (long long) cause);
      int year, month, day_of_month;

      kkr_date_split (known, &year, &month, &day_of_month);
      if (year < cause)
        report_row (plan, plan->corrections, row, CORRECTIONS_KNOWN, KKR_CALC_ERROR_INCONSISTENT,
                    wrong);
    }
}

static void
check_later (KkrCarryPlan *plan)
{
  check_years (plan, plan->corrections, CORRECTIONS_YEAR);
  check_known (plan);
  check_years (plan, plan->billed, BILLED_CAUSE);
  check_years (plan, plan->billed, BILLED_YEAR);
  for (guint row = 0; row < kkr_sheet_get_n_rows (plan->billed); row++)
    {
      const gint64 cause = kkr_sheet_get_whole (plan->billed, row, BILLED_CAUSE);
      const gint64 year = kkr_sheet_get_whole (plan->billed, row, BILLED_YEAR);
      g_autofree char *wrong = g_strdup_printf (
        _("billed before its cause: %lld found, a year after %lld expected"), (long long) year,
        (long long) cause);

      if (year <= cause)
        report_row (plan, plan->billed, row, BILLED_YEAR, KKR_CALC_ERROR_INCONSISTENT, wrong);
    }
}

static void
check_second (KkrCarryPlan *plan, const KkrCarryCause *cause, const char *place)
{
  g_autofree char *wrong = g_strdup_printf (
    _("a second result: one of %s found before, one for each year and department expected"), place);

  if (cause->second != KKR_CARRY_NONE)
    kkr_sheet_report (cause->second_settles ? plan->settlement : plan->results, plan->calculator,
                      cause->second, cause->second_settles ? SETTLEMENT_YEAR : RESULTS_YEAR,
                      KKR_CALC_ERROR_INCONSISTENT, wrong);
}

/* What the rows say of one another. */
static void
check_causes (KkrCarryPlan *plan)
{
  for (guint i = 0; i < plan->list->len; i++)
    {
      const KkrCarryCause *cause = plan->list->pdata[i];
      const KkrCarryCause *next = i + 1 < plan->list->len ? plan->list->pdata[i + 1] : NULL;
      g_autofree char *place = kkr_carry_plan_dup_place (plan, cause->year, cause->department);
      g_autofree char *wrong = g_strdup_printf (
        _("a correction of what is not there: no result of %s found, one expected"), place);

      check_second (plan, cause, place);
      if (!kkr_carry_cause_has_result (cause) && cause->corrections->len > 0)
        kkr_sheet_report (plan->corrections, plan->calculator,
                          g_array_index (cause->corrections, guint, 0), CORRECTIONS_YEAR,
                          KKR_CALC_ERROR_INCONSISTENT, wrong);
      if (cause->department == KKR_CARRY_NO_DEPARTMENT && next != NULL && next->year == cause->year)
        refuse (plan->calculator, "results", KKR_CALC_ERROR_INCONSISTENT,
                _("%d stands both with a department (%s) and without: two ways found, one of them "
                  "expected"), cause->year, kkr_carry_plan_get_name (plan, next->department));
    }
}

void
kkr_carry_check (KkrCalculator *calculator)
{
  g_autoptr (KkrCarryPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  check_rules (calculator);
  check_scalars (calculator);
  check_bridge (calculator);
  plan = kkr_carry_plan_new (calculator, &error);
  /* What cannot be read is reported already; a weight that is too large is not. */
  if (plan == NULL)
    {
      if (g_error_matches (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OVERFLOW))
        kkr_calculator_report (calculator, "departments", KKR_CALC_ERROR_OVERFLOW, error->message);
      return;
    }
  check_results (plan);
  check_settlement (plan);
  check_departments (plan);
  check_later (plan);
  check_causes (plan);
}
