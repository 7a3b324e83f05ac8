/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-problem-private.h>

/**
 * KkrProblem:
 *
 * One fault in a file or in the inputs of a calculator (fejl): which rule, how bad, where, what
 * was found and what was expected.
 *
 * A problem is immutable and may be shared between threads.
 *
 * Since: 0.1
 */
struct _KkrProblem {
  GObject parent_instance;

  char *rule;
  KkrSeverity severity;
  int code;
  char *uri;
  guint line;
  guint column;
  char *path;
  char *input;
  char *text;
  char *suggestion;
};

typedef enum {
  PROP_RULE = 1,
  PROP_SEVERITY,
  PROP_URI,
  PROP_LINE,
  PROP_COLUMN,
  PROP_PATH,
  PROP_INPUT,
  PROP_TEXT,
  PROP_SUGGESTION,
} KkrProblemProperty;

#define N_PROPS (PROP_SUGGESTION + 1)

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (KkrProblem, kkr_problem, G_TYPE_OBJECT)

static void
kkr_problem_finalize (GObject *object)
{
  KkrProblem *self = KKR_PROBLEM (object);

  g_free (self->rule);
  g_free (self->uri);
  g_free (self->path);
  g_free (self->input);
  g_free (self->text);
  g_free (self->suggestion);
  G_OBJECT_CLASS (kkr_problem_parent_class)->finalize (object);
}

static void
kkr_problem_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  KkrProblem *self = KKR_PROBLEM (object);

  switch ((KkrProblemProperty) prop_id)
    {
    case PROP_RULE:
      g_value_set_string (value, self->rule);
      break;
    case PROP_SEVERITY:
      g_value_set_enum (value, (int) self->severity);
      break;
    case PROP_URI:
      g_value_set_string (value, self->uri);
      break;
    case PROP_LINE:
      g_value_set_uint (value, self->line);
      break;
    case PROP_COLUMN:
      g_value_set_uint (value, self->column);
      break;
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_INPUT:
      g_value_set_string (value, self->input);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_SUGGESTION:
      g_value_set_string (value, self->suggestion);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
make_properties_of_what (void)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  /**
   * KkrProblem:rule: (getter get_rule)
   *
   * The id of the rule that was broken.
   *
   * Since: 0.1
   */
  props[PROP_RULE] = g_param_spec_string ("rule", NULL, NULL, "", flags);
  /**
   * KkrProblem:severity: (getter get_severity)
   *
   * How much it matters.
   *
   * Since: 0.1
   */
  props[PROP_SEVERITY] = g_param_spec_enum ("severity", NULL, NULL, KKR_TYPE_SEVERITY,
                                            KKR_SEVERITY_ERROR, flags);
  /**
   * KkrProblem:text: (getter get_text)
   *
   * What is wrong, in the language of the locale: English or Danish.
   *
   * Since: 0.1
   */
  props[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", flags);
  /**
   * KkrProblem:suggestion: (getter get_suggestion)
   *
   * What to do about it, in the language of the locale.
   *
   * Since: 0.1
   */
  props[PROP_SUGGESTION] = g_param_spec_string ("suggestion", NULL, NULL, NULL, flags);
}

static void
make_properties_of_where (void)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  /**
   * KkrProblem:uri: (getter get_uri)
   *
   * The file in which it was found.
   *
   * Since: 0.1
   */
  props[PROP_URI] = g_param_spec_string ("uri", NULL, NULL, NULL, flags);
  /**
   * KkrProblem:line: (getter get_line)
   *
   * The line, from 1; 0 when there is none.
   *
   * Since: 0.1
   */
  props[PROP_LINE] = g_param_spec_uint ("line", NULL, NULL, 0, G_MAXUINT, 0, flags);
  /**
   * KkrProblem:column: (getter get_column)
   *
   * The column in characters, from 1; 0 when there is none.
   *
   * Since: 0.1
   */
  props[PROP_COLUMN] = g_param_spec_uint ("column", NULL, NULL, 0, G_MAXUINT, 0, flags);
  /**
   * KkrProblem:path: (getter get_path)
   *
   * Where in the file, as a path of elements.
   *
   * Since: 0.1
   */
  props[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);
  /**
   * KkrProblem:input: (getter get_input)
   *
   * The name of the calculator's input that it is about.
   *
   * Since: 0.1
   */
  props[PROP_INPUT] = g_param_spec_string ("input", NULL, NULL, NULL, flags);
}

