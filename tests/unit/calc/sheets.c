/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Tables as inputs: their cells as a calculator gets them, from any table and from CSV. */

#include "test-places.h"

static KkrCalculator *
places (void)
{
  return g_object_new (test_places_get_type (), NULL);
}

static KkrCalculator *
places_of (const char *csv)
{
  KkrCalculator *calculator = places ();
  g_autoptr (GError) error = NULL;

  g_assert_true (kkr_calculator_set_from_string (calculator, "places", csv, &error));
  g_assert_no_error (error);
  return calculator;
}

static KkrSheet *
open_sheet (KkrCalculator *calculator)
{
  g_autoptr (GError) error = NULL;
  KkrSheet *sheet = kkr_calculator_open_sheet (calculator, "places", &error);

  g_assert_no_error (error);
  return sheet;
}

static void
assert_number (KkrRational value, gint64 num, gint64 den)
{
  g_assert_true (value.num == num && value.den == den);
}

/* 2024-03-01 is 19783 days after 1970-01-01: 54 years of 365 days, 13 leap days until 2023, and 31
 * and 29 days of 2024. */
static const char danish[] =
  "Plads;Fra og med;Til og med;Takst (kr.);Vægt;Senge;Dækket;Afrunding;Bemærkning\n"
  "A1;01-03-2024;;4.000,50;1,25;12;ja;halve op;første\n"
  "\n"
  " B2 ;2024-03-01;1.3.2024;-1;1/3;1.000;Nej;Half-Even;\n";

static void
check_danish (KkrSheet *sheet)
{
  g_assert_cmpuint (kkr_sheet_get_n_rows (sheet), ==, 2);
  g_assert_cmpstr (kkr_sheet_get_text (sheet, 0, PLACE), ==, "A1");
  g_assert_cmpstr (kkr_sheet_get_text (sheet, 1, PLACE), ==, "B2");
  g_assert_cmpint (kkr_sheet_get_date (sheet, 0, FROM), ==, 19783);
  g_assert_cmpint (kkr_sheet_get_dates (sheet, FROM)[1], ==, 19783);
  g_assert_false (kkr_sheet_has (sheet, 0, TO));
  g_assert_cmpint (kkr_sheet_get_date (sheet, 0, TO), ==, G_MININT32);
  g_assert_cmpint (kkr_sheet_get_date (sheet, 1, TO), ==, 19783);
  g_assert_cmpint (kkr_sheet_get_amount (sheet, 0, TARIFF), ==, 400050);
  g_assert_cmpint (kkr_sheet_get_amounts (sheet, TARIFF)[1], ==, -100);
  assert_number (kkr_sheet_get_number (sheet, 0, WEIGHT), 5, 4);
  assert_number (kkr_sheet_get_numbers (sheet, WEIGHT)[1], 1, 3);
  g_assert_cmpint (kkr_sheet_get_whole (sheet, 0, BEDS), ==, 12);
  g_assert_cmpint (kkr_sheet_get_whole (sheet, 1, BEDS), ==, 1000);
  g_assert_true (kkr_sheet_get_boolean (sheet, 0, COVERED));
  g_assert_false (kkr_sheet_get_boolean (sheet, 1, COVERED));
  g_assert_true (kkr_sheet_has (sheet, 1, COVERED));
  g_assert_cmpint (kkr_sheet_get_choice (sheet, 0, MODE), ==, KKR_ROUNDING_MODE_HALF_AWAY);
  g_assert_cmpint (kkr_sheet_get_choices (sheet, MODE)[1], ==, KKR_ROUNDING_MODE_HALF_EVEN);
}

static void
test_danish (void)
{
  g_autoptr (KkrCalculator) calculator = places_of (danish);
  g_autoptr (KkrSheet) sheet = open_sheet (calculator);
  g_autofree char *text = kkr_calculator_dup_input_text (calculator, "places");

  check_danish (sheet);
  g_assert_cmpstr (text, ==, "2 rækker; andre kolonner: Bemærkning");
}

/* What nobody reads is told where the inputs are; of many columns the first. */
static void
test_other_columns (void)
{
  g_autoptr (KkrCalculator) calculator = places_of ("place;from;Sidste dag;tariff\n"
                                                    "A;2024-01-01;2024-01-31;1\n");
  g_autoptr (KkrCalculator) wide = places_of ("place;from;tariff;1;2;3;4;5;6;7;8;9;10\n");
  g_autofree char *text = kkr_calculator_dup_input_text (calculator, "places");
  g_autofree char *wide_text = kkr_calculator_dup_input_text (wide, "places");

  g_assert_cmpstr (text, ==, "1 række; andre kolonner: Sidste dag");
  g_assert_cmpstr (wide_text, ==, "0 rækker; andre kolonner: 1, 2, 3, 4, 5, 6, 7, 8, ...");
}

