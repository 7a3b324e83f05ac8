/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-followup-private.h>

/* What stands in the columns of the tables, where their titles do not say. */

static const KkrColumnText texts[] = {
  { "lists", "year",
    "Året, taksten gælder for|The year that the tariff is for" },
  { "lists", "level",
    "Takstens navn i tilbuddet, når det har flere|The name of the tariff in the offer, "
    "where it has several" },
  { "lists", "tariff",
    "Kroner pr. døgn; tom, når den ikke er indberettet|Kroner per day; blank where it was "
    "not reported" },
  { "lists", "weight",
    "Døgn eller pladser, som taksten gælder; til vægtede gennemsnit|Days or places of the "
    "tariff; for weighted averages" },
  { "lists", "municipality",
    "Kommunen, når loftet gælder kommuner|The municipality, for a cap of municipalities" },
  { "operators", "change",
    "Gennemsnitlig ændring i pct.; fald med minus|Average change in per cent; a fall with "
    "a minus" },
  { "operators", "weight",
    "Til vægtede gennemsnit|For weighted averages" },
  { "reporters", "offer",
    "Tom, når driftsherren blot skal have indberettet noget|Blank where the operator has "
    "only to report something" },
  { "renames", "operator",
    "Navnet i de ældre lister|The name in the older lists" },
  { "renames", "offer",
    "Det gamle navn; tom, når driftsherren har skiftet navn|The old name; blank where it "
    "is the operator that has a new one" },
  { "renames", "level",
    "Det gamle navn; tom, når tilbuddet har skiftet navn|The old name; blank where it is "
    "the offer that has a new one" },
  { "renames", "new-operator",
    "Tom, når navnet er det samme|Blank where the name is the same" },
  { "renames", "new-offer",
    "Tom, når navnet er det samme|Blank where the name is the same" },
  { "renames", "new-level",
    "Tom, når navnet er det samme|Blank where the name is the same" },
  { "rates", "year",
    "Satsen er væksten fra året før til dette år|The rate is the growth from the year "
    "before to this one" },
  { "rates", "rate",
    "Pct., fx 2,9|Per cent, such as 2,9" },
  { "effects", "amount",
    "Lønaftalens virkning i kr. pr. dag; beløb eller procent|What the wage agreement adds "
    "in kroner per day; an amount or per cent" },
  { "effects", "percent",
    "Lønaftalens virkning i pct. af udgiften før|What the wage agreement adds in per cent "
    "of the expenditure before" },
};

void
kkr_followup_explain_columns (KkrCalculatorClass *klass)
{
  kkr_calculator_class_explain_columns (klass, texts, G_N_ELEMENTS (texts));
}
