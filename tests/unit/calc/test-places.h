/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/kkr-calculator-private.h>
#include <libkkr/calc/kkr-sheet-private.h>
#include <libkkr/kkr.h>

/* A calculator with a table that has a column of each kind: it adds up the tariffs. */

enum { PLACE, FROM, TO, TARIFF, WEIGHT, BEDS, COVERED, MODE };

typedef struct {
  KkrCalculator parent_instance;
} TestPlaces;

typedef struct {
  KkrCalculatorClass parent_class;
} TestPlacesClass;

static GType test_places_get_type (void);

G_DEFINE_TYPE (TestPlaces, test_places, KKR_TYPE_CALCULATOR)

static void
test_places_check (KkrCalculator *self)
{
  g_autoptr (KkrSheet) sheet = kkr_calculator_open_sheet (self, "places", NULL);

  for (guint row = 0; sheet != NULL && row < kkr_sheet_get_n_rows (sheet); row++)
    if (kkr_sheet_get_amount (sheet, row, TARIFF) < 0)
      kkr_sheet_report (sheet, self, row, TARIFF, KKR_CALC_ERROR_OUT_OF_RANGE,
                        "negative: -1 found, 0 or more expected");
}

static KkrResult *
test_places_compute (KkrCalculator *self, GCancellable *cancellable, GError **error)
{
  static const char *const rows[] = { "tariffs", NULL };
  g_autoptr (KkrSheet) sheet = kkr_calculator_open_sheet (self, "places", error);
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("sum", "Sum", "Sum");
  g_autoptr (KkrTable) table = NULL;
  guint64 sum = 0;
  gint64 amount;

  if (sheet == NULL)
    return NULL;
  for (guint row = 0; row < kkr_sheet_get_n_rows (sheet); row++)
    sum += (guint64) kkr_sheet_get_amount (sheet, row, TARIFF);
  amount = (gint64) sum;
  kkr_table_builder_add_text (builder, "what", "Hvad", "What", rows);
  kkr_table_builder_add_int64 (builder, "amount", "Beløb", "Amount", KKR_UNIT_AMOUNT, &amount, 1);
  table = kkr_table_builder_end (builder, error);
  return table != NULL ? kkr_result_new (self, &table, 1, NULL, 0) : NULL;
}

static void
test_places_class_init (TestPlacesClass *klass)
{
  KkrCalculatorClass *calculator = KKR_CALCULATOR_CLASS (klass);
  const KkrSheetColumn columns[] = {
    { "place", "Plads|Place", KKR_SHEET_TEXT, TRUE },
    { "from", "Fra og med|From", KKR_SHEET_DATE, TRUE },
    { "to", "Til og med|To", KKR_SHEET_DATE },
    { "tariff", "Takst|Tariff", KKR_SHEET_AMOUNT, TRUE },
    { "weight", "Vægt|Weight", KKR_SHEET_NUMBER },
    { "beds", "Senge|Beds", KKR_SHEET_WHOLE },
    { "covered", "Dækket|Covered", KKR_SHEET_BOOLEAN },
    { "mode", "Afrunding|Rounding", KKR_SHEET_CHOICE, FALSE, KKR_TYPE_ROUNDING_MODE,
      "halve væk fra nul|halve op;halve til lige;ned" },
    { NULL },
  };

  calculator->check = test_places_check;
  calculator->compute = test_places_compute;
  calculator->title_da = "Pladser";
  calculator->title_en = "Places";
  kkr_calculator_class_install_sheet (calculator, "places", "Pladser|Places",
                                      "Pladserne|The places", columns, KKR_PARAM_FLAGS_REQUIRED);
  kkr_calculator_class_install_int (calculator, "year", "År|Year", "Året|The year", 0,
                                    KKR_PARAM_FLAGS_NONE);
}

static void
test_places_init (TestPlaces *self)
{
}
