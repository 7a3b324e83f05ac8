/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-reproduction.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/calc/checking/kkr-reproduction-private.h>
#include <libkkr/calc/kkr-calculator-private.h>
#include <libkkr/calc/kkr-result-private.h>

/**
 * KkrReproduction:
 *
 * Recomputes printed tables (efterregning): each figure that follows from others, by a calculator
 * or as a sum, mean, share, count or formula, and what it is to the printed one.
 *
 * The tables and what they claim are in files of cases. The library carries those of its source
 * documents; `cases` names others, whose format doc/reproduction.md explains. A figure is
 *
 * - `exact` if the printed numbers give the printed one,
 * - `after-rounding` if they give it rounded, or if numbers that are printed as they are can give
 *   one that is printed as it is,
 * - `differs` if they cannot.
 *
 * Each file says what is expected of each figure; of one that differs it also says what is computed
 * instead and a hypothesis why. What turns out otherwise is `unexpected`.
 *
 * Tables: `score` (a row for each table: document, title, figures, by-calculator, exact,
 * after-rounding, differs, unexpected, case, section), where a figure counts once however many
 * relations it has; `kinds` (the same counts by what figures are computed by: sum, mean, share,
 * formula, equal, count, calculation); `figures` (each figure of each relation: case, row, column,
 * printed, computed, difference, verdict, stated, kind, counts, unexpected, document), where
 * `computed` is as the document would print it, and `difference` is exact, in kroner for money;
 * `differences` (document, case, row, column, printed, computed, hypothesis, kind); and `readings`
 * (what relations come to if they round otherwise, or with other inputs: document, case, kind,
 * parameter, value, figures, verdict, stated, unexpected).
 *
 * What is wrong with the files is one [error@LoadError] with a line for each problem.
 *
 * Since: 0.1
 */
struct _KkrReproduction {
  KkrCalculator parent_instance;

  /* Of the copy that belongs to a result; not changed afterwards. */
  KkrCaseOutcome *outcome;
};

G_DEFINE_FINAL_TYPE (KkrReproduction, kkr_reproduction, KKR_TYPE_CALCULATOR)

static void
kkr_reproduction_finalize (GObject *object)
{
  g_clear_pointer (&KKR_REPRODUCTION (object)->outcome, kkr_case_outcome_free);
  G_OBJECT_CLASS (kkr_reproduction_parent_class)->finalize (object);
}

static KkrCaseOutcome *
compute_outcome (KkrCalculator *self, GCancellable *cancellable, GError **error)
{
  KkrRegister *given = kkr_calculator_get_register (self);
  g_autoptr (KkrRegister) reg = given != NULL ? g_object_ref (given)
                                              : kkr_register_new_packaged ();
  KkrCaseBook *book = kkr_case_book_new (reg, kkr_calculator_get_text (self, "cases"), cancellable,
                                         error);

  return book != NULL ? kkr_case_outcome_new (book, kkr_calculator_get_text (self, "document"),
                                              cancellable, error) : NULL;
}

static KkrResult *
kkr_reproduction_compute (KkrCalculator *calculator, GCancellable *cancellable, GError **error)
{
  KkrReproduction *self = KKR_REPRODUCTION (calculator);
  KkrTable *tables[KKR_REPRODUCTION_N_TABLES] = { NULL };
  KkrResult *result = NULL;

  g_clear_pointer (&self->outcome, kkr_case_outcome_free);
  self->outcome = compute_outcome (calculator, cancellable, error);
  if (self->outcome == NULL)
    return NULL;
  if (kkr_reproduction_make_tables (self->outcome, tables, error))
    result = kkr_result_new (calculator, tables, G_N_ELEMENTS (tables), NULL, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    g_clear_object (&tables[i]);
  return result;
}

static KkrDerivation *
kkr_reproduction_calculator_derive (KkrCalculator *calculator, KkrResult *result,
                                    const char *column, gint64 row, GError **error)
{
  const KkrCaseOutcome *outcome = KKR_REPRODUCTION (calculator)->outcome;
  const char *bare;
  KkrTable *table = kkr_result_find_table (result, column, &bare, NULL);

  if (!g_str_equal (kkr_table_get_name (table), "figures") || row < 0
      || !(g_str_equal (bare, "computed") || g_str_equal (bare, "difference")))
    return NULL;
  g_return_val_if_fail (outcome != NULL, NULL);
  return kkr_reproduction_derive (outcome, &g_array_index (outcome->figures, KkrCaseFigure, row),
                                  kkr_table_get_column (table, bare), column, error);
}

static void
kkr_reproduction_class_init (KkrReproductionClass *klass)
{
  KkrCalculatorClass *calculator_class = KKR_CALCULATOR_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kkr_reproduction_finalize;
  calculator_class->compute = kkr_reproduction_compute;
  calculator_class->derive = kkr_reproduction_calculator_derive;
  calculator_class->thread_safe = TRUE;
  calculator_class->title_da = "Efterregning af trykte tabeller";
  calculator_class->title_en = "Reproduction of printed tables";
  calculator_class->main_column = "figures";
  /**
   * KkrReproduction:register:
   *
   * The register that sources, tables and facts are taken from; the packaged one when not given.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_register (calculator_class, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrReproduction:cases:
   *
   * The path of a file of cases, or of a folder of such; those that the library carries when not
   * given.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_string (calculator_class, "cases", "Kontroltabeller|Cases",
                                       "Stien til en fil med kontroltabeller eller til en mappe "
                                       "med dem; bibliotekets egne, når intet er angivet|"
                                       "The path of a file of cases, or of a folder of them; the "
                                       "library's own when not given",
                                       NULL, KKR_PARAM_FLAGS_NONE);
  /**
   * KkrReproduction:document:
   *
   * The id of a source, whose tables alone are recomputed.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_string (calculator_class, "document", "Dokument|Document",
                                       "Kildens id, når kun ét dokuments tabeller skal regnes "
                                       "efter|The id of the source whose tables alone are "
                                       "recomputed",
                                       NULL, KKR_PARAM_FLAGS_NONE);
}

static void
kkr_reproduction_init (KkrReproduction *self)
{
}

/**
 * kkr_reproduction_new:
 *
 * Makes a calculator that recomputes printed tables with no input assigned.
 *
 * Returns: (transfer full): the calculator
 *
 * Since: 0.1
 */
KkrReproduction *
kkr_reproduction_new (void)
{
  return g_object_new (KKR_TYPE_REPRODUCTION, NULL);
}
