/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is done with all columns of a row at once, as the processor can. All arrays have a multiple
 * of 8 columns: those past the last weigh so much that they are never chosen. */

#define KKR_ASSIGNMENT_LANES 8

/* A row of gains, or of costs of 32 bits: a gain is then that of the row less twice the cost. */
typedef struct {
  const gint64 *gains;
  const guint32 *costs;
  gint64 base;
} KkrAssignmentRow;

/* A cost of 32 bits of what may not be. */
#define KKR_ASSIGNMENT_NO_COST G_MAXUINT32

typedef struct {
  gint64 best, second; /* what they gain */
  gint64 column;       /* of the best */
} KkrAssignmentChoice;

typedef struct {
  /* Keys become `so_far` + weight - gain where that is less, and `from` is then `row`. The column
   * whose key is the least, and the first of these. */
  gint64 (*go_on) (const KkrAssignmentRow *row, const gint64 *weights, gsize n, gint64 so_far,
                   gint64 number, gint64 *keys, gint64 *from);
  /* The two columns whose gain less their weight is the largest. */
  void (*choose) (const KkrAssignmentRow *row, const gint64 *weights, gsize n,
                  KkrAssignmentChoice *choice);
} KkrAssignmentLoops;

extern const KkrAssignmentLoops kkr_assignment_loops_baseline;
extern const KkrAssignmentLoops kkr_assignment_loops_avx2;
extern const KkrAssignmentLoops kkr_assignment_loops_avx512;

G_END_DECLS
