/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/supervision/kkr-tariff-private.h>

#include <glib/gi18n-lib.h>
#include <stdatomic.h>

#include <libkkr/base/kkr-error.h>

/* Many scenarios at once. What they have in common is one plan; where the base of supervision comes
 * from a budget or from printed tariffs, those of a scenario come in columns, and no object is made
 * for it. */

/* Scenarios that take about a tenth of a millisecond: of a budget each tariff is one division, of
 * printed tariffs it is fractions of 128 bits. */
#define BUDGETS_AT_ONCE 1024
#define PRINTED_AT_ONCE 32

/* A tariff in kroner is what is to be paid, in øre, times num / (den * fifths), where `fifths` are
 * five times the weighted number of offers: a whole number. */
typedef struct {
  guint64 num;
  guint64 den;
  guint64 max_fast; /* up to so many øre 64 bits are enough */
} Scale;

typedef struct {
  KkrTariffPlan *plan;
  guint n_rows;
  gboolean is_open[KKR_TARIFF_MAX_ROWS]; /* whether the tariff depends on columns */
  gboolean from_budget;                  /* or else from printed tariffs */
  Scale scales[KKR_TARIFF_MAX_ROWS];
  guint64 fifths; /* of the offers that are not given row by row */
  guint64 weights[KKR_TARIFF_N_GROUPS]; /* in fifths */
  atomic_size_t n_undetermined; /* scenarios */
  atomic_size_t n_contradicted;
} State;

static const char *const row_inputs[] = { "budget", "other-income", "printed-1", "printed-2",
                                          "printed-3", "printed-4", "offers-1", "offers-2",
                                          "offers-3", "offers-4", NULL };

G_STATIC_ASSERT (G_N_ELEMENTS (row_inputs) == KKR_TARIFF_N_ROW_INPUTS + 1);

static const KkrTariffRow *
get_row (const State *self, guint row)
{
  return &g_array_index (self->plan->rows, KkrTariffRow, row);
}

static guint64
count_in_fifths (const KkrRational *value)
{
  return (guint64) (value->num * (5 / value->den));
}

/* (rest / 100) / (fifths / 5) * factor. Fifths of offers in numbers of 31 bits are below 2^37, and
 * the greatest factor is 3, the smallest 1/10: the product of den and fifths is below 2^50. */
static void
find_scale (const KkrRational *factor, Scale *scale)
{
  scale->num = (guint64) factor->num;
  scale->den = (guint64) factor->den * 20;
  scale->max_fast = (G_MAXUINT64 - (G_GUINT64_CONSTANT (1) << 50)) / (2 * scale->num);
}

static void
close_group (gpointer state)
{
  State *self = state;

  kkr_tariff_plan_free (self->plan);
  g_free (self);
}

static gpointer
open_group (KkrCalculator *group, guint32 by_row, gpointer before, GError **error)
{
  KkrTariffKnown *known = before != NULL ? ((const State *) before)->plan->known : NULL;
  KkrTariffPlan *plan = kkr_tariff_plan_new_by_row (group, by_row, known, error);
  State *self;

  if (plan == NULL)
    return NULL;
  self = g_new0 (State, 1);
  self->plan = plan;
  self->n_rows = plan->rows->len;
  self->from_budget = (by_row & KKR_TARIFF_ROW_MASK (KKR_TARIFF_ROW_PRINTED)) == 0;
  self->fifths = count_in_fifths (&plan->units);
  for (guint k = 0; k < KKR_TARIFF_N_GROUPS; k++)
    {
      KkrRational weight = kkr_tariff_weight (k);

      self->weights[k] = count_in_fifths (&weight);
    }
  for (guint i = 0; i < self->n_rows; i++)
    {
      const KkrTariffRow *row = get_row (self, i);

      self->is_open[i] = row->fact == NULL &&
                         plan->bases[row->base].way == KKR_TARIFF_WAY_BY_ROW;
      if (self->is_open[i])
        find_scale (&row->factor, &self->scales[i]);
    }
  return self;
}

static gsize
count_rows (gpointer state)
{
  const State *self = state;

  return self->n_rows;
}

static gboolean
have_same_keys (gpointer a, gpointer b)
{
  const State *one = a, *other = b;

  if (one->n_rows != other->n_rows || one->plan->lowest_group != other->plan->lowest_group)
    return FALSE;
  for (guint i = 0; i < one->n_rows; i++)
    if (get_row (one, i)->service != get_row (other, i)->service ||
        get_row (one, i)->group != get_row (other, i)->group)
      return FALSE;
  return TRUE;
}

static KkrTable *
build_keys (gpointer state, GError **error)
{
  return kkr_tariff_plan_build_keys (((const State *) state)->plan, error);
}

