/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/domtype/kkr-dom-type-demand.h>

#include <libkkr/calc/domtype/kkr-demand-private.h>

/**
 * KkrDomTypeDemand:
 *
 * How many persons with intellectual disability (udviklingshæmning) were given a judgement (dom til
 * foranstaltning) of each dom-type, where they were placed, how many places there are, and how many
 * places there are for each person who is judged to placement (serviceloven §§ 107 og 108; the
 * report of DAS Social, 21 August 2023).
 *
 * The register has the 22 judgements of North Jutland in 2020 to 2022 and its 199 places; tables of
 * one's own take their place. Private offers cannot be used in practice for dom-types 2 and 3, so
 * the places are counted without them too. Small numbers are marked, and with them the sums that
 * reveal them; nothing is left out.
 *
 * Tables: `types` (dom-type, judgement, persons, share, printed, small), `judgements` (year,
 * dom-type, persons, share, printed, small), `years` (year, persons, to-placement, changes, small,
 * small-to-placement), `municipalities` where the judgements have them, `placements` (paragraph,
 * persons, share, printed, small), `supply` (municipality, sector, offers, places, share, printed,
 * size), `sectors` (the same by sector), and `coverage` (reading, scope, persons, places,
 * places-per-person).
 *
 * Since: 0.1
 */
struct _KkrDomTypeDemand {
  KkrCalculator parent_instance;
};

G_DEFINE_FINAL_TYPE (KkrDomTypeDemand, kkr_dom_type_demand, KKR_TYPE_CALCULATOR)

static void
kkr_dom_type_demand_check (KkrCalculator *self)
{
  g_autoptr (KkrDemand) demand = kkr_demand_new (self, TRUE, NULL);

  g_return_if_fail (demand != NULL);
}

typedef KkrTable *(*Build) (const KkrDemand *self, GError **error);

