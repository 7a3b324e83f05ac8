/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-philox-private.h>

static void
fill_baseline (const KkrRandomPlace *place, gsize n, guint64 *first, guint64 *second)
{
  guint32 counter[] = { place->path, place->period, place->flow, 0 };

  for (gsize i = 0; i < n; i++, counter[0]++)
    {
      guint32 words[4];

      kkr_philox (counter, place->seed, words);
      first[i] = (guint64) words[1] << 32 | words[0];
      second[i] = (guint64) words[3] << 32 | words[2];
    }
}

KkrPhiloxFill
kkr_philox_get_fill (KkrCpuLevel level)
{
#ifdef KKR_HAVE_AVX512
  if (level >= KKR_CPU_LEVEL_AVX512)
    return kkr_philox_fill_avx512;
#endif
#ifdef KKR_HAVE_AVX2
  if (level >= KKR_CPU_LEVEL_AVX2)
    return kkr_philox_fill_avx2;
#endif
  return fill_baseline;
}
