/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-quotient-block-private.h>

/* So few that the best is looked for as often as there are units. */
#define FEW 16

void
kkr_quotient_class_make_room (KkrQuotientClass *self, gsize n)
{
  guint64 *memory;

  if (n <= self->capacity)
    return;
  self->capacity = MAX (n, 2 * self->capacity);
  g_free (self->memory);
  self->memory = memory = g_malloc_n (self->capacity, 4 * sizeof *memory + sizeof (guint8));
  self->claims = memory;
  self->places = (gsize *) (memory + self->capacity);
  self->weights = (gint64 *) (memory + 2 * self->capacity);
  self->wins = (gint64 *) (memory + 3 * self->capacity);
  self->tied = (guint8 *) (memory + 4 * self->capacity);
}

void
kkr_quotient_class_clear (KkrQuotientClass *self)
{
  g_clear_pointer (&self->memory, g_free);
  self->capacity = 0;
}

static void
choose_of_few (KkrQuotientClass *self, gsize n, gsize count, gboolean is_last)
{
  for (; count > 0; count--)
    {
      gsize best = n;

      for (gsize i = 0; i < n; i++)
        if (self->wins[i] == 0 && (best == n || self->claims[i] > self->claims[best] ||
                                   (is_last && self->claims[i] == self->claims[best])))
          best = i;
      self->wins[best] = 1;
    }
}

static gboolean
all_are_equal (const KkrQuotientClass *self, gsize n)
{
  for (gsize i = 1; i < n; i++)
    if (self->claims[i] != self->claims[0])
      return FALSE;
  return TRUE;
}

gboolean
kkr_quotient_class_choose (KkrQuotientClass *self, const KkrShareTask *task, gsize n, gsize count)
{
  gboolean is_last = task->tie_rule == KKR_TIE_RULE_LAST;
  KkrShareTask inner = { .weights = self->weights, .n = n, .tie_rule = task->tie_rule };

  memset (self->wins, 0, n * sizeof *self->wins);
  if (task->tie_rule == KKR_TIE_RULE_FIRST || is_last)
    {
      if (n <= FEW)
        {
          choose_of_few (self, n, count, is_last);
          return TRUE;
        }
      if (all_are_equal (self, n))
        {
          for (gsize i = 0; i < count; i++)
            self->wins[is_last ? n - 1 - i : i] = 1;
          return TRUE;
        }
    }
  memset (self->tied, 0, n);
  kkr_give_to_largest (&inner, self->claims, count, self->wins, self->tied);
  return task->tie_rule != KKR_TIE_RULE_REFUSE || memchr (self->tied, 1, n) == NULL;
}

/* In the order of the rows. Where there are many, as where all weights are equal, it is quicker to
 * go through all rows than to put them in order. */
static gsize
list_places (KkrQuotientClass *self, const KkrQuotientKernel *kernel, const KkrQuotientRow *row,
             gsize n, gsize n_listed)
{
  const guint64 *scaled = (const guint64 *) row->shares;
  gsize n_places = 0;

  if (n_listed <= n / 16)
    {
      n_places = kernel->list (row->keys, n, row->key, self->places);
      while (n_places > 0 && self->places[n_places - 1] >= n)
        n_places--;
      return n_places;
    }
  for (gsize i = 0; i < n; i++)
    if ((guint32) scaled[i] >> (32 - kernel->key_bits) == row->key)
      self->places[n_places++] = i;
  return n_places;
}

gboolean
kkr_quotient_class_settle (KkrQuotientClass *self, const KkrQuotientKernel *kernel,
                           const KkrShareTask *task, KkrQuotientRow *row)
{
  guint64 *scaled = (guint64 *) row->shares;
  gsize count = row->left - row->n_above, n_listed = row->n_reached - row->n_above, n;

  if (count == n_listed)
    {
      row->bias = kkr_quotient_bias (row->key, kernel->key_bits, 32);
      return TRUE;
    }
  row->bias = kkr_quotient_bias (row->key + 1, kernel->key_bits, 32);
  if (count == 0)
    return TRUE;
  kkr_quotient_class_make_room (self, n_listed);
  n = list_places (self, kernel, row, task->n, n_listed);
  for (gsize i = 0; i < n; i++)
    {
      gsize place = self->places[i];

      self->weights[i] = (gint64) row->parts[place];
      self->claims[i] = kkr_quotient_remainder (row->parts[place], scaled[place], row->rest,
                                                row->sum, 32);
    }
  if (!kkr_quotient_class_choose (self, task, n, count))
    return FALSE;
  for (gsize i = 0; i < n; i++)
    scaled[self->places[i]] += (guint64) self->wins[i] << 32;
  return TRUE;
}
