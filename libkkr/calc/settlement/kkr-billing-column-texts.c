/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/settlement/kkr-billing-private.h>

/* What stands in the columns of the tables, where their titles do not say. */

static const KkrColumnText texts[] = {
  { "placements", "placement",
    "Din egen nøgle for borgerens ophold; ikke navn eller cpr-nummer|A key of your own for "
    "the stay; no name and no personal number" },
  { "placements", "municipality",
    "Kommunen eller regionen, som betaler; navn eller kode|The municipality or region that "
    "pays; its name or code" },
  { "placements", "offer",
    "Hvor takster er forskellige fra tilbud til tilbud|Where tariffs differ from offer to "
    "offer" },
  { "placements", "place",
    "Hvilken plads; bruges, når betaling ender ved genbesættelse|Which place; for payment "
    "that ends when it is taken again" },
  { "placements", "level",
    "Hvor takster er forskellige fra niveau til niveau|Where tariffs differ from level to "
    "level" },
  { "placements", "from",
    "Indflytningsdagen|The day of moving in" },
  { "placements", "to",
    "Fraflytningsdagen, der tæller med; tom, når opholdet varer ved|The day of moving out, "
    "which is included; blank while the stay lasts" },
  { "placements", "notice",
    "Dagen, pladsen blev opsagt; tom uden opsigelse|The day on which notice was given; "
    "blank without" },
  { "placements", "places",
    "Når rækken gælder flere pladser på én gang; ellers 1|Where the row is for several "
    "places at once; otherwise 1" },
  { "tariffs", "offer",
    "Tom eller udeladt, når taksten gælder alle tilbud|Blank or left out where the tariff "
    "is for all offers" },
  { "tariffs", "level",
    "Tom eller udeladt, når taksten gælder alle niveauer|Blank or left out where the "
    "tariff is for all levels" },
  { "tariffs", "from",
    "Første dag med taksten; tom, når den altid har gældt|The first day of the tariff; "
    "blank where it always held" },
  { "tariffs", "to",
    "Sidste dag, der tæller med; tom, når taksten stadig gælder|The last day, which is "
    "included; blank while the tariff holds" },
  { "tariffs", "tariff",
    "Kroner pr. plads pr. døgn, måned eller år|Kroner per place and day, month or year" },
  { "tariffs", "unit",
    "Hvad taksten er for; tom som tariff-unit|What the tariff is for; blank as tariff-unit" },
  { "absences", "from",
    "Første fraværsdag|The first day of absence" },
  { "absences", "to",
    "Sidste fraværsdag, der tæller med; tom, når fraværet varer ved|The last day of "
    "absence, which is included; blank while it lasts" },
  { "absences", "kind",
    "Fx ferie eller sygehus; ændrer ikke beregningen|Such as holiday or hospital; does not "
    "change what is computed" },
  { "absences", "percent",
    "Pct. af taksten i dette fravær, 0-100; tom som absence-percent|Per cent of the tariff "
    "for this absence, 0-100; blank as absence-percent" },
  { "invoice", "month",
    "Fx 2024-03 eller 03-2024|Such as 2024-03 or 03-2024" },
  { "invoice", "days",
    "Fakturerede døgn; tom, når fakturaen ikke siger det|Days on the invoice; blank where "
    "it does not say" },
  { "invoice", "tariff",
    "Faktureret takst i kr.; tom, når fakturaen ikke siger det|Tariff on the invoice in "
    "kroner; blank where it does not say" },
  { "invoice", "amount",
    "Faktureret beløb i kr.|Amount on the invoice in kroner" },
};

void
kkr_place_billing_explain_columns (KkrCalculatorClass *klass)
{
  kkr_calculator_class_explain_columns (klass, texts, G_N_ELEMENTS (texts));
}
