/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-sheet-state-private.h>

#include <string.h>

#include <libkkr/calc/kkr-calculator-private.h>

static GQuark
data_quark (void)
{
  return g_quark_from_static_string ("kkr-sheet-data");
}

KkrSheetData *
kkr_sheet_data_new (GParamSpec *pspec, guint n_rows)
{
  const KkrSheetColumn *columns = kkr_sheet_get_columns (pspec);
  KkrSheetData *self = g_new0 (KkrSheetData, 1);

  g_atomic_ref_count_init (&self->n_refs);
  g_mutex_init (&self->codes_lock);
  self->pspec = g_param_spec_ref (pspec);
  self->n_rows = n_rows;
  while (columns[self->n_columns].name != NULL)
    self->n_columns++;
  self->cells = g_new0 (KkrSheetCells, (gsize) self->n_columns + 1);
  for (guint i = 0; i < self->n_columns; i++)
    self->cells[i].spec = &columns[i];
  return self;
}

static KkrSheetData *
data_ref (KkrSheetData *self)
{
  g_atomic_ref_count_inc (&self->n_refs);
  return self;
}

void
kkr_sheet_data_unref (KkrSheetData *self)
{
  if (!g_atomic_ref_count_dec (&self->n_refs))
    return;
  for (guint i = 0; i < self->n_columns; i++)
    {
      KkrSheetCells *cells = &self->cells[i];

      g_free (cells->owned);
      g_free (cells->texts);
      g_free (cells->codes);
      g_clear_pointer (&cells->chunk, g_string_chunk_free);
      g_clear_pointer (&cells->code_texts, g_ptr_array_unref);
    }
  g_free (self->cells);
  g_mutex_clear (&self->codes_lock);
  g_param_spec_unref (self->pspec);
  g_free (self);
}

static gpointer
ref_if_of (gpointer data, gpointer pspec)
{
  KkrSheetData *self = data;

  return self != NULL && self->pspec == pspec ? data_ref (self) : NULL;
}

KkrSheetData *
kkr_sheet_data_find (KkrTable *table, GParamSpec *pspec)
{
  return g_object_dup_qdata (G_OBJECT (table), data_quark (), ref_if_of, pspec);
}

void
kkr_sheet_data_keep (KkrSheetData *self, KkrTable *table)
{
  g_object_set_qdata_full (G_OBJECT (table), data_quark (), data_ref (self),
                           (GDestroyNotify) kkr_sheet_data_unref);
}

KkrSheet *
kkr_sheet_new_of (KkrSheetData *data, KkrTable *table)
{
  KkrSheet *self = g_new0 (KkrSheet, 1);

  self->data = data;
  self->pspec = data->pspec;
  self->table = table != NULL ? g_object_ref (table) : NULL;
  self->n_rows = data->n_rows;
  self->n_columns = data->n_columns;
  self->cells = data->cells;
  return self;
}

void
kkr_sheet_free (KkrSheet *self)
{
  kkr_sheet_data_unref (self->data);
  g_clear_object (&self->table);
  g_free (self);
}

/* Labels of a column may be equal, and need not be numbered in the order of the rows. */
static gint32 *
make_codes (const KkrSheetCells *cells, guint n_rows, GPtrArray *code_texts)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree gint32 *code_of = g_new (gint32, (gsize) cells->n_texts + 1);
  gint32 *codes = g_new (gint32, (gsize) n_rows + 1);

  memset (code_of, 0xff, ((gsize) cells->n_texts + 1) * sizeof *code_of);
  for (guint row = 0; row < n_rows; row++)
    {
      const gint32 text = cells->text_of[row];
      gpointer code;

      codes[row] = text >= 0 ? code_of[text] : -1;
      if (text < 0 || codes[row] >= 0 || cells->texts[text] == NULL)
        continue;
      if (!g_hash_table_lookup_extended (known, cells->texts[text], NULL, &code))
        {
          code = GUINT_TO_POINTER (code_texts->len);
          g_hash_table_insert (known, (gpointer) cells->texts[text], code);
          g_ptr_array_add (code_texts, (gpointer) cells->texts[text]);
        }
      codes[row] = code_of[text] = GPOINTER_TO_INT (code);
    }
  return codes;
}

const gint32 *
kkr_sheet_get_codes (KkrSheet *self, guint column, guint *n_texts)
{
  KkrSheetCells *cells = &self->cells[column];

  /* Calculators in several threads may have the data. */
  g_mutex_lock (&self->data->codes_lock);
  if (cells->codes == NULL)
    {
      cells->code_texts = g_ptr_array_new ();
      cells->codes = make_codes (cells, self->n_rows, cells->code_texts);
    }
  g_mutex_unlock (&self->data->codes_lock);
  *n_texts = cells->code_texts->len;
  return cells->codes;
}