static void
kkr_problem_class_init (KkrProblemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = kkr_problem_finalize;
  object_class->get_property = kkr_problem_get_property;

  make_properties_of_what ();
  make_properties_of_where ();
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
kkr_problem_init (KkrProblem *self)
{
  self->rule = g_strdup ("");
  self->severity = KKR_SEVERITY_ERROR;
  self->text = g_strdup ("");
}

KkrProblem *
kkr_problem_new (const KkrProblemInit *init)
{
  KkrProblem *self;

  g_return_val_if_fail (init != NULL, NULL);
  g_return_val_if_fail (init->rule != NULL, NULL);
  g_return_val_if_fail (init->text != NULL, NULL);
  g_return_val_if_fail (init->severity > KKR_SEVERITY_UNSET &&
                        init->severity <= KKR_SEVERITY_INFO, NULL);

  self = g_object_new (KKR_TYPE_PROBLEM, NULL);
  g_free (self->rule);
  g_free (self->text);
  self->rule = g_strdup (init->rule);
  self->severity = init->severity;
  self->code = init->code;
  self->uri = g_strdup (init->uri);
  self->line = init->line;
  self->column = init->column;
  self->path = g_strdup (init->path);
  self->input = g_strdup (init->input);
  self->text = g_strdup (init->text);
  self->suggestion = g_strdup (init->suggestion);
  return self;
}

int
kkr_problem_get_code (KkrProblem *self)
{
  g_return_val_if_fail (KKR_IS_PROBLEM (self), 0);
  return self->code;
}

/**
 * kkr_problem_get_rule: (get-property rule)
 * @self: a problem
 *
 * Gives the id of the rule that was broken.
 *
 * Returns: (transfer none): the rule
 *
 * Since: 0.1
 */
const char *
kkr_problem_get_rule (KkrProblem *self)
{
  g_return_val_if_fail (KKR_IS_PROBLEM (self), NULL);
  return self->rule;
}

/**
 * kkr_problem_get_severity: (get-property severity)
 * @self: a problem
 *
 * Says how much it matters.
 *
 * Returns: the severity
 *
 * Since: 0.1
 */
KkrSeverity
kkr_problem_get_severity (KkrProblem *self)
{
  g_return_val_if_fail (KKR_IS_PROBLEM (self), KKR_SEVERITY_UNSET);
  return self->severity;
}

/**
 * kkr_problem_get_uri: (get-property uri)
 * @self: a problem
 *
 * Names the file in which it was found.
 *
 * Returns: (transfer none) (nullable): the file, if it was found in one
 *
 * Since: 0.1
 */
const char *
kkr_problem_get_uri (KkrProblem *self)
{
  g_return_val_if_fail (KKR_IS_PROBLEM (self), NULL);
  return self->uri;
}

/**
 * kkr_problem_get_line: (get-property line)
 * @self: a problem
 *
 * Gives the line.
 *
 * Returns: the line, from 1; 0 when there is none
 *
 * Since: 0.1
 */
guint
kkr_problem_get_line (KkrProblem *self)
{
  g_return_val_if_fail (KKR_IS_PROBLEM (self), 0);
  return self->line;
}

/**
 * kkr_problem_get_column: (get-property column)
 * @self: a problem
 *
 * Gives the column.
 *
 * Returns: the column in characters, from 1; 0 when there is none
 *
 * Since: 0.1
 */
guint
kkr_problem_get_column (KkrProblem *self)
{
  g_return_val_if_fail (KKR_IS_PROBLEM (self), 0);
  return self->column;
}

/**
 * kkr_problem_get_path: (get-property path)
 * @self: a problem
 *
 * Says where in the file it stands, as a path of elements.
 *
 * Returns: (transfer none) (nullable): the path, if there is one
 *
 * Since: 0.1
 */
const char *
kkr_problem_get_path (KkrProblem *self)
{
  g_return_val_if_fail (KKR_IS_PROBLEM (self), NULL);
  return self->path;
}

/**
 * kkr_problem_get_input: (get-property input)
 * @self: a problem
 *
 * Names the calculator's input that it is about.
 *
 * Returns: (transfer none) (nullable): the name of the property, if it is about one
 *
 * Since: 0.1
 */
const char *
kkr_problem_get_input (KkrProblem *self)
{
  g_return_val_if_fail (KKR_IS_PROBLEM (self), NULL);
  return self->input;
}

/**
 * kkr_problem_get_text: (get-property text)
 * @self: a problem
 *
 * Says what is wrong: what was found and what was expected, in the language of the locale.
 *
 * Returns: (transfer none): the text
 *
 * Since: 0.1
 */
const char *
kkr_problem_get_text (KkrProblem *self)
{
  g_return_val_if_fail (KKR_IS_PROBLEM (self), NULL);
  return self->text;
}

/**
 * kkr_problem_get_suggestion: (get-property suggestion)
 * @self: a problem
 *
 * Says what to do about it, in the language of the locale.
 *
 * Returns: (transfer none) (nullable): the suggestion, if there is one
 *
 * Since: 0.1
 */
const char *
kkr_problem_get_suggestion (KkrProblem *self)
{
  g_return_val_if_fail (KKR_IS_PROBLEM (self), NULL);
  return self->suggestion;
}
