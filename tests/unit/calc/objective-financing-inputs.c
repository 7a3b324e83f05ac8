/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Inputs of objective financing that no printed table has: mixed keys, exempt members, own use,
 * settlements; and what bad inputs are told. */

#include <libkkr/kkr.h>

static const char file[] =
  "<register format=\"1\" version=\"1\">\n"
  "<source id=\"s\" title=\"Eksempel\" publisher=\"Eksempel\" date=\"2024-01-01\"/>\n"
  "<region code=\"1081\" name=\"Region Nordjylland\" valid=\"2007-01-01/..\"/>\n"
  "<municipality code=\"840\" name=\"Rebild\" region=\"1081\" valid=\"2007-01-01/..\" source=\"s\"\n"
  " section=\"a\"/>\n"
  "<municipality code=\"851\" name=\"Aalborg\" region=\"1081\" valid=\"2007-01-01/..\" source=\"s\"\n"
  " section=\"a\"/>\n"
  "<municipality code=\"825\" name=\"Læsø\" region=\"1081\" valid=\"2007-01-01/..\" source=\"s\"\n"
  " section=\"a\"/>\n"
  "<arrangement id=\"mixed\" title-da=\"Blandet\" title-en=\"Mixed\" budget=\"budget\"\n"
  " weights=\"people\" reference=\"same-year-january-1\" equal-percent=\"10\" own-use=\"days\"\n"
  " source=\"s\" section=\"b\">\n"
  "<payer municipality=\"840\"/><payer municipality=\"851\"/><payer municipality=\"825\"/>\n"
  "</arrangement>\n"
  "<series key=\"budget\" unit=\"amount\" source=\"s\" section=\"b\" known=\"2024-01-01\"\n"
  " price-level=\"nominal\"><fact valid=\"2024\" value=\"1000\"/></series>\n"
  "<series key=\"people\" unit=\"persons\" source=\"s\" section=\"b\" known=\"2024-01-01\">\n"
  "<fact subject=\"840\" valid=\"2024\" value=\"30\"/><fact subject=\"851\" valid=\"2024\"\n"
  " value=\"60\"/><fact subject=\"825\" valid=\"2024\" value=\"10\"/></series>\n"
  "<series key=\"days\" unit=\"days\" source=\"s\" section=\"b\" known=\"2024-01-01\">\n"
  "<fact subject=\"840\" valid=\"2024\" value=\"1\"/><fact subject=\"851\" valid=\"2024\"\n"
  " value=\"3\"/><fact subject=\"825\" valid=\"2024\" value=\"0\"/></series>\n"
  "</register>\n";

static KkrCalculator *
make_mixed (void)
{
  g_autoptr (KkrRegisterReader) reader = kkr_register_reader_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (file, sizeof file - 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrRegister) reg = kkr_register_reader_read_bytes (reader, bytes, "example.xml", NULL,
                                                                &error);

  g_assert_no_error (error);
  return g_object_new (KKR_TYPE_OBJECTIVE_FINANCING, "register", reg, "arrangement", "mixed",
                       "year", 2024, NULL);
}

static KkrCalculator *
make_nord (void)
{
  g_autoptr (KkrRegister) reg = kkr_register_new_packaged ();

  return g_object_new (KKR_TYPE_OBJECTIVE_FINANCING, "register", reg, "arrangement",
                       "socialtilsyn-nord", "year", 2024, NULL);
}

static void
assert_amounts (KkrCalculator *calculator, const gint64 *kroner, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrResult) result = kkr_calculator_run (calculator, NULL, &error);
  KkrColumn *amounts;

  g_assert_no_error (error);
  g_assert_cmpuint (kkr_table_get_n_rows (kkr_result_get_table (result)), ==, n);
  amounts = kkr_table_get_column (kkr_result_get_table (result), "amount");
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (KkrDerivation) derivation = kkr_result_explain (result, "amount", i, &error);

      g_assert_no_error (error);
      g_assert_nonnull (derivation);
      g_assert_cmpint (kkr_column_get_int64 (amounts, i), ==, kroner[i] * 100);
    }
}

static void
assert_error (KkrCalculator *calculator, KkrCalcError code, const char *part)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrResult) result = kkr_calculator_run (calculator, NULL, &error);

  g_assert_null (result);
  g_assert_error (error, KKR_CALC_ERROR, (int) code);
  if (strstr (error->message, part) == NULL)
    g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, part));
}

/* 10 per cent equally, 90 by people: Læsø 100/3 + 90, Rebild 100/3 + 270, Aalborg 100/3 + 540;
 * the last krone goes to the first of three equal remainders. */
static void
test_equal_part (void)
{
  const gint64 kroner[] = { 124, 303, 573 };
  g_autoptr (KkrCalculator) calculator = make_mixed ();

  assert_amounts (calculator, kroner, 3);
}

