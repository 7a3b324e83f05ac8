/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/financing/kkr-objective-financing.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-names-private.h>
#include <libkkr/calc/financing/kkr-financing-batch-private.h>
#include <libkkr/calc/kkr-calculator-private.h>

/**
 * KkrObjectiveFinancing:
 *
 * Objective financing (objektiv finansiering): each municipality's part of a joint budget by an
 * objective key, such as its share of the children in a supervision area.
 *
 * An arrangement says who pays, by what key, and on what day the key is read. Its key may be mixed:
 * a part shared equally and the rest by the key, and before both a part that follows own use.
 * Members may be exempt. The amounts add to the budget with every method but `INDEPENDENT`.
 *
 * The main table `financing` has the columns `code`, `municipality`, `weight`, `share` (a fraction)
 * and `amount` (øre); `change` compares with another year, split into the effect of the rate and of
 * the volume; `key-figures` has the budget, the rate and the average price per unit of both years.
 *
 * Source: Socialtilsyn Nord, budget 2024 (DAS Social, 21 August 2023, item 3); Lov om socialtilsyn.
 *
 * Since: 0.1
 */
struct _KkrObjectiveFinancing
{
  KkrCalculator parent_instance;
};

G_DEFINE_FINAL_TYPE (KkrObjectiveFinancing, kkr_objective_financing, KKR_TYPE_CALCULATOR)

static void
check_percent (KkrCalculator *self, const char *input)
{
  gdouble percent;

  if (!kkr_calculator_is_assigned (self, input))
    return;
  percent = kkr_calculator_get_number (self, input);
  if (!(percent >= 0.0 && percent <= 100.0))
    kkr_calculator_report (self, input, KKR_CALC_ERROR_OUT_OF_RANGE,
                           _("no part of the whole: a value below 0 or above 100 found, 0 to 100 "
                             "expected"));
}

static void
check_year (KkrCalculator *self, const char *input)
{
  g_autofree char *text = NULL;
  int year;

  if (!kkr_calculator_is_assigned (self, input))
    return;
  year = kkr_calculator_get_int (self, input);
  if (year >= 1900 && year <= 2999)
    return;
  text = g_strdup_printf (_("no such year: %d found, a year such as 2024 expected"), year);
  kkr_calculator_report (self, input, KKR_CALC_ERROR_OUT_OF_RANGE, text);
}

static void
check_budget (KkrCalculator *self)
{
  g_autofree char *found = NULL, *text = NULL;
  gint64 budget, unit;

  if (!kkr_calculator_is_assigned (self, "budget"))
    return;
  budget = kkr_calculator_get_amount (self, "budget");
  unit = kkr_calculator_get_amount (self, "unit");
  if (budget < 0 && !kkr_calculator_get_boolean (self, "settlement"))
    {
      found = kkr_message_amount (budget);
      text = g_strdup_printf (_("negative: %s found, 0 or more expected unless settlement says "
                                "that money is paid back"), found);
      kkr_calculator_report (self, "budget", KKR_CALC_ERROR_OUT_OF_RANGE, text);
    }
  else if (unit > 0 && budget % unit != 0)
    {
      g_autofree char *step = kkr_message_amount (unit);
      g_autofree char *rest = kkr_message_amount (budget % unit);

      found = kkr_message_amount (budget);
      text = g_strdup_printf (_("not a whole number of units: %s found, a multiple of %s expected "
                                "(%s is left over)"), found, step, rest);
      kkr_calculator_report (self, "budget", KKR_CALC_ERROR_OUT_OF_RANGE, text);
    }
}

static void
kkr_objective_financing_check (KkrCalculator *self)
{
  gint64 unit = kkr_calculator_get_amount (self, "unit");

  check_year (self, "year");
  check_year (self, "compare-year");
  check_percent (self, "equal-percent");
  check_percent (self, "own-use-percent");
  if (unit <= 0)
    {
      g_autofree char *found = kkr_message_amount (unit);
      g_autofree char *text = g_strdup_printf (_("no unit to round to: %s found, 0,01 kr. or more "
                                                 "expected"), found);

      kkr_calculator_report (self, "unit", KKR_CALC_ERROR_OUT_OF_RANGE, text);
    }
  check_budget (self);
}

/* What the inputs mean in words, for the head of the result's text. */
static void
tell_named (KkrCalculator *self, const char *input, const char *danish, const char *english,
            const char *word)
{
  g_autofree char *told_da = g_strdup_printf ("%s (%s)", danish, word);
  g_autofree char *told_en = g_strdup_printf ("%s (%s)", english, word);

  kkr_calculator_tell_input (self, input, told_da, told_en);
}

