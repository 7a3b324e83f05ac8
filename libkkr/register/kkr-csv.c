/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/register/kkr-csv-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

char
kkr_csv_find_delimiter (const char *text, gsize length)
{
  static const char delimiters[] = { ';', '\t', ',' };
  gboolean seen[G_N_ELEMENTS (delimiters)] = { FALSE };
  gboolean quoted = FALSE;
  gsize start = 0;

  while (start < length && (text[start] == '\n' || text[start] == '\r'))
    start++;
  for (gsize i = start; i < length && (quoted || (text[i] != '\n' && text[i] != '\r')); i++)
    {
      if (text[i] == '"')
        quoted = !quoted;
      for (gsize j = 0; j < G_N_ELEMENTS (delimiters) && !quoted; j++)
        seen[j] |= text[i] == delimiters[j];
    }
  for (gsize j = 0; j < G_N_ELEMENTS (delimiters); j++)
    if (seen[j])
      return delimiters[j];
  return '\0';
}

void
kkr_csv_init (KkrCsv *csv, const char *text, gsize length, char delimiter, guint max_fields)
{
  *csv = (KkrCsv) {
    .at = text, .end = text + length, .delimiter = delimiter, .max_fields = max_fields,
    .line = 1, .column = 1,
  };
  csv->fields = g_array_new (FALSE, FALSE, sizeof (KkrCsvField));
  csv->scratch = g_string_new (NULL);
}

void
kkr_csv_clear (KkrCsv *csv)
{
  g_clear_pointer (&csv->fields, g_array_unref);
  if (csv->scratch != NULL)
    g_string_free (csv->scratch, TRUE);
  csv->scratch = NULL;
}

const KkrCsvField *
kkr_csv_get_field (const KkrCsv *csv, guint field)
{
  return &g_array_index (csv->fields, KkrCsvField, field);
}

const char *
kkr_csv_get (const KkrCsv *csv, guint field)
{
  return csv->scratch->str + kkr_csv_get_field (csv, field)->offset;
}

/* Columns count characters: bytes that go on with one do not count. */
static void
step (KkrCsv *csv)
{
  csv->column += ((guchar) *csv->at & 0xc0) != 0x80;
  csv->at++;
}

static gboolean
at_line_end (const KkrCsv *csv)
{
  return csv->at == csv->end || *csv->at == '\n' || *csv->at == '\r';
}

static void
step_line (KkrCsv *csv)
{
  if (csv->at < csv->end && *csv->at == '\r')
    csv->at++;
  /* An old Macintosh ends its lines with the first alone. */
  if (csv->at < csv->end && *csv->at == '\n')
    csv->at++;
  csv->line++;
  csv->column = 1;
}

static gboolean
fault (KkrCsv *csv, KkrCsvFault found, guint line, guint column)
{
  csv->fault = found;
  csv->fault_line = line;
  csv->fault_column = column;
  return FALSE;
}

static gboolean
read_quoted (KkrCsv *csv)
{
  guint line = csv->line, column = csv->column;

  step (csv);
  while (csv->at < csv->end)
    {
      if (*csv->at == '"' && (csv->at + 1 == csv->end || csv->at[1] != '"'))
        {
          step (csv);
          return at_line_end (csv) || *csv->at == csv->delimiter
                 || fault (csv, KKR_CSV_AFTER_QUOTE, csv->line, csv->column);
        }
      if (at_line_end (csv))
        {
          g_string_append_c (csv->scratch, '\n');
          step_line (csv);
          continue;
        }
      if (*csv->at == '"')
        step (csv);
      g_string_append_c (csv->scratch, *csv->at);
      step (csv);
    }
  return fault (csv, KKR_CSV_OPEN_QUOTE, line, column);
}

static gboolean
read_plain (KkrCsv *csv)
{
  const char *start = csv->at;

  for (; !at_line_end (csv) && *csv->at != csv->delimiter; step (csv))
    if (*csv->at == '"')
      return fault (csv, KKR_CSV_STRAY_QUOTE, csv->line, csv->column);
  g_string_append_len (csv->scratch, start, csv->at - start);
  return TRUE;
}

static gboolean
read_field (KkrCsv *csv)
{
  KkrCsvField field = { csv->scratch->len, csv->line, csv->column };

  if (csv->fields->len >= csv->max_fields)
    return fault (csv, KKR_CSV_TOO_MANY, csv->line, csv->column);
  if (csv->at < csv->end && *csv->at == '"' ? !read_quoted (csv) : !read_plain (csv))
    return FALSE;
  g_string_append_c (csv->scratch, '\0');
  g_array_append_val (csv->fields, field);
  return TRUE;
}

gboolean
kkr_csv_next (KkrCsv *csv)
{
  while (csv->at < csv->end && at_line_end (csv))
    step_line (csv);
  if (csv->at == csv->end)
    return FALSE;
  g_array_set_size (csv->fields, 0);
  g_string_truncate (csv->scratch, 0);
  csv->fault = KKR_CSV_GOOD;
  while (read_field (csv) && !at_line_end (csv))
    {
      step (csv);
      /* A delimiter that ends the line is followed by one more field, an empty one. */
      if (at_line_end (csv) && read_field (csv))
        break;
    }
  while (!at_line_end (csv))
    step (csv);
  if (csv->at < csv->end)
    step_line (csv);
  return TRUE;
}

const char *
kkr_csv_fault_text (KkrCsvFault found)
{
  switch (found)
    {
    case KKR_CSV_OPEN_QUOTE:
      return N_("a quotation mark that is not closed: the end of the file found, \" expected");
    case KKR_CSV_AFTER_QUOTE:
      return N_("text after a quoted field: some found, a delimiter expected");
    case KKR_CSV_STRAY_QUOTE:
      return N_("a quotation mark inside a field: one found, the field in quotation marks "
                "expected");
    case KKR_CSV_TOO_MANY:
      return N_("too many fields in a line: one more found, fewer expected");
    case KKR_CSV_GOOD:
    default:
      return NULL;
    }
}
