/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What a document says of a value besides the value, and when it said so. */

#include <libkkr/base/kkr-error.h>

#include "from-text.h"

static const char text[] =
  "<register format='1' version='1'>"
  "<source id='memo' title='Notat' publisher='Udvalg' date='2023-05'/>"
  "<series key='frame' unit='amount' scale='1000000000' source='memo' section='1' valid='2024'"
  " known='2023-05'>"
  "<fact subject='service' title-da='Serviceramme' title-en='Service frame'"
  " qualifier='approximately' value='304.8'/>"
  "<fact subject='rate' scale='1' value='1500.50'/>"
  "<fact subject='invested' scale='1000000' qualifier='up-to' price-level='2024' value='200'/>"
  "</series>"
  "<series key='wait' unit='weeks' source='memo' section='2'>"
  "<fact valid='[..2017-01-01]/..' value='8'/>"
  "</series>"
  "<series key='hidden' unit='persons' source='memo' section='3' valid='2023'>"
  "<fact subject='few' status='suppressed' note-da='Under tre.'/>"
  "<fact subject='late' known='2023-05' value='1'/>"
  "<fact subject='late' known='[..2023-02-01]' status='missing'/>"
  "<fact subject='gone' known='2023-05/2023-08-20' value='3'/>"
  "<fact subject='gone' known='2024' value='4'/>"
  "<fact subject='never' known='../2022-12-31' value='5'/>"
  "</series>"
  "</register>";

static void
test_scale (void)
{
  g_autoptr (KkrRegister) reg = register_from_text (text);
  g_autoptr (KkrFact) fact = kkr_register_lookup (reg, "frame/service", "2024-01-01", NULL, NULL);
  g_autoptr (KkrFact) whole = kkr_register_lookup (reg, "frame/rate", "2024-01-01", NULL, NULL);
  g_autoptr (KkrFigure) figure = kkr_fact_dup_figure (fact);
  g_autofree char *lower = kkr_figure_dup_lower (figure), *upper = kkr_figure_dup_upper (figure);

  g_assert_cmpint (kkr_fact_get_amount (fact), ==, G_GINT64_CONSTANT (30480000000000));
  g_assert_cmpstr (kkr_fact_get_printed (fact), ==, "304.8");
  g_assert_cmpint (kkr_fact_get_scale (fact), ==, 1000000000);
  /* 304,8 billion stands for what is between 304,75 and 304,85. */
  g_assert_cmpstr (lower, ==, "304750000000");
  g_assert_cmpstr (upper, ==, "304850000000");
  g_assert_cmpint (kkr_fact_get_amount (whole), ==, 150050);
  g_assert_cmpint (kkr_fact_get_scale (whole), ==, 1);
}

static void
test_words (void)
{
  static const struct {
    const char *key, *danish, *english;
  } rows[] = {
    { "frame/service",
      "frame/service, Serviceramme (2024): ca. 304,8 mia. kr.; kilde: Udvalg: Notat, 1; "
      "kendt maj 2023",
      "frame/service, Service frame (2024): about DKK 304.8 billion; source: Udvalg: Notat, 1; "
      "known May 2023" },
    { "frame/rate", "frame/rate (2024): 1.500,50 kr.; kilde: Udvalg: Notat, 1; kendt maj 2023",
      "frame/rate (2024): DKK 1,500.50; source: Udvalg: Notat, 1; known May 2023" },
    { "frame/invested",
      "frame/invested (2024): op til 200 mio. kr. i 2024-priser; kilde: Udvalg: Notat, 1; "
      "kendt maj 2023",
      "frame/invested (2024): up to DKK 200 million at 2024 prices; source: Udvalg: Notat, 1; "
      "known May 2023" },
    { "wait", "wait (fra senest 1. januar 2017): 8 uger; kilde: Udvalg: Notat, 2",
      "wait (from 1 January 2017 at the latest): 8 weeks; source: Udvalg: Notat, 2" },
    { "hidden/few", "hidden/few (2023): diskretioneret; kilde: Udvalg: Notat, 3",
      "hidden/few (2023): suppressed; source: Udvalg: Notat, 3" },
  };
  g_autoptr (KkrRegister) reg = register_from_text (text);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gsize n;
      g_autofree KkrFact **facts = kkr_register_dup_history (reg, rows[i].key, &n);
      g_autofree char *danish = kkr_fact_to_string (facts[0]);
      g_autofree char *english = kkr_fact_to_string_in (facts[0], "en");

      g_assert_cmpuint (n, ==, 1);
      g_assert_cmpstr (danish, ==, rows[i].danish);
      g_assert_cmpstr (english, ==, rows[i].english);
      g_object_unref (facts[0]);
    }
}

