/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-rule-finder.h>

#include <libkkr/calc/checking/kkr-rule-search-private.h>
#include <libkkr/calc/kkr-calculator-private.h>

/**
 * KkrRuleFinder:
 *
 * Which rule made printed rows from their weights (afrundingsregel bag trykte rækker): every way of
 * rounding, every method of apportionment and the rounding of a share or a rate on the way is
 * tried, and the rows compared.
 *
 * With `total`, a row is total * weight / all weights before rounding. Without it, a base that
 * nobody printed is sought: the interval of all numbers that, times each weight and rounded, give
 * the printed rows. The last digit of the most precise printed row is the unit that is rounded to.
 *
 * Tables: `rules` (rule, reproduces, differ, sum), `rows` (key, weight, exact, printed), `values`
 * (rule, key, value, difference) and `base` (rounding, verdict, interval, lower, upper, row-a,
 * row-b), where `row-a` bounds the base below and `row-b` above; where no base is possible, these
 * two contradict each other.
 *
 * Since: 0.1
 */
struct _KkrRuleFinder {
  KkrCalculator parent_instance;
};

G_DEFINE_FINAL_TYPE (KkrRuleFinder, kkr_rule_finder, KKR_TYPE_CALCULATOR)

static const char *
get_text (KkrCalculator *self, const char *name)
{
  const char *text = kkr_calculator_get_text (self, name);

  return text != NULL ? text : "";
}

static KkrRuleSearch *
read_inputs (KkrCalculator *self, const char **input, GError **error)
{
  return kkr_rule_search_new (get_text (self, "weights"), get_text (self, "printed"),
                              get_text (self, "total"), get_text (self, "keys"), input, error);
}

static void
kkr_rule_finder_check (KkrCalculator *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrRuleSearch) search = NULL;
  const char *input = NULL;

  if (!kkr_calculator_is_assigned (self, "weights") ||
      !kkr_calculator_is_assigned (self, "printed"))
    return;
  search = read_inputs (self, &input, &error);
  if (search == NULL)
    kkr_calculator_report (self, input, (KkrCalcError) error->code, error->message);
}

static KkrRuleSearch *
run (KkrCalculator *self, GCancellable *cancellable, GError **error)
{
  const char *input;
  g_autoptr (KkrRuleSearch) search = read_inputs (self, &input, error);

  return search != NULL && kkr_rule_search_run (search, cancellable, error)
         ? g_steal_pointer (&search) : NULL;
}

/* Tells what the apportionment did where rows had equal claims. */
static KkrNote *
note_ties (const KkrRuleSearch *search)
{
  for (guint i = 0; i < search->rules->len; i++)
    if (((KkrRule *) search->rules->pdata[i])->tied)
      return kkr_note_new (KKR_NOTE_KIND_TIE,
                           "Hvor rækker står lige, har den første fået den sidste enhed.",
                           "Where rows had equal claims, the first got the last unit.");
  return NULL;
}

/* A total that is no multiple of the unit cannot be shared out in units, and numbers can be too
 * long for a rule. */
static KkrNote *
note_left_out (const KkrRuleSearch *search)
{
  g_autoptr (GString) danish = g_string_new ("Regler, der ikke kan bruges på tallene: ");
  g_autoptr (GString) english = g_string_new ("Rules that cannot be applied to the numbers: ");

  for (guint i = 0; i < search->left_out->len; i++)
    {
      const KkrRule *rule = search->left_out->pdata[i];

      g_string_append_printf (danish, "%s%s", i > 0 ? "; " : "", rule->danish);
      g_string_append_printf (english, "%s%s", i > 0 ? "; " : "", rule->english);
    }
  return search->left_out->len > 0
         ? kkr_note_new (KKR_NOTE_KIND_REMARK, danish->str, english->str) : NULL;
}

