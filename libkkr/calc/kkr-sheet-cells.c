/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/kkr-sheet-state-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-enums-private.h>
#include <libkkr/base/kkr-personal-number-private.h>

/* Columns that have the values as a calculator wants them are used as they are. */

static gboolean
is_whole (KkrSheetKind kind)
{
  return kind == KKR_SHEET_AMOUNT || kind == KKR_SHEET_WHOLE;
}

static void
fault_at (KkrSheet *self, KkrSheetFaults *faults, KkrCalcError code, guint row, guint column,
          const char *wrong)
{
  g_autofree char *place = NULL;

  if (faults->n >= KKR_SHEET_MAX_TOLD)
    {
      faults->n++;
      return;
    }
  place = kkr_sheet_row_words (self, row, column);
  kkr_sheet_faults_add (faults, code, g_strdup_printf ("%s: %s", place, wrong));
}

/* Room for the values of a column, all blank. */
static gpointer
new_values (KkrSheetCells *cells, guint n_rows)
{
  const KkrSheetKind kind = cells->spec->kind;

  if (kind == KKR_SHEET_NUMBER)
    {
      cells->numbers = cells->owned = g_new0 (KkrRational, (gsize) n_rows + 1);
      return cells->owned;
    }
  if (is_whole (kind))
    {
      gint64 *wholes = g_new (gint64, (gsize) n_rows + 1);

      for (guint i = 0; i < n_rows; i++)
        wholes[i] = G_MININT64;
      cells->wholes = cells->owned = wholes;
    }
  else
    {
      gint32 *small = g_new (gint32, (gsize) n_rows + 1);

      for (guint i = 0; i < n_rows; i++)
        small[i] = G_MININT32;
      cells->owned = small;
      if (kkr_sheet_kind_is_text (kind))
        cells->text_of = small;
      else
        cells->small = small;
    }
  return cells->owned;
}

static void
put_value (KkrSheetCells *cells, guint row, const KkrSheetValue *value)
{
  if (cells->spec->kind == KKR_SHEET_NUMBER)
    ((KkrRational *) cells->owned)[row] = value->number;
  else if (is_whole (cells->spec->kind))
    ((gint64 *) cells->owned)[row] = value->whole;
  else
    ((gint32 *) cells->owned)[row] = value->small;
}

/* A text without the spaces around it, or NULL if nothing is left of it. */
static const char *
trim (KkrSheetCells *cells, const char *text)
{
  gsize length;

  if (text == NULL)
    return NULL;
  while (g_ascii_isspace (*text))
    text++;
  length = strlen (text);
  if (length > 0 && g_ascii_isspace (text[length - 1]))
    {
      while (length > 0 && g_ascii_isspace (text[length - 1]))
        length--;
      if (cells->chunk == NULL)
        cells->chunk = g_string_chunk_new (1024);
      return g_string_chunk_insert_len (cells->chunk, text, (gssize) length);
    }
  return length > 0 ? text : NULL;
}

static void
take_labels (KkrSheetCells *cells)
{
  const char *const *labels = kkr_column_get_labels (cells->column);

  cells->n_texts = labels != NULL ? g_strv_length ((char **) labels) : 0;
  cells->texts = g_new0 (const char *, (gsize) cells->n_texts + 1);
  for (guint i = 0; i < cells->n_texts; i++)
    cells->texts[i] = trim (cells, labels[i]);
}

static const gint32 *
column_codes (KkrColumn *column)
{
  return g_bytes_get_data (kkr_column_get_bytes (column), NULL);
}

typedef enum { UNREAD, GOOD, BAD } LabelState;

