/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-occupancy.h>

#include <libkkr/calc/capacity/kkr-occupancy-private.h>

/**
 * KkrOccupancy:
 *
 * How far the places of offers are in use (belægning), what the vacant ones cost and who pays for
 * them, why requests for places are refused, and how many places are needed for a given chance of
 * that.
 *
 * Occupancy is days in use of the days that places are open; it is above 100 per cent where persons
 * live in places of others or in none of their own, and is never cut down to 100. It is counted
 * from lists of places and placements, or taken from counts: open places and places in use.
 *
 * Vacant days cost their tariff, and municipalities pay for them together by a declared key; what
 * each pays for its own citizens, and for the offers that these keep meanwhile, stands beside it.
 *
 * The chance that a request is refused is Erlang's loss formula: of requests that come at random,
 * in a steady state, with those refused going elsewhere.
 *
 * Tables: `offers` (offer, year, places, used, vacant, extra, occupancy, days, cost); `places` and
 * `stays`, which these are counted from; `bills` (municipality, its part of the vacant days, its
 * own use, the offers kept, the total); `refusals`; `demand` (load, chance of refusal, places that
 * are needed).
 *
 * Law: none; the særlige pladser of psychiatry are paid by tariff and key under sundhedsloven.
 *
 * Since: 0.1
 */
struct _KkrOccupancy {
  KkrCalculator parent_instance;
};

G_DEFINE_FINAL_TYPE (KkrOccupancy, kkr_occupancy, KKR_TYPE_CALCULATOR)

typedef KkrTable *(*Build) (const KkrOccupancyPlan *plan, GError **error);

static gboolean
add_table (const KkrOccupancyPlan *plan, Build build, gboolean wanted, GPtrArray *tables,
           GError **error)
{
  KkrTable *table = wanted ? build (plan, error) : NULL;

  if (table != NULL)
    g_ptr_array_add (tables, table);
  return table != NULL || !wanted;
}

static KkrResult *
make_result (const KkrOccupancyPlan *plan, GError **error)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);

  if (!add_table (plan, kkr_occupancy_build_offers, TRUE, tables, error)
      || !add_table (plan, kkr_occupancy_build_places,
                     kkr_calculator_is_assigned (plan->calculator, "places"), tables, error)
      || !add_table (plan, kkr_occupancy_build_stays,
                     kkr_calculator_is_assigned (plan->calculator, "placements"), tables, error)
      || !add_table (plan, kkr_occupancy_build_bills, plan->has_bills, tables, error)
      || !add_table (plan, kkr_occupancy_build_refusals,
                     kkr_calculator_is_assigned (plan->calculator, "refusals"), tables, error)
      || !add_table (plan, kkr_occupancy_build_demand, plan->demands->len > 0, tables, error))
    return NULL;
  kkr_occupancy_add_notes (plan, notes);
  return kkr_result_new (plan->calculator, (KkrTable **) tables->pdata, tables->len,
                         (KkrNote **) notes->pdata, notes->len);
}

static KkrResult *
kkr_occupancy_compute (KkrCalculator *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (KkrOccupancyPlan) plan = kkr_occupancy_plan_new (self, FALSE, cancellable, error);

  if (plan == NULL)
    return NULL;
  if (plan->fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&plan->fault));
      return NULL;
    }
  return make_result (plan, error);
}

static void
kkr_occupancy_check (KkrCalculator *self)
{
  g_autoptr (KkrOccupancyPlan) plan = kkr_occupancy_plan_new (self, TRUE, NULL, NULL);
}

static void
kkr_occupancy_class_init (KkrOccupancyClass *klass)
{
  KkrCalculatorClass *calculator_class = KKR_CALCULATOR_CLASS (klass);

  calculator_class->check = kkr_occupancy_check;
  calculator_class->compute = kkr_occupancy_compute;
  calculator_class->derive = kkr_occupancy_derive;
  calculator_class->thread_safe = TRUE;
  calculator_class->title_da = "Belægning, ledige pladser og afvisninger";
  calculator_class->title_en = "Occupancy, vacant places and refusals";
  calculator_class->main_column = "occupancy";
  /**
   * KkrOccupancy:register:
   *
   * The register whose names the municipalities get; without it they are called as in the tables.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_register (calculator_class, KKR_PARAM_FLAGS_NONE);
  kkr_occupancy_install (calculator_class);
  kkr_occupancy_explain_columns (calculator_class);
}

static void
kkr_occupancy_init (KkrOccupancy *self)
{
}

/**
 * kkr_occupancy_new:
 *
 * Makes a calculator of occupancy with no input assigned.
 *
 * Returns: (transfer full): the calculator
 *
 * Since: 0.1
 */
KkrOccupancy *
kkr_occupancy_new (void)
{
  return g_object_new (KKR_TYPE_OCCUPANCY, NULL);
}
