/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

#include <libkkr/base/kkr-parallel-private.h>

G_BEGIN_DECLS

/* The best joint assignment of rows (persons) to columns (places, or groups of equal places that
 * have room for several). A row has edges to the columns that it may have; what an edge costs, and
 * what it costs to leave the row over, is a list of numbers, one for each level. Of all assignments
 * the one is found whose sums over all rows are the least: those of level 0 first, then those of
 * level 1, and so on. To have as many rows assigned as can be, let level 0 be 1 for a row that is
 * left over and 0 for its edges. An edge that costs more than leaving its row over is never used;
 * where both cost the same it may or may not be. The same for any order of the edges. */

#define KKR_ASSIGNMENT_MAX_LEVELS 16

typedef struct _KkrAssignment KkrAssignment;

/* `capacities` by column, 0 or more; NULL: room for 1 each. There is one level at first. */
KkrAssignment *kkr_assignment_new (gsize n_rows, gsize n_columns, const gint32 *capacities);
void kkr_assignment_free (KkrAssignment *self);
/* Before any cost: 1 to 16 levels. */
void kkr_assignment_set_levels (KkrAssignment *self, guint n_levels);
/* Memory for so many edges, which need not be copied as they become more. Where there is none, each
 * edge tries anew. After the levels. */
void kkr_assignment_reserve (KkrAssignment *self, gsize n_edges);
/* `costs` of all levels. Of two edges between the same the cheaper holds. FALSE where there is no
 * memory, which kkr_assignment_solve() then tells. */
gboolean kkr_assignment_add (KkrAssignment *self, gsize row, gsize column, const gint64 *costs);
/* What it costs to leave the row over, by level; 0 at first. */
void kkr_assignment_set_unassigned (KkrAssignment *self, gsize row, const gint64 *costs);
/* `progress` may be NULL. FALSE with OVERFLOW where the numbers of all levels together need more
 * than 122 bits or a sum more than 64, FAILED where there is no memory, or G_IO_ERROR_CANCELLED.
 * Once only, after all edges. */
gboolean kkr_assignment_solve (KkrAssignment *self, GCancellable *cancellable,
                               KkrParallelProgress progress, gpointer progress_data,
                               GError **error);
/* All below: after it was solved. -1: left over. */
gint32 kkr_assignment_get_column (const KkrAssignment *self, gsize row);
gint64 kkr_assignment_get_total (const KkrAssignment *self, guint level);
/* What the best assignment would be if there were room for one more in the column: `totals` by
 * level, and the columns of the rows unless that is NULL. Rows move only where the totals become
 * better. The assignment itself stays as it is. The first call looks for what one more is worth in
 * all columns, the others only read it. */
gboolean kkr_assignment_what_if_more (KkrAssignment *self, gsize column, gint64 *totals,
                                      gint32 *columns_of_rows, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KkrAssignment, kkr_assignment_free)

G_END_DECLS
