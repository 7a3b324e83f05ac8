/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/table/kkr-column-view-private.h>

#include <string.h>

#include <libkkr/base/kkr-memory-private.h>
#include <libkkr/table/kkr-column-private.h>

/* Bytes of a view are made once, by whoever asks first. */

static KkrColumn *
new_view (KkrColumn *column, KkrScenarioRows *rows)
{
  column->rows = kkr_scenario_rows_ref (rows);
  column->length = kkr_scenario_rows_get_n_rows (rows);
  g_clear_pointer (&column->bytes, g_bytes_unref);
  g_clear_pointer (&column->status, g_bytes_unref);
  return column;
}

KkrColumn *
kkr_column_new_scenarios (const char *name, const char *danish, const char *english,
                          KkrScenarioRows *rows)
{
  return new_view (kkr_column_new (name, danish, english, KKR_COLUMN_KIND_INT64, KKR_UNIT_NONE),
                   rows);
}

KkrColumn *
kkr_column_new_repeated (KkrColumn *keys, KkrScenarioRows *rows)
{
  KkrColumn *self = new_view (kkr_column_new (keys->name, keys->danish, keys->english, keys->kind,
                                              keys->unit), rows);

  self->repeated = g_object_ref (keys);
  self->decimals_asked = keys->decimals_asked;
  self->values = keys->values;
  self->statuses = keys->statuses;
  self->qualifiers = keys->qualifiers;
  self->exact = keys->exact;
  self->labels = keys->labels;
  self->labels_in_english = keys->labels_in_english;
  self->labels_in_danish = keys->labels_in_danish;
  self->n_labels = keys->n_labels;
  self->n_without_value = keys->n_without_value;
  return self;
}

static gsize
item_size (KkrColumn *self)
{
  return self->kind == KKR_COLUMN_KIND_TEXT || self->kind == KKR_COLUMN_KIND_DATE
           ? sizeof (gint32) : sizeof (gint64);
}

/* The rows of one scenario after the other, each of which stands together in the keys. */
static GBytes *
repeat (KkrColumn *self, const void *cells, gsize size)
{
  char *memory = kkr_memory_new (self->length * size), *to = memory;

  for (guint i = 0; i < kkr_scenario_rows_get_n_scenarios (self->rows); i++)
    {
      guint first, n;

      kkr_scenario_rows_get_range (self->rows, i, &first, &n);
      if (n == 0)
        continue;
      memcpy (to, (const char *) cells + kkr_scenario_rows_get_key_row (self->rows, first) * size,
              n * size);
      to += n * size;
    }
  return kkr_memory_to_bytes (memory, self->length * size);
}

static GBytes *
number_scenarios (KkrColumn *self)
{
  gint64 *memory = kkr_memory_new (self->length * sizeof *memory), *to = memory;

  for (guint i = 0; i < kkr_scenario_rows_get_n_scenarios (self->rows); i++)
    {
      guint first, n;

      kkr_scenario_rows_get_range (self->rows, i, &first, &n);
      for (guint k = 0; k < n; k++)
        *to++ = i;
    }
  return kkr_memory_to_bytes (memory, self->length * sizeof *memory);
}

void
kkr_column_make_bytes (KkrColumn *self)
{
  if (!g_once_init_enter (&self->has_bytes))
    return;
  self->bytes = self->repeated != NULL ? repeat (self, self->values, item_size (self))
                                       : number_scenarios (self);
  g_once_init_leave (&self->has_bytes, TRUE);
}

void
kkr_column_make_status (KkrColumn *self)
{
  gpointer zeros;

  if (!g_once_init_enter (&self->has_status))
    return;
  self->status = self->n_without_value > 0 ? repeat (self, self->statuses, 1)
                                           : kkr_column_block_new (self->length, 1, &zeros);
  g_once_init_leave (&self->has_status, TRUE);
}

void
kkr_column_make_qualifiers (KkrColumn *self)
{
  if (!g_once_init_enter (&self->has_qualifier))
    return;
  self->qualifier = self->qualifiers != NULL ? repeat (self, self->qualifiers, 1) : NULL;
  g_once_init_leave (&self->has_qualifier, TRUE);
}
