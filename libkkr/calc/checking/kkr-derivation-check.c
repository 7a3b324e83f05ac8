/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-derivation-check.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-derivation-private.h>
#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-expression-private.h>
#include <libkkr/base/kkr-number-private.h>
#include <libkkr/kernel/kkr-apportion.h>

/* A derivation is worked out again from its own steps. What a later step needs of an earlier one is
 * the value that the document gives it, which was compared with the computed one before. */

#define CHARACTERS_BEFORE 20

typedef struct {
  KkrDerivation *derivation;
  const KkrStep *step;
  guint position;
  GError **error;
} Check;

static gboolean
report (const Check *self, const char *member, const char *found, const char *expected)
{
  g_autofree char *place = self->step != NULL
                             ? g_strdup_printf (_("step %u (%s)"), self->position + 1,
                                                self->step->id)
                             : g_strdup (_("the document"));

  g_set_error (self->error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
               _("%s, %s: not what follows from the rest: %s found, %s expected"), place, member,
               found, expected);
  return FALSE;
}

static gboolean
check_number (const Check *self, const char *member, const KkrRational *found,
              const KkrRational *expected)
{
  g_autofree char *found_text = NULL, *expected_text = NULL;

  if (kkr_rational_compare (found, expected) == 0)
    return TRUE;
  found_text = kkr_rational_to_string (found);
  expected_text = kkr_rational_to_string (expected);
  return report (self, member, found_text, expected_text);
}

/* From a little before the character `at`, where it differs from another. */
static char *
quote_around (const char *text, glong at)
{
  glong start = at > CHARACTERS_BEFORE ? at - CHARACTERS_BEFORE : 0;
  g_autofree char *part = g_strconcat (start > 0 ? "…" : "", g_utf8_offset_to_pointer (text, start),
                                       NULL);

  return kkr_text_quote (part);
}

static gboolean
check_text (const Check *self, const char *member, const char *found, const char *expected)
{
  g_autofree char *quoted_found = NULL, *quoted_expected = NULL;
  const char *at = found, *other = expected;
  glong same = 0;

  if (found == NULL || g_str_equal (found, expected))
    return TRUE;
  for (; g_utf8_get_char (at) == g_utf8_get_char (other); same++)
    {
      at = g_utf8_next_char (at);
      other = g_utf8_next_char (other);
    }
  quoted_found = quote_around (found, same);
  quoted_expected = quote_around (expected, same);
  return report (self, member, quoted_found, quoted_expected);
}

static gboolean
overflow (const Check *self)
{
  g_set_error (self->error, KKR_CALC_ERROR, KKR_CALC_ERROR_OVERFLOW,
               _("step %s: what it says does not fit into the numbers that the library computes "
                 "with"), self->step->id);
  return FALSE;
}

static gboolean
sum_terms (const Check *self, KkrRational *sum)
{
  *sum = KKR_RATIONAL_ZERO;
  for (guint i = 0; i < self->step->n_terms; i++)
    if (!kkr_rational_add (sum, &self->step->terms[i], sum))
      return overflow (self);
  return TRUE;
}

static gboolean
look_up (const char *name, gpointer user_data, KkrRational *value, GError **error)
{
  const Check *self = user_data;
  guint position;
  const KkrStep *step = kkr_derivation_find_step (self->derivation, name, &position);

  if (step == NULL || position >= self->position || step->kind == KKR_STEP_KIND_TEXT)
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_INCONSISTENT,
                   _("no such step: \"%s\" found, the id of an earlier step expected"), name);
      return FALSE;
    }
  *value = step->value;
  return TRUE;
}

static gboolean
evaluate (Check *self, KkrRational *result)
{
  if (kkr_expression_evaluate (self->step->expression, look_up, self, result, self->error))
    return TRUE;
  g_prefix_error (self->error, _("step %s: "), self->step->id);
  return FALSE;
}

static gboolean
check_rounding (Check *self)
{
  const KkrStep *step = self->step;
  KkrRational exact, units, count = KKR_RATIONAL_ZERO, value;

  if (!evaluate (self, &exact) || !check_number (self, "exact", &step->exact, &exact))
    return FALSE;
  if (!kkr_rational_divide (&exact, &step->rounding_unit, &units) ||
      !kkr_int128_divide_rounded (units.num, units.den, step->mode, &count.num) ||
      !kkr_rational_multiply (&count, &step->rounding_unit, &value))
    return overflow (self);
  return check_number (self, "value", &step->value, &value);
}