/* A column, or the one value that all rows have. */
static gint64
get_value (const KkrBatchRows *rows, guint input, gsize i, gint64 otherwise)
{
  return rows->values[input] != NULL ? rows->values[input][i] : otherwise;
}

static void
mark_bad_budgets (KkrCalculator *group, const KkrBatchRows *rows, guint8 *bad)
{
  gint64 budget = kkr_calculator_get_amount (group, "budget");
  gint64 other = kkr_calculator_get_amount (group, "other-income");
  gboolean has_budget = rows->values[KKR_TARIFF_ROW_BUDGET] != NULL ||
                        kkr_calculator_is_assigned (group, "budget");

  for (gsize i = 0; i < rows->n; i++)
    {
      gint64 found = get_value (rows, KKR_TARIFF_ROW_BUDGET, i, budget);
      gint64 income = get_value (rows, KKR_TARIFF_ROW_OTHER_INCOME, i, other);

      /* A budget below nothing is below the income too. */
      bad[i] |= income < 0 || (has_budget && found < income);
    }
}

/* What does not fit into the input is told when it is assigned. */
static void
mark_bad_offers (KkrCalculator *group, const KkrBatchRows *rows, guint8 *bad)
{
  gint64 fixed[KKR_TARIFF_N_GROUPS];

  for (guint k = 0; k < KKR_TARIFF_N_GROUPS; k++)
    fixed[k] = kkr_calculator_get_int (group, row_inputs[KKR_TARIFF_ROW_OFFERS + k]);
  for (gsize i = 0; i < rows->n; i++)
    {
      gboolean any = FALSE, wrong = FALSE;

      for (guint k = 0; k < KKR_TARIFF_N_GROUPS; k++)
        {
          gint64 n = get_value (rows, KKR_TARIFF_ROW_OFFERS + k, i, fixed[k]);

          any |= n > 0;
          wrong |= n < 0 || n > G_MAXINT;
        }
      bad[i] |= wrong || !any;
    }
}

static void
mark_bad (KkrCalculator *group, const KkrBatchRows *rows, guint8 *bad)
{
  if (rows->values[KKR_TARIFF_ROW_BUDGET] != NULL ||
      rows->values[KKR_TARIFF_ROW_OTHER_INCOME] != NULL)
    mark_bad_budgets (group, rows, bad);
  for (guint input = KKR_TARIFF_ROW_PRINTED; input < KKR_TARIFF_ROW_OFFERS; input++)
    for (gsize i = 0; i < rows->n && rows->values[input] != NULL; i++)
      bad[i] |= rows->values[input][i] <= 0 || rows->values[input][i] % 100 != 0;
  for (guint input = KKR_TARIFF_ROW_OFFERS; input < KKR_TARIFF_N_ROW_INPUTS; input++)
    if (rows->values[input] != NULL)
      {
        mark_bad_offers (group, rows, bad);
        return;
      }
}

typedef struct {
  State *state;
  const KkrBatchRows *rows;
  atomic_bool failed;
} Job;

/* Rounded to whole kroner, a half away from zero. A tariff is at most three times what is to be
 * paid, so that in kroner it fits. */
static gboolean
scale_up (const Scale *scale, gint64 rest, guint64 fifths, gint64 *tariff)
{
  guint64 paid = (guint64) rest, den = scale->den * fifths, kroner;

  if (paid <= scale->max_fast)
    kroner = (2 * paid * scale->num + den) / (2 * den);
  else
    kroner = (guint64) ((2 * (KkrUint128) paid * scale->num + den) / (2 * den));
  if (kroner > G_MAXINT64 / 100)
    return FALSE;
  *tariff = (gint64) kroner * 100;
  return TRUE;
}

static guint64
count_fifths (const State *self, const KkrBatchRows *rows, gsize i)
{
  guint64 fifths = self->fifths;

  for (guint group = 0; group < KKR_TARIFF_N_GROUPS; group++)
    fifths += self->weights[group] *
              (guint64) get_value (rows, KKR_TARIFF_ROW_OFFERS + group, i, 0);
  return fifths;
}

static gboolean
compute_from_budget (const State *self, const KkrBatchRows *rows, gsize i)
{
  gint64 *cells = rows->cells + i * self->n_rows;
  gint64 budget = get_value (rows, KKR_TARIFF_ROW_BUDGET, i, self->plan->budget);
  gint64 other = get_value (rows, KKR_TARIFF_ROW_OTHER_INCOME, i, self->plan->other_income);
  guint64 fifths = count_fifths (self, rows, i);

  if (budget < other)
    return FALSE;
  for (guint row = 0; row < self->n_rows; row++)
    if (self->is_open[row] && !scale_up (&self->scales[row], budget - other, fifths, &cells[row]))
      return FALSE;
  return TRUE;
}