static void
tell_inputs (KkrCalculator *self, KkrFinancingYear *year)
{
  KkrApportionMethod method = (KkrApportionMethod) kkr_calculator_get_enum (self, "method");
  KkrTieRule rule = (KkrTieRule) kkr_calculator_get_enum (self, "tie-rule");

  tell_named (self, "arrangement", kkr_entity_get_title_in (KKR_ENTITY (year->arrangement), "da"),
              kkr_entity_get_title_in (KKR_ENTITY (year->arrangement), "en"),
              kkr_entity_get_id (KKR_ENTITY (year->arrangement)));
  tell_named (self, "method", kkr_apportion_method_name (method, "da"),
              kkr_apportion_method_name (method, "en"), kkr_apportion_method_to_string (method));
  tell_named (self, "tie-rule", kkr_tie_rule_name (rule, "da"), kkr_tie_rule_name (rule, "en"),
              kkr_tie_rule_to_string (rule));
  kkr_calculator_tell_fact (self, "budget", year->budget_fact, NULL);
}

static gboolean
add_comparison (KkrCalculator *self, KkrFinancingYear *year, GPtrArray *tables, GPtrArray *notes,
                GError **error)
{
  GError *local_error = NULL;
  gboolean unfit = FALSE;
  g_autoptr (KkrFinancingYear) before = kkr_financing_load_other (self, &unfit, &local_error);
  g_autoptr (KkrTable) change = NULL, figures = NULL;

  if (before != NULL)
    change = kkr_financing_make_change (before, year, &local_error);
  if (change != NULL)
    figures = kkr_financing_make_key_figures (before, year, &local_error);
  if (local_error != NULL && kkr_calculator_is_assigned (self, "compare-year"))
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }
  if (figures == NULL)
    {
      kkr_financing_add_assumed_note (notes, year, NULL);
      kkr_financing_add_left_out_note (notes, year->year - 1, unfit, local_error != NULL);
      g_clear_error (&local_error);
      return TRUE;
    }
  kkr_financing_add_assumed_note (notes, year, before);
  kkr_financing_add_notes_before (notes, before);
  if (!kkr_financing_same_payers (before, year))
    g_ptr_array_add (notes, kkr_note_new (
      KKR_NOTE_KIND_REMARK,
      "Udviklingen har ingen sum, fordi det ikke er de samme kommuner, der betaler begge år.",
      "The change has no total, because not the same municipalities pay in both years."));
  g_ptr_array_add (tables, g_steal_pointer (&change));
  g_ptr_array_add (tables, g_steal_pointer (&figures));
  return TRUE;
}

static KkrResult *
kkr_objective_financing_compute (KkrCalculator *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (KkrFinancingYear) year = kkr_financing_load_main (self, error);
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  KkrTable *table;

  if (year == NULL)
    return NULL;
  table = kkr_financing_make_table (year, error);
  if (table == NULL)
    return NULL;
  g_ptr_array_add (tables, table);
  tell_inputs (self, year);
  kkr_financing_add_notes (notes, self, year);
  if (!add_comparison (self, year, tables, notes, error))
    return NULL;
  return kkr_result_new (self, (KkrTable **) tables->pdata, tables->len,
                         (KkrNote **) notes->pdata, notes->len);
}

