/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-quotient-block-private.h>

#include <libkkr/base/kkr-int128-private.h>
#include <libkkr/base/kkr-memory-private.h>

/* Longer rows keep the processor busy by themselves. */
#define MAX_GROUPED 512

/* What the totals with the same weights have in common. */
typedef struct {
  KkrQuotientWeights weights;
  guint64 inverse;
  guint64 shift;
  guint64 half_bias;
  gboolean exact;
} Plan;

typedef struct {
  const KkrShareBlock *block;
  const KkrQuotientKernel *kernel;
  gsize n;
  gsize group;
  guint64 unit_inverse;
  guint64 *running; /* of `group` rows, or NULL */
  guint8 *keys;     /* of `group` rows, or NULL */
  KkrQuotientClass class;
  KkrQuotientWide wide;

  /* The rows that are waiting to make up a group. */
  KkrQuotientRow rows[KKR_QUOTIENT_GROUP];
  Plan plans[KKR_QUOTIENT_GROUP];
  gsize totals[KKR_QUOTIENT_GROUP];
  gsize n_rows;
  gboolean exact;
  KkrQuotientForm form;
  KkrShareStop stop;
} Sharing;

static const KkrQuotientKernel *
choose_kernel (KkrCpuLevel level)
{
#ifdef KKR_HAVE_AVX512
  if (level >= KKR_CPU_LEVEL_AVX512)
    return &kkr_quotient_kernel_avx512;
#endif
#ifdef KKR_HAVE_AVX2
  if (level >= KKR_CPU_LEVEL_AVX2)
    return &kkr_quotient_kernel_avx2;
#endif
  return &kkr_quotient_kernel_baseline;
}

void
kkr_quotient_weights_find_largest (KkrQuotientWeights *self, const KkrShareTask *task)
{
  gint64 largest = -1;

  for (gsize i = 0; i < task->n; i++)
    if (self->weights[i] > largest)
      {
        largest = self->weights[i];
        self->largest_row = i;
        self->has_equal = FALSE;
      }
    else if (self->weights[i] == largest)
      {
        self->has_equal = TRUE;
        if (task->tie_rule == KKR_TIE_RULE_LAST)
          self->largest_row = i;
      }
}

gboolean
kkr_quotient_give_residual (const KkrShareBlock *block, const KkrQuotientWeights *weights,
                            gsize total, gint64 residual)
{
  gint64 *share = &block->shares[total * block->task->n + weights->largest_row];
  gint64 unit = block->totals[total] < 0 ? -block->unit : block->unit;

  if (residual == 0)
    return TRUE;
  if (weights->has_equal && block->task->tie_rule == KKR_TIE_RULE_REFUSE)
    return FALSE;
  if (residual < 0 && (KkrInt128) residual * block->unit < -(KkrInt128) ABS (*share))
    return FALSE;
  *share += residual * unit;
  return TRUE;
}

static void
make_running_sums (Sharing *self, Plan *plan, guint64 *sums)
{
  guint64 sum = 0;

  for (gsize i = 0; i < self->n; i++)
    sums[i] = sum += (guint64) plan->weights.weights[i];
  plan->weights.parts = sums;
}

/* Only shared weights are worth looking at all of them to see whether a remainder is needed. */
static void
make_plan (Sharing *self, Plan *plan, guint64 *running)
{
  KkrApportionMethod method = self->block->method;
  guint64 sum = plan->weights.sum, largest = sum;
  int needed = method == KKR_APPORTION_METHOD_LARGEST_REMAINDER ? (int) self->kernel->key_bits : 1;

  if (method == KKR_APPORTION_METHOD_RESIDUAL_TO_LARGEST || self->block->row_sums == NULL)
    kkr_quotient_weights_find_largest (&plan->weights, self->block->task);
  plan->weights.parts = (const guint64 *) plan->weights.weights;
  if (method == KKR_APPORTION_METHOD_CUMULATIVE)
    make_running_sums (self, plan, running);
  else if (self->block->row_sums == NULL)
    largest = plan->weights.parts[plan->weights.largest_row];
  if (sum > KKR_QUOTIENT_MAX_SUM)
    return;
  plan->inverse = kkr_quotient_inverse (sum, 32);
  plan->shift = kkr_quotient_shift (sum, 32);
  plan->exact = kkr_quotient_n_sure_bits (sum, largest, 32) < needed;
  plan->half_bias = kkr_quotient_half_bias (sum, plan->shift, plan->exact, 32);
}

static void
add_row (Sharing *self, const Plan *plan, gsize total)
{
  const KkrShareBlock *block = self->block;
  KkrQuotientRow *row = &self->rows[self->n_rows];
  guint64 sign = block->totals[total] < 0 ? G_MAXUINT64 : 0;
  guint64 unit = (guint64) block->unit, rest;
  guint64 units = ((guint64) block->totals[total] ^ sign) - sign;
  KkrQuotientForm form = KKR_QUOTIENT_FORM_WORD;

  if (unit > 1)
    units = kkr_quotient_divide (units, unit, self->unit_inverse, 32, &rest);
  row->parts = plan->weights.parts;
  row->shares = block->shares + total * self->n;
  row->whole = kkr_quotient_divide (units, plan->weights.sum, plan->inverse, 32, &row->rest) * unit;
  row->fraction = kkr_quotient_fraction (row->rest, plan->weights.sum, plan->inverse, 32);
  row->unit = unit;
  row->sign = sign;
  row->sum = plan->weights.sum;
  row->shift = plan->shift;
  row->bias = plan->half_bias;
  if (row->whole <= G_MAXUINT32 && unit <= G_MAXUINT32)
    form = unit > 1    ? KKR_QUOTIENT_FORM_HALF
           : sign == 0 ? KKR_QUOTIENT_FORM_PLAIN
                       : KKR_QUOTIENT_FORM_ONE;
  self->form = MAX (self->form, form);
  self->exact |= plan->exact;
  self->totals[self->n_rows++] = total;
}

