/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-price-private.h>

/* What stands in the columns of the tables, where their titles do not say. */

static const KkrColumnText texts[] = {
  { "amounts", "name",
    "Beløbets navn|The name of the amount" },
  { "amounts", "amount",
    "Kroner|Kroner" },
  { "amounts", "from-year",
    "Året, hvis priser beløbet er i; tom som from-year|The year in whose prices the amount "
    "is; blank as from-year" },
  { "amounts", "series",
    "Serien, beløbet reguleres efter; tom som series|The series that regulates the amount; "
    "blank as series" },
  { "amounts", "group",
    "Beløb i samme gruppe lægges sammen|Amounts of one group are added" },
  { "rates", "series",
    "Tom som series|Blank as series" },
  { "rates", "year",
    "Satsen er væksten fra året før til dette år|The rate is the growth from the year "
    "before to this one" },
  { "rates", "rate",
    "Pct., fx 3,2|Per cent, such as 3,2" },
  { "rates", "known",
    "Dagen, satsen blev kendt, når et år har flere skøn|The day on which the rate was "
    "known, where a year has several" },
  { "weights", "weight",
    "Pct.; vægtene er 100 tilsammen|Per cent; the weights are 100 together" },
  { "printed", "from",
    "Det trykte tal i det første prisniveau, fx 33,261 mio.|The printed figure at the "
    "first price level, such as 33,261 mio." },
  { "printed", "to",
    "Det trykte tal i det andet prisniveau|The printed figure at the second price level" },
  { "breakdown", "amount",
    "I den enhed, tabellen er trykt i|In the unit that the table is printed in" },
  { "breakdown", "rate",
    "Den trykte sats i pct.; tom, hvor den søges|The printed rate in per cent; blank where "
    "it is looked for" },
  { "breakdown", "total",
    "ja for den række, der er summen af de andre|yes for the row that is the sum of the "
    "others" },
};

void
kkr_price_explain_columns (KkrCalculatorClass *klass)
{
  kkr_calculator_class_explain_columns (klass, texts, G_N_ELEMENTS (texts));
}