static gboolean
build_tables (const KkrDemand *self, GPtrArray *tables, GError **error)
{
  const struct {
    Build build;
    gboolean wanted;
  } all[] = {
    { kkr_demand_build_types, TRUE },
    { kkr_demand_build_judgements, TRUE },
    { kkr_demand_build_years, TRUE },
    { kkr_demand_build_municipalities, self->has_municipalities },
    { kkr_demand_build_placements, self->placed->len > 0 },
    { kkr_demand_build_supply, self->supplied->len > 0 },
    { kkr_demand_build_sectors, self->supplied->len > 0 },
    { kkr_demand_build_coverage, self->supplied->len > 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      KkrTable *table = all[i].wanted ? all[i].build (self, error) : NULL;

      if (all[i].wanted && table == NULL)
        return FALSE;
      if (table != NULL)
        g_ptr_array_add (tables, table);
    }
  return TRUE;
}

static KkrResult *
kkr_dom_type_demand_compute (KkrCalculator *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (KkrDemand) demand = kkr_demand_new (self, FALSE, error);
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (g_object_unref);

  if (demand == NULL || !build_tables (demand, tables, error))
    return NULL;
  kkr_demand_add_notes (demand);
  kkr_demand_tell (demand);
  return kkr_result_new (self, (KkrTable **) tables->pdata, tables->len,
                         (KkrNote **) demand->notes->pdata, demand->notes->len);
}

static void
install_judgements (KkrCalculatorClass *klass)
{
  static const KkrSheetColumn judgements[] = {
    { "year", "År|Year", KKR_SHEET_WHOLE, TRUE, 0, NULL },
    { "dom-type", "Domstype|Dom-type", KKR_SHEET_WHOLE, TRUE, 0, NULL },
    { "persons", "Borgere|Persons", KKR_SHEET_WHOLE, FALSE, 0, NULL },
    { "municipality", "Kommune|Municipality", KKR_SHEET_TEXT, FALSE, 0, NULL },
    { NULL, NULL, KKR_SHEET_TEXT, FALSE, 0, NULL },
  };

  /**
   * KkrDomTypeDemand:judgements:
   *
   * The judgements: `year`, `dom-type` (1 to 5), and how many `persons`; without that column each
   * row is one person. With `municipality` they are counted by municipality too. Not given: those
   * of the register.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_sheet (klass, "judgements", "Domme|Judgements",
                                      "Borgere, der har fået en dom, efter år og domstype|"
                                      "Persons given a judgement, by year and dom-type",
                                      judgements, KKR_PARAM_FLAGS_NONE);
}

static void
install_others (KkrCalculatorClass *klass)
{
  const KkrSheetColumn placements[] = {
    { "paragraph", "Paragraf|Section", KKR_SHEET_TEXT, TRUE, 0, NULL },
    { "persons", "Borgere|Persons", KKR_SHEET_WHOLE, TRUE, 0, NULL },
    { NULL, NULL, KKR_SHEET_TEXT, FALSE, 0, NULL },
  };
  const KkrSheetColumn supply[] = {
    { "municipality", "Kommune|Municipality", KKR_SHEET_TEXT, FALSE, 0, NULL },
    { "sector", "Sektor|Sector", KKR_SHEET_CHOICE, TRUE, KKR_TYPE_SECTOR,
      "kommunal|kommunalt|kommune;regional|regionalt|region;privat|private;"
      "selvejende;statslig|statsligt|stat" },
    { "offers", "Tilbud|Offers", KKR_SHEET_WHOLE, FALSE, 0, NULL },
    { "places", "Pladser|Places", KKR_SHEET_WHOLE, TRUE, 0, NULL },
    { NULL, NULL, KKR_SHEET_TEXT, FALSE, 0, NULL },
  };

  /**
   * KkrDomTypeDemand:placements:
   *
   * Where those who were judged are placed: `paragraph` and `persons`. Not given: those of the
   * register, where the judgements are its own.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_sheet (klass, "placements", "Anbringelser|Placements",
                                      "Hvor de dømte er anbragt, efter paragraf|"
                                      "Where those who were judged are placed, by section",
                                      placements, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrDomTypeDemand:supply:
   *
   * Offers and places: `municipality`, `sector`, `offers` and `places`. Not given: those of the
   * register.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_sheet (klass, "supply", "Udbud|Supply",
                                      "Tilbud og pladser efter kommune og sektor|"
                                      "Offers and places by municipality and sector", supply,
                                      KKR_PARAM_FLAGS_NONE);
}

static void
install_years (KkrCalculatorClass *klass)
{
  /**
   * KkrDomTypeDemand:first-year:
   *
   * Judgements of earlier years are left out.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "first-year", "Første år|First year",
                                    "Domme fra tidligere år udelades|"
                                    "Judgements of earlier years are left out", 0,
                                    KKR_PARAM_FLAGS_NONE);
  /**
   * KkrDomTypeDemand:last-year:
   *
   * Judgements of later years are left out.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "last-year", "Sidste år|Last year",
                                    "Domme fra senere år udelades|"
                                    "Judgements of later years are left out", 0,
                                    KKR_PARAM_FLAGS_NONE);
}

static void
install_readings (KkrCalculatorClass *klass)
{
  /**
   * KkrDomTypeDemand:placement-types:
   *
   * The dom-types of those who need a place under sections 107 and 108, as `2, 3`. Type 1 is to a
   * secured unit; the report counts types 2 and 3.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_string (klass, "placement-types",
                                       "Domstyper til anbringelse|Dom-types to placement",
                                       "De domstyper, der kræver en plads efter § 107 eller § 108|"
                                       "The dom-types that need a place under section 107 or 108",
                                       "2, 3", KKR_PARAM_FLAGS_NONE);
  /**
   * KkrDomTypeDemand:independent-as-public:
   *
   * Whether independent offers (selvejende) can be used for those types as public ones are. The
   * report only names private offers.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_boolean (klass, "independent-as-public",
                                        "Selvejende som offentlige|Independent as public",
                                        "Om selvejende tilbud kan bruges ligesom offentlige|"
                                        "Whether independent offers can be used as public ones",
                                        FALSE, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrDomTypeDemand:threshold:
   *
   * Numbers of persons from 1 up to this, without it, are marked as small.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "threshold", "Grænse for små tal|Small below",
                                    "Antal fra 1 til under grænsen mærkes som små|"
                                    "Numbers from 1 to below it are marked as small", 5,
                                    KKR_PARAM_FLAGS_NONE);
  /**
   * KkrDomTypeDemand:decimals:
   *
   * Decimals of the rounded shares, 0 to 6.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "decimals", "Decimaler|Decimals",
                                    "Decimaler i de afrundede andele|"
                                    "Decimals of the rounded shares", 0, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrDomTypeDemand:rounding:
   *
   * How shares are rounded.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "rounding", "Afrunding|Rounding",
                                     "Hvordan andele afrundes|How shares are rounded",
                                     KKR_TYPE_ROUNDING_MODE, KKR_ROUNDING_MODE_HALF_AWAY,
                                     KKR_PARAM_FLAGS_NONE);
}

static void
kkr_dom_type_demand_class_init (KkrDomTypeDemandClass *klass)
{
  KkrCalculatorClass *calculator_class = KKR_CALCULATOR_CLASS (klass);

  calculator_class->check = kkr_dom_type_demand_check;
  calculator_class->compute = kkr_dom_type_demand_compute;
  calculator_class->derive = kkr_demand_derive;
  calculator_class->thread_safe = TRUE;
  calculator_class->title_da = "Domstyper og pladser: efterspørgsel og udbud";
  calculator_class->title_en = "Dom-types and places: demand and supply";
  calculator_class->main_column = "persons";
  install_judgements (calculator_class);
  install_others (calculator_class);
  install_years (calculator_class);
  install_readings (calculator_class);
  /**
   * KkrDomTypeDemand:register:
   *
   * The register that judgements, placements and places are taken from where they are not given,
   * and the rules of the dom-types.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_register (calculator_class, KKR_PARAM_FLAGS_NONE);
  kkr_demand_explain_columns (calculator_class);
}

static void
kkr_dom_type_demand_init (KkrDomTypeDemand *self)
{
}

/**
 * kkr_dom_type_demand_new:
 *
 * Makes a calculator of demand and supply by dom-type with no input assigned.
 *
 * Returns: (transfer full): the calculator
 *
 * Since: 0.1
 */
KkrDomTypeDemand *
kkr_dom_type_demand_new (void)
{
  return g_object_new (KKR_TYPE_DOM_TYPE_DEMAND, NULL);
}
