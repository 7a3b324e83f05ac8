/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/settlement/kkr-carry-over.h>

#include <libkkr/calc/kkr-calculator-private.h>
#include <libkkr/calc/settlement/kkr-carry-bridge-private.h>
#include <libkkr/calc/settlement/kkr-carry-install-private.h>

/**
 * KkrCarryOver:
 *
 * The surplus or deficit of a year and what becomes of it (over- og underskud, efterregulering af
 * takster, takstbekendtgørelsen): a part of it lowers or raises the budget, and so the tariffs, of
 * a later year, the rest is reserved. Of the surplus of 501.980 kr. that Socialtilsyn Nord had in
 * 2022 half, 250.990 kr., was carried to the budget of 2024.
 *
 * Every movement has a year of cause and a year in which it is billed. What comes in, the result of
 * a year and corrections that became known later, goes out again, carried, reserved or paid back;
 * the balance of each year of cause is zero. What follows from a correction is the difference
 * between what the rules give with and without it.
 *
 * The result of a year is given, or it is a budget less the accounts, or it follows from the tariff
 * of an offer (tilbud) and its place-days: then price and volume variance tell where it comes from,
 * and what is carried becomes kroner per day in the later year.
 *
 * Tables: `movements` (cause-year, kind, side, year, amount; department, number and known where
 * there are some), `years` (year, opening, came-in, carried, reserved, paid-back, closing),
 * `balance` (cause-year, came-in, carried, reserved, paid-back, balance), `settlement` (offer,
 * year, variances, result, per-day) where offers are settled, and `bridge` (item, amount, share)
 * where two budgets are given.
 *
 * Since: 0.1
 */
struct _KkrCarryOver {
  KkrCalculator parent_instance;
};

G_DEFINE_FINAL_TYPE (KkrCarryOver, kkr_carry_over, KKR_TYPE_CALCULATOR)

static gboolean
build_tables (KkrCarryPlan *plan, const GArray *movements, GPtrArray *tables, GError **error)
{
  KkrTable *table = kkr_carry_build_movements (plan, movements, error);

  if (table == NULL)
    return FALSE;
  g_ptr_array_add (tables, table);
  table = kkr_carry_build_years (plan, movements, error);
  if (table == NULL)
    return FALSE;
  g_ptr_array_add (tables, table);
  table = kkr_carry_build_balance (plan, movements, error);
  if (table == NULL)
    return FALSE;
  g_ptr_array_add (tables, table);
  if (kkr_sheet_get_n_rows (plan->settlement) > 0)
    {
      table = kkr_carry_build_settlement (plan, error);
      if (table == NULL)
        return FALSE;
      g_ptr_array_add (tables, table);
    }
  if (!kkr_carry_has_bridge (plan->calculator))
    return TRUE;
  table = kkr_carry_build_bridge (plan, movements, error);
  if (table != NULL)
    g_ptr_array_add (tables, table);
  return table != NULL;
}

static KkrResult *
kkr_carry_over_compute (KkrCalculator *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (KkrCarryPlan) plan = kkr_carry_plan_new (self, error);
  g_autoptr (GArray) movements = plan != NULL ? kkr_carry_plan_move (plan, cancellable, error)
                                              : NULL;
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);

  if (movements == NULL || !build_tables (plan, movements, tables, error))
    return NULL;
  kkr_carry_tell (plan, movements, notes);
  return kkr_result_new (self, (KkrTable **) tables->pdata, tables->len,
                         (KkrNote **) notes->pdata, notes->len);
}

static void
install_results (KkrCalculatorClass *klass)
{
  static const KkrSheetColumn results[] = {
    { "year", "År|Year", KKR_SHEET_WHOLE, TRUE, 0, NULL },
    { "department", "Afdeling|Department", KKR_SHEET_TEXT, FALSE, 0, NULL },
    { "budget", "Budget|Budget", KKR_SHEET_AMOUNT, FALSE, 0, NULL },
    { "accounts", "Regnskab|Accounts", KKR_SHEET_AMOUNT, FALSE, 0, NULL },
    { "surplus", "Overskud|Surplus", KKR_SHEET_AMOUNT, FALSE, 0, NULL },
    { "known", "Kendt|Known", KKR_SHEET_DATE, FALSE, 0, NULL },
    { NULL, NULL, KKR_SHEET_TEXT, FALSE, 0, NULL },
  };

  /**
   * KkrCarryOver:results:
   *
   * The results: `year`, and either `surplus` (a deficit is negative) or `budget` and `accounts`,
   * as net costs; `department`, and the day on which the accounts were `known`, where they matter.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_sheet (klass, "results", "Resultater|Results",
                                      "Overskud eller underskud år for år, eller budget og "
                                      "regnskab|Surplus or deficit by year, or budget and accounts",
                                      results, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrCarryOver:year:
   *
   * The year of `surplus`, where it is the only one.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "year", "År|Year",
                                    "Året, som overskuddet er fra|The year of the surplus", 0,
                                    KKR_PARAM_FLAGS_NONE);
  /**
   * KkrCarryOver:surplus:
   *
   * The surplus of `year`, in øre; a deficit is negative.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_amount (klass, "surplus", "Overskud|Surplus",
                                       "Overskud (underskud negativt) i et enkelt år|"
                                       "Surplus (deficit negative) of a single year", 0,
                                       KKR_PARAM_FLAGS_NONE);
}

static void
kkr_carry_over_class_init (KkrCarryOverClass *klass)
{
  KkrCalculatorClass *calculator_class = KKR_CALCULATOR_CLASS (klass);

  calculator_class->check = kkr_carry_check;
  calculator_class->compute = kkr_carry_over_compute;
  calculator_class->derive = kkr_carry_derive;
  calculator_class->thread_safe = TRUE;
  calculator_class->title_da = "Overførsel af over- og underskud";
  calculator_class->title_en = "Carry-over of surplus and deficit";
  calculator_class->main_column = "amount";
  install_results (calculator_class);
  kkr_carry_install_rules (calculator_class);
  kkr_carry_install_departments (calculator_class);
  kkr_carry_install_later (calculator_class);
  kkr_carry_install_settlement (calculator_class);
  kkr_carry_install_bridge (calculator_class);
  kkr_carry_explain_columns (calculator_class);
}

static void
kkr_carry_over_init (KkrCarryOver *self)
{
}

/**
 * kkr_carry_over_new:
 *
 * Makes a calculator of carried surplus and deficit with no input assigned.
 *
 * Returns: (transfer full): the calculator
 *
 * Since: 0.1
 */
KkrCarryOver *
kkr_carry_over_new (void)
{
  return g_object_new (KKR_TYPE_CARRY_OVER, NULL);
}
