/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-matching-private.h>

/* What stands in the columns of the tables, where their titles do not say. */

static const KkrColumnText texts[] = {
  { "persons", "person",
    "Din egen nøgle for borgeren; ikke navn eller cpr-nummer|A key of your own for the person; no "
    "name and no personal number" },
  { "persons", "municipality",
    "Borgerens kommune; navn eller kode. Afstand og område regnes herfra|The person's "
    "municipality; its name or code. Distance and area are from there" },
  { "persons", "dom-type", "1 til 5; tom uden dom|1 to 5; blank without a judgement" },
  { "persons", "judged",
    "Dagen, kommunen modtog dommen; tom, når den ikke er oplyst|The day on which the municipality "
    "received the judgement; blank where not stated" },
  { "persons", "needs",
    "Målgrupper, som tilbuddet skal være for, alle sammen; adskilt af semikolon, komma eller "
    "plus|Target groups that the offer has to be for, all of them; with semicolons, commas or "
    "plus signs between them" },
  { "persons", "need-points",
    "Hvor stort behovet er, efter din egen skala; tom som 0|How great the need is, on a scale of "
    "your own; blank as 0" },
  { "persons", "wish", "Et af tilbuddene eller en kommune|One of the offers, or a municipality" },
  { "persons", "decision",
    "Om foranstaltningen er skærpet uden ny dom: type 2 til sikret, type 4 til anbringelse|Whether "
    "the measure was made stricter without a new judgement: type 2 to secured, type 4 to "
    "placement" },
  { "persons", "living-in",
    "Tilbuddet, hvor borgeren bor i dag; tom ellers|The offer where the person lives today; blank "
    "otherwise" },
  { "offers", "operator",
    "Bruges til sektoren, når den er tom|Gives the sector where that is blank" },
  { "offers", "paragraphs",
    "Fx 107; 108; 85|Such as 107; 108; 85" },
  { "offers", "long-term",
    "Tom: efter paragraffen, 108 er længerevarende|Blank: by the paragraph, 108 is long-term" },
  { "offers", "approved",
    "Om det står på Tilbudsportalen som godkendt til udviklingshæmmede med dom|Whether it is "
    "listed on Tilbudsportalen as approved for persons with intellectual disability and a "
    "judgement" },
  { "offers", "secured", "Om pladserne er sikrede|Whether its places are secured" },
  { "offers", "target-groups",
    "Hvem tilbuddet er for; adskilt af semikolon, komma eller plus|Whom it is for; with "
    "semicolons, commas or plus signs between them" },
  { "offers", "dom-types",
    "Domstyper, tilbuddet tager: 2; 3|Dom-types that it takes: 2; 3" },
  { "offers", "places",
    "Antal pladser; bruges, hvor pladserne ikke er angivet en for en|How many places; used where "
    "they are not given one by one" },
  { "offers", "tariff", "Kroner pr. døgn|Kroner per day" },
  { "places", "from",
    "Første dag i drift; tom, når den altid har været det|The first day in use; blank where it "
    "always was" },
  { "places", "to",
    "Sidste dag i drift, der tæller med; tom, når den stadig er det|The last day in use, which is "
    "included; blank while it is" },
  { "places", "paragraph", "Tom som tilbuddets|Blank as the offer's" },
  { "places", "tariff",
    "Kroner pr. døgn; tom som tilbuddets|Kroner per day; blank as the offer's" },
  { "placements", "person",
    "Din egen nøgle for borgeren; ikke navn eller cpr-nummer|A key of your own for the person; no "
    "name and no personal number" },
  { "placements", "offer",
    "Kan være tom, når pladsen er nævnt|May be blank where the place is named" },
  { "placements", "place", "Hvilken plads, hvis den er nævnt|Which place, if it is named" },
  { "placements", "from",
    "Indflytningsdagen; tom, når den ligger før alt andet|The day of moving in; blank where it is "
    "before all else" },
  { "placements", "to",
    "Fraflytningsdagen, der tæller med; tom, mens opholdet varer ved|The day of moving out, which "
    "is included; blank while the stay lasts" },
  { "placements", "paragraph",
    "Paragraffen, borgeren er placeret efter; tom som pladsens|The paragraph of the placement; "
    "blank as the place's" },
  { "placements", "dom-type", "1 til 5; tom uden dom|1 to 5; blank without a judgement" },
  { "placements", "decision",
    "Om foranstaltningen er skærpet uden ny dom|Whether the measure was made stricter without a "
    "new judgement" },
  { "placements", "target-groups",
    "Beboerens målgrupper; bruges til hensyn|The resident's target groups, for conflicts" },
  { "distances", "municipality",
    "Kommunen, der måles fra; navn eller kode|The municipality it is from; its name or code" },
  { "distances", "km",
    "Kilometer, højst tre decimaler bruges|Kilometres, three decimals are used" },
  { "conflicts", "person",
    "Nøglen på en, der venter eller bor der, eller en målgruppe|The key of one who waits or lives "
    "there, or a target group" },
  { "conflicts", "other",
    "Den eller dem, de ikke kan bo i tilbud med|The one or those with whom they cannot share an "
    "offer" },
};

void
kkr_placement_matching_explain_columns (KkrCalculatorClass *klass)
{
  kkr_calculator_class_explain_columns (klass, texts, G_N_ELEMENTS (texts));
}
