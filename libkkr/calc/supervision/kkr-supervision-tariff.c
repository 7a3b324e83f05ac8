/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-choice-names-private.h>
#include <libkkr/calc/supervision/kkr-supervision-tariff.h>

#include <libkkr/calc/supervision/kkr-tariff-private.h>

/**
 * KkrSupervisionTariff:
 *
 * The tariffs of a socialtilsyn (Socialtilsynets takster, lov om socialtilsyn § 23): what an offer
 * (tilbud) pays for supervision, approval, a significant change and intensified supervision, by its
 * size, and what a BPA firm pays.
 *
 * All five socialtilsyn use one model: one unrounded base tariff, times 1 for offers with 1-7
 * places, 1.2 for 8-24, 2 for 25-49 and 3 for 50 and over, each product rounded once, to whole
 * kroner, a half away from zero. Intensified supervision (skærpet tilsyn) is a tenth of the base of
 * supervision times the weight. A BPA firm pays hours times an hourly price.
 *
 * The inputs decide how the base of supervision is found: `base-tariff`; a budget, less other
 * income, over the weighted number of offers; `printed-1` to `printed-4`; or the register, for the
 * arrangement and the year. Two at once are `INCONSISTENT`, none is `MISSING_INPUT`. With a
 * register, whatever else is not given comes from there.
 *
 * Behind printed tariffs lies no single base but an interval. A tariff that all of it rounds to is
 * given; otherwise the cell is missing and a note names what is possible. Printed tariffs that no
 * base rounds to contradict each other: the table `base` names two that do.
 *
 * Tables: `tariffs` (service, group, tariff, service-id), `base` (service, base, lower, upper,
 * group-a, group-b, service-id), where `lower` is included and `upper` is not, and with
 * `compare-year` also `growth` (service, group, earlier, tariff, growth, service-id): each tariff
 * against the one that was printed for that year.
 *
 * Since: 0.1
 */
struct _KkrSupervisionTariff {
  KkrCalculator parent_instance;
};

G_DEFINE_FINAL_TYPE (KkrSupervisionTariff, kkr_supervision_tariff, KKR_TYPE_CALCULATOR)

static KkrTariffPlan *
new_plan (KkrCalculator *self, GError **error)
{
  g_autoptr (KkrTariffPlan) plan = kkr_tariff_plan_new (self, error);

  return plan != NULL && kkr_tariff_plan_compare (plan, error) ? g_steal_pointer (&plan) : NULL;
}

static KkrResult *
kkr_supervision_tariff_compute (KkrCalculator *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (KkrTariffPlan) plan = new_plan (self, error);
  g_autoptr (KkrTable) tariffs = NULL;
  g_autoptr (KkrTable) bases = NULL;
  g_autoptr (KkrTable) growth = NULL;

  if (plan == NULL)
    return NULL;
  tariffs = kkr_tariff_plan_build_tariffs (plan, error);
  bases = tariffs != NULL ? kkr_tariff_plan_build_bases (plan, error) : NULL;
  if (bases == NULL)
    return NULL;
  if (plan->earlier != NULL)
    {
      growth = kkr_tariff_plan_build_growth (plan, error);
      if (growth == NULL)
        return NULL;
    }
  kkr_tariff_plan_tell (plan);
  return kkr_result_new (self, (KkrTable *[]) { tariffs, bases, growth }, growth != NULL ? 3 : 2,
                         (KkrNote **) plan->notes->pdata, plan->notes->len);
}

static KkrDerivation *
kkr_supervision_tariff_derive (KkrCalculator *self, KkrResult *result, const char *column,
                               gint64 row, GError **error)
{
  g_autoptr (KkrTariffPlan) plan = new_plan (self, error);

  return plan != NULL ? kkr_tariff_plan_derive (plan, result, column, row, error) : NULL;
}

