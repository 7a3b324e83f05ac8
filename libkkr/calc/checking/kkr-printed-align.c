/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-printed-grid-private.h>

#include <glib/gi18n-lib.h>

typedef struct {
  guint start;
  guint end;
} Span;

/* Where the columns stand: what they take up in the records that have them all. */
static Span *
find_spans (const KkrPrintedGrid *grid)
{
  Span *spans = g_new0 (Span, grid->n_columns);

  for (guint i = 0; i < grid->records->len; i++)
    {
      if (kkr_printed_grid_get_record (grid, i)->n_fields != grid->n_columns)
        continue;
      for (guint j = 0; j < grid->n_columns; j++)
        {
          const KkrPrintedField *field = kkr_printed_grid_get_field (grid, i, j);

          spans[j].start = spans[j].start == 0 ? field->column
                                               : MIN (spans[j].start, field->column);
          spans[j].end = MAX (spans[j].end, field->end);
        }
    }
  return spans;
}

static guint
overlap (const Span *span, const KkrPrintedField *field)
{
  guint start = MAX (span->start, field->column), end = MIN (span->end, field->end);

  return end > start ? end - start : 0;
}

/* The column from `first` to `last` that the field stands under most; `last` + 1 for none. */
static guint
find_column (const Span *spans, const KkrPrintedField *field, guint first, guint last)
{
  guint best = last + 1, most = 0;

  for (guint i = first; i <= last; i++)
    if (overlap (&spans[i], field) > most)
      {
        most = overlap (&spans[i], field);
        best = i;
      }
  return best;
}

static gboolean
align_record (const KkrPrintedGrid *grid, const KkrPrintedRecord *record, const Span *spans,
              GArray *fields, GError **error)
{
  guint next = 0;

  for (guint i = 0; i < record->n_fields; i++)
    {
      const KkrPrintedField *field = &g_array_index (grid->fields, KkrPrintedField,
                                                     record->first + i);
      KkrPrintedField blank = { "", record->line, field->column, field->column };
      guint last = grid->n_columns - (record->n_fields - i);
      guint column = find_column (spans, field, next, last);

      if (column > last)
        return kkr_printed_fail (error, field->line, field->column,
                                 g_strdup_printf (_("a cell that stands under no column: \"%s\" "
                                                    "found, %u cells expected in the line"),
                                                  field->text, grid->n_columns));
      for (; next < column; next++)
        g_array_append_val (fields, blank);
      g_array_append_val (fields, *field);
      next++;
    }
  for (; next < grid->n_columns; next++)
    {
      KkrPrintedField blank = { "", record->line, 1, 1 };

      g_array_append_val (fields, blank);
    }
  return TRUE;
}

/* A line of one field stays so: it is a label alone, wherever it stands. */
gboolean
kkr_printed_align (KkrPrintedGrid *grid, GError **error)
{
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (KkrPrintedField));
  g_autofree Span *spans = find_spans (grid);

  for (guint i = 0; i < grid->records->len; i++)
    {
      KkrPrintedRecord *record = kkr_printed_grid_get_record (grid, i);
      guint first = fields->len;

      if (record->n_fields == grid->n_columns || record->n_fields == 1)
        g_array_append_vals (fields, kkr_printed_grid_get_field (grid, i, 0), record->n_fields);
      else if (!align_record (grid, record, spans, fields, error))
        return FALSE;
      if (fields->len > KKR_PRINTED_MAX_CELLS)
        return kkr_printed_fail (error, record->line, 1,
                                 g_strdup_printf (_("a table that is too large: one more cell "
                                                    "found, at most %d expected"),
                                                  KKR_PRINTED_MAX_CELLS));
      record->first = first;
      record->n_fields = fields->len - first;
    }
  g_array_unref (grid->fields);
  grid->fields = g_steal_pointer (&fields);
  return TRUE;
}
