/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/kernel/kkr-assignment-core-private.h>
#include <libkkr/kernel/kkr-assignment-private.h>

G_BEGIN_DECLS

struct _KkrAssignment
{
  gsize n_rows, n_columns;
  gint32 *rooms; /* or NULL: 1 each */
  guint n_levels;
  /* As they were added; by row and column, each pair once, when they have been put in order. */
  gint32 *edge_rows, *edge_columns;
  gint64 *edge_costs; /* n_levels each */
  gsize n_edges, n_allocated;
  gboolean failed; /* there was no memory for an edge */
  gint64 *left_costs; /* by row, n_levels each */
  gsize *starts;      /* by row: its first edge */

  KkrInt128 units[KKR_ASSIGNMENT_MAX_LEVELS]; /* what 1 of a level is in gains */
  const KkrAssignmentKernel *kernel;
  gpointer gains;
  KkrAssignmentCore core;
  gint64 totals[KKR_ASSIGNMENT_MAX_LEVELS];
  gboolean knows_more;
};

/* Edges by row and column, each pair once and none that costs more than leaving its row over. */
gboolean kkr_assignment_put_in_order (KkrAssignment *self, GError **error);
/* One number for all levels of each edge. FALSE with OVERFLOW or FAILED. */
gboolean kkr_assignment_combine (KkrAssignment *self, GError **error);
/* The costs of a row in a column, or left over. */
const gint64 *kkr_assignment_get_costs (const KkrAssignment *self, gsize row, gint32 column);

G_END_DECLS
