/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/guarantee/kkr-guarantee-plan-private.h>
#include <libkkr/calc/guarantee/kkr-guarantee-readings-private.h>

#include <libkkr/calc/guarantee/kkr-deficit-guarantee.h>

static void
install_settlement (KkrCalculatorClass *klass)
{
  /**
   * KkrDeficitGuarantee:region:
   *
   * The region whose municipalities share the payment, by name or code, where `municipalities` is
   * not given and a register is.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_string (klass, "region", "Region|Region",
                                       "Regionen, hvis kommuner deler betalingen, når de ikke er "
                                       "angivet|The region whose municipalities share the "
                                       "payment when they are not listed",
                                       "Region Hovedstaden", KKR_PARAM_FLAGS_NONE);
  /**
   * KkrDeficitGuarantee:first-day:
   *
   * The first day of the settlement, as ISO 8601 text; when not given, the first day of the
   * statuses.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_string (klass, "first-day", "Første dag|First day",
                                       "Første dag i opgørelsen, fx 2022-01-01|The first day of "
                                       "the settlement, such as 2022-01-01",
                                       NULL, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrDeficitGuarantee:last-day:
   *
   * The last day of the settlement, as ISO 8601 text; when not given, the last day of the
   * statuses, which must then have an end.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_string (klass, "last-day", "Sidste dag|Last day",
                                       "Sidste dag i opgørelsen, fx 2022-12-31|The last day of "
                                       "the settlement, such as 2022-12-31",
                                       NULL, KKR_PARAM_FLAGS_NONE);
}

static void
install_cover (KkrCalculatorClass *klass)
{
  /**
   * KkrDeficitGuarantee:share:
   *
   * The part of the tariff of an empty place that the guarantee covers, in per cent. When not
   * given, the register's; without a register the 50 per cent of the memo.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_rate (klass, "share", "Dækning|Cover",
                                     "Den del af taksten, som garantien dækker, i pct.|The part "
                                     "of the tariff that the guarantee covers, in per cent",
                                     50.0, KKR_PARAM_FLAGS_SHARE);
  /**
   * KkrDeficitGuarantee:yearly-shares:
   *
   * The part that is covered in each year of the guarantee, in per cent, between semicolons: `75;
   * 50; 25` is the model that the memo rejects. Instead of `share`.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_string (klass, "yearly-shares", "Dækning år for år|Cover by year",
                                       "Dækningen i hvert af garantiens år, fx 75; 50; 25|The "
                                       "cover in each year of the guarantee, such as 75; 50; 25",
                                       NULL, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrDeficitGuarantee:years:
   *
   * How many calendar years a guarantee runs. When not given, the register's; without a register
   * the 3 years of the memo.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "years", "Varighed i år|Duration in years",
                                    "Garantiens varighed i år|The duration of the guarantee in "
                                    "years",
                                    3, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrDeficitGuarantee:tariff-basis:
   *
   * Which tariff the guarantee covers a part of. What the user municipality pays is always the
   * tariff of the day.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "tariff-basis",
                                     "Takst bag garantien|Tariff behind the guarantee",
                                     "Om garantien dækker en del af dagens takst eller af "
                                     "taksten ved ibrugtagningen|Whether the guarantee covers a "
                                     "part of the tariff of the day or of the one when the place "
                                     "was taken into use",
                                     KKR_TYPE_GUARANTEE_TARIFF, KKR_GUARANTEE_TARIFF_OF_THE_DAY,
                                     KKR_PARAM_FLAGS_NONE);
}

static void
install_window (KkrCalculatorClass *klass)
{
  /**
   * KkrDeficitGuarantee:window:
   *
   * Where the years of the guarantee begin. Of an agreement: with the first of its places, by the
   * column `agreement`, or else by the operator.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "window", "Garantiens år|Years of the guarantee",
                                     "Om garantiens år løber for hver plads eller for hele "
                                     "aftalen|Whether the years of the guarantee run for each "
                                     "place or for the whole agreement",
                                     KKR_TYPE_GUARANTEE_WINDOW, KKR_GUARANTEE_WINDOW_PER_PLACE,
                                     KKR_PARAM_FLAGS_NONE);
  /**
   * KkrDeficitGuarantee:leap-day:
   *
   * When a guarantee that began on 29 February expires in a year without one.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "leap-day", "29. februar|29 February",
                                     "Hvornår en garanti fra 29. februar udløber|When a "
                                     "guarantee from 29 February expires",
                                     KKR_TYPE_LEAP_DAY_RULE, KKR_LEAP_DAY_RULE_FEBRUARY_28,
                                     KKR_PARAM_FLAGS_NONE);
  /**
   * KkrDeficitGuarantee:gaps:
   *
   * What a place is on the days of the settlement, from its first day on, of which no status is
   * given.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "gaps", "Dage uden status|Days without a status",
                                     "Hvad en plads er på dage, hvor ingen status er "
                                     "angivet|What a place is on days of which no status is given",
                                     KKR_TYPE_STATUS_GAP, KKR_STATUS_GAP_REFUSE,
                                     KKR_PARAM_FLAGS_NONE);
  /**
   * KkrDeficitGuarantee:shared-day:
   *
   * Whose the day is on which one status of a place ends and the next begins.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "shared-day",
                                     "Dag med to statusser|Day with two statuses",
                                     "Hvem en dag hører til, hvor én status slutter og den næste "
                                     "begynder|Whose a day is on which one status ends and the "
                                     "next begins",
                                     KKR_TYPE_SHARED_DAY, KKR_SHARED_DAY_REFUSE,
                                     KKR_PARAM_FLAGS_NONE);
}

static void
install_cap (KkrCalculatorClass *klass)
{
  /**
   * KkrDeficitGuarantee:max-places:
   *
   * The highest number of places with a guarantee. When not given, the register's; without a
   * register the 20 of the memo.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "max-places", "Loft over pladser|Cap of places",
                                    "Det højeste antal pladser med garanti|The highest number of "
                                    "places with a guarantee",
                                    20, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrDeficitGuarantee:target-places:
   *
   * The number of places that is aimed at at least. Fewer are no fault; a note says so.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "target-places", "Måltal|Target",
                                    "Det antal pladser, som der mindst er sat mål om; intet "
                                    "krav|The number of places that is aimed at at least; no "
                                    "requirement",
                                    16, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrDeficitGuarantee:cap:
   *
   * What the highest number of places holds for.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "cap", "Loftet gælder|The cap holds for",
                                     "Om loftet gælder alle pladser eller hver "
                                     "driftsherre|Whether the cap holds for all places or for "
                                     "each operator",
                                     KKR_TYPE_GUARANTEE_CAP, KKR_GUARANTEE_CAP_TOTAL,
                                     KKR_PARAM_FLAGS_NONE);
  /**
   * KkrDeficitGuarantee:excess:
   *
   * What happens to places above the highest number.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "excess", "Over loftet|Above the cap",
                                     "Hvad der sker med pladser over loftet|What happens to "
                                     "places above the cap",
                                     KKR_TYPE_GUARANTEE_EXCESS, KKR_GUARANTEE_EXCESS_LAST,
                                     KKR_PARAM_FLAGS_NONE);
}

static void
install_conditions (KkrCalculatorClass *klass)
{
  /**
   * KkrDeficitGuarantee:first-round:
   *
   * Whether only existing offers in sound operation can have a guarantee, as in the first round.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_boolean (klass, "first-round", "Første runde|First round",
                                        "Om kun eksisterende, driftssikre tilbud kan få garanti, "
                                        "som i første runde|Whether only existing offers in "
                                        "sound operation can have a guarantee, as in the first "
                                        "round",
                                        TRUE, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrDeficitGuarantee:unstated:
   *
   * What holds where a table does not say whether a condition is met.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "unstated",
                                     "Ikke oplyste betingelser|Conditions not stated",
                                     "Om en betingelse, som ingen har oplyst, regnes som "
                                     "opfyldt|Whether a condition that nobody states counts as "
                                     "met",
                                     KKR_TYPE_GUARANTEE_UNSTATED, KKR_GUARANTEE_UNSTATED_ACCEPT,
                                     KKR_PARAM_FLAGS_NONE);
}

static void
install_key (KkrCalculatorClass *klass)
{
  /**
   * KkrDeficitGuarantee:key:
   *
   * How the municipalities share the payment. The memo names no key.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "key", "Nøgle|Key",
                                     "Hvordan kommunerne deler betalingen|How the municipalities "
                                     "share the payment",
                                     KKR_TYPE_GUARANTEE_KEY, KKR_GUARANTEE_KEY_EQUAL,
                                     KKR_PARAM_FLAGS_NONE);
  /**
   * KkrDeficitGuarantee:method:
   *
   * How the shares become whole amounts.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "method", "Fordelingsmetode|Method",
                                     "Hvordan andelene bliver hele beløb|How the shares become "
                                     "whole amounts",
                                     KKR_TYPE_APPORTION_METHOD,
                                     KKR_APPORTION_METHOD_LARGEST_REMAINDER,
                                     KKR_PARAM_FLAGS_NONE);
  /**
   * KkrDeficitGuarantee:tie-rule:
   *
   * Who gets the last unit when several have the same claim to it.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "tie-rule", "Ved lighed|In a tie",
                                     "Hvem der får den sidste enhed, når flere har lige krav på "
                                     "den|Who gets the last unit when several have the same "
                                     "claim to it",
                                     KKR_TYPE_TIE_RULE, KKR_TIE_RULE_FIRST, KKR_PARAM_FLAGS_NONE);
}

static void
install_rounding (KkrCalculatorClass *klass)
{
  /**
   * KkrDeficitGuarantee:rounding:
   *
   * How the guarantee is rounded to `unit`.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "rounding", "Afrunding|Rounding",
                                     "Hvordan garantien bliver et helt beløb|How the guarantee "
                                     "becomes a whole amount",
                                     KKR_TYPE_ROUNDING_MODE, KKR_ROUNDING_MODE_HALF_AWAY,
                                     KKR_PARAM_FLAGS_NONE);
  /**
   * KkrDeficitGuarantee:rounding-of:
   *
   * What of the guarantee is rounded.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "rounding-of", "Hvad der afrundes|What is rounded",
                                     "Om garantien afrundes for hver plads i perioden eller for "
                                     "hver dag|Whether the guarantee of each place is rounded "
                                     "for the period or for each day",
                                     KKR_TYPE_GUARANTEE_ROUNDING, KKR_GUARANTEE_ROUNDING_PLACE,
                                     KKR_PARAM_FLAGS_NONE);
  /**
   * KkrDeficitGuarantee:unit:
   *
   * What the guarantee and the bills are a whole number of, in øre.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_amount (klass, "unit", "Afrundingsenhed|Unit of rounding",
                                       "Det, garantien og regningerne er et helt antal af|What "
                                       "the guarantee and the bills are a whole number of",
                                       1, KKR_PARAM_FLAGS_NONE);
}

void
kkr_guarantee_install_rules (KkrCalculatorClass *klass)
{
  install_settlement (klass);
  install_cover (klass);
  install_window (klass);
  install_cap (klass);
  install_conditions (klass);
  install_key (klass);
  install_rounding (klass);
  kkr_guarantee_name_readings (klass);
}