/* The weights as whole numbers in the same proportions, as small as can be. */
static gint64 *
scale_weights (const KkrStep *step)
{
  g_autofree gint64 *weights = g_new (gint64, step->n_terms);
  KkrRational grain = KKR_RATIONAL_ZERO, number;

  /* The largest number of which all are multiples. */
  for (guint i = 0; i < step->n_terms; i++)
    {
      const KkrRational *weight = &step->terms[i];
      KkrUint128 common = kkr_uint128_gcd ((KkrUint128) grain.den, (KkrUint128) weight->den);
      KkrInt128 den;

      if (__builtin_mul_overflow (grain.den / (KkrInt128) common, weight->den, &den))
        return NULL;
      grain.num = (KkrInt128) kkr_uint128_gcd ((KkrUint128) grain.num, (KkrUint128) weight->num);
      grain.den = den;
    }
  for (guint i = 0; i < step->n_terms; i++)
    {
      if (!kkr_rational_divide (&step->terms[i], &grain, &number) || number.den != 1 ||
          number.num > G_MAXINT64)
        return NULL;
      weights[i] = (gint64) number.num;
    }
  return g_steal_pointer (&weights);
}

static gboolean
share_out (const Check *self, gint64 units, KkrRational *share)
{
  const KkrStep *step = self->step;
  g_autofree gint64 *weights = scale_weights (step);
  g_autoptr (KkrApportionment) shares = NULL;
  KkrRational count = KKR_RATIONAL_ZERO;

  if (weights == NULL)
    return overflow (self);
  shares = kkr_apportion_full (units, weights, step->n_terms, step->method, 1, step->tie_rule,
                               self->error);
  if (shares == NULL)
    {
      g_prefix_error (self->error, _("step %s: "), step->id);
      return FALSE;
    }
  count.num = kkr_apportionment_get_shares (shares, NULL)[step->row];
  return kkr_rational_multiply (&count, &step->rounding_unit, share) || overflow (self);
}

static gboolean
check_apportionment (const Check *self)
{
  const KkrStep *step = self->step;
  const KkrStep *total = kkr_derivation_find_step (self->derivation, step->total, NULL);
  KkrRational sum, part, exact, units, value;

  if (!check_text (self, "unit", kkr_unit_to_string (step->unit),
                   kkr_unit_to_string (total->unit)) ||
      !sum_terms (self, &sum) || !check_number (self, "weight-sum", &step->weight_sum, &sum))
    return FALSE;
  if (!kkr_rational_divide (&step->terms[step->row], &sum, &part) ||
      !kkr_rational_multiply (&part, &total->value, &exact) ||
      !kkr_rational_divide (&total->value, &step->rounding_unit, &units))
    return overflow (self);
  if (!check_number (self, "exact", &step->exact, &exact))
    return FALSE;
  if (units.den != 1)
    {
      g_autofree char *found = kkr_rational_to_string (&step->rounding_unit);

      return report (self, "rounding-unit", found, _("a number that the total is a multiple of"));
    }
  if (units.num > G_MAXINT64 || units.num < -G_MAXINT64)
    return overflow (self);
  return share_out (self, (gint64) units.num, &value) &&
         check_number (self, "value", &step->value, &value);
}

static gboolean
check_step (Check *self)
{
  KkrRational value;

  switch (self->step->kind)
    {
    case KKR_STEP_KIND_SUM:
      return sum_terms (self, &value) && check_number (self, "value", &self->step->value, &value);
    case KKR_STEP_KIND_FORMULA:
      return evaluate (self, &value) && check_number (self, "value", &self->step->value, &value);
    case KKR_STEP_KIND_ROUNDING:
      return check_rounding (self);
    case KKR_STEP_KIND_APPORTIONMENT:
      return check_apportionment (self);
    case KKR_STEP_KIND_VALUE:
    case KKR_STEP_KIND_TEXT:
    default:
      return TRUE;
    }
}

/**
 * kkr_derivation_check:
 * @self: a derivation
 * @error: return location for a [error@CalcError]
 *
 * Works the derivation out again, step by step: sums, formulas and roundings exactly, shares with
 * [func@apportion_full], and the line in which a document states each step for a reader. Facts and
 * inputs are taken as they stand, as are titles, notes and the other prose; see the page on
 * derivations.
 *
 * Returns: whether each step follows from those before it; %FALSE and the first that does not:
 *   `INCONSISTENT` with what was found and what was expected, `OUT_OF_RANGE` if there is nothing to
 *   compute, such as a division by zero, or `OVERFLOW` if the library cannot compute it
 *
 * Since: 0.1
 */
gboolean
kkr_derivation_check (KkrDerivation *self, GError **error)
{
  Check check = { .derivation = self, .error = error };
  g_autofree char *statement = NULL;

  g_return_val_if_fail (KKR_IS_DERIVATION (self), FALSE);

  for (; check.position < self->steps->len; check.position++)
    {
      g_autofree char *said = NULL;

      check.step = g_ptr_array_index (self->steps, check.position);
      if (!check_step (&check))
        return FALSE;
      said = kkr_step_to_statement (check.step);
      if (!check_text (&check, "statement", check.step->statement, said))
        return FALSE;
    }
  check.step = NULL;
  statement = kkr_derivation_to_statement (self);
  return check_text (&check, "statement", self->statement, statement);
}
