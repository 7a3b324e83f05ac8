/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/register/kkr-statistics-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/base/kkr-number-private.h>

/* Titles may stand before the headings. */
#define MAX_TITLE_LINES 10

typedef enum { CODE, AREA, TIME, CONTENTS, TIME_HEADING } Role;

typedef struct {
  KkrStatistics *statistics;
  KkrCsv csv;
  const char *start;
  gsize length;
  GArray *roles;       /* Role, one a column */
  GPtrArray *headings; /* the text of each */
  GPtrArray *above;    /* what stood last in each column of codes: an empty field repeats it */
  gboolean wide;       /* a column a time */
  gboolean has_area;
} Sheet;

static Role
get_role (const Sheet *sheet, guint column)
{
  return g_array_index (sheet->roles, Role, column);
}

static char *
get_field (Sheet *sheet, guint field)
{
  return g_strstrip ((char *) kkr_csv_get (&sheet->csv, field));
}

/* A text that stands in a field, or holds for it. */
static KkrStatisticsText
place_text (const Sheet *sheet, guint field, const char *text)
{
  const KkrCsvField *found = kkr_csv_get_field (&sheet->csv, field);

  return (KkrStatisticsText) { text, found->line, found->column, NULL };
}

/* The title may be in one line with commas, and the table below it in fields with semicolons. */
static char
find_delimiter (const char *text, gsize length)
{
  static const char preferred[] = { ';', '\t', ',' };
  char best = '\0';

  for (guint i = 0; i < MAX_TITLE_LINES && length > 0; i++)
    {
      const char *end = memchr (text, '\n', length);
      gsize size = end != NULL ? (gsize) (end - text) + 1 : length;
      char found = kkr_csv_find_delimiter (text, size);

      for (guint j = 0; j < G_N_ELEMENTS (preferred) && preferred[j] != best; j++)
        if (preferred[j] == found)
          best = found;
      text += size;
      length -= size;
    }
  return best;
}

static gboolean
is_period (const char *text)
{
  gboolean provisional;
  g_autofree char *period = kkr_statistics_period (text, &provisional);

  return period != NULL;
}

static gboolean
is_area_column (const Sheet *sheet, const char *heading)
{
  const char *asked = sheet->statistics->settings->area_column;
  g_autofree char *own = NULL, *other = NULL;

  if (asked == NULL)
    return kkr_statistics_is_area (heading);
  own = kkr_text_fold (asked);
  other = kkr_text_fold (heading);
  return g_str_equal (own, other);
}

/* What a column is by its heading; times only after the columns of codes. */
static Role
find_role (const Sheet *sheet, const char *heading, gboolean last)
{
  if (is_area_column (sheet, heading))
    return AREA;
  if (kkr_statistics_is_time (heading))
    return TIME;
  if (last && kkr_statistics_is_contents (heading))
    return CONTENTS;
  return is_period (heading) ? TIME_HEADING : CODE;
}

/* Whether the record that was read is the headings: a column of times and one of values, or columns
 * of codes and then times. */
static gboolean
take_headings (Sheet *sheet)
{
  guint n = sheet->csv.fields->len, n_of[TIME_HEADING + 1] = { 0 };

  g_array_set_size (sheet->roles, 0);
  g_ptr_array_set_size (sheet->headings, 0);
  for (guint i = 0; i < n; i++)
    {
      const char *heading = get_field (sheet, i);
      Role role = find_role (sheet, heading, i + 1 == n);

      if (n_of[TIME_HEADING] > 0 && role != TIME_HEADING)
        return FALSE;
      if (role == AREA && n_of[AREA] > 0)
        role = CODE;
      n_of[role]++;
      g_array_append_val (sheet->roles, role);
      g_ptr_array_add (sheet->headings, g_strdup (heading));
    }
  sheet->wide = n_of[TIME_HEADING] > 0;
  sheet->has_area = n_of[AREA] > 0;
  if (sheet->wide)
    return n_of[TIME] == 0 && n_of[CONTENTS] == 0 && n > n_of[TIME_HEADING];
  return n_of[TIME] == 1 && n_of[CONTENTS] == 1;
}

static gboolean
check_fault (Sheet *sheet)
{
  const KkrCsv *csv = &sheet->csv;

  if (csv->fault == KKR_CSV_TOO_MANY)
    kkr_statistics_problem (sheet->statistics, KKR_STATISTICS_TOO_MANY_COLUMNS, csv->fault_line,
                            csv->fault_column, NULL,
                            _("too many columns: one more found, max-columns %lld expected"),
                            (long long) sheet->statistics->settings->max_columns);
  else if (csv->fault != KKR_CSV_GOOD)
    kkr_statistics_problem (sheet->statistics, KKR_STATISTICS_BAD_CSV, csv->fault_line,
                            csv->fault_column, NULL, "%s", _(kkr_csv_fault_text (csv->fault)));
  return csv->fault == KKR_CSV_GOOD;
}

static gboolean
check_lengths (Sheet *sheet)
{
  gint64 max_text = sheet->statistics->settings->max_text;

  for (guint i = 0; i < sheet->csv.fields->len; i++)
    {
      gsize length = strlen (kkr_csv_get (&sheet->csv, i));
      const KkrCsvField *field = kkr_csv_get_field (&sheet->csv, i);

      if ((gint64) length <= max_text)
        continue;
      kkr_statistics_problem (sheet->statistics, KKR_STATISTICS_TOO_LONG, field->line,
                              field->column, NULL,
                              _("text too long: %zu bytes found, max-text %lld expected"),
                              length, (long long) max_text);
      return FALSE;
    }
  return TRUE;
}

