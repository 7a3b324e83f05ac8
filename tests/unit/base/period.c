/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-period-private.h>

static KkrPeriod *
read_period (const char *text)
{
  g_autoptr (GError) error = NULL;
  KkrPeriod *period = kkr_period_new_from_string (text, &error);

  g_assert_no_error (error);
  g_assert_nonnull (period);
  return period;
}

static void
test_texts (void)
{
  static const struct {
    const char *text, *danish, *english, *canonical;
  } cases[] = {
    { "2024", "2024", "2024", "2024" },
    { "2019/2022", "2019–2022", "2019–2022", "2019/2022" },
    { "2019-01-01/2022-12-31", "2019–2022", "2019–2022", "2019-01-01/2022-12-31" },
    { "2023K2", "2. kvartal 2023", "2nd quarter of 2023", "2023K2" },
    { "2023-10/2023-12", "4. kvartal 2023", "4th quarter of 2023", "2023-10/2023-12" },
    { "2023-02/2023-04", "februar 2023 – april 2023", "February 2023 – April 2023",
      "2023-02/2023-04" },
    { "2022K4/2023-02", "4. kvartal 2022 – februar 2023", "4th quarter of 2022 – February 2023",
      "2022K4/2023-02" },
    { "2023-08", "august 2023", "August 2023", "2023-08" },
    { "2023-08/2023-08", "august 2023", "August 2023", "2023-08" },
    { "2023-08-21", "21. august 2023", "21 August 2023", "2023-08-21" },
    { "2023-08-21/2023-08-21", "21. august 2023", "21 August 2023", "2023-08-21" },
    { "2023-01-01/2023-06-30", "1. januar 2023 – 30. juni 2023", "1 January 2023 – 30 June 2023",
      "2023-01-01/2023-06-30" },
    { "2023-07/2024-06", "juli 2023 – juni 2024", "July 2023 – June 2024", "2023-07/2024-06" },
    { "2007-01-01/..", "fra 1. januar 2007", "from 1 January 2007", "2007-01-01/.." },
    { "2023-05/..", "fra maj 2023", "from May 2023", "2023-05/.." },
    { "../2026-12-31", "til og med 31. december 2026", "up to and including 31 December 2026",
      "../2026-12-31" },
    { "../2026", "til og med 2026", "up to and including 2026", "../2026" },
    { "[..2017-01-01]/..", "fra senest 1. januar 2017", "from 1 January 2017 at the latest",
      "[..2017-01-01]/.." },
    { "../[..2016-12-31]", "til senest 31. december 2016", "until 31 December 2016 at the latest",
      "../[..2016-12-31]" },
    { "[..2017-01-01]/2017-12-31", "senest 1. januar 2017 – 31. december 2017",
      "1 January 2017 at the latest – 31 December 2017", "[..2017-01-01]/2017-12-31" },
    { "../..", "altid", "always", "../.." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KkrPeriod) period = read_period (cases[i].text);
      g_autofree char *plain = kkr_period_to_string (period);
      g_autofree char *danish = kkr_period_to_string_in (period, "da");
      g_autofree char *english = kkr_period_to_string_in (period, "en");
      g_autofree char *str = kkr_period___str__ (period);
      g_autofree char *repr = kkr_period___repr__ (period);
      g_autofree char *expected = g_strdup_printf ("<Kkr.Period %s>", cases[i].canonical);

      g_assert_cmpstr (plain, ==, cases[i].danish);
      g_assert_cmpstr (danish, ==, cases[i].danish);
      g_assert_cmpstr (english, ==, cases[i].english);
      g_assert_cmpstr (str, ==, cases[i].danish);
      g_assert_cmpstr (repr, ==, expected);
    }
}

static void
test_ends (void)
{
  g_autoptr (KkrPeriod) quarter = read_period ("2023K2");
  g_autoptr (KkrPeriod) open = read_period ("2007-01-01/..");
  g_autoptr (KkrPeriod) empty = g_object_new (KKR_TYPE_PERIOD, NULL);
  g_autofree char *start = NULL, *end = NULL;
  gint32 from, until;

  g_assert_cmpstr (kkr_period_get_start (quarter), ==, "2023-04-01");
  g_assert_cmpstr (kkr_period_get_end (quarter), ==, "2023-06-30");
  g_object_get (quarter, "start", &start, "end", &end, NULL);
  g_assert_cmpstr (start, ==, "2023-04-01");
  g_assert_cmpstr (end, ==, "2023-06-30");
  g_assert_cmpstr (kkr_period_get_start (open), ==, "2007-01-01");
  g_assert_null (kkr_period_get_end (open));
  g_assert_null (kkr_period_get_start (empty));
  g_assert_null (kkr_period_get_end (empty));
  kkr_period_get_days (open, &from, &until);
  g_assert_cmpint (from, ==, kkr_date_from_parts (2007, 1, 1));
  g_assert_cmpint (until, ==, KKR_DATE_MAX);
}

