/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-printed-grid-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/register/kkr-csv-private.h>

static gboolean
is_comment (const KkrCsv *csv)
{
  return csv->at < csv->end && *csv->at == '#';
}

static gboolean
is_blank_record (const KkrCsv *csv)
{
  for (guint i = 0; i < csv->fields->len; i++)
    if (*kkr_csv_get (csv, i) != '\0')
      return FALSE;
  return csv->fault == KKR_CSV_GOOD;
}

/* Spreadsheets fill a line of one field up with delimiters: it is a line of one field all the
 * same. */
static guint
count_fields (const KkrCsv *csv)
{
  for (guint i = 1; i < csv->fields->len; i++)
    if (*kkr_csv_get (csv, i) != '\0')
      return csv->fields->len;
  return *kkr_csv_get (csv, 0) != '\0' ? 1 : csv->fields->len;
}

static gboolean
add_csv_record (KkrPrintedGrid *grid, const KkrCsv *csv, GError **error)
{
  guint n_fields;

  if (csv->fault != KKR_CSV_GOOD)
    return kkr_printed_fail (error, csv->fault_line, csv->fault_column,
                             g_strdup (_(kkr_csv_fault_text (csv->fault))));
  n_fields = count_fields (csv);
  if (!kkr_printed_grid_add_record (grid, kkr_csv_get_field (csv, 0)->line, error))
    return FALSE;
  for (guint i = 0; i < n_fields; i++)
    {
      const KkrCsvField *field = kkr_csv_get_field (csv, i);
      const char *text = kkr_csv_get (csv, i);

      if (!kkr_printed_grid_add_field (grid, text, strlen (text), field->line, field->column,
                                       error))
        return FALSE;
    }
  return TRUE;
}

gboolean
kkr_printed_read_fields (KkrPrintedGrid *grid, const char *text, char delimiter, GError **error)
{
  KkrCsv csv;
  gboolean good = TRUE;

  kkr_csv_init (&csv, text, strlen (text), delimiter, KKR_PRINTED_MAX_COLUMNS);
  while (good)
    {
      gboolean comment;

      while (csv.at < csv.end && (*csv.at == '\n' || *csv.at == '\r'))
        {
          csv.line += *csv.at == '\n' || csv.at[1] != '\n';
          csv.at++;
        }
      comment = is_comment (&csv);
      if (!kkr_csv_next (&csv))
        break;
      if (!comment && !is_blank_record (&csv))
        good = add_csv_record (grid, &csv, error);
    }
  kkr_csv_clear (&csv);
  return good;
}

gboolean
kkr_printed_add_part (KkrPrintedGrid *grid, const char *line, gsize start, gsize end,
                      guint number, GError **error)
{
  guint column = (guint) g_utf8_strlen (line, (gssize) start) + 1;

  return kkr_printed_grid_add_field (grid, line + start, end - start, number, column, error);
}

/* "| a | b |": the outer bars may be left out. */
static gboolean
split_bars (KkrPrintedGrid *grid, const char *line, gsize length, guint number, GError **error)
{
  gsize start = strspn (line, " \t");

  while (length > start && g_ascii_isspace (line[length - 1]))
    length--;
  start += start < length && line[start] == '|';
  length -= length > start && line[length - 1] == '|';
  for (gsize i = start; i <= length; i++)
    if (i == length || line[i] == '|')
      {
        if (!kkr_printed_add_part (grid, line, start, i, number, error))
          return FALSE;
        start = i + 1;
      }
  return TRUE;
}

static gboolean
split_spaces (KkrPrintedGrid *grid, const char *line, gsize length, guint number, GError **error)
{
  gsize start = 0;

  while (start < length)
    {
      gsize end;

      while (start < length && g_ascii_isspace (line[start]))
        start++;
      for (end = start; end < length; end++)
        if (line[end] == '\t'
            || (line[end] == ' ' && (end + 1 == length || g_ascii_isspace (line[end + 1]))))
          break;
      if (end > start && !kkr_printed_add_part (grid, line, start, end, number, error))
        return FALSE;
      start = end;
    }
  return TRUE;
}

static gboolean
split_line (KkrPrintedGrid *grid, const char *line, gsize length, guint number,
            KkrPrintedLayout layout, GError **error)
{
  switch (layout)
    {
    case KKR_PRINTED_BARS:
      return split_bars (grid, line, length, number, error);
    case KKR_PRINTED_SPACES:
      return split_spaces (grid, line, length, number, error);
    case KKR_PRINTED_WORDS:
    case KKR_PRINTED_ONE_COLUMN:
    case KKR_PRINTED_SEMICOLONS:
    case KKR_PRINTED_TABS:
    case KKR_PRINTED_COMMAS:
    default:
      return kkr_printed_add_part (grid, line, 0, length, number, error);
    }
}

gboolean
kkr_printed_read_lines (KkrPrintedGrid *grid, const char *text, KkrPrintedLayout layout,
                        GError **error)
{
  const char *line;
  gsize length;
  guint number = 0;

  while (kkr_printed_next_line (&text, &line, &length))
    {
      number++;
      if (kkr_printed_line_is_empty (line, length))
        continue;
      if (!kkr_printed_grid_add_record (grid, number, error)
          || !split_line (grid, line, length, number, layout, error))
        return FALSE;
    }
  return TRUE;
}
