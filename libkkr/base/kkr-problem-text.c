/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-problem-private.h>

/**
 * kkr_problem_to_string:
 * @self: a problem
 *
 * Gives the problem on one line, in English: `uri:line:column: text (suggestion)`, or
 * `input: text (suggestion)`, with the parts that there are.
 *
 * Returns: (transfer full): the text
 *
 * Since: 0.1
 */
char *
kkr_problem_to_string (KkrProblem *self)
{
  const char *input, *suggestion;
  guint line, column;
  GString *text;

  g_return_val_if_fail (KKR_IS_PROBLEM (self), NULL);

  input = kkr_problem_get_input (self);
  suggestion = kkr_problem_get_suggestion (self);
  line = kkr_problem_get_line (self);
  column = kkr_problem_get_column (self);
  text = g_string_new (kkr_problem_get_uri (self));
  if (line > 0)
    g_string_append_printf (text, "%s%u", text->len > 0 ? ":" : "", line);
  if (line > 0 && column > 0)
    g_string_append_printf (text, ":%u", column);
  if (input != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? ": " : "", input);
  g_string_append_printf (text, "%s%s", text->len > 0 ? ": " : "", kkr_problem_get_text (self));
  if (suggestion != NULL)
    g_string_append_printf (text, " (%s)", suggestion);
  return g_string_free (text, FALSE);
}

/**
 * kkr_problem___str__:
 * @self: a problem
 *
 * What Python prints: [method@Problem.to_string].
 *
 * Returns: (transfer full): the text
 *
 * Since: 0.1
 */
char *
kkr_problem___str__ (KkrProblem *self)
{
  return kkr_problem_to_string (self);
}

/**
 * kkr_problem___repr__:
 * @self: a problem
 *
 * What a Python prompt shows.
 *
 * Returns: (transfer full): one line
 *
 * Since: 0.1
 */
char *
kkr_problem___repr__ (KkrProblem *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (KKR_IS_PROBLEM (self), NULL);

  text = kkr_problem_to_string (self);
  return g_strdup_printf ("<Kkr.Problem %s %s: %s>",
                          kkr_severity_to_string (kkr_problem_get_severity (self)),
                          kkr_problem_get_rule (self), text);
}

void
kkr_problems_set_error (GPtrArray *problems, GQuark domain, const char *separator, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *one = kkr_problem_to_string (problems->pdata[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? separator : "", one);
    }
  g_set_error_literal (error, domain, kkr_problem_get_code (problems->pdata[0]), text->str);
}
