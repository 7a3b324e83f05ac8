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

static guint
column_of (const char *line, gsize offset)
{
  return (guint) g_utf8_strlen (line, (gssize) offset) + 1;
}

static gboolean
add_part (KkrPrintedGrid *grid, const char *line, gsize start, gsize end, guint number,
          GError **error)
{
  return kkr_printed_grid_add_field (grid, line + start, end - start, number,
                                     column_of (line, start), error);
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
        if (!add_part (grid, line, start, i, number, error))
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
      if (end > start && !add_part (grid, line, start, end, number, error))
        return FALSE;
      start = end;
    }
  return TRUE;
}

/* Words that belong to the one before them: "Mio. kr.", "I alt". */
static gboolean
goes_on (const char *line, gsize start, gsize end)
{
  static const char *const pairs[][2] = {
    { "Mio.", "kr." }, { "mio.", "kr." }, { "Mia.", "kr." }, { "mia.", "kr." }, { "1.000", "kr." },
    { "I", "alt" },    { "i", "alt" },    { "pct.", "point" },
  };
  gsize before = start;

  while (before > 0 && g_ascii_isspace (line[before - 1]))
    before--;
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      gsize first = strlen (pairs[i][0]), second = strlen (pairs[i][1]);

      if (before >= first && end - start == second
          && strncmp (line + before - first, pairs[i][0], first) == 0
          && strncmp (line + start, pairs[i][1], second) == 0
          && (before == first || g_ascii_isspace (line[before - first - 1])))
        return TRUE;
    }
  return FALSE;
}

/* The next word of headings from `*start` on, and what belongs to it; `*end` is after it. */
static gboolean
next_heading (const char *line, gsize length, gsize *start, gsize *end)
{
  gsize next = *start, after;

  while (next < length && g_ascii_isspace (line[next]))
    next++;
  *start = next;
  for (*end = next; next < length; *end = after)
    {
      for (after = next; after < length && !g_ascii_isspace (line[after]);)
        after++;
      if (next > *start && !goes_on (line, next, after))
        break;
      for (next = after; next < length && g_ascii_isspace (line[next]);)
        next++;
    }
  return *end > *start;
}

/* A line of headings, a word each, with or without one for the labels. */
static gboolean
is_heading (const KkrPrintedGrid *grid, const char *line, gsize length, guint n_numbers,
            guint *n_words)
{
  gsize start = 0, end;

  for (guint i = 0; i + 1 < grid->records->len; i++)
    if (kkr_printed_grid_get_record (grid, i)->n_fields == n_numbers + 1)
      return FALSE;
  for (*n_words = 0; next_heading (line, length, &start, &end); start = end)
    ++*n_words;
  return *n_words == n_numbers + 1 || (*n_words == n_numbers && n_numbers > 1);
}

static gboolean
add_headings (KkrPrintedGrid *grid, const char *line, gsize length, guint number, gboolean corner,
              GError **error)
{
  gsize start = 0, end;

  if (!corner && !add_part (grid, line, 0, 0, number, error))
    return FALSE;
  for (; next_heading (line, length, &start, &end); start = end)
    if (!add_part (grid, line, start, end, number, error))
      return FALSE;
  return TRUE;
}

/* A label and the numbers behind it; what has no numbers is a label alone. */
static gboolean
split_words (KkrPrintedGrid *grid, const char *line, gsize length, guint number, guint n_numbers,
             GError **error)
{
  gsize starts[KKR_PRINTED_MAX_COLUMNS];
  guint n_found = kkr_printed_count_numbers (line, length, starts,
                                             MIN (n_numbers, KKR_PRINTED_MAX_COLUMNS - 1));
  gsize label_end = n_found > 0 ? starts[n_found - 1] : length;
  guint n_words;

  if (n_found == 0 && is_heading (grid, line, length, n_numbers, &n_words))
    return add_headings (grid, line, length, number, n_words > n_numbers, error);
  if (!add_part (grid, line, 0, label_end, number, error))
    return FALSE;
  for (guint i = n_found; i > 0; i--)
    if (!add_part (grid, line, starts[i - 1], i > 1 ? starts[i - 2] : length, number, error))
      return FALSE;
  return TRUE;
}

static gboolean
split_line (KkrPrintedGrid *grid, const char *line, gsize length, guint number,
            KkrPrintedLayout layout, guint n_numbers, GError **error)
{
  switch (layout)
    {
    case KKR_PRINTED_BARS:
      return split_bars (grid, line, length, number, error);
    case KKR_PRINTED_SPACES:
      return split_spaces (grid, line, length, number, error);
    case KKR_PRINTED_WORDS:
      return split_words (grid, line, length, number, n_numbers, error);
    case KKR_PRINTED_ONE_COLUMN:
    case KKR_PRINTED_SEMICOLONS:
    case KKR_PRINTED_TABS:
    case KKR_PRINTED_COMMAS:
    default:
      return add_part (grid, line, 0, length, number, error);
    }
}

gboolean
kkr_printed_read_lines (KkrPrintedGrid *grid, const char *text, KkrPrintedLayout layout,
                        guint n_numbers, GError **error)
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
          || !split_line (grid, line, length, number, layout, n_numbers, error))
        return FALSE;
    }
  return TRUE;
}
