/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-apportionment-private.h>

static KkrApportionment *
new_apportionment (KkrApportionMethod method, gint64 total, const gint64 *shares,
                   const guint8 *tied, gsize n)
{
  return kkr_apportionment_new_take (method, total, g_memdup2 (shares, n * sizeof *shares),
                                     tied != NULL ? g_memdup2 (tied, n) : NULL, n);
}

static void
test_fields (void)
{
  const gint64 given[] = { 4, 3, 3 };
  const guint8 tied[] = { 1, 1, 1 };
  g_autoptr (KkrApportionment) apportionment = NULL;
  const gint64 *shares;
  const guint *rows;
  KkrApportionMethod method;
  gint64 total, gap;
  gsize n;

  apportionment = new_apportionment (KKR_APPORTION_METHOD_LARGEST_REMAINDER, 10, given, tied, 3);
  shares = kkr_apportionment_get_shares (apportionment, &n);
  g_assert_cmpuint (n, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (shares[i], ==, given[i]);
  rows = kkr_apportionment_get_tied_rows (apportionment, &n);
  g_assert_cmpuint (n, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (rows[i], ==, i);
  g_assert_true (kkr_apportionment_has_ties (apportionment));
  g_object_get (apportionment, "method", &method, "total", &total, "gap", &gap, NULL);
  g_assert_cmpint (method, ==, KKR_APPORTION_METHOD_LARGEST_REMAINDER);
  g_assert_cmpint (kkr_apportionment_get_method (apportionment), ==, method);
  g_assert_cmpint (total, ==, 10);
  g_assert_cmpint (kkr_apportionment_get_total (apportionment), ==, 10);
  g_assert_cmpint (gap, ==, 0);
  g_assert_cmpint (kkr_apportionment_get_gap (apportionment), ==, 0);
}

static void
test_text (void)
{
  const gint64 given[] = { 1334, 1333, -1333 };
  const guint8 tied[] = { 1, 0, 1 };
  g_autoptr (KkrApportionment) apportionment = NULL;
  g_autofree char *text = NULL, *str = NULL, *repr = NULL;

  apportionment = new_apportionment (KKR_APPORTION_METHOD_INDEPENDENT, 1333, given, tied, 3);
  g_assert_cmpint (kkr_apportionment_get_gap (apportionment), ==, -1);
  text = kkr_apportionment_to_string (apportionment);
  str = kkr_apportionment___str__ (apportionment);
  repr = kkr_apportionment___repr__ (apportionment);
  g_assert_cmpstr (text, ==,
                   "1.333 fordelt på 3 rækker (afrunding af hver række for sig): 1.334; 1.333; "
                   "-1.333\n"
                   "Totalen minus summen af andelene: -1\n"
                   "Stod lige om en enhed: række nr. 1, 3");
  g_assert_cmpstr (str, ==, text);
  g_assert_cmpstr (repr, ==, "<Kkr.Apportionment independent: 1333 in 3 shares>");
}

static void
test_gap_does_not_wrap (void)
{
  const gint64 given[] = { G_MAXINT64, G_MAXINT64 };
  g_autoptr (KkrApportionment) apportionment = NULL;

  apportionment = new_apportionment (KKR_APPORTION_METHOD_INDEPENDENT, -1, given, NULL, 2);
  g_assert_cmpint (kkr_apportionment_get_gap (apportionment), ==, G_MININT64);
  g_assert_false (kkr_apportionment_has_ties (apportionment));
}

static void
test_made_of_nothing (void)
{
  g_autoptr (KkrApportionment) apportionment = g_object_new (KKR_TYPE_APPORTIONMENT, NULL);
  g_autofree char *text = kkr_apportionment_to_string (apportionment);
  gsize n = 1;

  g_assert_null (kkr_apportionment_get_shares (apportionment, &n));
  g_assert_cmpuint (n, ==, 0);
  g_assert_null (kkr_apportionment_get_tied_rows (apportionment, NULL));
  g_assert_cmpstr (text, ==, "0 fordelt på 0 rækker (ingen metode): ");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/apportionment/fields", test_fields);
  g_test_add_func ("/base/apportionment/text", test_text);
  g_test_add_func ("/base/apportionment/gap-does-not-wrap", test_gap_does_not_wrap);
  g_test_add_func ("/base/apportionment/made-of-nothing", test_made_of_nothing);
  return g_test_run ();
}
