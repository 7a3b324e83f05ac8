/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-secured-private.h>

/* What stands in the columns of the tables, where their titles do not say. */

static const KkrColumnText texts[] = {
  { "start", "secured",
    "Alle på sikrede pladser ved årets begyndelse|All in secured places when the year begins" },
  { "start", "waiting",
    "De af dem, hvis ophold er slut, og som venter på en åben plads; tom: ingen|Those of them "
    "whose stay has ended and who wait for an open place; blank: none" },
  { "start", "open",
    "Borgere i åbne § 108-pladser; tom: ingen|Persons in open places under section 108; blank: "
    "none" },
  { "inflow", "year",
    "Rækken gælder fra dette år, til en senere række gælder; tom: fra begyndelsen|The row holds "
    "from this year until a later one does; blank: from the beginning" },
  { "inflow", "persons",
    "Borgere om året til sikrede pladser, i gennemsnit|Persons a year to secured places, on "
    "average" },
  { "inflow", "change",
    "Så mange flere for hvert følgende år; færre med minus|So many more in each later year; fewer "
    "with a minus" },
  { "inflow", "open-persons",
    "Borgere om året direkte til åbne § 108-pladser; tom: ingen|Persons a year straight to open "
    "places under section 108; blank: none" },
  { "inflow", "open-change",
    "Så mange flere til åbne pladser for hvert følgende år|So many more to open places in each "
    "later year" },
  { "stays", "year",
    "Rækken gælder fra dette år; tom: fra begyndelsen, eller fra trinets år|The row holds from "
    "this year; blank: from the beginning, or from the year of the step" },
  { "stays", "length",
    "Gennemsnitligt ophold i år; 1/længden forlader pladsen hvert år; tom: som før|Mean stay in "
    "years; 1/length leave each year; blank: as before" },
  { "stays", "ended",
    "I stedet for en længde: pct. af opholdene, der slutter i et år|Instead of a length: per cent "
    "of the stays that end in a year" },
  { "stays", "to-open",
    "Pct. af dem, hvis ophold slutter, der skal til en åben plads; tom: som før|Per cent of those "
    "whose stay ends who are to move to an open place; blank: as before" },
  { "stays", "open-length",
    "Gennemsnitligt ophold i åbne pladser i år; tom: som før|Mean stay in open places in years; "
    "blank: as before" },
  { "stays", "open-ended",
    "I stedet for en længde: pct., der forlader åbne pladser i et år|Instead of a length: per cent "
    "who leave open places in a year" },
  { "stays", "step",
    "Trinet, som rækken hører til; tom: den gælder altid|The step that the row belongs to; blank: "
    "it always holds" },
  { "steps", "step",
    "Trinets navn; rækker med samme navn er ét trin|The name of the step; rows of one name are one "
    "step" },
  { "steps", "year",
    "Pladserne er der fra årets begyndelse|The places are there from the start of the year" },
  { "steps", "secured-places",
    "Flere sikrede pladser; færre med minus|More secured places; fewer with a minus" },
  { "steps", "open-places",
    "Flere åbne § 108-pladser; færre med minus|More open places under section 108; fewer with a "
    "minus" },
  { "steps", "cost",
    "Anlægsudgiften i kr., eller den laveste|Construction cost in kroner, or the lowest" },
  { "steps", "cost-high",
    "Den højeste anlægsudgift i kr.; tom: som den laveste|The highest construction cost in "
    "kroner; blank: as the lowest" },
  { "users", "days",
    "Døgn i året for kommunens borgere med domstype 2|Days in the year of the municipality's "
    "persons with dom-type 2" },
  { "key", "weight",
    "Kommunens vægt, fx folketal|The weight of the municipality, such as its population" },
};

void
kkr_secured_explain_columns (KkrCalculatorClass *klass)
{
  kkr_calculator_class_explain_columns (klass, texts, G_N_ELEMENTS (texts));
}
