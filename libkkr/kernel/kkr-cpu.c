/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-cpu-private.h>

#if defined (__x86_64__) && defined (__has_include)
#if __has_include (<sys/platform/x86.h>)
#include <sys/platform/x86.h>
#define HAS(feature, name) is_active (x86_cpu_##feature)

/* CPU_FEATURE_ACTIVE() without its shift into the highest bit of an int, which sanitizers stop. */
static gboolean
is_active (guint feature)
{
  const struct cpuid_feature *leaf = __x86_get_cpuid_feature_leaf (feature / 128);

  return leaf->active_array[feature % 128 / 32] >> feature % 32 & 1;
}
#endif
#endif
#if defined (__x86_64__) && !defined (HAS)
#define HAS(feature, name) __builtin_cpu_supports (name)
#endif

KkrCpuLevel
kkr_cpu_get_level (void)
{
#ifdef __x86_64__
  if (!HAS (AVX2, "avx2"))
    return KKR_CPU_LEVEL_BASELINE;
  if (HAS (AVX512F, "avx512f") && HAS (AVX512DQ, "avx512dq") && HAS (AVX512BW, "avx512bw") &&
      HAS (AVX512VL, "avx512vl"))
    return KKR_CPU_LEVEL_AVX512;
  return KKR_CPU_LEVEL_AVX2;
#else
  return KKR_CPU_LEVEL_BASELINE;
#endif
}

const char *
kkr_cpu_level_name (KkrCpuLevel level)
{
  static const char *const names[] = { "baseline", "AVX2", "AVX-512" };

  return (guint) level < G_N_ELEMENTS (names) ? names[level] : "";
}
