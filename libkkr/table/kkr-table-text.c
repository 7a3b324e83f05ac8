/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/table/kkr-table-private.h>

#include <libkkr/base/kkr-format-private.h>
#include <libkkr/table/kkr-table-wrap-private.h>

#define GAP "  "
#define GAP_WIDTH 2
#define EASY_TO_READ 40

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
  /* Before the totals, where keys stand; a text after them is a remark. */
  for (guint i = 0; i < total; i++)
    if (columns[i]->kind == KKR_COLUMN_KIND_TEXT)
      return i;
  if (first < total)
    return first;
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
  guint taken = kkr_text_width (text), padding = width > taken ? width - taken : 0;

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

/* Cells too long for their column go on below; those of a heading end just above its rule. */
static void
append_lines (GString *text, KkrColumn *const *columns, char *const *cells, const guint *widths,
              guint n_columns, gboolean is_heading)
{
  g_autoptr (GPtrArray) wrapped = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  guint n_lines = 1;

  for (guint i = 0; i < n_columns; i++)
    {
      char **lines = kkr_text_wrap (cells[i], MAX (widths[i], 1));

      g_ptr_array_add (wrapped, lines);
      n_lines = MAX (n_lines, g_strv_length (lines));
    }
  for (guint line = 0; line < n_lines; line++)
    {
      for (guint i = 0; i < n_columns; i++)
        {
          char **lines = g_ptr_array_index (wrapped, i);
          guint n = g_strv_length (lines), above = is_heading ? n_lines - n : 0;
          gboolean is_blank = line < above || line - above >= n;

          g_string_append (text, i > 0 ? GAP : "");
          append_cell (text, is_blank ? "" : lines[line - above], widths[i],
                       kkr_column_is_number (columns[i]));
        }
      end_line (text);
    }
}

static void
append_line (GString *text, KkrColumn *const *columns, char *const *cells, const guint *widths,
             guint n_columns, gboolean is_heading)
{
  for (guint i = 0; i < n_columns; i++)
    if (kkr_text_width (cells[i]) > widths[i])
      {
        append_lines (text, columns, cells, widths, n_columns, is_heading);
        return;
      }
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

typedef struct {
  char **cells;
  gboolean has_footer;
  guint *widths;  /* what the cells take, and then what they get */
  guint *least;   /* the longest word: numbers and days are never broken, headings are */
  guint *longest; /* the longest cell without its heading */
} Layout;

static void
lay_out (Layout *self, KkrColumn *const *columns, guint n_columns, guint n_rows,
         const char *language)
{
  self->has_footer = kkr_columns_find_total_label (columns, n_columns) < n_columns;
  self->cells = make_cells (columns, n_columns, n_rows, self->has_footer, language);
  self->widths = g_new0 (guint, n_columns);
  self->least = g_new0 (guint, n_columns);
  self->longest = g_new0 (guint, n_columns);
  for (gsize i = 0; self->cells[i] != NULL; i++)
    {
      gsize column = i % n_columns;
      guint width = kkr_text_width (self->cells[i]);
      gboolean may_break = i < n_columns || columns[column]->kind == KKR_COLUMN_KIND_TEXT;

      self->widths[column] = MAX (self->widths[column], width);
      if (i >= n_columns)
        self->longest[column] = MAX (self->longest[column], width);
      if (width > self->least[column])
        self->least[column] = MAX (self->least[column],
                                   may_break ? kkr_text_longest_word (self->cells[i]) : width);
    }
}

static void
layout_clear (Layout *self)
{
  g_strfreev (self->cells);
  g_free (self->widths);
  g_free (self->least);
  g_free (self->longest);
}

static void
append_table (GString *text, KkrColumn *const *columns, guint n_columns, guint n_rows,
              Layout *layout)
{
  for (guint i = 0; i < n_columns; i++)
    layout->longest[i] = MAX (layout->longest[i], layout->least[i]);
  /* Headings give way before what stands below them. */
  kkr_widths_fit (layout->widths, layout->longest, n_columns, GAP_WIDTH);
  kkr_widths_fit (layout->widths, layout->least, n_columns, GAP_WIDTH);
  append_line (text, columns, layout->cells, layout->widths, n_columns, TRUE);
  append_rule (text, layout->widths, n_columns);
  for (gsize row = 1; row <= n_rows; row++)
    append_line (text, columns, layout->cells + row * n_columns, layout->widths, n_columns, FALSE);
  if (!layout->has_footer)
    return;
  append_rule (text, layout->widths, n_columns);
  append_line (text, columns, layout->cells + ((gsize) n_rows + 1) * n_columns, layout->widths,
               n_columns, FALSE);
}

/* How many columns from `first` on fit behind those that are repeated; at least one. Where there
 * are parts anyway, long texts need not become columns of single words. */
static guint
count_fitting (const Layout *layout, guint n_columns, guint n_repeated, guint first)
{
  guint sum = kkr_widths_sum (layout->least, n_repeated, GAP_WIDTH), n = 0;

  for (guint i = first; i < n_columns; i++, n++)
    {
      sum += MAX (layout->least[i], MIN (layout->longest[i], EASY_TO_READ)) + GAP_WIDTH;
      if (sum > KKR_TABLE_WIDTH && n > 0)
        break;
    }
  return n;
}

/* Too wide even with broken cells: told in parts, each beginning with what names its rows. */
static void
append_parts (GString *text, KkrColumn *const *columns, guint n_columns, guint n_rows,
              const Layout *whole, const char *language)
{
  g_autofree KkrColumn **part = g_new (KkrColumn *, n_columns);
  guint n_names = 0;

  while (n_names < MIN (n_columns - 1, 2) && columns[n_names]->kind == KKR_COLUMN_KIND_TEXT)
    {
      part[n_names] = columns[n_names];
      n_names++;
    }
  for (guint i = n_names, n; i < n_columns; i += n)
    {
      Layout layout;

      n = count_fitting (whole, n_columns, n_names, i);
      for (guint k = 0; k < n; k++)
        part[n_names + k] = columns[i + k];
      lay_out (&layout, part, n_names + n, n_rows, language);
      if (i > n_names)
        g_string_append_c (text, '\n');
      append_table (text, part, n_names + n, n_rows, &layout);
      layout_clear (&layout);
    }
}

static void
append_columns (GString *text, KkrColumn *const *columns, guint n_columns, guint n_rows,
                const char *language)
{
  Layout layout;

  lay_out (&layout, columns, n_columns, n_rows, language);
  if (kkr_widths_sum (layout.least, n_columns, GAP_WIDTH) > KKR_TABLE_WIDTH)
    append_parts (text, columns, n_columns, n_rows, &layout, language);
  else
    append_table (text, columns, n_columns, n_rows, &layout);
  layout_clear (&layout);
}

char *
kkr_columns_to_text (KkrColumn *const *columns, guint n_columns, guint n_rows, const char *title,
                     const char *language)
{
  GString *text = g_string_new (NULL);

  if (title != NULL && *title != '\0')
    g_string_append_printf (text, "%s\n%s", title, n_columns > 0 ? "\n" : "");
  if (n_columns > 0)
    append_columns (text, columns, n_columns, n_rows, language);
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
