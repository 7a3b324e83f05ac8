/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/guarantee/kkr-deficit-guarantee.h>

#include <libkkr/calc/guarantee/kkr-guarantee-facts-private.h>
#include <libkkr/calc/guarantee/kkr-guarantee-plan-private.h>

/**
 * KkrDeficitGuarantee:
 *
 * The joint payment for new places that stand empty (underskudsgaranti), and its split between the
 * municipalities behind it.
 *
 * The model is that of KKR Hovedstaden's memo of January 2021: the municipalities cover the fixed
 * cost of new places, set to half of the tariff, on the days that they stand empty in the first
 * three years, by takstbekendtgørelsen § 14, 1. While somebody lives there and in the period of
 * notice the user municipality pays all of it; the other half of an empty place, and all of one
 * without a guarantee, is the operator's (driftsherre).
 *
 * The table `places` has a row for each place; `statuses` says of periods, both ends included,
 * whether a place is occupied, in notice or empty, and who uses it. A place is in use from
 * `commissioned`, or else from the first day that it is occupied. Days whose status nobody gives,
 * two statuses at once, an end before its start, and days without a tariff are errors that name the
 * place and the period.
 *
 * What the memo leaves open is an input, and every result names the reading: whether the years run
 * by place or by agreement, 29 February, the tariff of the day or of the beginning, whom the cap of
 * 20 places holds for, the key between the municipalities, the rounding.
 *
 * Tables: `places` (place, offer, operator, start, covered, reason, guarantee-from, expiry,
 * occupied, notice, empty, covered-empty, user, guarantee, operator-part), where `expiry` is the
 * first day without a guarantee; `days` (place, from, to, days, status, window, covered,
 * municipality, tariff, share, user, joint, operator), who pays for which days; `municipalities`
 * (municipality, weight, share, amount), the bill, which is there when the municipalities or a
 * register are given; `payers` (part, payer, days, amount); `operators` (operator, places,
 * covered-empty, guarantee, operator-part); and `terms` (status, user, joint, operator), in per
 * cent of the tariff.
 *
 * Since: 0.1
 */
struct _KkrDeficitGuarantee {
  KkrCalculator parent_instance;
};

G_DEFINE_FINAL_TYPE (KkrDeficitGuarantee, kkr_deficit_guarantee, KKR_TYPE_CALCULATOR)

typedef KkrTable *(*Build) (KkrGuaranteePlan *plan, GError **error);

static void
kkr_deficit_guarantee_check (KkrCalculator *self)
{
  g_autoptr (KkrGuaranteePlan) plan = NULL;

  if (kkr_calculator_is_assigned (self, "places") && kkr_calculator_is_assigned (self, "statuses"))
    plan = kkr_guarantee_plan_new (self, NULL);
}

