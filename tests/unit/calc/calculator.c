/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "test-calculator.h"

#include <math.h>

static KkrCalculator *
quarter (void)
{
  return test_calculator_new (test_quarter_get_type ());
}

static KkrCalculator *
empty (void)
{
  return g_object_new (test_quarter_get_type (), NULL);
}

static void
assert_run_fails (KkrCalculator *calculator, KkrCalcError code, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrResult) result = kkr_calculator_run (calculator, NULL, &error);

  g_assert_null (result);
  g_assert_error (error, KKR_CALC_ERROR, (int) code);
  g_assert_cmpstr (error->message, ==, message);
}

static void
assert_set_fails (const char *name, const char *text, const char *message)
{
  g_autoptr (KkrCalculator) calculator = empty ();
  g_autoptr (GError) error = NULL;

  g_assert_false (kkr_calculator_set_from_string (calculator, name, text, &error));
  g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE);
  if (message != NULL)
    g_assert_cmpstr (error->message, ==, message);
  g_assert_true (g_str_has_prefix (error->message, name) || message != NULL);
  g_assert_false (kkr_calculator_is_assigned (calculator, name));
}

static void
test_names (void)
{
  g_autoptr (KkrCalculator) calculator = empty ();
  g_auto (GStrv) names = kkr_calculator_dup_input_names (calculator);
  const char *const expected[] = { "year",   "budget", "price",    "own-share", "settled",
                                   "method", "fault",  "register", "known-on",  "price-level",
                                   NULL };

  g_assert_true (g_strv_equal ((const char *const *) names, expected));
  g_assert_cmpstr (kkr_calculator_get_name (calculator), ==, "test-quarter");
  g_assert_cmpstr (kkr_calculator_get_title (calculator), ==, "En fjerdedel");
  g_assert_cmpstr (kkr_calculator_get_title_in (calculator, "en"), ==, "A quarter");
}

static void
test_by_name (void)
{
  g_autoptr (GError) error = NULL;
  gsize n_types;
  g_autofree GType *types = kkr_calculator_dup_types (&n_types);

  g_assert_null (kkr_calculator_new_by_name ("rutsjebane", &error));
  g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE);
  g_assert_true (g_str_has_prefix (error->message,
                                   "no such calculator: \"rutsjebane\" found, one of "));
  for (gsize i = 0; i < n_types; i++)
    {
      g_autoptr (KkrCalculator) one = g_object_new (types[i], NULL);
      g_autoptr (KkrCalculator) same = NULL;

      g_assert_nonnull (strstr (error->message, kkr_calculator_get_name (one)));
      same = kkr_calculator_new_by_name (kkr_calculator_get_name (one), NULL);
      g_assert_true (G_OBJECT_TYPE (same) == types[i]);
    }
}

static void
test_assigned (void)
{
  g_autoptr (KkrCalculator) calculator = empty ();

  g_assert_false (kkr_calculator_is_assigned (calculator, "year"));
  g_object_set (calculator, "year", 0, NULL);
  g_assert_true (kkr_calculator_is_assigned (calculator, "year"));
  g_object_set (calculator, "fault", "x", "price-level", "2024", NULL);
  g_assert_true (kkr_calculator_is_assigned (calculator, "fault"));
  g_assert_true (kkr_calculator_is_assigned (calculator, "price-level"));
  g_object_set (calculator, "fault", NULL, NULL);
  g_assert_false (kkr_calculator_is_assigned (calculator, "fault"));
  g_assert_false (kkr_calculator_is_assigned (calculator, "progress"));
  g_assert_false (kkr_calculator_is_assigned (calculator, "no such"));
}

