/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/table/kkr-table-private.h>

#include <string.h>

#include <libkkr/base/kkr-qualifier-private.h>

#define LINE_END "\r\n"

static void
append_field (GString *csv, const char *text, char separator)
{
  const char special[] = { separator, '"', '\r', '\n', '\0' };

  if (strpbrk (text, special) == NULL)
    {
      g_string_append (csv, text);
      return;
    }
  g_string_append_c (csv, '"');
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *text);
    }
  g_string_append_c (csv, '"');
}

/* "-1.234,5", "+3", "-0,25": what a Danish spreadsheet reads as a number. */
static gboolean
is_danish_number (const char *text)
{
  gboolean has_digits = FALSE, has_comma = FALSE;

  if (*text == '-' || *text == '+')
    text++;
  for (; *text != '\0'; text++)
    if (g_ascii_isdigit (*text))
      has_digits = TRUE;
    else if (*text == ',' && has_digits && !has_comma)
      has_comma = TRUE;
    else if (*text != '.' || !has_digits || has_comma)
      return FALSE;
  return has_digits;
}

/* A spreadsheet runs what begins so as a formula, also between quotes; an apostrophe stops it. */
static char *
guard_formula (char *text)
{
  char *guarded;

  if (*text == '\0' || strchr ("=+-@\t\r", *text) == NULL || is_danish_number (text))
    return text;
  guarded = g_strconcat ("'", text, NULL);
  g_free (text);
  return guarded;
}

static gboolean
names_a_column (KkrTable *self, KkrColumn *column, const char *suffix)
{
  gsize length = strlen (column->name);

  for (guint i = 0; i < self->n_columns; i++)
    if (strncmp (self->columns[i]->name, column->name, length) == 0
        && g_str_equal (self->columns[i]->name + length, suffix))
      return TRUE;
  return FALSE;
}

/* What makes of a column's name one for its qualifiers: the same for all columns, so that no two
 * become alike, and long enough that none is the name of another column. */
static char *
qualifier_suffix (KkrTable *self)
{
  GString *suffix = g_string_new ("-qualifier");

  for (guint i = 0; i < self->n_columns; i++)
    while (self->columns[i]->qualifiers != NULL
           && names_a_column (self, self->columns[i], suffix->str))
      {
        g_string_append (suffix, "-qualifier");
        i = 0;
      }
  return g_string_free (suffix, FALSE);
}

static void
append_name (GString *csv, KkrColumn *column, const char *suffix)
{
  g_autofree char *name = NULL;

  append_field (csv, column->name, ',');
  if (column->qualifiers == NULL)
    return;
  name = g_strconcat (column->name, suffix, NULL);
  g_string_append_c (csv, ',');
  append_field (csv, name, ',');
}

static void
append_plain (GString *csv, KkrColumn *column, guint row)
{
  g_autofree char *text = kkr_column_dup_plain (column, row);
  KkrQualifier qualifier = kkr_column_get_cell_qualifier (column, row);

  append_field (csv, text, ',');
  if (column->qualifiers != NULL)
    g_string_append_printf (csv, ",%s", qualifier != KKR_QUALIFIER_UNSET
                                          ? kkr_qualifier_to_string (qualifier) : "");
}

static void
append_heading (GString *csv, KkrColumn *column)
{
  g_autofree char *heading = guard_formula (kkr_column_dup_heading (column, "da"));
  g_autofree char *title = NULL, *guarded = NULL;

  append_field (csv, heading, ';');
  if (column->qualifiers == NULL)
    return;
  title = g_strconcat (kkr_column_get_title (column), ", forbehold", NULL);
  guarded = guard_formula (g_steal_pointer (&title));
  g_string_append_c (csv, ';');
  append_field (csv, guarded, ';');
}

static void
append_danish (GString *csv, KkrColumn *column, guint row)
{
  g_autofree char *text = guard_formula (kkr_column_dup_spreadsheet (column, row));
  KkrQualifier qualifier = kkr_column_get_cell_qualifier (column, row);

  append_field (csv, text, ';');
  if (column->qualifiers != NULL)
    g_string_append_printf (csv, ";%s", kkr_qualifier_in_words (qualifier, "da"));
}

/**
 * kkr_table_to_csv:
 * @self: a table
 *
 * Writes the table as CSV by RFC 4180, for programs: commas, CRLF after every line, quotes where
 * they are needed, the names of the columns as header, the rows, no totals. Amounts are kroner with
 * two decimals, shares fractions of 1; fractions and doubles have as many digits as it takes to
 * read the same double back; the decimal sign is a dot, dates are ISO 8601. A missing value is an
 * empty field, a suppressed one `..`, and one that cannot be `.`. A column whose numbers have
 * qualifiers ([enum@Qualifier]) is followed by one of them, such as `more-than`, whose name ends in
 * `-qualifier`. Exact fractions are in [method@Table.to_json].
 *
 * Returns: (transfer full): the CSV
 *
 * Since: 0.1
 */
char *
kkr_table_to_csv (KkrTable *self)
{
  g_autofree char *suffix = NULL;
  GString *csv;

  g_return_val_if_fail (KKR_IS_TABLE (self), NULL);
  csv = g_string_new (NULL);
  suffix = qualifier_suffix (self);
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_string_append (csv, i > 0 ? "," : "");
      append_name (csv, self->columns[i], suffix);
    }
  g_string_append (csv, LINE_END);
  for (guint row = 0; row < self->n_rows; row++)
    {
      for (guint i = 0; i < self->n_columns; i++)
        {
          g_string_append (csv, i > 0 ? "," : "");
          append_plain (csv, self->columns[i], row);
        }
      g_string_append (csv, LINE_END);
    }
  return g_string_free (csv, FALSE);
}

/**
 * kkr_table_to_csv_danish:
 * @self: a table
 *
 * Writes the table as a Danish spreadsheet reads it: semicolons, CRLF after every line, the Danish
 * titles with their units as header, the rows, no totals, commas as decimal sign and no thousands
 * separators. Whole numbers and amounts have the decimals they are printed with, and never fewer
 * than they have; fractions and doubles have at least four, shares in per cent. Dates are ISO 8601.
 * A missing value is an empty field, a suppressed one `..`, and one that cannot be `.`. A column
 * whose numbers have qualifiers is followed by one of them in words, such as "mere end".
 *
 * A spreadsheet runs a field that begins with `=`, `+`, `-`, `@`, a tab or a carriage return as a
 * formula; where such a field is no number, an apostrophe is put before it.
 *
 * Returns: (transfer full): the CSV, in UTF-8 without a byte order mark
 *
 * Since: 0.1
 */
char *
kkr_table_to_csv_danish (KkrTable *self)
{
  GString *csv;

  g_return_val_if_fail (KKR_IS_TABLE (self), NULL);
  csv = g_string_new (NULL);
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_string_append (csv, i > 0 ? ";" : "");
      append_heading (csv, self->columns[i]);
    }
  g_string_append (csv, LINE_END);
  for (guint row = 0; row < self->n_rows; row++)
    {
      for (guint i = 0; i < self->n_columns; i++)
        {
          g_string_append (csv, i > 0 ? ";" : "");
          append_danish (csv, self->columns[i], row);
        }
      g_string_append (csv, LINE_END);
    }
  return g_string_free (csv, FALSE);
}
