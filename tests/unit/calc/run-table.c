/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "test-batch.h"

#include <string.h>

#include <libkkr/calc/kkr-result-private.h>

static KkrCalculator *
make_calculator (GType type)
{
  return g_object_new (type, "year", 2022, "budget", G_GINT64_CONSTANT (500), NULL);
}

static KkrTable *
end_table (KkrTableBuilder *builder)
{
  g_autoptr (GError) error = NULL;
  KkrTable *table = kkr_table_builder_end (builder, &error);

  g_assert_no_error (error);
  return table;
}

static KkrTable *
one_column (const char *name, KkrUnit unit, const gint64 *values, guint n)
{
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("s", "Scenarier", "Scenarios");

  kkr_table_builder_add_int64 (builder, name, "Tal", "Number", unit, values, n);
  return end_table (builder);
}

static KkrTable *
budgets (guint n)
{
  g_autofree gint64 *values = g_new (gint64, (gsize) n + 1);

  for (guint i = 0; i < n; i++)
    values[i] = 100 * (gint64) i;
  return one_column ("budget", KKR_UNIT_AMOUNT, values, n);
}

static GType
type_of (gconstpointer data)
{
  return data != NULL ? test_plain_get_type () : test_batch_get_type ();
}

static void
test_result (gconstpointer data)
{
  g_autoptr (KkrCalculator) calculator = make_calculator (type_of (data));
  g_autoptr (KkrTable) scenarios = budgets (2);
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrResult) result = kkr_calculator_run_table (calculator, scenarios, NULL, NULL,
                                                           &error);
  g_autoptr (KkrCalculator) again = NULL;
  KkrTable *table;
  g_autofree char *csv = NULL;
  const char *const keys[] = { "scenario", "code", "place", NULL };

  g_assert_no_error (error);
  table = kkr_result_get_table (result);
  csv = kkr_result_to_csv (result);
  /* 2022 has three places; the i-th gets i * 2022 øre more. */
  g_assert_cmpstr (csv, ==,
                   "scenario,code,place,amount\r\n"
                   "0,851,Aalborg,0.00\r\n0,840,Rebild,20.22\r\n0,741,Samsø,40.44\r\n"
                   "1,851,Aalborg,1.00\r\n1,840,Rebild,21.22\r\n1,741,Samsø,41.44\r\n");
  g_assert_cmpstr (kkr_table_get_name (table), ==, "places");
  g_assert_cmpstrv (kkr_table_get_key_columns (table), keys);
  g_assert_true (kkr_result_get_scenarios (result) == scenarios);
  g_assert_true (kkr_result_get_table_named (result, "places") == table);
  g_assert_cmpuint (g_list_model_get_n_items (kkr_result_get_tables (result)), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (kkr_result_get_notes (result)), ==, 0);
  /* The inputs are the caller's. */
  again = kkr_result_dup_calculator (result);
  g_assert_cmpint (kkr_calculator_get_amount (again, "budget"), ==, 500);
  g_assert_cmpint (kkr_calculator_get_amount (calculator, "budget"), ==, 500);
}

static void
test_explain (gconstpointer data)
{
  g_autoptr (KkrCalculator) calculator = make_calculator (type_of (data));
  g_autoptr (KkrTable) scenarios = budgets (3);
  g_autoptr (KkrResult) result = kkr_calculator_run_table (calculator, scenarios, NULL, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrDerivation) by_row = kkr_result_explain (result, "amount", 7, &error);
  g_autoptr (KkrDerivation) by_key = NULL, of_table = NULL, number = NULL, label = NULL;
  g_autoptr (KkrDerivation) none = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (kkr_derivation_get_value (by_row), ==, "2222");
  by_key = kkr_result_explain_key (result, "amount", "2/Rebild", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (kkr_derivation_get_value (by_key), ==, "2222");
  of_table = kkr_result_explain_key (result, "places.amount", "2/840/Rebild", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (kkr_derivation_get_value (of_table), ==, "2222");
  number = kkr_result_explain (result, "scenario", 7, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (kkr_derivation_get_value (number), ==, "2");
  label = kkr_result_explain (result, "place", 7, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (kkr_derivation_get_value (label), ==, "Rebild");
  none = kkr_result_explain (result, "amount", -1, &error);
  g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA);
  g_clear_error (&error);
  none = kkr_result_explain (result, "amount", 9, &error);
  g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE);
  g_clear_error (&error);
  none = kkr_result_explain_key (result, "amount", "Rebild", &error);
  g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA);
  g_clear_error (&error);
  none = kkr_result_explain_key (result, "amount", "3/Rebild", &error);
  g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA);
  g_assert_null (none);
}

