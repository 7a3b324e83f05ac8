/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What a printed cell stands for, by hand. */

#include <libkkr/calc/checking/kkr-case-private.h>

static KkrCaseCell
read_text (const char *text, gint64 scale)
{
  const KkrCaseColumn column = { .name = "a", .unit = KKR_UNIT_COUNT, .rounded = -1,
                                 .scale = scale };
  KkrCaseCell cell;
  g_autoptr (GError) error = NULL;

  g_assert_true (kkr_case_read_cell (&column, text, &cell, &error));
  g_assert_no_error (error);
  return cell;
}

/* "[25/4;127/20)" */
static char *
describe (const char *text, KkrRoundingMode mode)
{
  KkrCaseCell cell = read_text (text, 1);
  KkrInterval interval;
  g_autofree char *lower = NULL, *upper = NULL;

  g_assert_true (kkr_case_cell_interval (&cell, mode, &interval));
  lower = interval.has_lower ? kkr_rational_to_string (&interval.lower) : g_strdup ("-");
  upper = interval.has_upper ? kkr_rational_to_string (&interval.upper) : g_strdup ("-");
  return g_strdup_printf ("%c%s;%s%c", interval.lower_included ? '[' : '(', lower, upper,
                          interval.upper_included ? ']' : ')');
}

static void
test_intervals (void)
{
  static const struct {
    const char *text;
    KkrRoundingMode mode;
    const char *interval;
  } cases[] = {
    { "6,3", KKR_ROUNDING_MODE_HALF_AWAY, "[25/4;127/20)" },
    { "-6,3", KKR_ROUNDING_MODE_HALF_AWAY, "(-127/20;-25/4]" },
    { "0", KKR_ROUNDING_MODE_HALF_AWAY, "(-1/2;1/2)" },
    { "2", KKR_ROUNDING_MODE_HALF_EVEN, "[3/2;5/2]" },
    { "3", KKR_ROUNDING_MODE_HALF_EVEN, "(5/2;7/2)" },
    { "-3", KKR_ROUNDING_MODE_HALF_EVEN, "(-7/2;-5/2)" },
    { "3", KKR_ROUNDING_MODE_FLOOR, "[3;4)" },
    { "3", KKR_ROUNDING_MODE_CEILING, "(2;3]" },
    { "3", KKR_ROUNDING_MODE_TOWARD_ZERO, "[3;4)" },
    { "-3", KKR_ROUNDING_MODE_TOWARD_ZERO, "(-4;-3]" },
    { "0", KKR_ROUNDING_MODE_TOWARD_ZERO, "(-1;1)" },
    { "3", KKR_ROUNDING_MODE_AWAY_FROM_ZERO, "(2;3]" },
    { "-3", KKR_ROUNDING_MODE_AWAY_FROM_ZERO, "[-3;-2)" },
    { "0", KKR_ROUNDING_MODE_AWAY_FROM_ZERO, "[0;0]" },
    { "mere end 180.000", KKR_ROUNDING_MODE_HALF_AWAY, "(180000;-)" },
    { "mindst 3", KKR_ROUNDING_MODE_HALF_AWAY, "[3;-)" },
    { "knap 700", KKR_ROUNDING_MODE_HALF_AWAY, "(-;700)" },
    { "ca. 12", KKR_ROUNDING_MODE_HALF_AWAY, "[23/2;25/2)" },
    { "1,5 mio.", KKR_ROUNDING_MODE_HALF_AWAY, "[1450000;1550000)" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = describe (cases[i].text, cases[i].mode);

      g_assert_cmpstr (found, ==, cases[i].interval);
    }
}

static void
test_scale (void)
{
  KkrCaseCell cell = read_text ("1.924.641", 1000);

  g_assert_true (cell.value.num == 1924641000 && cell.value.den == 1);
  g_assert_true (cell.precision.num == 1000 && cell.precision.den == 1);
  g_assert_true (cell.rounded);
  g_assert_cmpint (cell.unit, ==, KKR_UNIT_COUNT);
  cell = read_text ("2 mio. kr.", 1000);
  g_assert_true (cell.value.num == 2000000);
  g_assert_cmpint (cell.unit, ==, KKR_UNIT_AMOUNT);
}

static void
test_blanks (void)
{
  static const char *const blanks[] = { "", "-", "–", ".." };

  for (gsize i = 0; i < G_N_ELEMENTS (blanks); i++)
    {
      KkrCaseCell cell = read_text (blanks[i], 1);

      g_assert_null (cell.text);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calc/case-cell/intervals", test_intervals);
  g_test_add_func ("/calc/case-cell/scale", test_scale);
  g_test_add_func ("/calc/case-cell/blanks", test_blanks);
  return g_test_run ();
}
