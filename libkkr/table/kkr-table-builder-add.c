/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/table/kkr-table-builder-private.h>

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-number-private.h>

#define DATE_FIRST (-719162) /* 0001-01-01 */
#define DATE_LAST 2932896    /* 9999-12-31 */

void
kkr_table_builder_take_int64 (KkrTableBuilder *self, const char *name, const char *danish,
                              const char *english, KkrUnit unit, GBytes *block, gint64 *values,
                              gsize n_values)
{
  KkrColumn *column = kkr_table_builder_start (self, name, danish, english, KKR_COLUMN_KIND_INT64,
                                               unit, n_values);

  if (column == NULL)
    {
      g_bytes_unref (block);
      return;
    }
  kkr_column_take_values (column, block, values, (guint) n_values);
  for (guint row = 0; row < column->length; row++)
    if (values[row] == G_MININT64)
      kkr_column_clear_cell (column, row, KKR_CELL_STATUS_MISSING);
}

/**
 * kkr_table_builder_add_int64:
 * @self: a builder
 * @name: the name of the column, which no other has
 * @danish: its Danish title, without the unit
 * @english: its English title, without the unit
 * @unit: what the numbers count
 * @values: (array length=n_values): one number a row; øre for amounts; `G_MININT64` is missing
 * @n_values: the number of rows
 *
 * Adds a column of whole numbers. Those without a unit and years are printed without thousands
 * separators.
 *
 * Since: 0.1
 */
void
kkr_table_builder_add_int64 (KkrTableBuilder *self, const char *name, const char *danish,
                             const char *english, KkrUnit unit, const gint64 *values,
                             gsize n_values)
{
  gpointer block;
  GBytes *bytes;

  g_return_if_fail (KKR_IS_TABLE_BUILDER (self));
  g_return_if_fail (name != NULL && danish != NULL && english != NULL);
  g_return_if_fail (values != NULL || n_values == 0);
  bytes = kkr_column_block_new (n_values, sizeof *values, &block);
  if (n_values > 0)
    memcpy (block, values, n_values * sizeof *values);
  kkr_table_builder_take_int64 (self, name, danish, english, unit, bytes, block, n_values);
}

/**
 * kkr_table_builder_add_double:
 * @self: a builder
 * @name: the name of the column, which no other has
 * @danish: its Danish title, without the unit
 * @english: its English title, without the unit
 * @unit: what the numbers count; not `AMOUNT`, money is never a floating-point number
 * @values: (array length=n_values): one number a row; NaN is missing, an infinite one is refused
 * @n_values: the number of rows
 *
 * Adds a column of floating-point numbers.
 *
 * Since: 0.1
 */
void
kkr_table_builder_add_double (KkrTableBuilder *self, const char *name, const char *danish,
                              const char *english, KkrUnit unit, const gdouble *values,
                              gsize n_values)
{
  KkrColumn *column;
  gpointer block;
  GBytes *bytes;

  g_return_if_fail (KKR_IS_TABLE_BUILDER (self));
  g_return_if_fail (name != NULL && danish != NULL && english != NULL);
  g_return_if_fail (values != NULL || n_values == 0);
  column = kkr_table_builder_start (self, name, danish, english, KKR_COLUMN_KIND_DOUBLE, unit,
                                    n_values);
  if (column == NULL)
    return;
  bytes = kkr_column_block_new (n_values, sizeof *values, &block);
  if (n_values > 0)
    memcpy (block, values, n_values * sizeof *values);
  kkr_column_take_values (column, bytes, block, (guint) n_values);
  for (guint row = 0; row < column->length; row++)
    if (isnan (values[row]))
      kkr_column_clear_cell (column, row, KKR_CELL_STATUS_MISSING);
    else if (isinf (values[row]))
      kkr_table_builder_fail (self, KKR_CALC_ERROR_OUT_OF_RANGE,
                              _("row %u of column \"%s\": an infinite number found, a finite one "
                                "expected"), row, name);
}

static void
take_rationals (KkrColumn *column, KkrRational *values, guint n_values)
{
  gpointer block;
  GBytes *bytes = kkr_column_block_new (n_values, sizeof (gdouble), &block);
  gdouble *nearest = block;

  column->exact = values;
  kkr_column_take_values (column, bytes, block, n_values);
  for (guint row = 0; row < n_values; row++)
    if (values[row].den == 0)
      kkr_column_clear_cell (column, row, KKR_CELL_STATUS_MISSING);
    else
      nearest[row] = kkr_rational_to_double (&values[row]);
}