static void
test_columns (gconstpointer data)
{
  static const char *const two[] = { "year", "amount", "place", "year", NULL };
  static const char *const of_table[] = { "places.year", NULL };
  static const char *const of_two[] = { "amount", "places.year", NULL };
  static const char *const no_columns[] = { NULL };
  static const char *const unknown[] = { "amuont", NULL };
  static const char *const no_table[] = { "palces.amount", NULL };
  g_autoptr (KkrCalculator) calculator = make_calculator (type_of (data));
  g_autoptr (KkrTable) scenarios = budgets (2);
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrResult) result = kkr_calculator_run_table (calculator, scenarios, two, NULL,
                                                           &error);
  g_autoptr (KkrResult) other = NULL, main_output = NULL, none = NULL;
  g_autofree char *csv = NULL, *csv_of_main = NULL;

  g_assert_no_error (error);
  csv = kkr_result_to_csv (result);
  g_assert_true (g_str_has_prefix (csv, "scenario,code,place,year,amount\r\n0,851,Aalborg,2022,"));
  other = kkr_calculator_run_table (calculator, scenarios, of_table, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (kkr_column_get_int64 (kkr_table_get_column (kkr_result_get_table (other),
                                                               "year"), 5), ==, 2022);
  main_output = kkr_calculator_run_table (calculator, scenarios, no_columns, NULL, &error);
  g_assert_no_error (error);
  csv_of_main = kkr_result_to_csv (main_output);
  g_assert_true (g_str_has_prefix (csv_of_main, "scenario,code,place,amount\r\n0,851,Aalborg,"));
  none = kkr_calculator_run_table (calculator, scenarios, of_two, NULL, &error);
  g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE);
  g_clear_error (&error);
  none = kkr_calculator_run_table (calculator, scenarios, unknown, NULL, &error);
  g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA);
  g_clear_error (&error);
  none = kkr_calculator_run_table (calculator, scenarios, no_table, NULL, &error);
  g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA);
  g_assert_null (none);
}

static void
assert_refused (KkrTable *scenarios, KkrCalcError code, const char *message)
{
  g_autoptr (KkrCalculator) calculator = make_calculator (test_batch_get_type ());
  g_autoptr (GError) error = NULL;

  n_computed = 0;
  g_assert_null (kkr_calculator_run_table (calculator, scenarios, NULL, NULL, &error));
  g_assert_error (error, KKR_CALC_ERROR, (int) code);
  g_assert_cmpstr (error->message, ==, message);
  g_assert_cmpint (n_computed, ==, 0);
}

static void
test_unknown_input (void)
{
  const gint64 values[] = { 1 };
  g_autoptr (KkrTable) unknown = one_column ("bugdet", KKR_UNIT_AMOUNT, values, 1);
  g_autoptr (KkrTable) progress = one_column ("progress", KKR_UNIT_NONE, values, 1);
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("s", "S", "S");
  g_autoptr (KkrTable) twice = NULL;

  assert_refused (unknown, KKR_CALC_ERROR_OUT_OF_RANGE,
                  "no such input: \"bugdet\" found, one of year, budget, extra, strict, "
                  "known-on, price-level expected; near it: budget");
  assert_refused (progress, KKR_CALC_ERROR_OUT_OF_RANGE,
                  "no such input: \"progress\" found, one of year, budget, extra, strict, "
                  "known-on, price-level expected");
  kkr_table_builder_add_int64 (builder, "known-on", "x", "x", KKR_UNIT_NONE, values, 1);
  kkr_table_builder_add_int64 (builder, "known_on", "x", "x", KKR_UNIT_NONE, values, 1);
  twice = end_table (builder);
  assert_refused (twice, KKR_CALC_ERROR_INCONSISTENT,
                  "two columns for the input \"known-on\" found, one expected");
}

