/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-choice-names-private.h>
#include <libkkr/calc/tariff/kkr-followup-private.h>

static const KkrSheetColumn effect_columns[] = {
  { "year", "År|Year", KKR_SHEET_WHOLE, FALSE, 0, NULL },
  { "operator", "Driftsherre|Operator", KKR_SHEET_TEXT, FALSE, 0, NULL },
  { "offer", "Tilbud|Offer", KKR_SHEET_TEXT, FALSE, 0, NULL },
  { "municipality", "Kommune|Municipality", KKR_SHEET_TEXT, FALSE, 0, NULL },
  { "amount", "Beløb|Amount", KKR_SHEET_AMOUNT, FALSE, 0, NULL },
  { "percent", "Procent|Per cent", KKR_SHEET_NUMBER, FALSE, 0, NULL },
  { NULL },
};

static void
install_cap (KkrCalculatorClass *klass)
{
  /**
   * KkrTariffFollowup:cap-subject:
   *
   * Whose expenditure per day may rise with prices and wages at most: of whom the table `cap` has
   * rows. The expenditure per day is the average of the tariffs, by the weights of each year where
   * there are weights.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "cap-subject",
                                     "Loft for|Cap for",
                                     "Hvis udgift pr. dag højst må stige med pris- og "
                                     "lønudviklingen|Whose expenditure per day may rise with "
                                     "prices and wages at most",
                                     KKR_TYPE_CAP_SUBJECT, KKR_CAP_SUBJECT_NONE,
                                     KKR_PARAM_FLAGS_NONE);
  kkr_calculator_class_name_choices (klass, "cap-subject",
                                     "intet loft;tilbud;driftsherrer;kommuner",
                                     "no cap;offers;operators;municipalities");
  /**
   * KkrTariffFollowup:cap-reference:
   *
   * Which year the expenditure per day is held against.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "cap-reference",
                                     "Sammenlignet med|Held against",
                                     "Om hvert år sammenlignes med basisåret eller året "
                                     "før|Whether each year is held against the base year or the "
                                     "one before",
                                     KKR_TYPE_CAP_REFERENCE, KKR_CAP_REFERENCE_BASE_YEAR,
                                     KKR_PARAM_FLAGS_NONE);
  kkr_calculator_class_name_choices (klass, "cap-reference",
                                     "basisåret;året før",
                                     "the base year;the year before");
  /**
   * KkrTariffFollowup:cap-all-levels:
   *
   * Whether levels count in the cap that stand in one of the two years alone.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_boolean (klass, "cap-all-levels",
                                        "Alle takstniveauer|All levels",
                                        "Også takstniveauer, der kun findes i det ene år|Levels "
                                        "too that stand in one of the years alone",
                                        FALSE, KKR_PARAM_FLAGS_NONE);
}

static void
install_effects (KkrCalculatorClass *klass)
{
  /**
   * KkrTariffFollowup:effects:
   *
   * What a wage agreement adds to the expenditure per day (`year`, `operator`, `offer`,
   * `municipality`, `amount`, `percent`): kroner per day, or per cent of the expenditure that is
   * compared with. Without a year it is for all years. What stands here goes before `effect-
   * amount` and `effect-percent`.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_sheet (klass, "effects",
                                      "Virkning af lønaftale|Effects of a wage agreement",
                                      "Lønaftalens virkning i kr. pr. dag eller i pct. for den "
                                      "enkelte|The effect of a wage agreement in kroner per day "
                                      "or in per cent, one by one",
                                      effect_columns, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrTariffFollowup:effect-amount:
   *
   * What a wage agreement adds to everybody's expenditure per day, in kroner.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_rate (klass, "effect-amount",
                                     "Virkning, kr. pr. dag|Effect, kroner per day",
                                     "Lønaftalens virkning for alle, i kr. pr. dag|The effect of "
                                     "a wage agreement for all, in kroner per day",
                                     0.0, KKR_PARAM_FLAGS_RATE);
  /**
   * KkrTariffFollowup:effect-percent:
   *
   * What a wage agreement adds to everybody's expenditure per day, in per cent of that which is
   * compared with.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_rate (klass, "effect-percent",
                                     "Virkning, pct.|Effect, per cent",
                                     "Lønaftalens virkning for alle, i pct. af udgiften før|The "
                                     "effect of a wage agreement for all, in per cent of the "
                                     "expenditure before",
                                     0.0, KKR_PARAM_FLAGS_SHARE);
}

static void
install_reduction (KkrCalculatorClass *klass)
{
  /**
   * KkrTariffFollowup:saving:
   *
   * A printed saving per month, such as `4,0 mio. kr.`: what it is of follows from it and from
   * `reduction`.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_string (klass, "saving",
                                       "Besparelse pr. måned|Saving per month",
                                       "Den trykte besparelse, fx 4,0 mio. kr.|The printed "
                                       "saving, such as 4,0 mio. kr.",
                                       NULL, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrTariffFollowup:reduction:
   *
   * The printed reduction in per cent, such as `6,1 pct.`.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_string (klass, "reduction",
                                       "Reduktion|Reduction",
                                       "Den trykte reduktion, fx 6,1 pct.|The printed reduction, "
                                       "such as 6,1 pct.",
                                       NULL, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrTariffFollowup:cost-before:
   *
   * The cost per month before a reduction, in øre.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_amount (klass, "cost-before",
                                       "Udgift før|Cost before",
                                       "Udgiften pr. måned før|The cost per month before",
                                       0, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrTariffFollowup:cost-after:
   *
   * The cost per month after it, in øre.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_amount (klass, "cost-after",
                                       "Udgift efter|Cost after",
                                       "Udgiften pr. måned efter|The cost per month after",
                                       0, KKR_PARAM_FLAGS_NONE);
}

static void
install_target (KkrCalculatorClass *klass)
{
  /**
   * KkrTariffFollowup:target:
   *
   * The reduction agreed on, in per cent.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_rate (klass, "target",
                                     "Mål|Target",
                                     "Den aftalte reduktion i pct.|The reduction agreed on, in "
                                     "per cent",
                                     0.0, KKR_PARAM_FLAGS_SHARE);
  /**
   * KkrTariffFollowup:persons:
   *
   * The number of persons that the reduction is about.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "persons",
                                    "Borgere|Persons",
                                    "Antal borgere, reduktionen omfatter|The number of persons "
                                    "that the reduction is about",
                                    0, KKR_PARAM_FLAGS_NONE);
}

void
kkr_followup_install_cap_inputs (KkrCalculatorClass *klass)
{
  install_cap (klass);
  install_effects (klass);
  install_reduction (klass);
  install_target (klass);
}
