/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-offer-tariff-private.h>

#include <glib/gi18n-lib.h>
#include <math.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-format-private.h>

/* The inputs of one offer, or a row of the table for each, become the same rows. */

const KkrSheetColumn kkr_offer_columns[] = {
  { "offer", "Tilbud|Offer", KKR_SHEET_TEXT, TRUE },
  { "package", "Pakke|Package", KKR_SHEET_TEXT },
  { "paragraph", "Paragraf|Paragraph", KKR_SHEET_TEXT },
  { "places", "Pladser|Places", KKR_SHEET_WHOLE, TRUE },
  { "direct-cost", "Direkte udgifter|Direct costs", KKR_SHEET_AMOUNT },
  { "indirect-cost", "Indirekte udgifter|Indirect costs", KKR_SHEET_AMOUNT },
  { "overhead", "Overhead, beløb|Overhead, amount", KKR_SHEET_AMOUNT },
  { "overhead-percent", "Overhead, pct.|Overhead, per cent", KKR_SHEET_NUMBER },
  { "depreciation", "Afskrivninger|Depreciation", KKR_SHEET_AMOUNT },
  { "interest", "Forrentning|Interest", KKR_SHEET_AMOUNT },
  { "carry-over", "Overført overskud|Surplus carried in", KKR_SHEET_AMOUNT },
  { "days", "Døgn|Days", KKR_SHEET_WHOLE },
  { "occupancy", "Belægningsprocent|Occupancy", KKR_SHEET_NUMBER },
  { "weight", "Vægt|Weight", KKR_SHEET_NUMBER },
  { "assigned-tariff", "Takst i det visiterede tilbud|Tariff of the assigned offer",
    KKR_SHEET_AMOUNT },
  { NULL },
};

const KkrOfferAmount kkr_offer_amounts[KKR_TARIFF_CARRY_OVER + 1] = {
  [KKR_TARIFF_DIRECT_COST] = { "direct-cost", KKR_OFFER_COLUMN_DIRECT_COST },
  [KKR_TARIFF_INDIRECT_COST] = { "indirect-cost", KKR_OFFER_COLUMN_INDIRECT_COST },
  [KKR_TARIFF_OVERHEAD] = { "overhead", KKR_OFFER_COLUMN_OVERHEAD },
  [KKR_TARIFF_DEPRECIATION] = { "depreciation", KKR_OFFER_COLUMN_DEPRECIATION },
  [KKR_TARIFF_INTEREST] = { "interest", KKR_OFFER_COLUMN_INTEREST },
  [KKR_TARIFF_CARRY_OVER] = { "carry-over", KKR_OFFER_COLUMN_CARRY_OVER },
};

const KkrOfferRow *
kkr_offer_plan_get_row (const KkrOfferPlan *self, guint row)
{
  return &g_array_index (self->rows, KkrOfferRow, row);
}

char *
kkr_offer_row_title (const KkrOfferRow *row, const char *language)
{
  if (row->sheet_row == G_MAXUINT)
    return g_strdup (kkr_text_in (language, "tilbuddet", "the offer"));
  return *row->package != '\0' ? g_strdup_printf ("%s, %s", row->offer, row->package)
                               : g_strdup (row->offer);
}

char *
kkr_offer_plan_name (const KkrOfferPlan *self, const KkrOfferRow *row)
{
  g_autofree char *title = NULL;

  if (row->sheet_row == G_MAXUINT)
    title = g_strdup (_("the offer"));
  else
    title = kkr_offer_row_title (row, NULL);
  return self->year > 0 ? g_strdup_printf ("%s, %d", title, self->year) : g_steal_pointer (&title);
}

static void
remember (KkrOfferPlan *self, const char *input, KkrCalcError code, const char *text)
{
  if (self->error == NULL)
    self->error = g_error_new (KKR_CALC_ERROR, (int) code, "%s: %s", input, text);
}

void
kkr_offer_plan_complain (KkrOfferPlan *self, const char *input, KkrCalcError code,
                         const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  remember (self, input, code, text);
  kkr_calculator_report (self->calculator, input, code, text);
}