static void
install_register_inputs (KkrCalculatorClass *klass)
{
  /**
   * KkrSupervisionTariff:register:
   *
   * The register that facts are taken from.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_register (klass, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrSupervisionTariff:arrangement:
   *
   * The id of the socialtilsyn in the register, such as `socialtilsyn-nord`.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_string (klass, "arrangement", "Ordning|Arrangement",
                                       "Socialtilsynets id i registret, fx socialtilsyn-nord|"
                                       "The id of the socialtilsyn in the register, such as "
                                       "socialtilsyn-nord",
                                       NULL, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrSupervisionTariff:year:
   *
   * The year of the tariffs in the register.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "year", "År|Year",
                                    "Året taksterne gælder for|The year of the tariffs", 0,
                                    KKR_PARAM_FLAGS_NONE);
  /**
   * KkrSupervisionTariff:compare-year:
   *
   * The year whose printed tariffs these are compared with, from the register.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "compare-year", "Sammenlign med|Compare with",
                                    "Året, hvis trykte takster der sammenlignes med|"
                                    "The year whose printed tariffs are compared with", 0,
                                    KKR_PARAM_FLAGS_NONE);
}

static void
install_budget_inputs (KkrCalculatorClass *klass)
{
  /**
   * KkrSupervisionTariff:base-tariff:
   *
   * The unrounded tariff of supervision of the smallest group, in kroner.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_rate (klass, "base-tariff", "Grundtakst|Base tariff",
                                     "Den uafrundede takst for tilsyn i den mindste gruppe, i kr.|"
                                     "The unrounded tariff of supervision of the smallest group, "
                                     "in kroner",
                                     0.0, KKR_PARAM_FLAGS_RATE);
  /**
   * KkrSupervisionTariff:budget:
   *
   * The costs that the offers pay for, in øre; with a register and offers, the register's when not
   * given.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_amount (klass, "budget", "Budget|Budget",
                                       "Udgifterne på tilbudsområdet|The costs of the offers",
                                       0, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrSupervisionTariff:other-income:
   *
   * What of the budget is paid in other ways than by the yearly tariffs of supervision, in øre.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_amount (klass, "other-income", "Andre indtægter|Other income",
                                       "Det af budgettet, som andet end årstaksterne for tilsyn "
                                       "betaler|What of the budget is paid by other things than "
                                       "the yearly tariffs of supervision",
                                       0, KKR_PARAM_FLAGS_NONE);
}

static void
install_group_inputs (KkrCalculatorClass *klass)
{
  /**
   * KkrSupervisionTariff:offers-1:
   *
   * The number of offers in the smallest group.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "offers-1", "Tilbud, mindste gruppe|Offers, smallest",
                                    "Antal tilbud med 1-7 pladser|Offers with 1-7 places", 0,
                                    KKR_PARAM_FLAGS_NONE);
  /**
   * KkrSupervisionTariff:offers-2:
   *
   * The number of offers with 8-24 places.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "offers-2", "Tilbud, 8-24 pladser|Offers, 8-24 places",
                                    "Antal tilbud med 8-24 pladser|Offers with 8-24 places", 0,
                                    KKR_PARAM_FLAGS_NONE);
  /**
   * KkrSupervisionTariff:offers-3:
   *
   * The number of offers with 25-49 places.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "offers-3", "Tilbud, 25-49 pladser|Offers, 25-49 places",
                                    "Antal tilbud med 25-49 pladser|Offers with 25-49 places", 0,
                                    KKR_PARAM_FLAGS_NONE);
  /**
   * KkrSupervisionTariff:offers-4:
   *
   * The number of offers with 50 places and over.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "offers-4",
                                    "Tilbud, 50 pladser og derover|Offers, 50 places and over",
                                    "Antal tilbud med 50 pladser og derover|"
                                    "Offers with 50 places and over", 0, KKR_PARAM_FLAGS_NONE);
}

static void
install_printed_inputs (KkrCalculatorClass *klass)
{
  /**
   * KkrSupervisionTariff:printed-1:
   *
   * The printed tariff of the smallest group, in øre, whose base is sought.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_amount (klass, "printed-1",
                                       "Trykt takst, mindste gruppe|Printed tariff, smallest",
                                       "Trykt takst for 1-7 pladser|Printed tariff of 1-7 places",
                                       0, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrSupervisionTariff:printed-2:
   *
   * The printed tariff of 8-24 places, in øre.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_amount (klass, "printed-2",
                                       "Trykt takst, 8-24 pladser|Printed tariff, 8-24 places",
                                       "Trykt takst for 8-24 pladser|Printed tariff of 8-24 places",
                                       0, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrSupervisionTariff:printed-3:
   *
   * The printed tariff of 25-49 places, in øre.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_amount (klass, "printed-3",
                                       "Trykt takst, 25-49 pladser|Printed tariff, 25-49 places",
                                       "Trykt takst for 25-49 pladser|"
                                       "Printed tariff of 25-49 places",
                                       0, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrSupervisionTariff:printed-4:
   *
   * The printed tariff of 50 places and over, in øre.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_amount (klass, "printed-4",
                                       "Trykt takst, 50 pladser og derover|"
                                       "Printed tariff, 50 places and over",
                                       "Trykt takst for 50 pladser og derover|"
                                       "Printed tariff of 50 places and over",
                                       0, KKR_PARAM_FLAGS_NONE);
}

static void
install_bpa_inputs (KkrCalculatorClass *klass)
{
  /**
   * KkrSupervisionTariff:hourly-price:
   *
   * The price of an hour of supervision of a BPA firm, in kroner; the register's when not given.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_rate (klass, "hourly-price", "Timepris, BPA|Hourly price, BPA",
                                     "Prisen for en time, i kr.|The price of an hour, in kroner",
                                     0.0, KKR_PARAM_FLAGS_RATE);
  /**
   * KkrSupervisionTariff:hours-supervision:
   *
   * The hours of supervision of a BPA firm, and of a significant change; the register's when not
   * given.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_rate (klass, "hours-supervision",
                                     "Timer til tilsyn, BPA|Hours of supervision, BPA",
                                     "Timer til et tilsyn eller en væsentlig ændring|"
                                     "Hours of a supervision or a significant change",
                                     0.0, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrSupervisionTariff:hours-approval:
   *
   * The hours of a new approval of a BPA firm; the register's when not given.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_rate (klass, "hours-approval",
                                     "Timer til nygodkendelse, BPA|Hours of a new approval, BPA",
                                     "Timer til en nygodkendelse|Hours of a new approval",
                                     0.0, KKR_PARAM_FLAGS_NONE);
}

static void
install_place_inputs (KkrCalculatorClass *klass)
{
  /**
   * KkrSupervisionTariff:zero-places:
   *
   * Where an offer without places belongs. The tables of 2019 to 2022 say 0-7 places, those of
   * 2023 and 2024 1-7.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "zero-places", "0 pladser|0 places",
                                     "Om et tilbud uden pladser hører til den mindste gruppe|"
                                     "Whether an offer without places is in the smallest group",
                                     KKR_TYPE_ZERO_PLACES, KKR_ZERO_PLACES_REFUSE,
                                     KKR_PARAM_FLAGS_NONE);
  kkr_calculator_class_name_choices (klass, "zero-places",
                                     "afvises;hører til den mindste gruppe",
                                     "is refused;belongs to the lowest group");
  /**
   * KkrSupervisionTariff:places:
   *
   * The places of one offer, whose group alone is then given, without BPA unless its inputs are
   * given too.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "places", "Pladser|Places",
                                    "Pladser i ét tilbud: kun dets takster vises|"
                                    "Places of one offer: only its tariffs are shown", 0,
                                    KKR_PARAM_FLAGS_NONE);
}

static void
kkr_supervision_tariff_class_init (KkrSupervisionTariffClass *klass)
{
  KkrCalculatorClass *calculator_class = KKR_CALCULATOR_CLASS (klass);

  calculator_class->check = kkr_tariff_check;
  calculator_class->compute = kkr_supervision_tariff_compute;
  calculator_class->derive = kkr_supervision_tariff_derive;
  calculator_class->thread_safe = TRUE;
  calculator_class->title_da = "Socialtilsynets takster";
  calculator_class->title_en = "Supervision tariffs";
  calculator_class->main_column = "tariff";
  kkr_calculator_class_set_batch (calculator_class, &kkr_tariff_batch);
  install_register_inputs (calculator_class);
  install_budget_inputs (calculator_class);
  install_group_inputs (calculator_class);
  install_printed_inputs (calculator_class);
  install_bpa_inputs (calculator_class);
  install_place_inputs (calculator_class);
}

static void
kkr_supervision_tariff_init (KkrSupervisionTariff *self)
{
}

/**
 * kkr_supervision_tariff_new:
 *
 * Makes a calculator of supervision tariffs with no input assigned.
 *
 * Returns: (transfer full): the calculator
 *
 * Since: 0.1
 */
KkrSupervisionTariff *
kkr_supervision_tariff_new (void)
{
  return g_object_new (KKR_TYPE_SUPERVISION_TARIFF, NULL);
}
