/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/capacity/kkr-secured-private.h>

#include <libkkr/calc/kkr-choice-names-private.h>

#define GROUP_WORDS \
  "domstype 1|1|dom-type 1;domstype 2|2|dom-type 2;domstype 3|3|dom-type 3;" \
  "domstype 4|4|dom-type 4;domstype 5|5|dom-type 5;" \
  "varetægtssurrogat|varetægt|remand substitutes"
#define GROUP(required) \
  { "dom-type", "Domstype|Dom-type", KKR_SHEET_CHOICE, required, KKR_TYPE_SECURED_GROUP, \
    GROUP_WORDS }

static void
install_start (KkrCalculatorClass *klass)
{
  const KkrSheetColumn columns[] = {
    GROUP (TRUE),
    { "secured", "Sikrede pladser|In secured places", KKR_SHEET_WHOLE, TRUE },
    { "waiting", "Heraf venter|Of these waiting", KKR_SHEET_WHOLE },
    { "open", "Åbne pladser|In open places", KKR_SHEET_WHOLE },
    { NULL },
  };
  /**
   * KkrSecuredCapacity:start:
   *
   * Persons at the start of the first year, by group: in secured places, those of them who wait for
   * an open place, and in open places under section 108.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_sheet (klass, "start", "Bestand ved start|Persons at the start",
                                      "Borgere ved begyndelsen af det første år, efter domstype|"
                                      "Persons at the start of the first year, by dom-type",
                                      columns, KKR_PARAM_FLAGS_REQUIRED);
}

static void
install_inflow (KkrCalculatorClass *klass)
{
  const KkrSheetColumn columns[] = {
    GROUP (TRUE),
    { "year", "Fra år|From year", KKR_SHEET_WHOLE },
    { "persons", "Tilgang|Persons a year", KKR_SHEET_NUMBER, TRUE },
    { "change", "Ændring pr. år|Change a year", KKR_SHEET_NUMBER },
    { "open-persons", "Tilgang til åbne pladser|To open places a year", KKR_SHEET_NUMBER },
    { "open-change", "Ændring af åben tilgang|Change of those to open places", KKR_SHEET_NUMBER },
    { NULL },
  };
  /**
   * KkrSecuredCapacity:inflow:
   *
   * Persons who arrive in a year, by group and from which year.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_sheet (klass, "inflow", "Tilgang|Inflow",
                                      "Borgere, der kommer til om året, efter domstype|"
                                      "Persons who arrive in a year, by dom-type", columns,
                                      KKR_PARAM_FLAGS_REQUIRED);
}

static void
install_stays (KkrCalculatorClass *klass)
{
  const KkrSheetColumn columns[] = {
    GROUP (TRUE),
    { "year", "Fra år|From year", KKR_SHEET_WHOLE },
    { "length", "Opholdstid i år|Length in years", KKR_SHEET_NUMBER },
    { "ended", "Ophør pr. år i pct.|Ended in a year in per cent", KKR_SHEET_NUMBER },
    { "to-open", "Udsluses i pct.|To open places in per cent", KKR_SHEET_NUMBER },
    { "open-length", "Åben opholdstid i år|Length in open places", KKR_SHEET_NUMBER },
    { "open-ended", "Ophør i åbne pladser i pct.|Ended in open places in per cent",
      KKR_SHEET_NUMBER },
    { "step", "Trin|Step", KKR_SHEET_TEXT },
    { NULL },
  };
  /**
   * KkrSecuredCapacity:stays:
   *
   * How long stays last, by group, and how many of those whose stay in a secured place ends are to
   * move to an open place under section 108.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_sheet (klass, "stays", "Ophold|Stays",
                                      "Opholdstid og udslusning, efter domstype|"
                                      "Length of stays and discharge, by dom-type", columns,
                                      KKR_PARAM_FLAGS_REQUIRED);
}

static void
install_years (KkrCalculatorClass *klass)
{
  /**
   * KkrSecuredCapacity:first-year:
   *
   * The first year that is computed; `start` is what there is when it begins.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "first-year", "Første år|First year",
                                    "Det første år, der beregnes|The first year that is computed",
                                    0, KKR_PARAM_FLAGS_REQUIRED);
  /**
   * KkrSecuredCapacity:last-year:
   *
   * The last year that is computed; by default the horizon.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "last-year", "Sidste år|Last year",
                                    "Det sidste år, der beregnes; ellers planens sidste|"
                                    "The last year that is computed; else the last of the plan", 0,
                                    KKR_PARAM_FLAGS_NONE);
  /**
   * KkrSecuredCapacity:horizon:
   *
   * The last year for which the places have to suffice; later ones are for evaluation only. By
   * default that of the register (2035), without a register the last year.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "horizon", "Planen rækker til|Horizon",
                                    "Det sidste år, pladserne skal slå til i; senere år er kun til "
                                    "evaluering|The last year for which the places have to "
                                    "suffice; later ones are for evaluation only", 0,
                                    KKR_PARAM_FLAGS_NONE);
  /**
   * KkrSecuredCapacity:plan-year:
   *
   * The year of which the register says how far the plan reaches and what the offer in the west is.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "plan-year", "Planens år|Year of the plan",
                                    "Året, som registerets oplysninger om planen er fra|"
                                    "The year that the register's facts of the plan are of", 2024,
                                    KKR_PARAM_FLAGS_NONE);
}

static void
install_takeover (KkrCalculatorClass *klass)
{
  /**
   * KkrSecuredCapacity:state-takes-remand:
   *
   * The year from which the state takes remand substitutes over; never by default.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "state-takes-remand",
                                    "Staten overtager fra|The state takes over from",
                                    "Året, fra hvilket staten overtager varetægtssurrogat|"
                                    "The year from which the state takes remand substitutes over",
                                    0, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrSecuredCapacity:remand-takeover:
   *
   * Whether those who are there leave too. The document says only that the pressure falls
   * correspondingly.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "remand-takeover", "Overtagelse|Taking over",
                                     "Om staten også overtager dem, der er der|"
                                     "Whether the state takes over those who are there, too",
                                     KKR_TYPE_REMAND_TAKEOVER, KKR_REMAND_TAKEOVER_ALL,
                                     KKR_PARAM_FLAGS_NONE);
  kkr_calculator_class_name_choices (klass, "remand-takeover",
                                     "alle fra årets begyndelse;kun nye",
                                     "all from the start of the year;only those who arrive");
}

void
kkr_secured_install_people (KkrCalculatorClass *klass)
{
  install_years (klass);
  install_start (klass);
  install_inflow (klass);
  install_stays (klass);
  install_takeover (klass);
  /**
   * KkrSecuredCapacity:rounding:
   *
   * How the part of a stock that leaves in a year is rounded to a millionth of a person.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "rounding", "Afrunding|Rounding",
                                     "Hvordan afgangen i et år afrundes til en milliontedel borger|"
                                     "How those who leave in a year are rounded to a millionth of "
                                     "a person", KKR_TYPE_ROUNDING_MODE,
                                     KKR_ROUNDING_MODE_HALF_EVEN, KKR_PARAM_FLAGS_NONE);
}

static void
install_steps (KkrCalculatorClass *klass)
{
  static const KkrSheetColumn columns[] = {
    { "step", "Trin|Step", KKR_SHEET_TEXT, TRUE },
    { "year", "Fra år|From year", KKR_SHEET_WHOLE, TRUE },
    { "secured-places", "Sikrede pladser|Secured places", KKR_SHEET_WHOLE },
    { "open-places", "Åbne pladser|Open places", KKR_SHEET_WHOLE },
    { "cost", "Anlægsudgift|Construction cost", KKR_SHEET_AMOUNT },
    { "cost-high", "Anlægsudgift, højst|Construction cost, highest", KKR_SHEET_AMOUNT },
    { NULL },
  };
  /**
   * KkrSecuredCapacity:steps:
   *
   * The steps of expansion in the order in which they are taken, and the places that each adds from
   * the start of a year.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_sheet (klass, "steps", "Trin|Steps",
                                      "Udvidelser: trin 1, trin 2, i den rækkefølge de tages|"
                                      "Expansions: step 1, step 2, in the order they are taken",
                                      columns, KKR_PARAM_FLAGS_NONE);
}

void
kkr_secured_install_places (KkrCalculatorClass *klass)
{
  /**
   * KkrSecuredCapacity:secured-places:
   *
   * Secured places before any step.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "secured-places", "Sikrede pladser|Secured places",
                                    "Sikrede pladser før noget trin|Secured places before any step",
                                    0, KKR_PARAM_FLAGS_REQUIRED);
  /**
   * KkrSecuredCapacity:open-places:
   *
   * Open places under section 108 for the group before any step. Where it is not given, there is
   * always an open place for who is to move to one.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "open-places", "Åbne § 108-pladser|Open places",
                                    "Åbne § 108-pladser til målgruppen før noget trin; ellers er "
                                    "der altid plads|Open places for the group before any step; "
                                    "else there is always one", 0, KKR_PARAM_FLAGS_NONE);
  install_steps (klass);
  /**
   * KkrSecuredCapacity:western-year:
   *
   * The year from which the possible secured offer in the west of Denmark is there, as the last of
   * the steps, with the places and the cost that the register has; not built by default.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "western-year",
                                    "Vestdansk tilbud fra|Western offer from",
                                    "Året, et vestdansk sikret tilbud åbner; ellers bygges det "
                                    "ikke|"
                                    "The year in which a secured offer in the west opens; else it "
                                    "is not built", 0, KKR_PARAM_FLAGS_NONE);
}