/* 40 per cent by days: Rebild 100, Aalborg 300; 600 by people: 60, 180, 360. */
static void
test_own_use (void)
{
  const gint64 kroner[] = { 60, 280, 660 };
  g_autoptr (KkrCalculator) calculator = make_mixed ();

  g_object_set (calculator, "equal-percent", 0.0, "own-use-percent", 40.0, NULL);
  assert_amounts (calculator, kroner, 3);
}

static void
test_exempt (void)
{
  const gint64 kroner[] = { 333, 667 };
  g_autoptr (KkrCalculator) calculator = make_mixed ();

  g_object_set (calculator, "equal-percent", 0.0, "exempt", "læsø", NULL);
  assert_amounts (calculator, kroner, 2);
  g_object_set (calculator, "exempt", "Hjørring", NULL);
  assert_error (calculator, KKR_CALC_ERROR_NO_DATA, "Hjørring");
  g_object_set (calculator, "exempt", "Læsø, Rebild, Aalborg", NULL);
  assert_error (calculator, KKR_CALC_ERROR_NO_DATA, "no payers");
}

static void
test_settlement (void)
{
  const gint64 kroner[] = { -100, -300, -600 };
  g_autoptr (KkrCalculator) calculator = make_mixed ();

  g_object_set (calculator, "equal-percent", 0.0, "budget", G_GINT64_CONSTANT (-100000), NULL);
  assert_error (calculator, KKR_CALC_ERROR_OUT_OF_RANGE, "DKK -1,000.00 found");
  g_object_set (calculator, "settlement", TRUE, NULL);
  assert_amounts (calculator, kroner, 3);
}

static void
test_missing (void)
{
  g_autoptr (KkrCalculator) calculator = KKR_CALCULATOR (kkr_objective_financing_new ());

  assert_error (calculator, KKR_CALC_ERROR_MISSING_INPUT, "register: ");
  assert_error (calculator, KKR_CALC_ERROR_MISSING_INPUT, "arrangement: ");
  assert_error (calculator, KKR_CALC_ERROR_MISSING_INPUT, "year: ");
}

static void
test_bad_inputs (void)
{
  g_autoptr (KkrCalculator) calculator = make_nord ();

  g_object_set (calculator, "arrangement", "socialtilsyn-syd", NULL);
  assert_error (calculator, KKR_CALC_ERROR_NO_DATA, "socialtilsyn-nord");
  g_object_set (calculator, "arrangement", "socialtilsyn-nord", "year", 2031, NULL);
  assert_error (calculator, KKR_CALC_ERROR_NO_DATA, "budget is not given and not known");
  assert_error (calculator, KKR_CALC_ERROR_NO_DATA, "children-0-17");
  g_object_set (calculator, "year", 0, NULL);
  assert_error (calculator, KKR_CALC_ERROR_OUT_OF_RANGE, "year: ");
  g_object_set (calculator, "year", 2024, "method", KKR_APPORTION_METHOD_UNSET, NULL);
  assert_error (calculator, KKR_CALC_ERROR_OUT_OF_RANGE, "method: ");
  g_object_set (calculator, "method", KKR_APPORTION_METHOD_CUMULATIVE, "budget",
                G_GINT64_CONSTANT (1915605850), NULL);
  assert_error (calculator, KKR_CALC_ERROR_OUT_OF_RANGE, "DKK 0.50 is left over");
  g_assert_true (kkr_calculator_unset (calculator, "budget", NULL));
  g_object_set (calculator, "unit", G_GINT64_CONSTANT (0), NULL);
  assert_error (calculator, KKR_CALC_ERROR_OUT_OF_RANGE, "unit: ");
  g_object_set (calculator, "unit", G_GINT64_CONSTANT (100), "compare-year", 1999, NULL);
  assert_error (calculator, KKR_CALC_ERROR_NO_DATA, "compare-year 1999");
}

/* What is printed in August 2023 could not be known in July. */
static void
test_known_on (void)
{
  g_autoptr (KkrCalculator) calculator = make_nord ();
  g_autoptr (KkrResult) result = NULL;

  g_object_set (calculator, "known-on", "2023-07-01", NULL);
  assert_error (calculator, KKR_CALC_ERROR_NO_DATA, "2023-08-21");
  g_object_set (calculator, "known-on", "2023-08-21", NULL);
  result = kkr_calculator_run (calculator, NULL, NULL);
  g_assert_nonnull (result);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/objective-financing/equal-part", test_equal_part);
  g_test_add_func ("/objective-financing/own-use", test_own_use);
  g_test_add_func ("/objective-financing/exempt", test_exempt);
  g_test_add_func ("/objective-financing/settlement", test_settlement);
  g_test_add_func ("/objective-financing/missing", test_missing);
  g_test_add_func ("/objective-financing/bad-inputs", test_bad_inputs);
  g_test_add_func ("/objective-financing/known-on", test_known_on);
  return g_test_run ();
}
