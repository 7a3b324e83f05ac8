/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/table/kkr-table-private.h>

#include <libkkr/base/kkr-format-private.h>

/* A notebook gets the ends of a longer table; all 98 municipalities fit. */
#define NOTEBOOK_ROWS 200

static const char *
cell_class (KkrColumn *column)
{
  return kkr_column_is_number (column) ? "kkr-number" : "kkr-text";
}

/* Inline, because a notebook has its own style sheet and takes no other. */
static const char *
cell_style (KkrColumn *column)
{
  return kkr_column_is_number (column)
           ? "text-align: right; white-space: nowrap; padding: 0.2em 0.6em"
           : "text-align: left; padding: 0.2em 0.6em";
}

static const char *
status_class (KkrCellStatus status)
{
  switch (status)
    {
    case KKR_CELL_STATUS_MISSING:
      return " kkr-missing";
    case KKR_CELL_STATUS_SUPPRESSED:
      return " kkr-suppressed";
    case KKR_CELL_STATUS_NOT_APPLICABLE:
      return " kkr-not-applicable";
    case KKR_CELL_STATUS_VALUE:
    default:
      return "";
    }
}

static void
append_cell (GString *html, const char *tag, KkrColumn *column, const char *more_class,
             const char *more_style, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append_printf (html, "<%s class=\"%s%s\" style=\"%s%s\">%s</%.2s>", tag,
                          cell_class (column), more_class, cell_style (column), more_style,
                          escaped, tag);
}

static void
append_head (GString *html, KkrTable *self, const char *language)
{
  g_string_append (html, "<thead>\n<tr>");
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autofree char *heading = kkr_column_dup_heading (self->columns[i], language);

      append_cell (html, "th scope=\"col\"", self->columns[i], "", "", heading);
    }
  g_string_append (html, "</tr>\n</thead>\n");
}

static void
append_row (GString *html, KkrTable *self, guint row, const char *language)
{
  g_string_append (html, "<tr>");
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autofree char *text = kkr_column_dup_text_in (self->columns[i], row, language);
      KkrCellStatus status = kkr_column_get_cell_status (self->columns[i], row);

      append_cell (html, "td", self->columns[i], status_class (status), "", text);
    }
  g_string_append (html, "</tr>\n");
}

static void
append_foot (GString *html, KkrTable *self, const char *language)
{
  if (kkr_columns_find_total_label (self->columns, self->n_columns) == self->n_columns)
    return;
  g_string_append (html, "<tfoot>\n<tr>");
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autofree char *text = kkr_columns_dup_footer (self->columns, self->n_columns, i, language);

      append_cell (html, "td", self->columns[i], " kkr-total",
                   "; border-top: 1px solid; font-weight: bold", text);
    }
  g_string_append (html, "</tr>\n</tfoot>\n");
}

static void
append_gap (GString *html, KkrTable *self, guint n_left_out, const char *language)
{
  g_autofree char *number = kkr_format_int (n_left_out, language);
  const char *what = n_left_out == 1
    ? kkr_text_in (language, "række er ikke vist", "row is not shown")
    : kkr_text_in (language, "rækker er ikke vist", "rows are not shown");

  g_string_append_printf (html, "<tr><td class=\"kkr-gap\" style=\"text-align: center\" "
                          "colspan=\"%u\">%s %s</td></tr>\n", self->n_columns, number, what);
}

/* With 0, all rows. */
char *
kkr_table_ends_to_html (KkrTable *self, guint max_rows, const char *language)
{
  GString *html = g_string_new (NULL);
  g_autofree char *title = g_markup_escape_text (kkr_table_get_title_in (self, language), -1);
  gboolean is_cut = max_rows > 0 && self->n_rows > max_rows;
  guint gap_from = is_cut ? max_rows / 2 : self->n_rows;
  guint gap_until = is_cut ? self->n_rows - (max_rows - max_rows / 2) : self->n_rows;

  g_string_append_printf (html, "<table class=\"kkr-table\" lang=\"%s\" "
                          "style=\"border-collapse: collapse; margin-bottom: 1em\">\n",
                          kkr_text_in (language, "da", "en"));
  if (*title != '\0')
    g_string_append_printf (html, "<caption style=\"text-align: left; font-weight: bold; "
                            "padding: 0.2em 0.6em\">%s</caption>\n", title);
  append_head (html, self, language);
  g_string_append (html, "<tbody>\n");
  for (guint row = 0; row < gap_from; row++)
    append_row (html, self, row, language);
  if (gap_from < gap_until)
    append_gap (html, self, gap_until - gap_from, language);
  for (guint row = gap_until; row < self->n_rows; row++)
    append_row (html, self, row, language);
  g_string_append (html, "</tbody>\n");
  append_foot (html, self, language);
  g_string_append (html, "</table>\n");
  return g_string_free (html, FALSE);
}

/**
 * kkr_table_to_html:
 * @self: a table
 *
 * Writes the table as a Danish HTML `table` element, see [method@Table.to_html_in].
 *
 * Returns: (transfer full): the HTML
 *
 * Since: 0.1
 */
char *
kkr_table_to_html (KkrTable *self)
{
  return kkr_table_to_html_in (self, "da");
}

/**
 * kkr_table_to_html_in:
 * @self: a table
 * @language: (nullable): `da` or `en`; anything else is Danish
 *
 * Writes the table as an HTML `table` element with caption, head, body and, if there are totals,
 * foot, with the texts of [method@Table.to_string_in]. Its classes are `kkr-table`, `kkr-number`,
 * `kkr-text`, `kkr-total`, `kkr-missing`, `kkr-suppressed` and `kkr-not-applicable`.
 *
 * Returns: (transfer full): the HTML
 *
 * Since: 0.1
 */
char *
kkr_table_to_html_in (KkrTable *self, const char *language)
{
  g_return_val_if_fail (KKR_IS_TABLE (self), NULL);
  return kkr_table_ends_to_html (self, 0, language);
}

/**
 * kkr_table__repr_html_:
 * @self: a table
 *
 * The table in Danish for a notebook, which looks for this name: as [method@Table.to_html], but of
 * more than 200 rows only the first and the last 100.
 *
 * Returns: (transfer full): the HTML
 *
 * Since: 0.1
 */
char *
kkr_table__repr_html_ (KkrTable *self)
{
  g_return_val_if_fail (KKR_IS_TABLE (self), NULL);
  return kkr_table_ends_to_html (self, NOTEBOOK_ROWS, "da");
}
