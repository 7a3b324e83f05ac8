/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/table/kkr-table-builder-private.h>

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include <libkkr/base/kkr-date-private.h>
#include <libkkr/base/kkr-error.h>

/* Columns that come as bytes, as typed arrays of other languages do. */

static gsize
item_size (KkrColumnKind kind)
{
  switch (kind)
    {
    case KKR_COLUMN_KIND_INT64:
    case KKR_COLUMN_KIND_DOUBLE:
      return sizeof (gint64);
    case KKR_COLUMN_KIND_DATE:
      return sizeof (gint32);
    case KKR_COLUMN_KIND_RATIO:
    case KKR_COLUMN_KIND_TEXT:
    case KKR_COLUMN_KIND_UNSET:
    default:
      return 0;
    }
}

static gboolean
check_bytes (KkrTableBuilder *self, const char *name, KkrColumnKind kind, gsize n_bytes)
{
  gsize size = item_size (kind);

  if (size == 0)
    kkr_table_builder_fail (self, KKR_CALC_ERROR_OUT_OF_RANGE,
                            _("column \"%s\" cannot be made of bytes: kind %s found, int64, double "
                              "or date expected"), name, kkr_column_kind_to_string (kind));
  else if (n_bytes % size != 0)
    kkr_table_builder_fail (self, KKR_CALC_ERROR_INCONSISTENT,
                            _("column \"%s\": %zu bytes found, a multiple of %zu expected"), name,
                            n_bytes, size);
  else
    return TRUE;
  return FALSE;
}

/* Memory that is not where its numbers can be read is copied. */
static void
take_bytes (KkrColumn *column, GBytes *values)
{
  gsize size = item_size (column->kind), n_bytes;
  gconstpointer found = g_bytes_get_data (values, &n_bytes);
  gpointer block = (gpointer) found;
  GBytes *bytes;

  column->is_borrowed = n_bytes > 0 && (gsize) found % size == 0;
  if (column->is_borrowed)
    bytes = g_bytes_ref (values);
  else
    {
      bytes = kkr_column_block_new (n_bytes / size, size, &block);
      if (n_bytes > 0)
        memcpy (block, found, n_bytes);
    }
  kkr_column_take_values (column, bytes, block, (guint) (n_bytes / size));
}

static void
find_missing_int64 (KkrColumn *column)
{
  const gint64 *values = column->values;

  for (guint row = 0; row < column->length; row++)
    if (G_UNLIKELY (values[row] == G_MININT64))
      kkr_column_set_status (column, row, KKR_CELL_STATUS_MISSING);
}

static void
find_missing_double (KkrTableBuilder *self, KkrColumn *column)
{
  const gdouble *values = column->values;

  for (guint row = 0; row < column->length; row++)
    if (isnan (values[row]))
      kkr_column_set_status (column, row, KKR_CELL_STATUS_MISSING);
    else if (isinf (values[row]))
      kkr_table_builder_fail (self, KKR_CALC_ERROR_OUT_OF_RANGE,
                              _("row %u of column \"%s\": an infinite number found, a finite one "
                                "expected"), row, column->name);
}

static void
find_missing_date (KkrTableBuilder *self, KkrColumn *column)
{
  const gint32 *days = column->values;

  for (guint row = 0; row < column->length; row++)
    if (days[row] == G_MININT32)
      kkr_column_set_status (column, row, KKR_CELL_STATUS_MISSING);
    else
      kkr_table_builder_check_day (self, column->name, row, days[row]);
}

/**
 * kkr_table_builder_add_bytes:
 * @self: a builder
 * @name: the name of the column, which no other has
 * @danish: its Danish title, without the unit
 * @english: its English title, without the unit
 * @kind: `INT64` (64-bit whole numbers; øre for amounts), `DOUBLE` (`FLOAT64` in Python and
 *   JavaScript), or `DATE` (32-bit days since 1970-01-01)
 * @unit: what the numbers count; `NONE` for dates
 * @values: the numbers in the machine's own order, one a row
 *
 * Adds a column as bytes, such as those of a NumPy or typed array: a million rows without a list of
 * a million objects. `G_MININT64`, NaN and `G_MININT32` are missing. The bytes are not copied where
 * they lie as their numbers have to (those of arrays do).
 *
 * ```python
 * builder.add_bytes("budget", "Budget", "Budget", Kkr.ColumnKind.INT64, Kkr.Unit.AMOUNT,
 *                   GLib.Bytes.new(budgets.astype("<i8").tobytes()))
 * ```
 *
 * Since: 0.1
 */
void
kkr_table_builder_add_bytes (KkrTableBuilder *self, const char *name, const char *danish,
                             const char *english, KkrColumnKind kind, KkrUnit unit, GBytes *values)
{
  KkrColumn *column;

  g_return_if_fail (KKR_IS_TABLE_BUILDER (self));
  g_return_if_fail (name != NULL && danish != NULL && english != NULL);
  g_return_if_fail (values != NULL);
  if (!check_bytes (self, name, kind, g_bytes_get_size (values)))
    return;
  column = kkr_table_builder_start (self, name, danish, english, kind, unit,
                                    g_bytes_get_size (values) / item_size (kind));
  if (column == NULL)
    return;
  take_bytes (column, values);
  if (kind == KKR_COLUMN_KIND_INT64)
    find_missing_int64 (column);
  else if (kind == KKR_COLUMN_KIND_DOUBLE)
    find_missing_double (self, column);
  else
    find_missing_date (self, column);
}
