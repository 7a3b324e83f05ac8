/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <math.h>
#include <string.h>

#include <libkkr/base/kkr-memory-private.h>
#include <libkkr/table/kkr-column-private.h>

/* The bytes are in the machine's own order, which typed arrays expect too. */
#if G_BYTE_ORDER == G_LITTLE_ENDIAN
#define ORDER "<"
#else
#define ORDER ">"
#endif

GBytes *
kkr_column_block_new (gsize n, gsize item_size, gpointer *values)
{
  /* Memory even for no rows: none would be None to Python, which NumPy takes for an error. */
  return kkr_memory_zeros_to_bytes (n * item_size, values);
}

void
kkr_column_take_values (KkrColumn *self, GBytes *bytes, gpointer values, guint length)
{
  gpointer statuses;

  g_bytes_unref (self->bytes);
  self->bytes = bytes;
  self->values = values;
  g_bytes_unref (self->status);
  self->status = kkr_column_block_new (length, 1, &statuses);
  self->statuses = statuses;
  self->length = length;
}

void
kkr_column_take_full (KkrColumn *self, GBytes *bytes, gpointer values, guint length)
{
  g_bytes_unref (self->bytes);
  self->bytes = bytes;
  self->values = values;
  g_clear_pointer (&self->status, g_bytes_unref);
  self->length = length;
  self->is_full = TRUE;
}

void
kkr_column_take_statuses (KkrColumn *self, guint8 *statuses)
{
  self->is_full = FALSE;
  g_clear_pointer (&self->status, g_bytes_unref);
  self->status = kkr_memory_to_bytes (statuses, self->length);
  self->statuses = statuses;
  for (guint row = 0; row < self->length; row++)
    self->n_without_value += statuses[row] != KKR_CELL_STATUS_VALUE;
}

void
kkr_column_take_labels (KkrColumn *self, char **labels, guint n_labels, GBytes *pool)
{
  self->labels = labels;
  self->n_labels = n_labels;
  self->label_pool = g_bytes_ref (pool);
}

void
kkr_column_take_labels_in_danish (KkrColumn *self, char **labels)
{
  g_strfreev (self->labels_in_danish);
  self->labels_in_danish = labels;
}

void
kkr_column_set_status (KkrColumn *self, guint row, KkrCellStatus status)
{
  self->n_without_value += self->statuses[row] == KKR_CELL_STATUS_VALUE;
  self->statuses[row] = (guint8) status;
}

static void
own_values (KkrColumn *self)
{
  gpointer values;
  gsize size;
  gconstpointer borrowed = g_bytes_get_data (self->bytes, &size);
  GBytes *bytes = kkr_column_block_new (size, 1, &values);

  memcpy (values, borrowed, size);
  g_bytes_unref (self->bytes);
  self->bytes = bytes;
  self->values = values;
  self->is_borrowed = FALSE;
}

void
kkr_column_clear_cell (KkrColumn *self, guint row, KkrCellStatus status)
{
  if (self->is_borrowed)
    own_values (self);
  kkr_column_set_status (self, row, status);
  if (self->qualifiers != NULL)
    self->qualifiers[row] = KKR_QUALIFIER_UNSET;
  switch (self->kind)
    {
    case KKR_COLUMN_KIND_INT64:
      ((gint64 *) self->values)[row] = G_MININT64;
      break;
    case KKR_COLUMN_KIND_RATIO:
      self->exact[row] = (KkrRational) { 0, 0 };
      ((gdouble *) self->values)[row] = (gdouble) NAN;
      break;
    case KKR_COLUMN_KIND_DOUBLE:
      ((gdouble *) self->values)[row] = (gdouble) NAN;
      break;
    case KKR_COLUMN_KIND_TEXT:
    case KKR_COLUMN_KIND_DATE:
      ((gint32 *) self->values)[row] = G_MININT32;
      break;
    case KKR_COLUMN_KIND_UNSET:
    default:
      g_assert_not_reached ();
    }
}