static void
fill_undetermined (const State *self, const KkrBatchRows *rows, gsize i, guint row)
{
  gsize at = i * self->n_rows + row;

  rows->cells[at] = G_MININT64;
  rows->statuses[at] = KKR_CELL_STATUS_MISSING;
}

static gboolean
compute_from_printed (State *self, const KkrBatchRows *rows, gsize i)
{
  /* Without its fact, of which it has none. */
  KkrTariffBase base = self->plan->bases[KKR_TARIFF_SUPERVISION];
  gboolean contradicted, undetermined = FALSE;

  for (guint group = 0; group < KKR_TARIFF_N_GROUPS; group++)
    if (rows->values[KKR_TARIFF_ROW_PRINTED + group] != NULL)
      kkr_tariff_base_add_cell (&base, &(KkrTariffCell) {
        KKR_TARIFF_SUPERVISION, group, rows->values[KKR_TARIFF_ROW_PRINTED + group][i],
        kkr_tariff_weight (group), NULL });
  if (!kkr_tariff_base_settle (&base, NULL))
    return FALSE;
  base.way = KKR_TARIFF_WAY_PRINTED;
  contradicted = kkr_tariff_base_is_empty (&base);
  for (guint row = 0; row < self->n_rows; row++)
    {
      gint64 lowest = 0, highest = 0;

      if (!self->is_open[row])
        continue;
      if (!contradicted && !kkr_tariff_base_round (&base, &get_row (self, row)->factor, &lowest,
                                                   &highest, NULL))
        return FALSE;
      undetermined |= lowest != highest;
      if (contradicted || lowest != highest)
        fill_undetermined (self, rows, i, row);
      else
        rows->cells[i * self->n_rows + row] = lowest;
    }
  if (contradicted)
    atomic_fetch_add (&self->n_contradicted, 1);
  else if (undetermined)
    atomic_fetch_add (&self->n_undetermined, 1);
  return TRUE;
}

static void
fill_common (const State *self, const KkrBatchRows *rows, gsize i)
{
  for (guint row = 0; row < self->n_rows; row++)
    {
      const KkrTariffRow *common = get_row (self, row);

      if (self->is_open[row])
        continue;
      if (common->contradicted || common->lowest != common->highest)
        fill_undetermined (self, rows, i, row);
      else
        rows->cells[i * self->n_rows + row] = common->lowest;
    }
}

static void
compute_block (gsize first, gsize n, guint thread, gpointer user_data)
{
  Job *job = user_data;
  State *self = job->state;
  gboolean open = self->plan->bases[KKR_TARIFF_SUPERVISION].way == KKR_TARIFF_WAY_BY_ROW;

  for (gsize i = first; i < first + n && !atomic_load (&job->failed); i++)
    {
      fill_common (self, job->rows, i);
      if (!open)
        continue;
      if (self->from_budget ? !compute_from_budget (self, job->rows, i)
                            : !compute_from_printed (self, job->rows, i))
        atomic_store (&job->failed, TRUE);
    }
}

static gboolean
compute_group (gpointer state, const KkrBatchRows *rows, GError **error)
{
  State *self = state;
  Job job = { .state = self, .rows = rows };
  KkrParallelLoop loop = {
    .n_items = rows->n, .block = self->from_budget ? BUDGETS_AT_ONCE : PRINTED_AT_ONCE,
    .func = compute_block, .user_data = &job, .cancellable = rows->cancellable,
    .progress = rows->progress, .progress_data = rows->progress_data,
  };

  if (!kkr_parallel_count_threads (rows->n_threads, loop.n_items, loop.block, &loop.n_threads,
                                   error) ||
      !kkr_parallel_run (&loop, error))
    return FALSE;
  return !atomic_load (&job.failed) || kkr_rational_overflow (error, _("a tariff"));
}

/* Which tariffs the printed ones of a scenario allow is told when it is run alone. */
static void
add_notes (gpointer state, KkrBatchNotes *notes)
{
  State *self = state;

  kkr_batch_notes_add_all (notes, self->plan->notes);
  if (self->n_undetermined > 0)
    kkr_batch_notes_add (notes, KKR_NOTE_KIND_ROUNDING, self->n_undetermined,
                         "De trykte takster bestemmer ikke alle takster; de øvrige mangler.",
                         "The printed tariffs do not determine all tariffs; the others are "
                         "missing.");
  if (self->n_contradicted > 0)
    kkr_batch_notes_add (notes, KKR_NOTE_KIND_REMARK, self->n_contradicted,
                         "De trykte takster modsiger hinanden; taksterne er derfor ikke beregnet.",
                         "The printed tariffs contradict each other, so the tariffs are not "
                         "computed.");
}

const KkrBatchClass kkr_tariff_batch = {
  .table = "tariffs",
  .column = "tariff",
  .danish = "Takst",
  .english = "Tariff",
  .unit = KKR_UNIT_AMOUNT,
  .has_statuses = TRUE,
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