static void
test_unset (void)
{
  g_autoptr (KkrCalculator) calculator = quarter ();
  g_autoptr (GError) error = NULL;
  gint64 budget;
  int year;

  g_object_set (calculator, "own-share", 30.0, "price-level", "2024", NULL);
  g_assert_true (kkr_calculator_unset (calculator, "year", &error));
  g_assert_true (kkr_calculator_unset (calculator, "own-share", &error));
  g_assert_true (kkr_calculator_unset (calculator, "price-level", &error));
  g_assert_no_error (error);
  g_assert_false (kkr_calculator_is_assigned (calculator, "year"));
  g_assert_false (kkr_calculator_is_assigned (calculator, "own-share"));
  g_assert_true (kkr_calculator_get_number (calculator, "own-share") >= 25.0);
  g_assert_true (kkr_calculator_get_number (calculator, "own-share") <= 25.0);
  g_assert_cmpstr (kkr_calculator_get_text (calculator, "price-level"), ==, "nominal");
  g_object_get (calculator, "year", &year, "budget", &budget, NULL);
  g_assert_cmpint (year, ==, 0);
  g_assert_cmpint (budget, ==, 1001);
  g_assert_true (kkr_calculator_is_assigned (calculator, "budget"));
  g_assert_false (kkr_calculator_unset (calculator, "progress", &error));
  g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE);
  g_assert_true (g_str_has_prefix (error->message, "no such input: \"progress\" found, one of "
                                                   "year, budget, "));
}

static void
test_set_from_string (void)
{
  static const char *const set[][3] = {
    { "year", "2024", "2024" },
    { "budget", "19.156.058,50 kr.", "19.156.058,50 kr." },
    { "budget", "2 mio. kr.", "2.000.000,00 kr." },
    { "price", "43.851,6", "43.851,6 kr." },
    { "own-share", "33,25", "33,25 pct." },
    { "settled", "ja", "ja" },
    { "settled", "no", "nej" },
    { "method", "dhondt", "dhondt" },
    { "fault", "æøå", "æøå" },
    { "known-on", "2023-08-21", "2023-08-21" },
    { "price-level", "2024", "2024" },
  };
  g_autoptr (KkrCalculator) calculator = empty ();

  for (guint i = 0; i < G_N_ELEMENTS (set); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;

      g_assert_true (kkr_calculator_set_from_string (calculator, set[i][0], set[i][1], &error));
      g_assert_no_error (error);
      g_assert_true (kkr_calculator_is_assigned (calculator, set[i][0]));
      text = kkr_calculator_dup_input_text (calculator, set[i][0]);
      g_assert_cmpstr (text, ==, set[i][2]);
    }
  g_assert_cmpint (kkr_calculator_get_amount (calculator, "budget"), ==, 200000000);
  g_assert_true (kkr_calculator_set_from_string (calculator, "register", "packaged", NULL));
  g_assert_true (KKR_IS_REGISTER (kkr_calculator_get_register (calculator)));
}