/* Between the steps of a row that takes long. */
static gboolean
stops (Sharing *self)
{
  return self->n > KKR_SHARE_WEIGHTS_AT_A_TIME && kkr_share_stop_ask (&self->stop);
}

static void
give_by_remainder (Sharing *self)
{
  const KkrShareBlock *block = self->block;

  self->kernel->scale (self->rows, self->n_rows, self->n, self->exact);
  if (stops (self))
    return;
  self->kernel->find (self->rows, self->n_rows, self->n);
  for (gsize r = 0; r < self->n_rows; r++)
    if (!kkr_quotient_class_settle (&self->class, self->kernel, block->task, &self->rows[r]))
      block->bad[self->totals[r]] = 1;
  if (!stops (self))
    self->kernel->write (self->rows, self->n_rows, self->n, self->form);
}

/* A row of a group that needs it makes all exact, which changes nothing but the bias of halves. */
static void
do_group (Sharing *self)
{
  const KkrShareBlock *block = self->block;
  gsize n_rows = self->n_rows;

  if (block->method == KKR_APPORTION_METHOD_LARGEST_REMAINDER)
    give_by_remainder (self);
  else
    {
      for (gsize r = 0; r < n_rows && self->exact; r++)
        self->rows[r].bias = kkr_quotient_half_bias (self->rows[r].sum, self->rows[r].shift, TRUE,
                                                     32);
      self->kernel->round (self->rows, n_rows, self->n, self->exact, self->form,
                           block->method == KKR_APPORTION_METHOD_CUMULATIVE);
    }
  self->n_rows = 0;
  self->exact = FALSE;
  self->form = KKR_QUOTIENT_FORM_PLAIN;
}

static void
flush (Sharing *self)
{
  const KkrShareBlock *block = self->block;
  gsize n_rows = self->n_rows;

  if (n_rows == 0)
    return;
  do_group (self);
  for (gsize r = 0; r < n_rows && block->method == KKR_APPORTION_METHOD_RESIDUAL_TO_LARGEST; r++)
    if (!kkr_quotient_give_residual (block, &self->plans[block->row_sums == NULL ? 0 : r].weights,
                                     self->totals[r],
                                     (gint64) (self->rows[r].rest - self->rows[r].taken)))
      block->bad[self->totals[r]] = 1;
}

static void
share_one (Sharing *self, const Plan *plan, gsize total)
{
  if (stops (self))
    return;
  if (plan->weights.sum > KKR_QUOTIENT_MAX_SUM)
    {
      if (self->wide.remainders == NULL && self->keys != NULL)
        self->wide.remainders = g_new (guint64, self->n);
      self->block->bad[total] = !kkr_quotient_wide_share (&self->wide, &plan->weights, total);
      return;
    }
  add_row (self, plan, total);
  if (self->n_rows == self->group)
    flush (self);
}

static void
open_sharing (Sharing *self)
{
  const KkrShareBlock *block = self->block;
  gsize n_keys = kkr_quotient_n_keys (self->n);

  self->kernel = choose_kernel (block->level);
  self->group = self->n <= MAX_GROUPED ? KKR_QUOTIENT_GROUP : 1;
  self->unit_inverse = kkr_quotient_inverse ((guint64) block->unit, 32);
  if (block->method == KKR_APPORTION_METHOD_CUMULATIVE)
    self->running = g_new (guint64, self->n * (block->row_sums == NULL ? 1 : self->group));
  if (block->method == KKR_APPORTION_METHOD_LARGEST_REMAINDER)
    self->keys = kkr_memory_new (self->group * n_keys);
  for (gsize r = 0; r < self->group && self->keys != NULL; r++)
    self->rows[r].keys = self->keys + r * n_keys;
  self->wide = (KkrQuotientWide) { block, self->kernel, &self->class, NULL, self->keys,
                                   &self->stop };
}

static void
close_sharing (Sharing *self)
{
  g_free (self->running);
  g_clear_pointer (&self->keys, kkr_memory_free);
  g_free (self->wide.remainders);
  kkr_quotient_class_clear (&self->class);
}

/* The plan of a total with weights of its own, or NULL if they are bad. */
static Plan *
plan_row (Sharing *self, gsize total)
{
  const KkrShareBlock *block = self->block;
  Plan *plan = &self->plans[self->n_rows];

  plan->weights = (KkrQuotientWeights) { .weights = block->task->weights + total * self->n,
                                         .sum = block->row_sums[total] };
  if (plan->weights.sum == 0)
    return NULL;
  make_plan (self, plan, self->running == NULL ? NULL : self->running + self->n_rows * self->n);
  return plan;
}

gboolean
kkr_quotient_share_block (const KkrShareBlock *block)
{
  Sharing self = { .block = block, .n = block->task->n, .stop = { block, FALSE } };
  Plan *plan = &self.plans[0];

  open_sharing (&self);
  plan->weights = (KkrQuotientWeights) { .weights = block->task->weights,
                                         .sum = block->task->sum };
  if (block->row_sums == NULL)
    make_plan (&self, plan, self.running);
  for (gsize i = 0; i < block->n_totals && !self.stop.is_set; i++)
    {
      if (block->row_sums != NULL)
        plan = plan_row (&self, i);
      if (plan == NULL)
        block->bad[i] = 1;
      else
        share_one (&self, plan, i);
    }
  if (!self.stop.is_set)
    flush (&self);
  close_sharing (&self);
  return !self.stop.is_set;
}
