/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-reconciliation.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-number-private.h>
#include <libkkr/calc/checking/kkr-reconciliation-private.h>
#include <libkkr/calc/kkr-calculator-private.h>
#include <libkkr/calc/kkr-result-private.h>

/**
 * KkrReconciliation:
 *
 * Recomputes a printed table that nothing is said about (afstemning): which totals, differences,
 * shares and changes there are is found from the labels and from the numbers themselves, and each
 * is then held against what is printed.
 *
 * A hypothesis stands when a word speaks for it ("I alt", "Ændring", "Andel", "heraf") or when it
 * holds in so many rows or columns that chance is out of the question; then the cells where it does
 * not hold are reported. Every printed number stands for all the numbers that are printed so, and a
 * relation is `exact`, `possible` (rounding explains what is missing) or `impossible`. Whole
 * numbers can be counts, which nobody rounds, or rounded figures, such as kroner: the words, sizes
 * and sums of a column decide, or the input `figures`, and the verdict of the other reading is
 * given too.
 *
 * What fails is put together into errors, each of which one cell explains if it is printed
 * otherwise: the table `repairs` lists these cells, and what they could be, as long as nothing that
 * holds would break.
 *
 * Tables: `relations` (relation, kind, place, printed, computed, difference, slack, verdict,
 * reading, other-verdict, error; what fails first), `repairs` (error, cell, printed, could-be,
 * n-mended, mends, line, column) and `rules` (line, rule, figures, reproduced).
 *
 * Since: 0.1
 */
struct _KkrReconciliation {
  KkrCalculator parent_instance;
};

G_DEFINE_FINAL_TYPE (KkrReconciliation, kkr_reconciliation, KKR_TYPE_CALCULATOR)

static KkrRecon *
reconcile (KkrCalculator *self, GCancellable *cancellable, GError **error)
{
  return kkr_recon_new (kkr_calculator_get_text (self, "text"),
                        kkr_calculator_get_text (self, "decimal-sign"),
                        (KkrFigureReading) kkr_calculator_get_enum (self, "figures"), cancellable,
                        error);
}

static void
kkr_reconciliation_check (KkrCalculator *self)
{
  const char *text = kkr_calculator_get_text (self, "text");
  const char *sign = kkr_calculator_get_text (self, "decimal-sign");
  g_autoptr (KkrPrintedTable) table = NULL;
  g_autoptr (GError) error = NULL;

  if (text == NULL)
    return;
  if (sign != NULL && !g_str_equal (sign, ",") && !g_str_equal (sign, "."))
    {
      g_autofree char *quoted = kkr_text_quote (sign);
      g_autofree char *message = g_strdup_printf (_("no such decimal sign: %s found, \",\" or "
                                                    "\".\" expected"), quoted);

      kkr_calculator_report (self, "decimal-sign", KKR_CALC_ERROR_OUT_OF_RANGE, message);
      return;
    }
  table = kkr_printed_table_read (text, sign, &error);
  if (table == NULL)
    kkr_calculator_report (self, "text", (KkrCalcError) error->code, error->message);
}

static KkrResult *
kkr_reconciliation_compute (KkrCalculator *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (KkrRecon) recon = reconcile (self, cancellable, error);
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (KkrTable) relations = NULL;
  g_autoptr (KkrTable) repairs = NULL;
  g_autoptr (KkrTable) rules = NULL;

  if (recon == NULL)
    return NULL;
  relations = kkr_recon_build_relations (recon, error);
  repairs = relations != NULL ? kkr_recon_build_repairs (recon, error) : NULL;
  rules = repairs != NULL ? kkr_recon_build_rules (recon, error) : NULL;
  if (rules == NULL)
    return NULL;
  notes = kkr_recon_dup_notes (recon);
  return kkr_result_new (self, (KkrTable *[]) { relations, repairs, rules }, 3,
                         (KkrNote **) notes->pdata, notes->len);
}

static KkrDerivation *
kkr_reconciliation_derive (KkrCalculator *self, KkrResult *result, const char *column, gint64 row,
                           GError **error)
{
  g_autoptr (KkrRecon) recon = NULL;
  g_autofree char *key = NULL;
  const char *bare;
  KkrTable *table = kkr_result_find_table (result, column, &bare, error);

  if (table == NULL || row < 0 || !g_str_equal (kkr_table_get_name (table), "relations"))
    return NULL;
  recon = reconcile (self, NULL, error);
  if (recon == NULL || row >= recon->relations->len)
    return NULL;
  key = kkr_table_dup_row_key (table, (guint) row);
  return kkr_recon_derive (recon, bare, (guint) row, key, error);
}

static void
kkr_reconciliation_class_init (KkrReconciliationClass *klass)
{
  KkrCalculatorClass *calculator_class = KKR_CALCULATOR_CLASS (klass);

  calculator_class->check = kkr_reconciliation_check;
  calculator_class->compute = kkr_reconciliation_compute;
  calculator_class->derive = kkr_reconciliation_derive;
  calculator_class->thread_safe = TRUE;
  calculator_class->title_da = "Afstemning af en trykt tabel";
  calculator_class->title_en = "Reconciliation of a printed table";
  calculator_class->main_column = "relation";
  /**
   * KkrReconciliation:text:
   *
   * The table as text: fields parted by semicolons, tabs, commas or bars, or columns apart by two
   * or more spaces.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_string (calculator_class, "text", "Tabel|Table",
                                       "Den trykte tabel som tekst|The printed table as text", NULL,
                                       KKR_PARAM_FLAGS_REQUIRED);
  /**
   * KkrReconciliation:decimal-sign:
   *
   * The decimal sign of the table, `,` or `.`; told by the numbers when not given.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_string (calculator_class, "decimal-sign",
                                       "Decimaltegn|Decimal sign",
                                       "Tabellens decimaltegn: komma eller punktum|"
                                       "The decimal sign of the table: a comma or a dot", NULL,
                                       KKR_PARAM_FLAGS_NONE);
  /**
   * KkrReconciliation:figures:
   *
   * What the whole numbers of the table are: counts, rounded figures, or what the evidence of each
   * column speaks for.
   *
   * Since: 0.1
   */
  kkr_calculator_class_install_enum (calculator_class, "figures", "Hele tal|Whole numbers",
                                     "Om hele tal er antal eller afrundede tal|"
                                     "Whether whole numbers are counts or rounded figures",
                                     KKR_TYPE_FIGURE_READING, KKR_FIGURE_READING_EVIDENCE,
                                     KKR_PARAM_FLAGS_NONE);
}

static void
kkr_reconciliation_init (KkrReconciliation *self)
{
}

/**
 * kkr_reconciliation_new:
 *
 * Makes a calculator that reconciles a printed table, with no input assigned.
 *
 * Returns: (transfer full): the calculator
 *
 * Since: 0.1
 */
KkrReconciliation *
kkr_reconciliation_new (void)
{
  return g_object_new (KKR_TYPE_RECONCILIATION, NULL);
}
