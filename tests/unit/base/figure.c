/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-figure-private.h>

static KkrFigure *
read_figure (const char *text)
{
  g_autoptr (GError) error = NULL;
  KkrFigure *figure = kkr_figure_new_from_string (text, &error);

  g_assert_no_error (error);
  g_assert_nonnull (figure);
  return figure;
}

/* Ends in the usual notation: "[25/4, 127/20)". */
static char *
describe (KkrFigure *figure)
{
  g_autofree char *lower = kkr_figure_dup_lower (figure);
  g_autofree char *upper = kkr_figure_dup_upper (figure);

  return g_strdup_printf ("%c%s, %s%c", kkr_figure_get_lower_included (figure) ? '[' : '(',
                          lower != NULL ? lower : "-inf", upper != NULL ? upper : "inf",
                          kkr_figure_get_upper_included (figure) ? ']' : ')');
}

static void
test_intervals (void)
{
  static const struct {
    const char *text, *value, *interval;
  } cases[] = {
    { "6,3", "63/10", "[25/4, 127/20)" },
    { "6,3 mia. kr.", "6300000000", "[6250000000, 6350000000)" },
    { "18.440.030", "18440030", "[36880059/2, 36880061/2)" },
    { "18.440.030 kr.", "18440030", "[36880059/2, 36880061/2)" },
    { "17,654 mio. kr.", "17654000", "[17653500, 17654500)" },
    { "500 tkr.", "500000", "[499500, 500500)" },
    { "6 pct.", "6", "[11/2, 13/2)" },
    { "5,80%", "29/5", "[1159/200, 1161/200)" },
    { "39.978 personer", "39978", "[79955/2, 79957/2)" },
    { "50 øre", "1/2", "[99/200, 101/200)" },
    { "-6,3", "-63/10", "(-127/20, -25/4]" },
    { "\u22121", "-1", "(-3/2, -1/2]" },
    { "0", "0", "(-1/2, 1/2)" },
    { "0,0", "0", "(-1/20, 1/20)" },
    { "-0", "0", "(-1/2, 1/2)" },
    { "ca. 1 mio.", "1000000", "[500000, 1500000)" },
    { "Ca. 0,25 mio. kr.", "250000", "[245000, 255000)" },
    { "mere end 180.000", "180000", "(180000, inf)" },
    { "Over 180.000 kr.", "180000", "(180000, inf)" },
    { "flere end 5 pladser", "5", "(5, inf)" },
    { "mindst 12,5 pct.", "25/2", "[25/2, inf)" },
    { "under 5", "5", "(-inf, 5)" },
    { "færre end\u00a05", "5", "(-inf, 5)" },
    { "højst 2 mio. kr.", "2000000", "(-inf, 2000000]" },
    { " op til 35 mio.", "35000000", "(-inf, 35000000]" },
    { "over -5", "-5", "(-5, inf)" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KkrFigure) figure = read_figure (cases[i].text);
      g_autofree char *value = kkr_figure_dup_value (figure);
      g_autofree char *interval = describe (figure);

      g_assert_cmpstr (kkr_figure_get_text (figure), ==, cases[i].text);
      g_assert_cmpstr (value, ==, cases[i].value);
      g_assert_cmpstr (interval, ==, cases[i].interval);
    }
}

static void
test_contains (void)
{
  static const struct {
    const char *figure, *exact;
    gboolean expected;
  } cases[] = {
    { "6,3", "6.25", TRUE },        { "6,3", "6.3499999", TRUE },
    { "6,3", "127/20", FALSE },     { "6,3", "6.2499999", FALSE },
    { "-6,3", "-6.25", TRUE },      { "-6,3", "-6.35", FALSE },
    { "0", "-1/2", FALSE },         { "0", "1/2", FALSE },
    { "0", "-49/100", TRUE },       { "over 5", "5", FALSE },
    { "over 5", "5.001", TRUE },    { "højst 5", "5", TRUE },
    { "højst 5", "-1000000", TRUE }, { "under 5", "5", FALSE },
    /* DAS Social 21 August 2023: 10/70 was printed as 14,2 pct., 40/990 as 4,0 pct. */
    { "14,2 pct.", "100/7", FALSE }, { "14,3 pct.", "100/7", TRUE },
    { "4,0 pct.", "400/99", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KkrFigure) figure = read_figure (cases[i].figure);
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (kkr_figure_contains (figure, cases[i].exact, &error), ==,
                       cases[i].expected);
      g_assert_no_error (error);
    }
}

