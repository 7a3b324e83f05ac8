/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/base/kkr-step-maker-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-expression-private.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrStep, kkr_step_free)

void
kkr_step_maker_init (KkrStepMaker *self)
{
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) kkr_step_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->error = NULL;
}

void
kkr_step_maker_clear (KkrStepMaker *self)
{
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_error (&self->error);
}

static gboolean G_GNUC_PRINTF (3, 4)
fail (KkrStepMaker *self, KkrCalcError code, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_clear_error (&self->error);
  self->error = g_error_new_valist (KKR_CALC_ERROR, (int) code, format, args);
  va_end (args);
  return FALSE;
}

KkrStep *
kkr_step_maker_get_last (KkrStepMaker *self, const char *what)
{
  if (self->steps->len > 0)
    return g_ptr_array_index (self->steps, self->steps->len - 1);
  if (what != NULL)
    fail (self, KKR_CALC_ERROR_INCONSISTENT,
          _("%s that belongs to nothing: no step found, one expected before it"), _(what));
  return NULL;
}

GPtrArray *
kkr_step_maker_take_steps (KkrStepMaker *self)
{
  GPtrArray *steps = g_steal_pointer (&self->steps);

  g_hash_table_remove_all (self->by_id);
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) kkr_step_free);
  return steps;
}

static KkrStep *
begin (KkrStepMaker *self, KkrStepKind kind, const char *id, const char *danish,
       const char *english, KkrUnit unit)
{
  if (!kkr_expression_is_name (id))
    fail (self, KKR_CALC_ERROR_OUT_OF_RANGE,
          _("not the id of a step: \"%s\" found, [a-z][a-z0-9_]* other than min and max expected"),
          id);
  else if (g_hash_table_contains (self->by_id, id))
    fail (self, KKR_CALC_ERROR_INCONSISTENT,
          _("two steps of one id: a second \"%s\" found, another id expected"), id);
  else if (unit <= KKR_UNIT_UNSET || unit > KKR_UNIT_COUNT)
    fail (self, KKR_CALC_ERROR_OUT_OF_RANGE, _("step %s: no unit: %d found, a unit expected"), id,
          (int) unit);
  else
    return kkr_step_new (kind, id, danish, english, unit);
  return NULL;
}

static void
add (KkrStepMaker *self, KkrStep *step)
{
  g_ptr_array_add (self->steps, step);
  g_hash_table_insert (self->by_id, step->id, step);
}

static gboolean
has_exact_form (const char *text)
{
  static const char digits[] = "0123456789";
  const char *at = text + (*text == '-');
  gsize whole = strspn (at, digits), rest;

  at += whole;
  if (whole == 0 || *at == '\0')
    return whole > 0;
  if (*at != '/' && *at != '.')
    return FALSE;
  rest = strspn (at + 1, digits);
  return rest > 0 && at[1 + rest] == '\0';
}

static gboolean
parse_exact (KkrStepMaker *self, const KkrStep *step, const char *text, KkrRational *result)
{
  const char *slash = strchr (text, '/');

  if (!has_exact_form (text))
    return fail (self, KKR_CALC_ERROR_OUT_OF_RANGE,
                 _("step %s: not an exact number: \"%s\" found, a whole number, a fraction or a "
                   "decimal with a dot expected"), step->id, text);
  if (slash != NULL && slash[1 + strspn (slash + 1, "0")] == '\0')
    return fail (self, KKR_CALC_ERROR_OUT_OF_RANGE,
                 _("step %s: division by zero: \"%s\" found, another denominator expected"),
                 step->id, text);
  if (!kkr_rational_parse (text, result))
    return fail (self, KKR_CALC_ERROR_OVERFLOW,
                 _("step %s: the number %s does not fit into the numbers that the library computes "
                   "with"), step->id, text);
  return TRUE;
}

static gboolean
parse_positive (KkrStepMaker *self, const KkrStep *step, const char *text, KkrRational *result)
{
  if (!parse_exact (self, step, text, result))
    return FALSE;
  return result->num > 0 ||
         fail (self, KKR_CALC_ERROR_OUT_OF_RANGE,
               _("step %s: nothing can be rounded to it: %s found, a number above 0 expected"),
               step->id, text);
}

static gboolean
parse_terms (KkrStepMaker *self, KkrStep *step, const char *const *keys, const char *const *exact)
{
  guint n = g_strv_length ((char **) keys), n_exact = g_strv_length ((char **) exact);

  if (n != n_exact)
    return fail (self, KKR_CALC_ERROR_INCONSISTENT,
                 _("step %s: as many numbers as keys are needed: %u found, %u expected"), step->id,
                 n_exact, n);
  step->keys = g_strdupv ((char **) keys);
  step->terms = g_new (KkrRational, n);
  step->n_terms = n;
  for (guint i = 0; i < n; i++)
    if (!parse_exact (self, step, exact[i], &step->terms[i]))
      return FALSE;
  return TRUE;
}