/* What stands in a table outlives its calculator in a sheet. */
static void
test_outlives (void)
{
  g_autoptr (KkrCalculator) calculator = places_of (danish);
  g_autoptr (KkrSheet) sheet = open_sheet (calculator);

  g_clear_object (&calculator);
  check_danish (sheet);
}

static void
test_words (void)
{
  g_autoptr (KkrCalculator) calculator = places_of (danish);
  g_autoptr (KkrSheet) sheet = open_sheet (calculator);
  g_autofree char *one = kkr_sheet_place_in (sheet, 0, FROM, "da");
  g_autofree char *two = kkr_sheet_place_in (sheet, 1, FROM, "en");
  g_autofree char *row = kkr_sheet_place_in (sheet, 1, G_MAXUINT, "da");
  g_autofree char *message = kkr_sheet_place (sheet, 1, TARIFF);
  g_autofree char *mode = kkr_sheet_dup_choice_in (sheet, 0, MODE, "da");
  g_autofree char *nick = kkr_sheet_dup_choice_in (sheet, 0, MODE, "en");

  g_assert_cmpstr (one, ==, "pladser, række 1, fra og med");
  g_assert_cmpstr (two, ==, "places, row 2, from");
  g_assert_cmpstr (row, ==, "pladser, række 2");
  g_assert_cmpstr (message, ==, "places, row 2, tariff");
  g_assert_cmpstr (mode, ==, "halve væk fra nul");
  g_assert_cmpstr (nick, ==, "half-away");
}

/* Columns that a table does not have are blank throughout. */
static void
test_missing_columns (void)
{
  g_autoptr (KkrCalculator) calculator = places_of ("place,from,tariff\nA1,2024-01-01,1234.5\n");
  g_autoptr (KkrSheet) sheet = open_sheet (calculator);
  guint n_texts;

  g_assert_cmpint (kkr_sheet_get_amount (sheet, 0, TARIFF), ==, 123450);
  g_assert_true (kkr_sheet_has_column (sheet, TARIFF));
  for (guint i = TO; i <= MODE; i++)
    if (i != TARIFF)
      {
        g_assert_false (kkr_sheet_has_column (sheet, i));
        g_assert_false (kkr_sheet_has (sheet, 0, i));
      }
  g_assert_cmpint (kkr_sheet_get_dates (sheet, TO)[0], ==, G_MININT32);
  g_assert_cmpint (kkr_sheet_get_amounts (sheet, BEDS)[0], ==, G_MININT64);
  g_assert_true (kkr_sheet_get_number (sheet, 0, WEIGHT).den == 0);
  g_assert_cmpint (kkr_sheet_get_choice (sheet, 0, MODE), ==, KKR_ROUNDING_MODE_UNSET);
  g_assert_cmpint (kkr_sheet_get_codes (sheet, PLACE, &n_texts)[0], ==, 0);
  g_assert_cmpuint (n_texts, ==, 1);
}

static void
test_not_assigned (void)
{
  g_autoptr (KkrCalculator) calculator = places ();
  g_autoptr (KkrSheet) sheet = open_sheet (calculator);
  guint n_texts;

  g_assert_cmpuint (kkr_sheet_get_n_rows (sheet), ==, 0);
  g_assert_false (kkr_sheet_has_column (sheet, PLACE));
  kkr_sheet_get_codes (sheet, PLACE, &n_texts);
  g_assert_cmpuint (n_texts, ==, 0);
}

/* Labels need neither be in the order of the rows nor differ; spaces around them do not count. */
static KkrTable *
odd_table (void)
{
  static const char *const labels[] = { "unused, and no day", "B", " A ", "A", "", NULL };
  static const char *const days[] = { "2024-03-01", "no day, and unused", NULL };
  const gint32 codes[] = { 2, 1, 3, 2 }, from[] = { 0, 0, 0, 0 };
  const gint32 to[] = { 19783, G_MININT32, 19784, 19783 };
  const gdouble weights[] = { 0.1, 3, 1e30, 2.5 }, beds[] = { 1, 2, 3, 4 };
  const gint64 tariffs[] = { 1, 2, 3, 4 }, covered[] = { 0, 1, G_MININT64, 1 };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("odd", "Sære", "Odd");

  kkr_table_builder_add_codes (builder, "Plads", "Plads", "Place", codes, 4, labels);
  kkr_table_builder_add_codes (builder, "FROM", "Fra", "From", from, 4, days);
  kkr_table_builder_add_date (builder, "to", "Til", "To", to, 4);
  kkr_table_builder_add_int64 (builder, "tariff", "Takst", "Tariff", KKR_UNIT_AMOUNT, tariffs, 4);
  kkr_table_builder_add_double (builder, "weight", "Vægt", "Weight", KKR_UNIT_NONE, weights, 4);
  kkr_table_builder_add_double (builder, "beds", "Senge", "Beds", KKR_UNIT_NONE, beds, 4);
  kkr_table_builder_add_int64 (builder, "covered", "Dækket", "Covered", KKR_UNIT_NONE, covered, 4);
  return kkr_table_builder_end (builder, NULL);
}

