/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-number-private.h>
#include <libkkr/calc/checking/kkr-claim-solver-private.h>

#define MAX_VARIABLES 600

/* Variables from "a = 6,3; n: = 79", where a colon after a name says that it is a whole number. */
typedef struct {
  KkrClaimVariable variables[MAX_VARIABLES];
  guint n;
  char **parts;
} Figures;

static void
read_number (const char *text, KkrRational *value, KkrInterval *interval)
{
  KkrNumber number;

  g_assert_true (kkr_number_parse (text, "a number", &number, NULL));
  g_assert_true (kkr_interval_around (interval, &number.value, &number.precision));
  *value = number.value;
}

static void
read_figures (Figures *self, const char *text)
{
  self->parts = g_strsplit (text, ";", -1);
  self->n = 0;
  for (guint i = 0; self->parts[i] != NULL && *self->parts[i] != '\0'; i++, self->n++)
    {
      char *equal = strchr (self->parts[i], '=');
      KkrClaimVariable *variable = &self->variables[i];

      *equal = '\0';
      variable->name = g_strstrip (self->parts[i]);
      variable->whole = strchr (variable->name, ':') != NULL;
      if (variable->whole)
        *strchr (variable->name, ':') = '\0';
      variable->has_value = TRUE;
      read_number (equal + 1, &variable->value, &variable->interval);
    }
}

static char *
interval_text (const KkrInterval *a)
{
  g_autofree char *lower = a->has_lower ? kkr_rational_to_string (&a->lower) : g_strdup ("");
  g_autofree char *upper = a->has_upper ? kkr_rational_to_string (&a->upper) : g_strdup ("");

  return g_strdup_printf ("%c%s;%s%c", a->lower_included ? '[' : '(', lower, upper,
                          a->upper_included ? ']' : ')');
}

static void
test_verdicts (void)
{
  static const struct {
    const char *figures, *expression, *printed, *verdict, *range;
  } cases[] = {
    /* 6,3 mia. kr. spent, a deviation of 6 per cent or 0,3 mia. kr.: of the budget, it must have been
     * too much that was spent. */
    { "a=6,3; p=6", "p / 100 * a", "0,3", "possible", "[11/32;1651/4000)" },
    { "a=6,3; p=6", "a - a / (1 - p / 100)", "-0,3", "impossible", NULL },
    { "a=6,3; p=6", "p / 100 * a", "0,4", "possible", NULL },
    { "a=6; b=4", "a + b", "10", "exact", "[9;11)" },
    { "a=6; b=4", "a + b", "12", "impossible", "[9;11)" },
    { "a=6; b=4", "a + b", "9", "possible", NULL },
    { "a=6; b=4", "a - b", "1", "possible", "(1;3)" },
    /* 14,2 per cent from 100 to 114: only if both were rounded. */
    { "a=100; b=114", "100 * (b - a) / a", "14,2", "possible", "(2600/201;3000/199)" },
    { "a=100; b=114", "100 * (b - a) / a", "15,2", "impossible", NULL },
    { "a=100; b=114", "100 * (b - a) / a", "14,0", "exact", NULL },
    /* Whole numbers lie behind these, so that nothing is rounded. */
    { "a:=100; b:=114", "100 * (b - a) / a", "14,2", "impossible", "[14;14]" },
    { "n:=79; k:=17", "100 * k / n", "22", "possible", "[1700/79;1700/79]" },
    { "a=1; b=2", "min(a, b)", "1", "exact", "[1/2;3/2)" },
    { "a=2; b=2", "max(a, b)", "2", "exact", "[3/2;5/2)" },
    { "a=0; b=3", "b / a", "1000", "possible", "(;)" },
    { "a=5", "a - a", "0", "exact", "[0;0]" },
    { "a=5", "a - a", "1", "impossible", "[0;0]" },
    { "a=5", "a * a", "24,5", "possible", "[81/4;121/4)" },
    { "a=0", "a * a", "-1", "impossible", "[0;1/4)" },
    { "", "2 * 3", "6", "exact", "[6;6]" },
    { "", "2 * 3", "7", "impossible", "[6;6]" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *range_text = NULL;
      Figures figures;
      KkrInterval printed, range;
      KkrRational value, witness[MAX_VARIABLES];
      KkrClaimVerdict verdict;

      read_figures (&figures, cases[i].figures);
      read_number (cases[i].printed, &value, &printed);
      verdict = kkr_claim_decide (cases[i].expression, figures.variables, figures.n, &printed,
                                  &value, &range, witness, &error);
      g_assert_no_error (error);
      g_test_message ("%s with %s = %s", cases[i].expression, cases[i].figures, cases[i].printed);
      g_assert_cmpstr (kkr_claim_verdict_to_string (verdict), ==, cases[i].verdict);
      range_text = interval_text (&range);
      if (cases[i].range != NULL)
        g_assert_cmpstr (range_text, ==, cases[i].range);
      if (verdict == KKR_CLAIM_VERDICT_POSSIBLE)
        for (guint j = 0; j < figures.n; j++)
          g_assert_true (kkr_interval_contains (&figures.variables[j].interval, &witness[j]));
      g_strfreev (figures.parts);
    }
}

/* A sum of 500 figures rounded to whole ones is off by less than 250. */
static void
test_many (void)
{
  g_autoptr (GString) figures_text = g_string_new (NULL), sum = g_string_new (NULL);
  static const struct {
    const char *printed;
    KkrClaimVerdict verdict;
  } cases[] = {
    { "5.000", KKR_CLAIM_VERDICT_EXACT },      { "5.249", KKR_CLAIM_VERDICT_POSSIBLE },
    { "5.250", KKR_CLAIM_VERDICT_POSSIBLE },   { "5.251", KKR_CLAIM_VERDICT_IMPOSSIBLE },
    { "4.750", KKR_CLAIM_VERDICT_POSSIBLE },   { "4.749", KKR_CLAIM_VERDICT_IMPOSSIBLE },
  };

  for (int i = 0; i < 500; i++)
    {
      g_string_append_printf (figures_text, "%sx%d=10", i > 0 ? ";" : "", i);
      g_string_append_printf (sum, "%sx%d", i > 0 ? "+" : "", i);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Figures figures;
      KkrInterval printed;
      KkrRational value;

      read_figures (&figures, figures_text->str);
      read_number (cases[i].printed, &value, &printed);
      g_assert_cmpint (kkr_claim_decide (sum->str, figures.variables, figures.n, &printed, &value,
                                         NULL, NULL, NULL), ==, cases[i].verdict);
      g_strfreev (figures.parts);
    }
}

static void
test_faults (void)
{
  static const struct {
    const char *expression, *message;
  } cases[] = {
    { "a + c", "a name without a figure at character 5 of the formula: \"c\" found, the name of a "
               "figure expected; near it: a" },
    { "a +", "wrong formula at character 4: the end found, a number, a name or \"(\" expected" },
    { "a / 0", "a formula without a value: a division by zero or by nothing found, a divisor that "
               "can be another number expected" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      Figures figures;

      read_figures (&figures, "a=1");
      g_assert_cmpint (kkr_claim_decide (cases[i].expression, figures.variables, figures.n,
                                         &figures.variables[0].interval, NULL, NULL, NULL, &error),
                       ==, KKR_CLAIM_VERDICT_UNSET);
      g_assert_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE);
      g_assert_cmpstr (error->message, ==, cases[i].message);
      g_strfreev (figures.parts);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/claim-solver/verdicts", test_verdicts);
  g_test_add_func ("/claim-solver/many", test_many);
  g_test_add_func ("/claim-solver/faults", test_faults);
  return g_test_run ();
}
