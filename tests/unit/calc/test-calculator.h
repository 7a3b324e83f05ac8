/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/calc/kkr-calculator-private.h>
#include <libkkr/base/kkr-derivation-builder.h>
#include <libkkr/base/kkr-error.h>
#include <libkkr/table/kkr-table-builder.h>

/* A calculator with an input of each kind: it shares `budget` between Rebild and Aalborg, a quarter
 * and the rest. What it does wrong, and when, its input `fault` says. */

typedef struct {
  KkrCalculator parent_instance;
} TestQuarter;

typedef struct {
  KkrCalculatorClass parent_class;
} TestQuarterClass;

static GType test_quarter_get_type (void);
G_GNUC_UNUSED static GType test_threaded_get_type (void);

/* Where compute() ran last. */
static GThread *computed_in;

G_DEFINE_TYPE (TestQuarter, test_quarter, KKR_TYPE_CALCULATOR)

static void
test_quarter_check (KkrCalculator *self)
{
  if (kkr_calculator_is_assigned (self, "budget") && kkr_calculator_get_amount (self, "budget") < 0)
    kkr_calculator_report (self, "budget", KKR_CALC_ERROR_OUT_OF_RANGE,
                           "negative: -1 found, 0 or more expected");
  if (kkr_calculator_get_boolean (self, "settled") && kkr_calculator_is_assigned (self, "price"))
    kkr_calculator_report (self, NULL, KKR_CALC_ERROR_INCONSISTENT,
                           "settled and a price found, one of them expected");
}

static KkrTable *
quarter_table (gint64 budget)
{
  static const char *const names[] = { "Rebild", "Aalborg", NULL };
  static const char *const key[] = { "municipality", NULL };
  const gint64 codes[] = { 840, 851 };
  const gint64 amounts[] = { budget / 4, budget - budget / 4 };
  g_autofree char *total = g_strdup_printf ("%" G_GINT64_FORMAT, budget);
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("quarters", "Kvarter", "Quarters");
  g_autoptr (GError) error = NULL;
  KkrTable *table;

  kkr_table_builder_add_int64 (builder, "code", "Kode", "Code", KKR_UNIT_NONE, codes, 2);
  kkr_table_builder_add_text (builder, "municipality", "Kommune", "Municipality", names);
  kkr_table_builder_add_int64 (builder, "amount", "Beløb", "Amount", KKR_UNIT_AMOUNT, amounts, 2);
  kkr_table_builder_set_total (builder, "amount", total);
  kkr_table_builder_set_key (builder, key);
  table = kkr_table_builder_end (builder, &error);
  g_assert_no_error (error);
  return table;
}

