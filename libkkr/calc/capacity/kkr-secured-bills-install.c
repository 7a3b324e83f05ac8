/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-secured-private.h>

#include <libkkr/base/kkr-apportionment.h>

static void
install_users (KkrCalculatorClass *klass)
{
  static const KkrSheetColumn users[] = {
    { "municipality", "Kommune|Municipality", KKR_SHEET_TEXT, TRUE },
    { "days", "Døgn|Days", KKR_SHEET_WHOLE, TRUE },
    { NULL },
  };
  static const KkrSheetColumn key[] = {
    { "municipality", "Kommune|Municipality", KKR_SHEET_TEXT, TRUE },
    { "weight", "Vægt|Weight", KKR_SHEET_NUMBER, TRUE },
    { NULL },
  };
  /**
   * KkrSecuredCapacity:users:
   *
   * The days in secured places of persons with dom-type 2 in the year that is billed, by the
   * municipality that would pay for its own.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_sheet (klass, "users", "Brugerkommuner|Users",
                                      "Døgn for borgere med domstype 2 på sikrede pladser, efter "
                                      "kommune|Days of persons with dom-type 2 in secured places, "
                                      "by municipality", users, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrSecuredCapacity:key:
   *
   * By what all municipalities share as long as it is financed by all: each with its weight, such
   * as its population. No document names the key.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_sheet (klass, "key", "Fordelingsnøgle|Key",
                                      "Kommunernes vægte i objektiv finansiering, fx folketal|"
                                      "The weights of the municipalities in objective financing, "
                                      "such as population", key, KKR_PARAM_FLAGS_NONE);
}

static void
install_key_series (KkrCalculatorClass *klass)
{
  /**
   * KkrSecuredCapacity:key-series:
   *
   * Instead of `key`: the series of the register that has the weights; a municipality's fact has
   * its code after a slash.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_string (klass, "key-series", "Nøglens serie|Series of the key",
                                       "Registerets serie med kommunernes vægte, i stedet for "
                                       "key|The register's series of the weights, instead of key",
                                       NULL, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrSecuredCapacity:key-day:
   *
   * The day for which the weights of `key-series` hold.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_string (klass, "key-day", "Nøglens dag|Day of the key",
                                       "Dagen, som vægtene gælder: 2024-01-01|"
                                       "The day for which the weights hold: 2024-01-01", NULL,
                                       KKR_PARAM_FLAGS_NONE);
}

static void
install_price (KkrCalculatorClass *klass)
{
  /**
   * KkrSecuredCapacity:tariff:
   *
   * What a day costs, in øre: then the days come to what is paid in all.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_amount (klass, "tariff", "Takst pr. døgn|Tariff per day",
                                       "Taksten for et døgn på en sikret plads|"
                                       "The tariff of a day in a secured place", 0,
                                       KKR_PARAM_FLAGS_NONE);
  /**
   * KkrSecuredCapacity:budget:
   *
   * Instead of `tariff`: what is paid in all for persons with dom-type 2, in øre.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_amount (klass, "budget", "Samlet udgift|Total cost",
                                       "Årets samlede udgift til domstype 2, i stedet for en takst|"
                                       "The year's cost of dom-type 2 in all, instead of a tariff",
                                       0, KKR_PARAM_FLAGS_NONE);
}

void
kkr_secured_install_bills (KkrCalculatorClass *klass)
{
  install_users (klass);
  install_key_series (klass);
  install_price (klass);
  /**
   * KkrSecuredCapacity:method:
   *
   * How a sum is shared so that the parts add up.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "method", "Fordelingsmetode|Method of sharing",
                                     "Hvordan det fælles beløb fordeles|"
                                     "How the joint sum is shared",
                                     KKR_TYPE_APPORTION_METHOD,
                                     KKR_APPORTION_METHOD_LARGEST_REMAINDER, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrSecuredCapacity:tie-rule:
   *
   * Which of several municipalities with equal claims gets what is left.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "tie-rule", "Ved lighed|Tie rule",
                                     "Hvem der får det sidste ved lighed|"
                                     "Who gets what is left of equal claims", KKR_TYPE_TIE_RULE,
                                     KKR_TIE_RULE_FIRST, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrSecuredCapacity:unit:
   *
   * What shares are multiples of, in øre.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_amount (klass, "unit", "Fordeles i|Unit of shares",
                                       "Hvad andelene er hele antal af: 1 øre, 1 kr.|"
                                       "What shares are multiples of: 1 øre, 1 kr.", 1,
                                       KKR_PARAM_FLAGS_NONE);
}