void
kkr_table_builder_add_rationals (KkrTableBuilder *self, const char *name, const char *danish,
                                 const char *english, KkrUnit unit, const KkrRational *values,
                                 gsize n_values)
{
  KkrColumn *column = kkr_table_builder_start (self, name, danish, english, KKR_COLUMN_KIND_RATIO,
                                               unit, n_values);

  if (column != NULL)
    take_rationals (column, g_memdup2 (values, n_values * sizeof *values), (guint) n_values);
}

/**
 * kkr_table_builder_add_ratio:
 * @self: a builder
 * @name: the name of the column, which no other has
 * @danish: its Danish title, without the unit
 * @english: its English title, without the unit
 * @unit: what the numbers count
 * @exact: (array zero-terminated=1): one exact number a row: `27/10`, `2.7` or `27`; an empty text
 *   is missing
 *
 * Adds a column of exact fractions, in the column's own unit (a fraction of 1 for shares, øre for
 * amounts).
 *
 * Since: 0.1
 */
void
kkr_table_builder_add_ratio (KkrTableBuilder *self, const char *name, const char *danish,
                             const char *english, KkrUnit unit, const char *const *exact)
{
  g_autofree KkrRational *values = NULL;
  KkrColumn *column;
  guint n_values;

  g_return_if_fail (KKR_IS_TABLE_BUILDER (self));
  g_return_if_fail (name != NULL && danish != NULL && english != NULL);
  g_return_if_fail (exact != NULL);
  n_values = g_strv_length ((char **) exact);
  column = kkr_table_builder_start (self, name, danish, english, KKR_COLUMN_KIND_RATIO, unit,
                                    n_values);
  if (column == NULL)
    return;
  values = g_new0 (KkrRational, (gsize) n_values + 1);
  for (guint row = 0; row < n_values; row++)
    if (*exact[row] != '\0' && !kkr_rational_parse (exact[row], &values[row]))
      {
        g_autofree char *quoted = kkr_text_quote (exact[row]);

        kkr_table_builder_fail (self, KKR_CALC_ERROR_OUT_OF_RANGE,
                                _("row %u of column \"%s\": %s found, a number such as 27/10 "
                                  "expected"), row, name, quoted);
        return;
      }
  take_rationals (column, g_steal_pointer (&values), n_values);
}

gboolean
kkr_table_builder_check_day (KkrTableBuilder *self, const char *column, gsize row, gint32 day)
{
  if (day >= DATE_FIRST && day <= DATE_LAST)
    return TRUE;
  kkr_table_builder_fail (self, KKR_CALC_ERROR_OUT_OF_RANGE,
                          _("row %zu of column \"%s\": day %d found, a day of the years 1 to "
                            "9999 expected"), row, column, day);
  return FALSE;
}

static void
take_codes (KkrColumn *column, const gint32 *codes, guint n_codes)
{
  gpointer block;
  GBytes *bytes = kkr_column_block_new (n_codes, sizeof *codes, &block);

  if (n_codes > 0)
    memcpy (block, codes, n_codes * sizeof *codes);
  kkr_column_take_values (column, bytes, block, n_codes);
  for (guint row = 0; row < n_codes; row++)
    if (codes[row] == G_MININT32)
      kkr_column_clear_cell (column, row, KKR_CELL_STATUS_MISSING);
}

/**
 * kkr_table_builder_add_text:
 * @self: a builder
 * @name: the name of the column, which no other has
 * @danish: its Danish title
 * @english: its English title
 * @values: (array zero-terminated=1): one text a row
 *
 * Adds a column of texts. Its labels are the texts that differ, in order of first appearance. An
 * empty text is a value; [method@TableBuilder.set_status] says where there is none.
 *
 * Since: 0.1
 */
