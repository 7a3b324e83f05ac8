/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-assignment-loops-private.h>

#define LANES ((gsize) 1)

typedef gint64 Words;
typedef gboolean Mask;

#define load(from) (*(from))
#define load_half(from) ((gint64) *(from))
#define store(to, word) (*(to) = (word))
#define fill(word) ((gint64) (word))
#define count_up() 0
#define add(a, b) ((a) + (b))
#define subtract(a, b) ((a) - (b))
#define twice(a) (2 * (a))
#define less(a, b) ((a) < (b))
#define equal(a, b) ((a) == (b))
#define any(mask) (mask)
#define select(mask, a, b) ((mask) ? (a) : (b))

#include <libkkr/kernel/kkr-assignment-lanes-private.h>

const KkrAssignmentLoops kkr_assignment_loops_baseline = { go_on, choose };
