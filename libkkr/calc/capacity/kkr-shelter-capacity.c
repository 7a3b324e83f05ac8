/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-choice-names-private.h>
#include <libkkr/calc/capacity/kkr-shelter-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/calc/domtype/kkr-sector.h>

/**
 * KkrShelterCapacity:
 *
 * Shelters (herberger): what stays cost and what the state refunds of it, how expenditure has
 * grown, and how many places are put out to tender in each KKR area.
 *
 * Since 2023 the state refunds no stays of more than 90 days, 120 in a transition period. The
 * document leaves open what that means for the first 90 days of a longer stay, and when the
 * transition was: both are inputs, and the table `readings` has all three readings.
 *
 * Tables, each where its inputs are given: `municipalities` and `stays` (days, refunded days,
 * gross, refund, net), `readings`; `growth` (what expenditure was and became, with the ends of what
 * the printed figures leave open, and the growth of a year); `areas` (capacity, public, tender,
 * surplus, awarded, supplied, gap), `suppliers` (who may be awarded places, who may start, and why
 * not) and `periods` (the years for which the capacity is set).
 *
 * Law: serviceloven § 110; the model for capacity is KL's proposal of 2024.
 *
 * Since: 0.1
 */
struct _KkrShelterCapacity {
  KkrCalculator parent_instance;
};

G_DEFINE_FINAL_TYPE (KkrShelterCapacity, kkr_shelter_capacity, KKR_TYPE_CALCULATOR)

static gboolean
add_table (GPtrArray *tables, KkrTable *table)
{
  if (table != NULL)
    g_ptr_array_add (tables, table);
  return table != NULL;
}

static gboolean
add_stays (KkrShelter *shelter, const GArray *stays, GPtrArray *tables, GCancellable *cancellable,
           GError **error)
{
  return add_table (tables, kkr_shelter_build_municipalities (shelter, stays, error))
         && add_table (tables, kkr_shelter_build_stays (shelter, stays, error))
         && add_table (tables, kkr_shelter_build_readings (shelter, cancellable, error));
}

static gboolean
add_areas (KkrShelter *shelter, GArray **areas, GPtrArray *tables, GError **error)
{
  g_autoptr (GArray) suppliers = kkr_shelter_compute_suppliers (shelter);

  *areas = kkr_shelter_compute_areas (shelter, suppliers);
  return add_table (tables, kkr_shelter_build_areas (shelter, *areas, error))
         && (suppliers->len == 0
             || add_table (tables, kkr_shelter_build_suppliers (shelter, suppliers, error)));
}

static KkrResult *
kkr_shelter_capacity_compute (KkrCalculator *self, GCancellable *cancellable, GError **error)
{
  const char *fault;
  g_autoptr (KkrShelter) shelter = kkr_shelter_new (self, &fault, error);
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) stays = NULL, areas = NULL;

  if (shelter == NULL)
    return NULL;
  if (kkr_calculator_is_assigned (self, "stays"))
    {
      stays = kkr_shelter_compute_stays (shelter, shelter->rules.rule, cancellable, error);
      if (stays == NULL || !add_stays (shelter, stays, tables, cancellable, error))
        return NULL;
    }
  if ((shelter->growth.has
       && !add_table (tables, kkr_shelter_build_growth (shelter, error)))
      || (kkr_calculator_is_assigned (self, "areas")
          && !add_areas (shelter, &areas, tables, error))
      || (kkr_shelter_has_periods (self)
          && !add_table (tables, kkr_shelter_build_periods (shelter, error))))
    return NULL;
  if (tables->len == 0)
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA,
                   _("nothing to compute: no growth of expenditure found in the register; stays, "
                     "areas, years of a period, or an increase with its per cent expected"));
      return NULL;
    }
  kkr_shelter_add_notes (shelter, stays, areas, notes);
  return kkr_result_new (self, (KkrTable **) tables->pdata, tables->len, (KkrNote **) notes->pdata,
                         notes->len);
}