static void
test_texts (void)
{
  static const struct {
    const char *text, *danish, *english;
  } cases[] = {
    { "6,3", "6,3 (fra 6,25 til under 6,35)", "6,3 (from 6.25 to below 6.35)" },
    { "-6,3", "-6,3 (over -6,35 til og med -6,25)",
      "-6,3 (above -6.35 up to and including -6.25)" },
    { "0", "0 (over -0,5 og under 0,5)", "0 (above -0.5 and below 0.5)" },
    { "17,654 mio. kr.", "17,654 mio. kr. (fra 17.653.500 til under 17.654.500)",
      "17,654 mio. kr. (from 17,653,500 to below 17,654,500)" },
    { "mere end 180.000", "mere end 180.000 (over 180.000)", "mere end 180.000 (above 180,000)" },
    { "minimum 5", "minimum 5 (mindst 5)", "minimum 5 (at least 5)" },
    { "færre end 5", "færre end 5 (under 5)", "færre end 5 (below 5)" },
    { "op til 5", "op til 5 (højst 5)", "op til 5 (at most 5)" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KkrFigure) figure = read_figure (cases[i].text);
      g_autofree char *danish = kkr_figure_to_string (figure);
      g_autofree char *english = kkr_figure_to_string_in (figure, "en");
      g_autofree char *str = kkr_figure___str__ (figure);
      g_autofree char *repr = kkr_figure___repr__ (figure);
      g_autofree char *expected = g_strdup_printf ("<Kkr.Figure %s>", cases[i].text);

      g_assert_cmpstr (danish, ==, cases[i].danish);
      g_assert_cmpstr (english, ==, cases[i].english);
      g_assert_cmpstr (str, ==, cases[i].danish);
      g_assert_cmpstr (repr, ==, expected);
    }
}

static void
test_properties (void)
{
  g_autoptr (KkrFigure) figure = read_figure ("over 6,3");
  g_autoptr (KkrFigure) empty = g_object_new (KKR_TYPE_FIGURE, NULL);
  g_autofree char *text = NULL, *value = NULL, *lower = NULL, *upper = NULL, *nothing = NULL;
  gboolean lower_included, upper_included;

  g_object_get (figure, "text", &text, "value", &value, "lower", &lower, "upper", &upper,
                "lower-included", &lower_included, "upper-included", &upper_included, NULL);
  g_assert_cmpstr (text, ==, "over 6,3");
  g_assert_cmpstr (value, ==, "63/10");
  g_assert_cmpstr (lower, ==, "63/10");
  g_assert_null (upper);
  g_assert_false (lower_included);
  g_assert_false (upper_included);
  nothing = kkr_figure_to_string (empty);
  g_assert_cmpstr (nothing, ==, "");
}

static void
test_new_printed (void)
{
  KkrRational value = KKR_RATIONAL_INT (17654000), thousand = KKR_RATIONAL_INT (1000);
  KkrRational largest = KKR_RATIONAL_INT (KKR_INT128_MAX);
  g_autoptr (KkrFigure) figure = kkr_figure_new_printed ("17654000", &value, &thousand);
  g_autofree char *interval = describe (figure);

  g_assert_cmpstr (interval, ==, "[17653500, 17654500)");
  g_assert_null (kkr_figure_new_printed ("x", &largest, &thousand));
}

static void
test_errors (void)
{
  static const char *const bad[] = {
    "", "ca.", "over", "mere end", "overalt 5", "ca. ca. 5", "over over 5", "6.3", "6,3 mio. x",
    "fem", "\xff",
  };
  g_autoptr (KkrFigure) figure = read_figure ("5");
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_null (kkr_figure_new_from_string (bad[i], &error));
      g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE);
      g_clear_error (&error);
    }
  g_assert_null (kkr_figure_new_from_string (NULL, &error));
  g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE);
  g_clear_error (&error);
  g_assert_null (kkr_figure_new_from_string ("170141183460469231731687303715884105727", &error));
  g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OVERFLOW);
  g_clear_error (&error);
  g_assert_false (kkr_figure_contains (figure, "5,0", &error));
  g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE);
  g_assert_nonnull (g_strstr_len (error->message, -1, "\"5,0\" found"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/intervals", test_intervals);
  g_test_add_func ("/figure/contains", test_contains);
  g_test_add_func ("/figure/texts", test_texts);
  g_test_add_func ("/figure/properties", test_properties);
  g_test_add_func ("/figure/new-printed", test_new_printed);
  g_test_add_func ("/figure/errors", test_errors);
  return g_test_run ();
}
