/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-choice-names-private.h>
#include <libkkr/calc/settlement/kkr-carry-install-private.h>

#include <libkkr/calc/kkr-calculator-private.h>
#include <libkkr/calc/kkr-sheet-private.h>
#include <libkkr/calc/settlement/kkr-carry-over.h>

static void
install_parts (KkrCalculatorClass *klass)
{
  /**
   * KkrCarryOver:percent-carried:
   *
   * How much of a result is carried, in per cent; the rest is reserved. Half, as Socialtilsyn Nord
   * did in 2024.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_rate (klass, "percent-carried", "Overført andel|Part carried",
                                     "Den del af resultatet, der overføres, i pct.; resten "
                                     "hensættes|"
                                     "The part of the result that is carried, in per cent; the "
                                     "rest is reserved", 50.0, KKR_PARAM_FLAGS_SHARE);
  /**
   * KkrCarryOver:percent-of-deficit:
   *
   * How much of a deficit is carried, in per cent; as `percent-carried` when not given.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_rate (klass, "percent-of-deficit",
                                     "Overført andel af underskud|Part of a deficit carried",
                                     "Den del af et underskud, der overføres, i pct.|"
                                     "The part of a deficit that is carried, in per cent", 0.0,
                                     KKR_PARAM_FLAGS_SHARE);
  /**
   * KkrCarryOver:delay:
   *
   * In how many years a result is carried: 2, the result of 2022 in the budget of 2024.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "delay", "Forsinkelse i år|Delay in years",
                                    "Antal år fra resultatet til det budget, det overføres til|"
                                    "Years from the result to the budget it is carried to", 2,
                                    KKR_PARAM_FLAGS_NONE);
}

static void
install_limits (KkrCalculatorClass *klass)
{
  /**
   * KkrCarryOver:limit:
   *
   * Up to which surplus or deficit `percent-carried` holds, in øre; none when not given.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_amount (klass, "limit", "Grænse|Limit",
                                       "Det over- eller underskud, som andelen gælder for|"
                                       "The surplus or deficit up to which the part holds", 0,
                                       KKR_PARAM_FLAGS_NONE);
  /**
   * KkrCarryOver:limit-percent:
   *
   * The limit as per cent of the budget of the year.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_rate (klass, "limit-percent",
                                     "Grænse i pct. af budgettet|Limit, per cent of the budget",
                                     "Grænsen som procent af årets budget|"
                                     "The limit as per cent of the budget of the year", 0.0,
                                     KKR_PARAM_FLAGS_SHARE);
  /**
   * KkrCarryOver:above-limit:
   *
   * What becomes of the part above the limit.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "above-limit", "Over grænsen|Above the limit",
                                     "Hvad der sker med den del, der ligger over grænsen|"
                                     "What becomes of the part above the limit",
                                     KKR_TYPE_ABOVE_LIMIT, KKR_ABOVE_LIMIT_CARRIED,
                                     KKR_PARAM_FLAGS_NONE);
  kkr_calculator_class_name_choices (klass, "above-limit",
                                     "overføres som resten;overføres til budgettet året "
                                     "efter;afregnes med betalerne året efter;hensættes",
                                     "carried as the rest;carried to the budget of the year "
                                     "after;settled with the payers the year after;reserved");
}

static void
install_rounding (KkrCalculatorClass *klass)
{
  /**
   * KkrCarryOver:unit:
   *
   * To what the carried amount is rounded, in øre.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_amount (klass, "unit", "Afrundes til|Rounded to",
                                       "Enheden, som det overførte beløb afrundes til|"
                                       "The unit that the carried amount is rounded to", 100,
                                       KKR_PARAM_FLAGS_NONE);
  /**
   * KkrCarryOver:rounding:
   *
   * How an odd unit is rounded: `half-away` and `away-from-zero` carry it, `toward-zero` reserves
   * it.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "rounding", "Afrunding|Rounding",
                                     "Hvordan en ulige enhed afrundes; resten hensættes|"
                                     "How an odd unit is rounded; the rest is reserved",
                                     KKR_TYPE_ROUNDING_MODE, KKR_ROUNDING_MODE_HALF_AWAY,
                                     KKR_PARAM_FLAGS_NONE);
}

void
kkr_carry_install_rules (KkrCalculatorClass *klass)
{
  install_parts (klass);
  install_limits (klass);
  install_rounding (klass);
}

void
kkr_carry_install_departments (KkrCalculatorClass *klass)
{
  static const KkrSheetColumn departments[] = {
    { "department", "Afdeling|Department", KKR_SHEET_TEXT, TRUE, 0, NULL },
    { "weight", "Vægt|Weight", KKR_SHEET_NUMBER, TRUE, 0, NULL },
    { NULL, NULL, KKR_SHEET_TEXT, FALSE, 0, NULL },
  };

  /**
   * KkrCarryOver:departments:
   *
   * The departments that share results without a department, and their weights.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_sheet (klass, "departments", "Afdelinger|Departments",
                                      "Afdelinger, som deler et samlet resultat, og deres vægte|"
                                      "Departments that share a joint result, and their weights",
                                      departments, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrCarryOver:method:
   *
   * How the departments share, to the unit.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "method", "Metode|Method",
                                     "Hvordan beløb fordeles på afdelingerne|"
                                     "How amounts are split between the departments",
                                     KKR_TYPE_APPORTION_METHOD,
                                     KKR_APPORTION_METHOD_LARGEST_REMAINDER, KKR_PARAM_FLAGS_NONE);
}

void
kkr_carry_install_later (KkrCalculatorClass *klass)
{
  static const KkrSheetColumn corrections[] = {
    { "cause-year", "Årsagsår|Year of cause", KKR_SHEET_WHOLE, TRUE, 0, NULL },
    { "department", "Afdeling|Department", KKR_SHEET_TEXT, FALSE, 0, NULL },
    { "known", "Kendt|Known", KKR_SHEET_DATE, TRUE, 0, NULL },
    { "amount", "Beløb|Amount", KKR_SHEET_AMOUNT, TRUE, 0, NULL },
    { NULL, NULL, KKR_SHEET_TEXT, FALSE, 0, NULL },
  };
  static const KkrSheetColumn billed[] = {
    { "cause-year", "Årsagsår|Year of cause", KKR_SHEET_WHOLE, TRUE, 0, NULL },
    { "department", "Afdeling|Department", KKR_SHEET_TEXT, FALSE, 0, NULL },
    { "year", "År|Year", KKR_SHEET_WHOLE, TRUE, 0, NULL },
    { "amount", "Beløb|Amount", KKR_SHEET_AMOUNT, TRUE, 0, NULL },
    { NULL, NULL, KKR_SHEET_TEXT, FALSE, 0, NULL },
  };

  /**
   * KkrCarryOver:corrections:
   *
   * What became known later of the result of a year: more surplus is positive.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_sheet (klass, "corrections", "Rettelser|Corrections",
                                      "Rettelser til et resultat, som blev kendt senere|"
                                      "Corrections of a result that became known later",
                                      corrections, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrCarryOver:correction-delay:
   *
   * In how many years after it became known a correction is carried.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "correction-delay",
                                    "Rettelsers forsinkelse i år|Delay of corrections in years",
                                    "Antal år fra en rettelse bliver kendt, til den overføres|"
                                    "Years from a correction's becoming known to its being "
                                    "carried", 1, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrCarryOver:billed:
   *
   * What of the result of `cause-year` is in the budget or tariff of `year` already.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_sheet (klass, "billed", "Allerede indregnet|Billed already",
                                      "Det af et års resultat, som allerede er indregnet i et "
                                      "budget|What of a result is in a budget already", billed,
                                      KKR_PARAM_FLAGS_NONE);
}

void
kkr_carry_install_settlement (KkrCalculatorClass *klass)
{
  static const KkrSheetColumn settlement[] = {
    { "offer", "Tilbud|Offer", KKR_SHEET_TEXT, TRUE, 0, NULL },
    { "year", "År|Year", KKR_SHEET_WHOLE, TRUE, 0, NULL },
    { "budget-cost", "Budgetterede omkostninger|Planned costs", KKR_SHEET_AMOUNT, TRUE, 0, NULL },
    { "accounts-cost", "Faktiske omkostninger|Actual costs", KKR_SHEET_AMOUNT, TRUE, 0, NULL },
    { "planned-days", "Budgetterede døgn|Planned place-days", KKR_SHEET_WHOLE, TRUE, 0, NULL },
    { "actual-days", "Faktiske døgn|Actual place-days", KKR_SHEET_WHOLE, TRUE, 0, NULL },
    { "tariff", "Takst|Tariff", KKR_SHEET_AMOUNT, TRUE, 0, NULL },
    { "later-days", "Døgn i det senere år|Place-days of the later year", KKR_SHEET_WHOLE, FALSE, 0,
      NULL },
    { NULL, NULL, KKR_SHEET_TEXT, FALSE, 0, NULL },
  };

  /**
   * KkrCarryOver:settlement:
   *
   * Offers whose tariffs are settled: planned and actual costs and place-days, the tariff per day,
   * and the place-days of the year that the result is carried to.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_sheet (klass, "settlement", "Efterregulering|Settlement",
                                      "Tilbud, hvis takster efterreguleres|"
                                      "Offers whose tariffs are settled", settlement,
                                      KKR_PARAM_FLAGS_NONE);
  /**
   * KkrCarryOver:variable-percent:
   *
   * How much of the planned costs varies with the place-days, in per cent. It decides what is price
   * and what is volume, not the result.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_rate (klass, "variable-percent",
                                     "Variabel del af omkostningerne|Variable part of the costs",
                                     "Den del af omkostningerne, der følger antallet af døgn, i "
                                     "pct.|"
                                     "The part of the costs that varies with the days, in per cent",
                                     0.0, KKR_PARAM_FLAGS_SHARE);
  /**
   * KkrCarryOver:tariff-unit:
   *
   * To what the change of a tariff per day is rounded, in øre; the remainder is carried on.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_amount (klass, "tariff-unit",
                                       "Takster afrundes til|Tariffs are rounded to",
                                       "Enheden, som reguleringen pr. døgn afrundes til|"
                                       "The unit that the change per day is rounded to", 100,
                                       KKR_PARAM_FLAGS_NONE);
}

void
kkr_carry_install_bridge (KkrCalculatorClass *klass)
{
  static const KkrSheetColumn causes[] = {
    { "cause", "Årsag|Cause", KKR_SHEET_TEXT, TRUE, 0, NULL },
    { "amount", "Beløb|Amount", KKR_SHEET_AMOUNT, TRUE, 0, NULL },
    { NULL, NULL, KKR_SHEET_TEXT, FALSE, 0, NULL },
  };

  /**
   * KkrCarryOver:budget-before:
   *
   * The budget of the year before `budget-year`, in øre and in its prices.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_amount (klass, "budget-before", "Budget før|Budget before",
                                       "Budgettet året før, i samme priser|"
                                       "The budget of the year before, in the same prices", 0,
                                       KKR_PARAM_FLAGS_NONE);
  /**
   * KkrCarryOver:budget-after:
   *
   * The budget of `budget-year`, in øre.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_amount (klass, "budget-after", "Budget efter|Budget after",
                                       "Det budget, hvis ændring forklares|"
                                       "The budget whose change is explained", 0,
                                       KKR_PARAM_FLAGS_NONE);
  /**
   * KkrCarryOver:budget-year:
   *
   * The year of `budget-after`.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "budget-year", "Budgetår|Year of the budget",
                                    "Året for budgettet efter|The year of the budget after", 0,
                                    KKR_PARAM_FLAGS_NONE);
  /**
   * KkrCarryOver:causes:
   *
   * Other causes of the change of the budget; what raises it is positive.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_sheet (klass, "causes", "Årsager|Causes",
                                      "Andre årsager til ændringen af budgettet|"
                                      "Other causes of the change of the budget", causes,
                                      KKR_PARAM_FLAGS_NONE);
}
