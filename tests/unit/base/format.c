/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-format-private.h>

/* 2^127 - 1 */
#define LARGEST "170141183460469231731687303715884105727"

static KkrRational
parse (const char *text)
{
  KkrRational value;

  g_assert_true (kkr_rational_parse (text, &value));
  return value;
}

static void
assert_take (char *found, const char *expected)
{
  g_assert_cmpstr (found, ==, expected);
  g_free (found);
}

static void
test_language (void)
{
  g_assert_true (kkr_language_is_english ("en"));
  g_assert_false (kkr_language_is_english ("da"));
  g_assert_false (kkr_language_is_english ("EN"));
  g_assert_false (kkr_language_is_english (NULL));
  g_assert_cmpstr (kkr_text_in ("en", "kommune", "municipality"), ==, "municipality");
  g_assert_cmpstr (kkr_text_in (NULL, "kommune", "municipality"), ==, "kommune");
}

static void
test_int (void)
{
  assert_take (kkr_format_int (0, "da"), "0");
  assert_take (kkr_format_int (999, "da"), "999");
  assert_take (kkr_format_int (1000, "da"), "1.000");
  assert_take (kkr_format_int (-121668, "da"), "-121.668");
  assert_take (kkr_format_int (121668, "en"), "121,668");
  assert_take (kkr_format_int (G_MININT64, "da"), "-9.223.372.036.854.775.808");
  assert_take (kkr_format_int (G_MAXINT64, "en"), "9,223,372,036,854,775,807");
}

static void
assert_decimals (const char *exact, guint decimals, const char *danish, const char *english)
{
  KkrRational value = parse (exact);

  assert_take (kkr_format_decimals (&value, decimals, "da"), danish);
  assert_take (kkr_format_decimals (&value, decimals, "en"), english);
}

static void
test_decimals (void)
{
  /* Aalborg's part of the budget for 2024: 19156058 · 39978 / 121668 kroner. */
  assert_decimals ("765820886724/121668", 4, "6.294.349,2679", "6,294,349.2679");
  assert_decimals ("765820886724/121668", 0, "6.294.349", "6,294,349");
  assert_decimals ("1/8", 2, "0,13", "0.13");
  assert_decimals ("-1/8", 2, "-0,13", "-0.13");
  assert_decimals ("1999/2", 0, "1.000", "1,000");
  assert_decimals ("999999/1000", 2, "1.000,00", "1,000.00");
  assert_decimals ("-1/1000", 2, "0,00", "0.00");
  assert_decimals ("2/3", 5, "0,66667", "0.66667");
  assert_decimals ("1/" LARGEST, 3, "0,000", "0.000");
  assert_decimals ("170141183460469231731687303715884105726/" LARGEST, 3, "1,000", "1.000");
  assert_decimals (LARGEST "/3", 1, "56.713.727.820.156.410.577.229.101.238.628.035.242,3",
                   "56,713,727,820,156,410,577,229,101,238,628,035,242.3");
}

