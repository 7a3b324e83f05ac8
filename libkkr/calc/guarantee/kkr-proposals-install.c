/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/guarantee/kkr-proposals-private.h>
#include <libkkr/calc/kkr-choice-names-private.h>

static void
install_register_inputs (KkrCalculatorClass *klass)
{
  /**
   * KkrGuaranteeProposals:register:
   *
   * The register that the terms, the target and the need are taken from where they are not
   * given.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_register (klass, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrGuaranteeProposals:year:
   *
   * The year of the decision: the terms of that year are taken from the register. Required with
   * one.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "year",
                                    "Beslutningsår|Year of the decision",
                                    "Året, hvis vilkår, måltal og behov hentes i registret|The "
                                    "year whose terms, target and need are taken from the "
                                    "register",
                                    0, KKR_PARAM_FLAGS_NONE);
}

static void
install_terms (KkrCalculatorClass *klass)
{
  /**
   * KkrGuaranteeProposals:share:
   *
   * The part of the tariff that the guarantee pays for an empty place, in per cent. Not given:
   * the register's, else 50.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_rate (klass, "share",
                                     "Dækning af taksten, pct.|Cover of the tariff, per cent",
                                     "Den del af taksten, garantien dækker for en tom plads|The "
                                     "part of the tariff that the guarantee covers for an empty "
                                     "place",
                                     50.0, KKR_PARAM_FLAGS_SHARE);
  /**
   * KkrGuaranteeProposals:years:
   *
   * How many years the guarantee runs from commissioning, 1 to 50. Not given: the register's,
   * else 3.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "years",
                                    "Varighed, år|Duration, years",
                                    "Garantiens varighed fra ibrugtagning|The duration of the "
                                    "guarantee from commissioning",
                                    3, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrGuaranteeProposals:alternative-shares:
   *
   * Another cover for each year of the guarantee, between semicolons, to compare with. Not
   * given: for three years the register's, else 75, 50 and 25 per cent, which were considered
   * first.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_string (klass, "alternative-shares",
                                       "Aftrappet dækning, pct.|Stepped cover, per cent",
                                       "En anden dækning for hvert år, til sammenligning|Another "
                                       "cover for each year, to compare with",
                                       "75; 50; 25", KKR_PARAM_FLAGS_NONE);
}

static void
install_reading (KkrCalculatorClass *klass)
{
  /**
   * KkrGuaranteeProposals:leap-day:
   *
   * When a guarantee that begins on 29 February ends; the documents do not say.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "leap-day",
                                     "Regel for 29. februar|Rule for 29 February",
                                     "Hvornår år fra den 29. februar slutter|When years from 29 "
                                     "February end",
                                     KKR_TYPE_LEAP_DAY_RULE,
                                     KKR_LEAP_DAY_RULE_FEBRUARY_28, KKR_PARAM_FLAGS_NONE);
  kkr_calculator_class_name_choices (klass, "leap-day",
                                     "udløber den 28. februar, så den 27. er sidste dag;"
                                     "udløber den 1. marts, så den 28. februar er sidste dag",
                                     "expires on 28 February, so that the 27th is its last day;"
                                     "expires on 1 March, so that 28 February is its last day");
  /**
   * KkrGuaranteeProposals:rounding:
   *
   * How amounts are rounded to øre and points to their last decimal.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "rounding",
                                     "Afrunding|Rounding",
                                     "Hvordan beløb og point afrundes|How amounts and points are "
                                     "rounded",
                                     KKR_TYPE_ROUNDING_MODE,
                                     KKR_ROUNDING_MODE_HALF_AWAY, KKR_PARAM_FLAGS_NONE);
}

static void
install_target (KkrCalculatorClass *klass)
{
  /**
   * KkrGuaranteeProposals:max-places:
   *
   * The highest number of places with a guarantee. Not given: the register's, else 20.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "max-places",
                                    "Loft over pladser|Highest number of places",
                                    "Højeste antal pladser med garanti|The highest number of "
                                    "places with a guarantee",
                                    20, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrGuaranteeProposals:target-low:
   *
   * The lowest number of new places that is aimed at. Not given: the register's, else 16.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "target-low",
                                    "Måltal, mindst|Target, lowest",
                                    "Måltallets laveste antal nye pladser|The lowest number of "
                                    "new places of the target",
                                    16, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrGuaranteeProposals:target-high:
   *
   * The highest number of new places that is aimed at. Not given: the register's, else 20.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "target-high",
                                    "Måltal, højst|Target, highest",
                                    "Måltallets højeste antal nye pladser|The highest number of "
                                    "new places of the target",
                                    20, KKR_PARAM_FLAGS_NONE);
}

static void
install_conditions (KkrCalculatorClass *klass)
{
  /**
   * KkrGuaranteeProposals:first-round:
   *
   * Whether only existing offers in sound operation may have a guarantee, as in the first round.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_boolean (klass, "first-round",
                                        "Første runde|First round",
                                        "Kun udvidelser af eksisterende, driftssikre tilbud kan "
                                        "få garanti|Only existing offers in sound operation are "
                                        "eligible",
                                        TRUE, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrGuaranteeProposals:unstated:
   *
   * What holds where the table does not say whether a condition is met.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "unstated",
                                     "Hvad der ikke er oplyst|What is not stated",
                                     "Om en betingelse, ingen har oplyst noget om, regnes som "
                                     "opfyldt|Whether a condition of which nothing is said is "
                                     "taken as met",
                                     KKR_TYPE_GUARANTEE_UNSTATED,
                                     KKR_GUARANTEE_UNSTATED_ACCEPT, KKR_PARAM_FLAGS_NONE);
  kkr_calculator_class_name_choices (klass, "unstated",
                                     "regnes som opfyldt;regnes som ikke opfyldt",
                                     "count as met;count as not met");
}

static void
install_estimate (KkrCalculatorClass *klass)
{
  /**
   * KkrGuaranteeProposals:commissioned:
   *
   * The day on which places are taken into use where the table has none, in ISO 8601.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_string (klass, "commissioned",
                                       "Ibrugtagning|Commissioning",
                                       "Ibrugtagning, hvor tabellen ingen har, fx "
                                       "2022-02-01|Commissioning where the table has none, such "
                                       "as 2022-02-01",
                                       NULL, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrGuaranteeProposals:vacancy:
   *
   * The expected share of empty days in per cent, where the table has none. Without either no
   * expected payment is computed.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_rate (klass, "vacancy",
                                     "Forventet andel tomme døgn, pct.|Expected share of empty "
                                     "days, per cent",
                                     "Den andel tomme døgn, der regnes med, hvor tabellen "
                                     "ingen har|The share of empty days to reckon with where "
                                     "the table has none",
                                     0.0, KKR_PARAM_FLAGS_SHARE);
  /**
   * KkrGuaranteeProposals:occupancy:
   *
   * The occupancy that the tariff is computed with in per cent, where the table has none.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_rate (klass, "occupancy",
                                     "Sædvanlig belægning, pct.|Usual occupancy, per cent",
                                     "Belægningsprocenten i taksten, hvor tabellen ingen har|The "
                                     "occupancy in the tariff where the table has none",
                                     0.0, KKR_PARAM_FLAGS_SHARE);
}

static void
install_occupancies (KkrCalculatorClass *klass)
{
  /**
   * KkrGuaranteeProposals:occupancies:
   *
   * The occupancies at which income, guarantee and cost are compared, between semicolons.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_string (klass, "occupancies",
                                       "Belægninger, der prøves, pct.|Occupancies to try, per "
                                       "cent",
                                       "Belægningsprocenter, garantien regnes ved|The "
                                       "occupancies at which the guarantee is computed",
                                       "100; 95; 90; 85", KKR_PARAM_FLAGS_NONE);
  /**
   * KkrGuaranteeProposals:days:
   *
   * The days of the year in which occupancies are compared.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "days",
                                    "Døgn i året|Days of the year",
                                    "Døgn i det år, belægningerne prøves i|The days of the year "
                                    "in which occupancies are tried",
                                    365, KKR_PARAM_FLAGS_NONE);
}

static void
install_weights (KkrCalculatorClass *klass)
{
  /**
   * KkrGuaranteeProposals:weight-price:
   *
   * The weight of the price (pris). The documents give none: without weights nothing is ranked.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_rate (klass, "weight-price",
                                     "Vægt af pris|Weight of price",
                                     "Hvor meget pris tæller|How much the price counts",
                                     0.0, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrGuaranteeProposals:weight-quality:
   *
   * The weight of the quality (kvalitet). The documents give none: without weights nothing is
   * ranked.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_rate (klass, "weight-quality",
                                     "Vægt af kvalitet|Weight of quality",
                                     "Hvor meget kvalitet tæller|How much the quality counts",
                                     0.0, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrGuaranteeProposals:weight-setting:
   *
   * The weight of the ties to a strong professional setting (fagligt set-up). The documents give
   * none: without weights nothing is ranked.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_rate (klass, "weight-setting",
                                     "Vægt af fagligt set-up|Weight of professional setting",
                                     "Hvor meget fagligt set-up tæller|How much the professional "
                                     "setting counts",
                                     0.0, KKR_PARAM_FLAGS_NONE);
}

static void
install_shared (KkrCalculatorClass *klass)
{
  /**
   * KkrGuaranteeProposals:weight-shared:
   *
   * The weight of the share of places open to the KKR area. The documents give none: without
   * weights nothing is ranked.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_rate (klass, "weight-shared",
                                     "Vægt af KKR-andel|Weight of share open to KKR",
                                     "Hvor meget KKR-andel tæller|How much the share open to KKR "
                                     "counts",
                                     0.0, KKR_PARAM_FLAGS_NONE);
}

static void
install_ranking (KkrCalculatorClass *klass)
{
  /**
   * KkrGuaranteeProposals:price-points:
   *
   * How a tariff becomes points from 0 to 100.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "price-points",
                                     "Point for pris|Points for price",
                                     "Hvordan en takst bliver til point|How a tariff becomes "
                                     "points",
                                     KKR_TYPE_PRICE_POINTS,
                                     KKR_PRICE_POINTS_RATIO, KKR_PARAM_FLAGS_NONE);
  kkr_calculator_class_name_choices (klass, "price-points",
                                     "100 gange den laveste takst over forslagets egen;jævnt "
                                     "fra 100 for den laveste til 0 for den højeste takst",
                                     "100 times the lowest tariff over the proposal's "
                                     "own;evenly from 100 for the lowest tariff to 0 for the "
                                     "highest");
  /**
   * KkrGuaranteeProposals:points-decimals:
   *
   * The decimals that a proposal's points are rounded to, 0 to 4.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "points-decimals",
                                    "Decimaler i point|Decimals of points",
                                    "Decimaler, point i alt afrundes til|The decimals that "
                                    "points are rounded to",
                                    2, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrGuaranteeProposals:aim:
   *
   * What the best combination of proposals has the most of.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "aim",
                                     "Bedste kombination|Best combination",
                                     "Hvad den bedste kombination har mest af|What the best "
                                     "combination has the most of",
                                     KKR_TYPE_SELECTION_AIM,
                                     KKR_SELECTION_AIM_POINTS, KKR_PARAM_FLAGS_NONE);
  kkr_calculator_class_name_choices (klass, "aim",
                                     "den største sum af point;den største sum af point gange "
                                     "pladser",
                                     "the largest sum of points;the largest sum of points times "
                                     "places");
}

void
kkr_proposals_install (KkrCalculatorClass *klass)
{
  install_register_inputs (klass);
  install_terms (klass);
  install_reading (klass);
  install_target (klass);
  install_conditions (klass);
  install_estimate (klass);
  install_occupancies (klass);
  install_weights (klass);
  install_shared (klass);
  install_ranking (klass);
}
