/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include <libkkr/table/kkr-table-builder-private.h>

#include <glib/gi18n-lib.h>

#include <libkkr/base/kkr-error.h>
#include <libkkr/base/kkr-number-private.h>

/* What is said of a column once its values are there. */

static KkrColumn *
find_to_change (KkrTableBuilder *self, const char *name)
{
  return self->has_ended ? NULL : kkr_table_builder_find (self, name);
}

/**
 * kkr_table_builder_set_decimals:
 * @self: a builder
 * @column: the name of a column of numbers
 * @decimals: how many decimals are printed, 0 to 18
 *
 * Says with how many decimals a column is printed as text and HTML. Without this call, amounts
 * have none if all of them and the total are whole kroner and two otherwise, shares and
 * percentages have one, other whole numbers none, and everything else two.
 *
 * Since: 0.1
 */
void
kkr_table_builder_set_decimals (KkrTableBuilder *self, const char *column, int decimals)
{
  KkrColumn *found;

  g_return_if_fail (KKR_IS_TABLE_BUILDER (self));
  g_return_if_fail (column != NULL);
  if ((found = find_to_change (self, column)) == NULL)
    return;
  if (decimals < 0 || decimals > 18)
    kkr_table_builder_fail (self, KKR_CALC_ERROR_OUT_OF_RANGE,
                            _("decimals of column \"%s\": %d found, 0 to 18 expected"), column,
                            decimals);
  else if (!kkr_column_is_number (found))
    kkr_table_builder_fail (self, KKR_CALC_ERROR_INCONSISTENT,
                            _("column \"%s\" has no decimals: kind %s found, numbers expected"),
                            column, kkr_column_kind_to_string (found->kind));
  else
    found->decimals_asked = decimals;
}

/**
 * kkr_table_builder_set_status:
 * @self: a builder
 * @column: the name of a column
 * @row: a row, from 0
 * @status: why the cell has no value; `VALUE` is refused
 *
 * Says that a cell holds no value, and why. What was added for it is dropped.
 *
 * Since: 0.1
 */
void
kkr_table_builder_set_status (KkrTableBuilder *self, const char *column, guint row,
                              KkrCellStatus status)
{
  KkrColumn *found;

  g_return_if_fail (KKR_IS_TABLE_BUILDER (self));
  g_return_if_fail (column != NULL);
  if ((found = find_to_change (self, column)) == NULL)
    return;
  if (row >= found->length)
    kkr_table_builder_fail (self, KKR_CALC_ERROR_OUT_OF_RANGE,
                            _("no such row in column \"%s\": %u found, less than %u expected"),
                            column, row, found->length);
  else if (status <= KKR_CELL_STATUS_VALUE || status > KKR_CELL_STATUS_NOT_APPLICABLE)
    kkr_table_builder_fail (self, KKR_CALC_ERROR_OUT_OF_RANGE,
                            _("status of row %u of column \"%s\": %d found, missing, suppressed or "
                              "not-applicable expected"), row, column, (int) status);
  else
    kkr_column_clear_cell (found, row, status);
}

/**
 * kkr_table_builder_set_total:
 * @self: a builder
 * @column: the name of a column of numbers
 * @exact: (nullable): the total as an exact number in the column's own unit (øre for amounts, a
 *   fraction of 1 for shares): `1915605800` or `27/10`; %NULL or an empty text removes it
 *
 * Sets the total of a column, which is printed below the rows and is none of them. It need not be
 * the sum of the rows.
 *
 * Since: 0.1
 */
void
kkr_table_builder_set_total (KkrTableBuilder *self, const char *column, const char *exact)
{
  KkrColumn *found;
  g_autofree char *quoted = NULL;

  g_return_if_fail (KKR_IS_TABLE_BUILDER (self));
  g_return_if_fail (column != NULL);
  if ((found = find_to_change (self, column)) == NULL)
    return;
  found->has_total = FALSE;
  if (exact == NULL || *exact == '\0')
    return;
  quoted = kkr_text_quote (exact);
  if (!kkr_column_is_number (found))
    kkr_table_builder_fail (self, KKR_CALC_ERROR_INCONSISTENT,
                            _("column \"%s\" has no total: kind %s found, numbers expected"),
                            column, kkr_column_kind_to_string (found->kind));
  else if (kkr_rational_parse (exact, &found->total) &&
           (found->kind != KKR_COLUMN_KIND_INT64 || found->total.den == 1))
    found->has_total = TRUE;
  else if (found->kind == KKR_COLUMN_KIND_INT64)
    kkr_table_builder_fail (self, KKR_CALC_ERROR_OUT_OF_RANGE,
                            _("total of column \"%s\": %s found, a whole number such as 27 "
                              "expected"), column, quoted);
  else
    kkr_table_builder_fail (self, KKR_CALC_ERROR_OUT_OF_RANGE,
                            _("total of column \"%s\": %s found, a number such as 27/10 expected"),
                            column, quoted);
}

/**
 * kkr_table_builder_set_labels_in_english:
 * @self: a builder
 * @column: the name of a text column
 * @labels: (array zero-terminated=1): the labels in English: one for each label of the column, in
 *   order of first appearance, or as the labels were given to [method@TableBuilder.add_codes]
 *
 * Sets what the texts of a column are in English. CSV, JSON and [method@Column.get_strings] keep
 * the labels that were added.
 *
 * Since: 0.1
 */
void
kkr_table_builder_set_labels_in_english (KkrTableBuilder *self, const char *column,
                                         const char *const *labels)
{
  KkrColumn *found;
  guint n_labels;

  g_return_if_fail (KKR_IS_TABLE_BUILDER (self));
  g_return_if_fail (column != NULL);
  g_return_if_fail (labels != NULL);
  if ((found = find_to_change (self, column)) == NULL)
    return;
  n_labels = g_strv_length ((char **) labels);
  if (found->kind != KKR_COLUMN_KIND_TEXT)
    kkr_table_builder_fail (self, KKR_CALC_ERROR_INCONSISTENT,
                            _("column \"%s\" has no labels: kind %s found, text expected"), column,
                            kkr_column_kind_to_string (found->kind));
  else if (n_labels != found->n_labels)
    kkr_table_builder_fail (self, KKR_CALC_ERROR_INCONSISTENT,
                            _("labels of column \"%s\" in English: %u found, %u expected"), column,
                            n_labels, found->n_labels);
  else
    {
      g_strfreev (found->labels_in_english);
      found->labels_in_english = g_new0 (char *, (gsize) n_labels + 1);
      for (guint i = 0; i < n_labels; i++)
        found->labels_in_english[i] = g_utf8_make_valid (labels[i], -1);
    }
}
