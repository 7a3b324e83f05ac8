/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-secured-bills-private.h>
#include <libkkr/calc/capacity/kkr-secured-chance-private.h>
#include <libkkr/calc/capacity/kkr-secured-private.h>

/**
 * KkrSecuredCapacity:
 *
 * How many secured places (sikrede pladser) are needed over years by persons with intellectual
 * disability and a judgement (udviklingshæmning og dom), by dom-type and with remand substitutes
 * (varetægtssurrogat) as a flow of their own; what more places (trin 1, trin 2) and the discharge
 * (udslusning) to open places under section 108 change, and in which year the places are first too
 * few. And what it means to each municipality that persons with dom-type 2 are paid for by tariff
 * (takst) instead of by all municipalities together (objektiv finansiering).
 *
 * Persons arrive, stay and leave year by year; [the page on it](secured-capacity.html) has the
 * model and its formulas. No document prints how many arrive and how long they stay, so all of that
 * is declared. What the register has are the year that the plan reaches, and the places and the
 * cost of a possible offer in the west.
 *
 * Tables: `years` (need, places and what lacks, by year); `groups` (the flows and stocks of each
 * group and year); `steps` (what each further step changes); where `users` are given, `bills`
 * (each municipality before and after); and where `paths` are asked for, `bands` (mean, deviation
 * and percentiles of the need by year, and the chance that places lack), `exceeded` (when they lack
 * for the first time, and how many) and `reserve` (how many more places so many paths ask for).
 *
 * Law: lov om social service § 108; bekendtgørelse om finansiering af visse ydelser og tilbud.
 *
 * Since: 0.1
 */
struct _KkrSecuredCapacity {
  KkrCalculator parent_instance;
};

G_DEFINE_FINAL_TYPE (KkrSecuredCapacity, kkr_secured_capacity, KKR_TYPE_CALCULATOR)

static gboolean
add_table (GPtrArray *tables, KkrTable *table)
{
  if (table != NULL)
    g_ptr_array_add (tables, table);
  return table != NULL;
}

static gboolean
add_bills (KkrCalculator *self, GPtrArray *tables, GPtrArray *notes, GError **error)
{
  g_autoptr (KkrSecuredBills) bills = NULL;

  if (!kkr_calculator_is_assigned (self, "users"))
    return TRUE;
  bills = kkr_secured_bills_new (self, error);
  if (bills == NULL || !add_table (tables, kkr_secured_bills_build (bills, error)))
    return FALSE;
  kkr_secured_bills_add_notes (bills, notes);
  return TRUE;
}

static KkrResult *
kkr_secured_capacity_compute (KkrCalculator *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (KkrSecured) plan = kkr_secured_new (self, error);
  g_autoptr (KkrSecuredCase) full = NULL;
  g_autofree KkrSecuredYear *sums = NULL;

  if (plan == NULL)
    return NULL;
  kkr_calculator_tell_fact (self, "horizon", plan->horizon_fact, NULL);
  full = kkr_secured_case_new_full (plan);
  sums = kkr_secured_case_sum (plan, full);
  kkr_secured_add_notes (plan, full, sums, notes);
  if (!add_table (tables, kkr_secured_build_years (plan, full, sums, error))
      || !add_table (tables, kkr_secured_build_groups (plan, full, error))
      || !add_table (tables, kkr_secured_build_steps (plan, error))
      || !add_bills (self, tables, notes, error)
      || !kkr_secured_add_chance (plan, full, sums, cancellable, tables, notes, error))
    return NULL;
  return kkr_result_new (self, (KkrTable **) tables->pdata, tables->len,
                         (KkrNote **) notes->pdata, notes->len);
}

static void
kkr_secured_capacity_class_init (KkrSecuredCapacityClass *klass)
{
  KkrCalculatorClass *calculator_class = KKR_CALCULATOR_CLASS (klass);

  calculator_class->check = kkr_secured_check;
  calculator_class->compute = kkr_secured_capacity_compute;
  calculator_class->derive = kkr_secured_derive;
  calculator_class->thread_safe = TRUE;
  calculator_class->title_da = "Behov for sikrede pladser";
  calculator_class->title_en = "Need of secured places";
  calculator_class->main_column = "shortfall";
  /**
   * KkrSecuredCapacity:register:
   *
   * The register that knows the year the plan reaches, the possible offer in the west, the names of
   * municipalities, and the series of the key.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_register (calculator_class, KKR_PARAM_FLAGS_NONE);
  kkr_secured_install_people (calculator_class);
  kkr_secured_install_places (calculator_class);
  kkr_secured_install_bills (calculator_class);
  kkr_secured_install_chance (calculator_class);
  kkr_secured_explain_columns (calculator_class);
}

static void
kkr_secured_capacity_init (KkrSecuredCapacity *self)
{
}

/**
 * kkr_secured_capacity_new:
 *
 * Makes a calculator of the need of secured places with no input assigned.
 *
 * Returns: (transfer full): the calculator
 *
 * Since: 0.1
 */
KkrSecuredCapacity *
kkr_secured_capacity_new (void)
{
  return g_object_new (KKR_TYPE_SECURED_CAPACITY, NULL);
}
