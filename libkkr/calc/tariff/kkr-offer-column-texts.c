/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-offer-tariff-private.h>

/* What stands in the columns of the tables, where their titles do not say. */

static const KkrColumnText texts[] = {
  { "offers", "package",
    "Tilbuddets pakke eller ydelse, når det har flere takster|The package of the offer, "
    "where it has several tariffs" },
  { "offers", "paragraph",
    "Fx § 110; bruges kun til de foreslåede lofter|Such as § 110; for the proposed "
    "ceilings alone" },
  { "offers", "places",
    "Pladser i tilbuddet eller pakken|Places of the offer or package" },
  { "offers", "direct-cost",
    "Kroner om året, uden anlægsudgifter|Kroner a year, without construction costs" },
  { "offers", "indirect-cost",
    "Kroner om året: del af driftsherrens fælles udgifter|Kroner a year: part of the joint "
    "costs of the operator" },
  { "offers", "overhead",
    "Kroner om året|Kroner a year" },
  { "offers", "overhead-percent",
    "Pct. af direkte, indirekte og fælles udgifter; tom som overhead-percent|Per cent of "
    "direct, indirect and joint costs; blank as overhead-percent" },
  { "offers", "depreciation",
    "Kroner om året|Kroner a year" },
  { "offers", "interest",
    "Kroner om året|Kroner a year" },
  { "offers", "carry-over",
    "Overskud i kr., som sænker taksten; underskud med minus|Surplus in kroner, which "
    "lowers the tariff; a deficit with a minus" },
  { "offers", "days",
    "Døgn om året; tom som days, ellers kalenderårets|Days of the year; blank as days, "
    "else those of the calendar year" },
  { "offers", "occupancy",
    "Sædvanlig belægning i pct., fx 95; tom som occupancy|Usual occupancy in per cent, "
    "such as 95; blank as occupancy" },
  { "offers", "weight",
    "Kun når fællesudgifter fordeles efter vægt|Only where joint costs are shared by weight" },
  { "offers", "assigned-tariff",
    "Kroner; det beregnede tilbud er et alternativ til dette|Kroner; the offer computed is "
    "an alternative to this one" },
  { "shared-costs", "offer",
    "Tilbuddet, hvis pakker deler udgiften|The offer whose packages share the cost" },
  { "shared-costs", "cost",
    "Udgiftens navn, fx ledelse|The name of the cost, such as management" },
  { "shared-costs", "amount",
    "Kroner om året|Kroner a year" },
  { "shared-costs", "key",
    "Hvad udgiften fordeles efter; tom som shared-key|What the cost is shared by; blank as "
    "shared-key" },
};

void
kkr_offer_explain_columns (KkrCalculatorClass *klass)
{
  kkr_calculator_class_explain_columns (klass, texts, G_N_ELEMENTS (texts));
}