void
kkr_offer_plan_complain_at (KkrOfferPlan *self, KkrSheet *sheet, guint sheet_row, guint column,
                            const char *input, KkrCalcError code, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  remember (self, input, code, text);
  if (sheet_row != G_MAXUINT)
    kkr_sheet_report (sheet, self->calculator, sheet_row, column, code, text);
  else
    kkr_calculator_report (self->calculator, input, code, text);
}

/* The base class reports what is not finite. */
static void
complain_number (KkrOfferPlan *self, const char *input, const GError *error)
{
  if (isfinite (kkr_calculator_get_number (self->calculator, input)))
    kkr_offer_plan_complain (self, input, (KkrCalcError) error->code, "%s", error->message);
  else
    remember (self, input, (KkrCalcError) error->code, error->message);
}

/* What one offer has, and what a row of the table has where its cell is blank. */
static gboolean
read_common (KkrOfferPlan *self, KkrOfferRow *row)
{
  static const char *const rates[] = { "occupancy", "overhead-percent" };
  KkrRational *values[] = { &row->occupancy, &row->overhead_percent };
  gboolean ok = TRUE;

  row->weight = KKR_RATIONAL_ZERO;
  row->assigned_tariff = G_MININT64;
  if (kkr_calculator_is_assigned (self->calculator, "days"))
    row->days = kkr_calculator_get_int (self->calculator, "days");
  else if (self->year > 0)
    row->days = g_date_is_leap_year ((GDateYear) self->year) ? 366 : 365;
  for (guint i = 0; i < G_N_ELEMENTS (rates); i++)
    {
      g_autoptr (GError) error = NULL;

      if (!kkr_calculator_get_rational (self->calculator, rates[i], values[i], &error))
        {
          complain_number (self, rates[i], error);
          ok = FALSE;
        }
    }
  return ok;
}

static const char *
get_text (const KkrSheet *sheet, guint row, guint column)
{
  const char *text = kkr_sheet_get_text (sheet, row, column);

  return text != NULL ? text : "";
}

static void
read_sheet_row (KkrOfferPlan *self, guint i, KkrOfferRow *row)
{
  const KkrSheet *sheet = self->offers;

  row->sheet_row = i;
  row->offer = get_text (sheet, i, KKR_OFFER_COLUMN_OFFER);
  row->package = get_text (sheet, i, KKR_OFFER_COLUMN_PACKAGE);
  row->paragraph = get_text (sheet, i, KKR_OFFER_COLUMN_PARAGRAPH);
  row->places = kkr_sheet_get_whole (sheet, i, KKR_OFFER_COLUMN_PLACES);
  for (guint k = 0; k < G_N_ELEMENTS (kkr_offer_amounts); k++)
    if (kkr_offer_amounts[k].input != NULL && kkr_sheet_has (sheet, i, kkr_offer_amounts[k].column))
      row->amounts[k] = kkr_sheet_get_amount (sheet, i, kkr_offer_amounts[k].column);
  row->own = (kkr_sheet_has (sheet, i, KKR_OFFER_COLUMN_DAYS) ? KKR_OFFER_OWN_DAYS : 0) |
             (kkr_sheet_has (sheet, i, KKR_OFFER_COLUMN_OCCUPANCY) ? KKR_OFFER_OWN_OCCUPANCY : 0) |
             (kkr_sheet_has (sheet, i, KKR_OFFER_COLUMN_OVERHEAD_PERCENT) ? KKR_OFFER_OWN_PERCENT
                                                                          : 0);
  if (row->own & KKR_OFFER_OWN_DAYS)
    row->days = kkr_sheet_get_whole (sheet, i, KKR_OFFER_COLUMN_DAYS);
  if (row->own & KKR_OFFER_OWN_OCCUPANCY)
    row->occupancy = kkr_sheet_get_number (sheet, i, KKR_OFFER_COLUMN_OCCUPANCY);
  if (row->own & KKR_OFFER_OWN_PERCENT)
    row->overhead_percent = kkr_sheet_get_number (sheet, i, KKR_OFFER_COLUMN_OVERHEAD_PERCENT);
  if (kkr_sheet_has (sheet, i, KKR_OFFER_COLUMN_WEIGHT))
    row->weight = kkr_sheet_get_number (sheet, i, KKR_OFFER_COLUMN_WEIGHT);
  if (kkr_sheet_has (sheet, i, KKR_OFFER_COLUMN_ASSIGNED_TARIFF))
    row->assigned_tariff = kkr_sheet_get_amount (sheet, i, KKR_OFFER_COLUMN_ASSIGNED_TARIFF);
  self->has_packages |= *row->package != '\0';
}

