/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-date-private.h>

static void
test_parse (void)
{
  /* Days since 1970-01-01: 30 years with 7 leap days are 10957. */
  static const struct {
    const char *text;
    gint32 days;
  } good[] = {
    { "1970-01-01", 0 },     { "1969-12-31", -1 },    { "2000-01-01", 10957 },
    { "2000-02-29", 11016 }, { "2000-03-01", 11017 }, { "1900-03-01", -25508 },
    { "0001-01-01", -719162 }, { "9999-12-31", 2932896 },
  };
  static const char *const bad[] = {
    "", "2023", "2023-08", "2023-8-21", "2023-08-1", "2023-08-32", "2023-00-10", "2023-13-01",
    "2023-02-29", "1900-02-29", "0000-01-01", "2023-08-21 ", " 2023-08-21", "2023/08/21",
    "21-08-2023", "20230821", "2023-08-21T", "-023-08-21", "2023-04-31", "2023K2", "..",
  };
  gint32 days = 77;

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *back = NULL;

      g_assert_true (kkr_date_parse (good[i].text, &days));
      g_assert_cmpint (days, ==, good[i].days);
      back = kkr_date_to_string (days);
      g_assert_cmpstr (back, ==, good[i].text);
    }
  days = 77;
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    if (kkr_date_parse (bad[i], &days))
      g_error ("\"%s\" was read", bad[i]);
  g_assert_false (kkr_date_parse (NULL, &days));
  g_assert_cmpint (days, ==, 77);
}

/* GLib's calendar is another implementation. */
static void
test_against_glib (void)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, G_DATE_JANUARY, 1890);
  for (gint32 day = kkr_date_from_parts (1890, 1, 1); day < 60000; day++)
    {
      int year, month, day_of_month;

      kkr_date_split (day, &year, &month, &day_of_month);
      g_assert_cmpint (year, ==, g_date_get_year (&date));
      g_assert_cmpint (month, ==, (int) g_date_get_month (&date));
      g_assert_cmpint (day_of_month, ==, g_date_get_day (&date));
      g_assert_cmpint (kkr_date_from_parts (year, month, day_of_month), ==, day);
      g_date_add_days (&date, 1);
    }
}

static void
test_parts_run_over (void)
{
  g_assert_cmpint (kkr_date_from_parts (2023, 13, 1), ==, kkr_date_from_parts (2024, 1, 1));
  g_assert_cmpint (kkr_date_from_parts (2023, 25, 1), ==, kkr_date_from_parts (2025, 1, 1));
  g_assert_cmpint (kkr_date_from_parts (2024, 3, 0), ==, kkr_date_from_parts (2024, 2, 29));
  g_assert_cmpint (kkr_date_from_parts (2023, 0, 31), ==, kkr_date_from_parts (2022, 12, 31));
  g_assert_cmpint (kkr_date_from_parts (2023, 12, 32), ==, kkr_date_from_parts (2024, 1, 1));
  g_assert_cmpint (kkr_date_from_parts (G_MAXINT, 1, 1), ==, KKR_DATE_MAX - 1);
  g_assert_cmpint (kkr_date_from_parts (G_MININT, 1, 1), ==, KKR_DATE_MIN + 1);
}

static void
assert_formatted (gint32 days, const char *language, const char *expected)
{
  g_autofree char *text = kkr_date_format (days, language);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_format (void)
{
  assert_formatted (kkr_date_from_parts (2023, 8, 21), "da", "21. august 2023");
  assert_formatted (kkr_date_from_parts (2023, 8, 21), "en", "21 August 2023");
  assert_formatted (kkr_date_from_parts (2007, 1, 1), NULL, "1. januar 2007");
  assert_formatted (kkr_date_from_parts (2024, 12, 31), "da", "31. december 2024");
  assert_formatted (KKR_DATE_MIN, "da", "..");
  assert_formatted (KKR_DATE_MAX, "en", "..");
}

static void
assert_period (const char *text, const char *expected_from, const char *expected_until)
{
  g_autofree char *first = NULL, *last = NULL;
  gint32 from, until;

  g_assert_true (kkr_period_parse (text, &from, &until));
  first = kkr_date_to_string (from);
  last = kkr_date_to_string (until);
  g_assert_cmpstr (first, ==, expected_from);
  g_assert_cmpstr (last, ==, expected_until);
}

static void
test_period (void)
{
  static const char *const bad[] = {
    "", "23", "02023", "2023K0", "2023K5", "2023K", "2023k2", "2023Q2", "2023K22", "2023-8",
    "2023-13", "2023-08-", "2023-08-32", "/", "2023/", "/2023", "2023/2022", "2023/2023/2023",
    "2023-08-21/2023-08-20", "2023-..", "...", "..", "../..x", "2023 /..", "0000",
  };
  gint32 from = 1, until = 2;

  assert_period ("2023", "2023-01-01", "2023-12-31");
  assert_period ("2023K1", "2023-01-01", "2023-03-31");
  assert_period ("2023K2", "2023-04-01", "2023-06-30");
  assert_period ("2023K4", "2023-10-01", "2023-12-31");
  assert_period ("2023-02", "2023-02-01", "2023-02-28");
  assert_period ("2024-02", "2024-02-01", "2024-02-29");
  assert_period ("2023-12", "2023-12-01", "2023-12-31");
  assert_period ("2023-08-21", "2023-08-21", "2023-08-21");
  assert_period ("2023-01-01/2023-06-30", "2023-01-01", "2023-06-30");
  assert_period ("2019/2022", "2019-01-01", "2022-12-31");
  assert_period ("2022K4/2023-02", "2022-10-01", "2023-02-28");
  assert_period ("2007-01-01/..", "2007-01-01", "..");
  assert_period ("../2026", "..", "2026-12-31");
  assert_period ("../..", "..", "..");
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    if (kkr_period_parse (bad[i], &from, &until))
      g_error ("\"%s\" was read", bad[i]);
  g_assert_false (kkr_period_parse (NULL, &from, &until));
  g_assert_cmpint (from, ==, 1);
  g_assert_cmpint (until, ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/parse", test_parse);
  g_test_add_func ("/date/against-glib", test_against_glib);
  g_test_add_func ("/date/parts-run-over", test_parts_run_over);
  g_test_add_func ("/date/format", test_format);
  g_test_add_func ("/date/period", test_period);
  return g_test_run ();
}
