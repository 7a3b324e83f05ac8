/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-case-relation-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-expression-private.h>
#include <libkkr/calc/checking/kkr-claim-solver-private.h>

void
kkr_case_formula_init (KkrCaseFormula *formula)
{
  *formula = (KkrCaseFormula) { .divisor = 1 };
  formula->terms = g_array_new (FALSE, FALSE, sizeof (KkrCaseTerm));
}

void
kkr_case_formula_clear (KkrCaseFormula *formula)
{
  g_clear_pointer (&formula->terms, g_array_unref);
}

static gboolean
look_up (const char *name, gpointer user_data, KkrRational *value, GError **error)
{
  const KkrCaseFormula *formula = user_data;

  for (guint i = 0; i < formula->terms->len; i++)
    {
      const KkrCaseTerm *term = &g_array_index (formula->terms, KkrCaseTerm, i);

      if (!g_str_equal (term->name, name))
        continue;
      *value = kkr_case_spot_get (&term->spot)->value;
      return TRUE;
    }
  g_return_val_if_reached (FALSE);
}

static gboolean
divide_sum (const KkrCaseFormula *formula, KkrRational *sum)
{
  KkrRational divisor = KKR_RATIONAL_INT (formula->divisor);

  return formula->divisor == 1 || kkr_rational_divide (sum, &divisor, sum);
}

gboolean
kkr_case_formula_compute (const KkrCaseFormula *formula, KkrRational *value, GError **error)
{
  KkrRational sum = KKR_RATIONAL_ZERO;

  if (formula->expression != NULL)
    return kkr_expression_evaluate (formula->expression, look_up, (gpointer) formula, value,
                                    error);
  for (guint i = 0; i < formula->terms->len; i++)
    {
      const KkrCaseTerm *term = &g_array_index (formula->terms, KkrCaseTerm, i);
      KkrRational number = kkr_case_spot_get (&term->spot)->value;

      number.num *= term->sign;
      if (!kkr_rational_add (&sum, &number, &sum))
        return kkr_rational_overflow (error, _("the sum"));
    }
  if (!divide_sum (formula, &sum))
    return kkr_rational_overflow (error, _("the mean"));
  *value = sum;
  return TRUE;
}

static KkrInterval
get_interval (const KkrCaseCell *cell, KkrRoundingMode mode)
{
  KkrInterval interval = {
    .lower = cell->value, .upper = cell->value, .has_lower = TRUE, .has_upper = TRUE,
    .lower_included = TRUE, .upper_included = TRUE,
  };

  if (cell->rounded || cell->side != 0)
    kkr_case_cell_interval (cell, mode, &interval);
  return interval;
}

static KkrInterval
negate (const KkrInterval *interval)
{
  KkrInterval negative = {
    .lower = interval->upper, .upper = interval->lower, .has_lower = interval->has_upper,
    .has_upper = interval->has_lower, .lower_included = interval->upper_included,
    .upper_included = interval->lower_included,
  };

  negative.lower.num = -negative.lower.num;
  negative.upper.num = -negative.upper.num;
  return negative;
}

/* Each figure stands once in a sum, so that its ends are those of what it can be. */
static gboolean
add_interval (KkrInterval *sum, const KkrInterval *term)
{
  sum->has_lower = sum->has_lower && term->has_lower;
  sum->has_upper = sum->has_upper && term->has_upper;
  sum->lower_included = sum->lower_included && term->lower_included;
  sum->upper_included = sum->upper_included && term->upper_included;
  return (!sum->has_lower || kkr_rational_add (&sum->lower, &term->lower, &sum->lower))
         && (!sum->has_upper || kkr_rational_add (&sum->upper, &term->upper, &sum->upper));
}

static gboolean
find_range_of_sum (const KkrCaseFormula *formula, KkrRoundingMode mode, KkrInterval *range,
                   GError **error)
{
  *range = (KkrInterval) {
    .lower = KKR_RATIONAL_ZERO, .upper = KKR_RATIONAL_ZERO, .has_lower = TRUE, .has_upper = TRUE,
    .lower_included = TRUE, .upper_included = TRUE,
  };
  for (guint i = 0; i < formula->terms->len; i++)
    {
      const KkrCaseTerm *term = &g_array_index (formula->terms, KkrCaseTerm, i);
      KkrInterval interval = get_interval (kkr_case_spot_get (&term->spot), mode);

      if (term->sign < 0)
        interval = negate (&interval);
      if (!add_interval (range, &interval))
        return kkr_rational_overflow (error, _("the sum"));
    }
  return (divide_sum (formula, &range->lower) && divide_sum (formula, &range->upper))
         || kkr_rational_overflow (error, _("the mean"));
}

/* Whether two intervals have a number in common. */
static gboolean
do_meet (const KkrInterval *a, const KkrInterval *b)
{
  int left = a->has_upper && b->has_lower ? kkr_rational_compare (&a->upper, &b->lower) : 1;
  int right = b->has_upper && a->has_lower ? kkr_rational_compare (&b->upper, &a->lower) : 1;

  return (left > 0 || (left == 0 && a->upper_included && b->lower_included))
         && (right > 0 || (right == 0 && b->upper_included && a->lower_included));
}

static KkrClaimVariable *
make_variables (const KkrCaseFormula *formula, KkrRoundingMode mode)
{
  KkrClaimVariable *variables = g_new0 (KkrClaimVariable, formula->terms->len + 1);

  for (guint i = 0; i < formula->terms->len; i++)
    {
      const KkrCaseTerm *term = &g_array_index (formula->terms, KkrCaseTerm, i);
      const KkrCaseCell *cell = kkr_case_spot_get (&term->spot);

      variables[i] = (KkrClaimVariable) {
        .name = term->name, .interval = get_interval (cell, mode), .value = cell->value,
        .has_value = TRUE,
      };
    }
  return variables;
}

gboolean
kkr_case_formula_find_range (const KkrCaseFormula *formula, KkrRoundingMode mode,
                             KkrInterval *range, GError **error)
{
  g_autofree KkrClaimVariable *variables = NULL;
  g_autoptr (GError) local_error = NULL;

  if (formula->expression == NULL)
    return find_range_of_sum (formula, mode, range, error);
  variables = make_variables (formula, mode);
  kkr_claim_decide (formula->expression, variables, formula->terms->len, NULL, NULL, range, NULL,
                    &local_error);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
kkr_case_formula_decide (const KkrCaseFormula *formula, KkrRoundingMode mode,
                         const KkrCaseCell *target, gboolean *possible, GError **error)
{
  g_autofree KkrClaimVariable *variables = NULL;
  g_autoptr (GError) local_error = NULL;
  KkrInterval printed, found;
  KkrClaimVerdict verdict;

  *possible = FALSE;
  if (!kkr_case_cell_interval (target, mode, &printed))
    return kkr_rational_overflow (error, _("the interval of the figure"));
  if (formula->expression == NULL)
    {
      if (!find_range_of_sum (formula, mode, &found, error))
        return FALSE;
      *possible = do_meet (&found, &printed);
      return TRUE;
    }
  variables = make_variables (formula, mode);
  verdict = kkr_claim_decide (formula->expression, variables, formula->terms->len, &printed, NULL,
                              NULL, NULL, &local_error);
  *possible = verdict == KKR_CLAIM_VERDICT_EXACT || verdict == KKR_CLAIM_VERDICT_POSSIBLE;
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}
