/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-shelter-private.h>

static void
install_precisions (KkrCalculatorClass *klass)
{
  /**
   * KkrShelterCapacity:increase-precision:
   *
   * What one of the last digit of the increase is worth; that of the last digit which is not 0 when
   * not given.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_amount (klass, "increase-precision",
                                       "Stigningens nøjagtighed|Precision of the increase",
                                       "Hvad en enhed på det sidste trykte ciffer er værd|"
                                       "What one of the last printed digit is worth", 0,
                                       KKR_PARAM_FLAGS_NONE);
  /**
   * KkrShelterCapacity:growth-precision:
   *
   * The same of the per cent; that of the last decimal when not given.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_rate (klass, "growth-precision",
                                     "Procentens nøjagtighed|Precision of the per cent",
                                     "Hvad en enhed på det sidste trykte ciffer er værd|"
                                     "What one of the last printed digit is worth", 0,
                                     KKR_PARAM_FLAGS_SHARE);
  /**
   * KkrShelterCapacity:decimals:
   *
   * The decimals of the yearly growth.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "decimals", "Decimaler|Decimals",
                                    "Decimaler i den årlige vækst|Decimals of the yearly growth", 2,
                                    KKR_PARAM_FLAGS_NONE);
}

void
kkr_shelter_install_growth (KkrCalculatorClass *klass)
{
  /**
   * KkrShelterCapacity:increase:
   *
   * By how much expenditure grew.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_amount (klass, "increase", "Stigning|Increase",
                                       "Stigningen i udgifterne, brutto|"
                                       "By how much gross expenditure grew", 0,
                                       KKR_PARAM_FLAGS_NONE);
  /**
   * KkrShelterCapacity:growth:
   *
   * The same in per cent of what it was.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_rate (klass, "growth", "Stigning i pct.|Increase in per cent",
                                     "Stigningen i procent af udgiften i det første år|"
                                     "The increase in per cent of the first year", 0,
                                     KKR_PARAM_FLAGS_SHARE);
  /**
   * KkrShelterCapacity:from-year:
   *
   * The first year of the growth.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "from-year", "Vækst fra år|Growth from",
                                    "Det år, væksten regnes fra|The year that it grew from", 2018,
                                    KKR_PARAM_FLAGS_NONE);
  /**
   * KkrShelterCapacity:to-year:
   *
   * The last year of the growth.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "to-year", "Vækst til år|Growth to",
                                    "Det år, væksten regnes til|The year that it grew to", 2023,
                                    KKR_PARAM_FLAGS_NONE);
  install_precisions (klass);
}

static void
install_periods (KkrCalculatorClass *klass)
{
  /**
   * KkrShelterCapacity:start-year:
   *
   * The year from which the capacity is set.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "start-year", "Perioder fra år|Periods from",
                                    "Det år, kapaciteten første gang fastsættes for|"
                                    "The first year that a capacity is set for", 0,
                                    KKR_PARAM_FLAGS_NONE);
  /**
   * KkrShelterCapacity:last-year:
   *
   * The year in which the last period begins at the latest.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "last-year", "Perioder til år|Periods to",
                                    "Det år, hvor den sidste periode senest begynder|"
                                    "The year in which the last period begins at the latest", 0,
                                    KKR_PARAM_FLAGS_NONE);
  /**
   * KkrShelterCapacity:interval:
   *
   * The years of a period; both 3 and 6 when not given.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "interval", "Interval i år|Interval in years",
                                    "Hvor mange år kapaciteten fastsættes for|"
                                    "How many years the capacity is set for", 0,
                                    KKR_PARAM_FLAGS_NONE);
}

void
kkr_shelter_install_rest (KkrCalculatorClass *klass)
{
  install_periods (klass);
  /**
   * KkrShelterCapacity:rounding:
   *
   * How the refund of a stay is rounded.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "rounding", "Afrunding|Rounding",
                                     "Hvordan refusionen af et ophold afrundes|"
                                     "How the refund of a stay is rounded",
                                     KKR_TYPE_ROUNDING_MODE, KKR_ROUNDING_MODE_HALF_AWAY,
                                     KKR_PARAM_FLAGS_NONE);
  /**
   * KkrShelterCapacity:rounding-unit:
   *
   * What the refund of a stay is a multiple of.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_amount (klass, "rounding-unit", "Afrundes til|Rounded to",
                                       "Hvad refusionen af et ophold afrundes til: 1 øre, 1 kr.|"
                                       "What the refund of a stay is rounded to: 1 øre, 1 kr.", 1,
                                       KKR_PARAM_FLAGS_NONE);
  /**
   * KkrShelterCapacity:register:
   *
   * The register whose names the municipalities get, and whose limits and growth are used where
   * none are given.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_register (klass, KKR_PARAM_FLAGS_NONE);
}
