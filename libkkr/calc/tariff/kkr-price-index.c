/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-choice-names-private.h>
#include <libkkr/calc/tariff/kkr-price-index.h>

#include <libkkr/calc/tariff/kkr-index-chain.h>
#include <libkkr/calc/tariff/kkr-price-private.h>

/**
 * KkrPriceIndex:
 *
 * Price-wage regulation (pris- og lønregulering, PL): an amount moved from the price level of one
 * year to that of another, forwards and back.
 *
 * A rate is the growth in per cent from the year before. An amount is multiplied by 1 + rate / 100
 * for each year forwards, and divided by it for each year back; it is rounded once, or for each
 * year. The basic contribution of 118 kroner of 2023 becomes 118 · 1.032 = 121.776, so 122 kroner.
 *
 * Rates come from the table `rates` and, for years that it does not have, from the register, where
 * the series `regional` is the key `price-wage/regional`. Rates that became known later replace
 * those before, up to the day `known-on`. `weights` make one series of several. A series that has
 * no rate for a year between the two price levels is `NO_DATA`, which names the years there are.
 *
 * The other way round it is found what growth two printed price levels allow (`printed-to`,
 * `printed`), and what the rate of the rest is when a total and its other parts have one
 * (`breakdown`).
 *
 * Tables: `amounts` (name, series, from-year, to-year, before, factor, exact, amount), `years`
 * (name, year, rate, amount), `rates` (series, year, rate, known, origin), `totals` (group, before,
 * parts, together, difference), `vintages` (name, known, amount, difference), `levels` (name, from,
 * to, lower, upper, span), `possible-rate` (possible, lower, upper, span, simplest), `series-fit`
 * (series, growth, fits) and `rest` (name, amount, rate, lower, upper); all but the first only
 * where there is something to say.
 *
 * Since: 0.1
 */
struct _KkrPriceIndex {
  KkrCalculator parent_instance;
};

G_DEFINE_FINAL_TYPE (KkrPriceIndex, kkr_price_index, KKR_TYPE_CALCULATOR)

static const KkrSheetColumn amount_columns[] = {
  { "name", "Post|Item", KKR_SHEET_TEXT, TRUE },
  { "amount", "Beløb|Amount", KKR_SHEET_AMOUNT, TRUE },
  { "from-year", "Prisniveau|Price level", KKR_SHEET_WHOLE, FALSE },
  { "series", "Serie|Series", KKR_SHEET_TEXT, FALSE },
  { "group", "Gruppe|Group", KKR_SHEET_TEXT, FALSE },
  { NULL },
};

static const KkrSheetColumn rate_columns[] = {
  { "series", "Serie|Series", KKR_SHEET_TEXT, FALSE },
  { "year", "År|Year", KKR_SHEET_WHOLE, TRUE },
  { "rate", "Sats|Rate", KKR_SHEET_NUMBER, TRUE },
  { "known", "Kendt|Known", KKR_SHEET_DATE, FALSE },
  { NULL },
};

static const KkrSheetColumn weight_columns[] = {
  { "series", "Serie|Series", KKR_SHEET_TEXT, TRUE },
  { "weight", "Vægt|Weight", KKR_SHEET_NUMBER, TRUE },
  { NULL },
};

static const KkrSheetColumn printed_columns[] = {
  { "name", "Post|Item", KKR_SHEET_TEXT, TRUE },
  { "from", "Fra|From", KKR_SHEET_TEXT, TRUE },
  { "to", "Til|To", KKR_SHEET_TEXT, TRUE },
  { NULL },
};

static const KkrSheetColumn part_columns[] = {
  { "name", "Post|Item", KKR_SHEET_TEXT, TRUE },
  { "amount", "Beløb|Amount", KKR_SHEET_NUMBER, TRUE },
  { "rate", "Sats|Rate", KKR_SHEET_TEXT, FALSE },
  { "total", "I alt|Total", KKR_SHEET_BOOLEAN, FALSE },
  { NULL },
};

static KkrResult *
kkr_price_index_compute (KkrCalculator *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (KkrPricePlan) plan = kkr_price_plan_new (self, cancellable, error);
  g_autoptr (GPtrArray) tables = NULL;

  if (plan == NULL)
    return NULL;
  tables = kkr_price_plan_build_tables (plan, cancellable, error);
  if (tables == NULL)
    return NULL;
  return kkr_result_new (self, (KkrTable **) tables->pdata, tables->len,
                         (KkrNote **) plan->notes->pdata, plan->notes->len);
}

