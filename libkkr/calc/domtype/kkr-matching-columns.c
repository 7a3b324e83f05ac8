/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-matching-install-private.h>
#include <libkkr/calc/domtype/kkr-sector-private.h>

/* The columns of the tables that are matched. */

#define DECISIONS "ingen;sikret;anbringelse"

static void
install_persons (KkrCalculatorClass *klass)
{
  const KkrSheetColumn columns[] = {
    { "person", "Borger|Person", KKR_SHEET_PERSON, TRUE },
    { "municipality", "Kommune|Municipality", KKR_SHEET_TEXT },
    { "dom-type", "Domstype|Dom-type", KKR_SHEET_TEXT },
    { "judged", "Dom modtaget|Judgement received", KKR_SHEET_DATE },
    { "needs", "Målgrupper|Target groups", KKR_SHEET_TEXT },
    { "need-points", "Behov, point|Need, points", KKR_SHEET_WHOLE },
    { "wish", "Ønske|Wish", KKR_SHEET_TEXT },
    { "decision", "Afgørelse|Decision", KKR_SHEET_CHOICE, FALSE, KKR_TYPE_DOM_DECISION, DECISIONS },
    { "living-in", "Bor i|Lives in", KKR_SHEET_TEXT },
    { NULL },
  };

  /**
   * KkrPlacementMatching:persons:
   *
   * The persons who wait for a place, by keys that tell nobody who they are.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_sheet (klass, "persons", "Borgere|Persons",
                                      "Borgerne, der venter på en plads|"
                                      "The persons who wait for a place", columns,
                                      KKR_PARAM_FLAGS_REQUIRED);
}

static void
install_offers (KkrCalculatorClass *klass)
{
  const KkrSheetColumn columns[] = {
    { "offer", "Tilbud|Offer", KKR_SHEET_TEXT, TRUE },
    { "operator", "Driftsherre|Operator", KKR_SHEET_TEXT },
    { "sector", "Sektor|Sector", KKR_SHEET_CHOICE, FALSE, KKR_TYPE_SECTOR,
      KKR_SECTOR_WORDS },
    { "municipality", "Kommune|Municipality", KKR_SHEET_TEXT },
    { "paragraphs", "Paragraffer|Paragraphs", KKR_SHEET_TEXT },
    { "long-term", "Længerevarende|Long-term", KKR_SHEET_BOOLEAN },
    { "approved", "Godkendt på Tilbudsportalen|Approved on Tilbudsportalen", KKR_SHEET_CHOICE,
      FALSE, KKR_TYPE_PORTAL_APPROVAL, "ja;nej;kun i teksten|prosatekst|kun i prosatekst" },
    { "secured", "Sikret|Secured", KKR_SHEET_BOOLEAN },
    { "target-groups", "Målgrupper|Target groups", KKR_SHEET_TEXT },
    { "dom-types", "Domstyper|Dom-types", KKR_SHEET_TEXT },
    { "places", "Pladser|Places", KKR_SHEET_WHOLE },
    { "tariff", "Takst|Tariff", KKR_SHEET_AMOUNT },
    { NULL },
  };

  /**
   * KkrPlacementMatching:offers:
   *
   * The offers that places are looked for in.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_sheet (klass, "offers", "Tilbud|Offers",
                                      "Tilbuddene, der søges pladser i|"
                                      "The offers that places are looked for in", columns,
                                      KKR_PARAM_FLAGS_REQUIRED);
}

static void
install_places (KkrCalculatorClass *klass)
{
  const KkrSheetColumn columns[] = {
    { "place", "Plads|Place", KKR_SHEET_TEXT, TRUE },
    { "offer", "Tilbud|Offer", KKR_SHEET_TEXT, TRUE },
    { "from", "Fra og med|From", KKR_SHEET_DATE },
    { "to", "Til og med|To", KKR_SHEET_DATE },
    { "paragraph", "Paragraf|Paragraph", KKR_SHEET_TEXT },
    { "tariff", "Takst|Tariff", KKR_SHEET_AMOUNT },
    { NULL },
  };

  /**
   * KkrPlacementMatching:places:
   *
   * The places one by one; without them an offer has as many as it says.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_sheet (klass, "places", "Pladser|Places",
                                      "Pladserne en for en; ellers gælder tilbuddenes antal|"
                                      "The places one by one; else the offers' numbers count",
                                      columns, KKR_PARAM_FLAGS_NONE);
}

static void
install_placements (KkrCalculatorClass *klass)
{
  const KkrSheetColumn columns[] = {
    { "person", "Borger|Person", KKR_SHEET_PERSON, TRUE },
    { "offer", "Tilbud|Offer", KKR_SHEET_TEXT },
    { "place", "Plads|Place", KKR_SHEET_TEXT },
    { "from", "Fra og med|From", KKR_SHEET_DATE },
    { "to", "Til og med|To", KKR_SHEET_DATE },
    { "paragraph", "Paragraf|Paragraph", KKR_SHEET_TEXT },
    { "dom-type", "Domstype|Dom-type", KKR_SHEET_TEXT },
    { "decision", "Afgørelse|Decision", KKR_SHEET_CHOICE, FALSE, KKR_TYPE_DOM_DECISION, DECISIONS },
    { "target-groups", "Målgrupper|Target groups", KKR_SHEET_TEXT },
    { NULL },
  };

  /**
   * KkrPlacementMatching:placements:
   *
   * Who lives where: their places are not vacant.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_sheet (klass, "placements", "Placeringer|Placements",
                                      "Hvem der bor hvor; deres pladser er ikke ledige|"
                                      "Who lives where; their places are not vacant", columns,
                                      KKR_PARAM_FLAGS_NONE);
}

static void
install_distances (KkrCalculatorClass *klass)
{
  const KkrSheetColumn columns[] = {
    { "municipality", "Kommune|Municipality", KKR_SHEET_TEXT, TRUE },
    { "offer", "Tilbud|Offer", KKR_SHEET_TEXT, TRUE },
    { "km", "Km|Km", KKR_SHEET_NUMBER, TRUE },
    { NULL },
  };

  /**
   * KkrPlacementMatching:distances:
   *
   * How far it is from municipalities to offers.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_sheet (klass, "distances", "Afstande|Distances",
                                      "Hvor langt der er fra kommuner til tilbud|"
                                      "How far it is from municipalities to offers", columns,
                                      KKR_PARAM_FLAGS_NONE);
}

static void
install_conflicts (KkrCalculatorClass *klass)
{
  const KkrSheetColumn columns[] = {
    { "person", "Borger eller målgruppe|Person or target group", KKR_SHEET_PERSON, TRUE },
    { "other", "Den anden|The other", KKR_SHEET_PERSON, TRUE },
    { NULL },
  };

  /**
   * KkrPlacementMatching:conflicts:
   *
   * Who cannot live in the same offer.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_sheet (klass, "conflicts", "Hensyn til andre|Conflicts",
                                      "Hvem der ikke kan bo i samme tilbud|"
                                      "Who cannot live in the same offer", columns,
                                      KKR_PARAM_FLAGS_NONE);
}

void
kkr_matching_install_tables (KkrCalculatorClass *klass)
{
  install_persons (klass);
  install_offers (klass);
  install_places (klass);
  install_placements (klass);
  install_distances (klass);
  install_conflicts (klass);
}
