/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-choice-names-private.h>
#include <libkkr/calc/tariff/kkr-followup-private.h>

static const KkrSheetColumn list_columns[] = {
  { "year", "År|Year", KKR_SHEET_WHOLE, TRUE, 0, NULL },
  { "operator", "Driftsherre|Operator", KKR_SHEET_TEXT, TRUE, 0, NULL },
  { "offer", "Tilbud|Offer", KKR_SHEET_TEXT, FALSE, 0, NULL },
  { "level", "Takstniveau|Level", KKR_SHEET_TEXT, FALSE, 0, NULL },
  { "tariff", "Takst|Tariff", KKR_SHEET_AMOUNT, FALSE, 0, NULL },
  { "weight", "Vægt|Weight", KKR_SHEET_NUMBER, FALSE, 0, NULL },
  { "municipality", "Kommune|Municipality", KKR_SHEET_TEXT, FALSE, 0, NULL },
  { NULL },
};

static const KkrSheetColumn operator_columns[] = {
  { "operator", "Driftsherre|Operator", KKR_SHEET_TEXT, TRUE, 0, NULL },
  { "change", "Ændring|Change", KKR_SHEET_NUMBER, TRUE, 0, NULL },
  { "weight", "Vægt|Weight", KKR_SHEET_NUMBER, FALSE, 0, NULL },
  { NULL },
};

static const KkrSheetColumn rate_columns[] = {
  { "year", "År|Year", KKR_SHEET_WHOLE, TRUE, 0, NULL },
  { "rate", "Sats|Rate", KKR_SHEET_NUMBER, TRUE, 0, NULL },
  { NULL },
};

static const KkrSheetColumn reporter_columns[] = {
  { "operator", "Driftsherre|Operator", KKR_SHEET_TEXT, TRUE, 0, NULL },
  { "offer", "Tilbud|Offer", KKR_SHEET_TEXT, FALSE, 0, NULL },
  { NULL },
};

static const KkrSheetColumn rename_columns[] = {
  { "operator", "Driftsherre|Operator", KKR_SHEET_TEXT, TRUE, 0, NULL },
  { "offer", "Tilbud|Offer", KKR_SHEET_TEXT, FALSE, 0, NULL },
  { "level", "Takstniveau|Level", KKR_SHEET_TEXT, FALSE, 0, NULL },
  { "new-operator", "Ny driftsherre|New operator", KKR_SHEET_TEXT, FALSE, 0, NULL },
  { "new-offer", "Nyt tilbud|New offer", KKR_SHEET_TEXT, FALSE, 0, NULL },
  { "new-level", "Nyt takstniveau|New level", KKR_SHEET_TEXT, FALSE, 0, NULL },
  { NULL },
};