/**
 * kkr_column_get_dtype: (get-property dtype)
 * @self: a column
 *
 * Gives the NumPy type of the bytes: `np.frombuffer (column.get_bytes ().get_data (),
 * column.props.dtype)`.
 *
 * Returns: (transfer none): `<i8`, `<f8` or `<i4` (with `>` on a big-endian machine)
 *
 * Since: 0.1
 */
const char *
kkr_column_get_dtype (KkrColumn *self)
{
  g_return_val_if_fail (KKR_IS_COLUMN (self), "");
  switch (self->kind)
    {
    case KKR_COLUMN_KIND_INT64:
      return ORDER "i8";
    case KKR_COLUMN_KIND_DOUBLE:
    case KKR_COLUMN_KIND_RATIO:
      return ORDER "f8";
    case KKR_COLUMN_KIND_TEXT:
    case KKR_COLUMN_KIND_DATE:
      return ORDER "i4";
    case KKR_COLUMN_KIND_UNSET:
    default:
      return "";
    }
}

/**
 * kkr_column_get_typed_array: (get-property typed-array)
 * @self: a column
 *
 * Gives the JavaScript class that holds the bytes: `new globalThis[column.typed_array]
 * (column.get_bytes ().toArray ().buffer)`.
 *
 * Returns: (transfer none): `BigInt64Array`, `Float64Array` or `Int32Array`
 *
 * Since: 0.1
 */
const char *
kkr_column_get_typed_array (KkrColumn *self)
{
  g_return_val_if_fail (KKR_IS_COLUMN (self), "");
  switch (self->kind)
    {
    case KKR_COLUMN_KIND_INT64:
      return "BigInt64Array";
    case KKR_COLUMN_KIND_DOUBLE:
    case KKR_COLUMN_KIND_RATIO:
      return "Float64Array";
    case KKR_COLUMN_KIND_TEXT:
    case KKR_COLUMN_KIND_DATE:
      return "Int32Array";
    case KKR_COLUMN_KIND_UNSET:
    default:
      return "";
    }
}

/**
 * kkr_column_get_bytes:
 * @self: a column
 *
 * Gives the values of all rows without copying them, on a 64-byte boundary, or where they lay if
 * the column was added as bytes ([method@TableBuilder.add_bytes]). Where a column repeats the keys
 * of each scenario of a batch, they are made when they are first asked for. The bytes own the
 * memory they view: a reference to them keeps it alive when the column and its table are gone. They
 * are not to be written to; GJS before 1.81.2 makes views of them that could be, so add `.slice ()`
 * there before changing anything.
 *
 * Returns: (transfer none): the values; [property@Column:dtype] says of which type
 *
 * Since: 0.1
 */
GBytes *
kkr_column_get_bytes (KkrColumn *self)
{
  g_return_val_if_fail (KKR_IS_COLUMN (self), NULL);
  if (self->rows != NULL)
    kkr_column_make_bytes (self);
  return self->bytes;
}

/**
 * kkr_column_get_status:
 * @self: a column
 *
 * Gives one byte a row: 0 for a value, 1 for missing, 2 for suppressed, 3 for not applicable
 * ([enum@CellStatus]). The bytes own the memory they view.
 *
 * Returns: (transfer none): the statuses
 *
 * Since: 0.1
 */
GBytes *
kkr_column_get_status (KkrColumn *self)
{
  g_return_val_if_fail (KKR_IS_COLUMN (self), NULL);
  if (self->rows != NULL || self->is_full)
    kkr_column_make_status (self);
  return self->status;
}

/**
 * kkr_column_get_cell_status:
 * @self: a column
 * @row: a row, from 0
 *
 * Says what a cell holds.
 *
 * Returns: the status, `NOT_APPLICABLE` for a row past the end
 *
 * Since: 0.1
 */
KkrCellStatus
kkr_column_get_cell_status (KkrColumn *self, guint row)
{
  g_return_val_if_fail (KKR_IS_COLUMN (self), KKR_CELL_STATUS_NOT_APPLICABLE);
  if (row >= self->length)
    return KKR_CELL_STATUS_NOT_APPLICABLE;
  return kkr_column_cell_status (self, row);
}

