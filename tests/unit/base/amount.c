/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-amount.h>
#include <libkkr/base/kkr-error.h>

static void
test_read (void)
{
  static const struct {
    const char *text;
    gint64 ore;
  } cases[] = {
    { "19.156.058,50 kr.", 1915605850 },
    { "19156058,5", 1915605850 },
    { "19 156 058,50", 1915605850 },
    { "19\u00a0156\u00a0058,50\u00a0kr.", 1915605850 },
    { "19\u202f156\u202f058,50", 1915605850 },
    { "kr. 1.299,99", 129999 },
    { "Kr 5", 500 },
    { "DKK 1.299", 129900 },
    { "1.299", 129900 },
    { "1.000 kr.", 100000 },
    { "-1.234 kr.", -123400 },
    { "\u22121.234", -123400 },
    { "\u20131.234", -123400 },
    { "kr. -5,05", -505 },
    { "-kr. 5,05", -505 },
    { "12,-", 1200 },
    { "kr. 12,\u2013", 1200 },
    { "0", 0 },
    { "-0,00 kr.", 0 },
    { "0,07", 7 },
    { "  5 kroner ", 500 },
    { "50 øre", 50 },
    { "1,5 mio. kr.", 150000000 },
    { "17,654 mio.", 1765400000 },
    { "17,654 mio.kr.", 1765400000 },
    { "kr. 1,5 mio", 150000000 },
    { "1,23456789 mio. kr.", 123456789 },
    { "2 mia. kr.", G_GINT64_CONSTANT (200000000000) },
    { "6,3 MIA. KR.", G_GINT64_CONSTANT (630000000000) },
    { "3 millioner kroner", 300000000 },
    { "500 t.kr.", 50000000 },
    { "500 tkr.", 50000000 },
    { "500 tusind kr.", 50000000 },
    { "92.233.720.368.547.758,07", G_MAXINT64 },
    { "-92.233.720.368.547.758,07", -G_MAXINT64 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 ore = kkr_amount_from_string (cases[i].text, &error);

      g_assert_no_error (error);
      g_assert_cmpint (ore, ==, cases[i].ore);
    }
}

static void
assert_refused (const char *text, KkrCalcError code, const char *hint)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (kkr_amount_from_string (text, &error), ==, 0);
  g_assert_error (error, KKR_CALC_ERROR, (int) code);
  if (g_strstr_len (error->message, -1, hint) == NULL)
    g_error ("no %s in: %s", hint, error->message);
}

static void
test_refuse (void)
{
  static const char *const bad[] = {
    "", " ", "kr.", "abc", "1 million dollars", "--5", "-kr. -5", "kr. 5 kr.", "5 kr. kr.",
    "5 mio. mio.", "5 kr. mio.", "tkr. 5", "1,", ",5", "12.-", "5 pct.", "5 personer", "12 50",
    "1.234 567", "1234.567", "1.23.456", "1..234", "1e6", "+5", "(5)", "5 krone5", "0x10",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *quoted = g_strdup_printf ("\"%s\" found", bad[i]);

      assert_refused (bad[i], KKR_CALC_ERROR_OUT_OF_RANGE, quoted);
    }
  assert_refused (NULL, KKR_CALC_ERROR_OUT_OF_RANGE, "\"\" found");
  assert_refused ("5\xff", KKR_CALC_ERROR_OUT_OF_RANGE, "cannot be read");
}

static void
test_refuse_with_advice (void)
{
  const KkrCalcError range = KKR_CALC_ERROR_OUT_OF_RANGE;

  assert_refused ("1.29", range, "\"1,29\" with decimals or \"129\" without");
  assert_refused ("-1.2999", range, "\"-1,2999\" with decimals or \"-12999\" without");
  assert_refused ("0.5", range, "\"0,5\" expected");
  assert_refused ("0.500", range, "\"0,500\" expected");
  assert_refused ("1.29 kr.", range, "grouped in threes");
  assert_refused ("19,156,058.50", range, "Danish way");
  assert_refused ("1,299.50", range, "Danish way");
  assert_refused ("12,500", range, "more than two decimals");
  assert_refused ("12,345 kr.", range, "more than two decimals");
  assert_refused ("1,234567891 mio. kr.", range, "parts of an øre");
  assert_refused ("0,5 øre", range, "parts of an øre");
}

static void
test_overflow (void)
{
  const KkrCalcError overflow = KKR_CALC_ERROR_OVERFLOW;
  g_autofree char *endless = g_strnfill (100000, '9');

  assert_refused ("92233720368547758,08", overflow, "does not fit");
  /* It would be the number that stands for no value. */
  assert_refused ("-92233720368547758,08", overflow, "does not fit");
  assert_refused ("999.999.999 mia. kr.", overflow, "does not fit");
  assert_refused ("99999999999999999999999999999999999999999", overflow, "digits");
  assert_refused (endless, overflow, "9…\"");
}

static void
test_print (void)
{
  static const struct {
    gint64 ore;
    const char *danish, *english;
  } cases[] = {
    { 1915605850, "19.156.058,50 kr.", "DKK 19,156,058.50" },
    { 0, "0,00 kr.", "DKK 0.00" },
    { 7, "0,07 kr.", "DKK 0.07" },
    { -7, "-0,07 kr.", "DKK -0.07" },
    { 99999, "999,99 kr.", "DKK 999.99" },
    { -100000, "-1.000,00 kr.", "DKK -1,000.00" },
    { G_MAXINT64, "92.233.720.368.547.758,07 kr.", "DKK 92,233,720,368,547,758.07" },
    { G_MININT64, "-92.233.720.368.547.758,08 kr.", "DKK -92,233,720,368,547,758.08" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *plain = kkr_amount_to_string (cases[i].ore);
      g_autofree char *danish = kkr_amount_to_string_in (cases[i].ore, "da");
      g_autofree char *english = kkr_amount_to_string_in (cases[i].ore, "en");

      g_assert_cmpstr (plain, ==, cases[i].danish);
      g_assert_cmpstr (danish, ==, cases[i].danish);
      g_assert_cmpstr (english, ==, cases[i].english);
    }
}

static void
test_round_trip (void)
{
  guint64 state = 1;

  for (int i = 0; i < 20000; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;
      gint64 ore;

      state = state * G_GUINT64_CONSTANT (6364136223846793005) + 1442695040888963407;
      ore = (gint64) state >> (i % 63);
      text = kkr_amount_to_string (ore);
      g_assert_cmpint (kkr_amount_from_string (text, &error), ==, ore);
      g_assert_no_error (error);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/amount/read", test_read);
  g_test_add_func ("/amount/refuse", test_refuse);
  g_test_add_func ("/amount/refuse-with-advice", test_refuse_with_advice);
  g_test_add_func ("/amount/overflow", test_overflow);
  g_test_add_func ("/amount/print", test_print);
  g_test_add_func ("/amount/round-trip", test_round_trip);
  return g_test_run ();
}
