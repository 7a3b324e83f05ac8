/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-assignment-core-private.h>

#include <libkkr/kernel/kkr-flow-private.h>

#define FAR KKR_ASSIGNMENT_FAR_WIDE
#define REACHED KKR_ASSIGNMENT_REACHED_WIDE

typedef KkrInt128 Gain;

typedef struct {
  Gain best, second;
  gint64 column;
} Choice;

static inline Gain
get_gain (const KkrAssignmentCore *core, gsize row, gsize column)
{
  return ((const Gain *) core->gains)[row * core->stride + column];
}

static inline gint32
go_on_everywhere (const KkrAssignmentCore *core, gint32 row, const Gain *weights, Gain so_far,
                  Gain *keys, gint64 *from)
{
  const Gain *gains = (const Gain *) core->gains + (gsize) row * core->stride;
  gsize nearest = 0;

  for (gsize i = 0; i < core->n_columns; i++)
    {
      const Gain key = so_far + weights[i] - gains[i];

      if (key < keys[i])
        {
          keys[i] = key;
          from[i] = row;
        }
      if (keys[i] < keys[nearest])
        nearest = i;
    }
  return (gint32) nearest;
}

static inline void
choose_everywhere (const KkrAssignmentCore *core, gint32 row, const Gain *weights, Choice *choice)
{
  const Gain *gains = (const Gain *) core->gains + (gsize) row * core->stride;

  for (gsize i = 0; i < core->n_columns; i++)
    {
      const Gain value = gains[i] - weights[i];

      if (value <= choice->second)
        continue;
      if (value > choice->best)
        {
          choice->second = choice->best;
          choice->best = value;
          choice->column = (gint64) i;
        }
      else
        choice->second = value;
    }
}

#include <libkkr/kernel/kkr-assignment-search-private.h>

const KkrAssignmentKernel kkr_assignment_wide = { sizeof (Gain), solve, find_more };
