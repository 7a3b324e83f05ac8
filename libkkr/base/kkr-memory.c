/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <stdlib.h>
#include <string.h>
#ifdef __linux__
#include <sys/mman.h>
#include <unistd.h>
#endif

#include <libkkr/base/kkr-memory-private.h>

#define LARGE_PAGE (2 * 1024 * 1024)

/* A hint: without it everything is the same. */
static void
ask_for_large_pages (gpointer memory, gsize size)
{
#if defined (__linux__) && defined (MADV_HUGEPAGE)
  gsize page = (gsize) sysconf (_SC_PAGESIZE), start = ((gsize) memory + page - 1) / page * page;
  gsize end = ((gsize) memory + size) / page * page;

  madvise ((gpointer) start, end - start, MADV_HUGEPAGE);
#endif
}

gpointer
kkr_memory_try_new (gsize size)
{
  gboolean large = size >= 2 * LARGE_PAGE;
  gpointer memory;

  if (posix_memalign (&memory, large ? LARGE_PAGE : KKR_MEMORY_ALIGNMENT, MAX (size, 1)) != 0)
    return NULL;
  /* A last page that is not full would be cleared in full. */
  if (large)
    ask_for_large_pages (memory, size / LARGE_PAGE * LARGE_PAGE);
  return memory;
}

gpointer
kkr_memory_new (gsize size)
{
  gpointer memory = kkr_memory_try_new (size);

  if (memory == NULL)
    g_error ("no memory for %" G_GSIZE_FORMAT " bytes", size);
  return memory;
}

gpointer
kkr_memory_new_zeros (gsize size)
{
  gpointer memory = g_malloc0 (size);

  if (size >= 2 * LARGE_PAGE)
    ask_for_large_pages (memory, size);
  return memory;
}

gsize
kkr_memory_next_size (gsize size)
{
  if (size < LARGE_PAGE / 8)
    return MAX (size * 2, KKR_MEMORY_ALIGNMENT);
  if (size < 2 * LARGE_PAGE)
    return 2 * LARGE_PAGE;
  return size < 32 * LARGE_PAGE ? MIN (size * 8, 32 * LARGE_PAGE) : size * 2;
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
  free (memory);
}

GBytes *
kkr_memory_to_bytes (gpointer memory, gsize size)
{
  return g_bytes_new_with_free_func (memory, size, kkr_memory_free, memory);
}

/* Memory that the system has cleared is not cleared again, as it would be if it were aligned. */
GBytes *
kkr_memory_zeros_to_bytes (gsize size, gpointer *memory)
{
  char *block = kkr_memory_new_zeros (size + KKR_MEMORY_ALIGNMENT);
  gsize past = (gsize) block % KKR_MEMORY_ALIGNMENT;

  *memory = past > 0 ? block + KKR_MEMORY_ALIGNMENT - past : block;
  return g_bytes_new_with_free_func (*memory, size, g_free, block);
}
