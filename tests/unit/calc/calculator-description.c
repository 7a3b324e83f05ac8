/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "test-calculator.h"

static void
assert_cell (KkrTable *table, const char *column, guint row, const char *danish,
             const char *english)
{
  KkrColumn *cells = kkr_table_get_column (table, column);
  g_autofree char *in_danish = kkr_column_dup_text_in (cells, row, "da");
  g_autofree char *in_english = kkr_column_dup_text_in (cells, row, "en");

  g_assert_cmpstr (in_danish, ==, danish);
  g_assert_cmpstr (in_english, ==, english);
}

static void
test_describe (void)
{
  g_autoptr (KkrCalculator) calculator = g_object_new (test_quarter_get_type (), NULL);
  g_autoptr (KkrTable) table = kkr_calculator_describe (calculator);

  g_assert_nonnull (table);
  g_assert_cmpuint (kkr_table_get_n_rows (table), ==, 10);
  assert_cell (table, "input", 0, "year", "year");
  assert_cell (table, "label", 0, "År", "Year");
  assert_cell (table, "kind", 0, "heltal", "whole number");
  assert_cell (table, "required", 0, "ja", "yes");
  assert_cell (table, "default", 0, "", "");
  assert_cell (table, "description", 0, "Året", "The year");
  assert_cell (table, "kind", 1, "beløb", "amount");
  assert_cell (table, "kind", 2, "kr. pr. enhed", "DKK per unit");
  assert_cell (table, "kind", 3, "pct.", "per cent");
  assert_cell (table, "required", 3, "nej", "no");
  assert_cell (table, "default", 3, "25 pct.", "25 per cent");
  assert_cell (table, "kind", 4, "ja/nej", "yes/no");
  assert_cell (table, "default", 4, "nej", "no");
  assert_cell (table, "default", 5, "largest-remainder", "largest-remainder");
  assert_cell (table, "kind", 6, "tekst", "text");
  assert_cell (table, "kind", 7, "register eller fil", "register or file");
  assert_cell (table, "default", 9, "nominal", "nominal");
  g_assert_cmpint (kkr_table_find_row (table, "method", NULL), ==, 5);
}

static void
test_to_string (void)
{
  g_autoptr (KkrCalculator) calculator = test_calculator_new (test_quarter_get_type ());
  g_autofree char *text = kkr_calculator_to_string (calculator);
  g_autofree char *line = kkr_calculator___repr__ (calculator);

  g_assert_cmpstr (text, ==, "En fjerdedel\n  year = 2024\n  budget = 10,01 kr.");
  g_assert_cmpstr (line, ==, "<Kkr.Calculator test-quarter>");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calculator-description/describe", test_describe);
  g_test_add_func ("/calculator-description/to-string", test_to_string);
  return g_test_run ();
}
