/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-printed-grid-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-error.h>

void
kkr_printed_grid_init (KkrPrintedGrid *grid)
{
  grid->texts = g_string_chunk_new (4096);
  grid->fields = g_array_new (FALSE, FALSE, sizeof (KkrPrintedField));
  grid->records = g_array_new (FALSE, FALSE, sizeof (KkrPrintedRecord));
  grid->title = g_string_new (NULL);
  grid->n_columns = 0;
}

void
kkr_printed_grid_clear (KkrPrintedGrid *grid)
{
  g_clear_pointer (&grid->texts, g_string_chunk_free);
  g_clear_pointer (&grid->fields, g_array_unref);
  g_clear_pointer (&grid->records, g_array_unref);
  if (grid->title != NULL)
    g_string_free (g_steal_pointer (&grid->title), TRUE);
}

KkrPrintedRecord *
kkr_printed_grid_get_record (const KkrPrintedGrid *grid, guint record)
{
  return &g_array_index (grid->records, KkrPrintedRecord, record);
}

KkrPrintedField *
kkr_printed_grid_get_field (const KkrPrintedGrid *grid, guint record, guint field)
{
  return &g_array_index (grid->fields, KkrPrintedField,
                         kkr_printed_grid_get_record (grid, record)->first + field);
}

gboolean
kkr_printed_fail (GError **error, guint line, guint column, char *message)
{
  g_autofree char *text = message;

  g_set_error (error, KKR_CALC_ERROR, KKR_CALC_ERROR_OUT_OF_RANGE, "%u:%u: %s", line, column, text);
  return FALSE;
}

gboolean
kkr_printed_grid_add_record (KkrPrintedGrid *grid, guint line, GError **error)
{
  KkrPrintedRecord record = { line, grid->fields->len, 0 };

  if (grid->records->len >= KKR_PRINTED_MAX_ROWS)
    return kkr_printed_fail (error, line, 1,
                             g_strdup_printf (_("a table that is too long: one more line found, "
                                                "at most %d expected"), KKR_PRINTED_MAX_ROWS));
  g_array_append_val (grid->records, record);
  return TRUE;
}

gboolean
kkr_printed_grid_add_field (KkrPrintedGrid *grid, const char *text, gsize length, guint line,
                            guint column, GError **error)
{
  KkrPrintedRecord *record = kkr_printed_grid_get_record (grid, grid->records->len - 1);
  KkrPrintedField field = { "", line, column, column };

  if (record->n_fields >= KKR_PRINTED_MAX_COLUMNS)
    return kkr_printed_fail (error, line, column,
                             g_strdup_printf (_("a table that is too wide: one more column found, "
                                                "at most %d expected"), KKR_PRINTED_MAX_COLUMNS));
  if (grid->fields->len >= KKR_PRINTED_MAX_CELLS)
    return kkr_printed_fail (error, line, column,
                             g_strdup_printf (_("a table that is too large: one more cell found, "
                                                "at most %d expected"), KKR_PRINTED_MAX_CELLS));
  for (; length > 0 && g_unichar_isspace (g_utf8_get_char (text)); field.column++)
    {
      length -= (gsize) (g_utf8_next_char (text) - text);
      text = g_utf8_next_char (text);
    }
  for (const char *last; length > 0; length = (gsize) (last - text))
    {
      last = g_utf8_prev_char (text + length);
      if (!g_unichar_isspace (g_utf8_get_char (last)))
        break;
    }
  field.end = field.column + (guint) g_utf8_strlen (text, (gssize) length);
  if (length > 0)
    field.text = g_string_chunk_insert_len (grid->texts, text, (gssize) length);
  g_array_append_val (grid->fields, field);
  record->n_fields++;
  return TRUE;
}

/* A delimiter may also stand in a title: "Tabel 1; 2024". */
static gboolean
is_title (const KkrPrintedGrid *grid, guint record)
{
  guint n_fields = kkr_printed_grid_get_record (grid, record)->n_fields, forms;

  if (n_fields == 1)
    return TRUE;
  if (n_fields + 1 >= grid->n_columns)
    return FALSE;
  for (guint i = 0; i < n_fields; i++)
    {
      const char *text = kkr_printed_grid_get_field (grid, record, i)->text;

      if (kkr_printed_kind (text, &forms) == KKR_PRINTED_IS_NUMBER && !kkr_printed_is_year (text))
        return FALSE;
    }
  return TRUE;
}