static void
test_table (void)
{
  g_autoptr (KkrCalculator) calculator = places ();
  g_autoptr (KkrTable) table = odd_table ();
  g_autoptr (KkrSheet) sheet = NULL;
  const gint32 *codes;
  guint n_texts;

  g_object_set (calculator, "places", table, NULL);
  sheet = open_sheet (calculator);
  codes = kkr_sheet_get_codes (sheet, PLACE, &n_texts);
  g_assert_cmpuint (n_texts, ==, 2);
  g_assert_cmpint (codes[0], ==, 0);
  g_assert_cmpint (codes[1], ==, 1);
  g_assert_cmpint (codes[2], ==, 0);
  g_assert_cmpint (codes[3], ==, 0);
  g_assert_cmpstr (kkr_sheet_get_code_text (sheet, PLACE, 0), ==, "A");
  g_assert_cmpstr (kkr_sheet_get_code_text (sheet, PLACE, 1), ==, "B");
  g_assert_null (kkr_sheet_get_code_text (sheet, PLACE, -1));
  g_assert_cmpint (kkr_sheet_get_date (sheet, 3, FROM), ==, 19783);
  g_assert_cmpint (kkr_sheet_get_date (sheet, 2, TO), ==, 19784);
  g_assert_false (kkr_sheet_has (sheet, 1, TO));
  g_assert_cmpint (kkr_sheet_get_amount (sheet, 3, TARIFF), ==, 4);
  assert_number (kkr_sheet_get_number (sheet, 0, WEIGHT), 1, 10);
  g_assert_cmpint (kkr_sheet_get_whole (sheet, 3, BEDS), ==, 4);
  g_assert_true (kkr_sheet_get_boolean (sheet, 1, COVERED));
  g_assert_false (kkr_sheet_has (sheet, 2, COVERED));
}

/* Numbers are keys too, as codes of municipalities are; a share is written in per cent. */
static void
test_units (void)
{
  static const char *const shares[] = { "1/4", "", NULL };
  const gint64 codes[] = { 840, 851 }, tariffs[] = { 1, 2 };
  const gint32 from[] = { 0, 1 };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("units", "Enheder", "Units");
  g_autoptr (KkrCalculator) calculator = places ();
  g_autoptr (KkrTable) table = NULL;
  g_autoptr (KkrSheet) sheet = NULL;

  kkr_table_builder_add_int64 (builder, "place", "Plads", "Place", KKR_UNIT_NONE, codes, 2);
  kkr_table_builder_add_date (builder, "from", "Fra", "From", from, 2);
  kkr_table_builder_add_int64 (builder, "tariff", "Takst", "Tariff", KKR_UNIT_NONE, tariffs, 2);
  kkr_table_builder_add_ratio (builder, "weight", "Vægt", "Weight", KKR_UNIT_SHARE, shares);
  table = kkr_table_builder_end (builder, NULL);
  g_object_set (calculator, "places", table, NULL);
  sheet = open_sheet (calculator);
  g_assert_cmpstr (kkr_sheet_get_text (sheet, 1, PLACE), ==, "851");
  assert_number (kkr_sheet_get_number (sheet, 0, WEIGHT), 25, 1);
  g_assert_false (kkr_sheet_has (sheet, 1, WEIGHT));
  g_assert_cmpint (kkr_sheet_get_amount (sheet, 1, TARIFF), ==, 2);
}

