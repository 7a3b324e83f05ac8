/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/tariff/kkr-offer-batch-private.h>

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdatomic.h>
#include <string.h>

#include <libkkr/base/kkr-error.h>

/* Scenarios of costs and occupancy over one offer or a table of offers. */

/* Cells that take about a tenth of a millisecond. */
#define CELLS_AT_ONCE 8192
#define MODEL_CELLS_AT_ONCE 64

static const char *const row_inputs[] = { "direct-cost", "indirect-cost", "overhead",
                                          "depreciation", "interest", "carry-over", "places",
                                          "days", "overhead-percent", "cost-change", "occupancy",
                                          NULL };

G_STATIC_ASSERT (G_N_ELEMENTS (row_inputs) == KKR_OFFER_N_ROW_INPUTS + 1);

gdouble
kkr_offer_row_number (const KkrBatchRows *rows, KkrOfferRowInput input, gsize i)
{
  gdouble number;

  memcpy (&number, &rows->values[input][i], sizeof number);
  return number;
}

static void
close_group (gpointer state)
{
  KkrOfferGroup *self = state;

  kkr_offer_plan_free (self->plan);
  g_ptr_array_unref (self->notes);
  g_free (self->terms);
  g_free (self);
}

/* A model of one's own defines itself when it is first asked. */
static void
prepare (KkrCalculator *calculator)
{
  g_autoptr (KkrTariffModel) model = NULL;

  g_object_get (calculator, "model", &model, NULL);
  if (model != NULL)
    kkr_tariff_model_get_formula (model);
}

static gpointer
open_group (KkrCalculator *group, guint32 by_row, gpointer before, GError **error)
{
  g_autoptr (KkrOfferPlan) plan = kkr_offer_plan_new (group);
  KkrOfferGroup *self;

  if (plan->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&plan->error));
      return NULL;
    }
  self = g_new0 (KkrOfferGroup, 1);
  self->n_rows = plan->rows->len;
  self->by_row = by_row;
  self->notes = g_ptr_array_new_with_free_func (g_object_unref);
  kkr_offer_plan_add_notes (plan, self->notes,
                            kkr_calculator_get_boolean (group, "use-proposals"));
  self->plan = g_steal_pointer (&plan);
  kkr_offer_group_make_terms (self);
  return self;
}

static gsize
count_rows (gpointer state)
{
  return ((const KkrOfferGroup *) state)->n_rows;
}

/* No column is a table of offers, and so all scenarios have the same. */
static gboolean
have_same_keys (gpointer a, gpointer b)
{
  return TRUE;
}

static KkrTable *
build_keys (gpointer state, GError **error)
{
  return kkr_offer_build_keys (((const KkrOfferGroup *) state)->plan, error);
}

/* As check() has it; an occupancy, a change or an overhead that no fraction of 128 bits is, too. */
static gboolean
is_bad_number (KkrOfferRowInput input, gdouble number)
{
  KkrRational exact;

  if (!isfinite (number) || !kkr_rational_from_double (number, &exact))
    return TRUE;
  if (input == KKR_OFFER_ROW_OCCUPANCY)
    return number <= 0.0 || number > 100.0;
  return number < (input == KKR_OFFER_ROW_COST_CHANGE ? -100.0 : 0.0);
}

static gboolean
is_bad_whole (KkrOfferRowInput input, gint64 value)
{
  switch (input)
    {
    case KKR_OFFER_ROW_CARRY_OVER:
      return FALSE;
    case KKR_OFFER_ROW_PLACES:
      return value < 1 || value > G_MAXINT;
    case KKR_OFFER_ROW_DAYS:
      return value < 1 || value > 366;
    case KKR_OFFER_ROW_DIRECT_COST:
    case KKR_OFFER_ROW_INDIRECT_COST:
    case KKR_OFFER_ROW_OVERHEAD:
    case KKR_OFFER_ROW_DEPRECIATION:
    case KKR_OFFER_ROW_INTEREST:
    case KKR_OFFER_ROW_OVERHEAD_PERCENT:
    case KKR_OFFER_ROW_COST_CHANGE:
    case KKR_OFFER_ROW_OCCUPANCY:
    case KKR_OFFER_N_ROW_INPUTS:
    default:
      return value < 0;
    }
}

static void
mark_bad (KkrCalculator *group, const KkrBatchRows *rows, guint8 *bad)
{
  for (guint input = 0; input < KKR_OFFER_N_ROW_INPUTS; input++)
    for (gsize i = 0; rows->values[input] != NULL && i < rows->n; i++)
      if (input < KKR_OFFER_ROW_OVERHEAD_PERCENT
            ? is_bad_whole (input, rows->values[input][i])
            : is_bad_number (input, kkr_offer_row_number (rows, input, i)))
        bad[i] = 1;
}

typedef struct {
  const KkrOfferGroup *group;
  const KkrBatchRows *rows;
  atomic_bool failed;
} Job;

static void
compute_block (gsize first, gsize n, guint thread, gpointer user_data)
{
  Job *job = user_data;

  for (gsize i = first; i < first + n && !atomic_load (&job->failed); i++)
    {
      gint64 *cells = job->rows->cells + i * job->group->n_rows;

      if (job->group->terms != NULL
            ? !kkr_offer_group_compute_terms (job->group, job->rows, i, cells)
            : !kkr_offer_group_compute_model (job->group, job->rows, i, cells))
        atomic_store (&job->failed, TRUE);
    }
}

static gboolean
compute_group (gpointer state, const KkrBatchRows *rows, GError **error)
{
  const KkrOfferGroup *self = state;
  Job job = { .group = self, .rows = rows };
  gsize at_once = self->terms != NULL ? CELLS_AT_ONCE : MODEL_CELLS_AT_ONCE;
  KkrParallelLoop loop = {
    .n_items = rows->n, .block = MAX (at_once / MAX (self->n_rows, 1), 1),
    .func = compute_block, .user_data = &job, .cancellable = rows->cancellable,
    .progress = rows->progress, .progress_data = rows->progress_data,
  };

  if (!kkr_parallel_count_threads (rows->n_threads, loop.n_items, loop.block, &loop.n_threads,
                                   error) ||
      !kkr_parallel_run (&loop, error))
    return FALSE;
  /* What is wrong is told by compute(). */
  return !atomic_load (&job.failed) || kkr_rational_overflow (error, _("a tariff"));
}

static void
add_notes (gpointer state, KkrBatchNotes *notes)
{
  const KkrOfferGroup *self = state;

  kkr_batch_notes_add_all (notes, self->notes);
}

const KkrBatchClass kkr_offer_batch = {
  .table = "tariffs",
  .column = "tariff",
  .danish = "Takst",
  .english = "Tariff",
  .unit = KKR_UNIT_AMOUNT,
  .derives_from_inputs = TRUE,
  .row_inputs = row_inputs,
  .prepare = prepare,
  .mark_bad = mark_bad,
  .open = open_group,
  .close = close_group,
  .n_rows = count_rows,
  .same_keys = have_same_keys,
  .keys = build_keys,
  .compute = compute_group,
  .add_notes = add_notes,
};