static void
take_title (KkrPrintedGrid *grid, const char *between)
{
  guint n_lines = 0;

  while (n_lines < grid->records->len && is_title (grid, n_lines))
    n_lines++;
  if (n_lines == grid->records->len)
    return;
  for (guint i = 0; i < n_lines; i++)
    for (guint j = 0; j < kkr_printed_grid_get_record (grid, i)->n_fields; j++)
      g_string_append_printf (grid->title, "%s%s", j > 0 ? between : i > 0 ? "\n" : "",
                              kkr_printed_grid_get_field (grid, i, j)->text);
  g_array_remove_range (grid->records, 0, n_lines);
}

/* Gives every record as many fields as the widest: a line of one field is a label alone, and the
 * headings may leave out the one above the labels. Any other that is too short has lost a field,
 * and nobody can tell which. */
static gboolean
make_even (KkrPrintedGrid *grid, GError **error)
{
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (KkrPrintedField));

  if ((guint64) grid->n_columns * grid->records->len > KKR_PRINTED_MAX_CELLS)
    return kkr_printed_fail (error, 1, 1,
                             g_strdup_printf (_("a table that is too large: %u lines of %u columns "
                                                "found, at most %d cells expected"),
                                              grid->records->len, grid->n_columns,
                                              KKR_PRINTED_MAX_CELLS));
  for (guint i = 0; i < grid->records->len; i++)
    {
      KkrPrintedRecord *record = kkr_printed_grid_get_record (grid, i);
      KkrPrintedField blank = { "", record->line, 1, 1 };
      guint first = fields->len;

      if (i == 0 && record->n_fields > 1 && record->n_fields + 1 == grid->n_columns)
        g_array_append_val (fields, blank);
      else if (record->n_fields != 1 && record->n_fields != grid->n_columns)
        return kkr_printed_fail (error, record->line, 1,
                                 g_strdup_printf (_("a line with too few cells: %u found, %u "
                                                    "expected, with - where one is blank"),
                                                  record->n_fields, grid->n_columns));
      g_array_append_vals (fields, kkr_printed_grid_get_field (grid, i, 0), record->n_fields);
      while (fields->len < first + grid->n_columns)
        g_array_append_val (fields, blank);
      record->first = first;
      record->n_fields = grid->n_columns;
    }
  g_array_unref (grid->fields);
  grid->fields = g_steal_pointer (&fields);
  return TRUE;
}

gboolean
kkr_printed_grid_read (KkrPrintedGrid *grid, const char *text, GError **error)
{
  guint n_numbers;
  KkrPrintedLayout layout = kkr_printed_find_layout (text, &n_numbers);
  gboolean good;

  if (layout == KKR_PRINTED_SEMICOLONS || layout == KKR_PRINTED_TABS
      || layout == KKR_PRINTED_COMMAS)
    good = kkr_printed_read_fields (grid, text, layout == KKR_PRINTED_SEMICOLONS ? ';'
                                                : layout == KKR_PRINTED_TABS     ? '\t' : ',',
                                    error);
  else if (layout == KKR_PRINTED_WORDS)
    good = kkr_printed_read_words (grid, text, n_numbers, error);
  else
    good = kkr_printed_read_lines (grid, text, layout, error);
  if (!good)
    return FALSE;
  if (grid->records->len == 0)
    return kkr_printed_fail (error, 1, 1, g_strdup (_("no table: nothing found, lines with labels "
                                                      "and numbers expected")));
  for (guint i = 0; i < grid->records->len; i++)
    grid->n_columns = MAX (grid->n_columns, kkr_printed_grid_get_record (grid, i)->n_fields);
  take_title (grid, layout == KKR_PRINTED_SEMICOLONS ? "; " : " ");
  if (layout == KKR_PRINTED_SPACES && !kkr_printed_align (grid, error))
    return FALSE;
  return make_even (grid, error);
}
