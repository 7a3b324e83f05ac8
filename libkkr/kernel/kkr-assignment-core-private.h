/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

#include <libkkr/base/kkr-int128-private.h>
#include <libkkr/base/kkr-parallel-private.h>
#include <libkkr/kernel/kkr-assignment-loops-private.h>
#include <libkkr/kernel/kkr-cpu-private.h>

G_BEGIN_DECLS

/* The assignment that gains the most, by shortest ways to a column that has room (Jonker and
 * Volgenant). Each row has a gain by each column; leaving it over gains nothing. All gains are even
 * numbers: the odd ones between them tell columns that are full from those that have room, so that
 * of two equally near the latter is found first. With prices of columns and profits of rows
 *   profit >= gain - price, profit >= 0, price >= 0,
 * with equality in the first for what is assigned, in the second for rows left over and in the
 * third for columns that have room: the proof that no other assignment gains more. No price and no
 * profit is ever larger than the largest gain. */

/* A row may not have the column. */
#define KKR_ASSIGNMENT_NEVER (-2)
/* Of a column that costs more to reach than to leave a row over, and of one that has been reached.
 * Gains are at most FAR / 2. */
#define KKR_ASSIGNMENT_FAR ((gint64) 1 << 61)
#define KKR_ASSIGNMENT_REACHED ((gint64) 1 << 62)
#define KKR_ASSIGNMENT_FAR_WIDE ((KkrInt128) 1 << 125)
#define KKR_ASSIGNMENT_REACHED_WIDE ((KkrInt128) 1 << 126)

typedef struct {
  gsize n_rows, n_columns;
  const gint32 *rooms; /* by column; NULL: 1 each */
  /* gint64, or KkrInt128 in the wide kernel: by row and column, or by edge where there are starts:
   * the edges of a row are those from its start to before the next row's. Rows of a table are
   * `stride` columns apart, as kkr_assignment_get_stride() says. */
  gconstpointer gains;
  gsize stride;
  /* Instead of gains of 64 bits: costs by row and column, and what they are taken from by row. */
  const guint32 *costs;
  const gint64 *bases;
  const gsize *starts;
  const gint32 *columns;
  gboolean by_gain; /* rows that can gain the most first: fewer are pushed out later */
  const KkrAssignmentLoops *loops; /* of the processor, or others to test them; not wide */
  GCancellable *cancellable;    /* or NULL */
  KkrParallelProgress progress; /* or NULL */
  gpointer progress_data;
  /* What is filled, of the gains' kind. */
  gpointer prices;  /* by column */
  gpointer profits; /* by row */
  gint32 *matches;  /* by row: its column, -1 if it is left over */
  /* By column, after find_more: the row that would have one more of it, or -1 if none would; it
   * leaves its column for the row that would have one more of that, and so on. */
  gint32 *takers;
} KkrAssignmentCore;

typedef struct {
  gsize size; /* of a gain */
  gboolean (*solve) (KkrAssignmentCore *core, GError **error);
  gboolean (*find_more) (KkrAssignmentCore *core, GError **error);
} KkrAssignmentKernel;

extern const KkrAssignmentKernel kkr_assignment_narrow;
extern const KkrAssignmentKernel kkr_assignment_wide;

static inline gsize
kkr_assignment_get_stride (gsize n_columns)
{
  return (n_columns + KKR_ASSIGNMENT_LANES - 1) / KKR_ASSIGNMENT_LANES * KKR_ASSIGNMENT_LANES;
}

const KkrAssignmentLoops *kkr_assignment_get_loops (KkrCpuLevel level);
/* Memory for what is filled; FALSE with FAILED. */
gboolean kkr_assignment_core_open (KkrAssignmentCore *core, const KkrAssignmentKernel *kernel,
                                   GError **error);
void kkr_assignment_core_close (KkrAssignmentCore *core);
gboolean kkr_assignment_fail_for_memory (gsize n_rows, gsize n_columns, GError **error);

G_END_DECLS