static void
read_table (KkrOfferPlan *self, const KkrOfferRow *common)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = kkr_sheet_get_n_rows (self->offers);

  g_array_set_size (self->rows, n);
  if (n == 0)
    kkr_offer_plan_complain (self, "offers", KKR_CALC_ERROR_MISSING_INPUT,
                             _("a table without rows found, an offer in each row expected"));
  for (guint i = 0; i < n; i++)
    {
      KkrOfferRow *row = &g_array_index (self->rows, KkrOfferRow, i);

      *row = *common;
      read_sheet_row (self, i, row);
      kkr_offer_plan_check_row (self, row);
      if (!g_hash_table_add (seen, g_strdup_printf ("%s\n%s", row->offer, row->package)))
        {
          g_autofree char *name = kkr_offer_plan_name (self, row);

          kkr_offer_plan_complain_at (self, self->offers, i, KKR_OFFER_COLUMN_OFFER, "offers",
                                      KKR_CALC_ERROR_INCONSISTENT,
                                      _("the same offer and package twice: %s found again, one "
                                        "row for each expected"), name);
        }
    }
}

static void
read_single (KkrOfferPlan *self, const KkrOfferRow *common)
{
  static const char *const required[] = { "direct-cost", "places" };
  KkrOfferRow row = *common;
  const char *paragraph = kkr_calculator_get_text (self->calculator, "paragraph");

  row.sheet_row = G_MAXUINT;
  row.offer = row.package = "";
  row.paragraph = paragraph != NULL ? paragraph : "";
  row.places = kkr_calculator_get_int (self->calculator, "places");
  for (guint k = 0; k < G_N_ELEMENTS (kkr_offer_amounts); k++)
    if (kkr_offer_amounts[k].input != NULL)
      row.amounts[k] = kkr_calculator_get_amount (self->calculator, kkr_offer_amounts[k].input);
  if (kkr_calculator_is_assigned (self->calculator, "assigned-tariff"))
    row.assigned_tariff = kkr_calculator_get_amount (self->calculator, "assigned-tariff");
  for (guint i = 0; i < G_N_ELEMENTS (required); i++)
    if (!kkr_calculator_is_assigned (self->calculator, required[i]))
      kkr_offer_plan_complain (self, required[i], KKR_CALC_ERROR_MISSING_INPUT,
                               _("missing: no value and no table of offers found, one of them "
                                 "expected"));
  g_array_append_val (self->rows, row);
  kkr_offer_plan_check_row (self, &row);
}

