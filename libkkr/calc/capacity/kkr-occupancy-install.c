/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-occupancy-private.h>

#include <libkkr/base/kkr-enums.h>
#include <libkkr/calc/kkr-choice-names-private.h>

#include <libkkr/calc/capacity/kkr-occupancy.h>

static void
install_places (KkrCalculatorClass *klass)
{
  static const KkrSheetColumn places[] = {
    { "place", "Plads|Place", KKR_SHEET_TEXT, TRUE },
    { "offer", "Tilbud|Offer", KKR_SHEET_TEXT, TRUE },
    { "from", "Fra og med|From", KKR_SHEET_DATE },
    { "to", "Til og med|To", KKR_SHEET_DATE },
    { "tariff", "Takst|Tariff", KKR_SHEET_AMOUNT },
    { NULL },
  };
  static const KkrSheetColumn placements[] = {
    { "person", "Borger|Person", KKR_SHEET_PERSON },
    { "place", "Plads|Place", KKR_SHEET_TEXT },
    { "offer", "Tilbud|Offer", KKR_SHEET_TEXT },
    { "from", "Fra og med|From", KKR_SHEET_DATE, TRUE },
    { "to", "Til og med|To", KKR_SHEET_DATE },
    { "municipality", "Kommune|Municipality", KKR_SHEET_TEXT },
    { "kept-tariff", "Takst for hidtidigt tilbud|Tariff of the kept offer", KKR_SHEET_AMOUNT },
    { NULL },
  };

  /**
   * KkrOccupancy:places:
   *
   * The places: of which offer, and from when to when they are open at which tariff.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_sheet (klass, "places", "Pladser|Places",
                                      "Pladserne, og hvornår de er åbne til hvilken takst|"
                                      "The places, and when they are open at which tariff",
                                      places, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrOccupancy:placements:
   *
   * Who lived in them, from when to when.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_sheet (klass, "placements", "Placeringer|Placements",
                                      "Hvem der har boet på pladserne hvornår|"
                                      "Who lived in the places when", placements,
                                      KKR_PARAM_FLAGS_NONE);
}

static void
install_counts (KkrCalculatorClass *klass)
{
  static const KkrSheetColumn counts[] = {
    { "offer", "Tilbud|Offer", KKR_SHEET_TEXT, TRUE },
    { "year", "År|Year", KKR_SHEET_WHOLE },
    { "places", "Pladser|Places", KKR_SHEET_NUMBER },
    { "used", "Pladser i brug|Places in use", KKR_SHEET_NUMBER },
    { "occupancy", "Belægningsprocent|Occupancy", KKR_SHEET_NUMBER },
    { "days", "Døgn|Days", KKR_SHEET_WHOLE },
    { "tariff", "Takst|Tariff", KKR_SHEET_AMOUNT },
    { NULL },
  };
  static const KkrSheetColumn municipalities[] = {
    { "municipality", "Kommune|Municipality", KKR_SHEET_TEXT, TRUE },
    { "weight", "Vægt|Weight", KKR_SHEET_NUMBER },
    { "used", "Pladser i brug|Places in use", KKR_SHEET_NUMBER },
    { "kept-tariff", "Takst for hidtidigt tilbud|Tariff of the kept offer", KKR_SHEET_AMOUNT },
    { NULL },
  };

  /**
   * KkrOccupancy:counts:
   *
   * Open places and places in use, where places and placements are not listed one by one.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_sheet (klass, "counts", "Optælling|Counts",
                                      "Åbne pladser og pladser i brug, i stedet for lister|"
                                      "Open places and places in use, in place of lists", counts,
                                      KKR_PARAM_FLAGS_NONE);
  /**
   * KkrOccupancy:municipalities:
   *
   * The municipalities that pay for vacant places together.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_sheet (klass, "municipalities", "Kommuner|Municipalities",
                                      "Kommunerne, der sammen betaler for ledige pladser|"
                                      "The municipalities that pay for vacant places together",
                                      municipalities, KKR_PARAM_FLAGS_NONE);
}

static void
install_requests (KkrCalculatorClass *klass)
{
  const KkrSheetColumn refusals[] = {
    { "offer", "Tilbud|Offer", KKR_SHEET_TEXT, TRUE },
    { "reason", "Årsag|Reason", KKR_SHEET_CHOICE, TRUE, KKR_TYPE_REFUSAL_REASON,
      "ingen ledig plads|ingen ledige pladser|pladsmangel;manglende match|intet match;andet" },
    { "count", "Afvisninger|Refusals", KKR_SHEET_WHOLE },
    { NULL },
  };
  static const KkrSheetColumn demand[] = {
    { "offer", "Tilbud|Offer", KKR_SHEET_TEXT, TRUE },
    { "requests", "Henvendelser pr. år|Requests a year", KKR_SHEET_NUMBER },
    { "stay", "Ophold i døgn|Stay in days", KKR_SHEET_NUMBER },
    { "places", "Pladser|Places", KKR_SHEET_WHOLE },
    { "target", "Højeste risiko|Highest chance", KKR_SHEET_NUMBER },
    { NULL },
  };

  /**
   * KkrOccupancy:refusals:
   *
   * The requests that offers have refused, by reason.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_sheet (klass, "refusals", "Afvisninger|Refusals",
                                      "Henvendelser, som tilbuddene har afvist, efter årsag|"
                                      "Requests that the offers have refused, by reason",
                                      refusals, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrOccupancy:demand:
   *
   * Requests and stays of offers, for the chance that a request is refused.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_sheet (klass, "demand", "Efterspørgsel|Demand",
                                      "Henvendelser og opholdslængde, tilbud for tilbud|"
                                      "Requests and length of stay, offer by offer", demand,
                                      KKR_PARAM_FLAGS_NONE);
}

static void
install_period (KkrCalculatorClass *klass)
{
  /**
   * KkrOccupancy:first-day:
   *
   * The first day that is counted.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_string (klass, "first-day", "Første dag|First day",
                                       "Den første dag, der tælles: 2024-01-01|"
                                       "The first day that is counted: 2024-01-01", NULL,
                                       KKR_PARAM_FLAGS_NONE);
  /**
   * KkrOccupancy:last-day:
   *
   * The last day that is counted.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_string (klass, "last-day", "Sidste dag|Last day",
                                       "Den sidste dag, der tælles: 2024-12-31|"
                                       "The last day that is counted: 2024-12-31", NULL,
                                       KKR_PARAM_FLAGS_NONE);
  /**
   * KkrOccupancy:count-by:
   *
   * What the days in use are.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "count-by", "Døgn i brug|Days in use",
                                     "Om to borgere på en plads tæller som to|"
                                     "Whether two persons in a place count as two",
                                     KKR_TYPE_OCCUPANCY_COUNT, KKR_OCCUPANCY_COUNT_PERSONS,
                                     KKR_PARAM_FLAGS_NONE);
  kkr_calculator_class_name_choices (klass, "count-by",
                                     "hver borgers døgn;hver plads' døgn, uanset hvor mange",
                                     "the days of each person;the days of each place, whoever "
                                     "lives there");
  /**
   * KkrOccupancy:count-last-day:
   *
   * Whether the day of moving out is one of the days in use.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_boolean (klass, "count-last-day",
                                        "Fraflytningsdag|Day of moving out",
                                        "Om fraflytningsdagen er et døgn i brug|"
                                        "Whether the day of moving out is a day in use", TRUE,
                                        KKR_PARAM_FLAGS_NONE);
}

static void
install_tariff (KkrCalculatorClass *klass)
{
  /**
   * KkrOccupancy:tariff:
   *
   * The tariff of a place, where its row does not say it.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_amount (klass, "tariff", "Takst|Tariff",
                                       "Taksten for en plads, hvor rækken ikke siger det|"
                                       "The tariff of a place where its row does not say it", 0,
                                       KKR_PARAM_FLAGS_NONE);
  /**
   * KkrOccupancy:tariff-unit:
   *
   * What tariffs are for. That of a kept offer is always for a day.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "tariff-unit", "Takstenhed|Unit of tariffs",
                                     "Hvad taksterne er for|What tariffs are for",
                                     KKR_TYPE_TARIFF_UNIT, KKR_TARIFF_UNIT_DAY,
                                     KKR_PARAM_FLAGS_NONE);
  kkr_calculator_class_name_choices (klass, "tariff-unit", "døgn;måned;år", "day;month;year");
  /**
   * KkrOccupancy:fixed-year:
   *
   * Whether a day is 1/365 of a year's tariff in leap years too.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_boolean (klass, "fixed-year", "Altid 365 dage|Always 365 days",
                                        "Om et døgn er 1/365 af et års takst også i skudår|"
                                        "Whether a day is 1/365 of a year's tariff in leap years "
                                        "too", FALSE, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrOccupancy:vacancy-percent:
   *
   * What of the tariff a vacant day costs.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_rate (klass, "vacancy-percent",
                                     "Pct. af takst for ledige døgn|Per cent for vacant days",
                                     "Procent af taksten, som et ledigt døgn koster|"
                                     "Per cent of the tariff that a vacant day costs", 100,
                                     KKR_PARAM_FLAGS_SHARE);
}

static void
install_split (KkrCalculatorClass *klass)
{
  /**
   * KkrOccupancy:key:
   *
   * How the municipalities share what vacant days cost.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "key", "Nøgle|Key",
                                     "Hvordan kommunerne deler betalingen for ledige døgn|"
                                     "How the municipalities share the payment for vacant days",
                                     KKR_TYPE_GUARANTEE_KEY, KKR_GUARANTEE_KEY_WEIGHTS,
                                     KKR_PARAM_FLAGS_NONE);
  kkr_calculator_class_name_choices (klass, "key", "lige meget hver;vægtene;egne døgn i brug",
                                     "the same each;the weights;their own days in use");
  /**
   * KkrOccupancy:method:
   *
   * How the shares are rounded.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "method", "Fordelingsmetode|Method",
                                     "Hvordan andelene afrundes|How the shares are rounded",
                                     KKR_TYPE_APPORTION_METHOD,
                                     KKR_APPORTION_METHOD_LARGEST_REMAINDER,
                                     KKR_PARAM_FLAGS_NONE);
  /**
   * KkrOccupancy:tie-rule:
   *
   * Who gets a unit that several are equally near to.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "tie-rule", "Ved lighed|In a tie",
                                     "Hvem der får en enhed, som flere er lige nær|"
                                     "Who gets a unit that several are equally near to",
                                     KKR_TYPE_TIE_RULE, KKR_TIE_RULE_FIRST, KKR_PARAM_FLAGS_NONE);
}

static void
install_rounding (KkrCalculatorClass *klass)
{
  /**
   * KkrOccupancy:rounding:
   *
   * How amounts are rounded.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "rounding", "Afrunding|Rounding",
                                     "Hvordan beløb afrundes|How amounts are rounded",
                                     KKR_TYPE_ROUNDING_MODE, KKR_ROUNDING_MODE_HALF_AWAY,
                                     KKR_PARAM_FLAGS_NONE);
  /**
   * KkrOccupancy:rounding-unit:
   *
   * What amounts are multiples of.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_amount (klass, "rounding-unit", "Afrundes til|Rounded to",
                                       "Hvad beløb afrundes til: 1 øre, 1 kr.|"
                                       "What amounts are rounded to: 1 øre, 1 kr.", 1,
                                       KKR_PARAM_FLAGS_NONE);
}

static void
install_model (KkrCalculatorClass *klass)
{
  /**
   * KkrOccupancy:requests:
   *
   * Requests for a place a year, where the row of `demand` does not say it.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_rate (klass, "requests", "Henvendelser pr. år|Requests a year",
                                     "Henvendelser om en plads pr. år, de afviste med|"
                                     "Requests for a place a year, with those refused", 0,
                                     KKR_PARAM_FLAGS_NONE);
  /**
   * KkrOccupancy:stay:
   *
   * How long a stay is on average.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_rate (klass, "stay", "Ophold i døgn|Stay in days",
                                     "Hvor mange døgn et ophold varer i gennemsnit|"
                                     "How many days a stay lasts on average", 0,
                                     KKR_PARAM_FLAGS_NONE);
  /**
   * KkrOccupancy:capacity:
   *
   * The places that requests are for; without it those of the offer.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "capacity", "Antal pladser|Number of places",
                                    "Pladserne, som der spørges efter; ellers tilbuddets|"
                                    "The places that are asked for; otherwise those of the offer",
                                    0, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrOccupancy:target:
   *
   * The highest chance of refusal that is accepted, in per cent, for the places that are needed.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_rate (klass, "target", "Højeste risiko|Highest chance",
                                     "Den højeste risiko for afvisning i pct.|"
                                     "The highest chance of refusal, in per cent", 0,
                                     KKR_PARAM_FLAGS_SHARE);
}

void
kkr_occupancy_install (KkrCalculatorClass *klass)
{
  install_places (klass);
  install_counts (klass);
  install_requests (klass);
  install_period (klass);
  install_tariff (klass);
  install_split (klass);
  install_rounding (klass);
  install_model (klass);
}