static void
install_arrangement_inputs (KkrCalculatorClass *klass)
{
  /**
   * KkrObjectiveFinancing:register:
   *
   * The register that arrangements and facts are taken from.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_register (klass, KKR_PARAM_FLAGS_REQUIRED);
  /**
   * KkrObjectiveFinancing:arrangement:
   *
   * The id of the arrangement, such as `socialtilsyn-nord`.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_string (klass, "arrangement", "Ordning|Arrangement",
                                       "Ordningens id, fx socialtilsyn-nord|"
                                       "The id of the arrangement, such as socialtilsyn-nord",
                                       NULL, KKR_PARAM_FLAGS_REQUIRED);
  /**
   * KkrObjectiveFinancing:year:
   *
   * The year that is financed.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "year", "År|Year",
                                    "Året, der finansieres|The year that is financed", 0,
                                    KKR_PARAM_FLAGS_REQUIRED);
  /**
   * KkrObjectiveFinancing:budget:
   *
   * What is shared, in øre; from the register when it is not given.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_amount (klass, "budget", "Budget|Budget",
                                       "Beløbet, der fordeles; fra registret, når intet er angivet|"
                                       "What is shared; from the register when it is not given",
                                       0, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrObjectiveFinancing:settlement:
   *
   * Whether the budget may be negative: a surplus that is paid back.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_boolean (klass, "settlement", "Efterregulering|Settlement",
                                        "Om beløbet må være negativt: et overskud betales tilbage|"
                                        "Whether the amount may be negative: a surplus paid back",
                                        FALSE, KKR_PARAM_FLAGS_NONE);
}

static void
install_key_inputs (KkrCalculatorClass *klass)
{
  /**
   * KkrObjectiveFinancing:equal-percent:
   *
   * How many per cent are shared equally, the rest by the key; the arrangement's when not given.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_rate (klass, "equal-percent", "Ligelig del|Equal part",
                                     "Procent der deles ligeligt, resten efter nøglen; ordningens "
                                     "egen, når intet er angivet|Per cent shared equally, the "
                                     "rest by the key; the arrangement's when not given",
                                     0.0, KKR_PARAM_FLAGS_SHARE);
  /**
   * KkrObjectiveFinancing:own-use-percent:
   *
   * How many per cent follow own use, before the rest is shared; the arrangement's when not given.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_rate (klass, "own-use-percent", "Eget forbrug|Own use",
                                     "Procent der følger eget forbrug, før resten fordeles; "
                                     "ordningens egen, når intet er angivet|Per cent that follow "
                                     "own use, before the rest is shared; the arrangement's when "
                                     "not given",
                                     0.0, KKR_PARAM_FLAGS_SHARE);
  /**
   * KkrObjectiveFinancing:exempt:
   *
   * Names or codes of payers that are exempt, with commas between them.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_string (klass, "exempt", "Fritaget|Exempt",
                                       "Kommuner der er fritaget, adskilt af komma|"
                                       "Municipalities that are exempt, with commas between them",
                                       NULL, KKR_PARAM_FLAGS_NONE);
}

static void
install_rounding_inputs (KkrCalculatorClass *klass)
{
  /**
   * KkrObjectiveFinancing:method:
   *
   * How the amounts are made whole.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "method", "Metode|Method",
                                     "Hvordan der afrundes|How the amounts are made whole",
                                     KKR_TYPE_APPORTION_METHOD,
                                     KKR_APPORTION_METHOD_LARGEST_REMAINDER,
                                     KKR_PARAM_FLAGS_NONE);
  /**
   * KkrObjectiveFinancing:tie-rule:
   *
   * Who gets the last unit when several have the same claim to it.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (klass, "tie-rule", "Ved lige krav|Tie rule",
                                     "Hvem der får den sidste enhed, når flere står lige|"
                                     "Who gets the last unit when several have the same claim",
                                     KKR_TYPE_TIE_RULE, KKR_TIE_RULE_FIRST, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrObjectiveFinancing:unit:
   *
   * What the amounts are whole multiples of, in øre.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_amount (klass, "unit", "Afrundes til|Rounded to",
                                       "Beløbene er et helt antal af denne enhed|"
                                       "What the amounts are whole multiples of",
                                       100, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrObjectiveFinancing:compare-year:
   *
   * The year that the second table compares with; the year before when it is not given.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_int (klass, "compare-year", "Sammenlignet med|Compared with",
                                    "Året, der sammenlignes med; ellers året før|"
                                    "The year to compare with; the year before when not given",
                                    0, KKR_PARAM_FLAGS_NONE);
}

static void
kkr_objective_financing_class_init (KkrObjectiveFinancingClass *klass)
{
  KkrCalculatorClass *calculator_class = KKR_CALCULATOR_CLASS (klass);

  calculator_class->check = kkr_objective_financing_check;
  calculator_class->compute = kkr_objective_financing_compute;
  calculator_class->derive = kkr_financing_derive;
  calculator_class->thread_safe = TRUE;
  calculator_class->title_da = "Objektiv finansiering";
  calculator_class->title_en = "Objective financing";
  calculator_class->main_column = "amount";
  install_arrangement_inputs (calculator_class);
  install_key_inputs (calculator_class);
  install_rounding_inputs (calculator_class);
  kkr_calculator_class_set_batch (calculator_class, &kkr_financing_batch);
}

static void
kkr_objective_financing_init (KkrObjectiveFinancing *self)
{
}

/**
 * kkr_objective_financing_new:
 *
 * Makes the calculator with no input assigned.
 *
 * Returns: (transfer full): the calculator
 *
 * Since: 0.1
 */
KkrObjectiveFinancing *
kkr_objective_financing_new (void)
{
  return g_object_new (KKR_TYPE_OBJECTIVE_FINANCING, NULL);
}
