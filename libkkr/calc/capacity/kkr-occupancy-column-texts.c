/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-occupancy-private.h>

/* What stands in the columns of the tables, where their titles do not say. */

static const KkrColumnText texts[] = {
  { "places", "place",
    "Navn eller nummer på pladsen; flere rækker, når takst eller tilbud skifter|The name or number "
    "of the place; several rows where its tariff or offer changes" },
  { "places", "from",
    "Første åbne dag; tom, når pladsen altid har været åben|The first open day; blank where it was "
    "always open" },
  { "places", "to",
    "Sidste åbne dag, der tæller med; tom, når pladsen stadig er åben|The last open day, which is "
    "included; blank while it is open" },
  { "places", "tariff",
    "Kroner for tariff-unit; tom som tariff|Kroner for tariff-unit; blank as tariff" },
  { "placements", "person",
    "Din egen nøgle for borgeren; ikke navn eller cpr-nummer|A key of your own for the person; no "
    "name and no personal number" },
  { "placements", "place",
    "En af pladserne; tom for en borger uden egen plads|One of the places; blank for a person "
    "without a place of their own" },
  { "placements", "offer",
    "Nødvendigt, når pladsen er tom; ellers pladsens eget|Needed where the place is blank; "
    "otherwise the place's own" },
  { "placements", "from", "Indflytningsdagen|The day of moving in" },
  { "placements", "to",
    "Fraflytningsdagen; tom, når opholdet varer ved|The day of moving out; blank while the stay "
    "lasts" },
  { "placements", "municipality",
    "Kommunen, som betaler taksten; navn eller kode|The municipality that pays the tariff; its "
    "name or code" },
  { "placements", "kept-tariff",
    "Kroner pr. døgn for det sociale tilbud, som borgeren beholder imens|Kroner a day for the "
    "social offer that the person keeps meanwhile" },
  { "counts", "offer",
    "Tilbud, region eller en anden gruppe af pladser|An offer, a region or another group of "
    "places" },
  { "counts", "year",
    "Året, der er talt; tom for en status på en dag|The year that is counted; blank for the state "
    "of a day" },
  { "counts", "places",
    "Åbne pladser, i gennemsnit; tom, når de ikke er oplyst|Open places on average; blank where "
    "they are not stated" },
  { "counts", "used",
    "Pladser i brug, i gennemsnit; kan være flere end de åbne|Places in use on average; may be "
    "more than are open" },
  { "counts", "occupancy",
    "Belægningen i pct., når den er oplyst i stedet for pladser i brug|The occupancy in per cent, "
    "where it is stated in place of places in use" },
  { "counts", "days",
    "Dage, som rækken gælder; tom: årets, eller periodens|The days that the row is about; blank: "
    "those of the year, or of the period" },
  { "counts", "tariff",
    "Kroner for tariff-unit; tom som tariff|Kroner for tariff-unit; blank as tariff" },
  { "municipalities", "weight",
    "Andel i den fælles betaling, fx indbyggere; for nøglen weights|The part of the joint payment, "
    "such as inhabitants; for the key weights" },
  { "municipalities", "used",
    "Kommunens egne pladser i brug i gennemsnit, når der er optællinger|The municipality's own "
    "places in use on average, where there are counts" },
  { "municipalities", "kept-tariff",
    "Kroner pr. døgn for de sociale tilbud, som borgerne beholder imens|Kroner a day for the "
    "social offers that the persons keep meanwhile" },
  { "refusals", "count",
    "Antal; tom, når tilbuddet har afvist uden at sige hvor mange gange|How many; blank where the "
    "offer has refused without saying how often" },
  { "demand", "requests",
    "Alle henvendelser om en plads pr. år, også de afviste; tom som requests|All requests for a "
    "place a year, those refused too; blank as requests" },
  { "demand", "stay",
    "Hvor længe et ophold varer i gennemsnit; tom som stay|How long a stay lasts on average; blank "
    "as stay" },
  { "demand", "places",
    "Antal pladser; tom som capacity, ellers tilbuddets|The number of places; blank as capacity, "
    "otherwise those of the offer" },
  { "demand", "target",
    "Højeste accepterede risiko for afvisning i pct.; tom som target|The highest accepted chance "
    "of refusal in per cent; blank as target" },
};

void
kkr_occupancy_explain_columns (KkrCalculatorClass *klass)
{
  kkr_calculator_class_explain_columns (klass, texts, G_N_ELEMENTS (texts));
}
