/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/kernel/kkr-random-private.h>

void
kkr_random_table_guide (KkrRandomTable *self)
{
  guint8 at = 0;

  for (guint64 i = 0; i < G_N_ELEMENTS (self->guide); i++)
    {
      while (self->limits[at] < i << (64 - KKR_RANDOM_GUIDE_BITS))
        at++;
      self->guide[i] = at;
    }
}