static KkrTable *
budget_table (gint64 budget)
{
  static const char *const rows[] = { "budget", NULL };
  static const char *const key[] = { "what", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("whole", "Det hele", "The whole");
  g_autoptr (GError) error = NULL;
  KkrTable *table;

  kkr_table_builder_add_text (builder, "what", "Hvad", "What", rows);
  kkr_table_builder_add_int64 (builder, "value", "Værdi", "Value", KKR_UNIT_AMOUNT, &budget, 1);
  kkr_table_builder_set_key (builder, key);
  table = kkr_table_builder_end (builder, &error);
  g_assert_no_error (error);
  return table;
}

static KkrResult *
test_quarter_compute (KkrCalculator *self, GCancellable *cancellable, GError **error)
{
  const char *fault = kkr_calculator_get_text (self, "fault");
  gint64 budget = kkr_calculator_get_amount (self, "budget");
  g_autoptr (KkrTable) quarters = quarter_table (budget);
  g_autoptr (KkrTable) whole = budget_table (budget);
  g_autoptr (KkrNote) note = kkr_note_new (KKR_NOTE_KIND_REMARK, "En fjerdedel til Rebild.",
                                           "A quarter for Rebild.");
  KkrTable *tables[] = { quarters, whole };

  computed_in = g_thread_self ();
  kkr_calculator_set_progress (self, 0.5);
  if (g_strcmp0 (fault, "nothing") == 0)
    return NULL;
  if (g_strcmp0 (fault, "error") == 0)
    {
      g_set_error_literal (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA, "no such day");
      return NULL;
    }
  /* Only a test that cancels asks for this. */
  while (g_strcmp0 (fault, "waits") == 0 && !g_cancellable_is_cancelled (cancellable))
    g_usleep (1000);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  kkr_calculator_tell_input (self, "price", "3,20 kr. (fra registret)", "DKK 3.20 (register)");
  return kkr_result_new (self, tables, 2, &note, 1);
}

static KkrDerivation *
test_quarter_derive (KkrCalculator *self, KkrResult *result, const char *column, gint64 row,
                     GError **error)
{
  const char *fault = kkr_calculator_get_text (self, "fault");
  gint64 budget = kkr_calculator_get_amount (self, "budget");
  g_autoptr (KkrDerivationBuilder) builder = kkr_derivation_builder_new (
    column, row == 0 ? "Rebild" : row == 1 ? "Aalborg" : "I alt");

  if (!g_str_equal (column, "amount") && !g_str_equal (column, "whole.value"))
    return NULL;
  kkr_derivation_builder_set_title (builder, "Beløb", "Amount");
  kkr_derivation_builder_add_amount (builder, "budget", "Budget", "Budget",
                                     g_strcmp0 (fault, "derives") == 0 ? budget + 4 : budget);
  if (g_str_equal (column, "amount") && row >= 0)
    kkr_derivation_builder_add_rounding (builder, "quarter", "Fjerdedelen", "The quarter",
                                         "budget / 4", KKR_UNIT_AMOUNT, KKR_ROUNDING_MODE_FLOOR,
                                         "1");
  if (g_str_equal (column, "amount") && row == 1)
    kkr_derivation_builder_add_formula (builder, "rest", "Resten", "The rest", "budget - quarter",
                                        KKR_UNIT_AMOUNT);
  return kkr_derivation_builder_end (builder, error);
}

static void
test_quarter_class_init (TestQuarterClass *klass)
{
  KkrCalculatorClass *calculator = KKR_CALCULATOR_CLASS (klass);

  calculator->check = test_quarter_check;
  calculator->compute = test_quarter_compute;
  calculator->derive = test_quarter_derive;
  calculator->title_da = "En fjerdedel";
  calculator->title_en = "A quarter";
  kkr_calculator_class_install_int (calculator, "year", "År|Year", "Året|The year", 0,
                                    KKR_PARAM_FLAGS_REQUIRED);
  kkr_calculator_class_install_amount (calculator, "budget", "Budget|Budget",
                                       "Det der deles|What is shared", 0,
                                       KKR_PARAM_FLAGS_REQUIRED);
  kkr_calculator_class_install_rate (calculator, "price", "Pris|Price", "Prisen|The price", 0.0,
                                     KKR_PARAM_FLAGS_RATE);
  kkr_calculator_class_install_rate (calculator, "own-share", "Andel|Share", "Andelen|The share",
                                     25.0, KKR_PARAM_FLAGS_SHARE);
  kkr_calculator_class_install_boolean (calculator, "settled", "Afregnet|Settled",
                                        "Om der er afregnet|Whether it is settled", FALSE,
                                        KKR_PARAM_FLAGS_NONE);
  kkr_calculator_class_install_enum (calculator, "method", "Metode|Method",
                                     "Metoden|The method", KKR_TYPE_APPORTION_METHOD,
                                     KKR_APPORTION_METHOD_LARGEST_REMAINDER, KKR_PARAM_FLAGS_NONE);
  kkr_calculator_class_install_string (calculator, "fault", "Fejl|Fault", "Fejlen|The fault", NULL,
                                       KKR_PARAM_FLAGS_NONE);
  kkr_calculator_class_install_register (calculator, KKR_PARAM_FLAGS_NONE);
}

static void
test_quarter_init (TestQuarter *self)
{
}

typedef TestQuarter TestThreaded;
typedef TestQuarterClass TestThreadedClass;

G_DEFINE_TYPE (TestThreaded, test_threaded, test_quarter_get_type ())

static void
test_threaded_class_init (TestThreadedClass *klass)
{
  KKR_CALCULATOR_CLASS (klass)->thread_safe = TRUE;
}

static void
test_threaded_init (TestThreaded *self)
{
}

static KkrCalculator *
test_calculator_new (GType type)
{
  return g_object_new (type, "year", 2024, "budget", G_GINT64_CONSTANT (1001), NULL);
}