static KkrResult *
kkr_deficit_guarantee_compute (KkrCalculator *self, GCancellable *cancellable, GError **error)
{
  static const Build builds[] = {
    kkr_guarantee_plan_build_places, kkr_guarantee_plan_build_days,
    kkr_guarantee_plan_build_payers, kkr_guarantee_plan_build_operators,
    kkr_guarantee_plan_build_terms,  kkr_guarantee_plan_build_municipalities,
  };
  g_autoptr (KkrGuaranteePlan) plan = kkr_guarantee_plan_new (self, error);
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = G_N_ELEMENTS (builds);

  if (plan == NULL)
    return NULL;
  if (plan->payers->len == 0)
    n--;
  for (guint i = 0; i < n; i++)
    {
      KkrTable *table = builds[i](plan, error);

      if (table == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
        {
          g_clear_object (&table);
          return NULL;
        }
      g_ptr_array_add (tables, table);
    }
  kkr_guarantee_plan_tell (plan);
  return kkr_result_new (self, (KkrTable **) tables->pdata, tables->len,
                         (KkrNote **) plan->notes->pdata, plan->notes->len);
}

static KkrDerivation *
kkr_deficit_guarantee_derive (KkrCalculator *self, KkrResult *result, const char *column,
                              gint64 row, GError **error)
{
  g_autoptr (KkrGuaranteePlan) plan = kkr_guarantee_plan_new (self, error);

  return plan != NULL ? kkr_guarantee_plan_derive (plan, result, column, row, error) : NULL;
}

static void
install_places (KkrCalculatorClass *klass)
{
  const KkrSheetColumn columns[] = {
    { "place", "Plads|Place", KKR_SHEET_TEXT, TRUE, 0, NULL },
    { "offer", "Tilbud|Offer", KKR_SHEET_TEXT, FALSE, 0, NULL },
    { "operator", "Driftsherre|Operator", KKR_SHEET_TEXT, FALSE, 0, NULL },
    { "agreement", "Aftale|Agreement", KKR_SHEET_TEXT, FALSE, 0, NULL },
    { "tariff", "Takst|Tariff", KKR_SHEET_AMOUNT, FALSE, 0, NULL },
    { "commissioned", "Taget i brug|In use from", KKR_SHEET_DATE, FALSE, 0, NULL },
    { "covered", "Omfattet af garantien|Covered by the guarantee", KKR_SHEET_BOOLEAN, FALSE, 0,
      NULL },
    KKR_GUARANTEE_FACT_COLUMNS,
    { NULL, NULL, KKR_SHEET_TEXT, FALSE, 0, NULL },
  };

  /**
   * KkrDeficitGuarantee:places:
   *
   * The places (pladser): their tariff a day, when they were taken into use, and what decides
   * whether they have a guarantee.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_sheet (klass, "places", "Pladser|Places",
                                      "En række for hver plads|A row for each place", columns,
                                      KKR_PARAM_FLAGS_REQUIRED);
}

static void
install_statuses (KkrCalculatorClass *klass)
{
  const KkrSheetColumn columns[] = {
    { "place", "Plads|Place", KKR_SHEET_TEXT, TRUE, 0, NULL },
    { "from", "Fra og med|From", KKR_SHEET_DATE, TRUE, 0, NULL },
    { "to", "Til og med|To", KKR_SHEET_DATE, FALSE, 0, NULL },
    { "status", "Status|Status", KKR_SHEET_CHOICE, TRUE, KKR_TYPE_PLACE_STATUS,
      "belagt;i opsigelse|opsigelse|opsagt;tom|ledig" },
    { "municipality", "Brugerkommune|User municipality", KKR_SHEET_TEXT, FALSE, 0, NULL },
    { "special-tariff", "Særtakst|Special tariff", KKR_SHEET_AMOUNT, FALSE, 0, NULL },
    { NULL, NULL, KKR_SHEET_TEXT, FALSE, 0, NULL },
  };

  /**
   * KkrDeficitGuarantee:statuses:
   *
   * What each place was in which period, both ends included, and which municipality used it. A
   * blank end is still open. A special tariff (særtakst) is what the user municipality pays instead
   * of the tariff; the guarantee is of the ordinary one.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_sheet (klass, "statuses", "Statusser|Statuses",
                                      "Hvornår pladserne var belagt, i opsigelse eller tomme|"
                                      "When the places were occupied, in notice or empty",
                                      columns, KKR_PARAM_FLAGS_REQUIRED);
}

static void
install_tariffs (KkrCalculatorClass *klass)
{
  const KkrSheetColumn columns[] = {
    { "place", "Plads|Place", KKR_SHEET_TEXT, TRUE, 0, NULL },
    { "from", "Fra og med|From", KKR_SHEET_DATE, TRUE, 0, NULL },
    { "to", "Til og med|To", KKR_SHEET_DATE, FALSE, 0, NULL },
    { "tariff", "Takst|Tariff", KKR_SHEET_AMOUNT, TRUE, 0, NULL },
    { NULL, NULL, KKR_SHEET_TEXT, FALSE, 0, NULL },
  };

  /**
   * KkrDeficitGuarantee:tariffs:
   *
   * The tariffs a day of places whose tariff changes. A place that stands here has these; one that
   * does not has the tariff of its row in `places` on all days.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_sheet (klass, "tariffs", "Takster|Tariffs",
                                      "Takster, der ændrer sig, med deres perioder|"
                                      "Tariffs that change, with their periods",
                                      columns, KKR_PARAM_FLAGS_NONE);
}

static void
install_municipalities (KkrCalculatorClass *klass)
{
  const KkrSheetColumn columns[] = {
    { "municipality", "Kommune|Municipality", KKR_SHEET_TEXT, TRUE, 0, NULL },
    { "weight", "Vægt|Weight", KKR_SHEET_NUMBER, FALSE, 0, NULL },
    { NULL, NULL, KKR_SHEET_TEXT, FALSE, 0, NULL },
  };

  /**
   * KkrDeficitGuarantee:municipalities:
   *
   * The municipalities that share the payment, with a weight each for the key `weights`; when not
   * given, those of `region` in the register.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_sheet (klass, "municipalities", "Kommuner|Municipalities",
                                      "Kommunerne bag garantien, evt. med vægte|"
                                      "The municipalities behind the guarantee, with weights if "
                                      "need be", columns, KKR_PARAM_FLAGS_NONE);
}

static void
kkr_deficit_guarantee_class_init (KkrDeficitGuaranteeClass *klass)
{
  KkrCalculatorClass *calculator_class = KKR_CALCULATOR_CLASS (klass);

  calculator_class->check = kkr_deficit_guarantee_check;
  calculator_class->compute = kkr_deficit_guarantee_compute;
  calculator_class->derive = kkr_deficit_guarantee_derive;
  calculator_class->thread_safe = TRUE;
  calculator_class->title_da = "Underskudsgaranti";
  calculator_class->title_en = "Deficit guarantee";
  calculator_class->main_column = "guarantee";
  /**
   * KkrDeficitGuarantee:register:
   *
   * The register that the terms of the guarantee and the municipalities are taken from.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_register (calculator_class, KKR_PARAM_FLAGS_NONE);
  install_places (calculator_class);
  install_statuses (calculator_class);
  install_tariffs (calculator_class);
  install_municipalities (calculator_class);
  kkr_guarantee_install_rules (calculator_class);
  kkr_guarantee_explain_columns (calculator_class);
}

static void
kkr_deficit_guarantee_init (KkrDeficitGuarantee *self)
{
}

/**
 * kkr_deficit_guarantee_new:
 *
 * Makes a calculator of deficit guarantees with no input assigned.
 *
 * Returns: (transfer full): the calculator
 *
 * Since: 0.1
 */
KkrDeficitGuarantee *
kkr_deficit_guarantee_new (void)
{
  return g_object_new (KKR_TYPE_DEFICIT_GUARANTEE, NULL);
}
