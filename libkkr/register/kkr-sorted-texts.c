/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/register/kkr-sorted-texts-private.h>

guint
kkr_sorted_texts_bound (gpointer owner, guint n, KkrTextAt text_at, const char *text)
{
  guint low = 0, high = n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_strcmp0 (text_at (owner, middle), text) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

gboolean
kkr_sorted_texts_find (gpointer owner, guint n, KkrTextAt text_at, const char *text, guint *place)
{
  *place = kkr_sorted_texts_bound (owner, n, text_at, text);
  return *place < n && g_strcmp0 (text_at (owner, *place), text) == 0;
}