static gboolean
sum_terms (KkrStepMaker *self, const KkrStep *step, KkrRational *sum)
{
  *sum = KKR_RATIONAL_ZERO;
  for (guint i = 0; i < step->n_terms; i++)
    if (!kkr_rational_add (sum, &step->terms[i], sum))
      return fail (self, KKR_CALC_ERROR_OVERFLOW,
                   _("step %s: the sum does not fit into the numbers that the library computes "
                     "with"), step->id);
  return TRUE;
}

static gboolean
look_up (const char *name, gpointer user_data, KkrRational *value, GError **error)
{
  const KkrStep *step = g_hash_table_lookup (user_data, name);

  if (step == NULL)
    g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
                 _("no such step: \"%s\" found, the id of an earlier step expected"), name);
  else if (step->kind == KKR_STEP_KIND_TEXT)
    g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
                 _("nothing to compute with: \"%s\", a text, found, a step with a number expected"),
                 name);
  else
    {
      *value = step->value;
      return TRUE;
    }
  return FALSE;
}

static gboolean
evaluate (KkrStepMaker *self, KkrStep *step, const char *expression)
{
  step->expression = g_strdup (expression);
  if (kkr_expression_evaluate (expression, look_up, self->by_id, &step->exact, &self->error))
    return TRUE;
  g_prefix_error (&self->error, _("step %s: "), step->id);
  return FALSE;
}

void
kkr_step_maker_add_value (KkrStepMaker *self, const char *id, const char *danish,
                          const char *english, const char *exact, KkrUnit unit)
{
  g_autoptr (KkrStep) step = begin (self, KKR_STEP_KIND_VALUE, id, danish, english, unit);

  if (step != NULL && parse_exact (self, step, exact, &step->value))
    add (self, g_steal_pointer (&step));
}

void
kkr_step_maker_add_text (KkrStepMaker *self, const char *id, const char *danish,
                         const char *english, const char *text)
{
  KkrStep *step = begin (self, KKR_STEP_KIND_TEXT, id, danish, english, KKR_UNIT_NONE);

  if (step == NULL)
    return;
  step->text = g_strdup (text);
  add (self, step);
}

void
kkr_step_maker_add_sum (KkrStepMaker *self, const char *id, const char *danish,
                        const char *english, const char *const *keys, const char *const *exact,
                        KkrUnit unit)
{
  g_autoptr (KkrStep) step = begin (self, KKR_STEP_KIND_SUM, id, danish, english, unit);

  if (step != NULL && parse_terms (self, step, keys, exact) &&
      sum_terms (self, step, &step->value))
    add (self, g_steal_pointer (&step));
}

void
kkr_step_maker_add_formula (KkrStepMaker *self, const char *id, const char *danish,
                            const char *english, const char *expression, KkrUnit unit)
{
  g_autoptr (KkrStep) step = begin (self, KKR_STEP_KIND_FORMULA, id, danish, english, unit);

  if (step == NULL || !evaluate (self, step, expression))
    return;
  step->value = step->exact;
  add (self, g_steal_pointer (&step));
}

static gboolean
round_to (const KkrStep *step, KkrRational *result)
{
  KkrRational units, count = KKR_RATIONAL_ZERO;

  return kkr_rational_divide (&step->exact, &step->rounding_unit, &units) &&
         kkr_int128_divide_rounded (units.num, units.den, step->mode, &count.num) &&
         kkr_rational_multiply (&count, &step->rounding_unit, result);
}

void
kkr_step_maker_add_rounding (KkrStepMaker *self, const char *id, const char *danish,
                             const char *english, const char *expression, KkrUnit unit,
                             KkrRoundingMode mode, const char *rounding_unit)
{
  g_autoptr (KkrStep) step = begin (self, KKR_STEP_KIND_ROUNDING, id, danish, english, unit);

  if (step == NULL)
    return;
  step->mode = mode;
  if (mode <= KKR_ROUNDING_MODE_UNSET || mode > KKR_ROUNDING_MODE_AWAY_FROM_ZERO)
    fail (self, KKR_CALC_ERROR_OUT_OF_RANGE,
          _("step %s: no rounding mode: %d found, a rounding mode expected"), id, (int) mode);
  else if (parse_positive (self, step, rounding_unit, &step->rounding_unit) &&
           evaluate (self, step, expression))
    {
      if (round_to (step, &step->value))
        add (self, g_steal_pointer (&step));
      else
        fail (self, KKR_CALC_ERROR_OVERFLOW,
              _("step %s: the rounded value does not fit into the numbers that the library "
                "computes with"), id);
    }
}

