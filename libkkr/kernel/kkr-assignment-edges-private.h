/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <libkkr/kernel/kkr-assignment-core-private.h>
#include <libkkr/kernel/kkr-assignment-private.h>

G_BEGIN_DECLS

/* Gains that fit into 64 bits with all that is added to them, and into 128. */
#define KKR_ASSIGNMENT_MAX_NARROW ((KkrInt128) 1 << 58)
#define KKR_ASSIGNMENT_MAX_WIDE ((KkrInt128) 1 << 122)
/* What 1 of the stage before is in gains, by what can be gained in a stage: an edge gains at most
 * all of it, and the two prices that it is held against are at least as much below 0 together as
 * twice all of it. */
#define KKR_ASSIGNMENT_STAGE_ROOM 4

/* Levels that fit into 64 bits together. */
typedef struct {
  guint first, end;
  gint64 size; /* more than all that can be gained in them */
} KkrAssignmentStage;

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
  guint n_stages; /* 0: all levels at once */
  KkrAssignmentStage stages[KKR_ASSIGNMENT_MAX_LEVELS];
  gint64 stage_units[KKR_ASSIGNMENT_MAX_LEVELS]; /* what 1 of a level is within its stage */
  gboolean at_once; /* never in stages, to test it */
  const KkrAssignmentKernel *kernel;
  gpointer gains;
  KkrAssignmentCore core;
  gint64 totals[KKR_ASSIGNMENT_MAX_LEVELS];
  gboolean knows_more;
};

/* Edges by row and column, each pair once and none that costs more than leaving its row over. */
gboolean kkr_assignment_put_in_order (KkrAssignment *self, GError **error);
/* What 1 of each level is in gains, and the kernel. FALSE with OVERFLOW. */
gboolean kkr_assignment_find_units (KkrAssignment *self, GError **error);
/* One number for all levels of each edge. FALSE with FAILED. */
gboolean kkr_assignment_combine (KkrAssignment *self, GError **error);
/* Whether a table is better than a list for so many edges, and the cells of either. */
gboolean kkr_assignment_is_dense (const KkrAssignment *self, gsize n_edges, gsize *n_cells);
/* Stages and units, by how much the costs of each level can differ in all rows together, and those
 * of the first level in one row at most. FALSE where they do not fit. */
gboolean kkr_assignment_find_stages (KkrAssignment *self, const KkrInt128 *ranges, KkrInt128 most);
/* Prices, profits and matches of the wide kernel, without its gains. */
gboolean kkr_assignment_solve_stages (KkrAssignment *self, GError **error);
/* The costs of a row in a column, or left over. */
const gint64 *kkr_assignment_get_costs (const KkrAssignment *self, gsize row, gint32 column);

G_END_DECLS