/* Inputs of one offer beside a table would be lost without a word. */
static void
check_single (KkrOfferPlan *self)
{
  static const char *const names[] = {
    "direct-cost", "indirect-cost", "overhead", "depreciation", "interest", "carry-over", "places",
    "paragraph", "assigned-tariff", "quantities",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (kkr_calculator_is_assigned (self->calculator, names[i]))
      kkr_offer_plan_complain (self, names[i], KKR_CALC_ERROR_INCONSISTENT,
                               _("one offer and a table of offers found, one of them expected"));
}

static KkrSheet *
open_sheet (KkrOfferPlan *self, const char *input)
{
  g_autoptr (GError) error = NULL;
  KkrSheet *sheet;

  if (!kkr_calculator_is_assigned (self->calculator, input))
    return NULL;
  sheet = kkr_calculator_open_sheet (self->calculator, input, &error);
  /* The base class has reported it. */
  if (error != NULL && self->error == NULL)
    self->error = g_steal_pointer (&error);
  return sheet;
}

static void
read_rules (KkrOfferPlan *self)
{
  KkrCalculator *calculator = self->calculator;
  g_autoptr (GError) error = NULL;

  self->tariff_unit = (KkrTariffUnit) kkr_calculator_get_enum (calculator, "tariff-unit");
  self->unit = kkr_calculator_get_amount (calculator, "unit");
  self->shared_key = (KkrPackageKey) kkr_calculator_get_enum (calculator, "shared-key");
  self->rounding = (KkrRoundingMode) kkr_calculator_get_enum (calculator, "rounding");
  self->year = kkr_calculator_get_int (calculator, "year");
  if (kkr_calculator_is_assigned (calculator, "year") && (self->year < 1900 || self->year > 2999))
    {
      kkr_offer_plan_complain (self, "year", KKR_CALC_ERROR_OUT_OF_RANGE,
                               _("no such year: %d found, a year such as 2024 expected"),
                               self->year);
      self->year = 0;
    }
  if (self->unit <= 0)
    {
      g_autofree char *found = kkr_message_amount (self->unit);

      kkr_offer_plan_complain (self, "unit", KKR_CALC_ERROR_OUT_OF_RANGE,
                               _("not a unit to round to: %s found, more than 0 expected"), found);
    }
  if (!kkr_calculator_get_rational (calculator, "cost-change", &self->cost_change, &error))
    complain_number (self, "cost-change", error);
  else if (self->cost_change.num < -100 * self->cost_change.den)
    kkr_offer_plan_complain (self, "cost-change", KKR_CALC_ERROR_OUT_OF_RANGE,
                             _("costs below nothing: a change of less than -100 per cent found, "
                               "-100 or more expected"));
}

KkrOfferPlan *
kkr_offer_plan_new (KkrCalculator *calculator)
{
  KkrOfferPlan *self = g_new0 (KkrOfferPlan, 1);
  KkrOfferRow common = { .offer = "", .package = "", .paragraph = "", .sheet_row = G_MAXUINT };
  g_autoptr (GError) error = NULL;

  self->calculator = g_object_ref (calculator);
  self->rows = g_array_new (FALSE, TRUE, sizeof (KkrOfferRow));
  self->shares = g_array_new (FALSE, TRUE, sizeof (KkrOfferShare));
  g_object_get (calculator, "model", &self->model, NULL);
  if (self->model == NULL)
    self->model = kkr_tariff_model_new ();
  if (!kkr_tariff_model_validate (self->model, &error))
    kkr_offer_plan_complain (self, "model", (KkrCalcError) error->code, "%s", error->message);
  self->formula = kkr_tariff_model_get_formula (self->model);
  self->n_own = self->formula->quantities->len - KKR_TARIFF_N_STANDARD;
  read_rules (self);
  self->offers = open_sheet (self, "offers");
  self->costs = open_sheet (self, "shared-costs");
  if (!read_common (self, &common))
    return self;
  if (self->offers != NULL)
    {
      check_single (self);
      kkr_offer_plan_check_common (self, &common);
      read_table (self, &common);
    }
  else if (!kkr_calculator_is_assigned (calculator, "offers"))
    read_single (self, &common);
  if (self->error == NULL)
    kkr_offer_plan_read_quantities (self);
  if (self->error == NULL)
    kkr_offer_plan_share_costs (self);
  return self;
}

void
kkr_offer_plan_free (KkrOfferPlan *self)
{
  g_clear_object (&self->calculator);
  g_clear_object (&self->model);
  g_clear_pointer (&self->offers, kkr_sheet_free);
  g_clear_pointer (&self->costs, kkr_sheet_free);
  g_array_unref (self->rows);
  g_array_unref (self->shares);
  g_free (self->own);
  g_clear_error (&self->error);
  g_free (self);
}
