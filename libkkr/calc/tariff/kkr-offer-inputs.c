/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-choice-names-private.h>
#include <libkkr/calc/tariff/kkr-offer-tariff-private.h>

static void
install_costs (KkrCalculatorClass *klass)
{
  /**
   * KkrOfferTariff:direct-cost:
   *
   * The direct costs of a year, in øre.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_amount (klass, "direct-cost", "Direkte udgifter|Direct costs",
                                       "Tilbuddets egne udgifter på et år, uden anlægsudgifter|"
                                       "The offer's own costs of a year, without construction", 0,
                                       KKR_PARAM_FLAGS_NONE);
  /**
   * KkrOfferTariff:indirect-cost:
   *
   * The indirect costs of a year, in øre.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_amount (klass, "indirect-cost",
                                       "Indirekte udgifter|Indirect costs",
                                       "Andel af driftsherrens fælles udgifter på et år|"
                                       "The share of the operator's common costs of a year", 0,
                                       KKR_PARAM_FLAGS_NONE);
  /**
   * KkrOfferTariff:overhead:
   *
   * Overhead of a year as an amount, in øre.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_amount (klass, "overhead", "Overhead, beløb|Overhead, amount",
                                       "Overhead på et år som beløb|"
                                       "Overhead of a year as an amount", 0,
                                       KKR_PARAM_FLAGS_NONE);
  /**
   * KkrOfferTariff:overhead-percent:
   *
   * Overhead in per cent of direct and indirect costs; with an amount both count.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_rate (klass, "overhead-percent",
                                     "Overhead, pct.|Overhead, per cent",
                                     "Overhead i pct. af direkte og indirekte udgifter|"
                                     "Overhead in per cent of direct and indirect costs", 0.0,
                                     KKR_PARAM_FLAGS_SHARE);
  /**
   * KkrOfferTariff:depreciation:
   *
   * Depreciation of a year, in øre.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_amount (klass, "depreciation", "Afskrivninger|Depreciation",
                                       "Årets afskrivninger|Depreciation of the year", 0,
                                       KKR_PARAM_FLAGS_NONE);
}

static void
install_capital (KkrCalculatorClass *klass)
{
  /**
   * KkrOfferTariff:interest:
   *
   * Interest of a year, in øre.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_amount (klass, "interest", "Forrentning|Interest",
                                       "Årets forrentning|Interest of the year", 0,
                                       KKR_PARAM_FLAGS_NONE);
  /**
   * KkrOfferTariff:carry-over:
   *
   * The surplus of earlier years that lowers the tariff, in øre; a deficit is negative.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_amount (klass, "carry-over",
                                       "Overført overskud|Surplus carried in",
                                       "Overskud fra tidligere år, som sænker taksten; underskud "
                                       "med minus hæver den|A surplus of earlier years, which "
                                       "lowers the tariff; a deficit, with a minus, raises it", 0,
                                       KKR_PARAM_FLAGS_NONE);
  /**
   * KkrOfferTariff:cost-change:
   *
   * A change in direct, indirect and joint costs, in per cent: for what-ifs.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_rate (klass, "cost-change",
                                     "Ændring i udgifterne|Change in the costs",
                                     "Ændring i direkte, indirekte og fælles udgifter, i pct.|"
                                     "A change in direct, indirect and joint costs, in per cent",
                                     0.0, KKR_PARAM_FLAGS_SHARE);
}

static void
install_places (KkrCalculatorClass *klass)
{
  /**
   * KkrOfferTariff:places:
   *
   * The places of the offer.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "places", "Pladser|Places",
                                    "Antal pladser|The number of places", 0,
                                    KKR_PARAM_FLAGS_NONE);
  /**
   * KkrOfferTariff:days:
   *
   * The days of a year; those of the calendar year when not given.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "days", "Døgn|Days",
                                    "Døgn på et år; kalenderårets, hvis de ikke er givet|"
                                    "Days of a year; those of the calendar year when not given", 0,
                                    KKR_PARAM_FLAGS_NONE);
  /**
   * KkrOfferTariff:year:
   *
   * The year of the tariff.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "year", "År|Year",
                                    "Året, taksten gælder for|The year of the tariff", 0,
                                    KKR_PARAM_FLAGS_NONE);
  /**
   * KkrOfferTariff:occupancy:
   *
   * The occupancy that the tariff assumes, in per cent: more than 0, at most 100.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_rate (klass, "occupancy", "Belægningsprocent|Occupancy",
                                     "Den sædvanlige belægning, som taksten forudsætter, i pct.|"
                                     "The usual occupancy that the tariff assumes, in per cent",
                                     0.0, KKR_PARAM_FLAGS_SHARE);
  /**
   * KkrOfferTariff:paragraph:
   *
   * The paragraph of serviceloven that the offer is by, such as `§ 110`.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_string (klass, "paragraph", "Paragraf|Paragraph",
                                       "Serviceloven, fx § 110|Of serviceloven, such as § 110",
                                       NULL, KKR_PARAM_FLAGS_NONE);
}

static void
install_tables (KkrCalculatorClass *klass)
{
  KkrSheetColumn shared[KKR_SHARED_COLUMN_KEY + 2];

  for (guint i = 0; i < G_N_ELEMENTS (shared); i++)
    shared[i] = kkr_shared_columns[i];
  shared[KKR_SHARED_COLUMN_KEY].choice = KKR_TYPE_PACKAGE_KEY;
  /**
   * KkrOfferTariff:offers:
   *
   * Offers and packages, a row each.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_sheet (klass, "offers", "Tilbud|Offers",
                                      "Tilbud eller pakker, et i hver række|"
                                      "Offers or packages, one in each row", kkr_offer_columns,
                                      KKR_PARAM_FLAGS_NONE);
  /**
   * KkrOfferTariff:shared-costs:
   *
   * Costs that the packages of an offer have in common.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_sheet (klass, "shared-costs", "Fællesudgifter|Joint costs",
                                      "Udgifter, som et tilbuds pakker er fælles om|"
                                      "Costs that the packages of an offer have in common", shared,
                                      KKR_PARAM_FLAGS_NONE);
  /**
   * KkrOfferTariff:shared-key:
   *
   * How joint costs are shared where their row does not say it.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "shared-key", "Fordelingsnøgle|Key",
                                     "Hvordan fællesudgifter fordeles på pakkerne|"
                                     "How joint costs are shared between the packages",
                                     KKR_TYPE_PACKAGE_KEY, KKR_PACKAGE_KEY_PLACE_DAYS,
                                     KKR_PARAM_FLAGS_NONE);
  kkr_calculator_class_name_choices (klass, "shared-key",
                                     "pladser;betalte døgn;vægt",
                                     "places;paid days;weight");
}

static void
install_model (KkrCalculatorClass *klass)
{
  /**
   * KkrOfferTariff:model:
   *
   * How the tariff follows from the costs; the long-term average when not given. As text: steps
   * that replace those of the long-term average or are added to them.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_object (klass, "model", "Takstmodel|Tariff model",
                                       "Trin som cost = running + night_cost, adskilt af "
                                       "semikolon; ellers det langsigtede gennemsnit|"
                                       "Steps such as cost = running + night_cost, between "
                                       "semicolons; otherwise the long-term average",
                                       KKR_TYPE_TARIFF_MODEL, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrOfferTariff:quantities:
   *
   * Of one offer, the quantities that the model has of its own: `night-cost = 1.000; beds = 4`.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_string (klass, "quantities", "Modellens størrelser|Quantities",
                                       "Modellens egne størrelser, fx night-cost = 1.000; beløb i "
                                       "kr.|The model's own quantities, such as night-cost = "
                                       "1.000; money in kroner", NULL, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrOfferTariff:tariff-unit:
   *
   * What the tariff is the price of.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "tariff-unit", "Takst pr.|Tariff per",
                                     "Hvad taksten er prisen for: et døgn, en måned eller et år|"
                                     "What the tariff is the price of: a day, a month or a year",
                                     KKR_TYPE_TARIFF_UNIT, KKR_TARIFF_UNIT_DAY,
                                     KKR_PARAM_FLAGS_NONE);
  kkr_calculator_class_name_choices (klass, "tariff-unit",
                                     "døgn;måned;år",
                                     "day;month;year");
}

static void
install_rounding (KkrCalculatorClass *klass)
{
  /**
   * KkrOfferTariff:unit:
   *
   * What tariffs are whole multiples of, in øre.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_amount (klass, "unit", "Afrundes til|Rounded to",
                                       "Takster er et helt antal af denne enhed|"
                                       "What tariffs are whole multiples of", 100,
                                       KKR_PARAM_FLAGS_NONE);
  /**
   * KkrOfferTariff:rounding:
   *
   * How a tariff is rounded.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "rounding", "Afrunding|Rounding",
                                     "Hvordan taksten afrundes|How the tariff is rounded",
                                     KKR_TYPE_ROUNDING_MODE, KKR_ROUNDING_MODE_HALF_AWAY,
                                     KKR_PARAM_FLAGS_NONE);
}

static void
install_ceilings (KkrCalculatorClass *klass)
{
  /**
   * KkrOfferTariff:use-proposals:
   *
   * Whether tariffs are held against ceilings and limits that are proposed and not law.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_boolean (klass, "use-proposals", "Brug forslag|Use proposals",
                                        "Om taksten holdes op mod lofter og grænser, der er "
                                        "forslag og ikke lov|Whether the tariff is held against "
                                        "ceilings and limits that are proposed and not law", FALSE,
                                        KKR_PARAM_FLAGS_NONE);
  /**
   * KkrOfferTariff:ceiling-109:
   *
   * A ceiling of the tariffs of SEL § 109, in øre per unit of the tariff. Proposal.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_amount (klass, "ceiling-109", "Loft, § 109|Ceiling, § 109",
                                       "Forslag: loft over taksten for kvindekrisecentre|"
                                       "Proposal: a ceiling of the tariff of women's shelters", 0,
                                       KKR_PARAM_FLAGS_NONE);
  /**
   * KkrOfferTariff:ceiling-110:
   *
   * A ceiling of the tariffs of SEL § 110, in øre per unit of the tariff. Proposal.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_amount (klass, "ceiling-110", "Loft, § 110|Ceiling, § 110",
                                       "Forslag: loft over taksten for herberger og "
                                       "forsorgshjem|Proposal: a ceiling of the tariff of shelters "
                                       "for the homeless", 0, KKR_PARAM_FLAGS_NONE);
}

static void
install_limit (KkrCalculatorClass *klass)
{
  /**
   * KkrOfferTariff:limit-percent:
   *
   * How much more an alternative offer may cost than the assigned one, in per cent. Proposal.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_rate (klass, "limit-percent",
                                     "Beløbsgrænse, pct.|Limit, per cent",
                                     "Forslag: så meget dyrere må et alternativt tilbud være|"
                                     "Proposal: an alternative offer may cost so much more", 0.0,
                                     KKR_PARAM_FLAGS_SHARE);
  /**
   * KkrOfferTariff:assigned-tariff:
   *
   * The tariff of the offer that the municipality assigned the citizen to, in øre per unit of the
   * tariff; the offer whose tariff is computed is the alternative.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_amount (klass, "assigned-tariff",
                                       "Takst i det visiterede tilbud|Tariff of the assigned offer",
                                       "Taksten i det tilbud, borgeren er visiteret til; det "
                                       "beregnede tilbud er alternativet|The tariff of the offer "
                                       "that the citizen was assigned to; the offer that is "
                                       "computed is the alternative", 0, KKR_PARAM_FLAGS_NONE);
}

void
kkr_offer_install_inputs (KkrCalculatorClass *klass)
{
  install_costs (klass);
  install_capital (klass);
  install_places (klass);
  install_tables (klass);
  install_model (klass);
  install_rounding (klass);
  install_ceilings (klass);
  install_limit (klass);
}
