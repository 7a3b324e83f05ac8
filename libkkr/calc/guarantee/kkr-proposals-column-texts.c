/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/guarantee/kkr-proposals-private.h>

/* What stands in the columns of the tables, where their titles do not say. */

static const KkrColumnText texts[] = {
  { "proposals", "proposal",
    "Forslagets navn eller nummer|The name or number of the proposal" },
  { "proposals", "places",
    "Antal pladser, som forslaget omfatter|Number of places of the proposal" },
  { "proposals", "shared-places",
    "Heraf pladser, som alle kommuner i KKR kan bruge|Of these, places that all "
    "municipalities of the KKR may use" },
  { "proposals", "tariff",
    "Kroner pr. plads pr. døgn|Kroner per place and day" },
  { "proposals", "commissioned",
    "Første dag med garanti; tom som commissioned|The first day of the guarantee; blank as "
    "commissioned" },
  { "proposals", "occupancy",
    "Sædvanlig belægning i taksten, i pct.; tom som occupancy|Usual occupancy in the "
    "tariff, per cent; blank as occupancy" },
  { "proposals", "vacancy",
    "Forventet andel tomme døgn, i pct.; tom som vacancy|Expected share of empty days, per "
    "cent; blank as vacancy" },
  { "proposals", "quality",
    "0-100, givet af bedømmerne|0-100, given by the assessors" },
  { "proposals", "setting",
    "0-100, givet af bedømmerne|0-100, given by the assessors" },
  { "need", "low",
    "Mindste skøn over behovet for pladser i året|Lowest estimate of the places needed in "
    "the year" },
  { "need", "high",
    "Højeste skøn over behovet for pladser i året|Highest estimate of the places needed in "
    "the year" },
};

void
kkr_proposals_explain_columns (KkrCalculatorClass *klass)
{
  kkr_calculator_class_explain_columns (klass, texts, G_N_ELEMENTS (texts));
}
