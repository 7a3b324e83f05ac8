/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "test-calculator.h"

#include <json-glib/json-glib.h>

static KkrResult *
run (const char *fault)
{
  g_autoptr (KkrCalculator) calculator = test_calculator_new (test_quarter_get_type ());
  g_autoptr (GError) error = NULL;
  KkrResult *result;

  g_object_set (calculator, "fault", fault, NULL);
  result = kkr_calculator_run (calculator, NULL, &error);
  g_assert_no_error (error);
  return result;
}

static void
test_tables (void)
{
  g_autoptr (KkrResult) result = run (NULL);
  g_autoptr (KkrNote) note = g_list_model_get_item (kkr_result_get_notes (result), 0);
  gsize n_tables, n_notes;
  KkrTable **tables = kkr_result_dup_tables (result, &n_tables);
  KkrNote **notes = kkr_result_dup_notes (result, &n_notes);

  g_assert_cmpuint (n_tables, ==, 2);
  g_assert_cmpuint (n_notes, ==, 1);
  g_assert_true (tables[0] == kkr_result_get_table (result));
  g_assert_true (tables[1] == kkr_result_get_table_named (result, "whole"));
  g_assert_null (kkr_result_get_table_named (result, "none"));
  g_assert_cmpuint (g_list_model_get_n_items (kkr_result_get_tables (result)), ==, 2);
  g_assert_true (notes[0] == note);
  g_object_unref (tables[0]);
  g_object_unref (tables[1]);
  g_object_unref (notes[0]);
  g_free (tables);
  g_free (notes);
}

static void
test_keeps_its_inputs (void)
{
  g_autoptr (KkrCalculator) calculator = test_calculator_new (test_quarter_get_type ());
  g_autoptr (KkrResult) result = kkr_calculator_run (calculator, NULL, NULL);
  g_autoptr (KkrCalculator) copy = NULL;
  g_autoptr (KkrDerivation) derivation = NULL;

  g_object_set (calculator, "budget", G_GINT64_CONSTANT (8), NULL);
  g_clear_object (&calculator);
  derivation = kkr_result_explain (result, "amount", 0, NULL);
  g_assert_cmpstr (kkr_derivation_get_value (derivation), ==, "250");
  copy = kkr_result_dup_calculator (result);
  g_assert_cmpint (kkr_calculator_get_amount (copy, "budget"), ==, 1001);
  g_object_set (copy, "budget", G_GINT64_CONSTANT (8), NULL);
  g_clear_object (&derivation);
  derivation = kkr_result_explain (result, "amount", 0, NULL);
  g_assert_cmpstr (kkr_derivation_get_value (derivation), ==, "250");
}

static void
assert_explained (KkrResult *result, const char *column, const char *key, const char *value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrDerivation) derivation = kkr_result_explain_key (result, column, key, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (kkr_derivation_get_value (derivation), ==, value);
}

static void
assert_unexplained (KkrResult *result, const char *column, gint64 row, KkrCalcError code,
                    const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrDerivation) derivation = kkr_result_explain (result, column, row, &error);

  g_assert_null (derivation);
  g_assert_error (error, KKR_CALC_ERROR, (int) code);
  if (message != NULL)
    g_assert_cmpstr (error->message, ==, message);
}

static void
test_explain (void)
{
  g_autoptr (KkrResult) result = run (NULL);

  assert_explained (result, "amount", "Rebild", "250");
  assert_explained (result, "amount", "Aalborg", "751");
  assert_explained (result, "amount", "I alt", "1001");
  assert_explained (result, "amount", "i alt", "1001");
  assert_explained (result, "quarters.municipality", "Rebild", "Rebild");
  assert_explained (result, "municipality", "Rebild", "Rebild");
  assert_explained (result, "whole.value", "budget", "1001");
  assert_explained (result, "whole.what", "budget", "budget");
}