static void
assert_bad_table (KkrCalculator *calculator, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrResult) result = kkr_calculator_run (calculator, NULL, &error);

  g_assert_null (result);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_bad_table (void)
{
  static const char *const places_column[] = { "A", " ", NULL };
  static const char *const words[] = { "ned", "up", NULL };
  const gint64 numbers[] = { 0, G_MININT64 };
  const gdouble beds[] = { 1.5, 2 };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("bad", "Slem", "Bad");
  g_autoptr (KkrCalculator) calculator = places ();
  g_autoptr (KkrTable) table = NULL;
  g_autoptr (GError) error = NULL;

  kkr_table_builder_add_text (builder, "place", "Plads", "Place", places_column);
  kkr_table_builder_add_int64 (builder, "from", "Fra", "From", KKR_UNIT_NONE, numbers, 2);
  kkr_table_builder_add_double (builder, "beds", "Senge", "Beds", KKR_UNIT_NONE, beds, 2);
  kkr_table_builder_add_text (builder, "mode", "Afrunding", "Mode", words);
  table = kkr_table_builder_end (builder, NULL);
  g_object_set (calculator, "places", table, NULL);
  assert_bad_table (calculator,
                    "places: row 2, place: blank: nothing found, a value expected; "
                    "places: row 2, from: blank: nothing found, a value expected; "
                    "places: no column tariff (tariff): place, from, beds, mode found, it expected "
                    "too; "
                    "places: row 1, from: 0 found, a column of days, or a day such as 2023-08-21 "
                    "expected; "
                    "places: row 1, beds: 3/2 found, a whole number such as 2024 expected; "
                    "places: row 2, rounding: \"up\" found, one of half-away (halve væk fra nul), "
                    "half-even (halve til lige), floor (ned), ceiling, toward-zero, "
                    "away-from-zero expected");
  g_assert_null (kkr_calculator_open_sheet (calculator, "places", &error));
  g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_MISSING_INPUT);
  g_assert_cmpstr (error->message, ==,
                   "places: row 2, place: blank: nothing found, a value expected");
}

static void
test_suppressed (void)
{
  static const char *const names[] = { "A", NULL };
  const gint64 tariff = 1;
  const gint32 from = 0;
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new ("bad", "Slem", "Bad");
  g_autoptr (KkrCalculator) calculator = places ();
  g_autoptr (KkrTable) table = NULL;

  kkr_table_builder_add_text (builder, "place", "Plads", "Place", names);
  kkr_table_builder_add_date (builder, "from", "Fra", "From", &from, 1);
  kkr_table_builder_add_int64 (builder, "tariff", "Takst", "Tariff", KKR_UNIT_AMOUNT, &tariff, 1);
  kkr_table_builder_set_status (builder, "tariff", 0, KKR_CELL_STATUS_SUPPRESSED);
  table = kkr_table_builder_end (builder, NULL);
  g_object_set (calculator, "places", table, NULL);
  assert_bad_table (calculator, "places: row 1, tariff: suppressed found, a value expected");
}

static void
test_first_ten (void)
{
  g_autoptr (GString) csv = g_string_new ("place,from,tariff\n");
  g_autoptr (KkrCalculator) calculator = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) parts = NULL;

  for (int i = 0; i < 12; i++)
    g_string_append (csv, "A,2024-01-01,-1.00\n");
  calculator = places_of (csv->str);
  g_assert_null (kkr_calculator_run (calculator, NULL, &error));
  parts = g_strsplit (error->message, "; ", -1);
  g_assert_cmpuint (g_strv_length (parts), ==, 11);
  g_assert_cmpstr (parts[9], ==,
                   "places: row 10, tariff: negative: -1 found, 0 or more expected");
  g_assert_cmpstr (parts[10], ==, "places: more than ten rows are wrong: the first ten are told");
}

static void
test_required (void)
{
  g_autoptr (KkrCalculator) calculator = places ();

  assert_bad_table (calculator, "places: missing: no value found, one expected");
}

static void
test_run (void)
{
  g_autoptr (KkrCalculator) calculator = places_of ("place\tfrom\ttariff\r\n"
                                                    "A\t2024-01-01\t1.000\r\n"
                                                    "B\t2024-01-01\t0,01\r\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrResult) result = kkr_calculator_run (calculator, NULL, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (kkr_column_get_int64 (kkr_table_get_column (kkr_result_get_table (result),
                                                               "amount"), 0), ==, 100001);
  text = kkr_result_to_string (result);
  g_assert_nonnull (strstr (text, "2 rækker"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheets/danish", test_danish);
  g_test_add_func ("/sheets/other-columns", test_other_columns);
  g_test_add_func ("/sheets/outlives", test_outlives);
  g_test_add_func ("/sheets/words", test_words);
  g_test_add_func ("/sheets/missing-columns", test_missing_columns);
  g_test_add_func ("/sheets/not-assigned", test_not_assigned);
  g_test_add_func ("/sheets/table", test_table);
  g_test_add_func ("/sheets/units", test_units);
  g_test_add_func ("/sheets/bad-table", test_bad_table);
  g_test_add_func ("/sheets/suppressed", test_suppressed);
  g_test_add_func ("/sheets/first-ten", test_first_ten);
  g_test_add_func ("/sheets/required", test_required);
  g_test_add_func ("/sheets/run", test_run);
  return g_test_run ();
}