/* Each label is read once, and only if a row has it. */
static void
read_labels (KkrSheet *self, guint number, KkrSheetFaults *faults)
{
  KkrSheetCells *cells = &self->cells[number];
  const gint32 *codes = column_codes (cells->column);
  g_autofree KkrSheetValue *values = NULL;
  g_autofree guint8 *states = NULL;
  g_autofree char **wrong = NULL;

  take_labels (cells);
  new_values (cells, self->n_rows);
  values = g_new0 (KkrSheetValue, (gsize) cells->n_texts + 1);
  states = g_new0 (guint8, (gsize) cells->n_texts + 1);
  wrong = g_new0 (char *, (gsize) cells->n_texts + 1);
  for (guint row = 0; row < self->n_rows; row++)
    {
      const gint32 code = codes[row];

      if (code < 0 || cells->texts[code] == NULL)
        continue;
      if (states[code] == UNREAD)
        {
          g_autoptr (GError) error = NULL;

          states[code] = kkr_sheet_parse (cells->spec, cells->texts[code], FALSE, &values[code],
                                          &error) ? GOOD : BAD;
          wrong[code] = error != NULL ? g_strdup (error->message) : NULL;
        }
      if (states[code] == GOOD)
        put_value (cells, row, &values[code]);
      else
        fault_at (self, faults, KKR_CALC_ERROR_OUT_OF_RANGE, row, number, wrong[code]);
    }
  for (guint i = 0; i < cells->n_texts; i++)
    g_free (wrong[i]);
}

static void
convert_rows (KkrSheet *self, guint number, KkrSheetFaults *faults)
{
  KkrSheetCells *cells = &self->cells[number];

  new_values (cells, self->n_rows);
  for (guint row = 0; row < self->n_rows; row++)
    {
      g_autoptr (GError) error = NULL;
      KkrSheetValue value;

      if (kkr_column_get_cell_status (cells->column, row) != KKR_CELL_STATUS_VALUE)
        continue;
      if (kkr_sheet_convert (cells->spec, cells->column, row, &value, &error))
        put_value (cells, row, &value);
      else
        fault_at (self, faults, KKR_CALC_ERROR_OUT_OF_RANGE, row, number, error->message);
    }
}

/* Numbers and days as keys: each one's text is made once. */
static void
write_texts (KkrSheet *self, guint number)
{
  KkrSheetCells *cells = &self->cells[number];
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  gint32 *text_of = new_values (cells, self->n_rows);

  cells->chunk = g_string_chunk_new (1024);
  for (guint row = 0; row < self->n_rows; row++)
    {
      g_autofree char *text = kkr_column_dup_exact (cells->column, row);
      gpointer code;

      if (text == NULL)
        continue;
      if (!g_hash_table_lookup_extended (known, text, NULL, &code))
        {
          char *kept = g_string_chunk_insert (cells->chunk, text);

          code = GUINT_TO_POINTER (texts->len);
          g_hash_table_insert (known, kept, code);
          g_ptr_array_add (texts, kept);
        }
      text_of[row] = GPOINTER_TO_INT (code);
    }
  cells->n_texts = texts->len;
  cells->texts = (const char **) g_ptr_array_free (g_steal_pointer (&texts), FALSE);
}

/* TRUE if the bytes of the column are the values. */
static gboolean
borrow (KkrSheetCells *cells)
{
  KkrColumn *column = cells->column;
  gconstpointer data = g_bytes_get_data (kkr_column_get_bytes (column), NULL);

  if (cells->spec->kind == KKR_SHEET_DATE && column->kind == KKR_COLUMN_KIND_DATE)
    cells->small = data;
  else if (is_whole (cells->spec->kind) && column->kind == KKR_COLUMN_KIND_INT64)
    cells->wholes = data;
  else
    return FALSE;
  return TRUE;
}

static gboolean
is_blank (const KkrSheetCells *cells, guint row)
{
  switch (cells->spec->kind)
    {
    case KKR_SHEET_TEXT:
    case KKR_SHEET_PERSON:
      return cells->text_of[row] < 0 || cells->texts[cells->text_of[row]] == NULL;
    case KKR_SHEET_AMOUNT:
    case KKR_SHEET_WHOLE:
      return cells->wholes[row] == G_MININT64;
    case KKR_SHEET_NUMBER:
      return cells->numbers[row].den == 0;
    case KKR_SHEET_DATE:
    case KKR_SHEET_BOOLEAN:
    case KKR_SHEET_CHOICE:
    default:
      return cells->small[row] == G_MININT32;
    }
}

