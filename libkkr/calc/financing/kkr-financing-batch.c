/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/financing/kkr-financing-batch-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/kernel/kkr-apportion-columns-private.h>

/* Objective financing of many budgets, years and choices. Scenarios that differ in their budgets
 * only are one group: its key is read once, and each budget is shared by it in the kernel, straight
 * into the result. */

enum { ROW_BUDGET, N_ROW_INPUTS };

/* So many rows take less than a millisecond to add up or to copy. */
#define ROWS_UNTIL_CANCELLED 1024

static const char *const row_inputs[] = { [ROW_BUDGET] = "budget", [N_ROW_INPUTS] = NULL };

static gpointer
open_group (KkrCalculator *group, guint32 by_row, gpointer before, GError **error)
{
  return kkr_financing_group_open (group, (by_row & 1u << ROW_BUDGET) != 0, before, error);
}

static void
close_group (gpointer state)
{
  kkr_financing_group_free (state);
}

static gsize
count_rows (gpointer state)
{
  return ((const KkrFinancingGroup *) state)->n;
}

static gboolean
have_same_keys (gpointer a, gpointer b)
{
  const KkrFinancingGroup *one = a, *other = b;

  return one->n == other->n
         && (one->municipalities == other->municipalities
             || memcmp (one->municipalities, other->municipalities,
                        one->n * sizeof *one->municipalities) == 0);
}

static KkrTable *
build_keys (gpointer state, GError **error)
{
  const KkrFinancingGroup *self = state;
  KkrTable *keys = self->index != NULL ? kkr_payer_index_dup_keys (self->index) : NULL;
  g_autoptr (KkrTableBuilder) builder = NULL;

  if (keys != NULL)
    return keys;
  builder = kkr_table_builder_new ("financing", "Objektiv finansiering", "Objective financing");
  kkr_financing_add_payers (builder, self->municipalities, self->n);
  keys = kkr_table_builder_end (builder, error);
  return keys != NULL && self->index != NULL ? kkr_payer_index_keep_keys (self->index, keys) : keys;
}

/* As check() has it. */
static void
mark_bad (KkrCalculator *group, const KkrBatchRows *rows, guint8 *bad)
{
  const gint64 *budgets = rows->values[ROW_BUDGET];
  gboolean settlement = kkr_calculator_get_boolean (group, "settlement");
  gint64 unit = kkr_calculator_get_amount (group, "unit");

  if (budgets == NULL)
    return;
  for (gsize i = 0; i < rows->n; i++)
    bad[i] |= (guint8) (budgets[i] < 0 && !settlement);
  for (gsize i = 0; unit > 1 && i < rows->n; i++)
    bad[i] |= (guint8) (budgets[i] % unit != 0);
}

/* What is rounded alone may add to something else than the budget, or to more than fits. */
static gboolean
add_up_alone (KkrFinancingGroup *self, const gint64 *budgets, const KkrBatchRows *rows,
              GError **error)
{
  for (gsize i = 0; i < rows->n; i++)
    {
      const gint64 *cells = rows->cells + i * self->n;
      gint64 sum = 0, gap;

      if (i % ROWS_UNTIL_CANCELLED == 0
          && g_cancellable_set_error_if_cancelled (rows->cancellable, error))
        return FALSE;
      for (gsize j = 0; j < self->n; j++)
        if (__builtin_add_overflow (sum, cells[j], &sum))
          return kkr_rational_overflow (error, _("the sum of the amounts"));
      if (__builtin_sub_overflow (sum, budgets[i], &gap))
        gap = G_MAXINT64;
      self->n_missed += gap != 0;
      self->most_missed = MAX (self->most_missed, ABS (gap));
    }
  return TRUE;
}

static gboolean
share_budgets (KkrFinancingGroup *self, const gint64 *budgets, const KkrBatchRows *rows,
               GError **error)
{
  const KkrColumnsTask task = {
    .totals = budgets, .n_totals = rows->n, .weights = self->weights, .n_weights = self->n,
    .method = self->method, .unit = self->unit, .tie_rule = self->tie_rule,
    .n_threads = rows->n_threads, .level = kkr_cpu_get_level (), .cancellable = rows->cancellable,
    .progress = rows->progress, .progress_data = rows->progress_data,
  };

  if (!kkr_apportion_columns_into (&task, rows->cells, error))
    return FALSE;
  if (self->method == KKR_APPORTION_METHOD_INDEPENDENT
      && !add_up_alone (self, budgets, rows, error))
    return FALSE;
  return kkr_financing_group_compare (self, budgets, rows, error);
}

typedef struct {
  const KkrBatchRows *rows;
  gsize n_each;
} Copy;

static void
copy_first_row (gsize first, gsize n, guint thread, gpointer user_data)
{
  const Copy *copy = user_data;

  for (gsize i = MAX (first, 1); i < first + n; i++)
    memcpy (copy->rows->cells + i * copy->n_each, copy->rows->cells,
            copy->n_each * sizeof *copy->rows->cells);
}

static gboolean
repeat_first_row (const KkrFinancingGroup *self, const KkrBatchRows *rows, GError **error)
{
  Copy copy = { .rows = rows, .n_each = self->n };
  KkrParallelLoop loop = {
    .n_items = rows->n, .block = ROWS_UNTIL_CANCELLED, .func = copy_first_row, .user_data = &copy,
    .cancellable = rows->cancellable, .progress = rows->progress,
    .progress_data = rows->progress_data,
  };

  return kkr_parallel_count_threads (rows->n_threads, loop.n_items, loop.block, &loop.n_threads,
                                     error)
         && kkr_parallel_run (&loop, error);
}

/* Scenarios that are the same in all are computed once. */
static gboolean
compute_group (gpointer state, const KkrBatchRows *rows, GError **error)
{
  KkrFinancingGroup *self = state;
  KkrBatchRows one = *rows;

  if (self->by_row)
    kkr_financing_group_keep (self, rows->values[ROW_BUDGET], rows->n);
  if (self->by_row)
    return share_budgets (self, rows->values[ROW_BUDGET], rows, error);
  one.n = 1;
  one.progress = NULL;
  return share_budgets (self, &self->budget, &one, error) && repeat_first_row (self, rows, error);
}

static void
add_notes (gpointer state, KkrBatchNotes *notes)
{
  kkr_financing_group_add_notes (state, notes);
}

const KkrBatchClass kkr_financing_batch = {
  .table = "financing",
  .column = "amount",
  .danish = "Beløb",
  .english = "Amount",
  .unit = KKR_UNIT_AMOUNT,
  .derives_from_inputs = TRUE,
  .row_inputs = row_inputs,
  .mark_bad = mark_bad,
  .open = open_group,
  .close = close_group,
  .n_rows = count_rows,
  .same_keys = have_same_keys,
  .keys = build_keys,
  .compute = compute_group,
  .add_notes = add_notes,
};
