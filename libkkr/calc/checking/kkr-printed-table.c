/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/calc/checking/kkr-printed-grid-private.h>

#include <glib/gi18n-lib.h>
#include <string.h>

#include <libkkr/base/kkr-number-private.h>

struct _KkrPrintedTable {
  KkrPrintedGrid grid;
  KkrPrintedShape shape;
  guint n_rows;
  guint n_columns;
  guint n_parts;
  guint *records; /* of the rows */
  guint *columns; /* of the grid, for the columns of numbers */
  guint *parts;   /* of the grid, for the labels */
  KkrPrintedCell *cells;
  char **labels;   /* row by row, part by part */
  char **joined;   /* row by row */
  char **headings; /* column by column, part by part */
  char **paths;    /* column by column */
};

static void
find_roles (KkrPrintedTable *table)
{
  table->columns = g_new0 (guint, table->grid.n_columns);
  table->parts = g_new0 (guint, table->grid.n_columns);
  for (guint i = 0; i < table->grid.n_columns; i++)
    if (table->shape.roles[i] == KKR_PRINTED_NUMBERS)
      table->columns[table->n_columns++] = i;
    else if (table->shape.roles[i] == KKR_PRINTED_LABELS)
      table->parts[table->n_parts++] = i;
  table->records = g_new0 (guint, table->grid.records->len);
  for (guint i = table->shape.n_headings; i < table->shape.n_records; i++)
    if (!table->shape.skipped[i])
      table->records[table->n_rows++] = i;
}

static gboolean
refuse_cell (KkrPrintedTable *table, guint record, guint column, gboolean english, GError **error)
{
  const KkrPrintedField *field = kkr_printed_grid_get_field (&table->grid, record, column);
  gboolean number = table->shape.kinds[record * table->grid.n_columns + column]
                    == KKR_PRINTED_IS_NUMBER;
  g_autofree char *quoted = kkr_text_quote (field->text);

  if (!number)
    return kkr_printed_fail (error, field->line, field->column,
                             g_strdup_printf (_("text in a column of numbers: %s found, a number, "
                                                "or a mark such as - or .. expected"), quoted));
  return kkr_printed_fail (error, field->line, field->column,
                           g_strdup_printf (english
                                              ? _("a number that is not written as the others: %s "
                                                  "found, one such as 1,234.50 expected")
                                              : _("a number that is not written as the others: %s "
                                                  "found, one such as 1.234,50 expected"),
                                            quoted));
}

/* Blank where the first line of headings has something else than this column's in it: a heading
 * that spans columns stands in the first of them. */
static const char *
find_heading (const KkrPrintedTable *table, guint column, guint part)
{
  const char *text = kkr_printed_grid_get_field (&table->grid, part, column)->text;
  guint first = table->n_parts > 0 ? table->parts[table->n_parts - 1] + 1 : 0;

  if (part + 1 == table->shape.n_headings)
    return text;
  while (*text == '\0' && column > first)
    text = kkr_printed_grid_get_field (&table->grid, part, --column)->text;
  return text;
}

/* What is not blank, with something between. */
static char *
join (char **texts, guint n_texts, const char *between)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < n_texts; i++)
    if (*texts[i] != '\0')
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? between : "", texts[i]);
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

static void
take_labels (KkrPrintedTable *table)
{
  guint n_headings = table->shape.n_headings;

  table->labels = g_new0 (char *, (gsize) table->n_rows * table->n_parts + 1);
  table->joined = g_new0 (char *, table->n_rows + 1);
  for (guint i = 0; i < table->n_rows; i++)
    {
      char **parts = table->labels + i * table->n_parts;

      for (guint j = 0; j < table->n_parts; j++)
        parts[j] = kkr_printed_strip_footnotes (
          kkr_printed_grid_get_field (&table->grid, table->records[i], table->parts[j])->text);
      table->joined[i] = join (parts, table->n_parts, ", ");
    }
  table->headings = g_new0 (char *, (gsize) table->n_columns * n_headings + 1);
  table->paths = g_new0 (char *, table->n_columns + 1);
  for (guint i = 0; i < table->n_columns; i++)
    {
      char **parts = table->headings + i * n_headings;

      for (guint j = 0; j < n_headings; j++)
        parts[j] = kkr_printed_strip_footnotes (find_heading (table, table->columns[i], j));
      table->paths[i] = join (parts, n_headings, " / ");
    }
}

static gboolean
take_cells (KkrPrintedTable *table, const gboolean *english, GError **error)
{
  table->cells = g_new0 (KkrPrintedCell, (gsize) table->n_rows * table->n_columns);
  for (guint i = 0; i < table->n_rows; i++)
    for (guint j = 0; j < table->n_columns; j++)
      {
        const KkrPrintedField *field =
          kkr_printed_grid_get_field (&table->grid, table->records[i], table->columns[j]);
        KkrPrintedCell *cell = &table->cells[i * table->n_columns + j];

        cell->text = field->text;
        cell->line = field->line;
        cell->column = field->column;
        if (!kkr_printed_read_cell (field->text, english[table->columns[j]], cell))
          return refuse_cell (table, table->records[i], table->columns[j],
                              english[table->columns[j]], error);
      }
  return TRUE;
}