static void
test_known (void)
{
  g_autoptr (KkrRegister) reg = register_from_text (text);
  g_autoptr (KkrFact) fact = kkr_register_lookup (reg, "frame/rate", "2024-01-01", NULL, NULL);
  g_autoptr (KkrFact) always = kkr_register_lookup (reg, "wait", "2024-01-01", NULL, NULL);
  g_autoptr (KkrPeriod) known = kkr_fact_dup_known (fact), valid = kkr_fact_dup_valid (always);
  g_autofree char *from = kkr_fact_dup_known_from (fact);
  g_autofree char *danish = kkr_fact_dup_known_text_in (fact, "da");
  g_autofree char *english = kkr_fact_dup_known_text_in (fact, "en");
  g_autofree char *repr = kkr_fact___repr__ (always);

  g_assert_cmpstr (from, ==, "2023-05");
  g_assert_cmpstr (danish, ==, "maj 2023");
  g_assert_cmpstr (english, ==, "May 2023");
  g_assert_cmpint (kkr_period_get_start_precision (known), ==, KKR_DATE_PRECISION_MONTH);
  g_assert_null (kkr_fact_dup_known (always));
  g_assert_null (kkr_fact_dup_known_from (always));
  g_assert_null (kkr_fact_dup_known_text_in (always, "da"));
  g_assert_cmpint (kkr_period_get_start_precision (valid), ==, KKR_DATE_PRECISION_AT_LATEST);
  g_assert_cmpstr (repr, ==, "<Kkr.Fact wait [..2017-01-01]/.. 8>");
}

/* A fact is seen from the day it surely was known, to the last before it was withdrawn. */
static void
test_clocks (void)
{
  static const struct {
    const char *key, *known_on, *value, *message;
  } rows[] = {
    { "hidden/late", "2023-01-31", NULL,
      "hidden/late was not yet known for 2023: known-on 2023-01-31 found, 2023-02-01 or later "
      "expected" },
    { "hidden/late", "2023-05-30", NULL,
      "hidden/late has no value for 2023: missing found, a number or text expected" },
    { "hidden/late", "2023-05-31", "1", NULL },
    { "hidden/late", NULL, "1", NULL },
    { "hidden/few", NULL, NULL,
      "hidden/few has no value for 2023: suppressed found, a number or text expected" },
    { "hidden/gone", "2023-05-31", "3", NULL },
    { "hidden/gone", "2023-08-20", "3", NULL },
    { "hidden/gone", "2023-08-21", NULL,
      "hidden/gone was withdrawn for 2023: known-on 2023-08-21 found, a day of "
      "2023-05-31/2023-08-20, 2024-12-31/.. expected" },
    { "hidden/gone", "2024-12-31", "4", NULL },
    { "hidden/gone", NULL, "4", NULL },
    { "hidden/never", "2022-12-31", "5", NULL },
    { "hidden/never", NULL, NULL,
      "hidden/never was withdrawn for 2023: no known-on found, a day of ../2022-12-31 expected" },
  };
  g_autoptr (KkrRegister) reg = register_from_text (text);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (KkrFact) fact = kkr_register_lookup (reg, rows[i].key, "2023-06-01",
                                                      rows[i].known_on, &error);

      g_test_message ("%s as known on %s", rows[i].key, rows[i].known_on);
      g_assert_cmpstr (fact != NULL ? kkr_fact_get_printed (fact) : NULL, ==, rows[i].value);
      g_assert_cmpstr (error != NULL ? error->message : NULL, ==, rows[i].message);
    }
}

static void
test_history (void)
{
  static const char *const printed[] = { NULL, "1" };
  g_autoptr (KkrRegister) reg = register_from_text (text);
  gsize n, none;
  g_autofree KkrFact **facts = kkr_register_dup_history (reg, "hidden/late", &n);
  g_autofree KkrFact **nothing = kkr_register_dup_history (reg, "hidden", &none);

  g_assert_cmpuint (none, ==, 0);
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (printed));
  for (gsize i = 0; i < n; i++)
    {
      g_assert_cmpstr (kkr_fact_get_printed (facts[i]), ==, printed[i]);
      g_object_unref (facts[i]);
    }
}

/* Statistics Denmark counts Christiansø with the municipalities; it is none. */
static void
test_christiansoe (void)
{
  g_autoptr (KkrRegister) packaged = kkr_register_new_packaged ();
  g_autoptr (GError) error = NULL;

  g_assert_null (kkr_register_find_municipality (packaged, "411", &error));
  g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_NO_DATA);
  g_assert_cmpstr (error->message, ==,
                   "Christiansø is no municipality and is kept out of the 98: 411 found, a "
                   "municipality expected");
  g_clear_error (&error);
  g_assert_null (kkr_register_find_municipality (packaged, "christiansø", &error));
  g_assert_cmpstr (error->message, ==,
                   "Christiansø is no municipality and is kept out of the 98: christiansø found, "
                   "a municipality expected");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/register/said/scale", test_scale);
  g_test_add_func ("/register/said/words", test_words);
  g_test_add_func ("/register/said/known", test_known);
  g_test_add_func ("/register/said/clocks", test_clocks);
  g_test_add_func ("/register/said/history", test_history);
  g_test_add_func ("/register/said/christiansoe", test_christiansoe);
  return g_test_run ();
}
