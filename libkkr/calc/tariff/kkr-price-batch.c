/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-price-private.h>

#include <glib/gi18n-lib.h>
#include <stdatomic.h>

/* Many amounts along one chain. */

#define ROWS_AT_ONCE 1024

static const char *const row_inputs[] = { "amount", NULL };

typedef struct {
  KkrPricePlan *plan;
  gboolean by_row;
} State;

static void
close_group (gpointer state)
{
  State *self = state;

  kkr_price_plan_free (self->plan);
  g_free (self);
}

/* The amount that each scenario has another of. */
static gboolean
add_open_item (KkrPricePlan *plan, GError **error)
{
  KkrPriceItem item = { .name = kkr_price_plan_amount_name (plan), .row = G_MAXUINT };

  if (plan->from_year == 0 || plan->to_year == 0)
    {
      g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_MISSING_INPUT,
                   _("no price level: no year found, one expected"));
      return FALSE;
    }
  item.chain = kkr_price_plan_get_chain (plan, plan->series, plan->from_year, plan->to_year,
                                         error);
  if (item.chain == NULL)
    return FALSE;
  g_array_append_val (plan->items, item);
  kkr_price_plan_note (plan);
  return TRUE;
}

static gpointer
open_group (KkrCalculator *group, guint32 by_row, gpointer before, GError **error)
{
  const char *input = NULL;
  g_autoptr (KkrPricePlan) plan = by_row ? kkr_price_plan_read (group, &input, error)
                                         : kkr_price_plan_new (group, NULL, error);
  State *self;

  if (plan == NULL)
    return NULL;
  if (by_row)
    g_array_set_size (plan->items, 0);
  if (by_row && !add_open_item (plan, error))
    return NULL;
  self = g_new0 (State, 1);
  self->plan = g_steal_pointer (&plan);
  self->by_row = by_row != 0;
  return self;
}

static gsize
count_rows (gpointer state)
{
  return ((const State *) state)->plan->items->len;
}

static gboolean
have_same_keys (gpointer a, gpointer b)
{
  KkrPricePlan *one = ((State *) a)->plan, *other = ((State *) b)->plan;

  if (one->items->len != other->items->len)
    return FALSE;
  for (guint i = 0; i < one->items->len; i++)
    {
      const KkrPriceItem *item = &g_array_index (one->items, KkrPriceItem, i);
      const KkrPriceItem *same = &g_array_index (other->items, KkrPriceItem, i);

      if (!g_str_equal (item->name, same->name) || item->chain->from != same->chain->from ||
          item->chain->to != same->chain->to ||
          !g_str_equal (kkr_price_plan_series_name (one, item->chain->series),
                        kkr_price_plan_series_name (other, same->chain->series)))
        return FALSE;
    }
  return TRUE;
}

static KkrTable *
build_keys (gpointer state, GError **error)
{
  return kkr_price_plan_build_keys (((State *) state)->plan, error);
}

static void
mark_bad (KkrCalculator *group, const KkrBatchRows *rows, guint8 *bad)
{
  gboolean twice = kkr_calculator_is_assigned (group, "amounts");
  gboolean compared = kkr_calculator_is_assigned (group, "printed-to") &&
                      !kkr_calculator_is_assigned (group, "printed-from");

  for (gsize i = 0; i < rows->n && rows->values[0] != NULL; i++)
    bad[i] |= twice || (compared && rows->values[0][i] <= 0);
}

typedef struct {
  const State *state;
  const KkrBatchRows *rows;
  atomic_bool failed;
} Job;

static void
compute_block (gsize first, gsize n, guint thread, gpointer user_data)
{
  Job *job = user_data;
  const KkrPricePlan *plan = job->state->plan;
  const KkrPriceItem *items = (const KkrPriceItem *) (gpointer) plan->items->data;
  guint n_items = plan->items->len;

  for (gsize i = first; i < first + n && !atomic_load (&job->failed); i++)
    for (guint k = 0; k < n_items; k++)
      {
        gint64 *cell = &job->rows->cells[i * n_items + k];
        KkrRational exact;

        if (!job->state->by_row)
          *cell = items[k].amount;
        else if (!kkr_price_plan_convert (plan, items[k].chain, job->rows->values[0][i], NULL,
                                          &exact, cell))
          atomic_store (&job->failed, TRUE);
      }
}

static gboolean
compute_group (gpointer state, const KkrBatchRows *rows, GError **error)
{
  Job job = { .state = state, .rows = rows };
  KkrParallelLoop loop = {
    .n_items = rows->n, .block = ROWS_AT_ONCE, .func = compute_block, .user_data = &job,
    .cancellable = rows->cancellable, .progress = rows->progress,
    .progress_data = rows->progress_data,
  };

  if (!kkr_parallel_count_threads (rows->n_threads, loop.n_items, loop.block, &loop.n_threads,
                                   error) ||
      !kkr_parallel_run (&loop, error))
    return FALSE;
  return !atomic_load (&job.failed) || kkr_rational_overflow (error, _("an amount"));
}

static void
add_notes (gpointer state, KkrBatchNotes *notes)
{
  const KkrPricePlan *plan = ((const State *) state)->plan;

  kkr_batch_notes_add_all (notes, plan->notes);
}

const KkrBatchClass kkr_price_batch = {
  .table = "amounts",
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
