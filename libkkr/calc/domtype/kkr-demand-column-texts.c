/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-demand-private.h>

static const KkrColumnText texts[] = {
  { "judgements", "year",
    "Året, hvor dommen blev modtaget|The year in which the judgement was received" },
  { "judgements", "dom-type",
    "1 til 5: 1 er anbringelse på sikret afdeling, 5 tilsyn uden mulighed for anbringelse|"
    "1 to 5: 1 is placement in a secured unit, 5 supervision without the possibility of "
    "placement" },
  { "judgements", "persons",
    "Antal borgere; uden kolonnen er hver række én borger|Number of persons; without the column "
    "each row is one person" },
  { "judgements", "municipality",
    "Kommunen, der har handleforpligtelsen; navn eller kode, tom når den ikke er oplyst|The "
    "municipality that has to act; its name or code, blank where it is not stated" },
  { "placements", "paragraph",
    "Fx § 108, § 107 eller § 85; skrivemåden er uden betydning|Such as § 108, § 107 or § 85; how "
    "it is written does not matter" },
  { "placements", "persons",
    "Antal borgere, der er anbragt der|Number of persons who are placed there" },
  { "supply", "municipality",
    "Kommunen, tilbuddene ligger i; navn eller kode|The municipality the offers lie in; its name "
    "or code" },
  { "supply", "sector",
    "Hvem der driver tilbuddene|Who runs the offers" },
  { "supply", "offers",
    "Antal tilbud; tom, når det ikke er oplyst|Number of offers; blank where it is not stated" },
  { "supply", "places",
    "Antal pladser|Number of places" },
};

void
kkr_demand_explain_columns (KkrCalculatorClass *klass)
{
  kkr_calculator_class_explain_columns (klass, texts, G_N_ELEMENTS (texts));
}
