/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/guarantee/kkr-guarantee-plan-private.h>

/* What stands in the columns of the tables, where their titles do not say. */

static const KkrColumnText texts[] = {
  { "places", "place",
    "Pladsens nøgle, som de andre tabeller henviser til|The key of the place, to which the "
    "other tables refer" },
  { "places", "agreement",
    "Aftalen, pladsen hører til, når garantiens år løber for hele aftalen|The agreement of "
    "the place, where the years run for all of it" },
  { "places", "tariff",
    "Kroner pr. døgn; tom, når pladsen står i tabellen tariffs|Kroner per day; blank where "
    "the place stands in the table tariffs" },
  { "places", "commissioned",
    "Første dag med en borger; tom: den første dag med status belagt|The first day with a "
    "citizen; blank: the first day that is occupied" },
  { "places", "covered",
    "nej, når pladsen er holdt uden for garantien; tom er ja|no where the place is left "
    "out of the guarantee; blank is yes" },
  { "statuses", "to",
    "Sidste dag, der tæller med; tom, når perioden varer ved|The last day, which is "
    "included; blank while the period lasts" },
  { "statuses", "municipality",
    "Kommunen, som bruger pladsen og betaler; tom, når pladsen er tom|The municipality "
    "that uses the place and pays; blank for an empty place" },
  { "statuses", "special-tariff",
    "Det, brugerkommunen betaler pr. døgn i stedet for taksten|What the user municipality "
    "pays per day instead of the tariff" },
  { "tariffs", "to",
    "Sidste dag, der tæller med; tom, når taksten stadig gælder|The last day, which is "
    "included; blank while the tariff holds" },
  { "tariffs", "tariff",
    "Kroner pr. døgn|Kroner per day" },
  { "municipalities", "weight",
    "Fx folketal; bruges med nøglen weights|Such as inhabitants; for the key weights" },
};

void
kkr_guarantee_explain_columns (KkrCalculatorClass *klass)
{
  kkr_calculator_class_explain_columns (klass, texts, G_N_ELEMENTS (texts));
}
