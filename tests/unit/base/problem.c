/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-problem-private.h>

#define FILE_URI "file:///data/register.xml"
#define TEXT "not a number: \"12a\" found, a number expected"

static KkrProblem *
new_file_problem (void)
{
  const KkrProblemInit init = {
    .rule = "fact-value",
    .severity = KKR_SEVERITY_WARNING,
    .code = KKR_LOAD_ERROR_VALUE,
    .uri = FILE_URI,
    .line = 12,
    .column = 7,
    .path = "/register/series/fact[3]",
    .text = TEXT,
    .suggestion = "remove the \"a\"",
  };

  return kkr_problem_new (&init);
}

static void
test_fields (void)
{
  g_autoptr (KkrProblem) problem = new_file_problem ();
  g_autofree char *rule = NULL, *input = NULL, *suggestion = NULL;
  KkrSeverity severity;
  guint line, column;

  g_assert_cmpstr (kkr_problem_get_rule (problem), ==, "fact-value");
  g_assert_cmpint (kkr_problem_get_severity (problem), ==, KKR_SEVERITY_WARNING);
  g_assert_cmpint (kkr_problem_get_code (problem), ==, KKR_LOAD_ERROR_VALUE);
  g_assert_cmpstr (kkr_problem_get_uri (problem), ==, FILE_URI);
  g_assert_cmpuint (kkr_problem_get_line (problem), ==, 12);
  g_assert_cmpuint (kkr_problem_get_column (problem), ==, 7);
  g_assert_cmpstr (kkr_problem_get_path (problem), ==, "/register/series/fact[3]");
  g_assert_null (kkr_problem_get_input (problem));
  g_assert_cmpstr (kkr_problem_get_text (problem), ==, TEXT);
  g_assert_cmpstr (kkr_problem_get_suggestion (problem), ==, "remove the \"a\"");
  g_object_get (problem, "rule", &rule, "severity", &severity, "line", &line, "column", &column,
                "input", &input, "suggestion", &suggestion, NULL);
  g_assert_cmpstr (rule, ==, "fact-value");
  g_assert_cmpint (severity, ==, KKR_SEVERITY_WARNING);
  g_assert_cmpuint (line, ==, 12);
  g_assert_cmpuint (column, ==, 7);
  g_assert_null (input);
  g_assert_cmpstr (suggestion, ==, "remove the \"a\"");
}

static void
assert_text (const KkrProblemInit *init, const char *expected)
{
  g_autoptr (KkrProblem) problem = kkr_problem_new (init);
  g_autofree char *text = kkr_problem_to_string (problem);
  g_autofree char *str = kkr_problem___str__ (problem);

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpstr (str, ==, expected);
}

static void
test_text (void)
{
  KkrProblemInit init = { .rule = "r", .severity = KKR_SEVERITY_ERROR, .text = "bad" };

  assert_text (&init, "bad");
  init.column = 7;
  assert_text (&init, "bad");
  init.line = 12;
  assert_text (&init, "12:7: bad");
  init.uri = "a.xml";
  assert_text (&init, "a.xml:12:7: bad");
  init.column = 0;
  assert_text (&init, "a.xml:12: bad");
  init.line = 0;
  assert_text (&init, "a.xml: bad");
  init.suggestion = "do better";
  assert_text (&init, "a.xml: bad (do better)");
  init.uri = NULL;
  init.input = "year";
  assert_text (&init, "year: bad (do better)");
}

static void
test_repr (void)
{
  g_autoptr (KkrProblem) problem = new_file_problem ();
  g_autofree char *repr = kkr_problem___repr__ (problem);

  g_assert_cmpstr (repr, ==, "<Kkr.Problem warning fact-value: " FILE_URI ":12:7: " TEXT
                   " (remove the \"a\")>");
}

static void
test_made_of_nothing (void)
{
  g_autoptr (KkrProblem) problem = g_object_new (KKR_TYPE_PROBLEM, NULL);
  g_autofree char *text = kkr_problem_to_string (problem);

  g_assert_cmpint (kkr_problem_get_severity (problem), ==, KKR_SEVERITY_ERROR);
  g_assert_cmpstr (kkr_problem_get_rule (problem), ==, "");
  g_assert_cmpstr (text, ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/problem/fields", test_fields);
  g_test_add_func ("/base/problem/text", test_text);
  g_test_add_func ("/base/problem/repr", test_repr);
  g_test_add_func ("/base/problem/made-of-nothing", test_made_of_nothing);
  return g_test_run ();
}
