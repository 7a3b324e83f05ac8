/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <string.h>
#ifdef __linux__
#include <sys/mman.h>
#endif

#include <libkkr/base/kkr-memory-private.h>

#define LARGE_PAGE (2 * 1024 * 1024)

gpointer
kkr_memory_new (gsize size)
{
  gpointer memory;

  if (size < 2 * LARGE_PAGE)
    return g_aligned_alloc (MAX (size, 1), 1, KKR_MEMORY_ALIGNMENT);
  memory = g_aligned_alloc (size, 1, LARGE_PAGE);
#if defined (__linux__) && defined (MADV_HUGEPAGE)
  /* A hint: without it everything is the same. The last page may be somebody else's too. */
  madvise (memory, size - size % LARGE_PAGE, MADV_HUGEPAGE);
#endif
  return memory;
}

gpointer
kkr_memory_grow (gpointer memory, gsize used, gsize size)
{
  gpointer grown = kkr_memory_new (size);

  if (used > 0)
    memcpy (grown, memory, used);
  kkr_memory_free (memory);
  return grown;
}

void
kkr_memory_free (gpointer memory)
{
  g_aligned_free (memory);
}

GBytes *
kkr_memory_to_bytes (gpointer memory, gsize size)
{
  return g_bytes_new_with_free_func (memory, size, kkr_memory_free, memory);
}
