/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-group-sum-parts-private.h>

#include <string.h>

#include <libkkr/base/kkr-memory-private.h>

#define LEAST_SIZE 64
/* All copies together stay in the fastest memory beside the rows. */
#define MAX_CELLS_OF_COPIES 1024
/* Copies that lie a page apart would be taken for one another. */
#define GAP 8
#define HALF ((gint64) 1 << 32)

static gpointer
new_zeros (gsize n, gsize item_size)
{
  gpointer memory = kkr_memory_try_new (n * item_size);

  if (memory != NULL)
    memset (memory, 0, n * item_size);
  return memory;
}

void
kkr_group_window_clear (KkrGroupWindow *window)
{
  kkr_memory_free (window->cells);
  kkr_memory_free (window->others[1]);
  kkr_memory_free (window->sums);
  kkr_memory_free (window->counts);
  *window = (KkrGroupWindow) { 0 };
}

static gboolean
window_init (KkrGroupWindow *window, gint64 base, guint64 size)
{
  const guint n_others = KKR_GROUP_N_STATUSES - 1;

  *window = (KkrGroupWindow) { .base = base, .size = size };
  window->n_copies = (guint) CLAMP (MAX_CELLS_OF_COPIES / size, 1, KKR_GROUP_MAX_COPIES);
  window->stride = window->n_copies > 1 ? size + GAP : 0;
  window->to_highs = size + (window->n_copies - 1) * window->stride + GAP;
  window->cells = new_zeros (2 * window->to_highs, sizeof *window->cells);
  window->others[1] = new_zeros (n_others * size, sizeof *window->others[1]);
  window->sums = new_zeros (size, sizeof *window->sums);
  window->counts = new_zeros (size, sizeof *window->counts);
  if (window->cells == NULL || window->others[1] == NULL || window->sums == NULL
      || window->counts == NULL)
    {
      kkr_group_window_clear (window);
      return FALSE;
    }
  for (guint i = 2; i <= n_others; i++)
    window->others[i] = window->others[i - 1] + size;
  return TRUE;
}

static inline KkrGroupCell
take_copies (const KkrGroupWindow *window, KkrGroupCell *cells)
{
  KkrGroupCell all = { 0 };

  for (guint copy = 0; copy < window->n_copies; copy++, cells += window->stride)
    {
      all += *cells;
      *cells = (KkrGroupCell) { 0 };
    }
  return all;
}

void
kkr_group_window_flush (KkrGroupWindow *window)
{
  for (guint64 i = 0; i < window->size; i++)
    {
      const KkrGroupCell cell = take_copies (window, window->cells + i);

      window->sums[i] += (gint64) cell[0];
      window->counts[i] += cell[1];
    }
  for (guint64 i = 0; window->has_highs && i < window->size; i++)
    window->sums[i]
      += (KkrInt128) (gint64) take_copies (window, window->cells + window->to_highs + i)[0] * HALF;
  window->has_highs = FALSE;
  window->load = 0;
}

static void
copy_into (KkrGroupWindow *to, const KkrGroupWindow *from)
{
  const guint64 shift = (guint64) from->base - (guint64) to->base;

  memcpy (to->sums + shift, from->sums, from->size * sizeof *to->sums);
  memcpy (to->counts + shift, from->counts, from->size * sizeof *to->counts);
  for (guint i = 1; i < KKR_GROUP_N_STATUSES; i++)
    memcpy (to->others[i] + shift, from->others[i], from->size * sizeof *to->others[i]);
}

gboolean
kkr_group_window_widen (KkrGroupWindow *window, guint key_width, gint64 lowest, gint64 highest,
                        guint64 max_size)
{
  const gint64 largest = G_MAXINT64 >> (64 - 8 * key_width);
  guint64 size = MAX (window->size, LEAST_SIZE);
  KkrGroupWindow wider;

  if (window->size > 0)
    {
      lowest = MIN (lowest, window->base);
      highest = MAX (highest, (gint64) ((guint64) window->base + (window->size - 1)));
    }
  while (size <= (guint64) highest - (guint64) lowest)
    {
      if (size >= max_size)
        return FALSE;
      size *= 2;
    }
  if (!window_init (&wider, MIN (lowest, largest - (gint64) (size - 1)), size))
    return FALSE;
  if (window->size > 0)
    {
      kkr_group_window_flush (window);
      copy_into (&wider, window);
    }
  kkr_group_window_clear (window);
  *window = wider;
  return TRUE;
}

void
kkr_group_window_empty (KkrGroupWindow *window, guint key_width, KkrGroupHash *hash)
{
  if (window->size > 0)
    kkr_group_window_flush (window);
  for (guint64 i = 0; i < window->size; i++)
    {
      gint64 key = (gint64) ((guint64) window->base + i);

      if (key == KKR_GROUP_NO_KEY (key_width))
        key = G_MININT64;
      if (window->counts[i] > 0)
        kkr_group_hash_add (hash, key, 0, window->sums[i], window->counts[i]);
      for (guint status = 1; status < KKR_GROUP_N_STATUSES; status++)
        if (window->others[status][i] > 0)
          kkr_group_hash_add (hash, key, status, 0, window->others[status][i]);
    }
}