/* Kinds of columns and what they may set. */
static void
test_conversions (void)
{
  static const double doubles[] = { 2021.0, 2021.5, 3e9 };
  static const char *const ratios[] = { "2021", "1/3", "", NULL };
  const gint32 days[] = { 0, 0, 0 };
  const struct {
    const char *name;
    const char *message;
  } cases[] = {
    { "year", "2 of 3 scenarios cannot be computed:\nscenario 1: year: 2,021.5 found, a whole "
              "number such as 2024 expected\nscenario 2: year: 3,000,000,000 found, a whole "
              "number such as 2024 expected" },
    { "budget", "3 of 3 scenarios cannot be computed:\nscenario 0: budget: 2,021 found, an amount "
                "as whole øre or as text expected\nscenario 1: budget: 2,021.5 found, an amount as "
                "whole øre or as text expected\nscenario 2: budget: 3,000,000,000 found, an amount "
                "as whole øre or as text expected" },
  };
  g_autoptr (KkrTableBuilder) text = kkr_table_builder_new ("s", "S", "S");
  g_autoptr (KkrTableBuilder) ratio = kkr_table_builder_new ("s", "S", "S");
  g_autoptr (KkrTable) dates = NULL, fractions = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("s", "S", "S");
      g_autoptr (KkrTable) table = NULL;

      kkr_table_builder_add_double (builder, cases[i].name, "x", "x", KKR_UNIT_NONE, doubles, 3);
      table = end_table (builder);
      assert_refused (table, KKR_CALC_ERROR_OUT_OF_RANGE, cases[i].message);
    }
  kkr_table_builder_add_date (text, "strict", "x", "x", days, 1);
  dates = end_table (text);
  assert_refused (dates, KKR_CALC_ERROR_OUT_OF_RANGE,
                  "1 of 1 scenarios cannot be computed:\nscenario 0: strict: neither yes nor no: "
                  "\"1970-01-01\" found, ja or nej expected");
  kkr_table_builder_add_ratio (ratio, "year", "x", "x", KKR_UNIT_NONE, ratios);
  kkr_table_builder_set_status (ratio, "year", 2, KKR_CELL_STATUS_SUPPRESSED);
  fractions = end_table (ratio);
  assert_refused (fractions, KKR_CALC_ERROR_OUT_OF_RANGE,
                  "2 of 3 scenarios cannot be computed:\nscenario 1: year: 1/3 found, a whole "
                  "number such as 2024 expected\nscenario 2: year: suppressed found, a value "
                  "expected");
}

/* Said before any memory is asked for. */
static void
test_too_many_rows (void)
{
  g_autoptr (KkrTable) scenarios = budgets (2);

  rows_told = 3000000000;
  assert_refused (scenarios, KKR_CALC_ERROR_OUT_OF_RANGE,
                  "too many rows: 6000000000 found, at most 4294967295 expected");
  rows_told = 0;
}

static void
test_more_than_ten (gconstpointer data)
{
  gint64 values[15];
  g_autoptr (KkrCalculator) calculator = make_calculator (type_of (data));
  g_autoptr (KkrTable) scenarios = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 15; i++)
    values[i] = i == 4 ? 5 : -1;
  scenarios = one_column ("budget", KKR_UNIT_AMOUNT, values, 15);
  g_assert_null (kkr_calculator_run_table (calculator, scenarios, NULL, NULL, &error));
  g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE);
  g_assert_true (g_str_has_prefix (error->message, "14 of 15 scenarios cannot be computed:\n"
                                   "scenario 0: budget: negative found, 0 or more expected\n"
                                   "scenario 1: "));
  g_assert_true (g_str_has_suffix (error->message, "\nscenario 10: budget: negative found, 0 or "
                                   "more expected\nand 4 more"));
}

