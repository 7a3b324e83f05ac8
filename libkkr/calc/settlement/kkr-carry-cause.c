/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/settlement/kkr-carry-build-private.h>

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/calc/kkr-calculator-private.h>

static gboolean
splits_off (const KkrCarryBuild *self)
{
  return self->plan->rules.has_limit && (self->plan->rules.above == KKR_ABOVE_LIMIT_NEXT_YEAR ||
                                         self->plan->rules.above == KKR_ABOVE_LIMIT_PAID_BACK);
}

static KkrCarryKind
get_above_kind (const KkrCarryBuild *self)
{
  return self->plan->rules.above == KKR_ABOVE_LIMIT_PAID_BACK ? KKR_CARRY_PAID_BACK
                                                              : KKR_CARRY_ABOVE_LIMIT;
}

static void
add_limit (const KkrCarryBuild *self)
{
  const KkrCarryRules *rules = &self->plan->rules;

  if (!rules->has_limit)
    return;
  if (!rules->has_limit_percent)
    {
      kkr_carry_work_add_amount (self->work, "limit", "Grænse", "Limit", rules->limit);
      return;
    }
  kkr_carry_work_add_number (self->work, "limit_percent", "Grænse i pct. af budgettet",
                             "Limit, per cent of the budget", &rules->limit_percent,
                             KKR_UNIT_PERCENT);
  kkr_carry_work_add_rounding (self->work, "limit", "Grænse", "Limit",
                               "limit_percent / 100 * max(budget, -budget)", rules->mode, 1);
}

static void
add_percent (const KkrCarryBuild *self, const char *within, const char **id)
{
  const KkrCarryRules *rules = &self->plan->rules;
  const KkrStep *step = kkr_carry_work_find (self->work, within);
  const gboolean is_negative = step != NULL && step->value.num < 0;
  const gboolean deficit = rules->has_deficit_percent && is_negative;

  self->plan->has_deficit = self->plan->has_deficit || (is_negative && !deficit);
  *id = deficit ? "percent_of_deficit" : "percent_carried";
  if (kkr_carry_work_find (self->work, *id) == NULL)
    kkr_carry_work_add_number (self->work, *id,
                               deficit ? "Overført andel af underskud" : "Overført andel",
                               deficit ? "Part of a deficit that is carried" : "Part carried",
                               deficit ? &rules->deficit_percent : &rules->percent,
                               KKR_UNIT_PERCENT);
}

/* What of the result, as it is known at this stage, is to be carried, and what lies above the
 * limit. */
static void
add_targets (const KkrCarryBuild *self, const char *total)
{
  const KkrCarryRules *rules = &self->plan->rules;
  g_autofree char *above = g_strdup_printf ("max(%s - limit, 0) + min(%s + limit, 0)", total,
                                            total);
  g_autofree char *rest = g_strdup_printf ("%s - above_limit#", total);
  g_autofree char *rest_full = kkr_carry_build_expand (self, rest, "");
  g_autofree char *above_id = kkr_carry_build_expand (self, "above_limit#", "");
  g_autofree char *within_id = kkr_carry_build_expand (self, "within#", "");
  g_autofree char *carried_id = kkr_carry_build_expand (self, "carried#", "");
  const char *within = rules->has_limit ? within_id : total, *percent;
  g_autofree char *formula = NULL;

  if (rules->has_limit)
    {
      kkr_carry_work_add_formula (self->work, above_id, "Over grænsen", "Above the limit", above);
      kkr_carry_work_add_formula (self->work, within_id, "Inden for grænsen", "Within the limit",
                                  rest_full);
    }
  add_percent (self, within, &percent);
  formula = rules->has_limit && rules->above == KKR_ABOVE_LIMIT_CARRIED
              ? g_strdup_printf ("%s / 100 * %s + %s", percent, within, above_id)
              : g_strdup_printf ("%s / 100 * %s", percent, within);
  kkr_carry_work_add_rounding (self->work, carried_id, "Overført", "Carried over", formula,
                               rules->mode, rules->unit);
}

static void
add_billed (KkrCarryBuild *self, GString *still)
{
  const KkrSheet *sheet = self->plan->billed;

  for (guint i = 0; i < self->cause->billed->len; i++)
    {
      const guint row = g_array_index (self->cause->billed, guint, i);
      g_autofree char *id = g_strdup_printf ("billed_%u", i + 1);
      g_autofree char *place_da = kkr_sheet_place_in (sheet, row, BILLED_AMOUNT, "da");
      g_autofree char *place_en = kkr_sheet_place_in (sheet, row, BILLED_AMOUNT, "en");

      kkr_carry_work_add_amount (self->work, id, place_da, place_en,
                                 kkr_sheet_get_amount (sheet, row, BILLED_AMOUNT));
      kkr_carry_build_share (self, id, 1);
      g_string_append_printf (still, "%sbilled_%u@", still->len > 0 ? " - " : "", i + 1);
    }
}

