/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the kernels have been compiled for: each level has the instructions of those below it. All
 * give the same bits. */
typedef enum {
  KKR_CPU_LEVEL_BASELINE,
  KKR_CPU_LEVEL_AVX2,
  KKR_CPU_LEVEL_AVX512, /* F, DQ, BW, VL */
  KKR_CPU_N_LEVELS,
} KkrCpuLevel;

/* The highest level that was built and that the processor has; what GLIBC_TUNABLES masks, where the
 * C library tells, it does not have. */
KkrCpuLevel kkr_cpu_get_level (void);
const char *kkr_cpu_level_name (KkrCpuLevel level);

G_END_DECLS
