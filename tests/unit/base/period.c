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
    const char *text, *danish, *english, *repr;
  } cases[] = {
    { "2024", "2024", "2024", "<Kkr.Period 2024-01-01/2024-12-31>" },
    { "2019/2022", "2019–2022", "2019–2022", "<Kkr.Period 2019-01-01/2022-12-31>" },
    { "2023K2", "2. kvartal 2023", "2nd quarter of 2023", "<Kkr.Period 2023-04-01/2023-06-30>" },
    { "2023-10/2023-12", "4. kvartal 2023", "4th quarter of 2023",
      "<Kkr.Period 2023-10-01/2023-12-31>" },
    { "2023-02/2023-04", "1. februar 2023 – 30. april 2023", "1 February 2023 – 30 April 2023",
      "<Kkr.Period 2023-02-01/2023-04-30>" },
    { "2023-08", "august 2023", "August 2023", "<Kkr.Period 2023-08-01/2023-08-31>" },
    { "2023-08-21", "21. august 2023", "21 August 2023", "<Kkr.Period 2023-08-21/2023-08-21>" },
    { "2023-01-01/2023-06-30", "1. januar 2023 – 30. juni 2023", "1 January 2023 – 30 June 2023",
      "<Kkr.Period 2023-01-01/2023-06-30>" },
    { "2023-07/2024-06", "1. juli 2023 – 30. juni 2024", "1 July 2023 – 30 June 2024",
      "<Kkr.Period 2023-07-01/2024-06-30>" },
    { "2007-01-01/..", "fra 1. januar 2007", "from 1 January 2007",
      "<Kkr.Period 2007-01-01/..>" },
    { "../2026", "til og med 31. december 2026", "up to and including 31 December 2026",
      "<Kkr.Period ../2026-12-31>" },
    { "../..", "altid", "always", "<Kkr.Period ../..>" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KkrPeriod) period = read_period (cases[i].text);
      g_autofree char *plain = kkr_period_to_string (period);
      g_autofree char *danish = kkr_period_to_string_in (period, "da");
      g_autofree char *english = kkr_period_to_string_in (period, "en");
      g_autofree char *str = kkr_period___str__ (period);
      g_autofree char *repr = kkr_period___repr__ (period);

      g_assert_cmpstr (plain, ==, cases[i].danish);
      g_assert_cmpstr (danish, ==, cases[i].danish);
      g_assert_cmpstr (english, ==, cases[i].english);
      g_assert_cmpstr (str, ==, cases[i].danish);
      g_assert_cmpstr (repr, ==, cases[i].repr);
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
  g_test_add_func ("/period/contains", test_contains);
  g_test_add_func ("/period/errors", test_errors);
  return g_test_run ();
}