static gboolean
is_multiple (KkrStepMaker *self, const KkrStep *step, const KkrRational *value, const char *what)
{
  KkrRational units;
  g_autofree char *found = kkr_rational_to_string (value);
  g_autofree char *size = kkr_rational_to_string (&step->rounding_unit);

  if (!kkr_rational_divide (value, &step->rounding_unit, &units))
    return fail (self, KKR_CALC_ERROR_OVERFLOW,
                 _("step %s: %s does not fit into the numbers that the library computes with"),
                 step->id, _(what));
  return units.den == 1 ||
         fail (self, KKR_CALC_ERROR_OUT_OF_RANGE,
               _("step %s: %s does not consist of whole units: %s found, a multiple of %s "
                 "expected"), step->id, _(what), found, size);
}

static gboolean
check_weights (KkrStepMaker *self, KkrStep *step)
{
  for (guint i = 0; i < step->n_terms; i++)
    if (step->terms[i].num < 0)
      {
        g_autofree char *found = kkr_rational_to_string (&step->terms[i]);

        return fail (self, KKR_CALC_ERROR_OUT_OF_RANGE,
                     _("step %s: a negative weight: %s found for %s, 0 or more expected"), step->id,
                     found, step->keys[i]);
      }
  if (!sum_terms (self, step, &step->weight_sum))
    return FALSE;
  if (step->weight_sum.num == 0)
    return fail (self, KKR_CALC_ERROR_OUT_OF_RANGE,
                 _("step %s: nobody to share with: the weights sum to 0, more expected"), step->id);
  if (step->row >= step->n_terms)
    return fail (self, KKR_CALC_ERROR_OUT_OF_RANGE,
                 _("step %s: no such row: %u found, at most %u expected"), step->id, step->row,
                 step->n_terms - 1);
  return TRUE;
}

static gboolean
compute_quota (KkrStepMaker *self, KkrStep *step, const KkrRational *total)
{
  KkrRational part;

  return (kkr_rational_divide (&step->terms[step->row], &step->weight_sum, &part) &&
          kkr_rational_multiply (&part, total, &step->exact)) ||
         fail (self, KKR_CALC_ERROR_OVERFLOW,
               _("step %s: %s does not fit into the numbers that the library computes with"),
               step->id, _("the exact share"));
}

void
kkr_step_maker_add_apportionment (KkrStepMaker *self, const char *id, const char *danish,
                                  const char *english, const KkrShareInit *init)
{
  const KkrStep *total = g_hash_table_lookup (self->by_id, init->total);
  g_autoptr (KkrStep) step = NULL;

  step = begin (self, KKR_STEP_KIND_APPORTIONMENT, id, danish, english,
                total != NULL ? total->unit : KKR_UNIT_NONE);
  if (step == NULL)
    return;
  step->total = g_strdup (init->total);
  step->method = init->method;
  step->tie_rule = init->tie_rule;
  step->row = init->row;
  if (total == NULL || total->kind == KKR_STEP_KIND_TEXT)
    fail (self, KKR_CALC_ERROR_INCONSISTENT,
          _("step %s: no such total: \"%s\" found, the id of an earlier step with a number "
            "expected"), id, init->total);
  else if (init->method <= KKR_APPORTION_METHOD_UNSET ||
           init->method > KKR_APPORTION_METHOD_INDEPENDENT)
    fail (self, KKR_CALC_ERROR_OUT_OF_RANGE,
          _("step %s: no apportion method: %d found, an apportion method expected"), id,
          (int) init->method);
  else if (init->tie_rule <= KKR_TIE_RULE_UNSET || init->tie_rule > KKR_TIE_RULE_REFUSE)
    fail (self, KKR_CALC_ERROR_OUT_OF_RANGE,
          _("step %s: no tie rule: %d found, a tie rule expected"), id, (int) init->tie_rule);
  else if (parse_positive (self, step, init->rounding_unit, &step->rounding_unit) &&
           parse_exact (self, step, init->share, &step->value) &&
           parse_terms (self, step, init->keys, init->weights) &&
           check_weights (self, step) &&
           is_multiple (self, step, &total->value, N_("the total")) &&
           is_multiple (self, step, &step->value, N_("the share")) &&
           compute_quota (self, step, &total->value))
    add (self, g_steal_pointer (&step));
}