/**
 * kkr_column_get_int64:
 * @self: a column
 * @row: a row, from 0
 *
 * Gives the whole number that the bytes hold for a row: the number itself (øre for amounts), the
 * days of a date, or the number of a text's label.
 *
 * Returns: the number; `G_MININT64` if there is no value, or the column holds fractions
 *
 * Since: 0.1
 */
gint64
kkr_column_get_int64 (KkrColumn *self, guint row)
{
  g_return_val_if_fail (KKR_IS_COLUMN (self), G_MININT64);
  if (kkr_column_get_cell_status (self, row) != KKR_CELL_STATUS_VALUE)
    return G_MININT64;
  switch (self->kind)
    {
    case KKR_COLUMN_KIND_INT64:
      return kkr_column_cell_int64 (self, row);
    case KKR_COLUMN_KIND_TEXT:
    case KKR_COLUMN_KIND_DATE:
      return kkr_column_cell_int32 (self, row);
    case KKR_COLUMN_KIND_DOUBLE:
    case KKR_COLUMN_KIND_RATIO:
    case KKR_COLUMN_KIND_UNSET:
    default:
      return G_MININT64;
    }
}

/**
 * kkr_column_get_double:
 * @self: a column
 * @row: a row, from 0
 *
 * Gives a number as the nearest double, in the column's own unit (øre for amounts, a fraction of 1
 * for shares).
 *
 * Returns: the number; NaN if there is no value or the column holds texts
 *
 * Since: 0.1
 */
gdouble
kkr_column_get_double (KkrColumn *self, guint row)
{
  g_return_val_if_fail (KKR_IS_COLUMN (self), (gdouble) NAN);
  if (kkr_column_get_cell_status (self, row) != KKR_CELL_STATUS_VALUE)
    return (gdouble) NAN;
  switch (self->kind)
    {
    case KKR_COLUMN_KIND_INT64:
      return (gdouble) kkr_column_cell_int64 (self, row);
    case KKR_COLUMN_KIND_DOUBLE:
    case KKR_COLUMN_KIND_RATIO:
      return kkr_column_cell_double (self, row);
    case KKR_COLUMN_KIND_DATE:
      return kkr_column_cell_int32 (self, row);
    case KKR_COLUMN_KIND_TEXT:
    case KKR_COLUMN_KIND_UNSET:
    default:
      return (gdouble) NAN;
    }
}

gboolean
kkr_column_get_exact (KkrColumn *self, guint row, KkrRational *value)
{
  if (kkr_column_get_cell_status (self, row) != KKR_CELL_STATUS_VALUE)
    return FALSE;
  switch (self->kind)
    {
    case KKR_COLUMN_KIND_INT64:
      *value = KKR_RATIONAL_INT (kkr_column_cell_int64 (self, row));
      return TRUE;
    case KKR_COLUMN_KIND_RATIO:
      *value = self->exact[kkr_column_at (self, row)];
      return TRUE;
    case KKR_COLUMN_KIND_DOUBLE:
      return kkr_rational_from_double (kkr_column_cell_double (self, row), value);
    case KKR_COLUMN_KIND_TEXT:
    case KKR_COLUMN_KIND_DATE:
    case KKR_COLUMN_KIND_UNSET:
    default:
      return FALSE;
    }
}

/**
 * kkr_column_has_total:
 * @self: a column
 *
 * Says whether the column has a total, which stands below the rows and is none of them.
 *
 * Returns: %TRUE if there is a total
 *
 * Since: 0.1
 */
gboolean
kkr_column_has_total (KkrColumn *self)
{
  g_return_val_if_fail (KKR_IS_COLUMN (self), FALSE);
  return self->has_total;
}

/**
 * kkr_column_dup_total:
 * @self: a column
 *
 * Gives the total as an exact number in the column's own unit: øre for amounts, a fraction of 1
 * for shares.
 *
 * Returns: (transfer full) (nullable): the total, such as `1915605800` or `27/10`; %NULL if there
 *   is none
 *
 * Since: 0.1
 */
char *
kkr_column_dup_total (KkrColumn *self)
{
  g_return_val_if_fail (KKR_IS_COLUMN (self), NULL);
  return self->has_total ? kkr_rational_to_string (&self->total) : NULL;
}
