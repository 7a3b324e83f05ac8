/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-choice-names-private.h>
#include <libkkr/calc/settlement/kkr-billing-private.h>

/**
 * KkrPlaceBilling:
 *
 * What municipalities are billed for places in one another's offers (mellemkommunal afregning):
 * placements, tariffs, notice and absences come to days × tariff per payer and month, and the
 * operator's own invoice is compared with that line by line.
 *
 * Days are whole days; both ends of a stay are its own. What no document settles is an input:
 * whether the days of moving in and out are paid, how long a place is paid for after notice, what
 * an absence costs, what a day of a month's tariff is. The notes of a result name each.
 *
 * Tables: `bills` (municipality, month, days, amount); `lines` (municipality, placement, from, to,
 * month, status, days, percent, tariff, unit, amount), each line of one month, one tariff and one
 * status, rounded once; and, where there is an invoice, `differences` (municipality, placement,
 * month, what was billed, what is computed, the difference, and what it is).
 *
 * Law: bekendtgørelse om omkostningsbaserede takster for kommunale tilbud.
 *
 * Since: 0.1
 */
struct _KkrPlaceBilling {
  KkrCalculator parent_instance;
};

G_DEFINE_FINAL_TYPE (KkrPlaceBilling, kkr_place_billing, KKR_TYPE_CALCULATOR)

static KkrTable *
compare (const KkrBilling *billing, const GArray *lines, GError **error)
{
  g_autoptr (GArray) pairs = kkr_billing_compare (billing, lines, error);

  return pairs != NULL ? kkr_billing_build_differences (billing, pairs, error) : NULL;
}

static KkrResult *
make_result (KkrBilling *billing, GArray *lines, GError **error)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  KkrTable *table = kkr_billing_build_bills (billing, lines, error);

  if (table == NULL)
    return NULL;
  g_ptr_array_add (tables, table);
  table = kkr_billing_build_lines (billing, lines, error);
  if (table == NULL)
    return NULL;
  g_ptr_array_add (tables, table);
  if (kkr_calculator_is_assigned (billing->calculator, "invoice"))
    {
      table = compare (billing, lines, error);
      if (table == NULL)
        return NULL;
      g_ptr_array_add (tables, table);
    }
  kkr_billing_add_notes (billing, lines, notes);
  return kkr_result_new (billing->calculator, (KkrTable **) tables->pdata, tables->len,
                         (KkrNote **) notes->pdata, notes->len);
}

static KkrResult *
kkr_place_billing_compute (KkrCalculator *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (KkrBilling) billing = kkr_billing_new (self, error);
  g_autoptr (GArray) lines = NULL;

  if (billing == NULL)
    return NULL;
  lines = kkr_billing_bill_all (billing, cancellable, error);
  return lines != NULL ? make_result (billing, lines, error) : NULL;
}

static KkrDerivation *
kkr_place_billing_derive (KkrCalculator *self, KkrResult *result, const char *column, gint64 row,
                          GError **error)
{
  return kkr_billing_derive (self, result, column, row, error);
}