static KkrDerivation *
kkr_price_index_derive (KkrCalculator *self, KkrResult *result, const char *column, gint64 row,
                        GError **error)
{
  g_autoptr (KkrPricePlan) plan = kkr_price_plan_new (self, NULL, error);

  return plan != NULL ? kkr_price_plan_derive (plan, result, column, row, error) : NULL;
}

static void
install_amounts (KkrCalculatorClass *klass)
{
  /**
   * KkrPriceIndex:register:
   *
   * The register that rates are taken from.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_register (klass, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrPriceIndex:amount:
   *
   * The amount to regulate, in øre.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_amount (klass, "amount", "Beløb|Amount",
                                       "Beløbet, der reguleres|The amount to regulate", 0,
                                       KKR_PARAM_FLAGS_NONE);
  /**
   * KkrPriceIndex:amounts:
   *
   * Several amounts: `name`, `amount`, and where they differ `from-year` and `series`; `group` for
   * sums.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_sheet (klass, "amounts", "Beløb i tabel|Table of amounts",
                                      "Flere beløb, med prisniveau, serie og gruppe efter behov|"
                                      "Several amounts, with price level, series and group as "
                                      "needed", amount_columns, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrPriceIndex:from-year:
   *
   * The price level of the amounts.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "from-year", "Fra prisniveau|From price level",
                                    "Året, hvis priser beløbet er i|The year whose prices the "
                                    "amount is in", 0, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrPriceIndex:to-year:
   *
   * The price level that they are moved to; it may be the earlier one.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "to-year", "Til prisniveau|To price level",
                                    "Året, hvis priser beløbet føres til, frem eller tilbage|"
                                    "The year whose prices it is moved to, forwards or back", 0,
                                    KKR_PARAM_FLAGS_NONE);
}

static void
install_series (KkrCalculatorClass *klass)
{
  /**
   * KkrPriceIndex:series:
   *
   * The series of rates: `regional` for the register's `price-wage/regional`, or a whole key. Not
   * needed where the table of rates has only one.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_string (klass, "series", "Serie|Series",
                                       "Serien af satser, fx service-expenditure eller regional|"
                                       "The series of rates, such as service-expenditure or "
                                       "regional", NULL, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrPriceIndex:rates:
   *
   * Rates in per cent by `series` and `year`; `known` where a year has several: the day from which
   * each was known.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_sheet (klass, "rates", "Satser|Rates",
                                      "Væksten fra året før i pct.; år, som mangler, tages fra "
                                      "registret|The growth from the year before in per cent; "
                                      "years that it lacks are taken from the register",
                                      rate_columns, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrPriceIndex:weights:
   *
   * What a composite series consists of, in per cent: 80 of wages and 20 of other costs.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_sheet (klass, "weights", "Vægte|Weights",
                                      "En sammensat serie: serier og deres vægt i pct., fx 80 løn "
                                      "og 20 øvrigt|A composite series: series and their weights "
                                      "in per cent, such as 80 of wages and 20 of other costs",
                                      weight_columns, KKR_PARAM_FLAGS_NONE);
}

static void
install_composite (KkrCalculatorClass *klass)
{
  /**
   * KkrPriceIndex:composite:
   *
   * Whether the weights hold for each year's rates, or for the amount at the earlier price level.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "composite", "Sammensætning|Composite",
                                     "Om hvert års satser vejes sammen, eller hver del følger sin "
                                     "egen serie|Whether the rates of each year are weighed, or "
                                     "each part goes by its own series",
                                     KKR_TYPE_COMPOSITE_RULE, KKR_COMPOSITE_RULE_RATES,
                                     KKR_PARAM_FLAGS_NONE);
  kkr_calculator_class_name_choices (klass, "composite",
                                     "hvert års satser vejes sammen;hver del følger sin egen "
                                     "serie",
                                     "the rates of each year are weighed;each part goes by its "
                                     "own series");
  /**
   * KkrPriceIndex:rate-decimals:
   *
   * The decimals that a composite rate is rounded to; not rounded when not given.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "rate-decimals", "Decimaler i satsen|Decimals of the "
                                    "rate",
                                    "Decimaler, som en sammensat sats afrundes til; ellers "
                                    "afrundes den ikke|Decimals that a composite rate is rounded "
                                    "to; otherwise it is not rounded", 0, KKR_PARAM_FLAGS_NONE);
}

static void
install_rules (KkrCalculatorClass *klass)
{
  /**
   * KkrPriceIndex:chain:
   *
   * How the rates of several years are put together.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "chain", "Flere år|Several years",
                                     "Om årenes satser ganges sammen eller lægges sammen|"
                                     "Whether the rates of the years are multiplied or added",
                                     KKR_TYPE_INDEX_CHAIN, KKR_INDEX_CHAIN_MULTIPLICATIVE,
                                     KKR_PARAM_FLAGS_NONE);
  kkr_calculator_class_name_choices (klass, "chain",
                                     "satserne ganges sammen;satserne lægges sammen",
                                     "the rates are multiplied;the rates are added");
  /**
   * KkrPriceIndex:index-rounding:
   *
   * Whether an amount is rounded once or for each year.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "index-rounding", "Afrundes|Rounded when",
                                     "Om beløbet afrundes én gang eller for hvert år|"
                                     "Whether the amount is rounded once or for each year",
                                     KKR_TYPE_INDEX_ROUNDING, KKR_INDEX_ROUNDING_ONCE,
                                     KKR_PARAM_FLAGS_NONE);
  kkr_calculator_class_name_choices (klass, "index-rounding",
                                     "én gang;hvert år",
                                     "once;each year");
  /**
   * KkrPriceIndex:unit:
   *
   * What the regulated amounts are whole multiples of, in øre.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_amount (klass, "unit", "Afrundes til|Rounded to",
                                       "Beløbene er et helt antal af denne enhed|"
                                       "What the amounts are whole multiples of", 1,
                                       KKR_PARAM_FLAGS_NONE);
  /**
   * KkrPriceIndex:rounding:
   *
   * How amounts, composite rates and printed figures are rounded.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "rounding", "Afrunding|Rounding",
                                     "Hvordan der afrundes|How figures are rounded",
                                     KKR_TYPE_ROUNDING_MODE, KKR_ROUNDING_MODE_HALF_AWAY,
                                     KKR_PARAM_FLAGS_NONE);
}

static void
install_printed (KkrCalculatorClass *klass)
{
  /**
   * KkrPriceIndex:printed-from:
   *
   * The printed figure at the price level that the search for a rate starts from; the amount, as an
   * exact one, when not given.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_string (klass, "printed-from", "Trykt før|Printed before",
                                       "Det trykte tal i det første prisniveau; ellers beløbet|"
                                       "The printed figure at the first price level; otherwise "
                                       "the amount", NULL, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrPriceIndex:printed-to:
   *
   * The printed figure at the other price level: which growth it allows is found.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_string (klass, "printed-to", "Trykt efter|Printed after",
                                       "Det trykte tal i det andet prisniveau; den mulige vækst "
                                       "søges|The printed figure at the other price level; the "
                                       "growth that is possible is sought", NULL,
                                       KKR_PARAM_FLAGS_NONE);
  /**
   * KkrPriceIndex:printed:
   *
   * Several pairs of printed figures: which growth all of them allow is found.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_sheet (klass, "printed", "Trykte tal i tabel|Table of printed "
                                      "figures",
                                      "Flere par af trykte tal; den vækst, som passer på dem alle, "
                                      "søges|Several pairs of printed figures; the growth that "
                                      "fits all is sought", printed_columns, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrPriceIndex:breakdown:
   *
   * A total and its parts at the later price level, each with its printed rate but one: the rate of
   * that one, or of what the parts leave of the total, is found.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_sheet (klass, "breakdown",
                                      "Samlet sats og dele|Total rate and parts",
                                      "Et samlet beløb og dets dele, med satser; satsen for resten "
                                      "søges|A total and its parts, with rates; the rate of the "
                                      "rest is sought", part_columns, KKR_PARAM_FLAGS_NONE);
}

static void
kkr_price_index_class_init (KkrPriceIndexClass *klass)
{
  KkrCalculatorClass *calculator_class = KKR_CALCULATOR_CLASS (klass);

  calculator_class->check = kkr_price_check;
  calculator_class->compute = kkr_price_index_compute;
  calculator_class->derive = kkr_price_index_derive;
  calculator_class->thread_safe = TRUE;
  calculator_class->title_da = "Pris- og lønregulering";
  calculator_class->title_en = "Price-wage regulation";
  calculator_class->main_column = "amount";
  kkr_calculator_class_set_batch (calculator_class, &kkr_price_batch);
  install_amounts (calculator_class);
  install_series (calculator_class);
  install_composite (calculator_class);
  install_rules (calculator_class);
  install_printed (calculator_class);
  kkr_price_explain_columns (calculator_class);
}

static void
kkr_price_index_init (KkrPriceIndex *self)
{
}

/**
 * kkr_price_index_new:
 *
 * Makes a calculator of price-wage regulation with no input assigned.
 *
 * Returns: (transfer full): the calculator
 *
 * Since: 0.1
 */
KkrPriceIndex *
kkr_price_index_new (void)
{
  return g_object_new (KKR_TYPE_PRICE_INDEX, NULL);
}