static gboolean
read_headings (Sheet *sheet)
{
  for (guint i = 0; i < MAX_TITLE_LINES && kkr_csv_next (&sheet->csv); i++)
    {
      if (!check_fault (sheet) || !check_lengths (sheet))
        return FALSE;
      if (take_headings (sheet))
        return TRUE;
    }
  kkr_statistics_problem (sheet->statistics, KKR_STATISTICS_NO_COLUMNS, 1, 1, NULL,
                          _("no headings: none found, such as OMRÅDE;TID;INDHOLD, or columns of "
                            "codes and then times, expected"));
  return FALSE;
}

/* Without a heading the column of areas is the first whose first field is one. */
static void
guess_area (Sheet *sheet)
{
  for (guint i = 0; i < sheet->roles->len && !sheet->has_area; i++)
    if (get_role (sheet, i) == CODE && *(const char *) sheet->headings->pdata[i] == '\0'
        && kkr_statistics_knows_area (sheet->statistics, get_field (sheet, i)))
      {
        g_array_index (sheet->roles, Role, i) = AREA;
        sheet->has_area = TRUE;
      }
}

/* The text of a column of codes, which in a wide table stands in the first line it holds for. */
static const char *
get_code (Sheet *sheet, guint column)
{
  const char *text = get_field (sheet, column);

  if (!sheet->wide)
    return text;
  if (*text == '\0')
    return sheet->above->pdata[column] != NULL ? sheet->above->pdata[column] : text;
  g_free (sheet->above->pdata[column]);
  sheet->above->pdata[column] = g_strdup (text);
  return text;
}

static void
read_row (Sheet *sheet)
{
  KkrStatisticsText area = { 0 }, time = { 0 }, text;
  gboolean good = TRUE;

  kkr_statistics_begin_cell (sheet->statistics);
  for (guint i = 0; i < sheet->roles->len; i++)
    {
      Role role = get_role (sheet, i);

      if (role == TIME)
        time = place_text (sheet, i, get_field (sheet, i));
      else if (role == AREA)
        area = place_text (sheet, i, get_code (sheet, i));
      else if (role == CODE)
        {
          text = place_text (sheet, i, get_code (sheet, i));
          good = kkr_statistics_add_code (sheet->statistics, &text) && good;
        }
    }
  for (guint i = 0; i < sheet->roles->len && good; i++)
    if (get_role (sheet, i) == CONTENTS || get_role (sheet, i) == TIME_HEADING)
      {
        if (sheet->wide)
          time = place_text (sheet, i, sheet->headings->pdata[i]);
        text = place_text (sheet, i, get_field (sheet, i));
        kkr_statistics_end_cell (sheet->statistics, sheet->has_area ? &area : NULL, &time, &text);
      }
}

/* Notes below the table are lines with one field. */
static gboolean
is_note (const Sheet *sheet)
{
  if (sheet->statistics->n_rows == 0)
    return FALSE;
  for (guint i = 1; i < sheet->csv.fields->len; i++)
    if (*kkr_csv_get (&sheet->csv, i) != '\0')
      return FALSE;
  return sheet->csv.fields->len != sheet->roles->len;
}

static gboolean
check_row (Sheet *sheet)
{
  if (!check_fault (sheet) || !check_lengths (sheet) || is_note (sheet))
    return FALSE;
  if (sheet->csv.fields->len == sheet->roles->len)
    return TRUE;
  kkr_statistics_problem (sheet->statistics, KKR_STATISTICS_FIELD_COUNT,
                          kkr_csv_get_field (&sheet->csv, 0)->line, 1, NULL,
                          _("another number of fields: %u found, %u expected"),
                          sheet->csv.fields->len, sheet->roles->len);
  return FALSE;
}

static void
read_rows (Sheet *sheet)
{
  KkrStatistics *statistics = sheet->statistics;

  g_ptr_array_set_size (sheet->above, (int) sheet->roles->len);
  while (!statistics->reading.stopped && kkr_csv_next (&sheet->csv))
    {
      gsize done = (gsize) (sheet->csv.at - sheet->start);

      if (check_row (sheet))
        {
          if (statistics->n_rows == 0)
            guess_area (sheet);
          if (statistics->n_rows >= statistics->settings->max_rows)
            {
              kkr_statistics_problem (statistics, KKR_STATISTICS_TOO_MANY_ROWS,
                                      kkr_csv_get_field (&sheet->csv, 0)->line, 1, NULL,
                                      _("too many rows: one more found, max-rows %lld expected"),
                                      (long long) statistics->settings->max_rows);
              return;
            }
          read_row (sheet);
        }
      if (!kkr_statistics_next_row (statistics, (gdouble) done / (gdouble) sheet->length))
        return;
    }
}

void
kkr_statistics_read_csv (KkrStatistics *statistics, const KkrDecodedText *decoded)
{
  Sheet sheet = { .statistics = statistics, .start = decoded->text, .length = decoded->length };
  gint64 max_columns = CLAMP (statistics->settings->max_columns, 1, G_MAXINT);

  sheet.roles = g_array_new (FALSE, FALSE, sizeof (Role));
  sheet.headings = g_ptr_array_new_with_free_func (g_free);
  sheet.above = g_ptr_array_new_with_free_func (g_free);
  kkr_csv_init (&sheet.csv, decoded->text, decoded->length,
                find_delimiter (decoded->text, decoded->length), (guint) max_columns);
  kkr_statistics_begin (statistics, NULL, statistics->settings->date);
  if (read_headings (&sheet))
    read_rows (&sheet);
  kkr_csv_clear (&sheet.csv);
  g_array_unref (sheet.roles);
  g_ptr_array_unref (sheet.headings);
  g_ptr_array_unref (sheet.above);
}
