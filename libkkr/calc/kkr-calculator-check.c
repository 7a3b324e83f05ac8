/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-calculator-private.h>

#include <glib/gi18n-lib.h>
#include <math.h>

#include <libkkr/base/kkr-amount.h>
#include <libkkr/base/kkr-date-private.h>
#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-format-private.h>
#include <libkkr/base/kkr-problem-private.h>
#include <libkkr/calc/kkr-calculator-state-private.h>
#include <libkkr/calc/kkr-sheet-state-private.h>

/**
 * kkr_calculator_report:
 * @self: a [class@Calculator]
 * @input: (nullable): the name of the input at fault, %NULL for several
 * @code: what kind of fault it is
 * @text: what is wrong: the value found, the value expected
 *
 * Reports a problem with the inputs, from the `check` of a class. At any other time it does
 * nothing.
 *
 * Since: 0.1
 */
void
kkr_calculator_report (KkrCalculator *self, const char *input, KkrCalcError code, const char *text)
{
  KkrCalculatorPrivate *priv;
  g_autofree char *rule = NULL;

  g_return_if_fail (KKR_IS_CALCULATOR (self));
  g_return_if_fail (text != NULL);

  priv = kkr_calculator_get_state (self);
  if (priv->problems == NULL)
    return;
  rule = g_strdup_printf ("input-%s",
                          code == KKR_CALC_ERROR_MISSING_INPUT  ? "missing"
                          : code == KKR_CALC_ERROR_INCONSISTENT ? "inconsistent"
                                                                : "out-of-range");
  g_ptr_array_add (priv->problems,
                   kkr_problem_new (&(KkrProblemInit) { .rule = rule,
                                                        .severity = KKR_SEVERITY_ERROR,
                                                        .code = (int) code,
                                                        .input = input,
                                                        .text = text }));
}

char *
kkr_message_amount (gint64 amount)
{
  /* Translators: the language in which amounts are printed in messages, "da" or "en". */
  return kkr_amount_to_string_in (amount, C_("language of amounts", "en"));
}

char *
kkr_message_number (const KkrRational *number)
{
  const char *language = C_("language of amounts", "en");
  g_autofree char *text = kkr_format_exact (number, 6, language);

  /* "100 found, less than 100 expected" would say nothing of 99.9999999. */
  if (number->den != 1 && strpbrk (text, language[0] == 'd' ? "," : ".") == NULL)
    return kkr_format_exact (number, 38, language);
  return g_steal_pointer (&text);
}

char *
kkr_message_period (gint32 first, gint32 last)
{
  g_autofree char *from = first != G_MININT32 ? kkr_date_to_string (first) : NULL;
  g_autofree char *to = last != G_MININT32 ? kkr_date_to_string (last) : NULL;

  if (from != NULL && to != NULL)
    return g_strdup_printf (_("%s to %s"), from, to);
  if (from != NULL)
    return g_strdup_printf (_("from %s without an end"), from);
  return to != NULL ? g_strdup_printf (_("until %s without a first day"), to)
                    : g_strdup (_("without a first and a last day"));
}

static void
check_enum (KkrCalculator *self, GParamSpec *pspec, int found)
{
  GEnumClass *klass = G_PARAM_SPEC_ENUM (pspec)->enum_class;
  g_autoptr (GString) known = g_string_new (NULL);
  g_autofree char *text = NULL;
  GEnumValue *value = g_enum_get_value (klass, found);

  if (value != NULL && found != 0)
    return;
  for (guint i = 0; i < klass->n_values; i++)
    if (klass->values[i].value != 0)
      g_string_append_printf (known, "%s%s", known->len > 0 ? ", " : "",
                              klass->values[i].value_nick);
  text = value != NULL ? g_strdup_printf (_("no such choice: %s found, one of %s expected"),
                                          value->value_nick, known->str)
                       : g_strdup_printf (_("no such choice: an unknown number found, one of %s "
                                            "expected"), known->str);
  kkr_calculator_report (self, pspec->name, KKR_CALC_ERROR_OUT_OF_RANGE, text);
}