static void
install_stays (KkrCalculatorClass *klass)
{
  /**
   * KkrShelterCapacity:stays:
   *
   * The stays: who, where, from when to when, and at which tariff a day.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_sheet (klass, "stays", "Ophold|Stays",
                                      "Ophold på herberg: borger, kommune, fra, til og takst|"
                                      "Stays at shelters: person, municipality, from, to, tariff",
                                      kkr_shelter_get_stay_columns (), KKR_PARAM_FLAGS_NONE);
  /**
   * KkrShelterCapacity:first-day:
   *
   * The first day that is accounted for; all days before the last when not given.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_string (klass, "first-day", "Første dag|First day",
                                       "Den første dag, der regnes med: 2024-01-01|"
                                       "The first day that is accounted for: 2024-01-01", NULL,
                                       KKR_PARAM_FLAGS_NONE);
  /**
   * KkrShelterCapacity:last-day:
   *
   * The last day that is accounted for, and to which stays without an end last.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_string (klass, "last-day", "Sidste dag|Last day",
                                       "Den sidste dag, der regnes med: 2024-12-31|"
                                       "The last day that is accounted for: 2024-12-31", NULL,
                                       KKR_PARAM_FLAGS_NONE);
  /**
   * KkrShelterCapacity:refund-percent:
   *
   * What the state refunds of the expenditure, in per cent; needed where there are stays.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_rate (klass, "refund-percent", "Refusionsprocent|Per cent refunded",
                                     "Statens refusion i procent af udgiften|"
                                     "What the state refunds, in per cent", 0,
                                     KKR_PARAM_FLAGS_SHARE);
}

static void
install_limit (KkrCalculatorClass *klass)
{
  /**
   * KkrShelterCapacity:reading:
   *
   * What the limit does to a stay that is longer.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "reading", "Læsning af grænsen|Reading of the limit",
                                     "Hvad grænsen betyder for et ophold, der er længere|"
                                     "What the limit does to a stay that is longer",
                                     KKR_TYPE_REFUND_RULE, KKR_REFUND_RULE_FIRST_DAYS,
                                     KKR_PARAM_FLAGS_NONE);
  kkr_calculator_class_name_choices (klass, "reading",
                                     "de første dage af opholdet refunderes;hele opholdet mister "
                                     "refusion;de første dage i kalenderåret refunderes, alle "
                                     "borgerens ophold lagt sammen",
                                     "the first days of the stay are refunded;all of the stay "
                                     "loses the refund;the first days of the calendar year are "
                                     "refunded, all stays of the person together");
  /**
   * KkrShelterCapacity:limit:
   *
   * The days that a stay may last with a refund; the register's, or else 90.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "limit", "Grænse i dage|Limit in days",
                                    "Længste ophold med refusion|Longest stay with a refund", 90,
                                    KKR_PARAM_FLAGS_NONE);
  /**
   * KkrShelterCapacity:limit-from:
   *
   * The day from which there is a limit; days before it are refunded.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_string (klass, "limit-from", "Grænsen gælder fra|Limit from",
                                       "Den første dag med grænsen|The first day of the limit",
                                       "2023-01-01", KKR_PARAM_FLAGS_NONE);
  /**
   * KkrShelterCapacity:join-days:
   *
   * Rows of a person with at most so many days between them are one stay; each row is one when not
   * given.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "join-days", "Ophold lægges sammen|Stays are joined",
                                    "Højst så mange dage mellem to rækker, der er ét ophold|"
                                    "At most so many days between rows that are one stay", 0,
                                    KKR_PARAM_FLAGS_NONE);
}

static void
install_transition (KkrCalculatorClass *klass)
{
  /**
   * KkrShelterCapacity:transition-limit:
   *
   * The limit in the transition period; the register's, or else 120 days.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "transition-limit",
                                    "Grænse i overgangsperioden|Limit in the transition",
                                    "Længste ophold med refusion i overgangsperioden|"
                                    "Longest stay with a refund in the transition period", 120,
                                    KKR_PARAM_FLAGS_NONE);
  /**
   * KkrShelterCapacity:transition-from:
   *
   * The first day of the transition period; the document has no dates.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_string (klass, "transition-from", "Overgang fra|Transition from",
                                       "Overgangsperiodens første dag|"
                                       "First day of the transition period", NULL,
                                       KKR_PARAM_FLAGS_NONE);
  /**
   * KkrShelterCapacity:transition-to:
   *
   * The last day of the transition period. Without this day and the first there is no transition.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_string (klass, "transition-to", "Overgang til|Transition to",
                                       "Overgangsperiodens sidste dag|"
                                       "Last day of the transition period", NULL,
                                       KKR_PARAM_FLAGS_NONE);
  /**
   * KkrShelterCapacity:transition-by:
   *
   * What is in the transition period: days, or the beginnings of stays.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "transition-by", "Overgangen gælder|Transition is for",
                                     "Hvad der ligger i overgangsperioden|"
                                     "What is in the transition period",
                                     KKR_TYPE_TRANSITION_RULE, KKR_TRANSITION_RULE_DAY,
                                     KKR_PARAM_FLAGS_NONE);
  kkr_calculator_class_name_choices (klass, "transition-by",
                                     "døgn i perioden;ophold, der begynder i perioden",
                                     "days in the period;stays that begin in the period");
}

static void
install_suppliers (KkrCalculatorClass *klass)
{
  const KkrSheetColumn columns[] = {
    { "supplier", "Leverandør|Supplier", KKR_SHEET_TEXT, TRUE },
    { "area", "KKR-område|KKR area", KKR_SHEET_TEXT, TRUE },
    { "sector", "Sektor|Sector", KKR_SHEET_CHOICE, TRUE, KKR_TYPE_SECTOR,
      "kommunal|kommune;regional|region;privat;selvejende;statslig|stat" },
    { "places", "Pladser|Places", KKR_SHEET_WHOLE, TRUE },
    { "approved", "Godkendt|Approved", KKR_SHEET_BOOLEAN },
    { "approval", "Godkendelse ventes|Approval due", KKR_SHEET_DATE },
    { "start", "Drift fra|Start", KKR_SHEET_DATE },
    { "awarded", "Tildelt|Awarded", KKR_SHEET_WHOLE },
    { NULL },
  };
  /**
   * KkrShelterCapacity:areas:
   *
   * The KKR areas and the capacity that is set for each.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_sheet (klass, "areas", "KKR-områder|KKR areas",
                                      "Den fastsatte kapacitet i hvert KKR-område|"
                                      "The capacity that is set in each KKR area",
                                      kkr_shelter_get_area_columns (), KKR_PARAM_FLAGS_NONE);
  /**
   * KkrShelterCapacity:suppliers:
   *
   * Those who run shelters, or wish to.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_sheet (klass, "suppliers", "Leverandører|Suppliers",
                                      "De, der driver herberg eller vil gøre det|"
                                      "Those who run shelters, or wish to", columns,
                                      KKR_PARAM_FLAGS_NONE);
}

static void
kkr_shelter_capacity_class_init (KkrShelterCapacityClass *klass)
{
  KkrCalculatorClass *calculator_class = KKR_CALCULATOR_CLASS (klass);

  calculator_class->check = kkr_shelter_check;
  calculator_class->compute = kkr_shelter_capacity_compute;
  calculator_class->derive = kkr_shelter_derive;
  calculator_class->thread_safe = TRUE;
  calculator_class->title_da = "Herberger: refusion, udgifter og kapacitet";
  calculator_class->title_en = "Shelters: refund, expenditure and capacity";
  install_stays (calculator_class);
  install_limit (calculator_class);
  install_transition (calculator_class);
  install_suppliers (calculator_class);
  kkr_shelter_install_growth (calculator_class);
  kkr_shelter_install_rest (calculator_class);
  kkr_shelter_capacity_explain_columns (calculator_class);
}

static void
kkr_shelter_capacity_init (KkrShelterCapacity *self)
{
}

/**
 * kkr_shelter_capacity_new:
 *
 * Makes a calculator of shelters with no input assigned.
 *
 * Returns: (transfer full): the calculator
 *
 * Since: 0.1
 */
KkrShelterCapacity *
kkr_shelter_capacity_new (void)
{
  return g_object_new (KKR_TYPE_SHELTER_CAPACITY, NULL);
}