gboolean
kkr_sheet_has (const KkrSheet *self, guint row, guint column)
{
  return !is_blank (&self->cells[column], row);
}

/* A cell that cannot be read is no blank one. */
static gboolean
is_left_blank (const KkrSheetCells *cells, guint row)
{
  gint32 code;

  if (cells->column->kind != KKR_COLUMN_KIND_TEXT)
    return kkr_column_get_cell_status (cells->column, row) != KKR_CELL_STATUS_VALUE;
  code = column_codes (cells->column)[row];
  return code < 0 || cells->texts[code] == NULL;
}

static void
check_blanks (KkrSheet *self, guint number, KkrSheetFaults *faults)
{
  KkrSheetCells *cells = &self->cells[number];

  if (!cells->spec->required && cells->column->n_without_value == 0)
    return;
  for (guint row = 0; row < self->n_rows; row++)
    {
      KkrCellStatus status = kkr_column_get_cell_status (cells->column, row);

      if (status == KKR_CELL_STATUS_SUPPRESSED)
        {
          g_autofree char *wrong = g_strdup_printf (_("%s found, a value expected"),
                                                    kkr_cell_status_word (status));

          fault_at (self, faults, KKR_CALC_ERROR_MISSING_INPUT, row, number, wrong);
        }
      else if (cells->spec->required && is_left_blank (cells, row))
        fault_at (self, faults, KKR_CALC_ERROR_MISSING_INPUT, row, number,
                  _("blank: nothing found, a value expected"));
    }
}

/* A number there is one of columns that were mixed up. Offers, places and other keys may be called
 * by numbers that are shaped alike, such as production unit numbers. */
static gboolean
is_never_a_number (const KkrSheetColumn *spec)
{
  return g_str_equal (spec->name, "municipality");
}

/* Each text is looked at once. */
static void
check_persons (KkrSheet *self, guint number, const char *wrong, KkrSheetFaults *faults)
{
  KkrSheetCells *cells = &self->cells[number];
  g_autofree guint8 *is_personal = g_new0 (guint8, (gsize) cells->n_texts + 1);
  gboolean any = FALSE;

  for (guint i = 0; i < cells->n_texts; i++)
    if (cells->texts[i] != NULL && kkr_text_has_personal_number (cells->texts[i]))
      any = is_personal[i] = TRUE;
  for (guint row = 0; any && row < self->n_rows; row++)
    if (cells->text_of[row] >= 0 && is_personal[cells->text_of[row]])
      fault_at (self, faults, KKR_CALC_ERROR_OUT_OF_RANGE, row, number, wrong);
}

void
kkr_sheet_cells_read (KkrSheet *self, guint column, KkrSheetFaults *faults)
{
  KkrSheetCells *cells = &self->cells[column];

  if (cells->column == NULL)
    {
      new_values (cells, self->n_rows);
      return;
    }
  if (cells->column->kind == KKR_COLUMN_KIND_TEXT && kkr_sheet_kind_is_text (cells->spec->kind))
    {
      take_labels (cells);
      cells->text_of = column_codes (cells->column);
    }
  else if (cells->column->kind == KKR_COLUMN_KIND_TEXT)
    read_labels (self, column, faults);
  else if (kkr_sheet_kind_is_text (cells->spec->kind))
    write_texts (self, column);
  else if (!borrow (cells))
    convert_rows (self, column, faults);
  if (cells->spec->kind == KKR_SHEET_PERSON)
    check_persons (self, column, _("a personal number (CPR) found, a pseudonymous key expected"),
                   faults);
  else if (cells->spec->kind == KKR_SHEET_TEXT && is_never_a_number (cells->spec))
    check_persons (self, column, _("what is shaped like a personal number (CPR) found, a value of "
                                   "the column expected"), faults);
  check_blanks (self, column, faults);
}