static KkrResult *
kkr_rule_finder_compute (KkrCalculator *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (KkrRuleSearch) search = run (self, cancellable, error);
  g_autoptr (KkrTable) rules = NULL, rows = NULL, values = NULL, bases = NULL;
  g_autoptr (KkrNote) ties = NULL, left_out = NULL;
  KkrNote *notes[2];
  guint n_notes = 0;

  if (search == NULL)
    return NULL;
  rules = kkr_rule_search_build_rules (search, error);
  rows = rules != NULL ? kkr_rule_search_build_rows (search, error) : NULL;
  values = rows != NULL ? kkr_rule_search_build_values (search, error) : NULL;
  bases = values != NULL ? kkr_rule_search_build_bases (search, error) : NULL;
  if (bases == NULL)
    return NULL;
  ties = note_ties (search);
  left_out = note_left_out (search);
  if (ties != NULL)
    notes[n_notes++] = ties;
  if (left_out != NULL)
    notes[n_notes++] = left_out;
  return kkr_result_new (self, (KkrTable *[]) { rules, rows, values, bases }, 4, notes, n_notes);
}

static KkrDerivation *
kkr_rule_finder_derive (KkrCalculator *self, KkrResult *result, const char *column, gint64 row,
                        GError **error)
{
  g_autoptr (KkrRuleSearch) search = row >= 0 ? run (self, NULL, error) : NULL;

  return search != NULL ? kkr_rule_search_derive (search, result, column, (guint) row, error)
                        : NULL;
}

static void
install_rows (KkrCalculatorClass *klass)
{
  /**
   * KkrRuleFinder:weights:
   *
   * The weights of the rows, between semicolons or on lines of their own: `21.502; 7.769`.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_string (klass, "weights", "Vægte|Weights",
                                       "Rækkernes vægte, fx 21.502; 7.769|"
                                       "The weights of the rows, such as 21.502; 7.769",
                                       NULL, KKR_PARAM_FLAGS_REQUIRED);
  /**
   * KkrRuleFinder:printed:
   *
   * The printed rows, as many as the weights.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_string (klass, "printed", "Trykte rækker|Printed rows",
                                       "De trykte tal, lige så mange som vægtene|"
                                       "The printed figures, as many as the weights",
                                       NULL, KKR_PARAM_FLAGS_REQUIRED);
}

static void
kkr_rule_finder_class_init (KkrRuleFinderClass *klass)
{
  KkrCalculatorClass *calculator_class = KKR_CALCULATOR_CLASS (klass);

  calculator_class->check = kkr_rule_finder_check;
  calculator_class->compute = kkr_rule_finder_compute;
  calculator_class->derive = kkr_rule_finder_derive;
  calculator_class->thread_safe = TRUE;
  calculator_class->title_da = "Afrundingsregel bag trykte rækker";
  calculator_class->title_en = "Rule behind printed rows";
  calculator_class->main_column = "differ";
  install_rows (calculator_class);
  /**
   * KkrRuleFinder:total:
   *
   * The total that was shared, as printed; not given when a base that nobody printed is sought.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_string (calculator_class, "total", "Total|Total",
                                       "Det fordelte beløb; udelades, når grundtallet er skjult|"
                                       "What was shared; left out when the base is hidden",
                                       NULL, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrRuleFinder:keys:
   *
   * What the rows are called; numbers from 1 when not given.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_string (calculator_class, "keys",
                                       "Rækkernes navne|Names of the rows",
                                       "Hvad rækkerne hedder|What the rows are called",
                                       NULL, KKR_PARAM_FLAGS_NONE);
}

static void
kkr_rule_finder_init (KkrRuleFinder *self)
{
}

/**
 * kkr_rule_finder_new:
 *
 * Makes a calculator of the rule behind printed rows with no input assigned.
 *
 * Returns: (transfer full): the calculator
 *
 * Since: 0.1
 */
KkrRuleFinder *
kkr_rule_finder_new (void)
{
  return g_object_new (KKR_TYPE_RULE_FINDER, NULL);
}