static void
test_set_from_bad_string (void)
{
  g_autoptr (KkrCalculator) calculator = empty ();
  g_autoptr (GError) error = NULL;

  assert_set_fails ("year", "i år", NULL);
  assert_set_fails ("year", "2024,5",
                    "year: no whole number that fits: \"2024,5\" found, a whole number such as "
                    "2024 expected");
  assert_set_fails ("year", "99999999999", NULL);
  assert_set_fails ("budget", "mange penge", NULL);
  assert_set_fails ("budget", "0,001 kr.", NULL);
  assert_set_fails ("price", "NaN", NULL);
  assert_set_fails ("settled", "måske",
                    "settled: neither yes nor no: \"måske\" found, ja or nej expected");
  assert_set_fails ("method", "unset", NULL);
  assert_set_fails ("method", "hondt",
                    "method: no such choice: \"hondt\" found, one of largest-remainder, dhondt, "
                    "sainte-lague, huntington-hill, cumulative, residual-to-largest, independent "
                    "expected");
  assert_set_fails ("yaer", "2024",
                    "no such input: \"yaer\" found, one of year, budget, price, own-share, "
                    "settled, method, fault, register, known-on, price-level expected; near it: "
                    "year");
  assert_set_fails ("progress", "0,5",
                    "no such input: \"progress\" found, one of year, budget, price, own-share, "
                    "settled, method, fault, register, known-on, price-level expected");
  g_assert_false (kkr_calculator_set_from_string (calculator, "register", "/nowhere/x.xml",
                                                  &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_true (g_str_has_prefix (error->message, "register: "));
}

static void
test_missing (void)
{
  g_autoptr (KkrCalculator) calculator = empty ();
  gsize n;
  KkrProblem **problems = kkr_calculator_validate (calculator, &n);

  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (kkr_problem_get_input (problems[0]), ==, "year");
  g_assert_cmpstr (kkr_problem_get_rule (problems[0]), ==, "input-missing");
  g_assert_cmpint (kkr_problem_get_severity (problems[0]), ==, KKR_SEVERITY_ERROR);
  g_assert_cmpstr (kkr_problem_get_input (problems[1]), ==, "budget");
  for (gsize i = 0; i < n; i++)
    g_object_unref (problems[i]);
  g_free (problems);
  assert_run_fails (calculator, KKR_CALC_ERROR_MISSING_INPUT,
                    "year: missing: no value found, one expected; "
                    "budget: missing: no value found, one expected");
}

static void
test_all_problems_in_order (void)
{
  g_autoptr (KkrCalculator) calculator = empty ();

  g_object_set (calculator, "budget", G_GINT64_CONSTANT (-1), "price", 3.2, "settled", TRUE, NULL);
  assert_run_fails (calculator, KKR_CALC_ERROR_MISSING_INPUT,
                    "year: missing: no value found, one expected; "
                    "budget: negative: -1 found, 0 or more expected; "
                    "settled and a price found, one of them expected");
  g_object_set (calculator, "year", 2024, NULL);
  assert_run_fails (calculator, KKR_CALC_ERROR_OUT_OF_RANGE,
                    "budget: negative: -1 found, 0 or more expected; "
                    "settled and a price found, one of them expected");
  g_object_set (calculator, "budget", G_GINT64_CONSTANT (1), NULL);
  assert_run_fails (calculator, KKR_CALC_ERROR_INCONSISTENT,
                    "settled and a price found, one of them expected");
}

static void
test_out_of_range (void)
{
  g_autoptr (KkrCalculator) calculator = quarter ();

  g_object_set (calculator, "method", KKR_APPORTION_METHOD_UNSET, NULL);
  assert_run_fails (calculator, KKR_CALC_ERROR_OUT_OF_RANGE,
                    "method: no such choice: unset found, one of largest-remainder, dhondt, "
                    "sainte-lague, huntington-hill, cumulative, residual-to-largest, independent "
                    "expected");
  g_object_set (calculator, "method", 99, NULL);
  assert_run_fails (calculator, KKR_CALC_ERROR_OUT_OF_RANGE,
                    "method: no such choice: an unknown number found, one of largest-remainder, "
                    "dhondt, sainte-lague, huntington-hill, cumulative, residual-to-largest, "
                    "independent expected");
  kkr_calculator_unset (calculator, "method", NULL);
  g_assert_cmpint (kkr_calculator_get_enum (calculator, "method"), ==,
                   KKR_APPORTION_METHOD_LARGEST_REMAINDER);
  for (int i = 0; i < 3; i++)
    {
      g_object_set (calculator, "price", i == 0 ? (gdouble) NAN : i == 1 ? (gdouble) INFINITY
                                                                         : (gdouble) -INFINITY,
                    NULL);
      assert_run_fails (calculator, KKR_CALC_ERROR_OUT_OF_RANGE,
                        "price: not a number: NaN or infinity found, a number expected");
    }
}

static void
test_clocks (void)
{
  static const char *const bad_days[] = { "", "2023", "2023-02-29", "21-08-2023", "i går" };
  static const char *const bad_levels[] = { "", "24", "20245", "reel", "202x" };
  g_autoptr (KkrCalculator) calculator = quarter ();
  g_autoptr (KkrResult) result = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (bad_days); i++)
    {
      g_autofree char *message = g_strdup_printf ("known-on: no such day: \"%s\" found, a day such "
                                                  "as 2023-08-21 expected", bad_days[i]);

      g_object_set (calculator, "known-on", bad_days[i], NULL);
      assert_run_fails (calculator, KKR_CALC_ERROR_OUT_OF_RANGE, message);
    }
  g_object_set (calculator, "known-on", "2024-02-29", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (bad_levels); i++)
    {
      g_autofree char *message = g_strdup_printf ("price-level: no such price level: \"%s\" found, "
                                                  "nominal or a year such as 2024 expected",
                                                  bad_levels[i]);

      g_object_set (calculator, "price-level", bad_levels[i], NULL);
      assert_run_fails (calculator, KKR_CALC_ERROR_OUT_OF_RANGE, message);
    }
  g_object_set (calculator, "price-level", "2023", NULL);
  result = kkr_calculator_run (calculator, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (result);
}

static void
test_compute_fails (void)
{
  g_autoptr (KkrCalculator) calculator = quarter ();

  g_object_set (calculator, "fault", "nothing", NULL);
  assert_run_fails (calculator, KKR_CALC_ERROR_FAILED,
                    "TestQuarter: compute gave neither a result nor an error, a result expected");
  g_object_set (calculator, "fault", "error", NULL);
  assert_run_fails (calculator, KKR_CALC_ERROR_NO_DATA, "no such day");
}

static void
test_dup (void)
{
  g_autoptr (KkrCalculator) calculator = quarter ();
  g_autoptr (KkrCalculator) copy = NULL;

  g_object_set (calculator, "method", KKR_APPORTION_METHOD_DHONDT, NULL);
  copy = kkr_calculator_dup (calculator);
  g_assert_true (copy != calculator);
  g_assert_true (G_OBJECT_TYPE (copy) == test_quarter_get_type ());
  g_assert_cmpint (kkr_calculator_get_int (copy, "year"), ==, 2024);
  g_assert_cmpint (kkr_calculator_get_enum (copy, "method"), ==, KKR_APPORTION_METHOD_DHONDT);
  g_assert_true (kkr_calculator_is_assigned (copy, "year"));
  g_assert_false (kkr_calculator_is_assigned (copy, "own-share"));
  g_object_set (copy, "year", 2023, NULL);
  g_assert_cmpint (kkr_calculator_get_int (calculator, "year"), ==, 2024);
}

static void
test_report_outside_check (void)
{
  g_autoptr (KkrCalculator) calculator = quarter ();
  gsize n;
  KkrProblem **problems;

  kkr_calculator_report (calculator, "year", KKR_CALC_ERROR_OUT_OF_RANGE, "too late");
  problems = kkr_calculator_validate (calculator, &n);
  g_assert_cmpuint (n, ==, 0);
  g_free (problems);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calculator/names", test_names);
  g_test_add_func ("/calculator/by-name", test_by_name);
  g_test_add_func ("/calculator/assigned", test_assigned);
  g_test_add_func ("/calculator/unset", test_unset);
  g_test_add_func ("/calculator/set-from-string", test_set_from_string);
  g_test_add_func ("/calculator/set-from-bad-string", test_set_from_bad_string);
  g_test_add_func ("/calculator/missing", test_missing);
  g_test_add_func ("/calculator/all-problems-in-order", test_all_problems_in_order);
  g_test_add_func ("/calculator/out-of-range", test_out_of_range);
  g_test_add_func ("/calculator/clocks", test_clocks);
  g_test_add_func ("/calculator/compute-fails", test_compute_fails);
  g_test_add_func ("/calculator/dup", test_dup);
  g_test_add_func ("/calculator/report-outside-check", test_report_outside_check);
  return g_test_run ();
}
