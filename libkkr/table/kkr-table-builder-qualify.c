/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/table/kkr-table-builder-private.h>

#include <glib/gi18n-lib.h>

/* What a document says before the numbers of a column. */

static KkrColumn *
find_numbers (KkrTableBuilder *self, const char *name, KkrQualifier qualifier)
{
  KkrColumn *found = self->has_ended ? NULL : kkr_table_builder_find (self, name);

  if (found == NULL)
    return NULL;
  if (!kkr_column_is_number (found))
    kkr_table_builder_fail (self, KKR_CALC_ERROR_INCONSISTENT,
                            _("column \"%s\" has no qualifiers: kind %s found, numbers expected"),
                            name, kkr_column_kind_to_string (found->kind));
  else if ((int) qualifier < KKR_QUALIFIER_UNSET || qualifier > KKR_QUALIFIER_UP_TO)
    kkr_table_builder_fail (self, KKR_CALC_ERROR_OUT_OF_RANGE,
                            _("qualifier of column \"%s\": %d found, one such as more-than "
                              "expected"), name, (int) qualifier);
  else
    return found;
  return NULL;
}

/**
 * kkr_table_builder_set_qualifier:
 * @self: a builder
 * @column: the name of a column of numbers
 * @row: a row, from 0
 * @qualifier: what stands before the number; `UNSET` for the number as it stands
 *
 * Says that a number is not exact: the document says "mere end" (more than) before it. The number
 * itself stays what it is. A cell without a value has no qualifier.
 *
 * Since: 0.1
 */
void
kkr_table_builder_set_qualifier (KkrTableBuilder *self, const char *column, guint row,
                                 KkrQualifier qualifier)
{
  KkrColumn *found;

  g_return_if_fail (KKR_IS_TABLE_BUILDER (self));
  g_return_if_fail (column != NULL);
  if ((found = find_numbers (self, column, qualifier)) == NULL)
    return;
  if (row >= found->length)
    kkr_table_builder_fail (self, KKR_CALC_ERROR_OUT_OF_RANGE,
                            _("no such row in column \"%s\": %u found, less than %u expected"),
                            column, row, found->length);
  else if (found->statuses[row] == KKR_CELL_STATUS_VALUE
           && (found->qualifiers != NULL || qualifier != KKR_QUALIFIER_UNSET))
    kkr_column_qualify_cell (found, row, qualifier);
}

/**
 * kkr_table_builder_set_total_qualifier:
 * @self: a builder
 * @column: the name of a column of numbers
 * @qualifier: what stands before the total
 *
 * Says what the document says before the total of a column; it counts if there is a total.
 *
 * Since: 0.1
 */
void
kkr_table_builder_set_total_qualifier (KkrTableBuilder *self, const char *column,
                                       KkrQualifier qualifier)
{
  KkrColumn *found;

  g_return_if_fail (KKR_IS_TABLE_BUILDER (self));
  g_return_if_fail (column != NULL);
  if ((found = find_numbers (self, column, qualifier)) != NULL)
    found->total_qualifier = qualifier;
}
