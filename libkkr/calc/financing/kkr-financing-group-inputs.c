/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/financing/kkr-financing-batch-private.h>

#include <libkkr/calc/financing/kkr-objective-financing.h>

/* The inputs of a group, which are asked for once, and given again to a calculator when somebody
 * wants to know more of it. */

static void
take_choices (KkrFinancingChoices *choices, KkrCalculator *calculator)
{
  choices->known_on = g_strdup (kkr_calculator_get_text (calculator, "known-on"));
  choices->price_level = g_strdup (kkr_calculator_get_text (calculator, "price-level"));
  choices->exempt = g_strdup (kkr_calculator_get_text (calculator, "exempt"));
  choices->has_equal = kkr_calculator_is_assigned (calculator, "equal-percent");
  if (choices->has_equal)
    choices->equal_percent = kkr_calculator_get_number (calculator, "equal-percent");
  choices->has_own_use = kkr_calculator_is_assigned (calculator, "own-use-percent");
  if (choices->has_own_use)
    choices->own_use_percent = kkr_calculator_get_number (calculator, "own-use-percent");
  choices->has_compare = kkr_calculator_is_assigned (calculator, "compare-year");
  if (choices->has_compare)
    choices->compare_year = kkr_calculator_get_int (calculator, "compare-year");
}

static void
take_budget (KkrFinancingGroup *self, KkrCalculator *calculator, gboolean by_row)
{
  self->by_row = by_row;
  self->is_given = !by_row && kkr_calculator_is_assigned (calculator, "budget");
  if (self->is_given)
    self->budget = kkr_calculator_get_amount (calculator, "budget");
}

static void
take_inputs (KkrFinancingGroup *self, KkrCalculator *calculator, gboolean by_row)
{
  self->reg = g_object_ref (kkr_calculator_get_register (calculator));
  self->year = kkr_calculator_get_int (calculator, "year");
  take_budget (self, calculator, by_row);
  self->settlement = kkr_calculator_get_boolean (calculator, "settlement");
  self->method = (KkrApportionMethod) kkr_calculator_get_enum (calculator, "method");
  self->tie_rule = (KkrTieRule) kkr_calculator_get_enum (calculator, "tie-rule");
  self->unit = kkr_calculator_get_amount (calculator, "unit");
  take_choices (&self->choices, calculator);
}

/* Whether only the year and the budget may differ from those of another group. */
static gboolean
is_like_before (KkrCalculator *calculator)
{
  static const char *const others[] = {
    "arrangement", "settlement", "method", "tie-rule", "unit", "known-on", "price-level", "exempt",
    "equal-percent", "own-use-percent", "compare-year",
  };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (kkr_calculator_is_varied (calculator, others[i]))
      return FALSE;
  return TRUE;
}

static void
take_inputs_of_before (KkrFinancingGroup *self, KkrCalculator *calculator, gboolean by_row,
                       const KkrFinancingGroup *before)
{
  self->reg = g_object_ref (before->reg);
  self->arrangement = g_object_ref (before->arrangement);
  self->year = kkr_calculator_get_int (calculator, "year");
  take_budget (self, calculator, by_row);
  self->settlement = before->settlement;
  self->method = before->method;
  self->tie_rule = before->tie_rule;
  self->unit = before->unit;
  self->choices = before->choices;
  self->choices.known_on = g_strdup (before->choices.known_on);
  self->choices.price_level = g_strdup (before->choices.price_level);
  self->choices.exempt = g_strdup (before->choices.exempt);
}

void
kkr_financing_group_take_inputs (KkrFinancingGroup *self, KkrCalculator *calculator,
                                 gboolean by_row, const KkrFinancingGroup *before)
{
  if (before != NULL && is_like_before (calculator))
    take_inputs_of_before (self, calculator, by_row, before);
  else
    take_inputs (self, calculator, by_row);
}

KkrCalculator *
kkr_financing_group_new_calculator (const KkrFinancingGroup *self)
{
  const KkrFinancingChoices *choices = &self->choices;
  KkrObjectiveFinancing *made = kkr_objective_financing_new ();

  g_object_set (made, "register", self->reg, "arrangement",
                kkr_entity_get_id (KKR_ENTITY (self->arrangement)), "year", self->year,
                "settlement", self->settlement, "method", self->method, "tie-rule",
                self->tie_rule, "unit", self->unit, "known-on", choices->known_on, "price-level",
                choices->price_level, "exempt", choices->exempt, NULL);
  if (self->by_row || self->is_given)
    g_object_set (made, "budget", self->by_row ? G_GINT64_CONSTANT (0) : self->budget, NULL);
  if (choices->has_equal)
    g_object_set (made, "equal-percent", choices->equal_percent, NULL);
  if (choices->has_own_use)
    g_object_set (made, "own-use-percent", choices->own_use_percent, NULL);
  if (choices->has_compare)
    g_object_set (made, "compare-year", choices->compare_year, NULL);
  return KKR_CALCULATOR (made);
}