static gboolean
check_text (const char *text, const char *decimal_sign, GError **error)
{
  if (strnlen (text, KKR_PRINTED_MAX_BYTES + 1) > KKR_PRINTED_MAX_BYTES)
    return kkr_printed_fail (error, 1, 1,
                             g_strdup_printf (_("a text that is too long: more than %d bytes "
                                                "found, at most that expected"),
                                              KKR_PRINTED_MAX_BYTES));
  if (!g_utf8_validate (text, -1, NULL))
    return kkr_printed_fail (error, 1, 1, g_strdup (_("a text in another encoding: other bytes "
                                                      "found, UTF-8 expected")));
  if (decimal_sign != NULL && !g_str_equal (decimal_sign, ",") && !g_str_equal (decimal_sign, "."))
    {
      g_autofree char *quoted = kkr_text_quote (decimal_sign);

      return kkr_printed_fail (error, 1, 1,
                               g_strdup_printf (_("no decimal sign: %s found, a comma or a dot "
                                                  "expected"), quoted));
    }
  return TRUE;
}

KkrPrintedTable *
kkr_printed_table_read (const char *text, const char *decimal_sign, GError **error)
{
  g_autoptr (KkrPrintedTable) table = NULL;
  g_autofree gboolean *english = NULL;

  if (!check_text (text, decimal_sign, error))
    return NULL;
  table = g_new0 (KkrPrintedTable, 1);
  kkr_printed_grid_init (&table->grid);
  if (g_str_has_prefix (text, "\xef\xbb\xbf"))
    text += 3;
  if (!kkr_printed_grid_read (&table->grid, text, error))
    return NULL;
  kkr_printed_shape_find (&table->shape, &table->grid);
  find_roles (table);
  if (table->n_columns == 0)
    {
      kkr_printed_fail (error, kkr_printed_grid_get_record (&table->grid, 0)->line, 1,
                        g_strdup (_("a table without numbers: labels alone found, a column of "
                                    "numbers expected")));
      return NULL;
    }
  english = g_new0 (gboolean, table->grid.n_columns);
  if (!kkr_printed_find_forms (&table->grid, &table->shape, decimal_sign, english, error)
      || !take_cells (table, english, error))
    return NULL;
  take_labels (table);
  return g_steal_pointer (&table);
}

static void
free_texts (char **texts, gsize n_texts)
{
  for (gsize i = 0; texts != NULL && i < n_texts; i++)
    g_free (texts[i]);
  g_free (texts);
}

void
kkr_printed_table_free (KkrPrintedTable *table)
{
  if (table == NULL)
    return;
  free_texts (table->labels, (gsize) table->n_rows * table->n_parts);
  free_texts (table->joined, table->n_rows);
  free_texts (table->headings, (gsize) table->n_columns * table->shape.n_headings);
  free_texts (table->paths, table->n_columns);
  kkr_printed_shape_clear (&table->shape);
  kkr_printed_grid_clear (&table->grid);
  g_free (table->cells);
  g_free (table->records);
  g_free (table->columns);
  g_free (table->parts);
  g_free (table);
}

guint
kkr_printed_table_get_n_rows (const KkrPrintedTable *table)
{
  return table->n_rows;
}

guint
kkr_printed_table_get_n_columns (const KkrPrintedTable *table)
{
  return table->n_columns;
}

const KkrPrintedCell *
kkr_printed_table_get_cell (const KkrPrintedTable *table, guint row, guint column)
{
  return &table->cells[row * table->n_columns + column];
}

gboolean
kkr_printed_table_has_values (const KkrPrintedTable *table, guint row)
{
  for (guint i = 0; i < table->n_columns; i++)
    if (kkr_printed_table_get_cell (table, row, i)->status == KKR_PRINTED_VALUE)
      return TRUE;
  return FALSE;
}

guint
kkr_printed_table_get_row_line (const KkrPrintedTable *table, guint row)
{
  return kkr_printed_grid_get_record (&table->grid, table->records[row])->line;
}

const char *
kkr_printed_table_get_title (const KkrPrintedTable *table)
{
  return table->grid.title->str;
}

guint
kkr_printed_table_get_n_label_parts (const KkrPrintedTable *table)
{
  return table->n_parts;
}

const char *
kkr_printed_table_get_label_part (const KkrPrintedTable *table, guint row, guint part)
{
  return table->labels[row * table->n_parts + part];
}

const char *
kkr_printed_table_get_label_heading (const KkrPrintedTable *table, guint part)
{
  const char *text = "";

  for (guint i = 0; i < table->shape.n_headings && *text == '\0'; i++)
    text = kkr_printed_grid_get_field (&table->grid, i, table->parts[part])->text;
  return text;
}

const char *
kkr_printed_table_get_label (const KkrPrintedTable *table, guint row)
{
  return table->joined[row];
}

guint
kkr_printed_table_get_n_heading_parts (const KkrPrintedTable *table)
{
  return table->shape.n_headings;
}

const char *
kkr_printed_table_get_heading_part (const KkrPrintedTable *table, guint column, guint part)
{
  return table->headings[column * table->shape.n_headings + part];
}

const char *
kkr_printed_table_get_heading (const KkrPrintedTable *table, guint column)
{
  return table->paths[column];
}

KkrPrintedUnit
kkr_printed_table_get_column_unit (const KkrPrintedTable *table, guint column)
{
  KkrPrintedUnit unit = kkr_printed_find_unit (kkr_printed_table_get_heading (table, column));

  for (guint i = 0; unit.unit == KKR_UNIT_UNSET && i < table->n_rows; i++)
    unit.unit = kkr_printed_table_get_cell (table, i, column)->unit;
  return unit;
}

KkrPrintedUnit
kkr_printed_table_get_row_unit (const KkrPrintedTable *table, guint row)
{
  return kkr_printed_find_unit (kkr_printed_table_get_label (table, row));
}

KkrPrintedUnit
kkr_printed_table_get_unit (const KkrPrintedTable *table)
{
  return kkr_printed_find_unit (kkr_printed_table_get_title (table));
}
