/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/kernel/kkr-apportion-table.h>
#include <libkkr/kernel/kkr-flow-private.h>

G_BEGIN_DECLS

#define KKR_APPORTION_TABLE_MAX_CELLS 10000000

/* Sides are numbered as those of a flow: rows, then columns. */
typedef struct {
  const gint64 *totals[2];
  gsize n[2];
  const gint64 *weights; /* by row and column, or NULL for the products of the totals */
  gsize n_weights;
  gint64 unit;
  GCancellable *cancellable;
  KkrFlowProgress progress;
  gpointer progress_data;

  /* From here by kkr_table_task_check(). The arithmetic knows only magnitudes in units. */
  guint64 *units[2];
  gint64 signed_unit;
  guint64 sum_of_units;
  /* The exact share of a cell is its weight, which is divided by `divisor` first, times the units,
   * through `sum`. Of weights that are products, the row's factor is divided. */
  guint64 divisor;
  guint64 sum;
  gboolean has_zeros; /* among the weights */
} KkrTableTask;

/* Everything but whether the zero weights leave room for the totals. */
gboolean kkr_table_task_check (KkrTableTask *self, GError **error);
void kkr_table_task_clear (KkrTableTask *self);
/* INCONSISTENT, naming rows and columns, if no table has these sums and its zeros. */
gboolean kkr_table_task_check_room (const KkrTableTask *self, GError **error);
/* The shares, by row and column, to be freed by g_free(). */
gint64 *kkr_table_task_run (KkrTableTask *self, GError **error);

static inline gboolean
kkr_table_task_is_open (const KkrTableTask *self, gsize row, gsize column)
{
  return self->weights == NULL || self->weights[row * self->n[KKR_FLOW_COLUMNS] + column] > 0;
}

G_END_DECLS