static void
install_lists (KkrCalculatorClass *klass)
{
  /**
   * KkrTariffFollowup:lists:
   *
   * The tariffs of several years (`year`, `operator`, `offer`, `level`, `tariff`, `weight`,
   * `municipality`): kroner per day. A blank tariff was not reported. The same operator, offer and
   * level twice for a year is an error; case does not matter. `weight`, days or places, has to be
   * there for all tariffs or none; a column of blanks is none.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_sheet (klass, "lists",
                                      "Takstlister|Lists of tariffs",
                                      "Takster år for år: driftsherre, tilbud, takstniveau, takst"
                                      " og evt. vægt|Tariffs year by year: operator, offer, "
                                      "level, tariff, and perhaps a weight",
                                      list_columns, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrTariffFollowup:operators:
   *
   * The average change of each operator in per cent (`operator`, `change`, `weight`), where the
   * tariffs are not known.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_sheet (klass, "operators",
                                      "Driftsherrernes ændringer|Changes of operators",
                                      "Gennemsnitlig ændring i pct. pr. driftsherre, hvor kun den"
                                      " er kendt|The average change in per cent by operator, "
                                      "where only that is known",
                                      operator_columns, KKR_PARAM_FLAGS_NONE);
}

static void
install_names (KkrCalculatorClass *klass)
{
  /**
   * KkrTariffFollowup:reporters:
   *
   * Who has to report (`operator`, `offer`): what is missing stands in the table `problems`.
   * Without it only who is in a list of another year is missed.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_sheet (klass, "reporters",
                                      "Forventede indberettere|Expected reporters",
                                      "Driftsherrer, og evt. tilbud, der skal have "
                                      "indberettet|Operators, and perhaps offers, that have to "
                                      "report",
                                      reporter_columns, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrTariffFollowup:renames:
   *
   * Old names and new ones (`operator`, `offer`, `level`, `new-operator`, `new-offer`,
   * `new-level`), so that a level, an offer or an operator is followed under its new name. A blank
   * level stands for all of the offer, a blank offer for all of the operator; a blank new name for
   * the old one.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_sheet (klass, "renames",
                                      "Omdøbninger|New names",
                                      "Gamle navne i listerne og de nye, der svarer til dem|Old "
                                      "names in the lists and the new ones they correspond to",
                                      rename_columns, KKR_PARAM_FLAGS_NONE);
}

static void
install_choice (KkrCalculatorClass *klass)
{
  /**
   * KkrTariffFollowup:base-year:
   *
   * The year to compare with, in whose prices all is; the first of the lists when not given.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "base-year",
                                    "Basisår|Base year",
                                    "Året, der sammenlignes med; ellers det første|The year to "
                                    "compare with; else the first",
                                    0, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrTariffFollowup:year:
   *
   * The year that is followed up; the last of the lists when not given.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "year",
                                    "År|Year",
                                    "Året, der følges op på; ellers det sidste|The year that is "
                                    "followed up; else the last",
                                    0, KKR_PARAM_FLAGS_NONE);
}

static void
install_selection (KkrCalculatorClass *klass)
{
  /**
   * KkrTariffFollowup:exclude-operators:
   *
   * Operators that are left out, with semicolons between them.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_string (klass, "exclude-operators",
                                       "Uden driftsherrer|Without operators",
                                       "Driftsherrer, der udelades, med semikolon "
                                       "imellem|Operators that are left out, with semicolons "
                                       "between",
                                       NULL, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrTariffFollowup:exclude-offers:
   *
   * Offers that are left out, with semicolons between them.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_string (klass, "exclude-offers",
                                       "Uden tilbud|Without offers",
                                       "Tilbud, der udelades, med semikolon imellem|Offers that "
                                       "are left out, with semicolons between",
                                       NULL, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrTariffFollowup:jump-limit:
   *
   * By how many per cent a level may rise or fall before it is among the `problems`; no limit when
   * not given.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_rate (klass, "jump-limit",
                                     "Grænse for spring|Limit of jumps",
                                     "Ændringer i pct., op eller ned, over grænsen vises blandt "
                                     "bemærkningerne|Changes in per cent, up or down, above the "
                                     "limit are shown among the remarks",
                                     0.0, KKR_PARAM_FLAGS_SHARE);
  /**
   * KkrTariffFollowup:weighting:
   *
   * How weights enter the weighted averages. The weights are those of the base year.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "weighting",
                                     "Vægtning|Weighting",
                                     "Hvad vægtene vægter|What the weights weigh",
                                     KKR_TYPE_TARIFF_WEIGHTING, KKR_TARIFF_WEIGHTING_FIXED_BASKET,
                                     KKR_PARAM_FLAGS_NONE);
  kkr_calculator_class_name_choices (klass, "weighting",
                                     "faste døgn;ændringerne",
                                     "fixed days;the changes");
}

static void
install_rates (KkrCalculatorClass *klass)
{
  /**
   * KkrTariffFollowup:register:
   *
   * The register that `series` is taken from.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_register (klass, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrTariffFollowup:rate:
   *
   * The development of prices and wages from the base year to the year, in per cent. Without one
   * of `rate`, `rates` and `series` tariffs are compared as they are.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_rate (klass, "rate",
                                     "Pris- og lønudvikling|Price and wage development",
                                     "Pris- og lønudviklingen fra basisåret til året, i pct.|The "
                                     "development of prices and wages from the base year to the "
                                     "year, in per cent",
                                     0.0, KKR_PARAM_FLAGS_SHARE);
  /**
   * KkrTariffFollowup:rates:
   *
   * The rates year by year (`year`, `rate`): that for 2024 is the growth from 2023 to 2024.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_sheet (klass, "rates",
                                      "Satser år for år|Rates by year",
                                      "Pris- og lønudviklingen i pct.: satsen for 2024 er væksten"
                                      " fra 2023 til 2024|The development of prices and wages in "
                                      "per cent: the rate for 2024 is the growth from 2023 to "
                                      "2024",
                                      rate_columns, KKR_PARAM_FLAGS_NONE);
}

static void
install_series (KkrCalculatorClass *klass)
{
  /**
   * KkrTariffFollowup:series:
   *
   * The key of a series of yearly rates in the register, such as `price-wage/service-expenditure`.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_string (klass, "series",
                                       "Serie i registret|Series of the register",
                                       "Nøglen for en serie af satser, fx price-wage/service-"
                                       "expenditure|The key of a series of rates, such as price-"
                                       "wage/service-expenditure",
                                       NULL, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrTariffFollowup:chain:
   *
   * How yearly rates make that of several years.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "chain",
                                     "Sammenkædning|Chain",
                                     "Hvordan satserne for flere år lægges sammen|How the rates "
                                     "of several years are put together",
                                     KKR_TYPE_INDEX_CHAIN, KKR_INDEX_CHAIN_MULTIPLICATIVE,
                                     KKR_PARAM_FLAGS_NONE);
  kkr_calculator_class_name_choices (klass, "chain",
                                     "satser ganges sammen;satser lægges sammen",
                                     "rates are multiplied;rates are added");
}

static void
install_rounding (KkrCalculatorClass *klass)
{
  /**
   * KkrTariffFollowup:decimals:
   *
   * To how many decimals of per cent the average of the operators is rounded.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "decimals",
                                    "Decimaler|Decimals",
                                    "Decimaler i gennemsnittet, i pct.|Decimals of the average, "
                                    "in per cent",
                                    2, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrTariffFollowup:operator-decimals:
   *
   * To how many decimals of per cent each operator's change is rounded before the average is
   * taken; 2 where a printed table is averaged.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "operator-decimals",
                                    "Decimaler, driftsherre|Decimals, operator",
                                    "Decimaler, hver driftsherres ændring afrundes til, før "
                                    "gennemsnittet tages|Decimals to which each operator's change"
                                    " is rounded before the average is taken",
                                    10, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrTariffFollowup:level-decimals:
   *
   * To how many decimals of per cent each level's change is rounded before the average is taken.
   * The exact average of a hundred fractions would have a denominator of hundreds of digits.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "level-decimals",
                                    "Decimaler, takstniveau|Decimals, level",
                                    "Decimaler, hvert takstniveaus ændring afrundes til, før "
                                    "gennemsnittet tages|Decimals to which each level's change is"
                                    " rounded before the average is taken",
                                    10, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrTariffFollowup:rounding:
   *
   * How changes are rounded.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "rounding",
                                     "Afrunding|Rounding",
                                     "Hvordan der afrundes|How figures are rounded",
                                     KKR_TYPE_ROUNDING_MODE, KKR_ROUNDING_MODE_HALF_AWAY,
                                     KKR_PARAM_FLAGS_NONE);
}

void
kkr_followup_install_inputs (KkrCalculatorClass *klass)
{
  install_lists (klass);
  install_names (klass);
  install_choice (klass);
  install_selection (klass);
  install_rates (klass);
  install_series (klass);
  install_rounding (klass);
  kkr_followup_install_cap_inputs (klass);
}
