/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-expression-private.h>

/* a = 6, b = 4, minimum = 1/3, huge = 2^126 */
static gboolean
look_up (const char *name, gpointer user_data, KkrRational *value, GError **error)
{
  if (g_str_equal (name, "a"))
    *value = KKR_RATIONAL_INT (6);
  else if (g_str_equal (name, "b"))
    *value = KKR_RATIONAL_INT (4);
  else if (g_str_equal (name, "minimum"))
    *value = (KkrRational) { 1, 3 };
  else if (g_str_equal (name, "huge"))
    *value = KKR_RATIONAL_INT ((KkrInt128) 1 << 126);
  else
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT, "no %s", name);
      return FALSE;
    }
  return TRUE;
}

static void
test_values (void)
{
  static const struct {
    const char *text, *value;
  } cases[] = {
    { "7", "7" },
    { "43851.6", "219258/5" },
    { "0.10", "1/10" },
    { "a", "6" },
    { " a\t+ b\n", "10" },
    { "a-b-1", "1" },
    { "a/b/3", "1/2" },
    { "a+b*2", "14" },
    { "(a+b)*2", "20" },
    { "a-(b-1)", "3" },
    { "-a+b", "-2" },
    { "a*-b", "-24" },
    { "--a", "6" },
    { "-(-a)", "6" },
    { "a/-4", "-3/2" },
    { "minimum*3", "1" },
    { "min(a,b)", "4" },
    { "max(a,b)", "6" },
    { "min ( a - b , 1 ) + max(-1,-2)", "0" },
    { "max(min(a,b),min(5,7))", "5" },
    { "100*a/b/100", "3/2" },
    { "huge-huge", "0" },
    { "huge/huge", "1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *value = NULL;
      KkrRational result;

      kkr_expression_evaluate (cases[i].text, look_up, NULL, &result, &error);
      g_assert_no_error (error);
      value = kkr_rational_to_string (&result);
      g_assert_cmpstr (value, ==, cases[i].value);
    }
}

static void
assert_error (const char *text, int code, const char *message)
{
  g_autoptr (GError) error = NULL;
  KkrRational result = KKR_RATIONAL_INT (42);

  g_assert_false (kkr_expression_evaluate (text, look_up, NULL, &result, &error));
  g_assert_error (error, KKR_CALC_ERROR, code);
  if (message != NULL)
    g_assert_cmpstr (error->message, ==, message);
  g_assert_true (result.num == 42 && result.den == 1);
}

#define OPERAND " found, a number, a name or \"(\" expected"

static void
test_faults (void)
{
  static const struct {
    const char *text, *message;
  } cases[] = {
    { "", "wrong formula at character 1: the end" OPERAND },
    { "a +", "wrong formula at character 4: the end" OPERAND },
    { "a * * b", "wrong formula at character 5: \"*\"" OPERAND },
    { "+a", "wrong formula at character 1: \"+\"" OPERAND },
    { "a b", "wrong formula at character 3: \"b\" found, an operator or the end expected" },
    { "2a", "wrong formula at character 2: \"a\" found, an operator or the end expected" },
    { "a,b", "wrong formula at character 2: \",\" found, an operator or the end expected" },
    { "(a", "wrong formula at character 3: the end found, \")\" expected" },
    { "a)", "wrong formula at character 2: \")\" found, an operator or the end expected" },
    { "min(a)", "wrong formula at character 6: \")\" found, \",\" expected" },
    { "min a", "wrong formula at character 5: \"a\" found, \"(\" expected" },
    { "max(a,b,a)", "wrong formula at character 8: \",\" found, \")\" expected" },
    { "1.", "wrong formula at character 2: \".\" found, an operator or the end expected" },
    { ".5", "wrong formula at character 1: \".\"" OPERAND },
    { "1,5", "wrong formula at character 2: \",\" found, an operator or the end expected" },
    { "A", "wrong formula at character 1: \"A\"" OPERAND },
    { "a × b", "wrong formula at character 3: \"×\" found, an operator or the end expected" },
    { "\xff", "wrong formula at character 1: the byte 255" OPERAND },
    { "\001", "wrong formula at character 1: the byte 1" OPERAND },
    { "a/0", "division by zero before character 4 of the formula: 0 found, another number "
      "expected" },
    { "a/(b-4)+1", "division by zero before character 8 of the formula: 0 found, another number "
      "expected" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_error (cases[i].text, KKR_CALC_ERROR_OUT_OF_RANGE, cases[i].message);
  assert_error ("a + c", KKR_CALC_ERROR_INCONSISTENT, "character 5 of the formula: no c");
}

static void
test_overflow (void)
{
  g_autoptr (GString) digits = g_string_new ("1");

  assert_error ("huge + huge", KKR_CALC_ERROR_OVERFLOW, NULL);
  assert_error ("huge * 2", KKR_CALC_ERROR_OVERFLOW, NULL);
  assert_error ("0 - huge - huge", KKR_CALC_ERROR_OVERFLOW, NULL);
  assert_error ("1 / huge / 2", KKR_CALC_ERROR_OVERFLOW, NULL);
  for (int i = 0; i < 100; i++)
    g_string_append_c (digits, '0');
  assert_error (digits->str, KKR_CALC_ERROR_OVERFLOW, NULL);
}

static char *
nested (guint depth)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append_c (text, '(');
  g_string_append_c (text, '1');
  for (guint i = 0; i < depth; i++)
    g_string_append_c (text, ')');
  return g_string_free (text, FALSE);
}

static void
test_depth (void)
{
  g_autofree char *most = nested (63), *more = nested (64), *absurd = nested (1000000);
  g_autoptr (GString) signs = g_string_new (NULL);
  KkrRational result;

  g_assert_true (kkr_expression_evaluate (most, look_up, NULL, &result, NULL));
  g_assert_true (result.num == 1);
  assert_error (more, KKR_CALC_ERROR_OUT_OF_RANGE, "wrong formula at character 65: \"1\" found, "
                "at most 64 levels of parentheses expected");
  assert_error (absurd, KKR_CALC_ERROR_OUT_OF_RANGE, NULL);
  for (int i = 0; i < 1000000; i++)
    g_string_append_c (signs, '-');
  g_string_append_c (signs, '1');
  g_assert_true (kkr_expression_evaluate (signs->str, look_up, NULL, &result, NULL));
  g_assert_true (result.num == 1);
}

static void
test_names (void)
{
  static const char *const good[] = { "a", "a1", "a_b", "minimum", "maks", "min_" };
  static const char *const bad[] = { "", "A", "1a", "_a", "a b", " a", "a-b", "å", "aå", "min",
                                     "max" };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (kkr_expression_is_name (good[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (kkr_expression_is_name (bad[i]));
}

static char *
print (const char *name, const KkrRational *number, gpointer user_data)
{
  return number != NULL ? g_strdup_printf ("<%s>", name) : g_ascii_strup (name, -1);
}

static void
test_print (void)
{
  g_autofree char *text = NULL, *minus = NULL;

  text = kkr_expression_print ("(a+b)*2/max(a,-1.5)", print, NULL);
  g_assert_cmpstr (text, ==, "(A + B) × <2> / max(A; -<1.5>)");
  minus = kkr_expression_print ("-a--b", print, NULL);
  g_assert_cmpstr (minus, ==, "-A - -B");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/expression/values", test_values);
  g_test_add_func ("/base/expression/faults", test_faults);
  g_test_add_func ("/base/expression/overflow", test_overflow);
  g_test_add_func ("/base/expression/depth", test_depth);
  g_test_add_func ("/base/expression/names", test_names);
  g_test_add_func ("/base/expression/print", test_print);
  return g_test_run ();
}
