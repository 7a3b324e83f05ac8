/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-assignment-core-private.h>

#include <string.h>

#include <libkkr/kernel/kkr-flow-private.h>

#define FAR KKR_ASSIGNMENT_FAR_WIDE
#define REACHED KKR_ASSIGNMENT_REACHED_WIDE

typedef KkrInt128 Gain;

#include <libkkr/kernel/kkr-assignment-loops-private.h>
#include <libkkr/kernel/kkr-assignment-search-private.h>

const KkrAssignmentKernel kkr_assignment_wide = { sizeof (Gain), solve, find_more };
