/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <string.h>

#include <libkkr/register/kkr-register-builder-private.h>

/* What a higher layer says again is taken from the lower ones, with all that belongs to it. */

static gboolean
is_overridden (KkrBuilder *builder, KkrNamesId names, guint name, guint layer)
{
  return layer < kkr_builder_get_name (builder, names, name)->layer;
}

static void
settle_objects (KkrBuilder *builder, const KkrModel *model)
{
  KkrRows *rows = &builder->rows[model->id];
  KkrNamesId names = KKR_NAMES_MODEL (model->parent != NULL ? model->parent : model);
  guint kept = 0;

  for (guint i = 0; i < rows->n; i++)
    {
      const guint32 *row = kkr_builder_get_row (builder, model, i);

      if (is_overridden (builder, names, row[KKR_ROW_NAME], row[KKR_ROW_LAYER]))
        continue;
      memmove (kkr_builder_get_row (builder, model, kept++), row, rows->stride * sizeof *row);
    }
  rows->n = kept;
  g_array_set_size (rows->words, kept * rows->stride);
}

static void
settle_sources (KkrBuilder *builder)
{
  guint kept = 0;

  for (guint i = 0; i < builder->sources->len; i++)
    {
      KkrSourceRow row = g_array_index (builder->sources, KkrSourceRow, i);

      if (!is_overridden (builder, KKR_NAMES_SOURCES, row.name, row.layer))
        g_array_index (builder->sources, KkrSourceRow, kept++) = row;
    }
  g_array_set_size (builder->sources, kept);
}

/* The facts of a table that is gone stay, unless its successor has them too. */
static void
settle_tables (KkrBuilder *builder)
{
  g_autofree guint8 *gone = g_new0 (guint8, builder->cells->len + 1);
  guint kept = 0;

  for (guint i = 0; i < builder->tables->len; i++)
    {
      KkrTableRow row = g_array_index (builder->tables, KkrTableRow, i);

      if (is_overridden (builder, KKR_NAMES_TABLES, row.name, row.layer))
        memset (gone + row.record.first_cell, 1, row.record.n_rows * row.record.n_columns);
      else
        g_array_index (builder->tables, KkrTableRow, kept++) = row;
    }
  g_array_set_size (builder->tables, kept);
  for (guint i = 0; i < builder->facts->len; i++)
    {
      KkrFactRow *row = &g_array_index (builder->facts, KkrFactRow, i);

      if (row->cell > 0 && gone[row->cell - 1])
        {
          row->cell = 0;
          row->record.flags &= (guint8) ~KKR_FACT_OF_TABLE;
        }
    }
}

static gboolean
is_same_fact (const KkrFactRow *a, const KkrFactRow *b)
{
  return a->record.key == b->record.key && a->record.from == b->record.from
         && a->record.until == b->record.until && a->record.level == b->record.level
         && kkr_fact_record_known_on (&a->record) == kkr_fact_record_known_on (&b->record);
}

/* They are sorted, and among the same ones the higher layer comes later. */
void
kkr_builder_settle_facts (KkrBuilder *builder)
{
  guint kept = 0;

  for (guint i = 0; i < builder->facts->len; i++)
    {
      KkrFactRow row = g_array_index (builder->facts, KkrFactRow, i);
      KkrFactRow *last = kept > 0 ? &g_array_index (builder->facts, KkrFactRow, kept - 1) : NULL;

      if (last == NULL || last->layer >= row.layer || !is_same_fact (last, &row))
        g_array_index (builder->facts, KkrFactRow, kept++) = row;
      else
        {
          if (row.cell == 0)
            row.cell = last->cell;
          *last = row;
        }
    }
  g_array_set_size (builder->facts, kept);
}

void
kkr_builder_settle_layers (KkrBuilder *builder)
{
  settle_sources (builder);
  for (guint i = 0; i < KKR_N_MODELS; i++)
    settle_objects (builder, kkr_models[i]);
  settle_tables (builder);
}
