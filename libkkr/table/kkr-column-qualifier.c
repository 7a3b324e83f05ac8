/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/table/kkr-column-private.h>

void
kkr_column_qualify_cell (KkrColumn *self, guint row, KkrQualifier qualifier)
{
  if (self->qualifiers == NULL)
    {
      self->qualifiers = g_malloc0 (self->length);
      self->qualifier = g_bytes_new_take (self->qualifiers, self->length);
    }
  self->qualifiers[row] = (guint8) qualifier;
}

void
kkr_column_settle_qualifiers (KkrColumn *self)
{
  for (guint row = 0; self->qualifiers != NULL && row < self->length; row++)
    if (self->qualifiers[row] != KKR_QUALIFIER_UNSET)
      return;
  self->qualifiers = NULL;
  g_clear_pointer (&self->qualifier, g_bytes_unref);
}

/**
 * kkr_column_get_cell_qualifier:
 * @self: a column
 * @row: a row, from 0
 *
 * Gives what the document says before the number of a cell, such as "ca." or "mere end".
 *
 * Returns: the qualifier, `UNSET` for a number as it stands, for what is no number and for a row
 *   past the end
 *
 * Since: 0.1
 */
KkrQualifier
kkr_column_get_cell_qualifier (KkrColumn *self, guint row)
{
  g_return_val_if_fail (KKR_IS_COLUMN (self), KKR_QUALIFIER_UNSET);
  if (self->qualifiers == NULL || row >= self->length)
    return KKR_QUALIFIER_UNSET;
  return (KkrQualifier) self->qualifiers[kkr_column_at (self, row)];
}

/**
 * kkr_column_get_qualifiers:
 * @self: a column
 *
 * Gives one byte a row: 0 for a number as it stands, otherwise the value of [enum@Qualifier]. The
 * bytes own the memory they view.
 *
 * Returns: (transfer none) (nullable): the qualifiers, or %NULL if no cell has one
 *
 * Since: 0.1
 */
GBytes *
kkr_column_get_qualifiers (KkrColumn *self)
{
  g_return_val_if_fail (KKR_IS_COLUMN (self), NULL);
  if (self->rows != NULL)
    kkr_column_make_qualifiers (self);
  return self->qualifier;
}

/**
 * kkr_column_get_total_qualifier:
 * @self: a column
 *
 * Gives what the document says before the total.
 *
 * Returns: the qualifier, `UNSET` for a total as it stands and where there is none
 *
 * Since: 0.1
 */
KkrQualifier
kkr_column_get_total_qualifier (KkrColumn *self)
{
  g_return_val_if_fail (KKR_IS_COLUMN (self), KKR_QUALIFIER_UNSET);
  return self->has_total ? self->total_qualifier : KKR_QUALIFIER_UNSET;
}