static void
assert_precision (const char *text, const char *start, const char *end)
{
  g_autoptr (KkrPeriod) period = read_period (text);
  KkrDatePrecision first, last;

  g_object_get (period, "start-precision", &first, "end-precision", &last, NULL);
  g_assert_cmpint (first, ==, kkr_period_get_start_precision (period));
  g_assert_cmpint (last, ==, kkr_period_get_end_precision (period));
  g_assert_cmpstr (kkr_date_precision_to_string (first), ==, start);
  g_assert_cmpstr (kkr_date_precision_to_string (last), ==, end);
}

static void
test_precision (void)
{
  g_autoptr (KkrPeriod) year = kkr_period_new_days (kkr_date_from_parts (2023, 1, 1),
                                                    kkr_date_from_parts (2023, 12, 31));
  g_autoptr (KkrPeriod) days = kkr_period_new_days (kkr_date_from_parts (2023, 1, 1),
                                                    kkr_date_from_parts (2023, 12, 30));
  g_autoptr (GError) error = NULL;

  assert_precision ("2023", "year", "year");
  assert_precision ("2023K2", "quarter", "quarter");
  assert_precision ("2023-05/2023-08-21", "month", "day");
  assert_precision ("[..2017-01-01]/..", "at-latest", "unset");
  assert_precision ("../[..2016-12-31]", "unset", "at-latest");
  assert_precision ("../..", "unset", "unset");
  g_assert_cmpint (kkr_period_get_start_precision (year), ==, KKR_DATE_PRECISION_YEAR);
  g_assert_cmpint (kkr_period_get_end_precision (days), ==, KKR_DATE_PRECISION_DAY);
  g_assert_cmpint (kkr_date_precision_from_string ("at-latest", &error), ==,
                   KKR_DATE_PRECISION_AT_LATEST);
  g_assert_no_error (error);
  g_assert_cmpint (kkr_date_precision_from_string ("unset", &error), ==, 0);
  g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE);
}

static void
test_contains (void)
{
  static const struct {
    const char *period, *day;
    gboolean expected;
  } cases[] = {
    { "2023K2", "2023-03-31", FALSE },     { "2023K2", "2023-04-01", TRUE },
    { "2023K2", "2023-06-30", TRUE },      { "2023K2", "2023-07-01", FALSE },
    { "2007-01-01/..", "9999-12-31", TRUE }, { "2007-01-01/..", "2006-12-31", FALSE },
    { "../2026", "0001-01-01", TRUE },     { "../2026", "2027-01-01", FALSE },
    { "../..", "1970-01-01", TRUE },
    { "[..2017-01-01]/..", "2017-01-01", TRUE }, { "[..2017-01-01]/..", "2016-12-31", FALSE },
    { "../[..2016-12-31]", "2016-12-31", TRUE }, { "../[..2016-12-31]", "2017-01-01", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KkrPeriod) period = read_period (cases[i].period);
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (kkr_period_contains (period, cases[i].day, &error), ==, cases[i].expected);
      g_assert_no_error (error);
    }
}

static void
test_errors (void)
{
  g_autoptr (KkrPeriod) period = read_period ("2023");
  g_autoptr (GError) error = NULL;

  g_assert_null (kkr_period_new_from_string ("2023Q2", &error));
  g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE);
  g_assert_nonnull (g_strstr_len (error->message, -1, "\"2023Q2\" found"));
  g_clear_error (&error);
  g_assert_null (kkr_period_new_from_string (NULL, &error));
  g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE);
  g_clear_error (&error);
  g_assert_false (kkr_period_contains (period, "2023", &error));
  g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE);
  g_assert_nonnull (g_strstr_len (error->message, -1, "\"2023\" found"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/period/texts", test_texts);
  g_test_add_func ("/period/ends", test_ends);
  g_test_add_func ("/period/precision", test_precision);
  g_test_add_func ("/period/contains", test_contains);
  g_test_add_func ("/period/errors", test_errors);
  return g_test_run ();
}