static void
test_explain_nothing (void)
{
  g_autoptr (KkrResult) result = run (NULL);
  g_autoptr (GError) error = NULL;

  assert_unexplained (result, "beløb", 0, KKR_CALC_ERROR_NO_DATA, NULL);
  assert_unexplained (result, "hole.value", 0, KKR_CALC_ERROR_NO_DATA,
                      "no such table: \"hole\" found, one of quarters, whole expected");
  assert_unexplained (result, "amount", 2, KKR_CALC_ERROR_OUT_OF_RANGE,
                      "no such row: 2 found, 0 to 1 expected, or -1 for the total");
  assert_unexplained (result, "amount", -2, KKR_CALC_ERROR_OUT_OF_RANGE, NULL);
  assert_unexplained (result, "whole.value", -1, KKR_CALC_ERROR_NO_DATA,
                      "value: no total found, a value expected");
  assert_unexplained (result, "code", 0, KKR_CALC_ERROR_UNSUPPORTED,
                      "test-quarter does not explain the column code");
  g_assert_null (kkr_result_explain_key (result, "amount", "Rebuild", &error));
  g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA);
}

static void
test_derivation_must_agree (void)
{
  g_autoptr (KkrResult) result = run ("derives");

  /* From 1005 øre: a quarter is 251. */
  assert_unexplained (result, "amount", 0, KKR_CALC_ERROR_FAILED,
                      "amount: the derivation gives 251, the table holds 250");
  assert_unexplained (result, "amount", -1, KKR_CALC_ERROR_FAILED,
                      "amount: the derivation gives 1005, the table holds 1001");
}

static void
test_text (void)
{
  g_autoptr (KkrResult) result = run (NULL);
  g_autofree char *danish = kkr_result_to_string (result);
  g_autofree char *english = kkr_result_to_string_in (result, "en");
  g_autofree char *line = kkr_result___repr__ (result);

  g_assert_true (g_str_has_prefix (danish,
                                   "En fjerdedel\n"
                                   "  År:         2024\n"
                                   "  Budget:     10,01 kr.\n"
                                   "  Pris:       3,20 kr. (fra registret)\n"
                                   "  Andel:      25 pct.\n"
                                   "  Metode:     største brøks metode (largest-remainder)\n"
                                   "  Prisniveau: løbende priser (nominal)\n"
                                   "\n"));
  g_assert_true (g_str_has_suffix (danish, "\nNoter:\n  - En fjerdedel til Rebild."));
  g_assert_nonnull (strstr (danish, "7,51"));
  g_assert_true (g_str_has_prefix (english,
                                   "A quarter\n"
                                   "  Year:        2024\n"
                                   "  Budget:      DKK 10.01\n"
                                   "  Price:       DKK 3.20 (register)\n"));
  g_assert_true (g_str_has_suffix (english, "\nNotes:\n  - A quarter for Rebild."));
  g_assert_cmpstr (line, ==, "<Kkr.Result of test-quarter, 2 tables>");
}

static void
test_csv (void)
{
  g_autoptr (KkrResult) result = run (NULL);
  g_autofree char *csv = kkr_result_to_csv (result);
  g_autofree char *danish = kkr_result_to_csv_danish (result);
  g_autofree char *of_table = kkr_table_to_csv (kkr_result_get_table (result));

  g_assert_cmpstr (csv, ==, of_table);
  g_assert_true (g_str_has_prefix (csv, "code,municipality,amount\r\n840,Rebild,"));
  g_assert_nonnull (strstr (danish, ";Kommune;"));
}

static void
test_json (void)
{
  g_autoptr (KkrResult) result = run (NULL);
  g_autofree char *text = kkr_result_to_json (result);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = json_from_string (text, &error);
  JsonObject *object, *note;

  g_assert_no_error (error);
  object = json_node_get_object (root);
  g_assert_cmpstr (json_object_get_string_member (object, "calculator"), ==, "test-quarter");
  g_assert_cmpstr (json_object_get_string_member (
                     json_object_get_object_member (
                       json_object_get_object_member (object, "inputs"), "budget"), "da"),
                   ==, "10,01 kr.");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "tables")), ==, 2);
  note = json_array_get_object_element (json_object_get_array_member (object, "notes"), 0);
  g_assert_cmpstr (json_object_get_string_member (note, "kind"), ==, "remark");
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (note, "text"),
                                                  "en"),
                   ==, "A quarter for Rebild.");
}

