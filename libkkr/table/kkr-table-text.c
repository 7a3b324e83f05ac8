/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/table/kkr-table-private.h>

#include <libkkr/base/kkr-format-private.h>

#define GAP "  "

guint
kkr_columns_find_total_label (KkrColumn *const *columns, guint n_columns)
{
  guint first = n_columns, total = n_columns;

  for (guint i = 0; i < n_columns; i++)
    if (columns[i]->has_total)
      total = MIN (total, i);
    else
      first = MIN (first, i);
  if (total == n_columns)
    return n_columns;
  for (guint i = 0; i < n_columns; i++)
    if (columns[i]->kind == KKR_COLUMN_KIND_TEXT)
      return i;
  return first < n_columns ? first : total;
}

char *
kkr_columns_dup_footer (KkrColumn *const *columns, guint n_columns, guint column,
                        const char *language)
{
  g_autofree char *total = kkr_column_dup_total_text (columns[column], language);

  if (column != kkr_columns_find_total_label (columns, n_columns))
    return total != NULL ? g_steal_pointer (&total) : g_strdup ("");
  return g_strconcat (kkr_text_in (language, "I alt", "Total"), total != NULL ? " " : "",
                      total, NULL);
}

/* Columns on a terminal, not characters: some take two, combining ones none. */
static guint
display_width (const char *text)
{
  guint width = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (!g_unichar_iszerowidth (c))
        width += g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}

/* A line break inside a cell would break the table. */
static char *
on_one_line (char *text)
{
  for (char *at = text; *at != '\0'; at++)
    if (g_ascii_iscntrl (*at))
      *at = ' ';
  return text;
}

static void
append_spaces (GString *text, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_c (text, ' ');
}

static void
append_cell (GString *line, const char *text, guint width, gboolean to_the_right)
{
  guint padding = width - display_width (text);

  if (to_the_right)
    append_spaces (line, padding);
  g_string_append (line, text);
  if (!to_the_right)
    append_spaces (line, padding);
}

static void
end_line (GString *text)
{
  while (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
  g_string_append_c (text, '\n');
}

static void
append_rule (GString *text, const guint *widths, guint n_columns)
{
  for (guint i = 0; i < n_columns; i++)
    {
      g_string_append (text, i > 0 ? GAP : "");
      for (guint k = 0; k < widths[i]; k++)
        g_string_append_c (text, '-');
    }
  end_line (text);
}

static void
append_line (GString *text, KkrColumn *const *columns, char *const *cells, const guint *widths,
             guint n_columns)
{
  for (guint i = 0; i < n_columns; i++)
    {
      g_string_append (text, i > 0 ? GAP : "");
      append_cell (text, cells[i], widths[i], kkr_column_is_number (columns[i]));
    }
  end_line (text);
}

/* Headings, rows and, when a column has a total, the footer: one line of cells after the other. */
static char **
make_cells (KkrColumn *const *columns, guint n_columns, guint n_rows, gboolean has_footer,
            const char *language)
{
  gsize n_lines = (gsize) n_rows + 1 + (has_footer ? 1 : 0);
  char **cells = g_new0 (char *, n_lines * n_columns + 1);

  for (guint i = 0; i < n_columns; i++)
    {
      cells[i] = on_one_line (kkr_column_dup_heading (columns[i], language));
      for (guint row = 0; row < n_rows; row++)
        cells[((gsize) row + 1) * n_columns + i] =
          on_one_line (kkr_column_dup_text_in (columns[i], row, language));
      if (has_footer)
        cells[(n_lines - 1) * n_columns + i] =
          kkr_columns_dup_footer (columns, n_columns, i, language);
    }
  return cells;
}

char *
kkr_columns_to_text (KkrColumn *const *columns, guint n_columns, guint n_rows, const char *title,
                     const char *language)
{
  gboolean has_footer = kkr_columns_find_total_label (columns, n_columns) < n_columns;
  g_auto (GStrv) cells = make_cells (columns, n_columns, n_rows, has_footer, language);
  g_autofree guint *widths = g_new0 (guint, (gsize) n_columns + 1);
  GString *text = g_string_new (NULL);

  for (gsize i = 0; cells[i] != NULL; i++)
    widths[i % n_columns] = MAX (widths[i % n_columns], display_width (cells[i]));
  if (title != NULL && *title != '\0')
    g_string_append_printf (text, "%s\n%s", title, n_columns > 0 ? "\n" : "");
  if (n_columns > 0)
    {
      append_line (text, columns, cells, widths, n_columns);
      append_rule (text, widths, n_columns);
      for (gsize row = 1; row <= n_rows; row++)
        append_line (text, columns, cells + row * n_columns, widths, n_columns);
      if (has_footer)
        {
          append_rule (text, widths, n_columns);
          append_line (text, columns, cells + ((gsize) n_rows + 1) * n_columns, widths, n_columns);
        }
    }
  if (text->len > 0)
    g_string_truncate (text, text->len - 1);
  return g_string_free (text, FALSE);
}

char *
kkr_table_first_rows_to_text (KkrTable *self, KkrColumn *before, guint max_rows,
                              const char *language)
{
  g_autofree KkrColumn **columns = g_new (KkrColumn *, (gsize) self->n_columns + 1);
  guint n = 0, n_shown = MIN (self->n_rows, max_rows), n_more = self->n_rows - n_shown;
  g_autofree char *text = NULL, *number = kkr_format_int (n_more, language);

  if (before != NULL)
    columns[n++] = before;
  for (guint i = 0; i < self->n_columns; i++)
    columns[n++] = self->columns[i];
  text = kkr_columns_to_text (columns, n, n_shown, kkr_table_get_title_in (self, language),
                              language);
  if (n_more == 0)
    return g_steal_pointer (&text);
  return g_strdup_printf ("%s\n%s %s %s", text, kkr_text_in (language, "... og", "... and"), number,
                          n_more == 1 ? kkr_text_in (language, "række mere", "more row")
                                      : kkr_text_in (language, "rækker mere", "more rows"));
}

/**
 * kkr_table_to_string:
 * @self: a table
 *
 * Prints the table in Danish: the title, the headings with their units, the rows, and below them
 * the totals ("I alt"). Numbers stand to the right, texts to the left.
 *
 * Returns: (transfer full): the text, without a line end after its last line
 *
 * Since: 0.1
 */
char *
kkr_table_to_string (KkrTable *self)
{
  return kkr_table_to_string_in (self, "da");
}

/**
 * kkr_table_to_string_in:
 * @self: a table
 * @language: (nullable): `da` or `en`; anything else is Danish
 *
 * Prints the table in a language, see [method@Table.to_string].
 *
 * Returns: (transfer full): the text, without a line end after its last line
 *
 * Since: 0.1
 */
char *
kkr_table_to_string_in (KkrTable *self, const char *language)
{
  g_return_val_if_fail (KKR_IS_TABLE (self), NULL);
  return kkr_columns_to_text (self->columns, self->n_columns, self->n_rows,
                              kkr_table_get_title_in (self, language), language);
}

/**
 * kkr_table___str__:
 * @self: a table
 *
 * The same as [method@Table.to_string], under the name that Python looks for.
 *
 * Returns: (transfer full): the text
 *
 * Since: 0.1
 */
char *
kkr_table___str__ (KkrTable *self)
{
  return kkr_table_to_string (self);
}
