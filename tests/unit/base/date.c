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
    "[..2017-01-01]", "[..2017-01]/..", "[..2017]/..", "[..2017-01-01/..", "..2017-01-01]/..",
    "[2017-01-01..]/..", "[..2017-02-29]/..", "[..2017-01-01]/2016-12-31",
    "2017-01-02/[..2017-01-01]", "[..]/..", "[../..", "[..2017-01-01]]/..", "..", "../", "..-01",
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
  assert_period ("[..2017-01-01]/..", "2017-01-01", "..");
  assert_period ("../[..2016-12-31]", "..", "2016-12-31");
  assert_period ("[..2016-12-31]/[..2016-12-31]", "2016-12-31", "2016-12-31");
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    if (kkr_period_parse (bad[i], &from, &until))
      g_error ("\"%s\" was read", bad[i]);
  g_assert_false (kkr_period_parse (NULL, &from, &until));
  g_assert_cmpint (from, ==, 1);
  g_assert_cmpint (until, ==, 2);
}

static void
test_date_bounds (void)
{
  static const struct {
    const char *text, *earliest, *latest, *precision, *danish, *english;
  } good[] = {
    { "2023", "2023-01-01", "2023-12-31", "year", "2023", "2023" },
    { "2023K4", "2023-10-01", "2023-12-31", "quarter", "4. kvartal 2023", "4th quarter of 2023" },
    { "2023-05", "2023-05-01", "2023-05-31", "month", "maj 2023", "May 2023" },
    { "2023-08-21", "2023-08-21", "2023-08-21", "day", "21. august 2023", "21 August 2023" },
    { "[..2017-01-01]", "..", "2017-01-01", "at-latest", "senest 1. januar 2017",
      "1 January 2017 at the latest" },
  };
  static const char *const bad[] = { "", "..", "2023/2024", "2023-01-01/..", "[..2017-01]", "[..]",
                                     "[..2017-01-01", "[..2017-01-01] ", "[..2017-01-01]/.." };
  KkrDatePrecision precision = KKR_DATE_PRECISION_UNSET;
  gint32 earliest = 1, latest = 2;

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    if (kkr_date_parse_bounds (bad[i], &earliest, &latest, &precision))
      g_error ("\"%s\" was read", bad[i]);
  g_assert_false (kkr_date_parse_bounds (NULL, &earliest, &latest, &precision));
  g_assert_cmpint (earliest, ==, 1);
  g_assert_cmpint (latest, ==, 2);
  g_assert_cmpint (precision, ==, KKR_DATE_PRECISION_UNSET);
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *first = NULL, *last = NULL, *again = NULL, *danish = NULL, *english = NULL;

      g_assert_true (kkr_date_parse_bounds (good[i].text, &earliest, &latest, &precision));
      first = kkr_date_to_string (earliest);
      last = kkr_date_to_string (latest);
      again = kkr_date_text (earliest, latest, precision);
      danish = kkr_date_format_bounds (earliest, latest, precision, "da");
      english = kkr_date_format_bounds (earliest, latest, precision, "en");
      g_assert_cmpstr (first, ==, good[i].earliest);
      g_assert_cmpstr (last, ==, good[i].latest);
      g_assert_cmpstr (kkr_date_precision_to_string (precision), ==, good[i].precision);
      g_assert_cmpstr (again, ==, good[i].text);
      g_assert_cmpstr (danish, ==, good[i].danish);
      g_assert_cmpstr (english, ==, good[i].english);
    }
}

/* Every pair of ends is written as it was read, unless both say the same. */
static void
test_period_text (void)
{
  static const char *const ends[] = {
    "..", "2023", "2024", "2023K1", "2024K4", "2023-01", "2024-02", "2024-12", "2023-01-01",
    "2023-12-31", "2024-02-29", "[..2023-01-01]", "[..2024-12-31]",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ends) * G_N_ELEMENTS (ends); i++)
    {
      const char *start = ends[i / G_N_ELEMENTS (ends)], *end = ends[i % G_N_ELEMENTS (ends)];
      g_autofree char *text = g_strconcat (start, "/", end, NULL);
      g_autofree char *again = NULL;
      KkrDatePrecision first, last;
      gint32 from, until;

      if (!kkr_period_parse_bounds (text, &from, &until, &first, &last))
        continue;
      again = kkr_period_text (from, until, first, last);
      g_assert_cmpstr (again, ==, g_str_equal (start, end) && start[0] == '2' ? start : text);
    }
}

/* Where no precision is said, the text is as short as can be. */
static void
test_period_text_of_days (void)
{
  static const char *const texts[] = {
    "2023", "2023K1", "2023K4", "2024-02", "2023-12", "2024-02-29", "2023-01-01/2023-06-30",
    "2023-02-01/2023-04-30", "2023-01-01/..", "../2023-12-31", "../..",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      gint32 from, until;
      g_autofree char *again = NULL;

      g_assert_true (kkr_period_parse (texts[i], &from, &until));
      again = kkr_period_text (from, until, KKR_DATE_PRECISION_UNSET, KKR_DATE_PRECISION_UNSET);
      g_assert_cmpstr (again, ==, texts[i]);
    }
}

static void
test_surely (void)
{
  gint32 may = kkr_date_from_parts (2023, 5, 1), last_of_may = kkr_date_from_parts (2023, 5, 31);
  gint32 last_of_year = kkr_date_from_parts (2023, 12, 31);

  g_assert_cmpint (kkr_date_latest_start (may, KKR_DATE_PRECISION_DAY), ==, may);
  g_assert_cmpint (kkr_date_latest_start (may, KKR_DATE_PRECISION_AT_LATEST), ==, may);
  g_assert_cmpint (kkr_date_latest_start (may, KKR_DATE_PRECISION_MONTH), ==, last_of_may);
  g_assert_cmpint (kkr_date_latest_start (kkr_date_from_parts (2023, 1, 1),
                                          KKR_DATE_PRECISION_YEAR), ==, last_of_year);
  g_assert_cmpint (kkr_date_latest_start (KKR_DATE_MIN, KKR_DATE_PRECISION_UNSET), ==,
                   KKR_DATE_MIN);
  g_assert_cmpint (kkr_date_earliest_end (last_of_may, KKR_DATE_PRECISION_DAY), ==, last_of_may);
  g_assert_cmpint (kkr_date_earliest_end (last_of_may, KKR_DATE_PRECISION_MONTH), ==, may);
  g_assert_cmpint (kkr_date_earliest_end (last_of_year, KKR_DATE_PRECISION_QUARTER), ==,
                   kkr_date_from_parts (2023, 10, 1));
  g_assert_cmpint (kkr_date_earliest_end (last_of_year, KKR_DATE_PRECISION_AT_LATEST), ==,
                   KKR_DATE_MIN);
  g_assert_cmpint (kkr_date_earliest_end (KKR_DATE_MAX, KKR_DATE_PRECISION_UNSET), ==,
                   KKR_DATE_MAX);
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
  g_test_add_func ("/date/bounds", test_date_bounds);
  g_test_add_func ("/date/period-text", test_period_text);
  g_test_add_func ("/date/period-text-of-days", test_period_text_of_days);
  g_test_add_func ("/date/surely", test_surely);
  return g_test_run ();
}
