/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-offer-tariff.h>

#include <glib/gi18n-lib.h>

#include <libkkr/calc/tariff/kkr-offer-tariff-private.h>

/**
 * KkrOfferTariff:
 *
 * What a place in a social offer (tilbud) costs: its tariff (takst) per day, month or year
 * (takstbekendtgørelsen; the deficit guarantee of the KKR, which computes the tariff of a new place
 * by the usual occupancy of the offer's places).
 *
 * The tariff of the long-term average is the costs of a year over the days that are paid:
 *
 *     (direct + indirect + joint costs) * (1 + change) + overhead + depreciation + interest
 *     - surplus carried in, over places * days * occupancy
 *
 * `model` is another [class@TariffModel]. There is one offer, by the inputs `direct-cost` and so
 * on, or a table `offers` with an offer, or a package of one, in each row; `days`, `occupancy` and
 * `overhead-percent` then hold where a cell is blank. `shared-costs` are costs that the packages of
 * an offer have in common; they are shared to the øre by `shared-key`. A surplus that is carried in
 * lowers the tariff, a deficit, with a minus, raises it.
 *
 * A tariff is rounded once, to `unit`. Ceilings of SEL §§ 109 and 110 and the limit of alternative
 * offers are proposals and not law; they are looked at only if `use-proposals` says so, and change
 * no tariff.
 *
 * Tables: `tariffs` (offer, package, tariff, exact), where `exact` is the unrounded tariff;
 * `income` (offer, package, place-days, income, cost, difference): the income at the assumed
 * occupancy against the costs; `shared` (offer, package, cost, key, weight, amount) with joint
 * costs; and `proposals` (offer, package, rule, tariff, limit, applied, allowed, excess,
 * excess-percent). The column `package` is there where a package is named.
 *
 * Since: 0.1
 */
struct _KkrOfferTariff {
  KkrCalculator parent_instance;
};

G_DEFINE_FINAL_TYPE (KkrOfferTariff, kkr_offer_tariff, KKR_TYPE_CALCULATOR)

static void
check_proposals (KkrCalculator *self)
{
  static const char *const names[] = { "ceiling-109", "ceiling-110" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gint64 ceiling = kkr_calculator_get_amount (self, names[i]);
      g_autofree char *found = ceiling < 0 ? kkr_message_amount (ceiling) : NULL;
      g_autofree char *text = NULL;

      if (found == NULL)
        continue;
      text = g_strdup_printf (_("a negative ceiling: %s found, 0 or more expected"), found);
      kkr_calculator_report (self, names[i], KKR_CALC_ERROR_OUT_OF_RANGE, text);
    }
  if (kkr_calculator_get_number (self, "limit-percent") < 0.0)
    kkr_calculator_report (self, "limit-percent", KKR_CALC_ERROR_OUT_OF_RANGE,
                           _("a negative limit found, 0 per cent or more expected"));
}

static void
kkr_offer_tariff_check (KkrCalculator *self)
{
  g_autoptr (KkrOfferPlan) plan = kkr_offer_plan_new (self);

  check_proposals (self);
}

static KkrOfferPlan *
open_plan (KkrCalculator *self, GError **error)
{
  g_autoptr (KkrOfferPlan) plan = kkr_offer_plan_new (self);

  if (plan->error == NULL)
    return g_steal_pointer (&plan);
  g_propagate_error (error, g_steal_pointer (&plan->error));
  return NULL;
}

static KkrResult *
build_result (KkrOfferPlan *plan, const KkrOfferFigures *figures, GError **error)
{
  gboolean use_proposals = kkr_calculator_get_boolean (plan->calculator, "use-proposals");
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) proposals = NULL;
  KkrTable *table = kkr_offer_build_tariffs (plan, figures, error);

  if (table == NULL)
    return NULL;
  g_ptr_array_add (tables, table);
  table = kkr_offer_build_income (plan, figures, error);
  if (table == NULL)
    return NULL;
  g_ptr_array_add (tables, table);
  if (plan->shares->len > 0)
    {
      table = kkr_offer_build_shared (plan, error);
      if (table == NULL)
        return NULL;
      g_ptr_array_add (tables, table);
    }
  if (use_proposals)
    {
      proposals = kkr_offer_plan_find_proposals (plan, figures, error);
      table = proposals != NULL ? kkr_offer_build_proposals (plan, proposals, error) : NULL;
      if (table == NULL)
        return NULL;
      g_ptr_array_add (tables, table);
    }
  kkr_offer_plan_tell (plan);
  kkr_offer_plan_add_notes (plan, notes, use_proposals);
  return kkr_result_new (plan->calculator, (KkrTable **) tables->pdata, tables->len,
                         (KkrNote **) notes->pdata, notes->len);
}

static KkrResult *
kkr_offer_tariff_compute (KkrCalculator *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (KkrOfferPlan) plan = open_plan (self, error);
  g_autofree KkrOfferFigures *figures = NULL;

  if (plan == NULL)
    return NULL;
  figures = kkr_offer_plan_compute_all (plan, cancellable, error);
  return figures != NULL ? build_result (plan, figures, error) : NULL;
}

static KkrDerivation *
kkr_offer_tariff_derive (KkrCalculator *self, KkrResult *result, const char *column, gint64 row,
                         GError **error)
{
  g_autoptr (KkrOfferPlan) plan = open_plan (self, error);

  return plan != NULL ? kkr_offer_plan_derive (plan, result, column, row, error) : NULL;
}

static void
kkr_offer_tariff_class_init (KkrOfferTariffClass *klass)
{
  KkrCalculatorClass *calculator_class = KKR_CALCULATOR_CLASS (klass);

  calculator_class->check = kkr_offer_tariff_check;
  calculator_class->compute = kkr_offer_tariff_compute;
  calculator_class->derive = kkr_offer_tariff_derive;
  calculator_class->thread_safe = TRUE;
  calculator_class->title_da = "Takst for et tilbud";
  calculator_class->title_en = "Tariff of an offer";
  calculator_class->main_column = "tariff";
  kkr_calculator_class_set_batch (calculator_class, &kkr_offer_batch);
  kkr_offer_install_inputs (calculator_class);
  kkr_offer_explain_columns (calculator_class);
}

static void
kkr_offer_tariff_init (KkrOfferTariff *self)
{
}

/**
 * kkr_offer_tariff_new:
 *
 * Makes a calculator of the tariffs of offers with no input assigned.
 *
 * Returns: (transfer full): the calculator
 *
 * Since: 0.1
 */
KkrOfferTariff *
kkr_offer_tariff_new (void)
{
  return g_object_new (KKR_TYPE_OFFER_TARIFF, NULL);
}
