/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-assignment-core-private.h>

#include <libkkr/kernel/kkr-cpu-private.h>
#include <libkkr/kernel/kkr-flow-private.h>

#define FAR KKR_ASSIGNMENT_FAR
#define REACHED KKR_ASSIGNMENT_REACHED

typedef gint64 Gain;
typedef KkrAssignmentChoice Choice;

static inline KkrAssignmentRow
get_row (const KkrAssignmentCore *core, gsize row)
{
  const gsize at = row * core->stride;

  if (core->costs != NULL)
    return (KkrAssignmentRow) { .costs = core->costs + at, .base = core->bases[row] };
  return (KkrAssignmentRow) { .gains = (const gint64 *) core->gains + at };
}

static inline Gain
get_gain (const KkrAssignmentCore *core, gsize row, gsize column)
{
  const KkrAssignmentRow gains = get_row (core, row);

  if (gains.costs == NULL)
    return gains.gains[column];
  return gains.costs[column] == KKR_ASSIGNMENT_NO_COST
           ? KKR_ASSIGNMENT_NEVER : gains.base - 2 * (gint64) gains.costs[column];
}

static inline gint32
go_on_everywhere (const KkrAssignmentCore *core, gint32 row, const Gain *weights, Gain so_far,
                  Gain *keys, gint64 *from)
{
  const KkrAssignmentRow gains = get_row (core, (gsize) row);

  return (gint32) core->loops->go_on (&gains, weights, core->stride, so_far, row, keys, from);
}

static inline void
choose_everywhere (const KkrAssignmentCore *core, gint32 row, const Gain *weights, Choice *choice)
{
  const KkrAssignmentRow gains = get_row (core, (gsize) row);

  core->loops->choose (&gains, weights, core->stride, choice);
}

#include <libkkr/kernel/kkr-assignment-search-private.h>

const KkrAssignmentKernel kkr_assignment_narrow = { sizeof (Gain), solve, find_more };

const KkrAssignmentLoops *
kkr_assignment_get_loops (KkrCpuLevel level)
{
#ifdef KKR_HAVE_AVX512
  if (level >= KKR_CPU_LEVEL_AVX512)
    return &kkr_assignment_loops_avx512;
#endif
#ifdef KKR_HAVE_AVX2
  if (level >= KKR_CPU_LEVEL_AVX2)
    return &kkr_assignment_loops_avx2;
#endif
  return &kkr_assignment_loops_baseline;
}