static void
test_empty (gconstpointer data)
{
  g_autoptr (KkrCalculator) calculator = make_calculator (type_of (data));
  g_autoptr (KkrTable) scenarios = budgets (0);
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrResult) result = kkr_calculator_run_table (calculator, scenarios, NULL, NULL,
                                                           &error);
  g_autofree char *csv = NULL, *text = NULL, *html = NULL, *json = NULL;

  g_assert_no_error (error);
  csv = kkr_result_to_csv (result);
  g_assert_cmpstr (csv, ==, "scenario,amount\r\n");
  text = kkr_result_to_string (result);
  html = kkr_result_to_html (result);
  json = kkr_result_to_json (result);
  g_assert_nonnull (strstr (text, "Beløb") != NULL ? text : strstr (text, "amount"));
  g_assert_cmpint (kkr_table_find_row (kkr_result_get_table (result), "0/Rebild", NULL), ==, -1);
  g_assert_cmpuint (g_bytes_get_size (kkr_column_get_bytes (
    kkr_table_get_column (kkr_result_get_table (result), "scenario"))), ==, 0);
}

static void
test_notes (gconstpointer data)
{
  const gint64 years[] = { 2021, 2022, 2023, 2024, 2024 };
  const char *const expected[] = {
    "Et skøn. (2 af 5 scenarier)", "An estimate. (2 of 5 scenarios)" };
  g_autoptr (KkrCalculator) calculator = make_calculator (type_of (data));
  g_autoptr (KkrTable) scenarios = one_column ("year", KKR_UNIT_YEARS, years, 5);
  g_autoptr (KkrTable) single = one_column ("year", KKR_UNIT_YEARS, years + 1, 2);
  g_autoptr (KkrResult) result = kkr_calculator_run_table (calculator, scenarios, NULL, NULL, NULL);
  g_autoptr (KkrResult) other = kkr_calculator_run_table (calculator, single, NULL, NULL, NULL);
  g_autoptr (KkrNote) note = NULL, of_one = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (kkr_result_get_notes (result)), ==, 1);
  note = g_list_model_get_item (kkr_result_get_notes (result), 0);
  g_assert_cmpstr (kkr_note_get_danish (note), ==, expected[0]);
  g_assert_cmpstr (kkr_note_get_english (note), ==, expected[1]);
  of_one = g_list_model_get_item (kkr_result_get_notes (other), 0);
  g_assert_cmpstr (kkr_note_get_danish (of_one), ==, "Scenarie 1: Et skøn.");
}

static void
test_text (gconstpointer data)
{
  g_autoptr (KkrCalculator) calculator = make_calculator (type_of (data));
  g_autoptr (KkrTable) scenarios = budgets (40);
  g_autoptr (KkrResult) result = kkr_calculator_run_table (calculator, scenarios, NULL, NULL, NULL);
  g_autofree char *danish = kkr_result_to_string (result);
  g_autofree char *english = kkr_result_to_string_in (result, "en");
  g_autofree char *html = kkr_result_to_html (result);
  g_autofree char *json = kkr_result_to_json (result);

  g_assert_nonnull (strstr (danish, "Fordeling\n"));
  g_assert_nonnull (strstr (danish, "Budget:     som scenarierne angiver\n"));
  g_assert_nonnull (strstr (danish, "... og 30 rækker mere\n"));
  /* 40 scenarios of three rows, of which 100 are shown. */
  g_assert_true (g_str_has_suffix (danish, "... og 20 rækker mere"));
  g_assert_true (g_str_has_suffix (english, "... and 20 more rows"));
  g_assert_nonnull (strstr (html, "20 rækker er ikke vist"));
  g_assert_nonnull (strstr (json, "\"scenarios\""));
  g_assert_nonnull (strstr (json, "\"name\" : \"scenario\""));
}

int
main (int argc, char **argv)
{
  const struct {
    const char *name;
    GTestDataFunc func;
  } both[] = {
    { "result", test_result }, { "explain", test_explain }, { "columns", test_columns },
    { "more-than-ten", test_more_than_ten }, { "empty", test_empty }, { "notes", test_notes },
    { "text", test_text },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    {
      g_autofree char *batch = g_strconcat ("/run-table/", both[i].name, "/batch-class", NULL);
      g_autofree char *plain = g_strconcat ("/run-table/", both[i].name, "/one-by-one", NULL);

      g_test_add_data_func (batch, NULL, both[i].func);
      g_test_add_data_func (plain, "plain", both[i].func);
    }
  g_test_add_func ("/run-table/unknown-input", test_unknown_input);
  g_test_add_func ("/run-table/conversions", test_conversions);
  g_test_add_func ("/run-table/too-many-rows", test_too_many_rows);
  return g_test_run ();
}