static void
install_tariffs (KkrCalculatorClass *klass)
{
  const KkrSheetColumn columns[] = {
    { "offer", "Tilbud|Offer", KKR_SHEET_TEXT },
    { "level", "Takstniveau|Level", KKR_SHEET_TEXT },
    { "from", "Fra og med|From", KKR_SHEET_DATE },
    { "to", "Til og med|To", KKR_SHEET_DATE },
    { "tariff", "Takst|Tariff", KKR_SHEET_AMOUNT, TRUE },
    { "unit", "Takstenhed|Unit", KKR_SHEET_CHOICE, FALSE, KKR_TYPE_TARIFF_UNIT,
      "døgn|dag|pr. døgn;måned|pr. måned;år|pr. år" },
    { NULL },
  };
  /**
   * KkrPlaceBilling:tariffs:
   *
   * The tariffs: of an offer, a level and a period, as far as there are several.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_sheet (klass, "tariffs", "Takster|Tariffs",
                                      "Taksterne, efter tilbud, takstniveau og periode|"
                                      "The tariffs, by offer, level and period", columns,
                                      KKR_PARAM_FLAGS_REQUIRED);
}

static void
install_tables (KkrCalculatorClass *klass)
{
  static const KkrSheetColumn absences[] = {
    { "placement", "Placering|Placement", KKR_SHEET_PERSON, TRUE },
    { "from", "Fra og med|From", KKR_SHEET_DATE, TRUE },
    { "to", "Til og med|To", KKR_SHEET_DATE },
    { "kind", "Art|Kind", KKR_SHEET_TEXT },
    { "percent", "Pct. af takst|Per cent of tariff", KKR_SHEET_NUMBER },
    { NULL },
  };
  /**
   * KkrPlaceBilling:placements:
   *
   * The placements: who pays for whom, where, and from when to when.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_sheet (klass, "placements", "Placeringer|Placements",
                                      "Hvem der betaler for hvilken placering, hvor og hvornår|"
                                      "Who pays for which placement, where and when",
                                      kkr_billing_get_placement_columns (),
                                      KKR_PARAM_FLAGS_REQUIRED);
  install_tariffs (klass);
  /**
   * KkrPlaceBilling:absences:
   *
   * Absences within placements.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_sheet (klass, "absences", "Fravær|Absences",
                                      "Fravær under placeringer|Absences within placements",
                                      absences, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrPlaceBilling:invoice:
   *
   * The operator's own invoice, to be compared.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_sheet (klass, "invoice", "Faktura|Invoice",
                                      "Driftsherrens egne fakturalinjer, der sammenlignes|"
                                      "The operator's own lines, which are compared",
                                      kkr_billing_get_invoice_columns (), KKR_PARAM_FLAGS_NONE);
}

static void
install_days (KkrCalculatorClass *klass)
{
  /**
   * KkrPlaceBilling:first-day:
   *
   * The first day that is billed.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_string (klass, "first-day", "Første dag|First day",
                                       "Den første dag, der afregnes: 2024-01-01|"
                                       "The first day that is billed: 2024-01-01", NULL,
                                       KKR_PARAM_FLAGS_REQUIRED);
  /**
   * KkrPlaceBilling:last-day:
   *
   * The last day that is billed.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_string (klass, "last-day", "Sidste dag|Last day",
                                       "Den sidste dag, der afregnes: 2024-12-31|"
                                       "The last day that is billed: 2024-12-31", NULL,
                                       KKR_PARAM_FLAGS_REQUIRED);
  /**
   * KkrPlaceBilling:bill-first-day:
   *
   * Whether the day of moving in is paid.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_boolean (klass, "bill-first-day", "Indflytningsdag|Day of moving in",
                                        "Om indflytningsdagen betales|"
                                        "Whether the day of moving in is paid", TRUE,
                                        KKR_PARAM_FLAGS_NONE);
  /**
   * KkrPlaceBilling:bill-last-day:
   *
   * Whether the day of moving out is paid.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_boolean (klass, "bill-last-day",
                                        "Fraflytningsdag|Day of moving out",
                                        "Om fraflytningsdagen betales|"
                                        "Whether the day of moving out is paid", TRUE,
                                        KKR_PARAM_FLAGS_NONE);
}

static void
install_notice (KkrCalculatorClass *klass)
{
  /**
   * KkrPlaceBilling:notice-rule:
   *
   * How long a place is paid for after notice.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "notice-rule", "Opsigelse|Notice",
                                     "Hvor længe pladsen betales efter opsigelse|"
                                     "How long the place is paid for after notice",
                                     KKR_TYPE_NOTICE_RULE, KKR_NOTICE_RULE_NONE,
                                     KKR_PARAM_FLAGS_NONE);
  kkr_calculator_class_name_choices (klass, "notice-rule",
                                     "betalingen ender med opholdet;et antal dage;til månedens "
                                     "udgang;løbende måned plus en måned",
                                     "payment ends with the stay;a number of days;to the end of "
                                     "the month;to the end of the next month");
  /**
   * KkrPlaceBilling:notice-days:
   *
   * The days of notice, for the rule `days`.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "notice-days", "Opsigelsesdage|Days of notice",
                                    "Antal dage efter opsigelsen, for reglen days|"
                                    "The number of days after notice, for the rule days", 0,
                                    KKR_PARAM_FLAGS_NONE);
  /**
   * KkrPlaceBilling:notice-percent:
   *
   * What of the tariff is paid for days of notice on which the place stands empty.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_rate (klass, "notice-percent",
                                     "Pct. i opsigelsesperioden|Per cent during notice",
                                     "Procent af taksten i opsigelsesperioden|"
                                     "Per cent of the tariff during notice", 100,
                                     KKR_PARAM_FLAGS_SHARE);
  /**
   * KkrPlaceBilling:until-taken:
   *
   * Whether payment after notice ends when the place is taken again.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_boolean (klass, "until-taken",
                                        "Til pladsen er genbesat|Until taken again",
                                        "Om betaling efter opsigelse ender, når pladsen er "
                                        "genbesat|Whether payment after notice ends when the "
                                        "place is taken again", TRUE, KKR_PARAM_FLAGS_NONE);
}

static void
install_absence (KkrCalculatorClass *klass)
{
  /**
   * KkrPlaceBilling:absence-days:
   *
   * The first days of each absence that are paid in full.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "absence-days", "Fraværsdage|Days of absence",
                                    "De første dage af hvert fravær, der betales fuldt|"
                                    "The first days of each absence that are paid in full", 0,
                                    KKR_PARAM_FLAGS_NONE);
  /**
   * KkrPlaceBilling:absence-percent:
   *
   * What of the tariff is paid after that; all of it unless it is said here or in the absence's
   * own row.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_rate (klass, "absence-percent",
                                     "Pct. under fravær|Per cent during absence",
                                     "Procent af taksten derefter|"
                                     "Per cent of the tariff after that", 100,
                                     KKR_PARAM_FLAGS_SHARE);
}

static void
install_units (KkrCalculatorClass *klass)
{
  /**
   * KkrPlaceBilling:tariff-unit:
   *
   * What the tariffs are for where their rows do not say it.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "tariff-unit", "Takstenhed|Unit of tariffs",
                                     "Hvad taksterne er for, hvor rækken ikke siger det|"
                                     "What tariffs are for where their row does not say it",
                                     KKR_TYPE_TARIFF_UNIT, KKR_TARIFF_UNIT_DAY,
                                     KKR_PARAM_FLAGS_NONE);
  kkr_calculator_class_name_choices (klass, "tariff-unit",
                                     "døgn;måned;år",
                                     "day;month;year");
  /**
   * KkrPlaceBilling:month-split:
   *
   * What a day costs where the tariff is one for a month or a year.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "month-split", "Brudt måned|Parts of a month",
                                     "Hvad et døgn koster af en månedstakst|"
                                     "What a day costs of a month's tariff",
                                     KKR_TYPE_MONTH_SPLIT, KKR_MONTH_SPLIT_DAYS_OF_MONTH,
                                     KKR_PARAM_FLAGS_NONE);
  kkr_calculator_class_name_choices (klass, "month-split",
                                     "efter månedens dage;et døgn er 1/30;efter årets "
                                     "dage;efter 365 dage",
                                     "by the days of the month;a day is 1/30;by the days of the "
                                     "year;by 365 days");
  /**
   * KkrPlaceBilling:rounding:
   *
   * How a line is rounded.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "rounding", "Afrunding|Rounding",
                                     "Hvordan hver linje afrundes|How each line is rounded",
                                     KKR_TYPE_ROUNDING_MODE, KKR_ROUNDING_MODE_HALF_AWAY,
                                     KKR_PARAM_FLAGS_NONE);
  /**
   * KkrPlaceBilling:rounding-unit:
   *
   * What a line is a multiple of.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_amount (klass, "rounding-unit", "Afrundes til|Rounded to",
                                       "Hvad hver linje afrundes til: 1 øre, 1 kr.|"
                                       "What each line is rounded to: 1 øre, 1 kr.", 1,
                                       KKR_PARAM_FLAGS_NONE);
}

static void
kkr_place_billing_class_init (KkrPlaceBillingClass *klass)
{
  KkrCalculatorClass *calculator_class = KKR_CALCULATOR_CLASS (klass);

  calculator_class->check = kkr_billing_check;
  calculator_class->compute = kkr_place_billing_compute;
  calculator_class->derive = kkr_place_billing_derive;
  calculator_class->thread_safe = TRUE;
  calculator_class->title_da = "Afregning af pladser mellem kommuner";
  calculator_class->title_en = "Billing of places between municipalities";
  calculator_class->main_column = "amount";
  /**
   * KkrPlaceBilling:register:
   *
   * The register whose names the municipalities get; without it they are called as in the tables.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_register (calculator_class, KKR_PARAM_FLAGS_NONE);
  install_tables (calculator_class);
  install_days (calculator_class);
  install_notice (calculator_class);
  install_absence (calculator_class);
  install_units (calculator_class);
  kkr_place_billing_explain_columns (calculator_class);
}

static void
kkr_place_billing_init (KkrPlaceBilling *self)
{
}

/**
 * kkr_place_billing_new:
 *
 * Makes a calculator of bills for places with no input assigned.
 *
 * Returns: (transfer full): the calculator
 *
 * Since: 0.1
 */
KkrPlaceBilling *
kkr_place_billing_new (void)
{
  return g_object_new (KKR_TYPE_PLACE_BILLING, NULL);
}