static void
move_billed (const KkrCarryBuild *self)
{
  const KkrSheet *sheet = self->plan->billed;

  for (guint i = 0; i < self->cause->billed->len; i++)
    {
      const guint row = g_array_index (self->cause->billed, guint, i);
      g_autofree char *id = g_strdup_printf ("billed_%u", i + 1);

      kkr_carry_build_move (self, KKR_CARRY_BILLED, id,
                            (int) kkr_sheet_get_whole (sheet, row, BILLED_YEAR), G_MININT32,
                            i + 1);
    }
}

static void
add_result (const KkrCarryBuild *self)
{
  KkrCarryPlan *plan = self->plan;
  const KkrSheet *sheet = plan->results;
  const guint row = self->cause->result;

  if (self->cause->settlement != KKR_CARRY_NONE)
    {
      kkr_carry_settle_result (plan, self->cause, self->work);
      return;
    }
  if (self->cause->is_scalar)
    {
      kkr_carry_work_add_amount (self->work, "result", "Overskud (underskud negativt)",
                                 "Surplus (deficit negative)",
                                 kkr_calculator_get_amount (plan->calculator, "surplus"));
      return;
    }
  if (kkr_sheet_has (sheet, row, RESULTS_BUDGET))
    kkr_carry_work_add_amount (self->work, "budget", "Budget", "Budget",
                               kkr_sheet_get_amount (sheet, row, RESULTS_BUDGET));
  if (kkr_sheet_has (sheet, row, RESULTS_SURPLUS))
    {
      kkr_carry_work_add_amount (self->work, "result", "Overskud (underskud negativt)",
                                 "Surplus (deficit negative)",
                                 kkr_sheet_get_amount (sheet, row, RESULTS_SURPLUS));
      return;
    }
  kkr_carry_work_add_amount (self->work, "accounts", "Regnskab", "Accounts",
                             kkr_sheet_get_amount (sheet, row, RESULTS_ACCOUNTS));
  kkr_carry_work_add_formula (self->work, "result", "Overskud (underskud negativt)",
                              "Surplus (deficit negative)", "budget - accounts");
}

static void
move_first (KkrCarryBuild *self)
{
  const KkrCarryRules *rules = &self->plan->rules;
  const int year = self->cause->year;
  const gint32 known = self->cause->result != KKR_CARRY_NONE
                         ? kkr_sheet_get_date (self->plan->results, self->cause->result,
                                               RESULTS_KNOWN) : G_MININT32;

  kkr_carry_build_move (self, KKR_CARRY_RESULT, "result", year, known, 0);
  kkr_carry_build_move (self, KKR_CARRY_RESERVED, "reserved", year, known, 0);
  if (splits_off (self))
    kkr_carry_build_move (self, get_above_kind (self), "above_limit", year + 1, known, 0);
  move_billed (self);
  if (self->cause->settlement != KKR_CARRY_NONE &&
      kkr_sheet_has (self->plan->settlement, self->cause->settlement, SETTLEMENT_LATER))
    {
      kkr_carry_build_move (self, KKR_CARRY_CARRIED, "given_back", year + rules->delay, known, 0);
      kkr_carry_build_move (self, KKR_CARRY_REMAINDER, "remainder", year + rules->delay + 1, known,
                            0);
    }
  else
    kkr_carry_build_move (self, KKR_CARRY_CARRIED, "to_bill", year + rules->delay, known, 0);
}

static void
build_first (KkrCarryBuild *self)
{
  g_autoptr (GString) still = g_string_new ("carried@");

  add_result (self);
  add_limit (self);
  add_targets (self, "result");
  kkr_carry_build_share (self, "result", 1);
  kkr_carry_build_share (self, "carried", self->plan->rules.unit);
  if (splits_off (self))
    kkr_carry_build_share (self, "above_limit", 1);
  kkr_carry_build_add_formula (self, "reserved@", "Hensat", "Reserved",
                               splits_off (self) ? "result@ - carried@ - above_limit@"
                                                 : "result@ - carried@");
  add_billed (self, still);
  kkr_carry_build_add_formula (self, "to_bill@", "Overført, som ikke er indregnet endnu",
                               "Carried over and not billed yet", still->str);
  if (self->cause->settlement != KKR_CARRY_NONE)
    kkr_carry_settle_rate (self->plan, self->cause, self->work);
  move_first (self);
}

static void
move_later (KkrCarryBuild *self, guint number, gint32 known)
{
  const KkrCarryRules *rules = &self->plan->rules;
  const int year = self->cause->year;
  int known_year, month, day, billing;

  kkr_date_split (known, &known_year, &month, &day);
  billing = known_year + rules->correction_delay;
  kkr_carry_build_move (self, KKR_CARRY_CORRECTION, "correction#", known_year, known, number);
  kkr_carry_build_move (self, KKR_CARRY_RESERVED, "reserved#", known_year, known, number);
  if (splits_off (self))
    kkr_carry_build_move (self, get_above_kind (self), "above_change#", MAX (year + 1, billing),
                          known, number);
  kkr_carry_build_move (self, KKR_CARRY_CARRIED, "carried_change#",
                        MAX (year + rules->delay, billing), known, number);
}