static void
check_input (KkrCalculator *self, GParamSpec *pspec)
{
  g_auto (GValue) value = G_VALUE_INIT;

  if (((guint) pspec->flags & KKR_PARAM_FLAGS_REQUIRED) &&
      !kkr_calculator_is_assigned (self, pspec->name))
    {
      kkr_calculator_report (self, pspec->name, KKR_CALC_ERROR_MISSING_INPUT,
                             _("missing: no value found, one expected"));
      return;
    }
  if (kkr_sheet_get_columns (pspec) != NULL)
    kkr_sheet_check_input (self, pspec);
  /* Of other kinds every value is one. */
  if (!G_IS_PARAM_SPEC_ENUM (pspec) && !G_IS_PARAM_SPEC_DOUBLE (pspec))
    return;
  g_value_init (&value, pspec->value_type);
  g_object_get_property (G_OBJECT (self), pspec->name, &value);
  if (G_VALUE_HOLDS_ENUM (&value))
    check_enum (self, pspec, g_value_get_enum (&value));
  else if (G_VALUE_HOLDS_DOUBLE (&value) && !isfinite (g_value_get_double (&value)))
    kkr_calculator_report (self, pspec->name, KKR_CALC_ERROR_OUT_OF_RANGE,
                           _("not a number: NaN or infinity found, a number expected"));
}

static gboolean
is_year (const char *text)
{
  for (int i = 0; i < 4; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
  return text[0] != '0' && text[4] == '\0';
}

static void
check_own_inputs (KkrCalculator *self)
{
  const char *known_on = kkr_calculator_get_text (self, "known-on");
  const char *level = kkr_calculator_get_text (self, "price-level");
  gint32 day;

  if (known_on != NULL && !kkr_date_parse (known_on, &day))
    {
      g_autofree char *text = g_strdup_printf (_("no such day: \"%s\" found, a day such as "
                                                 "2023-08-21 expected"), known_on);

      kkr_calculator_report (self, "known-on", KKR_CALC_ERROR_OUT_OF_RANGE, text);
    }
  if (level != NULL && !g_str_equal (level, "nominal") && !is_year (level))
    {
      g_autofree char *text = g_strdup_printf (_("no such price level: \"%s\" found, nominal or a "
                                                 "year such as 2024 expected"), level);

      kkr_calculator_report (self, "price-level", KKR_CALC_ERROR_OUT_OF_RANGE, text);
    }
}

/* Missing before out of range before inconsistent before the rest: the order of the codes, but for
 * NO_DATA, which comes after. */
static int
rank_of (KkrProblem *problem)
{
  int code = kkr_problem_get_code (problem);

  return code == KKR_CALC_ERROR_NO_DATA ? KKR_CALC_ERROR_INCONSISTENT * 2 + 1 : code * 2;
}

static int
compare_problems (gconstpointer a, gconstpointer b)
{
  return rank_of (*(KkrProblem *const *) a) - rank_of (*(KkrProblem *const *) b);
}

static GPtrArray *
collect_problems_of (KkrCalculator *self, GParamSpec *const *inputs, guint n_inputs)
{
  KkrCalculatorPrivate *priv = kkr_calculator_get_state (self);
  GPtrArray *problems = g_ptr_array_new_with_free_func (g_object_unref);

  priv->problems = problems;
  for (guint i = 0; i < n_inputs; i++)
    check_input (self, inputs[i]);
  check_own_inputs (self);
  if (KKR_CALCULATOR_GET_CLASS (self)->check != NULL)
    KKR_CALCULATOR_GET_CLASS (self)->check (self);
  priv->problems = NULL;
  g_ptr_array_sort (problems, compare_problems);
  return problems;
}

static GPtrArray *
collect_problems (KkrCalculator *self)
{
  guint n_inputs;
  g_autofree GParamSpec **inputs = kkr_calculator_list_inputs (self, &n_inputs);

  return collect_problems_of (self, inputs, n_inputs);
}

gboolean
kkr_calculator_is_valid (KkrCalculator *self, GParamSpec *const *inputs, guint n_inputs)
{
  g_autoptr (GPtrArray) problems = collect_problems_of (self, inputs, n_inputs);

  return problems->len == 0;
}

/**
 * kkr_calculator_validate:
 * @self: a [class@Calculator]
 * @n_problems: (out): how many there are
 *
 * Lists what is wrong with the inputs, each problem with the name of its input.
 *
 * Returns: (transfer full) (array length=n_problems): the problems
 *
 * Since: 0.1
 */
KkrProblem **
kkr_calculator_validate (KkrCalculator *self, gsize *n_problems)
{
  GPtrArray *problems;

  g_return_val_if_fail (KKR_IS_CALCULATOR (self), NULL);
  g_return_val_if_fail (n_problems != NULL, NULL);

  problems = collect_problems (self);
  *n_problems = problems->len;
  g_ptr_array_set_free_func (problems, NULL);
  return (KkrProblem **) g_ptr_array_free (problems, problems->len == 0);
}

gboolean
kkr_calculator_check_inputs (KkrCalculator *self, GError **error)
{
  g_autoptr (GPtrArray) problems = collect_problems (self);

  if (problems->len == 0)
    return TRUE;
  kkr_problems_set_error (problems, KKR_CALC_ERROR, "; ", error);
  return FALSE;
}
