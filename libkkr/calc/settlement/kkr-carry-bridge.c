/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/settlement/kkr-carry-bridge-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/calc/kkr-calculator-private.h>
#include <libkkr/table/kkr-column-private.h>
#include <libkkr/table/kkr-table-builder-private.h>

/* The rows: what the carry-over does, the causes that are given, what these explain together, what
 * they do not, and the whole change. */
enum { BEFORE_CAUSES = 1, AFTER_CAUSES = 3 };

gboolean
kkr_carry_has_bridge (KkrCalculator *calculator)
{
  return kkr_calculator_is_assigned (calculator, "budget-before") ||
         kkr_calculator_is_assigned (calculator, "budget-after");
}

/* One working paper for all of it. */
KkrCarryWork *
kkr_carry_bridge_new (KkrCarryPlan *plan, const GArray *movements, GError **error)
{
  g_autoptr (KkrCarryWork) work = kkr_carry_work_new ();
  g_autoptr (GString) sum = g_string_new ("carry_over");
  const int year = kkr_calculator_get_int (plan->calculator, "budget-year");
  const guint n = kkr_sheet_get_n_rows (plan->causes);
  gint64 before, after;

  if (!kkr_carry_sum_lowering (movements, year - 1, &before, error) ||
      !kkr_carry_sum_lowering (movements, year, &after, error))
    return NULL;
  kkr_carry_work_add_amount (work, "carried_before", "Overført til det forrige budget",
                             "Carried to the budget before", before);
  kkr_carry_work_add_amount (work, "carried_after", "Overført til budgettet",
                             "Carried to the budget", after);
  kkr_carry_work_add_formula (work, "carry_over", "Ændret overførsel", "Change of the carry-over",
                              "carried_before - carried_after");
  for (guint row = 0; row < n; row++)
    {
      const char *title = kkr_sheet_get_text (plan->causes, row, CAUSES_CAUSE);
      g_autofree char *id = g_strdup_printf ("cause_%u", row + 1);

      kkr_carry_work_add_amount (work, id, title, title,
                                 kkr_sheet_get_amount (plan->causes, row, CAUSES_AMOUNT));
      g_string_append_printf (sum, " + %s", id);
    }
  kkr_carry_work_add_formula (work, "explained", "Forklaret", "Explained", sum->str);
  kkr_carry_work_add_amount (work, "budget_before", "Budget før", "Budget before",
                             kkr_calculator_get_amount (plan->calculator, "budget-before"));
  kkr_carry_work_add_amount (work, "budget_after", "Budget efter", "Budget after",
                             kkr_calculator_get_amount (plan->calculator, "budget-after"));
  kkr_carry_work_add_formula (work, "change", "Ændring af budgettet", "Change of the budget",
                              "budget_after - budget_before");
  kkr_carry_work_add_formula (work, "unexplained", "Ikke forklaret", "Not explained",
                              "change - explained");
  if (work->maker.error == NULL)
    return g_steal_pointer (&work);
  g_propagate_error (error, g_steal_pointer (&work->maker.error));
  return NULL;
}

char *
kkr_carry_bridge_id (KkrCarryPlan *plan, guint row)
{
  static const char *const last[] = { "explained", "unexplained", "change" };
  const guint n = kkr_sheet_get_n_rows (plan->causes);

  if (row == 0)
    return g_strdup ("carry_over");
  return row <= n ? g_strdup_printf ("cause_%u", row) : g_strdup (last[row - n - 1]);
}

static void
add_items (KkrCarryPlan *plan, KkrTableBuilder *builder, KkrCarryWork *work, guint n)
{
  static const char *const last[] = { "explained", "unexplained", "change" };
  const guint n_causes = kkr_sheet_get_n_rows (plan->causes);
  g_autofree const char **nicks = g_new0 (const char *, n + 1);
  g_auto (GStrv) danish = g_new0 (char *, n + 1), english = g_new0 (char *, n + 1);
  g_autofree gint32 *codes = g_new0 (gint32, n);
  KkrColumn *column;

  for (guint row = 0; row < n; row++)
    {
      g_autofree char *id = kkr_carry_bridge_id (plan, row);
      const KkrStep *step = kkr_carry_work_find (work, id);

      codes[row] = (gint32) row;
      danish[row] = g_strdup (step->danish);
      english[row] = g_strdup (step->english);
      nicks[row] = row == 0            ? "carry-over"
                   : row <= n_causes ? kkr_sheet_get_text (plan->causes, row - 1, CAUSES_CAUSE)
                                       : last[row - n_causes - 1];
    }
  kkr_table_builder_add_codes (builder, "item", "Post", "Item", codes, n, nicks);
  kkr_table_builder_set_labels_in_english (builder, "item", (const char *const *) english);
  column = kkr_table_builder_find (builder, "item");
  if (column != NULL)
    kkr_column_take_labels_in_danish (column, g_steal_pointer (&danish));
}

KkrTable *
kkr_carry_build_bridge (KkrCarryPlan *plan, const GArray *movements, GError **error)
{
  static const char *const keys[] = { "item", NULL };
  g_autoptr (KkrTableBuilder) builder = kkr_table_builder_new (
    "bridge", "Hvad ændringen af budgettet skyldes", "What the change of the budget comes from");
  const guint n = kkr_sheet_get_n_rows (plan->causes) + BEFORE_CAUSES + AFTER_CAUSES;
  g_autofree gint64 *amounts = g_new0 (gint64, n);
  g_autofree KkrRational *shares = g_new0 (KkrRational, n);
  g_autoptr (KkrCarryWork) work = kkr_carry_bridge_new (plan, movements, error);

  if (work == NULL)
    return NULL;
  for (guint row = 0; row < n; row++)
    {
      g_autofree char *id = kkr_carry_bridge_id (plan, row);

      amounts[row] = kkr_carry_work_get_amount (work, id);
    }
  if (work->maker.error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&work->maker.error));
      return NULL;
    }
  /* Of no change there is no share: a denominator of 0 is a missing cell. */
  for (guint row = 0; row < n; row++)
    if (amounts[n - 1] != 0 && !kkr_rational_init (&shares[row], amounts[row], amounts[n - 1]))
      return kkr_rational_overflow (error, _("a share")), NULL;
  add_items (plan, builder, work, n);
  kkr_table_builder_add_int64 (builder, "amount", "Beløb", "Amount", KKR_UNIT_AMOUNT, amounts, n);
  kkr_table_builder_add_rationals (builder, "share", "Andel af ændringen", "Share of the change",
                                   KKR_UNIT_SHARE, shares, n);
  kkr_table_builder_set_decimals (builder, "share", 1);
  kkr_table_builder_set_key (builder, keys);
  return kkr_table_builder_end (builder, error);
}