/* The movements of a correction are what the rules give with it, less what they gave without: after
 * all corrections as much is carried as if all had been known at once. */
static void
build_later (KkrCarryBuild *self, guint i)
{
  const KkrSheet *sheet = self->plan->corrections;
  const guint row = g_array_index (self->cause->corrections, guint, i);
  g_autofree char *place_da = kkr_sheet_place_in (sheet, row, CORRECTIONS_AMOUNT, "da");
  g_autofree char *place_en = kkr_sheet_place_in (sheet, row, CORRECTIONS_AMOUNT, "en");
  g_autofree char *correction = NULL, *total = NULL, *sum = NULL;

  g_snprintf (self->before, sizeof self->before, "%s", self->stage);
  g_snprintf (self->stage, sizeof self->stage, "_%u", i + 1);
  correction = kkr_carry_build_expand (self, "correction#", "");
  total = kkr_carry_build_expand (self, "total#", "");
  sum = kkr_carry_build_expand (self, i == 0 ? "result + correction#" : "total~ + correction#", "");
  kkr_carry_work_add_amount (self->work, correction, place_da, place_en,
                             kkr_sheet_get_amount (sheet, row, CORRECTIONS_AMOUNT));
  kkr_carry_work_add_formula (self->work, total, "Overskud efter rettelsen",
                              "Surplus after the correction", sum);
  add_targets (self, total);
  kkr_carry_build_share (self, "correction#", 1);
  kkr_carry_build_share (self, "carried#", self->plan->rules.unit);
  if (splits_off (self))
    kkr_carry_build_share (self, "above_limit#", 1);
  kkr_carry_build_add_formula (self, "carried_change#@", "Overført, ændring",
                               "Carried over, change", "carried#@ - carried~@");
  if (splits_off (self))
    kkr_carry_build_add_formula (self, "above_change#@", "Over grænsen, ændring",
                                 "Above the limit, change", "above_limit#@ - above_limit~@");
  kkr_carry_build_add_formula (self, "reserved#@", "Hensat, ændring", "Reserved, change",
                               splits_off (self)
                                 ? "correction#@ - carried_change#@ - above_change#@"
                                 : "correction#@ - carried_change#@");
  move_later (self, i + 1, kkr_sheet_get_date (sheet, row, CORRECTIONS_KNOWN));
}

/* A year of which no more is known than that something of it was billed. */
static void
build_opening (KkrCarryBuild *self)
{
  g_autoptr (GString) sum = g_string_new (NULL);
  g_autofree char *plus = NULL;

  add_billed (self, sum);
  plus = kkr_carry_text_put (sum->str, " - ", " + ");
  kkr_carry_build_add_formula (self, "opening@",
                               "Primo: allerede indregnet af et resultat, der ikke er oplyst",
                               "Opening: billed of a result that is not given", plus);
  kkr_carry_build_move (self, KKR_CARRY_OPENING, "opening", self->cause->year, G_MININT32, 0);
  move_billed (self);
}

gboolean
kkr_carry_build (KkrCarryPlan *plan, KkrCarryCause *cause, KkrCarryWork *work, GError **error)
{
  KkrCarryBuild self = { plan, cause, work, kkr_carry_plan_splits (plan, cause), "", "" };
  g_autofree char *place = NULL;

  if (kkr_carry_cause_has_result (cause))
    build_first (&self);
  else
    build_opening (&self);
  for (guint i = 0; i < cause->corrections->len && work->maker.error == NULL; i++)
    build_later (&self, i);
  if (work->maker.error == NULL)
    kkr_carry_settle_keep (plan, cause, work);
  if (work->maker.error == NULL)
    return TRUE;
  place = kkr_carry_plan_dup_place (plan, cause->year, cause->department);
  g_propagate_prefixed_error (error, g_steal_pointer (&work->maker.error), "%s: ", place);
  return FALSE;
}

GArray *
kkr_carry_plan_move (KkrCarryPlan *plan, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (KkrCarryMovement));

  for (guint i = 0; i < plan->list->len; i++)
    {
      g_autoptr (KkrCarryWork) work = kkr_carry_work_new ();

      if ((i % 64 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error)) ||
          !kkr_carry_build (plan, plan->list->pdata[i], work, error))
        return NULL;
      g_array_append_vals (all, work->movements->data, work->movements->len);
      if (i % 64 == 0)
        kkr_calculator_set_progress (plan->calculator, (gdouble) i / plan->list->len);
    }
  return g_steal_pointer (&all);
}