#define INPUT "<td style=\"text-align: left; padding: 0.1em 0.6em\">"

static void
test_html (void)
{
  g_autoptr (KkrResult) result = run ("<b>&");
  g_autofree char *danish = kkr_result_to_html (result);
  g_autofree char *english = kkr_result_to_html_in (result, "en");

  g_assert_nonnull (strstr (danish, ">Budget</th>" INPUT "10,01 kr.</td>"));
  g_assert_nonnull (strstr (danish, INPUT "&lt;b&gt;&amp;</td>"));
  g_assert_nonnull (strstr (danish, "<p class=\"kkr-note\">En fjerdedel til Rebild.</p>"));
  g_assert_nonnull (strstr (english, ">Budget</th>" INPUT "DKK 10.01</td>"));
  g_assert_nonnull (strstr (english, "<p class=\"kkr-note\">A quarter for Rebild.</p>"));
}

/* Made with nothing, as a language may do: every getter is harmless. */
static void
test_empty (void)
{
  g_autoptr (KkrResult) result = g_object_new (KKR_TYPE_RESULT, NULL);
  g_autofree char *text = kkr_result_to_string (result);
  g_autofree char *csv = kkr_result_to_csv (result);
  g_autofree char *json = kkr_result_to_json (result);
  g_autofree char *html = kkr_result_to_html (result);
  g_autofree char *line = kkr_result___repr__ (result);

  g_assert_cmpstr (text, ==, "");
  g_assert_cmpstr (csv, ==, "");
  g_assert_null (kkr_result_get_table (result));
  g_assert_null (kkr_result_dup_calculator (result));
  assert_unexplained (result, "amount", 0, KKR_CALC_ERROR_NO_DATA, NULL);
  g_assert_cmpstr (line, ==, "<Kkr.Result of nothing, 0 tables>");
}

/* Each thread looks for another table and note than the last one did. */
static gpointer
use_result (gpointer data)
{
  KkrResult *result = data;
  gsize wrong = 0;

  for (guint i = 0; i < 20000; i++)
    {
      const char *name = i % 2 == 0 ? "quarters" : "whole";
      g_autoptr (KkrTable) table = g_list_model_get_item (kkr_result_get_tables (result), i % 2);
      g_autoptr (KkrColumn) column = table != NULL
                                       ? g_list_model_get_item (kkr_table_get_columns (table), 0)
                                       : NULL;

      wrong += table == NULL || kkr_result_get_table_named (result, name) != table ||
               column == NULL || kkr_table_get_column (table, kkr_column_get_name (column)) != column;
    }
  return GSIZE_TO_POINTER (wrong);
}

static void
test_threads (void)
{
  g_autoptr (KkrResult) result = run (NULL);
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("result", use_result, result);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_cmpuint (GPOINTER_TO_SIZE (g_thread_join (threads[i])), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/result/tables", test_tables);
  g_test_add_func ("/result/keeps-its-inputs", test_keeps_its_inputs);
  g_test_add_func ("/result/explain", test_explain);
  g_test_add_func ("/result/explain-nothing", test_explain_nothing);
  g_test_add_func ("/result/derivation-must-agree", test_derivation_must_agree);
  g_test_add_func ("/result/text", test_text);
  g_test_add_func ("/result/csv", test_csv);
  g_test_add_func ("/result/json", test_json);
  g_test_add_func ("/result/html", test_html);
  g_test_add_func ("/result/empty", test_empty);
  g_test_add_func ("/result/threads", test_threads);
  return g_test_run ();
}
