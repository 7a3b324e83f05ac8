/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-shelter-private.h>

static const KkrColumnText texts[] = {
  { "stays", "person",
    "Din egen nøgle for borgeren; ikke navn eller cpr-nummer|A key of your own for the person; no "
    "name and no personal number" },
  { "stays", "municipality",
    "Kommunen, som betaler; navn eller kode|The municipality that pays; its name or code" },
  { "stays", "offer", "Herberget; ændrer ikke beregningen|The shelter; does not change what is "
    "computed" },
  { "stays", "from", "Første døgn|The first day" },
  { "stays", "to",
    "Sidste døgn, der tæller med; tom, når opholdet varer ved|The last day, which is included; "
    "blank while the stay lasts" },
  { "stays", "tariff", "Kroner pr. døgn|Kroner per day" },
  { "areas", "area", "Fx KKR Hovedstaden|Such as KKR Hovedstaden" },
  { "areas", "capacity",
    "Pladser, som kommunerne i området har fastsat|Places that the municipalities of the area have "
    "set" },
  { "areas", "public",
    "Offentlige pladser; tom, når de står under leverandørerne|Public places; blank where they "
    "stand with the suppliers" },
  { "areas", "demand",
    "Pladser, der er brug for; tom, når det ikke er kendt|Places that are needed; blank where it "
    "is not known" },
  { "suppliers", "area", "Et af områderne|One of the areas" },
  { "suppliers", "sector",
    "Kommunal, regional og statslig er offentlige|Municipal, regional and state are public" },
  { "suppliers", "places", "Leverandørens pladser|The supplier's places" },
  { "suppliers", "approved",
    "Om Socialtilsynet har godkendt tilbuddet; tom er nej|Whether Socialtilsyn has approved the "
    "offer; blank is no" },
  { "suppliers", "approval",
    "Dagen, godkendelsen ventes; tom, når den ikke ventes|The day on which the approval is due; "
    "blank where it is not" },
  { "suppliers", "start",
    "Dagen, tilbuddet går i drift; tom, når den ikke er kendt|The day on which the offer starts; "
    "blank where it is not known" },
  { "suppliers", "awarded",
    "Pladser, der er tildelt i udbuddet; tom er ingen|Places awarded in the tender; blank is "
    "none" },
};

void
kkr_shelter_capacity_explain_columns (KkrCalculatorClass *klass)
{
  kkr_calculator_class_explain_columns (klass, texts, G_N_ELEMENTS (texts));
}
