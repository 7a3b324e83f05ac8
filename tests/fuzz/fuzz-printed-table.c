/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "fuzz.h"

#include <libkkr/base/kkr-error.h>
#include <libkkr/calc/checking/kkr-printed-table-private.h>

static void
check_cell (const KkrPrintedCell *cell)
{
  fuzz_check_text (cell->text);
  g_assert_cmpuint (cell->line, >, 0);
  g_assert_cmpuint (cell->column, >, 0);
  g_assert_true ((cell->status == KKR_PRINTED_BLANK) == (*cell->text == '\0'));
  if (cell->status != KKR_PRINTED_VALUE)
    return;
  g_assert_true (cell->value.den > 0);
  g_assert_true (cell->precision.num > 0);
  if (cell->interval.has_lower && cell->interval.has_upper)
    g_assert_true (kkr_interval_contains (&cell->interval, &cell->value));
}

static void
check_table (const KkrPrintedTable *table)
{
  guint n_columns = kkr_printed_table_get_n_columns (table);

  g_assert_cmpuint (n_columns, >, 0);
  fuzz_check_text (kkr_printed_table_get_title (table));
  g_assert_cmpint (kkr_printed_table_get_unit (table).scale, >, 0);
  for (guint i = 0; i < kkr_printed_table_get_n_rows (table); i++)
    {
      fuzz_check_text (kkr_printed_table_get_label (table, i));
      g_assert_cmpint (kkr_printed_table_get_row_unit (table, i).scale, >, 0);
      for (guint j = 0; j < kkr_printed_table_get_n_label_parts (table); j++)
        fuzz_check_text (kkr_printed_table_get_label_part (table, i, j));
      for (guint j = 0; j < n_columns; j++)
        check_cell (kkr_printed_table_get_cell (table, i, j));
    }
  for (guint i = 0; i < n_columns; i++)
    {
      fuzz_check_text (kkr_printed_table_get_heading (table, i));
      g_assert_cmpint (kkr_printed_table_get_column_unit (table, i).scale, >, 0);
      for (guint j = 0; j < kkr_printed_table_get_n_heading_parts (table); j++)
        fuzz_check_text (kkr_printed_table_get_heading_part (table, i, j));
    }
}

/* Any text is a table or an error that begins with its place; a table that is read again is the
 * same one. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = fuzz_text (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (KkrPrintedTable) table = kkr_printed_table_read (text, NULL, &error);
  g_autoptr (KkrPrintedTable) danish = kkr_printed_table_read (text, ",", NULL);

  if (danish != NULL)
    check_table (danish);
  if (table == NULL)
    g_assert_true (error != NULL && g_ascii_isdigit (error->message[0]));
  if (!fuzz_settle (table != NULL, &error))
    return 0;
  check_table (table);
  return 0;
}