static void
test_exact (void)
{
  static const struct {
    const char *exact;
    guint max;
    const char *danish;
  } cases[] = {
    { "467/10", 6, "46,7" },      { "1000", 6, "1.000" }, { "1000", 0, "1.000" },
    { "1/3", 4, "0,3333" },       { "1/4", 1, "0,3" },    { "0", 3, "0" },
    { "-219258/5", 2, "-43.851,6" }, { "1/10000", 3, "0" }, { "1/40", 3, "0,025" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KkrRational value = parse (cases[i].exact);

      assert_take (kkr_format_exact (&value, cases[i].max, "da"), cases[i].danish);
    }
}

static void
test_amount (void)
{
  assert_take (kkr_format_amount (115202800, FALSE, "da"), "1.152.028,00");
  assert_take (kkr_format_amount (115202800, TRUE, "da"), "1.152.028");
  assert_take (kkr_format_amount (115202850, TRUE, "da"), "1.152.028,50");
  assert_take (kkr_format_amount (115202850, FALSE, "en"), "1,152,028.50");
  assert_take (kkr_format_amount (-5, TRUE, "da"), "-0,05");
  assert_take (kkr_format_amount (0, TRUE, "da"), "0");
  assert_take (kkr_format_amount (G_MININT64, TRUE, "da"), "-92.233.720.368.547.758,08");
}

static void
test_value (void)
{
  static const struct {
    const char *exact;
    KkrUnit unit;
    const char *danish, *english;
  } cases[] = {
    { "115202800", KKR_UNIT_AMOUNT, "1.152.028,00 kr.", "DKK 1,152,028.00" },
    { "1/2", KKR_UNIT_AMOUNT, "0,005 kr.", "DKK 0.005" },
    { "672", KKR_UNIT_RATE, "672,00 kr.", "DKK 672.00" },
    { "219258/5", KKR_UNIT_RATE, "43.851,60 kr.", "DKK 43,851.60" },
    { "9578029/475", KKR_UNIT_RATE, "20.164,271579 kr.", "DKK 20,164.271579" },
    { "329/1000", KKR_UNIT_SHARE, "32,9 pct.", "32.9%" },
    { "1/3", KKR_UNIT_SHARE, "33,3333 pct.", "33.3333%" },
    { "29/5", KKR_UNIT_PERCENT, "5,8 pct.", "5.8%" },
    { "39978", KKR_UNIT_PERSONS, "39.978 personer", "39,978 persons" },
    { "1", KKR_UNIT_PERSONS, "1 person", "1 person" },
    { "1", KKR_UNIT_PLACES, "1 plads", "1 place" },
    { "50", KKR_UNIT_PLACES, "50 pladser", "50 places" },
    { "251", KKR_UNIT_OFFERS, "251 tilbud", "251 offers" },
    { "27/2", KKR_UNIT_HOURS, "13,5 timer", "13.5 hours" },
    { "0", KKR_UNIT_DAYS, "0 dage", "0 days" },
    { "1", KKR_UNIT_DAYS, "1 dag", "1 day" },
    { "1/2", KKR_UNIT_PERCENTAGE_POINTS, "0,5 procentpoint", "0.5 percentage points" },
    { "1", KKR_UNIT_PERCENTAGE_POINTS, "1 procentpoint", "1 percentage point" },
    { "1", KKR_UNIT_MINUTES, "1 minut", "1 minute" },
    { "45", KKR_UNIT_MINUTES, "45 minutter", "45 minutes" },
    { "1", KKR_UNIT_WEEKS, "1 uge", "1 week" },
    { "8", KKR_UNIT_WEEKS, "8 uger", "8 weeks" },
    { "1", KKR_UNIT_MONTHS, "1 måned", "1 month" },
    { "18", KKR_UNIT_MONTHS, "18 måneder", "18 months" },
    { "10", KKR_UNIT_YEARS, "10 år", "10 years" },
    { "1234", KKR_UNIT_COUNT, "1.234", "1,234" },
    { "1234", KKR_UNIT_NONE, "1234", "1234" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      KkrRational value = parse (cases[i].exact);

      assert_take (kkr_format_value (&value, cases[i].unit, "da"), cases[i].danish);
      assert_take (kkr_format_value (&value, cases[i].unit, "en"), cases[i].english);
    }
}

static void
test_heading (void)
{
  g_assert_cmpstr (kkr_unit_heading (KKR_UNIT_AMOUNT, "da"), ==, "kr.");
  g_assert_cmpstr (kkr_unit_heading (KKR_UNIT_AMOUNT, "en"), ==, "DKK");
  g_assert_cmpstr (kkr_unit_heading (KKR_UNIT_SHARE, "da"), ==, "pct.");
  g_assert_cmpstr (kkr_unit_heading (KKR_UNIT_PERSONS, NULL), ==, "personer");
  g_assert_cmpstr (kkr_unit_heading (KKR_UNIT_COUNT, "da"), ==, "antal");
  g_assert_cmpstr (kkr_unit_heading (KKR_UNIT_NONE, "da"), ==, "");
  g_assert_cmpstr (kkr_unit_heading (KKR_UNIT_UNSET, "en"), ==, "");
}

/* What GLib makes of each letter, however the library comes to it. */
static void
test_fold_letters (void)
{
  for (gunichar letter = 0x21; letter < 0x250; letter++)
    {
      char text[16] = "x";
      const int length = 1 + g_unichar_to_utf8 (letter, text + 1);
      g_autofree char *composed = NULL, *folded = NULL, *expected = NULL;

      /* Spaces at the end go. */
      if (g_unichar_isspace (letter))
        continue;
      text[length] = '\0';
      composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
      folded = g_utf8_casefold (composed, -1);
      expected = g_utf8_normalize (folded, -1, G_NORMALIZE_NFC);
      assert_take (kkr_text_fold (text), expected);
    }
}

static void
test_fold (void)
{
  assert_take (kkr_text_fold (" REBILD\t"), "rebild");
  assert_take (kkr_text_fold ("\u00a0Ærø\u2003"), "ærø");
  assert_take (kkr_text_fold ("A\u030arhus"), "\u00e5rhus");
  assert_take (kkr_text_fold ("\u00c5RHUS"), "\u00e5rhus");
  assert_take (kkr_text_fold ("Lolland  Syd"), "lolland  syd");
  assert_take (kkr_text_fold (" \t "), "");
  assert_take (kkr_text_fold (""), "");
  assert_take (kkr_text_fold (NULL), "");
  assert_take (kkr_text_fold ("\xffX"), "\uFFFDx");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format/language", test_language);
  g_test_add_func ("/format/int", test_int);
  g_test_add_func ("/format/decimals", test_decimals);
  g_test_add_func ("/format/exact", test_exact);
  g_test_add_func ("/format/amount", test_amount);
  g_test_add_func ("/format/value", test_value);
  g_test_add_func ("/format/heading", test_heading);
  g_test_add_func ("/format/fold", test_fold);
  g_test_add_func ("/format/fold-letters", test_fold_letters);
  return g_test_run ();
}
