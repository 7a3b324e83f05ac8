/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "fuzz.h"

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/base/kkr-period.h>

static void
check_day (KkrPeriod *period, const char *day)
{
  g_autoptr (GError) error = NULL;

  if (day == NULL)
    return;
  g_assert_true (kkr_period_contains (period, day, &error));
  g_assert_no_error (error);
}

/* What is written reads as the same. */
static void
check_text (const char *text)
{
  KkrDatePrecision first, last, first_again, last_again;
  gint32 from, until, from_again, until_again;
  g_autofree char *written = NULL, *again = NULL;

  g_assert_true (kkr_period_parse_bounds (text, &from, &until, &first, &last));
  written = kkr_period_text (from, until, first, last);
  g_assert_true (kkr_period_parse_bounds (written, &from_again, &until_again, &first_again,
                                          &last_again));
  g_assert_cmpint (from_again, ==, from);
  g_assert_cmpint (until_again, ==, until);
  g_assert_cmpint (first_again, ==, first);
  g_assert_cmpint (last_again, ==, last);
  again = kkr_period_text (from_again, until_again, first_again, last_again);
  g_assert_cmpstr (again, ==, written);
}

/* What is read as a period is the period from its first day to its last. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = fuzz_text (data, size);
  g_autofree char *whole = NULL, *danish = NULL, *english = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrPeriod) period = kkr_period_new_from_string (text, &error);
  g_autoptr (KkrPeriod) again = NULL;
  const char *start, *end;

  if (!fuzz_settle (period != NULL, &error))
    return 0;
  check_text (text);
  start = kkr_period_get_start (period);
  end = kkr_period_get_end (period);
  check_day (period, start);
  check_day (period, end);
  whole = g_strconcat (start != NULL ? start : "..", "/", end != NULL ? end : "..", NULL);
  again = kkr_period_new_from_string (whole, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (kkr_period_get_start (again), ==, start);
  g_assert_cmpstr (kkr_period_get_end (again), ==, end);
  danish = kkr_period_to_string (period);
  english = kkr_period_to_string_in (period, "en");
  fuzz_check_text (danish);
  fuzz_check_text (english);
  return 0;
}