void
kkr_table_builder_add_text (KkrTableBuilder *self, const char *name, const char *danish,
                            const char *english, const char *const *values)
{
  g_autoptr (GHashTable) known = NULL;
  g_autoptr (GPtrArray) labels = NULL;
  g_autofree gint32 *codes = NULL;
  KkrColumn *column;
  guint n_rows;

  g_return_if_fail (KKR_IS_TABLE_BUILDER (self));
  g_return_if_fail (name != NULL && danish != NULL && english != NULL);
  g_return_if_fail (values != NULL);
  n_rows = g_strv_length ((char **) values);
  column = kkr_table_builder_start (self, name, danish, english, KKR_COLUMN_KIND_TEXT,
                                    KKR_UNIT_NONE, n_rows);
  if (column == NULL)
    return;
  known = g_hash_table_new (g_str_hash, g_str_equal);
  labels = g_ptr_array_new ();
  codes = g_new (gint32, (gsize) n_rows + 1);
  for (guint row = 0; row < n_rows; row++)
    {
      gpointer code;

      if (!g_hash_table_lookup_extended (known, values[row], NULL, &code))
        {
          code = GUINT_TO_POINTER (labels->len);
          g_hash_table_insert (known, (gpointer) values[row], code);
          g_ptr_array_add (labels, g_utf8_make_valid (values[row], -1));
        }
      codes[row] = GPOINTER_TO_INT (code);
    }
  column->n_labels = labels->len;
  g_ptr_array_add (labels, NULL);
  column->labels = (char **) g_ptr_array_free (g_steal_pointer (&labels), FALSE);
  take_codes (column, codes, n_rows);
}

/**
 * kkr_table_builder_add_codes:
 * @self: a builder
 * @name: the name of the column, which no other has
 * @danish: its Danish title
 * @english: its English title
 * @codes: (array length=n_codes): one number of a label a row, from 0; `G_MININT32` is missing
 * @n_codes: the number of rows
 * @labels: (array zero-terminated=1): the labels
 *
 * Adds a column of texts by the numbers of their labels.
 *
 * Since: 0.1
 */
void
kkr_table_builder_add_codes (KkrTableBuilder *self, const char *name, const char *danish,
                             const char *english, const gint32 *codes, gsize n_codes,
                             const char *const *labels)
{
  KkrColumn *column;

  g_return_if_fail (KKR_IS_TABLE_BUILDER (self));
  g_return_if_fail (name != NULL && danish != NULL && english != NULL);
  g_return_if_fail (codes != NULL || n_codes == 0);
  g_return_if_fail (labels != NULL);
  column = kkr_table_builder_start (self, name, danish, english, KKR_COLUMN_KIND_TEXT,
                                    KKR_UNIT_NONE, n_codes);
  if (column == NULL)
    return;
  column->n_labels = g_strv_length ((char **) labels);
  column->labels = g_new0 (char *, (gsize) column->n_labels + 1);
  for (guint i = 0; i < column->n_labels; i++)
    column->labels[i] = g_utf8_make_valid (labels[i], -1);
  for (gsize row = 0; row < n_codes; row++)
    if (codes[row] != G_MININT32 && (codes[row] < 0 || (guint) codes[row] >= column->n_labels))
      {
        kkr_table_builder_fail (self, KKR_CALC_ERROR_OUT_OF_RANGE,
                                _("row %zu of column \"%s\" has no label: %d found, less than %u "
                                  "expected"), row, name, codes[row], column->n_labels);
        return;
      }
  take_codes (column, codes, (guint) n_codes);
}

/**
 * kkr_table_builder_add_date:
 * @self: a builder
 * @name: the name of the column, which no other has
 * @danish: its Danish title
 * @english: its English title
 * @days: (array length=n_days): one day a row, counted from 1970-01-01; `G_MININT32` is missing
 * @n_days: the number of rows
 *
 * Adds a column of days of the years 1 to 9999.
 *
 * Since: 0.1
 */
void
kkr_table_builder_add_date (KkrTableBuilder *self, const char *name, const char *danish,
                            const char *english, const gint32 *days, gsize n_days)
{
  KkrColumn *column;

  g_return_if_fail (KKR_IS_TABLE_BUILDER (self));
  g_return_if_fail (name != NULL && danish != NULL && english != NULL);
  g_return_if_fail (days != NULL || n_days == 0);
  column = kkr_table_builder_start (self, name, danish, english, KKR_COLUMN_KIND_DATE,
                                    KKR_UNIT_NONE, n_days);
  if (column == NULL)
    return;
  for (gsize row = 0; row < n_days; row++)
    if (days[row] != G_MININT32 && !kkr_table_builder_check_day (self, name, row, days[row]))
      return;
  take_codes (column, days, (guint) n_days);
}
